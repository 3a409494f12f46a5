"""Whose words a sentence gives: "in the words of the mayor", "in her own words"."""

from __future__ import annotations

from generator.annotate.reported.ground import Ground
from generator.annotate.reporting_clauses import possessor
from generator.records import Span

STOPS = (",", "—", "–", "-", "--", "(", ")")
OWN = frozenset({"my", "our", "your", "its"})


def in_words(index: int, ground: Ground) -> tuple[Span, Span, frozenset[int]] | None:
    """Return cue, source and content of "in her words", whose content is the rest of its sentence."""
    tokens, tree, sentence = ground.tokens, ground.tree, ground.sentence(index)
    first = tokens[index].head
    if tokens[first].text.lower() != "in" or not sentence.start <= first < index:
        return None
    whose = _whose(index, ground)
    if whose is None or tokens[whose].text.lower() in OWN or not tree.outside(whose):
        return None
    source, last = tree.phrase(whose), max(index, whose)
    if owned := next((at for at in tree.children[whose] if tokens[at].dep == "case"), None):
        source = Span(source.start, min(source.end, tokens[owned].start))
    while last + 1 < sentence.stop and tokens[last + 1].start < source.end:
        last += 1
    start, end = tokens[first].start, max(tokens[last].end, source.end)
    leading = ground.text[start : source.start].rstrip() if source.end == end else ""  # "in the words of" Jan Lind
    cue = Span(start, start + len(leading) if leading else end)
    behind = range(last + 1, sentence.stop)
    if behind and tokens[behind.start].text in STOPS:
        behind = range(behind.start + 1, sentence.stop)
    elif first != sentence.start and any(tokens[at].pos != "PUNCT" for at in behind):
        return None  # "She told it in her own words to the court": no aside
    return cue, source, frozenset([*range(sentence.start, first), *behind])


def _whose(index: int, ground: Ground) -> int | None:
    """Return the head of the name: "in the words of Jan Lind", "in Okafor's words"."""
    for of in ground.tree.children[index]:
        if of == index + 1 and ground.tokens[of].text.lower() == "of":
            return ground.child(of, frozenset({"pobj"}))
    return possessor(ground.tree, index)
