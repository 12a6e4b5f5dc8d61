"""What happens to a dossier after it was sent: the ten statuses of the national portal and the moves between them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import IntEnum
from typing import Any


class Status(IntEnum):
    """The portal's own list; names in Vietnamese are data of the portal and are not translated."""

    NEW = 1
    ACCEPTED = 2
    NOT_ACCEPTED = 3
    IN_PROGRESS = 4
    SUPPLEMENT_REQUIRED = 5
    PAYMENT_REQUIRED = 6
    WITHDRAWN = 7
    STOPPED = 8
    DONE = 9
    RESULT_RETURNED = 10

    @property
    def label(self) -> str:
        """The portal's wording."""
        return _LABELS[self]


_LABELS = {
    Status.NEW: "Mới đăng ký",
    Status.ACCEPTED: "Được tiếp nhận",
    Status.NOT_ACCEPTED: "Không được tiếp nhận",
    Status.IN_PROGRESS: "Đang xử lý",
    Status.SUPPLEMENT_REQUIRED: "Yêu cầu bổ sung giấy tờ",
    Status.PAYMENT_REQUIRED: "Yêu cầu thực hiện nghĩa vụ tài chính",
    Status.WITHDRAWN: "Công dân yêu cầu rút hồ sơ",
    Status.STOPPED: "Dừng xử lý",
    Status.DONE: "Đã xử lý xong",
    Status.RESULT_RETURNED: "Đã trả kết quả",
}

MOVES: dict[Status, frozenset[Status]] = {
    Status.NEW: frozenset({Status.ACCEPTED, Status.NOT_ACCEPTED, Status.WITHDRAWN}),
    Status.ACCEPTED: frozenset({Status.IN_PROGRESS, Status.WITHDRAWN, Status.STOPPED}),
    Status.IN_PROGRESS: frozenset(
        {Status.SUPPLEMENT_REQUIRED, Status.PAYMENT_REQUIRED, Status.DONE, Status.WITHDRAWN, Status.STOPPED}
    ),
    Status.SUPPLEMENT_REQUIRED: frozenset({Status.IN_PROGRESS, Status.WITHDRAWN, Status.STOPPED}),
    Status.PAYMENT_REQUIRED: frozenset({Status.IN_PROGRESS, Status.WITHDRAWN, Status.STOPPED}),
    Status.DONE: frozenset({Status.RESULT_RETURNED}),
    Status.NOT_ACCEPTED: frozenset(),
    Status.WITHDRAWN: frozenset(),
    Status.STOPPED: frozenset(),
    Status.RESULT_RETURNED: frozenset(),
}


class IllegalMoveError(ValueError):
    """The portal knows no such move."""


