"""The service practice: a learner files an online public service for a fictional person, from search to result."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from lxml import etree
from web_fragments.fragment import Fragment
from xblock.core import XBlock
from xblock.fields import Integer, Scope, String

from digital_literacy.blocks.base import DigitalLiteracyBlock
from digital_literacy.blocks.dossier_filing import DossierFilingMixin
from digital_literacy.blocks.group_choice import GroupChoiceMixin
from digital_literacy.blocks.rendering import render
from digital_literacy.blocks.response_report import DossierReportMixin
from digital_literacy.blocks.scenarios import scenarios_of
from digital_literacy.blocks.scoring import ScoringMixin
from digital_literacy.blocks.service_studio import ServiceStudioMixin
from digital_literacy.blocks.studio import for_authors
from digital_literacy.learners import groups, skills
from digital_literacy.olx.faults import Fault, OlxError
from digital_literacy.olx.messages import gettext_noop
from digital_literacy.public_services import library, page
from digital_literacy.public_services.browser_rules import rules_of_page
from digital_literacy.public_services.library import scenarios as library_scenarios
from digital_literacy.public_services.practice import DEFAULT_SERVICE, find_faults
from digital_literacy.public_services.preview import preview_page
from digital_literacy.public_services.scenario import Practice
from digital_literacy.public_services.source import Source, groups_in, practice_of


@XBlock.needs("i18n")
@XBlock.wants("user", "completion", "studio_user_permissions")
class ServicePracticeBlock(
    ServiceStudioMixin,
    DossierFilingMixin,
    DigitalLiteracyBlock,
    GroupChoiceMixin,
    ScoringMixin,
    DossierReportMixin,
    XBlock,
):
    """Fields, views and handlers; what a service is and how a dossier is marked stands in `public_services`."""

    script = "service_practice.js"
    style = "service_practice.css"
    aids = ("reading.js",)
    init_function = "DigitalLiteracyServicePractice"
    workbench_scenarios = scenarios_of("service_practice")
    editable_fields = (
        "display_name",
        "service",
        "scenario",
        "form",
        "mode",
        "weight",
        "max_attempts",
        "skills",
    )

    display_name = String(
        display_name=gettext_noop("Display name"),
        help=gettext_noop("The title learners see above this block."),
        scope=Scope.settings,
        default="Thực hành dịch vụ công",
    )
    service = String(
        display_name=gettext_noop("Service"),
        help=gettext_noop("A service of the library, unless the content describes one of its own."),
        scope=Scope.settings,
        default=DEFAULT_SERVICE,
        # Read when somebody chooses, not at import.
        values=lambda: [
            {"value": code, "display_name": f"{name} ({code})"} for code, name in library.names().items()
        ],
    )
    scenario = String(
        display_name=gettext_noop("Scenario of the library"),
        help=gettext_noop("Who files and why. Not used where the content has a scenario of its own."),
        scope=Scope.settings,
        default="",
        values=lambda: [
            {"value": "", "display_name": gettext_noop("By the learner's group")},
            *({"value": code, "display_name": title} for code, title in library_scenarios.titles().items()),
        ],
    )
    form = String(
        display_name=gettext_noop("Form of the scenario"),
        help=gettext_noop(
            "Two forms are equally hard: one for a test before the lesson, the other for one after."
        ),
        scope=Scope.settings,
        default="a",
        values=[{"value": "a", "display_name": "A"}, {"value": "b", "display_name": "B"}],
    )
    mode = String(
        display_name=gettext_noop("Mode"),
        help=gettext_noop("How the practice is played."),
        scope=Scope.settings,
        default="try",
        values=[
            {"value": "show", "display_name": gettext_noop("Show, filled in and explained; not graded")},
            {"value": "try", "display_name": gettext_noop("Practise, with hints")},
            {"value": "test", "display_name": gettext_noop("Test, without hints")},
            {"value": "faults", "display_name": gettext_noop("Find the mistakes in a half-filled dossier")},
        ],
    )
    max_attempts = Integer(
        display_name=gettext_noop("Number of attempts"),
        help=gettext_noop("How many dossiers a learner may file; 0 means no limit."),
        scope=Scope.settings,
        default=0,
        values={"min": 0, "max": 1000, "step": 1},
    )
    skills = String(
        display_name=gettext_noop("Skill codes"),
        help=gettext_noop("Codes of skill frameworks with blanks between them, such as tt02:2.3."),
        scope=Scope.settings,
        default="",
    )

    @classmethod
    def check_olx(cls, element: etree._Element) -> list[Fault]:
        """Faults of the content, in the common text and in every variant."""
        codes, known = [group.code for group in groups.target_groups()], skills.skill_frameworks()
        return find_faults(element, groups=codes, lineage=groups.lineage, frameworks=known)

    def source_faults(self) -> list[Fault]:
        """Faults of the stored source, read with the settings."""
        return super().source_faults() if self.is_rejected else self._faults_of(self.olx)

    def _faults_of(self, olx: str) -> list[Fault]:
        try:
            source = Source(olx, self.service, self.mode, self.scenario, self.form)
            return self.check_olx(source.element())
        except OlxError as error:
            return list(error.faults)

    # Views

    @XBlock.supports("multi_device")
    def student_view(self, _context: dict[str, Any] | None = None) -> Fragment:
        """The practice for the learner's group, or the dossier he has filed."""
        done = self.standing()
        group = done.group if done.dossier else self.target_group
        practice, faults = self.read_practice(group)
        if practice is None:
            return self.unavailable_fragment(faults)
        context: dict[str, Any] = {"binding": self.binding(group), "together": done.together}
        if done.dossier:
            context["dossier_html"] = self.dossier_html(practice, done)
        else:
            context.update(self.group_context(group), work_html=self._work_html(group))
            context["asks_group"] = bool(groups_in(self._source()))
            context["closed"] = self.is_closed()
        return self._fragment("service_practice/learner.html", context)

    def public_view(self, _context: dict[str, Any] | None = None) -> Fragment:
        """The procedure and the story to read; filing needs an account."""
        practice, faults = self.read_practice("")
        if practice is None:
            return self.unavailable_fragment(faults)
        return self._fragment("service_practice/public.html", page.practice_page(practice, today=localdate()))

    @for_authors
    def author_view(self, _context: dict[str, Any] | None = None) -> Fragment:
        """The facts with their warnings, and every group's story with the right answers, for Studio."""
        common, faults = self.read_practice("")
        if common is None:
            return self.unavailable_fragment(faults)
        names = {"": _("Common text"), **{g.code: g.name(self.language) for g in groups.target_groups()}}
        found = [(code, self.read_practice(code)[0]) for code in ("", *groups_in(self._source()))]
        context: dict[str, Any] = {
            **page.practice_page(common, today=localdate()),
            "previews": [
                {"name": names[code], **preview_page(practice)} for code, practice in found if practice
            ],
            "warnings": page.warnings(common.service, today=localdate()),
            "skills": skills.named_skills(self.skills or "", self.language),
        }
        return self._fragment("service_practice/author.html", context)

    def index_dictionary(self) -> dict[str, Any]:
        """Texts for the course search."""
        practice, _faults = self.read_practice("")
        texts = (practice.service.name, practice.scenario.story.text) if practice else ()
        return {**super().index_dictionary(), **self.index_text(*texts)}

    @property
    def has_score(self) -> bool:  # type: ignore[override]  # a plain attribute of the other blocks
        """Whether the platform counts this block; what is only shown is not counted."""
        return self.mode != "show"

    def read_practice(self, group: str) -> tuple[Practice | None, list[Fault]]:
        """The practice as a target group has it, or its faults."""
        source = self._source()
        if not source.olx and self.is_rejected:
            return None, self.source_faults()
        return practice_of(source, groups.lineage(group))

    def _source(self) -> Source:
        text = self.olx
        # Settings are slow to read, and those of the library do not count beside a scenario of the block's own.
        if "<scenario" in text and "<!--" not in text:
            return Source(text, self.service, self.mode)
        return Source(text, self.service, self.mode, self.scenario, self.form)

    def _work_html(self, group: str) -> SafeString:
        source = (self._source(), groups.lineage(group))
        return _work_cached(source, self.html_id, get_language() or "vi", localdate())

    def _fragment(self, template: str, context: dict[str, Any]) -> Fragment:
        fragment = self.fragment(template, context)
        # The rules both sides share, the second built on the first.
        for name in ("personal_data.js", "service_rules.js"):
            fragment.add_javascript_url(self.runtime.local_resource_url(self, f"public/{name}"))
        return fragment


@lru_cache(maxsize=64)
def _work_cached(source: tuple[Any, ...], html_id: str, language: str, today: date) -> SafeString:
    # The flow is the same for every learner of a group, and long: it is rendered once, in the active language.
    practice, _faults = practice_of(*source)
    context = {**page.practice_page(practice, today=today), "rules": rules_of_page(practice, _)}
    return mark_safe(render("service_practice/work.html", {**context, "html_id": html_id}))
