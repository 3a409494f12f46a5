"""The headline of a mail, where its subject only hints at it: "Ann recommends: Ferry hits bridge", "🚢 Ferry hits"."""

from __future__ import annotations

import re

from generator.clean.lines import Block
from generator.clean.shapes import TITLE_WORDS
from generator.records import Stated

SUBJECT = "subject of the mail"
"""How the reader names it."""
TOP = 20  # lines of a mail in which its headline stands
LEAST_BEGUN = 3  # words of a subject that the headline goes on from
_NO_WORDS = re.compile(r"^[^\w“\"‘'(]+")


def headline_of_subject(stated: Stated | None, blocks: list[Block]) -> Stated | None:
    """Return the headline of a mail: a line at its top that closes the subject, behind a colon, or goes on from it."""
    if stated is None or stated.how != SUBJECT:
        return stated
    subject = Block(_NO_WORDS.sub("", stated.value) or stated.value, ())
    for block in blocks[:TOP]:
        if not TITLE_WORDS[0] <= block.words <= TITLE_WORDS[1] or block.text[-1] in ".:;,":
            continue
        before = subject.text.removesuffix(block.text)
        closes = before != subject.text and before.rstrip().endswith((":", "–", "—", "-", "|"))
        begun = len(subject.tokens) >= LEAST_BEGUN and block.tokens[: len(subject.tokens)] == subject.tokens
        if closes or (begun and len(block.tokens) > len(subject.tokens)):
            return Stated(block.text, f"{SUBJECT}, and a line of it")
    return stated
