"""A learner leaves: every model has a rule, and nothing names him afterwards."""

from __future__ import annotations

import io
import json
import uuid

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.utils import timezone

from digital_literacy import learner_data
from digital_literacy.apps import DigitalLiteracyConfig
from digital_literacy.audit import log as audit
from digital_literacy.certificates.models import Application, Award, Credential, NameReport, Submission
from digital_literacy.certificates.status_list import is_set
from digital_literacy.identity.models import (
    Consent,
    IdentityEvent,
    LoginTransaction,
    RepresentativeConsent,
)
from digital_literacy.learners.models import (
    Attempt,
    AttemptStart,
    CheckedAnswer,
    LearnerLocality,
    LearnerProfile,
    Outcome,
    TimeAllowance,
)
from digital_literacy.monitoring.models import ReportReader
from digital_literacy.receivers import forget_retired_learner
from tests.contract.certificates.helpers import COURSE, USAGE

pytestmark = pytest.mark.django_db
NAME = "Trần Thị Tư"


@pytest.fixture
def everything(give, learner):
    """A learner of whom every model holds something."""
    other = get_user_model().objects.create_user("other")
    credential, now = give(), timezone.now()
    Submission.objects.create(credential=credential, body="b", next_try_at=now, changed_at=now)
    for user in (learner, other):
        LearnerProfile.objects.create(user=user, target_group="citizens")
        Outcome.objects.create(user=user, course_key=COURSE, skill="tt02:4.2", first_at=now, last_at=now)
        ReportReader.objects.create(user=user)
        LearnerLocality.objects.create(user=user, province="56", commune="22780", told_at=now)
        Attempt.objects.create(
            user=user,
            usage_key="b",
            number=1,
            attempt_id=uuid.uuid4(),
            earned=1,
            possible=1,
            result={"a": NAME},
        )
        AttemptStart.objects.create(user=user, usage_key="b", number=1, started_at=timezone.now())
        CheckedAnswer.objects.create(user=user, usage_key="b", number=1, binding="x", item="k", answer=NAME)
        TimeAllowance.objects.create(user=user, course_key=COURSE, given_by=learner)
        IdentityEvent.objects.create(at=timezone.now(), event="logged_in", user=user)
        audit.write("looked", actor_id=user.pk)
        Consent.objects.create(user=user, course_key=COURSE, purpose="certificate", version="1", given_at=now)
        RepresentativeConsent.objects.create(
            user=user, course_key=COURSE, given_on=now.date(), recorded_by=user, recorded_at=now
        )
        NameReport.objects.create(
            credential=credential,
            user=user,
            kind="spelling",
            at=now,
            is_open=True if user == learner else None,
        )
        Application.objects.create(
            user=user,
            course_key=COURSE,
            usage_key=USAGE,
            plan={},
            person_keys={"p1": "k"},
            holder_name=NAME,
            provider="vneid",
            level=2,
            verified_at=now,
            created_at=now,
            expires_at=now,
        )
        LoginTransaction.objects.create(
            user=user,
            course_key=COURSE,
            usage_key=USAGE,
            provider="vneid",
            purpose="certificate",
            consent_version="1",
            ticket_hash=f"t{user.pk}",
            state_hash=f"s{user.pk}",
            created_at=timezone.now(),
            expires_at=timezone.now(),
        )
    return credential


def rows():
    """Every value of every row of the app's tables."""
    for model in apps.get_app_config("digital_literacy").get_models():
        for row in model._default_manager.all():
            for field in row._meta.concrete_fields:
                yield model, field, field.value_from_object(row)


def names(user):
    """Where a user is named by a link, or by his name."""
    users = get_user_model()
    return {
        f"{model.__name__}.{field.name}"
        for model, field, value in rows()
        if (field.related_model is users and value == user.pk)
    }


def test_every_model_of_the_app_has_a_rule_and_says_why():
    models = set(apps.get_app_config("digital_literacy").get_models())
    assert models - set(learner_data.RULES) == set(), "add a Rule to learner_data.py"
    assert all(rule.why for rule in learner_data.RULES.values())


def test_every_model_that_links_to_a_user_forgets_him(everything, learner):
    linked = {
        f"{model.__name__}.{field.name}"
        for model in apps.get_app_config("digital_literacy").get_models()
        for field in model._meta.concrete_fields
        if field.related_model is get_user_model()
    }
    assert names(learner) == linked  # the fixture leaves none out
    learner_data.forget(learner.pk)
    assert names(learner) == set()


# What is left of a learner's rows, field by field, and what is in it afterwards. A field that is not named here must be
# empty; a model that is not named has no row left.
LEFT = {
    "Credential": {
        "identifier": "whoever holds a copy asks for it",
        "award": "the certificates of one course stay together",
        "status_list": "the bit that says: revoked",
        "status_index": "the bit that says: revoked",
        "course_title": "which course, of nobody",
        "level": "of nobody",
        "verified_at": "a moment, of nobody",
        "issued_at": "a moment, of nobody",
        "revoked_at": "a copy must say: revoked",
        "revocation_reason": "account retired",
        "revocation_kind": "which rule revoked it",
    },
    "Award": {
        "id": "no person",
        "course_key": "which course, of nobody",
        "usage_key": "which block, of nobody",
        "created_at": "a moment, of nobody",
        "person_key": "chance, in place of the key (gone:…)",
    },
    "IdentityEvent": {"id": "no person", "at": "the audit stays", "event": "the audit stays"},
    "AuditEntry": "the chain stays whole; its pseudonym leads nowhere any more",
}


