"""The sheets `survey` and `choices`: pages, sections, tables and fields of a form."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from digital_literacy.olx.messages import gettext_noop
from digital_literacy.public_services.formats import FORMATS
from digital_literacy.public_services.spreadsheet.builder import Builder
from digital_literacy.public_services.spreadsheet.workbook import Row, Workbook

_TYPES = {kind: kind for kind in FORMATS if kind != "choice"} | {"acknowledge": "yes_no"}
_KNOWN = (
    *_TYPES,
    *("select_one LIST", "note", "begin_group", "end_group", "begin_repeat", "end_repeat"),
)
_ATTRIBUTES = ("default", "from", "min", "max", "when", "points", "skill", "trap")
_TEXTS = (("label", False), ("hint", False), ("why", True), ("clue", True), ("reason", False))


@dataclass(frozen=True)
class _Open:
    """A group that is open: its kind (page, section, rows), its element and the row that opened it."""

    kind: str
    element: etree._Element
    row: Row


def add_survey(service: etree._Element, book: Workbook, builder: Builder) -> None:
    """Add `<page>`s, and after them the `<rule>`s that constraints say, to `service`."""
    _Survey(service, book, builder).read()


class _Survey:
    def __init__(self, service: etree._Element, book: Workbook, builder: Builder) -> None:
        self._service, self._builder, self._rows = service, builder, book.rows("survey")
        self._open: list[_Open] = []
        self._rules: list[etree._Element] = []
        self._lists: dict[str, list[Row]] = {}
        for row in book.rows("choices"):
            self._lists.setdefault(row.cells.get("list_name", ""), []).append(row)

    def read(self) -> None:
        for row in self._rows:
            kind, _, listed = " ".join(row.cells.get("type", "").split()).partition(" ")
            if kind in ("begin_group", "begin_repeat"):
                self._begin(row, kind)
            elif kind in ("end_group", "end_repeat"):
                self._end(row, kind)
            elif kind == "note":
                self._note(row)
            elif kind == "select_one" or kind in _TYPES:
                self._field(row, kind, listed)
            else:
                self._fault(
                    row,
                    "type",
                    gettext_noop("There is no type “%(type)s”."),
                    type=row.cells.get("type", "")[:40],
                )
                if self._kind() in ("section", "rows") and row.cells.get("name"):
                    self._field(row, "text", "")  # so that what names this field is not told to name none
        for group in self._open:
            self._builder.fault(
                group.row.place("type"),
                gettext_noop("This group is not closed."),
                gettext_noop("Add a row end_group, or end_repeat for a table."),
            )
        for rule in self._rules:
            self._service.append(rule)

    def _begin(self, row: Row, kind: str) -> None:
        if kind == "begin_repeat" and self._kind() == "page":
            self._begin_table(row)
        elif kind == "begin_group" and self._kind() in ("", "page"):
            self._begin_group(row)
        else:
            self._builder.fault(
                row.place("type"),
                gettext_noop("This group cannot stand here."),
                gettext_noop("A group is a page, a group in it a section, and a table stands in a page."),
            )
            self._push(row, "stray", etree.Element("section"))

    def _begin_group(self, row: Row) -> None:
        page = not self._kind()
        parent = self._service if page else self._open[-1].element
        attributes = {"id": row.cells.get("name", "")}
        if page:
            attributes["after"] = row.cells.get("after", "")
        element = self._builder.add(
            parent, "page" if page else "section", row.place("name"), attributes=attributes
        )
        self._builder.add_text(element, "title", row, "label")
        if not page:
            self._builder.add_text(element, "intro", row, "hint", rich=True)
            self._builder.add_condition(element, "show", row, "relevant")
        self._push(row, "page" if page else "section", element)

    def _begin_table(self, row: Row) -> None:
        attributes = {
            "id": row.cells.get("name", ""),
            "count": row.cells.get("repeat_count", "").strip("${} "),
            "max": row.cells.get("max", ""),
        }
        element = self._builder.add(self._open[-1].element, "rows", row.place("name"), attributes=attributes)
        self._builder.add_text(element, "title", row, "label")
        self._push(row, "rows", element)

    def _end(self, row: Row, kind: str) -> None:
        wanted = ("rows",) if kind == "end_repeat" else ("page", "section")
        if self._kind() in (*wanted, "stray"):
            self._open.pop()
        else:
            self._builder.fault(
                row.place("type"),
                gettext_noop("There is nothing of this kind to close here."),
                gettext_noop("Remove this row, or add the row that begins the group."),
            )

    def _note(self, row: Row) -> None:
        section = self._section(row)
        if section is not None:
            self._builder.add_text(section, "intro", row, "label", rich=True)

    def _field(self, row: Row, kind: str, listed: str) -> None:
        section = self._section(row)
        if section is None:
            return
        name, builder = row.cells.get("name", ""), self._builder
        attributes = {
            "id": name,
            "type": _TYPES.get(kind, "choice"),
            "required": builder.flag(row, "required"),
            "locked": builder.flag(row, "read_only"),
            **{attribute: row.cells.get(attribute, "") for attribute in _ATTRIBUTES},
        }
        field = builder.add(section, "field", row.place("name"), attributes=attributes)
        for text, rich in _TEXTS:
            builder.add_text(field, text, row, text, rich=rich)
        if kind == "select_one":
            self._options(field, row, listed)
        builder.add_condition(field, "show", row, "relevant")
        if row.cells.get("constraint"):
            self._rule(row, name)

    def _options(self, field: etree._Element, row: Row, listed: str) -> None:
        if listed not in self._lists:
            self._fault(
                row, "type", gettext_noop("The sheet choices has no list “%(name)s”."), name=listed[:40]
            )
        for option in self._lists.get(listed, ()):
            attributes = {"id": option.cells.get("name", "")}
            self._builder.add(
                field, "option", option.place("name"), option.cells.get("label", ""), attributes
            )

    def _rule(self, row: Row, name: str) -> None:
        rule = self._builder.add(
            None, "rule", row.place("constraint"), attributes={"id": f"rule-{name}"[:40], "field": name}
        )
        self._builder.add_condition(rule, "require", row, "constraint", itself=name)
        self._builder.add_text(rule, "message", row, "constraint_message")
        self._rules.append(rule)

    def _section(self, row: Row) -> etree._Element | None:
        if self._kind() in ("section", "rows", "stray"):
            return self._open[-1].element
        self._builder.fault(
            row.place("type"),
            gettext_noop("This row stands in no section."),
            gettext_noop("Put it between begin_group and end_group of a section, inside those of a page."),
        )
        return None

    def _kind(self) -> str:
        return self._open[-1].kind if self._open else ""

    def _push(self, row: Row, kind: str, element: etree._Element) -> None:
        self._open.append(_Open(kind, element, row))

    def _fault(self, row: Row, column: str, problem: str, **params: object) -> None:
        cure = gettext_noop("Write one of: %(known)s. A list stands in the sheet choices.")
        self._builder.fault(row.place(column), problem, cure, known=", ".join(_KNOWN), **params)
