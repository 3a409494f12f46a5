from __future__ import annotations

import os
import re
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TOOLS = Path(sysconfig.get_path("scripts"))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_its_commit(path: Path) -> None:
    used = re.findall(r"uses: (.+)", path.read_text(encoding="utf-8"))
    assert used
    for line in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_job_may_do_more_than_it_needs(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {}
    allowed = {"contents": {"read"}, "pages": {"read", "write"}, "id-token": {"write"}}
    for job in workflow["jobs"].values():
        for name, right in job["permissions"].items():
            assert right in allowed[name]


def test_the_workflows_keep_to_the_public_schema() -> None:
    command = [str(TOOLS / "check-jsonschema"), "--builtin-schema", "vendor.github-workflows", *map(str, WORKFLOWS)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_an_auditor_finds_nothing_in_the_workflows() -> None:
    command = [str(TOOLS / "zizmor"), "--offline", "--quiet", "--min-severity", "medium", *map(str, WORKFLOWS)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_citation_of_a_new_digest_keeps_to_the_format() -> None:
    listed = yaml.safe_load((ROOT / "generator" / "scaffold" / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= listed.keys()
    assert listed["type"] in ("dataset", "software")


@pytest.mark.skipif(shutil.which("git") is None or os.name == "nt", reason="needs git and sh")
@pytest.mark.parametrize(("committed", "built", "stops"), [("{}", "{}", False), ("{}", "new", True), ("", "new", True)])
def test_pages_stops_when_a_link_that_it_made_is_in_no_commit(
    tmp_path: Path, committed: str, built: str, stops: bool
) -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "pages.yml").read_text(encoding="utf-8"))
    steps = workflow["jobs"]["build"]["steps"]
    (script,) = (step["run"] for step in steps if "permalinks.json" in step.get("run", ""))
    assert any("upload-pages-artifact" in step.get("uses", "") for step in steps[steps.index(_of(steps, script)) :])
    ledger = tmp_path / "docs" / "data" / "permalinks.json"
    ledger.parent.mkdir(parents=True)
    nobodys = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    named = ["git", "-c", "user.name=An Editor", "-c", "user.email=editor@news.example"]
    subprocess.run([*named, "init", "--quiet"], cwd=tmp_path, env=nobodys, check=True)
    if committed:
        ledger.write_text(committed, encoding="utf-8")
        subprocess.run([*named, "add", "--all"], cwd=tmp_path, env=nobodys, check=True)
        subprocess.run([*named, "commit", "--quiet", "-m", "A digest"], cwd=tmp_path, env=nobodys, check=True)
    ledger.write_text(built, encoding="utf-8")
    command = ["bash", "-e", "-c", script]
    done = subprocess.run(command, cwd=tmp_path, env=nobodys, capture_output=True, text=True, check=False)
    assert (done.returncode != 0) == stops
    assert ("::error" in done.stdout) == stops


def _of(steps: list[dict[str, str]], script: str) -> dict[str, str]:
    return next(step for step in steps if step.get("run") == script)
