"""Studio's form of `message_triage`."""

from digital_literacy.exercises.forms import (
    SHUFFLE,
    WHEN_CORRECT,
    WHEN_INCORRECT,
    Attribute,
    Many,
    One,
    Text,
    item_form,
    options,
)
from digital_literacy.exercises.item_types._message import CHANNELS
from digital_literacy.exercises.item_types.message_triage import VERDICTS
from digital_literacy.olx.messages import gettext_noop

_CLUES = Many(
    tag="part",
    label=gettext_noop("Marked words"),
    sample='<part id="c1"><reason><p></p></reason></part>',
    parts=(
        Attribute(name="clue", label=gettext_noop("This is a clue"), kind="flag", default="false"),
        Text(tag="reason", label=gettext_noop("Why it is a clue, or why not")),
    ),
)
_HEADS = {
    "address": gettext_noop("Address with marked words"),
    "from": gettext_noop("Sender with marked words"),
    "subject": gettext_noop("Subject with marked words"),
}


def _head(tag: str, label: str) -> Text:
    return Text(
        tag=tag,
        label=label,
        kind="inline",
        help=gettext_noop("Instead of the plain one above, where a clue stands in it."),
        marks=_CLUES,
    )


FORM = item_form(
    One(
        tag="message",
        label=gettext_noop("Message"),
        parts=(
            Attribute(
                name="channel", label=gettext_noop("Kind"), kind="choice", default="sms", choices=CHANNELS
            ),
            Attribute(name="from", label=gettext_noop("Sender")),
            Attribute(name="time", label=gettext_noop("Time")),
            Attribute(name="subject", label=gettext_noop("Subject")),
            Attribute(name="address", label=gettext_noop("Address in the address bar")),
            Text(
                tag="",
                label=gettext_noop("Text of the message"),
                help=gettext_noop("Select words and mark them; say of each whether it is a clue, and why."),
                required=True,
                marks=_CLUES,
            ),
            *(_head(tag, label) for tag, label in _HEADS.items()),
            Many(
                tag="line",
                label=gettext_noop("Line of the transcript"),
                help=gettext_noop("For a call or chat: lines instead of the text."),
                sample='<line by="them"></line>',
                parts=(
                    Attribute(
                        name="by",
                        label=gettext_noop("Who says it"),
                        kind="choice",
                        choices={"them": gettext_noop("The other side"), "me": gettext_noop("Me")},
                    ),
                    Text(tag="", label=gettext_noop("Text"), required=True, marks=_CLUES),
                ),
            ),
        ),
    ),
    One(
        tag="verdict",
        label=gettext_noop("What kind of message it is"),
        parts=(
            Attribute(name="answer", label=gettext_noop("Right answer"), kind="choice", choices=VERDICTS),
            WHEN_CORRECT,
            WHEN_INCORRECT,
        ),
    ),
    options("action", gettext_noop("What to do")),
    SHUFFLE,
)
