"""The skills exercise: a learner practises a digital skill in the variant for his target group."""

from __future__ import annotations

from typing import Any

from django.utils.crypto import salted_hmac
from django.utils.timezone import now
from django.utils.translation import gettext as _
from lxml import etree
from web_fragments.fragment import Fragment
from xblock.core import XBlock

from digital_literacy.blocks.base import DigitalLiteracyBlock
from digital_literacy.blocks.exercise_attempts import ExerciseAttemptsMixin
from digital_literacy.blocks.exercise_drawing import draw_head, draw_help, draw_report
from digital_literacy.blocks.exercise_source import ExerciseSourceMixin
from digital_literacy.blocks.exercise_studio import ExerciseStudioMixin
from digital_literacy.blocks.group_choice import GroupChoiceMixin
from digital_literacy.blocks.response_report import ExerciseReportMixin
from digital_literacy.blocks.scenarios import scenarios_of
from digital_literacy.blocks.scoring import ScoringMixin
from digital_literacy.blocks.studio import for_authors
from digital_literacy.exercises import page
from digital_literacy.exercises.content_types import content_types
from digital_literacy.exercises.ids import OpaqueIds
from digital_literacy.exercises.indexing import common_items, index_words
from digital_literacy.exercises.item_types import type_of
from digital_literacy.exercises.model import Exercise
from digital_literacy.exercises.reading import find_faults
from digital_literacy.exercises.source import groups_in
from digital_literacy.learners import groups, skills
from digital_literacy.olx.faults import Fault


@XBlock.needs("i18n")
@XBlock.wants("user", "completion", "replace_urls", "studio_user_permissions")
class SkillsExerciseBlock(
    ExerciseStudioMixin,
    ExerciseAttemptsMixin,
    DigitalLiteracyBlock,
    ExerciseSourceMixin,
    GroupChoiceMixin,
    ScoringMixin,
    ExerciseReportMixin,
    XBlock,
):
    """Fields, views and handlers; what an exercise is stands in `exercises`."""

    script = "skills_exercise.js"
    style = "skills_exercise.css"
    aids = ("reading.js",)
    init_function = "DigitalLiteracySkillsExercise"
    workbench_scenarios = scenarios_of("skills_exercise")

    @classmethod
    def check_olx(cls, element: etree._Element) -> list[Fault]:
        """Faults of the content, in the common text and in every variant."""
        codes, known = [group.code for group in groups.target_groups()], skills.skill_frameworks()
        return find_faults(element, groups=codes, lineage=groups.lineage, frameworks=known)

    @XBlock.supports("multi_device")
    def student_view(self, _context: dict[str, Any] | None = None) -> Fragment:
        """The exercise as the learner's group sees it, with his last answers and results."""
        group = self.target_group
        exercise, faults = self._drawn(group)
        if faults:
            return self.unavailable_fragment(faults)
        self.settle()
        context = {**self._body(exercise, group), "binding": self.binding(group)}
        if groups_in(self.olx):
            context.update(self.group_context(group), asks_group=True)
        files = _files_of(exercise)
        if context["checks"]:
            files["scripts"].insert(0, "exercise/checking.js")
        if context["timed"]:
            files["scripts"].insert(0, "exercise/clock.js")
        return self.fragment("skills_exercise/learner.html", context, **files)

    def public_view(self, _context: dict[str, Any] | None = None) -> Fragment:
        """The common text to read; answering needs an account."""
        exercise, faults = self._drawn("")
        if faults:
            return self.unavailable_fragment(faults)
        context = {**self._body(exercise, "", read_only=True), "read_only": True}
        return self.fragment("skills_exercise/learner.html", context, **_files_of(exercise))

    @for_authors
    def author_view(self, _context: dict[str, Any] | None = None) -> Fragment:
        """Every variant with its solution, for Studio."""
        faults = self.source_faults()
        if faults:
            return self.unavailable_fragment(faults)
        names = {"": _("Common text"), **{g.code: g.name(self.language) for g in groups.target_groups()}}
        previews: list[dict[str, Any]] = [
            {"code": code, "name": names[code], **page.preview_page(self._read(code)[0], self._ids())}
            for code in ("", *groups_in(self.olx))
        ]
        for preview in previews:
            self._draw_contents(preview["parts"])
        context: dict[str, object] = {
            "previews": previews,
            "skills": skills.named_skills(self.skills or "", self.language),
        }
        shown = [self._read(code)[0] for code in ("", *groups_in(self.olx))]
        return self.fragment("skills_exercise/author.html", context, **_files_of(*shown))

    def student_view_data(self, _context: dict[str, Any] | None = None) -> dict[str, Any]:
        """What the platform collects at publishing, for every learner alike: no answers, no learner."""
        exercise, faults = self._read("")
        # Questions of a timed exercise show once its clock has been started, and nowhere before.
        items = () if faults or self.is_timed else common_items(exercise)
        return {
            "display_name": self.display_name,
            "skills": (self.skills or "").split(),
            "max_attempts": self.max_attempts,
            "time_limit": self.time_limit,
            "items": [{"type": i.tag, "prompt": i.prompt.text, "points": float(i.points)} for i in items],
        }

    def index_dictionary(self) -> dict[str, Any]:
        """Texts for the course search, without answers."""
        exercise, faults = self._read("")
        words = () if faults else [exercise.intro.text] if self.is_timed else index_words(exercise)
        return {**super().index_dictionary(), **self.index_text(*words)}

    def _body(self, exercise: Exercise, group: str, *, read_only: bool = False) -> dict[str, Any]:
        checked = {} if read_only else self._checked_answers(exercise, group)
        running = None if read_only else self.running()
        standing = self._standing(group, checked=checked, running=running)
        body = page.body_page(exercise, self._ids(), self._rules(), standing, now=now())
        body.update(self.start_page(running, body))
        if self.is_timed and running is None and not body["answered"]:
            body.update(items=[], parts=[], checks=False)
        for item in body["items"]:
            item["report_html"] = draw_report(item["report"]) if item["report"] else ""
        self._draw_contents(body["parts"])
        body.update(
            kept="" if read_only else self.kept_json(group),
            hint_cost=round(100 * (self.hint_cost or 0), 2),
            help_html=draw_help(self.html_id, answered=body["answered"])
            if self.ask_help and body["possible"] and not read_only
            else "",
        )
        return {**body, "head_html": draw_head(body, max_attempts=self.max_attempts, read_only=read_only)}

    def _ids(self) -> OpaqueIds:
        key = salted_hmac("digital_literacy.exercises", self.learner_key, algorithm="sha256")
        return OpaqueIds(key.digest())


def _files_of(*exercises: Exercise) -> dict[str, list[str]]:
    """The scripts and styles of the item types that stand in `exercises`."""
    kinds = {item.tag: type_of(item) for exercise in exercises for item in exercise.items}
    scripts = [name for tag, kind in kinds.items() for name in (*kind.scripts, f"exercise/{tag}.js")]
    contents = {content.tag for exercise in exercises for content in exercise.contents}
    scripts += [name for tag in sorted(contents) for name in content_types()[tag].scripts]
    return {
        "scripts": list(dict.fromkeys(scripts)),
        "styles": [f"exercise/{tag}.css" for tag, kind in kinds.items() if kind.has_style],
    }
