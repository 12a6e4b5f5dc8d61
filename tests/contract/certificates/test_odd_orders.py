"""Acts in an order that nobody expects: what a review by a hostile eye once found, held here."""

from __future__ import annotations

import io
import json
from datetime import datetime, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.management import CommandError, call_command, load_command_class
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from digital_literacy.audit import log as audit
from digital_literacy.audit.models import AuditEntry
from digital_literacy.certificates import applications, backup, checks, reissuing, submitting, tidying
from digital_literacy.certificates.applications import approve, proceed
from digital_literacy.certificates.confirming_bodies import MockAdapter
from digital_literacy.certificates.learner_state import learner_state
from digital_literacy.certificates.models import Application, Award, Credential, NameReport, Submission
from digital_literacy.certificates.person import Person, renew_keys
from digital_literacy.certificates.reports import settle
from digital_literacy.certificates.revoking import allow_again, revoke
from digital_literacy.certificates.withdrawing import withdraw_consent
from digital_literacy.compat.platform import CourseGrade
from digital_literacy.identity.ages import is_minor
from digital_literacy.identity.models import RepresentativeConsent
from digital_literacy.identity.person_secrets import replaced_versions, require_known_secrets
from digital_literacy.identity.results import Refused
from digital_literacy.learner_data import forget
from tests.contract.certificates.helpers import COURSE, USAGE, identity, plan
from tests.contract.certificates.test_applications import ADMIN, MINE, act, apply, browser, staff

pytestmark = pytest.mark.django_db
__all__ = ["apply", "browser", "staff"]
BOTH = [{"id": "p2", "secret": "value:" + "b" * 40}, {"id": "p1", "secret": "value:" + "a" * 40}]


def withdraw(user):
    withdraw_consent(user_id=user.pk, course_key=COURSE, actor_id=user.pk)


def other_learner(platform, name, full_name):
    user = get_user_model().objects.create_user(name)
    platform.names[user.pk] = full_name
    platform.course_grades[(user.pk, COURSE)] = CourseGrade(0.9, True)
    return user


@pytest.fixture
def waiting(apply, learner, platform):
    """An application that waits for the grade, which is there by now."""
    platform.course_grades[(learner.pk, COURSE)] = CourseGrade(0.1, False)
    apply()
    platform.course_grades[(learner.pk, COURSE)] = CourseGrade(0.9, True)
    return Application.objects.get()


def state(learner):
    return learner_state(user_id=learner.pk, course_key=COURSE, usage_key=USAGE, goals=plan().goals)


