"""Who helped with an attempt: declared by the learner, kept with the attempt, never held against him.

An attempt made with help counts for the grade as any other, and never as done alone (`learners.attempts.alone`).
"""

from __future__ import annotations

from collections.abc import Mapping

from digital_literacy.olx.messages import gettext_noop

ALONE = ""
# By code, as it is kept and published; community digital teams and the youth union are the movement's own helpers.
HELPERS: Mapping[str, str] = {
    "community_team": gettext_noop("the community digital team"),
    "youth_union": gettext_noop("a member of the youth union"),
    "family": gettext_noop("family or a friend"),
    "teacher": gettext_noop("a teacher or an official"),
}


def read_help(raw: object) -> str:
    """The code of a helper, `ALONE` for none or for anything that is no such code."""
    return raw if isinstance(raw, str) and raw in HELPERS else ALONE
