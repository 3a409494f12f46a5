"""Laws of corrections over any input: they stay where they were put, or it is said; never are they moved by guess.

Each runs over some made folders, and over a thousand at night: cleaned and collated as any other; only the parsing is
left out, which these do not touch.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.ids import word_ids
from generator.overrides.entries import STALE, Overrides, parse_overrides
from generator.pipeline import build_digest
from generator.publish.digest_json import digest_data, dump
from generator.records import AnnotatedArticle, Article, Digest, Quote, QuoteId, RawArticle, Sentence, Span
from tests.articles import QUOTED

MANY = 1_000
CASES = settings(max_examples=int(os.environ.get("LAW_CASES", "25")))
PARAGRAPHS = (
    "The board of the harbour called the price “a sum that nobody can pay” when it met in the town hall.",
    "Nobody on the island had been asked, the ferrymen told the paper, and “nobody will ask us now” was all they said.",
    "“We have waited long enough for the yard to answer,” the chair of the board told the meeting on that evening.",
    "The yard called its own work “slow and careful” in a letter that the board read out before it voted.",
    "A reader wrote that the plan was “slow and careful” too, and that the letter said less than it seemed to say.",
    "“It sails before the summer or it does not sail at all,” said the captain, who had stood by the door till then.",
    "The bridge would cost more than the ferry, and the county has “no money for a bridge” this year or the next.",
)
TWICE = "slow and careful"
APART = (("prefix", "own work"), ("prefix", "plan was"), ("suffix", "in a letter"))
KINDS = ("direct", "fragment", "indirect", "term")


def annotated(article: Article) -> AnnotatedArticle:
    """Return an article with a quote for each “…” and a sentence a paragraph."""
    found = list(QUOTED.finditer(article.text))
    names = word_ids(article.id, [match[1] for match in found])
    quotes = [
        Quote(QuoteId(name), article.id, Span(*match.span()), Span(*match.span(1)), "direct", name)
        for name, match in zip(names, found, strict=True)
    ]
    sentences = [Sentence(f"s-{n}", span, n) for n, span in enumerate(article.paragraphs)]
    return AnnotatedArticle(article, tuple(sentences), tuple(quotes))


@dataclass(frozen=True)
class Folder:
    """Articles by name, each a list of paragraphs."""

    articles: tuple[tuple[str, tuple[str, ...]], ...]

    def digest(self, overrides: str) -> Digest:
        raws = [RawArticle(f"{name}.txt", "0" * 64, "\n\n".join(text), "paragraphs") for name, text in self.articles]
        return build_digest(raws, None, parsed(overrides), annotate_all=lambda every: [*map(annotated, every)])  # type: ignore[arg-type]

    def with_text(self, name: str, text: Sequence[str]) -> Folder:
        return Folder((*((n, t) for n, t in self.articles if n != name), (name, tuple(text))))


def parsed(overrides: str) -> Overrides:
    return parse_overrides(overrides, "seeds/overrides.yml")


def kinds(digest: Digest, name: str) -> list[tuple[str, str]]:
    found = next(found for found in digest.articles if found.article.id == name)
    return [(quote.inner.of(found.article.text), quote.kind) for quote in found.quotes]


def told(digest: Digest) -> list[str]:
    return [found.what for found in digest.findings if found.weight == STALE]


TEXTS = st.lists(st.sampled_from(PARAGRAPHS), min_size=2, max_size=5, unique=True).map(tuple)
FOLDERS = st.builds(lambda one, two, three: Folder((("one", one), ("two", two), ("three", three))), TEXTS, TEXTS, TEXTS)
SAID = st.sampled_from([match for text in PARAGRAPHS for match in QUOTED.findall(text)])
KIND = st.sampled_from(KINDS[1:])


def entry(words: str, kind: str, article: str = "one", **more: str) -> str:
    lines = [
        f"  - article: {article}",
        f'    words: "{words}"',
        *(f'    {key}: "{said}"' for key, said in more.items()),
    ]
    return "\n".join([*lines, f"    kind: {kind}"]) + "\n"


@CASES
@given(FOLDERS, SAID, KIND, st.permutations(range(3)), st.sampled_from(PARAGRAPHS))
def test_the_same_folder_and_corrections_give_the_same_bytes(
    folder: Folder, words: str, kind: str, order: list[int], block: str
) -> None:
    blocks = f'blocks:\n  - article: two\n    words: "{block[:24]}"\n    remove: true\n'
    overrides = f"quotes:\n{entry(words, kind)}{blocks}"
    other = Folder(tuple(folder.articles[number] for number in order))
    one, two = folder.digest(overrides), other.digest(overrides)
    assert dump(digest_data(one)) == dump(digest_data(two))
    assert (one.findings, one.marks) == (two.findings, two.marks)


@CASES
@given(FOLDERS, SAID, KIND, TEXTS, st.sampled_from(["comes", "goes", "changes"]))
def test_corrections_of_an_article_stay_when_others_come_go_or_change(
    folder: Folder, words: str, kind: str, text: tuple[str, ...], what: str
) -> None:
    overrides = f"quotes:\n{entry(words, kind)}"
    before = folder.digest(overrides)
    if what == "goes":
        changed = Folder(tuple((name, own) for name, own in folder.articles if name != "two"))
    else:
        changed = folder.with_text("four" if what == "comes" else "two", text)
    after = changed.digest(overrides)
    assert kinds(after, "one") == kinds(before, "one")
    assert told(after) == told(before)


@CASES
@given(FOLDERS, SAID, KIND, st.sampled_from(PARAGRAPHS))
def test_a_paragraph_above_changes_nothing(folder: Folder, words: str, kind: str, above: str) -> None:
    text = dict(folder.articles)["one"]
    assume(above not in text and words not in above)
    overrides = f"quotes:\n{entry(words, kind)}"
    before, after = folder.digest(overrides), folder.with_text("one", (above, *text)).digest(overrides)
    assert kinds(after, "one")[len(QUOTED.findall(above)) :] == kinds(before, "one")
    assert [what.partition("\n")[0] for what in told(after)] == [what.partition("\n")[0] for what in told(before)] or (
        "paragraph" in told(before)[0]  # the numbers of paragraphs that a message names are one higher
    )


@CASES
@given(FOLDERS, st.data(), KIND, st.sampled_from(["never", "all", "boat"]))
def test_one_word_changed_in_the_anchor_is_reported_and_moves_nothing(
    folder: Folder, data: st.DataObject, kind: str, other: str
) -> None:
    quoted = [match for text in dict(folder.articles)["one"] for match in QUOTED.findall(text)]
    assume(quoted)
    parts = data.draw(st.sampled_from(quoted)).split()
    at = data.draw(st.integers(0, len(parts) - 1))
    changed = " ".join([*parts[:at], other, *parts[at + 1 :]])
    assume(not any(changed in words for words in quoted))
    after, without = folder.digest(f"quotes:\n{entry(changed, kind)}"), folder.digest("")
    assert kinds(after, "one") == kinds(without, "one")
    assert len(told(after)) == 1
    assert told(after)[0].startswith(f'no such quote in one: "{changed}"')


@CASES
@given(
    FOLDERS, KIND, st.sampled_from([None, ("prefix", "own work"), ("prefix", "plan was"), ("suffix", "in a letter")])
)
def test_the_same_words_twice_are_told_apart_or_reported(folder: Folder, kind: str, by: tuple[str, str] | None) -> None:
    rest = tuple(text for text in dict(folder.articles)["one"] if TWICE not in text)
    both = folder.with_text("one", (*rest, PARAGRAPHS[3], PARAGRAPHS[4]))
    digest = both.digest(f"quotes:\n{entry(TWICE, kind, **dict([by] if by else []))}")
    found = [of for words, of in kinds(digest, "one") if words == TWICE]
    if by is None:
        assert found == ["direct", "direct"]
        assert "several quotes of one have these words" in told(digest)[0]
    else:
        wanted = {"own work": 0, "in a letter": 0, "plan was": 1}[by[1]]
        assert [of == kind for of in found] == [number == wanted for number in range(2)]
        assert told(digest) == []


@pytest.mark.nightly
def test_each_law_over_a_thousand_folders() -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-m", "not nightly", __file__]
    run = subprocess.run(
        command, env={**os.environ, "LAW_CASES": str(MANY)}, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout
