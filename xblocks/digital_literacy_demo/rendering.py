"""Blocks on a page: each in its place, a broken one too."""

from __future__ import annotations

import logging
import traceback
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from opaque_keys.edx.keys import UsageKey
from web_fragments.fragment import Fragment

from digital_literacy_demo.models import Block
from digital_literacy_demo.runtime import DemoRuntime

log = logging.getLogger(__name__)


@dataclass
class PlacedBlock:
    """One block of a page. `error` says why it cannot be shown; learners only see that it cannot."""

    block: Block
    fragment: Fragment = field(default_factory=Fragment)
    error: str = ""
    messages: list[str] = field(default_factory=list)

    @property
    def html(self) -> SafeString:
        """The block's own HTML."""
        return mark_safe(self.fragment.body_html())


@dataclass
class Page:
    """The blocks of a page and what they need loaded, each file once."""

    blocks: list[PlacedBlock]

    @property
    def head(self) -> SafeString:
        """Styles."""
        return mark_safe(self._resources().head_html())

    @property
    def foot(self) -> SafeString:
        """Scripts."""
        return mark_safe(self._resources().foot_html())

    def _resources(self) -> Fragment:
        together = Fragment()
        for resource in dict.fromkeys(r for placed in self.blocks for r in placed.fragment.resources):
            together._resources.append(resource)
        return together


def place(runtime: DemoRuntime, block: Block, view: str) -> PlacedBlock:
    """Render one block; whatever its class does, the page goes on."""
    placed = PlacedBlock(block)
    if block.problem:
        placed.error = block.problem
        return placed
    try:
        with transaction.atomic():
            xblock = runtime.get_block(UsageKey.from_string(block.usage_key))
            placed.fragment = runtime.render(xblock, _view_of(view, xblock), {})
            if runtime.studio:
                placed.messages = [str(message.text) for message in xblock.validate().messages]
    except Exception as error:
        log.exception("Block %s cannot be shown", block.usage_key)
        placed.fragment, placed.error = Fragment(), _described(error)
    return placed


def _view_of(view: str, xblock: Any) -> str:
    """Studio previews `author_view` only where a block says that it has one (cms preview.py)."""
    previews = view == "author_view" and not getattr(xblock, "has_author_view", False)
    return "student_view" if previews else view


def _described(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    where = f" ({frames[-1].filename.rpartition('/')[2]}:{frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}: {error}{where}" if str(error) else f"{type(error).__name__}{where}"


def calm_notice() -> str:
    """What learners read in the place of a broken block."""
    return _("This part cannot be shown right now. You can go on with the rest of the page.")
