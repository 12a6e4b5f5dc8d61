"""JSON-LD without a network: bundled contexts, canonical form, and a guard against terms no context defines.

PyLD has no safe mode: what the contexts do not define is dropped silently, so it would stand in the JSON
but not
under the signature. `require_defined` closes that hole by expanding, compacting again and comparing.
"""

from __future__ import annotations

import hashlib
import json
import re
import threading
from functools import cache
from importlib import resources
from typing import Any

from pyld import jsonld
from pyld.context_resolver import ContextResolver

CREDENTIALS_V2 = "https://www.w3.org/ns/credentials/v2"
OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"

# address -> file, SHA-256 of the file
_BUNDLED = {
    CREDENTIALS_V2: (
        "credentials-v2.json",
        "8a9f494a89ecc51db093e90e84713e07e84d6d9204364a9b3c7868b21751236f",
    ),
    OPEN_BADGES: ("ob-3.0.3.json", "ef2fa9c7846dce233cc166b43639027278be4ee44f00bb1d45c75de2dd0cd761"),
}
# RFC 3987 by exclusion: a scheme, then nothing that N-Quads or a terminal would read otherwise.
_ABSOLUTE_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\\x7f-\x9f\u2028\u2029]*")
MAX_DEPTH = 16
# PyLD keeps resolved contexts in a cache that threads share without a lock: two at once may fail, and a good
# certificate would be called a bad one. Its work is pure Python, so taking turns costs nothing.
_TURNS = threading.RLock()
# Contexts of hostile documents could fill it.
_MOST_RESOLVED = 64

Document = dict[str, Any]
# Every term as an IRI and no context; a document is one node here.
Expanded = list[dict[str, Any]]


class UndefinedTermError(ValueError):
    """The document holds something its contexts do not define, which a signature would not cover."""


@cache
def bundled_context(url: str) -> Document:
    """The context at `url`.

    Raises:
        LookupError: it is not one of the bundled contexts; nothing is ever fetched.
        ValueError: the bundled file is not the one that was pinned.
    """
    if url not in _BUNDLED:
        raise LookupError(f"The context {url[:200]} is not bundled, and contexts are not fetched.")
    name, pinned = _BUNDLED[url]
    data = resources.files("digital_literacy.certificates").joinpath("contexts", name).read_bytes()
    if hashlib.sha256(data).hexdigest() != pinned:
        raise ValueError(f"The bundled context {name} was changed. Install the package again.")
    context: Document = json.loads(data)
    return context


def canonical(document: Document | Expanded) -> bytes:
    """The canonical N-Quads (RDFC-1.0, which PyLD calls URDNA2015) of a document, or of its expanded form, which is
    the same and is computed sooner."""
    options = {**_options(), "algorithm": "URDNA2015", "format": "application/n-quads"}
    with _TURNS:
        text: str = jsonld.normalize(document, options)
    return text.encode()


def require_defined(document: Document) -> Expanded:
    """Make sure that every part of the document stands under its canonical form; gives its expanded form.

    Raises:
        UndefinedTermError: a term, type or id is not defined, a context is nested, or it is nested too deep.
        LookupError: a context is not bundled.
    """
    _refuse_keywords(document, depth=0)
    with _TURNS:
        expanded: Expanded = jsonld.expand(document, _options())
    for node in expanded:
        _refuse_relative(node)
    with _TURNS:
        compacted = jsonld.compact(expanded, {"@context": document["@context"]}, _options())
    if _plain(compacted) != _plain(document):
        raise UndefinedTermError("The document holds terms that its contexts do not define.")
    return expanded


def _options() -> Document:
    resolver = _resolver()
    if len(resolver.per_op_cache) > _MOST_RESOLVED:
        _resolver.cache_clear()
        resolver = _resolver()
    return {
        "documentLoader": _load,
        "base": "",
        "processingMode": "json-ld-1.1",
        "contextResolver": resolver,
    }


@cache
def _resolver() -> Any:
    """Resolved contexts of our own, kept between calls: half the time, and what other code of the process has resolved
    under the same addresses is never taken."""
    return ContextResolver({}, _load)


def _load(url: str, _options: Document) -> Document:
    return {
        "contextUrl": None,
        "documentUrl": url,
        "contentType": "application/ld+json",
        "document": bundled_context(url),
    }


def _refuse_keywords(value: Any, *, depth: int) -> None:
    if depth > MAX_DEPTH:
        raise UndefinedTermError("The document is nested too deep.")
    if isinstance(value, dict):
        for key, child in value.items():
            if key.startswith("@") and not (key == "@context" and depth == 0):
                raise UndefinedTermError("The document uses a JSON-LD keyword inside.")
            if key != "@context":
                _refuse_keywords(child, depth=depth + 1)
    elif isinstance(value, list):
        for child in value:
            _refuse_keywords(child, depth=depth + 1)


def _refuse_relative(value: Any) -> None:
    """Types and ids that are no absolute IRI survive compaction, but not the step to RDF."""
    if isinstance(value, list):
        for child in value:
            _refuse_relative(child)
    elif isinstance(value, dict):
        names = value.get("@type", [])
        iris = [*(names if isinstance(names, list) else [names]), *([value["@id"]] if "@id" in value else [])]
        for iri in iris:
            if not isinstance(iri, str) or not _ABSOLUTE_IRI.fullmatch(iri):
                raise UndefinedTermError("The document has a type or id that is not defined.")
        for key, child in value.items():
            if key not in ("@type", "@id", "@value"):
                _refuse_relative(child)


def _plain(value: Any) -> str:
    """A comparable form: one-element lists are their element, order inside lists does not count (RDF
    sets)."""
    return json.dumps(_fold(value), sort_keys=True, ensure_ascii=True)


def _fold(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _fold(child) for key, child in value.items() if key != "@context"}
    if isinstance(value, list):
        folded = sorted((_fold(child) for child in value), key=lambda v: json.dumps(v, sort_keys=True))
        return folded[0] if len(folded) == 1 else folded
    return value
