"""What a row is called: the happening or thing that its values are told of, in words of a source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.collate.comparison.matters import ABOUT_WORDS
from generator.collate.comparison.scenes import Account, Scene
from generator.collate.timeline.lexicon import named
from generator.collate.timeline.mentions.grammar import NOUNS, Grammar
from generator.records import ArticleId, Span

BEFORE = frozenset(["det", "amod", "compound", "poss", "nummod", "nmod", "case", "quantmod", "advmod"])
BESIDE_VERB = frozenset(["aux", "auxpass", "neg", "prt", "acomp"])
LEADING = ("DT", "IN", "TO", "PRP$", "CC")  # tags of words that lead to what follows
SHORTEST = 2


def name_of(told: Sequence[tuple[Scene, Span | None]], accounts: Mapping[ArticleId, Account]) -> str:
    """Return the words of scenes that tell best what is compared; the span beside each, its value, is left out."""
    names = [_named(scene, value, accounts[scene.article_id]) for scene, value in told]
    if not any(name for *_, name in names):
        names = [(False, 0, value.of(accounts[scene.article_id].text)) for scene, value in told if value is not None]
    return min((each for each in names if each[-1]), key=_rank)[-1]


def _named(scene: Scene, value: Span | None, account: Account) -> tuple[bool, int, str]:
    """Return the name of a scene, whether it is a part of another clause, and how much it lacks to tell something."""
    words = _joined(account, _name(scene, value, account), value)
    return (
        _is_part(scene, account) or _is_nobodys(words, account),
        _lack(scene, words, account),
        _printed(account, words),
    )


def _lack(scene: Scene, words: Sequence[int], account: Account) -> int:
    """Return how many things a clause lacks to name two: 1 for "Ito claimed", "the day was", 2 for "has been set"."""
    nouns = sum(
        account.grammar.words[at].tag in NOUNS
        and not account.is_time(at)
        and not (at - 1 in words and _is_hyphened(account, at - 1))  # "al-Tarn" is one
        for at in words
    )
    return max(0, SHORTEST - nouns) if account.grammar.is_clause(scene.at) else 0


def _is_part(scene: Scene, account: Account) -> bool:
    """Return whether a verb is a part of another clause: "to buy the mill", "citing a report"."""
    return account.grammar.is_clause(scene.at) and not account.grammar.is_finite(scene.at)


def _is_nobodys(words: Sequence[int], account: Account) -> bool:
    """Return whether a clause is named without whoever does it: "hit a convoy", "was closed"."""
    return bool(words) and account.grammar.words[words[0]].tag[:2] in ("VB", "MD")


def _rank(told: tuple[bool, int, str]) -> tuple[bool, bool, bool, int, int, str]:
    """Sort what names somebody, is neither too short nor cut for its length, stands alone and tells enough first."""
    part, lack, words = told
    return _pronoun(words), not SHORTEST <= len(words.split()) <= ABOUT_WORDS, part, lack, len(words), words


def _pronoun(words: str) -> bool:
    return words.split()[0].lower() in named("pronouns")


def _name(scene: Scene, span: Span | None, account: Account) -> list[int]:
    """Return the words "subject verb object" of the scene, or the noun with what describes it."""
    grammar, at = account.grammar, scene.at
    value = set(grammar.within(span)) if span is not None else set()
    if not grammar.is_clause(at):
        words = _without(account, _phrase(account, at, of=True), value)
        if len([word for word in words if grammar.words[word].dep != "det"]) < SHORTEST:
            words += _first_phrase_behind(account, at, value)
        return words[grammar.words[words[0]].dep == "det" :] if len(words) > 1 else words
    words = _clause(account, at, value) or [at]
    return words if grammar.is_finite(at) else [*_around(account, at, words[0], value), *words]


def _clause(account: Account, at: int, value: set[int]) -> list[int]:
    """Return a verb with its subject and object, or with the first phrase behind it."""
    grammar = account.grammar
    # Whose deed it is when another clause is around it is not sure: "Dressed in red, the Times said, he left".
    own = grammar.own_subject(at)
    apart = own is None and (
        grammar.words[at].dep == "advcl" or not grammar.is_finite(at) or _is_otherwise_told(grammar, at)
    )
    subject = None if apart else _no_time(account, grammar.subject(at))
    thing = grammar.object(at)
    words = [*_phrase(account, subject)] if subject is not None and subject != at else []
    words += sorted([at, *(child for child in grammar.hanging[at] if grammar.words[child].dep in BESIDE_VERB)])
    if thing is not None and thing > at:
        words += _phrase(account, thing, of=True)
    words = _without(account, words, value)
    if thing is None or thing in value or len(words) < SHORTEST + 1:
        words += [word for word in _first_phrase_behind(account, at, value) if word not in words]
    return words


def _without(account: Account, words: Sequence[int], value: set[int]) -> list[int]:
    """Return words without a value, and without what is nothing once that is gone: the "a" of "a $5 fine", "and"."""
    gone, before = set(value), -1
    while len(gone) != before:
        before = len(gone)
        gone |= {at for at in words if _hangs_before(account, at, gone)}
    return [at for at in words if at not in gone]


def _hangs_before(account: Account, at: int, gone: set[int]) -> bool:
    word = account.grammar.words[at]
    return word.head in gone and (word.dep in BEFORE or word.tag == "CC")


def _no_time(account: Account, subject: int | None) -> int | None:
    """Return a subject, and what a time is told of where that is taken for it: "the ruling on 4 May, which ordered"."""
    words = account.grammar.words
    if subject is None or not account.is_time(subject):
        return subject
    led_by = words[subject].head if words[subject].dep == "pobj" else 0
    return led_by - 1 if led_by and words[led_by - 1].tag in NOUNS else None


def _is_otherwise_told(grammar: Grammar, at: int) -> bool:
    """Return whether a passive without a subject stands below a verb that is none, whose subject is not its own."""
    word = grammar.words[at]
    shares = word.dep in ("relcl", "acl", "xcomp") or (word.dep == "conj" and grammar.is_passive(word.head))
    return grammar.is_passive(at) and not shares


def _around(account: Account, at: int, first: int, value: set[int]) -> list[int]:
    """Return what an infinitive or participle is a part of: "plans" of "plans to buy"."""
    grammar = account.grammar
    while grammar.words[at].dep == "conj" and grammar.words[at].head < at:
        at = grammar.words[at].head
    above = grammar.words[at].head
    if above >= min(at, first):
        return []
    if grammar.is_clause(above):
        if grammar.subject(above) is None:
            return []
        return [word for word in _clause(account, above, value) if word < first]
    return (
        [word for word in _phrase(account, above) if word not in value and word < first]
        if grammar.words[above].tag in NOUNS
        else []
    )


def _first_phrase_behind(account: Account, verb: int, value: set[int]) -> list[int]:
    """Return the first "on the race" behind a verb or noun that holds nothing of the value and is no time."""
    grammar = account.grammar
    for child in grammar.hanging[verb]:
        if child > verb and grammar.words[child].dep in ("prep", "agent") and grammar.words[child].tag in ("IN", "TO"):
            nouns = [noun for noun in grammar.hanging[child] if grammar.words[noun].tag in NOUNS]
            words = sorted([child, *(word for noun in nouns for word in _phrase(account, noun))])
            if nouns and not value & set(words) and not any(map(account.is_time, nouns)):
                return words
    return []


def _phrase(account: Account, noun: int, *, of: bool = False) -> list[int]:
    """Return a noun with what stands before it, and with "of ..." behind it where asked for."""
    grammar = account.grammar
    words = [noun]
    for child in grammar.hanging[noun]:
        dep = grammar.words[child].dep
        if child < noun and dep in BEFORE:
            words += grammar.below(child, grammar.is_clause)
        elif of and dep == "prep" and grammar.words[child].lemma == "of":
            words += [child, *(word for below in grammar.hanging[child] for word in _phrase(account, below))]
    return sorted(words)


def _joined(account: Account, words: Sequence[int], value: Span | None) -> list[int]:
    """Return words with what hyphens join to them: "al-Tarn" and not "al"."""
    out: list[int] = []
    for at in words:
        run = [at]
        while run[0] and _is_hyphened(account, run[0] - 1):
            run.insert(0, run[0] - 1)
        while run[-1] + 1 < len(account.grammar.words) and _is_hyphened(account, run[-1]):
            run.append(run[-1] + 1)
        taken = value is not None and value.overlaps(account.grammar.text_span(run))
        out += [each for each in ([at] if taken else run) if each not in out]
    return out


def _is_hyphened(account: Account, at: int) -> bool:
    """Return whether nothing but a hyphen is between a word and the next, or one of them is the hyphen."""
    one, other = account.grammar.words[at], account.grammar.words[at + 1]
    return one.end == other.start and "-" in (account.surface(at), account.surface(at + 1))


def _printed(account: Account, words: Sequence[int]) -> str:
    """Return words as a reader writes them: "Ito's" is one."""
    out = ""
    words = list(words)
    while len(words) > 1 and account.grammar.words[words[-1]].tag in LEADING:
        words.pop()  # "had overruled the", where the value stood
    for at in words:
        surface = account.surface(at)
        out += surface if not out or surface[0] in "'’-%" or out[-1] in "-$€£" else " " + surface
    return " ".join(out.split()).removeprefix("'s ").removeprefix("’s ").strip(" ,;:-").removesuffix(" of")
