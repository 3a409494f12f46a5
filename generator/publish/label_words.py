"""The words of an event's label: as a reader sees them, and where they stand in one of its sources."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from generator.collate.timeline.lexicon import is_somebody
from generator.ids import normalised
from generator.publish.lookups import Lookups
from generator.records import AnnotatedArticle, Event, ParsedWord, Span

MOST_LEFT_OUT = 6  # words in a row that a label leaves out: "Ito[, who] sailed", "met [two days earlier] in Havn"
PRONOUNS = frozenset(["PRP", "EX", "WP", "WDT"])
POINTING = frozenset(["this", "that", "these", "those"])
DEFINITE = POINTING | {"the"}
VERBS = ("VB", "MD")
FINITE = frozenset(["VBD", "VBP", "VBZ", "MD"])
LONG_WORD = 4  # letters of a word that tells something
_MARKS = " \t\n\u00a0,;:.…\"'“”‘’()<>[]–—-"
_LED_ON = re.compile(r",([\"”’])$")
_TOKEN = re.compile(r"\S+")
_NAMED = re.compile(r" \[[^\]]*\]")


def sentence(label: str) -> str:
    """Return a label as a reader sees it, with a capital at its head: "the pier closed"; not "iPhones were sold".

    The comma before a closing mark led on to what is left out: 'was "very serious,"'.
    """
    label = _LED_ON.sub(r"\1", label)
    first = label.split(" ", 1)[0]
    return label[:1].upper() + label[1:] if first.isalpha() and first.islower() else label


def telling_words(text: str) -> frozenset[str]:
    """Return the longer words of a text."""
    return frozenset(word for word in normalised(text).split() if len(word) >= LONG_WORD)


def words_of_label(lookups: Lookups, event: Event) -> tuple[AnnotatedArticle, range, frozenset[int]] | None:
    """Return an article that has the words of a label in order, the indices from the first to the last of them, and
    those between them that the label leaves out.

    None for an editor's own words.
    """
    label = [bare for word in without_names(event.label).split() if (bare := word.strip(_MARKS))]
    for evidence in event.evidence:
        found = lookups.articles[evidence.article_id]
        kept = _kept(label, found.article.text, evidence.span)
        if kept:
            inside = words_within(found.words, Span(kept[0].start, kept[-1].end))
            there = {at for span in kept for at in words_within(found.words, span)}
            return found, inside, frozenset(inside) - there
    return None


def without_names(label: str) -> str:
    """Return a label without the names in brackets that no source has there: "she [Ann Ito] sailed"."""
    return _NAMED.sub("", label)


def _kept(label: Sequence[str], text: str, span: Span) -> list[Span]:
    """Return where the words of a label stand in a stretch of a text, each behind the one before; () where not."""
    tokens = [(it[0].strip(_MARKS), Span(*it.span())) for it in _TOKEN.finditer(text, span.start, span.end)]
    found = []
    for first in range(len(tokens)):
        at, kept = first, list[Span]()
        for word in label:
            room = range(at, min(len(tokens), at + MOST_LEFT_OUT + 1)) if kept else range(first, first + 1)
            at = next((place for place in room if tokens[place][0] == word), -1)
            if at < 0:
                break
            kept.append(tokens[at][1])
            at += 1
        if label and len(kept) == len(label):
            found.append(kept)
    # "The fact, and the formal notice": the label that begins with "the formal" leaves out nothing.
    return min(found, key=lambda kept: kept[-1].end - kept[0].start, default=[])


def words_within(words: Sequence[ParsedWord], span: Span) -> range:
    """Return the indices of the words that begin in a stretch."""
    return range(
        bisect_left(words, span.start, key=lambda word: word.start),
        bisect_left(words, span.end, key=lambda word: word.start),
    )


def names_something(
    found: AnnotatedArticle, subject: int, inside: range, above: frozenset[str] = frozenset(), *, office: bool = True
) -> bool:
    """Return whether a subject says by itself what is meant: no "she", "her lawyer" or "the letter".

    `above`: words that a reader has read before, of which it may be one. `office`: whether "the coroner" and "the
    police" do.
    """
    words, text = found.words, found.article.text
    word = words[subject]
    if word.tag in PRONOUNS or text[word.start : word.end].lower() in POINTING:
        return False
    beside = [at for at in inside if words[at].head == subject and words[at].dep != "punct"]
    if any(words[at].tag == "PRP$" for at in beside):
        return False  # "her lawyer"
    thing = word.tag in ("NN", "NNS") and not (office and is_somebody(word.lemma.lower()))
    bare = thing and bool(beside) and all(words[at].lemma.lower() in DEFINITE for at in beside)
    return not bare or is_told(word, above)


def is_told(word: ParsedWord, above: frozenset[str]) -> bool:
    """Return whether a word is one of those that a reader has read before, in whatever form."""
    return any(told.startswith(word.lemma.lower()) for told in above)
