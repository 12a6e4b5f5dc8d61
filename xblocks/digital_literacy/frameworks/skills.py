"""Skill frameworks: which codes there are, and what they are called (see `skills.md` beside it)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from importlib import resources

from digital_literacy.olx.messages import gettext_noop

NATIONAL = ("tt02", "kns757", "digcomp22")
COLUMNS = ("code", "title_vi", "title_en", "complete", "source", "checked_on")
CODE = re.compile(r"[a-z][a-z0-9]*:[A-Za-z0-9][A-Za-z0-9.\-]*\Z")
_NAME = re.compile(r"[a-z][a-z0-9]*\Z")


@dataclass(frozen=True)
class Skill:
    """One skill, or a domain of skills.

    Attributes:
        code: as authors write it, `framework:code`.
        checked_on: day somebody compared it with the official text, `YYYY-MM-DD`; empty where nobody has.
    """

    code: str
    title_vi: str = ""
    title_en: str = ""
    checked_on: str = ""

    def title(self, language: str) -> str:
        """The title, Vietnamese unless `language` is English; the other one where it is missing."""
        return _either(self.title_vi, self.title_en, language)


@dataclass(frozen=True)
class Framework:
    """A framework. Where it is not `complete`, codes that are not in `skills` are accepted."""

    code: str
    title_vi: str = ""
    title_en: str = ""
    complete: bool = False
    source: str = ""
    checked_on: str = ""
    skills: Mapping[str, Skill] = field(default_factory=dict)

    def title(self, language: str) -> str:
        """The title, Vietnamese unless `language` is English; the other one where it is missing."""
        return _either(self.title_vi, self.title_en, language)


Frameworks = Mapping[str, Framework]


@dataclass(frozen=True)
class SkillProblem:
    """What is wrong with one code: message ids of problem and cure, and their parameters."""

    problem: str
    cure: str
    params: dict[str, object]


def read_frameworks(text: str) -> dict[str, Framework]:
    """The frameworks of one CSV file, by their codes.

    Raises:
        ValueError: a column is missing, or a row stands before its framework or has no proper code.
    """
    rows = csv.DictReader(text.removeprefix("\ufeff").splitlines(), restval="")
    if not set(COLUMNS) <= set(rows.fieldnames or ()):
        raise ValueError(f"the columns must be {', '.join(COLUMNS)}")
    found: dict[str, Framework] = {}
    skills: dict[str, dict[str, Skill]] = {}
    for row in rows:
        code, titles = row["code"], (row["title_vi"], row["title_en"])
        if _NAME.match(code):
            skills[code] = {}
            complete = row["complete"] == "yes"
            found[code] = Framework(
                code, *titles, complete, row["source"], row["checked_on"], skills=skills[code]
            )
        elif CODE.match(code) and prefix_of(code) in found:
            skills[prefix_of(code)][code] = Skill(code, *titles, row["checked_on"])
        else:
            raise ValueError(f"the row {code[:40]!r} has no proper code, or stands before its framework")
    return found


@cache
def national_frameworks() -> Frameworks:
    """The frameworks that come with the suite, by their codes."""
    return with_extra({}, (_own_file(f"skills-{name}.csv") for name in NATIONAL))


def with_extra(frameworks: Frameworks, texts: Iterable[str]) -> dict[str, Framework]:
    """Add the frameworks of more CSV texts; one with a known code replaces it.

    Raises:
        ValueError: as `read_frameworks`.
    """
    merged = dict(frameworks)
    for text in texts:
        merged.update(read_frameworks(text))
    return merged


@cache
def mapping() -> Mapping[str, tuple[str, ...]]:
    """Codes that mean the same in another framework, in both directions."""
    same: dict[str, tuple[str, ...]] = {}
    for row in csv.DictReader(_own_file("skill-mapping.csv").splitlines()):
        for one, other in ((row["code"], row["same_as"]), (row["same_as"], row["code"])):
            same[one] = (*same.get(one, ()), other)
    return same


def lookup(code: str, frameworks: Frameworks) -> Skill | None:
    """The skill with this code, where its framework lists it."""
    framework = frameworks.get(prefix_of(code))
    return framework.skills.get(code) if framework else None


def title(code: str, language: str, frameworks: Frameworks) -> str:
    """The skill's title in the reader's language; empty where none is known."""
    skill = lookup(code, frameworks)
    return skill.title(language) if skill else ""


def prefix_of(code: str) -> str:
    """The framework's code in a skill code."""
    return code.partition(":")[0]


def check(codes: str, frameworks: Frameworks) -> Iterator[SkillProblem]:
    """What is wrong with the codes in `codes`, which have blanks between them.

    Args:
        frameworks: known ones by their codes; empty to accept any framework.
    """
    for code in codes.split():
        framework = frameworks.get(prefix_of(code))
        if not CODE.match(code):
            yield SkillProblem(*_NOT_A_CODE, {"code": code[:80]})
        elif frameworks and framework is None:
            yield _unknown_framework(code, frameworks)
        elif framework and framework.complete and code not in framework.skills:
            yield _unknown_code(code, framework)


def _unknown_framework(code: str, frameworks: Frameworks) -> SkillProblem:
    name = prefix_of(code)
    near = next(iter(get_close_matches(name, frameworks, n=1, cutoff=0.4)), "")
    params: dict[str, object] = {
        "code": code[:80],
        "name": name[:40],
        "near": near,
        "known": ", ".join(frameworks),
    }
    return SkillProblem(*_UNKNOWN_FRAMEWORK[bool(near)], params)


def _unknown_code(code: str, framework: Framework) -> SkillProblem:
    near = next(iter(get_close_matches(code, framework.skills, n=1, cutoff=0.6)), "")
    params: dict[str, object] = {
        "code": code[:80],
        "name": framework.code,
        "near": near,
        "known": ", ".join(framework.skills),
    }
    return SkillProblem(*_UNKNOWN_CODE[bool(near)], params)


def _either(vietnamese: str, english: str, language: str) -> str:
    return (english or vietnamese) if language.startswith("en") else (vietnamese or english)


def _own_file(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


_NOT_A_CODE = (
    gettext_noop("“%(code)s” is not a skill code."),
    gettext_noop("Write framework:code, such as tt02:4.2, with blanks between codes."),
)
_UNKNOWN_FRAMEWORK = {
    True: (
        gettext_noop("“%(code)s” names the skill framework “%(name)s”, which is not known here."),
        gettext_noop("Did you mean “%(near)s”? Known here: %(known)s."),
    ),
    False: (
        gettext_noop("“%(code)s” names the skill framework “%(name)s”, which is not known here."),
        gettext_noop("Known here: %(known)s."),
    ),
}
_UNKNOWN_CODE = {
    True: (
        gettext_noop("The skill framework “%(name)s” has no code “%(code)s”."),
        gettext_noop("Did you mean “%(near)s”?"),
    ),
    False: (
        gettext_noop("The skill framework “%(name)s” has no code “%(code)s”."),
        gettext_noop("Write one of: %(known)s."),
    ),
}
