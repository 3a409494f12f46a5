"""Of which state and party the articles say that a politician is: "Lind, R-Ohio", "Lind, Republican of Ohio"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from generator.collate.comparison.matters import Matter
from generator.collate.comparison.scenes import Account
from generator.collate.comparison.sentences import Corpus
from generator.records import ArticleId, FactValue, Mention, Person, PersonId, Span
from generator.wordlists import first_of_line

_PAST = "(?!former |once |onetime |ex-)"


@dataclass(frozen=True, slots=True)
class Affiliation:
    """What one article says of somebody right behind the name."""

    state: str
    """Its name in full; "" where it is not told."""
    party: str
    value: FactValue
    """The name with what is said."""


def told_affiliations(people: Sequence[Person], accounts: Mapping[ArticleId, Account], corpus: Corpus) -> list[Matter]:
    """Return a matter for everybody whose state two articles tell, or of whom they name two parties.

    An article that names two of them itself tells of two times, so nothing of it is compared.
    """
    told: defaultdict[PersonId, list[Affiliation]] = defaultdict(list)
    for identity in sorted(accounts):
        for mention in accounts[identity].found.mentions:
            if mention.kind == "person" and mention.person is not None and not mention.standing.quoted:
                told[mention.person] += _told(mention, accounts[identity])
    matters: list[Matter] = []
    for person in people:
        found = told[person.id] if person.kind == "person" else []
        matters += _compared("state", person.name, [(each.state, each.value) for each in found], corpus)
        parties = _compared("party", person.name, [(each.party, each.value) for each in found], corpus)
        matters += [matter for matter in parties if matter.verdict == "differ"]  # that both name it tells little
    return matters


def _compared(kind: str, name: str, told: Sequence[tuple[str, FactValue]], corpus: Corpus) -> Iterator[Matter]:
    of_article: defaultdict[ArticleId, dict[str, FactValue]] = defaultdict(dict)
    for what, value in told:
        if what:
            of_article[value.article_id].setdefault(what, value)
    near = corpus.accompanying([article for article, found in of_article.items() if len(found) == 1])
    values = [(what, value) for article in sorted(near) for what, value in of_article[article].items()]
    if len(values) > 1:
        alike = len({what for what, _ in values}) == 1
        yield Matter(kind, name, "agree" if alike else "differ", tuple(value for _, value in values))


def _told(mention: Mention, account: Account) -> Iterator[Affiliation]:
    for form in _forms():
        match = form.match(account.text, mention.span.end)
        if match is not None:
            found = match.groupdict()
            span = Span(mention.span.start, match.end())
            state, party = _states().get(found.get("state") or "", ""), _parties().get(found.get("party") or "", "")
            yield Affiliation(state, party, FactValue(account.found.article.id, span))
            return


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """Return the forms of what stands behind a name, the fullest first."""
    state = rf"(?P<state>{_any(_states())})(?!\w)"
    letter = f"(?P<party>{_any(party for party in _parties() if len(party) == 1)})"
    party = f"(?P<party>{_any(party for party in _parties() if len(party) > 1)})"
    return tuple(
        re.compile(form)
        for form in (
            rf",? \({letter}\.?[-–—] ?{state}\.?\)?",  # "Lind (R-Ohio)"
            rf", {letter}\.?[-–—] ?{state}",  # "Lind, R-Ohio"
            rf" \({letter}\)(?:,? (?:of|from) {state})?",  # "Lind (R) of Ohio"
            rf", (?:an? |the )?{_PAST}(?:[a-z]+ )?{party}\b(?: (?:of|from) {state})?",  # "Lind, a Republican from Ohio"
            rf",? (?:of|from) {state}",  # "Lind of Ohio"
        )
    )


def _any(words: Iterator[str] | Mapping[str, str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _states() -> dict[str, str]:
    """Return every form of a state's name with its name in full."""
    return first_of_line("american_states.txt")


def _parties() -> dict[str, str]:
    return first_of_line("parties.txt")
