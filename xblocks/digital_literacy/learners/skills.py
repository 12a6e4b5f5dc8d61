"""The skill frameworks of this platform: those of the suite and those of `DIGITAL_LITERACY_SKILL_FRAMEWORKS`."""

from __future__ import annotations

import logging
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from digital_literacy.frameworks.skills import Frameworks, national_frameworks, title, with_extra

log = logging.getLogger(__name__)


def skill_frameworks() -> Frameworks:
    """All frameworks by their codes; a file that cannot be used is left out (`learners.checks` reports it)."""
    return _frameworks(framework_files())


def framework_files() -> tuple[str, ...]:
    """The paths of the platform's own framework files."""
    return tuple(str(path) for path in getattr(settings, "DIGITAL_LITERACY_SKILL_FRAMEWORKS", ()))


def named_skills(codes: str, language: str) -> list[dict[str, str]]:
    """`code` and `title` of each code in `codes`; the title is empty where none is known."""
    frameworks = skill_frameworks()
    return [{"code": code, "title": title(code, language, frameworks)} for code in codes.split()]


@lru_cache(maxsize=8)
def _frameworks(paths: tuple[str, ...]) -> Frameworks:
    found = national_frameworks()
    for path in paths:
        try:
            found = with_extra(found, [Path(path).read_text(encoding="utf-8")])
        except (OSError, ValueError) as error:
            log.error("The skill frameworks in %s are left out: %s", path, error)
    return found
