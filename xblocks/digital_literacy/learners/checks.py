"""System check: can the platform's own skill frameworks be read?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.checks import CheckMessage, Error, register

from digital_literacy.frameworks.skills import read_frameworks
from digital_literacy.learners.skills import framework_files


@register("digital_literacy")
def check_skill_frameworks(app_configs: Any, **_kwargs: Any) -> list[CheckMessage]:
    """Each file of `DIGITAL_LITERACY_SKILL_FRAMEWORKS` must be there and in the form of `frameworks/skills.md`."""
    found: list[CheckMessage] = []
    for path in framework_files():
        try:
            read_frameworks(Path(path).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            problem = f"The skill frameworks in {path} cannot be used."
            found.append(Error(problem, hint=str(error), id="digital_literacy.E030"))
    return found
