"""Finds the words that an entry names: exactly, once white space and quotation marks are alike; never by likeness."""

from __future__ import annotations

import difflib
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from generator.errors import CLOSEST
from generator.overrides.entries import ADDS, CONFLICT, REDUNDANT, Entry, EntryValue, of_what_is_shown
from generator.records import AnnotatedArticle, Article, Finding, Quote, Report, Span

Thing = TypeVar("Thing")
MARKS = str.maketrans(dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛‹›′`", "'"))
_GAP = re.compile(r"\s+")
NAMES = ("label", "title", "date")
"""Keys whose values tell things of one sentence apart, as `which` does."""
COPY_OR_DELETE = "Copy the words as the article has them, or delete this entry"


@dataclass(frozen=True, slots=True)
class Folded:
    """A text with its white space and quotation marks made alike, and where each of its characters stood."""

    text: str
    at: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Folded:
        """Fold a text: one character stands for one, but a run of white space becomes one space."""
        letters: list[str] = []
        at: list[int] = []
        last = 0
        for gap in _GAP.finditer(text):
            letters.append(text[last : gap.start()])
            at.extend(range(last, gap.start()))
            letters.append(" ")
            at.append(gap.start())
            last = gap.end()
        letters.append(text[last:])
        at.extend(range(last, len(text) + 1))
        return cls("".join(letters).translate(MARKS), tuple(at))


def fold(words: str) -> str:
    """Return words with their white space and quotation marks made alike, without marks around them."""
    return _GAP.sub(" ", words).translate(MARKS).strip(" \"'")


def places(article: Article, entry: Entry) -> list[Span]:
    """Return where the entry's words stand in the article, between its prefix and suffix where it has them."""
    return places_in(article.text, entry)


def places_in(text: str, entry: Entry) -> list[Span]:
    """Return where the entry's words stand in a text, between its prefix and suffix where it has them."""
    folded, words = Folded.of(text), fold(entry.words)
    if not words:
        return []
    found = []
    at = folded.text.find(words)
    while at >= 0:
        end = at + len(words)
        before, after = folded.text[:at].rstrip(" \"'"), folded.text[end:].lstrip(" \"'")
        if before.endswith(fold(entry.prefix)) and after.startswith(fold(entry.suffix)):
            found.append(Span(folded.at[at], folded.at[end - 1] + 1))
        at = folded.text.find(words, at + 1)
    return found


def find_article(entry: Entry, articles: Sequence[AnnotatedArticle]) -> AnnotatedArticle | Finding:
    """Return the article that an entry names, or why there is none."""
    for found in articles:
        if found.article.id == entry.article:
            return found
    return no_such_article(entry, [found.article.id for found in articles])


def no_such_article(entry: Entry, known: Iterable[str]) -> Finding:
    """Return the finding that the digest has no article of the entry's id."""
    near = nearest(entry.article, known)
    closest = f"{CLOSEST}{near}" if near else ""
    return entry.stale(f"no such article: {entry.article}{closest}", "Name the article by its id, or delete this entry")


def place_of(place: Entry, entry: Entry) -> Entry:
    """Return a place that an entry names in a list, as an entry of its own that knows its line and what is stated."""
    return replace(place, where=entry.where, settings=entry.settings)


def under_other_names(entry: Entry, others: Iterable[Entry]) -> Iterator[Entry]:
    """Yield an entry as it is, then with each `which` that other entries let the same thing have.

    The site shows a row by the name that an editor gave it, and a form copies that one; the rules know the older one.
    """
    yield entry
    called = [[other.which, *map(str, _names_given(other))] for other in others if _of_same_article(other, entry)]
    known = {fold(entry.which).casefold()}
    names = [entry.which] if entry.which else []
    for name in names:  # grows: a name leads to the one before it
        for alike in called if name else ():  # words alone name whatever they tell
            if fold(name).casefold() in {fold(each).casefold() for each in alike}:
                new = [each for each in alike if fold(each).casefold() not in known]
                known |= {fold(each).casefold() for each in new}
                names += new
    yield from (replace(entry, which=name) for name in names[1:])


def find_named(entry: Entry, others: Iterable[Entry], find: Callable[[Entry], Thing | Finding]) -> Thing | Finding:
    """Return what an entry names, by the name that it had or by one that another entry gave it; else why there is none.

    `find`: what looks for it under the `which` that an entry has.
    """
    found = [find(each) for each in under_other_names(entry, others)]
    return next((thing for thing in found if not isinstance(thing, Finding)), found[0])


def _of_same_article(one: Entry, other: Entry) -> bool:
    return (one.section, one.article) == (other.section, other.article)


def _names_given(entry: Entry) -> Iterator[EntryValue]:
    return (setting.value for setting in entry.settings if setting.key in NAMES and setting.value)


def chosen(which: str, things: Sequence[Thing], names: Callable[[Thing], tuple[str, ...]]) -> list[Thing]:
    """Return the things one of whose names is `which`; those that have it in a name where none is it."""
    wanted = fold(which).casefold()
    named = [(thing, [fold(name).casefold() for name in names(thing)]) for thing in things]
    return [thing for thing, known in named if wanted in known] or [
        thing for thing, known in named if any(wanted in name for name in known)
    ]


def find_quote(entry: Entry, found: AnnotatedArticle) -> Quote | Finding:
    """Return the quote that holds the entry's words, or why there is none, or which of several it could be."""
    spans, bounds = places(found.article, entry), entry.get("bounds")
    quotes = [quote for quote in found.quotes if any(quote.content.covers(span) for span in spans)]
    if not quotes and bounds:  # it ends within these words by now, since this very entry states that it does
        within = [*places_in(found.article.text, Entry("quotes", "", words=str(bounds.value)))]
        cut = [span for span in within if any(whole.covers(span) for whole in spans)]
        quotes = [quote for quote in found.quotes if quote.inner in cut]
    if len(quotes) > 1:
        # Who copies a whole quote means that one, and not a longer one that has the same words.
        quotes = [quote for quote in quotes if fold(quote.inner.of(found.article.text)) == fold(entry.words)] or quotes
    if len(quotes) == 1:
        return quotes[0]
    if quotes:
        numbers = ", ".join(str(paragraph_of(quote.content, found.article)) for quote in quotes)
        what = f'several quotes of {entry.article} have these words: "{entry.words}" (paragraphs {numbers})'
        return entry.stale(what, "Add `prefix:` or `suffix:`, the words before or after it")
    what = f'no such quote in {entry.article}: "{entry.words}"'
    said = {quote.inner.of(found.article.text): quote.content for quote in reversed(found.quotes)}
    return entry.stale(what + _closest(entry, said, found), COPY_OR_DELETE, gone=bool(spans))


def find_report(entry: Entry, found: AnnotatedArticle) -> Report | Finding:
    """Return what the entry's words are reported to be, with or without their "she said"; or why there is nothing.

    Only what the article itself tells as said is on the site and so can be named.
    """
    text, spans = found.article.text, places(found.article, entry)
    shown = [report for report in found.reports if report.is_own]
    for holds in (_is_said, _is_within_said, _is_within_clause):
        if reports := [report for report in shown if any(holds(report, span, text) for span in spans)]:
            break
    else:
        what = f'nobody is reported to have said this in {entry.article}: "{entry.words}"'
        said = {report.content[0].of(text): report.content[0] for report in reversed(shown)}
        return entry.stale(what + _closest(entry, said, found), COPY_OR_DELETE, gone=bool(spans))
    if len(reports) == 1:
        return reports[0]
    numbers = ", ".join(str(paragraph_of(report.cue, found.article)) for report in reports)
    what = f'several reports of {entry.article} have these words: "{entry.words}" (paragraphs {numbers})'
    return entry.stale(what, "Copy all the words of the one you mean, or add `prefix:` or `suffix:`")


def _is_said(report: Report, span: Span, text: str) -> bool:
    return any(fold(part.of(text)) == fold(span.of(text)) and part.overlaps(span) for part in report.content)


def _is_within_said(report: Report, span: Span, text: str) -> bool:
    return any(part.covers(span) for part in report.content)


def _is_within_clause(report: Report, span: Span, text: str) -> bool:
    parts = [*report.content, report.cue, *([report.source] if report.source else [])]
    return Span(min(parts).start, max(part.end for part in parts)).covers(span)


def _closest(entry: Entry, said: Mapping[str, Span], found: AnnotatedArticle) -> str:
    """Return a line with what is said most like the entry's words and its paragraph; "" where nothing is."""
    near = nearest(entry.words, said)
    return f"{CLOSEST}“{near}” (paragraph {paragraph_of(said[near], found.article)})" if near else ""


def paragraph_of(span: Span, article: Article) -> int:
    """Return the number of the paragraph that a span begins in, counted from 1 as people do."""
    return bisect_right(article.paragraphs, span.start, key=lambda paragraph: paragraph.start)


def nearest(words: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most like the words, for the editor to look at; never to be taken for them."""
    by_fold = {fold(candidate).casefold(): candidate for candidate in candidates}
    near = difflib.get_close_matches(fold(words).casefold(), [*by_fold], n=1, cutoff=0.3)
    return by_fold[near[0]] if near else None


class Claims:
    """What entries have stated so far of each thing, so that a second word on the same thing is noticed."""

    def __init__(self, findings: list[Finding]) -> None:
        """Begin with nothing stated. `findings`: where what is said twice, or otherwise, is told."""
        self._findings = findings
        self._seen: dict[tuple[str, str], tuple[Entry, EntryValue]] = {}
        self._added: dict[tuple[str, str], list[tuple[Entry, EntryValue]]] = {}
        self._hidden: dict[str, Entry] = {}
        self._shown: dict[str, list[tuple[Entry, str, EntryValue]]] = {}

    def claim(
        self, thing: str, key: str, entry: Entry, value: EntryValue, once: bool = True, part: str | None = None
    ) -> bool:
        """Return whether what an entry states is to be applied: it is the first word on it, or one more of a list.

        What another entry says too is told as needless, unless it may be said more than `once`; what it says
        otherwise is in conflict, and the first word holds until an editor has decided. So is what it says of a thing
        that another entry hides. `part`: what `hide` would take away, where that is no more than a part of the thing.
        """
        if self._beside_hide(thing if part is None else part, key, entry, value):
            return False
        if key in ADDS:
            before = self._added.setdefault((thing, key), [])
            before.append((entry, value))
            if all(other is entry or said != value for other, said in before):
                return True
            self._findings.append(said_again(entry, key))
            return False
        earlier, said = self._seen.setdefault((thing, key), (entry, value))
        if earlier is entry:
            return True
        if said != value:
            self._findings.append(conflict(entry, earlier, key, value, said))
        elif once:
            self._findings.append(said_again(entry, key))
        return False

    def _beside_hide(self, thing: str, key: str, entry: Entry, value: EntryValue) -> bool:
        """Return whether another entry hides what this one says something of, or the other way round; tell it."""
        if key == "hide":
            hides, shown = self._hidden.setdefault(thing, entry), self._shown.get(thing, [])
        elif of_what_is_shown(entry.section, [key]):
            hides, shown = self._hidden.get(thing, entry), [(entry, key, value)]
            self._shown.setdefault(thing, []).extend(shown)
        else:
            return False
        told = [hidden_beside(other, hides, key, said) for other, key, said in shown if other is not hides]
        self._findings.extend(told)
        return bool(told)


def said_again(entry: Entry, key: str) -> Finding:
    """Return the finding that another entry says the same."""
    return Finding(REDUNDANT, entry.where, f"{key} is not needed any more: another entry says the same", "Delete it")


def conflict(entry: Entry, earlier: Entry, key: str, value: EntryValue, said: EntryValue) -> Finding:
    """Return the finding that two entries contradict each other: the later one, the one before it, and what each says.

    Where one of them takes something down, neither may be passed over, not even in a draft.
    """
    what = f"contradicts {earlier.where}: {key} is {_shown(value)} here and {_shown(said)} there"
    fatal = entry.takes_down() or earlier.takes_down()
    return Finding(CONFLICT, entry.where, what, "Delete one of the two", fatal, against=earlier.where)


def hidden_beside(shown: Entry, hides: Entry, key: str, value: EntryValue) -> Finding:
    """Return the finding that one entry hides what another says something of: the later one, and the one before it."""
    said = f"{key} is {_shown(value)}"
    if shown.settings[0].line < hides.settings[0].line:
        what, entry, earlier = f"it is hidden here, and {said} there", hides, shown
    else:
        what, entry, earlier = f"{said} here, and it is hidden there", shown, hides
    what = f"contradicts {earlier.where}: {what}"
    return Finding(CONFLICT, entry.where, what, "Delete one of the two", fatal=True, against=earlier.where)


def _shown(value: EntryValue) -> str:
    if value is None:
        return "not known"
    return f"“{value}”" if isinstance(value, str) else str(value).lower()
