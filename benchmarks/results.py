"""All figures of one run, as they stand in the JSON."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from benchmarks.certificates import Certificates
from benchmarks.figures import Timing, ratio
from benchmarks.front_end import FrontEnd
from benchmarks.parsing import Parsing
from benchmarks.writes import Writes


@dataclass(frozen=True)
class Row:
    """One block in one way of keeping attempts.

    Attributes:
        keeps: where attempts are kept.
        whole_answer: whether `submit` is all it takes to answer the block; else it is one request of several.
        first_view: the view right after an edit; `None` for peers, which keep nothing of their content.
    """

    name: str
    keeps: str
    peer: bool
    whole_answer: bool
    view: Timing
    submit: Timing | None
    first_view: Timing | None
    writes: Writes


@dataclass(frozen=True)
class Results:
    """One run. `missing` says of our blocks that could not be measured what is wrong with them."""

    about: dict[str, Any]
    rows: tuple[Row, ...]
    pages: tuple[FrontEnd, ...]
    missing: dict[str, str] = field(default_factory=dict)
    parsing: Parsing | None = None
    certificates: Certificates | None = None

    def peer_view(self) -> float:
        """Median of the fastest view of a peer: what ours is compared with."""
        return min(row.view.p50 for row in self.rows if row.peer)

    def peer_submit(self, *, whole_answer: bool = False) -> float:
        """Median of a peer's fastest submit: of a single request, or of all that its whole answer takes."""
        rows = [row for row in self.rows if row.peer and row.whole_answer == whole_answer]
        return min(row.submit.p50 for row in rows if row.submit)

    def view_ratio(self, row: Row) -> float:
        """The row's view beside the fastest peer's."""
        return ratio(row.view.p50, self.peer_view())

    def submit_ratio(self, row: Row) -> float | None:
        """The row's submit beside the peer's fastest single request."""
        return ratio(row.submit.p50, self.peer_submit()) if row.submit else None

    def as_json(self) -> dict[str, Any]:
        """For `--json`."""
        rows = [
            {**asdict(row), "view_ratio": self.view_ratio(row), "submit_ratio": self.submit_ratio(row)}
            for row in self.rows
        ]
        pages = [asdict(page) for page in self.pages]
        parsing = {**asdict(self.parsing), "ratio": self.parsing.ratio} if self.parsing else None
        return {
            "about": self.about,
            "blocks": rows,
            "front_end": pages,
            "missing": self.missing,
            "parsing": parsing,
            "certificates": self._certificates(),
        }

    def _certificates(self) -> dict[str, Any] | None:
        if self.certificates is None:
            return None
        pairs = [{**asdict(pair), "ratio": pair.ratio} for pair in self.certificates.pairs]
        return {"pairs": pairs, "sign": self.certificates.sign, "verify": self.certificates.verify}
