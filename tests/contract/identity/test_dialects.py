"""The portal's and VNeID's dialects against servers that answer as those are said to. Not proven with the real ones."""

from __future__ import annotations

from urllib.parse import parse_qs, quote, urlsplit

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.contrib.auth import get_user_model
from django.test import Client

from digital_literacy.certificates.models import Award, Credential
from digital_literacy.compat.platform import CourseGrade
from digital_literacy.identity import checks, transactions
from digital_literacy.identity.models import IdentityEvent
from tests.contract.certificates.helpers import COURSE, USAGE, certificate_settings, plan
from tests.contract.identity.conftest import refused_code
from tests.contract.identity.fake_servers import NUMBER, FakePortal, FakeVneid

pytestmark = pytest.mark.django_db
CLIENT_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
PEM = CLIENT_KEY.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


@pytest.fixture
def portal(settings):
    server = FakePortal()
    certificate_settings(settings)
    settings.DIGITAL_LITERACY_IDENTITY_PROVIDERS = {
        "portal": {
            "dialect": "portal",
            "label": "Cổng thử",
            "issuer": server.base,
            "client_id": "suite",
            "client_secret": "value:x",
            "levels": {"LoA1": 1, "LoA2": 2},
            "endpoints": {
                "authorization_endpoint": f"{server.base}/oauth2/authorize",
                "token_endpoint": f"{server.base}/oauth2/token",
                "userinfo_endpoint": f"{server.base}/oauth2/userinfo",
                "jwks_uri": f"{server.base}/oauth2/jwks",
            },
        }
    }
    yield server
    server.close()


@pytest.fixture
def vneid(settings):
    server = FakeVneid(CLIENT_KEY.public_key())
    certificate_settings(settings)
    settings.DIGITAL_LITERACY_IDENTITY_PROVIDERS = {"vneid": vneid_entry(server)}
    yield server
    server.close()


@pytest.fixture
def set_out(learner, browser):
    def begin(provider: str) -> dict[str, str]:
        """The parameters the browser is sent to the provider with."""
        ticket = transactions.begin(
            user_id=learner.pk,
            course_key=COURSE,
            usage_key=USAGE,
            provider=provider,
            purpose="certificate",
            context=plan().to_json(),
            consent_version="1",
        )
        location = browser.get(f"/digital-literacy/identity/start/{ticket}/")["Location"]
        return {name: values[0] for name, values in parse_qs(urlsplit(location).query).items()}

    return begin


def test_the_settings_are_complete(portal, vneid, settings):
    assert checks.check_identity(None) == []


class TestPortal:
    def come_back(self, browser, portal, asked, **changes):
        portal.nonce = changes.pop("nonce", asked["nonce"])
        answer = {"state": asked["state"], "code": portal.new_code(), **changes}
        return browser.get("/digital-literacy/identity/return/portal/", answer)

    def test_a_person_receives_a_certificate(self, portal, set_out, browser):
        asked = set_out("portal")
        assert (asked["scope"], asked["acr_values"], asked["client_id"]) == ("openid", "LoA1", "suite")
        assert self.come_back(browser, portal, asked).status_code == 302
        credential = Credential.objects.get()
        assert (credential.holder_name, credential.level, credential.simulated) == ("TRẦN THỊ TƯ", 2, False)
        assert portal.seen[-1]["code_verifier"]

    def test_without_a_nonce_it_works_and_with_another_it_does_not(self, portal, set_out, browser):
        assert self.come_back(browser, portal, set_out("portal"), nonce=None).status_code == 302
        Credential.objects.all().delete()
        Award.objects.all().delete()
        assert refused_code(self.come_back(browser, portal, set_out("portal"), nonce="other")) == "untrusted"

    @pytest.mark.parametrize(
        ("claims", "code"),
        [
            ({"LoaiTaiKhoan": "2"}, "not_a_person"),
            ({"loginIdp": "LOCAL"}, "not_a_person"),
            ({"IAL": ""}, "level_unknown"),
            ({"IAL": "LoA1"}, "level_too_low"),
            ({"HoVaTen": ""}, "no_name"),
            ({"SoDinhDanh": None}, "untrusted"),
            ({"sub": "other"}, "untrusted"),
        ],
    )
    def test_what_is_refused(self, portal, set_out, browser, claims, code):
        portal.claims.update(claims)
        assert refused_code(self.come_back(browser, portal, set_out("portal"))) == code
        assert not Credential.objects.exists()

    @pytest.mark.parametrize("claims", [{"aud": "other"}, {"iss": "https://evil.example"}, {"exp": 1}])
    def test_a_token_for_others_is_refused(self, portal, set_out, browser, claims):
        portal.id_token = claims
        assert refused_code(self.come_back(browser, portal, set_out("portal"))) == "untrusted"

    def test_a_code_works_once(self, portal, set_out, browser):
        first = set_out("portal")
        portal.nonce, code = first["nonce"], portal.new_code()
        browser.get("/digital-literacy/identity/return/portal/", {"state": first["state"], "code": code})
        second = set_out("portal")
        answer = {"state": second["state"], "code": code}
        reply = browser.get("/digital-literacy/identity/return/portal/", answer)
        assert refused_code(reply) == "provider_error"