class TestWhoMayAct:
    def test_who_may_only_look_revokes_nothing(self, apply, learner):
        apply()
        consent = RepresentativeConsent.objects.create(
            user=learner, course_key=COURSE, given_on="2026-11-20", recorded_at=timezone.now()
        )
        viewer = get_user_model().objects.create_user("viewer", is_staff=True)
        for name in ("representativeconsent", "credential", "application", "namereport"):
            viewer.user_permissions.add(Permission.objects.get(codename=f"view_{name}"))
        client = Client()
        client.force_login(viewer)
        act(client, "representativeconsent", consent, "withdraw_selected")
        act(client, "credential", Credential.objects.get(), "revoke_selected", "x")
        assert Credential.objects.get().revoked_at is None

    def test_a_profile_that_is_renamed_after_the_login_passes_no_review(
        self, apply, learner, platform, staff, browser
    ):
        platform.names[learner.pk] = "Vương Khánh Vy"
        apply()
        act(staff, "application", Application.objects.get(), "decline_selected", "Không phải một người.")
        platform.names[learner.pk] = "Trần Thị Tư"
        apply()  # declined a moment ago: the staff looks again, whatever the profile says now
        application = Application.objects.get(is_open=True)
        browser.post(f"{MINE}applications/{application.pk}/", {"step": "receive"})
        assert application.waiting_for == "review"
        assert not Credential.objects.exists()

    @pytest.mark.parametrize("way", ["withdraw", "not_me", "nothing"])
    def test_beginning_anew_does_not_get_past_the_review(self, apply, learner, platform, browser, way):
        platform.names[learner.pk] = "Vương Khánh Vy"
        apply()
        first = Application.objects.get()
        browser.post(f"{MINE}applications/{first.pk}/", {"step": way})
        platform.names[learner.pk] = "Trần Thị Tư"
        apply()
        assert Application.objects.get(is_open=True).waiting_for == "review"
        assert not Credential.objects.exists()
        assert not Application.objects.exclude(is_open=True).exclude(holder_name="").exists()

    def test_declined_then_withdrawn_is_still_declined(self, apply, learner, platform, staff, browser):
        platform.names[learner.pk] = "Vương Khánh Vy"
        apply()
        act(staff, "application", Application.objects.get(), "decline_selected", "Không phải một người.")
        apply()
        browser.post(f"{MINE}applications/{Application.objects.get(is_open=True).pk}/", {"step": "withdraw"})
        platform.names[learner.pk] = "Trần Thị Tư"
        apply()
        assert Application.objects.get(is_open=True).waiting_for == "review"

    def test_a_refusal_of_long_ago_is_told_no_more(self, apply, learner, platform, staff):
        platform.names[learner.pk] = "Vương Khánh Vy"
        apply()
        act(staff, "application", Application.objects.get(), "decline_selected", "Không phải một người.")
        assert state(learner).declined
        Application.objects.update(expires_at=timezone.now())
        assert not state(learner).declined

    def test_an_act_of_the_command_is_not_called_the_learners(self, waiting):
        call_command("certificates", "issue", "--course", COURSE, stdout=io.StringIO())
        assert AuditEntry.objects.get(event="issued").actor == ""

    def test_a_review_is_not_waited_out(self, apply, learner, platform):
        platform.names[learner.pk] = "Vương Khánh Vy"
        apply()
        Application.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
        platform.names[learner.pk] = "Trần Thị Tư"
        assert tidying.tidy()["applications"] == 1
        left = Application.objects.get()
        assert (left.holder_name, left.person_keys, left.provider, left.is_minor) == ("", {}, "", None)
        assert tidying.tidy()["applications"] == 0
        assert apply() is None
        assert Application.objects.get(is_open=True).waiting_for == "review"

    def test_another_course_is_no_way_past_a_review(self, apply, learner, platform):
        platform.names[learner.pk] = "Vương Khánh Vy"
        apply()
        Application.objects.update(course_key="course-v1:Khac+KNS1+2026")
        platform.names[learner.pk] = "Trần Thị Tư"
        assert apply() is None

    def test_who_was_approved_is_not_asked_again_after_a_change_of_secret(
        self, apply, learner, platform, app, staff
    ):
        platform.names[learner.pk] = "Trần Thị Tu Sai"
        platform.course_grades[(learner.pk, COURSE)] = CourseGrade(0.1, False)
        apply()
        act(staff, "application", Application.objects.get(), "approve_selected")
        assert Application.objects.get().waiting_for == "grade"
        app.DIGITAL_LITERACY_PERSON_KEYS = BOTH
        platform.course_grades[(learner.pk, COURSE)] = CourseGrade(0.9, True)
        assert state(learner).login_again
        assert apply() is not None

    def test_an_approval_is_not_another_persons(self, apply, learner, platform, staff):
        platform.names[learner.pk] = "Trần Thị Tu Sai"
        platform.course_grades[(learner.pk, COURSE)] = CourseGrade(0.1, False)
        apply()
        act(staff, "application", Application.objects.get(), "approve_selected")
        platform.course_grades[(learner.pk, COURSE)] = CourseGrade(0.9, True)
        assert apply(subject="person-2") is None
        assert Application.objects.get().waiting_for == "review"

    def test_an_approval_ends_an_earlier_refusal(self, apply, learner, platform, staff):
        platform.names[learner.pk] = "Vương Khánh Vy"
        apply()
        act(staff, "application", Application.objects.get(), "decline_selected", "Sửa tên trong tài khoản.")
        platform.names[learner.pk] = "Trần Thị Tư"
        apply()
        act(staff, "application", Application.objects.get(is_open=True), "approve_selected")
        credential = Credential.objects.get()
        revoke(credential.pk, actor_id=None, reason="sai tên")
        allow_again(credential.pk, actor_id=None)
        assert not state(learner).declined
        assert apply() is not None


