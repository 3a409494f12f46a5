"""The body of an article as HTML: its canonical text, character for character, with the annotation laid over it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from generator import days
from generator.ids import anchors
from generator.publish import permalinks
from generator.publish.edition import KIND_NAMES, Edition
from generator.publish.markup import address, escape, named, printed
from generator.publish.strength import as_likely, is_likely
from generator.records import AnnotatedArticle, Mention, Quote, Report, Sentence, Span, TimeExpression

GAP = Markup('<span class="ed-gap" title="left out on this site"> […] </span>')
SPAN_END = Markup("</span>")
AGAIN = Markup('<span class="ed-s">')
MACHINE_READABLE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d)?", re.ASCII)  # what `datetime` may hold
SENTENCE, REPORT, QUOTE, NAME, TIME = range(5)  # from the outermost element to the innermost


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as it goes on the page."""

    anchor: str
    html: Markup
    quotes: tuple[Quote, ...]
    """The quotes that begin in it, for the notes beside it."""


@dataclass(frozen=True, slots=True)
class _Layer:
    """One stretch of annotation: where it is, how deep it nests, the tags around it."""

    span: Span
    depth: int
    start: Markup
    end: Markup
    again: Markup
    """The opening tag of a second piece, where an outer element had to be closed in between: without its id."""
    cut: Markup
    """The closing tag of a piece that is not the last."""


def paragraphs(edition: Edition, found: AnnotatedArticle, page: str) -> list[Paragraph]:
    """Return the paragraphs of an article for its page at address `page`.

    In the mode `excerpt` only sentences that something on the site leans on are there, in `quotes` only quotes; a
    mark stands for each gap.
    """
    text = found.article.text
    layers = sorted(_layers(edition, found, page), key=lambda layer: (layer.span.start, layer.depth))
    ids = anchors("p", [span.of(text) for span in found.article.paragraphs])
    visible = shown(edition, found)
    made, at = [], 0
    begun: set[int] = set()
    quoted = sorted(found.quotes, key=lambda quote: quote.content.start)
    starts = [quote.content.start for quote in quoted]
    for anchor, span in zip(ids, found.article.paragraphs, strict=True):
        while at < len(layers) and layers[at].span.end <= span.start:
            at += 1
        own = [layer for layer in _starting(layers, at, span.end) if layer.span.overlaps(span)]
        html = _paragraph(text, span, own, visible, begun)
        quotes = tuple(quoted[bisect_left(starts, span.start) : bisect_left(starts, span.end)])
        made.append(Paragraph(anchor, html, quotes))
    return made


def _starting(layers: Sequence[_Layer], at: int, end: int) -> Iterator[_Layer]:
    while at < len(layers) and layers[at].span.start < end:
        yield layers[at]
        at += 1


def shown(edition: Edition, found: AnnotatedArticle) -> list[Span] | None:
    """Return the stretches of the text that the site may show; None for all of it."""
    mode = edition.settings.publish
    if mode == "full":
        return None
    quotes = [quote.content for quote in found.quotes if quote.kind != "term"]
    if mode == "quotes":
        return sorted(quotes)
    used = [*quotes, *edition.leaned_on.get(found.article.id, ())]
    sentences = [sentence.span for sentence in found.sentences if any(sentence.span.overlaps(span) for span in used)]
    return _within_limits(edition, found, sentences)


def _within_limits(edition: Edition, found: AnnotatedArticle, sentences: Sequence[Span]) -> list[Span]:
    """Return the sentences that an excerpt may show: those that most articles share first, up to its share and run."""
    text, settings = found.article.text, edition.settings
    weights = edition.shared_by.get(found.article.id, {})
    words = {span: len(span.of(text).split()) for span in sentences}
    left = found.article.words * settings.excerpt_share // 100
    order = [sentence.span for sentence in found.sentences]
    places = {span: place for place, span in enumerate(order)}
    taken: set[int] = set()
    ranked = sorted(
        sentences, key=lambda span: (-max((n for own, n in weights.items() if own.overlaps(span)), default=0), span)
    )
    for span in ranked:
        place = places[span]
        low, high = place, place
        while low - 1 in taken:
            low -= 1
        while high + 1 in taken:
            high += 1
        run = sum(words[order[at]] for at in range(low, high + 1))
        if words[span] <= left and run <= settings.excerpt_run:
            taken.add(place)
            left -= words[span]
    return [order[place] for place in sorted(taken)]


