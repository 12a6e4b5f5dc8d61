"""The simulator's people. All are fictional; they have a name and an account level, and no number of any
kind."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """Someone to pick. `note` says in Vietnamese and English what is special about him; `age` 0 is not told."""

    slug: str
    name: str
    level: int
    note: str = ""
    note_en: str = ""
    age: int = 0


PEOPLE = (
    Person("minh-anh", "Nguyễn Minh Anh", 2, "sinh viên", "student"),
    Person("thi-tu", "Trần Thị Tư", 2, "người dân", "citizen"),
    Person("thu-ha", "Lê Thu Hà", 2, "công chức", "official"),
    Person("quoc-bao", "Phạm Quốc Bảo", 2, "người lao động", "worker"),
    Person("gia-linh", "Hoàng Gia Linh", 1, "mới chỉ có tài khoản mức độ 1", "has a level 1 account only"),
    Person("bao-ngoc", "Đặng Bảo Ngọc", 2, "10 tuổi, tài khoản do cha mẹ đề nghị cấp", "aged 10", age=10),
    Person(
        "amelia-reed", "Amelia Reed", 2, "người nước ngoài cư trú tại Việt Nam", "foreign resident", age=34
    ),
    Person(
        "khanh-vy",
        "Vương Khánh Vy",
        2,
        "tên khác với tên trong lớp học",
        "name differs from the course account",
    ),
)


def find(slug: str) -> Person | None:
    """The person with this slug."""
    return next((person for person in PEOPLE if person.slug == slug), None)
