"""Where one article denies what another tells: the same action by the same actor, done and not done.

A clause is compared by its verb, its subject and what stands with them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from generator.collate.comparison.aligned import Alignment
from generator.collate.comparison.facts import MOST, Fact, groups_of, pairs_of, shown
from generator.collate.comparison.matters import Matter
from generator.collate.comparison.scenes import (
    FAMILY,
    Account,
    Rarity,
    Scene,
    common_head,
    disjoint,
    persons,
    strangers,
)
from generator.collate.comparison.sentences import Corpus
from generator.collate.comparison.value_words import outcome_words
from generator.collate.comparison.wording import name_of
from generator.collate.timeline.lexicon import named
from generator.collate.timeline.mentions.modality import is_negated, mood_of_verb
from generator.collate.timeline.mentions.times import DATE_TYPES, plain_value, times_in
from generator.records import ArticleId, Contrast, Span

SURE_OF_OTHER = 14.0  # bits that verb, actor and the rest tell together, for one clause to deny what the other tells
SURE_OF_TELLING, FEWEST = 9.0, 3  # bits and features that their sentences share, where the verb is the same
SURE_OF_DENIED = 8.0  # where the two clauses tell mostly the same
MOSTLY, ALL_BUT_THE_VERB = 0.5, 0.8  # shares of what two clauses tell
SHARE = 0.6  # of what the heavier of two clauses tells, for an approval and a refusal to be of one thing
SHORTEST = 5  # words of a clause that tells something by itself
FOR_A_TIME = frozenset(["since", "until"])
DONE, UNDONE = "done", "undone"


def denied_doings(
    accounts: Mapping[ArticleId, Account], corpus: Corpus, rarity: Rarity, aligned: Alignment
) -> list[Matter]:
    """Return a matter for every action that one article tells and another denies."""
    facts = [fact for identity in sorted(accounts) for fact in _clauses(accounts[identity])]
    opposed = set(_outcomes(facts, accounts, corpus, rarity))
    denied = [
        (left, right)
        for left, right in pairs_of(facts, corpus)
        if (left, right) not in opposed and _is_denied(facts[left], facts[right], accounts, rarity, aligned)
    ]
    return [
        *(_matter(group, accounts, "contradiction") for group in groups_of(facts, opposed)),
        *(_matter(group, accounts, _contrast(group, rarity)) for group in groups_of(facts, denied)),
    ]


def _matter(group: Sequence[Fact], accounts: Mapping[ArticleId, Account], contrast: Contrast) -> Matter:
    told = [fact for fact in group if not fact.scene.negated] or group  # a row takes no side of what it asks
    name = name_of([(fact.scene, None) for fact in told], accounts)
    return Matter("outcome", name, "differ", shown(group), contrast)


def _contrast(group: Sequence[Fact], rarity: Rarity) -> Contrast:
    """Return "contradiction" where nothing but the "not" tells the clauses apart."""
    alike = min(_likeness(one.scene, other.scene, rarity) for one, other in combinations(group, 2))
    return "contradiction" if alike >= ALL_BUT_THE_VERB else "wording"


def _is_denied(
    one: Fact, other: Fact, accounts: Mapping[ArticleId, Account], rarity: Rarity, aligned: Alignment
) -> bool:
    """Return whether two facts tell one action of one actor, and of little else, of which one says that it was not."""
    if one.scene.negated == other.scene.negated or _other_days(one.value, other.value):
        return False
    if not _verbs(one.scene) & _verbs(other.scene):  # who was not charged was accused all the same
        return False
    if not (one.hangs and other.hangs) or _embedded(one, other, accounts) or _is_narrower(one.scene, other.scene):
        return False
    if _is_qualified(one, accounts) or _is_qualified(other, accounts):
        return False
    moods = {mood_of_verb(accounts[fact.scene.article_id].grammar, fact.scene.at) for fact in (one, other)}
    if len(moods) > 1:  # what "will be built" has not been built yet
        return False
    if _in_one_telling(one, other, aligned):
        return True
    if not one.scene.doers & other.scene.doers:
        return False
    bits = _in_common(one.scene, other.scene, rarity)
    return bits >= SURE_OF_OTHER or (bits >= SURE_OF_DENIED and _likeness(one.scene, other.scene, rarity) >= MOSTLY)


def _in_one_telling(one: Fact, other: Fact, aligned: Alignment) -> bool:
    """Return whether two clauses have verb and object, or verb and doer, in sentences that tell the same else."""
    left, right = one.scene, other.scene
    shared = aligned.of(left, right)
    if shared is None or shared.bits < SURE_OF_TELLING or len(shared.features) < FEWEST:
        return False
    apart = disjoint(persons(left.features), persons(right.features)) or disjoint(left.objects, right.objects)
    same = left.objects & right.objects or left.doers & right.doers
    return bool(same) and not apart


def _verbs(scene: Scene) -> frozenset[str]:
    """Return the verb itself, without the kinds of action that it is of."""
    return frozenset(head for head in scene.heads if head[0] != FAMILY)


def _is_narrower(one: Scene, other: Scene) -> bool:
    """Return whether a denial tells more than what it denies: "not declared in the capital" denies little."""
    denial, told = (one, other) if one.negated else (other, one)
    return bool(denial.features - told.features)


def _is_qualified(fact: Fact, accounts: Mapping[ArticleId, Account]) -> bool:
    """Return whether a denial is of how or when it was done: "was not seriously hurt", "has not yet met"."""
    grammar = accounts[fact.scene.article_id].grammar
    return fact.scene.negated and any(
        grammar.words[child].dep == "advmod" and grammar.words[child].tag == "RB"
        for child in grammar.hanging[fact.scene.at]
    )


def _likeness(one: Scene, other: Scene, rarity: Rarity) -> float:
    """Return the share of what two clauses tell besides the verb that both tell (weighted Jaccard), 0 to 1."""
    return rarity.sum(one.features & other.features) / max(rarity.sum(one.features | other.features), 1e-9)


def _clauses(account: Account) -> Iterator[Fact]:
    """Yield the clauses of an article that tell an action as a fact, in the reporter's own words."""
    grammar = account.grammar
    for at, word in enumerate(grammar.words):
        if not grammar.is_clause(at) or account.is_quoted(at):
            continue
        if word.lemma.lower() in named("states"):
            continue
        finite = grammar.is_finite(at)
        if (finite and mood_of_verb(grammar, at) == "hypothetical") or (not finite and grammar.object(at) is None):
            continue
        scene = account.scene(at)
        if scene is None or scene.says or not scene.features or (scene.negated and _counts_from(account, at)):
            continue
        span = account.trimmed(grammar.text_span(account.own(at)))
        if len(span.of(account.text).split()) >= SHORTEST:
            yield Fact(scene, span, " ".join(sorted(_days(account, span))), finite)


