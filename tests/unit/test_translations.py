"""Every message has its Vietnamese, and what is compiled is what is written."""

from __future__ import annotations

import ast
import gettext
import re
from pathlib import Path

import pytest
from django.utils.translation.template import templatize

APP = Path(__file__).resolve().parents[2] / "xblocks" / "digital_literacy"
CALLS = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy", "pgettext"}
TEMPLATE_CALL = re.compile(
    r"""\b(?:n|p|np)?gettext(?:_noop)?\(\s*(?:'[^']*'\s*,\s*)?u?(?P<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|'{3}.*?'{3}|"{3}.*?"{3})""",
    re.S,
)


def catalogue(language):
    with (APP / "locale" / language / "LC_MESSAGES" / "django.mo").open("rb") as file:
        return gettext.GNUTranslations(file)._catalog


def written(language):
    """Message ids and texts of the .po file, read without gettext's own tools."""
    text = (APP / "locale" / language / "LC_MESSAGES" / "django.po").read_text(encoding="utf-8")
    entries = {}
    for chunk in text.split("\n\n"):
        lines = [line for line in chunk.splitlines() if not line.startswith("#")]
        parts = re.findall(
            r'^(msgid|msgid_plural|msgstr(?:\[\d\])?) ((?:"(?:[^"\\]|\\.)*"\s*)+)', "\n".join(lines), re.M
        )
        found = {
            name: "".join(ast.literal_eval(piece) for piece in re.findall(r'"(?:[^"\\]|\\.)*"', body))
            for name, body in parts
        }
        if found.get("msgid"):
            entries[found["msgid"]] = found.get("msgstr", found.get("msgstr[0]", ""))
    return entries


def messages_of_python(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args:
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            first = node.args[0]
            if name in CALLS and isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def messages_of_template(path):
    for match in TEMPLATE_CALL.finditer(templatize(path.read_text(encoding="utf-8"))):
        yield ast.literal_eval(match["text"])


def all_messages():
    found = set()
    for path in APP.rglob("*.py"):
        found.update(messages_of_python(path))
    for path in (APP / "templates").rglob("*.html"):
        found.update(messages_of_template(path))
    return {text for text in found if text.strip()}


def test_the_search_for_messages_finds_them():
    found = all_messages()
    assert "Use this group" in found
    assert "Remove it." in found
    assert "%(n)s fault in the content" in found


def test_every_message_has_its_vietnamese():
    known = written("vi")
    assert sorted(text for text in all_messages() if not known.get(text)) == []


def test_no_translation_is_only_guessed():
    assert "fuzzy" not in (APP / "locale/vi/LC_MESSAGES/django.po").read_text(encoding="utf-8")


def test_vietnamese_keeps_the_parameters():
    # The plural form may hold more than the singular; of the texts here none does.
    for message, text in written("vi").items():
        assert set(re.findall(r"%\(\w+\)\w", text)) <= set(re.findall(r"%\(\w+\)\w", message)), message


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_is_compiled_is_what_is_written(language):
    compiled = {key[0] if isinstance(key, tuple) else key: text for key, text in catalogue(language).items()}
    for message, text in written(language).items():
        if text:
            assert message in compiled, f"run scripts/translations --extract: {message!r} is not compiled"
            assert language == "en" or compiled[message] == text


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_text_can_be_filled_in(language):
    """Texts are filled in by `%`: a lone percent sign in one would raise where it is shown."""
    placeholder = re.compile(r"%%|%\(\w+\)[-0-9.]*[sdfr]")
    lone = [text for text in written(language).values() if "%" in placeholder.sub("", text)]
    assert lone == []


def test_vietnamese_has_one_form_for_every_number():
    with (APP / "locale" / "vi" / "LC_MESSAGES" / "django.mo").open("rb") as file:
        texts = gettext.GNUTranslations(file)
    assert "nplurals=1" in texts.info()["plural-forms"]
    one, many = "%(count)d certificate was issued.", "%(count)d certificates were issued."
    assert {texts.ngettext(one, many, count) for count in (0, 1, 2, 21)} == {
        "Đã cấp %(count)d giấy chứng nhận."
    }
