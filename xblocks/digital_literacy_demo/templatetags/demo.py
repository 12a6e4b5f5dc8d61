"""Small helpers of the host's templates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.formats import number_format

register = template.Library()


@register.filter
def get(mapping: Mapping[Any, Any], key: Any) -> Any:
    """`mapping[key]`, or the key where there is none."""
    return mapping.get(key, key)


@register.filter
def points(value: float | None) -> str:
    """A score as people write it: 2, 1,5 or 0,67."""
    return "–" if value is None else number_format(f"{value:.2f}".rstrip("0").rstrip("."))


@register.filter
def percent(value: float) -> str:
    """A share as whole percent, rounded down as the blocks do: 59.6 % is no pass at 60 %."""
    return f"{int(value * 100 + 1e-9)}%"
