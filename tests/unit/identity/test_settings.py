"""Settings: every mistake is explained, secrets are read from where they stand."""

from __future__ import annotations

import pytest

from digital_literacy.certificates import checks as certificate_checks
from digital_literacy.identity import checks, http
from digital_literacy.identity.person_keys import person_keys
from digital_literacy.identity.providers import get_provider
from digital_literacy.identity.results import Refused
from digital_literacy.identity.secret_values import SecretError, read_secret
from tests.contract.certificates.helpers import certificate_settings, identity

GOOD = {"label": "VNeID", "issuer": "https://id.example", "client_id": "c", "levels": {"loa2": 2}}


@pytest.fixture
def found(settings):
    certificate_settings(settings, base_url="https://lms.example/digital-literacy")

    def run(entry=GOOD, code="vneid", **changes) -> list[str]:
        settings.DIGITAL_LITERACY_IDENTITY_PROVIDERS = {
            code: {**entry, **changes} if isinstance(entry, dict) else entry
        }
        messages = checks.check_identity(None)
        assert all(message.hint for message in messages)
        return [message.id.rpartition(".")[2] for message in messages]

    return run


def test_good_settings(found, settings):
    assert found() == []
    settings.DIGITAL_LITERACY_IDENTITY_PROVIDERS = None
    assert checks.check_identity(None) == []


@pytest.mark.parametrize(
    ("changes", "number"),
    [
        ({"label": ""}, "E003"),
        ({"levels": {}}, "E003"),
        ({"clientid": "x"}, "E004"),
        ({"scope": 5}, "E005"),
        ({"issuer": "http://id.example"}, "E006"),
        ({"issuer": "https://user:pw@id.example"}, "E006"),
        ({"levels": {"x": 3}}, "E007"),
        ({"levels": "2"}, "E007"),
        ({"algorithms": ["HS256"]}, "E008"),
        ({"algorithms": ["none"]}, "E008"),
        ({"person_namespace": "x"}, "E009"),
        ({"client_secret": "file:/does/not/exist"}, "W010"),
        ({"client_secret": "plain"}, "W010"),
        ({"dialect": "saml"}, "E011"),
    ],
)
def test_each_mistake(found, changes, number):
    assert found(**changes) == [number]


def test_names_and_shapes(found):
    assert found(code="VNeID!") == ["E002"]
    assert found(entry="x") == ["E001"]


def test_the_simulator_outside_the_demo_is_an_error(found, settings, monkeypatch):
    assert found(dialect="simulator") == ["E012"]
    with pytest.raises(Refused, match="outside the demo"):
        get_provider("vneid")
    monkeypatch.setattr(checks, "DEMO_APP", "digital_literacy")
    assert found(dialect="simulator") == []


def test_what_stands_beside(found, settings):
    settings.DIGITAL_LITERACY_BASE_URL = ""
    settings.DIGITAL_LITERACY_PERSON_KEYS = [{"id": "p1", "secret": "value:short"}]
    assert found() == ["E013", "W014"]


@pytest.mark.parametrize(
    "keys",
    [
        None,
        [],
        [{}],
        [{"id": "k", "private_key": "value:x"}],
        [{"id": "k", "public_key": "z6Mk"}],
        "x",
        ["x"],
    ],
)
def test_signing_keys(found, settings, keys):
    found()
    assert certificate_checks.check_issuer(None) == []
    settings.DIGITAL_LITERACY_SIGNING_KEYS = keys
    messages = certificate_checks.check_issuer(None)
    assert [message.id for message in messages] == ["digital_literacy.W020"]
    assert "DIGITAL_LITERACY_SIGNING_KEYS" in messages[0].hint


def test_secrets(tmp_path, monkeypatch):
    (tmp_path / "s").write_text("from file\n")
    monkeypatch.setenv("DL_S", "from env")
    assert read_secret(f"file:{tmp_path / 's'}") == "from file"
    assert read_secret("env:DL_S") == "from env"
    assert read_secret("value:x:y") == "x:y"
    for wrong in ("", None, "x", "env:DL_NONE", "file:", "value:", 5):
        with pytest.raises(SecretError):
            read_secret(wrong)


def test_person_keys_are_keyed(settings):
    certificate_settings(settings)
    one = person_keys(identity(subject="005083000123", namespace="citizen-number"))
    assert "005083000123" not in one[0].value
    settings.DIGITAL_LITERACY_PERSON_KEYS = [{"id": "p1", "secret": "value:" + "c" * 40}]
    assert person_keys(identity(subject="005083000123", namespace="citizen-number")) != one


def test_an_identity_does_not_print_the_person():
    assert "Trần" not in repr(identity())
    assert "person-1" not in repr(identity())


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://id.example/x", True),
        ("http://127.0.0.1:8001", True),
        ("http://localhost", True),
        ("http://[::1]:5/", True),
        ("http://id.example", False),
        ("http://127.0.0.1.evil.example", False),
        ("ftp://127.0.0.1", False),
        ("//x", False),
        ("", False),
        ("https://[", False),
    ],
)
def test_addresses_that_may_be_used(url, safe):
    assert http.is_safe_url(url) is safe
