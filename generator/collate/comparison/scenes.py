"""What a value is told of: the verb or the event noun that it hangs on, with who and what stands beside it.

Two values are of one thing when their scenes are one: the same happening word, the same actors, the same objects. How
much two scenes share is weighed by how rare the shared words are in the folder (inverse document frequency over
sentences, Spaerck Jones 1972), so what the whole event is about ties nothing together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from math import fsum, log2
from types import MappingProxyType

from generator.annotate.titles import role_nouns
from generator.collate.comparison.value_words import actions
from generator.collate.people.referents import meant_by_pronouns
from generator.collate.people.roles import nation_of
from generator.collate.timeline.lexicon import families, named
from generator.collate.timeline.mentions.event_mention import SAYING
from generator.collate.timeline.mentions.find import is_quoted
from generator.collate.timeline.mentions.grammar import NOUNS, SUBJECTS, Grammar
from generator.collate.timeline.mentions.modality import is_negated
from generator.collate.timeline.mentions.times import DATE_TYPES, plain_value, times_in
from generator.collate.words.numbers import SCALES, number_words
from generator.collate.words.stems import KEPT_STEMS, root_of, stem_of
from generator.collate.words.stops import is_function_stem
from generator.records import AnnotatedArticle, ArticleId, PersonId, Sentence, Span

TELLING = ("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ")
NAMES = ("NNP", "NNPS")
# Relations by which a word stands before what it belongs to.
BEFORE = frozenset("det poss amod compound nmod nummod quantmod aux auxpass neg nsubj nsubjpass advmod".split())  # noqa: SIM905
BESIDE_NOUN = frozenset(["compound", "amod", "nmod", "nummod", "flat"])
# Sentences of other news that count as read too, and in how many of them any word stands: so that three short articles
# are not all that is known of how rare a word is.
ELSEWHERE, HELD_ELSEWHERE = 50, 0.5
TOLD_BY_NAME = frozenset(["weekday", "month_first", "day_first"])  # rules that read a day
WHERE = frozenset(["in", "at", "near", "outside", "inside"])
PERSON = "@"
FAMILY = "%"
NATION = "~"
DAY = "="
NUMBER = "#"
DAY_LENGTH = len("=2024-06-12")


@dataclass(frozen=True, slots=True)
class Scene:
    """The word that a value hangs on, and what stands with it; words as stems, persons as "@" and their id."""

    article_id: ArticleId
    sentence: Span
    at: int
    """Index of the word among the words of the article."""
    heads: frozenset[str]
    """Stem of the word, and the families of event words that it is of, with "%" before them."""
    doers: frozenset[str]
    """Who or what does it or suffers it, where its own clause or the one around it tells."""
    rest: frozenset[str]
    objects: frozenset[str] = frozenset()
    """Heads of what the verb is done to."""
    kinds: frozenset[str] = frozenset()
    """What stands before the subject's head and tells which it is: "unemployment" of "the unemployment rate"."""
    negated: bool = False
    numbers: frozenset[str] = frozenset()
    """Numbers that its own clause tells."""
    places: frozenset[str] = frozenset()
    """Names behind "in", "at" or "near" in its own clause: where it happens."""
    by_others: bool = False
    """Whether the subject is somebody with no name of their own: of "Lind's client" Lind is not who does it."""

    @property
    def features(self) -> frozenset[str]:
        """All that stands with the word."""
        return self.doers | self.rest

    @property
    def is_passive(self) -> bool:
        """Whether its subject suffers it."""
        return bool(self.objects) and self.objects <= self.doers

    @property
    def says(self) -> bool:
        """Whether it tells that somebody says something."""
        return FAMILY + SAYING in self.heads


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a sentence, by what it tells."""

    span: Span
    feature: str
    phrase: int
    """The noun, or other word, that heads its phrase."""
    acts: bool = False
    """Whether it tells what happens."""


class Account:
    """One article as it is compared: its words, whom they mean, the scenes read from it."""

    def __init__(
        self,
        found: AnnotatedArticle,
        grammar: Grammar | None = None,
        names: Mapping[PersonId, str] = MappingProxyType({}),
    ) -> None:
        self.found, self._names = found, names
        self.text = found.article.text
        self.grammar = grammar or Grammar(found.words)
        self._person: dict[int, str] = {}
        self._of_persons: dict[int, bool] = {}
        for mention in found.mentions:
            if mention.person is not None:
                for at in self.grammar.within(mention.span):
                    self._person[at] = PERSON + mention.person
                    self._of_persons[at] = mention.kind == "person"
        self._meant = {at: PERSON + person for at, person in meant_by_pronouns(found).items()}
        self._times = {at for time in found.time_expressions for at in self.grammar.within(time.span)}
        self._lengths = {
            at for time in found.time_expressions if time.type == "DURATION" for at in self.grammar.within(time.span)
        }
        # Several ways of comparing ask for the same words, scenes and sentences.
        self._features = [self._feature(at) for at in range(len(found.words))]
        for at, owner in self._owners():
            self._features[at] = self._features[owner]
        self._scenes: dict[int, Scene | None] = {}
        self._told: dict[Span, tuple[Part, ...]] = {}
        self._own: dict[int, list[int]] = {}
        self._whole: dict[Span, Span] = {}

    def _owners(self) -> Iterator[tuple[int, int]]:
        """Yield each "its" with the subject that it stands for: "the mill said that its revenue"."""
        for at, word in enumerate(self.grammar.words):
            if word.quoted or word.tag != "PRP$" or word.lemma.lower() not in ("its", "it"):
                continue
            clauses = (above for above in self.grammar.up(at) if self.grammar.is_clause(above))
            subjects = (self.grammar.own_subject(clause) for clause in clauses)
            owner = next((found for found in subjects if found is not None and found < word.head and found < at), None)
            if owner is not None and self.grammar.words[owner].tag in NAMES:
                yield at, owner

    @property
    def humans(self) -> frozenset[str]:
        """The persons that the article names, as features, without the bodies."""
        return frozenset(self._person[at] for at, human in self._of_persons.items() if human)

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds an offset; None between sentences."""
        sentence = self.found.sentence_from(offset)
        return sentence if sentence is not None and offset < sentence.span.end else None

    def surface(self, at: int) -> str:
        """Return a word as printed."""
        word = self.grammar.words[at]
        return self.text[word.start : word.end]

    def name_behind(self, at: int) -> str:
        """Return the name of whom the pronoun of a subject means, "Ito" for "she"; "" where nobody knows."""
        word = self.grammar.words[at]
        if word.tag != "PRP" or word.dep not in SUBJECTS:
            return ""
        return self.name_of(self._meant.get(at, PERSON))

    def name_of(self, person: str) -> str:
        """Return the name of a person by the feature that stands for them; "" where nobody knows."""
        return self._names.get(PersonId(person[len(PERSON) :]), "")

    def feature(self, at: int) -> str | None:
        """Return what a word tells of its scene; None for a common word, a number and the words of a time."""
        return self._features[at]

    def _feature(self, at: int) -> str | None:
        if at in self._person:
            return self._person[at]
        if at in self._meant:
            return self._meant[at]
        word, surface = self.grammar.words[at], self.surface(at)
        if word.quoted or word.tag not in TELLING or at in self._times or not surface[:1].isalpha():
            return None
        if surface[0].isupper() and (nation := nation_of(surface)) is not None:
            return NATION + nation
        stem = stem_of(surface)
        return None if is_function_stem(stem) or surface.lower() in named("states") else stem

    def is_time(self, at: int) -> bool:
        """Return whether a word is of a time."""
        return at in self._times

    def is_person(self, at: int) -> bool:
        """Return whether a word is of a person's name."""
        return self._of_persons.get(at, False)

    def features(self, words: Iterable[int]) -> frozenset[str]:
        """Return what several words tell."""
        return frozenset(
            kind_of(feature, self.grammar.words[at].tag) for at in words if (feature := self.feature(at)) is not None
        )

    def told_in(self, span: Span) -> tuple[Part, ...]:
        """Return what a sentence tells, word by word: one name for all words of one action, root, country or number."""
        if span not in self._told:
            self._told[span] = self._told_anew(span)
        return self._told[span]

    def _told_anew(self, span: Span) -> tuple[Part, ...]:
        told = []
        for at in self.grammar.within(span):
            word = self.grammar.words[at]
            within = Span(word.start, word.end)
            if word.tag == "CD" and at not in self._times:
                told.append(Part(within, min(self.numbers_in([at])), self._phrase(at)))
            elif (feature := self.feature(at)) is not None:
                kind = kind_of(feature, word.tag)
                relates = word.tag in ("VBG", "VBN") and word.lemma.lower() in named("relates")
                acts = not relates and (
                    word.tag.startswith("VB") or (kind[0] == FAMILY and word.tag not in NAMES and not self._is_role(at))
                )
                told.append(Part(within, kind, self._phrase(at), acts))
        for time in times_in(self.found, span):
            value = plain_value(time)[0]
            if time.type in DATE_TYPES and value is not None:
                told.append(Part(time.span, DAY + value, -1 - time.span.start))
        return tuple(sorted(told, key=lambda part: (part.span, part.feature)))

    def _is_role(self, at: int) -> bool:
        """Return whether a word is for somebody and not for what happens: "hostages"."""
        return self.grammar.words[at].lemma.lower() in role_nouns()

    def _phrase(self, at: int) -> int:
        """Return the noun that ends the phrase in which a word stands beside others: "secretary" for "press"."""
        words = self.grammar.words
        while words[at].dep in BESIDE_NOUN and words[at].head != at and words[words[at].head].tag in NOUNS:
            at = words[at].head
        return at

    def whole(self, span: Span) -> Span:
        """Return a stretch with the whole of the phrases at its ends, and with the subject of a verb that opens it."""
        if span not in self._whole:
            self._whole[span] = self._whole_anew(span)
        return self._whole[span]

    def _whole_anew(self, span: Span) -> Span:
        inside = list(self.grammar.within(span))
        sentence = self.sentence_at(span.start)
        if not inside or sentence is None:
            return span
        first, last = self.grammar.within(sentence.span)[0], self.grammar.within(sentence.span)[-1]
        inside = self._without_source(list(range(inside[0], min(self._ends(inside[-1]), last) + 1)))
        while inside[0] > first and self._opens(inside[0] - 1, inside):
            inside.insert(0, inside[0] - 1)
        return self.grammar.text_span(inside)

    def _without_source(self, inside: list[int]) -> list[int]:
        """Return words without the subject at their end whose verb comes only behind them: ", the mayor" said."""
        words = self.grammar.words
        top = self._phrase(inside[-1])
        if words[top].dep not in SUBJECTS or words[top].head <= inside[-1]:
            return inside
        kept = [at for at in inside if at < self.grammar.below(top)[0]]
        while kept and words[kept[-1]].tag in (",", ":", "CC", "``", "''", "IN"):
            kept.pop()
        return kept if len(kept) > 2 else inside

    def _ends(self, at: int) -> int:
        """Return the last word of the phrase of a word: "home" for "his"."""
        words = self.grammar.words
        while words[at].head > at and words[at].dep in BEFORE and words[words[at].head].tag in NOUNS:
            at = words[at].head
        return at

    def _opens(self, at: int, inside: Sequence[int]) -> bool:
        """Return whether a word belongs before a stretch: "the" of "the vote", "was" of "was held", "$"."""
        word = self.grammar.words[at]
        return word.head in inside and word.dep in BEFORE and not word.quoted

    def numbers_in(self, words: Iterable[int], scales: bool = True, lengths: bool = False) -> frozenset[str]:
        """Return the numbers among words, in digits or not, but for those of times; "million" where asked for.

        `lengths`: those of lengths of time too, "60 days".
        """
        left_out = self._times - self._lengths if lengths else self._times
        return frozenset(
            NUMBER + (f"{number_words()[printed]:g}" if printed in number_words() else printed)
            for at in words
            if self.grammar.words[at].tag == "CD" and at not in left_out
            for printed in [self.surface(at).lower().replace(",", "")]
            if scales or printed not in SCALES
        )

    def trimmed(self, span: Span) -> Span:
        """Return a stretch without marks and small words at its ends that join it to another clause."""
        words = [at for at in self.grammar.within(span) if span.start <= self.grammar.words[at].start < span.end]
        while len(words) > 1 and self.grammar.words[words[0]].tag in (",", ":", "CC", "``", "-LRB-", "HYPH"):
            words.pop(0)
        while len(words) > 1 and self.grammar.words[words[-1]].tag in (",", ":", "CC", ".", "-LRB-", "HYPH"):
            words.pop()
        return self.grammar.text_span(words) if words else span

    def is_event(self, at: int) -> bool:
        """Return whether a noun is in the lists of event words."""
        return bool(families(stem_of(self.surface(at))))

    def is_occasion(self, at: int) -> bool:
        """Return whether a noun is a gathering or a public act, which has a place: "meeting", "trial"."""
        word = self.grammar.words[at]
        if self._is_role(at):  # "protesters"
            return False
        return word.tag in ("NN", "NNS") and bool(named("occasions") & {*families(stem_of(self.surface(at)))})

    def scene(self, at: int) -> Scene | None:
        """Return the scene of a verb or a noun; None outside the sentences and in a note on the report."""
        if at not in self._scenes:
            self._scenes[at] = self._scene_anew(at)
        return self._scenes[at]

    def _scene_anew(self, at: int) -> Scene | None:
        grammar, word = self.grammar, self.grammar.words[at]
        sentence = self.sentence_at(word.start)
        if sentence is None or sentence.note:
            return None
        stem = stem_of(self.surface(at))
        heads = frozenset([stem, *families_of(stem), *self._with_particle(at, stem)])
        verb = at if grammar.is_clause(at) else self._carrier(at)
        subject = grammar.subject(verb) if verb is not None else None
        rest = [child for child in self.own(at) if child != at]
        doers: list[int] = []
        if verb is not None:
            if verb != at:
                rest += self.own(verb)
            doers = [by for by in self._agents(verb) if by != at]
            if subject is not None and subject != at:
                doers += grammar.below(subject, lambda child: child != subject and grammar.is_clause(child))
        else:
            doers = [child for child in grammar.hanging[at] if grammar.words[child].dep == "poss"]
        told = self.features(rest) - {stem}
        who = self.features(doers) - {stem}
        return Scene(
            self.found.article.id,
            sentence.span,
            at,
            heads,
            who,
            told - who,
            self._objects(verb, subject),
            self._kinds(subject),
            verb is not None and self._is_denied(verb),
            self.numbers_in(self.own(verb if verb is not None else at)),
            self._places(rest),
            self._is_by_others(subject),
        )

    def is_quoted(self, at: int) -> bool:
        """Return whether a word is somebody's and not the reporter's."""
        word = self.grammar.words[at]
        return word.quoted or is_quoted(self.found.quotes, Span(word.start, word.end))

    def agents(self, verb: int) -> frozenset[str]:
        """Return what the words behind "by" tell of who does it, where a verb is told in the passive."""
        return self.features(self._agents(verb)) if self.grammar.is_clause(verb) else frozenset()

    def _agents(self, verb: int) -> list[int]:
        """Return who does it where a passive tells so: "Holt" of "was sued by Holt"."""
        hanging, words = self.grammar.hanging, self.grammar.words
        return [noun for child in hanging[verb] if words[child].dep == "agent" for noun in hanging[child]]

    def of_occasion(self, scene: Scene) -> Scene:
        """Return a scene with the gathering that its verb is about: who "arranged a meeting in the hall" met there."""
        thing = self.grammar.object(scene.at) if self.grammar.is_clause(scene.at) else None
        if thing is None or not self.is_occasion(thing):
            return scene
        return replace(scene, heads=scene.heads | families_of(stem_of(self.surface(thing))))

    def _is_by_others(self, subject: int | None) -> bool:
        """Return whether those named in a subject only have what does it: "Lind's client was dismissed"."""
        if subject is None:
            return False
        same = [at for at in self.grammar.hanging[subject] if self.grammar.words[at].dep in ("appos", "conj")]
        return not any(at in self._person or at in self._meant for at in (subject, *same))

    def _objects(self, verb: int | None, subject: int | None) -> frozenset[str]:
        if verb is None:
            return frozenset()
        noun = subject if self.grammar.is_passive(verb) else self.grammar.object(verb)
        return self.features([noun]) if noun is not None else frozenset()

    def _places(self, inside: Iterable[int]) -> frozenset[str]:
        """Return the names of places among the words of a clause, the country too where that is all it tells."""
        words = self.grammar.words
        return self.features(
            at
            for at in inside
            if words[at].dep == "pobj"
            and words[at].tag in NAMES
            and not self.is_time(at)
            and words[words[at].head].lemma.lower() in WHERE
        )

    def _kinds(self, subject: int | None) -> frozenset[str]:
        if subject is None or subject in self._person:
            return frozenset()
        return self.features(
            child
            for child in self.grammar.hanging[subject]
            if self.grammar.words[child].dep in ("compound", "amod") and child < subject
        )

    def _is_denied(self, verb: int) -> bool:
        """Return whether a clause tells that something was not so: "was not paid", "no ransom was paid"."""
        nouns = (self.grammar.own_subject(verb), self.grammar.object(verb))
        below = (child for noun in nouns if noun is not None for child in self.grammar.hanging[noun])
        return is_negated(self.grammar, verb) or any(self.surface(child).lower() == "no" for child in below)

    def _with_particle(self, at: int, stem: str) -> frozenset[str]:
        """Return a verb of two words with its families: "turned down" is refused, "took off" no taking."""
        particles = [child for child in self.grammar.hanging[at] if self.grammar.words[child].dep == "prt"]
        verbs = [f"{stem}+{stem_of(self.surface(child))}" for child in particles]
        return frozenset(verbs).union(*map(families_of, verbs))

    def _carrier(self, noun: int) -> int | None:
        """Return the verb whose subject or object a noun is, also behind a preposition: "held talks", "in a case"."""
        grammar, word = self.grammar, self.grammar.words[noun]
        direct = word.dep in SUBJECTS or word.dep in ("dobj", "attr", "pobj", "conj", "appos")
        return grammar.clause_above(noun) if direct else None

    def own(self, at: int) -> list[int]:
        """Return the words of a clause without the clauses in it and without "according to the police"."""
        grammar = self.grammar
        if at not in self._own:
            self._own[at] = grammar.below(
                at, lambda child: child != at and (grammar.is_clause(child) or self._is_source(child))
            )
        return self._own[at]

    def long_names(self, at: int) -> frozenset[tuple[str, str]]:
        """Return the first and the last word of the names of two words and more in a clause, but those of persons."""
        words, inside = self.grammar.words, self.own(at)
        named = [each for each in inside if words[each].tag in NAMES and not self.is_person(each)]
        named = [each for each in named if not self.is_time(each)]
        first = [each for each in named if each - 1 not in named]
        last = [each for each in named if each + 1 not in named]
        return frozenset(
            (self.surface(one).lower(), self.surface(other).lower())
            for one, other in zip(first, last, strict=True)
            if one < other
        )

    def days_of(self, at: int) -> frozenset[str]:
        """Return the days, told by their name or date, that hang on a word itself: not "before midnight"."""
        word = self.grammar.words[at]
        sentence = self.sentence_at(word.start)
        times = times_in(self.found, sentence.span) if sentence is not None else ()
        days = (
            DAY + (plain_value(time)[0] or "")
            for time in times
            if time.type in DATE_TYPES
            and time.rule in TOLD_BY_NAME
            and self.grammar.hangs_on(time.span, self.is_event) == at
        )
        return frozenset(day for day in days if len(day) == DAY_LENGTH)

    def _is_source(self, at: int) -> bool:
        return self.surface(at).lower() == "according"


