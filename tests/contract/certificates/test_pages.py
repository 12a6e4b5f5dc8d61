"""The public pages: what a clerk, a learner, a wallet and an attacker get."""

from __future__ import annotations

import json
import re

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from digital_literacy.audit import log as audit
from digital_literacy.audit.models import AuditEntry
from digital_literacy.certificates import credential, proof, status
from digital_literacy.certificates.config import get_issuer
from digital_literacy.certificates.credential import grouped_id
from digital_literacy.certificates.models import Credential, StatusList
from digital_literacy.certificates.presentation import day
from digital_literacy.certificates.revoking import revoke
from tests.contract.certificates.helpers import OTHER_SEED

pytestmark = pytest.mark.django_db
ROOT = "/digital-literacy"


def verdict(reply) -> str:
    return re.search(r'data-dl-verdict="(\w+)"', reply.content.decode()).group(1)


@pytest.fixture
def visitor():
    return Client()


@pytest.fixture
def issued(give):
    return give()


def hand_over(visitor, document, **extra):
    data = document if isinstance(document, bytes) else json.dumps(document).encode()
    return visitor.post(f"{ROOT}/verify/", {"file": SimpleUploadedFile("c.json", data)}, **extra)


def test_the_public_page_needs_no_login_and_shows_what_to_compare(visitor, issued):
    reply = visitor.get(f"{ROOT}/certificates/{issued.pk}/")
    page = reply.content.decode()
    assert (reply.status_code, verdict(reply)) == (200, "valid")
    for text in ("Trần Thị Tư", "Kỹ năng số cơ bản", grouped_id(issued.pk)):
        assert text in page
    assert reply["Cache-Control"] == "no-store"
    assert reply["X-Robots-Tag"] == "noindex"
    assert '<html lang="vi">' in page
    assert '<html lang="en">' in visitor.get(f"{ROOT}/certificates/{issued.pk}/?lang=en").content.decode()


def test_an_english_page_names_the_facts_in_english_and_shows_what_was_signed(visitor, issued):
    page = visitor.get(f"{ROOT}/certificates/{issued.pk}/?lang=en").content.decode()
    assert "<dt>Identity</dt>" in page
    assert "<dt>Course result</dt>" in page
    assert "Kết quả bài" not in page
    assert issued.document["evidence"][-1]["narrative"] in page


def test_a_simulated_certificate_says_so(visitor, give):
    page = visitor.get(f"{ROOT}/certificates/{give(simulated=True).pk}/").content.decode()
    assert page.count("MÔ PHỎNG – không có giá trị") >= 2


def test_revoked_is_seen_at_once_everywhere(visitor, issued):
    revoke(issued.pk, actor_id=None, reason="lý do nội bộ")
    reply = visitor.get(f"{ROOT}/certificates/{issued.pk}/")
    assert verdict(reply) == "revoked"
    assert "lý do nội bộ" not in reply.content.decode()
    assert verdict(hand_over(visitor, issued.document)) == "revoked"
    served = visitor.get(f"{ROOT}/status/1.json")
    assert served["Cache-Control"] == "no-store"
    assert served.json() == StatusList.objects.get().document


def test_a_file_is_judged(visitor, issued):
    assert verdict(hand_over(visitor, issued.document)) == "valid"
    text = json.dumps(issued.document, ensure_ascii=False)
    changed = text.replace("Trần Thị Tư", "Trần Thị Tứ").encode()
    reply = hand_over(visitor, changed)
    assert verdict(reply) == "changed"
    assert "Trần Thị Tư<" in reply.content.decode()
    assert "Tứ" not in reply.content.decode()


def test_a_file_of_another_issuer_is_not_ours(visitor, issued):
    foreign = {**issued.document, "issuer": {"id": "did:web:evil.example"}}
    reply = hand_over(visitor, foreign)
    assert verdict(reply) == "not_ours"
    assert "Trần Thị Tư" not in reply.content.decode()


@pytest.mark.parametrize(
    "data", [b"", b"no json", b"[1]", b"\xff", b"{" * 1000, b'{"a":"' + b"x" * 70_000 + b'"}']
)
def test_anything_else_is_answered_calmly(visitor, issued, data):
    reply = hand_over(visitor, data)
    assert (reply.status_code, verdict(reply)) == (400, "unreadable")


def test_a_post_without_a_file(visitor, app):
    assert verdict(visitor.post(f"{ROOT}/verify/", {"text": "x"})) == "unreadable"


def test_the_same_as_json(visitor, issued):
    reply = visitor.post(f"{ROOT}/verify/", json.dumps(issued.document), content_type="application/json")
    assert reply.json() == {
        "verdict": "valid",
        "name": "Trần Thị Tư",
        "course": "Kỹ năng số cơ bản",
        "issued_on": day(issued.issued_at),
        "page": f"{ROOT}/certificates/{issued.pk}/",
    }


