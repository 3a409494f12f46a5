"""Reported speech on the pages: beside the quotations, quietly, and nowhere that only quotes may be shown."""

from __future__ import annotations

import json
import re

import pytest

from generator.config import Settings
from generator.language import SpacyLanguage
from generator.pipeline import build_digest
from generator.publish import render
from generator.publish.data import data_files
from generator.records import Digest, Metadata, RawArticle, Stated

QUOTED = (
    "Ruth Okafor spoke at noon. “We will repair the northern sluice before the winter floods arrive,” Okafor said.",
    "Mayor Ruth Okafor spoke. “We will repair the northern sluice before the winter floods arrive,” Okafor said.",
)
TOLD = (
    "Ruth Okafor said the northern sluice would be repaired before the floods of winter. She denied that anybody had "
    "been warned. Okafor did not say whether the school would open."
)


@pytest.fixture(scope="module")
def digest(language: SpacyLanguage) -> Digest:
    return digest_of((*QUOTED, TOLD), language)


def digest_of(texts: tuple[str, ...], language: SpacyLanguage) -> Digest:
    raws = [
        RawArticle(f"{name}.md", "0" * 64, text, "paragraphs", Metadata(outlet=Stated(name.title(), "made up")))
        for name, text in zip(("gazette", "herald", "tribune"), texts, strict=True)
    ]
    return build_digest(raws, language)


@pytest.fixture(scope="module")
def files(digest: Digest) -> dict[str, str]:
    rendered = {**render(digest, Settings()), **data_files(digest, Settings())}
    return {path: data.decode() for path, data in rendered.items() if path.endswith((".md", ".json", ".jsonl", ".csv"))}


def test_the_card_tells_who_reports_what_others_quote(files: dict[str, str]) -> None:
    assert "reported, without quotation marks, by" in files["quotes/index.md"]


def test_the_card_does_not_call_a_report_free_of_marks_that_quotes_some_words(language: SpacyLanguage) -> None:
    partly = "Ruth Okafor said the northern sluice would be repaired before the floods of winter, “once and for all”."
    page = render(digest_of((*QUOTED, partly), language), Settings())["quotes/index.md"].decode()
    assert "reported, not quoted in full, by" in page


def test_coverage_finds_the_words_of_a_post_that_an_article_shows_without_marks(language: SpacyLanguage) -> None:
    post = "x We will repair the northern sluice before the winter floods arrive! — Ruth Okafor (@okafor) May 4, 2021"
    page = render(digest_of((*QUOTED, f"The mayor spoke.\n\n{post}"), language), Settings())["compare.md"].decode()
    assert 'aria-label="Tribune: reported"' in page
    other = "The mayor spoke.\n\nWe will repair the bridge before the winter floods arrive, the town hopes."
    page = render(digest_of((*QUOTED, other), language), Settings())["compare.md"].decode()
    assert 'aria-label="Tribune: reported"' not in page


def test_pages_of_reports_are_named_and_not_numbered_among_the_quotes(
    digest: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.publish.indexes.CARDS_A_PAGE", 1)
    files = {
        path: page.decode() for path, page in render(digest, Settings()).items() if re.match(r"quotes/.*md$", path)
    }
    navs = [re.search(r'<nav class="ed-pages".*?</nav>', page) for _, page in sorted(files.items()) if page]
    shown = [re.sub(r"<[^>]+>|\s+", " ", nav[0]).split() for nav in navs if nav]
    numbers = [[word for word in words if word.isdigit()] for words in shown]
    reported = [words for words in shown if "Reported," in words]
    back = [words for words in shown if words[:3] == ["In", "quotation", "marks"]]
    assert reported
    assert back
    assert len(reported) + len(back) == len(shown) == len(files)
    assert not any(set(numbers[shown.index(one)]) & set(numbers[shown.index(two)]) for one in reported for two in back)


def test_the_matrix_has_a_report_where_there_is_no_reading(files: dict[str, str]) -> None:
    assert 'class="ed-cell ed-w-reported"' in files["compare.md"]


def test_a_person_is_also_reported_as_saying_what_nobody_quotes(files: dict[str, str]) -> None:
    page = files["people/ruth-okafor.md"]
    said = page[page.index("Also reported as saying") :].partition("</section>")[0]
    assert '<span class="ed-cue">denied</span> that anybody had been warned' in said
    assert "northern sluice" not in said


def test_what_somebody_did_not_say_is_shown_nowhere_as_said(files: dict[str, str]) -> None:
    assert "whether the school would open" not in files["people/ruth-okafor.md"]
    assert "whether the school would open" not in files["quotes/index.md"]
    assert all("school" not in row["parts"][0]["text"] for row in json.loads(files["data/digest.json"])["reports"])


def test_the_quote_index_has_reports_behind_its_filter_of_kinds(files: dict[str, str]) -> None:
    page = files["quotes/index.md"]
    assert '<option value="indirect">reported (2)</option>' in page
    assert page.index("ed-told-of") > page.index("We will repair")
    rows = json.loads(files["quotes/index.json"])
    assert sorted(row["kinds"] for row in rows if row.get("retold")) == [["indirect"], ["indirect"]]


def test_the_article_is_underlined_and_its_text_unchanged(files: dict[str, str]) -> None:
    page = files["articles/tribune.md"]
    assert page.count('<span class="ed-rep') == 2
    assert 'title="reported: likely Ruth Okafor (denies)"' in page


def test_whom_nobody_names_an_article_tells_in_its_own_words(language: SpacyLanguage) -> None:
    text = "Two divers who had searched the lake said the hull was whole. They slept. He said the mast had gone."
    page = render(digest_of((*QUOTED, text), language), Settings())["articles/tribune.md"].decode()
    assert 'title="reported: Two divers (says)"' in page
    assert page.count("reported: ") == 1  # whom "he" means is not known, so what he said is nobody's


def test_the_home_page_stays_with_quotations(files: dict[str, str]) -> None:
    assert "anybody had been warned" not in files["index.md"]


def test_data_has_every_report_with_its_kind(files: dict[str, str]) -> None:
    rows = [json.loads(line) for line in files["data/reports.jsonl"].splitlines()]
    assert [(row["kind"], row["cue_class"], row["cue"]) for row in rows] == [
        ("indirect", "says", "said"),
        ("indirect", "denies", "denied"),
    ]
    assert rows[0]["statement"] is not None
    assert len(files["data/reports.csv"].splitlines()) == 3


@pytest.mark.parametrize("publish", ["excerpt", "quotes"])
def test_where_the_text_is_withheld_so_is_what_it_reports(digest: Digest, publish: str) -> None:
    settings = Settings(publish=publish)  # type: ignore[arg-type]
    rendered = {**render(digest, settings), **data_files(digest, settings)}
    assert json.loads(rendered["data/digest.json"])["reports"] == []
    assert b"anybody had been warned" not in rendered["people/ruth-okafor.md"] + rendered["quotes/index.md"]


def test_many_reports_have_pages_of_their_own_behind_the_statements(
    digest: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.publish.indexes.CARDS_A_PAGE", 1)
    rendered = render(digest, Settings())
    assert b"anybody had been warned" not in rendered["quotes/index.md"]
    assert b"without quotation marks <small>1</small>" in rendered["quotes/page-2/index.md"]
    assert b"without quotation marks <small>1</small>" in rendered["quotes/page-3/index.md"]
