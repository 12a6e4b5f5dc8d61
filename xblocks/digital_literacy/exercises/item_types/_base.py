"""What an item type does, and the reading that all of them share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from lxml import etree

from digital_literacy.exercises.answers import Slot
from digital_literacy.exercises.ids import OpaqueIds
from digital_literacy.exercises.model import Answer, Drawing, Item, Outcome, SolutionLine
from digital_literacy.exercises.reader import Reader
from digital_literacy.exercises.terms import mark_term
from digital_literacy.olx.markup import RichText

I = TypeVar("I", bound=Item)  # noqa: E741

COMMON_ATTRIBUTES = ("id", "points")
COMMON_CHILDREN = ("prompt", "hint", "explanation")

COMMON_SECRETS = frozenset({"feedback", "reason", "explanation", "hint", "@id", "@correct"})
COMMON_OPEN = frozenset({"prompt", "text", "@points", "@shuffle"})


class ItemType(ABC, Generic[I]):
    """One kind of question: how it is read, shown without its answers, and graded.

    Attributes:
        tag: the OLX element.
        place: where it stands among the types offered to authors.
        name: message id of its name.
        instruction: message id of what the learner is to do.
        headings: message ids for the kinds of its marks and solution lines.
        sample: a valid OLX item for authors to start from.
        has_style: whether the type has styles of its own, in `assets/public/exercise/<tag>.css`.
        secrets: elements, and attributes as `@name`, that no learner may see before the rules reveal them.
        open: elements and attributes that he may see. A test finds what is in neither, and looks for the text of
            `secrets` in everything that reaches a browser.
        scripts: files of `assets/public/` that must be loaded before its own script.
    """

    tag: ClassVar[str]
    place: ClassVar[int]
    name: ClassVar[str]
    instruction: ClassVar[str]
    headings: ClassVar[Mapping[str, str]]
    sample: ClassVar[str]
    has_style: ClassVar[bool] = False
    secrets: ClassVar[frozenset[str]] = COMMON_SECRETS
    open: ClassVar[frozenset[str]] = COMMON_OPEN
    scripts: ClassVar[tuple[str, ...]] = ()

    @abstractmethod
    def read(self, element: etree._Element, reader: Reader, taken: set[str]) -> I:
        """Read one item; faults go to `reader`, its id to `taken`."""

    @abstractmethod
    def read_answer(self, item: I, raw: object, slot: Slot) -> Answer:
        """Check a raw answer and put it in terms of author's ids; `None` where nothing was answered.

        Raises:
            InvalidAnswer: what no page of ours sends.
        """

    @abstractmethod
    def grade(self, item: I, answer: Any) -> Outcome:
        """Grade a checked answer."""

    @abstractmethod
    def view(self, item: I, ids: OpaqueIds, answer: Any) -> dict[str, object]:
        """What its template needs besides prompt and points. Holds nothing that gives an answer away.

        Args:
            ids: names for the parts.
            answer: the learner's last checked answer, or `None`.
        """

    @abstractmethod
    def solution(self, item: I) -> tuple[SolutionLine, ...]:
        """What would have been right and why, for when it may be shown."""

    def drawings(self, _item: I) -> Mapping[str, Drawing]:
        """The kinds of solution lines that a template of the type's own draws, instead of a list."""
        return {}

    @abstractmethod
    def words(self, item: I) -> tuple[str, ...]:
        """Texts of the item for a search index; no answers and no reasons."""

    def hint_at(self, item: I, place: str, ids: OpaqueIds) -> tuple[str, RichText] | None:
        """The hint for a place inside the item, and the place's own id; `None` where there is no such place.

        Args:
            place: what the page says of where the learner is, unchecked.
        """
        return None

    def common(
        self,
        element: etree._Element,
        reader: Reader,
        taken: set[str],
        *,
        attributes: Sequence[str] = (),
        children: Sequence[str] = (),
    ) -> dict[str, Any]:
        """Read what every item has, as arguments for the item's class; refuse what is not in the item."""
        reader.attributes(element, (*COMMON_ATTRIBUTES, *attributes))
        reader.children(element, (*COMMON_CHILDREN, *children))
        return {
            "id": reader.identifier(element, taken),
            "points": reader.number(element, "points", "1"),
            "prompt": reader.required(element, "prompt", replace=mark_term),
            "hints": tuple(filter(None, (reader.rich(hint) for hint in element.findall("hint")))),
            "explanation": reader.rich(reader.single(element, "explanation")),
        }
