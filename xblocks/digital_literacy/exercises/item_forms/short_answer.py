"""Studio's form of `short_answer`."""

from digital_literacy.exercises.forms import WHEN_CORRECT, WHEN_INCORRECT, item_form
from digital_literacy.exercises.item_forms._gaps import (
    ACCEPTS,
    KIND,
    LABEL,
    SIZE,
    TOLERANCES,
    WHEN_ALMOST,
    WRONGS,
)

FORM = item_form(KIND, ACCEPTS, WRONGS, *TOLERANCES, WHEN_CORRECT, WHEN_ALMOST, WHEN_INCORRECT, LABEL, SIZE)
