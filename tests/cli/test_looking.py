from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import folder, run

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
