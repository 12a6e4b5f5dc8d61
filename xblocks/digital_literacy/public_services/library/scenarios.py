"""Scenarios that come with the library's services: `<code>.scenarios.xml` beside the service."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from lxml import etree

from digital_literacy.olx.parsing import parse
from digital_literacy.public_services import library

FORMS = ("a", "b")
_OWN = ("id", "title", "groups", "form")  # attributes that only a scenario of the library has


@dataclass(frozen=True, eq=False)
class LibraryScenario:
    """One scenario.

    Attributes:
        id: unique in the whole library.
        groups: codes of the target groups it is written for; empty for everybody.
        form: `a` or `b`: as hard as the other, with other people and places, for a test before and one after.
    """

    id: str
    title: str
    groups: tuple[str, ...]
    form: str
    source: etree._Element

    def element(self) -> etree._Element:
        """A `<scenario>` as it stands in a block."""
        element = deepcopy(self.source)
        for name in _OWN:
            element.attrib.pop(name, None)
        element.tail = None
        return element


@lru_cache(maxsize=64)
def scenarios(code: str) -> tuple[LibraryScenario, ...]:
    """The scenarios of a service of the library, in their order."""
    file = resources.files(__package__).joinpath(f"{code}.scenarios.xml")
    if not code or not file.is_file():
        return ()
    root = parse(file.read_text(encoding="utf-8"))
    return tuple(
        LibraryScenario(
            id=str(child.get("id", "")),
            title=str(child.get("title", "")),
            groups=tuple(child.get("groups", "").split()),
            form=child.get("form", FORMS[0]),
            source=child,
        )
        for child in root.iterfind("scenario")
    )


def choose(
    code: str, *, wanted: str = "", form: str = FORMS[0], lineage: Sequence[str] = ()
) -> LibraryScenario | None:
    """The scenario that a learner gets.

    Args:
        code: a service of the library.
        wanted: the id of a scenario; empty to choose by group.
        form: which of the forms, where a group has both; the other where it has only that.
        lineage: the learner's target group and its parents, the nearest first.

    Returns:
        The scenario, or `None` where there is none.
    """
    found = scenarios(code)
    if wanted:
        return next((each for each in found if each.id == wanted), None)
    found = tuple(sorted(found, key=lambda each: each.form != form))
    for group in lineage:
        for each in found:
            if group in each.groups:
                return each
    return next((each for each in found if not each.groups), found[0] if found else None)


def groups(code: str) -> tuple[str, ...]:
    """Codes of the groups that have scenarios of their own, each once."""
    return tuple(dict.fromkeys(group for each in scenarios(code) for group in each.groups))


@lru_cache(maxsize=1)
def titles() -> dict[str, str]:
    """For each scenario's id, the service and what happens, in the order of the services' names."""
    return {
        each.id: f"{name}: {each.title} ({each.form.upper()})"
        for code, name in library.names().items()
        for each in scenarios(code)
    }
