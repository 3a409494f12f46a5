"""Where a title runs into the first sentence of a text that states none."""

from __future__ import annotations

import pytest

from generator.config import Settings
from generator.language import SpacyLanguage
from generator.pipeline import build_digest
from generator.publish.edition import Edition
from generator.publish.seams import cases_of, seam
from generator.records import RawArticle

CASES = cases_of(
    ["The ferries were late and crews waited while storms went on. Storms are a part of life on the island."]
)


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("Ferry line closes after storms", "A storm has closed the ferry line between Havn and the island."),
        ("Mayor Is Hurt in Northern Havn", "The mayor was hurt when a crane fell on her car."),
        ("Three days of wind end in loss", "Storms reached Havn on Friday after three days of wind."),
        ("Line to close for 2 days", "Ferries between Havn and the island will stay in port."),
    ],
)
def test_a_title_that_runs_into_a_sentence_ends_where_that_begins(title: str, sentence: str) -> None:
    assert seam(f"{title} {sentence}", CASES) == len(title) + 1


@pytest.mark.parametrize(
    "text",
    [
        "The owners of the old line told reporters The Tide had been sold to friends.",
        "Crews work for The Harbour Line and have done so since it opened.",
        "Council Votes to Close Old Line In Spite of Many Protests From The Islands",
        "Ferry line closes. The storm has closed the line between Havn and the island.",
        "The council in Havn thanked former Storms of the Year writers on Friday evening.",
    ],
)
def test_a_capital_within_a_sentence_or_a_title_is_no_seam(text: str) -> None:
    assert seam(text, CASES) is None


def test_a_title_without_a_mark_behind_it_is_the_headline_and_its_sentence_the_lead(language: SpacyLanguage) -> None:
    lead = "The council has closed the ferry line between Havn and Gull Island after three storms on Friday."
    texts = {
        "a.md": f"Council closes ferry line to island {lead}",
        "b.md": "The ferry line between Havn and Gull Island was closed by the council on Friday.",
    }
    made = build_digest([RawArticle(name, "0" * 64, text, "paragraphs") for name, text in texts.items()], language)
    edition = Edition(made, Settings(site_name="Harbour"))
    headline, identity, opening = edition.head
    assert headline == "Council closes ferry line to island"
    assert identity == "a"
    assert opening is not None
    assert edition.words(opening.article_id, opening.span) in (lead, texts["b.md"])
    assert edition.headline(identity) == headline


def test_a_sentence_that_a_title_runs_into_unseen_opens_no_story(language: SpacyLanguage) -> None:
    text = (
        "Harbour closed after three days of storms by angry owners Havn was quiet on Sunday after three days of storms "
        "that hurt dozens of people in the town."
    )
    edition = Edition(build_digest([RawArticle("a.md", "0" * 64, text, "paragraphs")], language), Settings())
    assert edition.head[2] is None
    assert edition.head[0] == edition.settings.site_name
