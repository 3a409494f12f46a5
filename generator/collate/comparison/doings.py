"""What several articles tell in their own words: the same action by the same actor, or its denial.

A clause is compared by its verb, its subject and what stands with them. Where clauses tell the same action alike,
nothing is equal or unequal: they are "told by several". Where one denies what the other tells, the articles differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from generator.collate.comparison.facts import MOST, Fact, groups_of, pairs_of, shown
from generator.collate.comparison.matters import Matter
from generator.collate.comparison.scenes import Rarity, Scene, Stage, common_head, disjoint, persons, strangers
from generator.collate.comparison.sentences import Corpus
from generator.collate.comparison.value_words import outcome_words
from generator.collate.comparison.wording import name_of
from generator.collate.timeline.lexicon import named
from generator.collate.timeline.mentions.find import is_quoted
from generator.collate.timeline.mentions.modality import is_negated, mood_of_verb
from generator.collate.timeline.mentions.times import DATE_TYPES, plain_value, times_in
from generator.records import ArticleId, Contrast, Span, Verdict

SURE = 10.0  # bits that verb, actor and the rest tell together, for two clauses to tell the same action
SURE_OF_OTHER = 14.0  # for one to deny what the other tells
SURE_OF_DENIED = 8.0  # where the two clauses tell mostly the same
MOSTLY, ALL_BUT_THE_VERB = 0.5, 0.8  # shares of what two clauses tell
SHARE = 0.6  # of what the heavier of two clauses tells, for an approval and a refusal to be of one thing
SHORTEST = 5  # words of a clause that tells something by itself
DONE, UNDONE = "done", "undone"


def told_doings(stages: Mapping[ArticleId, Stage], corpus: Corpus, rarity: Rarity) -> list[Matter]:
    """Return a matter for every action that two articles tell, and for every one that one tells and another denies."""
    facts = [fact for identity in sorted(stages) for fact in _clauses(stages[identity])]
    told, denied = [], []
    for left, right in pairs_of(facts, corpus):
        one, other = facts[left], facts[right]
        if _other_days(one.value, other.value):
            continue
        if one.scene.negated == other.scene.negated:
            if _is_one_action(one, other, rarity):
                told.append((left, right))
        elif _is_denied(one, other, rarity) and not _embedded(one, other, stages):
            denied.append((left, right))
    opposed = set(_outcomes(facts, stages, corpus, rarity))
    denied = [pair for pair in denied if pair not in opposed]
    against = {at for pair in (*denied, *opposed) for at in pair}
    told = [pair for pair in told if not against & set(pair)]
    return [
        *(_matter(group, stages, "differ", "contradiction") for group in groups_of(facts, opposed)),
        *(_matter(group, stages, "differ", _contrast(group, rarity)) for group in groups_of(facts, denied)),
        *(_matter(group, stages, "told", "") for group in groups_of(facts, told)),
    ]


def _matter(group: Sequence[Fact], stages: Mapping[ArticleId, Stage], verdict: Verdict, contrast: Contrast) -> Matter:
    name = name_of([(fact.scene, None) for fact in group], stages)
    return Matter("outcome" if verdict == "differ" else "happening", name, verdict, shown(group), contrast)


def _contrast(group: Sequence[Fact], rarity: Rarity) -> Contrast:
    """Return "contradiction" where nothing but the "not" tells the clauses apart."""
    alike = min(_likeness(one.scene, other.scene, rarity) for one, other in combinations(group, 2))
    return "contradiction" if alike >= ALL_BUT_THE_VERB else "wording"


def _is_one_action(one: Fact, other: Fact, rarity: Rarity) -> bool:
    left, right = one.scene, other.scene
    same_object = bool(left.objects & right.features or right.objects & left.features) or (one.hangs and other.hangs)
    return same_object and _in_common(one.scene, other.scene, rarity) >= SURE


def _is_denied(one: Fact, other: Fact, rarity: Rarity) -> bool:
    """Return whether two facts tell one action of one actor, and of little else, of which one says that it was not."""
    if not (one.hangs and other.hangs and one.scene.doers & other.scene.doers):
        return False
    bits = _in_common(one.scene, other.scene, rarity)
    return bits >= SURE_OF_OTHER or (bits >= SURE_OF_DENIED and _likeness(one.scene, other.scene, rarity) >= MOSTLY)


def _likeness(one: Scene, other: Scene, rarity: Rarity) -> float:
    """Return the share of what two clauses tell besides the verb that both tell (weighted Jaccard), 0 to 1."""
    return rarity.sum(one.features & other.features) / max(rarity.sum(one.features | other.features), 1e-9)


def _clauses(stage: Stage) -> Iterator[Fact]:
    """Yield the clauses of an article that tell an action as a fact, in the reporter's own words."""
    grammar = stage.grammar
    for at, word in enumerate(grammar.words):
        if word.quoted or not grammar.is_clause(at) or is_quoted(stage.found.quotes, Span(word.start, word.end)):
            continue
        if word.lemma.lower() in named("states"):
            continue
        finite = grammar.is_finite(at)
        if (finite and mood_of_verb(grammar, at) == "hypothetical") or (not finite and grammar.object(at) is None):
            continue
        scene = stage.scene(at)
        if scene is None or scene.says or not scene.features:
            continue
        span = stage.trimmed(grammar.text_span(stage.own(at)))
        if len(span.of(stage.text).split()) >= SHORTEST:
            yield Fact(scene, span, " ".join(sorted(_days(stage, span))), finite)


