"""Studio's form of each item type: one module named like its tag, with a `FORM`."""

from __future__ import annotations

from importlib import import_module

from digital_literacy.exercises.forms import Form


def form_of(tag: str) -> Form:
    """The form of the item type `tag`.

    Raises:
        ModuleNotFoundError: there is no such type, or it has no form.
    """
    form: Form = import_module(f"{__name__}.{tag}").FORM
    return form
