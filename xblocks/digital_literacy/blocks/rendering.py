"""Render the suite's templates the same way in the LMS, in Studio and anywhere else."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from django.template import Context, Engine
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


def add_assets(fragment: Fragment, block: Any, *, styles: Iterable[str], scripts: Iterable[str]) -> None:
    """Add files of `assets/public/` by URL, so that several blocks of a unit load each once."""
    for name in filter(None, styles):
        fragment.add_css_url(block.runtime.local_resource_url(block, f"public/{name}"))
    for name in filter(None, scripts):
        fragment.add_javascript_url(block.runtime.local_resource_url(block, f"public/{name}"))
