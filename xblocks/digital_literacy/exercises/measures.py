"""Measures of partial credit. Each gives 1 only for the right answer, and about nothing for guessing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from fractions import Fraction
from itertools import combinations


def hits_less_false_alarms(
    chosen: Collection[str], right: Collection[str], wrong: Collection[str]
) -> Fraction:
    """The share of right parts chosen less the share of wrong parts chosen, never below 0.

    Choosing everything, or nothing, earns 0; the toss of a coin little more. This is Youden's J (W. J.
    Youden, "Index for rating diagnostic tests", Cancer 3, 1950), a measure of signal detection, cut off at 0.
    Where nothing is right, leaving everything alone is right.
    """
    hits = Fraction(len(set(chosen) & set(right)), len(right)) if right else Fraction(1)
    alarms = Fraction(len(set(chosen) & set(wrong)), len(wrong)) if wrong else Fraction(0)
    return max(Fraction(0), hits - alarms)


def order_agreement(given: Sequence[str], right: Sequence[str]) -> Fraction:
    """How far two orders of the same parts agree, from 0 to 1.

    Pairs in the right order less pairs in the wrong order, over all pairs, cut off at 0: Kendall's tau
    (M. G. Kendall, "A New Measure of Rank Correlation", Biometrika 30, 1938). One exchange of neighbours
    costs little, a step at the wrong end costs much; of any order and its reverse, one earns nothing.
    """
    place = {part: index for index, part in enumerate(right)}
    pairs = list(combinations(given, 2))
    if not pairs:
        return Fraction(1)
    agreeing = sum(place[first] < place[second] for first, second in pairs)
    return max(Fraction(0), Fraction(2 * agreeing - len(pairs), len(pairs)))
