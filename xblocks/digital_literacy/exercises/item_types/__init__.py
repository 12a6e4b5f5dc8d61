"""The item types: each module here that does not begin with `_` and has a `TYPE`. No Python lists them.

A new item type is this one module; the form `exercises/item_forms/<tag>.py` for Studio; `schema/items/<tag>.rng`
with its include line; the learner's template `templates/digital_literacy/skills_exercise/items/<tag>.html` and script
`assets/public/exercise/<tag>.js`, and beside it styles, if `has_style`. What a list of right answers cannot show,
`templates/digital_literacy/skills_exercise/solutions/<tag>.html` draws: see `ItemType.drawings`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import Any

from digital_literacy.exercises.item_types._base import ItemType
from digital_literacy.exercises.model import Item

__all__ = ["ItemType", "item_types", "type_of"]


@cache
def item_types() -> Mapping[str, ItemType[Any]]:
    """All item types by OLX tag, in the order in which they are offered to authors."""
    names = [module.name for module in iter_modules(__path__) if not module.name.startswith("_")]
    types = [import_module(f"{__name__}.{name}").TYPE for name in names]
    return MappingProxyType(
        {kind.tag: kind for kind in sorted(types, key=lambda kind: (kind.place, kind.tag))}
    )


def type_of(item: Item) -> ItemType[Any]:
    """The type that reads, shows and grades `item`."""
    return item_types()[item.tag]
