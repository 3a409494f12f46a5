"""Rows of names that two articles give alike, in whatever order: "Arven, Brevik and Tarn"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.collate.comparison.matters import Matter
from generator.collate.comparison.scenes import NAMES, Account
from generator.collate.comparison.sentences import Corpus
from generator.records import ArticleId, FactValue, Span

CHIEF_OFFICER = re.compile("C[A-Z]O")
FEWEST = 3  # names in a row: two stand together by chance


def listed_names(accounts: Mapping[ArticleId, Account], corpus: Corpus) -> list[Matter]:
    """Return a matter for every row of names that two articles of one event give, no name more and no name less."""
    told: defaultdict[frozenset[str], dict[ArticleId, FactValue]] = defaultdict(dict)
    for identity in sorted(accounts):
        for names, span in _rows(accounts[identity]):
            told[names].setdefault(identity, FactValue(identity, span))
    matters = []
    for _, values in sorted(told.items(), key=lambda row: sorted(row[0])):
        near = corpus.accompanying(list(values))
        words = [value.span.of(accounts[identity].text) for identity, value in values.items() if identity in near]
        if len(near) > 1:
            about = min(words, key=lambda text: (len(text), text))
            matters.append(Matter("name", about, "agree", tuple(values[identity] for identity in sorted(near))))
    return matters


def _rows(account: Account) -> Iterator[tuple[frozenset[str], Span]]:
    """Yield the rows of three names and more in the reporter's own words, each from its first to its last name."""
    grammar = account.grammar
    for at, word in enumerate(grammar.words):
        if word.tag not in NAMES or word.dep == "conj":
            continue
        row = [at]
        while (following := _joined(row[-1], account)) is not None:
            row.append(following)
        names = frozenset([*(_named(name, account) for name in row), *_titles(row, account)])
        if len(row) >= FEWEST and not any(account.is_quoted(name) or account.is_time(name) for name in row):
            yield names, account.trimmed(Span(grammar.words[_first(row[0], account)].start, grammar.words[row[-1]].end))


def _named(name: int, account: Account) -> str:
    """Return what stands for a name: the person, or all its words ("Port Arven" and "Port Tarn" are two)."""
    if account.is_person(name):
        return account.feature(name) or account.surface(name)
    return " ".join(account.surface(at).casefold() for at in range(_first(name, account), name + 1))


def _titles(row: list[int], account: Account) -> Iterator[str]:
    """Yield the initials of offices within a row: with "CEO" and "COO" it is not given alike."""
    surfaces = (account.surface(at) for at in range(row[0], row[-1]))
    yield from (surface for surface in surfaces if CHIEF_OFFICER.fullmatch(surface))


def _joined(name: int, account: Account) -> int | None:
    """Return the name that follows another one in a row."""
    words, hanging = account.grammar.words, account.grammar.hanging
    behind = (at for at in hanging[name] if words[at].dep == "conj" and at > name and words[at].tag in NAMES)
    return next(behind, None)


def _first(name: int, account: Account) -> int:
    """Return the first of the capitalised words that a name ends: "Port" of "Port Arven"."""
    words = account.grammar.words
    while name > 0 and words[name - 1].tag in NAMES and words[name - 1].head in (name, words[name].head):
        name -= 1
    return name
