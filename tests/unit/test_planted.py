"""The watch over planted numbers sees them wherever they are written, and does not see them in chance."""

from __future__ import annotations

import pytest

from tests.planted import holds_planted

NUMBER = "003123456789"
DIGEST = f"a{NUMBER}b" + "c" * 50


@pytest.mark.parametrize(
    "text", [NUMBER, f"x{NUMBER}y", f"'{NUMBER}'", f"{DIGEST} {NUMBER}", f"/{NUMBER}/", f"{NUMBER}@example"]
)
def test_a_planted_number_is_seen(text):
    assert holds_planted(text)


@pytest.mark.parametrize("text", [DIGEST, f"'{DIGEST}'", f"1234abcd-12ab-12ab-12ab-{NUMBER}", NUMBER[:-1]])
def test_chance_is_not_taken_for_one(text):
    assert not holds_planted(text)
