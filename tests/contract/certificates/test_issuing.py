"""Issuing and revoking, with the database."""

from __future__ import annotations

import uuid

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction

from digital_literacy.audit.models import AuditEntry
from digital_literacy.certificates import issuing, proof, status_list
from digital_literacy.certificates.config import get_issuer
from digital_literacy.certificates.models import Award, Credential, StatusList
from digital_literacy.certificates.plan import Goal
from digital_literacy.certificates.revoking import allow_again, revoke
from digital_literacy.compat.platform import BlockGrade, CourseGrade
from digital_literacy.identity.results import Refused
from digital_literacy.learners.attempts import Outcome, attempts_of
from tests.contract.certificates.helpers import COURSE, OTHER_SEED, SEED, identity

pytestmark = pytest.mark.django_db


def refused(code):
    return pytest.raises(Refused, match=f"^{code}")


def test_what_is_issued_verifies_and_says_what_was_done(give):
    credential = give()
    proof.verify(credential.document, find_key=get_issuer().trusted_key)
    evidence = [item["narrative"] for item in credential.document["evidence"]]
    assert evidence[0] == "Đạt 80% (yêu cầu 60%), theo điểm của nền tảng."
    assert "mức độ 2" in evidence[1]
    codes = [a["targetCode"] for a in credential.document["credentialSubject"]["achievement"]["alignment"]]
    assert codes == ["tt02:2.3", "tt02:4.2"]
    assert AuditEntry.objects.get().event == "issued"


def test_twice_gives_the_same(give):
    assert give().pk == give().pk
    assert Credential.objects.count() == AuditEntry.objects.count() == 1


def test_refusals(give, platform, learner):
    with refused("level_too_low"):
        give(level=1)
    assert give(level=1, plan={"level": 1}).level == 1
    Credential.objects.all().delete()
    Award.objects.all().delete()
    platform.course_grades[(learner.pk, COURSE)] = CourseGrade(0.5999, False)
    with refused("not_passed"):
        give()
    platform.course_grades[(learner.pk, COURSE)] = None
    with refused("still_computing"):
        give()
    assert not Credential.objects.exists()


def test_block_grades_are_asked_too(give, platform, learner):
    goals = (Goal("course_grade", 0.6), Goal("block_grade", 0.5, "block-v1:x", "Tạm trú"))
    with refused("not_passed"):
        give(plan={"goals": goals})
    platform.block_grades[(learner.pk, "block-v1:x")] = BlockGrade(1, 2)
    credential = give(plan={"goals": goals})
    assert credential.document["evidence"][1]["name"] == "Kết quả bài “Tạm trú”"


def test_not_set_up(give, app):
    app.DIGITAL_LITERACY_SIGNING_KEYS = []
    with refused("not_set_up"):
        give()


def test_one_person_under_two_accounts_and_two_persons_under_one(give, platform):
    give()
    other = get_user_model().objects.create_user("other")
    platform.course_grades[(other.pk, COURSE)] = CourseGrade(0.9, True)
    with refused("other_account"):
        give(user=other)
    with refused("other_person"):
        give(subject="person-2")
    assert give(user=other, subject="person-2").award.user == other


def test_a_person_whose_account_is_gone_may_use_a_new_one(give, platform, learner):
    first = give()
    learner.delete()
    other = get_user_model().objects.create_user("other")
    platform.course_grades[(other.pk, COURSE)] = CourseGrade(0.9, True)
    assert give(user=other).pk == first.pk


def test_two_providers_that_give_the_citizen_number_are_one_person(give):
    one = {"namespace": "citizen-number", "subject": "n"}
    assert give(**one).pk == give(**one, provider="vneid", issuer="https://other.example").pk


def test_a_person_is_found_again_under_an_earlier_secret_and_keyed_anew(give, app):
    first = give()
    app.DIGITAL_LITERACY_PERSON_KEYS = [
        {"id": "p2", "secret": "value:" + "b" * 40},
        *app.DIGITAL_LITERACY_PERSON_KEYS,
    ]
    assert give().pk == first.pk
    award = Award.objects.get()
    assert award.key_version == "p2"
    assert award.person_key != first.award.person_key


def test_a_simulated_person_never_meets_a_real_one(give):
    from digital_literacy.identity.person_keys import person_keys

    real = person_keys(identity(namespace="issuer:x", subject="a"))
    simulated = person_keys(identity(namespace="simulator", subject="a"))
    assert real[0].value != simulated[0].value
    assert give(simulated=True).document["name"].startswith("MÔ PHỎNG")


