"""What the platform tells us and asks us: its own events and filters, with its own libraries."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from opaque_keys.edx.keys import CourseKey
from openedx_events.learning.data import (
    CertificateData,
    CourseData,
    CoursePassingStatusData,
    UserData,
    UserPersonalData,
)
from openedx_events.learning.signals import CERTIFICATE_REVOKED, COURSE_PASSING_STATUS_UPDATED
from openedx_filters.learning.filters import CertificateCreationRequested

from digital_literacy import receivers
from digital_literacy.apps import DigitalLiteracyConfig
from digital_literacy.certificates.applications import keep, proceed
from digital_literacy.certificates.models import Application, Credential
from digital_literacy.certificates.person import Person
from digital_literacy.compat.platform import CourseGrade
from digital_literacy.identity import consents
from tests.contract.certificates.helpers import COURSE, USAGE, identity, plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def connected():
    """The receivers as the plugin framework connects them, by the paths that the app names."""
    signals = {
        "CERTIFICATE_REVOKED": CERTIFICATE_REVOKED,
        "COURSE_PASSING_STATUS_UPDATED": COURSE_PASSING_STATUS_UPDATED,
    }
    done = []
    for entry in DigitalLiteracyConfig.plugin_app["signals_config"]["lms.djangoapp"]["receivers"]:
        path, _, name = entry["signal_path"].rpartition(".")
        if path == "openedx_events.learning.signals":
            receiver = getattr(receivers, entry["receiver_func_name"])
            signals[name].connect(receiver, dispatch_uid=entry["dispatch_uid"])
            done.append((signals[name], entry["dispatch_uid"]))
    assert len(done) == 2
    yield
    for signal, uid in done:
        signal.disconnect(dispatch_uid=uid)


def told(user):
    person = UserPersonalData(username=user.username, email="", name="")
    return {
        "user": UserData(id=user.pk, is_active=True, pii=person),
        "course": CourseData(course_key=CourseKey.from_string(COURSE)),
    }


def revoked_there(user):
    CERTIFICATE_REVOKED.send_event(
        certificate=CertificateData(
            **told(user), mode="honor", grade="0.8", download_url="", name="", current_status="unavailable"
        )
    )


@pytest.fixture
def waiting(app, learner, platform):
    platform.names[learner.pk] = "Trần Thị Tư"
    platform.course_grades[(learner.pk, COURSE)] = None
    consents.give(user_id=learner.pk, course_key=COURSE, purpose="certificate", version="1")
    kept = keep(
        user_id=learner.pk, course_key=COURSE, usage_key=USAGE, plan=plan(), person=Person.of(identity())
    )
    assert proceed(kept, actor_id=None) is None
    return learner


def passed(user, *, is_passing=True):
    COURSE_PASSING_STATUS_UPDATED.send_event(
        course_passing_status=CoursePassingStatusData(is_passing=is_passing, **told(user))
    )


def test_the_certificate_follows_when_the_platform_says_passed(connected, waiting, platform):
    platform.course_grades[(waiting.pk, COURSE)] = CourseGrade(0.9, True)
    passed(waiting, is_passing=False)
    assert not Credential.objects.exists()
    passed(waiting)
    assert Credential.objects.get().award.user == waiting
    passed(waiting)
    assert Credential.objects.count() == 1


def test_what_the_event_says_is_not_believed(connected, waiting):
    """Grades are read anew: the event only says that it is worth looking."""
    passed(waiting)
    assert not Credential.objects.exists()
    assert Application.objects.exists()


def test_a_fault_does_not_stop_the_platforms_grading(connected, waiting, platform, app, caplog):
    platform.course_grades[(waiting.pk, COURSE)] = CourseGrade(0.9, True)
    app.DIGITAL_LITERACY_SIGNING_KEYS = []
    receivers.issue_when_passed(
        None, course_passing_status=CoursePassingStatusData(is_passing=True, **told(waiting))
    )
    assert "not issued" in caplog.text
    assert Application.objects.exists()


def test_revoked_there_is_revoked_here_where_it_is_wanted(connected, give, learner, app):
    give()
    revoked_there(learner)
    assert Credential.objects.get().revoked_at is None
    app.DIGITAL_LITERACY_REVOKE_WITH_PLATFORM = True
    revoked_there(get_user_model().objects.create_user("other"))
    assert Credential.objects.get().revoked_at is None
    revoked_there(learner)
    assert Credential.objects.get().revocation_reason == "revoked by the platform"


def test_the_platforms_certificate_may_need_ours(give, learner, settings):
    settings.OPEN_EDX_FILTERS_CONFIG = {
        CertificateCreationRequested.filter_type: {
            "fail_silently": False,
            "pipeline": ["digital_literacy.filters.RequireVerifiedPerson"],
        }
    }
    asked = {
        "user": learner,
        "course_key": CourseKey.from_string(COURSE),
        "mode": "honor",
        "status": "downloadable",
        "grade": 0.8,
        "generation_mode": "self",
    }
    with pytest.raises(CertificateCreationRequested.PreventCertificateCreation):
        CertificateCreationRequested.run_filter(**asked)
    give()
    assert CertificateCreationRequested.run_filter(**asked)[0] == learner


def test_the_platform_is_told_who_was_verified_where_it_is_wanted(waiting, platform, app):
    platform.course_grades[(waiting.pk, COURSE)] = CourseGrade(0.9, True)
    app.DIGITAL_LITERACY_NOTE_IDENTITY_DAYS = 365
    application = Application.objects.get()
    proceed(application, actor_id=None)
    assert platform.noted == [(waiting.pk, "Trần Thị Tư", application.verified_at + timedelta(days=365))]


def test_it_is_told_nothing_otherwise(waiting, platform):
    platform.course_grades[(waiting.pk, COURSE)] = CourseGrade(0.9, True)
    proceed(Application.objects.get(), actor_id=None)
    assert platform.noted == []
