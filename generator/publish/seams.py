"""Where a text without a stated title runs from that into its first sentence: "Ferry sinks off Havn A ferry has"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.annotate.cues import cue_kind

SHORTEST, LONGEST = 3, 13  # words of a title before the seam
FEWEST_BEHIND = 4  # words of what begins there
LOOKED_AT = 8  # words behind the seam that tell whether the text goes on in capitals, as headlines may
SMALL = 0.4  # of their longer words that begin with a small letter
LONG_WORD = 4
_WORD = re.compile(r"\S+")
_PLAIN = re.compile(r"[^\W\d_]+")
# What begins a sentence and never stands in the middle of one with a capital, but for names: "The Hague".
_BEGINS = frozenset(
    """a an the in on at after when as it he she this these there according up more for with while his her
    its""".split()  # noqa: SIM905
)
# After these a capital is no seam: "of The Hague", "and Ferries".
_LEADS_ON = frozenset(
    """a an the this that these those his her its their our my of in on at by to for from with into over under after
    before since until during against between about near and or but nor as than if when while where who whom whose
    which is are was were be been has have had will would can could may might must should not no""".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Cases:
    """How often each word stands in articles with a small letter, and how often with a capital."""

    small: Mapping[str, int]
    capital: Mapping[str, int]

    def is_common(self, word: str) -> bool:
        """Return whether a word is no name: it has a capital only where something begins."""
        return 0 < self.small.get(word, 0) >= self.capital.get(word, 0)


def cases_of(texts: Iterable[str]) -> Cases:
    """Return how the words of texts are written."""
    small, capital = Counter[str](), Counter[str]()
    for text in texts:
        for word in _PLAIN.findall(text):
            (small if word.islower() else capital)[word.lower()] += 1
    return Cases(small, capital)


def seam(text: str, cases: Cases) -> int | None:
    """Return where in a text its first sentence begins behind a title that no mark closes; None where it has none.

    There a word that is no name has a capital, behind one that leads on to nothing. "Crews of Harbour Line" and "told
    reporters The Tide had won" go on.
    """
    words = [*_WORD.finditer(text)]
    for at in range(SHORTEST, min(LONGEST + 1, len(words) - FEWEST_BEHIND + 1)):
        before, word = words[at - 1].group(), words[at].group()
        behind = [each.group() for each in words[at + 1 : at + 1 + LOOKED_AT]]
        if before[-1] in ".!?":
            return None
        told = any(cue_kind(each.group()) for each in words[at - 2 : at])
        if not told and _begins(word, before, behind[0], cases) and _is_prose(behind):
            return words[at].start()
    return None


def _begins(word: str, before: str, behind: str, cases: Cases) -> bool:
    plain = word.lower()
    if not word[0].isupper() or before.lower() in _LEADS_ON or not before[-1].isalnum():
        return False
    if plain in _BEGINS:
        return word == "A" or word[1:].islower()
    # "to Miss Games": a title in capitals tells nothing of where it ends; "former Secretary of State" has no end.
    goes_on = before[0].isupper() or not behind.islower() or behind == "of"
    return not goes_on and word.isalpha() and word[1:].islower() and cases.is_common(plain)


def _is_prose(words: Sequence[str]) -> bool:
    longer = [word for word in words if len(word) >= LONG_WORD and word[0].isalpha()]
    return bool(longer) and sum(word[0].islower() for word in longer) >= SMALL * len(longer)
