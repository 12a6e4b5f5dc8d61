"""Every setting of the suite: the check of names and types and the administrators' page are made of this."""

from __future__ import annotations

from dataclasses import dataclass

TEXT, WHOLE, YES_NO, LIST, MAPPING = "text", "whole number", "True or False", "list", "mapping"
TYPES: dict[str, tuple[type, ...]] = {
    TEXT: (str,),
    WHOLE: (int,),
    YES_NO: (bool,),
    LIST: (list, tuple),
    MAPPING: (dict,),
}
PREFIX = "DIGITAL_LITERACY_"


@dataclass(frozen=True)
class Setting:
    """One setting, without the prefix.

    Attributes:
        default: as a person writes it; empty where there is none.
        told: what it does, in a sentence or two.
        page: where more is said, relative to docs/administrators.
    """

    name: str
    kind: str
    default: str
    told: str
    page: str = ""


SETTINGS = (
    Setting(
        "BASE_URL",
        TEXT,
        "",
        "The app's address as readers reach it, such as `https://lms.example/digital-literacy`. It stands in every "
        "certificate: choose it once.",
    ),
    Setting(
        "IDENTITY_PROVIDERS",
        MAPPING,
        "",
        "Where people prove who they are. Without it `vneid_certificate` says that it is not set up.",
        "identity.md",
    ),
    Setting(
        "PERSON_KEYS",
        LIST,
        "",
        "Secrets of the keyed code that tells people apart, newest first: "
        '`[{"id": "p1", "secret": "file:/run/secrets/person-key"}]`.',
        "certificates.md#backup",
    ),
    Setting(
        "SIGNING_KEYS",
        LIST,
        "",
        "Ed25519 keys, the signing one first: "
        '`[{"id": "key-1", "private_key": "file:/run/secrets/signing-key.pem"}]`.',
        "certificates.md#keys",
    ),
    Setting("ISSUER_NAME", TEXT, "Bình dân học vụ số", "The issuer's name on certificates and pages."),
    Setting("TIME_ZONE", TEXT, "Asia/Ho_Chi_Minh", "Zone of printed dates."),
    Setting(
        "ADULT_AGE",
        WHOLE,
        "18",
        "Who is younger needs a representative's consent for a certificate. From memory of the Civil Code: have it "
        "confirmed.",
        "certificates.md#from-login-to-certificate",
    ),
    Setting(
        "CERTIFICATE_DESIGN",
        MAPPING,
        "",
        "Logos, colour and signatory of the page to print.",
        "certificates.md#the-page-to-print",
    ),
    Setting(
        "CERTIFICATE_RENDERER",
        TEXT,
        "",
        "Dotted path of a function that makes the page to print instead of ours.",
        "certificates.md#the-page-to-print",
    ),
    Setting(
        "PDF_SIGNING",
        MAPPING,
        "",
        "Key of a signature in the PDF (PAdES).",
        "certificates.md#the-page-to-print",
    ),
    Setting(
        "CONFIRMING_BODIES",
        MAPPING,
        "",
        "Bodies that certificates are handed to.",
        "certificates.md#handing-certificates-to-a-confirming-body",
    ),
    Setting(
        "REVOKE_WITH_PLATFORM",
        YES_NO,
        "False",
        "When the platform revokes its certificate, ours goes with it.",
        "certificates.md#with-the-platforms-own-certificates",
    ),
    Setting(
        "NOTE_IDENTITY_DAYS",
        WHOLE,
        "0",
        "For how many days the platform's identity verification is told that a learner was verified; 0 tells it "
        "nothing.",
        "certificates.md#with-the-platforms-own-certificates",
    ),
    Setting("LOGIN_DAYS", WHOLE, "30", "How long logins are kept (`certificates tidy`)."),
    Setting(
        "LOGIN_EVENT_DAYS", WHOLE, "400", "How long the lines about logins are kept (`certificates tidy`)."
    ),
    Setting(
        "PUBLIC_RATE",
        WHOLE,
        "120",
        "How many public pages one address may open in a minute before it is asked to wait.",
    ),
    Setting(
        "REACHED_PERCENT",
        WHOLE,
        "80",
        "From how many percent of a block's points on the skills of the block count as reached, in reports.",
        "reports.md",
    ),
    Setting(
        "TARGET_GROUPS",
        LIST,
        "",
        "Target groups of your own: "
        '`[{"code": "seniors", "parent": "citizens", "name_vi": "Người cao tuổi", "name_en": "Seniors"}]`.',
    ),
    Setting(
        "SKILL_FRAMEWORKS",
        LIST,
        "",
        "Paths of CSV files with skill frameworks of your own, in the form of `frameworks/skills.md`; one with the "
        "code of ours replaces it, such as `kns757` once its annex is at hand.",
    ),
    Setting(
        "PROCESS_EVIDENCE",
        YES_NO,
        "False",
        "Puts process evidence into the tracking events of exercises: time to the first action, total time, steps "
        "back, errors. Data that track behaviour online are sensitive personal data (Decree 356/2025/NĐ-CP): turn it "
        "on only with the learners' consent to this purpose.",
    ),
    Setting(
        "ENABLE_IN_NEW_COURSES",
        YES_NO,
        "False",
        "Studio puts the three blocks among the advanced modules of every course that is created.",
        "install.md#install",
    ),
    Setting(
        "PLATFORM",
        TEXT,
        "digital_literacy.compat.openedx.OpenEdxPlatform",
        "The platform port; leave the default on Open edX.",
    ),
)
