"""Reads what a browser sends: shapes, known ids and sizes, before anything is understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from digital_literacy.olx.messages import gettext_noop
from digital_literacy.public_services.formats import MAX_TYPED
from digital_literacy.public_services.rubric import DATE_FORMAT, LURE, NOT_ELIGIBLE, STRANGER, WRONG_PROCEDURE
from digital_literacy.public_services.scenario import Practice
from digital_literacy.public_services.service import Service
from digital_literacy.vietnamese import personal_data

LONGEST = 4 * MAX_TYPED  # a text with every blank and mark that cleaning takes away


class InvalidAnswerError(ValueError):
    """An answer no page of ours sends. `part` names where; what was sent is never repeated."""

    message = gettext_noop("The part “%(part)s” of the answer cannot be read. Reload the page and try again.")

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


@dataclass(frozen=True)
class Answers:
    """What was sent, by known ids only.

    Attributes:
        values: typed text by field id.
        papers: tray item by paper id.
        commune: code of the place chosen: a commune, or a province where the service is filed with one.
        choices: answer by question id.
        path: mistakes on the way that the browser saw, `kind:id`.
    """

    values: dict[str, str] = field(default_factory=dict)
    papers: dict[str, str] = field(default_factory=dict)
    commune: str = ""
    choices: dict[str, str] = field(default_factory=dict)
    path: tuple[str, ...] = ()


def read_answers(practice: Practice, sent: Mapping[str, Any]) -> Answers:
    """Read the object a browser sends.

    Raises:
        InvalidAnswerError: a part has a wrong type, an unknown id or an impossible size.
    """
    return Answers(
        values=_values(practice, sent.get("values", {})),
        papers=_papers(practice, sent.get("papers", {})),
        commune=_commune(practice, sent.get("commune", "")),
        choices=_choices(practice, sent.get("choices", {})),
        path=path_of(practice, sent.get("path", [])),
    )


def real_looking(sent: Mapping[str, Any]) -> list[str]:
    """Where a real-looking value stands: field ids, and an empty name for any other place.

    Raises:
        InvalidAnswerError: a text or a key is longer than any field takes; nothing was searched then.
    """
    texts = list(personal_data.texts_of(sent))
    if any(len(text) > LONGEST for text in texts):
        raise InvalidAnswerError("values")
    if not any(map(personal_data.find, texts)):
        return []
    values = sent.get("values")
    places = []
    if isinstance(values, Mapping):
        places = [str(key) for key, value in values.items() if personal_data.find_in(value)]
        if any(personal_data.find_in(str(key)) for key in values):
            places.append("")
    rest = {key: value for key, value in sent.items() if key != "values"}
    return [*places, ""] if personal_data.find_in(rest) else places


def path_of(practice: Practice, opened: Any) -> tuple[str, ...]:
    """The mistakes among what was opened on the way, each once.

    Args:
        practice: the practice.
        opened: ids of search results, `question:answer` of questions and `date_format:field`.

    Raises:
        InvalidAnswerError: not a list of such texts.
    """
    if not isinstance(opened, list) or len(opened) > 100 or not all(isinstance(each, str) for each in opened):
        raise InvalidAnswerError("path")
    return tuple(dict.fromkeys(entry for each in opened for entry in _entry(practice.service, each)))


def _entry(service: Service, opened: str) -> list[str]:
    kind, _, identifier = opened.partition(":")
    if not identifier:
        result = service.result(opened)
        if result is None:
            raise InvalidAnswerError("path")
        return [] if result.correct else [f"{LURE if result.lure else WRONG_PROCEDURE}:{result.id}"]
    item = service.field(identifier)
    if kind == DATE_FORMAT and item and item.kind == "date":
        return [opened]
    question = service.question(kind)
    answer = question.answer(identifier) if question else None
    if answer is None:
        raise InvalidAnswerError("path")
    return [] if answer.correct else [f"{STRANGER if answer.lure else NOT_ELIGIBLE}:{opened}"]


def _choices(practice: Practice, sent: Any) -> dict[str, str]:
    if not isinstance(sent, dict):
        raise InvalidAnswerError("choices")
    for key, chosen in sent.items():
        question = practice.service.question(key)
        if question is None or not isinstance(chosen, str) or (chosen and question.answer(chosen) is None):
            raise InvalidAnswerError("choices")
    return dict(sent)


def _values(practice: Practice, sent: Any) -> dict[str, str]:
    if not isinstance(sent, dict) or not sent.keys() <= practice.service.by_id.keys():
        raise InvalidAnswerError("values")
    for text in sent.values():
        if not isinstance(text, str) or len(text) > LONGEST:
            raise InvalidAnswerError("values")
    return dict(sent)


def _papers(practice: Practice, sent: Any) -> dict[str, str]:
    if not isinstance(sent, dict):
        raise InvalidAnswerError("papers")
    for paper, item in sent.items():
        known = isinstance(item, str) and (not item or practice.scenario.item(item) is not None)
        if practice.service.paper(paper) is None or not known:
            raise InvalidAnswerError("papers")
    return dict(sent)


def _commune(practice: Practice, sent: Any) -> str:
    if not isinstance(sent, str) or (sent and not practice.service.is_place(sent)):
        raise InvalidAnswerError("commune")
    return sent
