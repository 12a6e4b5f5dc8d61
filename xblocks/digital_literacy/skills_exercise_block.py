"""The skills exercise: a learner practises a digital skill in the variant for his target group."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils.crypto import salted_hmac
from django.utils.timezone import now
from django.utils.translation import gettext as _
from lxml import etree
from web_fragments.fragment import Fragment
from xblock.core import XBlock
from xblock.fields import Dict, Integer, Scope, String

from digital_literacy.blocks.base import DigitalLiteracyBlock
from digital_literacy.blocks.exercise_answers import answers_of
from digital_literacy.blocks.exercise_drawing import draw_head, draw_report, drawn_items
from digital_literacy.blocks.exercise_source import ExerciseSourceMixin
from digital_literacy.blocks.exercise_studio import ExerciseStudioMixin
from digital_literacy.blocks.group_choice import GroupChoiceMixin
from digital_literacy.blocks.handlers import HandlerError, attempt_id_of, json_endpoint, text_of
from digital_literacy.blocks.scenarios import scenarios_of
from digital_literacy.blocks.scoring import ScoringMixin
from digital_literacy.exercises import page
from digital_literacy.exercises.grading import ITEM_PATH, grade
from digital_literacy.exercises.ids import OpaqueIds
from digital_literacy.exercises.indexing import common_items, index_words
from digital_literacy.exercises.item_types import type_of
from digital_literacy.exercises.model import Answer, Exercise, Result
from digital_literacy.exercises.reading import find_faults
from digital_literacy.exercises.rules import Rules
from digital_literacy.exercises.source import groups_in
from digital_literacy.learners import attempts, groups, skills
from digital_literacy.olx.faults import Fault
from digital_literacy.olx.messages import gettext_noop


@XBlock.needs("i18n")
@XBlock.wants("user", "completion", "replace_urls", "studio_user_permissions")
class SkillsExerciseBlock(
    ExerciseStudioMixin, DigitalLiteracyBlock, ExerciseSourceMixin, GroupChoiceMixin, ScoringMixin, XBlock
):
    """Fields, views and handlers; what an exercise is stands in `exercises`."""

    script = "skills_exercise.js"
    style = "skills_exercise.css"
    aids = ("reading.js",)
    init_function = "DigitalLiteracySkillsExercise"
    workbench_scenarios = scenarios_of("skills_exercise")
    editable_fields = (
        "display_name",
        "weight",
        "max_attempts",
        "show_answer",
        "skills",
        "form_set",
        "form_role",
    )

    display_name = String(
        display_name=gettext_noop("Display name"),
        help=gettext_noop("The title learners see above this block."),
        scope=Scope.settings,
        default="Bài tập kỹ năng số",
    )
    max_attempts = Integer(
        display_name=gettext_noop("Number of attempts"),
        help=gettext_noop("How often a learner may answer; 0 means no limit."),
        scope=Scope.settings,
        default=0,
        values={"min": 0, "max": 1000, "step": 1},
    )
    show_answer = String(
        display_name=gettext_noop("Show the solution"),
        help=gettext_noop("When a learner may see the solution and the explanation of a question."),
        scope=Scope.settings,
        default="after_attempts",
        values=[
            {
                "value": "after_attempts",
                "display_name": gettext_noop("Once answered right, or no attempt is left"),
            },
            {"value": "after_pass", "display_name": gettext_noop("Once answered right")},
            {"value": "never", "display_name": gettext_noop("Never")},
        ],
    )
    skills = String(
        display_name=gettext_noop("Skill codes"),
        help=gettext_noop("Codes of skill frameworks with blanks between them, such as tt02:4.2."),
        scope=Scope.settings,
        default="",
    )
    # {"group": code of the variant answered, "answers": chosen author ids by item id}
    last_answers = Dict(scope=Scope.user_state, default={})
    # how many hints of each item were asked for, by item id
    hints_used = Dict(scope=Scope.user_state, default={})

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
        context = {**self._body(exercise, group), "binding": self.binding(group)}
        if groups_in(self.olx):
            context.update(self.group_context(group), asks_group=True)
        return self.fragment("skills_exercise/learner.html", context, **_files_of(exercise))

    def public_view(self, _context: dict[str, Any] | None = None) -> Fragment:
        """The common text to read; answering needs an account."""
        exercise, faults = self._drawn("")
        if faults:
            return self.unavailable_fragment(faults)
        context = {**self._body(exercise, "", read_only=True), "read_only": True}
        return self.fragment("skills_exercise/learner.html", context, **_files_of(exercise))

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
            "skills": skills.named_skills(self.skills, self.language),
        }
        shown = [self._read(code)[0] for code in ("", *groups_in(self.olx))]
        return self.fragment("skills_exercise/author.html", context, **_files_of(*shown))

    def student_view_data(self, _context: dict[str, Any] | None = None) -> dict[str, Any]:
        """What the platform collects at publishing, for every learner alike: no answers, no learner."""
        exercise, faults = self._read("")
        items = () if faults else common_items(exercise)
        return {
            "display_name": self.display_name,
            "skills": self.skills.split(),
            "max_attempts": self.max_attempts,
            "items": [{"type": i.tag, "prompt": i.prompt.text, "points": float(i.points)} for i in items],
        }

    def index_dictionary(self) -> dict[str, Any]:
        """Texts for the course search, without answers."""
        exercise, faults = self._read("")
        words = () if faults else index_words(exercise)
        return {**super().index_dictionary(), **self.index_text(*words)}

    @json_endpoint
    def submit(self, data: dict[str, Any]) -> dict[str, Any]:
        """Grade and count one attempt; the same `attempt_id` again gives the same attempt again."""
        attempt_id = attempt_id_of(data)
        group = self.target_group
        exercise, ids, rules = self._open_exercise(group), self._ids(), self._rules()
        store, result = self.attempts, None
        counted = store.find(attempt_id)
        if counted is None:
            self.check_binding(data, group)
            answers = answers_of(data, exercise, ids, closed=rules.is_closed(now()))
            result = grade(exercise, answers)
            counted = self._claim(store, attempt_id, group, answers, result)
        share = counted.earned / counted.possible if counted.possible else 0.0
        # A replay only makes up for state that was lost: what staff have set since then stays.
        if not counted.replayed or not self.has_attempted:
            self.last_answers = {name: counted.result.get(name) for name in ("group", "answers")}
            self.record_share(share)
        standing = self._standing(group, used=None if counted.replayed else counted.number)
        result = None if counted.replayed else result
        new = page.reply_page(exercise, ids, rules, standing, now=now(), result=result)
        return {
            "attempt": counted.number,
            **{name: new[name] for name in ("score", "possible", "can_answer")},
            "head": draw_head(new, max_attempts=self.max_attempts),
            "items": drawn_items(new["reports"]),
        }

    @json_endpoint
    def hint(self, data: dict[str, Any]) -> dict[str, Any]:
        """Give the next hint of one item and note that it was asked for."""
        exercise = self._open_exercise(self.target_group)
        name, seen = text_of(data, "item", limit=40), data.get("seen")
        item_id = self._ids().find(name, ITEM_PATH, [item.id for item in exercise.items])
        item = exercise.item(item_id) if item_id else None
        here = page.hint_at(item, self._ids(), data.get("at")) if item else None
        if here:
            self.hints_used = {**self.hints_used, here[0]: 1}
            return {"html": self.html("skills_exercise/hint_here.html", {"hint": here[1]})}
        if item is None or not isinstance(seen, int) or isinstance(seen, bool) or not item.hints:
            raise HandlerError(
                "unknown_hint", _("There is no such hint here. Reload the page and try again.")
            )
        shown = page.next_hint(item, min(seen, self.hints_used.get(item.id, 0)))
        if shown > self.hints_used.get(item.id, 0):
            self.hints_used = {**self.hints_used, item.id: shown}
        html = self.html("skills_exercise/hint.html", {"hint": item.hints[shown - 1], "number": shown})
        return {"shown": shown, "left": len(item.hints) - shown, "html": html}

    def _claim(
        self,
        store: attempts.AttemptStore,
        attempt_id: str,
        group: str,
        answers: dict[str, Answer],
        result: Result,
    ) -> attempts.CountedAttempt:
        shares = {name: float(each.fraction) for name, each in result.outcomes.items()}
        kept = {"group": group, "answers": answers, "items": shares}
        outcome = attempts.Outcome(*result.counted, kept)
        try:
            return store.claim(attempt_id, limit=self.max_attempts, grade=lambda: outcome)
        except attempts.AttemptsUsedError:
            message = _("All attempts have been used. The best result is kept.")
            raise HandlerError("attempts_used", message, status=403) from None

    def _body(self, exercise: Exercise, group: str, *, read_only: bool = False) -> dict[str, Any]:
        body = page.body_page(exercise, self._ids(), self._rules(), self._standing(group), now=now())
        for item in body["items"]:
            item["report_html"] = draw_report(item["report"]) if item["report"] else ""
        self._draw_contents(body["parts"])
        return {**body, "head_html": draw_head(body, max_attempts=self.max_attempts, read_only=read_only)}

    def _standing(self, group: str, *, used: int | None = None) -> page.Standing:
        answered = self.has_attempted and self.last_answers.get("group", "") == group
        return page.Standing(
            answers=(self.last_answers.get("answers") or {}) if answered else None,
            attempts_used=used or (self.attempts.used() if self.has_attempted else 0),
            best_share=self.earned_share,
            hints_used=self.hints_used,
            sees_all=self.is_staff,
        )

    def _open_exercise(self, group: str) -> Exercise:
        exercise, faults = self._drawn(group)
        if faults:
            message = _("This exercise is being prepared. Please come back later.")
            raise HandlerError("unavailable", message, status=409)
        return exercise

    def _rules(self) -> Rules:
        # due, graceperiod and show_correctness are the platform's own inherited fields.
        return Rules(
            max_attempts=self.max_attempts,
            show_answer=self.show_answer,
            due=getattr(self, "due", None),
            grace=getattr(self, "graceperiod", None) or timedelta(0),
            show_correctness=getattr(self, "show_correctness", None) or "always",
        )

    def _ids(self) -> OpaqueIds:
        key = salted_hmac("digital_literacy.exercises", self.learner_key, algorithm="sha256")
        return OpaqueIds(key.digest())


def _files_of(*exercises: Exercise) -> dict[str, list[str]]:
    """The scripts and styles of the item types that stand in `exercises`."""
    kinds = {item.tag: type_of(item) for exercise in exercises for item in exercise.items}
    scripts = [name for tag, kind in kinds.items() for name in (*kind.scripts, f"exercise/{tag}.js")]
    return {
        "scripts": list(dict.fromkeys(scripts)),
        "styles": [f"exercise/{tag}.css" for tag, kind in kinds.items() if kind.has_style],
    }
