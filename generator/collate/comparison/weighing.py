"""Whether a row that tells what sources share is worth a reader's time: signs of its words and sentences, weighed.

The rules that make a row say that two values can be compared. Whether the sentences around them tell one happening, and
whether that they agree says anything, no single rule decides. So each row is described here by signs that are true of
news in general, whose weights in `data/row_weights.txt` were learned by `benchmarks/weighing_rows.py` from rows that
readers judged. No sign is a word of a story.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations
from types import MappingProxyType

from generator.annotate.cues import cue_kind
from generator.annotate.titles import role_nouns
from generator.collate.comparison.aligned import Alignment, SentencePair, Shared
from generator.collate.comparison.matters import Matter
from generator.collate.comparison.scenes import (
    DAY,
    FAMILY,
    NAMES,
    NATION,
    NUMBER,
    PERSON,
    Account,
    Rarity,
    Scene,
    common_head,
    disjoint,
    persons,
    strangers,
)
from generator.collate.timeline.lexicon import named
from generator.collate.timeline.mentions.modality import mood_of_verb
from generator.collate.timeline.mentions.times import plain_value, times_in
from generator.collate.words.stems import stem_of
from generator.collate.words.stops import is_function_stem
from generator.records import ArticleId, Event, FactValue, Person, PublicationDay, Span, Verdict
from generator.weights import band, likelihood

TABLE = "row_weights.txt"
BAR = 0.5  # how likely a reader must be glad of a row for it to be shown at all, where it is not `KNOWN`
# And for it to stand open, with the `OPEN` surest that agree or that are told in the folder. Of what stands open, in
# 107 folders left out of the learning, 88 % is useful, 4 % empty and 8 % false; of all that is shown 78, 12 and 10 %.
BAR_OF_OPEN, BAR_OF_KNOWN = 0.75, 0.85
OPEN = 12
COMPARED = 12  # articles of a row whose values are held against each other: a row may have hundreds
KNOWN = frozenset(["role", "state", "party", "name", "place", "words", "hearer"])  # kinds of row that are seldom false
# Where another bar holds: of happenings told alike below it a third was false, of places and few words in marks most
# were empty.
BARS = MappingProxyType({"happening": 0.7, "place": 0.5, "words": 0.5})


class Weighing:
    """The rows of one folder as they are weighed: its articles and all that is known of them."""

    def __init__(
        self,
        accounts: Mapping[ArticleId, Account],
        rarity: Rarity,
        aligned: Alignment,
        sure: Mapping[SentencePair, Shared],
        people: Sequence[Person],
        events: Sequence[Event],
        published: Mapping[ArticleId, PublicationDay],
        text_of: Mapping[ArticleId, int],
    ) -> None:
        self._accounts, self._rarity, self._aligned, self._sure = accounts, rarity, aligned, sure
        self._published, self._text_of = published, text_of
        self._people = {PERSON + person.id: person for person in people}
        self._events = events

    def likelihood(self, matter: Matter) -> float:
        """Return how likely a reader is glad of a row, from 0 to 1."""
        return likelihood(TABLE, self.signs(matter))

    def is_doubtful(self, matter: Matter) -> bool:
        """Return whether a row that is not among the surest is of two things, or tells what is printed everywhere.

        A day is of two where neither sentences told alike nor one event of the timeline join them; a name where the
        sentences tell of two days. An office that all print in the same words is its title.
        """
        if matter.kind not in ("date", "name", "place", "role"):
            return False
        signs = frozenset(self.signs(matter))
        if matter.kind == "role":
            return "same=all" in signs
        if matter.kind == "date":
            return {"near=none", "one event=none"} <= signs
        return "other days=all" in signs

    def signs(self, matter: Matter) -> Iterator[str]:
        """Yield the signs of a row: each a short word that `data/row_weights.txt` may weigh."""
        kind = f"{matter.verdict} {matter.kind}"
        values = [
            _InSentence(
                value,
                self._accounts[value.article_id],
                tuple(scene for scene in matter.scenes if scene.article_id == value.article_id),
            )
            for value in _one_an_article(matter.values)
        ]
        found: set[str] = {kind}
        found.update(self._numbers_of(values))
        pairs = list(combinations(values[:COMPARED], 2))
        for name, low, high in self._measures(pairs):
            found.add(f"{name}>{low}")
            found.add(f"{name}<{high}")
        found.update(self._flags(values, pairs))
        found.update(self._words(values))
        found.update(self._of_name(matter))
        found.update(self._kind(matter, values))
        heads = "+".join(sorted({each.kind_of_head for each in values}))
        found.add(f"heads {heads}")
        for name in ("scene bits", "head bits", "share of sentence", "own share", "bits"):
            found.update(f"{heads} {sign}" for sign in list(found) if sign.startswith(name + ">"))
        yield from sorted(found)

    # ---- how many ------------------------------------------------------------------------------------------------

    def _numbers_of(self, values: Sequence[_InSentence]) -> Iterator[str]:
        texts = {self._text_of[each.value.article_id] for each in values}
        yield f"texts={min(4, len(texts))}"
        every = set(self._text_of.values())
        yield f"share of texts={band(len(texts) / max(1, len(every)), (0.34, 0.51, 0.75, 0.99))}"
        yield f"folder={band(len(self._accounts), (2, 3, 5, 8))}"

    # ---- how alike -----------------------------------------------------------------------------------------------

    def _measures(self, pairs: Sequence[tuple[_InSentence, _InSentence]]) -> Iterator[tuple[str, int, int]]:
        for name, bounds, measure in (
            ("same words", (0.2, 0.4, 0.6, 0.8, 0.99), self._same_words),
            ("in the other", (0.3, 0.5, 0.7, 0.99), self._within),
            ("bits", (1, 8, 10, 12, 15, 20, 28), self._bits),
            ("shared", (0, 1, 2, 3, 5, 8), self._shared),
            ("shared beside", (0, 4, 8, 12, 18, 26), self._beside),
            ("share of sentence", (0.1, 0.2, 0.35, 0.5, 0.7), self._share),
            ("clause", (0, 3, 6, 9, 14), self._clause),
            ("clause share", (0.05, 0.15, 0.3, 0.5, 0.75), self._clause_share),
            ("own share", (0.1, 0.25, 0.4, 0.6, 0.8), self._own_share),
            ("own bits", (3, 6, 9, 12, 16), self._own_bits),
            ("scene bits", (0, 3, 6, 9, 14), self._scene_bits),
            ("head bits", (0, 3, 4.5, 6), self._head_bits),
            ("object bits", (0, 3, 5), self._object_bits),
            ("doer bits", (0, 2, 4), self._doer_bits),
            ("left over", (0, 5, 10, 16, 25), self._left_over),
        ):
            told = [measure(one, other) for one, other in pairs] or [0.0]
            yield name, band(min(told), bounds), band(max(told), bounds)

    def _same_words(self, one: _InSentence, other: _InSentence) -> float:
        return len(one.keys & other.keys) / max(1, len(one.keys | other.keys))

    def _within(self, one: _InSentence, other: _InSentence) -> float:
        return len(one.keys & other.keys) / max(1, min(len(one.keys), len(other.keys)))

    def _bits(self, one: _InSentence, other: _InSentence) -> float:
        shared = self._aligned.near.get(_pair(one, other))
        return shared.bits if shared is not None else 0.0

    def _shared(self, one: _InSentence, other: _InSentence) -> float:
        return len((one.told & other.told) - one.own - other.own)

    def _beside(self, one: _InSentence, other: _InSentence) -> float:
        return self._rarity.sum((one.told & other.told) - one.own - other.own)

    def _share(self, one: _InSentence, other: _InSentence) -> float:
        every = self._rarity.sum((one.told | other.told) - one.own - other.own)
        return self._beside(one, other) / max(1.0, every)

    def _clause(self, one: _InSentence, other: _InSentence) -> float:
        return self._rarity.sum((one.clause & other.clause) - one.own - other.own)

    def _clause_share(self, one: _InSentence, other: _InSentence) -> float:
        every = self._rarity.sum((one.clause | other.clause) - one.own - other.own)
        return self._clause(one, other) / max(1.0, every)

    def _own_share(self, one: _InSentence, other: _InSentence) -> float:
        return self._rarity.sum(one.own & other.own) / max(1.0, self._rarity.sum(one.own | other.own))

    def _own_bits(self, one: _InSentence, other: _InSentence) -> float:
        return self._rarity.sum(one.own & other.own)

    def _left_over(self, one: _InSentence, other: _InSentence) -> float:
        return min(self._rarity.sum(one.own - other.told), self._rarity.sum(other.own - one.told))

    def _scene_bits(self, one: _InSentence, other: _InSentence) -> float:
        return max(
            (self._rarity.sum(a.features & b.features - one.own) for a in one.scenes for b in other.scenes), default=0.0
        )

    def _head_bits(self, one: _InSentence, other: _InSentence) -> float:
        return max((common_head(a, b, self._rarity) for a in one.scenes for b in other.scenes), default=0.0)

    def _object_bits(self, one: _InSentence, other: _InSentence) -> float:
        return self._rarity.sum(one.objects & other.objects)

    def _doer_bits(self, one: _InSentence, other: _InSentence) -> float:
        return self._rarity.sum(one.doers & other.doers)

    def _flags(self, values: Sequence[_InSentence], pairs: Sequence[tuple[_InSentence, _InSentence]]) -> Iterator[str]:
        """Yield what is so of all pairs of values, of some or of none."""
        tests: dict[str, Callable[[_InSentence, _InSentence], bool]] = {
            "near": lambda a, b: _pair(a, b) in self._aligned.near,
            "sure": lambda a, b: _pair(a, b) in self._sure,
            "one event": lambda a, b: bool(self._events_at(a) & self._events_at(b)),
            "other events": lambda a, b: _are_other(self._events_at(a), self._events_at(b)),
            "one head": lambda a, b: bool(a.heads & b.heads),
            "one family": lambda a, b: bool({h for h in a.heads & b.heads if h[0] == FAMILY}),
            "one doer": lambda a, b: bool(a.doers & b.doers),
            "other doers": lambda a, b: disjoint(a.doers, b.doers),
            "other persons": lambda a, b: disjoint(persons(a.clause), persons(b.clause)),
            "strangers": lambda a, b: any(strangers(x, y) for x in a.scenes for y in b.scenes),
            "one object": lambda a, b: bool(a.objects & b.objects),
            "other objects": lambda a, b: disjoint(a.objects, b.objects),
            "one person": lambda a, b: bool(persons(a.told) & persons(b.told)),
            "one place": lambda a, b: bool(a.places & b.places),
            "other places": lambda a, b: disjoint(a.places, b.places),
            "one number": lambda a, b: bool(a.numbers & b.numbers),
            "other numbers": lambda a, b: disjoint(a.numbers, b.numbers),
            "one day": lambda a, b: bool(a.days & b.days),
            "other days": lambda a, b: disjoint(a.days, b.days),
            "one denies": lambda a, b: a.negated != b.negated,
            "one plans": lambda a, b: a.planned != b.planned,
            "one says": lambda a, b: a.says != b.says,
            "one quotes": lambda a, b: a.quoted != b.quoted,
            "one act": lambda a, b: bool(a.acts & b.acts),
            "same": lambda a, b: a.printed == b.printed,
            "one supposes": lambda a, b: a.supposed != b.supposed,
            "other own numbers": lambda a, b: disjoint(a.own_numbers, b.own_numbers),
            "other own persons": lambda a, b: disjoint(persons(a.own), persons(b.own)),
            "more persons": lambda a, b: bool(persons(a.own ^ b.own)),
            "more numbers": lambda a, b: a.own_numbers != b.own_numbers,
            "one kind": lambda a, b: a.kind_of_head == b.kind_of_head,
            "other tense": lambda a, b: a.tense != b.tense,
        }
        for name, test in tests.items():
            held = [test(one, other) for one, other in pairs]
            if held:
                yield f"{name}={'all' if all(held) else 'some' if any(held) else 'none'}"
        for name in (
            "verb",
            "finite",
            "subject",
            "opens small",
            "opens pronoun",
            "opens leaning",
            "ends leaning",
            "opens sentence",
            "ends sentence",
            "lead",
            "supposed",
            "negated",
            "planned",
            "says",
            "quoted",
            "person",
            "name",
            "number",
            "nation",
        ):
            held = [name in each.flags for each in values]
            yield f"{name}: {'all' if all(held) else 'some' if any(held) else 'none'}"

    def _events_at(self, told: _InSentence) -> frozenset[int]:
        return self._event_of.get((told.value.article_id, told.sentence), frozenset())

    def events_of(self, value: FactValue) -> frozenset[int]:
        """Return the numbers of the events that the sentence of a value is evidence of."""
        return self._events_at(self._in_sentence(value))

    def features_of(self, value: FactValue) -> frozenset[str]:
        """Return what the words of a value tell."""
        return self._in_sentence(value).own

    def sentence_of(self, value: FactValue) -> Span:
        """Return the sentence of a value, or its words where they stand in none."""
        return self._in_sentence(value).sentence

    def _in_sentence(self, value: FactValue) -> _InSentence:
        return _InSentence(value, self._accounts[value.article_id])

    @cached_property
    def _event_of(self) -> dict[tuple[ArticleId, Span], frozenset[int]]:
        found: defaultdict[tuple[ArticleId, Span], set[int]] = defaultdict(set)
        for number, event in enumerate(self._events):
            for evidence in event.evidence:
                sentence = self._accounts[evidence.article_id].sentence_at(evidence.span.start)
                if sentence is not None:
                    found[evidence.article_id, sentence.span].add(number)
        return {place: frozenset(numbers) for place, numbers in found.items()}

    # ---- what words ----------------------------------------------------------------------------------------------

    def _words(self, values: Sequence[_InSentence]) -> Iterator[str]:
        sizes = [each.words for each in values]
        bounds = (1, 2, 3, 5, 8, 12, 18, 26)
        yield f"shortest={band(min(sizes), bounds)}"
        yield f"longest={band(max(sizes), bounds)}"
        shared = frozenset.intersection(*(each.own for each in values))
        told = [self._spread[feature] for feature in shared]
        bits = [self._rarity.of(feature) for feature in shared]
        every = max(1, len(self._accounts))
        yield f"own={min(4, len(shared))}"
        if shared:
            yield f"rarest={band(max(bits), (3, 4, 5, 6, 7))}"
            yield f"own bits={band(sum(bits), (4, 7, 10, 14, 20, 30))}"
            yield f"least spread={band(min(told) / every, (0.3, 0.5, 0.7, 0.99))}"
            yield f"headlined={band(sum(f in self._headlined for f in shared) / len(shared), (0, 0.3, 0.6, 0.99))}"
        both = frozenset.intersection(*(each.told for each in values))
        yield f"told headlined={band(sum(f in self._headlined for f in both), (0, 1, 2, 4))}"

    @cached_property
    def _spread(self) -> Counter[str]:
        """In how many articles each thing is told."""
        return Counter(
            feature
            for account in self._accounts.values()
            for feature in {
                part.feature for sentence in account.found.sentences for part in account.told_in(sentence.span)
            }
        )

    @cached_property
    def _headlined(self) -> frozenset[str]:
        """What the headlines tell: stems of their words."""
        return frozenset(
            stem_of(word.strip(".,:;!?\"'“”‘’()"))
            for account in self._accounts.values()
            if (title := account.found.article.metadata.title) is not None
            for word in title.value.replace("-", " ").split()
        )

    def _of_name(self, matter: Matter) -> Iterator[str]:
        words = matter.about.split()
        yield f"name={band(len(words), (1, 2, 3, 5, 8))}"
        if words[0][:1].islower():
            yield "name opens small"
        if words[0].lower() in named("pronouns"):
            yield "name opens with a pronoun"
        if is_function_stem(stem_of(words[-1])):
            yield "name ends leaning"

    # ---- of each kind --------------------------------------------------------------------------------------------

    def _kind(self, matter: Matter, values: Sequence[_InSentence]) -> Iterator[str]:
        if matter.kind == "date":
            yield from self._day(values)
        if matter.kind == "role":
            yield from self._role(values)
        yield from self._head(values)

    def _head(self, values: Sequence[_InSentence]) -> Iterator[str]:
        """Yield what the words are told of."""
        for each in values:
            for scene in each.scenes[:1]:
                grammar = each.account.grammar
                verb = grammar.is_clause(scene.at)
                yield "of verb" if verb else "of noun"
                if verb:
                    lemma = grammar.words[scene.at].lemma.lower()
                    yield f"verb {cue_kind(lemma) or 'does'}"
                    if lemma in named("light"):
                        yield "verb is light"
                    if lemma in named("states"):
                        yield "verb is state"
                    yield "finite verb" if grammar.is_finite(scene.at) else "no finite verb"
                    yield "passive" if grammar.is_passive(scene.at) else "active"
                    yield f"hangs {grammar.words[scene.at].dep}"
                    yield f"has object {grammar.object(scene.at) is not None}"
                    subject = grammar.own_subject(scene.at)
                    yield f"subject {grammar.words[subject].tag if subject is not None else 'none'}"
                else:
                    yield f"event noun {each.account.is_event(scene.at)}"
                    yield f"occasion {each.account.is_occasion(scene.at)}"
                    yield f"described {min(2, len(grammar.hanging[scene.at]))}"
            yield f"top {each.top}"

    def _day(self, values: Sequence[_InSentence]) -> Iterator[str]:
        found = []
        for each in values:
            for time in times_in(each.account.found, each.sentence):
                if time.span.overlaps(each.value.span):
                    found.append((time, plain_value(time)[0] or ""))
                    yield f"time {time.type} {time.rule}"
                    yield f"precision {len(plain_value(time)[0] or '')}"
                    break
        told = [value for _, value in found if value]
        if told:
            common = Counter(told).most_common(1)[0][0]
            times = self._days[common] / max(1, sum(self._days.values()))
            yield f"day told={band(times, (0.02, 0.05, 0.1, 0.2, 0.35))}"
            yield f"day spread={band(self._days_spread[common] / max(1, len(self._accounts)), (0.3, 0.5, 0.7, 0.99))}"
            out = {
                self._published[each.value.article_id].value
                for each in values
                if each.value.article_id in self._published
            }
            yield f"day is of publication={common in out}"
            yield f"published together={len(out) == 1}"
            yield f"days told={'one' if len(set(told)) == 1 else 'other'}"

    @cached_property
    def _days(self) -> Counter[str]:
        return Counter(
            value
            for account in self._accounts.values()
            for time in account.found.time_expressions
            if (value := plain_value(time)[0])
        )

    @cached_property
    def _days_spread(self) -> Counter[str]:
        return Counter(
            value
            for account in self._accounts.values()
            for value in {plain_value(time)[0] for time in account.found.time_expressions}
            if value
        )

    def _role(self, values: Sequence[_InSentence]) -> Iterator[str]:
        who = {
            feature
            for each in values
            for mention in each.account.found.mentions
            if mention.person is not None and mention.span.overlaps(each.value.span)
            for feature in [PERSON + mention.person]
        }
        if not who:
            yield "nobody"
        for feature in sorted(who)[:1]:
            every = max(1, len(self._accounts))
            yield f"person spread={band(self._spread[feature] / every, (0.3, 0.5, 0.7, 0.99))}"
            yield f"person bits={band(self._rarity.of(feature), (2, 3, 4, 5, 6))}"
            person = self._people.get(feature)
            if person is not None:
                family = stem_of(person.name.split()[-1])
                yield f"in headline={family in self._headlined}"
                yield f"roles={band(len(person.roles), (1, 2, 4, 8))}"
        for each in values:
            grammar = each.account.grammar
            inside = [at for at in grammar.within(each.value.span) if not each.account.is_person(at)]
            small = [at for at in inside if grammar.words[at].tag in ("NN", "NNS")]
            large = [at for at in inside if grammar.words[at].tag in NAMES]
            yield f"small nouns={min(3, len(small))}"
            yield f"large nouns={min(4, len(large))}"
            yield f"beside name={min(6, len(inside))}"
            yield f"of={any(grammar.words[at].dep == 'prep' for at in inside)}"
            yield f"aside={any(each.account.surface(at) == ',' for at in inside)}"
            titles = [at for at in inside if each.account.surface(at).lower().rstrip(".") in role_nouns()]
            large_title = any(grammar.words[at].tag in NAMES for at in titles)
            yield f"titles={'large' if large_title else 'small' if titles else 'none'}"


@dataclass(frozen=True)
class _InSentence:
    """One value with the sentence that it stands in."""

    value: FactValue
    account: Account
    given: tuple[Scene, ...] = ()

    @cached_property
    def sentence(self) -> Span:
        found = self.account.sentence_at(self.value.span.start)
        return found.span if found is not None else self.value.span

    @cached_property
    def printed(self) -> str:
        return " ".join(self.value.span.of(self.account.text).lower().split())

    @cached_property
    def inside(self) -> list[int]:
        return list(self.account.grammar.within(self.value.span))

    @cached_property
    def words(self) -> int:
        return len(self.printed.split())

    @cached_property
    def keys(self) -> frozenset[str]:
        return frozenset(stem for word in self.printed.split() if (stem := stem_of(word.strip(".,:;!?\"'“”‘’()"))))

    @cached_property
    def told(self) -> frozenset[str]:
        return frozenset(part.feature for part in self.account.told_in(self.sentence))

    @cached_property
    def own(self) -> frozenset[str]:
        return frozenset(
            part.feature for part in self.account.told_in(self.sentence) if part.span.overlaps(self.value.span)
        )

    @cached_property
    def acts(self) -> frozenset[str]:
        return frozenset(part.feature for part in self.account.told_in(self.sentence) if part.acts)

    @cached_property
    def tops(self) -> list[int]:
        words, inside = self.account.grammar.words, frozenset(self.inside)
        return [at for at in self.inside if words[at].head == at or words[at].head not in inside]

    @cached_property
    def top(self) -> str:
        words = self.account.grammar.words
        tops = [at for at in self.tops if words[at].dep not in ("punct", "cc", "det")]
        return f"{words[tops[0]].tag} {words[tops[0]].dep}" if tops else "none"

    @cached_property
    def scenes(self) -> list[Scene]:
        """The scenes that the words are told in."""
        if self.given:
            return list(self.given)
        grammar = self.account.grammar
        heads = [at for at in self.tops if grammar.is_clause(at)]
        heads += [above for at in self.tops for above in grammar.up(at) if grammar.is_clause(above)]
        found = [self.account.scene(at) for at in dict.fromkeys(heads)]
        return [scene for scene in found if scene is not None][:1]

    @cached_property
    def heads(self) -> frozenset[str]:
        return frozenset().union(*(scene.heads for scene in self.scenes))

    @cached_property
    def doers(self) -> frozenset[str]:
        return frozenset().union(*(scene.doers for scene in self.scenes))

    @cached_property
    def objects(self) -> frozenset[str]:
        return frozenset().union(*(scene.objects for scene in self.scenes))

    @cached_property
    def places(self) -> frozenset[str]:
        return frozenset().union(*(scene.places for scene in self.scenes))

    @cached_property
    def clause(self) -> frozenset[str]:
        """What the clause of the value tells."""
        return frozenset().union(*(scene.features | scene.heads for scene in self.scenes))

    @cached_property
    def numbers(self) -> frozenset[str]:
        return frozenset(feature for feature in self.told if feature[0] == NUMBER)

    @cached_property
    def days(self) -> frozenset[str]:
        return frozenset(feature for feature in self.told if feature[0] == DAY)

    @cached_property
    def own_numbers(self) -> frozenset[str]:
        return frozenset(feature for feature in self.own if feature[0] == NUMBER)

    @cached_property
    def kind_of_head(self) -> str:
        """What the words are told of: a verb of saying, another one, an occasion, another noun."""
        if not self.scenes:
            return "nothing"
        scene = self.scenes[0]
        if self.account.grammar.is_clause(scene.at):
            return "says" if scene.says else "does"
        return (
            "occasion" if self.account.is_occasion(scene.at) else "event" if self.account.is_event(scene.at) else "noun"
        )

    @cached_property
    def tense(self) -> str:
        grammar = self.account.grammar
        verbs = [scene.at for scene in self.scenes if grammar.is_clause(scene.at)]
        if not verbs:
            return "none"
        verb = verbs[0]
        return (
            "past" if grammar.is_past(verb) else "present" if grammar.is_present(verb) else mood_of_verb(grammar, verb)
        )

    @cached_property
    def supposed(self) -> bool:
        """Whether the words stand below "if", "would" or "could"."""
        grammar = self.account.grammar
        verbs = [scene.at for scene in self.scenes if grammar.is_clause(scene.at)]
        every = [at for verb in verbs for at in (verb, *grammar.up(verb)) if grammar.is_clause(at)]
        return any(
            (grammar.words[child].dep == "mark" and grammar.words[child].lemma.lower() in named("supposes"))
            or (grammar.words[child].tag == "MD" and grammar.words[child].lemma.lower() not in ("will", "shall"))
            for at in every
            for child in grammar.hanging[at]
        )

    @cached_property
    def negated(self) -> bool:
        return any(scene.negated for scene in self.scenes)

    @cached_property
    def planned(self) -> bool:
        grammar = self.account.grammar
        return any(grammar.is_clause(s.at) and mood_of_verb(grammar, s.at) == "planned" for s in self.scenes)

    @cached_property
    def says(self) -> bool:
        return any(scene.says for scene in self.scenes)

    @cached_property
    def quoted(self) -> bool:
        return any(self.account.is_quoted(at) for at in self.inside)

    @cached_property
    def flags(self) -> frozenset[str]:
        return frozenset(self._flags())

    def _flags(self) -> Iterator[str]:
        grammar, account, inside = self.account.grammar, self.account, self.inside
        words = grammar.words
        for name in ("negated", "planned", "says", "quoted", "supposed"):
            if getattr(self, name):
                yield name
        if not inside:
            return
        tags = [words[at].tag for at in inside]
        if any(grammar.is_clause(at) for at in inside):
            yield "verb"
        if any(grammar.is_clause(at) and grammar.is_finite(at) for at in inside):
            yield "finite"
        held = frozenset(inside)
        if any(grammar.is_clause(at) and grammar.own_subject(at) in held for at in inside):
            yield "subject"
        first, last = words[inside[0]], words[inside[-1]]
        if account.surface(inside[0])[:1].islower():
            yield "opens small"
        if first.tag in ("PRP", "PRP$", "WDT", "WP", "WRB"):
            yield "opens pronoun"
        if first.tag in ("IN", "TO", "CC", "VBG", "VBN", "RB"):
            yield "opens leaning"
        if last.tag in ("IN", "TO", "CC", "DT", "PRP$", "VBD", "VBP", "VBZ", "JJ"):
            yield "ends leaning"
        sentence = grammar.within(self.sentence)
        if inside[0] <= sentence.start + 1:
            yield "opens sentence"
        if inside[-1] >= sentence.stop - 2:
            yield "ends sentence"
        own = [each for each in account.found.sentences if not each.note][:3]
        if own and self.sentence.start <= own[-1].span.start:
            yield "lead"
        if any(account.is_person(at) for at in inside):
            yield "person"
        if any(tag in NAMES for tag in tags):
            yield "name"
        if "CD" in tags:
            yield "number"
        if any((account.feature(at) or " ")[0] == NATION for at in inside):
            yield "nation"


def _one_an_article(values: Iterable[FactValue]) -> list[FactValue]:
    found: dict[ArticleId, FactValue] = {}
    for value in sorted(values, key=lambda each: (each.article_id, each.span)):
        found.setdefault(value.article_id, value)
    return list(found.values())


def _pair(one: _InSentence, other: _InSentence) -> SentencePair:
    left, right = sorted(((one.value.article_id, one.sentence), (other.value.article_id, other.sentence)))
    return left, right


def _are_other(one: frozenset[int], other: frozenset[int]) -> bool:
    return bool(one) and bool(other) and not one & other


def weighed(matters: Iterable[Matter], weighing: Weighing) -> list[Matter]:
    """Return the rows that are shown: what differs, what a reader is likely to be glad of, and what is only known.

    Of happenings, days and numbers what is unlikely to please is likely to be false. Of who somebody is, and of names,
    it is true and known to everybody. Whatever is not among the surest is marked as minor, and left out where it is
    doubtful.
    """
    found: list[Matter] = []
    likely: defaultdict[Verdict, dict[int, float]] = defaultdict(dict)
    for matter in matters:
        if matter.verdict != "differ":
            sure = weighing.likelihood(matter)
            if not is_shown(matter, sure, weighing):
                continue
            if sure >= _bar_of_open(matter):
                likely[matter.verdict][len(found)] = sure
        found.append(matter)
    surest = frozenset().union(*map(_surest, likely.values()))
    return [
        matter if matter.verdict == "differ" or number in surest else replace(matter, minor=True)
        for number, matter in enumerate(found)
    ]


def is_shown(matter: Matter, sure: float, weighing: Weighing) -> bool:
    """Return whether a row that is so likely to please is shown at all."""
    if sure >= _bar_of_open(matter):
        return True
    return sure >= BARS.get(matter.kind, 0.0 if matter.kind in KNOWN else BAR) and not weighing.is_doubtful(matter)


def _bar_of_open(matter: Matter) -> float:
    return BAR_OF_KNOWN if matter.kind in KNOWN else BAR_OF_OPEN


def _surest(likely: Mapping[int, float]) -> frozenset[int]:
    """Return the rows, by their numbers, that are as likely as the last of the `OPEN` likeliest."""
    least = sorted(likely.values(), reverse=True)[:OPEN][-1]
    return frozenset(number for number, sure in likely.items() if sure >= least)
