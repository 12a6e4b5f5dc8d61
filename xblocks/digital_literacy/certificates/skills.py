"""Skill codes that certificates name as alignments: the framework of Circular 02/2025/TT-BGDĐT."""

from __future__ import annotations

from digital_literacy.certificates.credential import Skill

FRAMEWORK = "tt02"
FRAMEWORK_NAME = "Khung năng lực số cho người học (Thông tư 02/2025/TT-BGDĐT)"

NAMES = {
    "1.1": "Duyệt, tìm kiếm và lọc dữ liệu, thông tin và nội dung số",
    "1.2": "Đánh giá dữ liệu, thông tin và nội dung số",
    "1.3": "Quản lý dữ liệu, thông tin và nội dung số",
    "2.1": "Tương tác thông qua công nghệ số",
    "2.2": "Chia sẻ thông tin và nội dung thông qua công nghệ số",
    "2.3": "Sử dụng công nghệ số để thực hiện trách nhiệm công dân",
    "2.4": "Hợp tác thông qua công nghệ số",
    "2.5": "Thực hiện quy tắc ứng xử trên mạng",
    "2.6": "Quản lý danh tính số",
    "3.1": "Phát triển nội dung số",
    "3.2": "Tích hợp và tạo lập lại nội dung số",
    "3.3": "Thực thi bản quyền và giấy phép",
    "3.4": "Lập trình",
    "4.1": "Bảo vệ thiết bị",
    "4.2": "Bảo vệ dữ liệu cá nhân và quyền riêng tư",
    "4.3": "Bảo vệ sức khỏe và an sinh số",
    "4.4": "Bảo vệ môi trường",
    "5.1": "Giải quyết các vấn đề kỹ thuật",
    "5.2": "Xác định nhu cầu và giải pháp công nghệ",
    "5.3": "Sử dụng sáng tạo công nghệ số",
    "5.4": "Xác định các vấn đề cần cải thiện về năng lực số",
    "6.1": "Hiểu biết về AI (trong đó có Gen AI)",
    "6.2": "Sử dụng AI có đạo đức và trách nhiệm",
    "6.3": "Đánh giá các công cụ AI",
}


def is_known(code: str) -> bool:
    """Whether a code such as `tt02:4.2` is in the framework."""
    prefix, _, number = code.partition(":")
    return prefix == FRAMEWORK and number in NAMES


def skill(code: str, *, base_url: str) -> Skill:
    """The skill with a known code; its address is a page of this site.

    Raises:
        KeyError: the code is not known.
    """
    number = code.removeprefix(f"{FRAMEWORK}:")
    return Skill(
        code=code,
        name=f"{number} {NAMES[number]}",
        framework=FRAMEWORK_NAME,
        url=f"{base_url}/skills/{FRAMEWORK}/{number}/",
    )
