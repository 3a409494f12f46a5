"""Speech or a term? A marked stretch and its attribution in, its kind out."""

from __future__ import annotations

import re

from generator.annotate.scene import Attribution, Scene
from generator.records import QuoteKind

# Rules that tie the quoted words themselves to a reporting word, as the others do not.
OWN = frozenset(
    {"signature", "label", "clause_after", "according_to", "lead_in", "governing_clause", "attributing_words"}
)
_WORD = re.compile(r"\w+")
_SMALL = frozenset(
    {"a", "an", "the", "of", "and", "with", "to", "in", "for", "is", "on", "my", "at", "by", "or", "from", "as", "vs"}
)
_NAMED = re.compile(
    r"\b(?:called|titled|entitled|dubbed|nicknamed|named|known as|so-called|label+ed|the term|the word|the phrase"
    r"|the hashtag|headlined|subtitled|captioned)\s*,?\s*$",
    re.I,
)
SHORT = 5


def kind_of(index: int, scene: Scene, found: Attribution | None) -> QuoteKind:
    """Return "direct" for a clause of speech, "fragment" for some quoted words, "term" for words that nobody said."""
    inner = scene.inner(index)
    count = len(_WORD.findall(inner))
    own = found is not None and found.rule in OWN
    strong = found is not None and found.rule in ("signature", "label", "clause_after", "according_to")
    if count == 0:
        return "term"
    if not strong and _is_title(inner, count):
        return "term"
    if not strong and not own and (_is_nickname(index, scene) or _is_named(index, scene)) and count < SHORT:
        return "term"
    if not own and count < SHORT and not (scene.is_speech(index) and found is not None):
        return "term"
    if scene.marked[index].single and any(not stretch.single for stretch in scene.marked) and not strong:
        return "term"
    return "direct" if scene.is_speech(index) else "fragment"


def _is_title(inner: str, count: int) -> bool:
    """Return whether every longer word is capitalised and no sentence ends: "Meet the Press"."""
    if inner[-1:] in "!?" or (inner[-1:] == "." and count > 3):
        return False
    tokens = _WORD.findall(inner)
    return (
        all(token[:1].isupper() or token.isdigit() or token.lower() in _SMALL or len(token) < 3 for token in tokens)
        and (count > 1 or inner[:1].isupper())
        and inner[:1].isupper()
    )


def _is_nickname(index: int, scene: Scene) -> bool:
    """Dwayne “The Rock” Johnson."""
    outer = scene.marked[index].outer
    before, after = scene.text[max(0, outer.start - 20) : outer.start], scene.text[outer.end : outer.end + 3]
    return bool(re.search(r"\b[A-Z][\w.]*\s$", before) and re.match(r"\s[A-Z]", after))


def _is_named(index: int, scene: Scene) -> bool:
    outer = scene.marked[index].outer
    return bool(_NAMED.search(scene.text[max(0, outer.start - 20) : outer.start]))
