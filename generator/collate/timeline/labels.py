"""The label of an event: a clause of one of its sources, shortened at most."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from textwrap import shorten

from generator.collate.timeline.lexicon import Word, is_finite, is_function_word, named, words_of
from generator.collate.timeline.mentions.clauses import Clause, clauses_of
from generator.collate.timeline.mentions.event_mention import SAYING, Unit
from generator.collate.timeline.mentions.times import DATE_TYPES, plain_value
from generator.records import AnnotatedArticle, ArticleId, Span

# Characters: up to BEST a label costs nothing, beyond LONGEST it is hardly ever the best one.
BEST = 100
LONGEST = 160
MOST = 12  # mentions whose words are tried, the dated ones first
SHORTEST = 60  # a long clause may be cut before a preposition, but not shorter than this
_EDGE = " \t\n\u00a0,;:–—-\"'“”‘’.…"
_QUOTES = ("“”", '""')


def label_of(group: Sequence[Unit], day: str, articles: Mapping[ArticleId, AnnotatedArticle]) -> str:
    """Return the words that tell the event best by themselves, white space folded. `day`: its date, ISO 8601."""
    # Where the sources give several days, the label must not tell another than the entry.
    agreeing = [unit for unit in group if unit.time is None or plain_value(unit.time)[0] == day] or list(group)
    best = sorted(
        agreeing, key=lambda unit: (unit.time is None, unit.quoted, unit.anaphoric, -len(unit.people), unit.key)
    )
    choices = [(span, unit) for unit in best[:MOST] for span in _choices(unit, articles[unit.article_id])]
    if not choices:  # no clause of any of them holds its event word whole: the sentence stands for it
        unit = best[0]
        sentence = articles[unit.article_id].sentences[unit.sentence].span.of(articles[unit.article_id].article.text)
        return shorten(" ".join(sentence.split()), LONGEST, placeholder=" …")
    span, unit = min(choices, key=lambda choice: (-_worth(choice[0], choice[1], articles), choice[1].key, choice[0]))
    return " ".join(span.of(articles[unit.article_id].article.text).split())


def _choices(unit: Unit, found: AnnotatedArticle) -> Iterator[Span]:
    """Yield the stretches around the event word that could stand alone: from a clause's start to a clause's end."""
    text, sentence = found.article.text, found.sentences[unit.sentence].span
    inside = sentence.of(text)
    words = words_of(inside)
    clauses = clauses_of(words, inside)
    own = next((c for c in clauses if sentence.start + words[c.first].start == unit.span.start), clauses[0])
    starts = {clauses[0].first, own.first} | (
        {_noun_start(words, own.first, unit, sentence)} if not unit.finite else set()
    )
    for start in sorted(starts):
        head = inside.rfind(" ", 0, words[start].start + 1) + 1  # "G-20" is two words, and starts with "G"
        for last in _ends(words, clauses, start):
            span = Span(sentence.start + head, sentence.start + words[last].end)
            trimmed = _trimmed(span, unit, text)
            if trimmed.covers(unit.trigger):
                yield trimmed


def _ends(words: Sequence[Word], clauses: Sequence[Clause], start: int) -> Iterator[int]:
    """Yield the last words at which a label may end: of each clause, and before a preposition of a long one."""
    for clause in clauses:
        yield clause.last - 1
        for i in range(max(clause.first, start) + 1, clause.last):
            length = words[i - 1].end - words[start].start
            if SHORTEST < length < LONGEST and words[i].text.lower() in named("adjuncts"):
                yield i - 1


def _noun_start(words: Sequence[Word], first: int, unit: Unit, sentence: Span) -> int:
    """Return where the noun phrase of the event word starts: "the shooting down of a balloon"."""
    at = next(i for i, word in enumerate(words) if sentence.start + word.end >= unit.trigger.end)
    while at > first and not (is_function_word(words[at - 1]) and words[at - 1].text.lower() not in named("articles")):
        if is_finite(words[at - 1]):
            break
        at -= 1
    return at


def _trimmed(span: Span, unit: Unit, text: str) -> Span:
    """Return the span without a connective or the event's own time at its head, and without marks at its edges."""
    start, end = _stripped(span.start, span.end, text), span.end
    while True:
        words = words_of(text[start : start + 40])
        if words and words[0].start == 0 and words[0].text.lower() in named("connectives"):
            start = _stripped(start + words[0].end, end, text)
        elif unit.time and unit.time.span.start - start in range(len("on the ")) and text[unit.time.span.end] == ",":
            start = _stripped(unit.time.span.end, end, text)
        else:
            break
    while start < end and text[end - 1] in _EDGE and not _closes(text[start:end]):
        end -= 1
    return Span(start, max(start, end))


