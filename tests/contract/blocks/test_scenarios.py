"""The workbench's scenarios: real content that a learner could be shown."""

from __future__ import annotations

import pytest
from lxml import etree
from xblock.core import XBlock

from digital_literacy.olx.parsing import parse
from tests.contract.runtime import block_from

BLOCKS = ("skills_exercise", "service_practice", "vneid_certificate")
SCENARIOS = [
    pytest.param(block_type, *scenario, id=block_type)
    for block_type in BLOCKS
    for scenario in XBlock.load_class(block_type).workbench_scenarios()
]


def test_every_block_has_a_scenario_of_its_own():
    assert {scenario.values[0] for scenario in SCENARIOS} == set(BLOCKS)


@pytest.mark.django_db
@pytest.mark.parametrize(("block_type", "title", "xml"), SCENARIOS)
def test_a_scenario_has_no_fault_and_is_shown(block_type, title, xml, django_user_model):
    assert etree.fromstring(xml).tag == block_type
    block = block_from(xml, user_id=django_user_model.objects.create(username="lan").pk)
    assert not block.rejected_olx
    assert [fault.text() for fault in type(block).faults_in(parse(xml))] == []
    assert title == block.display_name
    for view in ("student_view", "author_view"):
        page = block.runtime.render(block, view).content
        assert title in page
        assert "dl-faults" not in page


@pytest.mark.parametrize(("block_type", "title", "xml"), SCENARIOS)
def test_a_scenario_needs_neither_an_account_nor_the_app_table(block_type, title, xml):
    assert title in block_from(xml, user_id=None).student_view().content
