"""The three blocks with the services of the LMS, of Studio's preview, of content libraries, and of no request at all.

What each place offers: `lms/djangoapps/courseware/block_render.py`, `cms/djangoapps/contentstore/views/preview.py`
(`_prepare_runtime_for_preview`) and `openedx/core/djangoapps/xblock/runtime/runtime.py` (`service()`). A service that a
block asked for with `wants` and that is not there is None; one it did not ask for raises.
"""

from __future__ import annotations

import json

import pytest
from lxml import etree
from webob import Request

from tests.contract.runtime import block_from
from tests.contract.skills_exercise.samples import OLX
from tests.unit.public_services.samples import olx

pytestmark = pytest.mark.django_db

CERTIFICATE = """<vneid_certificate url_name="gcn"><achievement><name>Kỹ năng số</name><description><p>Biết.</p>
</description><criteria><p>Đạt.</p></criteria></achievement><requirement kind="course_grade" minimum="0.6"/>
<identity level="2"/></vneid_certificate>"""
SOURCES = {"skills_exercise": OLX, "service_practice": olx(), "vneid_certificate": CERTIFICATE}
VIEWS = ("student_view", "public_view", "author_view", "studio_view")


class ReplaceUrls:
    def replace_urls(self, text, static_replace_only=False):
        return text


class Permissions:
    def can_read(self, course):
        return True

    def can_write(self, course):
        return True


OFFERED = {"completion": object(), "replace_urls": ReplaceUrls(), "studio_user_permissions": Permissions()}
PROFILES = {
    "lms": {"i18n", "user", "completion", "replace_urls", "field-data"},
    "studio": {"i18n", "user", "replace_urls", "studio_user_permissions", "field-data"},
    "library": {"i18n", "user", "completion", "replace_urls", "field-data"},
    "loaded without a request": {"i18n", "field-data"},
}


def in_profile(name, source, *, user_id, staff=False):
    block = block_from(source, user_id=user_id, staff=staff)
    services = {**block.runtime._services, **OFFERED}
    block.runtime._services = {key: services[key] for key in PROFILES[name]}
    return block


@pytest.fixture
def user(django_user_model):
    return django_user_model.objects.create(username="lan")


@pytest.mark.parametrize("staff", [False, True])
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("block_type", SOURCES)
@pytest.mark.parametrize("profile", PROFILES)
def test_every_view_is_drawn(profile, block_type, view, staff, user):
    block = in_profile(profile, SOURCES[block_type], user_id=user.pk, staff=staff)
    fragment = getattr(block, view)()
    assert 'class="dl-block' in fragment.content


@pytest.mark.parametrize("service", ["user", "completion", "replace_urls", "studio_user_permissions"])
@pytest.mark.parametrize("block_type", SOURCES)
def test_without_any_one_service_every_view_is_drawn(service, block_type, user):
    block = in_profile("lms", SOURCES[block_type], user_id=user.pk)
    block.runtime._services = {**block.runtime._services, **OFFERED}
    del block.runtime._services[service]
    for view in VIEWS:
        assert 'class="dl-block' in getattr(block, view)().content


@pytest.mark.parametrize("block_type", SOURCES)
@pytest.mark.parametrize("profile", PROFILES)
def test_the_same_source_is_exported_and_nothing_secret_is_collected(profile, block_type, user):
    block = in_profile(profile, SOURCES[block_type], user_id=user.pk)
    node = etree.Element("unknown")
    block.add_xml_to_node(node)
    assert node.tag == block_type
    assert node.findall(".//*") != []
    # The Blocks API and the course search ask without a learner.
    json.dumps([block.index_dictionary(), getattr(block, "student_view_data", dict)()])


@pytest.mark.parametrize("block_type", ["skills_exercise", "service_practice"])
@pytest.mark.parametrize("profile", PROFILES)
def test_a_grade_is_published_and_the_block_completes(profile, block_type, user):
    block = in_profile(profile, SOURCES[block_type], user_id=user.pk)
    block.record_share(0.75)
    assert [kind for kind, _data in block.runtime.published] == ["grade", "completion"]
    assert block.get_score().raw_earned == 0.75
    assert block.max_score() == 1


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize(
    ("block_type", "handler"),
    [(name, "studio_submit") for name in SOURCES]
    + [("skills_exercise", "submit"), ("service_practice", "submit")],
)
def test_a_bad_request_is_answered_and_never_a_crash(profile, block_type, handler, user):
    block = in_profile(profile, SOURCES[block_type], user_id=user.pk)
    request = Request.blank("/", method="POST", content_type="application/json")
    request.body = b"{"
    assert block.runtime.handle(block, handler, request).status_code == 400


@pytest.mark.parametrize("block_type", SOURCES)
def test_what_the_platform_reads_of_a_block_class(block_type, user):
    block = in_profile("lms", SOURCES[block_type], user_id=user.pk)
    assert not block.has_children
    assert block.has_support(type(block).student_view, "multi_device")
    assert block.get_resources_dir() == "assets"
    scored = block_type != "vneid_certificate"
    assert bool(getattr(block, "has_score", False)) is scored
    assert not scored or block.icon_class == "problem"
    # Fields for all blocks of a course, or of a learner, are refused in content libraries.
    scopes = {field.scope.name for field in block.fields.values()}
    assert scopes.isdisjoint({"preferences", "user_info", "user_state_summary"})
