"""The clause behind a reporting verb: "said the road was closed", "asked whether it would open"."""

from __future__ import annotations

from generator.annotate.cues import cue_kind
from generator.annotate.reported.bounds import SUBJECTS, is_full_clause, is_other_report, words_of_clause
from generator.annotate.reported.cues import takes_clause
from generator.annotate.reported.ground import Ground
from generator.days import WEEKDAY_NUMBERS


def clause_below(index: int, ground: Ground) -> frozenset[int] | None:
    """The verb has a clause: "said the road was closed", "asked whether it would open"."""
    if not takes_clause(ground.tokens[index]):
        return None
    tops = _clauses_behind(index, ground)
    if not tops or _lacks_its_subject(index, tops[0], ground) or _lacks_a_noun(index, ground):
        return None
    if _is_of_itself(tops[0], ground):
        return None
    words = set[int]()
    for top in tops:
        words |= words_of_clause(top, index, ground)
    words |= _subject_before(tops[0], index, words, ground)
    words -= _day_before(index, words, ground)
    return frozenset(words | _going_on(index, max(words), ground))


def _lacks_its_subject(index: int, top: int, ground: Ground) -> bool:
    """Return whether what the clause is about stands before the verb: "a rival that the firm says is better"."""
    tokens, tree = ground.tokens, ground.tree
    own = any(tokens[kid].dep in SUBJECTS for kid in tree.children[top])
    return not own and tokens[index].dep in ("relcl", "pcomp", "csubj") and not _has_noun_between(index, top, ground)


def _lacks_a_noun(index: int, ground: Ground) -> bool:
    """Return whether a noun right before the clause belongs into what is said: "the people she says the city has"."""
    tokens, tree = ground.tokens, ground.tree
    subject = next(iter(tree.subjects(index)), None)
    if subject is None or subject > index or tokens[subject].tag in ("WP", "WDT"):
        return False
    if tokens[index].dep not in ("relcl", "parataxis"):
        return False
    before = min(ground.below(subject)) - 1
    return before in ground.sentence(index) and tree.outside(before) and tokens[before].pos in ("NOUN", "PROPN")


def _is_of_itself(top: int, ground: Ground) -> bool:
    """Return whether a verb only tells what becomes of its subject: "find themselves surrounded"."""
    subjects = (ground.tokens[kid] for kid in ground.tree.children[top] if ground.tokens[kid].dep in SUBJECTS)
    return any(word.text.lower().endswith(("self", "selves")) for word in subjects)


def _day_before(cue: int, words: set[int], ground: Ground) -> set[int]:
    """Return the day of the saying that the parser took for part of a name: "said Tuesday Lind's words were harsh"."""
    first = min(words)
    day, behind = ground.tokens[first], ground.tokens[first + 1 : first + 2]
    is_day = first == cue + 1 and day.dep == "compound" and day.text.lower() in WEEKDAY_NUMBERS
    return {first} if is_day and behind and behind[0].tag in ("NNP", "NNPS") else set()


def _has_noun_between(index: int, top: int, ground: Ground) -> bool:
    return any(ground.tokens[at].pos in ("NOUN", "PROPN", "PRON") for at in range(index + 1, top))


def _clauses_behind(index: int, ground: Ground) -> list[int]:
    """Return the verbs of the clauses that a verb reports behind it."""
    tokens, tree = ground.tokens, ground.tree
    behind = [child for child in tree.children[index] if child > index]
    tops = [child for child in behind if tokens[child].dep == "ccomp" and is_full_clause(child, ground)]
    if tops:
        return [tops[0], *(top for top in tops[1:] if not _is_of_reporter(top, index, ground))]
    if cue_kind(tokens[index].text) != "speech":
        return []
    tops = [child for child in behind if tokens[child].dep == "xcomp" and _is_gerund_subject(child, ground)]
    if tops:
        return tops
    hung = _hung_on_noun(index, ground)
    return [hung] if hung is not None else []


