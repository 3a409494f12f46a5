"""What has changed since the version that an editor called published: the same bytes however often it is built."""

from __future__ import annotations

import hashlib
import html
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.test_commands import run

FERRY = "“We will mend the old ferry by the end of summer,” Ann Okoro said on Monday.\n\nThe pier was closed.\n"
PIER = "“The pier stays closed until it has been looked at,” Piet Lind told reporters.\n\nThe town waits.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    _article("ferry", FERRY)
    return tmp_path


def _article(name: str, text: str) -> None:
    fronted = f"---\ntitle: Of the {name}\noutlet: Alder Courier\npublished: 2025-03-07\n---\n\n{text}"
    Path("seeds", f"{name}.md").write_text(fronted, encoding="utf-8")


def _built() -> str:
    """Build and return the page's text; "" where there is none."""
    assert run("build").exit_code == 0
    page = Path("docs/changes.md")
    text = page.read_text("utf-8") if page.exists() else ""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", text)))


def _state() -> dict[str, str]:
    files = sorted(path for path in Path("docs").rglob("*") if path.is_file())
    return {path.as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _published(*options: str) -> None:
    assert run("published", *options).exit_code == 0


def test_without_a_published_version_there_is_no_page_and_no_feed(folder: Path) -> None:
    assert _built() == ""
    assert not Path("docs/data/changes.xml").exists()
    assert "changes/" not in Path("docs/index.md").read_text("utf-8")


def test_nothing_has_changed_right_after_and_a_day_is_told(folder: Path) -> None:
    _built()
    _published("--day", "2025-03-08")
    told = _built()
    assert "on 8 March 2025" in told
    assert "Nothing." in told


def test_new_articles_and_quotes_are_told_and_stay_told_until_published_again(folder: Path) -> None:
    _built()
    _published()
    _article("pier", PIER)
    _article("ferry", FERRY + "\n“Nobody was hurt in the night of the storm,” Ann Okoro said.\n")
    told = _built()
    assert "New article" in told and "Of the pier" in told
    assert "New quote" in told and "Nobody was hurt" in told
    assert "mend the old ferry" not in told
    state = _state()
    for options in ((), ("--no-cache",)):
        assert run("build", *options).exit_code == 0
        assert _state() == state
    _published()
    assert "Nothing." in _built()


def test_a_reworded_quote_and_another_speaker_are_told_apart_from_new_ones(folder: Path) -> None:
    _built()
    _published()
    _article("ferry", FERRY.replace("end of summer", "end of autumn"))
    told = _built()
    assert "Quote with other bounds or words" in told and "end of autumn" in told
    assert "New quote" not in told and "taken away" not in told
    _published()
    stated = "  - article: ferry\n    words: We will mend the old ferry\n    speaker: Piet Lind\n"
    stated = f"quotes:\n{stated}    remark: He said it.\n"
    Path("seeds/overrides.yml").write_text(stated, encoding="utf-8")
    told = _built()
    assert "Quote of another speaker" in told and "Piet Lind" in told
    assert "Word of the editor" in told and "Note: He said it." in told


def test_the_day_of_a_correction_is_told_in_words(folder: Path) -> None:
    _built()
    _published()
    Path("seeds/overrides.yml").write_text("articles:\n  - {article: ferry, corrected: 2021-03-12}\n", encoding="utf-8")
    assert "The outlet has corrected it: 12 March 2021" in _built()


def test_what_is_taken_away_is_told_with_its_link_and_no_word_is_kept_of_it(folder: Path) -> None:
    _article("pier", PIER)
    _built()
    _published()
    assert "pier" not in Path("docs/data/published.json").read_text("utf-8")
    Path("seeds/pier.md").unlink()
    assert "Article taken away" in _built()
    assert 'href="../a/pier/"' in Path("docs/changes.md").read_text("utf-8")


def test_what_is_purged_is_counted_and_not_named(folder: Path) -> None:
    _article("pier-of-alder", PIER)
    _built()
    _published()
    Path("seeds/overrides.yml").write_text(
        "articles:\n  - article: pier-of-alder\n    hide: true\n    purge: true\n", "utf-8"
    )
    told = _built()
    assert "Article taken away" in told and "Its address may not be shown" in told
    assert "pier-of-alder" not in Path("docs/changes.md").read_text("utf-8")
    state = _state()
    assert run("build", "--no-cache").exit_code == 0
    assert _state() == state


def test_the_feed_is_atom_and_its_entries_have_ids_of_their_own(folder: Path) -> None:
    _built()
    _published("--day", "2025-03-08")
    _article("pier", PIER)
    _article("quay", PIER.replace("pier", "quay"))
    _built()
    atom = "{http://www.w3.org/2005/Atom}"
    entries = ElementTree.parse("docs/data/changes.xml").getroot().findall(f"{atom}entry")
    assert len(entries) == len({entry.findtext(f"{atom}id") for entry in entries}) == 2
    assert entries[0].findtext(f"{atom}updated") == "2025-03-08T00:00:00Z"


@pytest.mark.parametrize(
    "text", ["", "[]", '{"articles": 1}', '{"articles": {}, "marks": [], "day": "soon"}', "\udcff"]
)
def test_a_broken_file_stops_the_build_with_a_line(folder: Path, text: str) -> None:
    _built()
    Path("docs/data/published.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    result = run("build")
    assert result.exit_code == 1
    assert "published.json: cannot be read" in result.stderr


def test_there_must_be_a_digest_to_call_published(folder: Path) -> None:
    result = run("published")
    assert result.exit_code == 1
    assert "there is no digest yet" in result.stderr