def _counts_from(account: Account, verb: int) -> bool:
    """Return whether a "not" holds only for a time: "has not grown since 2000" tells that it grew before."""
    below = account.grammar.hanging[verb]
    words = [*below, *(at for child in below for at in account.grammar.hanging[child])]
    return any(account.surface(at).lower() in FOR_A_TIME for at in words)


def _days(account: Account, span: Span) -> set[str]:
    """Return the days, months and years that a clause names."""
    values = (plain_value(time)[0] for time in times_in(account.found, span) if time.type in DATE_TYPES)
    return {value for value in values if value is not None}


def _other_days(one: str, other: str) -> bool:
    """Return whether two clauses are dated, and by no day in common: "2023-03" and "2023-03-05" have one."""
    pairs = [(a, b) for a in one.split() for b in other.split()]
    return bool(pairs) and not any(a.startswith(b) or b.startswith(a) for a, b in pairs)


def _in_common(one: Scene, other: Scene, rarity: Rarity) -> float:
    """Return the bits that two clauses share; 0 where actor, action or object are not the same."""
    head = common_head(one, other, rarity)
    shared = one.features & other.features
    same_actor = bool(one.doers & other.doers) or len(shared) > 1
    if not head or not same_actor or strangers(one, other):
        return 0.0
    if disjoint(one.kinds, other.kinds) and one.doers & other.doers:  # "the jobless rate" and "the poverty rate"
        return 0.0
    if disjoint(persons(one.features), persons(other.features)):
        return 0.0
    if disjoint(one.objects, other.objects) and not (one.objects & other.features or other.objects & one.features):
        return 0.0
    return head + rarity.sum(shared)