@lru_cache(maxsize=KEPT_STEMS)  # asked of every word of every sentence
def families_of(stem: str) -> frozenset[str]:
    """Return the families of event words and the groups of verbs for one action that a stem is of."""
    return frozenset(
        [*(FAMILY + family for family in families(stem)), *(FAMILY + "+" + each for each in actions(stem))]
    )


def kind_of(feature: str, tag: str) -> str:
    """Return what stands for all words that tell what a word tells: the first of its kinds, or its root."""
    if feature[0] in (PERSON, NATION):
        return feature
    return root_of(feature) if tag in NAMES else _kind_of(feature)


@lru_cache(maxsize=KEPT_STEMS)
def _kind_of(stem: str) -> str:
    found = families(stem)
    return FAMILY + found[0] if found else root_of(stem)


class _Bits(dict[str, float]):
    """The bits of each word, found when they are first asked for."""

    def __init__(self, held: Mapping[str, int], sentences: int) -> None:
        self._held, self._sentences = held, sentences

    def __missing__(self, feature: str) -> float:
        held = self._held.get(feature, 0) + HELD_ELSEWHERE
        bits = self[feature] = log2((self._sentences + ELSEWHERE) / held)
        return bits


class Rarity:
    """How rare the words of scenes are in the folder."""

    def __init__(self, accounts: Iterable[Account]) -> None:
        held: Counter[str] = Counter()
        sentences = 0
        for account in accounts:
            for sentence in account.found.sentences:
                sentences += 1
                stems = account.features(account.grammar.within(sentence.span))
                told = {part.feature for part in account.told_in(sentence.span)}
                held.update(stems.union(told, *map(families_of, stems)))
        self.bits: Mapping[str, float] = _Bits(held, sentences)
        """The bits that each word tells about its sentence: 0 for one that stands in every sentence."""

    def of(self, feature: str) -> float:
        """Return the bits that a word tells about its sentence."""
        return self.bits[feature]

    def sum(self, features: Iterable[str]) -> float:
        """Return what several words tell together."""
        return fsum(map(self.bits.__getitem__, features))  # exact, so that their order does not matter


