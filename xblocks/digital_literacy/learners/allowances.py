"""More time for a learner who needs it (WCAG 2.2, success criterion 2.2.1)."""

from __future__ import annotations

from django.db.models import Max, Q

from digital_literacy.learners.installed import has_rows


def extra_percent(*, user_id: int | None, course_key: str, usage_key: str) -> int:
    """How much longer than others this learner may take, in percent of the limit; 0 for no longer.

    Where a course and one of its exercises say different things, the longer time holds.
    """
    if not has_rows(user_id):
        return 0
    from digital_literacy.learners.models import TimeAllowance

    rows = TimeAllowance.objects.filter(Q(usage_key=usage_key) | Q(usage_key=""), user_id=user_id)
    return rows.filter(course_key=course_key).aggregate(most=Max("percent"))["most"] or 0
