"""A relative clause told by itself: which word ties it to its noun, and whether it is true of that noun without it.

"Ito, who sailed on Monday" tells a reader that "Ito sailed on Monday", in the words of its source but one.
"""

from __future__ import annotations

from generator.collate.timeline.lexicon import is_somebody, named
from generator.collate.timeline.mentions.grammar import NAMES, NOUNS, Grammar
from generator.collate.timeline.mentions.modality import is_negated
from generator.records import Span

_PLURALS = frozenset(["NNS", "NNPS"])
_PERSONS = frozenset(["who", "whom"])
_TIES = frozenset(["who", "which", "that"])
_PARTS = ",–—-"  # marks that part a clause from its noun
_WITHIN = frozenset(["acl", "relcl", "pcomp", "ccomp", "advcl"])
STEPS = 4  # nouns around one that a clause may be about instead


def tie_of(verb: int, grammar: Grammar, text: str) -> int | None:
    """Return the word that makes a relative clause of one that is true by itself: "the mayor | who | resigned".

    None where there is none, or where the clause is not told of that noun alone: of "no mayor who resigned", of "a map
    of the harbour that was sold", where it may be the map, of "Ito and Dahl, who resigned".
    """
    words, tie = grammar.words, grammar.own_subject(verb)
    if words[verb].dep != "relcl" or tie is None or words[tie].lemma.lower() not in _TIES or grammar.hanging[tie]:
        return None
    head = words[verb].head
    if not head < tie < verb or not grammar.is_finite(verb) or words[head].tag not in NOUNS - {"CD"}:
        return None
    number = _number(verb, grammar, text)
    if _is_of_none(head, grammar) or not _agrees(head, number, grammar):
        return None
    person = words[tie].lemma.lower() in _PERSONS
    if _is_of_another_kind(head, tie, person, grammar) or _goes_on_with_a_tie(verb, grammar):
        return None
    # "Her friends were with Ann Ito, who ...": a reader takes "who" for the one named just before the comma.
    plain = person and words[head].tag in NAMES and words[tie - 1].dep == "punct" and tie - 2 == head
    plain = plain and not (words[head].dep == "pobj" and _is_where(words[head].head, grammar))
    others = [] if plain else [*_around(head, grammar, person), *_between(head, tie, person, grammar)]
    return None if any(_may_be_of(at, number, grammar, person) for at in others) else tie


def is_of_another(verb: int, grammar: Grammar, text: str) -> bool:
    """Return whether a relative clause hangs on a noun that it cannot be about: "a film of her jokes that was sold"."""
    words, tie = grammar.words, grammar.own_subject(verb)
    tied = words[verb].dep == "relcl" and tie is not None and words[tie].lemma.lower() in _TIES
    return tied and _number(verb, grammar, text) == "singular" and words[words[verb].head].tag in _PLURALS


def cut_with(tie: int, first: int, grammar: Grammar, text: str) -> Span | None:
    """Return what is left out with the tie: the mark before it too, but not one that ends what stands beside the noun.

    "Ito | , who | sailed", "Ito, the mayor, | who | sailed", "Ito | , a painter who | sailed", which would need a mark
    that the source has not. None where a bracket or quotation opens before the tie. `first`: the word at which the
    label begins.
    """
    words = grammar.words
    end = tie + 1
    if end >= len(words) or words[tie].quoted != words[end].quoted:
        return None
    before = tie - 1
    while before > first and text[words[before].start : words[before].end].strip(_PARTS) == "":
        before -= 1
    between = text[words[before].end : words[tie].start]
    if between.strip(" \t\n\u00a0" + _PARTS):
        return None
    opened = "," in text[words[first].start : words[before].end]
    if opened and "," not in between:
        name = _named_with(words[words[tie].head].head, grammar)
        comma = text.find(",", words[name].end, words[tie].start) if name is not None else -1
        return Span(comma, words[tie].end) if comma >= 0 else None
    start = words[before].end + (between.index(",") + 1 if opened else 0)
    return Span(start, words[tie].end)


def _named_with(noun: int, grammar: Grammar) -> int | None:
    """Return the name behind which a noun stands: of "Ann Ito, a painter" the name."""
    words, name = grammar.words, grammar.words[noun].head
    return name if words[noun].dep == "appos" and name < noun and words[name].tag in NAMES else None


