"""Attacks on certificates and their pages, one test each, named after the threat (docs/developers/threats.md)."""

from __future__ import annotations

import io
import json
import statistics
import time
import unicodedata
from datetime import timedelta

import pypdf
import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from digital_literacy import learner_data
from digital_literacy.certificates import proof, status_list
from digital_literacy.certificates.config import get_issuer
from digital_literacy.certificates.credential import ID_LENGTH, new_id
from digital_literacy.certificates.keys import did_document
from digital_literacy.certificates.models import Award, Credential, StatusList
from digital_literacy.certificates.reissuing import reissue, signed_by
from digital_literacy.certificates.revoking import revoke
from digital_literacy.compat.platform import CourseGrade
from digital_literacy.identity.person_secrets import require_known_secrets
from digital_literacy.identity.results import Refused
from tests.contract.certificates.helpers import COURSE, OTHER_SEED, SEED
from tests.contract.certificates.test_pages import ROOT, hand_over, verdict

pytestmark = pytest.mark.django_db
NAME = "Trần Thị Tư"


@pytest.fixture(autouse=True)
def _fresh():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def visitor():
    return Client()


@pytest.fixture
def issued(give):
    return give()


def other_learner(platform, name="o"):
    user = get_user_model().objects.create_user(name)
    platform.course_grades[(user.pk, COURSE)] = CourseGrade(0.9, True)
    return user


