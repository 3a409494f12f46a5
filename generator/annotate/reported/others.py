"""Reports without a reporting verb: "according to the police", "the claim that the road was closed"."""

from __future__ import annotations

from generator.annotate.main_verbs import FINITE
from generator.annotate.reported.bounds import SUBJECTS
from generator.annotate.reported.cues import listed
from generator.annotate.reported.ground import Ground
from generator.annotate.reporting_clauses import can_speak, possessor
from generator.records import Span

Words = frozenset[int]
RELATIVE = ("WDT", "WP", "WP$", "WRB")
OWNERS = frozenset({"dobj", "attr"})


def according(index: int, ground: Ground) -> tuple[Span, Span, Words] | None:
    """Return cue, source and content of "according to", whose content is the rest of its sentence."""
    tokens, tree = ground.tokens, ground.tree
    to = index + 1
    if to >= len(tokens) or tokens[to].text.lower() != "to":
        return None
    whom = next(
        (c for c in sorted({*tree.children[to], *tree.children[index]}) if c > to and tokens[c].dep == "pobj"), None
    )
    if whom is None or not tree.outside(whom):
        return None
    sentence = ground.sentence(index)
    source = _with_others(whom, ground)
    end = whom + 1
    while end < sentence.stop and tokens[end].start < source.end:
        end += 1
    if index == sentence.start or tokens[index - 1].text.lower() in ("but", "and"):
        if (named := next((at for at in range(to + 1, end) if tokens[at].text == ","), 0)) > to + 1:
            # "According to this count, 45 people left": the parser took the subject for the source's head
            source, end = Span(tokens[to + 1].start, tokens[named - 1].end), named
        # "According to the police, who came late, the driver fled": up to the comma before the sentence's own words.
        inside = ground.below(index)
        while end < sentence.stop and tokens[end].text != ",":
            end += 1
        last = max(inside)
        rest = [at for at in range(end, min(last + 1, sentence.stop)) if tokens[at].text == ","]
        start = rest[-1] + 1 if len(rest) > 1 and last + 1 < sentence.stop else end + 1
        start = _behind_apposition(start, sentence, ground)
        if rest and start < sentence.stop and tokens[start].tag in FINITE:
            start = rest[0] + 1  # "According to Lind, Okoro, a sailor, wanted it": a verb needs its subject
        return Span(tokens[index].start, tokens[to].end), source, frozenset(range(start, sentence.stop))
    inside = ground.below(index)
    end = max(end, max(inside) + 1)
    clause = _own_clause(index, end, ground)
    if clause is not None:
        return Span(tokens[index].start, tokens[to].end), source, clause - frozenset(inside)
    stops = [at for at in range(sentence.start, index) if tokens[at].text == ";" and tree.outside(at)]
    before = range(stops[-1] + 1 if stops else sentence.start, index)
    after = range(end + 1, sentence.stop)
    goes_on = end < sentence.stop and tokens[end].text in (",", "—", "–") and len(after) > 1
    whole, told = (any(tokens[at].tag in FINITE for at in part) for part in (before, after))
    if goes_on and whole and not told and tokens[end + 1].text.lower() in ("a", "an", "the"):
        goes_on = False  # "It sank, according to Dawn, a charity of the coast": what the source is
    words = [*before, *(after if goes_on else ())]
    return Span(tokens[index].start, tokens[to].end), source, frozenset(words)


def _with_others(noun: int, ground: Ground) -> Span:
    """Return a source with whom it is joined to: "the demand by Okoro and Lind", "according to the police and Lind"."""
    tokens, span = ground.tokens, ground.tree.phrase(noun)
    joined = [kid for kid in ground.tree.children[noun] if kid > noun and tokens[kid].dep == "conj"]
    near = [kid for kid in joined if tokens[kid].pos in ("NOUN", "PROPN") and ground.tree.outside(kid)]
    return Span(span.start, max([span.end, *(ground.tree.phrase(kid).end for kid in near)]))


