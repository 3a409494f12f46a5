"""On which day something happened, where two articles or more say so themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from generator.collate.comparison.matters import Matter
from generator.collate.comparison.sentences import Corpus, feature_of
from generator.collate.words.tokens import words_of
from generator.records import AnnotatedArticle, ArticleId, Event, Evidence, FactValue

# To say that two articles differ on a day, their sentences must tell of one thing beyond doubt.
MIN_SHARED = 3
MIN_SHARE = 0.75
SAME_WORDS = 0.95  # two prints of one sentence dissent at most through the days that they were printed on


def told_days(articles: Sequence[AnnotatedArticle], events: Sequence[Event], corpus: Corpus) -> list[Matter]:
    """Return a matter for every event that at least two articles date to a day in their own words."""
    texts = {found.article.id: found.article.text for found in articles}
    matters = []
    for event in events:
        dated = [
            evidence
            for evidence in event.evidence
            if evidence.day is not None and len(evidence.day) == 10 and not _is_stamp(evidence, texts)
        ]
        same = [evidence for evidence in dated if evidence.day == event.date]
        other = [
            evidence
            for evidence in dated
            if evidence.day != event.date and any(_one_thing(evidence, each, texts, corpus) for each in same)
        ]
        told = [*same, *other] if event.dissent else same
        if len({evidence.article_id for evidence in told}) > 1:
            differ = any(a.day != b.day and a.article_id != b.article_id for a, b in combinations(told, 2))
            values = tuple(FactValue(evidence.article_id, evidence.span) for evidence in told)
            matters.append(Matter("date", event.label, "differ" if differ else "agree", values))
    return matters


def _is_stamp(evidence: Evidence, texts: Mapping[ArticleId, str]) -> bool:
    """Return whether the words tell when the article was published and not when something happened."""
    words = {word.key for word in words_of(texts[evidence.article_id], evidence.span)}
    return bool(words & {"updated", "published", "posted"})


def _one_thing(left: Evidence, right: Evidence, texts: Mapping[ArticleId, str], corpus: Corpus) -> bool:
    one, other = (_features(evidence, texts) for evidence in (left, right))
    shared = one & other
    common, *totals = (sum(corpus.weights.get(f, 0) for f in features) for features in (shared, one, other))
    return len(shared) >= MIN_SHARED and MIN_SHARE * min(totals) <= common < SAME_WORDS * max(totals)


def _features(evidence: Evidence, texts: Mapping[ArticleId, str]) -> frozenset[str]:
    text = texts[evidence.article_id]
    found = (feature_of(word, text) for word in words_of(text, evidence.span))
    return frozenset(feature for feature in found if feature is not None)
