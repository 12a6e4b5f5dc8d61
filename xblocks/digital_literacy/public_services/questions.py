"""Questions of the flow whose wrong answers lead away from it: who the procedure is for, and how a fee is paid."""

from __future__ import annotations

from dataclasses import dataclass

from digital_literacy.olx.markup import RichText


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One answer. `reason` says why a wrong one is wrong; a `lure` is a trap that costs a real person money."""

    id: str
    title: str
    look: RichText = RichText()
    reason: RichText = RichText()
    correct: bool = False
    lure: bool = False


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question and its answers; every `correct` one leads on."""

    id: str
    text: str
    answers: tuple[Answer, ...] = ()

    def answer(self, identifier: str) -> Answer | None:
        """The answer with this id."""
        return next((found for found in self.answers if found.id == identifier), None)


@dataclass(frozen=True, kw_only=True)
class Payment:
    """How the fee is paid: before filing (`filing`), or when the agency asks for it (`obligation`)."""

    due: str = "filing"
    question: Question = Question(id="payment", text="")
