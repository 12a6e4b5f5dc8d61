"""Conversations, decks and clue tours on the real runtime: nothing secret leaves before its time."""

from __future__ import annotations

import json
import re
import uuid

import pytest
from lxml import html as lxml_html

from tests.contract.runtime import again, block_from, call
from tests.contract.skills_exercise.test_submit import shown
from tests.unit.exercises.samples import exercise_olx

pytestmark = pytest.mark.django_db

CANARY = "KHONGDUOCLO"
OLX = exercise_olx(
    f"""<conversation id="tacgia-talk" points="4" channel="chat" with="Người lạ">
  <prompt><p>Trả lời</p></prompt>
  <turn id="tacgia-t1"><text><p>Gửi mã đi.</p></text>
    <say id="tacgia-a" to="tacgia-t2" cost="0.1234"><text>Mã gì?</text><feedback>{CANARY}1</feedback></say>
    <say id="tacgia-b" to="tacgia-e1"><text>Không gửi.</text><feedback>{CANARY}2</feedback></say></turn>
  <turn id="tacgia-t2"><text><p>Mã sáu số.</p></text>
    <say id="tacgia-c" to="tacgia-e2"><text>Đây ạ.</text><feedback>{CANARY}3</feedback></say>
    <say id="tacgia-d" to="tacgia-e1"><text>Thôi.</text><feedback>{CANARY}4</feedback></say></turn>
  <end id="tacgia-e1" outcome="safe" worth="0.9876"><text><p>Hết.</p></text><feedback>{CANARY}5</feedback></end>
  <end id="tacgia-e2" outcome="unsafe" worth="0.0123"><text><p>Hết rồi.</p></text><feedback>{CANARY}6</feedback></end>
  <explanation>{CANARY}7</explanation>
</conversation>""",
    f"""<quick_deck id="tacgia-deck" points="2" first="Nên" second="Đừng" scoring="less_guessing">
  <prompt><p>Nên hay đừng?</p></prompt>
  <card id="tacgia-k1" answer="first"><text>Một</text><feedback when="correct">{CANARY}8</feedback>
    <feedback when="incorrect">{CANARY}9</feedback></card>
  <card id="tacgia-k2" answer="second"><text>Hai</text><feedback when="correct">{CANARY}10</feedback>
    <feedback when="incorrect">{CANARY}11</feedback></card>
</quick_deck>""",
    f"""<message_triage id="tacgia-msg" points="3">
  <prompt><p>Thật hay giả?</p></prompt>
  <message channel="email"><from><part id="tacgia-p1" clue="true">a@thu.example<reason>{CANARY}12</reason></part></from>
    <subject>Chào</subject>
    <address>https://<part id="tacgia-p2">trang.example<reason>{CANARY}13</reason></part></address>
    <line by="them"><part id="tacgia-p3" clue="true">Gấp<reason>{CANARY}14</reason></part></line></message>
  <verdict answer="scam"><feedback when="correct">{CANARY}15</feedback></verdict>
  <action id="tacgia-x" correct="true"><text>Bỏ qua</text><feedback>{CANARY}16</feedback></action>
  <action id="tacgia-y"><text>Mở</text><feedback>{CANARY}17</feedback></action>
</message_triage>""",
    attributes='url_name="noi-chuyen" display_name="Nói chuyện" max_attempts="2"',
)
SECRETS = (
    CANARY, "tacgia-", "0.1234", "0.9876", "0.0123", "unsafe", "risky", "worth", "cost", "outcome",
    "less_guessing", "clue=", "correct", "dl-mark",
)  # fmt: skip


@pytest.fixture
def block(user):
    return block_from(OLX, user_id=user.pk)


def answers(block, *, talk=(), deck=None, triage=None):
    ids = block._ids()
    sent = {}
    if talk:
        sent[ids.name(("item",), "tacgia-talk")] = [
            ids.name(("tacgia-talk", "say"), f"tacgia-{turn}/tacgia-{say}") for turn, say in talk
        ]
    if deck:
        sent[ids.name(("item",), "tacgia-deck")] = {
            ids.name(("tacgia-deck", "card"), f"tacgia-{card}"): side for card, side in deck.items()
        }
    if triage:
        sent[ids.name(("item",), "tacgia-msg")] = {
            "verdict": triage[0],
            "clues": [ids.name(("tacgia-msg", "part"), f"tacgia-{part}") for part in triage[1]],
            "action": ids.name(("tacgia-msg", "action"), f"tacgia-{triage[2]}"),
        }
    return {"attempt_id": str(uuid.uuid4()), "answers": sent}


