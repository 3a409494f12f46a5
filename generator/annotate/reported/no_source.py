"""Whether what grammar has for the source of a report is likely none: a reporting clause in, yes or no out.

The parser hangs a joined verb on the main one where it goes on from a clause between, and loses a subject that much
is told of. Then two may have said it, and neither is named.
"""

from __future__ import annotations

from generator.annotate.main_verbs import FINITE
from generator.annotate.reported.cues import listed
from generator.annotate.reported.ground import Ground
from generator.annotate.reported.still_said import tense_of
from generator.annotate.reporting_clauses import ReportingClause, attributing_noun, can_speak
from generator.annotate.titles import is_person_noun

RELATIVE = frozenset({"that", "which"})
CLAUSES = frozenset({"advcl", "relcl", "ccomp", "acl"})
BETWEEN = frozenset({"ADV", "AUX", "PART", "PUNCT"})


def is_likely_no_source(clause: ReportingClause, ground: Ground) -> bool:
    """Return whether somebody else than the source may have said it, or the source is no voice."""
    return (
        _may_be_of_clause_between(clause, ground)
        or _may_be_of_inner_subject(clause, ground)
        or _is_a_thing(clause, ground)
        or _is_found_no_further(clause, ground)
    )


def _is_found_no_further(clause: ReportingClause, ground: Ground) -> bool:
    """Return whether it is a "which" behind a comma that says it: "dockers, above all in Havn, which complained"."""
    words = clause.source.of(ground.text).split() if clause.source is not None else []
    return len(words) > 1 and words[-1] == "which" and words[-2].endswith(",")


def _may_be_of_clause_between(clause: ReportingClause, ground: Ground) -> bool:
    """Return whether a joined verb is told in another tense than the one that it was hung on.

    "The two have been at odds since the mayor left the board and said it was corrupt", "Lind has lost the help of the
    Guild and Dawn, which paid for much, announced that it would stop".
    """
    tokens, cue = ground.tokens, clause.cue_index
    head = tokens[cue].head
    if not clause.borrowed or tokens[cue].dep != "conj" or not clause.head < head < cue:
        return False
    own = tense_of(cue, ground)
    if own == tense_of(head, ground) or own not in ("VBD", "now"):
        return False
    if not _is_joined_right_before(cue, ground):
        return True
    return any(
        tokens[at].tag in FINITE
        and ground.tree.outside(at)
        and tokens[at].dep in CLAUSES
        and tense_of(at, ground) == own
        and bool(ground.tree.subjects(at))
        for at in range(head + 1, cue)
    )


def _may_be_of_inner_subject(clause: ReportingClause, ground: Ground) -> bool:
    """Return whether no comma parts a participle from what is said: "Lind said thieves came by telling all to go".

    Whoever sends a letter saying that says so all the same.
    """
    tokens, cue = ground.tokens, clause.cue_index
    if not clause.borrowed or tokens[cue].tag != "VBG" or clause.head > cue:
        return False
    if tokens[cue - 1].text in (",", "—", "–", "--") or not ground.tree.outside(cue - 1):
        return False
    above = tokens[tokens[cue].head]
    if tokens[cue].dep == "acl" and tokens[cue].head != clause.head:
        return can_speak(above) or is_person_noun(above.lemma.lower())
    main = tokens[clause.head].head
    between = (at for at in range(main + 1, cue) if tokens[at].tag in FINITE and tokens[at].dep == "ccomp")
    return any(ground.tree.outside(at) and bool(ground.tree.subjects(at)) for at in between)


def _is_joined_right_before(cue: int, ground: Ground) -> bool:
    """Return whether an "and" stands before a verb, with nothing but adverbs between: "and on Monday said" has more."""
    at = cue - 1
    while at > 0 and ground.tokens[at].pos in BETWEEN and ground.tokens[at].tag != "CC":
        at -= 1
    return ground.tokens[at].tag == "CC" or ground.tokens[at].entity in ("DATE", "TIME")


def _is_a_thing(clause: ReportingClause, ground: Ground) -> bool:
    """Return whether "that says" tells of a thing that neither speaks nor is said: "the file has a page that says"."""
    tokens, head = ground.tokens, ground.tokens[clause.head]
    if not any(tokens[at].text.lower() in RELATIVE for at in ground.tree.subjects(clause.cue_index)):
        return False
    thing = head.pos == "NOUN" and head.text.islower() and not can_speak(head) and not attributing_noun(head)
    return thing and head.lemma.lower() not in listed("figures")
