"""Gaps whose solutions may stand in any order: each solution is used once, so that the learner earns the most."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

MOST = 8  # gaps of one group; the search looks at every set of them


def assign(credits: Sequence[Sequence[Fraction]]) -> list[int]:
    """Which solution each answer is held against.

    Args:
        credits: for each answer, what it earns against each solution; a square of at most `MOST`.

    Returns:
        For each answer the number of its solution, each used once. Of choices that earn the same, the one that leaves
        most answers at their own place.
    """
    size = len(credits)
    best: dict[int, tuple[Fraction, int, list[int]]] = {0: (Fraction(0), 0, [])}
    for answer in range(size):
        after: dict[int, tuple[Fraction, int, list[int]]] = {}
        for used, (earned, own, chosen) in best.items():
            for solution in range(size):
                if used >> solution & 1:
                    continue
                sum_ = (earned + credits[answer][solution], own + (solution == answer), [*chosen, solution])
                key = used | 1 << solution
                if key not in after or sum_[:2] > after[key][:2]:
                    after[key] = sum_
        best = after
    return best[(1 << size) - 1][2]
