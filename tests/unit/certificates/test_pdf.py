from __future__ import annotations

import unicodedata
from dataclasses import replace
from io import BytesIO

import pytest

from digital_literacy.certificates.lettering import UnprintableNameError
from digital_literacy.certificates.pdf import Sheet, render
from digital_literacy.certificates.printed import fitting_size, percent, printable, wrapped
from tests.unit.certificates.conftest import BASE, ID

pypdf = pytest.importorskip("pypdf", reason="pip install -e .[demo]")

SHEET = Sheet(
    identifier=ID,
    holder_name="Đặng Thị Hòa",
    course_title="Kỹ năng số cơ bản",
    achievement_name="Kỹ năng số",
    issuer_name="Lớp thử",
    issued_on="Ngày 23 tháng 11 năm 2026",
    identity="Họ tên do nơi đăng nhập cung cấp, tài khoản mức độ 2.",
    skills=("4.2 Bảo vệ dữ liệu cá nhân và quyền riêng tư",),
    page=f"{BASE}/certificates/{ID}/",
    simulated=False,
)


def read(sheet):
    return pypdf.PdfReader(BytesIO(render(sheet)))


def text_of(sheet) -> str:
    return " ".join(read(sheet).pages[0].extract_text().split())


def test_the_same_sheet_gives_the_same_bytes():
    assert render(SHEET) == render(SHEET)


def test_what_is_printed():
    text = text_of(SHEET)
    for part in (
        "GIẤY CHỨNG NHẬN HOÀN THÀNH KHÓA HỌC",
        "Đặng Thị Hòa",
        "Kỹ năng số cơ bản",
        "Ngày 23 tháng 11",
        SHEET.page,
    ):
        assert part in text
    assert "không phải chứng thư điện tử" in text
    assert "MÔ PHỎNG" not in text


def test_simulated_is_written_across_the_page():
    assert "MÔ PHỎNG – không có giá trị" in text_of(replace(SHEET, simulated=True))
    assert read(replace(SHEET, simulated=True)).metadata.title.startswith("MÔ PHỎNG")


def test_title_language_and_size():
    reader = read(SHEET)
    assert reader.metadata.title == "Giấy chứng nhận hoàn thành khóa học: Kỹ năng số cơ bản"
    assert reader.trailer["/Root"]["/Lang"] == "vi"
    assert len(reader.pages) == 1
    assert reader.pages[0].mediabox.width > reader.pages[0].mediabox.height


def test_the_qr_code_leads_to_the_page():
    pdfium = pytest.importorskip("pypdfium2", reason="pip install -e .[demo]")
    zxing = pytest.importorskip("zxingcpp", reason="pip install -e .[demo]")
    for simulated in (False, True):
        image = pdfium.PdfDocument(render(replace(SHEET, simulated=simulated)))[0].render(scale=2).to_pil()
        assert [code.text for code in zxing.read_barcodes(image)] == [SHEET.page]


def test_the_link_can_be_clicked():
    targets = {str(note.get_object()["/A"]["/URI"]) for note in read(SHEET).pages[0]["/Annots"]}
    assert targets == {SHEET.page}


@pytest.mark.parametrize(
    "name",
    [
        "<img src='file:///etc/passwd'/>",
        "</Title> /JS (app.alert(1)) /OpenAction",
        "Nguyễn \u202eevil\u202c",
        "a\x00b\x07c",
        unicodedata.normalize("NFD", "Nguyễn Thị Hường"),
        "Công Tằng Tôn Nữ " + "Thị Hồng Phượng " * 6,
    ],
)
def test_hostile_and_unusual_names(name):
    data = render(replace(SHEET, holder_name=name, course_title=name))
    reader = pypdf.PdfReader(BytesIO(data))
    assert len(reader.pages) == 1
    assert "/OpenAction" not in reader.trailer["/Root"]
    assert "/Names" not in reader.trailer["/Root"]
    text = reader.pages[0].extract_text()
    assert "\u202e" not in text
    assert "\x07" not in text


