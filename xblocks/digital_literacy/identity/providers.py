"""The identity port: providers from settings, each speaking its dialect, all giving one result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from django.apps import apps
from django.conf import settings
from django.utils.module_loading import import_string

from digital_literacy.identity.login_secrets import LoginSecrets
from digital_literacy.identity.results import Identity, Refused

# Short names of the dialects that come with the suite; another is named by its dotted path.
DIALECTS = {
    "oidc": "digital_literacy.identity.oidc.OidcProvider",
    "portal": "digital_literacy.identity.portal_dialect.PortalProvider",
    "vneid": "digital_literacy.identity.vneid_dialect.VneidProvider",
    "simulator": "digital_literacy.identity.simulator_dialect.SimulatorProvider",
}
DEMO_APP = "digital_literacy_demo"


@dataclass(frozen=True)
class ProviderSettings:
    """One entry of `DIGITAL_LITERACY_IDENTITY_PROVIDERS`.

    Attributes:
        label: the provider's name for learners and on certificates.
        client_secret: a reference to the secret (`secret_values`), empty for a public client.
        levels: assurance level by the value of `level_claim`.
        endpoints: addresses of a provider that does not publish them.
        private_key: a reference to the client's RSA key, where the dialect decrypts.
        encrypted_code: whether a code must come encrypted, where the dialect knows that.
        required_claims: values without which a login is of no use, such as the kind of account.
        birthdate_claim: read for whether the person is a minor, and forgotten.
        person_namespace: `issuer`, or `citizen-number` where `person_claim` is the citizen number.
        prompt: sent as it is; `login` keeps a shared computer from passing on somebody else's session.
    """

    code: str
    label: str
    issuer: str
    client_id: str
    client_secret: str = ""
    dialect: str = "oidc"
    levels: Mapping[str, int] = field(default_factory=dict)
    acr_values: str = ""
    scope: str = "openid profile"
    prompt: str = "login"
    algorithms: tuple[str, ...] = ("RS256", "ES256", "EdDSA")
    name_claim: str = "name"
    person_claim: str = "sub"
    person_namespace: str = "issuer"
    birthdate_claim: str = "birthdate"
    level_claim: str = "acr"
    required_claims: Mapping[str, str] = field(default_factory=dict)
    endpoints: Mapping[str, str] = field(default_factory=dict)
    private_key: str = ""
    encrypted_code: bool = True


class IdentityProvider(Protocol):
    """What every dialect can do. Both methods may talk to the provider, so neither runs in a database
    transaction."""

    config: ProviderSettings
    simulated: bool

    def authorization_url(self, *, login: LoginSecrets, redirect_uri: str) -> str:
        """Where the browser is sent to log in."""

    def identify(self, answer: Mapping[str, str], *, login: LoginSecrets, redirect_uri: str) -> Identity:
        """The person, from the parameters the browser came back with.

        Raises:
            Refused: the answer is not a valid login.
        """


def provider_entries() -> Mapping[str, Any]:
    """The setting as it is; empty where identity is not set up."""
    entries = getattr(settings, "DIGITAL_LITERACY_IDENTITY_PROVIDERS", None)
    return entries if isinstance(entries, Mapping) else {}


def default_provider_code() -> str | None:
    """The provider learners are sent to: the first in the settings, or `None`."""
    return next(iter(provider_entries()), None)


def get_provider(code: str) -> IdentityProvider:
    """The provider with this code.

    Raises:
        Refused: it is not set up, or it is simulated outside the demo.
    """
    entry = provider_entries().get(code)
    if not isinstance(entry, Mapping):
        raise Refused("not_set_up", detail=f"provider {code[:40]}")
    try:
        name = str(entry.get("dialect", "oidc"))
        dialect = import_string(DIALECTS.get(name, name))
        values = {**getattr(dialect, "defaults", {}), **entry}
        values["algorithms"] = tuple(values.get("algorithms", ProviderSettings.algorithms))
        provider: IdentityProvider = dialect(ProviderSettings(code=code, **values))
    except (TypeError, ImportError) as error:
        raise Refused("not_set_up", detail=type(error).__name__) from None
    # The system check says this at start; this line holds where checks are skipped.
    if provider.simulated and not apps.is_installed(DEMO_APP):
        raise Refused("not_set_up", detail="simulated provider outside the demo")
    return provider
