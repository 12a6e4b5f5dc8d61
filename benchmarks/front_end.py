"""Bytes a page makes a browser load: files by address and resources that stand in the page."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from web_fragments.fragment import Fragment

from benchmarks.figures import Size, size_of

_KINDS = {"application/javascript": "js", "text/javascript": "js", "text/css": "css"}
Resource = tuple[str, str, str]  # kind ("url" or "text"), MIME type, address or text


@dataclass(frozen=True)
class FrontEnd:
    """Scripts and styles once for a page; the blocks' own HTML with what their scripts are started with."""

    name: str
    js: Size
    css: Size
    html: Size


def front_end(name: str, fragments: Iterable[Fragment], read: Callable[[str], bytes]) -> FrontEnd:
    """Sum up a page of one or several blocks; a file with one address counts once, as browsers load it once.

    Args:
        name: what the page is called in the report.
        fragments: the blocks' views.
        read: gives the file behind an address.
    """
    pages = list(fragments)
    resources = {(r.kind, r.mimetype, r.data) for page in pages for r in page.resources}
    sums = sum_resources(resources, read)
    html = [page.content + json.dumps(page.json_init_args or "", ensure_ascii=False) for page in pages]
    return FrontEnd(name, sums["js"], sums["css"], sum((size_of(text.encode()) for text in html), Size()))


def sum_resources(resources: Iterable[Resource], read: Callable[[str], bytes]) -> dict[str, Size]:
    """Sizes by kind; what is neither script nor style, such as templates of a script, counts as script."""
    sums = {"js": Size(), "css": Size()}
    for kind, mimetype, data in resources:
        content = read(data) if kind == "url" else data.encode()
        sums[_KINDS.get(mimetype, "js")] += size_of(content)
    return sums
