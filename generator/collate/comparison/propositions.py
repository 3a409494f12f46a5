"""Clauses of two articles that may tell the same, and the signs of whether they do.

What is told is no sentence: a sentence tells several things, and two outlets cut them in other ways. So each clause is
held against each clause of the other articles that shares something rare with it. Which pairs tell the same is weighed
by `data/clause_weights.txt`, learned by `benchmarks/weighing_clauses.py`; no sign is a word of a story.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise
from math import fsum, log2, sqrt

from generator.annotate.cues import cue_kind
from generator.collate.comparison.scenes import (
    DAY,
    DAY_LENGTH,
    ELSEWHERE,
    FAMILY,
    HELD_ELSEWHERE,
    NATION,
    NUMBER,
    PERSON,
    Account,
    Scene,
    disjoint,
    kind_of,
    persons,
)
from generator.collate.comparison.sentences import Corpus
from generator.collate.timeline.lexicon import named
from generator.collate.timeline.mentions.modality import mood_of_verb
from generator.collate.timeline.mentions.times import DATE_TYPES, plain_value, times_in
from generator.collate.words.stems import stem_of
from generator.collate.words.stops import is_function_stem
from generator.collate.words.tokens import words_of
from generator.records import ArticleId, Event, Span
from generator.weights import band

MOST = 40  # clauses that hold a word by which two are still brought together
FEWEST_BITS = 8.0  # that two clauses share, to be weighed at all
LEAST_SHARE = 0.2  # of what the shorter tells
TRIED = 3  # pairs of clauses of two sentences that are weighed: those that share most
LEAD = 3  # sentences that open an article
OTHERS = frozenset(["conj", "parataxis", "relcl", "advcl"])  # clauses that tell a thing of their own
SHORTEST = 3  # words of a clause that tells something
Place = tuple[ArticleId, Span]


@dataclass(frozen=True)
class Clause:
    """One clause with what it tells; a sentence that nobody parsed, as of a long quotation, is one by itself."""

    account: Account
    sentence: Span
    number: int
    """Which sentence of its article it stands in."""
    span: Span
    scene: Scene | None
    told: tuple[str, ...]
    """What its words tell, in their order."""
    subject: frozenset[str]
    branches: tuple[frozenset[str], ...] = ()
    """What its verb tells, and each phrase that hangs on it."""

    @property
    def article_id(self) -> ArticleId:
        """Its article."""
        return self.account.found.article.id

    @property
    def place(self) -> Place:
        """The sentence that it stands in."""
        return self.article_id, self.sentence

    @cached_property
    def features(self) -> frozenset[str]:
        """What it tells, in no order."""
        return frozenset(self.told)

    @cached_property
    def runs(self) -> frozenset[tuple[str, str]]:
        """Each two things that are told side by side."""
        return frozenset(pairwise(self.told))

    @cached_property
    def lasting(self) -> frozenset[str]:
        """What it tells but for persons, days, numbers and countries."""
        return frozenset(each for each in self.features if each[0] not in (PERSON, DAY, NUMBER, NATION))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers that it tells."""
        return frozenset(each for each in self.features if each[0] == NUMBER)

    @cached_property
    def days(self) -> frozenset[str]:
        """The days that it tells."""
        return frozenset(each for each in self.features if each[0] == DAY and len(each) == DAY_LENGTH)

    @property
    def heads(self) -> frozenset[str]:
        """The verb that heads it, and the kinds of happenings that this is of."""
        return self.scene.heads if self.scene is not None else frozenset()

    @property
    def objects(self) -> frozenset[str]:
        """What its verb is done to."""
        return self.scene.objects if self.scene is not None else frozenset()

    @property
    def places(self) -> frozenset[str]:
        """Where it happens."""
        return self.scene.places if self.scene is not None else frozenset()

    @property
    def negated(self) -> bool:
        """Whether it tells that something was not so."""
        return self.scene is not None and self.scene.negated

    @property
    def says(self) -> bool:
        """Whether it tells that somebody says something."""
        return self.scene is not None and self.scene.says

    @cached_property
    def mood(self) -> str:
        """How its verb tells it: as done, planned, supposed."""
        if self.scene is None:
            return "none"
        return mood_of_verb(self.account.grammar, self.scene.at)

    @cached_property
    def quoted(self) -> bool:
        """Whether words of a quotation stand in it."""
        grammar = self.account.grammar
        return any(grammar.words[at].quoted for at in grammar.within(self.span))

    @cached_property
    def quotes(self) -> float:
        """How much of it stands in quotation marks, from 0 to 1."""
        quoted = sum(
            max(0, min(quote.content.end, self.span.end) - max(quote.content.start, self.span.start))
            for quote in self.account.found.quotes
        )
        return quoted / max(1, self.span.end - self.span.start)

    @cached_property
    def kind(self) -> str:
        """What stands at its head: speech, another verb, none."""
        if self.scene is None:
            return "none"
        lemma = self.account.grammar.words[self.scene.at].lemma.lower()
        return cue_kind(lemma) or ("light" if lemma in named("light") else "state" if lemma == "be" else "does")


