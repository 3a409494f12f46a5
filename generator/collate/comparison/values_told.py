"""Durations, counts, sums and shares that articles of one event give of the same thing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from generator.collate.comparison.aligned import Alignment
from generator.collate.comparison.facts import MOST
from generator.collate.comparison.limits import Comparison, Limits, compared, limits_of
from generator.collate.comparison.matters import Matter
from generator.collate.comparison.measured import Measured, measured
from generator.collate.comparison.same_value import another_thing, compatible
from generator.collate.comparison.scenes import Account, Rarity, common_head, disjoint, families_of, persons, strangers
from generator.collate.comparison.sentences import Corpus
from generator.collate.comparison.value_words import bodies, fates, pairs
from generator.collate.comparison.values import Value, is_bar, is_further, ones_of, scores_of, values_of
from generator.collate.comparison.wording import name_of
from generator.collate.timeline.actors import people_stems
from generator.collate.words.stems import stem_of
from generator.groups import Groups
from generator.records import ArticleId, Contrast, FactValue, PublicationDay, Span, Verdict

KIND = {"duration": "duration", "count": "count", "percent": "percentage", "magnitude": "magnitude"}
# Bits that thing, verb and what stands beside them tell together.
SURE = 5.0  # of two equal values
SURE_OF_FEW = 8.0  # of two equal numbers below ten, which are equal by chance
SURE_OF_COMPATIBLE = 8.0  # of two values that only fit each other
SURE_OF_OTHER = 7.5  # of two that do not
BESIDE_OTHER = 3.5  # that verb and neighbours alone tell then
FEW = 10
BOUND = 2.0  # times the bound that a value may be, to be told with it
ANYTHING = "*"
OPENING = 4  # sentences by which news tells what it is about
BEFALLING = frozenset(["die", "drown", "perish", "be"])  # of which the subject suffers it
TOLLS = frozenset(["killed", "injured", "missing", "kidnapped", "trapped"])
# Bits that two numbers tell by being near each other, by the ratio of the larger to the smaller.
NEAR = ((1.1, 3.0), (1.25, 2.0), (1.5, 1.0), (2.0, 0.5))
SURE_BY_ITSELF = 10.0  # of what an event has one of: the strength of its earthquake, the result of its vote
# Bits that a length tells by how it is told: "the first in nine years", "a 50-minute film" and a 45-minute one, "left
# 40 minutes late".
BY_MANNER = {"since": 7.0, "length": 4.0, "late": 7.0}
OF_EVENT = frozenset(["since", "late"])  # manners of which an event has one, so that no word need be shared
BEFELL = 4.0  # bits of what befell those who are counted: an event has one number of dead
OF_ONE_YEAR = 3.0  # bits of a year that both name
LASTING = frozenset(["for", "length"])  # manners of a length that a verb is told with
OF_PEOPLE = frozenset(["injured", "arrested", "convicted", "infected"])  # what befalls no "two helicopters"
# A number as printed that is no other's by chance.
_LARGE = re.compile(r"\d[\d,]*(?:\.\d+)? (?:thousand|million|billion|trillion)|\d{1,3}(?:,\d{3})+|\d{4,}")
COMPANY = 5.0  # bits of another value that both sentences give alike


def compared_values(
    accounts: Mapping[ArticleId, Account],
    corpus: Corpus,
    rarity: Rarity,
    aligned: Alignment,
    published: Mapping[ArticleId, PublicationDay],
) -> list[Matter]:
    """Return a matter for every thing that two articles of one event measure or count."""
    told = [
        found
        for sentences in corpus.accompanied()
        for sentence in sentences
        for value in (*values_of(sentence), *ones_of(sentence), *scores_of(sentence))
        if (found := measured(value, accounts[sentence.article_id])) is not None
    ]
    groups = Groups(len(told))
    for left, right in _pairs(told, corpus, rarity, aligned):
        groups.unite(left, right)
    _join_tolls(groups, told, accounts, corpus)
    for same in _same_count(told, groups):
        for number in same[1:]:
            groups.unite(same[0], number)
    together = ([told[number] for number in group] for group in groups.all() if len(group) > 1)
    judge = _Judge(accounts, published, _given(told))
    return [matter for group in together for matter in _matters(group, accounts, judge)]


@dataclass(frozen=True, slots=True)
class _Judge:
    """What it takes to tell whether two values of one thing exclude each other."""

    accounts: Mapping[ArticleId, Account]
    published: Mapping[ArticleId, PublicationDay]
    given: Mapping[tuple[ArticleId, str, str], set[float]]
    _limits: dict[int, Limits] = field(default_factory=dict)
    """What limits each value, by its identity: its hash would go through all words of its sentence."""

    def compared(self, one: Measured, other: Measured) -> Comparison:
        """Return whether all that limits two values is the same, whether they are of two things, or neither is sure."""
        told = compared(one, other, self._limits_of(one), self._limits_of(other))
        if told == "same" and (self._has_another(one) or self._has_another(other) or self._moved(one, other)):
            return "open"
        return told

    def _limits_of(self, each: Measured) -> Limits:
        if id(each) not in self._limits:
            self._limits[id(each)] = limits_of(each, self.accounts[each.scene.article_id])
        return self._limits[id(each)]

    def _has_another(self, each: Measured) -> bool:
        """Return whether the article gives another number of that noun, so that which is meant is not sure."""
        value = each.value
        return len(self.given[value.sentence.article_id, value.dimension, value.thing or ANYTHING]) > 1

    def _moved(self, one: Measured, other: Measured) -> bool:
        """Return whether two numbers are of the days of their articles, and these are two: "leads with 20 points"."""
        windows = [self.published.get(each.scene.article_id) for each in (one, other)]
        left, right = (known.window if known is not None else None for known in windows)
        if left is None or right is None or not (left[1] < right[0] or right[1] < left[0]):
            return False
        return any(_is_running(each, self.accounts[each.scene.article_id]) for each in (one, other))


def _is_running(each: Measured, account: Account) -> bool:
    """Return whether a clause tells how things are or have come to be, and not what once happened."""
    verb = account.grammar.clause_of(each.thing.at)
    return not each.described and not (verb is not None and account.grammar.is_past(verb))


def _same_count(measured: Sequence[Measured], groups: Groups) -> list[list[int]]:
    """Return the values found alike by their thing and number: "three soldiers" of several clauses are one row."""
    rows: defaultdict[tuple[str, str, str, float], list[int]] = defaultdict(list)
    for group in groups.all():
        numbers = {measured[at].value.number for at in group}
        first = min((measured[at].value for at in group), key=lambda value: (value.thing, value.manner))
        if len(group) > 1 and len(numbers) == 1 and first.dimension == "count" and first.thing:
            rows[first.dimension, first.thing, first.manner, first.number] += group
    return [row for _, row in sorted(rows.items())]


def _join_tolls(
    groups: Groups, measured: Sequence[Measured], accounts: Mapping[ArticleId, Account], corpus: Corpus
) -> None:
    """Unite the tolls by which two articles open: how many were killed in what they are about.

    News opens with it, so no verb need be shared. An article that opens with two numbers of dead tells of two things.
    """
    tolls: defaultdict[str, defaultdict[ArticleId, list[int]]] = defaultdict(lambda: defaultdict(list))
    opening = {identity: _opening(account) for identity, account in accounts.items()}
    for number, each in enumerate(measured):
        identity = each.value.sentence.article_id
        if each.value.sentence.span.start < opening[identity] and _is_toll(each, accounts[identity]):
            tolls[each.value.manner][identity].append(number)
    for _, told in sorted(tolls.items()):
        of_event = defaultdict(list)
        for identity, found in told.items():
            if len({measured[at].value.number for at in found}) == 1:
                of_event[corpus.event_of[identity]].append(found[0])
        for left, right in (pair for sole in of_event.values() for pair in combinations(sorted(sole), 2)):
            one, other = measured[left], measured[right]
            if (
                not corpus.are_apart(one.value.sentence.article_id, other.value.sentence.article_id)
                and groups.root(left) != groups.root(right)  # of a hundred tolls nearly all pairs are together by then
                and not another_thing(one.value, other.value, (one.years, other.years), however_far=True)
                and not disjoint(_places(one), _places(other))
                and (one.supposed, one.left) == (other.supposed, other.left)
                and (_are_of_one_size(one.value, other.value) or one.value.number == other.value.number)
            ):
                groups.unite(left, right)


def _are_of_one_size(left: Value, right: Value) -> bool:
    """Return whether two tolls may be of one thing: few, or not many times each other, and none counted since a day."""
    since = ["since" in {word.key for word in value.sentence.words} for value in (left, right)]
    return since[0] == since[1] and (max(left.number, right.number) < FEW or _are_close(left, right))


def _opening(account: Account) -> int:
    """Return where the first sentences of an article end."""
    own = [sentence for sentence in account.found.sentences if not sentence.note][:OPENING]
    return own[-1].span.end if own else 0


def _is_toll(each: Measured, account: Account) -> bool:
    """Return whether a count is of the people whom its verb befalls: "killed 12 people", "12 died", "12 dead"."""
    value, scene, grammar = each.value, each.scene, account.grammar
    people = value.thing_span is None or value.thing in people_stems()
    if value.dimension != "count" or value.manner not in TOLLS or not people or scene.negated:
        return False
    if account.is_quoted(each.thing.at) or is_further(value):
        return False
    if value.thing_span is None and any(word in fates() for word in value.span.of(account.text).lower().split()):
        return True
    if not grammar.is_clause(scene.at) or fates().get(account.surface(scene.at).lower()) != value.manner:
        return False
    suffers = grammar.is_passive(scene.at) or grammar.words[scene.at].lemma.lower() in BEFALLING
    return each.thing.at == (grammar.own_subject(scene.at) if suffers else grammar.object(scene.at))


def _pairs(
    measured: Sequence[Measured], corpus: Corpus, rarity: Rarity, aligned: Alignment
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of values of one thing that are each other's surest between their two articles."""
    given, numbers, joined = _given(measured), _numbers(measured), _joined(measured)
    found: dict[tuple[int, int], float] = {}
    best: dict[tuple[int, ArticleId], float] = {}
    for left, right in _candidates(measured):
        one, other = measured[left], measured[right]
        here, there = one.value.sentence.article_id, other.value.sentence.article_id
        if here == there or not corpus.related(here, there) or _both_given(one, other, given):
            continue
        beside = _company(one, numbers) & _company(other, numbers)
        near = aligned.of(one.scene, other.scene) is not None
        company = COMPANY * (len(beside) + near)
        sure = (
            _sureness(one, other, company, rarity, bool(beside) and _befell_alike(one.value, other.value))
            or _sole(one, other, joined)
            or (SURE_BY_ITSELF if near and _other_fate(one.value, other.value) else 0.0)
        )
        if sure:
            found[left, right] = sure
            for key in ((left, there), (right, here)):
                best[key] = max(best.get(key, 0.0), sure)
    for (left, right), sure in sorted(found.items()):
        here, there = (measured[at].value.sentence.article_id for at in (left, right))
        if sure >= max(best[left, there], best[right, here]):
            yield left, right


