"""What a refused login says: what happened, what to do. Every code that `Refused` carries has its words
here or above."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import lazy
from django.utils.translation import gettext

from digital_literacy.olx.messages import gettext_noop


@dataclass(frozen=True)
class Words:
    """The page of one refusal; all three are message ids."""

    title: str
    happened: str
    advice: str
    status: int = 403


_AGAIN = gettext_noop("Go back to the unit and press the button again.")

WORDS: dict[str, Words] = {
    "not_set_up": Words(
        gettext_noop("This login is not set up"),
        gettext_noop("The platform cannot reach a login for certificates yet."),
        gettext_noop("Your results are kept. Please tell the course team."),
        503,
    ),
    "unknown_login": Words(
        gettext_noop("This login is not known"),
        gettext_noop(
            "The address belongs to no login that was begun here, or it was replaced by a newer one."
        ),
        gettext_noop("Go back to the unit with the certificate and begin there."),
        404,
    ),
    "signed_out": Words(
        gettext_noop("You are signed out of the course"),
        gettext_noop("Nobody is signed in to the course in this browser, so the login was not used."),
        gettext_noop("Sign in to the course, go back to the unit and press the button again."),
    ),
    "other_user": Words(
        gettext_noop("Another account is signed in"),
        gettext_noop("The login was begun by another account of this platform, so it was not used."),
        gettext_noop("Sign in with the account you learn with, go back to the unit and begin again."),
    ),
    "other_browser": Words(
        gettext_noop("The login was begun in another browser"),
        gettext_noop("For your safety a login counts only in the browser where it was begun."),
        _AGAIN,
    ),
    "used": Words(
        gettext_noop("This login was already used"),
        gettext_noop("Each login counts once. Perhaps the page was reloaded."),
        gettext_noop("Go back to the unit: if the certificate was issued, it is shown there."),
        409,
    ),
    "expired": Words(
        gettext_noop("The login took too long"),
        gettext_noop("A login stays open for ten minutes."),
        _AGAIN,
        410,
    ),
    "cancelled": Words(
        gettext_noop("You did not log in"),
        gettext_noop("The login was cancelled, so nothing was passed on and nothing was issued."),
        gettext_noop("If you change your mind, go back to the unit and press the button again."),
    ),
    "provider_error": Words(
        gettext_noop("The login did not succeed"),
        gettext_noop("The login service answered with an error. Nothing was issued."),
        gettext_noop("Go back to the unit and try again. If it happens again, please tell the course team."),
        502,
    ),
    "unavailable": Words(
        gettext_noop("The login service cannot be reached"),
        gettext_noop("It did not answer in time. Nothing was issued, and your results are kept."),
        gettext_noop("Please try again in a few minutes."),
        503,
    ),
    "untrusted": Words(
        gettext_noop("The login could not be trusted"),
        gettext_noop("The answer of the login service did not pass a security check. Nothing was issued."),
        gettext_noop("Go back to the unit and try again. If it happens again, please tell the course team."),
    ),
    "level_unknown": Words(
        gettext_noop("The account level is not known"),
        gettext_noop("The login service did not say which level your account has."),
        gettext_noop("Look there which level your account has, or ask the course team, then try again."),
    ),
    "not_a_person": Words(
        gettext_noop("This account cannot be used here"),
        gettext_noop(
            "A certificate needs a person's own account, logged in to with VNeID. Nothing was issued."
        ),
        gettext_noop(
            "Go back to the unit and log in with your own VNeID account, not with an organisation's."
        ),
    ),
    "no_consent": Words(
        gettext_noop("You have withdrawn your consent"),
        gettext_noop(
            "The consent for this login was withdrawn meanwhile, so nothing was kept and nothing issued."
        ),
        gettext_noop("If you want the certificate after all, go back to the unit and agree again."),
    ),
    "no_name": Words(
        gettext_noop("The login gave no name"),
        gettext_noop("A certificate needs the name that the login service prints, and it sent none."),
        gettext_noop("Agree to pass on your name when the login service asks, and try again."),
    ),
    "unexpected": Words(
        gettext_noop("Something went wrong on our side"),
        gettext_noop("The step was stopped. Nothing was issued, and your results are kept."),
        gettext_noop("Please try again in a few minutes. If it happens again, please tell the course team."),
        503,
    ),
}


def register(words: dict[str, Words]) -> None:
    """Add the refusals of a room above."""
    WORDS.update(words)


def said(words: Words, params: Mapping[str, object]) -> dict[str, object]:
    """The words as lazy texts: a page translates them in its own language."""
    say = lazy(lambda text: gettext(text) % params, str)
    return {"title": say(words.title), "happened": say(words.happened), "advice": say(words.advice)}
