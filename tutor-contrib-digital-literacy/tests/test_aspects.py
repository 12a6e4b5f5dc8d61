"""What the plugin gives to Aspects: rendered by the real Tutor with the real Aspects, read by Aspects' own code."""

from __future__ import annotations

import ast
import json
import re
import uuid
from pathlib import Path

import pytest
import yaml
from test_plugin import NAME, Tutor
from tutoraspects import asset_command_helpers as aspects
from tutordigitalliteracy import dashboard

MODELS = Path(__file__).resolve().parents[1] / "aspects" / "dbt" / "models" / "schema.yml"
SUPERSET = "plugins/aspects/apps/superset"
READERS = {"so-ha-noi": ["01"], "vung": ["01", "79"], "bo": ["*"]}


@pytest.fixture(scope="module")
def tutor(tmp_path_factory):
    """A Tutor with Aspects and the option on."""
    made = Tutor(tmp_path_factory.mktemp("aspects"))
    made.run("plugins", "enable", NAME, "aspects")
    made.run(
        *("config", "save", "--set", "DIGITAL_LITERACY_ASPECTS=true"),
        *("--set", f"DIGITAL_LITERACY_ASPECTS_READERS={json.dumps(READERS)}"),
        *("--set", 'SUPERSET_DASHBOARD_LOCALES=["en", "vi"]'),
    )
    return made


@pytest.fixture(scope="module")
def assets(tutor):
    """As create_assets.py loads them."""
    text = tutor.text(f"{SUPERSET}/pythonpath/assets.yaml")
    return [each for each in yaml.safe_load_all(text) if each]


def of_kind(assets, name):
    return {each["uuid"]: each for each in assets if name in each}


@pytest.fixture(scope="module")
def models():
    described = yaml.safe_load(MODELS.read_text(encoding="utf-8"))["models"]
    return {model["name"]: {column["name"] for column in model["columns"]} for model in described}


def test_everything_is_there(assets):
    assert len(of_kind(assets, "table_name")) == 2
    assert len(of_kind(assets, "slice_name")) == 7
    (page,) = of_kind(assets, "dashboard_title").values()
    assert page["dashboard_title"] == "Kết quả học kỹ năng số"
    assert page["_roles"] == ["Operator", "Digital literacy"]
    assert len({each["uuid"] for each in assets}) == len(assets)


def test_each_column_of_a_dataset_is_one_of_its_model(assets, models):
    for dataset in of_kind(assets, "table_name").values():
        columns = [column["column_name"] for column in dataset["columns"]]
        assert set(columns) == models[dataset["table_name"]]
        assert dataset["sql"] == f"select {', '.join(columns)} from digital_literacy.{dataset['table_name']}"


def columns_of(chart):
    params = chart["params"]
    yield from params.get("all_columns", ())
    yield from params.get("groupby", ())
    yield from (each["subject"] for each in params.get("adhoc_filters", ()))
    yield from (json.loads(each)[0] for each in params.get("order_by_cols", ()))
    if "x_axis" in params:
        yield params["x_axis"]


def test_each_chart_asks_for_what_its_dataset_has(assets):
    datasets = of_kind(assets, "table_name")
    for chart in of_kind(assets, "slice_name").values():
        dataset = datasets[chart["dataset_uuid"]]
        columns = list(columns_of(chart))
        assert columns
        assert set(columns) <= {column["column_name"] for column in dataset["columns"]}, chart["slice_name"]
        assert set(chart["params"].get("metrics", ())) <= {each["metric_name"] for each in dataset["metrics"]}
    for dataset in datasets.values():
        known = {column["column_name"] for column in dataset["columns"]}
        for metric in dataset["metrics"]:
            assert set(re.findall(r"\((\w+)\)", metric["expression"])) <= known


def test_the_page_holds_each_chart_and_its_filters_ask_for_columns(assets):
    (page,) = of_kind(assets, "dashboard_title").values()
    charts, datasets = of_kind(assets, "slice_name"), of_kind(assets, "table_name")
    boxes = [box for box in page["position"].values() if isinstance(box, dict)]
    placed = {box["meta"]["chartId"]: box["meta"] for box in boxes if box["type"] == "CHART"}
    assert {box["uuid"] for box in placed.values()} == set(charts)
    for box in placed.values():
        assert box["sliceName"] == charts[box["uuid"]]["slice_name"]
    for box in boxes:
        assert all(
            box["id"] in page["position"][child].get("parents", ["ROOT_ID"])
            for child in box.get("children", ())
        )
    for each in page["metadata"]["native_filter_configuration"]:
        (target,) = each["targets"]
        columns = {column["column_name"] for column in datasets[target["datasetUuid"]]["columns"]}
        assert target["column"]["name"] in columns
        reached = set(each["chartsInScope"])
        assert reached | set(each["scope"]["excluded"]) == set(placed)
        for number in reached:
            chart = charts[placed[number]["uuid"]]
            known = {column["column_name"] for column in datasets[chart["dataset_uuid"]]["columns"]}
            assert target["column"]["name"] in known


