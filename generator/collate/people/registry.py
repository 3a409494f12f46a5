"""Who is who: every mention of all articles in, one entry a person or body out, with the evidence for joining names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from rapidfuzz.distance import DamerauLevenshtein

from generator.annotate.people import gender_of, is_family_first, surname
from generator.collate.people.bodies import join_bodies
from generator.collate.people.roles import Titles, describe, fitting, known_as
from generator.ids import digest_of, slug
from generator.records import AnnotatedArticle, ArticleId, Mention, Person, PersonId, Role
from generator.wordlists import lines, words

_HONORIFIC = re.compile(r"\b(Sen|Rep|Gov|Dr|Prof|Gen)\.? $")


# A bare surname means the one named in full this many times as often, when an article names two. With less between
# them it stays open.
MUCH_OFTENER = 1.5


class Registry:
    """The people and bodies of a set of articles."""

    def __init__(self, articles: Sequence[AnnotatedArticle]) -> None:
        self.articles = sorted(articles, key=lambda found: found.article.id)
        self.full: Counter[str] = Counter()
        self._people_names()
        self.entry_of = self._join_spellings()
        self.bodies = join_bodies(
            mention.name for found in articles for mention in found.mentions if mention.kind == "organisation"
        )
        self.by_surname: dict[str, set[str]] = defaultdict(set)
        for name in sorted(self.full):
            self.by_surname[surname(name).lower()].add(self.entry_of[name])
        self._genders: dict[PersonId, Counter[str]] = defaultdict(Counter)
        self._who = {found.article.id: self._article(found) for found in self.articles}
        self.solid = self._solid()
        """Who is named in full, with a form of address or an office somewhere: a lone "Dar" may be no person at all."""
        self.titles = self._titles()
        self._mentions = {found.article.id: found.mentions for found in articles}
        self._by_office: dict[str, set[str]] = defaultdict(set)
        for person, known in self.titles.items():
            for office in known.offices:
                self._by_office[office].add(person)

    def _people_names(self) -> None:
        for found in self.articles:
            for mention in found.mentions:
                if mention.kind == "person" and " " in mention.name:
                    self.full[mention.name] += 1

    def _join_spellings(self) -> dict[str, str]:
        """Return for each full name the name of its entry: the one written most often."""
        titles: dict[str, Titles] = defaultdict(Titles)
        for found in self.articles:
            for mention in found.mentions:
                if mention.role and mention.name in self.full:
                    titles[mention.name].add(mention.role.of(found.article.text))
        entry: dict[str, str] = {}
        kept: dict[str, list[str]] = defaultdict(list)  # by surname, so that the cost stays linear in the names
        for name in sorted(self.full, key=lambda name: (-self.full[name], name)):
            family = kept[surname(name).lower()]
            entry[name] = next((known for known in family if same_name(known, name, titles)), name)
            if entry[name] == name:
                family.append(name)
        return entry

    def _article(self, found: AnnotatedArticle) -> list[PersonId | None]:
        here: dict[str, list[str]] = defaultdict(list)
        for mention in found.mentions:
            if mention.name in self.entry_of:
                here[surname(mention.name).lower()].append(self.entry_of[mention.name])
        who: list[PersonId | None] = []
        bare: dict[tuple[str, str], str | None] = {}
        for mention in found.mentions:
            gender = mention.standing.gender
            name = None
            if mention.name in self.entry_of:
                name = self.entry_of[mention.name]
            elif " " not in mention.name and mention.kind != "organisation":
                asked = (mention.name, gender)
                if asked not in bare:
                    bare[asked] = self._bare(*asked, here)
                name = bare[asked]
                if name is None and mention.name.lower() not in self.by_surname and _stands_alone(mention):
                    name = mention.name
            elif mention.kind == "organisation":
                name = self.bodies[mention.name]
            if name is not None and gender:
                self._genders[person_id(name)][gender] += 1
            who.append(person_id(name) if name else None)
        return who

    def _bare(self, name: str, gender: str, here: dict[str, list[str]]) -> str | None:
        near = here.get(name.lower())
        if near:
            fitting = [n for n in near if not gender or gender_of(n) in ("", gender)]
            counted = Counter(fitting).most_common(2)
            if len(counted) == 2 and counted[0][1] < MUCH_OFTENER * counted[1][1]:
                return None  # two of one surname: left open
            return counted[0][0] if counted else None
        known = self.by_surname.get(name.lower(), set())
        return next(iter(known)) if len(known) == 1 else None

    def _solid(self) -> frozenset[PersonId]:
        known: set[PersonId] = set()
        for found in self.articles:
            for mention, person in zip(found.mentions, self._who[found.article.id], strict=True):
                if person and (" " in mention.name or mention.standing.honorific or mention.role):
                    known.add(person)
        return frozenset(known)

    def of_article(self, article: ArticleId) -> list[PersonId | None]:
        """Return the person of each mention of an article, in order."""
        return self._who[article]

    def gender(self, person: PersonId) -> str:
        """Return "f", "m" or "": what forms of address and forename say of a person."""
        seen = self._genders.get(person)
        if not seen or seen["f"] == seen["m"]:
            return ""
        return "f" if seen["f"] > seen["m"] else "m"

    def doubt(self, name: str) -> str:
        """Return why a bare name was left open."""
        known = self.by_surname.get(name.lower(), set())
        return f"{len(known)} people named {name}" if len(known) > 1 else ""

    def _titles(self) -> dict[PersonId, Titles]:
        titles: dict[PersonId, Titles] = defaultdict(Titles)
        for found in self.articles:
            for mention, person in zip(found.mentions, self._who[found.article.id], strict=True):
                if person and mention.role and mention.kind == "person":
                    titles[person].add(mention.role.of(found.article.text))
                if person and mention.kind == "person":
                    member = self._honorific(found, mention)
                    if member:
                        titles[person].add(member)
        return titles

    @staticmethod
    def _honorific(found: AnnotatedArticle, mention: Mention) -> str:
        match = _HONORIFIC.search(found.article.text, max(0, mention.span.start - 12), mention.span.start)
        return match[1] if match else ""

    def by_description(self, text: str, article: ArticleId, before: int) -> PersonId | None:
        """Return the only person whom a description fits: of those named before it in its article, else of all."""
        wanted = describe(text)
        if not wanted:
            return None
        holders = sorted({person for office in known_as(wanted) for person in self._by_office[office]})
        everybody = fitting(wanted, [(person, self.titles[PersonId(person)]) for person in holders])
        mentions = self._mentions[article]
        named = {
            person: mention.span.start
            for mention, person in zip(mentions, self._who[article], strict=True)
            if person in everybody and mention.span.start < before
        }
        if named:
            return (
                PersonId(max(named, key=lambda person: named[person]))
                if len(named) == 1 or not wanted.nations
                else None
            )
        return PersonId(everybody[0]) if len(everybody) == 1 and (wanted.nations or wanted.others) else None

    def people(self, articles: Sequence[AnnotatedArticle]) -> tuple[Person, ...]:
        """Return the entries, sorted by id."""
        names: dict[PersonId, Counter[str]] = defaultdict(Counter)
        kinds: dict[PersonId, str] = {}
        roles: dict[PersonId, dict[tuple[str, str], Role]] = defaultdict(dict)
        for found in sorted(articles, key=lambda found: found.article.id):
            for mention in found.mentions:
                if mention.person is None:
                    continue
                names[mention.person][mention.name] += 1
                kinds[mention.person] = "organisation" if mention.kind == "organisation" else "person"
                if mention.role:
                    text = mention.role.of(found.article.text)
                    roles[mention.person].setdefault(
                        (found.article.id, text), Role(found.article.id, mention.role, text)
                    )
        people = []
        for person in sorted(names):
            ordered = sorted(names[person], key=lambda n: (" " not in n, -names[person][n], n))
            kind = "organisation" if kinds[person] == "organisation" else "person"
            people.append(
                Person(person, ordered[0], kind, tuple(ordered), tuple(v for _, v in sorted(roles[person].items())))  # type: ignore[arg-type]
            )
        return tuple(people)


def person_id(name: str) -> PersonId:
    """Return the id of whoever is chiefly written so."""
    return PersonId(slug(name) or digest_of(name))


@cache
def _common_forenames() -> frozenset[str]:
    return frozenset(name.lower() for name in words("forenames.txt"))


@cache
def nicknames() -> tuple[frozenset[str], ...]:
    """Return the families of forenames that stand for one another, lower case: "dick", "richard"."""
    return tuple(frozenset(line.split()) for line in lines("nicknames.txt"))


def _stands_alone(mention: Mention) -> bool:
    """Return whether a lone word names a person: it has a form of address or an office, or it says something."""
    standing = mention.standing
    return mention.kind == "person" and bool(standing.honorific or mention.role or standing.reporting)


def same_name(one: str, other: str, titles: Mapping[str, Titles]) -> bool:
    """Return whether two full names are spellings of one: same surname, and forenames that do not clash.

    Forenames of one letter's difference (Katrin, Kathrin) may also be two people's (Jean, Joan): when both are common
    they are joined only if the articles give both the same office.
    """
    if surname(one).lower() != surname(other).lower():
        return False
    a, b = _given(one), _given(other)
    if not a or not b or a[0] == b[0]:
        return True
    x, y = a[0], b[0]
    if len(x) == 1 or len(y) == 1:
        return x[0] == y[0]
    near = min(len(x), len(y)) >= 4 and x[0] == y[0] and DamerauLevenshtein.distance(x, y) <= 1
    if near and not {x, y} <= _common_forenames():
        return True
    stands_for = any({x, y} <= family for family in nicknames())
    return (near or stands_for) and bool(titles[one].offices & titles[other].offices)


def _given(name: str) -> list[str]:
    tokens = [token for token in name.lower().replace(".", "").split() if token not in ("jr", "sr", "ii", "iii", "iv")]
    return tokens[1:] if is_family_first(name.replace(".", "").split()) else tokens[:-1]
