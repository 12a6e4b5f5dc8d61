from __future__ import annotations

from digital_literacy.olx.parsing import parse
from digital_literacy.public_services.practice import read_practice
from tests.unit.public_services.samples import olx


def test_an_attach_that_names_nothing_is_a_fault_with_its_line():
    element = parse(olx().replace('<attach paper="legal-place"', '<attach paper="nowhere"', 1))
    practice, faults = read_practice(element)
    assert practice is None
    assert any("names a paper or an item" in fault.text() and fault.line for fault in faults)