def _given(measured: Sequence[Measured]) -> dict[tuple[ArticleId, str, str], set[float]]:
    """Return the numbers that each article gives of each thing, and of anything in one dimension."""
    given: defaultdict[tuple[ArticleId, str, str], set[float]] = defaultdict(set)
    for each in measured:
        value = each.value
        for thing in (value.thing, ANYTHING, *([each.whose + value.thing] if each.whose else [])):
            given[value.sentence.article_id, value.dimension, thing].add(value.number)
    return given


def _joined(measured: Sequence[Measured]) -> dict[tuple[ArticleId, str, str, str], set[float]]:
    """Return the measures that each article gives of what they describe: the pages of indictments."""
    joined: defaultdict[tuple[ArticleId, str, str, str], set[float]] = defaultdict(set)
    for each in measured:
        value = each.value
        if each.described:
            joined[value.sentence.article_id, value.dimension, value.thing, each.described].add(value.number)
    return joined


def _sole(one: Measured, other: Measured, joined: Mapping[tuple[ArticleId, str, str, str], set[float]]) -> float:
    """Return bits enough where both describe the one thing of its kind that either article measures so.

    "The 48-page indictment" and "a 47-page indictment": an event seldom has two, whatever the verbs are.
    """
    if not one.described or one.described != other.described or one.value.thing != other.value.thing:
        return 0.0
    if any(
        len(joined[each.value.sentence.article_id, each.value.dimension, each.value.thing, each.described]) > 1
        for each in (one, other)
    ):
        return 0.0
    if another_thing(one.value, other.value, (one.years, other.years)) or _other_people(one, other):
        return 0.0
    if disjoint(one.of, other.of) or disjoint(one.scene.kinds, other.scene.kinds):
        return 0.0
    of_one_verb = one.scene.heads & other.scene.heads
    return 0.0 if of_one_verb and strangers(one.scene, other.scene) else SURE_BY_ITSELF


