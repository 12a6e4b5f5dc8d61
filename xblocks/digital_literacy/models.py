"""All models of the app, gathered where Django looks for them."""

from digital_literacy.audit.models import *  # noqa: F403
from digital_literacy.certificates.models import *  # noqa: F403
from digital_literacy.identity.models import *  # noqa: F403
from digital_literacy.learners.models import (
    Attempt,
    AttemptStart,
    CheckedAnswer,
    CohortGroup,
    CountedUpTo,
    LearnerLocality,
    LearnerProfile,
    Outcome,
    TimeAllowance,
)
from digital_literacy.monitoring.models import ReportReader, Tally

__all__ = [
    "Attempt",
    "AttemptStart",
    "CheckedAnswer",
    "CohortGroup",
    "CountedUpTo",
    "LearnerLocality",
    "LearnerProfile",
    "Outcome",
    "ReportReader",
    "Tally",
    "TimeAllowance",
]
