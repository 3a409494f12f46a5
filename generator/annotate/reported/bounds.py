"""How far a clause goes that somebody is reported to have said: its verb and the reporting one in, its words out."""

from __future__ import annotations

from generator.annotate.cues import cue_kind
from generator.annotate.main_verbs import FINITE
from generator.annotate.reported.cues import listed
from generator.annotate.reported.ground import Ground

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
AGAINST = frozenset({"while", "whereas", "although", "though"})  # "said A, while others say B"


def is_full_clause(top: int, ground: Ground) -> bool:
    """Return whether a verb has a subject or a tense of its own, and is no mere "to pay"."""
    tokens, tree = ground.tokens, ground.tree
    if tokens[top].tag in FINITE:
        return True
    kids = [tokens[child] for child in tree.children[top]]
    return any(kid.dep in SUBJECTS for kid in kids) or any(kid.tag in FINITE for kid in kids)


def words_of_clause(top: int, cue: int, ground: Ground) -> set[int]:
    """Return the words of a clause, without what goes on with another report: "said A, adding B"."""
    words = ground.below(top, lambda child: _is_beside(child, top, cue, ground))
    that = next((at for at in sorted(ground.tree.children[top]) if _is_that(at, ground) and cue < at < top), cue + 1)
    return {at for at in words if at >= that}


def _is_that(index: int, ground: Ground) -> bool:
    token = ground.tokens[index]
    return token.dep == "mark" and token.text.lower() == "that"


def _is_beside(child: int, top: int, cue: int, ground: Ground) -> bool:
    return is_other_report(child, cue, ground) or _comments(child, top, ground) or _sums_up(child, ground)


def _comments(child: int, top: int, ground: Ground) -> bool:
    """Return whether a participle behind a comma is the reporter's remark: "said he left, surprising all"."""
    token = ground.tokens[child]
    set_off = ground.tokens[max(0, child - 1)].text in (",", "-", "–", "—", "--")
    return token.tag == "VBG" and token.dep == "advcl" and token.head == top and set_off


def _sums_up(child: int, ground: Ground) -> bool:
    """Return whether a noun behind a comma says what the reporter makes of it: "would fight, a move that alarmed"."""
    tokens, first = ground.tokens, min(ground.below(child))
    # A verb has one object: the second one, behind a comma, the parser hung there for want of a place.
    siblings = ground.tree.children[tokens[child].head] if tokens[child].dep == "dobj" else ()
    beside = tokens[child].dep in ("appos", "npadvmod", "dep") or any(
        tokens[other].dep == "dobj" and other < child for other in siblings
    )
    if tokens[child].lemma.lower() not in listed("sums_up") or not beside:
        return False
    return first > 0 and tokens[first].text.lower() in ("a", "an") and tokens[first - 1].text in (",", "—", "–")


def is_other_report(child: int, cue: int, ground: Ground) -> bool:
    """Return whether another report begins with a word that hangs in a clause: ", adding", "and urged"."""
    tokens, tree = ground.tokens, ground.tree
    token = tokens[child]
    if token.text.lower() == "according":
        return True
    if not tree.outside(child) or cue_kind(token.text) != "speech":
        return False
    if token.dep == "advcl" and token.tag in FINITE:
        marks = {tokens[kid].text.lower() for kid in tree.children[child] if tokens[kid].dep == "mark"}
        return bool(marks & AGAINST) and bool(tree.subjects(child))
    if token.tag == "VBG" and token.dep in ("advcl", "acl", "xcomp", "conj"):
        before = tokens[max(0, child - 1)]
        return before.text in (",", "—", "–") or before.pos in ("CCONJ", "ADV")
    # "Has vowed that the pumps work but acknowledged that": a perfect goes on in the past.
    if token.dep == "conj" and tokens[cue].tag in (token.tag, "VBN") and token.tag in ("VBD", "VBZ"):
        return not tree.subjects(child) and any(tokens[kid].dep in ("ccomp", "xcomp") for kid in tree.children[child])
    return False
