"""A verified person who waits: for an answer about the name, the staff, a representative, a grade."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from digital_literacy.audit import log as audit
from digital_literacy.audit.models import AuditEntry
from digital_literacy.certificates.applications import keep, proceed, waits_for
from digital_literacy.certificates.models import Application, Award, Credential, NameReport
from digital_literacy.certificates.person import Person
from digital_literacy.certificates.revoking import revoke
from digital_literacy.compat.platform import CourseGrade
from digital_literacy.identity import consents
from digital_literacy.identity.models import Consent, RepresentativeConsent
from digital_literacy.identity.results import Refused
from tests.contract.certificates.helpers import COURSE, USAGE, identity, plan

pytestmark = pytest.mark.django_db
MINE = "/digital-literacy/my-certificates/"
ADMIN = "/admin/digital_literacy/"


@pytest.fixture
def apply(app, learner, platform):
    platform.names[learner.pk] = "Trần Thị Tư"

    def run(*, user=learner, **changes):
        plan_changes = changes.pop("plan", {})
        consents.give(user_id=user.pk, course_key=COURSE, purpose="certificate", version="1")
        application = keep(
            user_id=user.pk,
            course_key=COURSE,
            usage_key=USAGE,
            plan=plan(**plan_changes),
            person=Person.of(identity(**changes)),
        )
        return proceed(application, actor_id=None)

    return run


@pytest.fixture
def browser(learner):
    client = Client()
    client.force_login(learner)
    return client


@pytest.fixture
def staff(db):
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("admin"))
    return client


def step(browser, choice):
    return browser.post(f"{MINE}applications/{Application.objects.get().pk}/", {"step": choice}, follow=True)


def act(staff, model, row, action, reason=""):
    form = {"action": action, "_selected_action": row.pk, "reason": reason}
    return staff.post(f"{ADMIN}{model}/", form, follow=True)


@pytest.mark.parametrize("account_name", ["Tran Thi Tu", "TRẦN THỊ TÚ", ""])
def test_a_name_equal_but_for_its_marks_is_asked_about(apply, browser, platform, learner, account_name):
    platform.names[learner.pk] = account_name
    assert apply() is None
    assert Application.objects.get().waiting_for == "name"
    page = browser.get(MINE).content.decode()
    assert "Trần Thị Tư" in page
    assert account_name in page
    assert "issued" in step(browser, "me").redirect_chain[0][0]
    assert Credential.objects.get().holder_name == "Trần Thị Tư"
    assert not Application.objects.exists()


def test_who_says_it_is_not_he_leaves_nothing(apply, browser, platform, learner):
    platform.names[learner.pk] = "Tran Thi Tu"
    apply()
    step(browser, "not_me")
    assert not Application.objects.exists()
    assert not Credential.objects.exists()
    assert AuditEntry.objects.get().event == "name_denied"


def test_the_answer_cannot_pass_a_name_that_needs_the_staff(apply, browser, platform, learner):
    platform.names[learner.pk] = "Vương Khánh Vy"
    apply()
    assert Application.objects.get().waiting_for == "review"
    for choice in ("me", "receive", "approve"):
        step(browser, choice)
    assert not Credential.objects.exists()


def test_the_staff_approves(apply, staff, platform, learner):
    platform.names[learner.pk] = "Vương Khánh Vy"
    apply()
    page = staff.get(f"{ADMIN}application/").content.decode()
    assert "Trần Thị Tư" in page
    assert "Vương Khánh Vy" in page
    act(staff, "application", Application.objects.get(), "approve_selected")
    assert Credential.objects.get().name_match == "different"
    lines = AuditEntry.objects.order_by("number")
    assert [line.event for line in lines] == ["approved", "issued"]
    assert set(audit.account_names(line.actor for line in lines).values()) == {"admin"}


def test_the_staff_declines_and_the_learner_reads_why(apply, staff, platform, learner):
    platform.names[learner.pk] = "Vương Khánh Vy"
    apply()
    act(staff, "application", Application.objects.get(), "decline_selected")
    assert Application.objects.get().is_open
    act(staff, "application", Application.objects.get(), "decline_selected", "Không phải cùng một người.")
    row = Application.objects.get()
    assert (row.is_open, row.holder_name, row.person_keys) == (None, "", {})
    from digital_literacy.certificates.learner_state import learner_state

    state = learner_state(user_id=learner.pk, course_key=COURSE, usage_key=USAGE, goals=plan().goals)
    assert (state.kind, state.declined) == ("ready", "Không phải cùng một người.")
    # He may apply again, and may be declined again.
    apply()
    act(staff, "application", Application.objects.get(is_open=True), "decline_selected", "Vẫn không.")
    assert Application.objects.filter(is_open=None).count() <= 2


def test_a_minor_needs_a_representative_too(apply, staff, learner):
    assert apply(is_minor=True) is None
    assert Application.objects.get().waiting_for == "representative"
    form = {
        "user": learner.pk,
        "course_key": COURSE,
        "relation": "parent",
        "given_on": "2026-11-20",
        "reference": "Hồ sơ lớp 5A",
    }
    assert staff.post(f"{ADMIN}representativeconsent/add/", form).status_code == 302
    assert Credential.objects.get().award.user == learner
    consent = RepresentativeConsent.objects.get()
    assert consent.recorded_by.username == "admin"
    page = staff.post(f"{ADMIN}representativeconsent/add/", form).content.decode()
    assert "errorlist" in page
    assert RepresentativeConsent.objects.count() == 1
    audited = staff.get(f"{ADMIN}auditentry/").content.decode()
    assert COURSE in audited
    assert "learner" in audited  # the account's name, while it is linked
    act(staff, "representativeconsent", consent, "withdraw_selected")
    credential = Credential.objects.get()
    assert (credential.is_withdrawn, credential.revocation_reason) == (True, "consent withdrawn")
    assert apply(is_minor=True) is None


def test_a_course_for_pupils_asks_it_of_all(apply):
    assert apply(is_minor=None) is not None
    other = get_user_model().objects.create_user("other")
    assert apply(user=other, subject="2", name="A", plan={"representative": True, "goals": ()}) is None


def test_one_open_application_for_an_account_and_a_course(apply, platform, learner):
    platform.course_grades[(learner.pk, COURSE)] = CourseGrade(0.1, False)
    apply()
    apply()
    assert Application.objects.count() == 1


def test_after_thirty_days_it_counts_no_more(apply, browser, platform, learner):
    platform.course_grades[(learner.pk, COURSE)] = CourseGrade(0.1, False)
    apply()
    platform.course_grades[(learner.pk, COURSE)] = CourseGrade(0.9, True)
    Application.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    step(browser, "receive")
    assert not Credential.objects.exists()


def test_nobody_takes_a_step_for_another(apply, platform, learner):
    platform.names[learner.pk] = "Tran Thi Tu"
    apply()
    for user in (None, get_user_model().objects.create_user("s", is_staff=True)):
        client = Client()
        if user:
            client.force_login(user)
        client.post(f"{MINE}applications/{Application.objects.get().pk}/", {"step": "me"})
    assert not Credential.objects.exists()
    assert waits_for(Application.objects.get()) == "name"


def test_the_steps_are_guarded_against_forged_forms(apply, platform, learner):
    platform.names[learner.pk] = "Tran Thi Tu"
    apply()
    client = Client(enforce_csrf_checks=True)
    client.force_login(learner)
    url = f"{MINE}applications/{Application.objects.get().pk}/"
    assert client.post(url, {"step": "me"}).status_code == 403
    page = client.get(MINE)
    assert page["Referrer-Policy"] == "same-origin"
    token = client.cookies["csrftoken"].value
    assert client.post(url, {"step": "me", "csrfmiddlewaretoken": token}).status_code == 302
    assert Credential.objects.exists()


def test_withdrawing_the_consent_takes_all_out(apply, browser, client):
    credential = apply()
    url = f"{MINE}certificates/{credential.pk}/"
    browser.post(url, {"step": "withdraw"})
    assert Credential.objects.get().revoked_at is None
    reply = browser.post(url, {"step": "withdraw", "sure": "yes"}, follow=True)
    assert "withdrawn" in reply.redirect_chain[0][0]
    assert Consent.objects.get().withdrawn_at is not None
    page = client.get(f"/digital-literacy/certificates/{credential.pk}/").content.decode()
    assert 'data-dl-verdict="withdrawn"' in page
    assert "Trần Thị Tư" not in page
    assert Award.objects.get().person_key.startswith("gone:")
    assert apply().pk != credential.pk


def test_withdrawing_does_not_undo_a_revocation_by_the_staff(apply, learner):
    from digital_literacy import learner_data
    from digital_literacy.certificates.withdrawing import withdraw_consent

    credential = apply()
    revoke(credential.pk, actor_id=None, reason="thi hộ")
    withdraw_consent(user_id=learner.pk, course_key=COURSE, actor_id=learner.pk)
    assert Credential.objects.get().holder_name == ""
    with pytest.raises(Refused, match="revoked"):
        apply()
    learner_data.forget(learner.pk)
    assert Award.objects.get().user is None
    with pytest.raises(Refused, match="revoked"):
        apply(user=get_user_model().objects.create_user("again"), name="A", plan={"goals": ()})


def test_withdrawing_while_waiting(apply, browser, platform, learner):
    platform.names[learner.pk] = "Tran Thi Tu"
    apply()
    step(browser, "withdraw")
    assert not Application.objects.exists()
    assert Consent.objects.get().withdrawn_at is not None


def test_a_wrong_name_is_reported_once_and_answered(apply, browser, staff):
    credential = apply()
    url = f"{MINE}certificates/{credential.pk}/"
    for kind in ("nonsense", "spelling", "not_me"):
        browser.post(url, {"step": "report", "kind": kind})
    report = NameReport.objects.get()
    assert report.kind == "spelling"
    act(staff, "namereport", report, "answer_only")
    assert NameReport.objects.get().is_open
    act(staff, "namereport", report, "answer_only", "Tên đúng như trên giấy tờ.")
    assert "Tên đúng như trên giấy tờ." in browser.get(MINE).content.decode()
    assert Credential.objects.get().revoked_at is None
    browser.post(url, {"step": "report", "kind": "changed"})
    act(staff, "namereport", NameReport.objects.get(is_open=True), "open_the_way", "Mời đăng nhập lại.")
    assert Credential.objects.get().revoked_at is not None
    assert apply(name="Trần Thị Tư").pk != credential.pk


def test_others_cannot_report_or_withdraw(apply):
    credential = apply()
    other = Client()
    other.force_login(get_user_model().objects.create_user("other"))
    for form in ({"step": "report", "kind": "not_me"}, {"step": "withdraw", "sure": "yes"}):
        assert other.post(f"{MINE}certificates/{credential.pk}/", form).status_code == 404
    assert Credential.objects.get().revoked_at is None


def test_a_replaced_secret_of_person_keys_stops_everything(app, learner):
    """Else everybody would be a new person."""
    from digital_literacy.identity.person_secrets import require_known_secrets

    require_known_secrets()
    require_known_secrets()
    app.DIGITAL_LITERACY_PERSON_KEYS = [{"id": "p1", "secret": "value:" + "z" * 40}]
    with pytest.raises(Refused, match="not_set_up"):
        require_known_secrets()
    app.DIGITAL_LITERACY_PERSON_KEYS = [
        {"id": "p2", "secret": "value:" + "z" * 40},
        {"id": "p1", "secret": "value:" + "a" * 40},
    ]
    require_known_secrets()


def test_who_withdrew_while_he_was_at_the_login_receives_nothing(app, learner, platform):
    from digital_literacy.certificates.after_login import apply_for_certificate
    from digital_literacy.identity.models import LoginTransaction

    consents.give(user_id=learner.pk, course_key=COURSE, purpose="certificate", version="1")
    login = LoginTransaction(
        user=learner, course_key=COURSE, usage_key=USAGE, purpose="certificate", context=plan().to_json()
    )
    consents.withdraw(user_id=learner.pk, course_key=COURSE, purpose="certificate")
    with pytest.raises(Refused, match="no_consent"):
        apply_for_certificate(login, identity())
    assert not Application.objects.exists()


def test_the_block_of_who_withdrew_after_a_revocation(apply, browser, learner, client):
    from digital_literacy.certificates.learner_state import learner_state

    credential = apply()
    revoke(credential.pk, actor_id=None, reason="thi hộ")
    browser.post(f"{MINE}certificates/{credential.pk}/", {"step": "withdraw", "sure": "yes"})
    assert Credential.objects.get().is_withdrawn
    assert browser.get(MINE).status_code == 200
    state = learner_state(user_id=learner.pk, course_key=COURSE, usage_key=USAGE, goals=plan().goals)
    assert (state.kind, state.certificate) == ("revoked", None)
    from tests.contract.certificates.test_block import ONLY_COURSE, block_from, html

    assert 'data-dl-state="revoked"' in html(block_from(ONLY_COURSE, user_id=learner.pk))


def test_a_slip_in_the_key_of_a_course_is_noticed(staff, learner):
    form = {
        "user": learner.pk,
        "course_key": "KNS01",
        "given_on": "2026-11-20",
        "reference": "x",
        "relation": "parent",
    }
    page = staff.post(f"{ADMIN}representativeconsent/add/", form)
    assert "course-v1:ORG+COURSE+RUN" in page.content.decode()
    assert not RepresentativeConsent.objects.exists()


def test_a_consent_recorded_by_mistake_ends_and_nothing_is_revoked(apply, staff, learner):
    credential = apply()
    consent = RepresentativeConsent.objects.create(
        user=learner, course_key=COURSE, given_on="2026-11-20", recorded_at=timezone.now()
    )
    page = act(staff, "representativeconsent", consent, "mistaken_selected").content.decode()
    assert credential.pk in page
    assert Credential.objects.get().revoked_at is None
    assert not consents.representative_agreed(user_id=learner.pk, course_key=COURSE)
    assert AuditEntry.objects.order_by("number").last().event == "representative_mistaken"


@pytest.mark.parametrize("wrong", [{"given_on": "2999-01-01"}, {"course_key": "course-v1:No+Such+1"}])
def test_a_date_to_come_and_a_course_that_is_not_there(staff, learner, platform, monkeypatch, wrong):
    monkeypatch.setattr(platform, "course_title", lambda _self, key: "Khóa" if key == COURSE else key)
    form = {
        "user": learner.pk,
        "course_key": COURSE,
        "given_on": "2026-11-20",
        "reference": "x",
        "relation": "parent",
        **wrong,
    }
    assert "errorlist" in staff.post(f"{ADMIN}representativeconsent/add/", form).content.decode()
    assert not RepresentativeConsent.objects.exists()


def test_the_staff_is_told_what_is_still_missing(apply, staff, platform, learner):
    platform.names[learner.pk] = "Vương Khánh Vy"
    apply(is_minor=True)
    page = act(staff, "application", Application.objects.get(), "approve_selected").content.decode()
    assert "1" in page
    assert Application.objects.get().waiting_for == "representative"
    assert "messagelist" in page
    form = {
        "user": learner.pk,
        "course_key": COURSE,
        "given_on": "2026-11-20",
        "reference": "x",
        "relation": "parent",
    }
    done = staff.post(f"{ADMIN}representativeconsent/add/", form, follow=True).content.decode()
    assert "messagelist" in done
    assert Credential.objects.exists()
