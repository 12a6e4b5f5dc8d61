"""What authors see: the course as content, an editor in the place of a block, the export."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from digital_literacy_demo.course_export import export_archive
from digital_literacy_demo.gradebook import CourseTree
from digital_literacy_demo.rendering import Page, place
from digital_literacy_demo.views.access import find_block, find_course, runtime_for, staff_required


@require_safe
@staff_required
def course(request: HttpRequest, course_key: str) -> HttpResponse:
    """The outline, with what is in each unit."""
    found = find_course(course_key)
    tree = CourseTree(found)
    chapters = [
        {
            "block": chapter,
            "subsections": [
                {
                    "block": part,
                    "units": [{"block": u, "blocks": tree.children(u)} for u in tree.children(part)],
                }
                for part in tree.children(chapter)
            ],
        }
        for chapter in tree.children(tree.root())
    ]
    return render(
        request, "digital_literacy_demo/studio_course.html", {"course": found, "chapters": chapters}
    )


@require_safe
@staff_required
@ensure_csrf_cookie
def unit(request: HttpRequest, usage_key: str) -> HttpResponse:
    """A unit: the preview of each block, or the editor of the one named by `?edit=`."""
    block = find_block(usage_key, "vertical")
    tree = CourseTree(block.course)
    runtime = runtime_for(request, block.course, studio=True)
    editing = request.GET.get("edit", "")
    placed = [
        place(runtime, child, "studio_view" if child.usage_key == editing else "author_view")
        for child in tree.children(block)
    ]
    context = {"course": block.course, "unit": block, "page": Page(placed), "editing": editing}
    return render(request, "digital_literacy_demo/studio_unit.html", context)


@require_safe
@staff_required
def export(request: HttpRequest, course_key: str) -> HttpResponse:
    """The course as a file that Studio imports."""
    found = find_course(course_key)
    headers = {"Content-Disposition": f'attachment; filename="{found.folder}.tar.gz"'}
    return HttpResponse(export_archive(found), content_type="application/gzip", headers=headers)
