from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.explain import Sources, explain
from generator.project import make_digest, open_project
from tests.cli.test_commands import folder, run
from tests.conftest import ROOT

__all__ = ["folder"]
TEXT = "“We agree on Monday,” Mr Lind said.\r\nThe “repairs” go on."


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_bytes(TEXT.encode())
    return path


def test_raw_offsets_count_the_characters_of_the_file(note: Path) -> None:
    result = run("annotate", "--raw", "--published", "2023-06-19", str(note))
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert found["text"] == TEXT
    assert [TEXT[quote["start"] : quote["end"]] for quote in found["quotes"]] == ["“We agree on Monday,”"]
    assert [TEXT[term["start"] : term["end"]] for term in found["terms"]] == ["“repairs”"]
    assert found["quotes"][0]["cue"] == "said"
    assert [(day["text"], day["value"]) for day in found["dates"]] == [("Monday", "2023-06-19")]


def test_each_article_is_one_line_with_the_fields_of_the_contract(folder: Path) -> None:
    files = sorted(str(path) for path in (folder / "seeds").iterdir())
    lines = run("annotate", "--jsonl", *files).stdout.splitlines()
    assert [json.loads(line)["file"] for line in lines] == files
    found = json.loads(lines[0])
    assert list(found) == ["file", "title", "published", "text", "quotes", "dates", "people", "terms"]
    quote = ["start", "end", "kind", "cue", "speaker", "speaker_start", "speaker_end", "decided_by", "confidence"]
    assert list(found["quotes"][0]) == quote
    assert list(found["dates"][0]) == ["start", "end", "value", "type", "text"]


def test_a_file_that_cannot_be_read_costs_only_itself(note: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\xff")
    result = run("annotate", "--raw", str(tmp_path / "bad.txt"), str(tmp_path / "none.txt"), str(note))
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert len(result.stderr.splitlines()) == 2
    assert "Traceback" not in result.output


def test_a_day_that_is_none_is_a_wrong_call(note: Path) -> None:
    assert run("annotate", "--published", "last Monday", str(note)).exit_code == 2


@pytest.mark.parametrize("stage", ["read", "clean", "annotate", "collate"])
def test_show_prints_what_a_stage_made_of_an_article(folder: Path, stage: str) -> None:
    file = sorted((folder / "seeds").iterdir())[0]
    by_name, by_id = run("show", stage, file.name), run("show", stage, file.stem)
    assert by_name.exit_code == 0, by_name.output
    assert by_name.stdout == by_id.stdout
    assert json.loads(by_name.stdout)


def test_show_of_an_article_that_is_not_there_names_those_that_are(folder: Path) -> None:
    result = run("show", "clean", "nothing")
    assert result.exit_code == 2
    assert sorted((folder / "seeds").iterdir())[0].stem in result.stderr


def test_explain_tells_the_rule_the_words_and_the_line_of_everything(folder: Path) -> None:
    assert run("build").exit_code == 0
    digest = json.loads((folder / "docs" / "data" / "digest.json").read_text())
    for kind in ("articles", "quotes", "people", "statements", "events", "agreements"):
        for thing in digest[kind][:3]:
            result = run("explain", thing["id"])
            assert result.exit_code == 0, (kind, result.output)
            assert result.stdout.strip()
    quote = next(quote for quote in digest["quotes"] if quote["speaker"])
    told = run("explain", f"/q/{quote['id']}/").stdout
    file = next(article["file"] for article in digest["articles"] if article["id"] == quote["article"])
    assert quote["decided_by"] in told
    line = int(told.partition(f"seeds/{file}:")[2].partition(")")[0])
    assert quote["text"] in (folder / "seeds" / file).read_text().splitlines()[line - 1]


def test_explain_of_an_unknown_id_offers_the_closest(folder: Path) -> None:
    article = sorted((folder / "seeds").iterdir())[0].stem
    result = run("explain", article[:-2])
    assert result.exit_code == 1
    assert article in result.stderr


def test_explain_takes_every_address_and_knows_every_id_that_has_a_page(folder: Path) -> None:
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        shutil.copy(path, folder / "seeds")
    assert run("build").exit_code == 0
    project = open_project(folder)
    sources = Sources.of(make_digest(project).digest, (), "seeds")
    addresses = [
        path.relative_to(folder / "docs").parent.as_posix()
        for path in sorted((folder / "docs").glob("[qseap]/*/*.html"))
    ]
    assert {address[0] for address in addresses} == set("qseap")
    for address in addresses:
        assert explain(address, sources), address
    data = json.loads((folder / "docs" / "data" / "digest.json").read_text())
    quote, row = data["quotes"][0], data["agreements"][0]["id"]
    site = "https://example.org/digest"
    for address in (
        f"{site}/q/{quote['id']}/",
        f"q/{quote['id']}/index.html",
        f"{site}/articles/{quote['article']}/?x=1#q-{quote['id']}",
    ):
        assert explain(address, sources) == explain(quote["id"], sources)
    assert explain(f"{site}/compare/#c-{row}", sources) == explain(row, sources)
    assert explain(f"/articles/{quote['article']}/", sources).startswith("article")
    assert explain(f"docs/articles/{quote['article']}.md", sources).startswith("article")


MARKDOWN = """---
title: Wall
outlet: Alder Courier
---

The wall
held.

“We [mend](https://a.example/) it on Monday,” Ann Okoro said.
"""
PAGE = f"""<html><head><title>Wall held in Alder</title></head>
<body><article><h1>Wall held in Alder</h1>
<p>{"The long wall of Alder held in the storm of last night. " * 5}</p>
<p>&ldquo;We <b>mend</b> it on Monday,&rdquo; Ann Okoro said.</p>
</article></body></html>"""


@pytest.mark.parametrize(("name", "text", "line"), [("a.md", MARKDOWN, 9), ("a.html", PAGE, 4)])
def test_explain_names_the_line_of_pages_and_markdown(folder: Path, name: str, text: str, line: int) -> None:
    for path in (folder / "seeds").iterdir():
        path.unlink()
    (folder / "seeds" / name).write_text(text, encoding="utf-8")
    assert run("build").exit_code == 0
    data = json.loads((folder / "docs" / "data" / "digest.json").read_text())
    told = run("explain", data["quotes"][0]["id"])
    assert f"(seeds/{name}:{line})" in told.stdout.splitlines()[0], told.output
