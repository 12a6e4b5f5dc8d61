"""Render the suite's templates the same way in the LMS, in Studio and anywhere else."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from django.template import Context, Engine
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from web_fragments.fragment import Fragment

_TEMPLATES = Path(__file__).resolve().parent.parent / "templates" / "digital_literacy"


@cache
def _engine() -> Engine:
    # Our own engine: the LMS's app-directory loader goes through Mako, and other hosts may have no loader at all.
    return Engine(
        dirs=[str(_TEMPLATES)],
        libraries={
            "i18n": "django.templatetags.i18n",
            "dl": "digital_literacy.blocks.template_tags",
        },
        builtins=["django.templatetags.i18n", "digital_literacy.blocks.template_tags"],
    )


def render(template: str, context: dict[str, Any]) -> str:
    """Render `templates/digital_literacy/<template>` with the active language; everything is escaped."""
    return str(_engine().get_template(template).render(Context(context)))


Draw = Callable[[], dict[str, Any]]


class _Drawing:
    """How to make a template's context, compared by a key which says all that the HTML depends on."""

    __slots__ = ("draw", "key")

    def __init__(self, key: Hashable, draw: Draw) -> None:
        self.key, self.draw = key, draw

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Drawing) and self.key == other.key


def render_once(template: str, draw: Draw, *, key: Hashable) -> SafeString:
    """Render what is the same for many learners, once in a process.

    Args:
        draw: makes the template's context; called where there is no HTML yet.
        key: everything in the context that the HTML depends on; the language is added.
    """
    return _render_once(template, _Drawing(key, draw), get_language() or "vi")


@lru_cache(maxsize=2048)
def _render_once(template: str, drawing: _Drawing, language: str) -> SafeString:
    context = drawing.draw()
    drawing.draw = dict  # the key is kept with the HTML: what only this learner has must not be kept with it
    return mark_safe(render(template, context))


def add_assets(fragment: Fragment, block: Any, *, styles: Iterable[str], scripts: Iterable[str]) -> None:
    """Add files of `assets/public/` by URL, so that several blocks of a unit load each once."""
    for name in filter(None, styles):
        fragment.add_css_url(block.runtime.local_resource_url(block, f"public/{name}"))
    for name in filter(None, scripts):
        fragment.add_javascript_url(block.runtime.local_resource_url(block, f"public/{name}"))
