from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digital_literacy.certificates import proof, status_list
from tests.unit.certificates.conftest import NOW


@settings(max_examples=20)
@given(st.sets(st.integers(0, status_list.SIZE - 1), max_size=50), st.integers(0, status_list.SIZE - 1))
def test_bits(revoked, index):
    assert status_list.is_set(status_list.encode(revoked), index) == (index in revoked)


def test_the_first_index_is_the_highest_bit():
    import base64
    import gzip

    packed = status_list.encode((0,))
    assert packed.startswith("u")
    bits = gzip.decompress(base64.urlsafe_b64decode(packed[1:] + "=" * (-len(packed[1:]) % 4)))
    assert len(bits) == 131_072 // 8
    assert bits[0] == 0x80


@pytest.mark.parametrize("text", ["", "u", "uAAAA", "z123", "u" + "A" * 9000])
def test_lists_that_cannot_be_read(text):
    with pytest.raises(ValueError, match="status list"):
        status_list.is_set(text, 1)


def test_a_bomb_is_not_unpacked():
    import base64
    import gzip

    bomb = "u" + base64.urlsafe_b64encode(gzip.compress(bytes(50_000_000))).decode().rstrip("=")
    with pytest.raises(ValueError, match="another size"):
        status_list.is_set(bomb, 1)


def test_indexes_are_random_and_never_used_twice():
    first = [status_list.random_index(()) for _ in range(20)]
    assert len(set(first)) > 15
    assert first != sorted(first)
    taken = set(range(status_list.SIZE // 2))
    assert status_list.random_index(taken) not in taken
    with pytest.raises(ValueError, match="half full"):
        status_list.random_index(set(range(status_list.SIZE // 2 + 1)))


def test_the_list_is_signed(issuer):
    signed = status_list.signed_list(issuer, number=3, revoked=(5,), moment=NOW)
    proof.verify(signed, find_key=issuer.trusted_key)
    assert signed["id"] == f"{issuer.base_url}/status/3.json"
    assert status_list.is_set(signed["credentialSubject"]["encodedList"], 5)


def test_the_entry_points_at_the_list(issued):
    status = issued["credentialStatus"]
    assert status["statusListCredential"].endswith("/status/1.json")
    assert (status["statusListIndex"], status["statusPurpose"]) == ("77777", "revocation")
