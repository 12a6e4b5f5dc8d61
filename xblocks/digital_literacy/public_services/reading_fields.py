"""From OLX to the fields of a form."""

from __future__ import annotations

import dataclasses

from lxml import etree

from digital_literacy.olx.messages import gettext_noop
from digital_literacy.public_services.conditions import Condition, read_conditions
from digital_literacy.public_services.elements import Elements
from digital_literacy.public_services.formats import FORMATS
from digital_literacy.public_services.service import Field, Option, Section

_ATTRIBUTES = "id type required locked from default min max when points skill trap"
_CHILDREN = "label hint why clue option show reason"
_MOST_ROWS = 5


def read_fields(section: etree._Element, taken: set[str], elements: Elements) -> tuple[Field, ...]:
    """The fields of a section."""
    return tuple(_field(child, taken, elements) for child in elements.each(section, "field"))


def read_rows(element: etree._Element, taken: set[str], elements: Elements) -> list[Section]:
    """A table of people: one section a row, shown as far as the field named by `count` says.

    A field `full_name` of the table `member` becomes `member1_full_name`, and its source `member.full_name` becomes
    `member1.full_name`.
    """
    elements.known(element, attributes="id count max", children="title field")
    identifier = elements.identifier(element, taken)
    most = min(elements.number(element, "max", most=_MOST_ROWS), _MOST_ROWS)
    count, title = elements.attribute(element, "count"), elements.text(element, "title")
    fields = read_fields(element, set(), elements)
    sections = []
    for number in range(1, most + 1):
        name = f"{identifier}{number}"
        shown: Condition = ("one_of", count, tuple(str(n) for n in range(number, most + 1)))
        taken.update(f"{name}_{field.id}" for field in fields)
        sections.append(
            Section(
                id=name,
                title=f"{title} {number}",
                show=shown,
                fields=tuple(_in_row(field, identifier, name) for field in fields),
            )
        )
    return sections


def _in_row(field: Field, table: str, name: str) -> Field:
    source = field.source
    if source.startswith(table + "."):
        source = name + source[len(table) :]
    return dataclasses.replace(field, id=f"{name}_{field.id}", source=source)


def _field(child: etree._Element, taken: set[str], elements: Elements) -> Field:
    elements.known(child, attributes=_ATTRIBUTES, children=_CHILDREN)
    show = elements.one(child, "show", needed=False)
    field = Field(
        id=elements.identifier(child, taken),
        kind=elements.attribute(child, "type", among=tuple(FORMATS)),
        label=elements.text(child, "label"),
        required=elements.flag(child, "required"),
        locked=elements.flag(child, "locked"),
        source=child.get("from", ""),
        default=child.get("default", ""),
        hint=elements.text(child, "hint", needed=False),
        why=elements.rich(child, "why"),
        clue=elements.rich(child, "clue"),
        choices=_choices(child, elements),
        minimum=elements.number(child, "min", default=0, most=1000),
        maximum=elements.number(child, "max", default=200, most=1000),
        when=elements.attribute(child, "when", among=("any", "past", "future"), default="any"),
        show=read_conditions(show, elements.faults) if show is not None else None,
        points=elements.number(child, "points", default=1, most=100),
        skill=child.get("skill", ""),
        trap=elements.trap(child),
        reasons=_reasons(child, elements),
    )
    _check(child, field, elements)
    return field


def _choices(child: etree._Element, elements: Elements) -> tuple[Option, ...]:
    taken: set[str] = set()
    return tuple(
        Option(elements.identifier(option, taken), elements.own_text(option))
        for option in elements.each(child, "option")
    )


def _reasons(child: etree._Element, elements: Elements) -> dict[str, str]:
    return {
        elements.attribute(reason, "when", default="different"): elements.own_text(reason)
        for reason in elements.each(child, "reason")
    }


def _check(child: etree._Element, field: Field, elements: Elements) -> None:
    if (field.kind == "choice") != bool(field.choices):
        elements.fault(
            child,
            gettext_noop("Options belong to a field of the type choice, and a choice needs them."),
            gettext_noop('Write type="choice" and one <option> for each choice.'),
        )
    if field.locked and not field.source:
        elements.fault(
            child,
            gettext_noop("A locked field must say where its value comes from."),
            gettext_noop('Write from="filer.full_name", for example, or remove locked.'),
        )
    if field.kind == "yes_no" and field.default not in ("", "yes", "no"):
        elements.fault(
            child,
            gettext_noop("The default of a tick is yes or no."),
            gettext_noop('Write default="yes" or remove it.'),
        )
