"""On which day, in which month or year something happened, where two articles or more say so themselves."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from types import MappingProxyType

from generator.collate.comparison.aligned import SentencePair, Shared, shared_by, tell_alike
from generator.collate.comparison.facts import Fact, ToldValues, groups_of, pairs_of, shown, tied_groups
from generator.collate.comparison.matters import Matter
from generator.collate.comparison.scenes import DAY as DATED
from generator.collate.comparison.scenes import (
    FAMILY,
    Account,
    Rarity,
    Scene,
    common_head,
    disjoint,
    families_of,
    name_two_of_a_kind,
    persons,
    strangers,
)
from generator.collate.comparison.sentences import Corpus
from generator.collate.comparison.wording import name_of
from generator.collate.timeline.lexicon import named
from generator.collate.timeline.likeness import differ
from generator.collate.timeline.mentions.find import is_quoted
from generator.collate.timeline.mentions.modality import mood_of_verb
from generator.collate.timeline.mentions.times import DATE_TYPES, plain_value, set_for_day
from generator.collate.words.stems import stem_of
from generator.days import MONTH_NUMBERS, WEEKDAY_NUMBERS
from generator.records import ArticleId, Event, PublicationDay, Span, TimeExpression, Verdict

PUBLISHING = "publish"
REPORTED = "reported"  # the mood of what happened
EVENING = frozenset(["EV", "NI"])  # which nobody sets apart
YEAR, DAY = 4, 10  # characters of a year and of a day in ISO 8601
UNKNOWN = "XXXX"  # the year in TIMEX3 of a day of which only its name or its month is known
LEAP_YEAR = "2000"  # in which every day of a month exists
SURE = 5.0  # bits that day, happening and what stands with it tell together, for it to be one in both
SURE_OF_YEAR = 10.0  # a year holds many happenings of one kind
# Bits of a day, and of what stands beside it, where the words for what happened are not the same.
RARE, BESIDE = 4.0, 5.0
SURE_OF_OTHER_WORDS = 11.0  # that both tell together, where the day is not as rare
SURE_OF_DEED = 6.0  # that the sentences of the only two deeds of one day share besides who did them
SAME_HOURS = 3.0  # bits of "night" in both
# What two clauses share of the smaller one, and its bits, for two days to be of one thing; and the days between them.
SHARE, SURE_OF_OTHER, FARTHEST = 0.6, 6.0, 14
WEEK = 7  # days
ZONES = timedelta(days=1)  # by which the days of two places and of a report and its print may be apart
ABOUT = 15  # minutes
ORDINALS = frozenset(["first", "second", "third", "fourth", "fifth", "last", "final"])
_CLOCK = re.compile(r"(\d\d)(?::(\d\d))?")
_HEDGED = re.compile(r"\b(?:about|around|approximately|roughly|nearly|almost|just|shortly|before|after)\b")
STAMP = 20  # code points before a day among which it is said to be the report's own
_STAMPED = re.compile(r"\b(?:published|updated|posted|modified)(?: on)? ?: ?$", re.I)
SURE_OF_OTHER_YEAR = 12.0  # bits that two sentences share


def told_days(
    accounts: Mapping[ArticleId, Account],
    events: Sequence[Event],
    corpus: Corpus,
    rarity: Rarity,
    sure: Mapping[SentencePair, Shared],
    published: Mapping[ArticleId, PublicationDay] = MappingProxyType({}),
) -> list[Matter]:
    """Return a matter for every happening that two articles date alike in their own words."""
    facts = [fact for identity in sorted(accounts) for fact in _dated(accounts[identity])]
    told = ToldValues(fact.value for fact in facts)
    bare = any(fact.value.startswith(UNKNOWN) for fact in facts)
    humans = frozenset().union(*(accounts[identity].humans for identity in sorted(accounts)))
    same = {(a, b) for a, b in _same_event(facts, events) if _agree_as_told(facts[a], facts[b], rarity)}
    same |= {
        (left, right)
        for left, right in pairs_of(facts, corpus, _by_name if bare else _keys)
        if _one_happening(facts[left], facts[right], told, rarity, humans)
        or _in_aligned(facts[left], facts[right], sure, humans)
    }
    same |= _only_deeds(facts, corpus, rarity, accounts)
    apart = sorted((left, right) for left, right in same if _are_apart(facts[left], facts[right], accounts))
    same -= {*apart}
    other = _other_days(facts, corpus, rarity, humans, accounts, sure)
    other += [
        (left, right)
        for left, right in apart
        if common_head(facts[left].scene, facts[right].scene, rarity)
        and (facts[left].hours[0].isdigit() or not (facts[left].scene.says or facts[right].scene.says))
    ]
    same -= {*other}  # of one day, in the morning and at night
    other = [
        (left, right) for left, right in other if not _is_later_news(facts[left], facts[right], accounts, published)
    ]

    def strength(left: int, right: int) -> float:
        return float(common_head(facts[left].scene, facts[right].scene, rarity) > 0)

    found: tuple[tuple[Verdict, Iterable[tuple[int, int]]], ...]
    found = ("agree", _without_bridges(facts, same)), ("differ", other)
    return [
        Matter(
            "date",
            _name_of(group, accounts, equal=verdict == "agree"),
            verdict,
            shown(group),
            scenes=tuple(fact.scene for fact in group),
        )
        for verdict, pairs in found
        for group in (tied_groups(facts, pairs, strength) if verdict == "agree" else groups_of(facts, pairs))
    ]


def _name_of(group: Sequence[Fact], accounts: Mapping[ArticleId, Account], *, equal: bool) -> str:
    """Return what happened, rather in words that tell it than in those that tell what may be or what somebody is."""
    plain = [fact for fact in group if _happens(fact.scene, accounts[fact.scene.article_id])]
    return name_of([fact.place for fact in plain or group], accounts, equal=equal)


def _happens(scene: Scene, account: Account) -> bool:
    lemma = account.grammar.words[scene.at].lemma.lower()
    return _mood(scene, account) == REPORTED and lemma not in named("states")


def _only_deeds(
    facts: Sequence[Fact], corpus: Corpus, rarity: Rarity, accounts: Mapping[ArticleId, Account]
) -> set[tuple[int, int]]:
    """Return the pairs of days on which two articles tell one thing each that somebody did, whatever the verbs are.

    "Lind unveiled a plan on Monday", "on Monday Lind called for a ban": their sentences must share something more.
    """
    deeds: defaultdict[tuple[str, str], dict[ArticleId, list[int]]] = defaultdict(dict)
    for number, fact in enumerate(facts):
        scene = fact.scene
        doers = persons(scene.doers - scene.objects)
        told = fact.hangs and not scene.negated and _mood(scene, accounts[scene.article_id]) == REPORTED
        if told and len(fact.value) == DAY and len(doers) == 1 and not scene.by_others:
            deeds[min(doers), fact.value].setdefault(scene.article_id, []).append(number)
    same = set()
    for (who, _), of_article in sorted(deeds.items()):
        sole = [found[0] for found in of_article.values() if len({facts[number].scene.at for number in found}) == 1]
        for left, right in combinations(sorted(sole), 2):
            one, other = facts[left].scene, facts[right].scene
            shared = (_told(one, accounts) & _told(other, accounts)) - {who}
            if corpus.related(one.article_id, other.article_id) and rarity.sum(shared) >= SURE_OF_DEED:
                same.add((left, right))
    return same


def _told(scene: Scene, accounts: Mapping[ArticleId, Account]) -> frozenset[str]:
    """Return what the sentence of a scene tells, its days left out."""
    told = accounts[scene.article_id].told_in(scene.sentence)
    return frozenset(part.feature for part in told if part.feature[0] != DATED)


def _other_days(
    facts: Sequence[Fact],
    corpus: Corpus,
    rarity: Rarity,
    humans: frozenset[str],
    accounts: Mapping[ArticleId, Account],
    sure: Mapping[SentencePair, Shared],
) -> list[tuple[int, int]]:
    """Return the pairs of days, not far from each other, or of years, on which one clause of two articles happened.

    Where an article gives both days to happenings of the kind, there are two of them.
    """
    given: defaultdict[tuple[ArticleId, str], set[str]] = defaultdict(set)
    for fact in facts:
        for head in fact.scene.heads:
            given[fact.scene.article_id, head] |= {fact.value, fact.value + fact.hours}
    return [
        (left, right)
        for left, right in pairs_of(facts, corpus)
        if (
            _is_other_day(facts[left], facts[right], rarity, humans, accounts, given)
            or _is_other_year(facts[left], facts[right], rarity, humans, accounts, sure)
        )
        and not any(
            {_whole(facts[left], facts[right]), _whole(facts[right], facts[left])} <= given[fact.scene.article_id, head]
            for fact in (facts[left], facts[right])
            for head in facts[left].scene.heads & facts[right].scene.heads
        )
    ]


def _whole(one: Fact, other: Fact) -> str:
    """Return what sets a time apart from another: its day, or the hours of one day."""
    return one.value + one.hours if one.value == other.value else one.value


def _is_other_day(
    one: Fact,
    other: Fact,
    rarity: Rarity,
    humans: frozenset[str],
    accounts: Mapping[ArticleId, Account],
    given: Mapping[tuple[ArticleId, str], set[str]],
) -> bool:
    here, there = one.scene, other.scene
    near = _are_near(one.value, other.value) or (one.value == other.value and _other_hours(one.hours, other.hours))
    if not (one.hangs and other.hangs) or not near:
        return False
    if here.negated != there.negated or here.says or there.says or not common_head(here, there, rarity):
        return False
    if strangers(here, there) or _name_others(here, there, humans) or disjoint(here.objects, there.objects):
        return False
    if len({_which(scene, accounts[scene.article_id]) for scene in (here, there)}) > 1:
        return False
    if len({_mood(scene, accounts[scene.article_id]) for scene in (here, there)}) > 1:
        return False
    shared = rarity.sum(here.features & there.features)
    if shared >= max(SURE_OF_OTHER, SHARE * min(rarity.sum(here.features), rarity.sum(there.features))):
        return True
    if _is_only_deed(one, other, given, accounts) and common_head(here, there, rarity) + shared >= SURE_OF_OTHER:
        return True
    return _is_one_publication(here, there, humans, accounts)


def _is_only_deed(
    one: Fact,
    other: Fact,
    given: Mapping[tuple[ArticleId, str], set[str]],
    accounts: Mapping[ArticleId, Account],
) -> bool:
    """Return whether two clauses have one verb, as far as each tells with the same people, and each article dates it
    once, by a day that its words name.
    """
    here, there = one.scene, other.scene
    verbs = sorted(head for head in here.heads & there.heads if head[0] != FAMILY)
    clauses = all(accounts[scene.article_id].grammar.is_clause(scene.at) for scene in (here, there))
    if (
        not verbs
        or not clauses
        or disjoint(here.doers, there.doers)
        or any(fact.hours[:1].isdigit() for fact in (one, other))
    ):
        return False
    told = (given[scene.article_id, verb] for scene in (here, there) for verb in verbs)
    return all(len({value[:DAY] for value in values}) == 1 for values in told)


def _is_later_news(
    one: Fact,
    other: Fact,
    accounts: Mapping[ArticleId, Account],
    published: Mapping[ArticleId, PublicationDay],
) -> bool:
    """Return whether one article was out before the day on which the other tells of a deed: it tells an earlier one.

    "They spoke on Tuesday", in the news of that day, is no talk of the Friday after.
    """
    for here, there in ((one, other), (other, one)):
        out = published.get(here.scene.article_id)
        happened = _mood(there.scene, accounts[there.scene.article_id]) == REPORTED
        if out is None or out.window is None or not happened or len(there.value) != DAY:
            continue
        if not there.value.startswith(UNKNOWN) and date.fromisoformat(there.value) > out.window[1] + ZONES:
            return True
    return False


def _which(scene: Scene, account: Account) -> tuple[bool, frozenset[str]]:
    """Return whether a noun tells of several, and which of them: "the second semifinal" is not "the semifinals"."""
    grammar = account.grammar
    if grammar.is_clause(scene.at):
        return False, frozenset()
    beside = (account.surface(at).lower() for at in grammar.hanging[scene.at])
    return grammar.words[scene.at].tag in ("NNS", "NNPS"), frozenset(beside) & ORDINALS


def _are_apart(one: Fact, other: Fact, accounts: Mapping[ArticleId, Account]) -> bool:
    """Return whether two times of one day are two: its morning and its night, 8:30 and 9.

    Not "about 8:30" and "8:33", nor those of two zones.
    """
    if one.value == other.value and not (one.hours + other.hours)[:1].isdigit():
        return _other_hours(one.hours, other.hours)
    clocks = [_CLOCK.fullmatch(fact.hours) for fact in (one, other)]
    if one.value != other.value or one.hours == other.hours or None in clocks:
        return False
    here, there = (60 * int(clock[1]) + int(clock[2] or 0) for clock in clocks if clock)
    hedged = any(_HEDGED.search(_printed(fact, accounts)) for fact in (one, other))
    return not hedged or abs(here - there) > ABOUT


def _is_other_year(
    one: Fact,
    other: Fact,
    rarity: Rarity,
    humans: frozenset[str],
    accounts: Mapping[ArticleId, Account],
    sure: Mapping[SentencePair, Shared],
) -> bool:
    """Return whether two years, or months, are given to what two sentences tell alike: "In 1971, he was fined"."""
    here, there = one.scene, other.scene
    alike = shared_by(here, there, sure)
    coarse = len(one.value) == len(other.value) < DAY and one.value != other.value
    if alike is None or not (coarse and one.hangs and other.hangs and _says_which(one, other, accounts)):
        return False
    if here.negated != there.negated or here.says or there.says or not common_head(here, there, rarity):
        return False
    if strangers(here, there) or _name_others(here, there, humans) or disjoint(here.objects, there.objects):
        return False
    if name_two_of_a_kind(here, there, accounts) or any(
        DATED + value in {part.feature for part in accounts[scene.article_id].told_in(scene.sentence)}
        for value, scene in ((one.value, there), (other.value, here))
    ):
        return False
    return rarity.sum(here.features & there.features) >= SURE_OF_OTHER or alike.bits >= SURE_OF_OTHER_YEAR


def _says_which(one: Fact, other: Fact, accounts: Mapping[ArticleId, Account]) -> bool:
    """Return whether both print their year or month, so that a reader sees it: not "that same year"."""
    printed = (set(re.findall(r"[a-z]+|\d{4}", _printed(fact, accounts))) for fact in (one, other))
    return all(any(word.isdigit() or word in MONTH_NUMBERS for word in words) for words in printed)


def _printed(fact: Fact, accounts: Mapping[ArticleId, Account]) -> str:
    return fact.span.of(accounts[fact.scene.article_id].text).lower()


def _is_one_publication(
    one: Scene, other: Scene, humans: frozenset[str], accounts: Mapping[ArticleId, Account]
) -> bool:
    """Return whether one thing was published: by an outlet that both name, about nobody whom only one of them names.

    "Comments to the Gazette published Saturday" and "told the Gazette in an interview published Sunday".
    """
    if FAMILY + PUBLISHING not in one.heads & other.heads:
        return False
    here, there = (_around(scene, accounts[scene.article_id]) for scene in (one, other))
    return bool(persons(here & there) - humans) and not differ(humans & here, humans & there)


def _around(scene: Scene, account: Account) -> frozenset[str]:
    """Return what a clause tells with all that hangs on it, or that it hangs on where it stands behind a noun."""
    grammar, word = account.grammar, account.grammar.words[scene.at]
    told = account.features(grammar.below(scene.at)) | scene.features
    if word.dep in ("acl", "relcl"):
        told |= account.features(grammar.below(word.head))
        above = grammar.clause_above(word.head)
        around = account.scene(above) if above is not None else None
        told |= around.features if around is not None else frozenset()
    return told - scene.heads


def _other_hours(one: str, other: str) -> bool:
    """Return whether two times of one day exclude each other: two times by the clock, "morning" and "night"."""
    if not one or not other:
        return False
    return one != other and (one[0].isdigit() == other[0].isdigit()) and not {one, other} <= EVENING


def _mood(scene: Scene, account: Account) -> str:
    return mood_of_verb(account.grammar, scene.at) if account.grammar.is_clause(scene.at) else REPORTED


def _are_near(one: str, other: str) -> bool:
    """Return whether two dates are other days of one time."""
    if not len(one) == len(other) == DAY or _within(one, other):
        return False
    if UNKNOWN in (one[:YEAR], other[:YEAR]):
        if None not in (_weekday(one), _weekday(other)):
            return True  # two days of one week, as far as anybody tells
        if not (_in_month(one) and _in_month(other)):
            return False
        one, other = LEAP_YEAR + one[YEAR:], LEAP_YEAR + other[YEAR:]
    # A weekday is counted from the day of publication, which may be wrong: two Saturdays are told alike.
    apart = abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
    return apart <= FARTHEST and apart % WEEK > 0


def _within(long: str, short: str) -> bool:
    """Return whether a date lies in another, or is it, as far as both tell: any Tuesday may be "Tuesday"."""
    if UNKNOWN not in (long[:YEAR], short[:YEAR]):
        return long.startswith(short)
    if not len(long) == len(short) == DAY:
        return False
    if _in_month(long) and _in_month(short):
        return long[YEAR:] == short[YEAR:]
    return _weekday(long) == _weekday(short)


def _in_month(day: str) -> bool:
    """Return whether a day is told by its month and not by its name only."""
    return "W" not in day


def _weekday(day: str) -> int | None:
    """Return which day of the week a day is, 1 for Monday; None where its year is not known."""
    if not _in_month(day):
        return int(day[-1])
    return None if day.startswith(UNKNOWN) else date.fromisoformat(day).isoweekday()


def _keys(fact: Fact) -> list[str]:
    return [*fact.scene.heads, "=" + fact.value]


def _by_name(fact: Fact) -> list[str]:
    """Return the keys of a fact with those by which a day of a known year meets one that is only named."""
    if len(fact.value) != DAY:
        return _keys(fact)
    month = "=" + fact.value[YEAR:] if _in_month(fact.value) else ""
    return [*_keys(fact), *filter(None, (month, f"=W{_weekday(fact.value) or ''}"))]


def _dated(account: Account) -> Iterator[Fact]:
    for time in account.found.time_expressions:
        value = time.value if time.precision == "week" else plain_value(time)[0] or _bare(time, account.text)
        if (
            time.type not in DATE_TYPES
            or value is None
            or is_quoted(account.found.quotes, time.span)
            or _STAMPED.search(account.text[: time.span.start][-STAMP:])
            or "past" in time.span.of(account.text).lower().split()  # "the past year" is a stretch up to now
        ):
            continue
        at = account.grammar.hangs_on(time.span, account.is_event)
        within = account.grammar.within(time.span)
        scene = account.scene(at if at is not None else within[0]) if within else None
        if scene is not None:
            hours = (time.value or "").partition("T")[2] if time.type == "TIME" else ""
            yield Fact(_of_plan(account.of_occasion(scene), account), time.span, value, at is not None, hours)


def _bare(time: TimeExpression, text: str) -> str | None:
    """Return what the words of a time tell that no publication day resolves: its weekday, or its month and day.

    "XXXX-WXX-2" for "Tuesday", "XXXX-11-17" for "Nov. 17", as in TIMEX3; None for others.
    """
    words = re.findall(r"[a-z]+|\d+", time.span.of(text).lower()) if time.value is None else []
    if time.rule == "weekday":
        return next((f"{UNKNOWN}-WXX-{WEEKDAY_NUMBERS[word] + 1}" for word in words if word in WEEKDAY_NUMBERS), None)
    if time.rule in ("month_first", "day_first"):
        month = next((MONTH_NUMBERS[word] for word in words if word in MONTH_NUMBERS), None)
        day = next((int(word) for word in words if word.isdigit()), None)
        return f"{UNKNOWN}-{month:02}-{day:02}" if month and day and _exists(month, day) else None
    return None


def _exists(month: int, day: int) -> bool:
    try:
        return bool(date(int(LEAP_YEAR), month, day))
    except ValueError:
        return False


def _of_plan(scene: Scene, account: Account) -> Scene:
    """Return a scene with what is to take place then: "the speech, set for March", "the trial is scheduled for May"."""
    noun = set_for_day(account.grammar, scene.at, account.is_event)
    if noun is None:
        return scene
    heads = scene.heads | families_of(stem_of(account.surface(noun)))
    return replace(scene, at=noun, heads=heads, doers=frozenset(), objects=frozenset())


def _in_aligned(one: Fact, other: Fact, sure: Mapping[SentencePair, Shared], humans: frozenset[str]) -> bool:
    """Return whether two sentences that tell the same give the same day."""
    alike = _is_one_day(one.value, other.value) and tell_alike(one.scene, other.scene, sure)
    apart = strangers(one.scene, other.scene) or _name_others(one.scene, other.scene, humans)
    return alike and not apart and not _may_be_another(one, other)


def _may_be_another(one: Fact, other: Fact) -> bool:
    """Return whether two days may be of two weeks or years, since what is done then is done to others."""
    return _is_bare(one, other) and disjoint(one.scene.objects, other.scene.objects)


def _is_bare(one: Fact, other: Fact) -> bool:
    """Return whether of one of two days the year is not known: there are many Tuesdays."""
    return UNKNOWN in (one.value[:YEAR], other.value[:YEAR])


def _is_one_day(one: str, other: str) -> bool:
    return len(one) == len(other) and _within(one, other)


def _is_report(scene: Scene) -> bool:
    """Return whether nobody by name says something: "local media reported on Monday"."""
    return scene.says and not persons(scene.doers)


def _same_event(facts: Sequence[Fact], events: Sequence[Event]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of facts that give one entry of the timeline its day."""
    at_sentence: defaultdict[tuple[ArticleId, Span, str], list[int]] = defaultdict(list)
    for number, fact in enumerate(facts):
        at_sentence[fact.scene.article_id, fact.scene.sentence, fact.value].append(number)
    for event in events:
        numbers = [
            at_sentence[evidence.article_id, evidence.span, event.date][0]
            for evidence in event.evidence
            if event.date and evidence.day == event.date
            if len(at_sentence[evidence.article_id, evidence.span, event.date]) == 1
        ]
        yield from (
            (left, right)
            for left, right in combinations(sorted(numbers), 2)
            if facts[left].scene.article_id != facts[right].scene.article_id
        )


