"""The whole way with the real simulator, and what an attacker or an accident can do to it."""

from __future__ import annotations

import logging
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from digital_literacy.certificates.models import Application, Award, Credential
from digital_literacy.identity.models import IdentityEvent, LoginTransaction
from digital_literacy.identity.transactions import latest_outcome
from tests.contract.certificates.helpers import USAGE
from tests.contract.identity.conftest import path_of, refused_code

pytestmark = pytest.mark.django_db


def test_a_level_2_person_receives_a_certificate_and_returns_to_the_block(set_out, simulator, browser):
    reply = browser.get(path_of(simulator.log_in(set_out(), "thi-tu")))
    assert (reply.status_code, reply["Location"]) == (302, f"/unit/{USAGE}")
    credential = Credential.objects.get()
    assert (credential.holder_name, credential.level, credential.simulated) == ("Trần Thị Tư", 2, True)
    assert credential.name_match == "same"
    assert list(IdentityEvent.objects.values_list("event", flat=True)) == ["started", "identified"]


def test_level_1_is_refused_with_the_way_to_level_2(set_out, simulator, browser, learner):
    reply = browser.get(path_of(simulator.log_in(set_out(), "gia-linh")))
    assert reply.status_code == 403
    assert refused_code(reply) == "level_too_low"
    assert f"/unit/{USAGE}" in reply.content.decode()
    assert not Credential.objects.exists()
    assert latest_outcome(user_id=learner.pk, usage_key=USAGE) == "level_too_low"


def test_a_person_may_refuse(set_out, simulator, browser):
    reply = browser.get(path_of(simulator.log_in(set_out(), "thi-tu", decision="refuse")))
    assert refused_code(reply) == "cancelled"
    assert not Credential.objects.exists()


def test_a_replayed_answer_is_refused(set_out, simulator, browser):
    answer = path_of(simulator.log_in(set_out(), "thi-tu"))
    assert browser.get(answer).status_code == 302
    reply = browser.get(answer)
    assert (reply.status_code, refused_code(reply)) == (409, "used")
    assert Credential.objects.count() == 1


def test_another_browser_of_the_same_learner_is_refused(set_out, simulator, learner):
    answer = path_of(simulator.log_in(set_out(), "thi-tu"))
    elsewhere = Client()
    elsewhere.force_login(learner)
    assert refused_code(elsewhere.get(answer)) == "other_browser"
    assert not Credential.objects.exists()


def test_login_csrf_a_victim_cannot_be_sent_through_an_attackers_login(set_out, simulator):
    answer = path_of(simulator.log_in(set_out(), "thi-tu"))
    victim = Client()
    victim.force_login(get_user_model().objects.create_user("victim"))
    reply = victim.get(answer)
    assert refused_code(reply) == "other_user"
    assert "/unit/" not in reply.content.decode()
    assert not Award.objects.exists()


def test_a_user_changed_between_start_and_return_is_refused(set_out, simulator, browser):
    answer = path_of(simulator.log_in(set_out(), "thi-tu"))
    browser.force_login(get_user_model().objects.create_user("sibling"))
    assert refused_code(browser.get(answer)) == "other_user"


def test_nobody_signed_in_is_refused_calmly(set_out, simulator):
    assert refused_code(Client().get(path_of(simulator.log_in(set_out(), "thi-tu")))) == "signed_out"


def test_ten_minutes(set_out, simulator, browser):
    answer = path_of(simulator.log_in(set_out(), "thi-tu"))
    LoginTransaction.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    reply = browser.get(answer)
    assert (reply.status_code, refused_code(reply)) == (410, "expired")


@pytest.mark.parametrize("query", ["", "?state=", "?state=forged&code=x", "?code=x"])
def test_forged_answers_end_on_a_page(app, browser, query):
    reply = browser.get(f"/digital-literacy/identity/return/vneid-simulator/{query}")
    assert (reply.status_code, refused_code(reply)) == (404, "unknown_login")


def test_a_wrong_issuer_is_refused_before_the_code_is_used(set_out, simulator, browser):
    answer = path_of(simulator.log_in(set_out(), "thi-tu"))
    mixed_up = answer.replace(answer.split("iss=")[1].split("&")[0], "https%3A%2F%2Fevil.example")
    assert refused_code(browser.get(mixed_up)) == "untrusted"
    assert IdentityEvent.objects.get(event="untrusted").detail == "answer: iss"


