"""Holds that cleaning leaves an article: a rule that takes most of a text away took it for what it is not."""

from __future__ import annotations

from generator.clean.page import Page

LEAST = 3  # of a body that its format marks as such, one word in three must be left, repeats not counted


def keep_enough(page: Page) -> None:
    """Take the verdicts back when nothing would be left; or too little of what the format itself marks as the body.

    What is there twice stays out. A scrape may well be dirt for the most part.
    """
    repeats = [verdict is not None and verdict.reason.startswith("repeats") for verdict in page.verdicts]
    words = [len(block.text.split()) for block in page.blocks]
    left = sum(words[i] for i in page.left())
    total = sum(count for count, repeat in zip(words, repeats, strict=True) if not repeat)
    if left == 0 or (page.form == "paragraphs" and left * LEAST < total):
        page.verdicts = [verdict if repeat else None for verdict, repeat in zip(page.verdicts, repeats, strict=True)]