class TestMeanwhile:
    @pytest.mark.parametrize("leave", [withdraw, lambda user: forget(user.pk)])
    def test_who_left_meanwhile_receives_nothing(self, waiting, learner, leave):
        leave(learner)
        with pytest.raises(Refused, match="no_consent"):
            proceed(waiting, actor_id=None)
        assert not Credential.objects.exists()

    def test_one_who_withdraws_while_a_class_is_issued(self, apply, learner, platform, monkeypatch):
        second = other_learner(platform, "second", "Lê Văn B")
        for user in (learner, second):
            platform.course_grades[(user.pk, COURSE)] = CourseGrade(0.1, False)
        apply()
        apply(user=second, subject="p2", name="Lê Văn B")
        for user in (learner, second):
            platform.course_grades[(user.pk, COURSE)] = CourseGrade(0.9, True)
        real = applications.issue

        def issue_while_the_second_withdraws(**values):
            if values["user_id"] == learner.pk:
                withdraw(second)
            return real(**values)

        monkeypatch.setattr(applications, "issue", issue_while_the_second_withdraws)
        out = io.StringIO()
        call_command("certificates", "issue", "--course", COURSE, stdout=out)
        assert "second: waits for: no_consent" in out.getvalue()
        assert Credential.objects.get().award.user == learner

    def test_approving_what_is_gone(self, apply, learner, platform):
        platform.names[learner.pk] = "Người Khác"
        apply()
        stale = Application.objects.get()
        withdraw(learner)
        lines = AuditEntry.objects.count()
        with pytest.raises(Refused, match="no_consent"):
            approve(stale, actor_id=None)
        assert AuditEntry.objects.count() == lines

    def test_one_that_fails_holds_up_no_class(self, apply, learner, platform, monkeypatch):
        second = other_learner(platform, "second", "Lê Văn B")
        for user in (learner, second):
            platform.course_grades[(user.pk, COURSE)] = None
        apply()
        apply(user=second, subject="p2", name="Lê Văn B")
        for user in (learner, second):
            platform.course_grades[(user.pk, COURSE)] = CourseGrade(0.9, True)
        real = applications.issue

        def fail_for_the_first(**values):
            if values["user_id"] == learner.pk:
                raise IntegrityError
            return real(**values)

        monkeypatch.setattr(applications, "issue", fail_for_the_first)
        out = io.StringIO()
        call_command("certificates", "issue", "--course", COURSE, stdout=out)
        assert "learner: failed: IntegrityError" in out.getvalue()
        assert Credential.objects.get().award.user == second


