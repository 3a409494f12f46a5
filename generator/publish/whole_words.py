"""Whether what was said stands by itself: a sentence with its verb, no question, of nothing that only went before it.

In: the words of a statement. Out: whether a reader who has read nothing else understands them. What is said in a
quotation is parsed by nobody, so it is asked of its words alone.
"""

from __future__ import annotations

import re

from generator.collate.words.stems import irregular_forms
from generator.collate.words.stops import empty_words

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
LONG_WORD = 4  # letters of a word that names something
# "They worried", "his pier": whom they mean was told before.
_PERSONS = frozenset("he him his she her hers it its they them their theirs".split())  # noqa: SIM905
_POINTING = frozenset(["this", "that", "these", "those"])
_BE = r"(?:['’]s|\s(?:is|was|are|were|has|had|will|would|can|means?|isn['’]t|wasn['’]t))\b"
_POINTS_OUT = re.compile(rf"\b(?:this|that|these|those){_BE}", re.I)
_EXPECTING = re.compile(r"it(?:['’]s|\s(?:is|was|would be|takes|took))\b[^,.]{0,60}?\s(?:to|that|for)\b", re.I)
# With which no sentence begins that is whole and leans on nothing: "To underscore that it is safe", "And so did I".
_HALVES = frozenset("to because which whose whom whether than especially including not nor and but or".split())  # noqa: SIM905
_ANSWERING = frozenset(["yes", "no", "well", "so"])
_TYING = frozenset("if who which because when while where unless".split())  # noqa: SIM905
_HELPING = frozenset(
    """is are was were am be been has have had do does did will would can could may might must should shall cannot
    ain't""".split()  # noqa: SIM905
)
_SHORT = ("'s", "'re", "'ve", "'ll", "'m", "'d", "n't")
_CUT = re.compile(r"\?|…|\.\.\.")  # it asks, or what stood there may have said whom the rest means
_THE_SAME = re.compile(r"\bthe (?:same|latter|former)(?:\W*$|[,.;]|\s(?:from|to|by|in|for)\b)", re.I)
_HERE = re.compile(r"\b(?:here|there)(?:\W*$|[,.;])", re.I)


def stands_by_itself(said: str) -> bool:
    """Return whether words are a whole sentence that asks nothing and leans on nothing said before."""
    said = said.replace("’", "'")
    words = [word.lower() for word in _WORD.findall(said)]
    if not words or words[0] in _HALVES or _CUT.search(said) or _HERE.search(said) or _THE_SAME.search(said):
        return False
    return not _leans(said, words) and _has_its_verb(words)


def _leans(said: str, words: list[str]) -> bool:
    """Return whether words begin with whom or what only the words before tell: "They had nothing to fear"."""
    if words[0] in _ANSWERING and words[1:2] and words[1] in _PERSONS | _POINTING:
        return True
    pointing = {found.start() for found in _POINTS_OUT.finditer(said)}
    named, awaited = False, 0
    for found in _WORD.finditer(said):
        word = found[0].lower()
        if word.partition("'")[0] in _PERSONS and not named:
            expecting = _EXPECTING.match(said, found.start())
            if expecting is None and found.start() >= awaited:
                return True
            awaited = max(awaited, expecting.end() if expecting else 0)
            continue
        if found.start() in pointing and not named:
            return True
        name = found[0][0].isupper() and found.start() > 0 and word not in _PERSONS
        if found.start() < awaited:
            continue  # "It is important to ...": names nothing
        named = named or name or (len(word) >= LONG_WORD and word not in empty_words() | _POINTING)
    return False


def _has_its_verb(words: list[str]) -> bool:
    """Return whether the first verb with a tense hangs on no word that ties it, as in "Shame on us, who forgot"."""
    for at, word in enumerate(words):
        if at and word in _TYING:
            return False
        tensed = word in irregular_forms() and not word.endswith("ing")
        if word in _HELPING or word.endswith(_SHORT) or tensed:
            return True
        if at and word.endswith("ed"):
            return True
    # "I want a pier", "We need help". A plural noun looks as a verb does: of the rest nothing can be told.
    return any(word in ("i", "we", "you") for word in words[:-1])
