"""Exercises of one course that share a set of forms must fit each other: a pre-test and its post-test."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction

from digital_literacy.blocks.course_faults import Faults
from digital_literacy.blocks.course_tree import CourseTree, Placed
from digital_literacy.exercises.reading import TAG, read_exercise
from digital_literacy.learners import groups
from digital_literacy.olx import variants
from digital_literacy.olx.messages import gettext_noop

Worth = dict[str, Fraction]


def check_form_sets(tree: CourseTree, faults: Faults) -> None:
    """Blocks of one set list the same forms, worth the same; else a learner could get one form twice."""
    sets: dict[str, list[Placed]] = defaultdict(list)
    for block in tree.of_type(TAG):
        if name := block.element.get("form_set", "").strip():
            sets[name].append(block)
    for name, blocks in sets.items():
        for other in blocks[1:]:
            _compare(name, blocks[0], other, faults)


def _compare(name: str, first: Placed, other: Placed, faults: Faults) -> None:
    named = dict.fromkeys((*variants.groups_named(first.element), *variants.groups_named(other.element)))
    for group in ("", *named):
        wanted, found = _forms_of(first, group), _forms_of(other, group)
        # A block with faults of its own has them named already.
        if wanted is None or found is None or wanted == found:
            continue
        same_forms = set(wanted) == set(found)
        faults.at(
            other.file,
            other.element,
            gettext_noop(
                "It shares the set of forms “%(set)s” with “%(first)s” (%(place)s), "
                "but has the forms %(found)s and not %(wanted)s."
            ),
            gettext_noop("Give the forms of both exercises the same points.")
            if same_forms
            else gettext_noop("Give both exercises forms with the same ids."),
            set=name[:64],
            first=first.url_name,
            place=f"{first.file}:{first.element.sourceline or 0}",
            found=_in_words(found, same_forms),
            wanted=_in_words(wanted, same_forms),
        )
        return


def _forms_of(block: Placed, group: str) -> Worth | None:
    tree = variants.resolve(block.element, groups.lineage(group) if group else ())
    exercise, found = read_exercise(tree)
    return None if found or not exercise.forms else {form.id: form.points for form in exercise.forms}


def _in_words(worth: Worth, with_points: bool) -> str:
    return ", ".join(
        f"{form} ({float(points):g})" if with_points else form for form, points in sorted(worth.items())
    )
