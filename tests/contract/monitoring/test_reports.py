"""Who reads what: counts of the places an account answers for, never of few, made by a command and read by a page."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, datetime

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from digital_literacy.learners.models import LearnerLocality
from digital_literacy.learners.outcomes import note_passed
from digital_literacy.monitoring.counting import update
from digital_literacy.monitoring.models import ReportReader, Tally
from digital_literacy.monitoring.reports import report
from tests.contract.monitoring.conftest import COURSE, SKILL

pytestmark = pytest.mark.django_db
PAGE = "/digital-literacy/reports/"
DONG_HAI, BAC_AI = "22780", "22840"


@pytest.fixture
def khanh_hoa(people, attempt):
    """12 learners of one commune, 6 of another, 7 of a third place in Khánh Hòa who told no commune; 9 of Hà Nội; 8
    who told nothing. Half of the first passed."""
    first = people(12, province="56", commune=DONG_HAI)
    second = people(6, province="56", commune=BAC_AI)
    others = [*people(7, province="56"), *people(9, province="01"), *people(8, prefix="q")]
    for user_id in [*first, *second, *others]:
        attempt(
            user_id, 1.0 if user_id in first else 0.5, group="workers" if user_id in second else "citizens"
        )
    for user_id in first[:6]:
        note_passed(user_id=user_id, course_key=COURSE)
    update()
    return first


def reader(province=""):
    user = get_user_model().objects.create_user(f"reader{province}")
    ReportReader.objects.create(user=user, province=province)
    client = Client()
    client.force_login(user)
    return client


def table(page, code):
    text = page.content.decode()
    found = re.search(rf'id="table-{code}".*?<tbody>(.*?)</tbody>', text, re.S)
    rows = re.findall(r"<tr>(.*?)</tr>", found.group(1), re.S) if found else []
    return [[re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)] for row in rows]


def test_the_country_by_province(khanh_hoa):
    page = reader().get(PAGE)
    assert table(page, "places") == [
        ["Chưa cho biết", "8", "0", "0"],
        ["Thành phố Hà Nội", "9", "0", "0"],
        ["Tỉnh Khánh Hòa", "25", "6", "0"],
    ]
    assert table(page, "groups") == [
        ["Người dân", "36", "6", "0"],
        ["Người lao động trong doanh nghiệp", "6", "0", "0"],
    ]
    ((name, practised, reached, alone),) = table(page, "skills")
    assert "Bảo vệ dữ liệu cá nhân" in name
    assert (practised, reached, alone) == ("42", "12", "12")


def test_a_province_by_commune(khanh_hoa):
    page = reader().get(PAGE, {"province": "56"})
    assert "Khánh Hòa" in page.content.decode()
    assert table(page, "places") == [
        ["Chưa cho biết", "7", "0", "0"],
        ["Phường Đông Hải", "12", "6", "0"],
        [table(page, "places")[2][0], "6", "0", "0"],
    ]


def test_a_reader_of_a_province_sees_that_province_only(khanh_hoa):
    client = reader("56")
    page = client.get(PAGE, {"province": "01"})
    text = page.content.decode()
    assert "Phường Đông Hải" in text
    assert "Hà Nội" not in text
    assert 'id="province"' not in text


def test_few_learners_are_hidden_and_their_province_too(khanh_hoa, people, attempt):
    for user_id in people(3, province="79"):
        attempt(user_id)
    update()
    client = reader()
    names = {row[0]: row[1] for row in table(client.get(PAGE), "places")}
    assert names["Thành phố Hồ Chí Minh"] == "ẩn"
    assert names["Chưa cho biết"] == "ẩn"  # one more, or the gap could be worked out
    assert names["Tỉnh Khánh Hòa"] == "25"
    page = client.get(PAGE, {"province": "79"})
    assert "Quá ít người học" in page.content.decode()
    assert table(page, "skills") == []


def test_who_may_not_is_told_and_a_visitor_logs_in(khanh_hoa, client):
    assert client.get(PAGE).status_code == 302
    plain = Client()
    plain.force_login(get_user_model().objects.create_user("plain"))
    page = plain.get(PAGE)
    assert page.status_code == 403
    assert "không được xem báo cáo" in page.content.decode()
    assert "Khánh Hòa" not in page.content.decode()
    staff = Client()
    staff.force_login(get_user_model().objects.create_superuser("root"))
    assert staff.get(PAGE).status_code == 200
    assert staff.post(PAGE).status_code == 405


@pytest.mark.parametrize("odd", ["x", "\x00", "99", "course-v1:A+B+C", "2026-13-01"])
def test_an_odd_question_gets_the_first_answer(khanh_hoa, odd):
    page = reader().get(PAGE, {"course": odd, "month": odd, "province": odd, "table": odd})
    assert page.status_code == 200
    assert table(page, "places")


def test_a_table_is_a_spreadsheet_too(khanh_hoa):
    reply = reader().get(PAGE, {"province": "56", "table": "places"})
    assert reply["Content-Type"].startswith("text/csv")
    assert 'filename="' in reply["Content-Disposition"]
    text = b"".join(reply.streaming_content).decode()
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text[1:])))
    assert rows[2] == [DONG_HAI, "Phường Đông Hải", "12", "6", "0"]


def test_the_page_asks_little_however_many_learners_there_are(khanh_hoa, people, attempt):
    client = reader()
    with CaptureQueriesContext(connection) as few:
        client.get(PAGE, {"province": "56"})
    for user_id in people(40, province="56", commune=DONG_HAI, prefix="more"):
        attempt(user_id)
    update()
    with CaptureQueriesContext(connection) as many:
        client.get(PAGE, {"province": "56"})
    assert len(many) == len(few)
    read = " ".join(each["sql"] for each in many)
    assert "digital_literacy_outcome" not in read
    assert "digital_literacy_attempt" not in read


def test_who_takes_his_locality_back_stands_nowhere_at_the_next_count(khanh_hoa):
    LearnerLocality.objects.filter(user_id__in=khanh_hoa[:2]).delete()
    update()
    names = {row[0]: row[1] for row in table(reader().get(PAGE), "places")}
    assert (names["Tỉnh Khánh Hòa"], names["Chưa cho biết"]) == ("23", "10")


def test_a_unit_that_the_list_no_longer_has_is_none(people, attempt):
    for user_id in people(6, province="56", commune="99999"):
        attempt(user_id)
    update()
    assert list(Tally.objects.values_list("province", flat=True).distinct()) == [""]


def test_a_month_that_is_over_stays_as_it_was(khanh_hoa, people, attempt):
    (before,) = set(Tally.objects.values_list("month", flat=True))
    old = report(month=before, course_key=COURSE)
    for user_id in people(9, province="56", prefix="later"):
        attempt(user_id)
    update(now=datetime(2031, 5, 3, tzinfo=UTC))
    assert report(month=before, course_key=COURSE) == old
    assert set(Tally.objects.values_list("month", flat=True)) == {before, datetime(2031, 5, 1).date()}
    assert "05/2031" in reader().get(PAGE).content.decode()


def test_what_counts_as_reached_is_a_setting(khanh_hoa, settings):
    settings.DIGITAL_LITERACY_REACHED_PERCENT = 50
    update()
    assert sum(Tally.objects.filter(skill=SKILL).values_list("reached", flat=True)) == 42


def test_the_command_says_what_it_did(people, attempt):
    for user_id in people(2):
        attempt(user_id)
    out = io.StringIO()
    call_command("digital_literacy_reports", "update", stdout=out)
    assert "2 new attempts counted; 2 counts this month." in out.getvalue()


def test_before_the_first_count_the_page_says_so():
    assert "Chưa có số liệu" in reader().get(PAGE).content.decode()
