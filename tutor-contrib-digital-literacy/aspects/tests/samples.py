"""What the tests' learners do. All of them are numbers; nobody is real."""

from __future__ import annotations

import random
from collections.abc import Iterator

COURSE = "course-v1:BDHVS+KNS01+2026"
OTHER_COURSES = ("course-v1:BDHVS+KNS02+2026", "course-v1:BDHVS+KNS03+2026")
BLOCK = "block-v1:BDHVS+KNS01+2026+type@skills_exercise+block@mat-khau"
HA_NOI, HO_CHI_MINH, DA_NANG = "01", "79", "48"
BA_DINH, NGOC_HA = "00004", "00008"


def learner(number: int) -> str:
    """An opaque id, as the platform gives."""
    return f"00000000-0000-4000-8000-{number:012d}"


def attempt(who: int, *, time: str = "2026-11-10T03:00:00+00:00", course: str = COURSE, **changes) -> dict:
    """An attempt at the exercise, half right."""
    event = {
        "attempt": 1,
        "earned": 4.0,
        "possible": 8.0,
        "shares": {"q1": 0.5},
        "skills": ["tt02:4.2"],
        "target_group": "citizens",
        "province": HA_NOI,
        "commune": BA_DINH,
        **changes,
    }
    return {
        "kind": "submitted",
        "learner": learner(who),
        "time": time,
        "course": course,
        "block": BLOCK.replace("BDHVS+KNS01+2026", course.removeprefix("course-v1:")),
        "event": event,
    }


def hint(who: int, number: int = 1, item: str = "q1") -> dict:
    return {
        "kind": "hint_given",
        "learner": learner(who),
        "time": f"2026-11-10T02:00:0{number}+00:00",
        "course": COURSE,
        "block": BLOCK,
        "event": {"item": item, "number": number, "target_group": "citizens"},
    }


def november() -> Iterator[dict]:
    """By hand, for numbers that can be checked by hand: Ha Noi has 20 learners, the City 42, and 19 tell no place."""
    for who in range(1, 10):  # nine citizens; six with help, the ninth right at the second attempt
        yield attempt(who, helper="family" if who <= 6 else "", hints=2 if who == 1 else 0)
    yield attempt(9, time="2026-11-11T03:00:00+00:00", attempt=2, earned=8.0, hints=1)
    for who in range(10, 13):  # three workers: too few to be shown
        yield attempt(who, target_group="workers", commune=NGOC_HA)
    for who in range(13, 21):  # eight officials, all right, at two skills
        skills = ["tt02:4.2", "tt02:4.1"]
        yield attempt(who, target_group="officials", commune=NGOC_HA, earned=8.0, skills=skills)
    groups = ["citizens"] * 12 + ["workers"] * 11 + ["officials"] * 10 + [""] * 9
    for who, group in enumerate(groups, 21):
        helper = "teacher" if who < 28 else ""
        yield attempt(who, province=HO_CHI_MINH, commune="", target_group=group, helper=helper)
    for who, group in enumerate(["citizens"] * 6 + ["workers"] * 7, 63):
        yield attempt(who, province="", commune="", target_group=group)
    for who in range(76, 82):  # the common text, no skill, nothing to be earned
        yield attempt(who, province="", commune="", target_group="", skills=[], earned=0.0, possible=0.0)
    for who in range(1, 7):
        yield hint(who)
        yield hint(who, number=2)
    for who in range(1, 4):
        yield hint(who, item="q2")


def october() -> Iterator[dict]:
    """By chance, always the same: many small and large cells, for what is hidden."""
    chance = random.Random(757)
    groups = ["students", "citizens", "officials", "workers", ""]
    skills = ["tt02:1.1", "tt02:4.1", "tt02:4.2", "tt02:5.1"]
    for who in range(1000, 1400):
        province = chance.choices([HA_NOI, HO_CHI_MINH, DA_NANG, ""], [8, 4, 1, 2])[0]
        courses = chance.choices([COURSE, *OTHER_COURSES], [9, 6, 1], k=chance.choice([1, 1, 1, 2]))
        for course in dict.fromkeys(courses):
            yield attempt(
                who,
                time=f"2026-10-{chance.randint(2, 30):02d}T05:00:00+00:00",
                course=course,
                earned=float(chance.randint(0, 8)),
                province=province,
                commune=chance.choice([BA_DINH, NGOC_HA, ""]) if province == HA_NOI else "",
                target_group=chance.choices(groups, [9, 9, 3, 1, 1])[0],
                helper=chance.choices(["", "family", "teacher"], [12, 1, 1])[0],
                skills=chance.sample(skills, chance.choice([0, 1, 1, 2])),
            )


def events() -> list[dict]:
    return [*november(), *october()]
