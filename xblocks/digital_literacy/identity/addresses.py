"""Where the app stands, as the world outside sees it."""

from __future__ import annotations

from django.conf import settings


def base_url() -> str:
    """`DIGITAL_LITERACY_BASE_URL`, such as `https://lms.example/digital-literacy`, without a slash at
    the end.

    A setting and not the request's Host header: issuer, redirect URIs and QR codes must not follow a
    forged header.
    """
    return str(getattr(settings, "DIGITAL_LITERACY_BASE_URL", "")).rstrip("/")


def redirect_uri(provider: str) -> str:
    """Where a provider sends the browser back to; one address a provider keeps their answers apart."""
    return f"{base_url()}/identity/return/{provider}/"