def test_aspects_own_checks_find_nothing(tutor, assets, tmp_path, monkeypatch):
    """Its search for assets that are used and missing, or there twice, or not used by any page."""
    said = []
    monkeypatch.setattr(aspects, "ASSETS_PATH", str(tmp_path))
    owned = tutor.root / "env" / SUPERSET / "pythonpath" / "aspects_asset_list.yaml"
    monkeypatch.setattr(aspects, "ASPECT_ASSET_LIST", str(owned))
    monkeypatch.setattr(aspects.click, "echo", said.append)
    for each in assets:
        path, needs_review = aspects.validate_asset_file(
            each["_file_name"], dict(each), said.append, str(tmp_path)
        )
        # It wants every data set's table and query to be a template, as they are in Aspects itself.
        assert needs_review == ("table_name" in each)
        folder = tmp_path / Path(path).name
        folder.mkdir(exist_ok=True)
        (folder / each["_file_name"]).write_text(yaml.safe_dump(each), encoding="utf-8")
    said.clear()
    aspects.deduplicate_superset_assets(lambda *text: said.extend(text))
    assert not [text for text in said if "WARN" in text or "ERROR" in text]
    assert aspects._find_unused_assets() == {"charts": {}, "datasets": {}}
    assert not [text for text in said if "not found" in text]


def functions(source, *names):
    """Functions of a rendered file of Aspects, without what Superset alone has."""
    tree = ast.parse(source)
    body = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name in names]
    assert {node.name for node in body} == set(names)
    return compile(ast.Module(body, []), "aspects", "exec")


def test_aspects_makes_a_copy_for_each_language(tutor, assets):
    names = {
        "uuid": uuid,
        "deepcopy": __import__("copy").deepcopy,
        "get_translation": lambda text, language: text,
        "security_manager": type("Roles", (), {"find_role": staticmethod(str)}),
    }
    source = tutor.text(f"{SUPERSET}/pythonpath/create_assets.py")
    wanted = ("get_localized_uuid", "generate_translated_asset")
    wanted += ("generate_translated_dashboard_elements", "generate_translated_dashboard_filters")
    exec(functions(source, *wanted), names)
    folders = {"table_name": "datasets", "slice_name": "charts", "dashboard_title": "dashboards"}
    roles, uuids, copies = {}, {each["uuid"]: set() for each in assets}, []
    for each in assets:
        kind = next(kind for kind in folders if kind in each)
        made = names["generate_translated_asset"]({**each}, kind, folders[kind], "vi", roles, uuids)
        copies.append(made)
    datasets, charts = of_kind(copies, "table_name"), of_kind(copies, "slice_name")
    (page,) = of_kind(copies, "dashboard_title").values()
    assert {each["table_name"] for each in datasets.values()} == {"dl_results_vi", "dl_hint_use_vi"}
    assert {chart["dataset_uuid"] for chart in charts.values()} == set(datasets)
    assert page["slug"] == "digital-literacy-vi"
    assert roles == {page["uuid"]: (["Operator - vi", "Digital literacy - vi"], "vi")}


def test_each_role_that_is_named_is_made(tutor):
    made = {role["name"] for role in json.loads(tutor.text(f"{SUPERSET}/security/roles.json"))}
    assert {"Digital literacy", "Digital literacy - en", "Digital literacy - vi"} <= made
    assert {name for name in made if " in " in name} == {"Digital literacy in 01", "Digital literacy in 79"}
    known = {"DASHBOARD_LOCALES": ["en", "vi"], "AUTH_ROLES_MAPPING": {}}
    config = tutor.text(f"{SUPERSET}/pythonpath/superset_config_docker.py")
    exec(config[config.index("# digital-literacy") :], known)
    assert {role for roles in known["AUTH_ROLES_MAPPING"].values() for role in roles} <= made


def test_a_reader_may_read_this_database_only(tutor):
    roles = json.loads(tutor.text(f"{SUPERSET}/security/roles.json"))
    (role,) = [role for role in roles if role["name"] == "Digital literacy"]
    may = {(each["permission"]["name"], each["view_menu"]["name"]) for each in role["permissions"]}
    data = {each for each in may if "access" in each[0] and each[0] != "menu_access"}
    assert data == {("schema_access", "[OpenedX Clickhouse].[digital_literacy]")}
    assert not [each for each in may if "SQL" in each[1] or "Sql" in each[1]]


