"""Steps of the reports: a learner tells his locality and takes it back, the administrator reads counts of many."""

from __future__ import annotations

from digital_literacy.profile.telling import CONSENT_VERSION
from digital_literacy_demo.check.client import expect
from digital_literacy_demo.check.walk import Walk

ABOUT_ME, REPORTS = "/digital-literacy/about-me/", "/digital-literacy/reports/"
KHANH_HOA, DONG_HAI = "56", "22780"


def locality_told_and_taken_back(walk: Walk) -> str:
    """Nothing is kept without the consent; with it the place stands there, until it is taken back."""
    learner = walk.person("worker")
    place = {"step": "locality", "province": KHANH_HOA, "commune": DONG_HAI, "age": "adult"}
    learner.get(ABOUT_ME)
    refused = learner.post_form(ABOUT_ME, refused=True, **place)
    expect("Chưa lưu gì" in refused.words(), "a locality without a consent was not refused")
    told = learner.post_form(ABOUT_ME, **place, agree=CONSENT_VERSION)
    expect("Phường Đông Hải" in told.words(), "the locality does not stand on the page")
    taken = learner.post_form(ABOUT_ME, step="take_back")
    expect("Bạn chưa cho biết nơi ở" in taken.words(), "the locality still stands there")
    return "kept with the consent only"


def report_hides_few(walk: Walk) -> str:
    """The administrator sees a commune of many, none of few; a learner sees nothing."""
    page = walk.person("admin").get(f"{REPORTS}?province={KHANH_HOA}")
    rows = {
        row.xpath("string(./th)"): row.xpath("string(./td[1])") for row in page.tree.xpath("//tbody/tr[td]")
    }
    expect(rows.get("Phường Đông Hải") == "24", f"Đông Hải has {rows.get('Phường Đông Hải')}")
    hidden = [name for name, number in rows.items() if number == "ẩn"]
    expect(hidden, "no row of few is hidden")
    walk.person("worker").get(REPORTS, status=403)
    return f"{len(hidden)} rows hidden"
