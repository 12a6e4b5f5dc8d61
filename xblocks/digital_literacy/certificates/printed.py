"""Text fit for print: one normal form, no control or direction marks, only characters the font has."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Container

# Names come from outside; nothing invisible may change how a line reads.
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def printable(text: str, glyphs: Container[int] | None = None) -> str:
    """`text` in NFC, without controls and direction marks, white space folded.

    Args:
        glyphs: code points the font has; others become a question mark, so that a gap is seen and not silent.
    """
    composed = unicodedata.normalize("NFC", text)
    spaced = "".join(" " if letter.isspace() else letter for letter in composed)
    kept = "".join(letter for letter in spaced if unicodedata.category(letter) not in _INVISIBLE)
    folded = " ".join(kept.split())
    if glyphs is None:
        return folded
    return "".join(letter if ord(letter) in glyphs else "?" for letter in folded)


def fitting_size(
    text: str, *, width: float, size: float, smallest: float, measure: Callable[[str, float], float]
) -> float:
    """The largest type size up to `size` at which `text` fits `width`, never below `smallest`."""
    needed = measure(text, size)
    return size if needed <= width else max(smallest, size * width / needed)


def wrapped(text: str, *, width: float, measure: Callable[[str], float], lines: int) -> list[str]:
    """`text` in at most `lines` lines of `width`; what does not fit ends in an ellipsis."""
    found: list[str] = [""]
    for word in text.split():
        candidate = f"{found[-1]} {word}".strip()
        if measure(candidate) <= width or not found[-1]:
            found[-1] = candidate
        elif len(found) < lines:
            found.append(word)
        else:
            found[-1] = _cut(f"{candidate}…", width, measure)
            break
    return [line if measure(line) <= width else _cut(line, width, measure) for line in found if line]


def _cut(text: str, width: float, measure: Callable[[str], float]) -> str:
    body = text.rstrip("…")
    while body and measure(body + "…") > width:
        body = body[:-1]
    return body.rstrip() + "…"


def percent(fraction: float) -> str:
    """A share as a whole percentage, rounded down: 59.6 % never reads as 60 %."""
    return f"{int(fraction * 100 + 1e-6)}%"
