"""What the project keeps beside its code is in order: changelog, versions, templates, hooks."""

from __future__ import annotations

import re
import subprocess
import tomllib
from datetime import date

import pytest
import yaml

from generator import __version__
from tests.conftest import ROOT
from tests.test_workflows import TOOLS

CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
FORMS = sorted(path for path in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
KINDS = ("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security")
RELEASE = re.compile(r"## \[(\d+)\.(\d+)\.(\d+)\] - (\d{4}-\d\d-\d\d)")


def sections() -> list[tuple[str, str]]:
    """Every version of the changelog: its heading and what stands below."""
    first, *rest = re.split(r"^(?=## )", CHANGELOG, flags=re.M)
    assert first.startswith("# Changelog\n")
    return [(part.partition("\n")[0], part.partition("\n")[2]) for part in rest]


def test_the_changelog_begins_with_what_is_not_released() -> None:
    assert sections()[0][0] == "## [Unreleased]"


def test_versions_are_told_newest_first_each_with_its_day() -> None:
    found = [RELEASE.fullmatch(heading) for heading, _ in sections()[1:]]
    assert found and all(found)
    numbers = [tuple(int(part) for part in match.groups()[:3]) for match in found if match]
    days = [date.fromisoformat(match[4]) for match in found if match]
    assert numbers == sorted(set(numbers), reverse=True)
    assert days == sorted(days, reverse=True)


def test_the_newest_version_is_that_of_the_package() -> None:
    assert sections()[1][0].startswith(f"## [{__version__}] - ")


def test_each_version_groups_its_changes_by_their_kind() -> None:
    for heading, body in sections():
        kinds = re.findall(r"^### (.+)$", body, re.M)
        assert kinds == [kind for kind in KINDS if kind in kinds], heading
        for part in re.split(r"^### .+\n", body, flags=re.M)[1:]:
            lines = [line for line in part.splitlines() if line]
            assert lines and lines[0].startswith("- "), heading
            assert all(line.startswith(("- ", "  ")) for line in lines), heading


def test_the_pythons_that_are_promised_are_the_ones_that_are_tested() -> None:
    jobs = yaml.safe_load((ROOT / ".github" / "workflows" / "tests.yml").read_text(encoding="utf-8"))["jobs"]
    promised = [
        name.rpartition(" ")[2]
        for name in PROJECT["project"]["classifiers"]
        if re.fullmatch(r"Programming Language :: Python :: 3\.\d+", name)
    ]
    assert jobs["fast"]["strategy"]["matrix"]["python"] == promised
    assert jobs["tests"]["strategy"]["matrix"]["python"] == [promised[0], promised[-1]]
    assert PROJECT["project"]["requires-python"] == f">={promised[0]}"


def test_the_fast_tests_are_the_same_by_make_and_without() -> None:
    jobs = yaml.safe_load((ROOT / ".github" / "workflows" / "tests.yml").read_text(encoding="utf-8"))["jobs"]
    command = jobs["fast"]["steps"][-1]["run"].removeprefix("python ")
    assert f"\t$(PY) {command}\n" in (ROOT / "Makefile").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("schema", "names"),
    [("vendor.github-issue-forms", [path.name for path in FORMS]), ("vendor.github-issue-config", ["config.yml"])],
)
def test_the_issue_templates_keep_to_the_public_schema(schema: str, names: list[str]) -> None:
    paths = [str(ROOT / ".github" / "ISSUE_TEMPLATE" / name) for name in names]
    command = [str(TOOLS / "check-jsonschema"), "--builtin-schema", schema, *paths]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_hooks_run_what_make_runs_and_fetch_nothing() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for repository in config["repos"]:
        assert repository["repo"] == "local"
        for hook in repository["hooks"]:
            command, _, target = hook["entry"].partition(" ")
            assert (command, hook["language"]) == ("make", "system")
            assert f"\n{target}:" in makefile
    assert "\ncheck: lint " in makefile
