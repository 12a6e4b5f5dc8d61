"""Right and wrong answers to an exercise, found as a person finds them: by the words on the page."""

from __future__ import annotations

from typing import Any

from lxml import etree

from digital_literacy.olx.markup import plain_text
from digital_literacy_demo.check.client import StepFailed

Answers = dict[str, Any]


def answers_for(block: Any, exercise: etree._Element, *, right: bool) -> Answers:
    """What the block's script would send.

    Args:
        block: the block on the page.
        exercise: its OLX, resolved for the learner's group; tells what is right.
        right: whether every item is answered right, or every item wrong.
    """
    # Of a pool the page shows only some, so each is found by its words.
    items = {plain_text(item.find("prompt")): item for item in exercise.iter(*_BUILDERS)}
    answers = {}
    for section in block.xpath(".//*[@data-dl-item]"):
        prompt = " ".join(section.find_class("dl-prompt")[0].text_content().split())
        if prompt not in items:
            raise StepFailed(f"the page asks “{prompt}”, the course does not")
        answers[section.get("data-dl-item")] = _BUILDERS[str(items[prompt].tag)](
            section, items[prompt], right
        )
    if not answers:
        raise StepFailed("the page shows no question")
    return answers


def feedback_of(exercise: etree._Element, *, right: bool) -> list[str]:
    """The authored feedback of the options that `answers_for` chooses."""
    texts = []
    for item in exercise.iter("single_choice"):
        option = _pick(item, "option", right)[0]
        found = option.find("feedback")
        if found is not None:
            texts.append(plain_text(found))
    return texts


def _pick(item: etree._Element, tag: str, right: bool) -> list[etree._Element]:
    return [part for part in item.findall(tag) if (part.get("correct") == "true") is right]


def _words(part: etree._Element) -> str:
    return plain_text(part.find("text") if part.find("text") is not None else part)


def _token(section: Any, group: str, words: str) -> str:
    for label in section.xpath(f'.//*[@data-dl-answers="{group}"]//label'):
        if " ".join(label.text_content().split()).startswith(words):
            return str(label.xpath("./input/@value")[0])
    raise StepFailed(f"“{words}” is not among the choices on the page")


def _single(section: Any, item: etree._Element, right: bool) -> str:
    return _token(section, "a", _words(_pick(item, "option", right)[0]))


def _multiple(section: Any, item: etree._Element, right: bool) -> list[str]:
    return [_token(section, "a", _words(part)) for part in _pick(item, "option", right)]


def _ordering(section: Any, item: etree._Element, right: bool) -> list[str]:
    tokens = {}
    for step in section.xpath(".//*[@data-dl-step]"):
        words = " ".join(step.xpath('.//*[contains(@id, "-t")]')[0].text_content().split())
        tokens[words] = str(step.get("data-dl-step"))
    order = [tokens[_words(step)] for step in item.findall("step")]
    return order if right else order[::-1]


def _triage(section: Any, item: etree._Element, right: bool) -> dict[str, Any]:
    verdict = item.find("verdict").get("answer")
    clues = []
    for part in item.iter("part"):
        if (part.get("clue") == "true") is right:
            clues.append(_token(section, "clues", _part_words(part)))
    return {
        "verdict": verdict if right else {"scam": "genuine", "genuine": "scam"}[verdict],
        "clues": clues,
        "action": _token(section, "action", _words(_pick(item, "action", right)[0])),
    }


def _part_words(part: etree._Element) -> str:
    pieces = [part.text or ""]
    for child in part:
        if child.tag != "reason":
            pieces.append(plain_text(child))
        pieces.append(child.tail or "")
    return " ".join("".join(pieces).split())


def _deck(section: Any, item: etree._Element, right: bool) -> dict[str, str]:
    tokens = {
        " ".join(card.xpath('.//*[contains(@class, "dl-card-text")]')[0].text_content().split()): card
        for card in section.xpath(".//*[@data-dl-card]")
    }
    other = {"first": "second", "second": "first"}
    return {
        str(tokens[_words(card)].get("data-dl-card")): card.get("answer")
        if right
        else other[card.get("answer")]
        for card in item.findall("card")
    }


