"""Places, bodies, laws and works that two articles name in one connection: "fired in the Situation Room"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.annotate.people import is_outlet
from generator.collate.comparison.aligned import SentencePair, Shared, tell_of
from generator.collate.comparison.facts import Fact, ToldValues, pairs_of, shown, tied_groups
from generator.collate.comparison.matters import Matter
from generator.collate.comparison.scenes import (
    NAMES,
    PERSON,
    Account,
    Rarity,
    common_head,
    disjoint,
    have_other_days,
    strangers,
)
from generator.collate.comparison.sentences import Corpus
from generator.collate.comparison.wording import name_of
from generator.collate.people.roles import nation_of
from generator.collate.timeline.mentions.find import is_quoted
from generator.collate.timeline.mentions.grammar import SUBJECTS
from generator.collate.words.stems import stem_of
from generator.records import ArticleId, Span
from generator.wordlists import first_of_line

AT = frozenset(["in", "at", "near", "outside", "inside", "on", "from"])
WITHIN = frozenset(["in", "at", "on", "inside", "near"])
BODILY = frozenset(["on", "from"])  # behind which a body is no place
ORDINALS = frozenset(["second", "third", "fourth", "fifth", "other", "another", "next"])
JOINTS = frozenset(["and", "&", "on", "to"])
LINKS = frozenset(["of", "for"])  # "Office of Public Works"
SURE = 8.0  # bits that name, verb and what stands beside them tell together
# Bits of what else stands with both, or of the verb alone: that two fight in one town tells nothing of either.
BESIDE_VERB, TELLING = 2.0, 6.0
RARE, BESIDE = 4.5, 5.0  # bits of a name and of what stands beside it, where the verbs are not the same
LONGEST = 9  # words of a name
OPENING, CLOSING = ('"', "“", "'", "‘"), ('"', "”", "'", "’", ",”", ',"', ".”", '."')


def named_things(
    accounts: Mapping[ArticleId, Account], corpus: Corpus, rarity: Rarity, sure: Mapping[SentencePair, Shared]
) -> list[Matter]:
    """Return a matter for every name that two articles give in telling the same."""
    facts = [fact for identity in sorted(accounts) for fact in _named(accounts[identity])]
    told = ToldValues(_words(fact)[-1] for fact in facts)
    alike = []
    for left, right in pairs_of(facts, corpus, lambda fact: [*fact.scene.heads, "=" + _words(fact)[-1]]):
        one, other = facts[left], facts[right]
        alike_told = tell_of(one.scene, one.span, other.scene, other.span, sure)
        if not _is_one_name(one, other) or _are_led_otherwise(one, other, accounts):
            continue
        if _place_in_row(one, accounts) != _place_in_row(other, accounts):
            continue
        if have_other_days(one.scene, other.scene, accounts):
            continue
        if alike_told or _in_one_connection(one, other, told, rarity, accounts):
            alike.append((left, right))
    return [_matter(group, accounts) for group in tied_groups(facts, alike)]


def _matter(group: Sequence[Fact], accounts: Mapping[ArticleId, Account]) -> Matter:
    is_place = all(_is_at(fact, accounts) for fact in group) and not any(_is_titled(fact, accounts) for fact in group)
    kind = "place" if is_place else "name"
    name = name_of([fact.place for fact in group], accounts, equal=True)
    if (
        kind == "name"
        and len(name.split()) == 1
        and name.islower()
        and not any(_is_deed(fact, accounts) for fact in group)
    ):
        name = f"{min(fact.span.of(accounts[fact.scene.article_id].text) for fact in group)} {name}"
    return Matter(kind, name, "agree", shown(_whole(group, accounts)), scenes=tuple(fact.scene for fact in group))


def _is_deed(fact: Fact, accounts: Mapping[ArticleId, Account]) -> bool:
    return accounts[fact.scene.article_id].grammar.is_clause(fact.scene.at)


def _is_titled(fact: Fact, accounts: Mapping[ArticleId, Account]) -> bool:
    """Return whether quotation marks make a name the title of a work: who worked on “Harbour Lights” was nowhere."""
    account = accounts[fact.scene.article_id]
    before = account.text[: fact.span.start].removesuffix("The ")
    return before.endswith(OPENING) and account.text[fact.span.end :].startswith(CLOSING)


def _is_at(fact: Fact, accounts: Mapping[ArticleId, Account]) -> bool:
    account = accounts[fact.scene.article_id]
    return any(_behind_at(account, at) for at in account.grammar.within(fact.span))


def _behind_at(account: Account, at: int) -> bool:
    """Return whether a preposition of place governs a word: not "revenge on the rebels"."""
    word = account.grammar.words[at]
    led_by = account.grammar.words[word.head].lemma.lower() if word.dep == "pobj" else ""
    of_party = account.surface(at).removesuffix("s") in first_of_line("parties.txt")
    people = of_party or (account.feature(at) or "")[:1] == PERSON
    return led_by in AT and not (led_by in BODILY and people)


def _named(account: Account) -> Iterator[Fact]:
    grammar = account.grammar
    for run in runs_of(account):
        inside = set(run)
        top = next((at for at in run if grammar.words[at].head not in inside), run[-1])
        span = grammar.text_span(run)
        at = _governor(account, top)
        alone = len(run) < 2 and not _behind_at(account, top)
        if at is None or alone or is_quoted(account.found.quotes, span) or is_outlet(span.of(account.text)):
            continue
        if nation_of(span.of(account.text)) and not _behind_at(account, top):
            continue
        scene = account.scene(at)
        if scene is not None and not scene.says:
            yield Fact(account.of_occasion(scene), span, " ".join(account.surface(each).lower() for each in run))


def _whole(group: Sequence[Fact], accounts: Mapping[ArticleId, Account]) -> list[Fact]:
    """Return names with what all articles have before them: "Border and Customs Service" and not "Customs Service"."""
    begun = [_begun(fact, accounts[fact.scene.article_id]) for fact in group]
    texts = [accounts[fact.scene.article_id].text for fact in group]
    before = {text[span.start : fact.span.start] for fact, span, text in zip(group, begun, texts, strict=True)}
    if len(before) > 1 or before == {""}:
        return list(group)
    return [replace(fact, span=span) for fact, span in zip(group, begun, strict=True)]


def _begun(fact: Fact, account: Account) -> Span:
    """Return a name with the one before it that "and", "on" or "to" joins to it."""
    first = account.grammar.within(fact.span)[0]
    at = first - 2
    if at < 0 or account.surface(first - 1).lower() not in JOINTS or not _is_part(account, at):
        return fact.span
    while at and _is_part(account, at - 1):
        at -= 1
    return Span(account.grammar.words[at].start, fact.span.end)


def runs_of(account: Account) -> Iterator[list[int]]:
    """Yield the names of an article that are no person's and no time: capitalised words in a row, "of" between them."""
    words, at = account.grammar.words, 0
    while at < len(words):
        if not _is_part(account, at):
            at += 1
            continue
        run, linked = [at], False
        while run[-1] + 1 < len(words) and len(run) < LONGEST:
            last = run[-1]
            after = account.surface(last + 1).lower()
            if _is_part(account, last + 1):
                run.append(last + 1)
            elif (
                last + 2 < len(words)
                and _is_part(account, last + 2)
                and (after in LINKS or (after == "and" and linked))
            ):
                run += [last + 1, last + 2]
                linked = True
            else:
                break
        yield run
        at = run[-1] + 1


