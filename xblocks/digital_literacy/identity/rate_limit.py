"""A simple brake for public pages: so many requests a minute from one address, counted in the cache."""

from __future__ import annotations

import hashlib
import ipaddress
import time
from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

from digital_literacy.identity.pages import page

View = Callable[..., HttpResponse]


def limited(view: View) -> View:
    """Answer with 429 and a calm page after `DIGITAL_LITERACY_PUBLIC_RATE` requests in a minute (default
    120)."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if _count(request) > int(getattr(settings, "DIGITAL_LITERACY_PUBLIC_RATE", 120)):
            response = page(request, "identity/too_many.html", {}, status=429)
            response["Retry-After"] = "60"
            return response
        return view(request, *args, **kwargs)

    return wrapper


def _count(request: HttpRequest) -> int:
    # The address is hashed: a cache dump should not list who looked at certificates.
    address = hashlib.sha256(client_address(request).encode()).hexdigest()[:24]
    key = f"dl-rate:{address}:{int(time.time() // 60)}"
    cache.add(key, 0, timeout=120)
    try:
        return cache.incr(key)
    except ValueError:
        return 1


def client_address(request: HttpRequest) -> str:
    """The visitor's address: that of the connection, or, behind a proxy of ours, the last one the proxy
    wrote."""
    direct = request.META.get("REMOTE_ADDR", "")
    forwarded = [
        part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()
    ]
    return forwarded[-1] if forwarded and _is_private(direct) else direct


def _is_private(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_private
    except ValueError:
        return True
