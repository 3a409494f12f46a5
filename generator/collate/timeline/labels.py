"""The label of an event: a clause of one of its sources, shortened at most."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from textwrap import shorten

from generator.collate.timeline.lexicon import Form, forms_of, is_finite, is_function_word, named
from generator.collate.timeline.mentions.clauses import Clause, clauses_of
from generator.collate.timeline.mentions.event_mention import SAYING, EventMention
from generator.collate.timeline.mentions.times import DATE_TYPES, plain_value
from generator.records import AnnotatedArticle, ArticleId, Span

# Characters: up to BEST a label costs nothing, beyond LONGEST it is hardly ever the best one.
BEST = 100
LONGEST = 160
MOST = 12  # mentions whose words are tried, the dated ones first
SHORTEST = 60  # a long clause may be cut before a preposition, but not shorter than this
_EDGE = " \t\n\u00a0,;:–—-\"'“”‘’.…"
_QUOTES = ("“”", '""')


def label_of(group: Sequence[EventMention], day: str, articles: Mapping[ArticleId, AnnotatedArticle]) -> str:
    """Return the words that tell the event best by themselves, white space folded. `day`: its date, ISO 8601."""
    # Where the sources give several days, the label must not tell another than the entry.
    agreeing = [mention for mention in group if mention.time is None or plain_value(mention.time)[0] == day] or list(
        group
    )
    best = sorted(
        agreeing,
        key=lambda mention: (
            mention.time is None,
            mention.quoted,
            mention.anaphoric,
            -len(mention.people),
            mention.key,
        ),
    )
    choices = [(span, mention) for mention in best[:MOST] for span in _choices(mention, articles[mention.article_id])]
    if not choices:  # no clause of any of them holds its event word whole: the sentence stands for it
        mention = best[0]
        sentence = (
            articles[mention.article_id].sentences[mention.sentence].span.of(articles[mention.article_id].article.text)
        )
        return shorten(" ".join(sentence.split()), LONGEST, placeholder=" …")
    span, mention = min(choices, key=lambda choice: (-_worth(choice[0], choice[1], articles), choice[1].key, choice[0]))
    return " ".join(span.of(articles[mention.article_id].article.text).split())


def _choices(mention: EventMention, found: AnnotatedArticle) -> Iterator[Span]:
    """Yield the stretches around the event word that could stand alone: from a clause's start to a clause's end."""
    text, sentence = found.article.text, found.sentences[mention.sentence].span
    inside = sentence.of(text)
    words = forms_of(inside)
    clauses = clauses_of(words, inside)
    own = next((c for c in clauses if sentence.start + words[c.first].start == mention.span.start), clauses[0])
    starts = {clauses[0].first, own.first} | (
        {_noun_start(words, own.first, mention, sentence)} if not mention.finite else set()
    )
    for start in sorted(starts):
        head = inside.rfind(" ", 0, words[start].start + 1) + 1  # "F-16" is two words, and starts with "F"
        for last in _ends(words, clauses, start):
            span = Span(sentence.start + head, sentence.start + words[last].end)
            trimmed = _trimmed(span, mention, text)
            if trimmed.covers(mention.trigger):
                yield trimmed


def _ends(words: Sequence[Form], clauses: Sequence[Clause], start: int) -> Iterator[int]:
    """Yield the last words at which a label may end: of each clause, and before a preposition of a long one."""
    for clause in clauses:
        yield clause.last - 1
        for i in range(max(clause.first, start) + 1, clause.last):
            length = words[i - 1].end - words[start].start
            if SHORTEST < length < LONGEST and words[i].text.lower() in named("adjuncts"):
                yield i - 1


def _noun_start(words: Sequence[Form], first: int, mention: EventMention, sentence: Span) -> int:
    """Return where the noun phrase of the event word starts: "the closing of the old harbour"."""
    at = next(i for i, word in enumerate(words) if sentence.start + word.end >= mention.trigger.end)
    while at > first and not (is_function_word(words[at - 1]) and words[at - 1].text.lower() not in named("articles")):
        if is_finite(words[at - 1]):
            break
        at -= 1
    return at


def _trimmed(span: Span, mention: EventMention, text: str) -> Span:
    """Return the span without a connective or the event's own time at its head, and without marks at its edges."""
    start, end = _stripped(span.start, span.end, text), span.end
    while True:
        words = forms_of(text[start : start + 40])
        if words and words[0].start == 0 and words[0].text.lower() in named("connectives"):
            start = _stripped(start + words[0].end, end, text)
        elif (
            mention.time
            and mention.time.span.start - start in range(len("on the "))
            and text[mention.time.span.end] == ","
        ):
            start = _stripped(mention.time.span.end, end, text)
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


def _worth(span: Span, mention: EventMention, articles: Mapping[ArticleId, AnnotatedArticle]) -> float:
    """Return how well the words tell the event by themselves; the weights are a matter of taste, tried on the seeds."""
    text = span.of(articles[mention.article_id].article.text)
    words = forms_of(text)
    if not words:
        return -99.0
    telling = [word for word in words if not is_function_word(word)]
    # A capital at the head is a name's only when another follows: "Mr Ito" against "Speaking later".
    named_first = len(words) > 1 and words[1].capital
    names = [word for word in telling if word.capital and (word.start or named_first)]
    # Names beside the event count, those of "..., Mayor Ito said" hardly.
    own = {word.stem for word in names if span.start + word.start < mention.span.end}
    worth = min(len(own), 4) + 0.3 * min(len({word.stem for word in names} - own), 4) + min(len(telling), 10) * 0.25
    worth += 2.5 * (mention.time is not None) + 1.0 * any(is_finite(word) for word in words)
    # "and stole watches" leaves out who did.
    worth -= 2.5 * is_finite(words[0])
    worth -= 2.5 * _other_times(span, mention, articles[mention.article_id])
    worth -= max(0, len(text) - BEST) / 20 + 3 * (len(text) > LONGEST)
    worth -= 3 * (words[0].text.lower() in named("pronouns")) + 2 * mention.quoted + 3 * (len(words) < 4)
    worth -= 1.5 * any(mark in text for pair in _QUOTES for mark in pair) + 8 * (not _balanced(text))
    worth -= 1.5 * (len(clauses_of(words, text)) - 1) + 2 * mention.anaphoric
    worth -= 1.5 * (not mention.finite and span.start == mention.trigger.start and not words[0].capital)
    worth -= 2 * (is_function_word(words[-1]) and words[-1].text.lower() not in named("weekdays"))
    worth -= 2 * (words[-1].text.lower() in named("hours") | named("longer"))
    return worth - 4 * _says_nothing(mention, span)


def _other_times(span: Span, mention: EventMention, found: AnnotatedArticle) -> int:
    """Return how many dates of other happenings the words hold."""
    first = bisect_left(found.time_expressions, span.start, key=lambda time: time.span.start)
    last = bisect_left(found.time_expressions, span.end, key=lambda time: time.span.start)
    return sum(time.type in DATE_TYPES and time != mention.time for time in found.time_expressions[first:last])


def _balanced(text: str) -> bool:
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0


def _says_nothing(mention: EventMention, span: Span) -> bool:
    """Return whether the words of a saying stop before what was said."""
    last = max(mention.trigger.end, mention.time.span.end if mention.time else 0)
    return mention.families == (SAYING,) and span.end - last < LONGEST // 10
