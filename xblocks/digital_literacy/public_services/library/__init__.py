"""Service definitions that come with the suite, one XML file each, named by the procedure's code."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources

from digital_literacy.olx.faults import OlxError
from digital_literacy.olx.parsing import parse
from digital_literacy.public_services.reading import read_service
from digital_literacy.public_services.service import Service

_CODE = re.compile(r"[0-9a-z][0-9a-z.\-]{0,30}")


@cache
def codes() -> tuple[str, ...]:
    """Codes of all services of the library."""
    files = resources.files(__package__).iterdir()
    names = (file.name for file in files if file.name.endswith(".xml"))
    return tuple(sorted(name[: -len(".xml")] for name in names if not name.endswith(".scenarios.xml")))


@lru_cache(maxsize=64)
def load(code: str) -> Service | None:
    """The service with this code, or `None` where the library has none.

    Raises:
        OlxError: the file of the library has faults.
    """
    if not _CODE.fullmatch(code) or code not in codes():
        return None
    service, faults = read_service(parse(source(code)))
    if service is None:
        raise OlxError(faults)
    return service


@cache
def names() -> dict[str, str]:
    """Names of all services by their codes, in the order of the names.

    Raises:
        OlxError: a file of the library has faults.
    """
    found = {code: service.name for code in codes() if (service := load(code))}
    return dict(sorted(found.items(), key=lambda each: each[1]))


def source(code: str) -> str:
    """The XML text of a service of the library."""
    return resources.files(__package__).joinpath(f"{code}.xml").read_text(encoding="utf-8")
