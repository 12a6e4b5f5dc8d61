"""Studio's form of `quick_deck`."""

from digital_literacy.exercises.forms import (
    SHUFFLE,
    WHEN_CORRECT,
    WHEN_INCORRECT,
    Attribute,
    Many,
    Text,
    item_form,
)
from digital_literacy.olx.messages import gettext_noop

FORM = item_form(
    Attribute(name="first", label=gettext_noop("First answer"), help=gettext_noop("Such as: Safe.")),
    Attribute(name="second", label=gettext_noop("Second answer"), help=gettext_noop("Such as: Dangerous.")),
    Many(
        tag="card",
        label=gettext_noop("Card"),
        fewest=2,
        title="text",
        sample='<card id="c1" answer="first"><text><p></p></text></card>',
        parts=(
            Text(tag="text", label=gettext_noop("Situation or statement"), required=True),
            Attribute(
                name="answer",
                label=gettext_noop("Right answer"),
                kind="choice",
                choices={"first": gettext_noop("First answer"), "second": gettext_noop("Second answer")},
            ),
            WHEN_CORRECT,
            WHEN_INCORRECT,
        ),
    ),
    Attribute(
        name="scoring",
        label=gettext_noop("Scoring"),
        kind="choice",
        default="per_card",
        choices={
            "per_card": gettext_noop("Each right card counts"),
            "less_guessing": gettext_noop("Right cards less wrong ones"),
        },
    ),
    SHUFFLE,
)
