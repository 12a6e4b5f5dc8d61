"""Studio's form of `ordering`."""

from digital_literacy.exercises.forms import WHEN_CORRECT, WHEN_INCORRECT, Many, Text, item_form
from digital_literacy.olx.messages import gettext_noop

FORM = item_form(
    Many(
        tag="step",
        label=gettext_noop("Step"),
        help=gettext_noop("Write the steps in the right order; learners get them shuffled."),
        fewest=3,
        title="text",
        sample='<step id="s1"><text></text></step>',
        parts=(Text(tag="text", label=gettext_noop("Text"), kind="inline", required=True),),
    ),
    WHEN_CORRECT,
    WHEN_INCORRECT,
)