@pytest.mark.parametrize(
    ("user", "locale", "roles"),
    [
        ("so-ha-noi", "vi", ["digital-literacy", "digital-literacy-vi", "digital-literacy-in-01"]),
        (
            "vung",
            "fr",
            ["digital-literacy", "digital-literacy-en", "digital-literacy-in-01", "digital-literacy-in-79"],
        ),
        ("bo", "en", ["digital-literacy", "digital-literacy-en"]),
        ("somebody", "vi", None),
    ],
)
def test_who_logs_in_is_given_his_roles(tutor, user, locale, roles):
    tree = ast.parse(tutor.text(f"{SUPERSET}/pythonpath/openedx_sso_security_manager.py"))
    (method,) = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name == "extra_get_user_roles"
    ]
    application = type("Application", (), {"config": {"DASHBOARD_LOCALES": ["en", "vi"]}})
    known = {"current_app": application}
    exec(compile(ast.Module([method], []), "aspects", "exec"), known)
    manager = type("Manager", (), {"get_preferences": lambda self, username: locale})()
    assert known["extra_get_user_roles"](manager, user, {}) == roles


def test_a_reader_of_a_province_sees_it_alone(tutor):
    source = tutor.text(f"{SUPERSET}/pythonpath/openedx/create_row_level_security.py")
    known = {}
    exec(source[source.index("XAPI_SCHEMA") : source.index("def create_rls_filters")], known)
    ours = [each for each in known["SECURITY_FILTERS"] if each["schema"] == "digital_literacy"]
    # Aspects unpacks the values in this order.
    assert all(list(each) == list(known["SECURITY_FILTERS"][0]) for each in ours)
    assert {each["role_name"]: each["clause"] for each in ours} == {
        "Instructor": '{{ can_view_courses(current_username(), "course_key") }}',
        "Digital literacy in 01": "province = '01'",
        "Digital literacy in 79": "province = '79'",
    }
    assert len({each["group_key"] for each in ours if "in" in each["role_name"].split()}) == 1


def test_superset_may_read_what_dbt_makes(tutor):
    shown = tutor.run("config", "patches", "show", "clickhouse-extra-sql")
    assert "CREATE DATABASE IF NOT EXISTS digital_literacy ;" in shown
    assert "GRANT  SELECT ON digital_literacy.* TO 'ch_report';" in shown
    project = (MODELS.parents[1] / "dbt_project.yml").read_text(encoding="utf-8")
    assert yaml.safe_load(project)["vars"]["digital_literacy"]["report_database"] == dashboard.SCHEMA


def test_the_dbt_project_brings_the_version_that_this_aspects_runs(tutor):
    (package,) = yaml.safe_load((MODELS.parents[1] / "packages.yml").read_text(encoding="utf-8"))["packages"]
    branch = tutor.run("config", "printvalue", "DBT_BRANCH").strip()
    repository = tutor.run("config", "printvalue", "DBT_REPOSITORY").strip()
    assert (package["git"].removesuffix(".git"), package["revision"]) == (repository, branch)


@pytest.mark.parametrize("option", [[], ["--set", "DIGITAL_LITERACY_ASPECTS=false"]])
def test_without_the_option_aspects_is_as_it_was(tmp_path, option):
    texts = []
    for name, plugins in [("with", ["aspects", NAME]), ("without", ["aspects"])]:
        made = Tutor(tmp_path / name)
        made.run("plugins", "enable", *plugins)
        made.run("config", "save", *option)
        folder = made.root / "env" / "plugins" / "aspects" / "apps" / "superset"
        files = [
            path for path in folder.rglob("*") if path.is_file() and path.suffix in (".py", ".yaml", ".json")
        ]
        secret = re.compile(r"[A-Za-z0-9]{12,}")
        texts.append(
            {
                str(path.relative_to(folder)): secret.sub(
                    "", "".join(path.read_text(encoding="utf-8").split())
                )
                for path in files
            }
        )
        assert made.run("config", "patches", "show", "clickhouse-extra-sql").strip() == ""
    assert texts[0] == texts[1]


def test_without_aspects_the_option_does_nothing(tmp_path):
    made = Tutor(tmp_path / "alone")
    made.run("plugins", "enable", NAME)
    made.run("config", "save", "--set", "DIGITAL_LITERACY_ASPECTS=true")
    assert not (made.root / "env" / "plugins" / "aspects").exists()
    assert not [
        path for path in made.settings_files() if "superset" in path.read_text(encoding="utf-8").lower()
    ]


def test_every_rendered_file_of_python_compiles(tutor):
    files = sorted((tutor.root / "env" / "plugins" / "aspects" / "apps" / "superset").rglob("*.py"))
    assert len(files) > 5
    for file in files:
        compile(file.read_text(encoding="utf-8"), str(file), "exec")
