"""The clock of an attempt with a time limit: only the server's time counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True)
class TimeLimit:
    """How long an attempt may take.

    Attributes:
        length: the author's limit, with what the learner is allowed beyond it.
        grace: time after the end in which an answer on its way still counts.
        latest: when the exercise closes for everybody, grace included; `None` where it does not.
    """

    length: timedelta
    grace: timedelta = timedelta(0)
    latest: datetime | None = None

    def end(self, started: datetime) -> datetime:
        """When the clock of an attempt that began at `started` shows nothing more."""
        end = started + self.length
        return min(end, self.latest) if self.latest else end

    def is_over(self, started: datetime, now: datetime) -> bool:
        """Whether answers to an attempt that began at `started` no longer count."""
        closes = started + self.length + self.grace
        return now > (min(closes, self.latest) if self.latest else closes)

    def remaining(self, started: datetime, now: datetime) -> int:
        """Whole seconds until the end, 0 once it is there."""
        return max(0, int((self.end(started) - now).total_seconds()))

    def is_cut(self, now: datetime) -> bool:
        """Whether who begins now has less than the whole time, since the exercise closes before."""
        return self.latest is not None and now + self.length > self.latest


def time_limit(
    *,
    minutes: int,
    grace_seconds: int,
    extra_percent: int = 0,
    latest: datetime | None = None,
) -> TimeLimit | None:
    """The limit that an author's and an administrator's numbers make; `None` for no limit.

    Args:
        minutes: the author's limit; 0 for none.
        grace_seconds: the author's grace.
        extra_percent: what this learner is allowed beyond the limit, such as 50 for half as long again.
        latest: when the exercise closes for everybody.
    """
    if minutes <= 0:
        return None
    length = timedelta(minutes=minutes) * (100 + max(extra_percent, 0)) / 100
    return TimeLimit(length, timedelta(seconds=max(grace_seconds, 0)), latest)
