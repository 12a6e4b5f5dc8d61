"""System checks: every mistake in the identity settings, with what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from cryptography.hazmat.primitives.serialization import load_pem_private_key
from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register
from django.utils.module_loading import import_string

from digital_literacy.identity.http import is_safe_url
from digital_literacy.identity.id_token import POSSIBLE_ALGORITHMS
from digital_literacy.identity.person_keys import CITIZEN_NUMBER, live_secrets
from digital_literacy.identity.providers import DEMO_APP, DIALECTS, ProviderSettings
from digital_literacy.identity.secret_values import SecretError, read_secret

NAME = "DIGITAL_LITERACY_IDENTITY_PROVIDERS"
_KNOWN = {field.name for field in fields(ProviderSettings)} - {"code"}
_OF_FILES = (10, 14, 16)
_REQUIRED = ("label", "issuer", "client_id", "levels")
_MAPPINGS = {"levels", "endpoints", "required_claims"}
_TEXTS = _KNOWN - _MAPPINGS - {"algorithms", "encrypted_code"}


@register("digital_literacy")
def check_identity(app_configs: Any, **_kwargs: Any) -> list[CheckMessage]:
    """Look at the providers, and at what they need beside them. Nothing set up is no mistake."""
    entries = getattr(settings, NAME, None)
    if not entries:
        return []
    if not isinstance(entries, Mapping):
        return [_error(1, f"{NAME} is not a mapping.", 'Write {"vneid": {"label": …, "issuer": …, …}}.')]
    found = [message for code, entry in entries.items() for message in _check_entry(str(code), entry)]
    return [*found, *_check_base_url(), *_check_person_keys()]


def _check_entry(code: str, entry: Any) -> Iterator[CheckMessage]:
    where = f'{NAME}["{code}"]'
    if not re.fullmatch(r"[a-z0-9-]{1,60}", code):
        yield _error(
            2, f"{where}: the name of the provider stands in addresses.", "Use a-z, 0-9 and hyphens."
        )
    if not isinstance(entry, Mapping):
        yield _error(1, f"{where} is not a mapping.", "Write its values in braces.")
        return
    yield from _check_names(where, entry)
    yield from _check_values(where, entry)
    yield from _check_dialect(where, entry)


def _check_names(where: str, entry: Mapping[str, Any]) -> Iterator[CheckMessage]:
    for name in _REQUIRED:
        if not entry.get(name):
            yield _error(3, f'{where} lacks "{name}".', f"Add it. Required are: {', '.join(_REQUIRED)}.")
    for name in sorted(set(entry) - _KNOWN):
        yield _error(4, f'{where} has an unknown name "{name}".', f"Known are: {', '.join(sorted(_KNOWN))}.")
    for name in sorted((_MAPPINGS - {"levels"}) & set(entry)):
        if not isinstance(entry[name], Mapping):
            yield _error(5, f'{where}: "{name}" is not a mapping.', "Write it in braces.")
    for name in sorted(_TEXTS & set(entry)):
        if not isinstance(entry[name], str):
            yield _error(5, f'{where}: "{name}" is not a text.', "Write it in quotes.")


def _check_values(where: str, entry: Mapping[str, Any]) -> Iterator[CheckMessage]:
    issuer = entry.get("issuer")
    if isinstance(issuer, str) and issuer and not is_safe_url(issuer):
        yield _error(
            6, f"{where}: the issuer is not an https address.", "Use https; http only for 127.0.0.1."
        )
    levels = entry.get("levels") or {}
    if not isinstance(levels, Mapping) or any(level not in (1, 2) for level in levels.values()):
        yield _error(
            7, f'{where}: "levels" does not map acr values to 1 or 2.', 'Write {"<acr value>": 2, …}.'
        )
    for name in entry.get("algorithms") or ():
        if name not in POSSIBLE_ALGORITHMS:
            hint = f"Possible are: {', '.join(POSSIBLE_ALGORITHMS)}."
            yield _error(8, f"{where}: ID tokens signed with {name} are never accepted.", hint)
    if entry.get("person_namespace", "issuer") not in ("issuer", CITIZEN_NUMBER):
        hint = f'Write "issuer", or "{CITIZEN_NUMBER}" where person_claim is the citizen number.'
        yield _error(9, f'{where}: "person_namespace" is not known.', hint)
    if entry.get("client_secret"):
        try:
            read_secret(entry["client_secret"])
        except SecretError as error:
            yield _error(10, f"{where}: the client secret cannot be read.", str(error))


def _check_dialect(where: str, entry: Mapping[str, Any]) -> Iterator[CheckMessage]:
    name = str(entry.get("dialect", "oidc"))
    try:
        dialect = import_string(DIALECTS.get(name, name))
    except ImportError:
        hint = f"Known are: {', '.join(DIALECTS)}, or the dotted path of a class."
        yield _error(11, f'{where}: there is no dialect "{name}".', hint)
        return
    yield from _check_needs(where, entry, dialect)
    if getattr(dialect, "simulated", False) and not apps.is_installed(DEMO_APP):
        yield _error(
            12,
            f"{where} is a simulator, and its people are fictional: it belongs to the embedded host only.",
            "Configure a real provider, or remove this one.",
        )


def _check_needs(where: str, entry: Mapping[str, Any], dialect: Any) -> Iterator[CheckMessage]:
    """What the dialect needs beyond the others: addresses and a key."""
    given = entry.get("endpoints") or {}
    for name in getattr(dialect, "required_endpoints", ()):
        if not isinstance(given, Mapping) or not is_safe_url(str(given.get(name, ""))):
            hint = f'Write "endpoints": {{"{name}": "https://…", …}}.'
            yield _error(15, f'{where}: "endpoints" lacks a safe {name}.', hint)
    if getattr(dialect, "needs_private_key", False):
        try:
            load_pem_private_key(read_secret(entry.get("private_key")).encode(), password=None)
        except (SecretError, ValueError, TypeError) as error:
            hint = f"It is an RSA key in PEM form, without a passphrase: {error}"
            yield _error(16, f'{where}: "private_key" cannot be read.', hint)


def _check_base_url() -> Iterator[CheckMessage]:
    base = str(getattr(settings, "DIGITAL_LITERACY_BASE_URL", ""))
    if not is_safe_url(base):
        hint = (
            "Write the address of the app as learners reach it, such as https://lms.example/digital-literacy."
        )
        yield _error(13, "DIGITAL_LITERACY_BASE_URL is missing or not an https address.", hint)


def _check_person_keys() -> Iterator[CheckMessage]:
    try:
        live_secrets()
    except SecretError as error:
        yield _error(14, "DIGITAL_LITERACY_PERSON_KEYS cannot be used.", str(error))


def _error(number: int, message: str, hint: str) -> CheckMessage:
    # What a missing file can cause must not stop the platform's other commands, nor the one that restores the file.
    if number in _OF_FILES:
        return Warning(message, hint=hint, id=f"digital_literacy.W{number:03d}")
    return Error(message, hint=hint, id=f"digital_literacy.E{number:03d}")
