"""What a row is called: the happening or thing that its values are told of, in words of a source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.annotate.reported.cues import listed
from generator.collate.comparison.matters import ABOUT_WORDS
from generator.collate.comparison.scenes import Account, Scene
from generator.collate.timeline.lexicon import named
from generator.collate.timeline.mentions.grammar import NOUNS, Grammar
from generator.collate.words.stems import stem_of
from generator.collate.words.stops import is_function_stem
from generator.records import ArticleId, Span

BEFORE = frozenset(["det", "amod", "compound", "poss", "nummod", "nmod", "case", "quantmod", "advmod"])
BESIDE_VERB = frozenset(["aux", "auxpass", "neg", "prt", "acomp"])
BARE = ("DT", "WDT", "WP", "EX")  # tags of what names nothing by itself
LEADING = ("DT", "IN", "TO", "PRP$", "CC")  # tags of words that lead to what follows
SHORTEST = 2
MOST_ADDED = 4  # complements that make a clause whole: "managed | to sail | to the island"
_NEEDED = frozenset(["dobj", "xcomp", "ccomp", "attr", "acomp", "oprd", "dative", "prt"])
_NEEDED_BEHIND = frozenset(["pobj", "pcomp"])
_FREE = frozenset(["relcl", "advcl", "parataxis", "npadvmod", "acl"])


@dataclass(frozen=True, slots=True)
class _Name:
    """What one scene could name a row by."""

    words: str
    nobody: bool
    """Whether its subject names nobody and nothing: "any require", "that was paid"."""
    part: bool
    """Whether it is a part of another clause."""
    lack: int
    """How much it lacks to tell something."""
    scene: Scene
    value: Span | None
    """What of the scene is left out."""


def name_of(
    told: Sequence[tuple[Scene, Span | None]],
    accounts: Mapping[ArticleId, Account],
    *,
    equal: bool = False,
    first: Sequence[Scene] = (),
) -> str:
    """Return the words of scenes that tell best what is compared; the span beside each, its value, is left out.

    `equal`: the values are, so that where nothing is told without one it stands in the name: "police spent two hours".
    `first`: scenes whose words are taken before those of others that tell as much.
    """
    others = {scene.article_id: _told_by_others(scene.article_id, told, accounts) for scene, _ in told}
    names = [_named(scene, value, accounts[scene.article_id], others[scene.article_id]) for scene, value in told]
    if equal and all(map(_tells_nothing, names)):
        whole = [
            _with_value(scene, value, accounts[scene.article_id], others[scene.article_id]) for scene, value in told
        ]
        names = [name for name in whole if name is not None and not _tells_nothing(name)] or names
    if not any(name.words for name in names):
        printed = (value.of(accounts[scene.article_id].text) for scene, value in told if value is not None)
        return min(printed, key=lambda words: (len(words), words))
    best = min((name for name in names if name.words), key=lambda name: _rank(name, name.scene in first))
    return _with_phrase(best, others[best.scene.article_id], accounts[best.scene.article_id])


def _told_by_others(
    identity: ArticleId, told: Sequence[tuple[Scene, Span | None]], accounts: Mapping[ArticleId, Account]
) -> frozenset[str]:
    """Return what the sentences of the other articles tell: of where and how, a name has what another one tells too."""
    return frozenset(
        part.feature
        for other in dict.fromkeys(each for each, _ in told)
        if other.article_id != identity
        for part in accounts[other.article_id].told_in(other.sentence)
    )


def _with_value(scene: Scene, value: Span | None, account: Account, shared: frozenset[str]) -> _Name | None:
    """Return the name of the clause that a value stands in, where that names the value too; None where it does not."""
    clause = account.grammar.clause_of(scene.at)
    around = account.scene(clause) if clause is not None else None
    if around is None:
        return None
    held = set(account.grammar.within(value)) if value is not None else {scene.at}
    return _named(around, None, account, shared) if held <= set(_name(around, None, account)) else None


def _tells_nothing(name: _Name) -> bool:
    """Return whether a name is a bare noun, or a clause that names nothing: "people", "police spent"."""
    words = [word for word in name.words.lower().split() if not is_function_stem(stem_of(word))]
    return name.lack > 0 or len(words) < SHORTEST


def _with_phrase(name: _Name, shared: frozenset[str], account: Account) -> str:
    """Return a name with the first phrase behind its verb that another article tells too, where it holds that."""
    if not account.grammar.is_clause(name.scene.at):
        return name.words
    held = set(account.grammar.within(name.value)) if name.value is not None else set[int]()
    words = _name(name.scene, name.value, account)
    phrase = _phrase_told(account, name.scene.at, words, held, shared)
    longer = _printed(account, _joined(account, [*words, *phrase], name.value), shared)
    return longer if phrase and len(longer.split()) <= ABOUT_WORDS else name.words


def _named(scene: Scene, value: Span | None, account: Account, shared: frozenset[str]) -> _Name:
    """Return what a scene could name a row by. `shared`: what the sentences of the other articles tell."""
    words = _joined(account, _name(scene, value, account), value)
    part = _is_part(scene, account) or _is_nobodys(words, account)
    lack = _lack(scene, words, account) + _lacks_object(scene, value, account)
    return _Name(_printed(account, words, shared), _opens_bare(words, scene, account), part, lack, scene, value)


def _lack(scene: Scene, words: Sequence[int], account: Account) -> int:
    """Return how many things a clause lacks to name two: 1 for "Ito claimed", "the day was", 2 for "has been set"."""
    nouns = sum(
        account.grammar.words[at].tag in NOUNS
        and not account.is_time(at)
        and not (at - 1 in words and _is_hyphened(account, at - 1))  # "al-Tarn" is one
        for at in words
    )
    return max(0, SHORTEST - nouns) if account.grammar.is_clause(scene.at) else 0


def _lacks_object(scene: Scene, value: Span | None, account: Account) -> bool:
    """Return whether what a verb is done to is the value, so that the rest tells nothing: "police spent"."""
    if value is None or not account.grammar.is_clause(scene.at):
        return False
    return account.grammar.object(scene.at) in account.grammar.within(value)


def _opens_bare(words: Sequence[int], scene: Scene, account: Account) -> bool:
    """Return whether a clause is named with a subject that is no noun but "any", "this" or "which"."""
    subject = account.grammar.own_subject(scene.at) if account.grammar.is_clause(scene.at) else None
    bare = subject is not None and account.grammar.words[subject].tag in BARE and not account.name_behind(subject)
    return bare and subject == words[0]


def _is_part(scene: Scene, account: Account) -> bool:
    """Return whether a verb is a part of another clause: "to buy the mill", "citing a report"."""
    return account.grammar.is_clause(scene.at) and not account.grammar.is_finite(scene.at)


def _is_nobodys(words: Sequence[int], account: Account) -> bool:
    """Return whether a clause is named without whoever does it: "hit a convoy", "was closed"."""
    return bool(words) and account.grammar.words[words[0]].tag[:2] in ("VB", "MD")


def _rank(name: _Name, first: bool) -> tuple[bool, bool, bool, int, bool, int, str]:
    """Sort what names somebody, is neither too short nor cut for its length, stands alone and tells enough first."""
    size = len(name.words.split())
    fits = SHORTEST <= size <= ABOUT_WORDS
    return name.nobody or _pronoun(name.words), not fits, name.part, name.lack, not first, len(name.words), name.words


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
    if grammar.is_finite(at):
        return [*_by_whose_word(account, at, words[0], value), *words]
    return [*_around(account, at, words[0], value), *words]


def _by_whose_word(account: Account, at: int, first: int, value: set[int]) -> list[int]:
    """Return the noun by which a clause is only alleged, with its "that": "claim that" of "the claim that Ito left"."""
    grammar, above = account.grammar, account.grammar.words[at].head
    mark = next(
        (
            c
            for c in grammar.hanging[at]
            if c < first and grammar.words[c].dep == "mark" and grammar.words[c].lemma.lower() == "that"
        ),
        0,
    )
    if mark and grammar.words[mark - 1].lemma.lower() in listed("noun_clause"):
        above = mark - 1  # also where the parser hung the clause on the verb: "cast doubt on the claim that"
    alleged = grammar.words[at].dep in ("acl", "ccomp", "relcl") and grammar.words[above].tag in NOUNS
    if not mark or not alleged or above >= mark:
        return []
    words = [word for word in _phrase(account, above) if word not in value and word < mark]
    return [*words[bool(words) and grammar.words[words[0]].dep in ("det", "poss") :], mark]


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
    words = _subject_words(account, subject) if subject is not None and subject != at else []
    words += sorted([at, *(child for child in grammar.hanging[at] if _is_of_verb(account, child, at))])
    if thing is not None and thing > at:
        words += _phrase(account, thing, of=True)
    words = _without(account, words, value)
    words = _finished(account, at, words, value)
    if thing is None or thing in value or len(words) < SHORTEST + 1:
        words += [word for word in _first_phrase_behind(account, at, value) if word not in words]
    return words


def _is_of_verb(account: Account, child: int, verb: int) -> bool:
    """Return whether a word beside a verb is a part of what it tells: "has", "not", and the "allegedly" before it."""
    word = account.grammar.words[child]
    return word.dep in BESIDE_VERB or (child < verb and word.lemma.lower() in named("supposedly"))


def _phrase_told(
    account: Account, verb: int, words: Sequence[int], value: set[int], shared: frozenset[str]
) -> list[int]:
    """Return the first phrase behind a verb that another article tells too: "placed Lind | on the injured list"."""
    grammar = account.grammar
    for child in grammar.hanging[verb]:
        if child < verb or child in words or grammar.words[child].dep not in ("prep", "agent", "advcl"):
            continue
        if grammar.words[child].dep == "advcl" and grammar.words[child].tag != "VB":
            continue
        left_out = {at for at in grammar.below(child) if grammar.words[at].dep in _FREE and at != child}
        phrase = grammar.below(child, left_out.__contains__)
        if value & set(phrase) or any(map(account.is_time, phrase)) or len(words) + len(phrase) > ABOUT_WORDS:
            continue
        if account.features(phrase) & shared:
            return phrase
    return []


def _subject_words(account: Account, subject: int) -> list[int]:
    """Return who does it, each of them: "Ohio and Georgia" and not "Ohio have passed"."""
    grammar = account.grammar
    words = _phrase(account, subject)
    for child in grammar.hanging[subject]:
        if grammar.words[child].dep == "conj" and child > subject and grammar.words[child].tag in NOUNS:
            joined = range(words[-1] + 1, child)
            others = [at for at in grammar.below(child, grammar.is_clause) if grammar.words[at].tag != ","]
            if all(grammar.words[at].tag in (",", "CC") or at in others for at in joined):
                return sorted({*words, *joined, *others})
    return words


def _finished(account: Account, verb: int, words: Sequence[int], value: set[int]) -> list[int]:
    """Return the words of a clause with what its verbs and prepositions need: "is expected | to vote", "stepped | in".

    What would make them more than a name holds is left out.
    """
    grammar, found = account.grammar, list(words)
    for _ in range(MOST_ADDED):
        lacking = next(
            (
                child
                for at in sorted(found)
                for child in grammar.hanging[at]
                if child > at and child not in found and grammar.words[child].dep in _needs(grammar, at, verb)
            ),
            None,
        )
        if lacking is None:
            return found
        left_out = {
            at
            for at in grammar.below(lacking)
            if grammar.words[at].dep in _FREE or (grammar.words[at].dep == "prep" and grammar.words[at].lemma != "of")
        }
        more = [at for at in grammar.below(lacking, left_out.__contains__) if at not in found]
        if value & set(more) or len(found) + len(more) > ABOUT_WORDS or any(map(account.is_time, more)):
            return found
        found += more
    return found


def _needs(grammar: Grammar, at: int, verb: int) -> frozenset[str]:
    """Return by which relations hangs on a word what it cannot do without."""
    if grammar.is_clause(at):
        return _NEEDED if at == verb or grammar.words[at].dep in ("xcomp", "ccomp", "pcomp") else frozenset()
    return _NEEDED_BEHIND if grammar.words[at].tag in ("IN", "TO") else frozenset()


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


def _printed(account: Account, words: Sequence[int], shared: frozenset[str]) -> str:
    """Return words as a reader writes them: "Ito's" is one. `shared`: what the sentences of the other articles tell.

    A pronoun gives way to a name only where another article tells it of that one too: "Ito's aide denies that he took
    money" is told of the aide elsewhere.
    """
    out = ""
    words = list(words)
    while len(words) > 1 and account.grammar.words[words[-1]].tag in LEADING:
        words.pop()  # "had overruled the", where the value stood
    before: int | None = None
    known = {account.feature(at) for at in words if account.grammar.words[at].tag in NOUNS}
    for at in words:
        surface = account.surface(at)
        feature = account.feature(at)
        if (name := account.name_behind(at)) and feature not in known and feature in shared:
            surface = name  # "he" tells a reader of the row nobody
            known.add(feature)
        beside = before is not None and at == before + 1 and surface == account.surface(at)
        apart = bool(out) and not (beside and _is_attached(account, at)) and surface[0] not in "'’-%,;:)"
        out += " " + surface if apart and out[-1] not in "-$€£(" else surface
        before = at
    return " ".join(out.split()).removeprefix("'s ").removeprefix("’s ").strip(" ,;:-").removesuffix(" of")


def _is_attached(account: Account, at: int) -> bool:
    """Return whether nothing stands between a word and the one before it: "does|n't"."""
    return account.grammar.words[at - 1].end == account.grammar.words[at].start
