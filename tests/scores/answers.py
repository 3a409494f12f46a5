"""Hand-made answers in Markdown, and how far a digest agrees with them, in hundredths."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from generator.ids import normalised
from generator.records import Digest, Quote


@dataclass(frozen=True)
class Quotation:
    """One quotation of one article."""

    file: str
    speakers: tuple[str, ...]
    parts: tuple[str, ...]
    statements: frozenset[str]


@dataclass
class Answers:
    """What one file of answers says."""

    quotations: list[Quotation] = field(default_factory=list)
    terms: list[tuple[str, str]] = field(default_factory=list)
    days: list[tuple[str, str, str]] = field(default_factory=list)


def read_answers(path: Path) -> Answers:
    answers, file = Answers(), ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            file = line[3:].strip()
        elif line.startswith("- "):
            cells = [cell.strip() for cell in line[2:].split(" | ")]
            if file == "Days":
                answers.days.append((cells[0], cells[1], cells[2]))
            elif cells[0] == "(term)":
                answers.terms.append((file, normalised(cells[1])))
            else:
                statements = frozenset(cells[2].split()) if len(cells) > 2 else frozenset()
                parts = tuple(normalised(part) for part in cells[1].split("//"))
                answers.quotations.append(Quotation(file, tuple(cells[0].split(" or ")), parts, statements))
    return answers


def scores(digest: Digest, answers: Answers) -> dict[str, float]:
    found = {number: quotes for number, quotes in _found(digest, answers)}
    said = [quote for article in digest.articles for quote in article.quotes if quote.kind in ("direct", "fragment")]
    used = {quote.id for quotes in found.values() for quote in quotes}
    names = {person.id: {person.name, *person.names} for person in digest.people}
    right = 0
    for number, quotes in found.items():
        wanted = answers.quotations[number].speakers
        right += all(
            _is_speaker(names.get(quote.speaker, set()) if quote.speaker else None, wanted) for quote in quotes
        )
    return {
        "quotes_found": _share(len(found), len(answers.quotations)),
        "quotes_right": _share(sum(quote.id in used for quote in said), len(said)),
        "speakers": _share(right, len(found)),
        "statements": _pairs(digest, answers, found),
        "days": _days(digest, answers),
    }


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 100.0


def _found(digest: Digest, answers: Answers) -> Iterator[tuple[int, list[Quote]]]:
    """Yield every quotation all of whose parts are found. One quote counts for one part: the same words come again."""
    files = {article.article.file.rpartition("/")[2]: article for article in digest.articles}
    used: set[str] = set()
    for number, wanted in enumerate(answers.quotations):
        article = files[wanted.file]
        quotes = []
        for part in wanted.parts:
            for quote in article.quotes:
                words = normalised(quote.inner.of(article.article.text))
                if (
                    quote.kind != "term"
                    and quote.id not in used
                    and (
                        words == part
                        or (
                            (part in words or words in part)
                            and min(len(words), len(part)) >= 0.7 * max(len(words), len(part))
                        )
                    )
                ):
                    quotes.append(quote)
                    used.add(quote.id)
                    break
        if len(quotes) == len(wanted.parts):
            yield number, quotes


def _is_speaker(names: set[str] | None, wanted: tuple[str, ...]) -> bool:
    if names is None:
        return "?" in wanted
    words = [set(normalised(name).split()) for name in names]
    return any(set(normalised(name).split()) & known for name in wanted if name != "?" for known in words)


def _pairs(digest: Digest, answers: Answers, found: dict[int, list[Quote]]) -> float:
    """F1 over pairs of quotations of different articles that carry one statement."""
    number_of = {quote.id: number for number, quotes in found.items() for quote in quotes}
    made = set()
    for statement in digest.statements:
        numbers = sorted(
            {number_of[reading.quote_id] for reading in statement.readings if reading.quote_id in number_of}
        )
        made |= {pair for pair in combinations(numbers, 2) if _of_two_articles(pair, answers)}
    wanted = {
        pair
        for pair in combinations(range(len(answers.quotations)), 2)
        if _of_two_articles(pair, answers)
        and answers.quotations[pair[0]].statements & answers.quotations[pair[1]].statements
    }
    return _share(2 * len(made & wanted), len(made) + len(wanted))


def _of_two_articles(pair: tuple[int, int], answers: Answers) -> bool:
    return answers.quotations[pair[0]].file != answers.quotations[pair[1]].file


def _days(digest: Digest, answers: Answers) -> float:
    """Share of the words that report a dated happening which an event of that day has as evidence.

    Words without a day must not be the whole evidence of an event to the day.
    """
    texts = {article.article.id: article.article for article in digest.articles}
    right = 0
    for day, file, words in answers.days:
        wanted = normalised(words)
        events = []
        for event in digest.events:
            told = [texts[part.article_id] for part in event.evidence]
            spans = [normalised(part.span.of(text.text)) for part, text in zip(event.evidence, told, strict=True)]
            if any(
                text.file.endswith(file) and (wanted in span or span in wanted)
                for text, span in zip(told, spans, strict=True)
            ):
                events.append(event)
        if day == "no day":
            right += not any(event.precision == "day" and len(event.evidence) == 1 for event in events)
        else:
            right += any((event.date or "~") <= day <= (event.end or event.date or "") for event in events)
    return _share(right, len(answers.days))
