"""The dbt project, run by the real dbt on the real engine, with statements of the suite's own transformers."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from clickhouse import ClickHouse
from dbt.cli.main import dbtRunner
from samples import events

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]


class Project:
    """Our dbt project in a folder of its own, with the tests' Aspects as its package."""

    def __init__(self, folder: Path, engine: ClickHouse) -> None:
        self.folder, self.engine = folder, engine
        shutil.copytree(
            HERE.parent / "dbt", folder, ignore=shutil.ignore_patterns("target", "dbt_packages", "logs")
        )
        (folder / "packages.yml").write_text(f"packages:\n  - local: {HERE / 'aspects_package'}\n")
        self.dbt("deps")

    def dbt(self, *arguments: str):
        done = dbtRunner().invoke(
            [*arguments, "--project-dir", str(self.folder), "--profiles-dir", str(HERE), "--quiet"]
        )
        assert done.success, done.exception or [
            (each.node.name, each.message)
            for each in done.result.results
            if each.status not in ("success", "pass")
        ]
        return done.result

    def refresh(self, *views: str) -> None:
        """What the schedule does: numbers anew."""
        every = ("xapi.dl_daily_mv", "digital_literacy.dl_results_mv", "digital_literacy.dl_hint_use_mv")
        for view in views or every:
            self.engine.run(f"system refresh view {view}")
            self.engine.run(f"system wait view {view}")

    def insert(self, statements: list[dict]) -> None:
        """As Vector does."""
        for each in statements:
            row = {
                "event_id": each["id"],
                "emission_time": each["timestamp"].replace("T", " ").split("+")[0].rstrip("Z"),
                "event": json.dumps(each),
            }
            self.engine.run(f"insert into xapi.xapi_events_all format JSONEachRow {json.dumps(row)}")


@pytest.fixture(scope="session")
def made() -> list[dict]:
    """The statements."""
    done = subprocess.run(
        [sys.executable, str(HERE / "statements.py")],
        input="\n".join(json.dumps(each) for each in events()),
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'xblocks'}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory):
    engine = ClickHouse(str(tmp_path_factory.mktemp("clickhouse")))
    os.environ["CLICKHOUSE_PORT"] = str(engine.port)
    engine.run("create database xapi")
    engine.run(
        "create table xapi.xapi_events_all (event_id UUID, emission_time DateTime64(6), event String)"
        " engine = ReplacingMergeTree primary key (emission_time, event_id) order by (emission_time, event_id)"
        " partition by toYYYYMM(emission_time)"
    )
    yield Project(tmp_path_factory.mktemp("dbt") / "project", engine)
    engine.close()
