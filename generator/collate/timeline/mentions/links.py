"""What the words say of two happenings: "after the vote", "minutes before it began", "a festival that includes"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from generator.collate.timeline.lexicon import named
from generator.collate.timeline.mentions.event_mention import EventMention
from generator.collate.timeline.mentions.grammar import Grammar
from generator.collate.words.numbers import number_words

TimeRelation = Literal["before", "after", "during"]

_OPENERS: dict[str, TimeRelation] = {
    "after": "after",
    "following": "after",
    "once": "after",
    "before": "before",
    "until": "before",
    "during": "during",
    "amid": "during",
}


REACH = 40  # mentions back that "earlier" may come before, so that a long article stays linear


@dataclass(frozen=True, slots=True)
class Link:
    """`first` happened before, after or during `second`, as the words of `first`'s sentence tell."""

    first: EventMention
    relation: TimeRelation
    second: EventMention
    words: str
    """The word that tells it."""
    hours: bool = False
    """The words tell hours or minutes between the two: they share their day."""
    days: int | None = None
    """Days from `second` to `first`: 1 for "the day after", -2 for "two days before"; None: the words give none."""
    carried: bool = False
    """A "later" in the sentence after: the day goes on unless the text says otherwise."""

    @property
    def key(self) -> tuple[object, ...]:
        """Sorts links the same way whatever order the articles came in."""
        return (self.first.key, self.second.key, self.relation)


def links_of(mentions: Sequence[EventMention], grammar: Grammar) -> list[Link]:
    """Return the links between the event mentions of one article, given in the order of its text."""
    links: list[Link] = []
    earlier: list[EventMention] = []
    for _, group in groupby(mentions, key=lambda mention: mention.sentence):
        sentence = list(group)
        links += _between_clauses(sentence, grammar)
        links += _parts(sentence, grammar)
        links += _within(sentence, grammar)
        links += _to_earlier_sentences(sentence, earlier, grammar)
        earlier = [*earlier, *sentence][-REACH:]
    return links


def _between_clauses(sentence: Sequence[EventMention], grammar: Grammar) -> Iterator[Link]:
    """Link "Ito spoke after the vote" and "The match was called off minutes before it began"."""
    at_word: dict[int, list[EventMention]] = {}
    for mention in sentence:
        at_word.setdefault(mention.word, []).append(mention)
    for second in sentence:
        node = _carrier(second.word, at_word, grammar)
        word = grammar.words[node]
        opener = _opener(grammar, node)
        relation = _OPENERS.get(opener)
        if relation is None:
            continue
        above = grammar.words[word.head].head if word.dep == "pobj" else word.head
        main = grammar.clause_of(above)
        for first in _told_by(main, at_word, grammar):
            if first.word != second.word and first.word != node:
                hours = _tells_hours(first) or _tells_hours(second)
                yield Link(first, relation, second, opener, hours, _days_between(grammar, node, relation))
                yield from (Link(first, relation, it, opener, hours) for it in _meant(second, first, at_word, grammar))


def _carrier(word: int, at_word: Mapping[int, list[EventMention]], grammar: Grammar) -> int:
    """Return the verb that carries a noun ("the strike began"), else the event word itself."""
    head = grammar.words[word].head
    carried = not grammar.is_clause(word) and grammar.is_clause(head) and head not in at_word
    return head if carried and word in (grammar.own_subject(head), grammar.object(head)) else word


def _opener(grammar: Grammar, word: int) -> str:
    """Return the word that opens a clause or a phrase: "after the vote", "before it began"; "" for none."""
    words = grammar.words
    if words[word].dep in ("pobj", "pcomp"):
        return words[words[word].head].lemma.lower()
    if words[word].dep != "advcl":
        return ""
    marks = [words[child].lemma.lower() for child in grammar.hanging[word] if words[child].dep in ("mark", "advmod")]
    return next((mark for mark in marks if mark in _OPENERS), "")


def _days_between(grammar: Grammar, node: int, relation: TimeRelation) -> int | None:
    """Return the days of "the day after the vote", "two days before he resigned", with their sign."""
    words = grammar.words
    openers = [words[node].head, *(child for child in grammar.hanging[node] if words[child].dep == "mark")]
    for opener in openers:
        day = opener - 1
        if day >= 0 and words[opener].lemma.lower() in _OPENERS and words[day].lemma.lower() == "day":
            count = _count(grammar, day)
            return -count if count and relation == "before" else count
    return None


