"""Build the certificate: an Open Badges 3.0 `OpenBadgeCredential` on the Verifiable Credentials Data
Model 2.0.

Only terms that every published copy of the Open Badges context defines alike are used, and no citizen number,
birth date or account name ever is.
"""

from __future__ import annotations

import calendar
import secrets
import uuid
from dataclasses import dataclass
from datetime import datetime

from digital_literacy.certificates import status_list
from digital_literacy.certificates.jsonld import CREDENTIALS_V2, OPEN_BADGES, Document
from digital_literacy.certificates.keys import Issuer
from digital_literacy.certificates.proof import sign, timestamp

# The words stand in what is signed, so they are not translated: the certificate is a Vietnamese document.
TITLE = "Giấy chứng nhận hoàn thành khóa học"
SIMULATED = "MÔ PHỎNG – không có giá trị"
NATURE = (
    "Giấy này ghi nhận việc hoàn thành một khóa học. Giấy này không phải chứng thư điện tử "
    "theo Luật Giao dịch điện tử và không phải xác nhận hoàn thành phổ cập kỹ năng số "
    "theo Quyết định 757/QĐ-BKHCN."
)
# Names of facts; pages show them in the reader's language.
IDENTITY, COURSE_RESULT, BLOCK_RESULT = "Danh tính", "Kết quả khóa học", "Kết quả bài"
SKILL_RESULT = "Kết quả kỹ năng"
# Crockford's base 32 (no i, l, o, u): 26 characters hold 130 random bits, and can be read aloud and typed
# from paper.
_ID_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
ID_LENGTH = 26


@dataclass(frozen=True)
class Skill:
    """A skill of a public framework that the course covers."""

    code: str
    name: str
    framework: str
    url: str


@dataclass(frozen=True)
class Achievement:
    """What was achieved, in plain text.

    Attributes:
        key: what names the achievement for ever, such as the block's usage key; only its UUID is published.
    """

    key: str
    name: str
    description: str
    criteria: str
    skills: tuple[Skill, ...] = ()


@dataclass(frozen=True)
class Fact:
    """One line of what was done and seen on the server when the certificate was issued."""

    name: str
    narrative: str


@dataclass(frozen=True)
class Holder:
    """Whose certificate it is, as far as a reader may know.

    Attributes:
        name: as the identity provider printed it.
        level: of assurance, 1 or 2.
        provider: the provider's public name.
        simulated: the person and the login are fictional.
    """

    name: str
    level: int
    provider: str
    simulated: bool


@dataclass(frozen=True)
class Place:
    """Where the certificate stands in a status list."""

    list_number: int
    index: int


def new_id() -> str:
    """A random id for a new certificate: nothing to guess and nothing to count."""
    return "".join(secrets.choice(_ID_ALPHABET) for _ in range(ID_LENGTH))


def read_id(text: str) -> str | None:
    """The id in what somebody typed or pasted, be it the id, in groups, or the page's address; `None` if
    there is none."""
    last = text.strip().rstrip("/").rpartition("/")[2].removesuffix(".json").removesuffix(".pdf")
    plain = last.lower().replace("-", "").replace(" ", "").translate(str.maketrans("oil", "011"))
    return plain if len(plain) == ID_LENGTH and not set(plain) - set(_ID_ALPHABET) else None


def grouped_id(identifier: str) -> str:
    """The id as it is printed: groups of five and six characters."""
    return "-".join((identifier[:5], identifier[5:10], identifier[10:15], identifier[15:20], identifier[20:]))


def page_url(issuer: Issuer, identifier: str) -> str:
    """The public page of a certificate, which is also its id."""
    return f"{issuer.base_url}/certificates/{identifier}/"


def verify_url(issuer: Issuer) -> str:
    """The public page where a certificate of this issuer is checked."""
    return f"{issuer.base_url}/verify/"