def _is_of_reporter(top: int, index: int, ground: Ground) -> bool:
    """Return whether the reporter may tell it of the source: "said the board listens and on Friday left early"."""
    tokens, tree = ground.tokens, ground.tree
    own = any(tokens[kid].dep in SUBJECTS or tokens[kid].dep in ("mark", "aux") for kid in tree.children[top])
    return not own and tokens[top].tag == tokens[index].tag == "VBD"


def _hung_on_noun(index: int, ground: Ground) -> int | None:
    """Return the verb of a clause that the parser hung on a noun: "said in a message that the truck was armed"."""
    tokens, tree = ground.tokens, ground.tree
    for child in tree.children[index]:
        if child < index or tokens[child].dep not in ("prep", "npadvmod"):
            continue
        inside = ground.below(child, lambda at: tokens[at].pos in ("VERB", "AUX"))
        for noun in inside - {child}:
            for top in tree.children[noun]:
                marks = (tokens[kid].text.lower() for kid in tree.children[top] if tokens[kid].dep == "mark")
                if top > noun and "that" in marks and is_full_clause(top, ground):
                    return top
    return None


def _is_gerund_subject(child: int, ground: Ground) -> bool:
    """Return whether what looks like a verb is what a clause is about: "said cutting taxes must come first"."""
    tokens, tree = ground.tokens, ground.tree
    if tokens[child].tag != "VBG":
        return False
    return any(is_full_clause(kid, ground) for kid in tree.children[child] if tokens[kid].dep == "ccomp")


def _subject_before(top: int, cue: int, words: set[int], ground: Ground) -> set[int]:
    """Return the nouns between the verb and its clause that the parser took for a time: "said the days are gone"."""
    tokens, tree = ground.tokens, ground.tree
    low = min(words)
    if any(tokens[kid].dep in SUBJECTS for kid in tree.children[top]):
        return set()
    for child in sorted(tree.children[cue]):
        if cue < child < low and tokens[child].dep in ("npadvmod", "dobj", "nmod", "dep"):
            noun = ground.below(child)
            if max(noun) + 1 == low and tokens[max(noun)].text != "," and min(noun) > cue:
                return noun
    return set()


def _going_on(cue: int, last: int, ground: Ground) -> set[int]:
    """Return what goes on with the clause though the parser hung it on the reporting verb.

    "Noted the army returned it and it still works", "said money is needed to test, treat and learn".
    """
    tokens, tree = ground.tokens, ground.tree
    words = set[int]()
    for child in sorted(tree.children[cue]):
        if child < last or not tree.outside(child):
            continue
        if tokens[child].dep == "conj" and _has_other_tense(child, cue, ground):
            words |= ground.below(child, lambda at: is_other_report(at, cue, ground))
    words |= _and_that(cue, last, ground)
    if words:
        words |= set(range(last + 1, min(words)))
    return words


def _and_that(cue: int, last: int, ground: Ground) -> set[int]:
    """Return a second clause that begins with its own "that": "said A, a firm of Lindholm, and that B"."""
    tokens = ground.tokens
    for at in range(last + 2, ground.sentence(cue).stop):
        joined = tokens[at - 1].tag == "CC" and tokens[at].text.lower() == "that" and tokens[at].dep == "mark"
        if joined and ground.tree.outside(at):
            return {word for word in ground.below(tokens[at].head) if word >= at}
    return set()


def _has_other_tense(child: int, cue: int, ground: Ground) -> bool:
    tokens, tree = ground.tokens, ground.tree
    if tokens[cue].tag != "VBD" or cue_kind(tokens[child].text):
        return False
    helped = [tokens[kid].tag for kid in tree.children[child] if tokens[kid].dep in ("aux", "auxpass")]
    tag = helped[0] if helped else tokens[child].tag
    subject = any(tokens[kid].dep in SUBJECTS for kid in tree.children[child])
    return subject and tag in ("VBZ", "VBP", "MD")
