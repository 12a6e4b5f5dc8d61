"""The dashboard of Aspects: data sets, charts and layout, as Superset imports them.

Written here and not in Superset's own files, since those say each thing five times over. What comes out can be read in
`env/plugins/aspects/apps/superset/pythonpath/assets.yaml`.
"""

from __future__ import annotations

import uuid
from typing import Any

import yaml

# The dbt project's `report_database`.
SCHEMA = "digital_literacy"
# Aspects' own connection to ClickHouse.
DATABASE = "21174b6c-4d40-4958-8161-d6c3cf5e77b6"
ROLE = "Digital literacy"
SLUG = "digital-literacy"
# Columns of the dbt models: type and heading.
COLUMNS = {
    "month": ("Date", "Tháng"),
    "course_key": ("String", "Mã khóa học"),
    "course_name": ("String", "Khóa học"),
    "province": ("String", "Mã tỉnh, thành phố"),
    "province_name": ("String", "Tỉnh, thành phố"),
    "breakdown": ("String", "Chia theo"),
    "key": ("String", "Mã"),
    "name": ("String", "Tên"),
    "block": ("String", "Bài"),
    "item": ("String", "Câu"),
    "hidden": ("Bool", "Không hiện vì quá ít người"),
    "learners": ("UInt64", "Số người học"),
    "attempts": ("UInt64", "Số lần làm"),
    "share_of_points": ("Float64", "Tỷ lệ điểm"),
    "share_of_successes": ("Float64", "Tỷ lệ lần làm đúng hết"),
    "hints": ("UInt64", "Số gợi ý"),
}
NUMBERS = (
    "learners",
    "attempts",
    "share_of_points",
    "share_of_successes",
    "hints",
    "hidden",
)
PLACE = ("month", "course_key", "course_name", "province")
DATASETS = {
    "dl_results": (*PLACE, "province_name", "breakdown", "key", "name", *NUMBERS),
    "dl_hint_use": (*PLACE, "block", "item", "learners", "hints", "hidden"),
}
# Tables: title, and which column of which breakdown.
TABLES = {
    "provinces": ("Theo tỉnh, thành phố", "total", "province_name"),
    "communes": ("Theo xã, phường, đặc khu", "commune", "name"),
    "groups": ("Theo nhóm đối tượng", "group", "name"),
    "skills": ("Theo kỹ năng", "skill", "name"),
    "help": ("Tự làm và có người giúp", "help", "name"),
}
TITLE = "Kết quả học kỹ năng số"
NOTE = (
    "Mỗi người trong một ô có thể cũng có trong ô khác: không cộng số người học. "
    "Ô có dưới 5 người không hiện số; có khi ô bên cạnh cũng không hiện, để không tính ra được. "
    "Tỉnh và xã chỉ có khi người học đồng ý cho biết. Số liệu được tính lại mỗi đêm."
)
FILTERS = ("month", "course_name", "province_name")


