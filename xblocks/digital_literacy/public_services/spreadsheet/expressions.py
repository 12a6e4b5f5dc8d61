"""XLSForm expressions, as far as a service's conditions go, turned into condition elements.

    ${kind} = 'rent'     ${kind} != 'rent'     ${email} != ''     selected(${kind}, 'rent')
    ${to} > ${from}      under_age(${birth}, 18)      days_between(${from}, ${to}, 30, 731)
    … and …   … or …   not(…)   ( … )     and `.` for the field itself in a constraint

`public_services.conditions` says what each means; XLSForm: https://xlsform.org/en/#relevant.
"""

from __future__ import annotations

import re

from lxml import etree

from digital_literacy.olx.messages import gettext_noop

MAX_DEPTH = 12
_TOKENS = re.compile(
    r"\s*(?:(?P<field>\$\{\s*[a-z0-9][a-z0-9_-]{0,39}\s*\}|\.(?![0-9]))|(?P<text>'[^']*'|\"[^\"]*\")"
    r"|(?P<number>[0-9]{1,9})|(?P<word>[a-z_]+)|(?P<sign>!=|[=><(),]))"
)
_ARGUMENTS = {"selected": "ft", "under_age": "fn", "days_between": "ffnn"}
CURE = gettext_noop(
    "Write it like ${kind} = 'rent', ${to} > ${from}, under_age(${birth_date}, 18) or "
    "days_between(${from}, ${to}, 30, 731), joined by and, or, not( )."
)


class ExpressionError(ValueError):
    """An expression that cannot be read; `near` is where."""

    def __init__(self, near: str) -> None:
        self.near = near[:40]
        super().__init__(self.near)


def read_expression(text: str, *, itself: str = "") -> etree._Element:
    """The condition that `text` says.

    Args:
        text: one expression.
        itself: the field that `.` means; empty where it means none.

    Raises:
        ExpressionError: the text says no condition.
    """
    return _Reader(text, itself).whole()


class _Reader:
    """Reads from left to right; each method takes what it names."""

    def __init__(self, text: str, itself: str) -> None:
        self._itself = itself
        self._tokens: list[tuple[str, str]] = []
        at = 0
        while text[at:].strip():
            found = _TOKENS.match(text, at)
            if found is None:
                raise ExpressionError(text[at:])
            self._tokens.append((str(found.lastgroup), found.group(str(found.lastgroup))))
            at = found.end()
        self._at = 0

    def whole(self) -> etree._Element:
        condition = self._either(0)
        if self._at < len(self._tokens):
            raise ExpressionError(self._rest())
        return condition

    def _either(self, depth: int) -> etree._Element:
        return self._joined("any", "or", depth)

    def _joined(self, tag: str, word: str, depth: int) -> etree._Element:
        if depth > MAX_DEPTH:
            raise ExpressionError(self._rest())
        parts = [self._part(tag, depth)]
        while self._takes(("word", word)):
            parts.append(self._part(tag, depth))
        if len(parts) == 1:
            return parts[0]
        element = etree.Element(tag)
        element.extend(parts)
        return element

    def _part(self, tag: str, depth: int) -> etree._Element:
        return self._joined("all", "and", depth) if tag == "any" else self._simple(depth)

    def _simple(self, depth: int) -> etree._Element:
        if self._takes(("word", "not")):
            element = etree.Element("not")
            element.append(self._in_brackets(depth))
            return element
        if self._sees(("sign", "(")):
            return self._in_brackets(depth)
        kind, value = self._next()
        if kind == "word" and value in _ARGUMENTS:
            return self._call(value)
        if kind != "field":
            self._at -= 1
            raise ExpressionError(self._rest())
        return self._comparison(self._name(value))

    def _in_brackets(self, depth: int) -> etree._Element:
        self._needs(("sign", "("))
        inside = self._either(depth + 1)
        self._needs(("sign", ")"))
        return inside

    def _comparison(self, name: str) -> etree._Element:
        _kind, sign = self._next()
        kind, value = self._next()
        if sign in (">", "<") and kind == "field":
            later, earlier = (name, self._name(value)) if sign == ">" else (self._name(value), name)
            return etree.Element("after", {"field": later, "than": earlier})
        if sign not in ("=", "!=") or kind not in ("text", "number"):
            self._at -= 2
            raise ExpressionError(self._rest())
        wanted = value.strip("'\"")
        element = etree.Element("equals" if wanted else "filled", {"field": name})
        if wanted:
            element.text = wanted
        if (sign == "!=") == bool(wanted):  # != 'x', or = ''
            negated = etree.Element("not")
            negated.append(element)
            return negated
        return element

    def _call(self, function: str) -> etree._Element:
        self._needs(("sign", "("))
        given: list[str] = []
        for place, wanted in enumerate(_ARGUMENTS[function]):
            if place:
                self._needs(("sign", ","))
            kind, value = self._next()
            if kind[0] != wanted:
                self._at -= 1
                raise ExpressionError(self._rest())
            given.append(self._name(value) if kind == "field" else value.strip("'\""))
        self._needs(("sign", ")"))
        if function == "selected":
            element = etree.Element("equals", {"field": given[0]})
            element.text = given[1]
            return element
        names = ("field", "years") if function == "under_age" else ("from", "to", "min", "max")
        return etree.Element(function, dict(zip(names, given, strict=True)))

    def _name(self, token: str) -> str:
        if token == ".":
            if not self._itself:
                raise ExpressionError(".")
            return self._itself
        return token[2:-1].strip()

    def _next(self) -> tuple[str, str]:
        if self._at >= len(self._tokens):
            raise ExpressionError("")
        self._at += 1
        return self._tokens[self._at - 1]

    def _sees(self, token: tuple[str, str]) -> bool:
        return self._at < len(self._tokens) and self._tokens[self._at] == token

    def _takes(self, token: tuple[str, str]) -> bool:
        seen = self._sees(token)
        self._at += seen
        return seen

    def _needs(self, token: tuple[str, str]) -> None:
        if not self._takes(token):
            raise ExpressionError(self._rest())

    def _rest(self) -> str:
        return " ".join(value for _kind, value in self._tokens[self._at :])