def test_concurrent_double_issue(give):
    """The constraints hold what threads do in tests/contract/databases: a second current row cannot be written."""
    first = give()
    values = {field.name: getattr(first, field.name) for field in Credential._meta.fields}
    with pytest.raises(IntegrityError), transaction.atomic():
        Credential.objects.create(**{**values, "identifier": "x", "status_index": first.status_index ^ 1})
    award = {
        field.name: getattr(first.award, field.name) for field in Award._meta.fields if field.name != "id"
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        Award.objects.create(**{**award, "user": None})


def test_forged_grade(give, platform, learner):
    platform.course_grades[(learner.pk, COURSE)] = CourseGrade(0.1, True)
    with pytest.raises(Refused, match="not_passed"):
        give()
    assert not Award.objects.exists()


def test_grade_drops_after_issue(give, platform, learner, visitor):
    """The certificate says what was true on its day; the staff revokes it where it should not stand."""
    issued = give()
    platform.course_grades[(learner.pk, COURSE)] = CourseGrade(0.1, False)
    assert verdict(visitor.get(f"{ROOT}/certificates/{issued.pk}/")) == "valid"
    revoke(issued.pk, actor_id=None, reason="điểm được sửa")
    assert verdict(visitor.get(f"{ROOT}/certificates/{issued.pk}/")) == "revoked"
    with pytest.raises(Refused, match="not_passed"):
        give()
    platform.course_grades[(learner.pk, COURSE)] = CourseGrade(0.9, True)
    with pytest.raises(Refused, match="revoked"):
        give()


def test_revoked_but_cached(issued, visitor):
    page, listed = f"{ROOT}/certificates/{issued.pk}/", f"{ROOT}/status/1.json"
    before = [visitor.get(page), visitor.get(listed)]
    revoke(issued.pk, actor_id=None, reason="x")
    for reply in [*before, visitor.get(page), visitor.get(listed)]:
        assert reply["Cache-Control"] == "no-store"
        assert "ETag" not in reply
    assert verdict(visitor.get(page)) == "revoked"
    document = visitor.get(listed).json()
    proof.verify(document, find_key=get_issuer().trusted_key)
    assert status_list.is_set(document["credentialSubject"]["encodedList"], issued.status_index)


def test_status_index_reuse(give, platform, monkeypatch):
    first = give()
    chosen = iter([first.status_index, first.status_index, 5])
    monkeypatch.setattr(status_list.secrets, "randbelow", lambda _size: next(chosen))
    second = give(user=other_learner(platform), subject="2")
    assert second.status_index == 5


def test_sequential_index_leak(give, platform):
    """Neighbours in time are no neighbours in the list, and the list says nothing of how many there are."""
    indexes = [
        give(user=other_learner(platform, f"u{n}"), subject=f"s{n}", plan={"goals": ()}).status_index
        for n in range(8)
    ]
    assert indexes != sorted(indexes)
    assert max(indexes) > 1000
    empty = status_list.encode(())
    assert StatusList.objects.get().document["credentialSubject"]["encodedList"] == empty


def test_id_enumeration_by_guessing(visitor, issued, app):
    """130 random bits, and a brake."""
    ids = {new_id() for _ in range(2000)}
    assert len(ids) == 2000
    assert {len(one) for one in ids} == {ID_LENGTH}
    app.DIGITAL_LITERACY_PUBLIC_RATE = 5
    answers = [visitor.get(f"{ROOT}/certificates/{new_id()}/").status_code for _ in range(7)]
    assert answers == [404] * 5 + [429] * 2


def test_id_enumeration_by_timing(visitor, issued, app):
    """How long a "no" takes does not say how much of a number was right: the database compares whole keys."""
    app.DIGITAL_LITERACY_PUBLIC_RATE = 100_000
    near = issued.pk[:-1] + ("0" if issued.pk[-1] != "0" else "1")
    urls = {"near": f"{ROOT}/certificates/{near}/", "far": f"{ROOT}/certificates/{new_id()}/"}
    times: dict[str, list[float]] = {"near": [], "far": []}
    for turn in range(120):
        for name in sorted(urls, reverse=bool(turn % 2)):
            start = time.perf_counter()
            reply = visitor.get(urls[name])
            times[name].append(time.perf_counter() - start)
            assert reply.status_code == 404
    near_time, far_time = (statistics.median(times[name]) for name in ("near", "far"))
    # Their bodies are equal too, so there is nothing else to tell them apart.
    assert visitor.get(urls["near"]).content == visitor.get(urls["far"]).content
    assert 0.5 < near_time / far_time < 2


HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


def test_name_xss_in_page(give, visitor):
    issued = give(name=HOSTILE)
    for url in (f"{ROOT}/certificates/{issued.pk}/", f"{ROOT}/my-certificates/"):
        visitor.force_login(issued.award.user)
        page = visitor.get(url)
        assert "<script>alert" not in page.content.decode()
        assert "<img src=x" not in page.content.decode()
        assert "script-src 'sha256-" in page["Content-Security-Policy"]


def test_name_xss_in_json(give, visitor):
    issued = give(name=HOSTILE)
    reply = visitor.get(f"{ROOT}/certificates/{issued.pk}.json")
    assert reply["Content-Type"] == "application/json"
    assert reply["X-Content-Type-Options"] == "nosniff"


def test_name_xss_in_pdf_title(give, visitor):
    issued = give(name=HOSTILE)
    visitor.force_login(issued.award.user)
    reply = visitor.get(f"{ROOT}/certificates/{issued.pk}.pdf")
    title = pypdf.PdfReader(io.BytesIO(reply.content)).metadata.title
    assert "script" not in title
    assert "script" not in reply["Content-Disposition"]


def test_pdf_markup(give, visitor):
    """Markup in a name is printed as letters: nothing is read, run or fetched."""
    issued = give(name='<img src="file:///etc/passwd"/>(/JS)')
    visitor.force_login(issued.award.user)
    data = visitor.get(f"{ROOT}/certificates/{issued.pk}.pdf").content
    reader = pypdf.PdfReader(io.BytesIO(data))
    assert "<img src" in reader.pages[0].extract_text()
    assert b"/OpenAction" not in data
    assert "/Names" not in reader.trailer["/Root"]
    assert not list(reader.pages[0]["/Resources"].get("/XObject", {}))


def test_nfd_name(give, visitor):
    issued = give(name=unicodedata.normalize("NFD", NAME))
    visitor.force_login(issued.award.user)
    data = visitor.get(f"{ROOT}/certificates/{issued.pk}.pdf").content
    assert NAME in pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text()


def test_bidi_and_control_characters(give):
    from digital_literacy.certificates.presentation import sheet
    from digital_literacy.certificates.printed import printable

    issued = give(name="Tr\u202eần\u0000 Thị\u2066 Tư\u200b")
    name = printable(sheet(get_issuer(), issued).holder_name)
    assert name == NAME


def test_missing_glyph(give, visitor):
    """A name the font cannot print is refused with a reason; the signed file is there all the same."""
    issued = give(name="ᨀᨁᨂ")
    visitor.force_login(issued.award.user)
    reply = visitor.get(f"{ROOT}/certificates/{issued.pk}.pdf")
    assert reply.status_code == 409
    assert "ᨀ" in reply.content.decode()
    assert visitor.get(f"{ROOT}/certificates/{issued.pk}.json").status_code == 200


def test_oversize_document(visitor, issued):
    data = json.dumps({**issued.document, "x": "a" * 70_000}).encode()
    assert verdict(hand_over(visitor, data)) == "unreadable"
    many = SimpleUploadedFile("c.json", b"a" * 5_000_000)
    assert verdict(visitor.post(f"{ROOT}/verify/", {"file": many})) == "unreadable"


def test_deep_document(visitor, issued):
    deep: dict = {}
    for _ in range(40):
        deep = {"a": deep}
    assert verdict(hand_over(visitor, {**issued.document, "x": deep})) == "unreadable"
    assert verdict(hand_over(visitor, b'{"a":' * 20_000 + b"1" + b"}" * 20_000)) == "unreadable"


def test_remote_context(visitor, issued, monkeypatch):
    import socket

    monkeypatch.setattr(socket, "create_connection", lambda *_a, **_k: pytest.fail("something was fetched"))
    evil = {**issued.document, "@context": ["https://evil.example/context.json"]}
    assert verdict(hand_over(visitor, evil)) == "changed"
    with pytest.raises(proof.ProofError):
        proof.verify(evil, find_key=get_issuer().trusted_key)


def test_credential_of_another_issuer_shown_as_ours(visitor, issued, app):
    app.DIGITAL_LITERACY_SIGNING_KEYS = [{"id": "key-1", "private_key": f"value:{OTHER_SEED}"}]
    forged = {name: value for name, value in issued.document.items() if name != "proof"}
    forged["id"] = forged["id"].replace(issued.pk, new_id())
    issuer = get_issuer()
    method = issuer.signing_method
    forged = proof.sign(
        forged, key=issuer.signing_key.private, verification_method=method, created=timezone.now()
    )
    app.DIGITAL_LITERACY_SIGNING_KEYS = [{"id": "key-1", "private_key": f"value:{SEED}"}]
    assert verdict(hand_over(visitor, forged)) == "not_ours"
    foreign = {**issued.document, "issuer": {**issued.document["issuer"], "id": "did:web:evil.example"}}
    reply = hand_over(visitor, foreign)
    assert verdict(reply) == "not_ours"
    assert NAME not in reply.content.decode()


def test_status_list_of_another_origin(issued):
    from digital_literacy.certificates import offline

    did = did_document(get_issuer())
    listed = {**issued.status_list.document, "id": "https://evil.example/1.json"}
    result = offline.check(issued.document, did=did, listed=listed, now=timezone.now() + timedelta(minutes=1))
    assert result.verdict == offline.CHANGED
    foreign = {**issued.status_list.document, "issuer": "did:web:evil.example"}
    result = offline.check(
        issued.document, did=did, listed=foreign, now=timezone.now() + timedelta(minutes=1)
    )
    assert result.verdict == offline.CHANGED


def test_key_rotation(give, app, platform, visitor):
    old = give()
    app.DIGITAL_LITERACY_SIGNING_KEYS = [
        {"id": "key-2", "private_key": f"value:{OTHER_SEED}"},
        {"id": "key-1", "private_key": f"value:{SEED}"},
    ]
    new = give(user=other_learner(platform), subject="2")
    assert new.document["proof"]["verificationMethod"].endswith("#key-2")
    for one in (old, new):
        assert verdict(visitor.get(f"{ROOT}/certificates/{one.pk}/")) == "valid"
    assert len(visitor.get(f"{ROOT}/did.json").json()["assertionMethod"]) == 2


def test_key_compromise(give, app, visitor):
    old = give()
    app.DIGITAL_LITERACY_SIGNING_KEYS = [{"id": "key-2", "private_key": f"value:{OTHER_SEED}"}]
    assert verdict(visitor.get(f"{ROOT}/certificates/{old.pk}/")) == "not_trusted"
    assert "#key-1" not in visitor.get(f"{ROOT}/did.json").content.decode()
    (number,) = signed_by("key-1")
    new = reissue(number, actor_id=None)
    assert verdict(visitor.get(f"{ROOT}/certificates/{new.pk}/")) == "valid"
    assert verdict(hand_over(visitor, old.document)) == "revoked"
    assert new.pk in visitor.get(f"{ROOT}/certificates/{old.pk}/").content.decode()


def test_clock(give):
    """A certificate from the future is not valid yet, and health says that a clock is wrong."""
    from digital_literacy.certificates import health, offline

    issued = give()
    early = timezone.now() - timedelta(days=1)
    result = offline.check(issued.document, did=did_document(get_issuer()), listed=None, now=early)
    assert result.verdict == offline.NOT_YET
    Credential.objects.update(issued_at=timezone.now() + timedelta(hours=1))
    assert [one for one in health.look() if not one.well and one.what == "dates of certificates"]


def test_user_retirement(give, learner, visitor):
    issued = give()
    learner_data.forget(learner.pk)
    for url in (f"certificates/{issued.pk}/", f"certificates/{issued.pk}.json"):
        assert NAME not in visitor.get(f"{ROOT}/{url}").content.decode()
    assert verdict(visitor.get(f"{ROOT}/certificates/{issued.pk}/")) == "withdrawn"
    assert Award.objects.get().person_key.startswith("gone:")


def test_backup_pepper_loss(give, app, platform):
    """A new secret in the place of a lost one would make everybody a new person: nothing is issued then."""
    from digital_literacy.certificates import health

    require_known_secrets()
    give()
    app.DIGITAL_LITERACY_PERSON_KEYS = [{"id": "p1", "secret": "value:" + "z" * 40}]
    with pytest.raises(Refused, match="not_set_up"):
        require_known_secrets()
    assert [one for one in health.look() if not one.well and one.what == "person keys"]