def _numbers(measured: Sequence[Measured]) -> dict[tuple[ArticleId, Span], set[tuple[str, float]]]:
    """Return the values that each sentence gives."""
    numbers: defaultdict[tuple[ArticleId, Span], set[tuple[str, float]]] = defaultdict(set)
    for each in measured:
        sentence = each.value.sentence
        numbers[sentence.article_id, sentence.span].add((each.value.dimension, each.value.number))
    return numbers


def _company(one: Measured, numbers: Mapping[tuple[ArticleId, Span], set[tuple[str, float]]]) -> set[tuple[str, float]]:
    """Return the other values of a value's sentence that are no small counts."""
    sentence = one.value.sentence
    return {
        (dimension, number)
        for dimension, number in numbers[sentence.article_id, sentence.span]
        if number != one.value.number and (dimension != "count" or number >= FEW)
    }


def _both_given(one: Measured, other: Measured, given: Mapping[tuple[ArticleId, str, str], set[float]]) -> bool:
    """Return whether two numbers differ of which an article gives both: "12 counts, seven of them of fraud"."""
    left, right = one.value, other.value
    if left.number == right.number or compatible(left, right):
        return False
    whose = one.whose if one.whose == other.whose else ""
    several = (given.get((each.sentence.article_id, "percent", whose + each.thing), set()) for each in (left, right))
    if left.dimension == "percent" and left.thing and any(len(numbers) > 1 for numbers in several):
        return True  # the votes of several places
    # Counts are of many things; who gives two lengths or two sums has two things, whatever they are called.
    things = [left.thing] if left.dimension == "count" or one.described else [left.thing, ANYTHING]
    return (
        _prints(left, right)
        or _prints(right, left)
        or any(
            {left.number, right.number} <= given.get((value.sentence.article_id, left.dimension, thing), set())
            for value in (left, right)
            for thing in things
            if thing
        )
    )


