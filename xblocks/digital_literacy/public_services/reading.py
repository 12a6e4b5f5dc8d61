"""From OLX to a service: `<service>` of the library, or inline in a block."""

from __future__ import annotations

from dataclasses import fields as dataclass_fields
from datetime import date

from lxml import etree

from digital_literacy.olx.faults import Fault
from digital_literacy.olx.markup import plain_text
from digital_literacy.olx.messages import gettext_noop
from digital_literacy.public_services.conditions import Condition, fields_of, read_conditions
from digital_literacy.public_services.elements import Elements
from digital_literacy.public_services.reading_fields import read_fields, read_rows
from digital_literacy.public_services.reading_questions import read_eligibility, read_payment
from digital_literacy.public_services.service import (
    AGENCY_OF,
    TRAP_COSTS,
    Fact,
    Fee,
    Page,
    Paper,
    Rubric,
    Rule,
    SearchResult,
    Section,
    Service,
    Term,
)

TAG = "service"
_CHILDREN = "name summary agency form search eligibility payment fact fee term page paper rule rubric outcome"


def read_service(element: etree._Element) -> tuple[Service | None, list[Fault]]:
    """Read a `<service>`.

    Returns:
        The service, or `None` where it has faults, and the faults.
    """
    elements = Elements()
    elements.known(element, attributes="code version checked_on stale_after_months", children=_CHILDREN)
    service = _service(element, elements)
    _check_references(element, service, elements)
    return (None if elements.faults else service), elements.faults


def _service(element: etree._Element, elements: Elements) -> Service:
    form = elements.one(element, "form")
    pages: set[str] = set()
    taken: set[str] = set()
    ids: set[str] = set()
    return Service(
        code=elements.attribute(element, "code"),
        checked_on=elements.day(element, "checked_on") or date.min,
        stale_after_months=elements.number(element, "stale_after_months", default=6, most=120),
        name=elements.text(element, "name"),
        summary=elements.rich(element, "summary"),
        agency=elements.text(element, "agency"),
        agency_of=_agency_of(element, elements),
        form_code=elements.attribute(form, "code") if form is not None else "",
        form_title=plain_text(form) if form is not None else "",
        results=_results(element, elements),
        eligibility=read_eligibility(element, elements),
        payment=read_payment(element, elements),
        facts=tuple(_fact(child, ids, elements) for child in elements.each(element, "fact")),
        fees=tuple(_fee(child, ids, elements) for child in elements.each(element, "fee")),
        term=_term(element, elements),
        pages=tuple(_page(child, pages, taken, elements) for child in elements.each(element, "page")),
        papers=tuple(_paper(child, ids, elements) for child in elements.each(element, "paper")),
        rules=tuple(_rule(child, ids, elements) for child in elements.each(element, "rule")),
        rubric=read_rubric(elements.one(element, "rubric", needed=False), elements),
        outcome=elements.rich(element, "outcome"),
    )


def _agency_of(element: etree._Element, elements: Elements) -> str:
    agency = element.find("agency")
    if agency is None:
        return AGENCY_OF[0]
    return elements.attribute(agency, "of", among=AGENCY_OF, default=AGENCY_OF[0])


def _results(element: etree._Element, elements: Elements) -> tuple[SearchResult, ...]:
    search = elements.one(element, "search")
    if search is None:
        return ()
    elements.known(search, children="result")
    taken: set[str] = set()
    results = tuple(_result(child, taken, elements) for child in elements.each(search, "result"))
    if sum(result.correct for result in results) != 1:
        elements.fault(
            search,
            gettext_noop("Exactly one search result must be the right procedure."),
            gettext_noop('Mark it correct="true".'),
        )
    return results


def _result(child: etree._Element, taken: set[str], elements: Elements) -> SearchResult:
    elements.known(child, attributes="id host correct lure", children="name agency reason")
    correct, lure = elements.flag(child, "correct"), elements.flag(child, "lure")
    host = elements.attribute(child, "host")
    if lure and not host.endswith((".example", ".test")):
        elements.fault(
            child,
            gettext_noop("The lure's address could exist."),
            gettext_noop("Use a name that ends in .example or .test."),
        )
    return SearchResult(
        id=elements.identifier(child, taken),
        name=elements.text(child, "name"),
        agency=elements.text(child, "agency", needed=False),
        host=host,
        correct=correct,
        lure=lure,
        reason=elements.rich(child, "reason", needed=not correct),
    )


_CHECKED = "checked checked_on source"


def _checked(child: etree._Element, elements: Elements) -> dict[str, object]:
    checked = elements.flag(child, "checked")
    return {
        "checked": checked,
        "checked_on": elements.day(child, "checked_on") if checked or child.get("checked_on") else None,
        "source": child.get("source", ""),
    }


def _fact(child: etree._Element, taken: set[str], elements: Elements) -> Fact:
    elements.known(child, attributes="id " + _CHECKED, children="label text")
    return Fact(
        id=elements.identifier(child, taken),
        label=elements.text(child, "label"),
        text=elements.rich(child, "text", needed=True),
        **_checked(child, elements),  # type: ignore[arg-type]
    )


