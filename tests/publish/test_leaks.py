from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from urllib.parse import quote

import pytest

from generator.config import Publish, Settings
from generator.publish import render
from generator.publish.body import shown
from generator.publish.data import data_files
from generator.publish.edition import Edition
from generator.publish.excerpts import holds_label, shortened
from generator.publish.leaks import leaks, share_shown
from generator.publish.withheld import withheld
from generator.records import Digest, TakenDown

EXCERPT = Settings(publish="excerpt")


def files(digest: Digest, settings: Settings) -> dict[str, bytes]:
    return {**render(digest, settings), **data_files(digest, settings)}


@pytest.mark.parametrize("mode", ["excerpt", "quotes"])
def test_nothing_leaks_and_a_planted_leak_is_caught_whatever_file_it_is_in(seeds_digest: Digest, mode: Publish) -> None:
    settings = Settings(publish=mode)
    made = files(seeds_digest, settings)
    assert leaks(seeds_digest, settings, made) == []
    found = seeds_digest.articles[0]
    spans = shown(Edition(seeds_digest, settings), found) or []
    ends = [0, *(edge for span in spans for edge in (span.start, span.end)), len(found.article.text)]
    gap = max(pairwise(ends), key=lambda pair: (pair[1] - pair[0]) if pair[0] in (0, *(s.end for s in spans)) else 0)
    words = found.article.text[gap[0] : gap[1]]
    for path, form in {
        "data/new.json": '{"text": "%s"}',
        "articles/a.md": "<p>%s</p>",
        "q/x/index.html": '<meta content="%s">',
    }.items():
        planted = leaks(seeds_digest, settings, {**made, path: (form % words).encode()})
        assert [problem.where for problem in planted if problem.fatal] == [path]
    for path, text in {
        "timeline.ics": "DESCRIPTION:" + "\r\n ".join(words[at : at + 60] for at in range(0, len(words), 60)),
        "assets/a.svg": "".join(f"<text x='1'>{word}</text>" for word in words.split()),
        "articles/b.md": f"<a href='https://a.example/?text={quote(words)}'>share</a>",
    }.items():
        planted = leaks(seeds_digest, settings, {**made, path: text.encode()})
        assert [problem.where for problem in planted if problem.fatal] == [path]
    address = f"q/{'-'.join(re.findall(r'[a-z0-9]+', words.casefold())[:14])}/index.html"
    assert [problem.where for problem in leaks(seeds_digest, settings, {address: b""})] == [address]


def test_a_shortened_description_is_no_copy_beside_its_name_whatever_its_hyphens() -> None:
    role = "a 28-year-old pilot now sailing on the long line to the islands"
    assert shortened(role) == "a 28-year-old pilot now sailing on …"
    assert shortened("the pilot of the ferry") == "the pilot of the ferry"


def test_a_masked_name_is_caught_in_words_and_in_addresses(seeds_digest: Digest) -> None:
    digest = replace(seeds_digest, taken_down=TakenDown(names=("Olga Brandt", "Brandt")))
    for path, text in (("a/x.html", "<p>OLGA BRANDT</p>"), ("p/olga-brandt/index.html", "")):
        assert [problem.where for problem in leaks(digest, Settings(), {path: text.encode()})] == [path]
    assert leaks(digest, Settings(), {"a/x.html": b"Willy Brandt"}) == []


def test_words_that_an_editor_withholds_are_caught_where_all_is_published(seeds_digest: Digest) -> None:
    words = "These are words of one paragraph that an editor has taken out of the article again."
    digest = replace(seeds_digest, taken_down=TakenDown(texts=(words,)))
    assert leaks(digest, Settings(), {"index.md": words.encode()})
    assert leaks(digest, Settings(), {"index.md": b"These are words of one paragraph."}) == []


def test_an_excerpt_keeps_to_its_share_and_its_run(seeds_digest: Digest) -> None:
    for share in (25, 10, 0):
        limited = replace(EXCERPT, excerpt_share=share)
        assert max(share_shown(seeds_digest, limited).values()) <= share
    assert min(share_shown(seeds_digest, EXCERPT).values()) > 10
    for found in seeds_digest.articles:
        short = replace(EXCERPT, excerpt_run=40)
        spans = shown(Edition(seeds_digest, short), found) or []
        places = [place for place, sentence in enumerate(found.sentences) if sentence.span in spans]
        run = words = 0
        for before, place in pairwise([-2, *places]):
            count = len(found.sentences[place].span.of(found.article.text).split())
            words = words + count if place == before + 1 else count
            run = max(run, words)
        assert run <= 40


def test_what_an_excerpt_does_not_show_is_in_no_list(seeds_digest: Digest) -> None:
    left = withheld(seeds_digest, EXCERPT)
    texts = {found.article.id: found.article.text for found in left.articles}
    assert left.statements
    assert left.events
    for statement in left.statements:
        words = [reading.span.of(texts[reading.article_id]) for reading in statement.readings]
        assert "░" not in "".join(words)
        assert statement.text in words
        assert all(len(column.cells) == len(statement.readings) for column in statement.columns)
    for found in left.articles:
        names = {quote.id for quote in found.quotes}
        assert all(quote.utterance in names for quote in found.quotes)
    assert len(left.statements) < len(seeds_digest.statements)


def test_a_label_is_of_a_sentence_that_has_its_words_but_for_what_tied_them() -> None:
    sentence = "The town thanked Rosa Ortiz, who sailed on Monday."
    assert holds_label(sentence, "Rosa Ortiz sailed on Monday")
    assert not holds_label(sentence, "Rosa Ortiz sailed on Tuesday")
    assert not holds_label(sentence, "Monday sailed Rosa Ortiz")