class TestVneid:
    def come_back(self, browser, vneid, asked, *, encrypted=True, plus_as_it_is=False, **changes):
        answer = {"state": asked["state"], **vneid.answer_parameters(encrypted=encrypted), **changes}
        # VNeID writes "+" into the address as it is, where a browser and Django read a space.
        safe = "+/=" if plus_as_it_is else ""
        query = "&".join(f"{name}={quote(value, safe=safe)}" for name, value in answer.items())
        return browser.get(f"/digital-literacy/identity/return/vneid/?{query}")

    @pytest.mark.parametrize("encrypted", [True, False])
    @pytest.mark.parametrize("plus", [True, False])
    def test_a_person_receives_a_certificate(self, vneid, set_out, browser, settings, encrypted, plus):
        asked = set_out("vneid")
        assert set(asked) == {"response_type", "client_id", "redirect_uri", "scope", "state", "prompt"}
        assert asked["prompt"] == "login"
        if not encrypted:
            entry = {**vneid_entry(vneid), "encrypted_code": False}
            settings.DIGITAL_LITERACY_IDENTITY_PROVIDERS = {"vneid": entry}
        reply = self.come_back(browser, vneid, asked, encrypted=encrypted, plus_as_it_is=plus)
        assert reply.status_code == 302
        credential = Credential.objects.get()
        assert (credential.holder_name, credential.level, credential.simulated) == ("TRẦN THỊ TƯ", 2, False)
        assert ("encrypt_key" in vneid.seen[-1]) is encrypted

    def test_a_code_that_is_not_encrypted_is_refused(self, vneid, set_out, browser):
        assert refused_code(self.come_back(browser, vneid, set_out("vneid"), encrypted=False)) == "untrusted"

    def test_two_spellings_of_a_number_are_one_person(self, vneid, set_out, browser):
        self.come_back(browser, vneid, set_out("vneid"))
        key = Award.objects.get().person_key
        Credential.objects.all().delete()
        Award.objects.all().delete()
        vneid.claims["citizenPid"] = f" {NUMBER[:3]} {NUMBER[3:]} "
        self.come_back(browser, vneid, set_out("vneid"))
        assert Award.objects.get().person_key == key
        vneid.claims["citizenPid"] = "không phải số"
        assert refused_code(self.come_back(browser, vneid, set_out("vneid"))) == "untrusted"

    def test_many_codes_with_plus_signs(self, vneid, set_out, browser):
        for _ in range(12):
            assert self.come_back(browser, vneid, set_out("vneid"), plus_as_it_is=True).status_code == 302

    def test_a_body_that_is_not_encrypted_is_refused(self, vneid, set_out, browser):
        vneid.plain = True
        assert refused_code(self.come_back(browser, vneid, set_out("vneid"))) == "untrusted"
        assert IdentityEvent.objects.filter(detail="body is not encrypted").exists()

    @pytest.mark.parametrize(
        "changes", [{"encrypt_key": "AAAA"}, {"code": "AAAA"}, {"code": "!"}, {"code": ""}]
    )
    def test_an_answer_that_cannot_be_decrypted(self, vneid, set_out, browser, changes):
        assert refused_code(self.come_back(browser, vneid, set_out("vneid"), **changes)) == "untrusted"

    def test_a_body_for_another_key(self, vneid, set_out, browser, settings):
        entry = {**vneid_entry(vneid), "encrypted_code": False}
        settings.DIGITAL_LITERACY_IDENTITY_PROVIDERS = {"vneid": entry}
        vneid.public_key = rsa.generate_private_key(public_exponent=65537, key_size=2048).public_key()
        assert refused_code(self.come_back(browser, vneid, set_out("vneid"), encrypted=False)) == "untrusted"

    @pytest.mark.parametrize(
        ("claims", "code"),
        [
            ({"accountLevel": 1}, "level_too_low"),
            ({"accountLevel": None}, "level_unknown"),
            ({"fullName": None}, "no_name"),
            ({"citizenPid": ""}, "untrusted"),
        ],
    )
    def test_what_is_refused(self, vneid, set_out, browser, claims, code):
        vneid.claims.update(claims)
        assert refused_code(self.come_back(browser, vneid, set_out("vneid"))) == code

    def test_a_refusal_at_vneid(self, vneid, set_out, browser):
        asked = set_out("vneid")
        answer = {"state": asked["state"], "error": "access_denied"}
        assert refused_code(browser.get("/digital-literacy/identity/return/vneid/", answer)) == "cancelled"

    def test_a_minor_is_noticed(self, vneid, set_out, browser):
        from digital_literacy.certificates.models import Application

        vneid.claims["birthDate"] = "05/09/2015"
        self.come_back(browser, vneid, set_out("vneid"))
        row = Application.objects.get()
        assert (row.is_minor, row.waiting_for) == (True, "representative")

    def test_the_portal_and_vneid_are_one_person(self, vneid, portal, settings, set_out, browser, platform):
        both = settings.DIGITAL_LITERACY_IDENTITY_PROVIDERS
        settings.DIGITAL_LITERACY_IDENTITY_PROVIDERS = {**both, "vneid": vneid_entry(vneid)}
        self.come_back(browser, vneid, set_out("vneid"))
        other = get_user_model().objects.create_user("other")
        platform.course_grades[(other.pk, COURSE)] = CourseGrade(0.9, True)
        platform.names[other.pk] = "Trần Thị Tư"
        ticket = transactions.begin(
            user_id=other.pk,
            course_key=COURSE,
            usage_key=USAGE,
            provider="portal",
            purpose="certificate",
            context=plan().to_json(),
            consent_version="1",
        )
        client = Client()
        client.force_login(other)
        location = client.get(f"/digital-literacy/identity/start/{ticket}/")["Location"]
        asked = {name: values[0] for name, values in parse_qs(urlsplit(location).query).items()}
        assert refused_code(TestPortal().come_back(client, portal, asked)) == "other_account"