def _is_part(account: Account, at: int) -> bool:
    word, before = account.grammar.words[at], account.grammar.words[at - 1] if at else None
    if before is not None and before.tag in NAMES and "\n" in account.text[before.end : word.start]:
        return False
    return word.tag in NAMES and not word.quoted and not account.is_time(at) and not account.is_person(at)


def _governor(account: Account, at: int) -> int | None:
    """Return the verb or gathering that a name stands with: "fired in the Situation Room", "the Town Hall meeting"."""
    grammar = account.grammar
    word = grammar.words[at]
    if word.dep in SUBJECTS or _is_of_name(account, at):
        return None
    if word.dep in ("compound", "poss", "nmod"):
        return word.head if account.is_occasion(word.head) else None
    return next((up for up in grammar.up(at) if grammar.is_clause(up) or account.is_occasion(up)), None)


def _is_of_name(account: Account, at: int) -> bool:
    """Return whether a name only tells which the name before it is: "Brevik, Norland"."""
    words = account.grammar.words
    head = words[at].head
    return head < at and words[head].tag in NAMES and words[at].dep != "conj" and account.surface(head + 1) == ","


def _words(fact: Fact) -> list[str]:
    return fact.value.split()


def _is_one_name(one: Fact, other: Fact) -> bool:
    """Return whether two names are one, whole or in part; the country is no part of "the Bank of Norland"."""
    short, long = sorted((_words(one), _words(other)), key=len)
    linked = bool(LINKS & set(long)) and not LINKS & set(short)
    if len(short) == 1 != len(long) and nation_of(short[0].title()) is not None:  # "Telekom Norland"
        return False
    return short[-1] == long[-1] and set(short) <= set(long) and not linked


def _are_led_otherwise(one: Fact, other: Fact, accounts: Mapping[ArticleId, Account]) -> bool:
    """Return whether two prepositions tell two things of a name: "against the Guard", "alongside the Guard"."""
    leading = {_led_by(fact, accounts[fact.scene.article_id]) for fact in (one, other)} - {""}
    return len(leading) > 1 and not leading <= WITHIN


def _led_by(fact: Fact, account: Account) -> str:
    """Return the preposition that a name stands behind; "" for none."""
    words = account.grammar.words
    inside = account.grammar.within(fact.span)
    behind = (words[words[at].head].lemma.lower() for at in inside if words[at].dep == "pobj")
    return next(behind, "")


def _in_one_connection(
    one: Fact, other: Fact, told: ToldValues, rarity: Rarity, accounts: Mapping[ArticleId, Account]
) -> bool:
    """Return whether what is told with a name is the same."""
    if strangers(one.scene, other.scene):
        return False
    short = min(_words(one), _words(other), key=len)
    head = common_head(one.scene, other.scene, rarity)
    rare = told.rarity(short[-1])
    own = frozenset().union(*(_of_name(fact, accounts[fact.scene.article_id]) for fact in (one, other)))
    beside = rarity.sum((one.scene.features & other.scene.features) - own)
    if not head:
        return len(short) > 1 and rare >= RARE and beside >= BESIDE
    if beside < BESIDE_VERB and (head < TELLING or disjoint(one.scene.doers, other.scene.doers)):
        return False
    return rare + head + beside >= SURE


def _place_in_row(fact: Fact, accounts: Mapping[ArticleId, Account]) -> frozenset[str]:
    """Return what tells which of several a gathering is: "second" of "the second meeting"."""
    grammar = accounts[fact.scene.article_id].grammar
    beside = (grammar.words[at].lemma.lower() for at in grammar.hanging[fact.scene.at])
    return frozenset(word for word in beside if word in ORDINALS)


def _of_name(fact: Fact, account: Account) -> frozenset[str]:
    """Return all that the words of a name tell by themselves."""
    return account.features(account.grammar.within(fact.span)) | {stem_of(word) for word in _words(fact)}
