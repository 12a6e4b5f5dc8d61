"""All models of the app, gathered where Django looks for them."""

from digital_literacy.audit.models import *  # noqa: F403
from digital_literacy.certificates.models import *  # noqa: F403
from digital_literacy.identity.models import *  # noqa: F403
from digital_literacy.learners.models import (
    Attempt,
    AttemptStart,
    CheckedAnswer,
    CohortGroup,
    LearnerLocality,
    LearnerProfile,
    TimeAllowance,
)

__all__ = [
    "Attempt",
    "AttemptStart",
    "CheckedAnswer",
    "CohortGroup",
    "LearnerLocality",
    "LearnerProfile",
    "TimeAllowance",
]