def _embedded(one: Fact, other: Fact, accounts: Mapping[ArticleId, Account]) -> bool:
    """Return whether a clause is what a noun or a denial is about, "no sign that they posed a threat", or tells which
    people are meant.
    """
    for fact in (one, other):
        grammar = accounts[fact.scene.article_id].grammar
        word = grammar.words[fact.scene.at]
        above = grammar.words[word.head]
        told = above.tag.startswith("VB") and above.lemma.lower() not in named("denies")
        if word.dep == "acl" or (word.dep == "ccomp" and (not told or is_negated(grammar, word.head))):
            return True
        if word.dep == "relcl" and above.tag == "NNS" and grammar.words[word.head + 1].tag != ",":
            return True  # "voters who had sung", "voters who hadn't sung" are two kinds of voters
    return False


def _outcomes(
    facts: Sequence[Fact], accounts: Mapping[ArticleId, Account], corpus: Corpus, rarity: Rarity
) -> list[tuple[int, int]]:
    """Return the pairs of clauses of which one tells an approval and the other a refusal of the same thing."""
    decided = {number: outcome for number, fact in enumerate(facts) if (outcome := _outcome(fact, accounts))}
    whole = {number: _whole(facts[number], accounts) for number in decided}
    by_feature: defaultdict[str, list[int]] = defaultdict(list)
    for number in decided:
        for feature in whole[number]:
            by_feature[feature].append(number)
    few = (numbers for _, numbers in sorted(by_feature.items()) if len(numbers) <= MOST)
    pairs = sorted({pair for numbers in few for pair in combinations(numbers, 2)})
    return [
        (left, right)
        for left, right in pairs
        if decided[left] != decided[right]
        and _apart(facts[left].scene, facts[right].scene, corpus)
        and _one_matter(whole[left], whole[right], rarity)
    ]


def _apart(one: Scene, other: Scene, corpus: Corpus) -> bool:
    """Return whether two articles of one event tell of the same persons."""
    related = one.article_id != other.article_id and corpus.related(one.article_id, other.article_id)
    return related and not strangers(one, other)


def _one_matter(one: frozenset[str], other: frozenset[str], rarity: Rarity) -> bool:
    """Return whether two clauses tell of the same thing but for the verb."""
    shared = one & other
    return len(shared) > 1 and rarity.sum(shared) >= SHARE * max(rarity.sum(one), rarity.sum(other))


def _outcome(fact: Fact, accounts: Mapping[ArticleId, Account]) -> str:
    """Return whether a clause's verb tells that something was done or not: "approved", "turned down"."""
    account = accounts[fact.scene.article_id]
    grammar, at = account.grammar, fact.scene.at
    particles = [account.surface(child).lower() for child in grammar.hanging[at] if grammar.words[child].dep == "prt"]
    verb = " ".join([account.surface(at).lower(), *particles[:1]])
    if verb in outcome_words("undone"):
        return UNDONE
    if verb not in outcome_words("done"):
        return ""
    return UNDONE if fact.scene.negated else DONE


def _whole(fact: Fact, accounts: Mapping[ArticleId, Account]) -> frozenset[str]:
    """Return all that a clause tells with its infinitives: what was turned down is part of turning it down."""
    account = accounts[fact.scene.article_id]
    grammar = account.grammar
    own = grammar.below(
        fact.scene.at, lambda child: child != fact.scene.at and grammar.is_finite(child) and grammar.is_clause(child)
    )
    return (account.features(own) | fact.scene.doers) - fact.scene.heads
