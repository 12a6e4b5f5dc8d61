"""The Tutor plugin, with the real Tutor and without containers: what it renders, and that nothing stays of it."""

from __future__ import annotations

import ast
import base64
import json
import os
import py_compile
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tutordigitalliteracy import plugin

NAME = "digital-literacy"
SECRETS = ("DIGITAL_LITERACY_SIGNING_KEY", "DIGITAL_LITERACY_PERSON_KEY")
# What stays in config.yml after `disable`: the secrets, as Tutor keeps those of every plugin.
SETTINGS = "apps/openedx/settings"


class Tutor:
    """One Tutor root of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "plugins").mkdir(parents=True)
        self.env = {
            **os.environ,
            "TUTOR_ROOT": str(root),
            "TUTOR_PLUGINS_ROOT": str(root / "plugins"),
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def run(self, *arguments: str) -> str:
        command = [str(Path(sys.executable).parent / "tutor"), *arguments]
        done = subprocess.run(
            command, env=self.env, cwd=self.root, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def text(self, name: str) -> str:
        return (self.root / "env" / name).read_text(encoding="utf-8")

    def settings_files(self) -> list[Path]:
        return sorted((self.root / "env" / SETTINGS).rglob("*.py"))

    def settings(self, name: str) -> dict[str, ast.expr]:
        """Our assignments in a settings file."""
        tree = ast.parse(self.text(f"{SETTINGS}/{name}"))
        return {
            node.targets[0].id: node.value
            for node in tree.body
            if isinstance(node, ast.Assign)
            and isinstance(node.targets[0], ast.Name)
            and node.targets[0].id.startswith("DIGITAL_LITERACY_")
        }

    def mentions(self) -> list[str]:
        """Rendered files that still speak of the suite."""
        files = [path for path in (self.root / "env").rglob("*") if path.is_file()]
        return [
            path.name
            for path in files
            if "digital" in path.read_text(encoding="utf-8", errors="ignore").lower()
        ]


def value(expression: ast.expr) -> object:
    """A literal, a `json.loads` of one, or a list of both."""
    return eval(  # our own rendered settings, with nothing but json in reach
        compile(ast.Expression(expression), "settings", "eval"), {"__builtins__": {}, "json": json}
    )


@pytest.fixture(scope="module")
def tutor(tmp_path_factory: pytest.TempPathFactory) -> Tutor:
    """A Tutor with the plugin enabled."""
    made = Tutor(tmp_path_factory.mktemp("tutor"))
    made.run("plugins", "enable", NAME)
    made.run("config", "save", "--set", "LMS_HOST=lms.example", "--set", "CMS_HOST=studio.example")
    return made


def test_every_rendered_settings_file_compiles(tutor):
    files = tutor.settings_files()
    assert len(files) >= 6
    for file in files:
        py_compile.compile(str(file), cfile=str(tutor.root / "x.pyc"), doraise=True)


@pytest.mark.parametrize("kind", ["production", "development"])
def test_the_lms_gets_all_settings_and_studio_no_secret(tutor, kind):
    lms, cms = tutor.settings(f"lms/{kind}.py"), tutor.settings(f"cms/{kind}.py")
    assert value(lms["DIGITAL_LITERACY_BASE_URL"]) in (
        "http://lms.example/digital-literacy",
        "https://lms.example/digital-literacy",
    )
    assert set(cms) < set(lms)
    assert not {name for name in cms if "KEY" in name or "IDENTITY" in name}
    (key,) = value(lms["DIGITAL_LITERACY_SIGNING_KEYS"])
    assert len(base64.b64decode(key["private_key"].removeprefix("value:"), validate=True)) == 32
    assert value(lms["DIGITAL_LITERACY_ISSUER_NAME"]) == "Bình dân học vụ số"
    assert value(lms["DIGITAL_LITERACY_PROCESS_EVIDENCE"]) is False


def test_nothing_is_installed_until_the_operator_says_from_where(tutor):
    assert "digital-literacy-xblocks" not in tutor.text("build/openedx/Dockerfile")


def test_secrets_are_made_once_and_differ(tutor):
    first = [tutor.run("config", "printvalue", name).strip() for name in SECRETS]
    tutor.run("config", "save")
    assert [tutor.run("config", "printvalue", name).strip() for name in SECRETS] == first
    assert len(set(first)) == 2
    assert all(len(base64.b64decode(each, validate=True)) == 32 for each in first)


def test_what_an_operator_sets_arrives_whatever_it_holds(tmp_path):
    own = Tutor(tmp_path / "own")
    own.run("plugins", "enable", NAME)
    providers = {
        "x": {"label": 'Ví dụ "ID" \\ <&> \'', "issuer": "https://login.example", "levels": {"a": 1}}
    }
    own.run(
        *("config", "save", "--set", f"DIGITAL_LITERACY_IDENTITY_PROVIDERS={json.dumps(providers)}"),
        *(
            "--set",
            "DIGITAL_LITERACY_PROCESS_EVIDENCE=true",
            "--set",
            "DIGITAL_LITERACY_ISSUER_NAME=Sở 'X' \"Y\"",
        ),
    )
    lms = own.settings("lms/production.py")
    assert value(lms["DIGITAL_LITERACY_IDENTITY_PROVIDERS"]) == providers
    assert value(lms["DIGITAL_LITERACY_PROCESS_EVIDENCE"]) is True
    assert value(lms["DIGITAL_LITERACY_ISSUER_NAME"]) == "Sở 'X' \"Y\""


def test_the_readme_names_every_setting():
    readme = (Path(__file__).resolve().parents[1] / "README.md").read_text(encoding="utf-8")
    assert [name for name in (*plugin.DEFAULTS, *plugin.UNIQUE) if f"`{name}`" not in readme] == []


def test_the_readme_names_the_version_beside_it():
    package = Path(__file__).resolve().parents[2] / "xblocks" / "digital_literacy" / "__init__.py"
    version = re.search(r'__version__ = "(.+)"', package.read_text(encoding="utf-8")).group(1)
    readme = (Path(__file__).resolve().parents[1] / "README.md").read_text(encoding="utf-8")
    assert f"digital-literacy-xblocks.git@v{version}'" in readme


def test_it_lives_beside_aspects(tmp_path):
    both = Tutor(tmp_path / "both")
    both.run("plugins", "enable", NAME, "aspects")
    both.run("config", "save")
    assert "DIGITAL_LITERACY_SIGNING_KEYS" in both.settings("lms/production.py")
    for file in both.settings_files():
        py_compile.compile(str(file), cfile=str(tmp_path / "x.pyc"), doraise=True)


def test_disabling_leaves_nothing_in_what_is_rendered(tmp_path):
    gone = Tutor(tmp_path / "gone")
    gone.run("plugins", "enable", NAME)
    gone.run("config", "save")
    assert gone.mentions()
    gone.run("plugins", "disable", NAME)
    gone.run("config", "save")
    assert gone.mentions() == []


def test_a_checkout_can_be_mounted(tmp_path):
    own = Tutor(tmp_path / "mounted")
    checkout = tmp_path / "digital-literacy-xblocks"
    checkout.mkdir()
    own.run("plugins", "enable", NAME)
    own.run("mounts", "add", str(checkout))
    own.run("config", "save")
    assert 'install -e "/mnt/digital-literacy-xblocks"' in own.text("build/openedx/Dockerfile")
