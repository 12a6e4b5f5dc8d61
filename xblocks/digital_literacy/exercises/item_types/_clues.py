"""A message with all its clues marked and explained: for when the solution may be shown."""

from __future__ import annotations

from dataclasses import dataclass

from digital_literacy.exercises.item_types._message import Message, Part
from digital_literacy.olx.markup import RichText


@dataclass(frozen=True)
class Piece:
    """A piece of the message; `number` counts the clues from 1, and is 0 for what is none."""

    text: RichText
    number: int = 0
    reason: RichText | None = None


@dataclass(frozen=True)
class Stretch:
    """What stands together: a head (`address`, `from`, `subject`), a line (`them`, `me`), or the text (``)."""

    kind: str
    pieces: tuple[Piece, ...]

    @property
    def clues(self) -> tuple[Piece, ...]:
        """The pieces that are clues."""
        return tuple(piece for piece in self.pieces if piece.number)


def marked_up(message: Message) -> tuple[Stretch, ...]:
    """The message from top to bottom, its clues numbered in the order in which they are read."""
    texts = [(name, text) for name, text in message.heads.items() if text]
    texts += [(line.by, line.text) for line in message.spoken]
    stretches: list[Stretch] = []
    number = 0
    for kind, text in texts:
        pieces = []
        for piece in message.stretches(text):
            if isinstance(piece, Part) and piece.clue:
                number += 1
                pieces.append(Piece(piece.text, number, piece.reason))
            else:
                pieces.append(Piece(piece.text if isinstance(piece, Part) else piece))
        stretches.append(Stretch(kind, tuple(pieces)))
    return tuple(stretches)
