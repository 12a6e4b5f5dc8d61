"""The certificate: a learner who has passed proves who he is and receives a certificate that anyone can
check."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from lxml import etree
from web_fragments.fragment import Fragment
from xblock.completable import XBlockCompletionMode
from xblock.core import XBlock
from xblock.fields import Scope, String

from digital_literacy.blocks.base import DigitalLiteracyBlock
from digital_literacy.blocks.handlers import HandlerError, json_endpoint
from digital_literacy.blocks.scenarios import scenarios_of
from digital_literacy.blocks.studio import for_authors
from digital_literacy.certificates.plan import Goal, Plan
from digital_literacy.certificates.requirements import COURSE_GRADE, SKILL, Definition, Requirement, read
from digital_literacy.learners.installed import has_app
from digital_literacy.learners.skills import named_skills
from digital_literacy.olx.faults import Fault
from digital_literacy.olx.messages import gettext_noop

# Raise it whenever what the consent says changes; it is kept with every login.
CONSENT_VERSION = "2026-11.3"

_SAMPLE = """
  <achievement skills="tt02:1.1 tt02:4.2">
    <name>Kỹ năng số cơ bản</name>
    <description><p>Tìm kiếm thông tin, dùng dịch vụ công trực tuyến và tự bảo vệ trên mạng.</p></description>
    <criteria><p>Đạt ít nhất 60% số điểm của khóa học.</p></criteria>
  </achievement>
  <requirement kind="course_grade" minimum="0.6"/>
  <identity level="2"/>