def _stripped(start: int, end: int, text: str) -> int:
    while start < end and text[start] in _EDGE:
        start += 1
    return start


def _closes(text: str) -> bool:
    """Return whether the last mark closes a quotation that opens inside the text."""
    return (text[-1] == "”" and "“" in text) or (text[-1] == '"' and text.count('"') % 2 == 0)


def _worth(span: Span, unit: Unit, articles: Mapping[ArticleId, AnnotatedArticle]) -> float:
    """Return how well the words tell the event by themselves; the weights are a matter of taste, tried on the seeds."""
    text = span.of(articles[unit.article_id].article.text)
    words = words_of(text)
    if not words:
        return -99.0
    telling = [word for word in words if not is_function_word(word)]
    # A capital at the head is a name's only when another follows: "Mr Ito" against "Speaking later".
    named_first = len(words) > 1 and words[1].capital
    names = [word for word in telling if word.capital and (word.start or named_first)]
    # Names beside the event count, those of "..., Mayor Ito said" hardly.
    own = {word.stem for word in names if span.start + word.start < unit.span.end}
    worth = min(len(own), 4) + 0.3 * min(len({word.stem for word in names} - own), 4) + min(len(telling), 10) * 0.25
    worth += 2.5 * (unit.time is not None) + 1.0 * any(is_finite(word) for word in words)
    # "and stole watches" leaves out who did.
    worth -= 2.5 * is_finite(words[0])
    worth -= 2.5 * _other_times(span, unit, articles[unit.article_id])
    worth -= max(0, len(text) - BEST) / 20 + 3 * (len(text) > LONGEST)
    worth -= 3 * (words[0].text.lower() in named("pronouns")) + 2 * unit.quoted + 3 * (len(words) < 4)
    worth -= 1.5 * any(mark in text for pair in _QUOTES for mark in pair) + 8 * (not _balanced(text))
    worth -= 1.5 * (len(clauses_of(words, text)) - 1) + 2 * unit.anaphoric
    worth -= 1.5 * (not unit.finite and span.start == unit.trigger.start and not words[0].capital)
    worth -= 2 * (is_function_word(words[-1]) and words[-1].text.lower() not in named("weekdays"))
    worth -= 2 * (words[-1].text.lower() in named("hours") | named("longer"))
    return worth - 4 * _says_nothing(unit, span)


def _other_times(span: Span, unit: Unit, found: AnnotatedArticle) -> int:
    """Return how many dates of other happenings the words hold."""
    first = bisect_left(found.time_expressions, span.start, key=lambda time: time.span.start)
    last = bisect_left(found.time_expressions, span.end, key=lambda time: time.span.start)
    return sum(time.type in DATE_TYPES and time != unit.time for time in found.time_expressions[first:last])


def _balanced(text: str) -> bool:
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0


def _says_nothing(unit: Unit, span: Span) -> bool:
    """Return whether the words of a saying stop before what was said."""
    last = max(unit.trigger.end, unit.time.span.end if unit.time else 0)
    return unit.families == (SAYING,) and span.end - last < LONGEST // 10
