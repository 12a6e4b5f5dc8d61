"""Studio's form of each item type: one module named like its tag, with a `FORM`."""

from __future__ import annotations

from importlib import import_module

from digital_literacy.exercises.content_types import content_types
from digital_literacy.exercises.forms import Element, Form, Text
from digital_literacy.exercises.item_types import item_types
from digital_literacy.olx.messages import gettext_noop

INTRO = Element(
    tag="intro",
    name=gettext_noop("Introduction"),
    sample="<intro>\n  <p></p>\n</intro>",
    form=Form(parts=(Text(tag="", label=gettext_noop("Text of the introduction")),)),
    once=True,
    first=True,
)


def form_of(tag: str) -> Form:
    """The form of the item type `tag`.

    Raises:
        ModuleNotFoundError: there is no such type, or it has no form.
    """
    form: Form = import_module(f"{__name__}.{tag}").FORM
    return form


def elements() -> tuple[Element, ...]:
    """Everything that may stand at the top of an exercise, in the order in which it is offered to authors."""
    items = (
        Element(tag=tag, name=kind.name, sample=kind.sample, form=form_of(tag), question=True)
        for tag, kind in item_types().items()
    )
    contents = (
        Element(tag=tag, name=kind.name, sample=kind.sample, form=kind.form)
        for tag, kind in content_types().items()
    )
    return (*items, *contents, INTRO)
