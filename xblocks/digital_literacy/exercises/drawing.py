"""What one learner gets of an exercise: which items of its pools, which of its forms.

Everything is drawn by a keyed hash of the author's ids (rendezvous hashing): the entries of a pool, or the forms,
are put in the order of their hashes and the first ones are taken. So a draw is the same at every load and on every
device; and when an author adds an entry later, only those learners are drawn something new who draw that entry.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass

from digital_literacy.exercises.model import AlternateForm, Content, Exercise, Item, Part, Pool

ROLES = ("pre", "post")
Drawn = tuple[Item | Content, ...]


@dataclass(frozen=True)
class Seed:
    """What a learner's draw hangs on.

    Attributes:
        key: secret, different for each learner and block. From guessable values alone a learner could work out
            what others get.
        form_key: secret, different for each learner; the same for all blocks of one set of forms.
        role: of a set's blocks, `pre` takes the first form of the learner's order and `post` the second.
    """

    key: bytes
    form_key: bytes
    role: str = ROLES[0]


def drawn(exercise: Exercise, seed: Seed) -> Exercise:
    """What the learner with `seed` gets: an exercise without pools and forms, worth the same as any other draw.

    The items of a pool keep the author's order unless the pool is shuffled. With two forms or more, `pre` and `post`
    never give the same one.
    """
    if exercise.is_drawn:
        return exercise
    parts = exercise.parts + (_form(exercise.forms, seed).parts if exercise.forms else ())
    return Exercise(intro=exercise.intro, parts=tuple(each for part in parts for each in _drawn(part, seed)))


def _form(forms: tuple[AlternateForm, ...], seed: Seed) -> AlternateForm:
    order = sorted(forms, key=lambda form: _rank(seed.form_key, "form", form.id))
    return order[1 if seed.role == ROLES[1] and len(order) > 1 else 0]


def _drawn(part: Part, seed: Seed) -> Drawn:
    if not isinstance(part, Pool):
        return (part,)
    names = [entry[-1].id for entry in part.entries]
    order = sorted(range(len(names)), key=lambda place: _rank(seed.key, "draw", names[place]))[: part.draw]
    order.sort(key=(lambda place: _rank(seed.key, "order", names[place])) if part.shuffle else None)
    return tuple(each for place in order for each in part.entries[place])


def _rank(key: bytes, *words: str) -> bytes:
    return hmac.digest(key, "\x1f".join(words).encode(), "sha256")