def _prints(one: Value, other: Value) -> bool:
    """Return whether the sentence of one value prints a large other one too: "32 million, down from 55.3 million"."""
    number = _LARGE.search(other.span.of(other.sentence.text))
    return (
        number is not None and re.search(rf"(?<![\d.,]){re.escape(number[0])}(?![\d%])", one.sentence.text) is not None
    )


def _candidates(measured: Sequence[Measured]) -> list[tuple[int, int]]:
    """Return the pairs of values of one dimension that share a thing or a verb."""
    buckets: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, each in enumerate(measured):
        value = each.value
        if value.dimension == "count" and not value.manner and value.number < 3 and value.thing in pairs():
            continue
        if value.dimension == "count" and value.number < 2:
            continue  # one person is told of in every story: only as a toll is it compared
        if value.dimension == "percent":
            buckets[value.dimension, f"={value.number}"].append(number)
        alone = value.dimension in ("count", "magnitude", "score")
        manner = {value.manner} if value.manner in OF_EVENT else set()
        for key in {value.thing, *manner, *(() if alone else each.scene.heads), *_deeds(each)} - {""}:
            buckets[value.dimension, key].append(number)
    few = (numbers for _, numbers in sorted(buckets.items()) if len(numbers) <= MOST)
    return sorted({pair for numbers in few for pair in combinations(numbers, 2)})


