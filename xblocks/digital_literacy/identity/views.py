"""The two stations of a login in our house: setting out and coming back.

Both talk to the provider, so neither runs in a database transaction (the LMS has ATOMIC_REQUESTS), and
what is written of
a refusal stays written.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_GET

from digital_literacy.compat.platform import get_platform
from digital_literacy.identity import transactions
from digital_literacy.identity.addresses import redirect_uri
from digital_literacy.identity.login_secrets import LoginSecrets
from digital_literacy.identity.models import LoginTransaction
from digital_literacy.identity.pages import page, protected
from digital_literacy.identity.providers import get_provider
from digital_literacy.identity.purposes import follow_up
from digital_literacy.identity.rate_limit import limited
from digital_literacy.identity.refusals import WORDS, said
from digital_literacy.identity.results import Refused

_SESSION = "digital_literacy_logins"
_OPEN_LOGINS = 5
_log = logging.getLogger(__name__)


class Station:
    """One request of a login: what is known of it so far, for the audit and the way back."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.user_id: int | None = request.user.id if request.user.is_authenticated else None
        self.row: LoginTransaction | None = None
        self.claimed = False

    def run(self, step: Callable[[], HttpResponse]) -> HttpResponse:
        """Take a step; whatever goes wrong ends on a page that says what happened and what to do."""
        try:
            return step()
        except Refused as refused:
            return self._refused(refused)
        except Exception as error:
            # Messages of foreign exceptions may hold claims or tokens, so only the class and place are
            # logged.
            _log.error("login stopped: %s at %s", type(error).__name__, _place(error))
            return self._refused(Refused("unexpected", detail=type(error).__name__))

    def _refused(self, refused: Refused) -> HttpResponse:
        # Of a request that belongs to nobody there is nothing to audit, and strangers could fill the table.
        if self.row is not None or self.user_id is not None:
            transactions.record(refused.code, row=self.row, user_id=self.user_id, detail=refused.detail)
        if self.row is not None and self.claimed:
            transactions.finish(self.row, refused.code)
        words = WORDS.get(refused.code, WORDS["unexpected"])
        context = {**said(words, refused.params), "code": refused.code, "back": self._way_back()}
        return page(self.request, "identity/refused.html", context, status=words.status, switch=False)

    def _way_back(self) -> str:
        """The block's page, found by its key; never an address that came with the request."""
        if self.row is None or self.row.user_id != self.user_id:
            return ""
        return get_platform().block_url(self.row.usage_key)


@transaction.non_atomic_requests
@require_GET
@login_required
def start(request: HttpRequest, ticket: str) -> HttpResponse:
    """Set out: bind the login to this browser and send it to the provider."""
    station = Station(request)

    def step() -> HttpResponse:
        row, login = transactions.start(ticket, user_id=int(request.user.pk or 0))
        station.row = row
        location = get_provider(row.provider).authorization_url(
            login=login, redirect_uri=redirect_uri(row.provider)
        )
        _keep(request, row, login)
        transactions.record("started", row=row, user_id=station.user_id)
        return protected(HttpResponseRedirect(location))

    return station.run(step)


@transaction.non_atomic_requests
@require_GET
@limited
def returned(request: HttpRequest, provider: str) -> HttpResponse:
    """Come back: use the login up, learn who the person is, and do what the login was for."""
    station = Station(request)

    def step() -> HttpResponse:
        answer = request.GET.dict()
        station.row = row = transactions.find(answer.get("state", ""), provider=provider)
        if station.user_id is None:
            raise Refused("signed_out")
        login = LoginSecrets(state=answer["state"], browser=_kept(request, row))
        transactions.claim(row, user_id=station.user_id, browser=login.browser)
        station.claimed = True
        identity = get_provider(provider).identify(answer, login=login, redirect_uri=redirect_uri(provider))
        transactions.record("identified", row=row, user_id=station.user_id, level=identity.level)
        follow_up(row.purpose)(row, identity)
        transactions.finish(row, "ok")
        return protected(HttpResponseRedirect(get_platform().block_url(row.usage_key)))

    return station.run(step)


def _keep(request: HttpRequest, row: LoginTransaction, login: LoginSecrets) -> None:
    kept = {**request.session.get(_SESSION, {}), str(row.pk): login.browser}
    request.session[_SESSION] = dict(list(kept.items())[-_OPEN_LOGINS:])


def _kept(request: HttpRequest, row: LoginTransaction) -> str:
    kept = request.session.get(_SESSION)
    return str(kept.get(str(row.pk), "")) if isinstance(kept, dict) else ""


def _place(error: Exception) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_qualname}:{trace.tb_lineno}" if trace else "?"
