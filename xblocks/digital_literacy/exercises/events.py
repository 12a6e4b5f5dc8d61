"""Tracking events of an exercise or a service practice: name and payload.

The platform adds the block, the learner and the time. A payload holds codes, counts and points: nothing a learner
typed or chose, and no name of anybody.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from digital_literacy.exercises.evidence import Evidence

SUBMITTED = "digital_literacy.exercise.submitted"
HINT_GIVEN = "digital_literacy.exercise.hint_given"
OTHER_HELPER = "other"
_CODE = re.compile(r"[a-z][a-z0-9_]{0,39}\Z")


@dataclass(frozen=True)
class Event:
    """What to publish: `runtime.publish(block, event.name, event.payload)`."""

    name: str
    payload: dict[str, Any]


def submitted(
    *,
    attempt: int,
    earned: float,
    possible: float,
    shares: Mapping[str, float],
    skills: Sequence[str] = (),
    target_group: str = "",
    province: str = "",
    commune: str = "",
    helper: str = "",
    hints: int = 0,
    evidence: Evidence | None = None,
) -> Event:
    """An attempt was counted, or what followed it changed its points: the latest event of an attempt tells them.

    Args:
        attempt: its number, from 1.
        earned, possible: points before the block's weight.
        shares: what share of each item, or of each part of a rubric, was earned, from 0 to 1.
        skills: skill codes of the block, such as `tt02:4.2`.
        target_group: code of the group whose variant was answered; empty for the common text.
        province, commune: codes of the learner's locality; empty where he does not agree to tell it.
        helper: kind of helper declared for the attempt, a code such as `community_team`; empty for none. Anything
            that is no code becomes `other`, so that no name can slip in.
        hints: hints given for the exercise so far.
        evidence: how it was made; leave it out where the platform does not allow it.
    """
    payload: dict[str, Any] = {
        "attempt": attempt,
        "score": float(earned),
        "max_score": float(possible),
        "items": {name: round(share, 4) for name, share in shares.items()},
        "skills": list(skills),
        "target_group": target_group,
        "province": province,
        "commune": commune,
        "helper": helper if not helper or _CODE.match(helper) else OTHER_HELPER,
        "hints": hints,
    }
    if evidence is not None:
        payload["evidence"] = evidence.as_payload()
    return Event(SUBMITTED, payload)


def hint_given(*, item: str, number: int, target_group: str = "") -> Event:
    """A hint was given.

    Args:
        item: author's id of the item.
        number: which of its hints, from 1.
        target_group: code of the group whose variant the learner sees; empty for the common text.
    """
    return Event(HINT_GIVEN, {"item": item, "number": number, "target_group": target_group})
