"""The National Public Service Portal's sign-on, through which people log in with VNeID.

Not proven against the real portal: it follows public code of others (docs/administrators/identity.md). It differs from
standard OpenID Connect in that its addresses are configured and not discovered, in the names of its claims, and in that
the level stands in a claim of its own; whether it returns a nonce is not known.
"""

from __future__ import annotations

from typing import Any, ClassVar

from digital_literacy.identity.http import is_safe_url
from digital_literacy.identity.oidc import OidcProvider
from digital_literacy.identity.person_keys import CITIZEN_NUMBER
from digital_literacy.identity.results import Refused


class PortalProvider(OidcProvider):
    """OpenID Connect with the portal's addresses and claims. The citizen number is keyed at once and never kept."""

    nonce_may_be_absent = True
    required_endpoints = ("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")
    defaults: ClassVar[dict[str, Any]] = {
        "name_claim": "HoVaTen",
        "person_claim": "SoDinhDanh",
        "person_namespace": CITIZEN_NUMBER,
        "birthdate_claim": "NgayThangNamSinh",
        "level_claim": "IAL",
        # A personal account (1) that was logged in to through VNeID (BCA), not an organisation's or an older one.
        "required_claims": {"LoaiTaiKhoan": "1", "loginIdp": "BCA"},
        "scope": "openid",
        "acr_values": "LoA1",
    }

    @property
    def userinfo_claims(self) -> tuple[str, ...]:  # type: ignore[override]
        """The portal tells all that it tells at its userinfo endpoint."""
        return (self.config.level_claim, *self.config.required_claims)

    def _metadata(self) -> dict[str, Any]:
        for name in self.required_endpoints:
            if not is_safe_url(str(self.config.endpoints.get(name, ""))):
                raise Refused("not_set_up", detail=f"endpoints: {name}")
        return {"issuer": self.config.issuer, **self.config.endpoints}
