"""Template filters of the suite: numbers as Vietnamese and English write them, faults, rich text."""

from __future__ import annotations

from datetime import datetime

from django.template import Library
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import is_aware, localtime
from django.utils.translation import get_language, gettext

from digital_literacy.learners.skills import named_skills
from digital_literacy.olx.faults import Fault
from digital_literacy.olx.markup import RichText
from digital_literacy.public_services.payment_code import payment_code

register = Library()


@register.filter
def rich(text: RichText | None) -> SafeString:
    """Author's rich text as HTML; it is safe because `olx.markup` made it."""
    return mark_safe(text.html if text else "")


@register.simple_tag
def status_bar() -> SafeString:
    """Where a block tells how sending goes; the same for every block and learner."""
    from digital_literacy.blocks.rendering import render_once

    return render_once("blocks/status.html", dict, key="")


@register.simple_tag
def reading_aids() -> SafeString:
    """Size of the text, contrast and reading aloud; the same for every block and learner."""
    from digital_literacy.blocks.rendering import render_once

    return render_once("blocks/reading_aids.html", dict, key="")


@register.simple_tag
def simulated_code() -> SafeString:
    """The picture of a code that pays nothing."""
    return mark_safe(payment_code())


@register.simple_tag
def listen() -> SafeString:
    """The button that reads an item aloud; its script ties it to the item's heading."""
    from digital_literacy.blocks.rendering import render_once

    return render_once("blocks/listen.html", dict, key="")


@register.filter
def points(value: float) -> str:
    """A number of points: at most two decimals, `2,5` in Vietnamese and `2.5` in English."""
    return number(value, 2)


def number(value: float, decimals: int = 2) -> str:
    """A number in the active language's notation, without trailing zeros."""
    whole, _, fraction = f"{float(value):,.{decimals}f}".partition(".")
    fraction = fraction.rstrip("0")
    if (get_language() or "vi").startswith("en"):
        return f"{whole}.{fraction}" if fraction else whole
    whole = whole.replace(",", ".")
    return f"{whole},{fraction}" if fraction else whole


@register.filter
def percent(fraction: float) -> str:
    """A share as a whole percentage, rounded down so that 59.6 % never reads as a pass at 60 %."""
    return f"{int(float(fraction) * 100 + 1e-9)}%"


@register.filter
def skill(code: str) -> str:
    """A skill's name with its code; the code alone where the name is not known."""
    title = named_skills(code, get_language() or "vi")[0]["title"] if code else ""
    return f"{title} ({code})" if title else code


@register.filter
def moment(value: datetime | None) -> str:
    """Date and time, `23/11/2026 14:05`."""
    if value is None:
        return ""
    local = localtime(value) if is_aware(value) else value
    return date_format(local, "d/m/Y H:i")


@register.filter
def fault_problem(fault: Fault) -> str:
    """What is wrong, in the reader's language."""
    return fault.said(gettext)[0]


@register.filter
def fault_cure(fault: Fault) -> str:
    """What to do about it, in the reader's language."""
    return fault.said(gettext)[1]


@register.filter
def get(mapping: dict[str, object], key: str) -> object:
    """`mapping[key]`, or nothing."""
    return mapping.get(key) if mapping else None
