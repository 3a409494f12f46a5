"""A headline that ran into the first sentence below it: "Hinge breaks at lock The lock at Sele was shut ..."."""

from __future__ import annotations

import re

from generator.clean.lines import Block
from generator.clean.page import LineFact, LineVerdict, Page, shown
from generator.wordlists import words as listed

HEADLINE = (4, 14)  # words
LEAST_SAID_AGAIN, SHARE_SAID_AGAIN = 3, 0.6  # of the headline's longer words, in the sentence behind the seam
STEM = 5  # letters by which they are compared
_OPENERS = frozenset(("The", "A", "An", "In", "On", "At", "It", "He", "She", "They", "This", "That", "When", "After"))
_WORD = re.compile(r"\S+")
_STOP = re.compile(r"[.?!;:](?:[”\"’')]*)$")


def part_run_in_headline(page: Page, facts: list[LineFact]) -> None:
    """Cut the headline off the first paragraph of a text that states none, where the seam is sure."""
    left = page.left()
    if page.title is not None or page.form != "scrape" or not left:
        return
    block = page.blocks[left[0]]
    seam = seam_of(block)
    if seam is None or (len(left) > 1 and not page.blocks[left[1]].ends_sentence):
        return
    headline = block.text[:seam].strip()
    facts.append(LineFact("title", headline, f"headline {shown(headline)}, run into the first sentence", 0))
    page.cut(left[0], seam, LineVerdict("headline (kept as title)"))


def seam_of(block: Block) -> int | None:
    """Return where the first sentence begins behind a headline that ran into it; None where that is not sure.

    A clause without a stop is followed by a capital with no reason of its own, and the sentence that begins there says
    again most of what the clause has said. No full sentence does so, nor does a name within a headline.
    """
    words = list(_WORD.finditer(block.text[:600]))
    low, high = HEADLINE
    if len(words) < 2 * low:
        return None
    found = [at for at in range(low, min(high, len(words) - low) + 1) if _is_seam([word.group() for word in words], at)]
    return words[found[0]].start() if len(found) == 1 else None


def _is_seam(words: list[str], at: int) -> bool:
    before, here, after = words[at - 1], words[at], words[at + 1]
    if not here[0].isupper() or not before[0].islower() or not before[-1].isalnum():
        return False
    if before in listed("function_words.txt", "function") or any(_STOP.search(word) for word in words[:at]):
        return False
    if not (after[0].islower() or here in _OPENERS) or not _OPENERS.isdisjoint(words[at + 1 : at + 4]):
        return False
    end = next((k for k in range(at, len(words)) if _STOP.search(words[k])), len(words) - 1)
    headline, sentence = _stems(words[:at]), _stems(words[at : end + 1])
    again = len(headline & sentence)
    twice = _stems([before]) and _stems([before]) == _stems([here])
    return bool(twice) or (again >= LEAST_SAID_AGAIN and again >= SHARE_SAID_AGAIN * len(headline))


def _stems(words: list[str]) -> set[str]:
    plain = (re.sub(r"[\W_]|[’']s\b", "", word).casefold() for word in words)
    return {word[:STEM] for word in plain if len(word) > len("the")}
