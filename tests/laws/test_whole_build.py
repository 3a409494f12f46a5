"""Law over whole builds by the command line: whatever files hold, the good article is published, nothing raised."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import main
from tests.conftest import PROGRESS
from tests.laws.test_any_input import TEXTS
from tests.laws.test_every_field import FIELDS, FORMATS, STATED, VALUES

GOOD = "Ferry strikes pier\n\n“Nobody was hurt,” said Ann Lee, its captain, on 20 June 2023.\n"
UNQUOTED = ("!!bool maybe", "!!int ''", "!!timestamp x", "!!float y", '"\\UFFFFFFFF"', "*a", "&a [*a]", "[[a", "{a: b}")
DAYS = st.dates().map(str) | st.from_regex(r"\A[0-9]{1,5}(-[0-9]{1,2}){0,2}(T[0-9:]{0,8})?\Z")
HELD = st.sampled_from(VALUES) | DAYS | st.text(max_size=20)


@st.composite
def files(draw: st.DrawFn) -> tuple[str, bytes]:
    name = draw(st.sampled_from([*FORMATS, "front.md", "own.txt", "bytes"]))
    match name:
        case "front.md":
            lines = [f"{draw(st.sampled_from(FIELDS))}: {draw(st.sampled_from(UNQUOTED) | DAYS)}" for _ in range(3)]
            return name, "\n".join(["---", *lines, "---", "", draw(TEXTS)]).encode("utf-8", "surrogatepass")
        case "own.txt":
            return name, draw(TEXTS).encode("utf-8", "surrogatepass")
        case "bytes":
            return draw(st.sampled_from([*FORMATS])), draw(st.binary(max_size=200))
    field = draw(st.sampled_from(STATED.get(name, FIELDS)))
    value = draw(HELD)
    try:
        return name, FORMATS[name](field, value)
    except (UnicodeEncodeError, ValueError):  # a maker cannot write it: no such file comes from anywhere
        return name, FORMATS[name](field, "x")


@settings(max_examples=25)
@given(planted=st.lists(files(), min_size=1, max_size=8))
def test_whatever_the_files_hold_the_good_article_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, planted: list[tuple[str, bytes]]
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.rmtree(tmp_path / "seeds", ignore_errors=True)
    for number, (name, data) in enumerate([("good.txt", GOOD.encode()), *planted]):
        folder = tmp_path / "seeds" / f"f{number}"
        folder.mkdir(parents=True)
        (folder / name).write_bytes(data)
    result = CliRunner().invoke(main, ["build"])
    assert result.exit_code in (0, 1), result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "the generator fails" not in result.stderr
    assert "Nobody was hurt" in (tmp_path / "docs" / "data" / "digest.json").read_text(encoding="utf-8")
    told = [line for line in result.stderr.splitlines() if not PROGRESS.match(line)]
    assert all(line.startswith(("seeds/", "  ")) for line in told)


def test_a_build_annotates_what_is_quoted_and_what_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "good.txt").write_text(
        f"{GOOD}\nThe guard Karl Dahl said the pier was old.\n", encoding="utf-8"
    )
    result = CliRunner().invoke(main, ["build"])
    assert result.exit_code == 0, result.output
    page = json.loads((tmp_path / "docs/data/annotations.jsonld").read_text(encoding="utf-8"))
    told = {item["target"]["selector"][0]["exact"]: [body["value"] for body in item["body"]] for item in page["items"]}
    assert told == {"“Nobody was hurt,”": ["Ann Lee", "direct"], "the pier was old": ["Karl Dahl", "indirect", "says"]}
