"""Cleaning leaves an article: what would take a whole body away, or most of a marked one, takes nothing."""

from __future__ import annotations

import pytest

from generator.clean import clean
from generator.records import Form, RawArticle

BODY = "The harbour was closed on Tuesday after a ferry struck the eastern pier, officials said."
DIRT = ("Advertisement", "Read more: Ferry strikes pier", "Photo: The pier on Tuesday (A. Lee)", "Share this")


def left(text: str, form: Form) -> str:
    return clean(RawArticle("a.txt", "", text, form)).text


@pytest.mark.parametrize("form", ["scrape", "paragraphs"])
@pytest.mark.parametrize("text", ["Copyright 2023 The Alder Courier. All rights reserved.", "\n\n".join(DIRT)])
def test_a_whole_text_is_never_taken_away(text: str, form: Form) -> None:
    assert left(text, form) == text


def test_most_of_a_marked_body_is_not_taken_away() -> None:
    dirt = "\n\n".join(f"Read more: Ferry number {n} strikes the pier of Port Alder" for n in range(9))
    assert left(f"{BODY}\n\n{dirt}", "paragraphs") == f"{BODY}\n\n{dirt}"
    assert left(f"{BODY}\n\n{dirt}", "scrape") == BODY
    assert left(f"{BODY}\n\n{DIRT[1]}", "paragraphs") == BODY


def test_what_is_there_many_times_is_still_kept_once() -> None:
    second = "Nobody was hurt, and the pier will open again within days, the master of the harbour said."
    third = "Investigators will look at the steering of the ship, which had been repaired in the spring."
    once = f"{BODY}\n\n{second}\n\n{third}"
    assert left("\n\n".join([once] * 5), "paragraphs") == once
