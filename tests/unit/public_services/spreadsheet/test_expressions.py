"""XLSForm expressions become condition elements, or a fault that says where."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from digital_literacy.public_services.conditions import read_conditions
from digital_literacy.public_services.spreadsheet.expressions import ExpressionError, read_expression


def said(text: str, itself: str = "") -> tuple:
    parent = etree.Element("show")
    parent.append(read_expression(text, itself=itself))
    faults: list = []
    condition = read_conditions(parent, faults)
    assert not faults
    return condition


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("${a} = 'x'", ("equals", "a", "x")),
        ('${a}="x"', ("equals", "a", "x")),
        ("${a} = 2", ("equals", "a", "2")),
        ("${a} != 'x'", ("not", ("equals", "a", "x"))),
        ("${a} != ''", ("filled", "a")),
        ("${a} = ''", ("not", ("filled", "a"))),
        ("selected(${a}, 'x')", ("equals", "a", "x")),
        ("${to} > ${from}", ("after", "to", "from")),
        ("${from} < ${to}", ("after", "to", "from")),
        ("under_age(${b}, 18)", ("under_age", "b", 18)),
        ("days_between(${a}, ${b}, 30, 731)", ("days_between", "a", "b", 30, 731)),
        ("not(${a} = 'x')", ("not", ("equals", "a", "x"))),
        (
            "${a} = 'x' or ${b} = 'y' and ${c} = 'z'",
            ("any", ("equals", "a", "x"), ("all", ("equals", "b", "y"), ("equals", "c", "z"))),
        ),
        (
            "(${a} = 'x' or ${b} = 'y') and ${c} = 'z'",
            ("all", ("any", ("equals", "a", "x"), ("equals", "b", "y")), ("equals", "c", "z")),
        ),
    ],
)
def test_what_an_expression_means(text, condition):
    assert said(text) == condition


def test_a_dot_is_the_field_itself_and_only_in_a_constraint():
    assert said(". > ${from}", itself="to") == ("after", "to", "from")
    with pytest.raises(ExpressionError):
        read_expression(". > ${from}")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "${a}",
        "${a} = ${b}",
        "${a} > 'x'",
        "${A} = 'x'",
        "a = 'x'",
        "${a} = 'x' ${b}",
        "${a} = 'x' and",
        "(${a} = 'x'",
        "not ${a} = 'x'",
        "under_age(${a})",
        "days_between(${a}, ${b}, 30)",
        "${a} = 'x",
        "1 = 1",
        "pulldata('x')",
        "(" * 500 + "${a} = 'x'" + ")" * 500,
    ],
)
def test_what_is_no_condition_is_refused(text):
    with pytest.raises(ExpressionError):
        read_expression(text)


@given(st.text(alphabet="${}ab='\"()<>!,. notandru_e18", max_size=60))
def test_any_text_is_read_or_refused(text):
    with contextlib.suppress(ExpressionError):
        said(text, itself="x")
