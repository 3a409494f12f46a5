"""The full name that an article gives a thing before it calls it "the county" or "the department".

In: a word of an article and its grammar. Out: the name, or None where there is none, or more than one.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.collate.timeline.mentions.grammar import NAMES, Grammar

_NOUNS = frozenset(["NN", "NNS"])
_SUBJECTS = frozenset(["nsubj", "nsubjpass"])
_ROLES = _SUBJECTS | {"dobj", "pobj"}


def is_named_again(at: int, text: str, grammar: Grammar) -> bool:
    """Return whether a word is a subject that its article has told of before, a bare noun behind "the": "the pair"."""
    words = grammar.words
    beside = [child for child in grammar.hanging[at] if words[child].dep != "punct"]
    alone = len(beside) == 1 and words[beside[0]].dep == "det" and words[beside[0]].lemma.lower() == "the"
    if words[at].tag not in _NOUNS or words[at].quoted or not alone or words[at].dep not in _SUBJECTS:
        return False
    printed = text[words[at].start : words[at].end].lower()
    return any(
        words[other].tag in _NOUNS and text[words[other].start : words[other].end].lower() == printed
        for other in range(at)
    )


def own_name_of(at: int, text: str, grammar: Grammar) -> str | None:
    """Return the full name of what "the" and a bare noun mean: of "the county" behind "Lind County" that.

    Only where the article names one thing alone so before: behind "Lind County" and "Holm County" it is open which.
    `text`: that of the article.
    """
    words = grammar.words
    word = words[at]
    beside = [child for child in grammar.hanging[at] if words[child].dep not in ("punct", "prep")]
    article = [child for child in beside if words[child].dep == "det" and words[child].lemma.lower() == "the"]
    small = text[word.start : word.start + 1].islower()  # not "the Saints", which the tagger takes for saints
    if word.tag not in _NOUNS or word.quoted or not small or not article or beside != article or word.dep not in _ROLES:
        return None
    if any(words[child].dep == "prep" for child in grammar.hanging[at]):
        return None  # "the department of health"
    printed = text[word.start : word.end].lower()
    names = set(_names_with(printed, at, text, grammar))
    if "" in names:
        return None
    # Of "the Lind County Board" and "County Board" the longer one is the full name.
    full = {name for name in names if not any(name != other and other.endswith(name) for other in names)}
    return full.pop() if len(full) == 1 else None


def _names_with(noun: str, before: int, text: str, grammar: Grammar) -> Iterator[str]:
    """Yield the names before a word that end in a noun, or begin with it: "Lind County", "Ministry of Ports".

    "" for one that is cut out of a longer one, or may be: "County Clerk Ann Ito", "the Ports and Ferries Board".
    """
    words = grammar.words
    for at in range(before):
        word = words[at]
        if word.tag not in NAMES or text[word.start : word.end].lower() != noun:
            continue
        first = at
        while first and words[first - 1].tag in NAMES and words[first].start - words[first - 1].end == 1:
            first -= 1
        joined = _joined_to(first, text, grammar)
        first = first if joined is None else joined
        if first < 0 or (at + 1 < len(words) and words[at + 1].tag in NAMES):
            yield ""
        elif first < at:
            yield " ".join(text[words[first].start : word.end].split())
        elif at + 2 < len(words) and text[words[at + 1].start : words[at + 1].end] == "of":
            last = at + 2
            while last + 1 < len(words) and words[last + 1].tag in NAMES and words[last + 1].head != last:
                last += 1
            if words[last].tag in NAMES:
                yield " ".join(text[word.start : words[last].end].split())


def _joined_to(first: int, text: str, grammar: Grammar) -> int | None:
    """Return the word that begins the whole of a name of which "and" joins two parts: "the | Ports and Ferries Board".

    -1 where what stands before may be a name of its own: "Holm and the Lind County"; None where nothing is joined.
    """
    words = grammar.words
    if first == 0 or text[words[first - 1].start : words[first - 1].end] not in ("and", "&"):
        return None
    begins = first - 1
    while begins and words[begins - 1].tag in NAMES:
        begins -= 1
    led = begins < first - 1 and begins and words[begins - 1].lemma.lower() == "the"
    return begins if led else -1