def _deeds(each: Measured) -> frozenset[str]:
    """Return the kinds of happening that a length describes: of "a 30-day suspension" that of "suspended"."""
    lasts = each.value.dimension == "duration" and each.described
    return families_of(stem_of(each.described)) if lasts else frozenset()


def _of_one_deed(one: Measured, other: Measured) -> frozenset[str]:
    """Return what happened for so long, where one tells it with a noun and the other with a verb.

    "A 30-day suspension", "suspended for 30 days".
    """
    return frozenset().union(
        *(
            _deeds(noun) & verb.scene.heads
            for noun, verb in ((one, other), (other, one))
            if verb.value.manner in LASTING and not verb.value.thing and noun.value.dimension == verb.value.dimension
        )
    )


def _befell_alike(left: Value, right: Value) -> bool:
    """Return whether two counts are of those whom the same befell."""
    return (
        left.dimension == right.dimension == "count" and left.thing == right.thing and left.manner == right.manner != ""
    )


def _other_fate(left: Value, right: Value) -> bool:
    """Return whether one number of people suffered one thing here and another there: "50 killed", "50 injured"."""
    same = left.dimension == right.dimension == "count" and left.thing == right.thing and left.number == right.number
    return same and left.number >= FEW and left.manner != right.manner and bool(left.manner and right.manner)


def _sureness(one: Measured, other: Measured, company: float, rarity: Rarity, toll: bool) -> float:
    """Return the bits that tell two values to be of one thing; 0: not sure.

    `company`: bits of equal values beside; `toll`: the same befell those counted, and another count of it is equal.
    """
    left, right = one.value, other.value
    equal = left.number == right.number
    deeds = _of_one_deed(one, other)
    if deeds:
        left, right = (replace(value, manner="length") for value in (left, right))
    if another_thing(left, right, (one.years, other.years), however_far=toll):
        return 0.0
    if equal and left.is_sum and {left.hedge, right.hedge} == {"under", "over"} and (is_bar(left) or is_bar(right)):
        return 0.0  # "income over $1 million" and "income up to $1 million" have one bar
    if left.dimension == "magnitude" or (left.dimension == "score" and equal):
        return SURE_BY_ITSELF
    if not equal and compatible(left, right) and not _are_close(left, right):
        return 0.0
    if not equal and not toll and _befell_alike(left, right) and not _are_of_one_size(left, right):
        return 0.0
    if not equal and (one.supposed, one.left, is_further(left)) != (other.supposed, other.left, is_further(right)):
        return 0.0
    if not equal and (_other_people(one, other) or _other_subjects(one, other) or disjoint(one.of, other.of)):
        return 0.0
    if not equal and disjoint(_places(one), _places(other)):  # "99 % counted in Halden", "92 % counted in Brevik"
        return 0.0
    of_thing = rarity.of(one.printed) if left.thing and left.thing == right.thing else 0.0
    if left.dimension == "duration" and left.manner == right.manner in BY_MANNER and left.thing == right.thing:
        of_thing += BY_MANNER[left.manner] if _nearness(left.number, right.number) else 0.0
    if _befell_alike(left, right):
        of_thing += BEFELL
    if left.thing and right.thing and left.thing != right.thing and not company:
        return 0.0
    of_verb = max([common_head(one.scene, other.scene, rarity), *map(rarity.of, deeds)])
    if of_verb and strangers(one.scene, other.scene):
        return 0.0
    beside = rarity.sum(one.beside & other.beside)
    if one.years & other.years and of_thing:
        beside += OF_ONE_YEAR
    if not (of_thing or of_verb or company):
        return 0.0
    # "The murder of six brokers", "six brokers testified": they share their number by chance.
    if equal and left.dimension == "count" and left.number < FEW and not (of_verb or beside or company):
        return 0.0
    near = _nearness(left.number, right.number)
    total = of_thing + of_verb + beside + company + (0.0 if equal else near)
    known = of_verb + beside + (company if toll or (of_thing and near == NEAR[0][1]) else 0.0)
    return total if total >= _enough(left, right, known) else 0.0