def build(
    issuer: Issuer,
    *,
    identifier: str,
    course_title: str,
    achievement: Achievement,
    holder: Holder,
    facts: tuple[Fact, ...],
    place: Place,
    moment: datetime,
    until: datetime | None = None,
) -> Document:
    """The signed certificate; its signature is checked before it is handed out.

    Args:
        identifier: from `new_id`.
        facts: what was done, seen on the server at `moment`.
        place: a free place in one of the issuer's status lists.
        until: the moment until which it counts; `None` for ever.

    Raises:
        UndefinedTermError: a value would not be covered by the signature.
    """
    mark = f"{SIMULATED}. " if holder.simulated else ""
    document: Document = {
        "@context": [CREDENTIALS_V2, OPEN_BADGES],
        "id": page_url(issuer, identifier),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": f"{mark}{TITLE}: {course_title}",
        "description": f"{mark}{NATURE}",
        "issuer": {"id": issuer.did, "type": ["Profile"], "name": issuer.name, "url": verify_url(issuer)},
        "validFrom": timestamp(moment),
        **({"validUntil": timestamp(until)} if until else {}),
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [_name_of(holder)],
            "achievement": _achievement(achievement, mark),
        },
        "evidence": [_evidence(fact) for fact in (*facts, _identity_fact(holder))],
        "credentialStatus": status_list.entry(issuer, number=place.list_number, index=place.index),
    }
    return _signed(issuer, document, moment)


def renewed(
    issuer: Issuer,
    document: Document,
    *,
    identifier: str,
    place: Place,
    moment: datetime,
    title: str = "",
) -> Document:
    """The same certificate under a new number, dated and signed today.

    Args:
        document: the certificate that it replaces.
        title: the course's title of today; empty to keep the one that stands.
    """
    start, sign_of_title, _old = str(document["name"]).partition(f"{TITLE}: ")
    fresh = {
        **{name: value for name, value in document.items() if name != "proof"},
        "id": page_url(issuer, identifier),
        "name": f"{start}{sign_of_title}{title}" if title else document["name"],
        "issuer": {"id": issuer.did, "type": ["Profile"], "name": issuer.name, "url": verify_url(issuer)},
        "validFrom": timestamp(moment),
        "credentialStatus": status_list.entry(issuer, number=place.list_number, index=place.index),
    }
    return _signed(issuer, fresh, moment)


def _signed(issuer: Issuer, document: Document, moment: datetime) -> Document:
    return sign(
        document, key=issuer.signing_key.private, verification_method=issuer.signing_method, created=moment
    )


def months_later(moment: datetime, months: int) -> datetime:
    """The same day and time so many months later; the month's last day where it is shorter."""
    year, month = divmod(moment.year * 12 + moment.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return moment.replace(year=year, month=month + 1, day=min(moment.day, last))


def holder_name(document: Document) -> str:
    """The name a signed certificate was issued to."""
    return str(document["credentialSubject"]["identifier"][0]["identityHash"])


def _name_of(holder: Holder) -> Document:
    # OB 3.0 IdentityObject: `hashed` false means that identityHash is the value itself.
    return {"type": "IdentityObject", "hashed": False, "identityHash": holder.name, "identityType": "name"}


def _achievement(achievement: Achievement, mark: str) -> Document:
    built: Document = {
        "id": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, achievement.key)}",
        "type": ["Achievement"],
        "achievementType": "Certificate",
        "name": f"{mark}{achievement.name}",
        "description": f"{mark}{achievement.description}",
        "criteria": {"narrative": achievement.criteria},
    }
    if achievement.skills:
        built["alignment"] = [_alignment(skill) for skill in achievement.skills]
    return built


def _alignment(skill: Skill) -> Document:
    return {
        "type": ["Alignment"],
        "targetCode": skill.code,
        "targetName": skill.name,
        "targetFramework": skill.framework,
        "targetUrl": skill.url,
    }


def _evidence(fact: Fact) -> Document:
    return {"type": ["Evidence"], "name": fact.name, "narrative": fact.narrative}


def _identity_fact(holder: Holder) -> Fact:
    mark = f"{SIMULATED}. " if holder.simulated else ""
    told = f"Họ tên do {holder.provider} cung cấp khi đăng nhập, tài khoản mức độ {holder.level}."
    return Fact(name=IDENTITY, narrative=f"{mark}{told}")
