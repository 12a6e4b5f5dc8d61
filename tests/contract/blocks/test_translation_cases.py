"""Vietnamese texts are found whatever the platform pulled: no directory of translations, an empty one, or a real one.

The platform's i18n service looks into `conf/plugins-locale/xblock.v1/digital_literacy` first. Its build leaves an empty
directory there for every block it has no translations of, and then the service fails instead of looking further. The
blocks ask Django, which finds the package's own `locale/` since the package is an installed app too.
"""

from __future__ import annotations

import pytest
from django.utils.translation import override

from tests.contract.blocks.test_profiles import CERTIFICATE
from tests.contract.runtime import block_from
from tests.contract.skills_exercise.samples import OLX
from tests.unit.public_services.samples import olx

pytestmark = pytest.mark.django_db


class NoDirectory:
    """The service falls back on Django's own texts, which are not ours."""

    def ugettext(self, text):
        return text

    gettext = ugettext

    def ngettext(self, one, many, count):
        return one if count == 1 else many


class EmptyDirectory:
    """The service finds a directory without a file in it."""

    def __getattr__(self, name):
        raise OSError("No translation file found for domain: 'django'")


class RealDirectory(NoDirectory):
    """The service has texts that the platform pulled, older than the package."""

    def ugettext(self, text):
        return f"cũ: {text}"

    gettext = ugettext


@pytest.mark.parametrize("service", [NoDirectory, EmptyDirectory, RealDirectory])
@pytest.mark.parametrize(
    ("source", "words"),
    [
        (OLX, "Nộp bài"),
        (olx(), "Bài thực hành, không phải dịch vụ thật"),
        (CERTIFICATE, "Chưa thiết lập nơi đăng nhập để cấp giấy chứng nhận"),
    ],
)
def test_a_page_is_vietnamese(service, source, words, django_user_model):
    block = block_from(source, user_id=django_user_model.objects.create(username="lan").pk)
    block.runtime._services["i18n"] = service()
    with override("vi"):
        page = block.student_view().content
    assert words in page
    assert "cũ: " not in page
    with override("en"):
        assert words not in block.student_view().content
