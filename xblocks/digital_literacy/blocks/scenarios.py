"""Content to try in the XBlock workbench: files of the package, one folder for all blocks."""

from __future__ import annotations

from pathlib import Path

from digital_literacy.olx.parsing import parse

FOLDER = Path(__file__).resolve().parent.parent / "scenarios"


def scenarios_of(block_type: str) -> staticmethod[[], list[tuple[str, str]]]:
    """The method `workbench_scenarios` of a door: title and XML of each scenario."""

    def workbench_scenarios() -> list[tuple[str, str]]:
        texts = [path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob(f"{block_type}*.xml"))]
        return [(parse(text).get("display_name") or block_type, text) for text in texts]

    return staticmethod(workbench_scenarios)
