"""From OLX to a scenario: `<scenario>` of a block."""

from __future__ import annotations

import re
from datetime import date

from lxml import etree

from digital_literacy.frameworks.administrative_units import unit
from digital_literacy.olx.markup import RichText
from digital_literacy.olx.messages import gettext_noop
from digital_literacy.public_services import formats
from digital_literacy.public_services.elements import Elements
from digital_literacy.public_services.scenario import (
    DETAILS,
    GENDERS,
    Detail,
    Expectation,
    Person,
    Scenario,
    Supplement,
    SupplementOption,
    Trap,
    TrayItem,
)
from digital_literacy.public_services.service import Service
from digital_literacy.vietnamese.letters import clean

TAG = "scenario"
_PARTS = re.compile(r"[a-z][a-z]*[0-9]?")


def read_scenario(element: etree._Element, service: Service, elements: Elements) -> Scenario:
    """Read a `<scenario>`; faults are noted in `elements`."""
    elements.known(
        element, attributes="today", children="story persona place expect tray attach slip supplement"
    )
    persona = elements.one(element, "persona")
    people: set[str] = set()
    tray = elements.one(element, "tray", needed=bool(service.papers))
    return Scenario(
        today=elements.day(element, "today") or date(2026, 1, 1),
        story=elements.rich(element, "story", needed=True),
        people=_people(persona, people, elements) if persona is not None else (),
        commune=_commune(element, elements),
        expects=_expects(element, service, elements),
        tray=_tray(tray, elements) if tray is not None else (),
        attach=_attach(element, service, elements),
        slips=_slips(element, service, elements),
        paper_slips=_paper_slips(element, service, elements),
        supplement=_supplement(elements.one(element, "supplement", needed=False), elements),
    )


def _people(persona: etree._Element, taken: set[str], elements: Elements) -> tuple[Person, ...]:
    elements.known(persona, children="person")
    people = tuple(_person(child, taken, elements) for child in elements.each(persona, "person"))
    if "filer" not in taken:
        elements.fault(
            persona,
            gettext_noop("Nobody files the dossier."),
            gettext_noop('Give one person id="filer": the one whose account is used.'),
        )
    return people


def _person(child: etree._Element, taken: set[str], elements: Elements) -> Person:
    elements.known(child, attributes="id role", children=" ".join([*DETAILS, "note"]))
    details = tuple(
        _note(part, elements) if part.tag == "note" else _detail(part, elements)
        for part in child
        if part.tag == "note" or part.tag in DETAILS
    )
    return Person(elements.identifier(child, taken), elements.attribute(child, "role"), details)


def _note(part: etree._Element, elements: Elements) -> Detail:
    elements.known(part, attributes="label")
    return Detail("note", elements.attribute(part, "label"), elements.own_text(part))


def _detail(part: etree._Element, elements: Elements) -> Detail:
    elements.known(part)
    kind, label = DETAILS[str(part.tag)]
    text = elements.own_text(part)
    reading = formats.read(kind, text, formats.FormatOptions(choices=tuple(GENDERS)))
    # What looks real has been noted by `own_text`.
    if reading.fault != "real_looking" and (reading.fault or not reading.value):
        elements.fault(
            part,
            gettext_noop("This value does not fit a person's <%(tag)s>."),
            gettext_noop(
                "Use practice values: a date as 31/12/2005, male or female, a citizen number that starts with 003, "
                "a telephone that starts with 030, 040 or 050, an e-mail at example.com."
            ),
            tag=str(part.tag),
        )
    return Detail(str(part.tag), label, reading.value)


def _commune(element: etree._Element, elements: Elements) -> str:
    place = elements.one(element, "place")
    if place is None:
        return ""
    elements.known(place, attributes="commune")
    code = elements.attribute(place, "commune")
    found = unit(code)
    if found is None or not found.province_code:
        elements.fault(
            place,
            gettext_noop("There is no commune with the code “%(code)s”."),
            gettext_noop("Write the five digits of a commune, such as 22780."),
            code=code[:20],
        )
    return code


def _expects(element: etree._Element, service: Service, elements: Elements) -> dict[str, Expectation]:
    expects: dict[str, Expectation] = {}
    for child in elements.each(element, "expect"):
        elements.known(child, attributes="field from", children="mention avoid example reason")
        identifier = elements.attribute(child, "field")
        if service.field(identifier) is None or identifier in expects:
            elements.fault(
                child,
                gettext_noop("The form has no field “%(id)s”, or it is expected twice."),
                gettext_noop("Write one of: %(known)s."),
                id=identifier[:60],
                known=", ".join(field.id for field in service.fields()),
            )
        expects[identifier] = _expectation(child, elements)
    return expects


