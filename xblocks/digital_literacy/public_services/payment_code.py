"""The picture of a code that pays nothing."""

from __future__ import annotations

from functools import cache

import segno

TEXT = "MO PHONG - KHONG PHAI MA THANH TOAN"


@cache
def payment_code() -> str:
    """An SVG: whoever scans it reads that it is a simulation."""
    picture = segno.make(TEXT, error="m", micro=False)
    return picture.svg_inline(scale=4, border=4, svgclass="dl-sp-qr", lineclass=None, omitsize=True)
