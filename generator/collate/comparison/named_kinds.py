"""What the one hospital, bridge or storm of a story is called, where two articles say so: "Halden General Hospital"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.collate.comparison.matters import Matter
from generator.collate.comparison.named_things import runs_of
from generator.collate.comparison.scenes import Account
from generator.collate.comparison.sentences import Corpus
from generator.collate.timeline.mentions.find import is_quoted
from generator.records import ArticleId, FactValue
from generator.wordlists import words

FEWEST = 2  # words of a name, its kind among them


def named_kinds(accounts: Mapping[ArticleId, Account], corpus: Corpus, found: Sequence[Matter]) -> list[Matter]:
    """Return a matter for every kind of place of which two articles of one event name one each, and the same.

    An article that names two of a kind tells nothing of which is meant. `found`: the names that are told already, in
    some connection; they are not told again.
    """
    told: defaultdict[str, dict[ArticleId, dict[str, FactValue]]] = defaultdict(dict)
    for identity in sorted(accounts):
        for kind, name, value in _named(accounts[identity]):
            told[kind].setdefault(identity, {}).setdefault(name, value)
    known = [frozenset(matter.values) for matter in found]
    matters = []
    for kind, of_article in sorted(told.items()):
        by_name: defaultdict[str, list[FactValue]] = defaultdict(list)
        for names in of_article.values():
            if len(names) == 1:
                by_name[min(names)] += names.values()
        for _, values in sorted(by_name.items()):
            near = corpus.accompanying([value.article_id for value in values])
            kept = tuple(value for value in values if value.article_id in near)
            if len(kept) > 1 and not any(len({*kept} & shown) > 1 for shown in known):
                matters.append(Matter("name", f"name of the {kind}", "agree", kept))
    return matters


def _named(account: Account) -> Iterator[tuple[str, str, FactValue]]:
    """Yield the names in which a kind stands first or last, with the kind, in the reporter's own words."""
    last, first = words("named_kinds.txt", "last"), words("named_kinds.txt", "first")
    for run in runs_of(account):
        span = account.grammar.text_span(run)
        name = span.of(account.text).casefold().split()
        kind = name[-1] if name[-1] in last else name[0] if name[0] in first else ""
        if kind and len(name) >= FEWEST and not is_quoted(account.found.quotes, span):
            yield kind, " ".join(name), FactValue(account.found.article.id, span)
