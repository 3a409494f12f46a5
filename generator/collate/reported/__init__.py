"""What is reported of a speaker, put together: reports of one thing, and the statement that quotes it, if one does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from generator.collate.reported.same_thing import CONTENT, ToldWords, quotes_same, same_thing, told_in
from generator.collate.words.tokens import words_of
from generator.groups import Groups
from generator.overrides import NO_RETELLINGS, StatedRetellings
from generator.overrides.statements import OverriddenPlace
from generator.records import AnnotatedArticle, ArticleId, Reading, Report, Retelling, Statement, StatementId

RARE = 8  # weight of a word by which things are looked up; below stand the thousand commonest or so
OWN_WORDS = 3  # that carry something and are no names; a report with fewer around its quotes says no more than they
MOST = 60  # things of one speaker that are looked up by the same word

Pair = tuple[int, int]


def join_reports(
    articles: Sequence[AnnotatedArticle],
    statements: Sequence[Statement],
    stated: StatedRetellings = NO_RETELLINGS,
) -> tuple[Retelling, ...]:
    """Return everything that a known speaker is reported to have said, sorted by id.

    Whether two reports, or a report and a statement, tell the same thing is decided by the two alone. Statements are
    neither changed nor joined by reports.
    """
    texts = {found.article.id: found.article.text for found in articles}
    reports = [
        report
        for found in sorted(articles, key=lambda found: found.article.id)
        for report in found.reports
        if report.is_told and report.speaker is not None
        if report.id in stated.same or not _is_quoted(report, found)
    ]
    told = [told_in(report, texts[report.article_id]) for report in reports]
    quoted = [told for statement in statements for told in _quoted(statement, texts)]
    carried = _carried(told, quoted, _own_statements(reports, statements))
    carried |= _stated(reports, statements, stated)
    groups = Groups(len(told))
    for left, right in _alike(told):
        elsewhere = reports[left].article_id != reports[right].article_id
        # A report does not tell what is quoted because it is like one that does.
        alike = carried.get(left) == carried.get(right) and same_thing(told[left], told[right])
        if elsewhere and alike and not {reports[left].id, reports[right].id} & stated.apart:
            groups.unite(left, right)
    made = [_retelling([reports[n] for n in group], carried.get(group[0]), texts) for group in groups.all()]
    return tuple(sorted(made, key=lambda retelling: retelling.id))


def _is_quoted(report: Report, found: AnnotatedArticle) -> bool:
    """Return whether nearly all of a report's words stand in marks, so that the quotes tell it themselves.

    They do not tell a denial.
    """
    if report.cue_class == "denies":
        return False
    text, inside = found.article.text, {*report.quotes}
    marked = [quote.content for quote in found.quotes if quote.id in inside]
    words = [word for span in report.content for word in words_of(text, span)]
    words = [word for word in words if word.weight >= CONTENT and text[word.span.start].islower()]
    return sum(not any(quote.covers(word.span) for quote in marked) for word in words) < OWN_WORDS and bool(marked)


def _quoted(statement: Statement, texts: dict[ArticleId, str]) -> Iterator[ToldWords]:
    """Yield the wordings of a statement; none where articles differ on who said it."""
    wordings = dict.fromkeys(reading.span.of(texts[reading.article_id]) for reading in statement.readings)
    for speaker in statement.speakers if len(statement.speakers) == 1 else ():
        for words in wordings:
            yield ToldWords.of(words, speaker, "says", name=statement.id)


def _own_statements(reports: Sequence[Report], statements: Sequence[Statement]) -> list[set[str]]:
    """Return for each report the statements that the quotes in its own words are readings of: it quotes these."""
    read: defaultdict[str, set[str]] = defaultdict(set)
    for statement in statements:
        for reading in statement.readings:
            read[reading.quote_id].add(statement.id)
    return [set[str]().union(*(read[quote] for quote in report.quotes)) for report in reports]


def _stated(
    reports: Sequence[Report], statements: Sequence[Statement], stated: StatedRetellings
) -> dict[int, StatementId | None]:
    """Return by report the statement that an editor says it tells, None where they say that it tells none."""
    found: dict[int, StatementId | None] = {n: None for n, each in enumerate(reports) if each.id in stated.apart}
    for number, report in enumerate(reports):
        if not (places := stated.same.get(report.id)):
            continue
        met = [s.id for s in statements for r in s.readings for place in places if _covers(r, place)]
        if met:
            found[number] = met[0]
    return found


def _carried(
    told: Sequence[ToldWords], quoted: Sequence[ToldWords], own: Sequence[set[str]]
) -> dict[int, StatementId | None]:
    """Return by report the statement that quotes the same thing, by the likest wording.

    Words that a report itself quotes may be readings of a statement; elsewhere that is the same thing said at length.
    """
    everything = [*told, *quoted]
    found: dict[int, ToldWords] = {}
    pairs = [(left, right) for left, right in _alike(everything) if left < len(told) <= right]
    by_name: defaultdict[str, list[int]] = defaultdict(list)
    for number, wording in enumerate(quoted, len(told)):
        by_name[wording.name].append(number)
    pairs += [(left, right) for left, names in enumerate(own) for name in sorted(names) for right in by_name[name]]
    for left, right in pairs:
        mine = everything[right]
        same = quotes_same if mine.name in own[left] else same_thing
        if same(everything[left], mine) and (
            left not in found or _likeness(told[left], mine) > _likeness(told[left], found[left])
        ):
            found[left] = mine
    return {number: StatementId(wording.name) for number, wording in found.items()}


def _likeness(report: ToldWords, wording: ToldWords) -> tuple[int, int, str]:
    """Return by what the wording that is likest to a report is chosen."""
    return report.shared(wording), -wording.weight, wording.name


def _alike(things: Sequence[ToldWords]) -> list[Pair]:
    """Return the pairs of one speaker that have a rarer word in common, copies of the same words next to each other."""
    holders: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    copies: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, thing in enumerate(things):
        copies[thing.speaker, thing.cue_class, thing.words, thing.name].append(number)
    pairs = {pair for same in copies.values() for pair in pairwise(same)}
    for same in copies.values():
        for stem, weight in things[same[0]].stems.items():
            held = holders[things[same[0]].speaker, stem]
            if weight >= RARE and len(held) < MOST:
                held.append(same[0])
    pairs |= {(min(pair), max(pair)) for numbers in holders.values() for pair in combinations(numbers, 2)}
    return sorted(pairs)


def _retelling(reports: Sequence[Report], statement: StatementId | None, texts: dict[ArticleId, str]) -> Retelling:
    """Return the reports of one thing, with the statement that quotes it; the longest words stand for it."""
    words = {report.id: _words(report, texts) for report in reports}
    ordered = sorted(reports, key=lambda report: (-len(words[report.id]), report.id))
    first = ordered[0]
    assert first.speaker is not None
    return Retelling(
        first.id,
        first.speaker,
        words[first.id],
        tuple(report.id for report in ordered),
        tuple(dict.fromkeys(report.article_id for report in ordered)),
        first.cue_class,
        statement,
    )


def _covers(reading: Reading, place: OverriddenPlace) -> bool:
    return reading.article_id == place[0] and reading.span.overlaps(place[1])


def _words(report: Report, texts: dict[ArticleId, str]) -> str:
    return " … ".join(span.of(texts[report.article_id]) for span in report.content)
