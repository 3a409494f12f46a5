"""Which pages all the libraries that find bodies are asked for: those whose first answer leaves most of them out."""

from __future__ import annotations

import pytest

from generator.read.libraries import LEAST_SHARE, SHORT_BODY, _in_doubt
from generator.read.page_text import PageBlock

PARAGRAPH = "The council of Port Hale voted on Monday to close the lock for two years, and nobody was against it."
PARAGRAPHS = [f"{number} {PARAGRAPH}" for number in range(10)]
VISIBLE = [PageBlock(text, "p") for text in PARAGRAPHS]


@pytest.mark.parametrize(
    ("body", "doubted"),
    [
        ("\n".join(PARAGRAPHS), False),
        ("\n".join(PARAGRAPHS[:6]), False),
        ("\n".join(PARAGRAPHS[:3]), True),  # short
        ("", True),
        ("\n".join([*PARAGRAPHS[:4], *["Card of another story and its button" for _ in range(40)]]), True),
    ],
)
def test_a_body_without_most_of_the_pages_paragraphs_is_doubted(body: str, doubted: bool) -> None:
    assert _in_doubt(body, VISIBLE) is doubted


def test_each_bar_has_a_body_on_either_side() -> None:
    few = [PageBlock(PARAGRAPH, "p")]
    at_bar = PARAGRAPH + "x" * (SHORT_BODY - len(PARAGRAPH))
    assert _in_doubt(at_bar[:-1], few)  # one character short
    whole = [PageBlock(text, "p") for text in PARAGRAPHS]
    share = int(LEAST_SHARE * len(PARAGRAPHS))
    assert not _in_doubt("\n".join(PARAGRAPHS[: share + 1]), whole)
    assert _in_doubt("\n".join(PARAGRAPHS[: share - 1]), [*whole, *[PageBlock(text + "!", "p") for text in PARAGRAPHS]])


def test_links_and_short_lines_are_no_paragraphs_that_a_body_should_have() -> None:
    links = [PageBlock(f"{text} more", "p", linked=True) for text in PARAGRAPHS * 3]
    short = [PageBlock(f"Button {number}", "p") for number in range(400)]
    assert not _in_doubt("\n".join(PARAGRAPHS), [*VISIBLE, *links, *short])
