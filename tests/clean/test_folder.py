"""What only a whole folder shows: lines that recur in articles of different stories."""

from __future__ import annotations

import pytest

from generator.clean import clean, clean_folder
from generator.clean.doubt import doubtful
from generator.records import RawArticle

STORIES = {
    "dam": [
        "The Orsova dam gave way in the night, and thousands left their homes.",
        "Nobody was killed, the interior minister told reporters in the capital.",
        "The cause of the breach is not known, and an inquiry has been opened.",
    ],
    "ferry": [
        "A ferry hit the western pier of the Sula bridge at ten at night.",
        "Seven people are still in hospital, the coast guard said on Tuesday.",
        "The captain had not slept for two days before the collision.",
    ],
    "storm": [
        "Half of the island was without power on Sunday after the storm.",
        "Engineers hope to have the lines back by Tuesday, the grid operator said.",
        "Schools stay closed, and ferries stay in harbour until further notice.",
    ],
    "strike": [
        "Nurses walked out of forty hospitals on Monday in a row over pay.",
        "The health minister called the strike a danger to patients.",
        "Talks are to go on in the evening, a union spokesman said.",
    ],
}
STRANGE = "Kept alive since 1907 by the people of three valleys."


def page(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def bodies(pages: dict[str, str]) -> dict[str, list[str]]:
    articles = clean_folder(RawArticle(f"{name}.txt", "", text) for name, text in pages.items())
    return {str(article.id): [span.of(article.text) for span in article.paragraphs] for article in articles}


def test_a_line_under_every_story_of_a_site_is_its_furniture() -> None:
    pages = {name: page(*story, STRANGE) for name, story in STORIES.items()}
    assert bodies(pages) == STORIES


def test_the_same_line_in_one_article_alone_stays() -> None:
    assert bodies({"dam": page(*STORIES["dam"], STRANGE)}) == {"dam": [*STORIES["dam"], STRANGE]}


def test_one_story_carried_by_many_outlets_keeps_its_paragraphs() -> None:
    pages = {f"outlet-{n}": page(f"Outlet number {n} sent its own reporter too.", *STORIES["dam"]) for n in range(8)}
    assert all(body[1:] == STORIES["dam"] for body in bodies(pages).values())


def test_a_quote_that_every_outlet_carries_within_its_own_story_stays() -> None:
    quote = "“Nobody will be left alone tonight,” governor Ana Ruiz said."
    pages = {name: page(story[0], quote, *story[1:]) for name, story in STORIES.items()}
    assert all(body[1] == quote for body in bodies(pages).values())


def test_what_recurs_is_removed_with_that_reason() -> None:
    pages = [RawArticle(f"{name}.txt", "", page(*story, STRANGE)) for name, story in STORIES.items()]
    removed = [part for article in clean_folder(pages) for part in article.removed]
    assert {part.text for part in removed} == {STRANGE}
    assert all("recurs" in part.reason for part in removed)


def test_the_order_of_the_files_does_not_matter() -> None:
    raws = [RawArticle(f"{name}.txt", "", page(*story, STRANGE)) for name, story in STORIES.items()]
    assert clean_folder(raws) == clean_folder(raws[::-1])


def test_an_article_alone_is_cleaned_as_in_its_folder_when_nothing_recurs() -> None:
    raws = [RawArticle(f"{name}.txt", "", page(*story)) for name, story in STORIES.items()]
    assert clean_folder(raws) == sorted((clean(raw) for raw in raws), key=lambda article: article.id)


def test_what_recurs_is_read_before_it_is_removed() -> None:
    head, foot = (
        ("The Valley Herald since 1907", "By Ann Lee", "March 3, 2021"),
        ("Source: Example News", "Valley Herald"),
    )
    raws = [RawArticle(f"{name}.txt", "", page(*head, *story, *foot)) for name, story in STORIES.items()]
    for article in clean_folder(raws):
        known = article.metadata
        assert known.title is None
        assert [s.value for s in (known.byline, known.published, known.origin, known.outlet) if s] == [
            "Ann Lee",
            "2021-03-03",
            "Example News",
            "Valley Herald",
        ]
        assert len(article.paragraphs) == 3


def test_a_letter_that_several_stories_print_in_their_middle_is_no_furniture() -> None:
    letter = "I once wrote to the harbour master about the music on his telephone, and the next day it was gone."
    filler = [f"Sentence number {n} of this story stands only in it, as its number {n * 7} shows." for n in range(12)]
    pages = {
        name: page(*story, *(f"{line} {name}." for line in filler[:6]), letter, *(f"{name}: {line}" for line in filler))
        for name, story in STORIES.items()
    }
    pages["own"] = page(letter, *STORIES["dam"][::-1])
    assert all(letter in body for body in bodies(pages).values())


HARBOUR = [
    "The harbour of Aldmouth was closed on Tuesday after a ferry struck the western pier.",
    "‘We heard it before we saw it,’ the harbour master said of the night.",
    "Nobody was hurt.",
    "‘It will not open this week’",
    "Her message to the town:",
    "We must not forget our fishermen, and your offer of help is welcome.",
    "Led by Ann Lee the crew won time.",
]
RECIPE = ["Take {n} onions and chop them as fine as sand.", "Fry them in butter for {n} minutes until they are gold."]


@pytest.mark.parametrize("sentence", HARBOUR)
@pytest.mark.parametrize("at", [0, 1, 2])
def test_what_two_planted_files_repeat_stays_where_it_was_told(sentence: str, at: int) -> None:
    pages = {"harbour": page(*HARBOUR)}
    for n in (2, 3):
        recipe = [line.format(n=n) for line in RECIPE]
        pages[f"recipe-{n}"] = page(*recipe[:at], sentence, *recipe[at:])
    assert bodies(pages)["harbour"] == HARBOUR
    others = {name: page(sentence, *STORIES[name], sentence) for name in STORIES}
    assert bodies({"harbour": page(*HARBOUR[::-1]), **others})["harbour"] == HARBOUR[::-1]


def test_a_line_that_went_for_what_others_hold_is_looked_at() -> None:
    line = "Second night without power in Aldmouth"
    raws = [RawArticle(f"{name}.txt", "", page(*story[:2], line, *story[2:])) for name, story in STORIES.items()]
    removed = [part for article in clean_folder(raws) for part in article.removed]
    assert {part.text for part in removed} == {line}
    assert all(map(doubtful, removed))
