"""A person's name set on the page: every letter as it is written, or a refusal that names the letter.

Vietnamese stands in the certificate's own font. Letters that it lacks, as of Ê Đê, are taken word by word from another.
Marks that stand on marks, and Khmer and Chăm, whose letters change their shape and place, are shaped by HarfBuzz (the
extra `names`) and drawn as outlines over invisible text, so that the name can still be searched and read aloud.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from io import BytesIO
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import FILL_NON_ZERO, Canvas

from digital_literacy.certificates.printed import printable

# In this order a word looks for the first font that has all its letters; the last two are always shaped.
FACES = ("BeVietnamPro-Bold", "NotoSansLatin-Bold", "NotoSansKhmer-Bold", "NotoSansCham-Bold")
_SHAPED = FACES[2:]
_SPACE, _LEADING = 0.28, 1.25


class UnprintableNameError(ValueError):
    """The name cannot be set. `letters` are those that no font has; empty where HarfBuzz is not installed."""

    def __init__(self, letters: Sequence[str]) -> None:
        super().__init__(
            "no font has: " + " ".join(letters) if letters else "the extra `names` is not installed"
        )
        self.letters = tuple(letters)


@dataclass(frozen=True)
class _Word:
    """A word and how it is set. `width` is a share of the type size."""

    text: str
    face: str
    shaped: bool
    width: float


def draw_name(
    canvas: Canvas, name: str, *, middle: float, y: float, width: float, size: float, smallest: float
) -> None:
    """Set a name centred, smaller where it is long, and in two lines where it is very long; never cut.

    Raises:
        UnprintableNameError: a letter cannot be set.
    """
    words = [_word(text) for text in printable(name).split()]
    if not words:
        raise UnprintableNameError(["∅"])
    lines = [words]
    if _width(words) * smallest > width and len(words) > 1:
        cut = min(range(1, len(words)), key=lambda at: max(_width(words[:at]), _width(words[at:])))
        lines = [words[:cut], words[cut:]]
    widest = max(_width(line) for line in lines)
    fitted = min(size if len(lines) == 1 else smallest, width / widest)
    top = y + (len(lines) - 1) * fitted * _LEADING / 2
    for number, line in enumerate(lines):
        _draw_line(canvas, line, middle - _width(line) * fitted / 2, top - number * fitted * _LEADING, fitted)


@cache
def font_bytes(face: str) -> bytes:
    """The font file of a face."""
    return resources.files("digital_literacy.certificates").joinpath("fonts", f"{face}.ttf").read_bytes()


@cache
def register(face: str) -> str:
    """Make a face known to ReportLab; gives its name."""
    pdfmetrics.registerFont(TTFont(face, BytesIO(font_bytes(face))))
    return face


def _word(text: str) -> _Word:
    marked = any(unicodedata.category(letter).startswith("M") for letter in text)
    # The first font does not say where a mark on a mark belongs.
    for face in FACES[1:] if marked else FACES:
        glyphs = pdfmetrics.getFont(register(face)).face.charToGlyph
        if all(ord(letter) in glyphs for letter in text):
            shaped = marked or face in _SHAPED
            width = _shape(text, face)[1] if shaped else pdfmetrics.stringWidth(text, face, 1)
            return _Word(text, face, shaped, width)
    known = [pdfmetrics.getFont(register(face)).face.charToGlyph for face in FACES]
    missing = dict.fromkeys(letter for letter in text if not any(ord(letter) in glyphs for glyphs in known))
    raise UnprintableNameError(list(missing) or [text])


def _width(words: Sequence[_Word]) -> float:
    return sum(word.width for word in words) + _SPACE * (len(words) - 1)


def _draw_line(canvas: Canvas, words: Sequence[_Word], x: float, y: float, size: float) -> None:
    for number, word in enumerate(words):
        if word.shaped:
            _draw_outlines(canvas, word, x, y, size)
        # What is drawn already stays invisible as text; restoring the state lets later text be seen again.
        canvas.saveState()
        line = canvas.beginText(x, y)
        line.setFont(word.face, size)
        if word.shaped:
            line.setTextRenderMode(3)
        # The space belongs to the text too, so that a reader's search finds the whole name.
        line.textOut(word.text + (" " if number + 1 < len(words) and _has_space(word.face) else ""))
        canvas.drawText(line)
        canvas.restoreState()
        x += (word.width + _SPACE) * size


def _has_space(face: str) -> bool:
    return ord(" ") in pdfmetrics.getFont(face).face.charToGlyph


def _draw_outlines(canvas: Canvas, word: _Word, x: float, y: float, size: float) -> None:
    placed, _width_of_word = _shape(word.text, word.face)
    path, at = canvas.beginPath(), [0.0, 0.0]
    font, units = _harfbuzz(word.face)

    def point(px: float, py: float) -> tuple[float, float]:
        return x + (at[0] + px / units) * size, y + (at[1] + py / units) * size

    pen = _pen(path, point)
    for glyph, right, up in placed:
        at[:] = [right, up]
        font.draw_glyph(glyph, pen, None)
    canvas.drawPath(path, stroke=0, fill=1, fillMode=FILL_NON_ZERO)


def _shape(text: str, face: str) -> tuple[list[tuple[int, float, float]], float]:
    """Glyphs with their places, and the width; in shares of the type size."""
    font, units = _harfbuzz(face)
    uharfbuzz = _library()
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    placed, x = [], 0.0
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        placed.append((info.codepoint, x + place.x_offset / units, place.y_offset / units))
        x += place.x_advance / units
    return placed, x


def _library() -> Any:
    try:
        import uharfbuzz
    except ImportError:
        raise UnprintableNameError([]) from None
    return uharfbuzz


@cache
def _harfbuzz(face: str) -> tuple[Any, int]:
    uharfbuzz = _library()
    loaded = uharfbuzz.Face(font_bytes(face))
    return uharfbuzz.Font(loaded), loaded.upem


def _pen(path: Any, point: Callable[[float, float], tuple[float, float]]) -> Any:
    """Outlines as HarfBuzz tells them, into a path of the page; quadratic curves become cubic ones."""
    last = [0.0, 0.0]

    def move(px: float, py: float, _data: Any) -> None:
        last[:] = [px, py]
        path.moveTo(*point(px, py))

    def line(px: float, py: float, _data: Any) -> None:
        last[:] = [px, py]
        path.lineTo(*point(px, py))

    def cubic(ax: float, ay: float, bx: float, by: float, px: float, py: float, _data: Any) -> None:
        last[:] = [px, py]
        path.curveTo(*point(ax, ay), *point(bx, by), *point(px, py))

    def quadratic(cx: float, cy: float, px: float, py: float, data: Any) -> None:
        sx, sy = last
        two = 2 / 3
        cubic(
            sx + two * (cx - sx),
            sy + two * (cy - sy),
            px + two * (cx - px),
            py + two * (cy - py),
            px,
            py,
            data,
        )

    pen = _library().DrawFuncs()
    pen.set_move_to_func(move)
    pen.set_line_to_func(line)
    pen.set_cubic_to_func(cubic)
    pen.set_quadratic_to_func(quadratic)
    pen.set_close_path_func(lambda _data: path.close())
    return pen