class TestPersons:
    def test_a_change_of_secret_gives_nobody_a_second_certificate(
        self, waiting, apply, learner, platform, app
    ):
        app.DIGITAL_LITERACY_PERSON_KEYS = BOTH
        other = other_learner(platform, "other", "Trần Thị Tư")
        apply(user=other)
        application = Application.objects.get(user=learner)
        assert proceed(application, actor_id=None) is None
        assert application.waiting_for == "login"
        assert Credential.objects.count() == 1
        # He is not sent away: the block lets him log in again, and says why.
        assert (state(learner).kind, state(learner).login_again) == ("ready", True)

    def test_a_login_renews_the_key_even_where_it_is_refused(self, give, app, learner):
        revoke(give().pk, actor_id=None, reason="thi hộ")
        app.DIGITAL_LITERACY_PERSON_KEYS = BOTH
        renew_keys(Person.of(identity()).keys)
        assert Award.objects.get().key_version == "p2"
        app.DIGITAL_LITERACY_PERSON_KEYS = BOTH[:1]
        learner.delete()
        with pytest.raises(Refused, match="revoked"):
            give(user=get_user_model().objects.create_user("again"), plan={"goals": ()})

    def test_a_replaced_secret_stops_what_waits_too(self, waiting, app):
        require_known_secrets()
        app.DIGITAL_LITERACY_PERSON_KEYS = [{"id": "p1", "secret": "value:" + "z" * 40}]
        with pytest.raises(Refused, match="not_set_up"):
            proceed(waiting, actor_id=None)

    def test_a_person_without_an_account_at_the_account_of_another(self, apply, learner, platform):
        apply()
        other = other_learner(platform, "other", "Lê B")
        apply(user=other, subject="p2", name="Lê B")
        learner.delete()
        platform.names[other.pk] = "Trần Thị Tư"
        with pytest.raises(Refused, match="other_person"):
            apply(user=other)

    def test_a_reason_that_sounds_like_the_apps_own_is_still_the_staffs(self, apply, learner):
        revoke(apply().pk, actor_id=None, reason="consent withdrawn")
        withdraw(learner)
        with pytest.raises(Refused, match="revoked"):
            apply()

    @pytest.mark.parametrize(("told", "minor"), [("2018", True), ("1980", False), ("0000-05-04", None)])
    def test_a_year_alone_is_read_for_the_youngest(self, told, minor):
        assert is_minor(told) is minor

    def test_who_withdrew_must_agree_again_whatever_the_login_tells(self, apply, learner, staff):
        consent = RepresentativeConsent.objects.create(
            user=learner, course_key=COURSE, given_on="2026-11-20", recorded_at=timezone.now()
        )
        apply(is_minor=True)
        act(staff, "representativeconsent", consent, "withdraw_selected")
        assert apply(is_minor=None) is None
        assert Application.objects.get().waiting_for == "representative"

    def test_one_representative_who_withdraws_ends_it(self, apply, learner, staff):
        for _ in range(2):
            RepresentativeConsent.objects.create(
                user=learner, course_key=COURSE, given_on="2026-11-20", recorded_at=timezone.now()
            )
        apply(is_minor=True)
        act(staff, "representativeconsent", RepresentativeConsent.objects.first(), "withdraw_selected")
        assert apply(is_minor=True) is None

    def test_a_consent_recorded_by_mistake_makes_nobody_a_minor(self, apply, learner, staff):
        consent = RepresentativeConsent.objects.create(
            user=learner, course_key=COURSE, given_on="2026-11-20", recorded_at=timezone.now()
        )
        act(staff, "representativeconsent", consent, "mistaken_selected")
        assert apply() is not None

    def test_who_is_of_age_now_agrees_alone(self, apply, learner, staff):
        consent = RepresentativeConsent.objects.create(
            user=learner, course_key=COURSE, given_on="2026-11-20", recorded_at=timezone.now()
        )
        act(staff, "representativeconsent", consent, "withdraw_selected")
        assert apply(is_minor=False) is not None

    @pytest.mark.parametrize("keys", [[], [{"id": "p1", "secret": "file:/is/lost"}]])
    def test_a_lost_secret_of_persons_closes_no_page(self, waiting, learner, app, browser, keys):
        app.DIGITAL_LITERACY_PERSON_KEYS = keys
        assert state(learner).waiting_for == "receive"
        assert browser.get(MINE).status_code == 200
        received = browser.post(f"{MINE}applications/{waiting.pk}/", {"step": "receive"}, follow=True)
        assert received.status_code == 503
        assert not Credential.objects.exists()
        browser.post(f"{MINE}applications/{waiting.pk}/", {"step": "withdraw"})
        assert not Application.objects.exists()


