"""Whether somebody is a minor, from the birth date a provider tells; the date itself is never kept."""

from __future__ import annotations

import re
from datetime import date

from django.conf import settings
from django.utils import timezone

# Civil Code 91/2015/QH13, article 21: who is not yet 18. From memory; a platform may set another age.
ADULT_AGE = 18
_DATE = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})|(\d{2})/(\d{2})/(\d{4})")
_YEAR = re.compile(r"[12]\d{3}")


def is_minor(text: object, *, today: date | None = None) -> bool | None:
    """Whether the person of this birth date is a minor.

    Args:
        text: `yyyy-mm-dd` or `yyyy` (OpenID Connect), `yyyymmdd` or `dd/mm/yyyy` (the national portal, VNeID). Of a
            year alone the last day is taken: whoever may be a minor is one.

    Returns:
        `None` where no date is told, or none that can be.
    """
    if isinstance(text, str) and _YEAR.fullmatch(text.strip()):
        text = f"{text.strip()}-12-31"
    found = _DATE.fullmatch(text.strip()) if isinstance(text, str) else None
    if found is None:
        return None
    year, month, day = found.group(1, 2, 3) if found.group(1) else found.group(6, 5, 4)
    try:
        born = date(int(year), int(month), int(day))
    except ValueError:
        return None
    now = today or timezone.localdate()
    age = now.year - born.year - ((now.month, now.day) < (born.month, born.day))
    adult = int(getattr(settings, "DIGITAL_LITERACY_ADULT_AGE", ADULT_AGE))
    return age < adult if age >= 0 else None
