"""Content that changed in Studio."""

from __future__ import annotations

import logging
from dataclasses import asdict

from opaque_keys.edx.keys import UsageKey

from digital_literacy_demo.block_parsing import collect_scoring
from digital_literacy_demo.models import Block
from digital_literacy_demo.runtime import DemoRuntime

log = logging.getLogger(__name__)


def collect_again(usage_key: str) -> None:
    """Collect what the gradebook needs after a block may have been changed."""
    if not Block.objects.filter(usage_key=usage_key, edited=True, problem="").exists():
        return
    key = UsageKey.from_string(usage_key)
    try:
        block = DemoRuntime(course_key=key.context_key, user=None, studio=True).get_block(key)
        Block.objects.filter(usage_key=usage_key).update(**asdict(collect_scoring(block)))
    except Exception:  # the block shows its fault in its place; the gradebook keeps what it knew
        log.exception("Scoring of %s could not be collected", usage_key)
