"""What the forms of short answer and cloze share."""

from digital_literacy.exercises.forms import Attribute, Many, Part, Text
from digital_literacy.olx.messages import gettext_noop

_EARNS = {
    "full": gettext_noop("Counts as right"),
    "partial": gettext_noop("Half the points; the learner is told"),
    "no": gettext_noop("Wrong"),
}


def _tolerance(name: str, label: str, default: str, help_text: str = "") -> Attribute:
    return Attribute(name=name, label=label, kind="choice", choices=_EARNS, default=default, help=help_text)


ACCEPTS = Many(
    tag="accept",
    label=gettext_noop("Accepted answer"),
    sample="<accept></accept>",
    fewest=1,
    help=gettext_noop("As a learner types it. The first one is shown as the solution."),
    parts=(Text(tag="", label=gettext_noop("Answer"), kind="line", required=True),),
)
WRONGS = Many(
    tag="wrong",
    label=gettext_noop("Common mistake"),
    sample='<wrong text=""><feedback><p></p></feedback></wrong>',
    title="text",
    help=gettext_noop("Wrong even where a tolerance would accept it."),
    parts=(
        Attribute(name="text", label=gettext_noop("What is typed")),
        Text(tag="feedback", label=gettext_noop("Feedback to who types this")),
    ),
)
WHEN_ALMOST = Text(
    tag="feedback", label=gettext_noop("Feedback when almost right"), attributes={"when": "almost"}
)
KIND = Attribute(
    name="kind",
    label=gettext_noop("What is typed here"),
    kind="choice",
    default="text",
    choices={
        "text": gettext_noop("Words"),
        "number": gettext_noop("A number"),
        "date": gettext_noop("A date"),
    },
)
LABEL = Attribute(
    name="label",
    label=gettext_noop("Label"),
    help=gettext_noop("What belongs here, for learners who listen to the page."),
)
SIZE = Attribute(
    name="size",
    label=gettext_noop("Width of the box"),
    kind="choice",
    default="medium",
    choices={
        "short": gettext_noop("Short"),
        "medium": gettext_noop("Medium"),
        "long": gettext_noop("Long"),
    },
    help=gettext_noop("Numbers and dates are short unless you choose otherwise."),
)
TOLERANCES: tuple[Part, ...] = (
    _tolerance("case", gettext_noop("Capital and small letters differ"), "full"),
    _tolerance("spaces", gettext_noop("Spaces differ"), "full"),
    _tolerance("punctuation", gettext_noop("Closing punctuation differs"), "full"),
    _tolerance("tone_placement", gettext_noop("Tone on another letter: hoà, hòa"), "full"),
    _tolerance("i_y", gettext_noop("i for y: kĩ, kỹ"), "full"),
    _tolerance("no_marks", gettext_noop("Typed without any Vietnamese marks"), "partial"),
    _tolerance("keyboard", gettext_noop("Telex or VNI keys left: dduowngf, d9u7o7ng2"), "partial"),
    _tolerance(
        "typos",
        gettext_noop("A letter or two differ"),
        "partial",
        gettext_noop("Never in short words, figures and addresses, and never where it makes another word."),
    ),
    _tolerance(
        "decimal_point", gettext_noop("Decimals behind a point: 1.5"), "full", gettext_noop("Numbers only.")
    ),
    Attribute(
        name="within",
        label=gettext_noop("How far a number may be off"),
        help=gettext_noop("Numbers only. Leave it empty for exactly this number."),
    ),
)
