"""Command line: `python -m benchmarks [--quick] [--json FILE] [--no-budget]`; `scripts/bench` starts it."""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
from pathlib import Path

import django
from django.core.management import call_command
from django.utils import translation


def main() -> int:
    """Measure, report, and check the budgets; 1 where one is not kept."""
    options = _options()
    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"
    django.setup()
    logging.disable(logging.WARNING)
    call_command("migrate", verbosity=0)
    from benchmarks import budgets, report, run  # models and blocks need Django's setup

    with translation.override("vi"):
        results = run.measure(rounds=40 if options.quick else 300, warm_up=5 if options.quick else 20)
    checks = list(budgets.checks(results))
    print(report.text(results, checks))
    if options.json:
        kept = [{"text": check.text, "kept": check.kept} for check in checks]
        document = {**results.as_json(), "budgets": kept}
        options.json.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return 0 if options.no_budget or all(check.kept for check in checks) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/bench", description="Measure our blocks beside a peer.")
    parser.add_argument("--quick", action="store_true", help="40 samples instead of 300, for a quick look")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures to FILE as well")
    parser.add_argument("--no-budget", action="store_true", help="exit with 0 whatever the budgets say")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
