"""How Studio lets an author fill in an element without seeing XML: a form is a description, one for each item type.

A form lists the parts of one OLX element. What a form does not name stays in the source as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from digital_literacy.olx.messages import gettext_noop

# How a value is entered. `line`: one line of plain text; `inline`: one line with <strong> and <em>; `rich`:
# paragraphs and lists; the others say themselves.
KINDS = ("line", "inline", "rich", "number", "flag", "choice", "file")


@dataclass(frozen=True, kw_only=True)
class Attribute:
    """One attribute of the element.

    Attributes:
        label, help: message ids.
        kind: `line`, `number`, `flag`, `choice`, or `file` for a file of the course.
        choices: for `choice`, message ids of the labels by value.
        default: what a missing attribute means; a value equal to it is not written.
    """

    name: str
    label: str
    kind: str = "line"
    help: str = ""
    choices: Mapping[str, str] | None = None
    default: str = ""


@dataclass(frozen=True, kw_only=True)
class Text:
    """One child element that holds text, or with an empty `tag` the text of the element itself.

    Attributes:
        kind: `line`, `inline` or `rich`.
        attributes: fixed attributes that tell it from others of its tag, such as `when="correct"`.
        required: whether the form says that it must not be empty.
        marks: for text in which stretches are marked as elements of their own, such as clues of a message: their
            form. A mark can be made from selected words.
    """

    tag: str
    label: str
    kind: str = "rich"
    help: str = ""
    attributes: Mapping[str, str] | None = None
    required: bool = False
    marks: Many | None = None


@dataclass(frozen=True, kw_only=True)
class One:
    """One child element with parts of its own."""

    tag: str
    label: str
    parts: tuple[Part, ...]
    help: str = ""


@dataclass(frozen=True, kw_only=True)
class Many:
    """Child elements of one tag, in order: they can be added, moved, duplicated and deleted.

    Attributes:
        label: message id of one of them.
        sample: OLX of a new one. Its id is replaced by a free one.
        fewest: the form does not delete below that.
        title: name of the part or attribute whose text stands in the heading of a folded one.
        among: children of several tags with the same word here stand in one order, as on a screen: the editor shows
            them as one list, in the source's order.
    """

    tag: str
    label: str
    parts: tuple[Part, ...]
    sample: str
    among: str = ""
    fewest: int = 0
    help: str = ""
    title: str = ""


@dataclass(frozen=True, kw_only=True)
class Items:
    """Child elements that are parts of the exercise themselves, as in a pool: the same list as at the top.

    Attributes:
        tags: which may stand here; empty for all.
    """

    tags: tuple[str, ...] = ()


Part = Attribute | Text | One | Many | Items


@dataclass(frozen=True, kw_only=True)
class Form:
    """The form of one item type."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, kw_only=True)
class Element:
    """One kind of element at the top of an exercise, as Studio offers it.

    Attributes:
        name: message id of its name.
        sample: OLX of a new one.
        question: whether it is an item with a number.
        once: whether there is at most one.
        first: whether a new one stands before all others.
    """

    tag: str
    name: str
    sample: str
    form: Form
    question: bool = False
    once: bool = False
    first: bool = False


POINTS = Attribute(
    name="points",
    label=gettext_noop("Points"),
    kind="number",
    default="1",
    help=gettext_noop("What a fully right answer is worth."),
)
PROMPT = Text(tag="prompt", label=gettext_noop("Question"), required=True)
HINTS = Many(
    tag="hint",
    label=gettext_noop("Hint"),
    parts=(Text(tag="", label=gettext_noop("Text of the hint")),),
    sample="<hint><p></p></hint>",
    help=gettext_noop("Given one at a time, when a learner asks."),
)
EXPLANATION = Text(
    tag="explanation",
    label=gettext_noop("Explanation"),
    help=gettext_noop("Shown together with the solution."),
)
SHUFFLE = Attribute(
    name="shuffle", label=gettext_noop("Each learner has an order of his own"), kind="flag", default="true"
)
CORRECT = Attribute(name="correct", label=gettext_noop("This is right"), kind="flag", default="false")
PINNED = Attribute(
    name="pinned",
    label=gettext_noop("Keeps its place when the others are shuffled"),
    kind="flag",
    default="false",
)
WHEN_CORRECT = Text(tag="feedback", label=gettext_noop("Feedback when right"), attributes={"when": "correct"})
WHEN_INCORRECT = Text(
    tag="feedback", label=gettext_noop("Feedback when not right yet"), attributes={"when": "incorrect"}
)


def item_form(*parts: Part) -> Form:
    """The form of an item: its own `parts` between what every item has."""
    return Form(parts=(PROMPT, *parts, HINTS, EXPLANATION, POINTS))


def options(tag: str, label: str) -> Many:
    """Options to choose from, each with its text, whether it is right, and its feedback."""
    return Many(
        tag=tag,
        label=label,
        fewest=2,
        title="text",
        sample=f'<{tag} id="a"><text></text><feedback><p></p></feedback></{tag}>',
        parts=(
            Text(tag="text", label=gettext_noop("Text"), kind="inline", required=True),
            CORRECT,
            PINNED,
            Text(tag="feedback", label=gettext_noop("Feedback to who chooses this")),
        ),
    )


def as_data(part: Element | Form | Part, translate: Any) -> dict[str, Any]:
    """A form as plain values for the editor's script.

    Args:
        translate: gettext for labels and helps.
    """
    data: dict[str, Any] = {"type": type(part).__name__.lower()}
    for name, value in vars(part).items():
        if name in ("label", "help", "name") and not (name == "name" and isinstance(part, Attribute)):
            data[name] = translate(value) if value else ""
        elif name == "choices" and value is not None:
            data[name] = [{"value": key, "label": translate(label)} for key, label in value.items()]
        elif name == "parts":
            data[name] = [as_data(each, translate) for each in value]
        elif name in ("marks", "form") and value is not None:
            data[name] = as_data(value, translate)
        else:
            data[name] = dict(value) if isinstance(value, Mapping) else value
    return data
