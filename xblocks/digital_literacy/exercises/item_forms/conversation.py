"""Studio's form of `conversation`."""

from digital_literacy.exercises.forms import SHUFFLE, Attribute, Many, Text, item_form
from digital_literacy.exercises.item_types.conversation import CHANNELS, OUTCOMES
from digital_literacy.olx.messages import gettext_noop

_NAME = Attribute(
    name="id", label=gettext_noop("Name"), help=gettext_noop("Answers lead here by this name, such as t2.")
)
_SAY = Many(
    tag="say",
    label=gettext_noop("Answer"),
    fewest=1,
    title="text",
    sample='<say id="a" to=""><text></text><feedback><p></p></feedback></say>',
    parts=(
        Text(tag="text", label=gettext_noop("What the learner says or does"), kind="inline", required=True),
        Attribute(
            name="to",
            label=gettext_noop("Leads to"),
            help=gettext_noop("The name of a turn or of an end."),
        ),
        Attribute(
            name="cost",
            label=gettext_noop("Cost"),
            kind="number",
            default="0",
            help=gettext_noop("The share of the points that this answer takes away, such as 0.25."),
        ),
        Text(tag="feedback", label=gettext_noop("Feedback to who chooses this")),
    ),
)
FORM = item_form(
    Attribute(name="channel", label=gettext_noop("Kind"), kind="choice", default="call", choices=CHANNELS),
    Attribute(name="with", label=gettext_noop("The other side")),
    Many(
        tag="turn",
        label=gettext_noop("Turn"),
        help=gettext_noop(
            "What the other side says, and what can be answered. The first turn is the beginning."
        ),
        fewest=1,
        title="text",
        sample=(
            '<turn id="t1"><text><p></p></text>'
            '<say id="a" to=""><text></text><feedback><p></p></feedback></say></turn>'
        ),
        parts=(
            _NAME,
            Attribute(name="who", label=gettext_noop("Who speaks, if somebody else")),
            Text(tag="text", label=gettext_noop("What the other side says"), required=True),
            _SAY,
        ),
    ),
    Many(
        tag="end",
        label=gettext_noop("End of the conversation"),
        fewest=1,
        title="text",
        sample='<end id="e1" outcome="safe"><text><p></p></text><feedback><p></p></feedback></end>',
        parts=(
            _NAME,
            Attribute(name="outcome", label=gettext_noop("How it ended"), kind="choice", choices=OUTCOMES),
            Attribute(
                name="worth",
                label=gettext_noop("Worth"),
                kind="number",
                help=gettext_noop(
                    "A share from 0 to 1. Empty: 1 for a safe end, 0.5 with a risk, 0 for an unsafe one."
                ),
            ),
            Text(
                tag="text",
                label=gettext_noop("What happens"),
                help=gettext_noop("Read before it is graded: say what happens, not whether it was right."),
            ),
            Text(
                tag="feedback",
                label=gettext_noop("What to think of it"),
                help=gettext_noop("Shown with the result."),
            ),
        ),
    ),
    SHUFFLE,
)