def test_a_missing_issuer_is_refused_where_the_provider_names_it(set_out, simulator, browser):
    answer = path_of(simulator.log_in(set_out(), "thi-tu"))
    query = "&".join(part for part in urlsplit(answer).query.split("&") if not part.startswith("iss="))
    assert refused_code(browser.get(f"{urlsplit(answer).path}?{query}")) == "untrusted"


def test_an_answer_for_another_provider_is_not_known(set_out, simulator, browser):
    answer = path_of(simulator.log_in(set_out(), "thi-tu"))
    assert refused_code(browser.get(answer.replace("/vneid-simulator/", "/other/"))) == "unknown_login"


def test_there_is_no_way_to_name_an_address_to_return_to(set_out, simulator, browser):
    answer = path_of(simulator.log_in(set_out(), "thi-tu"))
    reply = browser.get(f"{answer}&next=https://evil.example&redirect_uri=https://evil.example")
    assert reply["Location"] == f"/unit/{USAGE}"


def test_a_provider_that_is_down_ends_on_a_page_and_in_the_audit(set_out, simulator, browser, settings):
    answer = path_of(simulator.log_in(set_out(), "thi-tu"))
    provider = settings.DIGITAL_LITERACY_IDENTITY_PROVIDERS["vneid-simulator"]
    settings.DIGITAL_LITERACY_IDENTITY_PROVIDERS = {
        "vneid-simulator": {**provider, "issuer": "http://127.0.0.1:9"}
    }
    reply = browser.get(answer)
    assert (reply.status_code, refused_code(reply)) == (503, "unavailable")
    assert IdentityEvent.objects.filter(event="unavailable").exists()


def test_the_simulator_under_the_plain_dialect_is_refused(set_out, simulator, browser, settings):
    answer = path_of(simulator.log_in(set_out(), "thi-tu"))
    provider = settings.DIGITAL_LITERACY_IDENTITY_PROVIDERS["vneid-simulator"]
    settings.DIGITAL_LITERACY_IDENTITY_PROVIDERS = {"vneid-simulator": {**provider, "dialect": "oidc"}}
    assert refused_code(browser.get(answer)) == "untrusted"
    assert not Credential.objects.exists()


def test_an_unexpected_fault_is_no_500_and_leaks_nothing(set_out, simulator, browser, monkeypatch, caplog):
    answer = path_of(simulator.log_in(set_out(), "thi-tu"))

    def broken(*_args, **_kwargs):
        raise RuntimeError("secret-token-value")

    monkeypatch.setattr("digital_literacy.certificates.after_login.proceed", broken)
    reply = browser.get(answer)
    assert (reply.status_code, refused_code(reply)) == (503, "unexpected")
    assert "secret-token-value" not in reply.content.decode() + caplog.text


def test_logs_hold_no_name_code_or_token(set_out, simulator, browser, caplog):
    caplog.set_level(logging.DEBUG)
    answer = path_of(simulator.log_in(set_out(), "thi-tu"))
    code = parse_qs(urlsplit(answer).query)["code"][0]
    caplog.clear()
    browser.get(answer)
    ours = "\n".join(
        record.getMessage() for record in caplog.records if record.name.startswith("digital_literacy")
    )
    assert "Trần Thị Tư" not in caplog.text.replace("INSERT", "")[:0] + ours
    assert code not in ours


def test_what_is_kept_of_a_login(set_out, simulator, browser):
    browser.get(path_of(simulator.log_in(set_out(), "thi-tu")))
    row = LoginTransaction.objects.values().get()
    assert (row["consent_version"], row["outcome"]) == ("2026-11", "ok")
    assert "Trần" not in str(row)
    assert len(Award.objects.get().person_key) == 64


def test_one_person_cannot_serve_two_accounts(set_out, simulator, browser, platform):
    browser.get(path_of(simulator.log_in(set_out(), "thi-tu")))
    other = get_user_model().objects.create_user("other")
    platform.course_grades.update(
        {(other.pk, key[1]): grade for key, grade in list(platform.course_grades.items())}
    )
    browser.force_login(other)
    reply = browser.get(path_of(simulator.log_in(set_out(user_id=other.pk), "thi-tu")))
    assert refused_code(reply) == "other_account"
    assert Credential.objects.count() == 1