def test_by_number(visitor, issued):
    reply = visitor.get(f"{ROOT}/verify/", {"id": grouped_id(issued.pk).upper()})
    assert (reply.status_code, reply["Location"]) == (302, f"{ROOT}/certificates/{issued.pk}/")
    for wrong in ("123", "x" * 26, "0" * 26, "<script>"):
        reply = visitor.get(f"{ROOT}/verify/", {"id": wrong})
        assert (reply.status_code, verdict(reply)) == (404, "not_ours")
        assert "<script>x" not in reply.content.decode()


def test_unknown_ids(visitor, app):
    assert visitor.get(f"{ROOT}/certificates/{'0' * 26}/").status_code == 404
    assert visitor.get(f"{ROOT}/certificates/{'0' * 26}.json").status_code == 404
    assert visitor.get(f"{ROOT}/status/9.json").status_code == 404


def test_documents_for_machines(visitor, issued):
    reply = visitor.get(f"{ROOT}/certificates/{issued.pk}.json")
    assert reply.json() == issued.document
    assert reply["Access-Control-Allow-Origin"] == "*"
    did = visitor.get(f"{ROOT}/did.json").json()
    assert did["id"] == issued.document["issuer"]["id"] == "did:web:127.0.0.1%3A18800:digital-literacy"
    assert issued.document["proof"]["verificationMethod"] in did["assertionMethod"]


def test_a_list_signed_by_a_removed_key_is_signed_again(visitor, issued, app):
    app.DIGITAL_LITERACY_SIGNING_KEYS = [{"id": "key-2", "private_key": f"value:{OTHER_SEED}"}]
    proof.verify(visitor.get(f"{ROOT}/status/1.json").json(), find_key=get_issuer().trusted_key)
    assert verdict(visitor.get(f"{ROOT}/certificates/{issued.pk}/")) == "not_trusted"


def test_not_set_up(visitor, issued, app):
    app.DIGITAL_LITERACY_SIGNING_KEYS = None
    assert visitor.get(f"{ROOT}/did.json").status_code == 503
    # A fault of the settings says nothing of a certificate: no verdict.
    page = visitor.get(f"{ROOT}/certificates/{issued.pk}/")
    assert page.status_code == 503
    assert "data-dl-verdict" not in page.content.decode()
    handed = hand_over(visitor, issued.document)
    assert (handed.status_code, "data-dl-verdict" in handed.content.decode()) == (503, False)
    told = visitor.get(f"{ROOT}/certificates/{issued.pk}/verdict.json")
    assert (told.status_code, told.json()) == (503, {"error": "not_set_up"})


def test_names_are_escaped_everywhere(visitor, give):
    name = "<script>alert(1)</script>"
    credential = give(name=name)
    page = visitor.get(f"{ROOT}/certificates/{credential.pk}/")
    assert name not in page.content.decode()
    assert "script-src 'sha256-" in page["Content-Security-Policy"]
    assert visitor.get(f"{ROOT}/certificates/{credential.pk}.json")["Content-Type"].startswith(
        "application/json"
    )


def test_the_pdf_is_its_holders(visitor, issued, learner):
    url = f"{ROOT}/certificates/{issued.pk}.pdf"
    assert visitor.get(url).status_code == 302
    visitor.force_login(get_user_model().objects.create_user("other"))
    assert visitor.get(url).status_code == 404
    visitor.force_login(learner)
    reply = visitor.get(url)
    assert reply["Content-Type"] == "application/pdf"
    assert reply.content.startswith(b"%PDF")


def test_my_certificates(visitor, issued, learner):
    assert visitor.get(f"{ROOT}/my-certificates/").status_code == 302
    visitor.force_login(learner)
    page = visitor.get(f"{ROOT}/my-certificates/").content.decode()
    assert issued.pk in page
    revoke(issued.pk, actor_id=None, reason="x")
    page = visitor.get(f"{ROOT}/my-certificates/").content.decode()
    assert f"{issued.pk}.pdf" not in page
    visitor.force_login(get_user_model().objects.create_user("other"))
    assert issued.pk not in visitor.get(f"{ROOT}/my-certificates/").content.decode()


def test_the_brake(visitor, issued, app):
    app.DIGITAL_LITERACY_PUBLIC_RATE = 3
    url = f"{ROOT}/certificates/{issued.pk}/"
    statuses = [visitor.get(url).status_code for _ in range(5)]
    assert statuses[:3] == [200, 200, 200]
    assert statuses[-1] == 429
    assert visitor.get(url, HTTP_X_FORWARDED_FOR="203.0.113.9").status_code == 200