def _expectation(child: etree._Element, elements: Elements) -> Expectation:
    traps = tuple(
        Trap(elements.attribute(part, "text"), elements.own_text(part))
        for part in elements.each(child, "avoid")
    )
    own = clean(child.text or "") if not len(child) else ""
    elements.refuse_real(child, own)
    mentions = tuple(elements.own_text(part) for part in elements.each(child, "mention"))
    return Expectation(
        value=f"={child.get('from')}" if child.get("from") else own,
        example=elements.text(child, "example", needed=False),
        mentions=mentions,
        traps=traps,
        reason=elements.text(child, "reason", needed=False),
    )


def _tray(tray: etree._Element, elements: Elements) -> tuple[TrayItem, ...]:
    elements.known(tray, children="item")
    taken: set[str] = set()
    items = []
    for child in elements.each(tray, "item"):
        elements.known(child, attributes="id trap refused", children="title look reason")
        identifier, texts = elements.identifier(child, taken), _paper_texts(child, elements)
        refused = elements.flag(child, "refused")
        items.append(TrayItem(identifier, *texts, trap=elements.trap(child), refused=refused))
    return tuple(items)


def _paper_texts(child: etree._Element, elements: Elements) -> tuple[str, RichText, RichText]:
    return (
        elements.text(child, "title"),
        elements.rich(child, "look", needed=True),
        elements.rich(child, "reason"),
    )


def _attach(element: etree._Element, service: Service, elements: Elements) -> dict[str, tuple[str, ...]]:
    items = {item.get("id") for item in element.iterfind("tray/item")}
    attach: dict[str, tuple[str, ...]] = {}
    for child in elements.each(element, "attach"):
        elements.known(child, attributes="paper items")
        paper, named = elements.attribute(child, "paper"), elements.attribute(child, "items").split()
        if service.paper(paper) is None or not named or not set(named) <= items:
            elements.fault(
                child,
                gettext_noop("<%(tag)s> names a paper or an item that does not exist."),
                gettext_noop("Name a paper of the service and items of the tray."),
                tag=str(child.tag),
            )
        attach[paper] = tuple(named)
    return attach


def _slips(element: etree._Element, service: Service, elements: Elements) -> dict[str, str]:
    slips = {}
    for child in elements.each(element, "slip"):
        elements.known(child, attributes="field paper item")
        item = service.field(child.get("field", ""))
        if item is not None and not item.locked:
            slips[item.id] = elements.own_text(child)
        elif service.paper(child.get("paper", "")) is None:
            elements.fault(
                child,
                gettext_noop("<slip> names no field that a person fills in, and no paper."),
                gettext_noop('Write <slip field="…">the wrong value</slip>, or <slip paper="…" item="…"/>.'),
            )
    return slips


def _paper_slips(element: etree._Element, service: Service, elements: Elements) -> dict[str, str]:
    items = {item.get("id") for item in element.iterfind("tray/item")} | {""}
    slips = {}
    for child in element.iterfind("slip"):
        paper, item = child.get("paper", ""), child.get("item", "")
        if service.paper(paper) is not None and item not in items:
            elements.fault(
                child,
                gettext_noop("<%(tag)s> names a paper or an item that does not exist."),
                gettext_noop("Name a paper of the service and items of the tray."),
                tag="slip",
            )
        elif service.paper(paper) is not None:
            slips[paper] = item
    return slips


def _supplement(element: etree._Element | None, elements: Elements) -> Supplement | None:
    if element is None:
        return None
    elements.known(element, attributes="tries", children="request option")
    taken: set[str] = set()
    options = []
    for child in elements.each(element, "option"):
        elements.known(child, attributes="id correct", children="title look reason")
        identifier = elements.identifier(child, taken)
        options.append(
            SupplementOption(identifier, *_paper_texts(child, elements), elements.flag(child, "correct"))
        )
    if not any(option.correct for option in options):
        elements.fault(
            element,
            gettext_noop("No paper answers the request."),
            gettext_noop('Mark one option correct="true".'),
        )
    tries = elements.number(element, "tries", default=0, most=20)
    return Supplement(elements.rich(element, "request", needed=True), tuple(options), tries)
