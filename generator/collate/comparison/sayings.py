"""How the articles say that something was said which they quote alike: on which day, to whom, and in what form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.collate.comparison.facts import Fact, shown, tied
from generator.collate.comparison.matters import Matter
from generator.collate.comparison.scenes import NAMES, Account
from generator.collate.timeline.mentions.grammar import NOUNS
from generator.records import ArticleId, Quote, Span, Statement, Verdict
from generator.wordlists import first_of_line

HEARING = frozenset(["dobj", "dative", "iobj"])
WITH_HEARER = frozenset(["to", "with", "on"])  # "said to the Courier", "in an interview with", "on Channel Nine"


_Pair = tuple[str, Fact, Fact]
"""What was said, and what two articles tell of how it was."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What the clause beside a quotation tells of how it was said."""

    hearer: Fact | None = None
    form: Fact | None = None


def told_sayings(accounts: Mapping[ArticleId, Account], statements: Sequence[Statement]) -> list[Matter]:
    """Return a matter for every hearer whom two articles name for the same words, and for every two forms of a saying.

    That both have words from a tweet or a statement tells a reader little, so nothing is said of it.
    """
    quotes = {quote.id: quote for identity in sorted(accounts) for quote in accounts[identity].found.quotes}
    cued = _cued(accounts)
    found: defaultdict[tuple[str, Verdict], list[_Pair]] = defaultdict(list)
    for statement in statements:
        told = [
            _telling(quote, accounts[reading.article_id])
            for reading in statement.readings
            if (quote := cued.get((reading.article_id, quotes[reading.quote_id].utterance))) is not None
        ]
        for one, other in combinations(told, 2):
            for kind, here, there in (("hearer", one.hearer, other.hearer), ("form", one.form, other.form)):
                if here is None or there is None or here.scene.article_id == there.scene.article_id:
                    continue
                verdict = _verdict(kind, here, there)
                if verdict is not None:
                    found[kind, verdict].append((statement.text, here, there))
    return [matter for (kind, verdict), pairs in sorted(found.items()) for matter in _matters(kind, verdict, pairs)]


def _verdict(kind: str, one: Fact, other: Fact) -> Verdict | None:
    """Return whether two hearers are one, or two forms are two; None where that tells nothing."""
    if kind == "hearer" and _is_one_hearer(one.value, other.value):
        return "agree"
    # "NY Post" may be "New York Post", and "a statement on Twitter" is a tweet too.
    return "differ" if not _words(one.value) & _words(other.value) else None


def _matters(kind: str, verdict: Verdict, pairs: Sequence[_Pair]) -> Iterator[Matter]:
    """Yield a matter for every occasion: one clause may stand beside several quotations."""
    texts: defaultdict[tuple[ArticleId, Span], set[str]] = defaultdict(set)
    for text, *facts in pairs:
        for fact in facts:
            texts[fact.scene.article_id, fact.span].add(text)
    for group in tied((one, other) for _, one, other in pairs):
        told = set[str]().union(*(texts[fact.scene.article_id, fact.span] for fact in group))
        yield Matter(kind, min(told, key=lambda text: (-len(text), text)), verdict, shown(group))


def _cued(accounts: Mapping[ArticleId, Account]) -> dict[tuple[ArticleId, str], Quote]:
    """Return of every utterance the first quote that stands beside a reporting word."""
    found: dict[tuple[ArticleId, str], Quote] = {}
    for identity in sorted(accounts):
        for quote in accounts[identity].found.quotes:
            if quote.cue is not None:
                found.setdefault((identity, quote.utterance), quote)
    return found


def _telling(quote: Quote, account: Account) -> Occasion:
    grammar = account.grammar
    at = next((at for at in grammar.within(quote.cue or Span(0, 0)) if grammar.is_clause(at)), None)
    scene = account.scene(at) if at is not None else None
    if at is None or scene is None:
        return Occasion()
    words = [word for word in account.own(at) if not account.is_quoted(word)]
    hearer = next((_name(word, account) for word in words if _hears(word, at, account)), None)
    forms = {word: form for word in words if (form := _forms().get(account.surface(word).lower()))}
    told = " ".join(sorted(set(forms.values())))
    return Occasion(
        Fact(scene, hearer, hearer.of(account.text)) if hearer is not None else None,
        Fact(scene, _form(min(forms), account), told) if forms else None,
    )


def _form(word: int, account: Account) -> Span:
    """Return the words for a form: the verb alone, "a short letter"."""
    span = account.grammar.text_span([word])
    return span if account.grammar.is_clause(word) else account.whole(span)


def _hears(word: int, verb: int, account: Account) -> bool:
    """Return whether a word is the name of whom something is told: not "told reporters", nor "told Lind that"."""
    words = account.grammar.words
    if words[word].tag not in NAMES or account.is_time(word) or account.is_person(word):
        return False
    if words[word].head == verb:
        return words[word].dep in HEARING and words[verb].lemma.lower() == "tell"
    led_by = words[word].head
    beside = words[led_by].head == verb or account.surface(words[led_by].head).lower() in _forms()
    return words[word].dep == "pobj" and words[led_by].lemma.lower() in WITH_HEARER and beside


def _name(word: int, account: Account) -> Span:
    grammar = account.grammar
    inside = [at for at in grammar.below(word) if grammar.words[at].tag in NOUNS and at <= word]
    run = [at for at in inside if all(between in inside for between in range(at, word))]
    return grammar.text_span(run)


def _is_one_hearer(one: str, other: str) -> bool:
    """Return whether two names are one: "Tarn News" and "TarnNews", "the Post" and "Halden Post", "HP"."""
    short, long = sorted((one, other), key=lambda name: (len(name), name))
    initials = "".join(word[0] for word in long.split()).casefold()
    return _letters(one) == _letters(other) or _words(short) <= _words(long) or _letters(short) == initials


def _words(name: str) -> set[str]:
    return set(name.casefold().split())


def _letters(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _forms() -> dict[str, str]:
    return first_of_line("forms_of_saying.txt")
