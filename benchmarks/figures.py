"""From samples to figures."""

from __future__ import annotations

import gzip
import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Timing:
    """Milliseconds of one action: the median and the 95th percentile."""

    p50: float
    p95: float


@dataclass(frozen=True)
class Size:
    """Bytes as they are and after `gzip -9`."""

    raw: int = 0
    gzip: int = 0

    def __add__(self, other: Size) -> Size:
        return Size(self.raw + other.raw, self.gzip + other.gzip)


def timing(samples_ms: Sequence[float]) -> Timing:
    """Summarise samples.

    Raises:
        ValueError: there is no sample.
    """
    if not samples_ms:
        raise ValueError("There is nothing to summarise: no sample was taken.")
    return Timing(median(samples_ms), percentile(samples_ms, 0.95))


def percentile(samples: Sequence[float], share: float) -> float:
    """The smallest sample that is not below `share` of all samples (nearest rank)."""
    ordered = sorted(samples)
    return ordered[max(math.ceil(share * len(ordered)), 1) - 1]


def ratio(ours: float, peer: float) -> float:
    """Our figure as a multiple of the peer's.

    Raises:
        ValueError: the peer's figure is not above 0.
    """
    if peer <= 0:
        raise ValueError("The peer's figure must be above 0 to be compared with.")
    return ours / peer


def size_of(data: bytes) -> Size:
    """Raw and compressed size of one file; each file is compressed alone, as a server does."""
    return Size(len(data), len(gzip.compress(data, compresslevel=9, mtime=0)))