def _behind_apposition(start: int, sentence: range, ground: Ground) -> int:
    """Return where the words begin behind what the source is: "According to Dawn, the largest charity, it sank"."""
    tokens, tree = ground.tokens, ground.tree
    close = next((at for at in range(start, sentence.stop) if tokens[at].text == "," and tree.outside(at)), 0)
    told = range(start, close)
    if not told or close + 1 >= sentence.stop or tokens[start].text.lower() not in ("a", "an", "the"):
        return start
    if any(not tree.outside(at) for at in told) or not _only_describes(told, ground):
        return start
    return close + 1


def _only_describes(told: range, ground: Ground) -> bool:
    """Return whether words between commas are a noun with its clause, if any: "a guild that watches the coast"."""
    tokens = ground.tokens
    which = next((at for at in told if tokens[at].tag in RELATIVE), told.stop)
    return not any(tokens[at].tag in FINITE or tokens[at].dep in SUBJECTS for at in range(told.start, which))


def _own_clause(index: int, end: int, ground: Ground) -> Words | None:
    """Return the clause that "according to" hangs on, where that is no more than a part of its sentence."""
    tokens = ground.tokens
    head = tokens[index].head
    within = end < ground.sentence(index).stop and tokens[end].text == ","
    if tokens[head].dep == "relcl":
        clause = ground.below(head)
        leads = {at for at in clause if at < index and tokens[at].pos != "PUNCT"}
        # "the count, in which, according to a poll, Lind won": what only leads to the clause is none of it
        only_leads = all(tokens[at].pos == "ADP" or tokens[at].tag in RELATIVE for at in leads)
        opens = tokens[min(clause)]
        if opens.tag in RELATIVE or opens.pos == "ADP":
            return frozenset(clause - leads if only_leads else clause)
        return None  # "It is the first time all three rose, according to Lind": no part of its own
    if within and tokens[head].dep in ("advcl", "conj"):
        clause = ground.below(head)
        return frozenset(clause if any(tokens[at].tag in FINITE for at in clause) else ())
    return None


def noun_clause(index: int, ground: Ground) -> tuple[Span | None, Words] | None:
    """Return source and content of a noun with its clause: "the mayor's claim that", "a promise to pay"."""
    tokens, tree = ground.tokens, ground.tree
    noun = tokens[index].text.lower()
    if noun == "order" and tokens[index - 1].text.lower() == "in":
        return None
    for child in tree.children[index]:
        if child < index or tokens[child].dep not in ("acl", "relcl", "ccomp") or not tree.outside(child):
            continue
        marks = {tokens[kid].text.lower(): tokens[kid].dep for kid in tree.children[child] if kid < child}
        that = marks.get("that") == "mark" and noun in listed("noun_clause")
        to = "to" in marks and tokens[child].tag == "VB" and noun in listed("noun_to")
        if not (that or to):
            continue
        words = frozenset(at for at in ground.below(child) if at > index)
        return _owner(index, ground), words
    return None


def _owner(index: int, ground: Ground) -> Span | None:
    """Return whose claim it is: "the mayor's claim", "the mayor made a promise"."""
    tree, tokens = ground.tree, ground.tokens
    owner = possessor(tree, index)
    if owner is None and (who := tree.subjects(index)) and tokens[index].tag == "NNS":
        owner = who[0] if who[0] < index else None  # "Okoro claims that", whose verb the parser took for a noun
    if owner is not None:
        return _with_others(owner, ground)
    if tokens[index].dep in OWNERS:
        head = tokens[index].head
        subject = next((found for found in tree.subjects(head) if tree.outside(found)), None)
        if (
            subject is not None
            and can_speak(tokens[subject])
            and tokens[subject].text.lower() != "all"
            and (tokens[head].lemma.lower() in listed("gives") or tokens[index].dep == "attr")
            and not any(tokens[c].dep == "auxpass" for c in tree.children[head])
        ):
            return tree.phrase(subject)
    return None