@pytest.mark.parametrize(
    "term", ["as printed", "as stored", "Trần Thị Tư", "tran thi tu", "learner", "Account Name"]
)
def test_the_administrator_finds_a_certificate(issued, term):
    get_user_model().objects.filter(pk=issued.award.user_id).update(first_name="Account", last_name="Name")
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("admin"))
    asked = {"as printed": grouped_id(issued.pk).upper(), "as stored": issued.pk}.get(term, term)
    url = "/admin/digital_literacy/credential/"
    assert issued.pk in client.get(url, {"q": asked}).content.decode()
    assert issued.pk not in client.get(url, {"q": "nobody"}).content.decode()


def test_the_page_that_the_issuer_names_is_there(visitor, issued):
    assert (
        visitor.get(
            issued.document["issuer"]["url"].removeprefix(get_issuer().base_url.removesuffix(ROOT))
        ).status_code
        == 200
    )


def test_a_certificate_that_names_the_former_page_of_its_issuer_stays_valid(visitor, give, monkeypatch):
    with monkeypatch.context() as former:
        former.setattr(credential, "verify_url", lambda issuer: issuer.base_url)
        old = give()
    assert old.document["issuer"]["url"] == get_issuer().base_url
    assert verdict(visitor.get(f"{ROOT}/certificates/{old.pk}/")) == "valid"
    assert verdict(hand_over(visitor, old.document)) == "valid"
    reply = visitor.get(ROOT, follow=True)
    assert (reply.status_code, reply.redirect_chain[-1][0]) == (200, f"{ROOT}/verify/")


def test_the_administrator_revokes_with_a_reason(issued):
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("admin"))
    url = "/admin/digital_literacy/credential/"
    assert client.get(url).status_code == 200
    form = {"action": "revoke_selected", "_selected_action": issued.pk, "reason": ""}
    client.post(url, form)
    assert Credential.objects.get().revoked_at is None
    client.post(url, {**form, "reason": "cấp nhầm"})
    credential = Credential.objects.get()
    assert credential.revoked_at
    assert "admin" in audit.account_names([AuditEntry.objects.get(event="revoked").actor]).values()
    allow = {"action": "allow_selected", "_selected_action": issued.pk}
    client.post(url, allow)
    credential.award.refresh_from_db()
    assert credential.award.reissue_allowed
    assert client.get(f"{url}{issued.pk}/change/").status_code == 200


def test_the_administrator_is_told_what_cannot_be_allowed(issued):
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("admin"))
    form = {"action": "allow_selected", "_selected_action": issued.pk}
    page = client.post("/admin/digital_literacy/credential/", form, follow=True).content.decode()
    assert "errorlist" in page or 'class="error"' in page
    issued.award.refresh_from_db()
    assert not issued.award.reissue_allowed


@pytest.mark.parametrize("number", ["0", "9" * 9, "9" * 10, "9" * 26, "9" * 5000])
def test_status_lists_that_cannot_be(visitor, issued, number):
    assert visitor.get(f"{ROOT}/status/{number}.json").status_code == 404


def test_a_pdf_without_keys_is_a_calm_page(visitor, issued, app, learner):
    app.DIGITAL_LITERACY_SIGNING_KEYS = []
    visitor.force_login(learner)
    reply = visitor.get(f"{ROOT}/certificates/{issued.pk}.pdf")
    assert reply.status_code == 503
    assert reply["Content-Type"].startswith("text/html")


@pytest.mark.parametrize("number", ["4.2", "1.1"])
def test_skill_pages_exist(visitor, app, number):
    assert visitor.get(f"{ROOT}/skills/tt02/{number}/").status_code == 200
    assert visitor.get(f"{ROOT}/skills/tt02/9.9/").status_code == 404


def test_a_list_is_signed_again_only_while_it_is_held(issued, monkeypatch):
    """Else a revocation that commits meanwhile would be signed away."""
    done = []
    monkeypatch.setattr(status, "lock", lambda row: done.append("held"))
    monkeypatch.setattr(status, "sign_again", lambda issuer, row: done.append("signed") or row.document)
    row = StatusList.objects.get()
    row.document = {**row.document, "proof": {"verificationMethod": "did:web:example#withdrawn"}}
    status.current_document(get_issuer(), row)
    assert done == ["held", "signed"]


def test_the_verdict_for_programs(visitor, issued, learner):
    def ask(number=issued.pk):
        reply = visitor.get(f"{ROOT}/certificates/{number}/verdict.json")
        assert reply["Cache-Control"] == "no-store"
        return reply.status_code, reply.json()

    status_code, told = ask()
    assert (status_code, told["verdict"], told["name"]) == (200, "valid", "Trần Thị Tư")
    assert ask("0" * 26) == (404, {"verdict": "not_ours"})
    revoke(issued.pk, actor_id=None, reason="x")
    assert ask()[1]["verdict"] == "revoked"
    assert ask()[1]["revoked_on"] == day(Credential.objects.get().revoked_at)
    from digital_literacy.learner_data import forget

    forget(learner.pk)
    told = ask()[1]
    assert told["verdict"] == "withdrawn"
    assert "name" not in told
