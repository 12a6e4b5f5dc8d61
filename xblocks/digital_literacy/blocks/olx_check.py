"""Check OLX files before they are used: for the course builder, the demo's loader and anyone's script."""

from __future__ import annotations

from lxml import etree
from xblock.core import XBlock
from xblock.plugin import PluginMissingError

from digital_literacy.blocks.olx_fields import OlxFieldsMixin
from digital_literacy.olx.faults import Fault, OlxError
from digital_literacy.olx.parsing import parse

BLOCK_TYPES = ("skills_exercise", "service_practice", "vneid_certificate")
MAX_FILE_BYTES = 4 * 1024 * 1024


def check_file(text: bytes) -> tuple[etree._Element | None, list[Fault]]:
    """Parse an OLX file and check every block of ours in it, with the file's own line numbers.

    Returns:
        The root element (`None` where the file cannot be parsed) and the faults, in order of line.
    """
    try:
        root = parse(text, max_bytes=MAX_FILE_BYTES)
    except OlxError as error:
        return None, list(error.faults)
    faults = [fault for element in root.iter(*BLOCK_TYPES) for fault in check_block(element)]
    return root, sorted(faults, key=lambda fault: fault.line)


def check_block(element: etree._Element) -> list[Fault]:
    """Faults of one block's element."""
    try:
        block_class = XBlock.load_class(str(element.tag))
    except PluginMissingError:
        return []
    return block_class.faults_in(element) if issubclass(block_class, OlxFieldsMixin) else []