def _id(name: str) -> str:
    """Always the same, so that a new version replaces what was imported before."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:x-digital-literacy:superset:{name}"))


def _dataset(table: str, columns: tuple[str, ...]) -> dict[str, Any]:
    return {
        "_file_name": f"{table}.yaml",
        "uuid": _id(table),
        "version": "1.0.0",
        "table_name": table,
        "schema": SCHEMA,
        "database_uuid": DATABASE,
        "sql": f"select {', '.join(columns)} from {SCHEMA}.{table}",  # without SQL Aspects names no copy
        "main_dttm_col": "month",
        "description": None,
        "columns": [
            {
                "column_name": name,
                "verbose_name": COLUMNS[name][1],
                "type": COLUMNS[name][0],
                "is_dttm": name == "month",
                "is_active": True,
                "groupby": True,
                "filterable": True,
                "expression": None,
                "description": None,
            }
            for name in columns
        ],
        "metrics": [
            {
                "metric_name": "learners_shown",
                "verbose_name": COLUMNS["learners"][1],
                "expression": "sum(learners)",
                "metric_type": None,
                "description": None,
            }
        ],
    }


def _where(**equal: str) -> list[dict[str, Any]]:
    return [
        {
            "clause": "WHERE",
            "expressionType": "SIMPLE",
            "subject": name,
            "operator": "!=" if value.startswith("!") else "==",
            "comparator": value.removeprefix("!"),
        }
        for name, value in equal.items()
    ]


def _chart(name: str, title: str, table: str, kind: str, params: dict[str, Any]) -> dict[str, Any]:
    return {
        "_file_name": f"digital_literacy_{name}.yaml",
        "uuid": _id(f"chart:{name}"),
        "version": "1.0.0",
        "slice_name": title,
        "description": None,
        "dataset_uuid": _id(table),
        "viz_type": kind,
        "params": {"viz_type": kind, "extra_form_data": {}, "row_limit": 10000, **params},
        "query_context": None,
        "cache_timeout": None,
        "certification_details": None,
        "certified_by": None,
    }


def _rows(columns: list[str], **equal: str) -> dict[str, Any]:
    return {
        "query_mode": "raw",
        "all_columns": columns,
        "adhoc_filters": _where(**equal),
        "order_by_cols": ['["month", false]', '["learners", false]'],
        "include_search": True,
        "page_length": 20,
        "table_timestamp_format": "%m/%Y",
        "column_config": {name: {"d3NumberFormat": ".0%"} for name in columns if name.startswith("share_")},
    }


def charts() -> dict[str, dict[str, Any]]:
    """By name, in the order in which they stand on the page."""
    made = {
        "trend": _chart(
            "trend",
            "Số người học theo tháng",
            "dl_results",
            "echarts_timeseries_bar",
            {
                "x_axis": "month",
                "time_grain_sqla": "P1M",
                "metrics": ["learners_shown"],
                "groupby": ["province_name"],
                "adhoc_filters": _where(breakdown="total"),
                "x_axis_time_format": "%m/%Y",
                "y_axis_format": "SMART_NUMBER",
                "show_legend": True,
            },
        )
    }
    for name, (title, breakdown, shown) in TABLES.items():
        # Provinces beside each other; all else in the province that is chosen.
        where = {"breakdown": breakdown, **({"province": "!*"} if name == "provinces" else {})}
        code = "province" if name == "provinces" else "key"
        columns = ["month", shown, *([] if name == "help" else [code]), *NUMBERS]
        made[name] = _chart(name, title, "dl_results", "table", _rows(columns, **where))
    columns = ["month", "course_name", "block", "item", "learners", "hints", "hidden"]
    made["hints"] = _chart("hints", "Câu cần nhiều gợi ý", "dl_hint_use", "table", _rows(columns))
    return made


def _filter(column: str, numbers: dict[str, int]) -> dict[str, Any]:
    # The table of provinces shows them all, and hints know no province and no "all courses".
    left_out = {"month": [], "course_name": ["hints"], "province_name": ["provinces", "hints"]}[column]
    one = column != "month"
    return {
        "id": f"NATIVE_FILTER-{column}",
        "name": COLUMNS[column][1],
        "type": "NATIVE_FILTER",
        "filterType": "filter_select",
        "description": "",
        "targets": [{"column": {"name": column}, "datasetUuid": _id("dl_results")}],
        "defaultDataMask": {"extraFormData": {}, "filterState": {}},
        "controlValues": {
            # One value and always one: numbers of two provinces, or of one and the whole, are not to be added up. The
            # first is the whole, whose name begins with a bracket, or what the reader may see.
            "multiSelect": not one,
            "enableEmptyFilter": one,
            "defaultToFirstItem": one,
            "sortAscending": True,
            "searchAllOptions": True,
            "inverseSelection": False,
        },
        "cascadeParentIds": [],
        "scope": {"rootPath": ["ROOT_ID"], "excluded": [numbers[name] for name in left_out]},
        "chartsInScope": [number for name, number in numbers.items() if name not in left_out],
        "tabsInScope": [],
    }


def dashboard() -> dict[str, Any]:
    """The page: a note, then one chart a row."""
    made = charts()
    numbers = {name: number for number, name in enumerate(made, 1)}  # Superset gives its own when it imports
    return {
        "_file_name": "digital_literacy.yaml",
        "_roles": ["{{ SUPERSET_ROLES_MAPPING.operator }}", ROLE],
        "uuid": _id("dashboard"),
        "version": "1.0.0",
        "dashboard_title": TITLE,
        "description": NOTE,
        "slug": SLUG,
        "css": "",
        "published": True,
        "certified_by": "",
        "certification_details": "",
        "position": _position(made, numbers),
        "metadata": {
            "native_filter_configuration": [_filter(column, numbers) for column in FILTERS],
            "chart_configuration": {},
            "color_scheme": "supersetColors",
            "cross_filters_enabled": False,
            "expanded_slices": {},
            "label_colors": {},
            "refresh_frequency": 0,
            "timed_refresh_immune_slices": [],
        },
    }


def _position(made: dict[str, dict[str, Any]], numbers: dict[str, int]) -> dict[str, Any]:
    """Where the note and the charts stand: each in a row of its own."""
    position: dict[str, Any] = {
        "DASHBOARD_VERSION_KEY": "v2",
        "ROOT_ID": {"type": "ROOT", "id": "ROOT_ID", "children": ["GRID_ID"]},
        "GRID_ID": {"type": "GRID", "id": "GRID_ID", "children": [], "parents": ["ROOT_ID"]},
        "HEADER_ID": {"type": "HEADER", "id": "HEADER_ID", "meta": {"text": TITLE}},
    }

    def add(name: str, kind: str, meta: dict[str, Any]) -> None:
        row, leaf = f"ROW-{name}", f"{kind}-{name}"
        parents = ["ROOT_ID", "GRID_ID"]
        position["GRID_ID"]["children"].append(row)
        position[row] = {
            "type": "ROW",
            "id": row,
            "children": [leaf],
            "parents": parents,
            "meta": {"background": "BACKGROUND_TRANSPARENT"},
        }
        position[leaf] = {
            "type": kind,
            "id": leaf,
            "children": [],
            "parents": [*parents, row],
            "meta": {"width": 12, **meta},
        }

    add("note", "MARKDOWN", {"code": NOTE, "height": 14})
    for name, chart in made.items():
        meta = {"chartId": numbers[name], "uuid": chart["uuid"], "sliceName": chart["slice_name"]}
        add(name, "CHART", {**meta, "height": 50})
    return position


def assets() -> str:
    """All of it, as one YAML file of several documents."""
    datasets = [_dataset(table, columns) for table, columns in DATASETS.items()]
    every = [*datasets, *charts().values(), dashboard()]
    return "".join("---\n" + yaml.safe_dump(each, allow_unicode=True, sort_keys=False) for each in every)