def _paragraph(text: str, span: Span, layers: Sequence[_Layer], visible: list[Span] | None, begun: set[int]) -> Markup:
    """Sweep once over the edges of all layers: close what ends there, reopen what had to close, open what begins."""
    bounds = [layer.span for layer in layers] + (visible or [])
    cuts = {edge for bound in bounds for edge in (bound.start, bound.end) if span.start < edge < span.end}
    edges = sorted({span.start, span.end} | cuts)
    weave = _Weave(begun)
    coming = 0
    active: list[_Layer] = []
    for start, end in pairwise(edges):
        active = [layer for layer in active if layer.span.end > start]
        while coming < len(layers) and layers[coming].span.start <= start:
            active.append(layers[coming])
            coming += 1
        active.sort(key=lambda layer: layer.depth)
        if _hidden(Span(start, end), visible):
            weave.leave_out(text[start:end])
        else:
            weave.add(start, active, text[start:end])
    return weave.finished(span.end)


def _hidden(here: Span, visible: list[Span] | None) -> bool:
    if visible is None:
        return False
    place = bisect_right(visible, here.start, key=lambda stretch: stretch.start) - 1
    return place < 0 or not visible[place].covers(here)


class _Weave:
    """The growing HTML of one paragraph and the elements that stand open at its end."""

    def __init__(self, begun: set[int]) -> None:
        self.out: list[Markup] = []
        self.open: list[_Layer] = []
        self.begun = begun  # of the whole article: a layer's id stands once, even where it crosses a paragraph
        self.gap = False

    def add(self, at: int, active: Sequence[_Layer], words: str) -> None:
        if self.gap:
            self._close_down_to(0, at)
            self.out.append(GAP)
            self.gap = False
        same = 0
        while same < min(len(self.open), len(active)) and self.open[same] is active[same]:
            same += 1
        self._close_down_to(same, at)
        for layer in active[same:]:
            self.out.append(layer.again if id(layer) in self.begun else layer.start)
            self.begun.add(id(layer))
            self.open.append(layer)
        self.out.append(printed(words))

    def leave_out(self, words: str) -> None:
        self.gap = self.gap or bool(words.strip())

    def finished(self, at: int) -> Markup:
        self._close_down_to(0, at)
        if self.gap:
            self.out.append(GAP)
        return Markup("").join(self.out)

    def _close_down_to(self, keep: int, at: int) -> None:
        while len(self.open) > keep:
            layer = self.open.pop()
            self.out.append(layer.end if layer.span.end <= at else layer.cut)


def _layers(edition: Edition, found: AnnotatedArticle, page: str) -> Iterator[_Layer]:
    for sentence in found.sentences:
        yield _sentence(sentence)
    for report in found.reports:
        if report.is_told:
            yield from _report(edition, report)
    for quote in found.quotes:
        yield _quote(edition, quote, page)
    taken: list[Span] = []  # in order, none over another one
    for mention in found.mentions:
        if mention.person in edition.people and not _is_taken(taken, mention.span):
            insort(taken, mention.span)
            yield _name(edition, mention, page)
    for expression in found.time_expressions:
        dated = (expression.value or "")[:1].isdigit()  # not a length ("P5Y") and not "now" (PRESENT_REF)
        if dated and not _is_taken(taken, expression.span):
            yield _time(expression)


def _is_taken(taken: Sequence[Span], span: Span) -> bool:
    place = bisect_left(taken, span)
    return any(span.overlaps(other) for other in taken[max(0, place - 1) : place + 1])


