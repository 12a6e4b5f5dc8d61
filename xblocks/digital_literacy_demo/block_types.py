"""Which class a block type is, and which package its public files come from."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points

from django.conf import settings
from django.utils.module_loading import import_string
from xblock.core import XBlock
from xblock.plugin import PluginMissingError

_BUILT_IN = {
    "html": "digital_literacy_demo.html_block.HtmlBlock",
    "course": "digital_literacy_demo.structure_block.StructureBlock",
    "chapter": "digital_literacy_demo.structure_block.StructureBlock",
    "sequential": "digital_literacy_demo.structure_block.StructureBlock",
    "vertical": "digital_literacy_demo.structure_block.StructureBlock",
}


def load(block_type: str) -> type[XBlock]:
    """The class of `block_type`: the host's own, an installed entry point, or one of `DEMO_BLOCKS`.

    Raises:
        PluginMissingError: nothing of that name is installed.
    """
    if block_type in _BUILT_IN:
        return import_string(_BUILT_IN[block_type])
    try:
        return XBlock.load_class(block_type)
    except PluginMissingError:
        if block_type not in settings.DEMO_BLOCKS:
            raise
        return import_string(settings.DEMO_BLOCKS[block_type])


def package_of(block_class: type) -> str:
    """The package whose `resources_dir` holds the class's public files, as the platform derives it."""
    return getattr(block_class, "unmixed_class", block_class).__module__.rpartition(".")[0]


@cache
def class_in_package(package: str) -> type[XBlock] | None:
    """Some block class of `package`: all of one package share its public files."""
    for block_type in _types_by_package().get(package, ()):
        try:
            return load(block_type)
        except Exception:  # a broken installation of one block must not hide the files of the others
            continue
    return None


def _types_by_package() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, path in {**_BUILT_IN, **settings.DEMO_BLOCKS}.items():
        found.setdefault(path.rpartition(".")[0].rpartition(".")[0], []).append(name)
    for entry_point in entry_points(group="xblock.v1"):
        found.setdefault(entry_point.module.rpartition(".")[0], []).append(entry_point.name)
    return found
