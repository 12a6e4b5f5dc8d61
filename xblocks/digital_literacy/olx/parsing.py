"""Parse untrusted OLX: no DTD, no external entities, no network, bounded size and depth."""

from __future__ import annotations

from lxml import etree

from digital_literacy.olx.faults import Fault, OlxError
from digital_literacy.olx.messages import gettext_noop

MAX_BYTES = 512 * 1024
MAX_DEPTH = 64


def parse(text: str | bytes, *, max_bytes: int = MAX_BYTES) -> etree._Element:
    """Parse `text` and return its root element.

    Comments and white space are kept, so that the source can be written back as it was read.

    Raises:
        OlxError: the text is too large, too deep, not well formed, or declares a document type.
    """
    # Lone surrogates can come out of JSON; as a mark of their own they are refused by the parser.
    data = text.encode(errors="surrogatepass") if isinstance(text, str) else text
    if len(data) > max_bytes:
        raise OlxError([_too_large(len(data), max_bytes)])
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise OlxError([_malformed(error)]) from None
    _refuse_doctype(root)
    _refuse_depth(root)
    return root


def describe(element: etree._Element) -> str:
    """Name an element for people: its tag, and its id where it has one."""
    identifier = element.get("id") or element.get("url_name")
    return f'{element.tag} "{identifier}"' if identifier else str(element.tag)


def inner_xml(element: etree._Element) -> str:
    """The text and children of `element` as it was written, without its own tags."""
    parts = [_escape(element.text or "")]
    parts.extend(etree.tostring(child, encoding="unicode") for child in element)
    return "".join(parts)


def wrap(tag: str, inner: str) -> str:
    """Put `inner` back between tags; the line numbers of `inner` stay as they are."""
    return f"<{tag}>{inner}</{tag}>"


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _too_large(size: int, limit: int) -> Fault:
    return Fault(
        0,
        "",
        gettext_noop("The text has %(size)d bytes; the limit is %(limit)d."),
        gettext_noop("Split it into several blocks."),
        {"size": size, "limit": limit},
    )


def _malformed(error: etree.XMLSyntaxError) -> Fault:
    return Fault(
        error.lineno or 0,
        "",
        gettext_noop("This is not well-formed XML: %(detail)s."),
        gettext_noop(
            "Look at this line and the one before it: close every tag, write & as &amp; and < as &lt;."
        ),
        {"detail": (error.msg or "").split(", line ")[0]},
    )


def _refuse_doctype(root: etree._Element) -> None:
    if root.getroottree().docinfo.doctype or any(
        isinstance(n, etree._Entity) for n in root.iter(etree.Entity)
    ):
        raise OlxError(
            [
                Fault(
                    1,
                    "",
                    gettext_noop("The text declares a document type or uses an entity of its own."),
                    gettext_noop("Remove the <!DOCTYPE …> line and write the characters themselves."),
                )
            ]
        )


def _refuse_depth(root: etree._Element) -> None:
    level: list[etree._Element] = [root]
    for _ in range(MAX_DEPTH):
        level = [child for element in level for child in element]
        if not level:
            return
    raise OlxError(
        [
            Fault(
                level[0].sourceline or 0,
                describe(level[0]),
                gettext_noop("Elements are nested more than %(limit)d deep."),
                gettext_noop("Bring them closer to the top."),
                {"limit": MAX_DEPTH},
            )
        ]
    )
