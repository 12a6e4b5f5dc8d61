"""The blocks stand in Studio's list for content libraries, in the order in which the platform reads settings."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest

from digital_literacy.settings import common, production
from digital_literacy.settings.common import BLOCK_TYPES


@pytest.mark.parametrize(
    "tokens", [{}, {"LIBRARY_ENABLED_BLOCKS": ["problem"], "DIGITAL_LITERACY_ISSUER_NAME": "Xã"}]
)
def test_the_list_is_written_after_the_plugins_common_settings(tokens):
    settings = SimpleNamespace(ENV_TOKENS=tokens)
    common.plugin_settings(settings)  # cms/envs/common.py reads plugins before it writes the list
    settings.LIBRARY_ENABLED_BLOCKS = ["problem"]
    for _again in range(2):
        production.plugin_settings(settings)
    assert ["problem", *BLOCK_TYPES] == settings.LIBRARY_ENABLED_BLOCKS


def test_a_platform_without_the_list_gets_none():
    settings = SimpleNamespace()
    common.plugin_settings(settings)
    production.plugin_settings(settings)
    assert not hasattr(settings, "LIBRARY_ENABLED_BLOCKS")


def test_what_is_sent_to_our_pages_stays_out_of_the_tracking_log():
    settings = SimpleNamespace(ENV_TOKENS={}, TRACKING_IGNORE_URL_PATTERNS=[r"^/event"])
    for load in (common, production, production):
        load.plugin_settings(settings)
    ours = [each for each in settings.TRACKING_IGNORE_URL_PATTERNS if each != r"^/event"]
    assert len(ours) == 1
    assert re.match(ours[0], "/digital-literacy/about-me/")
    assert not re.match(ours[0], "/courses/x/digital-literacy/")
