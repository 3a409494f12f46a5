"""The label of an event: a clause of one of its sources, shortened at most."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.collate.timeline.units import Unit
from generator.collate.timeline.words import is_function_word, words_of
from generator.records import AnnotatedArticle, ArticleId, Span

BEST_LENGTH = 80  # characters: one line on a phone held upright is about half, on a screen one
MAX_LENGTH = 140
_LEADING = re.compile(
    r"(?:but|and|however|meanwhile|so|also|then|that|which|who|when|where|as|while|after|before|with)\b[\s,]*", re.I
)
_PRONOUN_FIRST = re.compile(r"^(?:he|she|they|it|this|that|these|those|i|we|you|his|her|their|its|there)\b", re.I)
_EDGE = " \t,;:–—-\"'“”‘’"


def label_of(group: Sequence[Unit], articles: Mapping[ArticleId, AnnotatedArticle]) -> str:
    """Return the words that tell the event best by themselves, white space folded."""
    choices = [(span, unit) for unit in group for span in _choices(unit, articles[unit.article_id])]
    span, unit = min(choices, key=lambda choice: (-_worth(choice[0], choice[1], articles), choice[1].key, choice[0]))
    return " ".join(span.of(articles[unit.article_id].article.text).split())


def _choices(unit: Unit, found: AnnotatedArticle) -> list[Span]:
    sentence = found.sentences[unit.sentence].span
    return [_trimmed(sentence, found.article.text), _trimmed(unit.span, found.article.text)]


def _trimmed(span: Span, text: str) -> Span:
    """Return the span without a leading connective and without the punctuation at its edges."""
    start, end = span.start, span.end
    while start < end and text[start] in _EDGE:
        start += 1
    if leading := _LEADING.match(text, start, end):
        start = leading.end()
    while start < end and text[end - 1] in _EDGE + ".":
        end -= 1
    return Span(start, max(start, end))


def _worth(span: Span, unit: Unit, articles: Mapping[ArticleId, AnnotatedArticle]) -> float:
    """Return how well the words tell the event by themselves."""
    text = span.of(articles[unit.article_id].article.text)
    words = words_of(text)
    telling = [word for word in words if not is_function_word(word)]
    names = {word.stem for word in telling if word.capital and word.start > 0}
    worth = min(len(names), 4) * 1.0 + min(len(telling), 8) * 0.25
    worth -= max(0, len(text) - BEST_LENGTH) / 20 + (len(text) > MAX_LENGTH) * 3
    worth -= 3 * bool(_PRONOUN_FIRST.match(text)) + 2 * unit.quoted + 3 * (len(words) < 4)
    worth -= 1.5 * any(mark in text for mark in '“”"')
    worth += 1.0 * (unit.time is not None) + 0.5 * (not unit.opener)
    return worth if span.covers(unit.trigger) else worth - 5
