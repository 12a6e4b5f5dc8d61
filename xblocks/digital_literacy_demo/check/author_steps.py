"""Steps of the author: editing, refused OLX, export."""

from __future__ import annotations

import io
import tarfile
from typing import Any
from urllib.parse import quote

from lxml import etree

from digital_literacy.olx.parsing import inner_xml
from digital_literacy_demo.check.client import Visitor, expect
from digital_literacy_demo.check.course import (
    COURSE_KEY,
    Placed,
    course_files,
    exercise_with_variants,
    unit_path,
)
from digital_literacy_demo.check.walk import Walk

ADDED = "Câu này vừa được người soạn bài viết thêm."


def export_is_identical(walk: Walk) -> str:
    """The exported course is, in canonical form, what was loaded."""
    archive = walk.person("author").download(f"/courses/{COURSE_KEY}/export").content
    walk.keep_file("course.tar.gz", archive)
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        exported = {
            member.name.partition("/")[2]: tar.extractfile(member).read()
            for member in tar.getmembers()
            if member.isfile()
        }
    loaded = course_files()
    expect(set(exported) == set(loaded), f"other files: {sorted(set(exported) ^ set(loaded))}")
    different = [
        name for name in loaded if _canonical(name, loaded[name]) != _canonical(name, exported[name])
    ]
    expect(not different, f"these differ: {different}")
    return f"{len(loaded)} files, each the same"


def _canonical(name: str, content: bytes) -> bytes:
    if not name.endswith(".xml"):
        return content
    return bytes(etree.tostring(etree.fromstring(content), method="c14n"))


def edit_reaches_learner(walk: Walk) -> str:
    """What an author saves in the editor is what the learner reads next."""
    placed, author = exercise_with_variants(), walk.person("author")
    source = inner_xml(placed.element)
    changed = source.replace("</prompt>", f"<p>{ADDED}</p></prompt>", 1)
    status, reply = author.call(_editor(author, placed), "studio_submit", {"values": {}, "olx": changed})
    expect(status == 200, f"saving gave {status}: {reply}")
    newcomer = walk.person("newcomer")
    expect(ADDED in newcomer.get(unit_path(placed)).words(), "the learner does not see the new text")
    status, reply = author.call(_editor(author, placed), "studio_submit", {"values": {}, "olx": source})
    expect(status == 200, f"putting the old text back gave {status}")
    return "saved, seen by a learner, and put back"


def bad_olx_is_refused(walk: Walk) -> str:
    """Bad OLX is refused with line and cure, and what stood there stays."""
    placed, author = exercise_with_variants(), walk.person("author")
    told = []
    for broken in (_without_right_option(placed), inner_xml(placed.element).replace("</prompt>", "", 1)):
        status, reply = author.call(_editor(author, placed), "studio_submit", {"values": {}, "olx": broken})
        expect(status == 400, f"bad OLX gave {status}")
        fault = reply["faults"][0]
        expect(fault["line"] > 0 and fault["problem"] and fault["cure"], f"no line or cure: {fault}")
        told.append(f"dòng {fault['line']}: {fault['problem']}")
    kept = _editor(author, placed).xpath("string(.//textarea[@data-dl-olx])")
    expect(inner_xml(placed.element).strip() in kept.replace("\r\n", "\n"), "the stored text was lost")
    return "; ".join(told)


def _without_right_option(placed: Placed) -> str:
    return inner_xml(placed.element).replace(' correct="true"', "")


def _editor(author: Visitor, placed: Placed) -> Any:
    """The block as it stands in Studio, with its editor open."""
    unit = unit_path(placed).replace("/units/", "/studio/unit/")
    key = f"block-v1:BDHVS+KNS01+2026+type@skills_exercise+block@{placed.name}"
    page = author.get(f"{unit}?edit={quote(key, safe='')}")
    found = page.tree.xpath('//section[contains(@class, "host-editing")]')
    expect(found, "Studio does not open the editor")
    return found[0]
