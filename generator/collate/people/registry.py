"""Who is who: every mention of all articles in, one entry a person or body out, with the evidence for joining names."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from rapidfuzz.distance import DamerauLevenshtein

from generator.annotate.names import PARTICLES, SUFFIXES, SURNAME_OPENERS
from generator.annotate.people import gender_of, is_family_first, middle_surnames, surname, told_gender
from generator.collate.people.bodies import join_bodies
from generator.collate.people.pronouns import FEMALE, MALE, usual_gender
from generator.collate.people.roles import SOLE, Titles, describe, fitting, known_as
from generator.collate.people.shown_roles import shown_role, without_outdated
from generator.ids import name_id
from generator.records import AnnotatedArticle, ArticleId, Mention, Person, PersonId, Role
from generator.wordlists import lines, words

_HONORIFIC = re.compile(r"\b(Sen|Rep|Lt\. Gov|Gov|Dr|Prof|Gen|Rev|Pope)\.? $")
# What such a form of address says in full: "Gov. Lind" is the governor.
_IN_FULL = {
    "Sen": "senator",
    "Rep": "representative",
    "Lt. Gov": "lieutenant-governor",
    "Gov": "governor",
    "Dr": "doctor",
    "Prof": "professor",
    "Gen": "general",
    "Rev": "reverend",
    "Pope": "pope",
}

_RENAMED = re.compile(
    r"(?:,?\s(?:who|had|has|have|legally|later|since|formally|officially|then)){0,3}\schanged\s(?:his|her|their)\s"
    r"(?:legal\s|own\s|last\s|stage\s)?name\sto\s|,?\s\(?(?:(?:who\s(?:was|is)\s)?(?:formerly|previously|also)\sknown\sas|n[ée]e)\s"
)
_PATRONYMIC = re.compile(r"\s(?:bin|binti|bint|bte|ibn)\s")
_AGE = re.compile(r"\b(younger|elder|older|senior)\s(?:(?:Mr|Ms|Mrs|Dr)\.?\s)?$", re.I)

_SON = re.compile(r"\bsons?\b[^.!?\n“”\"]*$")
_KIN = re.compile(
    r"\b(?:first\s(?:lady|gentleman|daughter|son)|wife|husband|widow|widower|daughter|son|brother|sister|mother|father)\b",
    re.I,
)
_CHILD = re.compile(
    r"\b(?:(?:\d|1\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[- ](?:year|month|week)s?[- ]old"
    r"|baby|infant|toddler)\b"
)
SON_BEFORE = 100  # code points from "his two sons" to a name
# Such a noun tells whom only where its article names him before.
ANYBODY = frozenset({"man", "woman", "boy", "girl"})
# A bare surname means the one named in full this many times as often, when an article names two. With less between
# them it stays open.
MUCH_OFTENER = 1.5
COMPANY = 3  # sentences with "she" that tell a woman, and as many times as many as with "he"
_PRONOUN = re.compile(rf"\b(?:{'|'.join(sorted(FEMALE | MALE))})\b")
FAMILY_LETTERS = 3  # by which names that may be one are looked for
FAR_OFTENER = 4  # the same over all articles
SLIP_LETTERS = 5  # of a surname that an article writes otherwise once
SLIP_TIMES = 3  # as often as that, at least, it is written right
BESIDE = 150  # code points between two of one office in a sentence
MIN_LETTERS = 6  # shorter names are too many and too alike to be taken for another one misspelt


def _bodies_in_a_row(articles: Sequence[AnnotatedArticle]) -> tuple[str, ...]:
    """Return the names that only stand in lines of their own and are two bodies' names: "Hale Post Lindholm Mills".

    Below a picture they tell whose it is and what it shows, and neither of the two is called so.
    """
    lines_of: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for found in articles:
        paragraphs = frozenset(found.article.paragraphs)
        for mention in found.mentions:
            if mention.kind == "organisation":
                told[mention.name] += 1
                lines_of[mention.name] += mention.span in paragraphs
    return tuple(
        name
        for name in sorted(told)
        if lines_of[name] == told[name]
        and any(
            " ".join(name.split()[:at]) in told and " ".join(name.split()[at:]) in told
            for at in range(1, len(name.split()))
        )
    )


class Registry:
    """The people and bodies of a set of articles."""

    def __init__(self, articles: Sequence[AnnotatedArticle]) -> None:
        self.articles = sorted(articles, key=lambda found: found.article.id)
        self.full: Counter[str] = Counter()
        self._people_names()
        self.entry_of = self._join_spellings()
        self.offices: dict[str, frozenset[str]] = defaultdict(frozenset)
        self.told_in_full: dict[str, frozenset[str]] = defaultdict(frozenset)
        """What each entry is called where it is named in full: its offices, and "f" or "m" where that tells it."""
        self.kin: set[str] = set()
        """The entries of whom the articles name in full as somebody's wife, son and the like."""
        self.children: set[str] = set()
        """Those of them who are told to be young: "her six-year-old son"."""
        self._full_mentions()
        self.written: Counter[str] = Counter()
        """How often each entry is written in full."""
        for name, times in self.full.items():
            self.written[self.entry_of[name]] += times
        in_a_row = _bodies_in_a_row(articles)
        self.bodies = join_bodies(
            (
                mention.name
                for found in articles
                for mention in found.mentions
                if mention.kind == "organisation" and mention.name not in in_a_row
            ),
            frozenset(map(surname, self.full)),
        ) | dict(zip(in_a_row, in_a_row, strict=True))
        self.by_surname: dict[str, set[str]] = defaultdict(set)
        self.by_forename: dict[str, set[str]] = defaultdict(set)
        self.by_middle: dict[str, set[str]] = defaultdict(set)
        self.by_words: dict[str, str] = {}
        """The entry of each full name by its words: somebody called "Ann-Zoé" alone may be written in two words."""
        for name in sorted(self.full):
            self.by_words.setdefault(without_hyphens(name), self.entry_of[name])
            self.by_surname[surname(name).lower()].add(self.entry_of[name])
            if not is_family_first(name.split()):
                self.by_forename[name.split()[0]].add(self.entry_of[name])
            for middle in middle_surnames(name):
                self.by_middle[middle].add(self.entry_of[name])
        self._slips: dict[str, str | None] = {}
        self._alike: dict[str, list[tuple[str, set[str]]]] = defaultdict(list)
        """Surnames and forenames by how they begin."""
        for word, people in (*self.by_surname.items(), *self.by_forename.items()):
            self._alike[folded(word)[:FAMILY_LETTERS]].append((folded(word), people))
        self._genders: dict[PersonId, Counter[str]] = defaultdict(Counter)
        self._told: dict[PersonId, Counter[str]] = defaultdict(Counter)
        """Genders by forename, and by what is told of somebody, which outweighs it: "Andrea, his father"."""
        self.alone = frozenset(
            mention.name for found in articles for mention in found.mentions if _stands_alone(mention)
        )
        """Lone words that name somebody somewhere."""
        self._who = {found.article.id: self._article(found) for found in self.articles}
        self._company = self._genders_by_company()
        self.solid = self._solid()
        """Who is named in full, with a form of address or an office somewhere: a lone "Dar" may be no person at all."""
        self.titles = self._titles()
        self.served = self._serving()
        """Who is told to serve whom as what: (Ann Okoro, "lawyer", Karl Lind) from "Lind's lawyer, Ann Okoro"."""
        self._mentions = {found.article.id: found.mentions for found in articles}
        self._texts = {found.article.id: found.article.text for found in articles}
        self._by_office: dict[str, set[str]] = defaultdict(set)
        for person, known in self.titles.items():
            for office in known.offices:
                self._by_office[office].add(person)

    def _people_names(self) -> None:
        for found in self.articles:
            for mention in found.mentions:
                if mention.kind == "person" and " " in mention.name:
                    self.full[mention.name] += 1

    def _full_mentions(self) -> None:
        for found in self.articles:
            for mention in found.mentions:
                if mention.kind == "person" and mention.name in self.entry_of:
                    entry = self.entry_of[mention.name]
                    role = mention.role.of(found.article.text) if mention.role else ""
                    self.offices[entry] |= describe(role).offices
                    self.kin |= {entry} if _KIN.search(role) else set()
                    self.children |= {entry} if _CHILD.search(role) else set()
                    if told := told_gender(mention.standing.honorific, role):
                        self.told_in_full[entry] |= {told}

    def _join_spellings(self) -> dict[str, str]:
        """Return for each full name the name of its entry: the one written most often."""
        titles: dict[str, Titles] = defaultdict(Titles)
        together: dict[str, set[ArticleId]] = defaultdict(set)
        side_by_side: dict[str, set[tuple[ArticleId, int]]] = defaultdict(set)
        for found in self.articles:
            for mention in found.mentions:
                if mention.name in self.full:
                    if not mention.standing.quoted:  # who speaks may call somebody otherwise than who writes
                        together[mention.name].add(found.article.id)
                        side_by_side[mention.name].add((found.article.id, mention.standing.paragraph))
                    if mention.role:
                        titles[mention.name].add(mention.role.of(found.article.text))
        apart = Apart(titles, together, side_by_side, self._sons())
        entry: dict[str, str] = {}
        kept: dict[str, list[str]] = defaultdict(list)  # by how surnames begin: the cost stays near linear
        spelt: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self.full, key=lambda name: (is_short(name), -self.full[name], name)):
            begins = folded(surname(name))[:FAMILY_LETTERS]
            family = kept[begins]
            same = [known for known in family if same_name(known, name, apart)]
            if is_short(name) and not is_junior(name) and len(same) > 1:
                # "Van Holm", where two are called so in full
                same = same[:1] if self.full[same[0]] >= FAR_OFTENER * self.full[same[1]] else []
            # "Trump Jr." after two men of that name is the one who is written so.
            same = [known for known in same if is_junior(known) == is_junior(name)] or same
            entry[name] = same[0] if same else name
            (family if entry[name] == name else spelt[begins]).append(name)
        for begins in sorted(kept):
            self._join_slips(entry, kept[begins], spelt[begins])
        self._join_shortened(entry)
        self._join_renamed(entry)
        return {name: self._forename_and_junior(name, entry) for name in entry}

    def _join_slips(self, entry: dict[str, str], kept: Sequence[str], spelt: Sequence[str]) -> None:
        """Join a name with another spelling's: Tancrad Okram with Tancred Okrami, who is also Tancrad Okrami."""
        for name in kept:
            slips = {entry[other] for other in spelt if _differs_by_slip(other, name)}
            if len(slips) == 1 and slips != {entry[name]}:
                chosen, other = sorted((entry[name], *slips), key=lambda known: (-self.full[known], known))
                entry.update({each: chosen for each, known in entry.items() if known == other})

    def _sons(self) -> frozenset[str]:
        """Return the names with a "Jr." that the articles give a son, so that his father is another one."""
        return frozenset(
            mention.name
            for found in self.articles
            for mention in found.mentions
            if mention.name in self.full and is_junior(mention.name)
            if _SON.search(found.article.text, max(0, mention.span.start - SON_BEFORE), mention.span.start)
            or (mention.role is not None and _SON.search(mention.role.of(found.article.text)))
        )

    def _join_shortened(self, entry: dict[str, str]) -> None:
        """Join a name with the one that it begins: "Karl Prat" and "Karl Prat Lindholm" are one of two surnames.

        What stands before "bin" or "binti" is all of a name but the father's.
        """
        for name in sorted(entry):
            short = _PATRONYMIC.split(name)[0] if _PATRONYMIC.search(name) else name.rpartition(" ")[0]
            if " " not in short or short not in entry or is_junior(name) or entry[short] == entry[name]:
                continue
            chosen, other = sorted((entry[short], entry[name]), key=lambda known: (-self.full[known], known))
            entry.update({each: chosen for each, known in entry.items() if known == other})

    def _join_renamed(self, entry: dict[str, str]) -> None:
        """Join the names of somebody who changed one for the other: "Ann Lind changed her name to Zoé Moon"."""
        for found in self.articles:
            for one, other in pairwise(found.mentions):
                if not _RENAMED.fullmatch(found.article.text, one.span.end, other.span.start):
                    continue
                known = {entry[name] for name in entry if one.name in (name, surname(name))}
                if len(known) == 1 and other.name in entry and known != {entry[other.name]}:
                    names = sorted((*known, entry[other.name]), key=lambda name: (-self.full[name], name))
                    entry.update({each: names[0] for each, chosen in entry.items() if chosen == names[1]})

    @staticmethod
    def _forename_and_junior(name: str, entry: Mapping[str, str]) -> str:
        """Return the entry of a name; of "Karl Jr." the only one of a Karl Lind Jr."""
        if not (is_short(name) and is_junior(name) and entry[name] == name):
            return entry[name]
        forename = name.split()[0]
        known = {entry[other] for other in entry if is_junior(other) and other != name and other.split()[0] == forename}
        return next(iter(known)) if len(known) == 1 else entry[name]

    def _article(self, found: AnnotatedArticle) -> list[PersonId | None]:
        here: dict[str, list[str]] = defaultdict(list)
        forenames: dict[str, set[str]] = defaultdict(set)
        for mention in found.mentions:
            if mention.name in self.entry_of:
                here[surname(mention.name).lower()].append(self.entry_of[mention.name])
                forenames[mention.name.split()[0]].add(self.entry_of[mention.name])
        who: list[PersonId | None] = []
        bare: dict[tuple[str, str, str, frozenset[str], str, frozenset[str]], str | None] = {}
        so_far: dict[str, frozenset[str]] = defaultdict(frozenset)
        first: dict[str, str] = {}
        known_by_forename = self._known_by_forename(found, here)
        addressed: dict[str, Counter[str]] = defaultdict(Counter)
        for mention in found.mentions:
            if " " not in mention.name and (told := told_gender(mention.standing.honorific, "")):
                addressed[surname(mention.name).lower()][told] += 1
        # Once beside many it is a wife, or a slip: whom the article writes of goes on to be meant.
        couples = {
            family for family, told in addressed.items() if min(told["f"], told["m"]) * FAR_OFTENER > max(told.values())
        }
        written = Counter(mention.name for mention in found.mentions)
        beside_kin = self._beside_kin(found)
        for mention in found.mentions:
            family = surname(mention.name).lower()
            name = None
            if mention.name in self.entry_of:
                name = self.entry_of[mention.name]
                so_far[family] |= {name}
            elif mention.kind == "person" and "-" in mention.name and without_hyphens(mention.name) in self.by_words:
                name = self.by_words[without_hyphens(mention.name)]
            elif mention.name in beside_kin:
                name = mention.name
            elif " " not in mention.name and mention.kind not in ("organisation", "place"):
                age = _AGE.search(found.article.text, max(0, mention.span.start - 20), mention.span.start)
                told, known = mention.standing.gender, so_far[family]
                office = describe(mention.role.of(found.article.text)).offices if mention.role else frozenset()
                asked = (mention.name, told, age[1].lower() if age else "", known, first.get(family, ""), office)
                if asked not in bare:
                    bare[asked] = self._bare(*asked, here)
                name = bare[asked]
                if name is not None and family in couples and told and not self._is_one_of_two(name, told):
                    name = None
                if name is not None and known <= {name}:
                    first.setdefault(family, name)
                if name is None and family not in self.by_surname:
                    name = self._slip_here(mention, here, written) or self._otherwise(mention, forenames)
                    if name in known_by_forename:
                        so_far[surname(name).lower()] |= {name}
                if name is None and mention.kind == "unknown":
                    name = self.bodies.get(mention.name)  # a lone word that another place tells to be a body
            elif mention.kind == "organisation":
                name = self.bodies[mention.name]
            if name is not None and mention.standing.gender:
                self._learn_gender(person_id(name), mention, found.article.text)
            who.append(person_id(name) if name else None)
        return who

    def _beside_kin(self, found: AnnotatedArticle) -> set[str]:
        """Return the surnames that mean another than their only bearer: "President Lind", then "his wife, Ann Lind".

        Whom an article calls by the surname with a great office before it names his kin in full is not that one.
        """
        apart: set[str] = set()
        named: set[str] = set()
        for mention in found.mentions:
            family = surname(mention.name).lower()
            if mention.name in self.entry_of:
                named.add(family)
            known = self.by_surname.get(family, set())
            if (
                family in named
                or " " in mention.name
                or len(known) != 1
                or mention.role is None
                or not known <= self.kin
            ):
                continue
            offices = describe(mention.role.of(found.article.text)).offices & SOLE
            if offices and offices.isdisjoint(self.offices[next(iter(known))]):
                apart.add(mention.name)
        return apart

    def _known_by_forename(self, found: AnnotatedArticle, here: dict[str, list[str]]) -> set[str]:
        """Add to `here` whom the article calls by the forename: beside Karl Lind "his father Ove" is a Lind too."""
        added = set()
        for mention in found.mentions:
            people = self.by_forename.get(mention.name, set()) if mention.kind == "person" else set()
            if len(people) != 1:
                continue
            name = next(iter(people))
            family = surname(name).lower()
            if family in here and name not in here[family]:
                here[family].append(name)
                added.add(name)
        return added

    def _learn_gender(self, person: PersonId, mention: Mention, text: str) -> None:
        told = told_gender(mention.standing.honorific, mention.role.of(text) if mention.role else "")
        (self._told if told else self._genders)[person][mention.standing.gender] += 1

    def _otherwise(self, mention: Mention, forenames: Mapping[str, set[str]]) -> str | None:
        """Return whom a lone word means that is nobody's surname. `forenames`: of whom its article names in full."""
        named = forenames.get(mention.name) or self.by_forename.get(mention.name, set())
        if named:
            return next(iter(named)) if len(named) == 1 and mention.kind == "person" else None
        middle = self.by_middle.get(mention.name, set())
        if len(middle) == 1:
            return next(iter(middle))
        if not _stands_alone(mention) and (mention.kind != "person" or mention.name not in self.alone):
            return None
        return self._misspelt(mention.name) or mention.name

    @staticmethod
    def _slip_here(mention: Mention, here: Mapping[str, list[str]], written: Mapping[str, int]) -> str | None:
        """Return whose surname a lone word is but for one letter: "Linde" once, where an article goes on of a Lind."""
        word, times = folded(mention.name), written[mention.name]
        if len(word) < SLIP_LETTERS or mention.kind != "person":
            return None
        near = {
            people[0]
            for family, people in here.items()
            if folded(family)[:1] == word[:1] and DamerauLevenshtein.distance(folded(family), word) == 1
            if len(set(people)) == 1
            and sum(written[each] for each in written if surname(each).lower() == family) >= SLIP_TIMES * times
        }
        return next(iter(near)) if len(near) == 1 else None

    def _misspelt(self, name: str) -> str | None:
        """Return the only person whose surname or forename a rare word nearly is."""
        if len(name) < MIN_LETTERS:
            return None
        if name not in self._slips:
            near = {
                person
                for word, people in self._alike[folded(name)[:FAMILY_LETTERS]]
                if _nearly(word, folded(name))
                for person in people
            }
            self._slips[name] = next(iter(near)) if len(near) == 1 else None
        return self._slips[name]

    def _bare(
        self,
        name: str,
        gender: str,
        age: str,
        so_far: frozenset[str],
        first: str,
        office: frozenset[str],
        here: dict[str, list[str]],
    ) -> str | None:
        """Return whom a lone surname means.

        `age`: "younger" or "elder" where it is told which of two. `so_far`: who of that surname the article has named
        in full before. `first`: whom it called by the surname alone before it named another. `office`: what it calls
        him: "President Lind" is who has that office somewhere, though the article names only his wife in full.
        """
        name = surname(name).lower()
        known = self.by_surname.get(name, set())
        if age:
            fitting = sorted(each for each in known if is_junior(each) == (age == "younger"))
            return fitting[0] if len(fitting) == 1 and len(known) > 1 else None
        holders = [each for each in sorted(known) if office & self.offices[each]]
        if len(holders) == 1 and len(known) > 1 and self._suits(holders[0], gender):
            return holders[0]
        near = here.get(name)
        if not so_far and len(known) > 1 and (clear := self._clearly(known)):
            return clear if self._suits(clear, gender) else None
        if gender and not any(self._suits(each, gender) for each in near or ()) and len(known) > 1:
            told = [each for each in sorted(known) if self._is_told(each, gender)]
            return told[0] if len(told) == 1 else None
        if near and any(is_junior(n) for n in near):
            near, known = self._without_juniors(near, known)
        if near:
            near = [*near, first] if first and first not in near else near
            fitting = [n for n in near if self._suits(n, gender)]
            chief = self._chief(fitting) or self._chief([n for n in fitting if gender and gender_of(n) == gender])
            introduced = so_far & set(fitting)
            # "Okafor" before his wife is named is himself, and goes on to be.
            alone = next(iter(introduced)) if len(introduced) == 1 else None
            # "Karl Lind, whose six-year-old son, Ove Lind, slept": by the surname alone no child is called.
            heads = {each for each in fitting if each not in self.children}
            head = next(iter(heads)) if len(heads) == 1 and len(set(fitting)) == len(heads) + 1 else None
            return chief or (first if first in fitting else alone or head)
        known = {
            each for each in known if not is_junior(each)
        } or known  # a son's "Jr." is written wherever he is meant
        return next(iter(known)) if len(known) == 1 else None

    def _suits(self, name: str, gender: str) -> bool:
        """Return whether nothing tells that somebody is no man, or no woman: "Mr" is not the first lady."""
        told = self.told_in_full[name]
        return not gender or (told <= {gender} if told else gender_of(name) in ("", gender))

    def _is_one_of_two(self, name: str, gender: str) -> bool:
        """Return whether "Mr. Okafor" is this one, where an article also writes of a "Ms. Okafor".

        He must be known to be a man, or be the only one of the name who is not known to be a woman.
        """
        others = self.by_surname[surname(name).lower()] - {name}
        told = [self.told_in_full[each] or {gender_of(each)} for each in sorted(others)]
        return self._is_told(name, gender) or (bool(told) and all(each | {"", gender} > {"", gender} for each in told))

    def _is_told(self, name: str, gender: str) -> bool:
        """Return whether somebody is known to be a man, or a woman."""
        return (self.told_in_full[name] or {gender_of(name)}) == {gender}

    def _chief(self, near: list[str]) -> str | None:
        """Return whom an article that names several of one surname chiefly writes of, or the folder, if it is clear."""
        here = Counter(near).most_common(2)
        if len(here) < 2:
            return here[0][0] if here else None
        if here[0][1] >= MUCH_OFTENER * here[1][1]:
            return here[0][0]
        return self._clearly(set(near))  # two of one surname: left open

    def _clearly(self, known: Iterable[str]) -> str | None:
        """Return whom the folder writes of far oftener than of the others."""
        everywhere = sorted(((self.written[name], name) for name in known), reverse=True)
        return everywhere[0][1] if everywhere[0][0] >= FAR_OFTENER * everywhere[1][0] else None

    def _without_juniors(self, near: list[str], known: set[str]) -> tuple[list[str], set[str]]:
        """Return whom a bare surname can mean where a "Jr." is named: the other one, if anybody writes of him."""
        others = {name for name in known if not is_junior(name)}
        if not others:
            return near, known
        return [name for name in near if not is_junior(name)], others

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
        for seen in (self._told.get(person), self._genders.get(person)):
            if seen and (gender := usual_gender(seen)):
                return gender
        near = self._company.get(person, Counter())
        for gender, other in (("f", "m"), ("m", "f")):
            if near[gender] >= COMPANY and near[gender] >= COMPANY * near[other]:
                return gender
        return ""

    def _genders_by_company(self) -> dict[PersonId, Counter[str]]:
        """Return how often a sentence that names a person and nobody else has "she" or "her" in it, "he" or "his"."""
        near: dict[PersonId, Counter[str]] = defaultdict(Counter)
        for found in self.articles:
            named: dict[int, set[PersonId | None]] = defaultdict(set)
            starts = [sentence.span.start for sentence in found.sentences]
            quoted = {bisect_right(starts, quote.content.start) - 1 for quote in found.quotes}
            for mention, person in zip(found.mentions, self._who[found.article.id], strict=True):
                if mention.kind == "person":
                    named[bisect_right(starts, mention.span.start) - 1].add(person)
            for number in sorted(named.keys() - quoted):
                if len(named[number]) == 1 and (person := next(iter(named[number]))) is not None:
                    words_there = _PRONOUN.findall(found.sentences[number].span.of(found.article.text))
                    told = {"m" if word in MALE else "f" for word in words_there}
                    if len(told) == 1:
                        near[person][next(iter(told))] += 1
        return near

    def doubt(self, name: str) -> str:
        """Return why a bare name was left open."""
        known = self.by_surname.get(surname(name).lower()) or self.by_forename.get(name, set())
        return f"{len(known)} people named {name}" if len(known) > 1 else ""

    def _titles(self) -> dict[PersonId, Titles]:
        titles: dict[PersonId, Titles] = defaultdict(Titles)
        for found in self.articles:
            for mention, person in zip(found.mentions, self._who[found.article.id], strict=True):
                if person and mention.role and mention.kind == "person":
                    titles[person].add(mention.role.of(found.article.text))
                if person and mention.kind == "person":
                    titles[person].add_seat(found.article.text, mention.span.end)
                    member = self._honorific(found, mention)
                    if member:
                        titles[person].add(member)
        return titles

    def _serving(self) -> frozenset[tuple[PersonId, str, PersonId]]:
        served = set()
        for found in self.articles:
            who = self._who[found.article.id]
            starts = [mention.span.start for mention in found.mentions]
            for mention, person in zip(found.mentions, who, strict=True):
                if person is None or mention.role is None or mention.kind != "person":
                    continue
                low, high = (bisect_left(starts, at) for at in (mention.role.start, mention.role.end))
                owners = {who[at] for at in range(low, high) if found.mentions[at].kind == "person"} - {person, None}
                if len(owners) == 1 and (owner := owners.pop()) is not None:
                    offices = describe(mention.role.of(found.article.text)).offices
                    served |= {(person, office, owner) for office in offices}
        return frozenset(served)

    @staticmethod
    def _honorific(found: AnnotatedArticle, mention: Mention) -> str:
        match = _HONORIFIC.search(found.article.text, max(0, mention.span.start - 12), mention.span.start)
        return _IN_FULL[match[1]] if match else ""

    def holds(self, person: PersonId | None, offices: frozenset[str]) -> bool:
        """Return whether the articles give a person one of the offices."""
        return person in self.titles and not offices.isdisjoint(self.titles[person].offices)

    def sits_for(self, person: PersonId | None, told: Sequence[str]) -> bool:
        """Return whether the articles say of a person the party and the state that a description tells."""
        return person in self.titles and self.titles[person].sits_for(told)

    def holders(self, offices: frozenset[str]) -> frozenset[PersonId]:
        """Return everybody to whom the articles give one of the offices."""
        return frozenset(PersonId(person) for office in offices for person in self._by_office.get(office, ()))

    def _acts_beside(self, last: PersonId, named: Mapping[PersonId, int], article: ArticleId, before: int) -> PersonId:
        """Return who acts where another of one office is named last: "President Lind met President Ruiz"."""
        text = self._texts[article]
        near = [
            (mention, person)
            for mention, person in zip(self._mentions[article], self._who[article], strict=True)
            if person in named and mention.span.start < before and mention.span.start > named[last] - BESIDE
        ]
        near = [each for each in near if ". " not in text[each[0].span.start : named[last]]]
        if any(person == last and (mention.standing.acts or mention.standing.subject) for mention, person in near):
            return last
        acting = {
            person
            for mention, person in near
            if person is not None
            if mention.standing.acts and not mention.standing.quoted
        }
        return acting.pop() if len(acting) == 1 else last

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
            if len(named) > 1 and wanted.nations:
                return None
            last = PersonId(max(named, key=lambda person: named[person]))
            return last if len(named) == 1 else self._acts_beside(last, named, article, before)
        told = (wanted.nations or wanted.others) and not wanted.offices <= ANYBODY
        return PersonId(everybody[0]) if len(everybody) == 1 and told else None

    def people(self, articles: Sequence[AnnotatedArticle]) -> tuple[Person, ...]:
        """Return the entries, sorted by id."""
        names: dict[PersonId, Counter[str]] = defaultdict(Counter)
        bodies: set[PersonId] = set()
        somebody: set[PersonId] = set()
        roles: dict[PersonId, dict[tuple[str, str], Role]] = defaultdict(dict)
        for found in sorted(articles, key=lambda found: found.article.id):
            for mention in found.mentions:
                if mention.person is None:
                    continue
                names[mention.person][mention.name] += 1
                if mention.kind == "organisation":
                    bodies.add(mention.person)
                elif mention.role or mention.standing.honorific:
                    somebody.add(mention.person)
                role = shown_role(found.article.text, mention.role) if mention.role else None
                if role is not None:
                    text = role.of(found.article.text)
                    roles[mention.person].setdefault((found.article.id, text), Role(found.article.id, role, text))
        people = []
        for person in sorted(names):
            ordered = sorted(names[person], key=lambda n: (" " not in n, is_short(n), -names[person][n], n))
            # What nothing tells to be a body is taken for a person, so one article that tells it weighs more than all
            # that do not, unless one gives a title: whichever of them is read last.
            kind = "organisation" if person in bodies - somebody else "person"
            ordered = _fullest_first(ordered) if kind == "person" else _uncut_first(_unruled_first(ordered, person))
            people.append(
                Person(person, ordered[0], kind, tuple(ordered), without_outdated(roles[person]))  # type: ignore[arg-type]
            )
        return tuple(people)


