"""The Studio editor of skills_exercise: a form for each part, a preview of what learners see, counts for the author."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import now
from django.utils.translation import gettext as _
from web_fragments.fragment import Fragment

from digital_literacy.blocks.exercise_drawing import draw_head
from digital_literacy.blocks.handlers import (
    HandlerError,
    json_endpoint,
    large_json_endpoint,
    object_of,
    text_of,
)
from digital_literacy.blocks.rendering import render
from digital_literacy.blocks.studio import as_json, for_authors
from digital_literacy.blocks.studio_texts import FORM_TEXTS
from digital_literacy.exercises import page
from digital_literacy.exercises.content_types import content_types
from digital_literacy.exercises.counting import count, counts_page
from digital_literacy.exercises.drawing import drawn
from digital_literacy.exercises.forms import as_data
from digital_literacy.exercises.item_forms import elements
from digital_literacy.exercises.item_types import item_types
from digital_literacy.exercises.model import Exercise
from digital_literacy.exercises.reading import TAG, read_exercise
from digital_literacy.exercises.rules import Rules
from digital_literacy.exercises.source import exercise_of
from digital_literacy.learners import groups, statistics
from digital_literacy.olx import variants
from digital_literacy.olx.markup import plain_text
from digital_literacy.olx.parsing import parse, wrap

# In the order in which each needs those before it.
_SCRIPTS = (
    *("xml", "ids", "rich", "variants", "places", "history", "faults"),
    *("dom", "text_field", "fields", "items", "form", "preview", "exercise"),
)


class ExerciseStudioMixin:
    """`studio_view` with a form, and its handlers `preview` and `statistics`, both for authors only."""

    def olx_samples(self) -> list[dict[str, str]]:
        """One sample an item type and a content type."""
        kinds = (*item_types().values(), *content_types().values())
        return [{"name": _(kind.name), "olx": kind.sample} for kind in kinds]

    @for_authors
    def studio_view(self, _context: dict[str, Any] | None = None) -> Fragment:
        """The editor."""
        context: dict[str, object] = {
            "groups": self._groups(),
            "forms": _json_in_html(self._forms()),
            "counts": statistics.available(),
        }
        styled = [f"exercise/{tag}.css" for tag, kind in item_types().items() if kind.has_style]
        return self.editor_fragment(
            "studio/exercise_editor.html",
            context,
            styles=("studio/form.css", self.style, *styled),
            scripts=[f"studio/{name}.js" for name in _SCRIPTS],
            init_function="DigitalLiteracyExerciseStudio",
        )

    @large_json_endpoint
    def preview(self, data: dict[str, Any]) -> dict[str, Any]:
        """What learners of a group would see of a source that is not saved; its faults, where it has any."""
        self._authors_only()
        group = text_of(data, "group", limit=40)
        values, _errors = self.read_values(object_of(data, "values"))
        source, faults = self.read_source(data.get("olx"), values)
        if faults:
            return {"html": "", "faults": [as_json(fault) for fault in faults]}
        tree = variants.resolve(parse(wrap(TAG, source.olx)), groups.lineage(group))
        html = self._draw_preview(read_exercise(tree)[0], {**values, **source.values})
        return {"html": html, "faults": []}

    @json_endpoint
    def statistics(self, _data: dict[str, Any]) -> dict[str, Any]:
        """How often each part was chosen, in each learner's latest attempt; small counts are not told."""
        self._authors_only()
        counts = counts_page(count(self._answers()))
        context = {"items": counts, "most": statistics.MOST}
        return {"html": render("studio/statistics.html", context)}

    def _authors_only(self) -> None:
        # The LMS lets learners reach every handler.
        if not self.is_author:
            raise HandlerError("forbidden", _("Only authors can see this."), status=403)

    def _draw_preview(self, exercise: Exercise, values: dict[str, Any]) -> str:
        """The learner's page as it is before the first answer; its buttons wait for a script that never comes."""
        rules = Rules(
            max_attempts=values.get("max_attempts", self.max_attempts),
            feedback=values.get("feedback", self.feedback),
        )
        drawn_one = drawn(exercise, self._seed())
        body = page.body_page(drawn_one, self._ids(), rules, page.Standing(), now=now())
        self._draw_contents(body["parts"])
        for item in body["items"]:
            item["report_html"] = ""
        head = draw_head(body, max_attempts=rules.max_attempts)
        shown = {"display_name": values.get("display_name", self.display_name)}
        context = {**body, "head_html": head, "block": shown, "html_id": f"{self.html_id}-p"}
        return self.html("skills_exercise/learner.html", context)

    def _answers(self) -> Iterator[tuple[Exercise, str, object]]:
        """Each learner's exercise, the words of its source and what is kept of his answers."""
        words = plain_text(self.source_element()) if self.olx else ""
        for result in statistics.latest_results(str(self.scope_ids.usage_id)):
            exercise, faults = exercise_of(self.olx, groups.lineage(str(result.get("group") or "")))
            if not faults:
                yield exercise, words, result.get("answers")

    def _groups(self) -> list[dict[str, Any]]:
        return [
            {
                "code": group.code,
                "name": group.name(self.language),
                "lineage": list(groups.lineage(group.code)),
            }
            for group in groups.target_groups()
        ]

    def _forms(self) -> dict[str, Any]:
        texts = {name: _(text) for name, text in FORM_TEXTS.items()}
        return {"elements": _elements(self.language), "groups": self._groups(), "texts": texts}


@lru_cache(maxsize=8)
def _elements(_language: str) -> list[dict[str, Any]]:
    """The descriptions of all forms, once for each language."""
    return [as_data(element, _) for element in elements()]


def _json_in_html(value: object) -> SafeString:
    """JSON that may stand in a script element."""
    text = json.dumps(value, ensure_ascii=False)
    return mark_safe(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))
