"""Studio's form of `cloze`."""

from dataclasses import replace

from digital_literacy.exercises.forms import (
    WHEN_CORRECT,
    WHEN_INCORRECT,
    Attribute,
    Many,
    Text,
    item_form,
    options,
)
from digital_literacy.exercises.item_forms._gaps import (
    ACCEPTS,
    KIND,
    LABEL,
    SIZE,
    TOLERANCES,
    WHEN_ALMOST,
    WRONGS,
)
from digital_literacy.olx.messages import gettext_noop

_GAPS = Many(
    tag="gap",
    label=gettext_noop("Gap"),
    sample='<gap id="g1"></gap>',
    parts=(
        KIND,
        replace(
            ACCEPTS,
            label=gettext_noop("Also accepted"),
            fewest=0,
            help=gettext_noop("Other answers than the words of the gap themselves."),
        ),
        WRONGS,
        replace(
            options("choice", gettext_noop("Choice")),
            fewest=0,
            help=gettext_noop("With choices the gap is a drop-down. Its own words are then a right choice."),
        ),
        *TOLERANCES,
        Attribute(
            name="any_order",
            label=gettext_noop("Shares its answers"),
            help=gettext_noop("Write the same word at gaps whose answers may be exchanged."),
        ),
        LABEL,
        SIZE,
    ),
)
FORM = item_form(
    Text(
        tag="text",
        label=gettext_noop("Text with gaps"),
        help=gettext_noop("Select the words that learners are to fill in and make them a gap."),
        required=True,
        marks=_GAPS,
    ),
    WHEN_CORRECT,
    WHEN_ALMOST,
    WHEN_INCORRECT,
)