def _is_of_none(noun: int, grammar: Grammar) -> bool:
    """Return whether a noun stands for nobody in particular: "no mayor", "anyone", "any town", "was not the mayor"."""
    words = grammar.words
    if words[noun].lemma.lower() in named("anything") or words[noun].tag in ("PRP", "DT"):
        return True
    before = {words[child].lemma.lower() for child in grammar.hanging[noun] if words[child].dep in ("det", "neg")}
    if before & named("of-none"):
        return True
    clause = grammar.clause_above(noun)
    unnamed = words[noun].tag not in NAMES and not before & named("definite")
    denied = clause is not None and is_negated(grammar, clause)
    return denied and (unnamed or words[noun].dep == "attr")


def _agrees(noun: int, number: str, grammar: Grammar) -> bool:
    """Return whether a clause of a number may be about a noun; about joined ones only where it is of several."""
    words = grammar.words
    joined = any(words[child].dep == "conj" and words[child].tag in NOUNS for child in grammar.hanging[noun])
    last = words[noun].dep == "conj"
    if joined or last:
        return number == ("plural" if joined else "singular") and not (joined and last)
    if number == "singular":
        return words[noun].tag not in _PLURALS
    return number == "" or words[noun].tag in _PLURALS | NAMES


def _is_of_another_kind(noun: int, tie: int, person: bool, grammar: Grammar) -> bool:
    """Return whether the noun can hardly be meant: "the captain, which", "Norland that was sold" without a comma."""
    word = grammar.words[noun]
    parted = grammar.words[tie - 1].dep == "punct"
    return not person and (is_somebody(word.lemma.lower()) if parted else word.tag in NAMES)


def _goes_on_with_a_tie(verb: int, grammar: Grammar) -> bool:
    """Return whether a second clause behind is tied to the noun as well: "who sailed but who did not land"."""
    words = grammar.words
    subjects = (grammar.own_subject(child) for child in grammar.hanging[verb] if words[child].dep == "conj")
    return any(subject is not None and words[subject].tag in ("WDT", "WP") for subject in subjects)


def _between(noun: int, tie: int, person: bool, grammar: Grammar) -> list[int]:
    """Return the nouns nearer to the clause than its own: of "a few captains from ports that sank" the ports.

    A name is none without a comma: "a vote on Norland that was lost"; nor is, where a person is meant, what he is of or
    at: "Ann Ito of Havn, who", "Ann Ito, a painter at the Havn Academy, who".
    """
    words = grammar.words
    parted = words[tie - 1].dep == "punct"
    inside = [at for at in range(noun + 1, tie) if words[at].tag in NOUNS - {"CD"} and words[at].dep == "pobj"]
    names = [at for at in inside if words[at].tag in NAMES]
    where = [at for at in names if person and _is_where(words[at].head, grammar)]
    near = [at for at in names if parted and (person or words[noun].tag in NAMES) and at not in where]
    return [at for at in inside if at not in names or at in near]


def _is_where(preposition: int, grammar: Grammar) -> bool:
    words = grammar.words
    of = words[preposition].lemma.lower() in ("of", "from") and words[words[preposition].head].tag in NAMES
    return of or words[preposition].lemma.lower() in ("at", "in")


def _number(verb: int, grammar: Grammar, text: str) -> str:
    """Return whether a verb is of one or of several, "" where its form is that of both: "resigned", "will"."""
    words = grammar.words
    first = words[next(iter(grammar.auxiliaries(verb)), verb)]
    if first.tag == "VBZ":
        return "singular"
    if first.tag == "VBP":
        return "plural"
    return {"was": "singular", "were": "plural"}.get(text[first.start : first.end].lower(), "")


def _around(noun: int, grammar: Grammar, person: bool) -> list[int]:
    """Return the nouns that a noun is told of in a phrase: of "a map of the harbour" the map.

    "The crew that found Ann Ito, who ...", "the tape showing a bridge, which ...": across a verb only what is nobody is
    looked for, since a reader takes "who" for the person named last.
    """
    words, found = grammar.words, []
    for _ in range(STEPS):
        above = words[noun].head
        if words[noun].dep == "pobj" and words[above].dep in ("prep", "agent"):
            above = words[above].head
        elif words[noun].dep not in ("dobj", "appos", "conj", "pobj"):
            break
        while not person and grammar.is_clause(above) and words[above].dep in _WITHIN and words[above].head != above:
            above = words[above].head
            above = words[above].head if words[above].dep == "prep" else above
        if above == noun or words[above].tag not in NOUNS:
            break
        if words[noun].dep != "appos":  # "her heir, Ann Ito, who sailed": both are one
            found.append(above)
        noun = above
    return found


def _may_be_of(noun: int, number: str, grammar: Grammar, person: bool) -> bool:
    """Return whether a clause may be about a noun further off: one of its kind and of its number."""
    word = grammar.words[noun]
    somebody = word.tag in NAMES or is_somebody(word.lemma.lower())
    return (somebody or not person) and _agrees(noun, number, grammar)
