"""Check what a course's policies say against its parts: block types switched on, and how grades add up."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from digital_literacy.blocks.course_faults import Faults
from digital_literacy.blocks.course_tree import CourseTree, Placed
from digital_literacy.blocks.olx_check import BLOCK_TYPES
from digital_literacy.exercises.reader import nearest
from digital_literacy.olx.messages import gettext_noop

# Block types every Open edX course may use without naming them in advanced_modules.
STANDARD_TYPES = frozenset(
    {
        *(
            "html",
            "problem",
            "video",
            "discussion",
            "openassessment",
            "drag-and-drop-v2",
            "lti",
            "lti_consumer",
        ),
        *("library", "library_content", "itembank", "problemset", "unit"),
        *("conditional", "randomize", "split_test"),
    }
)


def check_policies(files: Mapping[str, bytes], tree: CourseTree, faults: Faults) -> None:
    """Check `policies/<run>/policy.json` and `grading_policy.json`."""
    if not tree.run:
        return
    folder = f"policies/{tree.run}"
    policy = _read_json(files, f"{folder}/policy.json", faults)
    settings = policy.get(f"course/{tree.run}") if policy is not None else None
    if policy is not None and not isinstance(settings, dict):
        faults.on_line(
            f"{folder}/policy.json",
            1,
            gettext_noop("There is no entry “course/%(run)s”, so the platform ignores this policy."),
            gettext_noop('Write {"course/%(run)s": {"advanced_modules": […], …}}.'),
            run=tree.run,
        )
    if isinstance(settings, dict):
        _check_modules(settings.get("advanced_modules", []), f"{folder}/policy.json", tree, faults)
    grading = _read_json(files, f"{folder}/grading_policy.json", faults)
    if grading is not None:
        _Grading(files, f"{folder}/grading_policy.json", policy or {}, tree, faults).check(grading)


def _read_json(files: Mapping[str, bytes], path: str, faults: Faults) -> dict[str, Any] | None:
    if path not in files:
        faults.on_line(
            path, 0, gettext_noop("The file is missing."), gettext_noop("Copy it from another course.")
        )
        return None
    try:
        data = json.loads(files[path])
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 0)
        faults.on_line(
            path,
            line,
            gettext_noop("This is not well-formed JSON: %(detail)s."),
            gettext_noop("Look at this line and the one before it for a missing comma or quotation mark."),
            detail=getattr(error, "msg", "") or type(error).__name__,
        )
        return None
    if not isinstance(data, dict):
        faults.on_line(path, 1, gettext_noop("It must be a JSON object."), gettext_noop('Write {"…": …}.'))
        return None
    return data


def _check_modules(modules: object, path: str, tree: CourseTree, faults: Faults) -> None:
    if not isinstance(modules, list) or not all(isinstance(name, str) for name in modules):
        faults.on_line(
            path,
            0,
            gettext_noop("advanced_modules must be a list of block types."),
            gettext_noop('Write "advanced_modules": ["skills_exercise"].'),
        )
        return
    seen: set[str] = set()
    for part in tree.blocks:
        if part.tag in STANDARD_TYPES or part.tag in modules or part.tag in seen:
            continue
        seen.add(part.tag)
        _not_switched_on(part, path, faults)


def _not_switched_on(part: Placed, path: str, faults: Faults) -> None:
    near = "" if part.tag in BLOCK_TYPES else nearest(part.tag, {*STANDARD_TYPES, *BLOCK_TYPES})
    faults.at(
        part.file,
        part.element,
        gettext_noop("The block type “%(tag)s” is not in advanced_modules."),
        gettext_noop("Did you mean <%(near)s>?")
        if near
        else gettext_noop("Add it to advanced_modules in %(path)s."),
        tag=part.tag,
        near=near,
        path=path,
    )


class _Grading:
    """Checks a grading policy against the sequentials."""

    def __init__(
        self, files: Mapping[str, bytes], path: str, policy: dict[str, Any], tree: CourseTree, faults: Faults
    ) -> None:
        self._text, self._path, self._policy = files[path].decode(errors="replace"), path, policy
        self._tree, self._faults = tree, faults

    def check(self, data: dict[str, Any]) -> None:
        kinds = self._kinds(data.get("GRADER"))
        if kinds is None:
            return
        self._check_cutoffs(data.get("GRADE_CUTOFFS"))
        used = self._formats({kind["type"] for kind in kinds})
        for kind in kinds:
            self._check_count(kind, used[kind["type"]])
        total = sum(float(kind["weight"]) for kind in kinds)
        if abs(total - 1) > 0.005:
            self._fault(
                '"weight"',
                gettext_noop("The weights of the assignment types add up to %(total)s."),
                gettext_noop("Change them so that they add up to 1."),
                total=f"{total:g}",
            )

    def _kinds(self, grader: object) -> list[dict[str, Any]] | None:
        kinds = grader if isinstance(grader, list) else []
        names = [kind.get("type") for kind in kinds if isinstance(kind, dict)]
        sound = all(isinstance(kind, dict) and _sound(kind) for kind in kinds) and len({*names}) == len(names)
        if kinds and sound:
            return kinds
        self._fault(
            '"GRADER"',
            gettext_noop("GRADER does not say how the course is graded."),
            gettext_noop(
                "Write a list of assignment types with different names, each with type, weight from 0 to 1, min_count"
                " and drop_count."
            ),
        )
        return None

    def _check_cutoffs(self, cutoffs: object) -> None:
        values = list(cutoffs.values()) if isinstance(cutoffs, dict) else []
        if not values or not all(_is_number(value) and 0 < value <= 1 for value in values):
            self._fault(
                '"GRADE_CUTOFFS"',
                gettext_noop("GRADE_CUTOFFS does not say from where the course is passed."),
                gettext_noop('Write shares above 0 and up to 1, such as {"Pass": 0.6}.'),
            )

    def _formats(self, known: set[str]) -> Counter[str]:
        """Count the graded sequentials of each assignment type; refuse names the policy does not have."""
        used: Counter[str] = Counter()
        for part in self._tree.of_type("sequential"):
            settings = {**part.element.attrib, **_own(self._policy, f"sequential/{part.url_name}")}
            graded = str(settings.get("graded", "")).lower() == "true"
            kind = str(settings.get("format") or "")
            if kind in known:
                used[kind] += graded
            elif kind or graded:
                self._unknown_format(part, kind, known)
        return used

    def _unknown_format(self, part: Placed, kind: str, known: set[str]) -> None:
        self._faults.at(
            part.file,
            part.element,
            gettext_noop("It is graded as “%(kind)s”, which is no assignment type of the grading policy.")
            if kind
            else gettext_noop("It is graded, but does not say as what."),
            gettext_noop('Write format="…" with one of: %(known)s.'),
            kind=kind,
            known=", ".join(sorted(known)),
        )

    def _check_count(self, kind: dict[str, Any], used: int) -> None:
        least = max(int(kind.get("min_count", 0)), 1)
        if used < least:
            self._fault(
                json.dumps(kind["type"], ensure_ascii=False),
                gettext_noop(
                    "“%(kind)s” counts at least %(least)d sequentials, but %(used)d are graded as it: the others"
                    " count as 0."
                ),
                gettext_noop("Lower min_count, add graded sequentials with this format, or remove the type."),
                kind=kind["type"],
                least=least,
                used=used,
            )

    def _fault(self, needle: str, problem: str, cure: str, **params: object) -> None:
        lines = self._text.splitlines()
        line = next((number for number, text in enumerate(lines, 1) if needle in text), 0)
        self._faults.on_line(self._path, line, problem, cure, **params)


def _own(policy: dict[str, Any], key: str) -> dict[str, Any]:
    found = policy.get(key)
    return found if isinstance(found, dict) else {}


def _sound(kind: dict[str, Any]) -> bool:
    counts = (kind.get("min_count", 0), kind.get("drop_count", 0))
    whole = all(
        isinstance(count, int) and not isinstance(count, bool) and 0 <= count <= 1000 for count in counts
    )
    name, weight = kind.get("type"), kind.get("weight")
    return whole and isinstance(name, str) and bool(name) and _is_number(weight) and 0 <= weight <= 1


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
