"""The event log."""

from __future__ import annotations

import json

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from digital_literacy_demo.models import Event
from digital_literacy_demo.views.access import staff_required


@require_safe
@staff_required
def events(request: HttpRequest) -> HttpResponse:
    """Events, newest first, of one kind if asked."""
    kind = request.GET.get("kind", "")
    found = Event.objects.select_related("user__person")
    kinds = Event.objects.order_by("kind").values_list("kind", flat=True).distinct()
    page = Paginator(found.filter(kind=kind) if kind else found, 50).get_page(request.GET.get("page"))
    rows = [{"event": event, "data": json.dumps(event.data, ensure_ascii=False, indent=1)} for event in page]
    context = {"rows": rows, "page": page, "kinds": kinds, "kind": kind}
    return render(request, "digital_literacy_demo/events.html", context)
