"""Steps of the certificate: from the refusal before passing to the revocation that everyone sees."""

from __future__ import annotations

import copy
from typing import Any
from urllib.parse import urljoin, urlsplit

import pypdfium2
import requests
import zxingcpp
from lxml import html
from pypdf import PdfReader

from digital_literacy_demo.check.client import TIMEOUT, Page, Visitor, expect
from digital_literacy_demo.check.course import blocks, unit_path
from digital_literacy_demo.check.walk import Walk

LEARNER = "citizen"
LEVEL_1, LEVEL_2, EARLY = "gia-linh", "thi-tu", "quoc-bao"
MINE = "/digital-literacy/my-certificates/"
SIMULATED = "MÔ PHỎNG – không có giá trị"


def refused_before_passing(walk: Walk) -> str:
    """Who has not passed may log in, and receives nothing, whatever he sends and presses."""
    visitor = walk.person("worker")
    block = _block(visitor)
    expect(_state(block) == "not_passed", f"the step is in state {_state(block)}")
    _log_in(walk, visitor, EARLY, passed=True, goals=[])
    expect(
        _state(_block(visitor)) == "waiting",
        f"after the login the step is in state {_state(_block(visitor))}",
    )
    mine = visitor.get(MINE)
    form = mine.tree.forms[0]
    fields = {**dict(form.fields), "step": "receive"}
    address = urljoin(f"{walk.base_url}{MINE}", form.action)
    pressed = visitor.session.post(
        address, data=fields, headers={"Referer": f"{walk.base_url}{MINE}"}, timeout=TIMEOUT
    )
    expect(pressed.status_code == 200, f"the button gave {pressed.status_code}")
    expect("data-dl-certificate" not in pressed.text, "a certificate was issued before everything was passed")
    expect('data-dl-application="grade"' in pressed.text, "the page does not say what is missing")
    return "logged in, and nothing issued"


def refused_without_consent(walk: Walk) -> str:
    """Nothing begins without the learner's consent."""
    visitor = walk.person(LEARNER)
    block = _block(visitor)
    expect(_state(block) == "ready", f"after passing, the step is in state {_state(block)}")
    status, reply = visitor.call(block, "start", {"consent": False})
    expect((status, reply.get("code")) == (400, "consent"), f"start gave {status} {reply}")
    return str(reply["message"])


def refused_at_level_1(walk: Walk) -> str:
    """A level 1 account is refused with an explanation, and no certificate exists."""
    visitor = walk.person(LEARNER)
    back = _log_in(walk, visitor, LEVEL_1)
    expect("mức độ 2" in back.words(), f"the page does not explain level 2: {back.words()[:300]}")
    expect(_state(_block(visitor)) == "ready", "after the refusal the learner cannot try again")
    return "explained, and the learner may try again"


def issued_at_level_2(walk: Walk) -> str:
    """A level 2 account receives the certificate, and finds it again."""
    visitor = walk.person(LEARNER)
    _log_in(walk, visitor, LEVEL_2)
    block = _block(visitor)
    expect(_state(block) == "issued", f"the step is in state {_state(block)}")
    links = {urlsplit(href).path for href in block.xpath(".//a/@href")}
    walk.found["page"] = next(link for link in links if link.endswith("/") and "/certificates/" in link)
    mine = visitor.get(MINE)
    expect(
        walk.found["page"].rstrip("/").rpartition("/")[2] in mine.text, "it is not among the learner's own"
    )
    stem = walk.found["page"].rstrip("/")
    credential = visitor.download(f"{stem}.json")
    walk.found["credential"] = credential.json()
    expect(SIMULATED in credential.text, "the signed text does not say that it is a simulation")
    walk.keep_file("credential.json", credential.content)
    walk.keep_file("did.json", visitor.download("/digital-literacy/did.json").content)
    walk.keep_file("status-list.json", visitor.download(_status_path(walk)).content)
    return f"issued to {walk.found['credential']['credentialSubject']['identifier'][0]['identityHash']}"


def pdf_leads_to_page(walk: Walk) -> str:
    """The PDF opens, says the learner's name, and its QR code is the address of the public page."""
    visitor = walk.person(LEARNER)
    pdf = visitor.download(f"{walk.found['page'].rstrip('/')}.pdf").content
    walk.keep_file("certificate.pdf", pdf)
    document = pypdfium2.PdfDocument(pdf)
    image = document[0].render(scale=3).to_pil()
    codes = [code.text for code in zxingcpp.read_barcodes(image)]
    expect(codes, "no QR code can be read from the PDF")
    expect(urlsplit(codes[0]).path == walk.found["page"], f"the QR code leads to {codes[0]}")
    text = _pdf_text(pdf)
    expect("Trần Thị Tư".casefold() in text.casefold(), "the PDF does not say the name")
    expect("MÔ PHỎNG" in text, "the PDF does not say that it is a simulation")
    return codes[0]