def _fee(child: etree._Element, taken: set[str], elements: Elements) -> Fee:
    elements.known(child, attributes="id amount " + _CHECKED)
    return Fee(
        id=elements.identifier(child, taken),
        label=elements.own_text(child),
        amount=elements.number(child, "amount"),
        **_checked(child, elements),  # type: ignore[arg-type]
    )


def _term(element: etree._Element, elements: Elements) -> Term:
    child = elements.one(element, "term")
    if child is None:
        return Term()
    elements.known(child, attributes="days " + _CHECKED)
    return Term(days=elements.number(child, "days", most=400), **_checked(child, elements))  # type: ignore[arg-type]


def _page(child: etree._Element, pages: set[str], taken: set[str], elements: Elements) -> Page:
    elements.known(child, attributes="id after", children="title section rows")
    sections: list[Section] = []
    for part in child:
        if part.tag == "section":
            sections.append(_section(part, taken, elements))
        elif part.tag == "rows":
            sections.extend(read_rows(part, taken, elements))
    return Page(
        id=elements.identifier(child, pages),
        title=elements.text(child, "title"),
        after_papers=elements.attribute(child, "after", among=("", "papers"), default="") == "papers",
        sections=tuple(sections),
    )


def _section(child: etree._Element, taken: set[str], elements: Elements) -> Section:
    elements.known(child, attributes="id", children="title intro show field")
    return Section(
        id=elements.identifier(child, taken),
        title=elements.text(child, "title"),
        intro=elements.rich(child, "intro"),
        show=shown_when(child, elements),
        fields=read_fields(child, taken, elements),
    )


def shown_when(child: etree._Element, elements: Elements) -> Condition | None:
    """The condition in `<show>`, if there is one."""
    show = elements.one(child, "show", needed=False)
    return read_conditions(show, elements.faults) if show is not None else None


def _paper(child: etree._Element, taken: set[str], elements: Elements) -> Paper:
    elements.known(child, attributes="id required skill", children="label help show")
    return Paper(
        id=elements.identifier(child, taken),
        label=elements.text(child, "label"),
        help=elements.text(child, "help", needed=False),
        required=elements.flag(child, "required"),
        show=shown_when(child, elements),
        skill=child.get("skill", ""),
    )


def _rule(child: etree._Element, taken: set[str], elements: Elements) -> Rule:
    elements.known(child, attributes="id field", children="require message")
    require = elements.one(child, "require")
    condition = read_conditions(require, elements.faults) if require is not None else None
    return Rule(
        id=elements.identifier(child, taken),
        field=elements.attribute(child, "field"),
        require=condition or ("all",),
        message=elements.text(child, "message"),
    )


def read_rubric(element: etree._Element | None, elements: Elements) -> Rubric:
    """Points of the parts, as attributes, and costs of traps; those not named keep their defaults."""
    if element is None:
        return Rubric()
    names = [part.name for part in dataclass_fields(Rubric) if part.name != "trap_costs"]
    elements.known(element, attributes=" ".join(names), children="trap")
    given = {n: elements.number(element, n, default=getattr(Rubric(), n), most=1000) for n in names}
    if given["minutes"] == 0:
        given["minutes"] = Rubric().minutes
    rubric = Rubric(**given, trap_costs={**TRAP_COSTS, **_trap_costs(element, elements)})
    if rubric.fields + rubric.papers == 0:
        elements.fault(
            element,
            gettext_noop("Neither fields nor papers count."),
            gettext_noop("Give one of them points."),
        )
    return rubric


def _trap_costs(element: etree._Element, elements: Elements) -> dict[str, int]:
    costs = {}
    for child in elements.each(element, "trap"):
        elements.known(child, attributes="id cost")
        name = elements.attribute(child, "id", among=tuple(TRAP_COSTS))
        costs[name] = elements.number(child, "cost", most=1000)
    return costs


def _check_references(element: etree._Element, service: Service, elements: Elements) -> None:
    """Conditions may look only at fields that stand before them, so that one pass over the form is enough."""
    seen: set[str] = set()
    wanted: list[tuple[str, set[str]]] = []
    for section in service.sections():
        wanted.append((section.id, fields_of(section.show) - seen))
        for field in section.fields:
            wanted.append((field.id, fields_of(field.show) - seen))
            seen.add(field.id)
    wanted.extend((paper.id, fields_of(paper.show) - seen) for paper in service.papers)
    wanted.extend((rule.id, ({rule.field} | fields_of(rule.require)) - seen) for rule in service.rules)
    for identifier, missing in wanted:
        if missing:
            elements.fault(
                _condition_of(element, identifier),
                gettext_noop(
                    "The condition of “%(id)s” names fields that do not stand before it: %(missing)s."
                ),
                gettext_noop("Correct the names, or move the fields up."),
                id=identifier,
                missing=", ".join(sorted(missing)),
            )


def _condition_of(element: etree._Element, identifier: str) -> etree._Element:
    """The condition of the part with this id; fields of a table get their ids later and are not found."""
    for part in element.iter("section", "field", "paper", "rule"):
        if part.get("id") == identifier:
            condition = part.find("require" if part.tag == "rule" else "show")
            return part if condition is None else condition
    return element