"""


@XBlock.needs("i18n")
@XBlock.wants("user", "studio_user_permissions")
class VneidCertificateBlock(DigitalLiteracyBlock, XBlock):
    """Fields, views and the handler that sets out; everything else stands in `certificates` and
    `identity`."""

    script = "vneid_certificate.js"
    style = "vneid_certificate.css"
    init_function = "DigitalLiteracyVneidCertificate"
    workbench_scenarios = scenarios_of("vneid_certificate")
    has_author_view = True
    # Nothing is learnt here, so a unit is complete without it.
    completion_mode = XBlockCompletionMode.EXCLUDED

    display_name = String(
        display_name=gettext_noop("Display name"),
        help=gettext_noop("The title learners see above this block."),
        scope=Scope.settings,
        default="Giấy chứng nhận hoàn thành khóa học",
    )

    @classmethod
    def check_olx(cls, element: etree._Element) -> list[Fault]:
        """Faults of the definition."""
        return read(element)[1]

    def olx_samples(self) -> list[dict[str, str]]:
        """One whole definition."""
        return [{"name": _("A certificate for passing the course"), "olx": _SAMPLE}]

    @XBlock.supports("multi_device")
    def student_view(self, _context: dict[str, Any] | None = None) -> Fragment:
        """What is asked, how far the learner is, and the way to the certificate."""
        faults = self.source_faults()
        if faults:
            return self.unavailable_fragment(faults)
        definition = self._definition()
        context: dict[str, object] = {
            "definition": definition,
            "state": self._state(definition),
            "consent_version": CONSENT_VERSION,
        }
        return self.fragment("vneid_certificate/student.html", context)

    public_view = student_view

    @for_authors
    def author_view(self, _context: dict[str, Any] | None = None) -> Fragment:
        """What the author has set, in words, and whether the platform is set up for it."""
        faults = self.source_faults()
        if faults:
            return self.unavailable_fragment(faults)
        definition = self._definition()
        context: dict[str, object] = {
            "definition": definition,
            "goals": self._goals(definition),
            "set_up": self._provider_label(),
        }
        return self.fragment("vneid_certificate/author.html", context)

    @json_endpoint
    def start(self, data: dict[str, Any]) -> dict[str, Any]:
        """Begin the login: the reply says where the browser goes. Grades are looked at again when it
        comes back."""
        if data.get("consent") is not True or data.get("consent_version") != CONSENT_VERSION:
            raise HandlerError(
                "consent", _("Tick the box first: without your consent nothing is asked or kept.")
            )
        if self.user_id is None or not has_app():
            raise HandlerError("signed_out", _("Sign in to the course first."), status=403)
        if self.source_faults() or self.in_library:
            raise HandlerError(
                "not_ready", _("This certificate is being prepared. Please come back later."), status=409
            )
        return {"location": self._set_out(self._definition(), self.user_id)}

    def index_dictionary(self) -> dict[str, Any]:
        """An entry for the course search."""
        text = "" if self.source_faults() else self._definition().name
        return {"content": {"display_name": self.display_name, "text": text}, "content_type": "Certificate"}

    def _set_out(self, definition: Definition, user_id: int) -> str:
        from digital_literacy.certificates import learner_state as states
        from digital_literacy.identity import purposes, transactions

        state: Any = self._state(definition)
        if state.kind not in states.MAY_SET_OUT:
            raise HandlerError(state.kind, _REFUSALS[state.kind](), status=409)
        plan = Plan(
            name=definition.name,
            description=definition.description.text,
            criteria=definition.criteria.text,
            skills=definition.skills,
            goals=self._goals(definition),
            level=definition.level,
            representative=definition.representative,
            valid_months=definition.valid_months,
        )
        ticket = transactions.begin(
            user_id=user_id,
            course_key=self.course_key,
            usage_key=str(self.scope_ids.usage_id),
            provider=state.provider_code,
            purpose=purposes.CERTIFICATE,
            context=plan.to_json(),
            consent_version=CONSENT_VERSION,
        )
        return states.address("start_login", ticket)

    def _definition(self) -> Definition:
        return read(self.source_element())[0]

    def _state(self, definition: Definition) -> object:
        if self.user_id is None or self.in_library or not has_app():
            return None
        from digital_literacy.certificates.learner_state import learner_state

        return learner_state(
            user_id=self.user_id,
            course_key=self.course_key,
            usage_key=str(self.scope_ids.usage_id),
            goals=self._goals(definition),
        )

    def _provider_label(self) -> str:
        if not has_app():
            return ""
        from digital_literacy.certificates.learner_state import usable_provider

        provider = usable_provider()
        return provider.config.label if provider else ""

    def _goals(self, definition: Definition) -> tuple[Goal, ...]:
        return tuple(self._goal(one) for one in definition.requirements)

    def _goal(self, one: Requirement) -> Goal:
        if one.kind == COURSE_GRADE:
            return Goal(one.kind, one.minimum)
        if one.kind == SKILL:
            (named,) = named_skills(one.code, "vi")
            number = one.code.partition(":")[2]
            title = f"{number} {named['title']}".strip()
            return Goal(one.kind, one.minimum, title=title, code=one.code, blocks=one.blocks)
        return Goal(one.kind, one.minimum, *self._find_block(one))

    def _find_block(self, requirement: Requirement) -> tuple[str, str]:
        """Usage key and title of a block that a requirement names by its `url_name`."""
        keys = [self._sibling_key(block_type, requirement.block) for block_type in requirement.block_types]
        for key in keys:
            try:
                return str(key), str(self.runtime.get_block(key).display_name or requirement.block)
            except Exception:  # every runtime raises its own classes for a block that is not there
                continue
        return str(keys[0]), requirement.block

    def _sibling_key(self, block_type: str, url_name: str) -> Any:
        context = getattr(self.scope_ids.usage_id, "context_key", None)
        if context is None or self.in_library:
            return url_name
        return context.make_usage_key(block_type, url_name)


_REFUSALS = {
    "not_set_up": lambda: _("The login for certificates is not set up yet. Please tell the course team."),
    "waiting": lambda: _("You have logged in already. Load the page again to see what is missing."),
    "issued": lambda: _("You already have this certificate. Load the page again to see it."),
    "revoked": lambda: _("Your certificate was revoked. Please ask the course team."),
}
