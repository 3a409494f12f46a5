"""What several articles tell in their own words: the stretches of their sentences that share who, what and when.

Nothing in them need be equal or unequal; they are "told by several".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from textwrap import shorten

from generator.collate.comparison.aligned import Alignment, SentencePair, SentencePlace, Shared
from generator.collate.comparison.matters import Matter
from generator.collate.comparison.scenes import (
    DAY,
    DAY_LENGTH,
    FAMILY,
    NAMES,
    NATION,
    PERSON,
    Account,
    Rarity,
    Scene,
    disjoint,
    families_of,
    have_other_days,
    persons,
)
from generator.collate.comparison.wording import name_of
from generator.collate.timeline.lexicon import named
from generator.collate.timeline.likeness import differ
from generator.collate.timeline.mentions.modality import answers_a_reporter, is_negated, mood_of_verb
from generator.collate.words.stems import stem_of
from generator.records import ArticleId, FactValue, Span

SURE = 10.0  # bits that two stretches share, for a reader to take them for one telling
SURE_OF_VERBS = 9.4  # where verbs tell it in both
SURE_OF_FEW, FEWEST = 11.0, 3  # where they share fewer features: "paves the way" is a phrase and no telling
ARGUED = 2.0  # bits of who or what stands with an action in both, where the stretches do not share
SURE_BY_ITSELF = 12.0
SURE_OF_PEOPLE = 14.0  # so that other people beside the action are others whom only one article names
VERBS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ")
PHASES = {
    "begins": frozenset(FAMILY + name for name in ("begin", "continue", "restore", "launch")),
    "ends": frozenset(FAMILY + name for name in ("end", "cancel")),
}
# Prepositions that tell the opposite of each other.
APART = frozenset(
    [("against", each) for each in ("alongside", "beside", "for", "with")]
    + [("from", each) for each in ("to", "into", "toward", "towards")]
    + [("before", "after"), ("without", "with"), ("out", "into"), ("above", "below"), ("inside", "outside")]
)
UNCLEAR = frozenset(["one", "to", "what", "which", "who"])
SHORTEST = 4  # words of a stretch from which a lone word before a comma is cut
# Why a source has no name: that tells of the report and not of what happened.
_UNNAMED = re.compile(
    r"\banonymity\b|\b(?:declined|asked|refused|wanted) (?:not )?to "
    r"(?:be (?:named|identified)|give \w+ (?:\w+ )?(?:sur)?name)",
    re.I,
)
LONGEST_NAME = 60  # characters
WITHIN = frozenset(["xcomp", "ccomp", "pcomp", "prep", "pobj", "dobj"])  # by which a clause is what another is about
BELOW = frozenset(["xcomp", "ccomp", "pcomp", "prep"])  # of them those of the clause itself and of no thing
TO_COME = ("VB", "VBG")  # tags of what a request or plan is about: "a notice calling for his arrest"


def told_alike(accounts: Mapping[ArticleId, Account], sure: Mapping[SentencePair, Shared]) -> list[Matter]:
    """Return a matter for everything that two articles or more tell in sentences of which each is the other's nearest.

    A sentence joins others only when it is told alike in most of them, and an article is given once.
    """
    surest = {pair: shared for pair, shared in sure.items() if _is_surest(pair, shared, accounts)}
    groups = _groups(surest, accounts)
    number_of = {place: number for number, group in enumerate(groups) for place in group}  # none is in two of them
    within: defaultdict[int, list[tuple[SentencePair, Shared]]] = defaultdict(list)
    for (left, right), shared in sorted(surest.items()):
        if left in number_of and number_of[left] == number_of.get(right):
            within[number_of[left]].append(((left, right), shared))
    return [_matter(within[number], accounts) for number in range(len(groups))]


def sure_pairs(accounts: Mapping[ArticleId, Account], aligned: Alignment, rarity: Rarity) -> dict[SentencePair, Shared]:
    """Return the pairs of sentences that tell one action with the same about it: a value in both is of one thing."""
    return {pair: shared for pair, shared in aligned.near.items() if _is_sure(pair, shared, accounts, rarity)}


def _is_sure(pair: SentencePair, shared: Shared, accounts: Mapping[ArticleId, Account], rarity: Rarity) -> bool:
    left, right = ((place, span) for place, span in zip(pair, (shared.left, shared.right), strict=True))
    same = [
        (one, other)
        for one in _scenes(*left, shared, accounts)
        for other in _scenes(*right, shared, accounts)
        if one.heads & other.heads
    ]
    if not same:
        return False
    here, there = _numbers(*left, accounts), _numbers(*right, accounts)
    denied = any(_is_denied(one, accounts) != _is_denied(other, accounts) for one, other in same)
    if denied or differ(here, there):  # "four of 11 workers" and "five of 11"
        return False
    if _are_opposed(_phases(*left, accounts), _phases(*right, accounts)):
        return False
    if disjoint(_days(*left, accounts), _days(*right, accounts)):
        return False
    if any(_are_led_apart(one, other, accounts) or have_other_days(one, other, accounts) for one, other in same):
        return False
    surest = shared.bits >= SURE_OF_PEOPLE
    fitting = [(one, other) for one, other in same if not _is_another(one, other, accounts, surest=surest)]
    fitting = [pair for pair in fitting if not _say_two_things(*pair, shared)]
    if shared.bits >= SURE_BY_ITSELF and len(shared.features) > FEWEST:
        return bool(fitting)
    return any(rarity.sum(one.features & other.features) >= ARGUED for one, other in fitting)


def _is_surest(pair: SentencePair, shared: Shared, accounts: Mapping[ArticleId, Account]) -> bool:
    """Return whether a reader would take two stretches for one telling: much is shared, and in one a verb tells it."""
    told = [*zip(pair, (shared.left, shared.right), strict=True)]
    scenes = [scene for place, span in told for scene in _scenes(place, span, shared, accounts)]
    if any(_answers_no_reporter(scene, accounts) for scene in scenes):
        return False
    verbs = [accounts[scene.article_id].grammar.is_clause(scene.at) for scene in scenes]
    if all(_UNNAMED.search(span.of(accounts[place[0]].text)) for place, span in told):
        return False
    enough = SURE_OF_FEW if len(shared.features) < FEWEST else SURE_OF_VERBS if all(verbs) else SURE
    return any(verbs) and shared.bits >= enough


def _answers_no_reporter(scene: Scene, accounts: Mapping[ArticleId, Account]) -> bool:
    """Return whether a clause tells how the report was made: "did not return a request for comment"."""
    return scene.negated and answers_a_reporter(accounts[scene.article_id].grammar, scene.at)


def _is_another(one: Scene, other: Scene, accounts: Mapping[ArticleId, Account], *, surest: bool) -> bool:
    """Return whether an action is done by another person, or is only planned in one of two clauses."""
    if disjoint(_named(one.doers), _named(other.doers)):
        return True
    if not surest and disjoint(persons(one.features), persons(other.features)):
        return True
    by = [accounts[scene.article_id].agents(scene.at) for scene in (one, other)]
    if not surest and disjoint(*by):  # "carried out by rebels" and "carried out by the army"
        return True
    if _suffers(one, other) or _suffers(other, one):
        return True
    return any(
        is_so(one, accounts[one.article_id]) != is_so(other, accounts[other.article_id])
        for is_so in (_is_to_come, _is_nearly)
    )


def _say_two_things(one: Scene, other: Scene, shared: Shared) -> bool:
    """Return whether two clauses tell that one speaks, and share nothing of what is said."""
    return one.says and other.says and not shared.features - one.doers - other.doers - shared.acts


def _suffers(one: Scene, other: Scene) -> bool:
    """Return whether somebody suffers in one clause what they do to others in the other one."""
    return bool(other.objects) and bool(_named(one.objects) & (other.doers - other.objects))


def _are_led_apart(one: Scene, other: Scene, accounts: Mapping[ArticleId, Account]) -> bool:
    """Return whether prepositions set two clauses apart: "fights for the Guard" and "fights against the Guard"."""
    here, there = (_led(scene, accounts[scene.article_id]) for scene in (one, other))
    return any(
        (a, b) in APART or (b, a) in APART for name in here.keys() & there for a in here[name] for b in there[name]
    )


def _led(scene: Scene, account: Account) -> dict[str, set[str]]:
    """Return the prepositions behind which a clause names things."""
    words = account.grammar.words
    found: defaultdict[str, set[str]] = defaultdict(set)
    for at in account.own(scene.at):
        feature = account.feature(at)
        if words[at].dep == "pobj" and feature is not None:
            found[feature].add(words[words[at].head].lemma.lower())
    return found


def _named(features: frozenset[str]) -> frozenset[str]:
    """Return those of the features that are persons, bodies and countries."""
    return frozenset(feature for feature in features if feature[0] in (PERSON, NATION))


def _is_denied(scene: Scene, accounts: Mapping[ArticleId, Account]) -> tuple[bool, bool]:
    """Return whether a clause tells that something was not so, or somebody's denial of it; and whether a "not" stands
    with a verb around it: "is not planning to ask for a warrant".
    """
    account = accounts[scene.article_id]
    above = (at for at in account.grammar.up(scene.at) if at != scene.at)
    return scene.negated or any(_denies(at, account) for at in above), _undone(scene.at, account) is not None


def _undone(at: int, account: Account) -> int | None:
    """Return the verb with a "not" that a clause is what it is about; None for no such."""
    return next((above for above in _governing(at, account) if is_negated(account.grammar, above)), None)


def _governing(at: int, account: Account) -> Iterator[int]:
    """Yield the verbs that a clause is what they are about: "asked" and "refused" of "refused to say who asked for it".

    A noun's own verb is none of them: of "never had a meeting" the "never" is that of the meeting itself.
    """
    words, within = account.grammar.words, account.grammar.is_clause(at)
    while words[at].head != at and (words[at].dep in WITHIN or (words[at].dep == "acl" and words[at].tag in TO_COME)):
        at = words[at].head
        if account.grammar.is_clause(at):
            if within:
                yield at
            within = True


def _denies(at: int, account: Account) -> bool:
    word = account.grammar.words[at]
    return word.lemma.lower() in named("denies") and word.tag in VERBS


def _phases(place: SentencePlace, span: Span, accounts: Mapping[ArticleId, Account]) -> frozenset[str]:
    """Return whether verbs tell that something begins or ends: "stopped the strikes", "resumed the strikes"."""
    account = accounts[place[0]]
    inside = account.grammar.within(account.whole(span))
    above = account.grammar.clause_of(inside[0]) if inside else None  # of which the first word is the subject or object
    verbs = [at for at in inside if account.grammar.words[at].tag in VERBS] + ([above] if above is not None else [])
    told = frozenset().union(*(families_of(stem_of(account.surface(at))) for at in verbs))
    return frozenset(name for name, phases in PHASES.items() if told & phases)


def _are_opposed(one: frozenset[str], other: frozenset[str]) -> bool:
    return disjoint(one, other)


def _is_to_come(scene: Scene, account: Account) -> bool:
    return account.grammar.is_clause(scene.at) and mood_of_verb(account.grammar, scene.at) == "planned"


def _is_nearly(scene: Scene, account: Account) -> bool:
    """Return whether a verb tells what was not done though it was thought of: "edged closer to declaring"."""
    words, at = account.grammar.words, scene.at
    if not account.grammar.is_clause(at) or words[at].dep not in ("pcomp", "xcomp"):
        return False
    while words[words[at].head].tag in ("IN", "TO") and words[at].head != at:
        at = words[at].head
    return words[words[at].head].lemma.lower() in named("nearly")


def _scenes(place: SentencePlace, span: Span, shared: Shared, accounts: Mapping[ArticleId, Account]) -> list[Scene]:
    """Return the scenes of the shared words that tell what happens, verbs before nouns."""
    account = accounts[place[0]]
    words = [
        at
        for part in account.told_in(place[1])
        if part.acts and part.feature in shared.acts and span.covers(part.span)
        for at in account.grammar.within(part.span)
    ]
    verbs = [at for at in words if account.grammar.is_clause(at)]
    return [scene for at in (verbs or words) if (scene := account.scene(at)) is not None]


def _numbers(place: SentencePlace, span: Span, accounts: Mapping[ArticleId, Account]) -> frozenset[str]:
    account = accounts[place[0]]
    return account.numbers_in(account.grammar.within(account.whole(span)), scales=False, lengths=True)


def _days(place: SentencePlace, span: Span, accounts: Mapping[ArticleId, Account]) -> frozenset[str]:
    """Return the days that a stretch names."""
    account = accounts[place[0]]
    told = account.told_in(account.whole(span))
    return frozenset(part.feature for part in told if part.feature[0] == DAY and len(part.feature) == DAY_LENGTH)


def _groups(sure: Mapping[SentencePair, Shared], accounts: Mapping[ArticleId, Account]) -> list[list[SentencePlace]]:
    """Return the sentences that tell one thing, the surest first; whatever the articles are called."""

    def words(place: SentencePlace) -> str:
        return place[1].of(accounts[place[0]].text)

    groups: list[list[SentencePlace]] = []
    held: dict[SentencePlace, int] = {}
    for (left, right), _ in sorted(sure.items(), key=lambda each: (-each[1].bits, *sorted(map(words, each[0])))):
        numbers = [held[place] for place in (left, right) if place in held]
        if not numbers:
            held[left] = held[right] = len(groups)
            groups.append([left, right])
        elif len(numbers) == 1:
            new = right if left in held else left
            if _fits(new, groups[numbers[0]], sure):
                groups[numbers[0]].append(new)
                held[new] = numbers[0]
    return [sorted(group) for group in groups]


def _fits(new: SentencePlace, group: Sequence[SentencePlace], sure: Mapping[SentencePair, Shared]) -> bool:
    if any(new[0] == place[0] for place in group):
        return False
    linked = sum((min(new, place), max(new, place)) in sure for place in group)
    return 3 * linked >= 2 * len(group)


def _matter(sure: Sequence[tuple[SentencePair, Shared]], accounts: Mapping[ArticleId, Account]) -> Matter:
    """Return the matter of one group. `sure`: its pairs, in order."""
    spans: defaultdict[SentencePlace, list[Span]] = defaultdict(list)
    scenes: list[Scene] = []
    for (left, right), shared in sure:
        for place, span in ((left, shared.left), (right, shared.right)):
            spans[place].append(span)
            scenes += _scenes(place, span, shared, accounts)
    values = []
    for place, found in sorted(spans.items()):
        across = Span(min(span.start for span in found), max(span.end for span in found))
        values.append(FactValue(place[0], _opened(accounts[place[0]].whole(across), accounts[place[0]])))
    verbs = [scene for scene in scenes if _acts(scene, accounts[scene.article_id])]
    outermost = _outermost(verbs, accounts)
    weaker = [
        clause
        for scene in outermost or verbs
        if (clause := _told_weaker(scene, accounts[scene.article_id])) is not None
    ]
    name = name_of([(scene, None) for scene in weaker or verbs], accounts, first=outermost) if verbs else ""
    cut = bool(weaker) and len(name.split()) < SHORTEST  # "police believe", where what they believe is too long
    if not name or cut or name.split()[0].lower() in UNCLEAR:  # "which also included talks": what is told are the talks
        told = [value.span.of(accounts[value.article_id].text) for value in values]
        words = shorten(" ".join(min(told, key=lambda text: (len(text), text)).split()), LONGEST_NAME, placeholder=" …")
        return Matter("happening", words, "told", tuple(values), scenes=tuple(scenes))
    return Matter("happening", name, "told", tuple(values), scenes=tuple(scenes))


def _outermost(scenes: Sequence[Scene], accounts: Mapping[ArticleId, Account]) -> list[Scene]:
    """Return the clauses that are in none of the others: what is told, and not what it is about or which one is meant.

    Whoever only says it is left out: the row is of what is said.
    """
    told = [scene for scene in scenes if not scene.says]
    verbs = {(scene.article_id, scene.at) for scene in told}

    def is_within(scene: Scene) -> bool:
        above = accounts[scene.article_id].grammar.up(scene.at)
        return any((scene.article_id, at) in verbs for at in above if at != scene.at)

    return [scene for scene in told if not is_within(scene)]


def _opened(span: Span, account: Account) -> Span:
    """Return a stretch without a lone word before a comma at its head, or with what leads to it: "In 2009, Lind"."""
    words = account.grammar.words
    inside = list(account.grammar.within(span))
    if len(inside) <= SHORTEST or account.surface(inside[1]) != "," or words[inside[0]].tag in NAMES:
        return span
    if words[inside[2]].tag == "CD":  # "5, 000 litres", as some feeds part them
        return span
    first = inside[0]
    if account.is_time(first) and words[first].dep == "pobj" and words[first].head == first - 1:
        return account.grammar.text_span([first - 1, *inside])
    return account.grammar.text_span(inside[2:])


def _told_weaker(scene: Scene, account: Account) -> Scene | None:
    """Return the clause that denies, doubts or only alleges what a clause tells; None where it is told as a fact.

    A row is named by it, since its other sources may say that it was so and this one does not.
    """
    grammar = account.grammar
    above = (at for at in grammar.up(scene.at) if at != scene.at)
    denial = next((at for at in above if _denies(at, account)), _undone(scene.at, account))
    alleged = _alleged_by(scene.at, account)
    if denial is None and alleged is None:
        beside = (grammar.words[child].lemma.lower() for child in grammar.hanging[scene.at])
        return scene if not named("supposedly").isdisjoint(beside) else None
    return account.scene(denial if denial is not None else alleged or scene.at)


def _alleged_by(at: int, account: Account) -> int | None:
    """Return the verb by which a clause is only alleged or believed: "suspect Ito hid it", "accused of hiding it"."""
    words = account.grammar.words
    while words[at].dep in BELOW and words[at].head != at:
        at = words[at].head
        if account.grammar.is_clause(at) and words[at].lemma.lower() in named("alleges"):
            return at
    return None


def _acts(scene: Scene, account: Account) -> bool:
    """Return whether a verb tells what happens: not "which also included talks"."""
    return account.grammar.is_clause(scene.at) and account.grammar.words[scene.at].lemma.lower() not in named(
        "includes"
    )
