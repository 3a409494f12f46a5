"""Tells a page of teasers (a front page, a section's) from an article, by its blocks and the body found in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.read.page_text import PageBlock, compact

_HEADING = re.compile("h[1-6]")
LEAST = 5  # teasers: boxes of other stories within an article have three or four
TEASER_WORDS = 80  # at most
SHARE = 0.75  # of the body's words that stand in teasers
HEADLINE_WORDS = 3  # at least, of the link that a teaser stands below
NEAR = 2  # blocks (a day, a section's name) that may stand between the two
_GOES_ON = re.compile(r"(?:read|see|view|learn)? ?more\b|continue reading|full story|weiterlesen|lire la suite", re.I)


_RESULTS = re.compile(
    r"\W*(?:search results\b.{0,80}|(?:showing |displaying |results )?(?:\d[\d,.]*\s?(?:-|–|"
    r"to)\s?)\d[\d,.]* of (?:about |over )?"
    r"[\d,.]+\+? (?:search )?results?\b.{0,60}|(?:about |over )?\d[\d,.]* (?:search )?results (?:found |"
    r"matching )?for\b.{0,80})",
    re.IGNORECASE,
)
TOP = 40  # blocks in which a page of results says that it is one


def is_results(visible: Sequence[PageBlock]) -> bool:
    """Return whether a page says of itself that it lists what a search has found: in a heading, or by their number."""
    found = (block for block in visible[:TOP] if _RESULTS.fullmatch(block.text))
    return any(
        block.tag in ("h1", "h2") or block.text.lstrip()[:1].isdigit() or " of " in block.text for block in found
    )


def is_index(visible: Sequence[PageBlock], body: Iterable[str]) -> bool:
    """Return whether the lines of `body` are teasers: each linked, or a short paragraph beside a linked headline."""
    lines = {compact(line) for line in body}
    count = words = total = 0
    since = NEAR + 1  # blocks since the last linked headline; a paragraph uses it up
    for at, block in enumerate(visible):
        length = len(block.text.split())
        is_headline = block.linked and length >= HEADLINE_WORDS
        if compact(block.text) in lines and (is_headline or not _HEADING.fullmatch(block.tag)):
            total += length
            goes_on = at + 1 < len(visible) and visible[at + 1].linked and _GOES_ON.match(visible[at + 1].text)
            if length <= TEASER_WORDS and (is_headline or since <= NEAR or goes_on):
                words += length
                count += 1
                since = NEAR
        since = 0 if is_headline else since + 1
    return count >= LEAST and words >= SHARE * total


CUT_OFF = 2  # texts that end in the middle of a sentence, at least
CUT_SHARE = 0.75  # of the words in texts: what a letter tells of itself ("You receive this because") aside
TEXT_WORDS = 8  # of a text; a headline may have as many, and ends in no full stop
_CUT = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])\s*$")
_OF_THE_LETTER = re.compile(
    r"\b(?:unsubscribe|this (?:e-?mail|alert|message|newsletter)"
    r"|your (?:alerts?|e-?mail|subscription|preferences|account)"
    r"|you(?:[’']re| are| have)? (?:receiv|subscri)\w*|abmelden|se désabonner|privacy policy|all rights reserved"
    r"|copyright"
    r"|view (?:in|this)|as it happens|manage)\b|https?://|©",
    re.IGNORECASE,
)


def are_cut_off(texts: Iterable[str]) -> bool:
    """Return whether the texts are beginnings of articles only, cut off by "...", as alerts by mail have them."""
    cut = words = total = 0
    for text in _joined(texts):
        length = len(text.split())
        is_cut = _CUT.search(text) is not None
        if length < TEXT_WORDS or (_OF_THE_LETTER.search(text) and not is_cut):
            continue
        if is_cut:
            cut += 1
            words += length
        if is_cut or text.rstrip("”\"’')").endswith((".", "?", "!")):
            total += length
    return cut >= CUT_OFF and words >= CUT_SHARE * total


def _joined(texts: Iterable[str]) -> Iterable[str]:
    """Yield the texts, lines that a mail program has broken in one: up to a blank one or the end of a sentence."""
    run: list[str] = []
    for text in (*texts, ""):
        run.append(text.strip())
        if not text.strip() or len(text) > WRAPPED or text.rstrip("”\"’') ]").endswith((".", "…", "?", "!")):
            yield " ".join(run).strip()
            run = []


WRAPPED = 100  # characters of the longest line that a mail program breaks off
