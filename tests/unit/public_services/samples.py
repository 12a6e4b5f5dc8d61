"""The practice of the first course, and golden answers as a learner would type them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import etree

from digital_literacy.olx import variants
from digital_literacy.public_services.practice import read_practice
from digital_literacy.public_services.scenario import Practice

ROOT = Path(__file__).resolve().parents[3]
CHAPTER = ROOT / "course_content/ky-nang-so-co-ban/chapter/nop-ho-so-truc-tuyen.xml"
GROUPS = ("students", "citizens", "officials", "workers")


def element() -> etree._Element:
    """The block's element, with all its variants."""
    found = etree.parse(CHAPTER).find(".//service_practice")
    assert found is not None
    return found


def olx() -> str:
    """The block as text."""
    return etree.tostring(element(), encoding="unicode", with_tail=False)


def practice(group: str = "", **changes: str) -> Practice:
    """The practice of a group; `changes` replaces pieces of the source."""
    text = olx()
    for old, new in changes.items():
        text = text.replace(old, new)
    found, faults = read_practice(variants.resolve(etree.fromstring(text), (group,) if group else ()))
    assert found is not None, [fault.text() for fault in faults]
    return found


# What a careful learner types in the common scenario.
VALUES = {
    "phone": "030 111 2211",
    "email": "thuha@example.com",
    "is_owner": "yes",
    "relation": "head",
    "head_name": "Phan Mẫu Thu Hà",
    "head_number": "003 198 000011",
    "request_kind": "new",
    "stay_address": "Số 27, đường Hoa Phượng, tổ dân phố 5",
    "stay_from": "1/12/2026",
    "stay_to": "30-11-2027",
    "request": "Đề nghị đăng ký tạm trú cho chị Phan Mẫu Thu Hà tại phường Nha Trang",
    "members_count": "0",
    "delivery": "electronic",
    "declaration": "yes",
}
COMMUNE = "22366"
CHOICES = {"how-long": "months", "payment": "portal"}
PAPERS = {"legal-place": "lease-2026"}


def answers(**changes: Any) -> dict[str, Any]:
    """Golden answers of the common scenario as the browser sends them."""
    return {
        "values": dict(VALUES),
        "papers": dict(PAPERS),
        "commune": COMMUNE,
        "choices": dict(CHOICES),
        "path": ["tam-tru"],
        **changes,
    }
