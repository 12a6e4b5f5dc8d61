"""A faultless form of a service practice, filled into the inputs that the page has."""

from __future__ import annotations

from uuid import uuid4

from lxml import etree, html
from web_fragments.fragment import Fragment

from benchmarks.subjects import Answer, Submission, Visit
from digital_literacy.olx.variants import resolve
from digital_literacy.public_services.checking import read_form
from digital_literacy.public_services.marking import golden_choices, golden_values
from digital_literacy.public_services.practice import read_practice
from digital_literacy.public_services.scenario import Practice


def right_answers(element: etree._Element) -> Answer:
    """How to file this dossier right, from the right procedure to the last paper.

    Raises:
        LookupError: the practice has faults.
    """
    practice, faults = read_practice(resolve(element))
    if practice is None:
        raise LookupError(f"The practice has faults, the first in line {faults[0].line}.")
    path = [result.id for result in practice.service.results if result.correct]

    def answer(_visit: Visit, fragment: Fragment) -> list[Submission]:
        page = html.fromstring(fragment.content)
        answers = {
            "values": _values(practice, page),
            "papers": _papers(practice, page),
            "commune": practice.service.place_of(practice.scenario.commune),
            "choices": golden_choices(practice.service),
            "path": path,
        }
        binding = page.xpath("string(//@data-dl-binding)")
        return [Submission("submit", {"attempt_id": str(uuid4()), "answers": answers, "binding": binding})]

    return answer


def _values(practice: Practice, page: html.HtmlElement) -> dict[str, str]:
    """What is typed or chosen in the inputs that are shown; a box left empty is sent as `no`."""
    service, scenario = practice.service, practice.scenario
    golden = golden_values(service, scenario)
    shown = read_form(service, scenario, golden, commune=scenario.commune).values
    inputs = {each.get("data-sp-input"): each for each in page.xpath("//*[@data-sp-input]")}
    if not inputs:
        raise LookupError("The page has no form to fill in.")
    typed = {
        name: golden.get(name, "no" if inputs[name].get("type") == "checkbox" else "") for name in inputs
    }
    return {name: text for name, text in typed.items() if text and shown.get(name)}


def _papers(practice: Practice, page: html.HtmlElement) -> dict[str, str]:
    chosen = {}
    for select in page.xpath("//select[@data-sp-paper]"):
        right = practice.scenario.attach.get(select.get("data-sp-paper"), ())
        offered = {option.get("value") for option in select.iter("option")}
        if right and right[0] in offered:
            chosen[select.get("data-sp-paper")] = right[0]
    return chosen