def test_at_most_one_current_certificate_by_constraint(give):
    first = give()
    values = {field.name: getattr(first, field.name) for field in Credential._meta.fields}
    with pytest.raises(IntegrityError), transaction.atomic():
        Credential.objects.create(**{**values, "identifier": "x", "status_index": first.status_index ^ 1})


def test_no_constraint_has_a_condition():
    """MySQL, which the platform runs on, ignores those."""
    models = (Award, Credential, StatusList)
    assert not [c for model in models for c in model._meta.constraints if getattr(c, "condition", None)]


def test_revoking_signs_the_list_again_at_once(give):
    credential = give()
    assert revoke(credential.pk, actor_id=None, reason="cấp nhầm")
    document = StatusList.objects.get().document
    proof.verify(document, find_key=get_issuer().trusted_key)
    assert status_list.is_set(document["credentialSubject"]["encodedList"], credential.status_index)
    assert not revoke(credential.pk, actor_id=None, reason="again")
    assert Credential.objects.get().revocation_reason == "cấp nhầm"


def test_revoking_and_signing_are_one_step(give, monkeypatch):
    credential = give()

    def broken(*_args):
        raise RuntimeError

    monkeypatch.setattr("digital_literacy.certificates.revoking.sign_again", broken)
    with pytest.raises(RuntimeError):
        revoke(credential.pk, actor_id=None, reason="x")
    assert Credential.objects.get().revoked_at is None


def test_after_revocation_only_an_administrator_opens_the_way(give):
    first = give()
    assert not allow_again(first.pk, actor_id=None)
    revoke(first.pk, actor_id=None, reason="x")
    with refused("revoked"):
        give()
    assert allow_again(first.pk, actor_id=None)
    second = give()
    assert second.pk != first.pk
    assert (second.status_list_id, second.status_index) != (first.status_list_id, first.status_index)
    revoke(second.pk, actor_id=None, reason="y")
    with refused("revoked"):
        give()


def test_a_new_certificate_is_never_allowed_in_advance(give):
    first = give()
    assert not allow_again(first.pk, actor_id=None)
    revoke(first.pk, actor_id=None, reason="x")
    assert allow_again(first.pk, actor_id=None)
    second = give()
    # The first one is revoked, but its holder has another.
    assert not allow_again(first.pk, actor_id=None)
    revoke(second.pk, actor_id=None, reason="fraud")
    with refused("revoked"):
        give()


def test_a_revocation_takes_an_earlier_permission_away(give):
    credential = give()
    Award.objects.update(reissue_allowed=True)
    revoke(credential.pk, actor_id=None, reason="fraud")
    assert not Award.objects.get().reissue_allowed


def test_a_full_list_is_followed_by_a_new_one(give, monkeypatch):
    monkeypatch.setattr(status_list, "SIZE", 8)
    give()
    StatusList.objects.update(number=1)
    monkeypatch.setattr(status_list, "random_index", full_once(status_list.random_index))
    other = give(user=get_user_model().objects.create_user("o"), subject="2", plan={"goals": ()})
    assert other.status_list.number == 2


def full_once(real):
    calls = []

    def index(taken):
        calls.append(1)
        if len(calls) == 1:
            raise ValueError
        return real(taken)

    return index


def test_key_rotation(give, app):
    old = give()
    app.DIGITAL_LITERACY_SIGNING_KEYS = [
        {"id": "key-2", "private_key": f"value:{OTHER_SEED}"},
        {"id": "key-1", "private_key": f"value:{SEED}"},
    ]
    new = give(user=get_user_model().objects.create_user("o"), subject="2", plan={"goals": ()})
    assert new.document["proof"]["verificationMethod"].endswith("#key-2")
    for credential in (old, new):
        proof.verify(credential.document, find_key=get_issuer().trusted_key)


def test_who_loses_a_race_gets_what_the_winner_made(give, monkeypatch):
    """Two requests at once: the loser meets a constraint, tries again and finds the certificate."""
    run = issuing._Issue.run
    calls: list[str] = []

    def lose_first(step):
        calls.append("run")
        if len(calls) == 1:
            raise IntegrityError
        if len(calls) == 2:
            give()
        return run(step)

    monkeypatch.setattr(issuing._Issue, "run", lose_first)
    credential = give()
    assert Credential.objects.get().pk == credential.pk
    assert Award.objects.count() == 1