def _conversation(section: Any, item: etree._Element, right: bool) -> list[str]:
    """The way to the first safe end, or to the first unsafe one, by the words on the buttons."""
    wanted = {end.get("id") for end in item.findall("end") if (end.get("outcome") == "safe") is right}
    ways: list[tuple[str, list[str]]] = [(item.find("turn").get("id"), [])]
    place = section.xpath(".//*[@data-begin]/@data-begin")[0]
    for here, path in ways:
        if here in wanted:
            break
        turn = item.find(f'turn[@id="{here}"]')
        ways += [
            (say.get("to"), [*path, _words(say)]) for say in (turn.iter("say") if turn is not None else ())
        ]
    tokens = []
    for words in path:
        buttons = section.xpath(f'.//template[@data-dl-place="{place}"]//*[@data-dl-say]')
        button = next(each for each in buttons if " ".join(each.text_content().split()) == words)
        tokens.append(str(button.get("data-dl-say")))
        place = button.get("data-to")
    return tokens


def _short_answer(_section: Any, item: etree._Element, right: bool) -> str:
    return str(item.findtext("accept")) if right else "không phải câu này"


def _cloze(section: Any, item: etree._Element, right: bool) -> dict[str, Any]:
    places = section.xpath(".//*[@data-dl-gap]")
    return {
        place.get("data-dl-gap"): _gap(place, gap, right)
        for place, gap in zip(places, item.iter("gap"), strict=True)
    }


def _gap(place: Any, gap: etree._Element, right: bool) -> str:
    words = " ".join("".join(gap.xpath("text()")).split()) if right else ""
    if gap.find("choice") is None:
        return (words or str(gap.findtext("accept"))) if right else "không phải câu này"
    words = words or _words(_pick(gap, "choice", right)[0])
    found = [option for option in place.iter("option") if " ".join(option.text_content().split()) == words]
    return str(found[0].get("value"))


def _screen(section: Any, item: etree._Element, right: bool) -> dict[str, Any]:
    """The author's way, or one step that leads nowhere; a task that is shown is only looked at."""
    if item.get("mode") == "show":
        return {"seen": True}
    if right:
        return {"actions": [_action(section, item, step) for step in item.findall("path/step")]}
    there = section.xpath(".//section[not(@hidden)]//*[@data-dl-part][not(@hidden)][.//*[@data-dl-tap]]")[-1]
    typed = ["không phải"] if there.xpath(".//*[@data-dl-typed]") else []
    return {"actions": [[str(there.get("data-dl-part")), *typed]]}


def _action(section: Any, item: etree._Element, step: etree._Element) -> list[str]:
    if step.get("tap") == "back":
        return ["back"]
    part = item.find(f'screen/*[@id="{step.get("tap")}"]')
    title = part.getparent().get("title")
    screens = [each for each in section.xpath(".//section") if each.find("h4").text_content().endswith(title)]
    for place in (each for screen in screens for each in screen.xpath(".//*[@data-dl-part]")):
        names = place.xpath(".//*[@data-dl-name]")
        if names and _joined(names[0].text_content()) == _joined(_words(part)):
            typed = [str(step.get("type"))] if step.get("type") else []
            return [str(place.get("data-dl-part")), *typed]
    raise StepFailed(f"“{_words(part)}” is not on the screen “{title}”")


def _joined(words: str) -> str:
    """Without blanks: a line break on the page is none in its text."""
    return "".join(words.split())


_BUILDERS = {
    "screen_task": _screen,
    "quick_deck": _deck,
    "conversation": _conversation,
    "single_choice": _single,
    "multiple_choice": _multiple,
    "ordering": _ordering,
    "message_triage": _triage,
    "short_answer": _short_answer,
    "cloze": _cloze,
}
