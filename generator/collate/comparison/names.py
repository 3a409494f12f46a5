"""Names of one person or place that articles spell differently: "Katrin" and "Cathrin"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein, Prefix

from generator.annotate.titles import leads_name
from generator.collate.comparison.aligned import Alignment, SentencePlace
from generator.collate.comparison.matters import Matter
from generator.collate.comparison.scenes import NAMES, Account, disjoint
from generator.collate.comparison.sentences import ComparedSentence, Corpus
from generator.collate.people.roles import nation_of
from generator.collate.words.stops import empty_words
from generator.collate.words.tokens import RAREST, weight_of
from generator.groups import Groups
from generator.records import ArticleId, FactValue, Person, PersonId, Span
from generator.words_alike import without_accents

MAX_EDITS = 2  # letters that two spellings of one name differ in; for short names 1, for very long ones 3
LONG_NAME = 6
VERY_LONG = 11
KEYSTROKE = 1  # letters; by more, or by an ending, an article that has both spellings tells of two people
SLIP = (
    4  # times as often that a name is spelled one way as another, where nothing but the spelling ties the two together
)
MIN_NAME = 4  # letters: "Lee" and "Lea" are two names
_WORD = re.compile(r"\w+")
_NAME = re.compile(r"[A-ZÀ-Þ](?:[^\W\d_A-Z]['’]?){0,3}[A-ZÀ-Þ]?[^\WA-Z]*[^\W\d_A-Z]")  # "Holt", "McHolt", "O'Holt"
_PARTICLES = frozenset("la le de di da du del al el mc mac van von o".split())  # noqa: SIM905
_SOUNDS = (("ph", "f"), ("ck", "k"), ("y", "i"), ("c", "k"), ("z", "s"))
UNUSUAL = 10  # weight of a word that is a name where the sentences around it tell the same: "Mason" for "Manson"
MAX_ARTICLES = 60  # of one family name: beyond that the folder is no event


@dataclass(frozen=True, slots=True)
class FullName:
    """Two or more capitalised words in a row, as one article has them for the first time."""

    article_id: ArticleId
    words: tuple[str, ...]
    span: Span


def spelled_names(corpus: Corpus) -> list[Matter]:
    """Return a matter for every name of two words or more that articles of one event spell differently.

    One word of the name must be the same in all of them, so "Mr Hansen" and "Mr Hanson" are left alone.
    """
    small = _small_letters(corpus)
    first = [name for name in _first_uses(corpus) if not any(word.casefold() in small for word in name.words)]
    by_word: defaultdict[str, list[FullName]] = defaultdict(list)
    for name in first:
        for word in set(name.words):
            by_word[word].append(name)
    matters: dict[frozenset[tuple[str, ...]], Matter] = {}
    for word in sorted(by_word):
        names = by_word[word]
        if len({name.words for name in names}) > 1 and len({name.article_id for name in names}) <= MAX_ARTICLES:
            for spellings in _variants(names):
                if (matter := _matter(spellings, first, corpus)) is not None:
                    matters.setdefault(frozenset(spellings), matter)
    return [matters[key] for key in sorted(matters, key=sorted)]


def _small_letters(corpus: Corpus) -> frozenset[str]:
    """Return the words that the folder also has in small letters: "Former" is no part of a name."""
    return frozenset(
        word.key
        for several in corpus.sentences
        for sentence in several
        for word in sentence.words
        if sentence.text[word.span.start].islower()
    )


def _first_uses(corpus: Corpus) -> list[FullName]:
    found: dict[tuple[str, tuple[str, ...]], FullName] = {}
    for several in corpus.accompanied():
        for sentence in several:
            for name in _names_in(sentence):
                found.setdefault((name.article_id, name.words), name)
    return list(found.values())


def _names_in(sentence: ComparedSentence) -> Iterator[FullName]:
    run: list[tuple[str, Span]] = []
    text = sentence.text
    for word in sentence.words:
        surface = word.span.of(text).removesuffix("'s").removesuffix("’s")
        named = bool(_NAME.fullmatch(surface)) and word.key not in empty_words()
        if named and run and text[run[-1][1].end : word.span.start] != " ":
            yield from _name(sentence, run)
            run = []
        if named:
            run.append((surface, Span(word.span.start, word.span.start + len(surface))))
        else:
            yield from _name(sentence, run)
            run = []
    yield from _name(sentence, run)


def _name(sentence: ComparedSentence, run: list[tuple[str, Span]]) -> Iterator[FullName]:
    """Yield the last two words of a run of capitalised words: titles stand before a name, never behind it."""
    parted = len(run) > 2 and run[-3][0].lower() in _PARTICLES  # "La Guardia Airport"
    if len(run) >= 2 and not parted:
        last = run[-2:]
        yield FullName(sentence.article_id, tuple(word for word, _ in last), Span(last[0][1].start, last[-1][1].end))


_Spelling = tuple[str, ...]


def _variants(names: Sequence[FullName]) -> Iterator[set[_Spelling]]:
    """Yield the spellings that are one name: those that no article uses for two people, each with its nearest."""
    articles: defaultdict[_Spelling, set[ArticleId]] = defaultdict(set)
    for name in names:
        articles[name.words].add(name.article_id)
    spellings = sorted(articles)
    namesakes: defaultdict[_Spelling, set[_Spelling]] = defaultdict(set)
    for one, other in combinations(spellings, 2):
        if articles[one] & articles[other] and (_apart(one, other) > KEYSTROKE or _are_longer(one, other)):
            namesakes[one].add(other)
            namesakes[other].add(one)
    groups = Groups(len(spellings))
    for (here, one), (there, other) in combinations(enumerate(spellings), 2):
        if _one_name(one, other) and not _is_nearer(one, other, namesakes):
            groups.unite(here, there)
    yield from ({spellings[at] for at in group} for group in groups.all() if len(group) > 1)


def _is_nearer(left: _Spelling, right: _Spelling, namesakes: Mapping[_Spelling, Set[_Spelling]]) -> bool:
    """Return whether two spellings are of two people, or one of them is nearer to the namesake of the other."""
    if right in namesakes.get(left, ()):
        return True
    apart = _apart(left, right)
    return any(
        _apart(one, namesake) < apart
        for one, other in ((left, right), (right, left))
        for namesake in namesakes.get(other, ())
    )


def _are_longer(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Return whether a name is another with an ending: "Gabriel" and "Gabriela"."""
    return any(a != b and (a.startswith(b) or b.startswith(a)) for a, b in zip(left, right, strict=True))


