"""A block's public files: addresses that change with the file, and nothing outside `resources_dir/public`."""

from __future__ import annotations

import importlib.resources
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.urls import reverse

from digital_literacy_demo import block_types


def url(block: Any, uri: str) -> str:
    """Address of a public file. Blocks of one package share it, so a page loads it once."""
    block_class = getattr(type(block), "unmixed_class", type(block))
    address = reverse("public_file", args=[block_types.package_of(block_class), uri])
    path = locate(block_class, uri)
    return f"{address}?v={version(path)}" if path else address


def find(package: str, uri: str) -> Path | None:
    """The file behind an address; `None` for anything that is not public."""
    block_class = block_types.class_in_package(package)
    return locate(block_class, uri) if block_class else None


def locate(block_class: Any, uri: str) -> Path | None:
    """The public file `uri` (such as `public/core.js`) of a block class, or `None`."""
    root = _public_folder(
        block_types.package_of(block_class), block_class.resources_dir, block_class.public_dir
    )
    prefix = f"{block_class.public_dir}/"
    if root is None or not uri.startswith(prefix) or "\\" in uri or "\0" in uri:
        return None
    path = (root / uri[len(prefix) :]).resolve()
    return path if path.is_relative_to(root) and path.is_file() else None


def version(path: Path) -> str:
    """Changes whenever the file does."""
    stat = path.stat()
    return f"{stat.st_mtime_ns:x}{stat.st_size:x}"


@lru_cache(maxsize=64)
def _public_folder(package: str, resources_dir: str | None, public_dir: str) -> Path | None:
    if resources_dir is None:
        return None
    return Path(str(importlib.resources.files(package))).joinpath(resources_dir, public_dir).resolve()