class TestCertificates:
    def test_the_pdf_of_what_counts_no_more(self, give, learner, browser):
        credential = give()
        revoke(credential.pk, actor_id=None, reason="x")
        url = f"/digital-literacy/certificates/{credential.pk}.pdf"
        for verdict in ("revoked", "withdrawn"):
            reply = browser.get(url, follow=True)
            assert reply.redirect_chain == [(url.removesuffix(".pdf") + "/", 302)]
            assert f'data-dl-verdict="{verdict}"' in reply.content.decode()
            withdraw(learner)

    def test_a_wrong_name_of_a_certificate_that_was_replaced(self, give, learner):
        credential = give()
        report = NameReport.objects.create(
            credential=credential, user=learner, kind="spelling", at=timezone.now()
        )
        reissuing.reissue(credential.pk, actor_id=None)
        settle(report, actor_id=None, answer="Mời đăng nhập lại.", renew=True)
        assert not Credential.objects.filter(revoked_at=None).exists()
        assert Award.objects.get().reissue_allowed
        assert AuditEntry.objects.latest("number").detail == "renewed"

    def test_what_has_ended_is_not_reissued_and_its_holder_may_log_in_again(
        self, apply, learner, monkeypatch
    ):
        credential = apply(plan={"valid_months": 1})
        later = timezone.now() + timedelta(days=90)
        monkeypatch.setattr("django.utils.timezone.now", lambda: later)
        with pytest.raises(reissuing.NotCurrentError):
            reissuing.reissue(credential.pk, actor_id=None)
        assert (state(learner).kind, bool(state(learner).ended)) == ("ready", True)
        new = apply(plan={"valid_months": 1})
        assert new.pk != credential.pk
        assert state(learner).kind == "issued"

    def test_it_counts_until_the_end_of_its_last_day(self, give):
        from digital_literacy.certificates.config import time_zone

        until = give(plan={"valid_months": 6}).document["validUntil"].replace("Z", "+00:00")
        local = datetime.fromisoformat(until).astimezone(time_zone())
        assert (local.hour, local.minute, local.second) == (23, 59, 59)

    def test_what_has_ended_is_not_called_valid_on_its_holders_page(self, give, browser, monkeypatch):
        give(plan={"valid_months": 1})
        monkeypatch.setattr("digital_literacy.certificates.holder_views.has_ended", lambda _credential: True)
        page = browser.get(MINE).content.decode()
        assert "Hợp lệ" not in page
        assert "state bad" in page

    def test_what_was_revoked_and_ended_afterwards_stays_revoked(self, give, learner, monkeypatch):
        revoke(give(plan={"valid_months": 1}).pk, actor_id=None, reason="thi hộ")
        later = timezone.now() + timedelta(days=90)
        monkeypatch.setattr("django.utils.timezone.now", lambda: later)
        assert state(learner).kind == "revoked"

    def test_the_page_of_what_the_staff_revoked_does_not_say_that_its_holder_left(
        self, give, learner, client
    ):
        credential = give()
        revoke(credential.pk, actor_id=None, reason="thi hộ")
        withdraw(learner)
        page = client.get(f"/digital-literacy/certificates/{credential.pk}/?lang=en").content.decode()
        assert "holder left" not in page

    def test_a_report_of_a_name_does_not_undo_another_revocation(self, give, learner, staff):
        credential = give()
        report = NameReport.objects.create(
            credential=credential, user=learner, kind="spelling", at=timezone.now()
        )
        revoke(credential.pk, actor_id=None, reason="thi hộ")
        page = act(staff, "namereport", report, "open_the_way", "Mời đăng nhập lại.")
        assert "đã bị cán bộ thu hồi" in page.content.decode()
        assert not Award.objects.get().reissue_allowed
        assert NameReport.objects.get().is_open
        allow_again(credential.pk, actor_id=None)
        act(staff, "namereport", report, "open_the_way", "Mời đăng nhập lại.")
        assert not NameReport.objects.get().is_open

    def test_no_report_stays_open_when_its_certificate_is_emptied(self, give, learner):
        credential = give()
        NameReport.objects.create(credential=credential, user=learner, kind="spelling", at=timezone.now())
        withdraw(learner)
        assert not NameReport.objects.filter(is_open=True).exists()

    def test_revoking_the_number_of_a_replaced_paper_names_the_one_that_stands(self, give):
        old = give()
        new = reissuing.reissue(old.pk, actor_id=None)
        from digital_literacy.certificates.credential import grouped_id

        with pytest.raises(CommandError, match=grouped_id(new.pk)):
            call_command("certificates", "revoke", old.pk, "--reason", "x", stdout=io.StringIO())

    def test_revoking_a_paper_and_what_took_its_place(self, give):
        old = give()
        new = reissuing.reissue(old.pk, actor_id=None)
        call_command("certificates", "revoke", old.pk, new.pk, "--reason", "sai", stdout=io.StringIO())
        assert not Credential.objects.filter(revoked_at=None).exists()

    def test_the_one_that_stands_is_shown_though_two_are_of_one_second(self, give, learner):
        give()
        for _ in range(4):
            reissuing.reissue(Credential.objects.get(revoked_at=None).pk, actor_id=None)
            assert state(learner).kind == "issued"

    def test_a_very_long_title_is_not_doubled(self, give, platform, monkeypatch):
        monkeypatch.setattr(platform, "course_title", lambda _self, _key: "Khóa " * 70)
        credential = give()
        again = reissuing.reissue(credential.pk, actor_id=None)
        assert again.document["name"] == credential.document["name"]

    def test_a_deleted_course_does_not_hide_the_others(self, waiting, browser, platform, monkeypatch):
        def gone(_self, _key):
            raise LookupError

        monkeypatch.setattr(platform, "course_title", gone)
        assert browser.get(MINE).status_code == 200
        assert browser.post(f"{MINE}applications/{'9' * 40}/", {"step": "me"}).status_code == 404

    def test_programs_are_told_that_it_is_a_simulation(self, give, browser):
        reply = browser.get(f"/digital-literacy/certificates/{give(simulated=True).pk}/verdict.json")
        assert reply.json()["simulated"] is True


