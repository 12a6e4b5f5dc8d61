"""`scripts/demo --check` runs this against a fresh host: prints one line a step, exits 0 only if all is ok."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import django


def main() -> int:
    """Walk all steps."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--keep", metavar="DIR", type=Path)
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "digital_literacy_demo.settings")
    django.setup()
    from digital_literacy_demo.check.steps import STEPS
    from digital_literacy_demo.check.walk import Walk, run

    walk = Walk(
        base_url=os.environ["DEMO_URL"], simulator_url=os.environ["DEMO_SIMULATOR_URL"], keep=options.keep
    )
    return 0 if run(walk, STEPS) else 1


if __name__ == "__main__":
    sys.exit(main())
