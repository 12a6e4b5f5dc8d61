"""A step for the platform's filters (openedx-filters), for who wants its own certificates to need a verified person.

OPEN_EDX_FILTERS_CONFIG = {
    "org.openedx.learning.certificate.creation.requested.v1": {
        "fail_silently": False,
        "pipeline": ["digital_literacy.filters.RequireVerifiedPerson"],
    },
}
"""

from __future__ import annotations

from typing import Any

from openedx_filters import PipelineStep
from openedx_filters.learning.filters import CertificateCreationRequested


class RequireVerifiedPerson(PipelineStep):
    """Keep the platform from making its certificate for who has none of ours in the course. It looks into a table:
    nothing is asked of a network while the platform waits."""

    def run_filter(self, user: Any, course_key: Any, **_others: Any) -> dict[str, Any]:
        """See `CertificateCreationRequested`.

        Raises:
            PreventCertificateCreation: the learner was not verified in this course.
        """
        from digital_literacy.certificates.models import Credential

        standing = Credential.objects.filter(
            award__user_id=user.pk, award__course_key=str(course_key), revoked_at=None, simulated=False
        )
        if not standing.exists():
            raise CertificateCreationRequested.PreventCertificateCreation(
                "The learner has not yet been verified for the certificate of this course."
            )
        return {}