def _sentence(sentence: Sentence) -> _Layer:
    link = Markup('<a class="ed-slink" href="#{0}" aria-label="Link to this sentence"></a></span>')
    start = Markup('<span class="ed-s" id="{0}">').format(address(sentence.anchor))
    return _Layer(sentence.span, SENTENCE, start, link.format(address(sentence.anchor)), AGAIN, SPAN_END)


def _report(edition: Edition, report: Report) -> Iterator[_Layer]:
    """Yield the stretches of a report: a thin line, and whose words they are on pointing at them."""
    who = edition.reported_of(report)
    colour = edition.colour.get(report.speaker, 0) if report.speaker else 0
    opened = Markup('<span class="ed-rep sp-{0}" title="reported: {1} ({2})"').format(
        colour, escape(who), report.cue_class
    )
    start, again = opened + Markup(' data-r="{0}">').format(address(report.id)), opened + Markup(">")
    for span in report.content:
        yield _Layer(span, REPORT, start, SPAN_END, again, SPAN_END)
        start = again


def _quote(edition: Edition, quote: Quote, page: str) -> _Layer:
    anchor = address(permalinks.quote_anchor(quote.id))
    if quote.kind == "term":
        start = Markup('<span class="ed-term" id="{0}">').format(anchor)
        return _Layer(quote.content, QUOTE, start, SPAN_END, Markup('<span class="ed-term">'), SPAN_END)
    who = as_likely(edition.label[quote.speaker], is_likely(quote)) if quote.speaker in edition.label else ""
    colour = edition.colour.get(quote.speaker, 0) if quote.speaker else 0
    whole = edition.speaker_name(quote)
    statements = edition.statements_of.get(quote.id, ())
    to = edition.statement_address(statements[0]) if statements else permalinks.short("q", quote.id)
    kind = "ed-q ed-i" if quote.kind == "indirect" else "ed-q"
    start = Markup('<span class="{0} sp-{1}" id="{2}">').format(kind, colour, anchor)
    label = Markup(
        '<a class="ed-who" href="{0}" data-q="{1}" data-who="{2}" aria-label="{3}: {4}, all wordings"></a></span>'
    ).format(
        address(permalinks.relative(page, to)),
        address(quote.id),
        escape(named(who or "?")),
        escape(KIND_NAMES[quote.kind].capitalize()),
        escape(named(whole)),
    )
    again = Markup('<span class="{0} sp-{1}">').format(kind, colour)
    return _Layer(quote.content, QUOTE, start, label, again, SPAN_END)


def _name(edition: Edition, mention: Mention, page: str) -> _Layer:
    assert mention.person is not None
    to = permalinks.relative(page, permalinks.person(mention.person))
    start = Markup('<a class="ed-name" href="{0}">').format(address(to))
    if mention.meant:  # shown by the style sheet, so that the text stays the article's own
        meant = Markup('</a><span class="ed-meant" title="set by an editor" data-meant="{0}"></span>')
        return _Layer(
            mention.span, NAME, start, meant.format(escape(named(f"[{mention.meant}]"))), start, Markup("</a>")
        )
    return _Layer(mention.span, NAME, start, Markup("</a>"), start, Markup("</a>"))


def _time(expression: TimeExpression) -> _Layer:
    value = expression.value or ""
    words = days.in_words(value, expression.end)
    day = days.weekday(value)
    title = f"{day}, {words}" if day else words
    if not MACHINE_READABLE.fullmatch(value):  # a season is told in the title alone: HTML has no element for it
        start = Markup('<span class="ed-t" title="{0}">').format(escape(title))
        return _Layer(expression.span, TIME, start, SPAN_END, start, SPAN_END)
    start = Markup('<time class="ed-t" datetime="{0}" title="{1}">').format(address(value), escape(title))
    return _Layer(expression.span, TIME, start, Markup("</time>"), start, Markup("</time>"))