def _agree_as_told(one: Fact, other: Fact, rarity: Rarity) -> bool:
    """Return whether two dates of one entry are of what happened: a year is, where the words for it agree too."""
    beside = len(one.value) > YEAR and bool(one.scene.features & other.scene.features)
    return (beside or common_head(one.scene, other.scene, rarity) > 0) and not strangers(one.scene, other.scene)


def _one_happening(one: Fact, other: Fact, told: ToldValues, rarity: Rarity, humans: frozenset[str]) -> bool:
    """Return whether two days are one, or one within the other, and what happened is the same."""
    if not (one.hangs and other.hangs):
        return False
    short, long = sorted((one.value, other.value), key=len)
    head = common_head(one.scene, other.scene, rarity)
    if (
        not _within(long, short)
        or len(short) == YEAR != len(long)  # a day of the year ties any of its happenings to it
        or strangers(one.scene, other.scene)
        or _name_others(one.scene, other.scene, humans)
        or _is_report(one.scene)
        or _is_report(other.scene)
    ):
        return False
    rare = min(told.rarity(one.value), told.rarity(other.value))
    beside = rarity.sum(one.scene.features & other.scene.features)
    if not head:  # "the 1964 Act" and "a 1964 law"
        rare += SAME_HOURS if one.hours == other.hours != "" else 0.0
        sure = rare >= RARE or rare + beside >= SURE_OF_OTHER_WORDS
        return _is_one_day(one.value, other.value) and beside >= BESIDE and sure
    if _of_other_things(one.scene, other.scene):
        return False
    alone = len(short) == YEAR or _is_bare(one, other)
    if one.scene.negated != other.scene.negated or (alone and not beside) or _may_be_another(one, other):
        return False
    return rare + head + beside >= (SURE_OF_YEAR if len(short) == YEAR else SURE)


def _of_other_things(one: Scene, other: Scene) -> bool:
    """Return whether two verbs of one kind are of two things: "the film was aired", "the poll was released"."""
    verbs = {head for head in one.heads & other.heads if head[0] != FAMILY}
    return not verbs and disjoint(one.features | one.objects, other.features | other.objects)


def _name_others(one: Scene, other: Scene, humans: frozenset[str]) -> bool:
    """Return whether each names somebody whom the other does not; bodies are named by one and not by the other."""
    return differ(humans & one.features, humans & other.features)


def _without_bridges(facts: Sequence[Fact], pairs: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the pairs without those through which a month would tie two of its days together."""
    finer: defaultdict[int, set[str]] = defaultdict(set)
    for left, right in pairs:
        for short, long in ((left, right), (right, left)):
            if len(facts[short].value) < len(facts[long].value):
                finer[short].add(facts[long].value)
    bridges = {number for number, values in finer.items() if len(values) > 1}
    return sorted(pair for pair in pairs if not bridges & set(pair))
