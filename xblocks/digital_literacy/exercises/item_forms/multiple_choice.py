"""Studio's form of `multiple_choice`."""

from digital_literacy.exercises.forms import SHUFFLE, Attribute, item_form, options
from digital_literacy.olx.messages import gettext_noop

FORM = item_form(
    options("option", gettext_noop("Option")),
    Attribute(
        name="scoring",
        label=gettext_noop("Scoring"),
        kind="choice",
        default="partial",
        choices={
            "partial": gettext_noop("Right choices less wrong ones"),
            "right_less_wrong": gettext_noop("A wrong choice takes away as much as a right one gives"),
            "all_or_nothing": gettext_noop("Points only for a wholly right choice"),
        },
    ),
    SHUFFLE,
)
