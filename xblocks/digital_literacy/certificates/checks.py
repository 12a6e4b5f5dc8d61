"""System check: can certificates be signed?"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from digital_literacy.certificates.config import NotSetUpError, get_issuer


@register("digital_literacy")
def check_issuer(app_configs: Any, **_kwargs: Any) -> list[CheckMessage]:
    """Where people can log in for certificates, certificates must be signable."""
    if not getattr(settings, "DIGITAL_LITERACY_IDENTITY_PROVIDERS", None):
        return []
    try:
        get_issuer()
    except NotSetUpError as error:
        return [Error("Certificates cannot be signed.", hint=str(error), id="digital_literacy.E020")]
    return []