@pytest.mark.parametrize(
    "name",
    [
        "Công Tằng Tôn Nữ Nguyễn Phúc Thị Hồng Phượng Quỳnh Anh Thư Ngọc",
        "H’Hen Niê Kdăm – Y Bhĭ Ƀkrông",
        "Y Ê\u0306ban Ô\u0306n Niê",
        "Kơ Să Ha K’Ƀrŏi",
        "ថាច់ សុខា",
        "ꨌꩌ ꨚꨩꨓꨪ",
        "Thạch សុខា Anh",
    ],
)
def test_names_of_every_people_are_set_and_can_be_read_back(name):
    composed = unicodedata.normalize("NFC", name)
    assert composed in text_of(replace(SHEET, holder_name=name))
    assert render(replace(SHEET, holder_name=name)) == render(replace(SHEET, holder_name=name))


@pytest.mark.parametrize("name", ["Y Ê\u0306ban Niê", "ថាច់ សុខា", "ꨌꩌ"])
def test_what_is_drawn_as_outlines_is_seen_and_so_is_what_follows(name):
    """The page below the name is the same as with any other name, and the name's place is not empty."""
    pdfium = pytest.importorskip("pypdfium2", reason="pip install -e .[demo]")

    def parts(holder):
        image = pdfium.PdfDocument(render(replace(SHEET, holder_name=holder)))[0].render(scale=1).to_pil()
        return image.crop((60, 185, 780, 232)).convert("L"), image.crop((0, 236, *image.size)).tobytes()

    (band, below), (_latin, expected) = parts(name), parts("An")
    assert below == expected
    dark = sum(count for shade, count in enumerate(band.histogram()) if shade < 100)
    assert dark > 150


def test_a_very_long_name_stands_in_two_lines_and_whole():
    name = ("Công Tằng Tôn Nữ " + "Thị Hồng Phượng " * 9)[:120].strip()
    assert name in text_of(replace(SHEET, holder_name=name))


@pytest.mark.parametrize(("name", "letters"), [("名前 Anh", ("名", "前")), ("🙂", ("🙂",)), (" ", ("∅",))])
def test_a_name_that_no_font_has_is_refused_with_its_letters(name, letters):
    with pytest.raises(UnprintableNameError) as refused:
        render(replace(SHEET, holder_name=name))
    assert refused.value.letters == letters


def test_without_harfbuzz_marks_on_marks_are_refused_and_the_rest_is_set(monkeypatch):
    import sys

    from digital_literacy.certificates import lettering

    monkeypatch.setitem(sys.modules, "uharfbuzz", None)
    lettering._harfbuzz.cache_clear()
    assert "H’Hen Niê Kdăm" in text_of(replace(SHEET, holder_name="H’Hen Niê Kdăm Ƀĭ"))
    with pytest.raises(UnprintableNameError, match="names"):
        render(replace(SHEET, holder_name="Ê\u0306ban"))


def test_decomposed_vietnamese_prints_composed():
    name = unicodedata.normalize("NFD", "Nguyễn Thị Hường")
    assert "Nguyễn Thị Hường" in text_of(replace(SHEET, holder_name=name))


def test_printable():
    assert printable("  a\u200b \n b\u202e ") == "a b"
    assert printable("aβ", glyphs={ord("a")}) == "a?"


def test_fitting_and_wrapping():
    assert fitting_size("x" * 10, width=50, size=10, smallest=4, measure=lambda t, s: len(t) * s) == 5
    assert fitting_size("x" * 99, width=50, size=10, smallest=4, measure=lambda t, s: len(t) * s) == 4
    lines = wrapped("aa bb cc dd ee", width=5, measure=len, lines=2)
    assert len(lines) == 2
    assert all(len(line) <= 5 for line in lines)
    assert lines[-1].endswith("…")


def test_percent_never_rounds_up_to_a_pass():
    assert (percent(0.599), percent(0.6), percent(0.29), percent(1.0)) == ("59%", "60%", "29%", "100%")