def right(block):
    return answers(
        block,
        talk=[("t1", "b")],
        deck={"k1": "first", "k2": "second"},
        triage=("scam", ["p1", "p3"], "x"),
    )


def canaries(text):
    return {int(number) for number in re.findall(rf"{CANARY}(\d+)", text)}


def test_nothing_secret_stands_in_the_page_or_in_what_the_platform_collects(block):
    collected = json.dumps([block.student_view_data(), block.index_dictionary()], ensure_ascii=False)
    for text in (block.student_view({}).content, block.public_view({}).content, collected):
        assert [secret for secret in SECRETS if secret in text] == []


def test_the_conversation_on_the_page_is_sorted_by_names_that_say_nothing(block):
    tree = lxml_html.fromstring(block.student_view({}).content)
    names = [each.get("data-dl-place") for each in tree.iter("template") if each.get("data-dl-place")]
    assert len(names) == 4
    assert names == sorted(names)
    assert all(button.get("disabled") is not None for button in tree.iter("button"))


def test_all_right_earns_everything(block):
    status, reply = call(block, "submit", right(block))
    assert (status, reply["score"], reply["possible"]) == (200, 9.0, 9.0)
    # The solution may be seen now: the conversation with both sides, the message with its clues.
    assert {2, 5, 7, 8, 10, 12, 14, 15, 16} <= canaries(shown(reply))
    assert canaries(shown(reply)).isdisjoint({1, 3, 4, 6, 9, 11, 13, 17})
    assert 'data-dl-clue="2"' in shown(reply)


def test_only_what_was_chosen_is_answered_before_the_solution_may_be_seen(block):
    body = answers(
        block, talk=[("t1", "a"), ("t2", "c")], deck={"k1": "second"}, triage=("genuine", ["p2"], "y")
    )
    _, reply = call(block, "submit", body)
    assert canaries(shown(reply)) == {1, 3, 6, 9, 13, 17}
    assert "data-dl-tour" not in shown(reply)
    page = again(block).student_view({}).content
    assert canaries(page) == {1, 3, 6, 9, 13, 17}
    assert [secret for secret in ("tacgia-", "0.1234", "less_guessing", "clue=") if secret in page] == []
    said = [line.get("data-dl-said") for line in lxml_html.fromstring(page).iter("li")]
    ids = block._ids()
    expected = [
        ids.name(("tacgia-talk", "say"), f"tacgia-{turn}/tacgia-{say}")
        for turn, say in (("t1", "a"), ("t2", "c"))
    ]
    assert [token for token in said if token] == expected
    # With the last attempt used, the solution may be seen.
    _, reply = call(again(block), "submit", {**body, "attempt_id": str(uuid.uuid4())})
    assert {2, 12, 14} <= canaries(shown(reply))


def test_results_kept_back_keep_everything_back(block, monkeypatch):
    monkeypatch.setattr(type(block), "show_correctness", "never", raising=False)
    _, reply = call(block, "submit", right(block))
    for text in (json.dumps(reply), again(block).student_view({}).content):
        assert [secret for secret in SECRETS if secret in text] == []


@pytest.mark.parametrize(
    "talk",
    [[("t2", "c")], [("t1", "b"), ("t1", "a")], [("t1", "a")] * 2, [("t1", "a")] * 500],
)
def test_a_way_that_cannot_be_walked_is_refused_and_costs_no_attempt(block, talk):
    status, reply = call(block, "submit", answers(block, talk=talk))
    assert (status, reply["code"]) == (400, "invalid_answer")
    assert again(block).attempts.used() == 0


@pytest.mark.parametrize(
    "raw", [1, True, "k", {"a": 1}, [[]], [None], [""], ["tacgia-t1/tacgia-b"], ["k" * 5000]]
)
@pytest.mark.parametrize("item", ["tacgia-talk", "tacgia-deck"])
def test_what_no_page_sends_is_refused_in_words(block, item, raw):
    body = {"attempt_id": str(uuid.uuid4()), "answers": {block._ids().name(("item",), item): raw}}
    status, reply = call(block, "submit", body)
    assert status == 400
    assert reply["message"]
    assert again(block).attempts.used() == 0


def test_authors_see_the_whole_solution(user):
    page = block_from(OLX, user_id=user.pk, staff=True).author_view({}).content
    assert {2, 7, 8, 10, 12, 14, 16} <= canaries(page)
    ids = [each.get("id") for each in lxml_html.fromstring(page).iter() if each.get("id")]
    assert len(ids) == len(set(ids))