def _count(grammar: Grammar, day: int) -> int | None:
    for child in grammar.hanging[day]:
        lemma = grammar.words[child].lemma.lower()
        if grammar.words[child].dep == "nummod":
            return int(lemma) if lemma.isdecimal() and len(lemma) < 3 else number_words().get(lemma)
        if lemma in named("one-day") and grammar.words[day].tag != "NNS":  # "in the days after the vote" is no day
            return 1
    return None


def _told_by(verb: int | None, at_word: Mapping[int, list[EventMention]], grammar: Grammar) -> Iterator[EventMention]:
    """Yield the mentions that a clause's verb tells, or the noun that it carries ("held talks")."""
    if verb is None:
        return
    if verb in at_word:
        yield from at_word[verb]
        return
    for noun in (grammar.object(verb), grammar.own_subject(verb)):
        if noun is not None:
            yield from at_word.get(noun, ())


def _meant(
    second: EventMention, first: EventMention, at_word: Mapping[int, list[EventMention]], grammar: Grammar
) -> Iterator[EventMention]:
    """Yield the happening that "it" means in "The match was called off minutes before it began"."""
    subject = grammar.own_subject(second.word)
    if subject is None or grammar.words[subject].lemma.lower() not in named("it"):
        return
    noun = grammar.own_subject(first.word)
    if noun is not None:
        yield from at_word.get(noun, ())


def _tells_hours(mention: EventMention) -> bool:
    return bool(named("hours") & set(mention.words))


def _parts(sentence: Sequence[EventMention], grammar: Grammar) -> Iterator[Link]:
    """Link "a festival that includes a race": the race falls within the festival."""
    at_word = {mention.word: mention for mention in sentence}
    for mention in sentence:
        word = grammar.words[mention.word]
        verb = grammar.words[word.head]
        if word.dep not in ("dobj", "conj", "pobj") or verb.lemma.lower() not in named("includes"):
            continue
        whole = grammar.subject(word.head) if verb.tag.startswith("VB") and verb.dep != "prep" else verb.head
        if whole is not None and whole in at_word and whole != mention.word:
            yield Link(mention, "during", at_word[whole], "included")


def _within(sentence: Sequence[EventMention], grammar: Grammar) -> Iterator[Link]:
    """Link "The race was part of the festival" and "They spoke on the margins of a fair" to their whole."""
    at_word = {mention.word: [mention] for mention in sentence}
    for whole in sentence:
        of = grammar.words[whole.word].head
        noun = grammar.words[of].head
        if grammar.words[of].lemma != "of" or grammar.words[noun].lemma.lower() not in named("insides"):
            continue
        verb = grammar.clause_of(noun)
        parts = list(_told_by(verb, at_word, grammar))
        attended = grammar.object(verb) if verb is not None and verb in at_word else None
        for part in [*parts, *(at_word.get(attended, ()) if attended is not None else ())]:
            if part.word != whole.word:
                yield Link(part, "during", whole, f"{grammar.words[noun].lemma} of")


def _to_earlier_sentences(
    sentence: Sequence[EventMention], earlier: Sequence[EventMention], grammar: Grammar
) -> Iterator[Link]:
    if not earlier:
        return
    before = [mention for mention in earlier if mention.sentence == earlier[-1].sentence]
    for mention in sentence:
        if _says(mention, frozenset(["earlier"])) and mention.time and mention.time.precision == "day":
            yield from (Link(mention, "before", other, "earlier") for other in earlier)
        # "A neighbour who later died": later than what its sentence tells, and not than the one before.
        elif grammar.words[mention.clause].dep in ("relcl", "acl", "advcl"):
            continue
        elif _says(mention, named("later")) and mention.sentence - before[0].sentence == 1:
            # "Then" may be days on, "by then" a state: of six days carried by it four were wrong, of ten by others one.
            goes_on = mention.finite and _says(mention, named("later") - {"then"})
            goes_on = goes_on and not any(_is_of_another_time(other) for other in before)
            yield from (Link(mention, "after", other, "later", carried=goes_on) for other in before)


def _is_of_another_time(mention: EventMention) -> bool:
    """Return whether a sentence also tells of what no day dates: "six months after he had been removed"."""
    time = mention.time or mention.weak_time
    return mention.told is not None or mention.duration is not None or (time is not None and time.precision != "day")


def _says(mention: EventMention, wanted: frozenset[str]) -> bool:
    """Return whether the clause has the word by itself: not "two years later", not "later this year"."""
    words = mention.words
    return any(
        word in wanted and not named("longer") & {*words[max(0, i - 1) : i], *words[i + 1 : i + 2]}
        for i, word in enumerate(words)
    )
