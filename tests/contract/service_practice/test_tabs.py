"""Several tabs at once: one open dossier at most, no attempt used for nothing, no dead end."""

from __future__ import annotations

import random
import re
import threading
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connections

from digital_literacy.learners.models import Attempt
from digital_literacy.public_services import filing
from tests.contract.runtime import again, block_from, call
from tests.unit.public_services.samples import answers, olx

pytestmark = pytest.mark.django_db


def tab(block):
    """A request that has read the learner's state and not yet answered."""
    loaded = again(block)
    assert isinstance(loaded.progress, dict)
    return loaded


def file(block, attempt_id=""):
    return call(block, "submit", {"attempt_id": attempt_id or str(uuid.uuid4()), "answers": answers()})


def page_code(block):
    """The code of the dossier that a page opened now shows, or nothing."""
    found = re.search(r"MAU\.00-[0-9-]+", again(block).student_view().content)
    return found and found.group()


def limited(attempts):
    return olx().replace('max_attempts="0"', f'max_attempts="{attempts}"')


@pytest.fixture(params=["database", "field"])
def practice(request, user):
    return block_from(olx(), user_id=user.pk if request.param == "database" else None)


def test_of_two_tabs_that_read_the_same_state_one_files(block):
    first, second = tab(block), tab(block)
    code = file(first)[1]["code"]
    status, reply = file(second)
    assert (status, reply["code"]) == (409, "already_filed")
    assert Attempt.objects.count() == 1
    assert page_code(block) == code


def test_the_second_tab_is_not_told_that_all_attempts_are_used(user):
    block = block_from(limited(1), user_id=user.pk)
    first, second = tab(block), tab(block)
    file(first)
    assert file(second)[1]["code"] == "already_filed"


def test_a_tab_that_loses_the_number_at_the_last_moment_is_refused(block, monkeypatch):
    first, second, mark, ids = tab(block), tab(block), filing.mark, [str(uuid.uuid4()), str(uuid.uuid4())]

    def slow(*args, **kwargs):
        monkeypatch.setattr(filing, "mark", mark)
        file(second, ids[1])  # after our look at the table, before our row
        return mark(*args, **kwargs)

    monkeypatch.setattr(filing, "mark", slow)
    assert file(first, ids[0])[1]["code"] == "already_filed"
    assert [str(row.attempt_id) for row in Attempt.objects.all()] == [ids[1]]


def test_the_same_attempt_from_two_tabs_is_one_dossier(block):
    first, second, attempt_id = tab(block), tab(block), str(uuid.uuid4())
    one, two = file(first, attempt_id), file(second, attempt_id)
    assert one[0] == two[0] == 200
    assert one[1]["code"] == two[1]["code"]
    assert (one[1]["replayed"], two[1]["replayed"]) == (False, True)
    assert Attempt.objects.count() == 1


def test_a_dossier_overwritten_by_a_late_request_comes_back(practice):
    late = tab(practice)
    attempt_id = str(uuid.uuid4())
    code = file(tab(practice), attempt_id)[1]["code"]
    kept = again(practice).counted_attempts
    call(late, "clue", {"field": "phone"})
    assert "dossier" not in again(practice).progress
    assert again(practice).counted_attempts == kept
    assert page_code(practice) == code
    assert file(tab(practice))[1]["code"] == "already_filed"
    assert call(again(practice), "track", {"code": code, "seen": 1})[1]["dossier"]["number"] == 2
    assert again(practice).progress["dossier"]["code"] == code
    assert file(tab(practice), attempt_id)[1]["code"] == code
    assert again(practice).attempts.used() == 1


def test_a_late_look_does_not_cost_the_dossier_filed_after_a_new_start(block):
    ids = [str(uuid.uuid4()), str(uuid.uuid4())]
    old = file(tab(block), ids[0])[1]["code"]
    late = tab(block)
    call(tab(block), "restart")
    new = file(tab(block), ids[1])[1]["code"]
    call(late, "track", {"code": old, "seen": 1})  # puts the old state back
    assert page_code(block) == old
    call(tab(block), "restart")
    assert page_code(block) == new
    assert file(tab(block), ids[0])[1]["code"] == "filed_before"
    assert file(tab(block), ids[1])[1]["code"] == new
    assert Attempt.objects.count() == 2


def test_a_sent_again_dossier_is_shown_though_an_older_one_is_kept(block):
    old, attempt_id = file(tab(block))[1]["code"], str(uuid.uuid4())
    late = tab(block)
    call(tab(block), "restart")
    new = file(tab(block), attempt_id)[1]["code"]
    call(late, "track", {"code": old, "seen": 1})
    assert file(tab(block), attempt_id)[1]["code"] == new
    assert page_code(block) == new


