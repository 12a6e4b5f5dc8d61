"""The three blocks with exactly the services of the LMS, of Studio's preview, of Studio's editor, of content libraries,
and of no request at all.

What each place offers: `lms/djangoapps/courseware/block_render.py`, `cms/djangoapps/contentstore/views/preview.py`
(`_prepare_runtime_for_preview`), Studio's editor and handlers (`load_services_for_studio`) and
`openedx/core/djangoapps/xblock/runtime/runtime.py` (`service()`). A service that a block wants and that is not there is
None; one that it needs, or did not ask for, raises.
"""

from __future__ import annotations

import json
from enum import Enum

import pytest
from django.core.exceptions import ValidationError
from django.urls import clear_url_caches
from lxml import etree
from opaque_keys.edx.locator import LibraryLocatorV2, LibraryUsageLocatorV2
from webob import Request
from xblock.core import XBlock
from xblock.fields import Scope, ScopeIds
from xblock.runtime import NullI18nService

from digital_literacy.exercises.events import SUBMITTED
from digital_literacy.learners.models import Attempt, AttemptStart, CheckedAnswer, LearnerProfile
from digital_literacy.vneid_certificate_block import VneidCertificateBlock
from tests.contract.runtime import ContractRuntime, FixedUser, call, load, scope_ids
from tests.contract.skills_exercise.samples import OLX, RIGHT, submission
from tests.unit.public_services.samples import answers, olx

pytestmark = pytest.mark.django_db

CERTIFICATE = """<vneid_certificate url_name="gcn"><achievement><name>Kỹ năng số</name><description><p>Biết.</p>
</description><criteria><p>Đạt.</p></criteria></achievement><requirement kind="course_grade" minimum="0.6"/>
<identity level="2"/></vneid_certificate>"""
SOURCES = {"skills_exercise": OLX, "service_practice": olx(), "vneid_certificate": CERTIFICATE}
VIEWS = ("student_view", "public_view", "author_view", "studio_view")

LMS = """fs mako user verification proctoring milestones credit bookmarks gating grade_utils user_state
content_type_gating cache sandbox replace_urls rebind_user completion i18n library_tools partitions settings user_tags
teams teams_configuration call_to_action publish enrollments video_config discussion_config_service xqueue field-data"""
PREVIEW = """studio_user_permissions i18n mako settings user partitions teams_configuration sandbox cache replace_urls
video_config discussion_config_service xqueue field-data"""
EDITOR = """user studio_user_permissions mako settings lti-configuration teams_configuration library_tools i18n
field-data"""
LIBRARY = """field-data completion user mako i18n sandbox cache replace_urls rebind_user publish enrollments
error_tracker video_config discussion_config_service"""
PROFILES = {
    "lms": LMS,
    "studio preview": PREVIEW,
    "studio editor": EDITOR,
    "library": LIBRARY,
    "library without a user": LIBRARY,
    "loaded without a request": "i18n field-data",
}
STUDIO = ("studio preview", "studio editor")
IN_LIBRARY = ("library", "library without a user")
LIBRARY_KEY = LibraryLocatorV2(org="BDHVS", slug="thu-vien")


class ReplaceUrls:
    def replace_urls(self, text, static_replace_only=False):
        return text


class Permissions:
    def can_read(self, course):
        return True

    def can_write(self, course):
        return True


class AuthoredDataMode(Enum):
    DEFAULT_DRAFT = 1
    STRICTLY_PUBLISHED = 2


