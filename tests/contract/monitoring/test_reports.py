"""Who reads what: counts of the places an account answers for, never of few, made by a command and read by a page."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, date, datetime

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from digital_literacy.certificates.models import Award, Credential, StatusList
from digital_literacy.learners.models import LearnerLocality, Outcome
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
    assert table(page, "places") == [  # by name, whatever the kind
        ["Chưa cho biết", "7", "0", "0"],
        ["Xã Công Hải", "6", "0", "0"],
        ["Phường Đông Hải", "12", "6", "0"],
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
    assert "Số liệu của nơi này được ẩn" in page.content.decode()
    assert table(page, "skills") == []


def test_who_may_not_is_told_and_a_visitor_logs_in(khanh_hoa, client):
    assert client.get(PAGE).status_code == 302
    plain = Client()
    plain.force_login(get_user_model().objects.create_user("plain"))
    page = plain.get(PAGE)
    assert page.status_code == 403
    assert "không được xem báo cáo" in page.content.decode()
    assert "Khánh Hòa" not in page.content.decode()
    course_staff = Client()
    course_staff.force_login(get_user_model().objects.create_user("course-staff", is_staff=True))
    assert course_staff.get(PAGE).status_code == 403
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
    assert reply["Cache-Control"] == "no-store"
    assert reply["X-Content-Type-Options"] == "nosniff"
    assert 'filename="' in reply["Content-Disposition"]
    text = b"".join(reply.streaming_content).decode()
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text[1:])))
    assert rows[0] == ["Mã", "Địa phương", "Đã thực hành", "Đạt khóa học", "Có giấy chứng nhận"]
    assert rows[3] == [DONG_HAI, "Phường Đông Hải", "12", "6", "0"]


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
    assert set(Tally.objects.values_list("month", flat=True)) == {before, date(2031, 5, 1)}
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


def test_a_spreadsheet_is_in_the_language_that_is_asked_for(khanh_hoa):
    reply = reader().get(PAGE, {"table": "groups", "lang": "en"})
    head = b"".join(reply.streaming_content).decode().splitlines()[0]
    assert head == "\ufeffCode,Target group,Practised,Passed the course,Hold a certificate"


def test_no_cell_of_a_spreadsheet_is_a_formula(khanh_hoa, people, attempt, settings):
    settings.DIGITAL_LITERACY_TARGET_GROUPS = [
        {"code": "odd", "parent": "citizens", "name_vi": "=1+1", "name_en": "=1+1"}
    ]
    for user_id in people(6, prefix="odd"):
        attempt(user_id, group="odd")
    update()
    text = b"".join(reader().get(PAGE, {"table": "groups"}).streaming_content).decode()
    assert "'=1+1" in text


def test_the_skills_of_a_province_are_those_of_its_learners(khanh_hoa):
    client = reader("56")
    ((_name, practised, reached, _alone),) = table(client.get(PAGE), "skills")
    assert (practised, reached) == ("25", "12")


def test_a_province_is_offered_the_courses_of_its_own_learners(khanh_hoa, people, attempt):
    for user_id in people(6, province="01", prefix="other"):
        attempt(user_id, course="course-v1:BDHVS+KHAC+2026")
    update()
    assert "KHAC" in reader().get(PAGE).content.decode()
    assert "KHAC" not in reader("56").get(PAGE).content.decode()


def test_a_measure_that_the_country_hides_is_hidden_in_the_provinces_own_page(people, attempt):
    """Passed: 2 in 56, so the country hides 56 and one more, 01; else 01's own page would give 56 away."""
    places = {"56": (30, 2), "01": (40, 10), "79": (60, 30)}
    for province, (count, passed) in places.items():
        users = people(count, province=province)
        for user_id in users:
            attempt(user_id)
        for user_id in users[:passed]:
            note_passed(user_id=user_id, course_key=COURSE)
    update()
    client = reader()
    passed = {row[0]: row[2] for row in table(client.get(PAGE), "places")}
    assert passed == {"Thành phố Hà Nội": "ẩn", "Tỉnh Khánh Hòa": "ẩn", "Thành phố Hồ Chí Minh": "30"}
    page = client.get(PAGE, {"province": "01"})
    assert [row[2] for row in table(page, "places")] == ["ẩn"]
    assert [row[2] for row in table(page, "groups")] == ["ẩn"]
    assert re.findall(r'<dd class="name">(.*?)</dd>', page.content.decode()) == ["40", "ẩn", "0"]


def certificate(user_id, *, revoked=False, simulated=False, course=COURSE):
    """Just what counting looks at."""
    award, _new = Award.objects.get_or_create(
        user_id=user_id,
        course_key=course,
        defaults={"usage_key": "u", "person_key": f"k{user_id}{course}", "created_at": timezone.now()},
    )
    status_list = StatusList.objects.first() or StatusList.objects.create(number=1)
    return Credential.objects.create(
        identifier=f"c{Credential.objects.count()}",
        award=award,
        status_list=status_list,
        status_index=Credential.objects.count(),
        document={},
        simulated=simulated,
        is_current=None if revoked else True,
        revoked_at=timezone.now() if revoked else None,
        verified_at=timezone.now(),
        issued_at=timezone.now(),
        level=2,
    )


def test_a_certificate_counts_while_it_stands(people, attempt):
    users = people(30)
    for user_id in users:
        attempt(user_id)
        note_passed(user_id=user_id, course_key=COURSE)
    for user_id in users[:10]:
        certificate(user_id, revoked=True)
        certificate(user_id)
    for user_id in users[10:20]:
        certificate(user_id, simulated=True)
    for user_id in users[20:]:
        certificate(user_id, course="course-v1:BDHVS+KHAC+2026")
    update()
    assert sum(Tally.objects.filter(skill="").values_list("certified", flat=True)) == 10
    assert sum(Tally.objects.exclude(skill="").values_list("certified", flat=True)) == 0


def test_a_month_begins_where_the_learners_are(people, attempt, settings):
    settings.TIME_ZONE = "UTC"  # as the LMS runs
    for user_id in people(6):
        attempt(user_id)
    update(now=datetime(2031, 11, 30, 19, 0, tzinfo=UTC))  # 02:00 on 1 December in Viet Nam
    assert set(Tally.objects.values_list("month", flat=True)) == {date(2031, 12, 1)}
    assert "02:00, 01/12/2031" in reader().get(PAGE).content.decode()


def test_a_course_that_nobody_learns_any_more_leaves_the_month(khanh_hoa):
    Outcome.objects.all().delete()
    update()
    assert not Tally.objects.exists()


def test_numbers_are_written_as_the_language_does(people, attempt):
    for user_id in people(6):
        attempt(user_id)
    update()
    Tally.objects.update(learners=1234567)
    client = reader()
    assert table(client.get(PAGE), "places")[0][1] == "1.234.567"
    assert table(client.get(PAGE, {"lang": "en"}), "places")[0][1] == "1,234,567"
    text = b"".join(client.get(PAGE, {"table": "places"}).streaming_content).decode()
    assert ",1234567," in text
