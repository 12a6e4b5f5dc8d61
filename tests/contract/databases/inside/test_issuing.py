"""Fifty issues at once, and a server that dies at any point of a login: one whole certificate, never half a one."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client

from digital_literacy.audit import log as audit
from digital_literacy.certificates import applications, proof
from digital_literacy.certificates.config import get_issuer
from digital_literacy.certificates.issuing import issue
from digital_literacy.certificates.models import Application, Award, Credential, StatusList, Submission
from digital_literacy.certificates.person import Person
from digital_literacy.certificates.revoking import revoke
from digital_literacy.certificates.status_list import is_set
from digital_literacy.identity import consents
from digital_literacy.identity.results import Refused
from tests.contract.certificates.helpers import COURSE, USAGE, identity, plan
from tests.contract.databases.inside.one_login import POINTS, go, set_up

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 50


@pytest.fixture
def app(settings, platform):
    set_up(settings)
    settings.ALLOWED_HOSTS = ["*"]
    settings.DIGITAL_LITERACY_PUBLIC_RATE = 10_000
    return settings


@pytest.fixture
def users(app):
    return [get_user_model().objects.create(username=name) for name in ("lan", "mai")]


def issuing(user, **changes):
    return lambda: (
        issue(
            user_id=user.pk,
            course_key=COURSE,
            usage_key=USAGE,
            plan=plan(goals=()),
            person=Person.of(identity(**changes)),
        ).pk
    )


def whole() -> Credential:
    """The one certificate, and that all that belongs to it is there and agrees."""
    credential = Credential.objects.get(revoked_at=None)
    proof.verify(credential.document, find_key=get_issuer().trusted_key)
    assert credential.document["credentialStatus"]["statusListIndex"] == str(credential.status_index)
    proof.verify(StatusList.objects.get().document, find_key=get_issuer().trusted_key)
    assert Award.objects.get().pk == credential.award_id
    assert Submission.objects.get().credential_id == credential.pk
    audit.prove()
    return credential


def test_fifty_issues_for_one_person_give_one_certificate(users, at_once):
    numbers = at_once([issuing(users[0])] * AT_ONCE)
    assert set(numbers) == {whole().pk}
    assert audit.prove() == 1


def test_fifty_applications_of_one_person_give_one_certificate(users, at_once):
    consents.give(user_id=users[0].pk, course_key=COURSE, purpose="certificate", version="1")

    def apply():
        kept = applications.keep(
            user_id=users[0].pk,
            course_key=COURSE,
            usage_key=USAGE,
            plan=plan(goals=()),
            person=Person.of(identity()),
        )
        Application.objects.filter(pk=kept.pk).update(is_same_person=True)
        kept.is_same_person = True
        return applications.proceed(kept, actor_id=None)

    at_once([apply] * AT_ONCE)
    whole()


def test_one_person_at_two_accounts_at_once_is_served_at_one(users, at_once):
    answers = at_once([issuing(user) for user in users] * (AT_ONCE // 2))
    credential = whole()
    assert {answer for answer in answers if isinstance(answer, str)} == {credential.pk}
    refused = [answer for answer in answers if not isinstance(answer, str)]
    assert len(refused) == AT_ONCE // 2
    assert {type(answer) for answer in refused} == {Refused}
    assert {answer.code for answer in refused} == {"other_account"}


def test_fifty_persons_at_once_have_fifty_places(app, at_once):
    people = [get_user_model().objects.create(username=f"u{number}") for number in range(AT_ONCE)]
    numbers = at_once([issuing(user, subject=user.username) for user in people])
    assert len(set(numbers)) == AT_ONCE
    assert all(isinstance(number, str) for number in numbers), [n for n in numbers if not isinstance(n, str)][
        :3
    ]
    assert len(set(Credential.objects.values_list("status_list_id", "status_index"))) == AT_ONCE
    assert audit.prove() == AT_ONCE


def test_revocations_at_once_are_all_in_the_list(app, at_once):
    people = [get_user_model().objects.create(username=f"u{number}") for number in range(10)]
    numbers = [issuing(user, subject=user.username)() for user in people]
    done = at_once(
        [lambda number=number: revoke(number, actor_id=None, reason="x") for number in numbers * 2]
    )
    assert sum(answer is True for answer in done) == len(numbers), done
    listed = StatusList.objects.get().document["credentialSubject"]["encodedList"]
    assert all(is_set(listed, index) for index in Credential.objects.values_list("status_index", flat=True))


def test_a_revocation_is_visible_on_the_next_request(users):
    number, client = issuing(users[0])(), Client()
    url = f"/digital-literacy/certificates/{number}/"
    assert 'data-dl-verdict="valid"' in client.get(url).content.decode()
    revoke(number, actor_id=None, reason="x")
    assert 'data-dl-verdict="revoked"' in client.get(url).content.decode()
    assert client.get(url)["Cache-Control"] == "no-store"
    listed = client.get("/digital-literacy/status/1.json").json()["credentialSubject"]["encodedList"]
    assert is_set(listed, Credential.objects.get().status_index)


@pytest.mark.parametrize("point", POINTS)
def test_a_server_killed_at_any_point_leaves_no_half_certificate_and_loses_none(users, platform, point):
    user = users[0]
    command = [sys.executable, "-m", "tests.contract.databases.inside.one_login"]
    done = subprocess.run(
        [*command, str(connection.settings_dict["NAME"]), str(user.pk), point],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == -9, done.stderr[-2000:]
    assert Award.objects.count() == Credential.objects.count() == Submission.objects.count() <= 1
    if Credential.objects.exists():
        assert not Application.objects.exists()
        whole()
    # The learner comes back, and goes on where he is.
    waiting = applications.open_application(user_id=user.pk, course_key=COURSE)
    if waiting is not None:
        client = Client()
        client.force_login(user)
        client.post(f"/digital-literacy/my-certificates/applications/{waiting.pk}/", {"step": "me"})
    elif not Credential.objects.exists():
        platform.names[user.pk] = "Trần Thị Tư"
        assert go(user) == 302
    assert whole().award.user == user
    assert not Application.objects.exists()


def test_a_login_that_is_not_killed_ends_with_a_certificate(users, platform):
    platform.names[users[0].pk] = "Trần Thị Tư"
    assert go(users[0]) == 302
    whole()


def test_what_administrators_do_works_on_this_database(users, platform, tmp_path):
    from django.core.management import call_command

    from digital_literacy import learner_data
    from digital_literacy.certificates import health, register
    from digital_literacy.certificates.reissuing import reissue, signed_by
    from digital_literacy.identity.person_secrets import require_known_secrets

    require_known_secrets()
    platform.names[users[0].pk] = "Trần Thị Tư"
    assert go(users[0]) == 302
    (number,) = signed_by("key-1")
    new = reissue(number, actor_id=users[1].pk)
    assert signed_by("key-1") == [new.pk]
    assert [finding for finding in health.look() if not finding.well] == []
    with (tmp_path / "register.csv").open("w", newline="") as file:
        assert register.export(file) == 2
    call_command("certificates", "tidy")
    call_command("certificates", "submit")
    assert set(Submission.objects.values_list("state", flat=True)) == {"accepted", "not_sent"}
    learner_data.forget(users[0].pk)
    assert audit.prove() > 0