class Clauses:
    """The clauses of a folder, how rare what they tell is, and the pairs that may tell the same."""

    def __init__(
        self,
        accounts: Mapping[ArticleId, Account],
        corpus: Corpus,
        events: Sequence[Event],
        text_of: Mapping[ArticleId, int],
    ) -> None:
        self._corpus, self._text_of = corpus, text_of
        self._articles = len(accounts)
        self.all = [clause for identity in sorted(accounts) for clause in clauses_of(accounts[identity])]
        held: Counter[str] = Counter()
        spread: defaultdict[str, set[ArticleId]] = defaultdict(set)
        times: Counter[tuple[ArticleId, str]] = Counter()
        told: defaultdict[Place, set[str]] = defaultdict(set)
        for clause in self.all:
            told[clause.place] |= clause.features
        for (identity, _), features in told.items():
            for feature in features:
                held[feature] += 1
                spread[feature].add(identity)
                times[identity, feature] += 1
        self._told = told
        sentences = len(told) + ELSEWHERE
        self._bits = {feature: log2(sentences / (count + HELD_ELSEWHERE)) for feature, count in held.items()}
        self._spread = {feature: len(articles) for feature, articles in spread.items()}
        self._times = times
        self._events: defaultdict[Place, set[int]] = defaultdict(set)
        for number, event in enumerate(events):
            for evidence in event.evidence:
                sentence = accounts[evidence.article_id].sentence_at(evidence.span.start)
                if sentence is not None:
                    self._events[evidence.article_id, sentence.span].add(number)
        self._last = {identity: len(account.found.sentences) for identity, account in accounts.items()}
        self.pairs = self._pairs()

    def bits(self, features: Iterable[str]) -> float:
        """Return what several words tell together; by whatever order they come."""
        return fsum(self._bits[feature] for feature in features)

    # ---- which are weighed ---------------------------------------------------------------------------------------

    def _pairs(self) -> list[tuple[int, int]]:
        """Return the pairs of clauses that are weighed: of two sentences those that share most."""
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for number, clause in enumerate(self.all):
            for feature in clause.features:
                holders[feature].append(number)
        event = [self._corpus.event_of[clause.article_id] for clause in self.all]
        text = [self._text_of[clause.article_id] for clause in self.all]
        seen = {
            (left, right)
            for held in holders.values()
            if 1 < len(held) <= MOST
            for left, right in combinations(held, 2)
            if event[left] == event[right] and text[left] != text[right]
        }
        of_sentences: defaultdict[tuple[Place, Place], list[tuple[float, int, int]]] = defaultdict(list)
        for left, right in sorted(seen):
            one, other = self.all[left], self.all[right]
            common = one.features & other.features
            bits = self.bits(common)
            if len(common) < 2 or bits < FEWEST_BITS:
                continue
            least = min(self.bits(one.features), self.bits(other.features))
            if bits >= LEAST_SHARE * least:
                of_sentences[one.place, other.place].append((-self.likeness(one, other), left, right))
        return sorted((left, right) for found in of_sentences.values() for _, left, right in sorted(found)[:TRIED])

    def likeness(self, one: Clause, other: Clause) -> float:
        """Return the bits that two clauses share, by their share of all that both tell."""
        bits = self.bits(one.features & other.features)
        return bits * sqrt(bits / self.bits(one.features | other.features)) if bits else 0.0

    def beyond(self, one: Clause, other: Clause) -> float:
        """Return the bits that a clause shares with another beyond the phrase that shares most."""
        common = one.features & other.features
        shared = [self.bits(branch & common) for branch in one.branches]
        return sum(shared) - max(shared, default=0.0)

    @cached_property
    def _nearest(self) -> dict[tuple[Place, ArticleId], list[float]]:
        """The likenesses of a sentence with those of another article, the largest first."""
        best: defaultdict[tuple[Place, Place], float] = defaultdict(float)
        for left, right in self.pairs:
            one, other = self.all[left], self.all[right]
            best[one.place, other.place] = max(best[one.place, other.place], self.likeness(one, other))
        found: defaultdict[tuple[Place, ArticleId], list[float]] = defaultdict(list)
        for (here, there), bits in best.items():
            found[here, there[0]].append(bits)
            found[there, here[0]].append(bits)
        return {key: sorted(values, reverse=True) for key, values in found.items()}

    # ---- by what -------------------------------------------------------------------------------------------------

    def signs(self, left: int, right: int) -> Iterator[str]:
        """Yield the signs of a pair: each a short word that the table may weigh; whichever article comes first."""
        one, other = self.all[left], self.all[right]
        yield from self._measures(one, other)
        yield from self._ranks(one, other)
        yield from self._flags(one, other)
        yield from self._forms(one, other)
        yield from self._branches(one, other)

    def _measures(self, one: Clause, other: Clause) -> Iterator[str]:
        common = one.features & other.features
        bits = self.bits(common)
        sizes = sorted((self.bits(one.features), self.bits(other.features)))
        lasting = one.lasting & other.lasting
        beside = self._told[one.place] & self._told[other.place]
        once = [
            each
            for each in common
            if self._times[one.article_id, each] == 1 and self._times[other.article_id, each] == 1
        ]
        runs = one.runs & other.runs
        rare = max((self._bits[each] for each in common), default=0.0)
        shares = bits / sizes[0], bits / sizes[1]
        for name, value, bounds in (
            ("bits", bits, (10, 12, 14, 16, 19, 22, 26, 32, 40)),
            ("share of shorter", shares[0], (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)),
            ("share of longer", shares[1], (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.75)),
            ("likeness", self.likeness(one, other), (3, 4, 5, 6, 7, 8, 10, 12, 15, 20)),
            ("lasting", len(lasting), (0, 1, 2, 3, 4, 6)),
            ("bits of lasting", self.bits(lasting), (0, 4, 7, 10, 13, 16, 20, 26)),
            ("shared", len(common), (2, 3, 4, 5, 7)),
            ("once in both", len(once), (0, 1, 2, 3, 5)),
            ("bits of once", self.bits(once), (0, 5, 8, 11, 16)),
            ("runs", len(runs), (0, 1, 2, 3, 5)),
            ("rarest", rare, (3, 4, 4.5, 5, 5.5, 6, 6.5)),
            ("beside", self.bits(beside - common), (0, 4, 8, 12, 18)),
            (
                "spread",
                max((self._spread[each] / self._articles for each in lasting), default=1.0),
                (0.3, 0.5, 0.7, 0.99),
            ),
            ("least spread", min((self._spread[each] for each in lasting), default=0), (0, 2, 3, 5)),
            ("left over", self.bits(one.features ^ other.features), (4, 8, 12, 18, 25, 35, 50)),
            ("least left over", sizes[0] - bits, (0.1, 4, 8, 12, 18, 25)),
        ):
            yield f"{name}={band(value, bounds)}"
        joint = band(bits, (12, 16, 22))
        yield f"bits {joint} share {band(shares[1], (0.2, 0.3, 0.45))}"
        yield f"bits {joint} lasting {band(len(lasting), (0, 1, 2, 3))}"
        yield f"lasting {band(len(lasting), (0, 1, 2, 3))} least share {band(shares[0], (0.35, 0.5, 0.7))}"

    def _branches(self, one: Clause, other: Clause) -> Iterator[str]:
        """Yield over how many phrases what is shared spreads: two clauses that name one person share one phrase."""
        common = one.features & other.features
        shared = [[self.bits(branch & common) for branch in each.branches if branch & common] for each in (one, other)]
        counts = [len(each) for each in shared]
        beyond = [self.beyond(one, other), self.beyond(other, one)]
        yield f"branches={band(min(counts), (0, 1, 2, 3))}"
        yield f"most branches={band(max(counts), (1, 2, 3))}"
        yield f"beyond one={band(min(beyond), (0, 3, 6, 9, 13))}"
        yield f"most beyond one={band(max(beyond), (0, 4, 8, 13))}"
        heads = [frozenset[str]().union(*each.branches[:1]) for each in (one, other)]  # the verb itself
        told = (heads[0] <= other.features) + (heads[1] <= one.features) if all(heads) else 0
        yield f"verbs told {told}"
        yield f"beyond {band(min(beyond), (0, 4, 9))} verbs {told}"
        yield f"beyond {band(min(beyond), (0, 4, 9))} quoted {one.quoted + other.quoted}"
        runs = len(one.runs & other.runs)
        yield f"quoted {one.quoted + other.quoted} runs {band(runs, (0, 1, 2, 4))}"
        share = self.bits(common) / max(1.0, self.bits(one.features | other.features))
        yield f"beyond {band(min(beyond), (0, 4, 9))} share {band(share, (0.15, 0.25, 0.4))}"

    def _ranks(self, one: Clause, other: Clause) -> Iterator[str]:
        mine = self.likeness(one, other)
        ranks = []
        margins = []
        for here, there in ((one, other), (other, one)):
            found = self._nearest[here.place, there.article_id]
            ranks.append(sum(each > mine for each in found))
            next_best = next((each for each in found if each < mine), 0.0) if ranks[-1] == 0 else found[0]
            margins.append(mine / next_best if next_best else 9.0)
        yield f"rank={band(max(ranks), (0, 1, 2, 4))}"
        yield f"best rank={band(min(ranks), (0, 1, 2))}"
        yield f"margin={band(min(margins), (0.5, 0.8, 1.0, 1.2, 1.5, 2, 3))}"
        yield f"best margin={band(max(margins), (0.8, 1.0, 1.3, 2, 3, 8))}"
        yield f"mutual {max(ranks) == 0} lasting {band(len(one.lasting & other.lasting), (0, 1, 2, 3))}"

    def _flags(self, one: Clause, other: Clause) -> Iterator[str]:
        sets: dict[str, Callable[[Clause], frozenset[str]]] = {
            "head": lambda each: each.heads,
            "family": lambda each: frozenset(head for head in each.heads if head[0] == FAMILY),
            "subject": lambda each: each.subject,
            "object": lambda each: each.objects,
            "place": lambda each: each.places,
            "number": lambda each: each.numbers,
            "day": lambda each: each.days,
            "person": lambda each: persons(each.features),
            "acting person": lambda each: persons(each.subject),
        }
        for name, of in sets.items():
            here, there = of(one), of(other)
            if here & there:
                yield f"one {name}"
            elif disjoint(here, there):
                yield f"other {name}"
            else:
                yield f"{name} in {bool(here) + bool(there)}"
        crossed = (one.subject & other.objects) | (other.subject & one.objects)
        if crossed:
            yield "crossed"
        if disjoint(one.numbers, other.numbers) and one.heads & other.heads:
            yield "one head, other numbers"
        mine, its = self._events.get(one.place, set()), self._events.get(other.place, set())
        yield "one event" if mine & its else f"events {bool(mine) + bool(its)}"
        for name, told in (
            ("negated", lambda each: each.negated),
            ("says", lambda each: each.says),
            ("quoted", lambda each: each.quoted),
            ("lead", lambda each: each.number < LEAD),
            ("verb", lambda each: each.scene is not None),
        ):
            yield f"{name} {told(one) + told(other)}"
        yield f"one head {bool(one.heads & other.heads)} one subject {bool(one.subject & other.subject)}"

    def _forms(self, one: Clause, other: Clause) -> Iterator[str]:
        yield "moods " + "+".join(sorted({one.mood, other.mood}))
        yield "kinds " + "+".join(sorted((one.kind, other.kind)))
        sizes = sorted((len(one.told), len(other.told)))
        yield f"shorter={band(sizes[0], (3, 4, 6, 9, 14))}"
        yield f"longer={band(sizes[1], (5, 8, 12, 18, 26))}"
        places = [each.number / max(1, self._last[each.article_id]) for each in (one, other)]
        yield f"apart={band(abs(places[0] - places[1]), (0.1, 0.25, 0.5))}"
        yield f"folder={band(self._articles, (2, 3, 4, 6))}"


