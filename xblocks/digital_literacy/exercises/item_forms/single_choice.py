"""Studio's form of `single_choice`."""

from digital_literacy.exercises.forms import SHUFFLE, item_form, options
from digital_literacy.olx.messages import gettext_noop

FORM = item_form(options("option", gettext_noop("Option")), SHUFFLE)
