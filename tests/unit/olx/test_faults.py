"""A fault is told whatever its translation holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digital_literacy.olx.faults import Fault, filled


def test_its_parameters_are_filled_in_in_the_translators_language():
    fault = Fault(3, "p", "No %(what)s here.", "Write %(what)s.", {"what": "id"})
    assert fault.text() == "No id here. Write id."
    assert fault.said({"No %(what)s here.": "Thiếu %(what)s.", "Write %(what)s.": "Ghi %(what)s."}.get) == (
        "Thiếu id.",
        "Ghi id.",
    )


@pytest.mark.parametrize("text", ["100% right", "%(other)s", "%", "%(", "50 %", "%(count"])
def test_a_text_that_does_not_fit_is_told_as_it_is(text):
    assert filled(text, {"count": "x"}) == text


@given(st.text(max_size=40), st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=3))
def test_telling_never_raises(text, params):
    assert isinstance(filled(text, params), str)