def clauses_of(account: Account) -> Iterator[Clause]:
    """Yield the clauses of an article; each sentence without one is a clause of its own."""
    grammar = account.grammar
    for number, sentence in enumerate(account.found.sentences):
        if sentence.note:
            continue
        times = [
            (time.span, DAY + value)
            for time in times_in(account.found, sentence.span)
            if time.type in DATE_TYPES and (value := plain_value(time)[0]) is not None
        ]
        inside = grammar.within(sentence.span)
        verbs = [at for at in inside if grammar.is_clause(at) and not grammar.words[at].quoted]
        verbs = [at for at in verbs if grammar.words[at].dep not in ("xcomp", "csubj")]
        found = 0
        for verb in verbs:
            clause = _clause(account, sentence.span, number, verb, times)
            if clause is not None:
                found += 1
                yield clause
        if not found:  # within a long quotation there is no word that anybody parsed
            told = _told(account, inside, times) if len(inside) else tuple(_said(account.text, sentence.span))
            if len(told) >= SHORTEST:
                yield Clause(account, sentence.span, number, sentence.span, None, told, frozenset())


def _clause(
    account: Account, sentence: Span, number: int, verb: int, times: Sequence[tuple[Span, str]]
) -> Clause | None:
    grammar = account.grammar
    scene = account.scene(verb)
    if scene is None:
        return None

    def other(child: int) -> bool:
        return grammar.is_clause(child) and grammar.words[child].dep in OTHERS

    own = [at for at in grammar.below(verb, other) if sentence.start <= grammar.words[at].start < sentence.end]
    while own and grammar.words[own[-1]].tag in (",", ":", "CC", ".", "IN", "-LRB-", "HYPH"):
        own.pop()
    while own and grammar.words[own[0]].tag in (",", ":", "CC", ".", "-LRB-", "HYPH"):
        own.pop(0)
    subject = grammar.subject(verb)
    phrase = grammar.below(subject, grammar.is_clause) if subject is not None and subject != verb else []
    told = _told(account, sorted({*own, *phrase}), times)
    if len(own) < SHORTEST or len(told) < SHORTEST:
        return None
    who = frozenset(_told(account, phrase, ()))
    inside = frozenset(own)
    phrases = [[verb, *(at for at in grammar.hanging[verb] if grammar.words[at].dep == "prt")]]
    phrases += [
        [at for at in grammar.below(child, other) if at in inside]
        for child in _phrases(account, verb, other)
        if child in inside and child != subject
    ]
    verbs, *others = (frozenset(_told(account, sorted(words), times)) for words in phrases)
    return Clause(account, sentence, number, grammar.text_span(own), scene, told, who, (verbs, who, *others))


