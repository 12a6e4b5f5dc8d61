"""The common base of the doors."""

from __future__ import annotations

from collections.abc import Iterable

from web_fragments.fragment import Fragment

from digital_literacy.blocks.learner import LearnerMixin
from digital_literacy.blocks.olx_fields import OlxFieldsMixin
from digital_literacy.blocks.rendering import add_assets, render
from digital_literacy.blocks.studio import StudioMixin
from digital_literacy.blocks.telling import TellingMixin
from digital_literacy.olx.faults import Fault


class DigitalLiteracyBlock(LearnerMixin, TellingMixin, OlxFieldsMixin, StudioMixin):
    """OLX in and out, learner context, Studio editing and the notice of a block that cannot be shown.

    A door names its front end in `script` and `style` (file names in `assets/public/`, may be empty) and the
    script's init function in `init_function`.
    """

    resources_dir = "assets"
    has_author_view = True  # else Studio would preview `student_view`
    script = ""
    aids: tuple[str, ...] = ()  # scripts of `assets/public/` that several doors use
    style = ""
    init_function = "DigitalLiteracyBlock"

    def fragment(
        self,
        template: str,
        context: dict[str, object],
        *,
        starts: bool = True,
        styles: Iterable[str] = (),
        scripts: Iterable[str] = (),
    ) -> Fragment:
        """Render a learner's view inside the block's root element, with styles and scripts.

        Args:
            template: path below `templates/digital_literacy/`.
            context: the template's context; `block`, `html_id` and `learner_key` are added.
            starts: whether the script is started on it.
            styles, scripts: more files of `assets/public/`, after the block's own.
        """
        fragment = Fragment(self.html(template, context))
        add_assets(
            fragment,
            self,
            styles=("core.css", self.style, *styles),
            scripts=("core.js", *self.aids, self.script, *scripts),
        )
        if starts:
            fragment.initialize_js(self.init_function)
        return fragment

    def html(self, template: str, context: dict[str, object]) -> str:
        """Render a template of the suite with the block's own context."""
        own = {"block": self, "html_id": self.html_id, "learner_key": self.learner_key}
        return render(template, {**own, **context})

    def unavailable_fragment(self, faults: list[Fault]) -> Fragment:
        """A calm notice for learners; staff also read what is wrong and where."""
        shown = faults if self.is_staff else []
        return self.fragment("blocks/unavailable.html", {"faults": shown}, starts=False)
