"""Clauses of a sentence: one sentence can tell several happenings, each with its own verb, people and day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.collate.timeline.lexicon import Form, families, is_finite, named

# A quotation that ends with a comma or a full stop, before "she said": what follows is a clause of its own.
_QUOTE_ENDS = re.compile(r"""[,.?!…]\s?["”’']""")
_BREAKS = frozenset(";:–—")
VERB_WITHIN = 5  # words after "and" in which the verb of a new clause comes: "and Foreign Minister Ann Okoro agreed"


@dataclass(frozen=True, slots=True)
class Clause:
    """Words [first, last) of a sentence, by their index among its words."""

    first: int
    last: int
    opener: str
    """The word that opens it ("after", "who"), lower case; "" for a main clause."""


def clauses_of(words: Sequence[Form], text: str) -> list[Clause]:
    """Return the clauses of one sentence's words in order; together they hold every word."""
    if not words:
        return []
    starts = [0]
    for i in range(1, len(words)):
        if _opens(words, i, text) or (starts == [0] and _ends_lead(words, i, text)):
            starts.append(i)
    ends = [*starts[1:], len(words)]
    return [Clause(first, last, _opener(words[first])) for first, last in zip(starts, ends, strict=True)]


def _opener(word: Form) -> str:
    lower = word.text.lower()
    return lower if lower in named("openers") | named("joiners") else ""


def _opens(words: Sequence[Form], i: int, text: str) -> bool:
    between = text[words[i - 1].end : words[i].start]
    lower = words[i].text.lower()
    if _BREAKS & set(between) or _QUOTE_ENDS.match(between):
        return True
    if lower in named("openers"):
        return words[i - 1].text.lower() not in named("openers")
    comma = "," in between
    if lower in named("joiners"):
        return _verb_follows(words, i + 1) and (comma or lower != "with")
    if comma and _is_attribution(words, i):
        return True
    if comma:
        return (lower.endswith("ing") and len(lower) > 5) or (
            lower in named("subjects") and _verb_follows(words, i + 1)
        )
    # "said Friday | she lost the key": a pronoun with its verb, after a word that cannot govern it
    governed = words[i - 1].text.lower() in named("governing")
    return lower in named("subjects") and not governed and _verb_follows(words, i + 1, 2)


def _is_attribution(words: Sequence[Form], i: int) -> bool:
    """Return whether ", Mayor Ito told a news conference" or ", police said" starts at `i`."""
    for word in words[i + 1 : i + 1 + VERB_WITHIN]:
        if is_finite(word):
            return "say" in families(word.stem)
    return False


def _ends_lead(words: Sequence[Form], i: int, text: str) -> bool:
    """Return whether the comma before `i` ends a leading clause: "After talks with the union, | the mayor said"."""
    return words[0].text.lower() in named("openers") and "," in text[words[i - 1].end : words[i].start]


def _verb_follows(words: Sequence[Form], start: int, within: int = VERB_WITHIN) -> bool:
    return any(is_finite(word) for word in words[start : start + within])