def vneid_entry(server):
    return {
        "dialect": "vneid",
        "label": "VNeID thử",
        "issuer": server.base,
        "client_id": "suite",
        "client_secret": "value:bí mật",
        "private_key": f"value:{PEM}",
        "levels": {"1": 1, "2": 2},
        "endpoints": {
            "authorization_endpoint": f"{server.base}/auth",
            "token_endpoint": f"{server.base}/token",
            "userinfo_endpoint": f"{server.base}/userinfo",
        },
    }


def test_the_number_is_kept_nowhere(vneid, set_out, browser, caplog):
    caplog.set_level("DEBUG")
    TestVneid().come_back(browser, vneid, set_out("vneid"))
    from django.apps import apps

    kept = [
        str(field.value_from_object(row))
        for model in apps.get_models()
        for row in model._default_manager.all()
        for field in row._meta.concrete_fields
    ]
    assert not [value for value in kept if NUMBER in value]
    assert NUMBER not in caplog.text


@pytest.mark.parametrize(
    ("changes", "number"),
    [
        ({"endpoints": {}}, "E015"),
        ({"endpoints": {"authorization_endpoint": "http://evil.example"}}, "E015"),
        ({"private_key": "file:/does/not/exist"}, "W016"),
        ({"private_key": ""}, "W016"),
    ],
)
def test_mistakes_in_the_settings_are_explained(vneid, settings, changes, number):
    settings.DIGITAL_LITERACY_IDENTITY_PROVIDERS = {"vneid": {**vneid_entry(vneid), **changes}}
    found = checks.check_identity(None)
    assert {message.id.rpartition(".")[2] for message in found} == {number}
    assert all(message.hint for message in found)