def _enough(left: Value, right: Value, beside: float) -> float:
    """Return the bits that are enough for two values; `beside`: those that verb and neighbours tell."""
    if left.number == right.number:
        return SURE_OF_FEW if left.number < FEW and left.dimension == "count" else SURE
    if compatible(left, right):
        return SURE_OF_COMPATIBLE
    known = beside >= BESIDE_OTHER or (left.dimension == "duration" and left.manner in BY_MANNER)
    return SURE_OF_OTHER if known else float("inf")


def _are_close(left: Value, right: Value) -> bool:
    """Return whether a bound tells something of a value: "more than a dozen" says little of 33."""
    low, high = sorted((left.number, right.number))
    return high <= BOUND * low


def _nearness(left: float, right: float) -> float:
    low, high = sorted((left, right))
    return next((bits for ratio, bits in NEAR if low and high / low <= ratio), 0.0)


def _places(each: Measured) -> frozenset[str]:
    return each.scene.places | each.thing.places


def _other_subjects(one: Measured, other: Measured) -> bool:
    """Return whether two verbs tell of two things: "plants account for 40 %", "traffic accounts for 30 %".

    "The agency" may be any body that the other article names.
    """
    here, there = one.scene.doers - one.value_words, other.scene.doers - other.value_words
    named_again = any(doers and doers <= bodies() for doers in (here, there))
    return bool(one.scene.heads & other.scene.heads) and disjoint(here, there) and not named_again


def _other_people(one: Measured, other: Measured) -> bool:
    """Return whether two values stand with persons, and with none in common."""
    return disjoint(persons(one.beside), persons(other.beside))


def _matters(group: Sequence[Measured], accounts: Mapping[ArticleId, Account], judge: _Judge) -> list[Matter]:
    """Return the matter of one thing; where an article gives two values itself they are two things, each told alike."""
    values = [each.value for each in group]
    if all(compatible(left, right) for left, right in combinations(values, 2)):
        fates_told = {value.manner for value in values if value.dimension == "count" and value.number >= FEW}
        return [_matter(group, accounts, "differ" if len(fates_told) > 1 and "" not in fates_told else "agree")]
    told: defaultdict[ArticleId, set[tuple[float, str]]] = defaultdict(set)
    for value in values:
        told[value.sentence.article_id].add((value.number, value.hedge))
    apart = (pair for pair in combinations(group, 2) if not compatible(*(each.value for each in pair)))
    sole = all(len(numbers) == 1 for numbers in told.values())
    if sole and not any(judge.compared(*pair) == "other" for pair in apart):
        return [_matter(group, accounts, "differ", _contrast(group, judge))]
    numbers = sorted({value.number for value in values})
    alike = ([each for each in group if each.value.number == number] for number in numbers)
    return [_matter(each, accounts, "agree") for each in alike if len(each) > 1]


def _matter(
    group: Sequence[Measured], accounts: Mapping[ArticleId, Account], verdict: Verdict, contrast: Contrast = "wording"
) -> Matter:
    values = [each.value for each in group]
    shown = tuple(
        FactValue(each.value.sentence.article_id, _with_noun(each, accounts), each.value.hedge != "exact")
        for each in group
    )
    scenes = tuple(each.scene for each in group)
    return Matter(
        KIND.get(values[0].dimension, "amount"),
        _about(group, accounts, equal=verdict == "agree" and len({each.value.number for each in group}) == 1),
        verdict,
        shown,
        contrast,
        scenes=scenes,
    )


def _contrast(group: Sequence[Measured], judge: _Judge) -> Contrast:
    """Return whether two exact values exclude each other; the dead and the missing go on being counted."""
    if any(each.value.manner in fates().values() for each in group):
        return "wording"
    exact = [each for each in group if each.value.hedge == "exact"]
    apart = [pair for pair in combinations(exact, 2) if pair[0].value.number != pair[1].value.number]
    return "contradiction" if any(judge.compared(*pair) == "same" for pair in apart) else "wording"