def test_an_account_stays_with_its_first_person(set_out, simulator, browser):
    browser.get(path_of(simulator.log_in(set_out(), "thi-tu")))
    Credential.objects.update(revoked_at=timezone.now(), is_current=None)
    assert refused_code(browser.get(path_of(simulator.log_in(set_out(), "minh-anh")))) == "other_person"


def test_a_grade_that_dropped_meanwhile_counts(set_out, simulator, browser, platform):
    location = set_out()
    platform.course_grades.clear()
    assert browser.get(path_of(simulator.log_in(location, "thi-tu"))).status_code == 302
    assert not Credential.objects.exists()
    assert Application.objects.get().waiting_for == "grade"


def test_a_login_is_not_lost_while_the_grade_is_computed(set_out, simulator, browser, platform):
    location, grades = set_out(), dict(platform.course_grades)
    platform.course_grades.update(dict.fromkeys(grades))
    browser.get(path_of(simulator.log_in(location, "thi-tu")))
    assert not Credential.objects.exists()
    platform.course_grades.update(grades)
    step = f"/digital-literacy/my-certificates/applications/{Application.objects.get().pk}/"
    browser.post(step, {"step": "receive"})
    assert Credential.objects.get().holder_name == "Trần Thị Tư"
    assert not Application.objects.exists()


def test_pages_cannot_be_cached_or_framed(app, browser):
    reply = browser.get("/digital-literacy/identity/return/vneid-simulator/?state=x")
    assert reply["Cache-Control"] == "no-store"
    assert reply["X-Frame-Options"] == "DENY"
    assert reply["Referrer-Policy"] == "no-referrer"


class TestSimulator:
    """It is a strict provider: what it lets through, a real one would too."""

    def ask(self, location: str, **changes: str | None):
        parts = urlsplit(location)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        query.update(changes)
        asked = {name: value for name, value in query.items() if value is not None}
        return requests.get(f"{parts.scheme}://{parts.netloc}{parts.path}", params=asked, timeout=10)

    @pytest.mark.parametrize(
        "changes",
        [
            {"code_challenge": None},
            {"code_challenge_method": "plain"},
            {"nonce": None},
            {"redirect_uri": "https://evil.example/"},
            {"client_id": "unknown"},
            {"response_type": "token"},
        ],
    )
    def test_faulty_requests_are_refused_on_the_spot(self, set_out, changes):
        reply = self.ask(set_out(), **changes)
        assert reply.status_code == 400
        assert "MÔ PHỎNG – không phải VNeID" in reply.text

    def exchange(self, simulator, answer: str, verifier: str):
        code = parse_qs(urlsplit(answer).query)["code"][0]
        secret = (simulator.home / "simulator-client-secret").read_text()
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "code_verifier": verifier,
            "redirect_uri": "http://127.0.0.1:18800/digital-literacy/identity/return/vneid-simulator/",
        }
        auth = ("digital-literacy-demo", secret)
        return requests.post(f"{simulator.issuer}/token", data=form, auth=auth, timeout=10)

    def test_a_wrong_pkce_verifier_is_refused_and_uses_the_code_up(self, set_out, simulator, browser):
        answer = simulator.log_in(set_out(), "thi-tu")
        assert self.exchange(simulator, answer, "x" * 43).status_code == 400
        assert refused_code(browser.get(path_of(answer))) == "provider_error"

    def test_no_claim_holds_a_long_number(self, set_out, simulator):
        from digital_literacy_demo.simulator.people import PEOPLE

        for person in PEOPLE:
            page = simulator.log_in(set_out(), person.slug)
            assert "code=" in page
            assert not any(letter.isdigit() for letter in person.name)

    def test_the_page_asks_for_no_text(self, set_out):
        page = requests.get(set_out(), timeout=10).text
        assert 'type="text"' not in page
        assert 'type="password"' not in page
        assert "<textarea" not in page


def test_strangers_write_no_audit_and_are_braked(app):
    cache.clear()
    app.DIGITAL_LITERACY_PUBLIC_RATE = 3
    url = "/digital-literacy/identity/return/x/"
    statuses = [Client().get(url, {"state": number}).status_code for number in range(5)]
    assert statuses == [404, 404, 404, 429, 429]
    assert not IdentityEvent.objects.exists()
    cache.clear()


def test_a_forged_answer_of_somebody_signed_in_is_audited(app, browser, learner):
    cache.clear()
    browser.get("/digital-literacy/identity/return/x/?state=forged")
    assert IdentityEvent.objects.get().user == learner
