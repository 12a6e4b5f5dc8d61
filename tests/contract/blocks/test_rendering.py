"""What is drawn once is kept without what only one learner has."""

from __future__ import annotations

import gc
import weakref

import pytest
from django.utils import translation

from digital_literacy.blocks.rendering import render_once
from digital_literacy.blocks.source_field import SourceField


class Own:
    """Something only this learner has."""


def test_the_context_is_asked_for_once_and_not_kept():
    own, asked = Own(), []
    gone = weakref.ref(own)

    def context(own=own):
        asked.append(own is not None)
        return {"mark": {"correct": True}}

    first = render_once("skills_exercise/mark.html", context, key="test-once")
    assert render_once("skills_exercise/mark.html", context, key="test-once") == first
    assert asked == [True]
    del own, context
    gc.collect()
    assert gone() is None


def test_each_language_is_drawn_apart():
    drawn = set()
    for language in ("vi", "en"):
        with translation.override(language):
            drawn.add(
                render_once("skills_exercise/mark.html", lambda: {"mark": {"correct": True}}, key="test-l")
            )
    assert len(drawn) == 2


@pytest.mark.parametrize("stored", [None, 1, ["<p/>"]])
def test_a_source_is_a_text(stored):
    with pytest.raises(TypeError, match="text"):
        SourceField().from_json(stored)
