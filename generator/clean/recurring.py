"""Lines that stand in many articles of one folder although the articles tell different stories: site furniture."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

from generator.clean.lines import Block
from generator.groups import Groups
from generator.wordlists import lines as listed

LEAST = 3  # independent texts that carry the line
EDGE = 6  # lines from the head or the foot in which a sentence may be furniture
SLOGAN_WORDS = 12  # of a slogan that is set as a sentence
SAME_TEXT = 0.4  # of the shorter text's characters in common: two copies of one story, whose lines recur rightly


def recurring_lines(pages: Sequence[Sequence[Block]]) -> frozenset[str]:
    """Return the keys of lines that recur in at least three texts which are not copies of one another.

    One story carried by thirty outlets shares its paragraphs too, so texts that share much are counted as one. A line
    is compared with its first bearer only: linear in the number of lines.
    """
    lines = [{block.key: len(block.key) for block in blocks if block.key} for blocks in pages]
    bearers: defaultdict[str, list[int]] = defaultdict(list)
    for i, keys in enumerate(lines):
        for key in keys:
            bearers[key].append(i)
    outer = [_may_be_furniture(blocks) for blocks in pages]
    shared: Counter[tuple[int, int]] = Counter()
    for key, members in bearers.items():
        for other in members[1:]:
            shared[members[0], other] += len(key)
    texts = Groups(len(pages))
    for (a, b), amount in sorted(shared.items()):
        if amount >= SAME_TEXT * min(sum(lines[a].values()), sum(lines[b].values())):
            texts.unite(a, b)
    return frozenset(
        key
        for key, members in bearers.items()
        if len(members) >= LEAST and len({texts.root(i) for i in members if key in outer[i]}) >= LEAST
    )


def _may_be_furniture(blocks: Sequence[Block]) -> set[str]:
    """Return the lines of a page that end no sentence, and the sentences near its head and foot.

    A sentence in the middle of a story, which others have too, is one that all of them took from the same source.
    """
    last = len(blocks) - EDGE
    return {block.key for i, block in enumerate(blocks) if not block.ends_sentence or i < EDGE or i >= last}


# Marks that may stand around what somebody said. A single one stands at the edge of a word, or it is an apostrophe.
_QUOTED = re.compile(r"[“”\"«»„‹›「」]|(?<!\w)['‘‚’](?=\w)|(?<=[\w.,!?])['’](?!\w)")
_GOES_ON = re.compile(r"[:;,–—-]$")


def is_told(block: Block) -> bool:
    """Return whether a line may be running text: a sentence, the beginning of one, or somebody's words."""
    return block.ends_sentence or _GOES_ON.search(block.text) is not None or _QUOTED.search(block.text) is not None


def is_slogan(block: Block) -> bool:
    """Return whether a line set as a sentence is none, since nothing in it is done: "Kept alive by the people."

    It begins with a participle and what that hangs on, and no other word of it can be a verb.
    """
    first, *rest = block.tokens or ("",)
    return (
        len(rest) < SLOGAN_WORDS
        and "," not in block.text
        and _QUOTED.search(block.text) is None
        and (first.endswith("ed") or first in _participles())
        and not _HANGS_ON.isdisjoint(rest[:2])
        and not any(_may_be_verb(word) for word in rest)
    )


_HANGS_ON = frozenset(("by", "since", "in", "for", "from", "at", "with"))


def _may_be_verb(word: str) -> bool:
    return word.endswith(("ed", "n't")) or word in _verbs() or word.removesuffix("s") in _verbs()


@cache
def _verbs() -> frozenset[str]:
    modal = ("can", "could", "may", "might", "must", "shall", "should", "will", "would")
    return frozenset(form for line in listed("irregular_verbs.txt") for form in line.split()).union(modal)


@cache
def _participles() -> frozenset[str]:
    return frozenset(form for line in listed("irregular_verbs.txt") for form in line.split()[1:])
