from __future__ import annotations

import pytest

from tests.contract.blocks.test_olx_fields import GOOD
from tests.contract.runtime import again, block_from, call

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ({"method": "GET"}, 405),
        ({"content_type": "application/x-www-form-urlencoded", "raw": b"group=students"}, 415),
        ({"content_type": "text/plain", "raw": b"{}"}, 415),
        ({"raw": b"{"}, 400),
        ({"raw": b"\xff\xfe"}, 400),
        ({"raw": b"[" * 50_000}, 400),
        ({"raw": b"[]"}, 400),
        ({"raw": b"null"}, 400),
        ({"raw": b'{"x": "' + b"a" * 70_000 + b'"}'}, 413),
    ],
)
@pytest.mark.parametrize("handler", ["choose_group", "submit", "hint"])
def test_bad_requests_get_words_and_not_a_500(handler, options, status):
    got, reply = call(block_from(GOOD), handler, **options)
    assert got == status
    assert reply["status"] == "error"
    assert reply["message"]


@pytest.mark.parametrize("group", ["", "robots", None, 3, ["students"], "s" * 1000])
def test_an_unknown_group_is_refused(group):
    status, reply = call(block_from(GOOD, user_id=None), "choose_group", {"group": group})
    assert status == 400
    assert reply["message"]


def test_a_chosen_group_is_kept(django_user_model):
    user = django_user_model.objects.create(username="lan")
    block = block_from(GOOD, user_id=user.pk)
    assert call(block, "choose_group", {"group": "workers"})[0] == 200
    assert again(block).target_group == "workers"