class StrictRuntime(ContractRuntime):
    """One place of the platform: its services and no other, its keys, its way of saving."""

    def __init__(self, *, profile, user_id, staff, authored=None, may_write=True, mode="DEFAULT_DRAFT"):
        writes = profile in STUDIO or profile in IN_LIBRARY
        super().__init__(user_id=user_id, staff=staff, author=writes, authored=authored)
        known = {
            "i18n": NullI18nService(),
            "user": FixedUser(user_id=user_id, staff=staff),
            "field-data": self._services["field-data"],
            "replace_urls": ReplaceUrls(),
            "studio_user_permissions": Permissions(),
        }
        self._services = {name: known.get(name, object()) for name in PROFILES[profile].split()}
        self.profile, self.may_write = profile, may_write
        if profile == "studio preview":
            self.is_author_mode = True
        if profile in IN_LIBRARY:
            self.authored_data_mode = AuthoredDataMode[mode]

    def service(self, block, service_name):
        if service_name == "user" and self.profile == "library without a user":
            raise RuntimeError("Cannot access user service when there is no user bound to the XBlock.")
        return super().service(block, service_name)

    def save_in_library(self, block):
        """As the library's runtime saves: changes of content by who may write, and of the draft only."""
        authored = [field for field in block._dirty_fields if field.scope in (Scope.content, Scope.settings)]
        if authored:
            if not self.may_write:
                raise RuntimeError("You do not have permission to edit this block")
            if self.authored_data_mode is not AuthoredDataMode.DEFAULT_DRAFT:
                raise ValidationError(
                    "Do not make changes to a component starting from the published version."
                )
        type(block).save(block)


def in_profile(name, source, *, user_id=1, staff=False, **changes):
    """A block as a place of the platform loads it: parsed by its author, then bound to one runtime."""
    node = etree.fromstring(source)
    keys = scope_ids(node.tag, user_id=user_id, url_name=node.get("url_name") or "b")
    if name in IN_LIBRARY:
        usage = LibraryUsageLocatorV2(LIBRARY_KEY, node.tag, node.get("url_name") or "b")
        keys = ScopeIds(user_id, node.tag, usage, usage)
    author = ContractRuntime(user_id=user_id, staff=True, author=True)
    XBlock.load_class(node.tag).parse_xml(node, author, keys).save()
    runtime = StrictRuntime(profile=name, user_id=user_id, staff=staff, authored=author.authored, **changes)
    block = load(runtime, keys)
    if name in IN_LIBRARY:
        # The library's mixin saves authored fields itself (openedx/core/djangoapps/xblock/runtime/mixin.py).
        block.save = lambda: runtime.save_in_library(block)
    return block


@pytest.fixture
def user(django_user_model):
    return django_user_model.objects.create(username="lan")


every_profile = pytest.mark.parametrize("profile", PROFILES)
every_block = pytest.mark.parametrize("block_type", SOURCES)


@pytest.mark.parametrize("staff", [False, True])
@pytest.mark.parametrize("view", VIEWS)
@every_block
@every_profile
def test_every_view_is_drawn(profile, block_type, view, staff, user):
    block = in_profile(profile, SOURCES[block_type], user_id=user.pk, staff=staff)
    fragment = getattr(block, view)()
    assert 'class="dl-block' in fragment.content
    # What is handed to a script's start is put into the page unescaped by some runtimes.
    assert fragment.json_init_args is None


@pytest.mark.parametrize("profile", ["lms", "studio editor", "library"])
@every_block
def test_without_any_one_service_every_view_is_drawn(profile, block_type, user):
    wanted = [name for name in PROFILES[profile].split() if name not in ("i18n", "field-data")]
    for service in wanted:
        block = in_profile(profile, SOURCES[block_type], user_id=user.pk)
        del block.runtime._services[service]
        for view in VIEWS:
            assert 'class="dl-block' in getattr(block, view)().content


@every_block
@every_profile
def test_the_same_source_is_exported_and_nothing_secret_is_collected(profile, block_type, user):
    block = in_profile(profile, SOURCES[block_type], user_id=user.pk)
    first, second = exported(block), exported(in_profile(profile, exported(block), user_id=user.pk))
    assert first == second
    node = etree.fromstring(first)
    assert node.tag == block_type
    assert node.findall(".//*") != []
    # The Blocks API and the course search ask without a learner.
    json.dumps([block.index_dictionary(), getattr(block, "student_view_data", dict)()])


def exported(block):
    node = etree.Element("unknown", url_name="b")
    block.add_xml_to_node(node)
    return etree.tostring(node, encoding="unicode")