def of_learner(user):
    return {
        model: list(rule.of(user.pk).values_list("pk", flat=True))
        for model, rule in learner_data.RULES.items()
        if rule.of is not None
    }


def test_of_every_field_of_every_model_nothing_is_left_but_what_is_said_here(everything, learner):
    before = of_learner(learner)
    assert all(before.values()), "the fixture gives the learner a row of every model"
    learner_data.forget(learner.pk)
    for model, keys in before.items():
        left = model._default_manager.filter(pk__in=keys)
        if model.__name__ not in LEFT:
            assert not left.exists(), f"{model.__name__}: rows are left; delete them, or say in LEFT why not"
        elif isinstance(LEFT[model.__name__], dict):
            for row in left:
                kept = {
                    field.name
                    for field in model._meta.concrete_fields
                    if field.value_from_object(row) not in (None, "", False, {}, [])
                }
                assert kept <= set(LEFT[model.__name__]), model.__name__


def test_no_name_is_left_and_others_keep_theirs(everything, learner):
    other = get_user_model().objects.get(username="other")
    before = names(other)
    learner_data.forget(learner.pk)
    left = [f"{model.__name__}.{field.name}" for model, field, value in rows() if NAME in str(value)]
    assert set(left) == {
        "Application.holder_name",
        "Attempt.result",
        "CheckedAnswer.answer",
    }  # the other learner's
    assert names(other) == before


def test_a_certificate_in_other_hands_is_revoked_not_unknown(everything, learner, client):
    copy = json.dumps(everything.document)
    learner_data.forget(learner.pk)
    credential = Credential.objects.get()
    assert (credential.revocation_reason, credential.document, credential.holder_name) == (
        "account retired",
        {},
        "",
    )
    assert Award.objects.get().person_key.startswith("gone:")
    page = client.get(f"/digital-literacy/certificates/{credential.pk}/")
    assert page.status_code == 200
    assert 'data-dl-verdict="withdrawn"' in page.content.decode()
    assert NAME not in page.content.decode()
    assert client.get(f"/digital-literacy/certificates/{credential.pk}.json").status_code == 410
    handed = client.post("/digital-literacy/verify/", copy, content_type="application/json")
    assert (handed.status_code, handed.json()["verdict"]) == (200, "withdrawn")
    status = client.get(f"/digital-literacy/status/{credential.status_list.number}.json").json()
    assert is_set(status["credentialSubject"]["encodedList"], credential.status_index)


def test_the_audit_stays_whole_and_names_nobody(everything, learner):
    before = audit.prove()
    line = audit.write("looked", actor_id=learner.pk)
    learner_data.forget(learner.pk)
    assert audit.account_names([line.actor]) == {}
    assert audit.prove() > before


def test_what_was_not_sent_is_not_sent(everything, learner):
    learner_data.forget(learner.pk)
    assert not Submission.objects.exists()


def test_the_administrator_still_sees_the_list_and_the_events(everything, learner, client):
    learner_data.forget(learner.pk)
    client.force_login(get_user_model().objects.create_superuser("admin"))
    for name in ("credential", "auditentry", "award", "timeallowance"):
        page = client.get(f"/admin/digital_literacy/{name}/")
        assert page.status_code == (404 if name == "award" else 200), name
        assert NAME not in page.content.decode()
    assert everything.pk in client.get("/admin/digital_literacy/credential/").content.decode()


def test_the_person_may_come_back_with_another_account(everything, learner, give, platform):
    learner_data.forget(learner.pk)
    new = get_user_model().objects.create_user("new")
    platform.course_grades[(new.pk, COURSE)] = platform.course_grades[(learner.pk, COURSE)]
    assert give(user=new).revoked_at is None


def test_without_the_key_nothing_changes(everything, learner, app):
    app.DIGITAL_LITERACY_SIGNING_KEYS = []
    with pytest.raises(CommandError, match="Nothing was changed"):
        call_command("learner_data", "forget", "learner", "--yes")
    assert Attempt.objects.filter(user=learner).exists()
    assert Credential.objects.get().holder_name == NAME


def test_the_platforms_signal_takes_the_same_way(everything, learner):
    receiver, *_others = DigitalLiteracyConfig.plugin_app["signals_config"]["lms.djangoapp"]["receivers"]
    assert receiver["receiver_func_name"] == forget_retired_learner.__name__
    forget_retired_learner(sender=None, user=learner)
    forget_retired_learner(sender=None, user=learner)  # the platform may try again
    assert names(learner) == set()


def test_the_command_tells_first_and_exports_without_secrets(everything):
    said = io.StringIO()
    call_command("learner_data", "forget", "learner", stdout=said)
    assert "Attempt: 1 would go" in said.getvalue()
    assert Credential.objects.get().holder_name == NAME
    told = io.StringIO()
    call_command("learner_data", "export", "learner", stdout=told)
    held = json.loads(told.getvalue())
    assert held["Credential"][0]["holder_name"] == NAME
    assert held["LearnerProfile"][0]["target_group"] == "citizens"
    assert not {"person_key", "ticket_hash", "state_hash"} & {
        key for rows_of_one in held.values() for row in rows_of_one for key in row
    }
    with pytest.raises(CommandError, match="no user"):
        call_command("learner_data", "export", "nobody")