def _fullest_first(names: list[str]) -> list[str]:
    """Put first the name that has a forename before the commonest one: "Ann Skou Vang" before "Skou Vang"."""
    if names[0].split()[0] in words("forenames.txt"):
        return names
    fuller = [name for name in names if name.endswith(f" {names[0]}") and name.split()[0] in words("forenames.txt")]
    return [*fuller[:1], *(name for name in names if name not in fuller[:1])]


def _unruled_first(names: list[str], body: PersonId) -> list[str]:
    """Put first the name that a body has without who rules it, where the other is commonest: "Supreme Court"."""
    plain = [name for name in names if names[0].endswith(f" {name}") and " " in name and person_id(name) == body]
    return [*plain[:1], *(name for name in names if name not in plain[:1])]


def _uncut_first(names: list[str]) -> list[str]:
    """Put first the body's name that the commonest is cut short from: "Lind Hall Academy" before "Lind Hall"."""
    uncut = [name for name in names if " " in names[0] and name.startswith(f"{names[0]} ")]
    return [*uncut[:1], *(name for name in names if name not in uncut[:1])]


def person_id(name: str) -> PersonId:
    """Return the id of whoever is chiefly written so."""
    return PersonId(name_id(name))


@cache
def _common_forenames() -> frozenset[str]:
    return frozenset(name.lower() for name in words("forenames.txt"))


