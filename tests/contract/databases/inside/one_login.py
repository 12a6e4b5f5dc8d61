"""One learner's login from the consent to the certificate, in a process that may be killed at a point.

python -m tests.contract.databases.inside.one_login DATABASE USER_ID [POINT]
"""

from __future__ import annotations

import functools
import os
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

# Where the process dies: before or after a function that a login passes on its way, in the order of a login.
POINTS = (
    "before digital_literacy.identity.transactions.claim",
    "after digital_literacy.identity.transactions.claim",
    "before digital_literacy.certificates.after_login.keep",
    "after digital_literacy.certificates.after_login.keep",
    "before digital_literacy.certificates.issuing.take_place",
    "before digital_literacy.certificates.issuing.build",
    "after digital_literacy.certificates.issuing.build",
    "before digital_literacy.certificates.issuing.submit_later",
    "before digital_literacy.certificates.issuing.audit.write",
    "after digital_literacy.certificates.issuing.audit.write",
    "after digital_literacy.certificates.applications.issue",
    "before digital_literacy.identity.transactions.finish",
    "after digital_literacy.identity.transactions.finish",
)
COURSE = "course-v1:BDHVS+KNS01+2026"


class Provider:
    """Stands for a provider that always names the same person."""

    simulated = False

    def __init__(self, config: Any) -> None:
        self.config = config

    def authorization_url(self, *, login: Any, redirect_uri: str) -> str:
        return f"https://id.example/?state={login.state}"

    def identify(self, answer: Any, *, login: Any, redirect_uri: str) -> Any:
        from tests.contract.certificates.helpers import identity

        return identity(verified_at=datetime.now(UTC))


def set_up(settings: Any) -> None:
    """Settings of the tests, with this provider and a body to submit to."""
    from tests.contract.certificates.helpers import certificate_settings, provider_settings

    certificate_settings(settings)
    provider_settings(settings)
    settings.DIGITAL_LITERACY_IDENTITY_PROVIDERS["vneid"]["dialect"] = (
        "tests.contract.databases.inside.one_login.Provider"
    )
    settings.DIGITAL_LITERACY_CONFIRMING_BODIES = {"mock": {"label": "Nơi thử", "adapter": "mock"}}


def go(user: Any) -> int:
    """Set out, come back; gives the status of the answer."""
    from django.test import Client

    from digital_literacy.identity import transactions
    from tests.contract.certificates.helpers import USAGE, plan

    client = Client()
    client.force_login(user)
    ticket = transactions.begin(
        user_id=user.pk,
        course_key=COURSE,
        usage_key=USAGE,
        provider="vneid",
        purpose="certificate",
        context=plan(goals=()).to_json(),
        consent_version="1",
    )
    state = client.get(f"/digital-literacy/identity/start/{ticket}/")["Location"].partition("state=")[2]
    return client.get("/digital-literacy/identity/return/vneid/", {"state": state, "code": "c"}).status_code


def die_at(point: str) -> None:
    """Make the process kill itself, as a power cut would, at a point."""
    when, _, dotted = point.partition(" ")
    path, _, name = dotted.rpartition(".")
    owner = _owner(path)
    real: Callable[..., Any] = getattr(owner, name)

    @functools.wraps(real)
    def dying(*args: Any, **options: Any) -> Any:
        if when == "after":
            real(*args, **options)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(owner, name, dying)


def _owner(path: str) -> Any:
    from importlib import import_module

    try:
        return import_module(path)
    except ModuleNotFoundError:
        module, _, name = path.rpartition(".")
        return getattr(import_module(module), name)


def main(database: str, user_id: str, point: str = "") -> None:
    import django
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = database
    django.setup()
    from django.contrib.auth import get_user_model

    set_up(settings)
    from tests.contract.platform import FakePlatform

    FakePlatform.names[int(user_id)] = "Trần Thị Tư"
    settings.ALLOWED_HOSTS = ["*"]
    if point:
        die_at(point)
    go(get_user_model().objects.get(pk=user_id))


if __name__ == "__main__":
    main(*sys.argv[1:])
