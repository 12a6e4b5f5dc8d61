"""Builds OLX elements that remember the cell each came from."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from digital_literacy.olx.faults import Fault
from digital_literacy.olx.messages import gettext_noop
from digital_literacy.public_services.spreadsheet.columns import COLUMNS
from digital_literacy.public_services.spreadsheet.expressions import CURE, ExpressionError, read_expression
from digital_literacy.public_services.spreadsheet.faults import Place, SheetFault
from digital_literacy.public_services.spreadsheet.workbook import Row

_TRUE = ("yes", "true", "x", "1", "có", "co", "đúng")
_FALSE = ("no", "false", "0", "không", "khong", "sai")


class Builder:
    """Elements with places, and the faults met on the way.

    An element's `sourceline` is the number of its place, so that faults of the OLX readers lead back to a cell.
    """

    def __init__(self) -> None:
        self.faults: list[SheetFault] = []
        self._places: list[Place] = [Place()]

    def add(
        self,
        parent: etree._Element | None,
        tag: str,
        place: Place,
        text: str = "",
        attributes: Mapping[str, str] | None = None,
    ) -> etree._Element:
        """A new element, last in `parent`; attributes without a value are left out."""
        given = {name: value for name, value in (attributes or {}).items() if value}
        element = etree.Element(tag, given) if parent is None else etree.SubElement(parent, tag, given)
        element.text = text or None
        self.mark(element, place)
        return element

    def add_text(
        self, parent: etree._Element, tag: str, row: Row, column: str, *, rich: bool = False
    ) -> None:
        """An element with the text of a cell, unless the cell is empty; rich text has paragraphs and `- ` lists."""
        text = row.cells.get(column, "")
        if text and rich:
            self._paragraphs(self.add(parent, tag, row.place(column)), text, row.place(column))
        elif text:
            self.add(parent, tag, row.place(column), " ".join(text.split()))

    def add_condition(
        self, parent: etree._Element, tag: str, row: Row, column: str, itself: str = ""
    ) -> None:
        """An element with the condition of a cell, unless the cell is empty."""
        text = row.cells.get(column, "")
        if not text:
            return
        try:
            condition = read_expression(text, itself=itself)
        except ExpressionError as error:
            self.fault(
                row.place(column),
                gettext_noop("This condition cannot be read, from “%(near)s” on."),
                CURE,
                near=error.near,
            )
            return
        element = self.add(parent, tag, row.place(column))
        for part in condition.iter():
            self.mark(part, row.place(column))
        element.append(condition)

    def flag(self, row: Row, column: str, *, default: str = "") -> str:
        """`true`, `false` or the default, from a cell that says yes or no."""
        said = row.cells.get(column, "").lower()
        if not said:
            return default
        if said in _TRUE or said in _FALSE:
            return "true" if said in _TRUE else "false"
        self.fault(
            row.place(column),
            gettext_noop("“%(said)s” is neither yes nor no."),
            gettext_noop("Write yes or no, or có or không."),
            said=said[:40],
        )
        return default

    def fault(self, place: Place, problem: str, cure: str, **params: object) -> None:
        """Note one fault."""
        self.faults.append(SheetFault(place, problem, cure, params))

    def found(self, fault: Fault) -> SheetFault:
        """A fault of the OLX readers, at the cell its element came from."""
        place = self._places[fault.line] if 0 < fault.line < len(self._places) else Place()
        attribute = str(fault.params.get("name", ""))
        if attribute in COLUMNS.get(place.sheet, ()):  # most attributes have the name of their column
            place = place._replace(column=attribute)
        return SheetFault(place, fault.problem, fault.cure, fault.params)

    def mark(self, element: etree._Element, place: Place) -> None:
        """Let `element` remember `place`."""
        if self._places[-1] != place:
            self._places.append(place)
        element.sourceline = len(self._places) - 1

    def _paragraphs(self, element: etree._Element, text: str, place: Place) -> None:
        listed: etree._Element | None = None
        for line in filter(None, (line.strip() for line in text.split("\n"))):
            if line.startswith("- "):
                listed = self.add(element, "ul", place) if listed is None else listed
                self.add(listed, "li", place, line[2:].strip())
            else:
                listed = None
                self.add(element, "p", place, line)
