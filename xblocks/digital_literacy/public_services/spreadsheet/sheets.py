"""The other sheets: what a service is, and the scenario somebody files it in."""

from __future__ import annotations

from lxml import etree

from digital_literacy.public_services.scenario import DETAILS
from digital_literacy.public_services.spreadsheet.builder import Builder
from digital_literacy.public_services.spreadsheet.faults import Place
from digital_literacy.public_services.spreadsheet.workbook import Row, Workbook

_RUBRIC = ("fields", "papers", "path", "traps", "supplement", "help", "time", "minutes")


def start_service(book: Workbook, builder: Builder) -> etree._Element:
    """A `<service>` with everything that stands before its pages."""
    row = _first(book, "settings")
    cells = row.cells
    attributes = {"code": cells.get("form_id", ""), "version": "1"}
    attributes |= {name: cells.get(name, "") for name in ("checked_on", "stale_after_months")}
    service = builder.add(None, "service", row.place("form_id"), attributes=attributes)
    builder.add_text(service, "name", row, "form_title")
    builder.add_text(service, "summary", row, "summary", rich=True)
    if cells.get("agency"):
        of = {"of": cells.get("agency_of", "")}
        builder.add(service, "agency", row.place("agency"), " ".join(cells["agency"].split()), of)
    if cells.get("form_name"):
        form = {"code": cells.get("form_code", "")}
        builder.add(service, "form", row.place("form_name"), cells["form_name"], form)
    _search(service, book, builder)
    _eligibility(service, book, builder)
    _payment(service, book, builder)
    for fact in book.rows("facts"):
        element = builder.add(service, "fact", fact.place("name"), attributes=_checked(fact, builder))
        builder.add_text(element, "label", fact, "label")
        builder.add_text(element, "text", fact, "text", rich=True)
    for fee in book.rows("fees"):
        attributes = {**_checked(fee, builder), "amount": fee.cells.get("amount", "")}
        builder.add(service, "fee", fee.place("name"), fee.cells.get("label", ""), attributes)
    if cells.get("term_days"):
        builder.add(service, "term", row.place("term_days"), attributes=_term(row, builder))
    return service


def finish_service(service: etree._Element, book: Workbook, builder: Builder) -> None:
    """Add what stands after the pages: papers and rubric. Rules come from the survey."""
    rules = service.findall("rule")
    at = service.index(rules[0]) if rules else len(service)
    for row in book.rows("papers"):
        attributes = {
            "id": row.cells.get("name", ""),
            "required": builder.flag(row, "required"),
            "skill": row.cells.get("skill", ""),
        }
        paper = builder.add(None, "paper", row.place("name"), attributes=attributes)
        builder.add_text(paper, "label", row, "label")
        builder.add_text(paper, "help", row, "hint")
        builder.add_condition(paper, "show", row, "relevant")
        service.insert(at, paper)
        at += 1
    row = _first(book, "settings")
    points = {name: row.cells.get(f"points_{name}", "") for name in _RUBRIC}
    if any(points.values()):
        builder.add(service, "rubric", row.place("points_fields"), attributes=points)
    builder.add_text(service, "outcome", row, "outcome", rich=True)


def build_scenario(book: Workbook, builder: Builder) -> etree._Element:
    """A `<scenario>` from the sheets scenario, people, expected, tray and supplement."""
    row = _first(book, "scenario")
    scenario = builder.add(
        None, "scenario", row.place("today"), attributes={"today": row.cells.get("today", "")}
    )
    builder.add_text(scenario, "story", row, "story", rich=True)
    _people(scenario, book, builder)
    builder.add(scenario, "place", row.place("commune"), attributes={"commune": row.cells.get("commune", "")})
    _expected(scenario, book, builder)
    _tray(scenario, book, builder)
    for slip in book.rows("slips"):
        attributes = {name: slip.cells.get(name, "") for name in ("field", "paper", "item")}
        builder.add(scenario, "slip", slip.place("field"), slip.cells.get("value", ""), attributes)
    _supplement(scenario, book, builder)
    return scenario


def _search(service: etree._Element, book: Workbook, builder: Builder) -> None:
    search = builder.add(service, "search", Place("search"))
    for row in book.rows("search"):
        attributes = {
            "id": row.cells.get("name", ""),
            "host": row.cells.get("host", ""),
            "correct": builder.flag(row, "correct"),
            "lure": builder.flag(row, "lure"),
        }
        result = builder.add(search, "result", row.place("name"), attributes=attributes)
        builder.add_text(result, "name", row, "label")
        builder.add_text(result, "agency", row, "agency")
        builder.add_text(result, "reason", row, "reason", rich=True)


def _eligibility(service: etree._Element, book: Workbook, builder: Builder) -> None:
    """Rows with the same question are its answers; its text stands in the first of them."""
    rows = book.rows("eligibility")
    made: dict[str, etree._Element] = {}
    eligibility = builder.add(service, "eligibility", Place("eligibility")) if rows else None
    for row in rows:
        name = row.cells.get("question", "")
        if name not in made:
            made[name] = builder.add(eligibility, "question", row.place("question"), attributes={"id": name})
        builder.add_text(made[name], "text", row, "text")
        _answer(made[name], "option", row, builder)


