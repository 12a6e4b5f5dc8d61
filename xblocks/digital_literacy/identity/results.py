"""What a login gives, whichever provider made it, and what a refused one says."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class Identity:
    """A person as a provider vouches for him.

    Attributes:
        provider: code of the provider in the settings.
        issuer: the provider's issuer identifier.
        namespace: what `subject` is unique in; providers that give the citizen number share one.
        subject: names the person within `namespace`; only its keyed hash is ever stored.
        name: as the provider prints it.
        level: of assurance, 1 or 2 (Decree 69/2024/NĐ-CP).
        verified_at: when the person was authenticated, aware.
        simulated: person and login are fictional.
        is_minor: whether the person is a minor today; `None` where the provider tells no birth date.
    """

    provider: str
    issuer: str
    namespace: str
    subject: str = field(repr=False)
    name: str = field(repr=False)
    level: int
    verified_at: datetime
    simulated: bool
    is_minor: bool | None = None


class Refused(Exception):
    """A login, or what follows it, is refused for a reason the learner can be told.

    Args:
        code: names the reason in pages, audit and tests.
        detail: for the audit; never a token, a claim or anything a person typed.
        params: values for the page's texts.
    """

    def __init__(self, code: str, *, detail: str = "", **params: object) -> None:
        super().__init__(f"{code} {detail}".strip())
        self.code, self.detail, self.params = code, detail, params
