"""What may be told of an exercise to everybody: no answers, and nothing that only some learners are drawn.

The platform's search and its course outline show this to all learners: a question of a post-test would be found there
before the test.
"""

from __future__ import annotations

from digital_literacy.exercises.content_types import content_type_of
from digital_literacy.exercises.item_types import type_of
from digital_literacy.exercises.model import Content, Exercise, Item


def common_items(exercise: Exercise) -> tuple[Item, ...]:
    """The items that every learner gets."""
    return tuple(part for part in exercise.common_parts if isinstance(part, Item))


def index_words(exercise: Exercise) -> tuple[str, ...]:
    """Texts for a search index, in order."""
    words = [exercise.intro.text]
    for part in exercise.common_parts:
        if isinstance(part, Content):
            words += content_type_of(part).words(part)
        else:
            words += (part.prompt.text, *type_of(part).words(part))
    return tuple(words)
