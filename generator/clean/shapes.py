"""What a line looks like: a paragraph, a headline, a section's name, an entry of a list."""

from __future__ import annotations

import re
from functools import cache

from generator.clean.lines import Block
from generator.clean.wordlists import folded
from generator.wordlists import words

BODY_WORDS = 8  # a paragraph of the body, for finding where it begins and ends, has so many words and ends a sentence
TITLE_WORDS = (3, 28)
OPENING_MARKS, CLOSING_MARKS = "\"'“‘«", "\"'”’»"


def is_paragraph(block: Block) -> bool:
    """Return whether a block reads like a paragraph of running text."""
    return (block.words >= BODY_WORDS and block.ends_sentence) or block.words > 40


@cache
def section_words() -> frozenset[str]:
    """Return the words of sections' names; countries and peoples name sections too."""
    places = words("place_names.txt", "place") | words("place_names.txt", "people")
    parts = {part for name in places for part in name.casefold().split()}
    return folded("section_names") | (parts - _JOINTS)


_JOINTS = frozenset("and of the new san são saint santo st el la las los de rio cape addis islands".split())  # noqa: SIM905


def is_label(block: Block) -> bool:
    """Return whether a line names a section: "World", "POLITICS", "Top Story"."""
    tokens = block.tokens
    return 0 < len(tokens) <= 4 and not block.ends_sentence and section_words().issuperset(tokens)


# A list's entry, a number, a name with an age ("Ann Example, 52"), a speaker's label in a transcript.
_ITEM = re.compile(
    r"^\s*(?:[-–—•*·▪►●■◆>]|\(?\d{1,3}[.):]|\(?[a-z][.)])\s*\S|^\d{1,3}$|^[^\W\d_].*,\s\d{1,3}$|^[A-Z][\w. ]{0,30}:\s"
)


def is_item(block: Block) -> bool:
    """Return whether a line is an entry of a list or a turn in a conversation."""
    return _ITEM.match(block.text) is not None


def is_item_mark(block: Block) -> bool:
    """Return whether a line begins with the mark or the number of a list's entry."""
    return _MARKED.match(block.text) is not None


_MARKED = re.compile(r"\s*(?:[-–—•*·▪►●■◆>⦁]|\(?\d{1,3}[.):]|\(?[a-z][.)])\s*\S")


# "... in the U.S.", "... in Example, Ga.": no full stop
_ABBREVIATED = re.compile(r"\b[A-Z]\.[A-Z]\.$|,\s[A-Z][a-z]{1,4}\.$")


def looks_like_headline(block: Block) -> bool:
    """Return whether a line can be a headline: no full stop, or most words with a capital."""
    low, high = TITLE_WORDS
    if not low <= block.words <= high or len(block.text) > 220 or block.text.endswith((":", ",", ";", "--", "—")):
        return False
    if "://" in block.text:
        return False
    if not block.ends_sentence:
        return True
    last = block.text.rstrip("'\"”’")[-1:]
    if block.text[-1] == ".":
        # "THE STATION CLOCK.": old papers set a full stop behind a headline
        old = block.text.isupper() and block.text.count(".") == 1 and block.words <= OLD_HEADLINE
        return block.words <= 20 and (old or titled(block.text, 0.9, 5) or _ABBREVIATED.search(block.text) is not None)
    if last in "?!" and (block.text[-1] == last or block.text[0] not in OPENING_MARKS):
        return block.words <= (16 if titled(block.text, 0.7) else 12)
    return titled(block.text, 0.8, 3) and block.text.count(". ") == 0


OLD_HEADLINE = 8  # words


def titled(text: str, share: float, least: int = 0) -> bool:
    """Return whether of the words of four letters or more, at least so many, such a share has a capital."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", text) if len(word) > 3]
    return len(words) >= least and sum(word[0].isupper() for word in words) >= share * len(words)


def may_be_body(block: Block) -> bool:
    """Return whether a line that stands between or below paragraphs may belong to the story, though it is short."""
    return (
        block.ends_sentence
        or is_item(block)
        or block.text.endswith((":", ",", ";", "—", "–"))
        or block.words > 20
        or (block.text[0] in OPENING_MARKS and block.text[-1] not in CLOSING_MARKS)
        or block.text[0].islower()
        # "(Applause)", "(SOUNDBITE OF A DOOR CREAKING)" in a transcript
        or (block.text[0] in "([" and block.text[-1] in ")]" and block.words <= (8 if block.text.isupper() else 3))
    )