class Raising:
    """An adapter with a fault of its own."""

    takes_simulated = False

    def send(self, identifier, document):
        raise ZeroDivisionError

    def recall(self, identifier):
        raise ZeroDivisionError


class TestBodies:
    def test_one_that_withdraws_during_a_run_is_not_sent(self, give, app, platform, monkeypatch):
        app.DIGITAL_LITERACY_CONFIRMING_BODIES = {"so": {"label": "S", "adapter": "mock"}}
        second = other_learner(platform, "second", "Lê Văn B")
        give()
        give(user=second, subject="p2", name="Lê Văn B")
        sent, real = [], MockAdapter.send

        def send(self, identifier, document):
            if not sent:
                withdraw(second)
            sent.append(identifier)
            return real(self, identifier, document)

        monkeypatch.setattr(MockAdapter, "send", send)
        submitting.send_due()
        assert len(sent) == 1

    def test_what_was_handed_over_is_recalled(self, give, learner, app, tmp_path):
        app.DIGITAL_LITERACY_CONFIRMING_BODIES = {
            "so": {"label": "S", "adapter": "file", "directory": str(tmp_path)}
        }
        credential = give()
        submitting.send_due()
        assert (tmp_path / f"{credential.pk}.json").exists()
        withdraw(learner)
        assert submitting.send_due() == {"recalled": 1}
        assert [path.name for path in tmp_path.iterdir()] == [f"{credential.pk}.recalled"]

    def test_a_recall_that_failed_is_not_lost(self, give, app):
        app.DIGITAL_LITERACY_CONFIRMING_BODIES = {"so": {"label": "S", "adapter": "mock"}}
        credential = give()
        submitting.send_due()
        app.DIGITAL_LITERACY_CONFIRMING_BODIES = {"so": {"label": "S", "adapter": "mock", "answers": "fail"}}
        revoke(credential.pk, actor_id=None, reason="x")
        for _ in range(submitting._MOST_TRIES):
            Submission.objects.update(next_try_at=timezone.now())
            submitting.send_due()
        assert Submission.objects.get().state == "recall_failed"
        app.DIGITAL_LITERACY_CONFIRMING_BODIES = {"so": {"label": "S", "adapter": "mock"}}
        call_command("certificates", "submit", "--again", stdout=io.StringIO())
        assert Submission.objects.get().state == "recalled"

    def test_what_may_have_arrived_is_recalled(self, give, app):
        """The body took it, and its answer was lost."""
        app.DIGITAL_LITERACY_CONFIRMING_BODIES = {"so": {"label": "S", "adapter": "mock", "answers": "fail"}}
        credential = give()
        submitting.send_due()
        revoke(credential.pk, actor_id=None, reason="x")
        assert Submission.objects.get().state == "recall"

    def test_what_is_revoked_while_it_is_sent_is_recalled(self, give, app, monkeypatch):
        app.DIGITAL_LITERACY_CONFIRMING_BODIES = {"so": {"label": "Sở", "adapter": "mock"}}
        credential = give()
        real = MockAdapter.send

        def send(self, identifier, document):
            answer = real(self, identifier, document)
            revoke(credential.pk, actor_id=None, reason="sai")
            return answer

        monkeypatch.setattr(MockAdapter, "send", send)
        submitting.send_due()
        assert Submission.objects.get().state == "recall"
        submitting.send_due()
        assert Submission.objects.get().state == "recalled"

    def test_what_was_put_back_and_is_revoked_then_is_recalled(self, give, app):
        app.DIGITAL_LITERACY_CONFIRMING_BODIES = {"so": {"label": "Sở", "adapter": "mock", "answers": "fail"}}
        credential = give()
        Submission.objects.update(state="gave_up", tries=12)
        submitting.try_again()
        revoke(credential.pk, actor_id=None, reason="sai")
        assert Submission.objects.get().state == "recall"

    def test_an_adapter_with_a_fault_holds_up_no_other(self, give, app):
        path = f"{__name__}.Raising"
        app.DIGITAL_LITERACY_CONFIRMING_BODIES = {
            "a": {"label": "A", "adapter": path},
            "b": {"label": "B", "adapter": "mock"},
        }
        give()
        submitting.send_due()
        assert dict(Submission.objects.values_list("body", "state")) == {"a": "waiting", "b": "accepted"}
        assert Submission.objects.get(body="a").problem == "ZeroDivisionError"

    def test_the_platform_forgets_who_was_verified(self, apply, learner, platform, app):
        app.DIGITAL_LITERACY_NOTE_IDENTITY_DAYS = 30
        apply()
        assert len(platform.noted) == 1
        withdraw(learner)
        assert platform.noted == []