def _phrases(account: Account, verb: int, other: Callable[[int], bool]) -> list[int]:
    """Return the heads of the phrases of a clause, those of the clauses that complete it too."""
    grammar, found = account.grammar, []
    for child in grammar.hanging[verb]:
        if other(child) or grammar.words[child].dep in ("prt", "punct", "aux", "auxpass"):
            continue
        if grammar.is_clause(child):
            found += [child] if not grammar.hanging[child] else _phrases(account, child, other) or [child]
        else:
            found.append(child)
    return found


def _told(account: Account, words: Iterable[int], times: Sequence[tuple[Span, str]]) -> tuple[str, ...]:
    """Return what words tell, those of a quotation that nobody parsed too."""
    found: list[str] = []
    grammar = account.grammar
    seen: set[Span] = set()
    for at in words:
        word = grammar.words[at]
        here = Span(word.start, word.end)
        time = next((each for each in times if each[0].covers(here)), None)
        if time is not None:
            if time[0] not in seen:
                seen.add(time[0])
                found.append(time[1])
        elif word.quoted:
            if here not in seen:
                seen.add(here)
                found += _said(account.text, _in_sentence(account, here))
        elif word.tag == "CD":
            found += account.numbers_in([at])
        elif (feature := account.feature(at)) is not None:
            found.append(kind_of(feature, word.tag))
    return tuple(found)


def _in_sentence(account: Account, quoted: Span) -> Span:
    """Return of a quotation of several sentences, for which one word stands, the first sentence."""
    sentence = account.sentence_at(quoted.start)
    return Span(quoted.start, min(quoted.end, sentence.span.end)) if sentence is not None else quoted


def _said(text: str, span: Span) -> Iterator[str]:
    for word in words_of(text, span):
        surface = text[word.span.start : word.span.end]
        stem = stem_of(surface)
        if surface[:1].isalpha() and not is_function_stem(stem) and surface.lower() not in named("states"):
            yield kind_of(stem, "NN")
