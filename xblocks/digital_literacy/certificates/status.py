"""Status lists in the database: places for new certificates, and the signed document."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from digital_literacy.certificates import status_list
from digital_literacy.certificates.credential import Place
from digital_literacy.certificates.jsonld import Document
from digital_literacy.certificates.keys import Issuer
from digital_literacy.certificates.models import StatusList


def take_place(issuer: Issuer) -> tuple[StatusList, Place]:
    """A free, random place, in a new list where the last one is half full. Runs in the caller's
    transaction."""
    latest = StatusList.objects.order_by("-number").first()
    if latest is not None:
        try:
            taken = set(latest.credentials.values_list("status_index", flat=True))
            return latest, Place(latest.number, status_list.random_index(taken))
        except ValueError:
            pass
    row = StatusList.objects.create(number=latest.number + 1 if latest else 1)
    sign_again(issuer, row)
    return row, Place(row.number, status_list.random_index(()))


def lock(row: StatusList) -> None:
    """Hold the list for this transaction. An update locks on every database, SQLite included."""
    StatusList.objects.filter(pk=row.pk).update(changes=F("changes") + 1)


def sign_again(issuer: Issuer, row: StatusList) -> Document:
    """Sign the list as the table stands, and keep the document."""
    revoked = row.credentials.exclude(revoked_at=None).values_list("status_index", flat=True)
    row.document = status_list.signed_list(issuer, number=row.number, revoked=revoked, moment=timezone.now())
    row.save(update_fields=["document"])
    return row.document


def rebuild(issuer: Issuer, row: StatusList) -> Document:
    """Sign the list again while it is held, so that a revocation that commits meanwhile is not signed away."""
    with transaction.atomic():
        lock(row)
        return sign_again(issuer, row)


def current_document(issuer: Issuer, row: StatusList) -> Document:
    """The document to serve; signed again first where its key is no longer trusted."""
    method = row.document.get("proof", {}).get("verificationMethod", "")
    if issuer.trusted_key(method) is None:
        return rebuild(issuer, row)
    return row.document
