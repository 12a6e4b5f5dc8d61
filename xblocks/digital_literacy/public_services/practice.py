"""From a block's OLX to a practice: one for the common text and one for each target group that has variants."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from lxml import etree

from digital_literacy.frameworks import skills
from digital_literacy.olx import variants
from digital_literacy.olx.faults import Fault
from digital_literacy.olx.messages import gettext_noop
from digital_literacy.public_services import library
from digital_literacy.public_services.checking import FAULT_TEXTS, read_form
from digital_literacy.public_services.elements import Elements
from digital_literacy.public_services.half_filled import half_filled
from digital_literacy.public_services.library.scenarios import FORMS, choose, scenarios
from digital_literacy.public_services.library.scenarios import groups as library_groups
from digital_literacy.public_services.marking import golden_values
from digital_literacy.public_services.reading import read_rubric, read_service
from digital_literacy.public_services.reading_scenario import read_scenario
from digital_literacy.public_services.scenario import Practice
from digital_literacy.public_services.service import Service

TAG = "service_practice"
MODES = ("show", "try", "test", "faults")
DEFAULT_SERVICE = "1.004194"

NO_FRAMEWORKS: skills.Frameworks = {}

Lineage = Callable[[str], Sequence[str]]


def read_practice(
    element: etree._Element, lineage: Sequence[str] = ()
) -> tuple[Practice | None, list[Fault]]:
    """Read one resolved tree.

    Args:
        element: `service_practice` after `olx.variants.resolve`, with the attributes `service`, `mode`, `scenario` and
            `form`.
        lineage: the learner's target group and its parents, for a scenario of the library.

    Returns:
        The practice, or `None` where there are faults, and the faults.
    """
    elements = Elements()
    elements.known(element, attributes=" ".join(map(str, element.attrib)), children="service scenario rubric")
    service = _service(element, elements)
    mode = elements.attribute(element, "mode", among=MODES, default="try")
    source = _scenario(element, elements, lineage)
    if service is None or source is None:
        return None, elements.faults
    scenario = read_scenario(source, service, elements)
    own = elements.one(element, "rubric", needed=False)
    practice = Practice(
        service, scenario, mode, read_rubric(own, elements) if own is not None else service.rubric
    )
    _check_golden(source, practice, elements)
    if practice.half_filled and not (scenario.slips or scenario.paper_slips):
        elements.fault(
            source,
            gettext_noop("There is no mistake to find in this scenario."),
            gettext_noop('Write <slip field="…">the wrong value</slip>, or choose another mode.'),
        )
    if elements.faults:
        return None, elements.faults
    return (half_filled(practice) if practice.half_filled else practice), []


def _service(element: etree._Element, elements: Elements) -> Service | None:
    inline = elements.one(element, "service", needed=False)
    if inline is not None:
        service, faults = read_service(inline)
        elements.faults.extend(faults)
        return service
    code = element.get("service", DEFAULT_SERVICE)
    service = library.load(code)
    if service is None:
        elements.fault(
            element,
            gettext_noop("The library has no service “%(code)s”."),
            gettext_noop(
                'Write service="…" with one of: %(known)s; or describe the service inside the block.'
            ),
            code=code[:40],
            known=", ".join(library.codes()),
        )
    return service


def uses_library(element: etree._Element) -> bool:
    """Whether a block takes its scenario from the library: it has neither one of its own nor a service of its own."""
    return element.find(".//scenario") is None and element.find(".//service") is None


def _scenario(element: etree._Element, elements: Elements, lineage: Sequence[str]) -> etree._Element | None:
    wanted = element.get("scenario", "")
    if not uses_library(element):
        if wanted:
            elements.fault(
                element,
                gettext_noop("The block has a scenario of its own and names one of the library too."),
                gettext_noop('Remove scenario="…", or the <scenario> inside.'),
            )
        return elements.one(element, "scenario")
    code = element.get("service", DEFAULT_SERVICE)
    form = elements.attribute(element, "form", among=FORMS, default=FORMS[0])
    found = choose(code, wanted=wanted, form=form, lineage=lineage)
    if found is None:
        elements.fault(
            element,
            gettext_noop("The library has no such scenario for the service “%(code)s”."),
            gettext_noop('Write a <scenario> inside, or scenario="…" with one of: %(known)s.'),
            code=code[:40],
            known=", ".join(each.id for each in scenarios(code)) or "-",
        )
        return None
    return found.element()


def _check_golden(source: etree._Element, practice: Practice, elements: Elements) -> None:
    """What the author expects must itself pass the form: otherwise nobody could do it right.

    Beside other faults only an `<expect>` without one is looked at: what else fails may follow from them.
    """
    service, scenario = practice.service, practice.scenario
    form = read_form(service, scenario, golden_values(service, scenario), commune=scenario.commune)
    expects = {child.get("field"): child for child in source.iterfind("expect")}
    faulty = {fault.line for fault in elements.faults}
    for fault in form.faults:
        place = expects.get(fault.field.id)
        if faulty and (place is None or place.get("from") or place.sourceline in faulty):
            continue
        item = fault.field
        elements.fault(
            source if place is None else place,
            gettext_noop("“%(label)s” breaks a rule of the form: %(message)s")
            if fault.message
            else FAULT_TEXTS[fault.code],
            gettext_noop(
                "The right answer of a scenario must itself pass the form. "
                'Correct <expect field="%(id)s">…</expect>, or the persona, or today="…".'
            ),
            id=item.id,
            label=item.label,
            message=fault.message,
            minimum=item.minimum,
            maximum=item.maximum,
        )


def groups_named(source: etree._Element) -> list[str]:
    """Codes of the groups that have a variant, or a scenario of the library."""
    named = list(variants.groups_named(source))
    if uses_library(source) and not source.get("scenario"):
        named += library_groups(source.get("service", DEFAULT_SERVICE))
    return list(dict.fromkeys(named))


def find_faults(
    source: etree._Element,
    *,
    groups: Collection[str],
    lineage: Lineage,
    frameworks: skills.Frameworks = NO_FRAMEWORKS,
) -> list[Fault]:
    """Check a whole source, variants included, and name every fault once, in order of line.

    Args:
        source: `service_practice` as the author wrote it.
        groups: codes of the target groups of this platform.
        lineage: gives a group's code and its parents' codes.
        frameworks: the skill frameworks of this platform; empty to accept any.
    """
    elements = Elements()
    _check_skills(source, elements, frameworks)
    for variant in variants.variants_of(source):
        named = variant.get("group", "").split()
        elements.known(variant, attributes="group", children="service scenario rubric " + _BELOW)
        if not named or not set(named) <= set(groups):
            elements.fault(
                variant,
                gettext_noop("“%(code)s” is not a target group of this platform."),
                gettext_noop('Write group="…" with one or more of: %(known)s.'),
                code=variant.get("group", "")[:60],
                known=", ".join(groups),
            )
    faults = [*elements.faults, *read_practice(variants.resolve(source))[1]]
    for group in groups_named(source):
        if group in groups:
            faults += read_practice(variants.resolve(source, lineage(group)), lineage(group))[1]
    return sorted(_once(faults), key=lambda fault: fault.line)


def _check_skills(source: etree._Element, elements: Elements, frameworks: skills.Frameworks) -> None:
    for element in source.iter(TAG, "field", "paper"):
        codes = element.get("skills" if element.tag == TAG else "skill", "")
        for found in skills.check(codes, frameworks):
            elements.fault(element, found.problem, found.cure, **found.params)


# A variant may stand inside any element, so these may stand in a variant.
_BELOW = (
    "story persona place expect tray attach slip supplement person note item option request search result fact fee "
    "term eligibility question payment way page section rows field paper rule label hint why clue reason title look "
    "intro name summary agency form text"
)


def _once(faults: Sequence[Fault]) -> list[Fault]:
    found: list[Fault] = []
    for fault in faults:
        if fault not in found:
            found.append(fault)
    return found
