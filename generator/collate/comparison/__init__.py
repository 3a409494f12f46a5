"""Where a value can be compared across articles: who agrees, who differs. Never who is right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from generator.collate.comparison.affiliations import told_affiliations
from generator.collate.comparison.ages import told_ages
from generator.collate.comparison.aligned import Alignment
from generator.collate.comparison.appeals import appeals
from generator.collate.comparison.dates import told_days
from generator.collate.comparison.doings import denied_doings
from generator.collate.comparison.extents import told_extents
from generator.collate.comparison.given_names import given_names
from generator.collate.comparison.headings import headed
from generator.collate.comparison.kinds_told import told_kinds
from generator.collate.comparison.leavings import told_leavings
from generator.collate.comparison.listed_names import listed_names
from generator.collate.comparison.matters import Matter, agreements_of
from generator.collate.comparison.named_kinds import named_kinds
from generator.collate.comparison.named_things import named_things
from generator.collate.comparison.names import accents, aligned_names, odd_names, slips, spelled_names
from generator.collate.comparison.occurrences import of_two_occurrences
from generator.collate.comparison.quoted_alike import quoted_alike
from generator.collate.comparison.quoted_values import quoted_values
from generator.collate.comparison.quoted_words import quoted_words
from generator.collate.comparison.repeats import overlap, without_repeats
from generator.collate.comparison.roles_told import worded_roles
from generator.collate.comparison.sayings import told_sayings
from generator.collate.comparison.scenes import Account, Rarity
from generator.collate.comparison.sentences import corpus_of
from generator.collate.comparison.speech import compared_speech
from generator.collate.comparison.told_alike import sure_pairs, told_alike
from generator.collate.comparison.values_told import compared_values
from generator.collate.comparison.weighing import Weighing, weighed
from generator.collate.comparison.wordings import worded_quotations
from generator.collate.syndication import text_groups
from generator.collate.timeline.mentions.grammar import Grammar
from generator.records import (
    Agreement,
    AnnotatedArticle,
    ArticleId,
    Event,
    Person,
    PublicationDay,
    Statement,
)


def find_agreements(
    articles: Sequence[AnnotatedArticle],
    published: Sequence[PublicationDay],
    people: tuple[Person, ...],
    statements: tuple[Statement, ...],
    events: tuple[Event, ...],
    groups: tuple[tuple[ArticleId, ...], ...] = (),
    grammars: Mapping[ArticleId, Grammar] = MappingProxyType({}),
) -> tuple[Agreement, ...]:
    """Return every matter that at least two articles give a comparable value for, sorted by id: see `ComparedTexts`."""
    return ComparedTexts(articles, published, people, statements, grammars).agreements(events, groups)


class ComparedTexts:
    """What articles tell, laid side by side as far as no events or groups are needed: they are made meanwhile."""

    def __init__(
        self,
        articles: Sequence[AnnotatedArticle],
        published: Sequence[PublicationDay],
        people: tuple[Person, ...],
        statements: tuple[Statement, ...],
        grammars: Mapping[ArticleId, Grammar] = MappingProxyType({}),
    ) -> None:
        """Only articles of one event are compared: those that quote the same words or share enough of what they tell.

        `grammars`: those of the articles; found anew where not given.
        """
        self._days = days = {found.article.id: day for found, day in zip(articles, published, strict=False)}
        articles = sorted(articles, key=lambda found: found.article.id)
        self._articles, self._people, self._statements = articles, people, statements
        names = {person.id: person.name for person in people}
        accounts = {found.article.id: Account(found, grammars.get(found.article.id), names) for found in articles}
        corpus = corpus_of(articles, statements, of_two_occurrences(accounts, days))
        rarity = Rarity(accounts.values())
        aligned = Alignment(accounts, corpus, rarity)
        sure = sure_pairs(accounts, aligned, rarity)
        self._accounts, self._corpus, self._rarity, self._aligned, self._sure = accounts, corpus, rarity, aligned, sure
        spelled = spelled_names(corpus)
        spelled += slips(accounts, people, corpus, spelled)
        spelled += aligned_names(accounts, aligned, people, corpus, spelled)
        spelled += odd_names(accounts, people, corpus, spelled)
        spelled += accents(accounts, people, corpus)
        named = named_things(accounts, corpus, rarity, sure)
        self._before_days = [
            *compared_speech(articles, people, statements),
            *worded_quotations(accounts, statements, corpus),
            *told_sayings(accounts, statements),
            *quoted_words(accounts, statements, corpus),
            *quoted_values(statements, corpus),
            *compared_values(accounts, corpus, rarity, aligned, days),
            *(replace(matter, minor=True) for matter in spelled),  # of many a slip
            *worded_roles(people, accounts, corpus),
            *given_names(people, accounts, corpus),
            *told_affiliations(people, accounts, corpus),
            *told_ages(people, accounts, corpus, rarity, aligned, days),
            *named,
        ]
        self._behind_days = [
            *told_alike(accounts, sure),
            *told_kinds(accounts, aligned),
            *told_extents(accounts, aligned, rarity),
            *told_leavings(people, accounts, corpus),
            *listed_names(accounts, corpus),
            *named_kinds(accounts, corpus, named),
            *denied_doings(accounts, corpus, rarity, aligned),
        ]

    def agreements(
        self, events: tuple[Event, ...], groups: tuple[tuple[ArticleId, ...], ...] = ()
    ) -> tuple[Agreement, ...]:
        """Return every matter that at least two articles give a comparable value for, sorted by id.

        `groups`: the independent texts; found anew where not given.
        """
        accounts = self._accounts
        numbered = enumerate(groups or text_groups(self._articles))
        text_of = {article_id: number for number, group in numbered for article_id in group}
        told = told_days(accounts, events, self._corpus, self._rarity, self._sure, self._days)
        matters = [*self._before_days, *told, *self._behind_days]
        opposed = [matter for matter in matters if matter.kind == "outcome"]
        left = [
            matter
            for matter in matters
            if _tells_something(matter, text_of) and not _is_opposed(matter, opposed) and not appeals(matter, accounts)
        ]
        weighing = Weighing(
            accounts, self._rarity, self._aligned, self._sure, self._people, events, self._days, text_of
        )
        shown = weighed(left, weighing)
        differing = [value for matter in shown if matter.verdict == "differ" for value in matter.values]
        alike = [
            matter
            for matter in quoted_alike(self._articles, self._statements, self._people, text_of)
            if not any(overlap(one, other) for one in matter.values for other in differing)
        ]
        return agreements_of(headed(without_repeats([*shown, *alike], weighing), accounts, events))


def _is_opposed(matter: Matter, opposed: Sequence[Matter]) -> bool:
    """Return whether something is told by several of which one denies it."""
    return matter.verdict == "told" and any(
        len({one.article_id for one in matter.values for value in other.values if overlap(one, value)}) > 1
        for other in opposed
    )


def _tells_something(matter: Matter, text_of: Mapping[ArticleId, int]) -> bool:
    """Return whether more than one text speaks: that a copy agrees with itself is no agreement."""
    return matter.verdict == "differ" or len({text_of[value.article_id] for value in matter.values}) > 1
