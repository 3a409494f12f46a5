from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.config import Settings
from generator.errors import DigestError
from generator.publish.tombstones import LEDGER, read_ledger, with_tombstones
from generator.publish.write import write_docs

PAGE = {"q/we-made-progress-1a2b3c4d/index.html": b"<p>quote</p>"}


def build(docs: Path, files: dict[str, bytes]) -> None:
    write_docs(docs, with_tombstones(files, read_ledger(docs), Settings()))


def test_a_link_that_was_published_keeps_a_page(tmp_path: Path) -> None:
    build(tmp_path, PAGE)
    build(tmp_path, {})
    page = (tmp_path / "q/we-made-progress-1a2b3c4d/index.html").read_text()
    assert "no longer" in page
    assert "../../quotes/" in page


def test_what_comes_back_gets_its_own_page_again(tmp_path: Path) -> None:
    for files in (PAGE, {}, PAGE):
        build(tmp_path, files)
    assert (tmp_path / "q/we-made-progress-1a2b3c4d/index.html").read_bytes() == b"<p>quote</p>"


def test_the_same_input_and_ledger_give_the_same_bytes(tmp_path: Path) -> None:
    build(tmp_path, PAGE)
    build(tmp_path, {})
    first = {path: path.read_bytes() for path in tmp_path.rglob("*.*")}
    build(tmp_path, {})
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.*")} == first


def test_a_draft_promises_no_link_and_forgets_none(tmp_path: Path) -> None:
    build(tmp_path, PAGE)
    draft = {"q/we-made-headway-9a8b7c6d/index.html": b"<p>tried out</p>"}
    files = with_tombstones(draft, read_ledger(tmp_path), Settings(), draft=True)
    assert "q/we-made-progress-1a2b3c4d/index.html" in files
    assert [*json.loads(files[LEDGER])["q"]] == ["we-made-progress-1a2b3c4d"]


@pytest.mark.parametrize("text", ["", "[]", '{"q": 3}', '{"q": ["a"]}', "\x00"])
def test_a_broken_ledger_stops_the_build(tmp_path: Path, text: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / LEDGER).write_text(text)
    with pytest.raises(DigestError, match="permanent links"):
        read_ledger(tmp_path)


def test_a_ledger_made_elsewhere_puts_no_markup_or_path_on_the_site(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / LEDGER).write_text(json.dumps({"q": {"../../x": "", "<script>": "", "a-1a2b3c4d": '"><script>'}}))
    build(tmp_path, {})
    assert sorted(path.name for path in (tmp_path / "q").iterdir()) == ["a-1a2b3c4d"]
    assert "<script" not in (tmp_path / "q" / "a-1a2b3c4d" / "index.html").read_text()


def test_a_link_whose_words_are_still_there_leads_to_them(tmp_path: Path) -> None:
    article = {"articles/a.md": b'<span id="s-1a2b3c4d">We made progress</span>'}
    places = {"q/we-made-progress-1a2b3c4d": "articles/a/#s-1a2b3c4d"}
    write_docs(tmp_path, with_tombstones({**PAGE, **article}, read_ledger(tmp_path), Settings(), places))
    build(tmp_path, article)
    page = tmp_path / "q/we-made-progress-1a2b3c4d/index.html"
    assert 'href="../../articles/a/#s-1a2b3c4d"' in page.read_text()
    build(tmp_path, {})
    assert "articles/a/" not in page.read_text()
