"""Static files by the rules of the platform's own finder: what is published is `assets/public`, and nothing else.

The finder (`openedx/core/lib/xblock_pipeline/finder.py`, read at 0922a612) publishes, for each block class, everything
below `<resources_dir>` of a package but .py, .pyc and .scss. The package in the address is the class's module without
its last part; the files are taken one part higher up where there is one. A class deeper than directly below its
top-level package would have its files looked for in the wrong place, and only in production.
"""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import pytest
from django.contrib.staticfiles import utils
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.management.commands.collectstatic import Command
from django.core.files.storage import FileSystemStorage
from django.core.management import call_command

from digital_literacy.service_practice_block import ServicePracticeBlock
from digital_literacy.skills_exercise_block import SkillsExerciseBlock
from digital_literacy.vneid_certificate_block import VneidCertificateBlock
from tests.contract.blocks.test_profiles import CERTIFICATE
from tests.contract.runtime import block_from
from tests.contract.skills_exercise.samples import OLX
from tests.unit.public_services.samples import olx

BLOCKS = (SkillsExerciseBlock, ServicePracticeBlock, VneidCertificateBlock)
SKIPPED = (".py", ".pyc", ".scss")


def places(block_class: type) -> tuple[str, Path]:
    """The package in the address, and the folder the finder reads."""
    package = block_class.__module__.rpartition(".")[0]
    return package, Path(str(resources.files(package.rsplit(".", 1)[0]))) / block_class.get_resources_dir()


class PlatformFinder(BaseFinder):
    """What the platform's finder finds of our blocks."""

    def check(self, **_kwargs):
        return []

    def find(self, path, **_kwargs):
        return []

    def list(self, ignore_patterns):
        for package, folder in {places(block_class) for block_class in BLOCKS}:
            storage = FileSystemStorage(str(folder))
            storage.prefix = f"xblock/resources/{package}"
            for path in utils.get_files(storage, ignore_patterns):
                if not path.endswith(SKIPPED):
                    yield path, storage


@pytest.fixture
def published(settings, tmp_path):
    """Every address below the static root after `collectstatic`."""
    settings.STATICFILES_FINDERS = [f"{__name__}.PlatformFinder"]
    settings.STATIC_ROOT = str(tmp_path)
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    call_command(Command(), interactive=False, verbosity=0)
    return {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}


@pytest.mark.parametrize("block_class", BLOCKS)
def test_a_block_class_stands_directly_below_its_top_level_package(block_class):
    assert block_class.__module__.count(".") == 1


def test_what_is_published_is_the_public_folder_and_nothing_else(published):
    public = Path(str(resources.files("digital_literacy"))) / "assets" / "public"
    wanted = {path.relative_to(public).as_posix() for path in public.rglob("*") if path.is_file()}
    assert wanted
    assert published == {f"xblock/resources/digital_literacy/public/{name}" for name in wanted}


def test_every_script_and_style_of_a_page_is_published(published, django_user_model, db):
    user = django_user_model.objects.create(username="lan")
    asked = set()
    for text in (OLX, olx(), CERTIFICATE):
        block = block_from(text, user_id=user.pk, staff=True)
        for view in ("student_view", "public_view", "author_view", "studio_view"):
            fragment = getattr(block, view)()
            # The test's runtime answers local_resource_url with /resource/<type>/<uri>.
            asked |= {each.data.split("/", 3)[3] for each in fragment.resources if each.kind == "url"}
    assert "public/core.js" in asked
    assert asked - {name.removeprefix("xblock/resources/digital_literacy/") for name in published} == set()


def test_no_style_needs_a_window_of_its_own():
    # In the LMS's frame, as tall as its content, neither means what it says.
    public = Path(str(resources.files("digital_literacy"))) / "assets" / "public"
    styles = {path: path.read_text(encoding="utf-8") for path in public.rglob("*.css")}
    assert styles
    for path, text in styles.items():
        assert not re.search(r"position:\s*fixed|\d(?:d|s|l)?v(?:h|b)\b", text), path.name
