"""The points at the head of the home page: what is certain and shared, and nothing where nothing is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from generator.config import Settings
from generator.language import SpacyLanguage
from generator.pipeline import build_digest
from generator.publish import render
from generator.publish.edition import Edition
from generator.publish.points import MOST_POINTS, points, tellers
from generator.records import Digest, Event, Metadata, RawArticle, Stated


def kinds(digest: Digest) -> list[str]:
    found = points(Edition(digest, Settings()))
    return ["event" if point.event else "said" if point.statement else "differs" for point in found]


def test_what_happened_comes_before_what_was_said_and_all_fit_a_glance(seeds_digest: Digest) -> None:
    found = kinds(seeds_digest)
    assert 0 < len(found) <= MOST_POINTS
    assert found == sorted(found, key=["event", "said", "differs"].index)


def test_each_point_has_its_sources_beside_it(seeds_digest: Digest) -> None:
    page = render(seeds_digest, Settings())["index.md"].decode()
    shown = page.split('<ul class="ed-points">')[1].split("</ul>")[0].split("<li>")[1:]
    assert len(shown) == len(kinds(seeds_digest))
    assert all(point.count('class="ed-sig"') > 1 for point in shown)


@pytest.mark.parametrize("doubt", [{"planned": True}, {"dissent": "20 June"}, {"precision": "month"}])
def test_an_event_in_doubt_is_no_point(seeds_digest: Digest, doubt: dict[str, Any]) -> None:
    events = tuple(replace(event, **doubt) for event in seeds_digest.events)
    assert "event" not in kinds(replace(seeds_digest, events=events))


def test_what_one_text_alone_tells_is_no_point(seeds_digest: Digest) -> None:
    everyone = tuple(found.article.id for found in seeds_digest.articles)
    assert "said" not in kinds(replace(seeds_digest, text_groups=(everyone,)))
    assert "event" not in kinds(replace(seeds_digest, text_groups=(everyone,)))


def test_words_whose_speaker_is_only_likely_are_no_point(seeds_digest: Digest) -> None:
    articles = tuple(
        replace(found, quotes=tuple(replace(q, decision=replace(q.decision, confidence=0.5)) for q in found.quotes))
        for found in seeds_digest.articles
    )
    assert "said" not in kinds(replace(seeds_digest, articles=articles))


def test_words_that_an_article_gives_to_another_are_no_point(seeds_digest: Digest) -> None:
    statements = tuple(replace(each, speakers=(*each.speakers, *each.speakers)) for each in seeds_digest.statements)
    assert "said" not in kinds(replace(seeds_digest, statements=statements))


def test_words_that_lean_on_what_was_said_before_are_no_point(seeds_digest: Digest) -> None:
    statements = tuple(replace(each, text=f"It {each.text}") for each in seeds_digest.statements)
    assert "said" not in kinds(replace(seeds_digest, statements=statements))


def test_a_name_with_no_verb_is_no_point(seeds_digest: Digest) -> None:
    texts = {found.article.id: found for found in seeds_digest.articles}

    def named(event: Event) -> str:
        inside = (
            mention.span.of(texts[evidence.article_id].article.text)
            for evidence in event.evidence
            for mention in texts[evidence.article_id].mentions
            if evidence.span.covers(mention.span)
        )
        return next(inside, "someone")

    events = tuple(replace(event, label=named(event)) for event in seeds_digest.events)
    assert "event" not in kinds(replace(seeds_digest, events=events))


def test_one_thing_of_two_entries_is_one_point(seeds_digest: Digest) -> None:
    known = {event.label for event in seeds_digest.events}
    assert len(known) > 1
    alike = tuple(replace(event, date="2024-06-12", label=min(known)) for event in seeds_digest.events)
    assert kinds(replace(seeds_digest, events=alike)).count("event") < 2


def test_what_the_sentence_under_the_headline_tells_is_no_point_as_well(
    seeds_digest: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.publish.points.SHARED", 0.3)  # any that tell of it
    opening = Edition(seeds_digest, Settings()).head[2]
    assert opening is not None
    sentence = Edition(seeds_digest, Settings()).words(opening.article_id, opening.span)
    assert "event" in kinds(seeds_digest)
    events = tuple(replace(event, label=sentence.rstrip(".")) for event in seeds_digest.events)
    assert "event" not in kinds(replace(seeds_digest, events=events))


def test_what_differs_says_how_each_has_it(language: SpacyLanguage) -> None:
    raws = [
        RawArticle(
            f"{name}.md",
            "0" * 64,
            text,
            "paragraphs",
            Metadata(outlet=Stated(name.title(), "made up"), published=Stated("2024-06-10", "made up")),
        )
        for name, text in (
            ("gazette", "Ruth Okafor, 45, was elected mayor of Pelindo on Sunday after a count of two hours."),
            ("herald", "Ruth Okafor, 40, was elected mayor of Pelindo on Sunday after a count of two hours."),
        )
    ]
    page = render(build_digest(raws, language), Settings())["index.md"].decode()
    point = re.search(r"<b>Differs</b>.*?</li>", page)
    assert point is not None
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", point[0]))
    assert re.search(r"Age: Ruth Okafor is told as .*45\W+Gazette and as .*40\W+Herald", words), words


@pytest.mark.parametrize(
    "said", ["And it is what we asked for", "“They were told so on the pier", "So this is our wharf"]
)
def test_words_that_lean_on_those_before_them_are_no_point(seeds_digest: Digest, said: str) -> None:
    statements = tuple(replace(each, text=said) for each in seeds_digest.statements)
    assert "said" not in kinds(replace(seeds_digest, statements=statements))


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ("The ferry Selma sank on Tuesday off Gull Island, and its sailors swam.", True),
        ("The ferry Selma sank on Tuesday.", False),
    ],
)
def test_a_point_is_what_two_articles_tell_and_not_two_sides_of_a_happening(
    language: SpacyLanguage, second: str, told: bool
) -> None:
    label = "the ferry Selma sank on Tuesday off Gull Island with thirty sailors, lorries and anchors aboard"
    first = f"Captain Brandt said that {label}."
    metadata = Metadata(published=Stated("2024-06-12", "test"))
    raws = [RawArticle(f"{n}.md", "0" * 64, text, "paragraphs", metadata) for n, text in enumerate((first, second))]
    digest = build_digest(raws, language)
    [event] = [event for event in digest.events if len(event.told_by) == 2]
    made = Edition(replace(digest, events=(replace(event, label=label),)), Settings())
    assert (len(tellers(made, made.digest.events[0])) == 2) is told


def test_words_of_which_the_other_text_has_a_part_are_no_point(seeds_digest: Digest) -> None:
    longer = tuple(replace(each, text=f"{each.text} and nobody else has this") for each in seeds_digest.statements)
    assert "said" not in kinds(replace(seeds_digest, statements=longer))
