"""The certificate on paper: one A4 page, the same bytes every time, with a QR code to the public page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import BytesIO

import segno
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from digital_literacy.certificates.credential import NATURE, SIMULATED, TITLE, grouped_id
from digital_literacy.certificates.lettering import draw_name, register
from digital_literacy.certificates.printed import fitting_size, printable, wrapped

_REGULAR, _BOLD = "BeVietnamPro-Regular", "BeVietnamPro-Bold"
_INK, _GREY, _RED = HexColor("#1b1f24"), HexColor("#4a5560"), HexColor("#a61b1b")
_WIDTH, _HEIGHT = landscape(A4)
_MIDDLE, _TEXT_WIDTH = _WIDTH / 2, _WIDTH - 150


@dataclass(frozen=True)
class Sheet:
    """What stands on the page; all of it is public on the verification page too.

    Attributes:
        issued_on: the date in words, such as "Ngày 24 tháng 11 năm 2026".
        skills: names of the skills, perhaps none.
        page: address of the public page, which the QR code holds.
    """

    identifier: str
    holder_name: str
    course_title: str
    achievement_name: str
    issuer_name: str
    issued_on: str
    identity: str
    skills: tuple[str, ...]
    page: str
    simulated: bool


@dataclass(frozen=True)
class Design:
    """What the administrator may change of the page; its words stay.

    Attributes:
        logos: PNG or JPEG files, set beside each other at the top; never the state's emblem.
        signatory: name printed below the date; nothing where it is empty.
    """

    logos: tuple[bytes, ...] = ()
    colour: str = "#0b4f8a"
    signatory: str = ""
    signatory_role: str = ""


def render(sheet: Sheet, design: Design | None = None) -> bytes:
    """The PDF; equal sheets and designs give equal bytes.

    Raises:
        UnprintableNameError: the name has a letter that cannot be set.
    """
    _register_fonts()
    look = design or Design()
    colour = HexColor(look.colour)
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(_WIDTH, _HEIGHT), invariant=1, pageCompression=1, lang="vi")
    _describe(canvas, sheet)
    if sheet.simulated:
        _watermark(canvas)
    _frame(canvas, colour)
    _head(canvas, sheet, colour)
    _logos(canvas, look.logos)
    _body(canvas, sheet)
    _signatory(canvas, look)
    _foot(canvas, sheet)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@cache
def _register_fonts() -> None:
    for name in (_REGULAR, _BOLD):
        register(name)


def _clean(text: str, font: str) -> str:
    return printable(text, pdfmetrics.getFont(font).face.charToGlyph)


def _measure(font: str) -> Callable[[str, float], float]:
    return lambda text, size: pdfmetrics.stringWidth(text, font, size)


def _describe(canvas: Canvas, sheet: Sheet) -> None:
    mark = f"{SIMULATED} – " if sheet.simulated else ""
    canvas.setTitle(f"{mark}{TITLE}: {printable(sheet.course_title)}")
    canvas.setAuthor(printable(sheet.issuer_name))
    canvas.setSubject(NATURE)
    canvas.setCreator("digital-literacy-xblocks")
    canvas.setViewerPreference("DisplayDocTitle", "true")


def _centred(
    canvas: Canvas, y: float, text: str, *, font: str, size: float, colour: Color = _INK, smallest: float = 9
) -> None:
    clean = _clean(text, font)
    fitted = fitting_size(clean, width=_TEXT_WIDTH, size=size, smallest=smallest, measure=_measure(font))
    lines = wrapped(
        clean, width=_TEXT_WIDTH, measure=lambda t: pdfmetrics.stringWidth(t, font, fitted), lines=1
    )
    canvas.setFillColor(colour)
    canvas.setFont(font, fitted)
    canvas.drawCentredString(_MIDDLE, y, lines[0] if lines else "")


def _watermark(canvas: Canvas) -> None:
    canvas.saveState()
    canvas.translate(_MIDDLE, _HEIGHT / 2)
    canvas.rotate(30)
    canvas.setFillColor(_RED, alpha=0.13)
    canvas.setFont(_BOLD, 40)
    for y in (-165, -15, 135):
        canvas.drawCentredString(0, y, SIMULATED)
    canvas.restoreState()


def _frame(canvas: Canvas, colour: Color) -> None:
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(2.5)
    canvas.rect(24, 24, _WIDTH - 48, _HEIGHT - 48)
    canvas.setLineWidth(0.7)
    canvas.rect(31, 31, _WIDTH - 62, _HEIGHT - 62)


def _head(canvas: Canvas, sheet: Sheet, colour: Color) -> None:
    _centred(canvas, 520, sheet.issuer_name, font=_BOLD, size=14, colour=colour)
    _centred(canvas, 470, TITLE.upper(), font=_BOLD, size=27, colour=colour)
    if sheet.simulated:
        _centred(canvas, 444, SIMULATED, font=_BOLD, size=14, colour=_RED)


def _logos(canvas: Canvas, logos: tuple[bytes, ...]) -> None:
    """On both sides of the issuer's name, the first on the left."""
    height, room = 44.0, 130.0
    for data, x in zip(logos, (60.0, _WIDTH - 60.0 - room, 60.0 + room + 12), strict=False):
        image = ImageReader(BytesIO(data))
        width, tall = image.getSize()
        scale = min(height / tall, room / width)
        right = x > _MIDDLE
        left = x + room - width * scale if right else x
        canvas.drawImage(image, left, 506, width * scale, tall * scale, mask="auto")


