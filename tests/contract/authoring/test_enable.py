"""The blocks among a course's advanced modules: the command, and Studio's event of a new course.

Studio's store is a stand-in with the methods that the platform's own has; no Studio has seen this.
"""

from __future__ import annotations

import io
import sys
from contextlib import contextmanager
from types import ModuleType, SimpleNamespace

import pytest
from django.core.management import CommandError, call_command
from opaque_keys.edx.keys import CourseKey
from openedx_events.content_authoring.data import CourseData
from openedx_events.content_authoring.signals import COURSE_CREATED

from digital_literacy import receivers
from digital_literacy.apps import DigitalLiteracyConfig
from digital_literacy.settings.common import BLOCK_TYPES

ONE, TWO = "course-v1:A+One+1", "course-v1:A+Two+1"


class Store:
    """What is used of the module store."""

    def __init__(self) -> None:
        self.courses = {
            key: SimpleNamespace(id=CourseKey.from_string(key), advanced_modules=["poll"])
            for key in (ONE, TWO)
        }
        self.written: list[tuple[str, int]] = []

    @contextmanager
    def bulk_operations(self, _key):
        yield

    def get_course(self, key):
        return self.courses.get(str(key))

    def get_course_summaries(self):
        return list(self.courses.values())

    def update_item(self, course, user_id):
        self.written.append((str(course.id), user_id))


@pytest.fixture
def store(monkeypatch):
    made = Store()
    xmodule, modulestore, django = (
        ModuleType(name) for name in ("xmodule", "xmodule.modulestore", "xmodule.modulestore.django")
    )
    modulestore.ModuleStoreEnum = SimpleNamespace(UserID=SimpleNamespace(mgmt_command=-1))
    django.modulestore = lambda: made
    for module in (xmodule, modulestore, django):
        monkeypatch.setitem(sys.modules, module.__name__, module)
    return made


def run(*arguments) -> str:
    out = io.StringIO()
    call_command("digital_literacy_enable", *arguments, stdout=out, stderr=out)
    return out.getvalue()


def test_what_is_missing_is_added_behind_what_is_there(store):
    assert "added skills_exercise, service_practice, vneid_certificate" in run(ONE)
    assert store.courses[ONE].advanced_modules == ["poll", *BLOCK_TYPES]
    assert store.written == [(ONE, -1)]
    assert "nothing to do" in run(ONE)
    assert len(store.written) == 1
    assert store.courses[TWO].advanced_modules == ["poll"]


def test_all_and_the_way_back(store):
    run("--all")
    assert [course.advanced_modules[1:] for course in store.courses.values()] == [[*BLOCK_TYPES]] * 2
    assert "removed" in run("--all", "--remove")
    assert [course.advanced_modules for course in store.courses.values()] == [["poll"]] * 2


@pytest.mark.parametrize("key", ["course-v1:A+None+1", "nonsense"])
def test_a_course_that_is_not_there_stops_no_other(store, key):
    with pytest.raises(CommandError, match="1 of the courses"):
        run(key, ONE)
    assert store.courses[ONE].advanced_modules == ["poll", *BLOCK_TYPES]


def test_what_is_not_said_is_asked(store):
    for arguments in ((), (ONE, "--all")):
        with pytest.raises(CommandError, match="--all"):
            run(*arguments)


@pytest.fixture
def connected():
    (entry,) = DigitalLiteracyConfig.plugin_app["signals_config"]["cms.djangoapp"]["receivers"]
    assert entry["signal_path"] == "openedx_events.content_authoring.signals.COURSE_CREATED"
    COURSE_CREATED.connect(
        getattr(receivers, entry["receiver_func_name"]), dispatch_uid=entry["dispatch_uid"]
    )
    yield
    COURSE_CREATED.disconnect(dispatch_uid=entry["dispatch_uid"])


def created(key=ONE):
    COURSE_CREATED.send_event(course=CourseData(course_key=CourseKey.from_string(key)))


def test_a_new_course_has_them_where_it_is_wanted(store, connected, settings):
    created()
    assert store.courses[ONE].advanced_modules == ["poll"]
    settings.DIGITAL_LITERACY_ENABLE_IN_NEW_COURSES = True
    created()
    assert store.courses[ONE].advanced_modules == ["poll", *BLOCK_TYPES]


def test_a_fault_keeps_no_course_from_being_created(store, connected, settings, caplog):
    settings.DIGITAL_LITERACY_ENABLE_IN_NEW_COURSES = True
    course = CourseData(course_key=CourseKey.from_string("course-v1:A+None+1"))
    receivers.enable_in_new_course(None, course=course)
    assert "not added" in caplog.text