def test_of_a_lost_state_only_the_latest_dossier_comes_back(block):
    first, second = str(uuid.uuid4()), str(uuid.uuid4())
    file(tab(block), first)
    call(tab(block), "restart")
    code = file(tab(block), second)[1]["code"]
    block.progress = {}
    block.save()
    assert page_code(block) == code
    assert file(tab(block), first)[1]["code"] == "filed_before"
    assert file(tab(block), second)[1]["code"] == code
    assert again(block).progress["closed"] == 1


def test_after_a_reset_by_staff_all_begins_again(block):
    file(tab(block))
    call(tab(block), "restart")
    file(tab(block))
    Attempt.objects.all().delete()
    block.progress = {}
    block.save()
    assert page_code(block) is None
    assert file(tab(block))[1]["code"].endswith("0001")


def test_a_state_that_survived_a_reset_by_staff_lets_one_tab_file(block, monkeypatch):
    file(tab(block))
    call(tab(block), "restart")
    Attempt.objects.all().delete()  # and a late request put the old state back
    first, second, mark = tab(block), tab(block), filing.mark

    def slow(*args, **kwargs):
        monkeypatch.setattr(filing, "mark", mark)
        file(second)
        return mark(*args, **kwargs)

    monkeypatch.setattr(filing, "mark", slow)
    assert file(first)[1]["code"] == "already_filed"
    assert (page_code(block), Attempt.objects.count()) == ("MAU.00-261123-0001", 1)


@pytest.fixture
def database(tmp_path, monkeypatch):
    """A database in a file: other threads get connections of their own to it. Gives a function that runs there."""
    settings = connections.settings["default"]
    monkeypatch.setitem(settings, "NAME", str(tmp_path / "tabs.sqlite3"))
    monkeypatch.setitem(settings, "OPTIONS", {"timeout": 20})

    def run(function, *arguments):
        try:
            return function(*arguments)
        finally:
            connections.close_all()

    def in_threads(function, *each):
        with ThreadPoolExecutor(len(each)) as pool:
            return list(pool.map(run, [function] * len(each), each))

    in_threads(lambda _: call_command("migrate", verbosity=0), 0)
    return in_threads


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("same_id", [False, True])
@pytest.mark.parametrize("attempts", [0, 1])
def test_threads_that_file_at_the_same_moment(database, monkeypatch, same_id, attempts):
    tabs, mark = 6, filing.mark
    together = threading.Barrier(tabs)

    def meet(*args, **kwargs):
        together.wait(timeout=20)  # all have looked at the table, none has written
        return mark(*args, **kwargs)

    monkeypatch.setattr(filing, "mark", meet)
    (user_id,) = database(lambda _: get_user_model().objects.create(username="lan").pk, 0)
    block = block_from(limited(attempts), user_id=user_id)
    ids = [str(uuid.UUID(int=0 if same_id else number)) for number in range(tabs)]
    replies = database(lambda each: file(*each), *[(tab(block), attempt_id) for attempt_id in ids])
    codes = sorted(reply["code"] for _status, reply in replies)
    filed = "MAU.00-261123-0001"
    assert codes == ([filed] * tabs if same_id else [filed] + ["already_filed"] * (tabs - 1))
    assert database(lambda _: Attempt.objects.count(), 0) == [1]
    assert database(lambda _: page_code(block), 0) == [filed]


@pytest.mark.parametrize("seed", range(40))
def test_whatever_tabs_do_in_whatever_order(practice, seed):
    dice = random.Random(seed)
    waiting, ids, restarts, filed = [tab(practice) for _ in range(3)], [str(uuid.uuid4())], 0, {}
    for _ in range(15):
        number = dice.randrange(3)
        acting, waiting[number] = waiting[number], None
        action = dice.choice(["file", "again", "restart", "clue", "track"])
        if action in ("file", "again"):
            ids.append(str(uuid.uuid4()) if action == "file" else dice.choice(ids))
            status, reply = file(acting, ids[-1])
            if status == 200:
                assert filed.setdefault(ids[-1], reply["code"]) == reply["code"]
            assert reply["code"] in (*filed.values(), "already_filed", "filed_before")
        elif action == "restart":
            restarts += call(acting, "restart")[0] == 200
        elif action == "clue":
            call(acting, "clue", {"field": "phone"})
        else:
            call(acting, "track", {"code": page_code(practice) or "", "seen": dice.randrange(1, 4)})
        waiting[number] = tab(practice)
        used = again(practice).attempts.used()
        assert used <= restarts + 1
    no_dead_end(practice, used)


def no_dead_end(block, used):
    """What is open can be put aside, dossier after dossier, and then a new one can be filed."""
    for _ in range(used + 1):
        if page_code(block) is None:
            break
        assert call(again(block), "restart")[0] == 200
    status, reply = file(tab(block))
    assert (status, reply["code"]) == (200, f"MAU.00-261123-{used + 1:04d}")
    assert page_code(block) == reply["code"]
