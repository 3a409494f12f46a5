"""Cards that a page shows beside a name or a word, run into the sentence when the page was copied as text.

"Ann Lee Ann Maria LeeHarbour board split over tolls Bell to stay in museum MORE said on Monday": a site sets the full
name of a person and the headlines about them behind the name. What is left is the sentence.
"""

from __future__ import annotations

import re

from generator.clean.lines import Block

# A word of a button closes the card. In small letters it would be a word of the sentence.
_BUTTON = re.compile(
    r"(?:(?<=[a-z])|\b)(?:(?:READ |SEE |VIEW )?MORE|FULL BIO|(?:Read|See|View|Learn) more|View (?:all|profile))(?!\w)"
)
_LAST_WORDS = ("MORE", "FULL BIO", "ead more", "ee more", "earn more", "View ")
# The full name has mostly lost the space to the first headline: "LeeHarbour", "Lee2020", "Lee'We".
_JOINT = re.compile(r"(?<=[\w.)])(?<![A-Z\d(])(?P<space>\s?)(?=[A-Z\d\"'“‘(]\S)")
_WORD_BEFORE = re.compile(r"[^\W\d_][\w’'-]*$")
_NAME_PART = re.compile(r"(?:[^\W\d_a-z][\w.’'-]*|\([^()]{1,20}\)|[\"“'][A-Z]\w+[\"”']|de|van|von|der|al|bin)$")
_BEGINNINGS = frozenset({"Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Fitz"})  # "McLean" has a joint of its own
_SUFFIX = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"})
LONGEST_CARD, LONGEST_NAME = 900, 9  # characters, words


def cards(text: str) -> list[tuple[int, int]]:
    """Return where cards stand in a paragraph, first to last, the space that parts each from the sentence included."""
    found: list[tuple[int, int]] = []
    at = 0
    for button in _BUTTON.finditer(text):
        start = _card_before(text, at, button.start())
        if start is None:
            continue
        end = button.end()
        if start and text[start - 1] == " " and not (end < len(text) and text[end] == " "):
            start -= 1
        elif end < len(text) and text[end] == " ":
            end += 1
        found.append((start, end))
        at = end
    return found


def _card_before(text: str, low: int, high: int) -> int | None:
    """Return where the card begins that ends at `high`: behind the name that its own first words repeat in full."""
    low = max(low, high - LONGEST_CARD)
    for joint in _JOINT.finditer(text, low, high + 2):
        surname = _WORD_BEFORE.search(text, low, joint.start())
        if surname is None or len(surname.group()) < 2 or surname.group() in _BEGINNINGS:
            continue
        start = _behind_same(text, low, surname.start(), surname.group())
        # With its space a joint is no sign by itself: "Ann Lee Ann Maria Lee Harbour board" has the forename twice.
        if start is not None and (not joint["space"] or _same_forename(text, low, start)):
            return start
    return None


def _same_forename(text: str, low: int, start: int) -> bool:
    before = text[low:start].split()
    return len(before) > 1 and text[start:].split(" ", 1)[0] == before[-2]


def _behind_same(text: str, low: int, at: int, surname: str) -> int | None:
    """Return the place behind an earlier `surname`, when nothing but parts of a name stand between it and `at`."""
    for _ in range(LONGEST_NAME):
        before = text.rfind(" ", low, max(at - 1, low)) + 1 or low
        word = text[before:at].strip()
        bare = re.sub(r"[’']s$", "", word)
        if bare == surname:
            return _after_suffix(text, at)
        if word.startswith(surname) and word[len(surname) :][:1].isupper():
            return before + len(surname)
        if not _NAME_PART.match(word) or before <= low:
            return None
        at = before
    return None


def _after_suffix(text: str, at: int) -> int:
    word = text[at:].split(" ", 1)[0]
    return at + len(word) + 1 if word in _SUFFIX else at


def without_cards(block: Block) -> tuple[Block, list[Block]] | None:
    """Return the block without its cards, and the cards; None when it has none or is nothing but one."""
    found = cards(block.text) if any(word in block.text for word in _LAST_WORDS) else []
    if not found:
        return None
    cut = [part for start, end in found if (part := block.part(start, end)) is not None]
    left = block.without(found)
    return (left, cut) if left is not None else None
