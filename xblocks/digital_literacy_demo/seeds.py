"""Who is there from the start. All are fictional."""

from __future__ import annotations

from dataclasses import dataclass

LEARNER, AUTHOR, ADMINISTRATOR = "learner", "author", "administrator"


@dataclass(frozen=True)
class Seed:
    """One person to be there from the start."""

    username: str
    full_name: str
    role: str = LEARNER
    target_group: str = ""


SEEDS = (
    Seed("student", "Nguyễn Minh Anh", target_group="students"),
    Seed("citizen", "Trần Thị Tư", target_group="citizens"),
    Seed("official", "Lê Thu Hà", target_group="officials"),
    Seed("worker", "Phạm Quốc Bảo", target_group="workers"),
    Seed("newcomer", "Hoàng Gia Linh"),
    Seed("author", "Đỗ Hồng Nhung", AUTHOR),
    Seed("admin", "Vũ Đức Thành", ADMINISTRATOR),
)
