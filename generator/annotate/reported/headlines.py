"""A line that is set as a headline: "Okafor: Dam will hold until spring"."""

from __future__ import annotations

from generator.annotate.main_verbs import FINITE
from generator.annotate.reported.ground import Ground
from generator.records import Span

MOST_WORDS = 25
MOST_NAMES = 6  # words before the colon
LONG = 4  # letters of a word that headlines begin with a capital


def headline(ground: Ground) -> tuple[Span, Span, frozenset[int]] | None:
    """Return source, colon and words of a paragraph that is a name, a colon and a clause, and no sentence."""
    tokens = ground.tokens
    if not 3 < len(tokens) <= MOST_WORDS or (tokens[-1].text[-1:] in ".!?…" and not _is_set_large(ground)):
        return None
    colon = next((at for at, token in enumerate(tokens) if token.text == ":"), 0)
    if not 0 < colon <= MOST_NAMES or any(tokens[at].pos not in ("PROPN", "PUNCT") for at in range(colon)):
        return None
    said = range(colon + 1, len(tokens))
    if not all(map(ground.tree.outside, range(colon))) or not any(tokens[at].tag in FINITE for at in said):
        return None
    source = Span(tokens[0].start, tokens[colon - 1].end)
    return source, Span(tokens[colon].start, tokens[colon].end), frozenset(said)


def _is_set_large(ground: Ground) -> bool:
    """Return whether every longer word has a capital: "Okafor: Dam Will Hold Until Spring."."""
    return all(token.text[0].isupper() for token in ground.tokens if token.text.isalpha() and len(token.text) >= LONG)