def _pdf_text(pdf: bytes) -> str:
    import io

    return " ".join(PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())


def page_says_valid(walk: Walk) -> str:
    """Anyone, without an account, reads that it is valid, for whom and for what."""
    page = Visitor(walk.base_url).get(walk.found["page"])
    expect(_verdict(page) == "valid", f"the page says {_verdict(page)}")
    expect("Trần Thị Tư" in page.words(), "the page does not show the signed name")
    expect(SIMULATED in page.words(), "the page does not say that it is a simulation")
    return "valid, with the signed name, course and date"


def changed_is_not_valid(walk: Walk) -> str:
    """A credential with one changed word is not valid; the unchanged one is."""
    original = walk.found["credential"]
    changed = copy.deepcopy(original)
    changed["credentialSubject"]["identifier"][0]["identityHash"] = "Nguyễn Văn Khác"
    answers = {
        name: _hand_over(walk, document) for name, document in (("as issued", original), ("changed", changed))
    }
    expect(answers["as issued"] == "valid", f"the unchanged file is {answers['as issued']}")
    expect(answers["changed"] == "changed", f"the changed file is {answers['changed']}")
    return "changed: not valid; unchanged: valid"


def _hand_over(walk: Walk, document: dict[str, Any]) -> str:
    url = urljoin(walk.base_url, "/digital-literacy/verify/")
    response = requests.post(url, json=document, timeout=TIMEOUT)
    return str(response.json()["verdict"])


def administrator_revokes(walk: Walk) -> str:
    """The administrator revokes with a reason; the page and the signed status list say so at once."""
    visitor = walk.person("admin")
    identifier = walk.found["page"].rstrip("/").rpartition("/")[2]
    path = "/admin/digital_literacy/credential/"
    expect(identifier in visitor.get(path).text, "the administrator does not find the certificate")
    before = visitor.download(_status_path(walk)).json()
    visitor.post_form(path, action="revoke_selected", _selected_action=identifier, reason="Thử thu hồi")
    after = visitor.download(_status_path(walk))
    subject = "credentialSubject"
    expect(
        before[subject]["encodedList"] != after.json()[subject]["encodedList"],
        "the status list did not change",
    )
    walk.keep_file("status-list-revoked.json", after.content)
    return "status list signed again"


def page_says_revoked(walk: Walk) -> str:
    """The public page, the learner's step and the check of the file say revoked."""
    page = Visitor(walk.base_url).get(walk.found["page"])
    expect(_verdict(page) == "revoked", f"the page says {_verdict(page)}")
    expect(_hand_over(walk, walk.found["credential"]) == "revoked", "the file is still called valid")
    expect(_state(_block(walk.person(LEARNER))) == "revoked", "the learner is not told")
    return "revoked on the page, for the file and for the learner"


def _block(visitor: Visitor) -> Any:
    placed = blocks("vneid_certificate")[0]
    return visitor.get(unit_path(placed)).block(placed.name)


def _state(block: Any) -> str:
    return str(block.xpath("string(.//@data-dl-state)"))


def _verdict(page: Page) -> str:
    return str(page.tree.xpath("string(//@data-dl-verdict)"))


def _consent(block: Any, **extra: Any) -> dict[str, Any]:
    version = block.xpath("string(.//@data-dl-consent-version)")
    return {"consent": True, "consent_version": version, **extra}


def _status_path(walk: Walk) -> str:
    return urlsplit(walk.found["credential"]["credentialStatus"]["statusListCredential"]).path


def _log_in(walk: Walk, visitor: Visitor, person: str, **extra: Any) -> Page:
    """Consent, go to the simulator, pick a person, agree, come back."""
    block = _block(visitor)
    status, reply = visitor.call(block, "start", _consent(block, **extra))
    expect(status == 200, f"start gave {status} {reply}")
    choice = visitor.session.get(urljoin(walk.base_url, reply["location"]), timeout=TIMEOUT)
    expect(choice.url.startswith(walk.simulator_url), f"the login is at {choice.url}, not at the simulator")
    expect("MÔ PHỎNG – không phải VNeID" in choice.text, "the simulator does not say what it is")
    form = html.document_fromstring(choice.text).forms[0]
    fields = {**dict(form.fields), "person": person, "decision": "agree"}
    back = visitor.session.post(
        urljoin(choice.url, form.action or choice.url),
        data=fields,
        headers={"Referer": choice.url},
        timeout=TIMEOUT,
    )
    expect(back.status_code < 500, f"the return gave {back.status_code}")
    expect(back.url.startswith(walk.base_url), f"the login ended at {back.url.split('?')[0]}")
    return Page(url=back.url, status=back.status_code, text=back.text)
