"""Parsing and validating a large course beside what plain lxml takes to parse the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from statistics import median
from time import thread_time

from lxml import etree

from digital_literacy.exercises.item_types import item_types
from digital_literacy.exercises.reading import TAG, find_faults
from digital_literacy.frameworks.skills import national_frameworks
from digital_literacy.frameworks.target_groups import national_groups
from digital_literacy.olx.parsing import parse

EXERCISES = 1000
MAX_ITEMS = 5
SEED = 2026


@dataclass(frozen=True)
class Parsing:
    """Exercises a second, of ours (parsed, and every fault looked for in the common text and for each group) and of
    plain lxml (parsed)."""

    exercises: int
    bytes: int
    ours: float
    lxml: float

    @property
    def ratio(self) -> float:
        """How many times as long ours takes."""
        return self.lxml / self.ours


def measure_parsing(*, exercises: int = EXERCISES, rounds: int = 3) -> Parsing:
    """Parse one course several times, in turns, and keep the median.

    Args:
        exercises: how many the course has.
        rounds: how often each of the two parses all of it.
    """
    course = course_of(exercises)
    ways: tuple[Callable[[bytes], object], ...] = (validate, etree.fromstring)
    seconds: tuple[list[float], ...] = ([], [])
    for _round in range(rounds):
        for way, kept in zip(ways, seconds, strict=True):
            kept.append(_time(way, course))
    ours, plain = (exercises / median(kept) for kept in seconds)
    return Parsing(exercises, sum(map(len, course)), ours, plain)


def course_of(count: int) -> list[bytes]:
    """Exercises of 1 to 5 items drawn from the samples of all item types, with a story for each target group."""
    random = Random(SEED)
    samples = [etree.fromstring(kind.sample) for kind in item_types().values()]
    return [_exercise(samples, random, number) for number in range(count)]


def validate(text: bytes) -> None:
    """What the editor and the course builder do with an exercise.

    Raises:
        ValueError: it has a fault, so that the time would mean nothing.
    """
    groups = [group.code for group in national_groups()]
    faults = find_faults(
        parse(text), groups=groups, lineage=lambda code: (code,), frameworks=national_frameworks()
    )
    if faults:
        raise ValueError(faults[0].text())


def _exercise(samples: Sequence[etree._Element], random: Random, number: int) -> bytes:
    root = etree.Element(TAG, version="1", skills="tt02:4.2")
    etree.SubElement(etree.SubElement(root, "intro"), "p").text = f"Bài {number}: anh/chị đọc kỹ rồi trả lời."
    for place in range(random.randint(1, MAX_ITEMS)):
        item = etree.fromstring(etree.tostring(random.choice(samples)))
        item.set("id", f"i{place}")
        root.append(item)
    for group in national_groups():
        intro = etree.SubElement(etree.SubElement(root, "variant", group=group.code), "intro")
        etree.SubElement(intro, "p").text = f"Dành cho: {group.name_vi}."
    return etree.tostring(root, encoding="utf-8")


def _time(way: Callable[[bytes], object], course: Sequence[bytes]) -> float:
    start = thread_time()
    for text in course:
        way(text)
    return thread_time() - start
