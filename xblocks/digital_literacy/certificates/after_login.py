"""What follows a login made for a certificate."""

from __future__ import annotations

from digital_literacy.certificates import refusals  # noqa: F401  (adds the words of what may be refused here)
from digital_literacy.certificates.applications import keep, proceed
from digital_literacy.certificates.person import Person, renew_keys
from digital_literacy.certificates.plan import Plan
from digital_literacy.identity import consents
from digital_literacy.identity.models import LoginTransaction
from digital_literacy.identity.person_secrets import require_known_secrets
from digital_literacy.identity.results import Identity, Refused


def apply_for_certificate(login: LoginTransaction, identity: Identity) -> None:
    """Keep who was verified, and issue the certificate if nothing is missing.

    Raises:
        Refused: it cannot be issued; the reason is told on a page and in the block.
    """
    # He may have withdrawn in another window while he was at the login.
    if not consents.stands(user_id=login.user_id, course_key=login.course_key, purpose=login.purpose):
        raise Refused("no_consent")
    require_known_secrets()
    person = Person.of(identity)
    renew_keys(person.keys)
    application = keep(
        user_id=login.user_id,
        course_key=login.course_key,
        usage_key=login.usage_key,
        plan=Plan.from_json(login.context),
        person=person,
    )
    proceed(application, actor_id=login.user_id)
