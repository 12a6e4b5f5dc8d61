"""The platform's own skill frameworks: read from the setting, used by the blocks, reported when unusable."""

from __future__ import annotations

import pytest

from digital_literacy.frameworks.skills import COLUMNS
from digital_literacy.learners.checks import check_skill_frameworks
from digital_literacy.learners.skills import named_skills, skill_frameworks
from tests.contract.runtime import block_from
from tests.contract.skills_exercise.samples import OLX

pytestmark = pytest.mark.django_db
OWN = f"{','.join(COLUMNS)}\nxa,Khung của xã,,yes,,\nxa:1,Gọi điện,Phone,,,\n"


@pytest.fixture
def own_file(tmp_path, settings):
    path = tmp_path / "own.csv"
    path.write_text(OWN, encoding="utf-8")
    settings.DIGITAL_LITERACY_SKILL_FRAMEWORKS = [path]
    return path


def with_skills(codes):
    return OLX.replace('skills="tt02:4.2"', f'skills="{codes}"', 1)


def test_a_framework_of_the_platform_is_known_to_its_blocks(own_file):
    assert named_skills("xa:1 tt02:2.5", "en") == [
        {"code": "xa:1", "title": "Phone"},
        {"code": "tt02:2.5", "title": "Netiquette"},
    ]
    assert block_from(with_skills("xa:1")).source_faults() == []
    assert check_skill_frameworks(None) == []


def test_authors_see_titles_beside_codes_and_unknown_codes_as_faults(own_file):
    block = block_from(with_skills("xa:1 kns757:1.1"), staff=True)
    html = block.runtime.render(block, "author_view").content
    assert "<code>xa:1</code> Gọi điện" in html
    assert "<code>kns757:1.1</code>" in html
    (fault,) = block_from(with_skills("xb:1")).source_faults()
    assert fault.params["near"] == "xa"


def test_a_file_that_cannot_be_used_is_reported_and_left_out(own_file, settings):
    own_file.write_text("not a framework", encoding="utf-8")
    settings.DIGITAL_LITERACY_SKILL_FRAMEWORKS = [own_file, own_file.with_name("missing.csv")]
    assert [message.id for message in check_skill_frameworks(None)] == ["digital_literacy.E030"] * 2
    assert "xa" not in skill_frameworks()
    assert "tt02" in skill_frameworks()
