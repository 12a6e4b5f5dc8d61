"""What may stand between items: each module here that does not begin with `_` and has a `TYPE`. No Python lists them.

A new content type is this one module with its Studio form; `schema/content/<tag>.rng` with its include line; and the
template `templates/digital_literacy/skills_exercise/content/<tag>.html`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import Any

from digital_literacy.exercises.content_types._base import ContentType
from digital_literacy.exercises.model import Content

__all__ = ["ContentType", "content_type_of", "content_types"]


@cache
def content_types() -> Mapping[str, ContentType[Any]]:
    """All content types by OLX tag, in the order in which they are offered to authors."""
    names = [module.name for module in iter_modules(__path__) if not module.name.startswith("_")]
    types = [import_module(f"{__name__}.{name}").TYPE for name in names]
    return MappingProxyType(
        {kind.tag: kind for kind in sorted(types, key=lambda kind: (kind.place, kind.tag))}
    )


def content_type_of(content: Content) -> ContentType[Any]:
    """The type that reads and shows `content`."""
    return content_types()[content.tag]