def _apart(left: tuple[str, ...], right: tuple[str, ...]) -> int:
    """Return by how many letters two spellings of a name differ."""
    return sum(int(DamerauLevenshtein.distance(plain(a), plain(b))) for a, b in zip(left, right, strict=True))


def _one_name(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    differing = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    return len(differing) == 1 and is_slip(*differing[0])


def is_slip(left: str, right: str) -> bool:
    """Return whether two words are one name spelled in two ways."""
    short, long = sorted((plain(left), plain(right)), key=len)
    if long.endswith(short) and len(short) >= LONG_NAME and long.removesuffix(short) in _PARTICLES:
        return min(weight_of(short), weight_of(long)) >= MIN_RARITY  # "LaHolt"
    if short == long or (long.startswith(short) and long[len(short) :] in _DEMONYMS | empty_words()):
        return False  # only an accent, "Zealand" and "Zealander", or a lost space: "Lindsaid"
    if len(short) < MIN_NAME or (long in (f"{short}s", f"{short}es") and not long.endswith("ss")):
        return False
    if _are_inflected(short, long) or _are_of_one_country(left, right):
        return False
    if short[0] != long[0] and (len(short) < LONG_NAME or short[1:] != long[1:]):
        return False  # "Katarina" and "Catarina" are one name, "Mark" and "Clark" two
    if min(weight_of(short), weight_of(long)) < MIN_RARITY:
        return False  # both are words or names of their own: "State" and "States", "Smith" and "Smyth" are not
    allowed = MAX_EDITS if len(short) >= LONG_NAME or len(long) > LONG_NAME else 1
    allowed += len(short) >= VERY_LONG
    if int(DamerauLevenshtein.distance(short, long)) <= allowed:
        return True
    return len(short) > MIN_NAME and int(DamerauLevenshtein.distance(_sound(short), _sound(long))) <= 1


def _sound(word: str) -> str:
    """Return a name with one letter for what sounds alike: "Bryan" and "Brian"."""
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    return word


def _are_inflected(short: str, long: str) -> bool:
    """Return whether two words are one with other endings: "Zealanders" and "Zealandic"."""
    alike = int(Prefix.similarity(short, long))
    return any(_are_endings({short[cut:], long[cut:]}) for cut in (alike, alike - 1))


def _are_endings(endings: Set[str]) -> bool:
    return endings <= _DEMONYMS | {"", "s"} and any(len(ending) > 1 for ending in endings)


MIN_RARITY = 8
_DEMONYMS = frozenset(["er", "ers", "n", "an", "ian", "ans", "ese", "i", "ish", "ic"])


@lru_cache(maxsize=20_000)
def plain(word: str) -> str:
    """Return the word in small letters without accents, which some outlets never print."""
    return without_accents(word).casefold()


def _matter(spellings: set[tuple[str, ...]], names: Sequence[FullName], corpus: Corpus) -> Matter | None:
    used = [name for name in names if name.words in spellings]
    related = [
        name
        for name in used
        if any(other.words != name.words and corpus.related(name.article_id, other.article_id) for other in used)
    ]
    if len({name.words for name in related}) < 2:
        return None
    by_article: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for name in related:
        by_article[name.article_id].add(name.words)
    if any(len(held) == len(spellings) for held in by_article.values()) and len(by_article) < 3:
        return None  # one article that has both may tell of two people
    values = tuple(FactValue(name.article_id, name.span) for name in related)
    return Matter("name", " / ".join(sorted(" ".join(words) for words in spellings)), "differ", values)


@dataclass(frozen=True, slots=True)
class _Use:
    """One word of a name as an article first has it."""

    article_id: ArticleId
    span: Span
    beside: frozenset[str]
    """The names next to it: "Anders" of "Anders Holt"."""


def slips(
    accounts: Mapping[ArticleId, Account], people: Sequence[Person], corpus: Corpus, spelled: Sequence[Matter]
) -> list[Matter]:
    """Return a matter for every word of a person's name that one article spells otherwise, now and then or always.

    A spelling that is rare beside the other is taken for the same name when it differs by a letter or two, is no word
    and nobody else's name. `spelled`: the names found already, which are not told again.
    """
    told = {frozenset(pair) for matter in spelled for pair in _pairs_in(matter.about)}
    small = _small_letters(corpus)
    uses, counts = _uses(accounts, small)
    known = _words_of_names(people)
    near = _by_letters(known)
    matters = []
    for rare in sorted(uses):
        for usual in sorted({word for key in _letters(rare) for word in near.get(key, ())}):
            one = known.get(rare, frozenset()) & known[usual]
            often = counts[usual] > counts[rare] if one else counts[usual] >= SLIP * counts[rare]
            if usual not in uses or usual == rare or not often or not is_slip(rare, usual):
                continue
            if (rare in known and not one) or frozenset([rare, usual]) in told or _are_two(uses[rare], uses[usual]):
                continue
            values = [
                *uses[rare],
                *(use for use in uses[usual] if use.article_id not in {u.article_id for u in uses[rare]}),
            ]
            if len({use.article_id for use in values}) > 1:
                words = tuple(FactValue(use.article_id, use.span) for use in values)
                matters.append(Matter("name", f"{rare} / {usual}", "differ", words))
    return matters


def odd_names(
    accounts: Mapping[ArticleId, Account], people: Sequence[Person], corpus: Corpus, spelled: Sequence[Matter]
) -> list[Matter]:
    """Return a matter for every long word of names that no table knows and that articles spell by a letter otherwise.

    Of places and bodies too: "Harmuzan" and "Harmozan". An article that has both tells of two. `spelled`: the names
    found already, which are not told again.
    """
    told = {frozenset(pair) for matter in spelled for pair in _pairs_in(matter.about)}
    known = _words_of_names(people)
    uses, _ = _uses(accounts, _small_letters(corpus))
    long = sorted(word for word in uses if len(word) >= LONG_NAME)
    groups = Groups(len(long))
    for here, there in _by_a_letter(long):
        one, other = long[here], long[there]
        apart = one in known and other in known and not known[one] & known[other]
        both = {use.article_id for use in uses[one]} & {use.article_id for use in uses[other]}
        new = frozenset([one, other]) not in told
        if new and not apart and not both and is_slip(one, other) and not _are_two(uses[one], uses[other]):
            groups.unite(here, there)
    matters = []
    for group in groups.all():
        words = [long[number] for number in sorted(group)]
        values = [use for word in words for use in uses[word]]
        near_by = corpus.accompanying(sorted(use.article_id for use in values))
        left = [FactValue(use.article_id, use.span) for use in values if use.article_id in near_by]
        if len(words) > 1 and len(near_by) > 1:
            matters.append(Matter("name", " / ".join(words), "differ", tuple(left)))
    return matters


def _by_a_letter(words: Sequence[str]) -> list[tuple[int, int]]:
    """Return the pairs of words, by their numbers, that are one but for a letter."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(words):
        letters = plain(word)
        for left in {letters, *(letters[:at] + letters[at + 1 :] for at in range(len(letters)))}:
            holders[left].append(number)
    pairs = {pair for held in holders.values() if len(held) <= MAX_ARTICLES for pair in combinations(held, 2)}
    return sorted(
        pair
        for pair in pairs
        if DamerauLevenshtein.distance(*(plain(words[number]) for number in pair), score_cutoff=1) == 1
    )


def aligned_names(
    accounts: Mapping[ArticleId, Account],
    aligned: Alignment,
    people: Sequence[Person],
    corpus: Corpus,
    found: Sequence[Matter],
) -> list[Matter]:
    """Return a matter for every name that two sentences which tell the same spell otherwise, of places too.

    `found`: the names found already, which are not told again.
    """
    told = {frozenset(pair) for matter in found for pair in _pairs_in(matter.about)}
    small, known = _small_letters(corpus), _words_of_names(people)
    pairs: set[tuple[str, str]] = set()
    named: dict[SentencePlace, frozenset[str]] = {}
    for places in aligned.near:
        for place in places:
            if place not in named:
                named[place] = _named_in(place, accounts[place[0]], small)
        here, there = (named[place] for place in places)
        pairs |= {_in_order_of_letters(a, b) for a in here - there for b in there - here if _is_misspelled(a, b)}
    matters = []
    printed = _Spellings({spelling for pair in pairs for spelling in pair}, accounts)
    for one, other in sorted(pairs):
        apart = one in known and other in known and not known[one] & known[other]
        if (
            apart
            or _are_of_one_country(one, other)
            or frozenset([one, other]) in told
            or printed.are_both_usual(one, other)
        ):
            continue
        first = printed.first_in_articles(one, other)
        matters.append(Matter("name", f"{one} / {other}", "differ", tuple(value for _, value in first)))
    return matters


def accents(accounts: Mapping[ArticleId, Account], people: Sequence[Person], corpus: Corpus) -> list[Matter]:
    """Return a matter for every word of a person's name that one article prints with an accent and another without."""
    # Two entries of one name but for its accents and hyphens are one.
    names = {person.id: plain(person.name).replace("-", " ") for person in people if person.kind == "person"}
    first: defaultdict[tuple[str, str], dict[tuple[ArticleId, str], FactValue]] = defaultdict(dict)
    for identity in sorted(accounts):
        account = accounts[identity]
        for mention in account.found.mentions:
            if mention.person is None or mention.person not in names:
                continue
            for at in account.grammar.within(mention.span):
                surface = account.surface(at)
                if surface.isalpha() and surface.istitle():
                    value = FactValue(
                        identity, Span(mention.span.start, max(mention.span.end, account.grammar.words[at].end))
                    )
                    first[names[mention.person], plain(surface)].setdefault((identity, surface), value)
    matters = []
    for _, uses in sorted(first.items(), key=lambda each: each[0]):
        near = corpus.accompanying(sorted({identity for identity, _ in uses}))
        values = {place: value for place, value in uses.items() if place[0] in near}
        spellings = sorted({surface for _, surface in values})
        if len(spellings) > 1 and len(near) > 1:
            matters.append(Matter("name", " / ".join(spellings), "differ", tuple(values.values())))
    return matters


def _named_in(place: SentencePlace, account: Account, small: frozenset[str]) -> frozenset[str]:
    """Return the words of names in a sentence, without days and words that the folder has in small letters."""
    words = account.grammar.words
    inside = (at for at in account.grammar.within(place[1]) if words[at].tag in NAMES and not account.is_time(at))
    printed = {account.surface(at) for at in inside if not words[at].quoted}
    return frozenset(
        word for word in printed if word.isalpha() and word[1:] == word[1:].lower() and word.casefold() not in small
    )


def _is_misspelled(one: str, other: str) -> bool:
    """Return whether two words look alike, one is known to nobody and the other is no everyday word."""
    weights = weight_of(one.casefold()), weight_of(other.casefold())
    return max(weights) >= RAREST and min(weights) >= UNUSUAL and is_slip(one, other)


def _are_of_one_country(one: str, other: str) -> bool:
    """Return whether two words are a country and its people: "Somalia" and "Somalis" are no spellings of one name."""
    nations = [nation_of(word) or nation_of(word.removesuffix("s")) for word in (one, other)]
    return nations[0] is not None and nations[0] == nations[1]


def _in_order_of_letters(one: str, other: str) -> tuple[str, str]:
    first, last = sorted((one, other))
    return first, last


class _Spellings:
    """Where and how often spellings are printed, found for all of them at once: thousands may stand beside others."""

    def __init__(self, spellings: Set[str], accounts: Mapping[ArticleId, Account]) -> None:
        self._spellings, self._accounts = spellings, accounts
        self._first: defaultdict[str, dict[ArticleId, FactValue]] = defaultdict(dict)
        for identity in sorted(accounts) if spellings else ():
            account = accounts[identity]
            for at, word in enumerate(account.grammar.words):
                if word.tag in NAMES and (surface := account.surface(at)) in spellings:
                    self._first[surface].setdefault(identity, FactValue(identity, Span(word.start, word.end)))

    @cached_property
    def _times(self) -> Counter[str]:
        texts = (account.text for account in self._accounts.values())
        return Counter(word for text in texts for word in _WORD.findall(text) if word in self._spellings)

    def first_in_articles(self, one: str, other: str) -> list[tuple[str, FactValue]]:
        """Return where each article first has each of two spellings."""
        first = [(spelling, value) for spelling in (one, other) for value in self._first[spelling].values()]
        return sorted(first, key=lambda use: (use[1].article_id, use[1].span))

    def are_both_usual(self, one: str, other: str) -> bool:
        """Return whether an article has both spellings, and none is rare beside the other: they are two names."""
        if self._first[one].keys().isdisjoint(self._first[other]):
            return False
        few, many = sorted((self._times[one], self._times[other]))
        return many < SLIP * few


def _are_two(one: Sequence[_Use], other: Sequence[_Use]) -> bool:
    """Return whether two words always stand in other names: "Nora Arven" and "Aren Lind"."""
    here, there = (frozenset().union(*(use.beside for use in uses)) for uses in (one, other))
    return disjoint(here, there) and not any(is_slip(a, b) for a in here for b in there)


def _by_letters(words: Iterable[str]) -> dict[str, list[str]]:
    """Return the words by what `is_slip` asks for in both: the first letter, or all the others."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        for key in _letters(word):
            found[key].append(word)
    return dict(found)


def _letters(word: str) -> tuple[str, str]:
    letters = plain(word)
    return letters[:1], f"-{letters[1:]}"


def _pairs_in(about: str) -> list[tuple[str, str]]:
    """Return the words in which the spellings of "Anders Holt / Andres Holt" differ."""
    spellings = [words.split() for words in about.split(" / ")]
    return [(a, b) for one, other in combinations(spellings, 2) for a, b in zip(one, other, strict=False) if a != b]


def _uses(accounts: Mapping[ArticleId, Account], small: frozenset[str]) -> tuple[dict[str, list[_Use]], Counter[str]]:
    uses: defaultdict[str, list[_Use]] = defaultdict(list)
    counts: Counter[str] = Counter()
    for identity in sorted(accounts):
        account, seen = accounts[identity], set()
        for at, word in enumerate(account.grammar.words):
            if word.tag not in NAMES:
                continue  # as of most words
            surface = account.surface(at)
            if not surface.isalpha() or surface[1:] != surface[1:].lower():
                continue
            if surface.casefold() in small or weight_of(surface.casefold()) < RAREST:
                continue
            counts[surface] += 1
            if surface not in seen:
                seen.add(surface)
                uses[surface].append(_Use(identity, Span(word.start, word.end), _beside(account, at)))
    return dict(uses), counts


def _beside(account: Account, at: int) -> frozenset[str]:
    words = account.grammar.words
    return frozenset(
        account.surface(near)
        for near in (at - 1, at + 1)
        if 0 <= near < len(words)
        and words[near].tag in NAMES
        and not leads_name(account.surface(near))
        and account.text[min(words[at].end, words[near].end) : max(words[at].start, words[near].start)].strip("()")
        == " "
    )


def _words_of_names(people: Sequence[Person]) -> dict[str, frozenset[PersonId]]:
    """Return the words of persons' names with those who are called so."""
    known: defaultdict[str, set[PersonId]] = defaultdict(set)
    for person in people:
        if person.kind == "person":
            for name in person.names:
                for word in name.split():
                    known[word].add(person.id)
    return {word: frozenset(held) for word, held in known.items() if len(word) >= MIN_NAME}
