"""What a public service is, as data. One definition serves every mode; see `reading.py` for its OLX."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from digital_literacy.frameworks.administrative_units import unit
from digital_literacy.olx.markup import RichText
from digital_literacy.public_services.conditions import Condition, fields_of
from digital_literacy.public_services.questions import Payment, Question


@dataclass(frozen=True, kw_only=True)
class Checked:
    """Where a fact comes from. Learners are told when it was not checked, and never shown an unchecked sum."""

    checked: bool = False
    checked_on: date | None = None
    source: str = ""

    def is_stale(self, today: date, months: int) -> bool:
        """Whether the fact was last checked more than `months` months before `today`."""
        if self.checked_on is None:
            return True
        passed = (today.year - self.checked_on.year) * 12 + today.month - self.checked_on.month
        return passed > months or (passed == months and today.day > self.checked_on.day)


@dataclass(frozen=True, kw_only=True)
class Fact(Checked):
    """One row of the procedure page."""

    id: str
    label: str
    text: RichText


@dataclass(frozen=True, kw_only=True)
class Fee(Checked):
    """What filing costs, in đồng."""

    id: str
    label: str
    amount: int


@dataclass(frozen=True, kw_only=True)
class Term(Checked):
    """How many working days the agency has."""

    days: int = 0


@dataclass(frozen=True, kw_only=True)
class SearchResult:
    """A line of the search: the right procedure, a near miss, or a lure that leaves the portal."""

    id: str
    name: str
    agency: str
    host: str
    correct: bool = False
    lure: bool = False
    reason: RichText = RichText()


@dataclass(frozen=True)
class Option:
    """One choice of a field."""

    id: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Field:
    """A field of the form.

    Attributes:
        kind: a format of `formats.FORMATS`.
        source: where the right value stands (`filer.full_name`), or empty.
        locked: the portal fills it in and the learner cannot change it.
        default: the value it starts with.
        clue: help that is given when asked for, and counted.
        trap: the trap of the rubric that a wrong answer falls into, or empty.
        reasons: the author's words for a mistake, by its code; `different` is the general one.
    """

    id: str
    kind: str
    label: str
    required: bool = False
    locked: bool = False
    source: str = ""
    default: str = ""
    hint: str = ""
    why: RichText = RichText()
    clue: RichText = RichText()
    choices: tuple[Option, ...] = ()
    minimum: int = 0
    maximum: int = 200
    when: str = "any"
    show: Condition | None = None
    points: int = 1
    skill: str = ""
    trap: str = ""
    reasons: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Section:
    """Fields under one heading."""

    id: str
    title: str
    intro: RichText = RichText()
    show: Condition | None = None
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Page:
    """One step of the form."""

    id: str
    title: str
    after_papers: bool = False
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Rule:
    """What must hold between fields; the message stands at `field`."""

    id: str
    field: str
    require: Condition
    message: str

    @cached_property
    def fields(self) -> frozenset[str]:
        """Ids of the fields it looks at."""
        return frozenset(fields_of(self.require))


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A row of the list of papers."""

    id: str
    label: str
    help: str = ""
    required: bool = False
    show: Condition | None = None
    skill: str = ""


# Traps that real people fall into, and what each costs of the points for traps.
TRAP_COSTS = {
    "owner": 3,
    "old_name": 2,
    "no_marks": 1,
    "date_format": 1,
    "expired": 2,
    "blurred": 1,
    "stranger": 4,
    "lure": 4,
}


@dataclass(frozen=True)
class Rubric:
    """Points of each part; what is earned beside fields and papers counts only as far as these are right.

    Attributes:
        time: points for filing within `minutes` from the first step; 0, and nothing is measured, unless wanted.
        trap_costs: points that each trap costs of those for traps, once for each dossier.
    """

    fields: int = 50
    papers: int = 20
    path: int = 5
    traps: int = 10
    supplement: int = 10
    help: int = 5
    time: int = 0
    minutes: int = 30
    trap_costs: Mapping[str, int] = field(default_factory=lambda: TRAP_COSTS)


# How an agency is named: by the commune or the province it stands in, or in one piece.
AGENCY_OF = ("commune", "province", "whole")


# Read once and kept: equal only to itself, so that what follows from it can be kept beside it.
@dataclass(frozen=True, kw_only=True, eq=False)
class Service:
    """A public service from search to papers.

    Attributes:
        agency_of: what the agency's name is completed with, one of `AGENCY_OF`; of a province only that is chosen.
        eligibility: what somebody asks himself before he files.
        outcome: what the agency does in the end, in a real case; never drawn as a document.
    """

    code: str
    name: str
    summary: RichText
    agency: str
    agency_of: str = "commune"
    form_code: str
    form_title: str
    checked_on: date
    stale_after_months: int = 6
    results: tuple[SearchResult, ...] = ()
    eligibility: tuple[Question, ...] = ()
    payment: Payment | None = None
    facts: tuple[Fact, ...] = ()
    fees: tuple[Fee, ...] = ()
    term: Term = Term()
    pages: tuple[Page, ...] = ()
    rules: tuple[Rule, ...] = ()
    papers: tuple[Paper, ...] = ()
    rubric: Rubric = Rubric()
    outcome: RichText = RichText()

    def sections(self) -> Iterator[Section]:
        """All sections, in order."""
        for page in self.pages:
            yield from page.sections

    def fields(self) -> Iterator[Field]:
        """All fields, in order."""
        for section in self.sections():
            yield from section.fields

    @cached_property
    def by_id(self) -> Mapping[str, Field]:
        """All fields by their ids."""
        return {item.id: item for item in self.fields()}

    def field(self, identifier: str) -> Field | None:
        """The field with this id."""
        return self.by_id.get(identifier)

    def page(self, identifier: str) -> Page | None:
        """The page with this id."""
        return next((found for found in self.pages if found.id == identifier), None)

    def paper(self, identifier: str) -> Paper | None:
        """The paper with this id."""
        return next((found for found in self.papers if found.id == identifier), None)

    def question(self, identifier: str) -> Question | None:
        """The question with this id: of eligibility, or `payment`."""
        if self.payment and identifier == self.payment.question.id:
            return self.payment.question
        return next((found for found in self.eligibility if found.id == identifier), None)

    def pays_at(self, due: str) -> bool:
        """Whether the fee is due at `filing`, or as an `obligation` later."""
        return self.payment is not None and self.payment.due == due

    def is_place(self, code: str) -> bool:
        """Whether a dossier can be filed at the unit with this code: a commune, or a province."""
        found = unit(code)
        return found is not None and bool(found.province_code) is (self.agency_of != "province")

    def place_of(self, commune: str) -> str:
        """The unit to choose for what happens in this commune."""
        found = unit(commune)
        return found.province_code if found and self.agency_of == "province" else commune

    def agency_at(self, place: str) -> str:
        """The agency of a place: `Công an` and `Phường Đông Hải` give `Công an phường Đông Hải`; or empty."""
        found = unit(place)
        if found is None or not self.is_place(place):
            return ""
        return (
            self.agency
            if self.agency_of == "whole"
            else f"{self.agency} {found.name[0].lower()}{found.name[1:]}"
        )

    def result(self, identifier: str) -> SearchResult | None:
        """The search result with this id."""
        return next((found for found in self.results if found.id == identifier), None)

    def checks(self) -> list[Checked]:
        """Everything with a date of checking."""
        return [*self.facts, *self.fees, self.term]
