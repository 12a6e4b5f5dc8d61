"""A fictional person and what happens to him: what the right dossier follows from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from digital_literacy.olx.markup import RichText
from digital_literacy.olx.messages import gettext_noop
from digital_literacy.public_services.questions import Question
from digital_literacy.public_services.service import Rubric, Service

# What a person's card can show, with the format of each detail.
DETAILS = {
    "full_name": ("person_name", gettext_noop("Full name")),
    "birth_date": ("date", gettext_noop("Date of birth")),
    "gender": ("choice", gettext_noop("Sex")),
    "identity_number": ("identity_number", gettext_noop("Personal identification number (sample)")),
    "phone": ("phone", gettext_noop("Telephone (sample)")),
    "email": ("email", gettext_noop("E-mail (sample)")),
    "address": ("text", gettext_noop("Permanent residence")),
    "ethnic_group": ("text", gettext_noop("Ethnic group")),
    "nationality": ("text", gettext_noop("Nationality")),
    "card_issued_on": ("date", gettext_noop("Identity card issued on")),
    "card_issued_by": ("text", gettext_noop("Identity card issued by")),
}
GENDERS = {"male": gettext_noop("Male"), "female": gettext_noop("Female")}


@dataclass(frozen=True)
class Detail:
    """One line of a card; `label` is a message id for known details and author's text for notes."""

    id: str
    label: str
    value: str


@dataclass(frozen=True)
class Person:
    """A fictional person. `id` says what part he plays: filer, subject, head, guardian, member1 …"""

    id: str
    role: str
    details: tuple[Detail, ...]

    def value(self, detail: str) -> str:
        """A detail's normalised value, or empty."""
        return next((found.value for found in self.details if found.id == detail), "")


@dataclass(frozen=True)
class Trap:
    """Words a text must not hold (an old district, say), and why."""

    words: str
    reason: str


@dataclass(frozen=True)
class Expectation:
    """What a field should hold: one value, or a text that mentions all of `mentions` and none of `traps`.

    `example` is such a text as a careful person writes it.
    """

    value: str = ""
    example: str = ""
    mentions: tuple[str, ...] = ()
    traps: tuple[Trap, ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class TrayItem:
    """A paper the persona has at hand: what it looks like, and why it is the wrong one where it is.

    Attributes:
        trap: the trap of the rubric that handing it in falls into, or empty.
        refused: whether the agency does not accept a dossier with it.
    """

    id: str
    title: str
    look: RichText
    reason: RichText = RichText()
    trap: str = ""
    refused: bool = False


@dataclass(frozen=True)
class SupplementOption:
    """A paper to choose when the agency asks for one more."""

    id: str
    title: str
    look: RichText
    reason: RichText
    correct: bool = False


@dataclass(frozen=True)
class Supplement:
    """One request "Yêu cầu bổ sung giấy tờ"; after `tries` wrong papers the agency stops, unless it is 0."""

    request: RichText
    options: tuple[SupplementOption, ...]
    tries: int = 0

    def option(self, identifier: str) -> SupplementOption | None:
        """The option with this id."""
        return next((found for found in self.options if found.id == identifier), None)


@dataclass(frozen=True, kw_only=True, eq=False)
class Scenario:
    """The story of one practice.

    Attributes:
        today: the day of the story; ages, terms and expiry dates count from it.
        commune: code of the commune whose agency is the right one.
        attach: for each paper the tray items that are right; a paper not named must stay empty.
        slips: what stands wrong in a half-filled form, by field id.
        paper_slips: the wrong tray item, or none, that lies at a paper of a half-filled dossier.
    """

    today: date
    story: RichText
    people: tuple[Person, ...]
    commune: str
    expects: dict[str, Expectation] = field(default_factory=dict)
    tray: tuple[TrayItem, ...] = ()
    attach: dict[str, tuple[str, ...]] = field(default_factory=dict)
    slips: dict[str, str] = field(default_factory=dict)
    paper_slips: dict[str, str] = field(default_factory=dict)
    supplement: Supplement | None = None

    def person(self, identifier: str) -> Person | None:
        """The person in this part; the filer is the subject too where nobody else is."""
        found = next((person for person in self.people if person.id == identifier), None)
        return found or (self.person("filer") if identifier == "subject" else None)

    def value_of(self, source: str) -> str:
        """The value at `person.detail`, or empty."""
        who, _, what = source.partition(".")
        person = self.person(who)
        return person.value(what) if person else ""

    def item(self, identifier: str) -> TrayItem | None:
        """The tray item with this id."""
        return next((found for found in self.tray if found.id == identifier), None)


@dataclass(frozen=True, eq=False)
class Practice:
    """A service, a scenario in it and the way it is played."""

    service: Service
    scenario: Scenario
    mode: str = "try"
    rubric: Rubric = Rubric()

    @property
    def shows(self) -> bool:
        """Whether everything is shown filled in, to look at; nothing is filed or marked."""
        return self.mode == "show"

    @property
    def half_filled(self) -> bool:
        """Whether somebody else has filled the dossier in, with mistakes to find."""
        return self.mode == "faults"


def questions_of(practice: Practice) -> list[Question]:
    """The questions of the flow that a learner meets."""
    service = practice.service
    if practice.half_filled:
        return []
    return [*service.eligibility, *([service.payment.question] if service.payment else [])]
