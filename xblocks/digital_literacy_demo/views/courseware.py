"""What learners see: the outline of a course and its units."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_naive, make_aware
from django.utils.translation import gettext as _
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_POST, require_safe

from digital_literacy_demo.gradebook import CourseTree, LearnerBook, learner_book
from digital_literacy_demo.models import Block, Completion
from digital_literacy_demo.publishing import complete
from digital_literacy_demo.rendering import Page, calm_notice, place
from digital_literacy_demo.views.access import find_block, find_course, person_required, runtime_for


@dataclass(frozen=True)
class UnitLine:
    """A unit in the outline."""

    block: Block
    done: int
    total: int

    @property
    def complete(self) -> bool:
        return self.total > 0 and self.done == self.total


@require_safe
@person_required
def course(request: HttpRequest, course_key: str) -> HttpResponse:
    """Chapters, sequentials and units with what is done."""
    found = find_course(course_key)
    tree = CourseTree(found)
    book = learner_book(tree, request.user.pk)
    chapters = [
        {"block": chapter, "subsections": [_subsection(tree, book, part) for part in tree.children(chapter)]}
        for chapter in tree.children(tree.root())
    ]
    context = {"course": found, "chapters": chapters, "book": book}
    return render(request, "digital_literacy_demo/course.html", context)


@require_safe
@person_required
@ensure_csrf_cookie
def unit(request: HttpRequest, usage_key: str) -> HttpResponse:
    """One unit with all its blocks."""
    block = find_block(usage_key, "vertical")
    tree = CourseTree(block.course)
    units = tree.of_type("vertical")
    here = [found.pk for found in units].index(block.pk)
    runtime = runtime_for(request, block.course)
    page = Page([place(runtime, child, "student_view") for child in tree.children(block)])
    context = {
        "course": block.course,
        "unit": block,
        "subsection": block.parent,
        "due": _due(block.parent),
        "siblings": _siblings(tree, block, request.user.pk),
        "previous": units[here - 1] if here else None,
        "next": units[here + 1] if here + 1 < len(units) else None,
        "page": page,
        "notice": calm_notice(),
    }
    return render(request, "digital_literacy_demo/unit.html", context)


@require_POST
@person_required
def seen(request: HttpRequest, usage_key: str) -> HttpResponse:
    """The learner has looked at the unit: blocks without a task of their own are completed."""
    block = find_block(usage_key, "vertical")
    for child in Block.objects.filter(parent=block, completes_on_view=True, problem=""):
        complete(user=request.user, usage_key=child.usage_key, completion=1.0)
    return HttpResponse(status=204)


@require_safe
def jump_to(request: HttpRequest, usage_key: str) -> HttpResponse:
    """The page on which a block stands."""
    return redirect(_page_of(find_block(usage_key)))


@require_safe
def jump_to_id(request: HttpRequest, course_key: str, name: str) -> HttpResponse:
    """The same by `url_name`."""
    block = Block.objects.filter(course__key=course_key, name=name).select_related("course").first()
    if block is None:
        raise Http404(_("There is no such block."))
    return redirect(_page_of(block))


def _page_of(block: Block) -> str:
    """The unit a block stands in; of a chapter or sequential, the first unit below."""
    above: Block | None = block
    while above is not None and above.block_type != "vertical":
        above = above.parent
    if above is not None:
        anchor = f"#block-{block.pk}" if above.pk != block.pk else ""
        return reverse("unit", args=[above.usage_key]) + anchor
    below = block
    while below.block_type != "vertical":
        first = Block.objects.filter(parent=below).first()
        if first is None:
            return reverse("course", args=[block.course.key])
        below = first
    return reverse("unit", args=[below.usage_key])


def _subsection(tree: CourseTree, book: LearnerBook, part: Block) -> dict[str, Any]:
    line = next(line for line in book.subsections if line.block.pk == part.pk)
    completion = {found.block.pk: found.completion for found in line.lines}
    return {
        "block": part,
        "line": line,
        "due": _due(part),
        "units": [_unit_line(tree, found, completion) for found in tree.children(part)],
    }


def _unit_line(tree: CourseTree, unit_block: Block, completion: dict[Any, float]) -> UnitLine:
    leaves = [leaf for leaf in tree.leaves(unit_block) if leaf.completable and not leaf.problem]
    return UnitLine(unit_block, sum(completion.get(leaf.pk, 0.0) >= 1 for leaf in leaves), len(leaves))


def _siblings(tree: CourseTree, block: Block, user_id: int) -> list[UnitLine]:
    keys = dict(Completion.objects.filter(user_id=user_id).values_list("usage_key", "completion"))
    siblings = tree.children(block.parent)
    completion = {
        leaf.pk: keys.get(leaf.usage_key, 0.0) for unit_block in siblings for leaf in tree.leaves(unit_block)
    }
    return [_unit_line(tree, sibling, completion) for sibling in siblings]


def _due(part: Block | None) -> Any:
    value = part.fields.get("due") if part else None
    moment = parse_datetime(value) if isinstance(value, str) else None
    # XBlock keeps moments in UTC and does not say so in the text.
    return make_aware(moment, UTC) if moment is not None and is_naive(moment) else moment