@dataclass(frozen=True)
class Dossier:
    """One dossier on its way. Holds nothing that was typed.

    Attributes:
        code: practice code `MAU.00-YYMMDD-nnnn`.
        accepted: whether the agency that got it is the right one.
        supplement: whether one more paper will be asked for.
        payment: whether a fee will be asked for.
        tries: ids of the papers tried as supplement, in order.
    """

    code: str
    filed_on: date
    accepted: bool = True
    supplement: bool = False
    payment: bool = False
    history: tuple[Status, ...] = (Status.NEW,)
    tries: tuple[str, ...] = field(default=())

    @property
    def status(self) -> Status:
        """Where it is now."""
        return self.history[-1]

    @property
    def finished(self) -> bool:
        """Whether nothing more will happen."""
        return not MOVES[self.status]

    @property
    def waits_for_learner(self) -> bool:
        """Whether the next move is the learner's."""
        return self.status in (Status.SUPPLEMENT_REQUIRED, Status.PAYMENT_REQUIRED)

    def moved_to(self, status: Status) -> Dossier:
        """The dossier after one move.

        Raises:
            IllegalMoveError: the portal does not move from here to there.
        """
        if status not in MOVES[self.status]:
            raise IllegalMoveError(f"{self.status.name} -> {status.name}")
        return replace(self, history=(*self.history, status))

    def looked_up(self, seen: int) -> Dossier:
        """The dossier after the learner looked it up, having seen `seen` statuses before.

        One look shows one new status; the same look again, after a lost reply, shows the same one.
        """
        if seen < len(self.history) or self.finished or self.waits_for_learner:
            return self
        return self.moved_to(self._next())

    def supplemented(self, option: str, *, correct: bool, number: int, most: int = 0) -> Dossier:
        """The dossier after the learner's try `number` (from 1) to answer the request for a paper.

        After `most` wrong papers, unless that is 0, the agency stops.

        Raises:
            IllegalMoveError: no paper is asked for, or the try does not follow the one before.
        """
        if number <= len(self.tries):
            return self  # a repeated request: this try was counted before
        if self.status is not Status.SUPPLEMENT_REQUIRED or number != len(self.tries) + 1:
            raise IllegalMoveError(f"supplement {number} at {self.status.name}")
        tried = replace(self, tries=(*self.tries, option))
        if correct:
            return tried.moved_to(Status.IN_PROGRESS)
        return tried.moved_to(Status.STOPPED) if number == most else tried

    def paid(self) -> Dossier:
        """The dossier after the fee was paid; once paid, paying again changes nothing.

        Raises:
            IllegalMoveError: no fee is asked for.
        """
        if self.status is not Status.PAYMENT_REQUIRED and Status.PAYMENT_REQUIRED in self.history:
            return self
        if self.status is not Status.PAYMENT_REQUIRED:
            raise IllegalMoveError(f"payment at {self.status.name}")
        return self.moved_to(Status.IN_PROGRESS)

    def withdrawn(self) -> Dossier:
        """The dossier after the learner took it back; taking it back again changes nothing.

        Raises:
            IllegalMoveError: it has come to its end already.
        """
        return self if self.status is Status.WITHDRAWN else self.moved_to(Status.WITHDRAWN)

    def _next(self) -> Status:
        if self.status is Status.NEW:
            return Status.ACCEPTED if self.accepted else Status.NOT_ACCEPTED
        if self.status is Status.IN_PROGRESS:
            if self.supplement and Status.SUPPLEMENT_REQUIRED not in self.history:
                return Status.SUPPLEMENT_REQUIRED
            owed = self.payment and Status.PAYMENT_REQUIRED not in self.history
            return Status.PAYMENT_REQUIRED if owed else Status.DONE
        return Status.IN_PROGRESS if self.status is Status.ACCEPTED else Status.RESULT_RETURNED

    def as_state(self) -> dict[str, Any]:
        """Plain values for a field of the block."""
        return {
            "code": self.code,
            "filed_on": self.filed_on.isoformat(),
            "accepted": self.accepted,
            "supplement": self.supplement,
            "payment": self.payment,
            "history": [int(status) for status in self.history],
            "tries": list(self.tries),
        }

    @classmethod
    def from_state(cls, state: dict[str, Any]) -> Dossier:
        """The dossier kept by `as_state`."""
        return cls(
            code=state["code"],
            filed_on=date.fromisoformat(state["filed_on"]),
            accepted=state["accepted"],
            supplement=state["supplement"],
            payment=state.get("payment", False),
            history=tuple(Status(number) for number in state["history"]),
            tries=tuple(state["tries"]),
        )


def practice_code(filed_on: date, number: int) -> str:
    """A code in the portal's shape (Circular 01/2018/TT-VPCP, article 19) with a prefix no agency can have."""
    day = filed_on.isoformat()[2:].replace("-", "")
    return f"MAU.00-{day}-{number % 10000:04d}"


def days_of_history(filed_on: date, length: int, term: int) -> list[date]:
    """The day of each status: two a working day, none after the last day of the term."""
    days = [filed_on]
    for index in range(1, length):
        days.append(working_day(filed_on, min(index // 2, term)))
    return days


def working_day(start: date, count: int) -> date:
    """The day `count` working days after `start`; public holidays are not known here."""
    day = start
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day
