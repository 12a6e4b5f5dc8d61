"""A certificate as readers see it, on the page and on paper: always from the signed document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from digital_literacy.certificates.config import time_zone
from digital_literacy.certificates.credential import (
    BLOCK_RESULT,
    COURSE_RESULT,
    IDENTITY,
    SIMULATED,
    SKILL_RESULT,
    grouped_id,
    holder_name,
    page_url,
)
from digital_literacy.certificates.jsonld import Document
from digital_literacy.certificates.keys import Issuer
from digital_literacy.certificates.models import Credential
from digital_literacy.certificates.pdf import Sheet
from digital_literacy.certificates.revoking import SUPERSEDED
from digital_literacy.certificates.verification import Verdict, judge

_LABELS = {IDENTITY: _("Identity"), COURSE_RESULT: _("Course result")}
_TITLED = {BLOCK_RESULT: _("Result in"), SKILL_RESULT: _("Result in the skill")}


@dataclass(frozen=True)
class Shown:
    """What stands on the public page."""

    identifier: str
    grouped: str
    name: str
    course: str
    achievement: str
    description: str
    criteria: str
    issuer: str
    issued_on: str
    valid_until: str
    revoked_on: str
    replaced_by: str
    level: int
    simulated: bool
    skills: tuple[str, ...]
    evidence: tuple[tuple[Any, str], ...]


def shown(credential: Credential) -> Shown:
    """The page's content."""
    document = credential.document
    achievement = document["credentialSubject"]["achievement"]
    return Shown(
        identifier=credential.identifier,
        grouped=grouped_id(credential.identifier),
        name=holder_name(document),
        course=credential.course_title,
        achievement=_unmarked(achievement["name"]),
        description=_unmarked(achievement["description"]),
        criteria=achievement["criteria"]["narrative"],
        issuer=document["issuer"]["name"],
        issued_on=day(_valid_from(document)),
        valid_until=day(_moment(document["validUntil"])) if "validUntil" in document else "",
        revoked_on=day(credential.revoked_at) if credential.revoked_at else "",
        replaced_by=_replaced_by(credential),
        level=credential.level,
        simulated=credential.simulated,
        skills=skill_names(document),
        evidence=tuple((_label(item["name"]), item["narrative"]) for item in document["evidence"]),
    )


def has_ended(credential: Credential) -> bool:
    """Whether its time is over."""
    until = credential.document.get("validUntil")
    return until is not None and _moment(until) <= timezone.now()


def _replaced_by(credential: Credential) -> str:
    """The number of the certificate that took this one's place."""
    if credential.revocation_kind != SUPERSEDED:
        return ""
    current = Credential.objects.filter(award_id=credential.award_id, revoked_at=None).exclude(document={})
    return current.values_list("pk", flat=True).first() or ""


def verdict_of(issuer: Issuer, credential: Credential, document: Document | None = None) -> Verdict:
    """The verdict on the registered certificate, or on what somebody hands over as it."""
    return judge(
        issuer,
        credential.document if document is None else document,
        registered=credential.document,
        revoked=credential.revoked_at is not None,
        now=timezone.now(),
    )


def sheet(issuer: Issuer, credential: Credential) -> Sheet:
    """The page to print."""
    document = credential.document
    local = _valid_from(document).astimezone(time_zone())
    return Sheet(
        identifier=credential.identifier,
        holder_name=holder_name(document),
        course_title=credential.course_title,
        achievement_name=_unmarked(document["credentialSubject"]["achievement"]["name"]),
        issuer_name=document["issuer"]["name"],
        issued_on=f"Ngày {local.day} tháng {local.month} năm {local.year}{_until(document)}",
        identity=document["evidence"][-1]["narrative"],
        skills=skill_names(document),
        page=page_url(issuer, credential.identifier),
        simulated=credential.simulated,
    )


def _until(document: Document) -> str:
    return f" – có giá trị đến {day(_moment(document['validUntil']))}" if "validUntil" in document else ""


def skill_names(document: Document) -> tuple[str, ...]:
    """Names of the skills the certificate names."""
    alignments = document["credentialSubject"]["achievement"].get("alignment", [])
    return tuple(alignment["targetName"] for alignment in alignments)


def day(moment: datetime) -> str:
    """A date as people in Vietnam write it."""
    return f"{moment.astimezone(time_zone()):%d/%m/%Y}"


def _valid_from(document: Document) -> datetime:
    return _moment(document["validFrom"])


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def _label(name: str) -> Any:
    """The name of a fact, as a lazy text in the reader's language; what is signed stays as it is."""
    if name in _LABELS:
        return _LABELS[name]
    for start, words in _TITLED.items():
        if name.startswith(f"{start} "):
            return format_lazy("{} {}", words, name.removeprefix(f"{start} "))
    return name


def _unmarked(text: str) -> str:
    return str(text).removeprefix(f"{SIMULATED}. ")
