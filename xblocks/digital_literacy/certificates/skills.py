"""Skill codes that certificates name as alignments: the framework of Circular 02/2025/TT-BGDĐT."""

from __future__ import annotations

from digital_literacy.certificates.credential import Skill
from digital_literacy.frameworks.skills import national_frameworks

FRAMEWORK = "tt02"
_TT02 = national_frameworks()[FRAMEWORK]
FRAMEWORK_NAME = _TT02.title_vi
# Competences alone, by their numbers: a certificate does not attest a whole domain.
NAMES = {code.partition(":")[2]: skill.title_vi for code, skill in _TT02.skills.items() if "." in code}


def is_known(code: str) -> bool:
    """Whether a code such as `tt02:4.2` is in the framework."""
    prefix, _, number = code.partition(":")
    return prefix == FRAMEWORK and number in NAMES


def skill(code: str, *, base_url: str) -> Skill:
    """The skill with a known code; its address is a page of this site.

    Raises:
        KeyError: the code is not known.
    """
    number = code.removeprefix(f"{FRAMEWORK}:")
    return Skill(
        code=code,
        name=f"{number} {NAMES[number]}",
        framework=FRAMEWORK_NAME,
        url=f"{base_url}/skills/{FRAMEWORK}/{number}/",
    )
