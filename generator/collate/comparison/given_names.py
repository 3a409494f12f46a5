"""Names that articles give one person beside the family name: "Ada Maria Lind" and "Ada Marta Lind".

Two people of one family name are taken for one only where no article names both and their offices are told alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from generator.collate.comparison.matters import Matter
from generator.collate.comparison.names import is_slip, plain
from generator.collate.comparison.roles_told import roles_of
from generator.collate.comparison.scenes import Account
from generator.collate.comparison.sentences import Corpus
from generator.collate.people.registry import nicknames
from generator.records import ArticleId, FactValue, Mention, Person, PersonId

_NamePlace = tuple[Account, Mention]
_Named = Mapping[PersonId, Sequence[_NamePlace]]
_PlacePair = tuple[Sequence[_NamePlace], Sequence[_NamePlace]]

SHORTEST = 3  # letters of a name that is no initial
FULL = 2  # words of a name


def given_names(people: Sequence[Person], accounts: Mapping[ArticleId, Account], corpus: Corpus) -> list[Matter]:
    """Return a matter for every person to whom articles of one event give other first or middle names."""
    known = frozenset(person.id for person in people if person.kind == "person")
    named: defaultdict[PersonId, list[_NamePlace]] = defaultdict(list)
    for identity in sorted(accounts):
        for mention in accounts[identity].found.mentions:
            if mention.person in known and mention.kind == "person" and len(mention.name.split()) >= FULL:
                named[mention.person].append((accounts[identity], mention))
    matters = [_matter(*pair, corpus) for pair in (*_middle(named), *_first(named))]
    return [matter for matter in matters if matter is not None]


def _matter(one: Sequence[_NamePlace], other: Sequence[_NamePlace], corpus: Corpus) -> Matter | None:
    here, there = ({account.found.article.id for account, _ in each} for each in (one, other))
    if here & there or not any(corpus.related(a, b) for a in here for b in there):
        return None  # an article that has both tells of two people
    values: dict[ArticleId, FactValue] = {}
    for account, mention in (*one, *other):
        values.setdefault(account.found.article.id, FactValue(account.found.article.id, mention.span))
    about = " / ".join(sorted({one[0][1].name, other[0][1].name}))
    return Matter("name", about, "differ", tuple(values.values()))


def _middle(named: _Named) -> Iterator[_PlacePair]:
    """Yield the names that have another word between the same first and last one."""
    forms: defaultdict[tuple[str, ...], list[_NamePlace]] = defaultdict(list)
    for _, found in sorted(named.items()):
        for place in found:
            forms[tuple(place[1].name.split())].append(place)
    alike: defaultdict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
    for words in sorted(forms):
        if len(words) == FULL + 1:
            alike[words[0], words[-1]].append(words)
    for _, found_alike in sorted(alike.items()):
        for left, right in combinations(found_alike, 2):
            if _is_another(left[1], right[1]):
                yield forms[left], forms[right]


def _first(named: _Named) -> Iterator[_PlacePair]:
    """Yield two people of one family name and office of whom articles give another first name each."""
    by_family: defaultdict[str, list[PersonId]] = defaultdict(list)
    for person, found in sorted(named.items()):
        by_family[found[0][1].name.split()[-1]].append(person)
    for _, alike in sorted(by_family.items()):
        offices = {person: _offices(named[person]) for person in alike} if len(alike) > 1 else {}
        for left, right in combinations(alike, 2):
            one, other = named[left], named[right]
            if offices[left] & offices[right] and _is_another(*(each[0][1].name.split()[0] for each in (one, other))):
                yield one, other


def _is_another(one: str, other: str) -> bool:
    """Return whether two words are two names: no initial or short form, no accent and no slip of the pen."""
    one, other = plain(one), plain(other)
    short, long = sorted((one, other), key=len)
    if len(short) < SHORTEST or long.startswith(short) or is_slip(one, other):
        return False
    return short.isalpha() and long.isalpha() and not any({one, other} <= family for family in nicknames())


def _offices(found: Sequence[_NamePlace]) -> set[tuple[str, frozenset[str], str]]:
    """Return the offices that somebody is told to hold, with each word for the body: "the Brevik fire chief"."""
    roles = (role for account, mention in found for role in roles_of(account, mention))
    return {(role.office, role.rank, word) for role in roles for word in role.others}
