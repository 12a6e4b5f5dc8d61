"""A static archive: what a plain web server needs, at the same addresses, for issued certificates to stay verifiable
when the suite is gone."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import Any

from digital_literacy.certificates.config import get_issuer
from digital_literacy.certificates.credential import NATURE, grouped_id
from digital_literacy.certificates.keys import Issuer, did_document
from digital_literacy.certificates.models import Credential, StatusList
from digital_literacy.certificates.presentation import Shown, shown, verdict_of
from digital_literacy.certificates.skills import FRAMEWORK, FRAMEWORK_NAME, NAMES
from digital_literacy.certificates.status import current_document
from digital_literacy.certificates.verification import Verdict

_STATES = {
    Verdict.VALID: "Đã cấp, chưa thu hồi.",
    Verdict.REVOKED: "Đã thu hồi ngày {}.",
    Verdict.EXPIRED: "Đã hết thời hạn.",
    Verdict.NOT_TRUSTED: "Không xác nhận được: khóa đã ký giấy này không còn được tin cậy.",
}


class ArchiveError(Exception):
    """The archive cannot be written; the message says why."""


def write(directory: Path) -> int:
    """Write did.json, the status lists, every signed certificate and a page for each; gives how many certificates.

    The tree follows the addresses below `DIGITAL_LITERACY_BASE_URL`, so that a web server that serves it there keeps
    QR codes, wallets and verifiers working. Nothing can be revoked any more afterwards.

    Raises:
        ArchiveError: the directory is not empty or cannot be written.
        NotSetUpError: the issuer's keys are missing.
    """
    issuer = get_issuer()
    try:
        directory.mkdir(parents=True, exist_ok=True)
        if any(directory.iterdir()):
            raise ArchiveError(f"{directory} is not empty.")
        _json(directory / "did.json", did_document(issuer))
        for row in StatusList.objects.order_by("number"):
            _json(directory / "status" / f"{row.number}.json", current_document(issuer, row))
        count = 0
        for credential in Credential.objects.order_by("issued_at").iterator(chunk_size=200):
            _certificate(issuer, directory / "certificates", credential)
            count += 1
        _other_pages(directory)
    except OSError as error:
        raise ArchiveError(f"{error.filename}: {error.strerror}.") from None
    return count


def _certificate(issuer: Issuer, folder: Path, credential: Credential) -> None:
    if credential.is_withdrawn:
        told, state = None, "Đã thu hồi; nội dung đã được xóa."
    else:
        _json(folder / f"{credential.identifier}.json", credential.document)
        told = shown(credential)
        state = _STATES[verdict_of(issuer, credential)].format(told.revoked_on)
        if told.replaced_by:
            state += f" Được thay bằng giấy số {grouped_id(told.replaced_by)}."
    page = folder / credential.identifier / "index.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(_page(credential.identifier, state, told), encoding="utf-8")


def _page(identifier: str, state: str, told: Shown | None) -> str:
    rows = [("Mã số", grouped_id(identifier)), ("Tình trạng khi lưu trữ", state)]
    if told is not None:
        rows += [
            ("Họ tên", told.name),
            ("Khóa học", told.course),
            ("Ngày cấp", told.issued_on),
            ("Nơi cấp", told.issuer),
        ]
    if told is not None and told.valid_until:
        rows.append(("Có giá trị đến", told.valid_until))
    if told is not None and told.simulated:
        rows.append(("Lưu ý", "MÔ PHỎNG – không có giá trị"))
    body = "".join(f"<dt>{html.escape(name)}</dt><dd>{html.escape(value)}</dd>" for name, value in rows)
    file = f'<p><a href="../{identifier}.json">Tệp đã ký (JSON)</a></p>' if told is not None else ""
    return _whole(
        "Kiểm tra giấy chứng nhận",
        "<p>Trang lưu trữ: hãy so họ tên, khóa học và ngày với tờ giấy.</p>"
        f"<dl>{body}</dl>{file}<p>{html.escape(NATURE)}</p>",
    )


def _other_pages(directory: Path) -> None:
    """What signed certificates point at beside their own page: where one is checked, and what skill codes mean."""
    pages = {
        "verify": "<p>Việc cấp giấy đã kết thúc. Mở địa chỉ in trên giấy, hoặc quét mã QR, để xem trang lưu trữ.</p>",
        **{
            f"skills/{FRAMEWORK}/{number}": f"<p>{html.escape(number)} {html.escape(name)}</p>"
            f"<p>{html.escape(FRAMEWORK_NAME)}</p>"
            for number, name in NAMES.items()
        },
    }
    for place, body in pages.items():
        path = directory / place / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            _whole("Kiểm tra giấy chứng nhận" if place == "verify" else "Kỹ năng", body), encoding="utf-8"
        )


def _whole(title: str, body: str) -> str:
    return (
        '<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
        f"<title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>\n"
    )


def _json(path: Path, document: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