def test_what_was_done_with_help_does_not_count_as_done_alone(give, learner):
    key = "block-v1:BDHVS+KNS01+2026+type@skills_exercise+block@bai"
    goals = (Goal("done_alone", 0.5, key, "Bài tự làm"),)

    def count(earned, helper):
        outcome = Outcome(earned, 1.0, {"help": helper})
        store = attempts_of(user_id=learner.pk, usage_key=key, fallback={})
        store.claim(str(uuid.uuid4()), limit=0, grade=lambda: outcome)

    count(1.0, "community_team")
    count(0.25, "")
    with refused("not_passed"):
        give(plan={"goals": goals})
    count(0.75, "")
    evidence = give(plan={"goals": goals}).document["evidence"]
    assert any("Đạt 75%" in str(each) and "khi tự làm" in str(each) for each in evidence)


BLOCKS = "block-v1:BDHVS+KNS01+2026+type@skills_exercise+block@"


def attempt(user, block, share, **result):
    store = attempts_of(user_id=user.pk, usage_key=block, fallback={})
    store.claim(str(uuid.uuid4()), limit=0, grade=lambda: Outcome(share, 1.0, result))


def test_a_skill_is_the_mean_of_the_best_attempts_that_practise_it(give, learner):
    goals = (Goal("skill", 0.6, title="4.2 Bảo vệ", code="tt02:4.2", blocks=2),)
    attempt(learner, f"{BLOCKS}a", 0.9, skills=["tt02:4.2"])
    with refused("not_passed"):
        give(plan={"goals": goals})  # one block is not two
    attempt(learner, f"{BLOCKS}b", 0.1, skills=["tt02:4.2", "tt02:1.1"], help="family")
    attempt(learner, f"{BLOCKS}c", 1.0, skills=["tt02:1.1"])
    attempt(learner, BLOCKS.replace("KNS01", "KNS02") + "d", 1.0, skills=["tt02:4.2"])
    attempt(learner, f"{BLOCKS}e", 1.0)
    with refused("not_passed"):
        give(
            plan={"goals": goals}
        )  # 0.9 and 0.1: other skills, other courses and attempts without skills do not count
    attempt(learner, f"{BLOCKS}b", 0.5, skills=["tt02:4.2"], help="family")
    evidence = give(plan={"goals": goals}).document["evidence"][0]
    assert evidence["name"] == "Kết quả kỹ năng “4.2 Bảo vệ”"
    assert evidence["narrative"].startswith("Đạt 70% (yêu cầu 60%)")
    assert evidence["narrative"].endswith("Có người giúp, theo khai báo.")


def test_evidence_says_which_form_and_whether_somebody_helped(give, learner, platform):
    key = f"{BLOCKS}thi"
    platform.block_grades[(learner.pk, key)] = BlockGrade(4, 5)
    attempt(learner, key, 0.8, form="b", help="")
    goals = (Goal("block_grade", 0.5, key, "Bài thi"),)
    narrative = give(plan={"goals": goals}).document["evidence"][0]["narrative"]
    assert narrative == "Đạt 80% (yêu cầu 50%), theo điểm của nền tảng. Không khai có người giúp. Đề B."


def test_attempts_of_our_blocks_say_which_skills_they_practised(learner):
    from digital_literacy.learners.models import Attempt
    from tests.contract.runtime import block_from, call
    from tests.contract.skills_exercise.samples import OLX, everything_right

    block = block_from(OLX, user_id=learner.pk)
    call(block, "submit", everything_right(block))
    assert Attempt.objects.get().result["skills"] == ["tt02:4.2"]


def test_a_certificate_may_end(give, client):
    from digital_literacy.certificates.presentation import day, shown

    issued = give(plan={"valid_months": 6})
    assert issued.document["validUntil"] > issued.document["validFrom"]
    proof.verify(issued.document, find_key=get_issuer().trusted_key)
    page = client.get(f"/digital-literacy/certificates/{issued.pk}/").content.decode()
    assert 'data-dl-verdict="valid"' in page
    assert shown(issued).valid_until in page
    assert day(issued.issued_at) != shown(issued).valid_until


def test_months_end_on_the_last_day_of_a_shorter_month():
    from datetime import UTC, datetime

    from digital_literacy.certificates.credential import months_later

    at = datetime(2027, 8, 31, 9, tzinfo=UTC)
    assert months_later(at, 6) == datetime(2028, 2, 29, 9, tzinfo=UTC)
    assert months_later(at, 4) == datetime(2027, 12, 31, 9, tzinfo=UTC)
    assert months_later(at, 16) == datetime(2028, 12, 31, 9, tzinfo=UTC)
