"""What single and multiple choice share: their options."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from digital_literacy.exercises.ids import OpaqueIds
from digital_literacy.exercises.model import Item, Mark, SolutionLine
from digital_literacy.exercises.reader import MAX_PARTS, Reader
from digital_literacy.olx.markup import RichText
from digital_literacy.olx.messages import gettext_noop

KIND = "option"
HEADINGS: Mapping[str, str] = {KIND: gettext_noop("Right answer")}


@dataclass(frozen=True)
class Option:
    """One option; `correct` and `feedback` stay on the server until the learner has chosen it.

    `pinned`: it keeps its place when the others are shuffled, as “all of these” must.
    """

    id: str
    text: RichText
    correct: bool
    feedback: RichText
    pinned: bool = False


@dataclass(frozen=True, kw_only=True)
class ChoiceItem(Item):
    """An item whose answer is chosen among options."""

    options: tuple[Option, ...]
    shuffle: bool = True

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The options' ids in the author's order."""
        return tuple(option.id for option in self.options)

    @cached_property
    def right(self) -> frozenset[str]:
        """Ids of the right options."""
        return frozenset(option.id for option in self.options if option.correct)


def read_options(
    element: etree._Element, reader: Reader, tag: str = "option", *, first: tuple[Option, ...] = ()
) -> tuple[Option, ...]:
    """Read the children `tag` of `element`, after what stands `first`.

    There must be at least two options with different ids, at least one of them right.
    """
    taken: set[str] = set()
    elements = element.findall(tag)
    options = (*first, *(_read_option(child, reader, taken) for child in elements))
    reader.limit(element, len(options), MAX_PARTS, tag)
    if len(options) < 2:
        reader.fault(
            element,
            gettext_noop("There is nothing to choose from: a choice needs at least two <%(tag)s>."),
            gettext_noop("Add another <%(tag)s>."),
            tag=tag,
        )
    if options and not any(option.correct for option in options):
        reader.fault(
            element,
            gettext_noop("No <%(tag)s> is right."),
            gettext_noop('Write correct="true" at the right one.'),
            tag=tag,
        )
    return options


def view_options(
    item_id: str,
    options: Collection[Option],
    ids: OpaqueIds,
    *,
    kind: str,
    shuffle: bool,
    chosen: Collection[str],
) -> list[dict[str, object]]:
    """The options as a learner may see them, in his order; pinned ones stay where the author put them."""
    by_id = {option.id: option for option in options}
    free = iter(ids.shuffled((item_id, kind), [option.id for option in options if not option.pinned]))
    order = [option.id if option.pinned else next(free) for option in options] if shuffle else list(by_id)
    return [
        {"token": ids.name((item_id, kind), each), "text": by_id[each].text, "chosen": each in chosen}
        for each in order
    ]


def mark(option: Option, kind: str = KIND) -> Mark:
    """The mark of a chosen option, with its own feedback."""
    return Mark(kind, option.id, option.text.text, option.correct, option.feedback)


def solution(options: Collection[Option], kind: str = KIND) -> tuple[SolutionLine, ...]:
    """The right options and why."""
    return tuple(SolutionLine(kind, o.id, o.text.text, o.feedback) for o in options if o.correct)


def _read_option(element: etree._Element, reader: Reader, taken: set[str]) -> Option:
    reader.attributes(element, ("id", "correct", "pinned"))
    reader.children(element, ("text", "feedback"))
    return Option(
        id=reader.identifier(element, taken),
        text=reader.label(element),
        correct=reader.flag(element, "correct"),
        feedback=reader.rich(reader.single(element, "feedback")),
        pinned=reader.flag(element, "pinned"),
    )
