"""System check: can certificates be signed?"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning, register

from digital_literacy.certificates import design
from digital_literacy.certificates.config import NotSetUpError, get_issuer
from digital_literacy.certificates.confirming_bodies import BodySettingsError, body_codes, get_adapter
from digital_literacy.certificates.pdf import Sheet


@register("digital_literacy")
def check_issuer(app_configs: Any, **_kwargs: Any) -> list[CheckMessage]:
    """Where people can log in for certificates, certificates must be signable."""
    if not getattr(settings, "DIGITAL_LITERACY_IDENTITY_PROVIDERS", None):
        return []
    found: list[CheckMessage] = []
    for what, number, look in (
        ("Certificates cannot be signed.", 20, get_issuer),
        ("Certificates cannot be printed.", 21, _print_one),
    ):
        try:
            look()
        except NotSetUpError as error:
            found.append(Warning(what, hint=str(error), id=f"digital_literacy.W{number:03d}"))
    return [*found, *_check_bodies()]


def _print_one() -> None:
    """Print a page, so that a logo, a renderer or a key that cannot be used is found at start."""
    if any(getattr(settings, name, None) for name in (design.NAME, design.RENDERER, design.SIGNING)):
        design.printed_page(_EXAMPLE)


def _check_bodies() -> list[CheckMessage]:
    found: list[CheckMessage] = []
    for code in body_codes():
        try:
            get_adapter(code)
        except BodySettingsError as error:
            found.append(
                Warning("Certificates cannot be submitted.", hint=str(error), id="digital_literacy.W022")
            )
    return found


_EXAMPLE = Sheet(
    identifier="0" * 26,
    holder_name="Nguyễn Văn A",
    course_title="Khóa học",
    achievement_name="Khóa học",
    issuer_name="Nơi cấp",
    issued_on="Ngày 1 tháng 1 năm 2026",
    identity="",
    skills=(),
    page="https://example.com/",
    simulated=True,
)
