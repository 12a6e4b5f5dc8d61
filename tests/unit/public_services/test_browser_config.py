"""What is sent to the browser holds the rules and nothing of the answers."""

from __future__ import annotations

import json

import pytest

from digital_literacy.public_services.browser_rules import rules_of_page
from tests.unit.public_services.samples import GROUPS, practice


@pytest.mark.parametrize("group", ["", *GROUPS])
def test_no_expected_answer_leaves_the_server(group):
    found = practice(group)
    rules = rules_of_page(found, str)
    # Every commune of the province, so the right one is not told by being there.
    assert len(rules.pop("communes")["56"]) == 65
    sent = json.dumps(rules, ensure_ascii=False)
    filer = {detail.value for detail in found.scenario.people[0].details}
    for expected in found.scenario.expects.values():
        # Streets, names of places and reasons; “tạm trú” and house numbers stand in labels and dates too.
        places = [words for words in expected.mentions if words[0].isupper()]
        for words in filter(None, (*places, *(trap.reason for trap in expected.traps), expected.reason)):
            assert words not in sent
    for person in found.scenario.people[1:]:
        for detail in person.details:
            if detail.id not in ("gender", "birth_date") and detail.value not in filer:
                assert detail.value not in sent
    assert found.scenario.commune not in sent
