"""Reported speech as records: what the rules found in an article, with ids, kinds of source and what stands in what."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from generator.annotate.reported.confidence import confidence_of
from generator.annotate.reported.find import HEADLINE
from generator.annotate.reported.found import DETAILS, Found
from generator.annotate.sources import Source, names_several, read_source, speaks_beside_another
from generator.ids import word_ids
from generator.records import Article, Decision, Mention, Quote, QuoteId, Report


def reports_of(
    article: Article, found: Sequence[Found], quotes: Sequence[Quote], mentions: Sequence[Mention]
) -> tuple[Report, ...]:
    """Return the reports of an article in the order of its text."""
    text = article.text
    ids = word_ids(article.id, (" ".join(span.of(text) for span in (*each.content, each.cue)) for each in found))
    spoken = [quote for quote in quotes if quote.kind != "term"]
    reports = [_report(each, QuoteId(name), article, spoken, mentions) for each, name in zip(found, ids, strict=True)]
    # A line that begins with a word and a colon is mostly "Update:"; whether it is somebody, the names tell.
    return tuple(_nested([each for each in reports if each.decided_by != HEADLINE or each.source_mention is not None]))


def _report(
    found: Found, name: QuoteId, article: Article, spoken: Sequence[Quote], mentions: Sequence[Mention]
) -> Report:
    report = Report(name, article.id, found.content, found.cue, found.cue_class, found.mood, sure=found.sure)
    first = bisect_left(spoken, report.whole.start, key=lambda quote: quote.content.start)
    behind = bisect_right(spoken, report.whole.end, key=lambda quote: quote.content.start)
    inside = [quote.id for quote in spoken[first:behind] if any(span.covers(quote.content) for span in report.content)]
    report = replace(report, quotes=tuple(inside), decision=Decision(found.rule))
    if found.source is None:
        return report
    source = read_source(article.text, found.source, mentions)
    if source.mention is not None and any(span.overlaps(mentions[source.mention].span) for span in found.content):
        source = Source(source.span, "nominal")  # "According to a poll, Lind leads": nobody says it but the poll
    if source.kind in ("name", "organisation") and (
        names_several(article.text, source.span, mentions) or speaks_beside_another(article.text, source.span, mentions)
    ):
        source = Source(source.span, "nominal")  # two said it, and neither of them alone
    return replace(
        report,
        source=source.span,
        source_kind=source.kind,
        source_mention=source.mention,
        decision=Decision(found.rule, confidence_of(found.rule, source.kind)),
    )


def _nested(reports: Sequence[Report]) -> list[Report]:
    """Return the reports with the one that each stands in: "she said he had promised to pay"."""
    nested, around = list[Report](), list[Report]()
    for report in reports:
        while around and around[-1].whole.end <= report.cue.start:
            around.pop()
        outer = next((each for each in reversed(around) if any(s.covers(report.cue) for s in each.content)), None)
        nested.append(replace(report, within=outer.id) if outer is not None else report)
        if report.mood != "unspoken" or report.decided_by not in DETAILS:
            around.append(report)  # "praised the crew that said": of the praise no words are told
    return nested