@pytest.mark.parametrize("block_type", ["skills_exercise", "service_practice"])
@every_profile
def test_a_grade_is_published_and_the_block_completes(profile, block_type, user):
    block = in_profile(profile, SOURCES[block_type], user_id=user.pk)
    block.record_share(0.75)
    assert [kind for kind, _data in block.runtime.published] == ["grade", "completion"]
    assert block.get_score().raw_earned == 0.75
    assert block.max_score() == 1


def sent(block):
    if block.scope_ids.block_type == "skills_exercise":
        return submission(block, RIGHT)
    return {"attempt_id": "11111111-1111-4111-8111-111111111111", "answers": answers()}


@pytest.mark.parametrize("block_type", ["skills_exercise", "service_practice"])
@every_profile
def test_an_answer_is_marked_and_only_a_learners_is_kept_in_rows(profile, block_type, user):
    block = in_profile(profile, SOURCES[block_type], user_id=user.pk)
    status, _reply = call(block, "submit", sent(block))
    assert status == 200
    assert "grade" in [kind for kind, _data in block.runtime.published]
    assert Attempt.objects.count() == (1 if profile == "lms" else 0)
    assert block.attempts.used() == 1
    told = [payload for name, payload in block.runtime.published if name == SUBMITTED]
    # Without a user service nobody can be told apart; what an author tries is not told at all.
    tried = profile in STUDIO or profile in IN_LIBRARY
    assert len(told) == (0 if tried else 1)


TIMED = OLX.replace("<skills_exercise ", '<skills_exercise time_limit="20" feedback="each" ', 1)


@every_profile
def test_what_an_author_tries_is_kept_in_no_row_of_any_kind(profile, user):
    block = in_profile(profile, TIMED, user_id=user.pk)
    assert call(block, "start", {"binding": block.binding("")})[0] == 200
    item, token = block._ids().name(("item",), "q1"), block._ids().name(("q1", "option"), "b")
    call(block, "check_item", {"item": item, "answer": token, "binding": block.binding("")})
    call(block, "choose_group", {"group": "workers"})
    rows = [AttemptStart.objects.count(), CheckedAnswer.objects.count(), LearnerProfile.objects.count()]
    if profile == "lms":
        assert rows == [1, 1, 1]
    else:
        assert rows == [0, 0, 0]
    assert block.target_group == "workers"


def test_a_page_of_another_learner_starts_no_clock(user, django_user_model):
    staff = in_profile("lms", TIMED, user_id=django_user_model.objects.create(username="staff").pk)
    learner = in_profile("lms", TIMED, user_id=user.pk)
    status, reply = call(learner, "start", {"binding": staff.binding("")})
    assert (status, reply["code"]) == (409, "changed")
    assert not AttemptStart.objects.exists()


def test_an_error_in_a_course_is_not_taken_for_a_refusal(user):
    block = in_profile("studio editor", OLX, user_id=user.pk)

    def broken():
        raise RuntimeError("the store is down")

    block.save = broken
    with pytest.raises(RuntimeError, match="the store is down"):
        block.studio_submit.__wrapped__(
            block, {"values": {}, "olx": inner(etree.fromstring(exported(block)))}
        )


@every_block
@pytest.mark.parametrize("profile", [*STUDIO, "library"])
def test_an_author_saves(profile, block_type, user):
    block = in_profile(profile, SOURCES[block_type], user_id=user.pk)
    olx_text = etree.fromstring(exported(block))
    status, reply = call(
        block, "studio_submit", {"values": {"display_name": "Tên mới"}, "olx": inner(olx_text)}
    )
    assert (status, reply) == (200, {"status": "ok"})
    assert block.display_name == "Tên mới"


def inner(node):
    return (node.text or "") + "".join(etree.tostring(child, encoding="unicode") for child in node)


@every_block
@pytest.mark.parametrize(
    ("profile", "changes"),
    [("lms", {}), ("library", {"may_write": False}), ("library", {"mode": "STRICTLY_PUBLISHED"})],
)
def test_who_may_not_write_is_told_and_nothing_is_saved(profile, changes, block_type, user):
    block = in_profile(profile, SOURCES[block_type], user_id=user.pk, **changes)
    before = exported(block)
    body = {"values": {"display_name": "Tên mới"}, "olx": inner(etree.fromstring(before))}
    status, reply = call(block, "studio_submit", body)
    assert (status, reply["code"]) == (403, "forbidden")
    assert exported(load(block.runtime, block.scope_ids)) == before


