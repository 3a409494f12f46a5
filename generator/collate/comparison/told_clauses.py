"""What several articles tell in clauses of their own, where no rule but all signs together say that it is one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from textwrap import shorten

from generator.collate.comparison.matters import Matter
from generator.collate.comparison.propositions import Clause, Clauses
from generator.collate.comparison.scenes import Account, disjoint, persons, strangers
from generator.collate.comparison.wording import name_of
from generator.collate.timeline.likeness import differ
from generator.records import ArticleId, FactValue, Statement
from generator.weights import likelihood

TABLE = "clause_weights.txt"
BAR = 0.85  # how likely two clauses must tell the same to be set side by side
LONGEST_NAME = 60  # characters
SHORTEST_NAME = 4  # words
BEYOND = 4.0  # bits that both share beside the phrase that shares most: "the top senator of the panel" is no deed
SAID, OF_ONE_SAYING = 0.5, 0.6  # of a clause that is quoted, and of it that both tell, for two sayings to be one
QUOTED = 0.6  # of a clause that are words of a quotation: that articles carry one stands in the table of coverage
UNCLEAR = frozenset(["he", "it", "one", "she", "that", "they", "to", "what", "which", "who"])


def told_in_clauses(
    accounts: Mapping[ArticleId, Account],
    clauses: Clauses,
    statements: Sequence[Statement],
    told: Sequence[Matter],
) -> list[Matter]:
    """Return a matter for everything that clauses of two articles or more tell, the surest first.

    `told`: the rows that are shown anyway; what stands in them is not told a second time, nor what is a quotation of
    the `statements` in both.
    """
    found = {
        (left, right): sure
        for left, right in clauses.pairs
        if (sure := likelihood(TABLE, clauses.signs(left, right))) >= BAR and _may_be_one(clauses, left, right)
    }
    found = {pair: sure for pair, sure in found.items() if not _is_quotation(pair, clauses, statements)}
    links = _chosen(found, clauses)
    rows = []
    for group in _groups(links, clauses):
        values = tuple(FactValue(clauses.all[at].article_id, clauses.all[at].span) for at in sorted(group))
        if not any(_tells(matter, values) for matter in told):
            sure = max(links[pair] for pair in links if pair[0] in group and pair[1] in group)
            rows.append((sure, _matter([clauses.all[at] for at in sorted(group)], values, accounts)))
    return [matter for _, matter in sorted(rows, key=lambda row: (-len(row[1].values), -row[0], row[1].about))]


def _may_be_one(clauses: Clauses, left: int, right: int) -> bool:
    """Return whether nothing in two clauses says that they are two: another number, day, doer or sayer, a "not"."""
    one, other = clauses.all[left], clauses.all[right]
    if one.negated != other.negated or differ(one.numbers, other.numbers) or disjoint(one.days, other.days):
        return False
    if one.scene is not None and other.scene is not None and strangers(one.scene, other.scene):
        return False
    if disjoint(_sayers(one), _sayers(other)):
        return False
    if max(one.quotes, other.quotes) >= SAID:
        told = min(clauses.bits(one.features), clauses.bits(other.features))
        return clauses.bits(one.features & other.features) >= OF_ONE_SAYING * told
    if one.scene is None or other.scene is None:
        return True
    return min(clauses.beyond(one, other), clauses.beyond(other, one)) >= BEYOND


def _sayers(clause: Clause) -> frozenset[str]:
    """Return the persons who say what a clause tells, whether it holds the verb of saying or stands behind it."""
    if clause.scene is None:
        return frozenset()
    grammar, at = clause.account.grammar, clause.scene.at
    while True:
        scene = clause.account.scene(at)
        if scene is not None and scene.says:
            return persons(scene.doers)
        above = grammar.words[at].head
        if above == at or not (grammar.words[at].dep == "ccomp" and grammar.is_clause(above)):
            return frozenset()
        at = above


def _is_quotation(pair: tuple[int, int], clauses: Clauses, statements: Sequence[Statement]) -> bool:
    """Return whether two clauses are little but one quotation."""
    one, other = (clauses.all[at] for at in pair)
    return any(_is_within(one, each) and _is_within(other, each) for each in statements)


def _is_within(clause: Clause, statement: Statement) -> bool:
    spans = [each.span for each in statement.readings if each.article_id == clause.article_id]
    shared = sum(max(0, min(span.end, clause.span.end) - max(span.start, clause.span.start)) for span in spans)
    return shared >= QUOTED * (clause.span.end - clause.span.start)


def _chosen(found: Mapping[tuple[int, int], float], clauses: Clauses) -> dict[tuple[int, int], float]:
    """Return the surest pairs, of which no clause has two in one article, nor two that overlap in one sentence."""
    chosen: dict[tuple[int, int], float] = {}
    taken: defaultdict[tuple[ArticleId, ArticleId], list[Clause]] = defaultdict(list)
    for (left, right), sure in sorted(found.items(), key=lambda item: _rank(item, clauses)):
        one, other = clauses.all[left], clauses.all[right]
        key = one.article_id, other.article_id
        if any(
            each.article_id == mine.article_id and each.span.overlaps(mine.span)
            for each in taken[key]
            for mine in (one, other)
        ):
            continue
        taken[key] += [one, other]
        chosen[left, right] = sure
    return chosen


def _rank(item: tuple[tuple[int, int], float], clauses: Clauses) -> tuple[float, float, list[str]]:
    """Sort the surest first; whatever the articles are called."""
    (left, right), sure = item
    one, other = clauses.all[left], clauses.all[right]
    return (
        -round(sure, 6),
        -clauses.likeness(one, other),
        sorted(each.span.of(each.account.text) for each in (one, other)),
    )


def _groups(links: Mapping[tuple[int, int], float], clauses: Clauses) -> list[list[int]]:
    """Return the clauses that tell one thing, one an article, each linked with most of the others."""
    groups: list[list[int]] = []
    held: dict[int, int] = {}
    for (left, right), _ in sorted(links.items(), key=lambda item: _rank(item, clauses)):
        known = [held[at] for at in (left, right) if at in held]
        if not known:
            held[left] = held[right] = len(groups)
            groups.append([left, right])
        elif len(known) == 1:
            new, group = (right if left in held else left), groups[known[0]]
            linked = sum((min(new, at), max(new, at)) in links for at in group)
            others = {clauses.all[at].article_id for at in group}
            if clauses.all[new].article_id not in others and 3 * linked >= 2 * len(group):
                group.append(new)
                held[new] = known[0]
    return groups


def _tells(matter: Matter, values: Sequence[FactValue]) -> bool:
    """Return whether a row already sets these clauses side by side."""
    if matter.verdict != "told" and matter.kind != "outcome":
        return False
    return all(
        any(one.article_id == value.article_id and one.span.overlaps(value.span) for one in matter.values)
        for value in values
    )


def _matter(group: Sequence[Clause], values: tuple[FactValue, ...], accounts: Mapping[ArticleId, Account]) -> Matter:
    scenes = tuple(clause.scene for clause in group if clause.scene is not None)
    acting = [(each.scene, None) for each in group if each.scene is not None and not (each.says or each.quotes)]
    name = name_of(acting, accounts) if acting else ""
    if len(name.split()) < SHORTEST_NAME or name.split()[0].lower() in UNCLEAR:
        texts = [" ".join(clause.span.of(clause.account.text).split()) for clause in group]
        name = shorten(min(texts, key=lambda text: (len(text), text)), LONGEST_NAME, placeholder=" …")
    return Matter("happening", name, "told", values, scenes=scenes)