def _signatory(canvas: Canvas, design: Design) -> None:
    if design.signatory_role:
        _centred(canvas, 171, design.signatory_role, font=_REGULAR, size=10, colour=_GREY)
    if design.signatory:
        _centred(canvas, 156, design.signatory, font=_BOLD, size=11)


def _body(canvas: Canvas, sheet: Sheet) -> None:
    _centred(canvas, 412, "Chứng nhận", font=_REGULAR, size=13, colour=_GREY)
    canvas.setFillColor(_INK)
    draw_name(canvas, sheet.holder_name, middle=_MIDDLE, y=372, width=_TEXT_WIDTH, size=31, smallest=15)
    _centred(canvas, 340, "đã hoàn thành khóa học", font=_REGULAR, size=13, colour=_GREY)
    _centred(canvas, 309, sheet.course_title, font=_BOLD, size=20, smallest=12)
    if printable(sheet.achievement_name) != printable(sheet.course_title):
        _centred(canvas, 285, sheet.achievement_name, font=_REGULAR, size=13, smallest=10)
    y = _paragraph(canvas, 262, "; ".join(sheet.skills), size=9.5, lines=4) if sheet.skills else 262
    _centred(canvas, min(y - 4, 240), sheet.identity, font=_REGULAR, size=10.5, colour=_GREY)
    _centred(canvas, 186, sheet.issued_on, font=_BOLD, size=13)


def _paragraph(canvas: Canvas, y: float, text: str, *, size: float, lines: int) -> float:
    clean = _clean(f"Kỹ năng: {text}", _REGULAR)
    for line in wrapped(
        clean, width=_TEXT_WIDTH, measure=lambda t: pdfmetrics.stringWidth(t, _REGULAR, size), lines=lines
    ):
        _centred(canvas, y, line, font=_REGULAR, size=size, colour=_GREY)
        y -= size * 1.35
    return y


def _foot(canvas: Canvas, sheet: Sheet) -> None:
    left, size = 52, 96
    _qr(canvas, sheet.page, left, 48, size)
    x, width = left + size + 18, _WIDTH - left - size - 18 - 56
    lines = [
        (
            "Kiểm tra giấy này: quét mã QR hoặc mở địa chỉ dưới đây, rồi so tên, khóa học và ngày.",
            _BOLD,
            10.5,
        ),
        (sheet.page, _REGULAR, 9.5),
        (f"Mã số: {grouped_id(sheet.identifier)}", _REGULAR, 9.5),
    ]
    y = 132.0
    for text, font, wanted in lines:
        clean = _clean(text, font)
        fitted = fitting_size(clean, width=width, size=wanted, smallest=6, measure=_measure(font))
        canvas.setFillColor(_INK)
        canvas.setFont(font, fitted)
        canvas.drawString(x, y, clean)
        y -= 17
    canvas.linkURL(sheet.page, (x, 112, x + width, 126), relative=0)
    canvas.setFillColor(_GREY)
    canvas.setFont(_REGULAR, 8.5)
    nature = _clean(NATURE, _REGULAR)
    for line in wrapped(
        nature, width=width, measure=lambda t: pdfmetrics.stringWidth(t, _REGULAR, 8.5), lines=3
    ):
        canvas.drawString(x, y - 4, line)
        y -= 12


def _qr(canvas: Canvas, url: str, x: float, y: float, size: float) -> None:
    """Draw the code as runs of dark squares, on white with the four modules of margin the standard wants."""
    rows = [
        list(row) for row in segno.make(url, error="m", micro=False, boost_error=False).matrix_iter(border=4)
    ]
    unit = size / len(rows)
    canvas.setFillColor(HexColor("#ffffff"))
    canvas.rect(x, y, size, size, stroke=0, fill=1)
    canvas.setFillColor(HexColor("#000000"))
    path = canvas.beginPath()
    for number, row in enumerate(rows):
        start = None
        for column, dark in enumerate([*row, 0]):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                path.rect(x + start * unit, y + size - (number + 1) * unit, (column - start) * unit, unit)
                start = None
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.linkURL(url, (x, y, x + size, y + size), relative=0)
