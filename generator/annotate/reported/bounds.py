"""The words of a clause that somebody may be reported to have said: its verb and the reporting one in, its words."""

from __future__ import annotations

from generator.annotate.cues import cue_kind
from generator.annotate.main_verbs import FINITE
from generator.annotate.reported.ground import Ground

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
TERMS = frozenset({"if", "unless", "because"})


def is_full_clause(top: int, ground: Ground) -> bool:
    """Return whether a verb has a subject or a tense of its own, and is no mere "to pay"."""
    tokens, tree = ground.tokens, ground.tree
    if tokens[top].tag in FINITE:
        return True
    kids = [tokens[child] for child in tree.children[top]]
    if any(kid.tag in FINITE for kid in kids):
        return True
    if any(_is_that(child, ground) for child in tree.children[top]):
        return any(kid.dep in SUBJECTS for kid in kids)
    # "Found him guilty", "expects him to win" tell what somebody did or thinks; a participle may be a mistaken past.
    done = tokens[top].pos in ("VERB", "AUX") and not any(kid.tag == "TO" for kid in kids)
    return done and any(kid.dep in SUBJECTS for kid in kids)


def words_of_clause(top: int, cue: int, ground: Ground) -> set[int]:
    """Return the words of a clause; where in them the reporter goes on is judged when all are together."""
    words = below(top, ground)
    that = next((at for at in sorted(ground.tree.children[top]) if _is_that(at, ground) and cue < at < top), cue + 1)
    return {at for at in words if at >= that}


def below(top: int, ground: Ground) -> set[int]:
    """Return a word and all below it but for who is said to have said it: "according to"."""
    return ground.below(top, lambda at: ground.tokens[at].text.lower() == "according")


def _is_that(index: int, ground: Ground) -> bool:
    token = ground.tokens[index]
    return token.dep == "mark" and token.text.lower() == "that"


def and_that(cue: int, last: int, ground: Ground) -> set[int]:
    """Return a second clause that begins with its own "that": "said A, a firm of Lindholm, and that B"."""
    tokens = ground.tokens
    for at in range(last + 1, ground.sentence(cue).stop):
        helped = any(tokens[kid].tag in FINITE for kid in ground.tree.children[at])
        speaks = cue_kind(tokens[at].text) == "speech" and (helped or tokens[at].tag in {*FINITE, "VBG"})
        if speaks and ground.tree.outside(at):
            break  # "called it a ruin, and said A, and that B"
        joined = (
            at > last + 1
            and tokens[at - 1].tag == "CC"
            and tokens[at].text.lower() == "that"
            and tokens[at].dep == "mark"
        )
        if joined and ground.tree.outside(at):
            return {word for word in ground.below(tokens[at].head) if word >= at}
    return set()


def on_which_terms(cue: int, last: int, ground: Ground) -> set[int]:
    """Return the terms right behind a clause, hung on the reporting verb: "said he would come, if the board paid"."""
    for child in ground.tree.children[cue]:
        if child > last and ground.tokens[child].dep == "advcl" and ground.tree.outside(child):
            words = ground.below(child)
            first = min(words)
            if last < first <= last + 2 and ground.tokens[first].text.lower() in TERMS:
                return words | set(range(last + 1, first))
    return set()


def list_of_ings(last: int, ground: Ground) -> set[int]:
    """Return the rest of a list of what will be done or was: ", moving the pupils and selling the land"."""
    tokens, sentence = ground.tokens, ground.sentence(last)
    first = last + 2
    if first not in sentence or tokens[last + 1].text != "," or not _is_ing_of_list(first, ground):
        return set()
    if cue_kind(tokens[first].text) == "speech":
        return set()  # "called for closing the port, saying that"
    joined = [
        at
        for at in range(first + 1, sentence.stop)
        if tokens[at - 1].tag == "CC" and tokens[at].dep == "conj" and _is_ing_of_list(at, ground)
    ]
    end = max(ground.below(first) | ground.below(joined[0])) if joined else last
    return set(range(last + 1, end + 1)) if all(map(ground.tree.outside, (first, *joined[:1]))) else set()


def _is_ing_of_list(at: int, ground: Ground) -> bool:
    token = ground.tokens[at]
    return token.tag == "VBG" and token.pos in ("VERB", "AUX") and not ground.tree.subjects(at)