def _nearly(one: str, other: str) -> bool:
    """Return whether one word is the other but for a slip, in a long one three."""
    shorter = min(len(one), len(other))
    return shorter >= MIN_LETTERS and DamerauLevenshtein.distance(one, other) <= max(1, shorter // 4)


@cache
def nicknames() -> tuple[frozenset[str], ...]:
    """Return the families of forenames that stand for one another, lower case: "dick", "richard"."""
    return tuple(frozenset(line.split()) for line in lines("nicknames.txt"))


def _stands_alone(mention: Mention) -> bool:
    """Return whether a lone word names a person: it has a form of address or an office, or it says something."""
    standing = mention.standing
    return mention.kind == "person" and bool(standing.honorific or mention.role or standing.reporting)


@dataclass(frozen=True, slots=True)
class Apart:
    """What tells two full names of one surname apart."""

    titles: Mapping[str, Titles]
    articles: Mapping[str, set[ArticleId]]
    """In which articles each name stands."""
    paragraphs: Mapping[str, set[tuple[ArticleId, int]]]
    """And in which paragraphs."""
    sons: frozenset[str] = frozenset()
    """The names with a "Jr." of whom a son is told."""

    def in_one_article(self, one: str, other: str) -> bool:
        """Return whether an article writes both: it has no reason to write one person in two ways."""
        return bool(self.articles[one] & self.articles[other])

    def in_one_paragraph(self, one: str, other: str) -> bool:
        """Return whether a paragraph writes both; at some distance "Tom" may be what others call Thomas."""
        return bool(self.paragraphs[one] & self.paragraphs[other])


def is_junior(name: str) -> bool:
    """Return whether a name says that somebody else bears it too: "Karl Lind Jr."."""
    return name.replace(".", "").split()[-1] in SUFFIXES


def is_short(name: str) -> bool:
    """Return whether a name has a surname and nothing before it but what follows it: "Lind Jr."."""
    return not _given(name)


def same_name(one: str, other: str, apart: Apart) -> bool:
    """Return whether two full names are spellings of one: same surname, and forenames that do not clash.

    Forenames of one letter's difference (Katrin, Kathrin) may also be two people's (Jean, Joan): when both are common
    they are joined only if the articles give both the same office. Short forms ("Tom", "Thomas") are joined unless one
    paragraph has both. "Karl Lind" and "Karl Lind Jr." are father and son where one article writes both, or tells so.
    """
    if surname(one).lower() != surname(other).lower() and not _misprinted(one, other):
        return False
    a, b = _given(one), _given(other)
    two = apart.in_one_article(one, other) or not apart.sons.isdisjoint((one, other))
    if is_junior(one) != is_junior(other) and (two or not a or not b) and not _is_third_of_name(one, other, apart):
        return False
    if not a or not b or a[0] == b[0]:
        return _middles_agree(a, b, two)
    x, y = a[0], b[0]
    if any(len(one) > 1 and len(one[0]) == 1 and one[1:] == other for one, other in ((a, b), (b, a))):
        return True  # "I. Glenn Lind", "Glenn Lind"
    if len(x) == 1 or len(y) == 1:
        return x[0] == y[0]
    near = min(len(x), len(y)) >= 4 and x[0] == y[0] and DamerauLevenshtein.distance(x, y) <= 1
    # "Yorgaki Okrami", "Jorgaki Okrami": another alphabet's first letter is written in two ways.
    near = near or (min(len(x), len(y)) >= MIN_LETTERS and not two and DamerauLevenshtein.distance(x, y) <= 1)
    near = near or (len(x) > MIN_LETTERS - 1 and sorted(x) == sorted(y))  # "Solveig", "Sovleig"
    if near and not {x, y} <= _common_forenames():
        return True
    if any({x, y} <= family for family in nicknames()):
        return not apart.in_one_paragraph(one, other) or bool(apart.titles[one].offices & apart.titles[other].offices)
    if (x in b or y in a) and not is_family_first(one.split()):  # "Kim Yo Jong" is the sister of Kim Jong Un
        return True  # a middle name that somebody goes by: "Carl Otto Lind", "Otto Lind"
    return near and bool(apart.titles[one].offices & apart.titles[other].offices)


def _is_third_of_name(one: str, other: str, apart: Apart) -> bool:
    """Return whether one article writes a man with his "III" and without, each time with the same office.

    His father is a "Jr.", and would not be written without it.
    """
    longer = one if is_junior(one) else other
    offices = apart.titles[one].offices & apart.titles[other].offices
    return longer.split()[-1] in ("III", "IV") and bool(offices) and apart.sons.isdisjoint((one, other))


def _misprinted(one: str, other: str) -> bool:
    """Return whether two names of one forename differ by a slip in the surname: "Karl Lindholm", "Karl Lindhom"."""
    x, y = folded(surname(one)), folded(surname(other))
    if one.split()[0] != other.split()[0] or min(len(x), len(y)) < 4 or x[0] != y[0]:
        return x == y
    # "Tancred Okrami", "Tancred Okram": of a rare forename there is one, however the surname is spelt.
    rare = one.split()[0].lower() not in _common_forenames()
    # "Erik Tobias Okrami", "Erik Tobias Okram": so of two forenames.
    rare = rare or (len(_given(one)) > 1 and _given(one) == _given(other))
    letters = FAMILY_LETTERS + 1 if rare else MIN_LETTERS
    return DamerauLevenshtein.distance(x, y) <= (2 if min(len(x), len(y)) > letters else 1)


def _differs_by_slip(one: str, other: str) -> bool:
    """Return whether two names have the same forenames, and surnames that differ by a slip."""
    return _given(one) == _given(other) and surname(one) != surname(other) and _misprinted(one, other)


def folded(name: str) -> str:
    """Return a name in small letters without accents."""
    parts = unicodedata.normalize("NFD", name.lower())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def without_hyphens(name: str) -> str:
    """Return a name as it is compared with one that is written in two words: "ann zoe" for "Ann-Zoé"."""
    return folded(name).replace("-", " ")


def _middles_agree(a: Sequence[str], b: Sequence[str], together: bool) -> bool:
    """Return whether two lists of given names can be one's: "John F." is no "John Q.".

    `together`: one article has both names, so that "Karl Otto" is no "Karl Ove"; two outlets may err.
    """
    if not len(a) == len(b) == 2:
        return True
    one, other = a[1], b[1]
    shorter = min(len(one), len(other)) if together else 1
    return one[:shorter] == other[:shorter] or DamerauLevenshtein.distance(one, other) <= 1 < shorter


def _given(name: str) -> list[str]:
    tokens = [token for token in folded(name).replace(".", "").split() if token not in ("jr", "sr", "ii", "iii", "iv")]
    if is_family_first(name.replace(".", "").split()):
        return tokens[1:]
    if set(tokens[:-1]) <= set(PARTICLES) or set(name.split()[:-1]) <= SURNAME_OPENERS:
        return []  # "Van Holm", "Te Rangi" are all surname
    return tokens[:-1]
