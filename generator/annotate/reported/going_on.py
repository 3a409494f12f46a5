"""What goes on in the next sentence, where the text says so: "She said that A. And that B"."""

from __future__ import annotations

from generator.annotate.reported.ground import Ground
from generator.records import Span

ALSO = frozenset({"also", "plus"})


def going_on(last: Span, ground: Ground) -> frozenset[int] | None:
    """Return the words of the sentence behind a report's last ones, if it is no more than their next clause."""
    tokens = ground.tokens
    before = next((at for at, token in enumerate(tokens) if token.start < last.end <= token.end), None)
    if before is None:
        return None
    sentence = ground.sentence(before)
    if any(tokens[at].pos != "PUNCT" for at in range(before + 1, sentence.stop)) or sentence.stop + 2 >= len(tokens):
        return None
    following = ground.sentence(sentence.stop)
    first, that = tokens[following.start], following.start + 1
    joined = first.tag == "CC" or first.text.lower() in ALSO
    if not joined or tokens[that].text.lower() != "that" or tokens[that].dep != "mark":
        return None
    top = tokens[that].head
    alone = tokens[top].head == top or tokens[top].head not in following
    return frozenset(range(that, following.stop)) if alone and top in following else None
