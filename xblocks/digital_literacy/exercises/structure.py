"""Reads how an exercise is built: items and content in order, pools, alternate forms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from digital_literacy.exercises.content_types import content_types
from digital_literacy.exercises.item_types import item_types
from digital_literacy.exercises.model import AlternateForm, Content, Exercise, Item, Part, Pool
from digital_literacy.exercises.reader import MAX_ITEMS, Reader
from digital_literacy.exercises.terms import check_terms, mark_term
from digital_literacy.olx.messages import gettext_noop

INTRO = "intro"
POOL = "pool"
FORM = "form"
MAX_FORMS = 10
_WHOLE = re.compile(r"[1-9]\d{0,3}\Z")


def read_structure(element: etree._Element, reader: Reader) -> Exercise:
    """Read a resolved `skills_exercise`; faults go to `reader`."""
    taken: set[str] = set()
    intro = reader.rich(reader.single(element, INTRO), replace=mark_term)
    parts = _read_parts(element, reader, taken, (INTRO, POOL, FORM))
    elements = element.findall(FORM)
    forms = tuple(_read_form(form, reader, taken) for form in elements)
    exercise = Exercise(intro=intro, parts=parts, forms=forms)
    _check_forms(element, elements, exercise, reader)
    check_terms(element, reader)
    if not exercise.items:
        reader.fault(
            element,
            gettext_noop("The exercise has no question."),
            gettext_noop("Add at least one of: %(known)s."),
            known=", ".join(sorted(item_types())),
        )
    return exercise


def _read_parts(
    element: etree._Element, reader: Reader, taken: set[str], also: Sequence[str]
) -> tuple[Part, ...]:
    items, contents = item_types(), content_types()
    parts: list[Part] = []
    for child in reader.children(element, (*also, *items, *contents)):
        tag = str(child.tag)
        if tag in items:
            parts.append(items[tag].read(child, reader, taken))
        elif tag in contents:
            parts.append(contents[tag].read(child, reader, taken))
        elif tag == POOL:
            parts.append(_read_pool(child, reader, taken))
    reader.limit(element, len([part for part in parts if isinstance(part, Item)]), MAX_ITEMS, "item")
    reader.limit(element, len(parts), 2 * MAX_ITEMS, "part")
    return tuple(parts)


def _read_pool(element: etree._Element, reader: Reader, taken: set[str]) -> Pool:
    reader.attributes(element, ("id", "draw", "shuffle"))
    identifier = reader.identifier(element, taken)
    entries: list[tuple[Item | Content, ...]] = []
    waiting: list[Item | Content] = []
    for part in _read_parts(element, reader, taken, ()):
        waiting.append(part)  # type: ignore[arg-type]
        if isinstance(part, Item):
            entries.append(tuple(waiting))
            waiting = []
    if entries and waiting:
        reader.fault(
            element,
            gettext_noop("The last part of the pool belongs to no question: it would never be shown."),
            gettext_noop(
                "Put it before the question it belongs to, or outside the pool to show it to everyone."
            ),
        )
    pool = Pool(
        id=identifier,
        draw=_read_draw(element, reader, len(entries)),
        entries=tuple(entries),
        shuffle=reader.flag(element, "shuffle"),
    )
    _check_pool(element, pool, reader)
    return pool


def _read_draw(element: etree._Element, reader: Reader, count: int) -> int:
    text = element.get("draw", "1").strip()
    if _WHOLE.match(text) and int(text) <= max(count, 1):
        return int(text)
    reader.fault(
        element,
        gettext_noop('draw="%(value)s" does not fit a pool of %(count)d questions.'),
        gettext_noop("Write a whole number from 1 to %(count)d."),
        value=text[:40],
        count=count,
    )
    return 1


def _check_pool(element: etree._Element, pool: Pool, reader: Reader) -> None:
    if not pool.entries:
        reader.fault(
            element,
            gettext_noop("The pool has no question."),
            gettext_noop("Put at least two questions into it, or remove it."),
        )
    elif not pool.gives_all and len({item.points for item in pool.items}) > 1:
        reader.fault(
            element,
            gettext_noop(
                "The questions of the pool are not worth the same, so learners could not get equal points."
            ),
            gettext_noop('Give all of them the same points="…".'),
        )


def _read_form(element: etree._Element, reader: Reader, taken: set[str]) -> AlternateForm:
    reader.attributes(element, ("id",))
    identifier = reader.identifier(element, taken)
    form = AlternateForm(id=identifier, parts=_read_parts(element, reader, taken, (POOL,)))
    if not form.points:
        reader.fault(
            element,
            gettext_noop("The form has no question."),
            gettext_noop("Put into it what is asked in this form, or remove it."),
        )
    return form


def _check_forms(
    element: etree._Element, elements: Sequence[etree._Element], exercise: Exercise, reader: Reader
) -> None:
    forms = exercise.forms
    reader.limit(element, len(forms), MAX_FORMS, FORM)
    if not forms:
        return
    if len(forms) == 1:
        reader.fault(
            elements[0],
            gettext_noop("There is only one form, so there is nothing to draw from."),
            gettext_noop("Add another <form>, or take the questions out of this one."),
        )
    if any(not isinstance(part, Content) for part in exercise.parts):
        reader.fault(
            element,
            gettext_noop("A question or a pool stands outside the forms."),
            gettext_noop(
                "Put it into each form it belongs to; text and pictures for all forms may stay outside."
            ),
        )
    for each, form in zip(elements, forms, strict=True):
        if form.points != forms[0].points:
            reader.fault(
                each,
                gettext_noop(
                    "The form “%(id)s” is worth %(points)s points, the form “%(first)s” %(wanted)s."
                ),
                gettext_noop("Give the forms the same points in all."),
                id=form.id,
                points=f"{float(form.points):g}",
                first=forms[0].id,
                wanted=f"{float(forms[0].points):g}",
            )