class TestAdministration:
    def test_a_line_of_the_audit_is_not_written_over(self, give):
        give()
        line = AuditEntry.objects.get()
        forged = AuditEntry(
            pk=line.pk, number=1, at=line.at, event="forged", previous=line.previous, digest="x"
        )
        with pytest.raises(IntegrityError), transaction.atomic():
            forged.save()
        assert audit.prove() == 1

    def test_a_secret_with_a_line_end_is_the_same_secret_after_a_restore(
        self, give, app, monkeypatch, tmp_path
    ):
        monkeypatch.setenv("PERSON_KEY", "a" * 40 + "\n")
        app.DIGITAL_LITERACY_PERSON_KEYS = [{"id": "p1", "secret": "env:PERSON_KEY"}]
        require_known_secrets()
        backup.make(tmp_path / "k", passphrase="x" * 20)
        backup.restore(backup.read(tmp_path / "k", passphrase="x" * 20), tmp_path / "s")
        app.DIGITAL_LITERACY_PERSON_KEYS = [{"id": "p1", "secret": f"file:{tmp_path}/s/person-p1"}]
        assert replaced_versions() == []

    def test_restoring_works_where_the_checks_would_stop_a_command(self, give, app, tmp_path):
        (tmp_path / "p").write_text("x" * 20)
        backup.make(tmp_path / "k", passphrase="x" * 20)
        app.DIGITAL_LITERACY_SIGNING_KEYS = [{"id": "key-1", "private_key": "file:/is/lost"}]
        app.DIGITAL_LITERACY_PERSON_KEYS = [{"id": "p1", "secret": "file:/is/lost"}]
        arguments = [
            "restore-backup",
            str(tmp_path / "k"),
            str(tmp_path / "s"),
            "--passphrase-file",
            str(tmp_path / "p"),
        ]
        # Django's own checks run before a command unless it says otherwise.
        assert load_command_class("digital_literacy", "certificates").requires_system_checks == ()
        call_command("certificates", *arguments, stdout=io.StringIO())
        assert (tmp_path / "s" / "person-p1").exists()
        call_command("migrate", "--plan", skip_checks=False, stdout=io.StringIO(), stderr=io.StringIO())

    def test_a_file_that_only_begins_like_a_picture(self, app, tmp_path):
        (tmp_path / "l.png").write_bytes(b"\x89PNG broken")
        app.DIGITAL_LITERACY_CERTIFICATE_DESIGN = {"logos": [str(tmp_path / "l.png")]}
        (message,) = checks.check_issuer(None)
        assert "PNG or JPEG" in message.hint

    def test_the_register_is_its_owners_and_runs_nothing_where_semicolons_separate(
        self, give, platform, monkeypatch, tmp_path
    ):
        monkeypatch.setattr(platform, "course_title", lambda _self, _key: "a; =HYPERLINK(1)")
        give()
        path = tmp_path / "r.csv"
        call_command("certificates", "export", str(path), stdout=io.StringIO())
        assert path.stat().st_mode & 0o077 == 0
        cells = [cell.strip() for line in path.read_text().splitlines() for cell in line.split(";")]
        assert not any(cell.startswith("=") for cell in cells)

    def test_putting_back_is_in_the_audit(self, give, app):
        give()
        call_command("certificates", "submit", "--again", stdout=io.StringIO())
        assert AuditEntry.objects.latest("number").event == "submissions_put_back"

    def test_an_id_that_no_file_could_have_is_refused(self, app):
        app.DIGITAL_LITERACY_PERSON_KEYS = [{"id": "2026/1", "secret": "value:" + "a" * 40}]
        with pytest.raises(CommandError, match="letters, digits"):
            call_command(
                "certificates", "backup", "/nowhere", "--passphrase-file", __file__, stdout=io.StringIO()
            )

    def test_an_unreadable_did_document(self, give, app, tmp_path):
        backup.make(tmp_path / "k", passphrase="x" * 20)
        content = backup.read(tmp_path / "k", passphrase="x" * 20)
        for odd in ({}, {"verificationMethod": 5}, json.loads("[]")):
            with pytest.raises(backup.BackupError):
                list(backup.prove(content, did=odd))


def test_the_staff_reads_in_words_what_is_waited_for(staff, waiting):
    address = f"{ADMIN}application/"
    page = staff.get(address).content.decode()
    assert "?waiting_for=grade" in page
    assert page.count("điểm") >= 2  # in the filter and in the row
    assert "?waiting_for=review" not in page
    assert str(waiting.user) in staff.get(f"{address}?waiting_for=grade").content.decode()
    assert "field-holder_name" not in staff.get(f"{address}?waiting_for=review").content.decode()


def test_the_lists_of_the_admin_open(staff, waiting):
    for model in (
        "application",
        "namereport",
        "representativeconsent",
        "submission",
        "auditentry",
        "credential",
    ):
        assert staff.get(f"{ADMIN}{model}/").status_code == 200, model
