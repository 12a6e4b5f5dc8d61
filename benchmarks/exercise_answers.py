"""Right answers to a skills exercise, found in the page by their text as a learner finds them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any
from uuid import uuid4

from lxml import etree, html
from web_fragments.fragment import Fragment

from benchmarks.subjects import Answer, Submission, Visit
from digital_literacy.exercises.model import Item
from digital_literacy.exercises.reading import read_exercise
from digital_literacy.olx.markup import RichText
from digital_literacy.olx.variants import resolve


def right_answers(element: etree._Element) -> Answer:
    """How to answer this exercise right, every question of it."""
    exercise, _faults = read_exercise(resolve(element))

    def answer(_visit: Visit, fragment: Fragment) -> list[Submission]:
        page = html.fromstring(fragment.content)
        # Of a pool the page shows only some, so each is found by its words.
        items = {item.prompt.text: item for item in exercise.items}
        shown = [(section, items[_words(_prompt(section))]) for section in page.xpath("//*[@data-dl-item]")]
        answers = {section.get("data-dl-item"): _ANSWERS[item.tag](item, section) for section, item in shown}
        binding = page.xpath("string(//@data-dl-binding)")
        return [Submission("submit", {"attempt_id": str(uuid4()), "answers": answers, "binding": binding})]

    return answer


def _prompt(section: html.HtmlElement) -> str:
    return str(section.find_class("dl-prompt")[0].text_content())


def _single(item: Any, section: html.HtmlElement) -> str:
    return _ticked(section, "a", [option.text for option in item.options if option.correct])[0]


def _multiple(item: Any, section: html.HtmlElement) -> list[str]:
    return _ticked(section, "a", [option.text for option in item.options if option.correct])


def _ordering(item: Any, section: html.HtmlElement) -> list[str]:
    shown = {
        _words(step.xpath("string(.//*[contains(@id, '-t')])")): step.get("data-dl-step")
        for step in section.xpath(".//*[@data-dl-step]")
    }
    return [shown[_text(step.text)] for step in item.steps]


def _triage(item: Any, section: html.HtmlElement) -> dict[str, Any]:
    clues = [part.text for part in item.message.parts if part.clue]
    return {
        "verdict": item.verdict,
        "clues": _ticked(section, "clues", clues) if clues else [],
        "action": _ticked(section, "action", [action.text for action in item.actions if action.correct])[0],
    }


def _deck(item: Any, section: html.HtmlElement) -> dict[str, str]:
    tokens = {
        _words(card.xpath("string(.//*[contains(@class, 'dl-card-text')])")): card.get("data-dl-card")
        for card in section.xpath(".//*[@data-dl-card]")
    }
    return {tokens[_text(card.text)]: card.answer for card in item.cards}


def _conversation(item: Any, section: html.HtmlElement) -> list[str]:
    place = section.xpath(".//*[@data-begin]/@data-begin")[0]
    tokens = []
    for say in item.talk.best_path()[0]:
        buttons = section.xpath(f".//template[@data-dl-place='{place}']//*[@data-dl-say]")
        button = next(each for each in buttons if _words(each.text_content()) == _text(say.text))
        tokens.append(button.get("data-dl-say"))
        place = button.get("data-to")
    return tokens


_ANSWERS: dict[str, Callable[[Item, html.HtmlElement], Any]] = {
    "single_choice": _single,
    "multiple_choice": _multiple,
    "ordering": _ordering,
    "message_triage": _triage,
    "quick_deck": _deck,
    "conversation": _conversation,
}


def _ticked(section: html.HtmlElement, group: str, texts: Collection[RichText]) -> list[str]:
    """Values of the inputs in a group whose labels hold one of the texts.

    Raises:
        LookupError: the page has other inputs than the exercise.
    """
    wanted = {_text(text) for text in texts}
    labels = section.xpath(f".//fieldset[@data-dl-answers='{group}']//label[input]")
    values = [label.find("input").get("value") for label in labels if _words(label.text_content()) in wanted]
    if len(values) < len(wanted):
        raise LookupError(f"The page shows {len(values)} of {len(wanted)} right answers of group {group}.")
    return values


def _text(text: RichText) -> str:
    return _words(html.fromstring(f"<div>{text.html}</div>").text_content())


def _words(text: str) -> str:
    return " ".join(text.split())
