"""Where one article tells that somebody left an office and another that somebody was put out of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from generator.collate.comparison.facts import Fact, shown, tied
from generator.collate.comparison.matters import Matter
from generator.collate.comparison.scenes import PERSON, Account, Scene, persons
from generator.collate.comparison.sentences import Corpus
from generator.collate.timeline.mentions.modality import mood_of_verb
from generator.records import ArticleId, Person
from generator.wordlists import words

OWN, MADE = "own", "made"
TOLD = "reported"  # the mood of what happened: not "may resign"


def told_leavings(people: Sequence[Person], accounts: Mapping[ArticleId, Account], corpus: Corpus) -> list[Matter]:
    """Return a matter for everybody who resigned in one article and was dismissed in another.

    An article that tells both of somebody tells of two offices, or how one came to be the other; nothing of it is
    compared.
    """
    names: dict[str, str] = {PERSON + person.id: person.name for person in people if person.kind == "person"}
    told: defaultdict[str, dict[ArticleId, list[Fact]]] = defaultdict(dict)
    for identity in sorted(accounts):
        for who, fact in _leavings(accounts[identity]):
            told[who].setdefault(identity, []).append(fact)
    matters = []
    for who, found in sorted(told.items()):
        plain = [facts[0] for facts in found.values() if len({fact.value for fact in facts}) == 1]
        pairs = [
            (one, other)
            for one, other in combinations(plain, 2)
            if one.value != other.value and corpus.related(one.scene.article_id, other.scene.article_id)
        ]
        if who in names:
            matters += [Matter("outcome", names[who], "differ", shown(group)) for group in tied(pairs)]
    return matters


def _leavings(account: Account) -> Iterator[tuple[str, Fact]]:
    """Yield who left an office, and how, in the reporter's own words."""
    grammar = account.grammar
    for at in range(len(grammar.words)):
        how = _how(at, account)
        if not how or not grammar.is_clause(at) or account.is_quoted(at) or mood_of_verb(grammar, at) != TOLD:
            continue
        if any(grammar.words[aux].tag == "TO" for aux in grammar.auxiliaries(at)):
            continue  # "ordered the clerk to dismiss him"
        scene = account.scene(at)
        who = persons(_leaver(scene, how)) if scene is not None and not scene.negated else frozenset[str]()
        if scene is not None and len(who) == 1:
            yield min(who), Fact(scene, account.trimmed(grammar.text_span(account.own(at))), how)


def _how(at: int, account: Account) -> str:
    """Return the section of `data/leavings.txt` that a verb is in."""
    grammar = account.grammar
    particles = [account.surface(child).lower() for child in grammar.hanging[at] if grammar.words[child].dep == "prt"]
    return _verbs().get("+".join([grammar.words[at].lemma.lower(), *particles]), "")


def _leaver(scene: Scene, how: str) -> frozenset[str]:
    if how == MADE:
        return scene.objects
    return frozenset() if scene.by_others else scene.doers


@cache
def _verbs() -> dict[str, str]:
    return {verb: section for section in (OWN, MADE) for verb in words("leavings.txt", section)}