def _payment(service: etree._Element, book: Workbook, builder: Builder) -> None:
    rows = book.rows("payment")
    if not rows:
        return
    due = {"due": rows[0].cells.get("due", "")}
    payment = builder.add(service, "payment", rows[0].place("due"), attributes=due)
    for row in rows:
        builder.add_text(payment, "text", row, "text")
        way = _answer(payment, "way", row, builder)
        if lure := builder.flag(row, "lure"):
            way.set("lure", lure)
        builder.add_text(way, "look", row, "look", rich=True)


def _answer(parent: etree._Element, tag: str, row: Row, builder: Builder) -> etree._Element:
    attributes = {"id": row.cells.get("name", ""), "correct": builder.flag(row, "correct")}
    answer = builder.add(parent, tag, row.place("name"), attributes=attributes)
    builder.add_text(answer, "title", row, "label")
    builder.add_text(answer, "reason", row, "reason", rich=True)
    return answer


def _checked(row: Row, builder: Builder) -> dict[str, str]:
    return {
        "id": row.cells.get("name", ""),
        "checked": builder.flag(row, "checked", default="false"),
        "checked_on": row.cells.get("checked_on", ""),
        "source": row.cells.get("source", ""),
    }


def _term(row: Row, builder: Builder) -> dict[str, str]:
    return {
        "days": row.cells.get("term_days", ""),
        "checked": builder.flag(row, "term_checked", default="false"),
        "checked_on": row.cells.get("term_checked_on", ""),
        "source": row.cells.get("term_source", ""),
    }


def _people(scenario: etree._Element, book: Workbook, builder: Builder) -> None:
    persona = builder.add(scenario, "persona", Place("people"))
    for row in book.rows("people"):
        attributes = {"id": row.cells.get("name", ""), "role": row.cells.get("role", "")}
        person = builder.add(persona, "person", row.place("name"), attributes=attributes)
        for detail in DETAILS:
            builder.add_text(person, detail, row, detail)
        if row.cells.get("note"):
            label = {"label": row.cells.get("note_label", "")}
            builder.add(person, "note", row.place("note"), row.cells["note"], label)


def _expected(scenario: etree._Element, book: Workbook, builder: Builder) -> None:
    """Rows with the same field are one `<expect>`: each further row may add a word to mention or to avoid."""
    made: dict[str, etree._Element] = {}
    for row in book.rows("expected"):
        name = row.cells.get("field", "")
        expect = made.get(name)
        if expect is None:
            attributes = {"field": name, "from": row.cells.get("from", "")}
            expect = made[name] = builder.add(
                scenario, "expect", row.place("field"), row.cells.get("value", ""), attributes
            )
        builder.add_text(expect, "mention", row, "mention")
        if row.cells.get("avoid"):
            avoid = {"text": row.cells["avoid"]}
            builder.add(expect, "avoid", row.place("avoid"), row.cells.get("avoid_reason", ""), avoid)
        builder.add_text(expect, "example", row, "example")
        builder.add_text(expect, "reason", row, "reason")
    for expect in made.values():
        if len(expect) and expect.text:
            # A text to match and words to mention exclude each other: the text becomes what must be mentioned.
            expect.insert(0, builder.add(None, "mention", Place("expected"), expect.text))
            expect.text = None


def _tray(scenario: etree._Element, book: Workbook, builder: Builder) -> None:
    rows = book.rows("tray")
    if not rows:
        return
    tray = builder.add(scenario, "tray", Place("tray"))
    attach: dict[str, tuple[Row, list[str]]] = {}
    for row in rows:
        attributes = {name: row.cells.get(column, "") for name, column in (("id", "name"), ("trap", "trap"))}
        attributes["refused"] = builder.flag(row, "refused")
        item = builder.add(tray, "item", row.place("name"), attributes=attributes)
        _paper_texts(item, row, builder)
        if paper := row.cells.get("paper"):
            attach.setdefault(paper, (row, []))[1].append(row.cells.get("name", ""))
    for paper, (row, items) in attach.items():
        builder.add(
            scenario, "attach", row.place("paper"), attributes={"paper": paper, "items": " ".join(items)}
        )


def _supplement(scenario: etree._Element, book: Workbook, builder: Builder) -> None:
    rows = book.rows("supplement")
    if not rows:
        return
    supplement = builder.add(scenario, "supplement", rows[0].place("request"))
    for row in rows:
        builder.add_text(supplement, "request", row, "request", rich=True)
    for row in rows:
        attributes = {"id": row.cells.get("name", ""), "correct": builder.flag(row, "correct")}
        option = builder.add(supplement, "option", row.place("name"), attributes=attributes)
        _paper_texts(option, row, builder)


def _paper_texts(element: etree._Element, row: Row, builder: Builder) -> None:
    builder.add_text(element, "title", row, "label")
    builder.add_text(element, "look", row, "look", rich=True)
    builder.add_text(element, "reason", row, "reason", rich=True)


def _first(book: Workbook, sheet: str) -> Row:
    rows = book.rows(sheet)
    return rows[0] if rows else Row(sheet, 2, {})
