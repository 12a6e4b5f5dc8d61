"""From OLX to the questions of a service: `<eligibility>` and `<payment>`."""

from __future__ import annotations

from lxml import etree

from digital_literacy.olx.messages import gettext_noop
from digital_literacy.public_services.elements import Elements
from digital_literacy.public_services.questions import Answer, Payment, Question


def read_eligibility(element: etree._Element, elements: Elements) -> tuple[Question, ...]:
    """The questions of the only `<eligibility>` in `element`, if there is one."""
    child = elements.one(element, "eligibility", needed=False)
    if child is None:
        return ()
    elements.known(child, children="question")
    taken = {"payment"}
    return tuple(_question(part, taken, elements) for part in elements.each(child, "question"))


def _question(child: etree._Element, taken: set[str], elements: Elements) -> Question:
    elements.known(child, attributes="id", children="text option")
    identifier, text = elements.identifier(child, taken), elements.text(child, "text")
    return Question(id=identifier, text=text, answers=_answers(child, "option", elements))


def read_payment(element: etree._Element, elements: Elements) -> Payment | None:
    """The only `<payment>` in `element`, if there is one."""
    child = elements.one(element, "payment", needed=False)
    if child is None:
        return None
    elements.known(child, attributes="due", children="text way")
    question = Question(
        id="payment", text=elements.text(child, "text"), answers=_answers(child, "way", elements)
    )
    return Payment(
        due=elements.attribute(child, "due", among=("filing", "obligation"), default="filing"),
        question=question,
    )


def _answers(child: etree._Element, tag: str, elements: Elements) -> tuple[Answer, ...]:
    taken: set[str] = set()
    answers = tuple(_answer(part, taken, elements) for part in elements.each(child, tag))
    if not any(answer.correct for answer in answers) or all(answer.correct for answer in answers):
        elements.fault(
            child,
            gettext_noop("Of the answers here one must lead on and another must not."),
            gettext_noop('Mark what is right correct="true" and give the others a <reason>.'),
        )
    return answers


def _answer(part: etree._Element, taken: set[str], elements: Elements) -> Answer:
    lures = "lure" if part.tag == "way" else ""
    elements.known(part, attributes=f"id correct {lures}", children="title look reason")
    correct = elements.flag(part, "correct")
    return Answer(
        id=elements.identifier(part, taken),
        title=elements.text(part, "title"),
        look=elements.rich(part, "look"),
        reason=elements.rich(part, "reason", needed=not correct),
        correct=correct,
        lure=elements.flag(part, "lure"),
    )