@every_profile
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


def test_an_author_in_a_library_is_an_author_while_it_shows_its_draft(user):
    assert in_profile("library", OLX, user_id=user.pk).is_author
    assert not in_profile("library", OLX, user_id=user.pk, mode="STRICTLY_PUBLISHED").is_author
    assert not in_profile("lms", OLX, user_id=user.pk).is_author


@every_block
@pytest.mark.parametrize("profile", STUDIO)
def test_an_author_in_studio_is_one_without_being_staff_of_the_platform(profile, block_type, user):
    assert in_profile(profile, SOURCES[block_type], user_id=user.pk).is_author


@every_block
@pytest.mark.parametrize("view", ["author_view", "studio_view"])
def test_the_lms_gives_views_of_studio_to_authors_only(view, block_type, user, settings):
    settings.SERVICE_VARIANT = "lms"
    block = in_profile("lms", SOURCES[block_type], user_id=user.pk)
    assert 'data-dl-block="unavailable"' in getattr(block, view)().content
    staff = in_profile("lms", SOURCES[block_type], user_id=user.pk, staff=True)
    assert 'data-dl-block="unavailable"' not in getattr(staff, view)().content


@every_block
def test_without_the_app_and_without_its_pages_every_view_is_drawn(block_type, user, settings, monkeypatch):
    settings.ROOT_URLCONF = "tests.contract.profile.no_urls"
    clear_url_caches()
    for profile in PROFILES:
        for view in VIEWS:
            assert getattr(in_profile(profile, SOURCES[block_type], user_id=user.pk), view)().content
    monkeypatch.setattr("django.apps.apps.is_installed", lambda name: name != "digital_literacy")
    for profile in PROFILES:
        for view in VIEWS:
            assert getattr(in_profile(profile, SOURCES[block_type], user_id=user.pk), view)().content


@every_block
def test_what_the_platform_reads_of_a_block_class(block_type, user):
    block = in_profile("lms", SOURCES[block_type], user_id=user.pk)
    assert not block.has_children
    assert block.has_support(type(block).student_view, "multi_device")
    assert block.get_resources_dir() == "assets"
    scored = block_type != "vneid_certificate"
    assert bool(getattr(block, "has_score", False)) is scored
    assert not scored or block.icon_class == "problem"
    # While staff look as a learner: answers would become that learner's rows.
    assert not getattr(block, "show_in_read_only_mode", False)
    # Fields for all blocks of a course, or of a learner, are refused in content libraries.
    scopes = {field.scope.name for field in block.fields.values()}
    assert scopes.isdisjoint({"preferences", "user_info", "user_state_summary"})


def test_a_certificate_counts_neither_for_completion_nor_for_points():
    assert VneidCertificateBlock.completion_mode == "excluded"
    assert not getattr(VneidCertificateBlock, "has_score", False)


@every_block
def test_a_copy_field_by_field_is_the_same_block(block_type, user):
    """As the platform duplicates a block, runs a course again, publishes it, and follows a library."""
    block = in_profile("studio editor", SOURCES[block_type], user_id=user.pk)
    copy = in_profile("studio editor", f"<{block_type}/>", user_id=user.pk)
    for name, field in block.fields.items():
        if field.scope in (Scope.content, Scope.settings) and field.is_set_on(block):
            stored = json.loads(json.dumps(field.to_json(getattr(block, name))))
            setattr(copy, name, field.from_json(stored))
    copy.save()
    assert exported(load(copy.runtime, copy.scope_ids)) == exported(block)
    assert copy.student_view().content.count('class="dl-block') == 1


@every_block
def test_a_library_loads_the_same_block_again_and_again(block_type, user):
    first = in_profile("library", SOURCES[block_type], user_id=user.pk)
    texts = [exported(first)]
    for _load in range(2):
        texts.append(exported(in_profile("library", texts[-1], user_id=user.pk)))
    assert len(set(texts)) == 1