def common_head(one: Scene, other: Scene, rarity: Rarity) -> float:
    """Return what the word that two scenes hang on tells, 0 where it is another or says nothing."""
    shared = [head for head in one.heads & other.heads if head.lstrip(FAMILY) not in _light()]
    return max((rarity.of(head) for head in shared), default=0.0)


@cache
def _light() -> frozenset[str]:
    return named("light") | frozenset(map(stem_of, named("light")))


def strangers(one: Scene, other: Scene) -> bool:
    """Return whether two scenes are of other persons: each names somebody who does it, and nobody in common.

    Whoever suffers it is nobody who does it where only one of the two is told in the passive: "the party declared Lind
    the winner", "Lind was declared the winner".
    """
    if one.by_others or other.by_others:
        return False
    apart = frozenset[str]()
    if one.is_passive != other.is_passive:
        passive, active = (one, other) if one.is_passive else (other, one)
        apart = persons(passive.objects) & persons(active.objects | active.rest)
    return disjoint(persons(one.doers) - apart, persons(other.doers) - apart)


def name_two_of_a_kind(one: Scene, other: Scene, accounts: Mapping[ArticleId, Account]) -> bool:
    """Return whether two clauses name two things of one kind: "destroyed in Hurricane Ada", "Hurricane Tor hit"."""
    here, there = (accounts[scene.article_id].long_names(scene.at) for scene in (one, other))
    return not here & there and any(a[0] == b[0] and a[1] != b[1] for a in here for b in there)


def have_other_days(one: Scene, other: Scene, accounts: Mapping[ArticleId, Account]) -> bool:
    """Return whether two clauses or things have a day each, and another: "shook it on Monday", "Friday's meeting"."""
    return disjoint(*(accounts[scene.article_id].days_of(scene.at) for scene in (one, other)))


def persons(features: frozenset[str]) -> frozenset[str]:
    """Return those of the features that are persons."""
    return frozenset(feature for feature in features if feature[0] == PERSON)


def disjoint(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two sets hold something, and nothing in common."""
    return bool(one) and bool(other) and not one & other
