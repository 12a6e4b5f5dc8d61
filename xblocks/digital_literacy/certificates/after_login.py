"""What follows a login made for a certificate."""

from __future__ import annotations

from digital_literacy.certificates import refusals  # noqa: F401  (adds the words of what may be refused here)
from digital_literacy.certificates.issuing import issue
from digital_literacy.certificates.plan import Plan
from digital_literacy.identity.models import LoginTransaction
from digital_literacy.identity.results import Identity


def issue_certificate(login: LoginTransaction, identity: Identity) -> None:
    """Issue the certificate the learner set out for.

    Raises:
        Refused: it is not issued; the reason is told on a page and in the block.
    """
    issue(
        user_id=login.user_id,
        course_key=login.course_key,
        usage_key=login.usage_key,
        plan=Plan.from_json(login.context),
        identity=identity,
    )
