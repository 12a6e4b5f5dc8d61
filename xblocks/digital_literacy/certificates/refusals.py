"""What learners are told when a certificate is not issued, beside the refusals of the login itself."""

from __future__ import annotations

from digital_literacy.identity.refusals import Words, register
from digital_literacy.olx.messages import gettext_noop

register(
    {
        "not_passed": Words(
            gettext_noop("Not everything is passed yet"),
            gettext_noop("The grades on the server do not reach what this certificate asks for."),
            gettext_noop("The unit lists what is missing, with links. Your results so far are kept."),
            409,
        ),
        "still_computing": Words(
            gettext_noop("Your grade is still being computed"),
            gettext_noop("The platform has not finished computing your course grade. Nothing is lost."),
            gettext_noop("Wait a few minutes, open the unit again and press the button again."),
            409,
        ),
        "level_too_low": Words(
            gettext_noop("The account has level %(level)d, and level %(needed)d is needed"),
            gettext_noop(
                "A level 2 account was confirmed in person, so the certificate can vouch for who you are. "
                "Nothing was issued."
            ),
            gettext_noop(
                "Go to any commune or ward police with your identity card and ask for level 2; it is free, "
                "and nobody can do it for you. Then come back: your results are kept."
            ),
        ),
        "other_account": Words(
            gettext_noop("This person already has the certificate"),
            gettext_noop(
                "In this course the person who just logged in has a certificate under another account."
            ),
            gettext_noop("Sign in with that account, or tell the course team if it is not yours."),
            409,
        ),
        "other_person": Words(
            gettext_noop("This account already has the certificate of another person"),
            gettext_noop("An account learns for one person only, and another person confirmed it before."),
            gettext_noop("Log in as the person who learns with this account, or tell the course team."),
            409,
        ),
        "revoked": Words(
            gettext_noop("Your certificate was revoked"),
            gettext_noop("It can be issued again only after an administrator allows it."),
            gettext_noop("Please ask the course team why, and what to do."),
        ),
    }
)