def _shown(value: Value) -> Span:
    """Return the value with the thing it is of, when that follows at once: "90-minute delay"."""
    thing = value.thing_span
    if thing is not None and thing.start >= value.span.end:
        return Span(value.span.start, thing.end)
    return value.span


def _with_noun(each: Measured, accounts: Mapping[ArticleId, Account]) -> Span:
    """Return the value with what it describes: "48-page indictment"."""
    shown = _shown(each.value)
    if each.noun is None:
        return shown
    words = accounts[each.noun.article_id].grammar.words
    return Span(shown.start, max(shown.end, words[each.noun.at].end))


def _about(group: Sequence[Measured], accounts: Mapping[ArticleId, Account], *, equal: bool) -> str:
    """Return what is counted ("members of the council", "people killed"), or what a sum or share is told of."""
    # Whichever article comes first: one that names what is counted.
    value = next((each.value for each in group if each.value.thing_span is not None), group[0].value)
    if value.dimension == "magnitude":
        return value.dimension
    if value.dimension == "score":
        return "the vote"
    if value.dimension == "count" and value.manner and _are_various(group):
        return value.manner
    if value.dimension == "count" and value.manner and any(each.value.thing_span is None for each in group):
        return f"people {value.manner}"  # "five others" and "31" are
    described = [(each.noun, _shown(each.value)) for each in group if each.noun is not None]
    if value.dimension == "count" and len(described) == len(group):
        return name_of(described, accounts, equal=equal)
    counted = value.dimension in ("count", "duration") and value.thing_span is not None
    telling = [each for each in group if each.value.thing_span is not None] if counted else group
    named = [(each.thing if counted else each.scene, _number_of(each.value)) for each in telling]
    name = name_of(named, accounts)
    if equal and (whole := name_of(named, accounts, equal=True)) != name:
        return whole  # a clause, which tells what befell them itself
    if all(map(_is_of_whole, group)):
        return _share(group, accounts)
    if value.dimension == "duration" and value.manner in ("before", "after"):
        return f"{value.manner} {name}"
    fate = [word for word, manner in fates().items() if stem_of(word) == value.thing and manner == value.manner]
    told = bool(fate) or (value.manner in OF_PEOPLE and value.thing not in people_stems())  # "arrests", "cases"
    manners = sorted({each.value.manner for each in group} - {""})
    befell = " or ".join(manners) if len(manners) > 1 or all(each.value.manner for each in group) else ""
    return f"{name} {befell}" if value.dimension == "count" and befell and not told else name


def _is_of_whole(each: Measured) -> bool:
    """Return whether a share is told with what it is of right behind: "40 percent of delegates"."""
    value = each.value
    if value.dimension != "percent" or value.thing_span is None:
        return False
    return value.sentence.text[value.span.end : value.thing_span.start].split()[:1] == ["of"]


def _share(group: Sequence[Measured], accounts: Mapping[ArticleId, Account]) -> str:
    """Return whose share of what is told: "Tom Lind's share of delegates"."""
    wholes = {each.value.thing_span.of(each.value.sentence.text) for each in group if each.value.thing_span is not None}
    share = f"share of {min(wholes, key=lambda noun: (len(noun), noun))}"
    whose = {each.whose for each in group}
    if len(whose) > 1 or "" in whose:
        return share
    return f"{accounts[group[0].scene.article_id].name_of(min(whose))}'s {share}"


def _are_various(group: Sequence[Measured]) -> bool:
    """Return whether those whom something befell are told of in several words, or in none: "12 men", "12 workers"."""
    unnamed = all(each.value.thing_span is None for each in group)
    return unnamed or len({each.value.thing for each in group}) > 1


def _number_of(value: Value) -> Span:
    """Return the value without its thing."""
    thing = value.thing_span
    return Span(value.span.start, thing.start) if thing and thing.start > value.span.start else value.span
