"""Plants strings that exist nowhere else in the secret fields of an item type's sample.

It knows no type: it walks the sample's XML and goes by what the type declares as `secrets` and `open`.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from digital_literacy.exercises.item_types import ItemType, item_types
from digital_literacy.exercises.reading import read_exercise
from digital_literacy.olx.faults import Fault
from digital_literacy.olx.markup import TAGS
from digital_literacy.olx.parsing import parse
from digital_literacy.olx.variants import resolve

# Another question of the exercise, through which the canaries must not come out either.
OTHER = """<single_choice id="other">
  <prompt><p>Trang nào?</p></prompt>
  <option id="x" correct="true"><text>Một</text></option>
  <option id="y"><text>Hai</text></option>
  <hint><p>Gợi ý của câu khác</p></hint>
</single_choice>"""


@dataclass(frozen=True)
class Planted:
    """An exercise with canaries, by the place each was planted in."""

    olx: str
    canaries: dict[str, str]


def exercise_of(item: etree._Element, attributes: str = "") -> str:
    text = etree.tostring(item, encoding="unicode", with_tail=False)
    return f'<skills_exercise url_name="b" version="1" {attributes}>{OTHER}{text}</skills_exercise>'


def faults_of(item: etree._Element) -> list[Fault]:
    return read_exercise(resolve(parse(exercise_of(item))))[1]


def undeclared(kind: ItemType) -> list[str]:
    """Elements and attributes of the sample that the type declares neither as secret nor as open."""
    known = kind.secrets | kind.open | TAGS | {kind.tag, "@href"}
    found: dict[str, None] = {}
    for element in parse(kind.sample).iter(etree.Element):
        found.update(dict.fromkeys([str(element.tag), *(f"@{name}" for name in element.attrib)]))
    return [name for name in found if name not in known]


def plant(tag: str, attributes: str = "") -> Planted:
    """The sample of `tag` with a canary in every secret text and every secret attribute that can hold one.

    Raises:
        AssertionError: something secret cannot be told from what may be shown; says what to do.
    """
    kind = item_types()[tag]
    item, canaries = parse(kind.sample), {}
    for number, slot in enumerate(_slots(item, kind)):
        planted = _plant_one(item, slot, number)
        if planted:
            canaries[f"{number} {slot}"] = planted
    return Planted(exercise_of(item, attributes), canaries)


def mutations(tag: str) -> Iterator[str]:
    """The sample with other right answers: every valid change of a secret attribute that has only a few words.

    A learner's page must be the same for all of them.
    """
    kind = item_types()[tag]
    sample = parse(kind.sample)
    for slot in _slots(sample, kind):
        if isinstance(slot.name, str) and slot.name != "id":
            for changed in (*_other_words(sample, slot), _turned_round(sample, slot)):
                if faults_of(changed) == []:
                    yield exercise_of(changed)


@dataclass(frozen=True)
class Slot:
    """A secret place: the element with this number in document order, its text or one attribute."""

    index: int
    tag: str
    name: str | None = None

    def __str__(self) -> str:
        return f"<{self.tag} {self.name}>" if self.name else f"<{self.tag}>"

    def element(self, item: etree._Element) -> etree._Element:
        return list(item.iter(etree.Element))[self.index]


def _slots(item: etree._Element, kind: ItemType) -> list[Slot]:
    slots = []
    for index, element in enumerate(item.iter(etree.Element)):
        # What has parts of its own is looked at part by part.
        whole = all(child.tag in TAGS for child in element.iterchildren(etree.Element))
        if element.tag in kind.secrets and whole and "".join(element.itertext()).strip():
            slots.append(Slot(index, str(element.tag)))
        slots += [Slot(index, str(element.tag), str(n)) for n in element.attrib if f"@{n}" in kind.secrets]
    return slots


def _plant_one(item: etree._Element, slot: Slot, number: int) -> str:
    for canary in (f"CANARY{number}Q", f"7{number:03d}93"):
        changed = copy.deepcopy(item)
        _write(changed, slot, canary)
        if faults_of(changed) == []:
            _write(item, slot, canary)
            return canary
    if slot.name == "id" or (slot.name and _words_for(item, slot)):
        return ""  # a reference that means nothing else, or one of a few words: see `mutations`
    old = slot.element(item).get(slot.name) if slot.name else "".join(slot.element(item).itertext()).strip()
    assert len(old) >= 4, (
        f"No canary fits {slot} and “{old}” is too short to look for: lengthen it in the sample"
    )
    return old


def _write(item: etree._Element, slot: Slot, canary: str) -> None:
    element = slot.element(item)
    if slot.name == "id":
        old = element.get("id")
        for each in item.iter(etree.Element):  # and wherever it is referred to
            for name, value in each.attrib.items():
                if value == old and (name != "id" or each is element):
                    each.set(name, canary)
    elif slot.name:
        element.set(slot.name, canary)
    elif canary.isdigit():
        element.text = canary
    else:
        inner = next(each for each in element.iter(etree.Element) if (each.text or "").strip())
        inner.text = f"{canary} {inner.text}"


def _words_for(item: etree._Element, slot: Slot) -> list[str]:
    """The words the reader would accept for an attribute that takes one of a few."""
    changed = copy.deepcopy(item)
    _write(changed, slot, "CANARY")
    known = [str(f.params.get("known", "")) for f in faults_of(changed) if f.params.get("name") == slot.name]
    return known[0].split(", ") if known else []


def _other_words(item: etree._Element, slot: Slot) -> Iterator[etree._Element]:
    for word in _words_for(item, slot):
        changed = copy.deepcopy(item)
        _write(changed, slot, word)
        yield changed


def _turned_round(item: etree._Element, slot: Slot) -> etree._Element:
    """The attribute's values among the siblings, last to first."""
    changed = copy.deepcopy(item)
    element = slot.element(changed)
    parent = element.getparent()
    siblings = parent.findall(slot.tag) if parent is not None else []
    for each, value in zip(siblings, [each.get(slot.name) for each in siblings][::-1], strict=True):
        each.attrib.pop(slot.name, None)
        if value is not None:
            each.set(slot.name, value)
    return changed