def _days(stage: Stage, span: Span) -> set[str]:
    """Return the days, months and years that a clause names."""
    values = (plain_value(time)[0] for time in times_in(stage.found, span) if time.type in DATE_TYPES)
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


def _embedded(one: Fact, other: Fact, stages: Mapping[ArticleId, Stage]) -> bool:
    """Return whether a clause is what a noun or a denial is about: "no sign that they posed a threat"."""
    for fact in (one, other):
        grammar = stages[fact.scene.article_id].grammar
        word = grammar.words[fact.scene.at]
        above = grammar.words[word.head]
        told = above.tag.startswith("VB") and above.lemma.lower() not in named("denies")
        if word.dep == "acl" or (word.dep == "ccomp" and (not told or is_negated(grammar, word.head))):
            return True
    return False


def _outcomes(
    facts: Sequence[Fact], stages: Mapping[ArticleId, Stage], corpus: Corpus, rarity: Rarity
) -> list[tuple[int, int]]:
    """Return the pairs of clauses of which one tells an approval and the other a refusal of the same thing."""
    decided = {number: outcome for number, fact in enumerate(facts) if (outcome := _outcome(fact, stages))}
    whole = {number: _whole(facts[number], stages) for number in decided}
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


def _outcome(fact: Fact, stages: Mapping[ArticleId, Stage]) -> str:
    """Return whether a clause's verb tells that something was done or not: "approved", "turned down"."""
    stage = stages[fact.scene.article_id]
    grammar, at = stage.grammar, fact.scene.at
    particles = [stage.surface(child).lower() for child in grammar.hanging[at] if grammar.words[child].dep == "prt"]
    verb = " ".join([stage.surface(at).lower(), *particles[:1]])
    if verb in outcome_words("undone"):
        return UNDONE
    if verb not in outcome_words("done"):
        return ""
    return UNDONE if fact.scene.negated else DONE


def _whole(fact: Fact, stages: Mapping[ArticleId, Stage]) -> frozenset[str]:
    """Return all that a clause tells with its infinitives: what was turned down is part of turning it down."""
    stage = stages[fact.scene.article_id]
    grammar = stage.grammar
    own = grammar.below(
        fact.scene.at, lambda child: child != fact.scene.at and grammar.is_finite(child) and grammar.is_clause(child)
    )
    return (stage.features(own) | fact.scene.doers) - fact.scene.heads
