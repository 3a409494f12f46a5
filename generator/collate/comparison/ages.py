"""How old each article says that somebody is: "Holt, 48,", "the 47-year-old Holt", "a 26-year-old nurse"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.collate.comparison.aligned import Alignment
from generator.collate.comparison.matters import Matter
from generator.collate.comparison.roles_told import with_name
from generator.collate.comparison.scenes import PERSON, Account, Rarity, Scene
from generator.collate.comparison.sentences import Corpus
from generator.collate.comparison.value_words import thing_printed
from generator.collate.timeline.mentions.grammar import NOUNS
from generator.groups import Groups
from generator.records import ArticleId, Contrast, FactValue, Mention, Person, PublicationDay, Span

_BEHIND = re.compile(r", (?:now )?(?:aged? )?(\d{1,2})(?=[,.;)]| and\b|\n|$)")
_ONE_EACH = re.compile(r"\W+(?:\d+,? )*(?:and|&) \d+,? respectively\b")  # "aged 16 and 13 respectively"
_STATED = re.compile(r"(?<![\w.-])(\d{1,2}) years old\b")
_BEFORE = re.compile(r"(?<![\w.-])(\d{1,2})-years?-old\b")
_AT_THAT_TIME = re.compile(r"\b(?:then|once|when|late)[ -](?:a |an |the )?$", re.I)
NAMELESS = "~"
YOUNGEST = 2  # years; "Lind, 1," is rather a place in a list
YEAR = 365.25  # days
MONTH = 1 / 12  # of a year
BIRTHDAY = 1  # years that somebody may have got older between two articles
MOST = 12  # years by which two articles that mean one person are out; beyond that they mean two
BESIDE = 5.0  # bits of what stands with somebody without a name, for two articles to mean one


@dataclass(frozen=True, slots=True)
class _Told:
    """An age as one article tells it."""

    article_id: ArticleId
    who: str
    """Id of a person; of somebody without a name the word for them, behind a "~"."""
    age: int
    span: Span
    scene: Scene | None = None
    """Of somebody without a name."""
    name: str = ""
    """The word for somebody without a name, as printed."""

    @property
    def value(self) -> FactValue:
        """Its words."""
        return FactValue(self.article_id, self.span)


def told_ages(
    people: Sequence[Person],
    accounts: Mapping[ArticleId, Account],
    corpus: Corpus,
    rarity: Rarity,
    aligned: Alignment,
    published: Mapping[ArticleId, PublicationDay],
) -> list[Matter]:
    """Return a matter for everybody whose age two articles of one event tell.

    An article that gives somebody two ages tells of two times or of two people, so nothing of it is compared.
    """
    names: dict[str, str] = {person.id: person.name for person in people if person.kind == "person"}
    told: defaultdict[str, list[_Told]] = defaultdict(list)
    for identity in sorted(accounts):
        for each in _in_article(accounts[identity]):
            told[each.who].append(each)
    by_name = {each.age for who, ages in told.items() if who in names and len(ages) > 1 for each in ages}
    matters = []
    for who, ages in sorted(told.items()):
        accompanying = corpus.accompanying([each.article_id for each in ages])
        near = [each for each in ages if each.article_id in accompanying]
        if who in names:
            matters.append(_matter(names[who], near, published))
        elif who[0] == NAMELESS:
            for group in _one_person(near, rarity, aligned):
                if not {each.age for each in group} <= by_name:  # whose row has it
                    matters.append(_matter(min(each.name for each in group), group, published))
    return [matter for matter in matters if matter is not None]


def _one_person(told: Sequence[_Told], rarity: Rarity, aligned: Alignment) -> list[list[_Told]]:
    """Return those without a name who are one: equally old, or told of in the same way."""
    groups = Groups(len(told))
    for left, right in combinations(range(len(told)), 2):
        if told[left].age == told[right].age or _told_alike(told[left], told[right], rarity, aligned):
            groups.unite(left, right)
    return [[told[at] for at in group] for group in groups.all() if len(group) > 1]


def _told_alike(one: _Told, other: _Told, rarity: Rarity, aligned: Alignment) -> bool:
    if one.scene is None or other.scene is None:
        return False
    beside = rarity.sum(one.scene.features & other.scene.features)
    return beside >= BESIDE or aligned.of(one.scene, other.scene) is not None


def _matter(name: str, told: Sequence[_Told], published: Mapping[ArticleId, PublicationDay]) -> Matter | None:
    """Return what articles tell of one age; None where they may all be right, each on its day."""
    ages = {each.age for each in told}
    if len(told) < 2 or max(ages) - min(ages) > MOST:
        return None
    values = tuple(each.value for each in told)
    if len(ages) == 1:
        return Matter("age", name, "agree", values)
    other = [pair for pair in combinations(told, 2) if pair[0].age != pair[1].age]
    years = [_years_between(*(published.get(each.article_id) for each in pair)) for pair in other]
    grown = (gap is not None and _has_grown(*pair, *gap) for pair, gap in zip(other, years, strict=True))
    if all(grown):
        return None
    of_one_date = all(gap is not None and max(map(abs, gap)) < BIRTHDAY for gap in years)
    apart = max(ages) - min(ages) > BIRTHDAY and all(each.scene is None for each in told)
    contrast: Contrast = "contradiction" if apart and of_one_date else "wording"
    return Matter("age", name, "differ", values, contrast)


def _years_between(one: PublicationDay | None, other: PublicationDay | None) -> tuple[float, float] | None:
    """Return the least and the most years from one article's day to another's; None where a day has no bounds."""
    if one is None or other is None or one.window is None or other.window is None:
        return None
    (first, last), (first_other, last_other) = one.window, other.window
    return (first_other - last).days / YEAR, (last_other - first).days / YEAR


def _has_grown(one: _Told, other: _Told, least: float, most: float) -> bool:
    """Return whether somebody may have turned so old between two articles of other months."""
    older = other.age - one.age
    return min(abs(least), abs(most)) > MONTH and least * most > 0 and least - 1 < older < most + 1


def _in_article(account: Account) -> list[_Told]:
    """Return the age of everybody whom the article gives one, where it first does."""
    ages: defaultdict[str, list[_Told]] = defaultdict(list)
    for each in sorted(_told(account), key=lambda found: (found.span, found.who)):
        ages[each.who].append(each)
    return [found[0] for _, found in sorted(ages.items()) if len({each.age for each in found}) == 1]


def _told(account: Account) -> Iterator[_Told]:
    mentions = [
        mention for mention in account.found.mentions if mention.kind == "person" and mention.person is not None
    ]
    identity = account.found.article.id
    for mention in mentions:
        match = _BEHIND.match(account.text, mention.span.end)
        if match and mention.person is not None and not mention.standing.quoted and int(match[1]) >= YOUNGEST:
            if _ONE_EACH.match(account.text, match.end(1)):
                continue  # whose the first of two ages is, the names before it tell
            yield _Told(identity, mention.person, int(match[1]), Span(mention.span.start, match.end(1)))
    at_word = {at: mention for mention in mentions for at in account.grammar.within(mention.span)}
    for match in _BEFORE.finditer(account.text):
        if not _AT_THAT_TIME.search(account.text[max(0, match.start() - 12) : match.start()]):
            yield from _old(account, Span(match.start(), match.end()), int(match[1]), at_word)
    for match in _STATED.finditer(account.text):
        yield from _stated(account, Span(match.start(), match.end()), int(match[1]))


def _stated(account: Account, span: Span, age: int) -> Iterator[_Told]:
    """Yield who is said to be so old, by name or by a pronoun: "Holt is 48 years old", "She was also 48 years old"."""
    grammar = account.grammar
    inside = grammar.within(span)
    verb = grammar.clause_of(inside[0]) if inside else None
    if verb is None or grammar.words[verb].lemma.lower() != "be" or account.is_quoted(inside[0]):
        return
    subject = grammar.own_subject(verb)
    who = account.feature(subject) if subject is not None else None
    # "When she was 12 years old" tells of another time.
    if subject is None or who not in account.humans or grammar.words[verb].dep in ("advcl", "relcl"):
        return
    whole = Span(min(span.start, grammar.words[subject].start), span.end)
    yield _Told(account.found.article.id, who.removeprefix(PERSON), age, whole)


def _old(account: Account, span: Span, age: int, at_word: Mapping[int, Mention]) -> Iterator[_Told]:
    """Yield who is told to be so old: "the 48-year-old Holt", "Holt, a 48-year-old engineer", "a 48-year-old man"."""
    words = account.grammar.words
    inside = account.grammar.within(span)
    if not inside or words[inside[0]].quoted:
        return
    above = (at for within in inside for at in account.grammar.up(within))
    noun = next((at for at in above if words[at].tag in NOUNS and words[at].start >= span.end), None)
    if noun is None:
        return
    beside = [noun, *(at for at in account.grammar.hanging[noun] if words[at].dep == "appos")]
    if words[noun].dep == "appos":
        beside.append(words[noun].head)
    named = next((at_word[at] for at in beside if at in at_word), None)
    if named is not None and named.person is not None:
        yield _Told(account.found.article.id, named.person, age, with_name(span, named.span, ", a "))
    elif named is None and len(beside) == 1:
        word = account.surface(noun).lower()
        whole = Span(span.start, words[noun].end)
        yield _Told(account.found.article.id, NAMELESS + thing_printed(word), age, whole, account.scene(noun), word)
