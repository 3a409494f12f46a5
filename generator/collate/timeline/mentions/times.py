"""Which event word of a sentence each time expression dates: the one that it hangs on in the grammar."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date, timedelta

from generator.annotate.cues import cue_kind
from generator.annotate.dates import direction
from generator.collate.timeline.lexicon import is_somebody, named
from generator.collate.timeline.mentions.counted import counted_times
from generator.collate.timeline.mentions.event_mention import SAYING, EventMention
from generator.collate.timeline.mentions.grammar import BEFORE_NOUN, NAMES, NOUNS, RELATIVE, Grammar
from generator.collate.timeline.mentions.modality import is_negated
from generator.records import AnnotatedArticle, Precision, Span, TimeExpression
from generator.wordlists import words as list_of

DATE_TYPES = ("DATE", "TIME")
LENGTHS: dict[Precision, int] = {"day": 10, "month": 7, "year": 4}  # characters of an ISO date
WEEKEND = "-WE"
WINTER = "-WI"
SUNDAY = 7  # of the ISO week, its last
VISIT = "visit"
_TRIED = frozenset(["charge", "convict", "sentence", "arrest"])  # families of what is done to somebody for a deed
HOUR_RULES = ("clock", "o_clock", "noon")
NEAR_DAY = 1000  # characters before an hour in which its day must be named; the tagger looks as far back for it
EARLIEST, LATEST = 1000, 9998  # years that a timeline can count days from
_RANGES = frozenset((("from", "to"), ("from", "until"), ("from", "through"), ("between", "and")))
TO_THE_END = 60  # characters
_TO_THE_END = re.compile(
    r"\b(?:through|until|till) the end of (?:the|its|their|this)(?: [\w-]+){1,2},?(?: on)? $", re.I
)
_YEARS = re.compile(r"(?P<first>\d{4})\s?[-–]\s?(?P<last>\d{4}|\d\d)")


def times_in(found: AnnotatedArticle, span: Span) -> Sequence[TimeExpression]:
    """Return the time expressions of an article that begin in a stretch."""
    first = bisect_left(found.time_expressions, span.start, key=lambda time: time.span.start)
    last = bisect_left(found.time_expressions, span.end, key=lambda time: time.span.start)
    return found.time_expressions[first:last]


def days_named_most(found: AnnotatedArticle) -> frozenset[str]:
    """Return the day that an article is a report of: what its words name most often, several where they are even."""
    named_days = Counter(name for one in found.time_expressions if (name := _names(one)))
    most = max(named_days.values(), default=0)
    return frozenset(day for day, count in named_days.items() if count == most)


def has_a_day(
    found: AnnotatedArticle,
    time: TimeExpression,
    sentence: Span,
    reported: Set[str],
    grammar: Grammar,
    quoted: Callable[[Span], bool],
) -> bool:
    """Return whether a time tells its day: a bare hour does only beside words that name it, or in a report of it.

    In a report of Tuesday about what happened on Monday "the ferry left at 8:40 p.m." tells of Monday evening; but what
    "will leave at 8:40 p.m." is still to come on Tuesday. A day that only says which of two things is meant tells no
    hour behind it: "She looked into the 20 May fire. She left at noon"; nor does one of which somebody speaks in a
    quotation, `quoted`. `reported`: what `days_named_most` gives for the article.
    """
    if time.rule not in HOUR_RULES or time.value is None or direction(found.article.text, time.span) == "future":
        return True
    day = time.value[: LENGTHS["day"]]
    near = [one for one in times_in(found, Span(max(0, time.span.start - NEAR_DAY), sentence.end)) if _names(one)]
    before = [one for one in near if one.span.start < time.span.start]
    if before and _describes(grammar, before[-1]) and len({_names(one) for one in before}) > 1:
        return False
    return day in reported or any(_names(one) == day and not quoted(one.span) for one in near)


def _describes(grammar: Grammar, time: TimeExpression) -> bool:
    """Return whether a time stands before a noun to say which one is meant: "the 20 May fire"."""
    top = grammar.top_of(time.span)
    word = grammar.words[top] if top is not None else None
    return word is not None and word.dep in BEFORE_NOUN and grammar.words[word.head].tag in NOUNS


def _names(time: TimeExpression) -> str:
    """Return the day that words name, "" where they name none: an hour only has one."""
    if time.value is None or time.precision != "day" or time.rule in HOUR_RULES:
        return ""
    return time.value[: LENGTHS["day"]]


def with_times(
    text: str, times: Sequence[TimeExpression], mentions: list[EventMention], grammar: Grammar, now: date | None
) -> list[EventMention]:
    """Give each time expression to the event word that it dates, and weakly to its neighbours in the clause.

    `now`: the day of the article, see `now_of`.
    """
    times = _with_ends(text, times)
    at_word = {mention.word: mention for mention in mentions}
    for time, word in counted_times(text, times, grammar, at_word):
        mentions = [replace(m, time=_sharper(m.time, time)) if m.word == word else m for m in mentions]
    for time in times:
        if _is_stretch(text, time) or _hangs_on_another(text, time, times) or _is_topic(grammar, time, at_word):
            continue
        if _is_nowadays(text, grammar, time):
            continue
        before = _word_before(text, time)
        # "Left before Monday" was on no Monday; "shortly before midnight on Monday" was.
        begun = _bounds_a_state(text, time) or (before == "before" and time.type == "DATE")
        begun = begun or (time.type == "DATE" and _is_bound(grammar, time, at_word))
        dated = _in_its_clause(grammar, time, at_word) | (frozenset() if begun else _dated(grammar, time, at_word))
        if _ends_what_is_ahead(text, grammar, time):
            dated = frozenset(word for word in dated if not grammar.is_clause(word))
        if before == "by" and time.type == "DATE":  # "a deal by Friday is in doubt"
            dated = frozenset(word for word in dated if grammar.is_clause(word))
        if not dated:
            continue
        if time.type == "DURATION":
            mentions = [replace(m, duration=time) if m.word in dated else m for m in mentions]
        elif time.type in DATE_TYPES and time.value and time.precision != "none":
            dated = frozenset(
                word if before == "by" else _done(grammar, word, time, at_word, now)
                for word in dated
                if not _is_past_of_perfect(grammar, word, time, now)
            )
            beside = _beside(grammar, dated, at_word)
            mentions = [_with(mention, time, dated, beside) for mention in mentions]
        elif time.type in DATE_TYPES and time.value is None:
            mentions = [replace(m, told=m.told or time) if m.word in dated else m for m in mentions]
    return mentions


def is_mere_saying(grammar: Grammar, mention: EventMention) -> bool:
    """Return whether a mention only says that somebody spoke.

    It is a happening of its own only when the sentence dates it and names who spoke: "Ito said on Monday".
    """
    if mention.families != (SAYING,):
        return False
    return not (mention.time or mention.told) or not (mention.people or _is_by_a_body(grammar, mention))


def _is_by_a_body(grammar: Grammar, mention: EventMention) -> bool:
    """Return whether a body or who holds an office said it on a day: "The Port Authority said on Monday".

    Not "Reports said", "an official said". Who it is that a "she" means is enough where it tells what she said.
    """
    time, words = mention.time or mention.told, grammar.words
    subject = grammar.own_subject(mention.word) if grammar.is_clause(mention.word) else None
    exact = time is not None and time.precision == "day" and time.rule != "reference"
    if not exact or subject is None:
        return False
    if words[subject].tag == "PRP":
        return len(mention.likely) == 1 and any(words[c].dep == "ccomp" for c in grammar.hanging[mention.word])
    return words[subject].tag == "NNP" or _holds_an_office(grammar, subject)


def _holds_an_office(grammar: Grammar, noun: int) -> bool:
    """Return whether a noun is the one who holds an office: "the head of the Port Authority", "Norland's envoy"."""
    words, kids = grammar.words, grammar.hanging[noun]
    if words[noun].tag != "NN" or not is_somebody(words[noun].lemma.lower()):
        return False
    of = [child for child in kids if words[child].lemma.lower() == "of"]
    named_behind = any(words[c].dep == "pobj" and words[c].tag in NAMES for at in of for c in grammar.hanging[at])
    the = any(words[child].dep == "det" and words[child].lemma.lower() == "the" for child in kids)
    owned = any(words[child].dep == "poss" and words[child].tag in NOUNS for child in kids)
    return owned or (the and named_behind)


def _with_ends(text: str, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """Return the times with two that bound a stretch as one: "from 2010 to 2016", "between May and July", "2010-16"."""
    joined: list[TimeExpression] = []
    for time in times:
        if time.rule == "year" and time.end is None and (years := _YEARS.search(time.span.of(text))):
            last = years["last"]
            time = replace(time, end=years["first"][: -len(last)] + last)
        first = joined[-1] if joined else None
        if first is not None and _bounds_with(text, first, time):
            joined[-1] = replace(first, end=time.value)
        else:
            joined.append(time)
    return joined


def _bounds_with(text: str, first: TimeExpression, last: TimeExpression) -> bool:
    between = text[first.span.end : last.span.start].strip().lower()
    coarse = first.precision == last.precision and first.precision in ("month", "year") and first.end is None
    known = first.value is not None and last.value is not None and first.value < last.value
    return coarse and known and (_word_before(text, first), between) in _RANGES


def _is_bound(grammar: Grammar, time: TimeExpression, at_word: Mapping[int, EventMention]) -> bool:
    """Return whether a time only tells what came before or after: "sold it after the 2003 season", "until Friday".

    "Was not sold until Friday" tells when it was.
    """
    words, at = grammar.words, grammar.top_of(time.span)
    if at is not None and words[at].dep in BEFORE_NOUN and words[words[at].head].tag in NOUNS:
        at = words[at].head
    if at is None or at in at_word or words[at].dep != "pobj":
        return False
    preposition = words[at].head
    if words[preposition].dep != "prep" or words[preposition].lemma.lower() not in named("bounds"):
        return False
    verb = grammar.clause_above(preposition)
    return words[preposition].lemma.lower() not in ("until", "till") or verb is None or not is_negated(grammar, verb)


def _word_before(text: str, time: TimeExpression) -> str:
    """Return the short word before a time, lower case: "since", "from"; "" for none."""
    before = text[max(0, time.span.start - len(" between ")) : time.span.start].lower().split()
    return before[-1] if before else ""


def _bounds_a_state(text: str, time: TimeExpression) -> bool:
    """Return whether the words give no day of a happening: "the worst storm since 1987", "lasting through 2016".

    Nor "named to lead it through the end of the season on 30 September".
    """
    before = _word_before(text, time)
    if before == "through" and time.precision in ("month", "year"):
        return True
    if _TO_THE_END.search(text, max(0, time.span.start - TO_THE_END), time.span.start):
        return True
    return before == "since" or time.span.of(text).lower().startswith("since ")


def now_of(found: AnnotatedArticle) -> date | None:
    """Return the latest day that the article's times are counted from, mostly that of its publication."""
    return max((time.anchor for time in found.time_expressions if time.anchor), default=None)


def _is_past_of_perfect(grammar: Grammar, word: int, time: TimeExpression, now: date | None) -> bool:
    """Return whether a past month or year cannot date the verb: "Like her mother in 2008, she has won the young"."""
    value = plain_value(time)[0]
    if value is None or now is None or time.precision == "day" or not grammar.is_perfect(word):
        return False
    return value < now.isoformat()[: len(value)]


def _done(
    grammar: Grammar, word: int, time: TimeExpression, at_word: Mapping[int, EventMention], now: date | None
) -> int:
    """Return the verb that a day which is over dates: of "urged them to pass the bill on Monday" the urging.

    "Said that they must leave in a speech on Monday" dates what was said too: nobody must do what is over.
    """
    above = grammar.clause_above(word)
    over = now is not None and time.precision == "day" and (time.value or "")[:10] <= now.isoformat()
    if not over or word not in at_word or at_word[word].mood != "hypothetical":
        return word
    if at_word[word].finite and not (grammar.words[word].dep == "ccomp" and grammar.words[word].tag == "VB"):
        return word
    told = at_word.get(above) if above is not None else None
    return told.word if told is not None and told.finite and told.mood == "reported" and told.time is None else word


def _is_topic(grammar: Grammar, time: TimeExpression, at_word: Mapping[int, EventMention]) -> bool:
    """Return whether a holiday is what a noun is about, and no time: "the war on Christmas", "Christmas cheer".

    Nor is a season that tells of which kind something is: "the winter meetings".
    """
    words, inside = grammar.words, grammar.within(time.span)
    if time.rule == "season":
        which = named("which-week") | {"year"}
        kind = any(words[at].dep in ("compound", "amod", "nmod") for at in inside if words[at].head not in inside)
        return kind and not any(words[at].lemma.lower() in which or words[at].tag == "CD" for at in inside)
    if time.rule != "named_day":
        return False
    heads = [words[at].head for at in inside if words[at].head not in inside]
    if any(words[at].dep == "compound" and words[words[at].head].tag == "VBG" for at in inside):
        return True  # "New Year's Eve programming"
    if heads and words[heads[0]].dep == "prep":
        heads = [words[heads[0]].head]
    return bool(heads) and not grammar.is_clause(heads[0]) and heads[0] not in at_word


def _is_nowadays(text: str, grammar: Grammar, time: TimeExpression) -> bool:
    """Return whether "today" means these times: "Today, captains earn more"; not "Today, the court rules"."""
    words, at = grammar.words, grammar.top_of(time.span)
    if at is None or time.span.of(text) != "Today" or not grammar.is_clause(verb := words[at].head):
        return False
    subject = grammar.own_subject(verb)
    if subject is None or subject < at or not grammar.is_present(verb) or words[verb].tag == "VBG":
        return False
    plural = words[subject].tag == "NNS" and all(words[child].tag in ("JJ", "NN") for child in grammar.hanging[subject])
    return plural or words[subject].lemma.lower() in ("we", "they", "you")


def _ends_what_is_ahead(text: str, grammar: Grammar, time: TimeExpression) -> bool:
    """Return whether a time ends what opens a clause and is still to come: "On the eve of the vote today, Ito left"."""
    at = grammar.within(time.span).start - 1
    if at < 0 or text[time.span.end : time.span.end + 1] != ",":
        return False
    for above in (at, *grammar.up(at)):
        if grammar.is_clause(above):
            return False
        word = grammar.words[above]
        if word.lemma.lower() in named("ahead") and word.tag in ("IN", "RB", "NN"):
            return True
    return False


def _hangs_on_another(text: str, time: TimeExpression, times: Sequence[TimeExpression]) -> bool:
    """Return whether "a day earlier" counts from a day that another sentence names: nobody can be sure which."""
    words = time.span.of(text).lower().split()
    if len(words) < 2 or words[-1] not in named("counted-from") or time.anchor is None:
        return False
    return all(other is time or (other.value or "")[:10] != time.anchor.isoformat() for other in times)


def _is_stretch(text: str, time: TimeExpression) -> bool:
    """Return whether the words tell how long until now, and no time of anything: "over the past year"."""
    words = time.span.of(text).lower().split()
    return "the" in words[:-1] and words[words.index("the") + 1] in named("stretches") and time.precision != "day"


def _dated(grammar: Grammar, time: TimeExpression, at_word: Mapping[int, EventMention]) -> frozenset[int]:
    """Return the event words that the time dates."""
    for misread in (_opened_by, _between_names):
        if (verb := misread(grammar, time, at_word)) is not None:
            return frozenset([verb])
    words, hung = grammar.words, grammar.hangs_on(time.span, lambda word: word in at_word)
    if hung is None:
        return frozenset()
    if any(words[at].dep == "mark" and words[at].head == hung for at in grammar.within(time.span)):
        hung = words[hung].head  # "found the day after she was shot": the finding is dated
    if grammar.is_clause(hung):
        hung = doing(grammar, hung, time)
    hung = _given_in(grammar, hung, at_word)
    planned = set_for_day(grammar, hung, lambda word: word in at_word)
    hung = hung if planned is None else planned
    if hung in at_word:
        others = (_joined, _at_occasion, _occasions_of, _meanwhile, _while_it_was, _in_order_to, _while_doing)
        return frozenset([hung, *(word for find in others for word in find(grammar, hung, time, at_word))])
    # "held talks on Monday", "the vote is on Monday", "the meeting took place on Monday": the noun tells what happened
    arguments = [grammar.object(hung), grammar.own_subject(hung)] if grammar.is_clause(hung) else []
    if time.type == "DURATION" and not arguments:  # "a three-day festival opened"
        verb = grammar.words[hung].head
        arguments = [verb] if hung in (grammar.object(verb), grammar.own_subject(verb)) else []
    return frozenset(word for word in arguments if word is not None and word in at_word)


def _opened_by(grammar: Grammar, time: TimeExpression, at_word: Mapping[int, EventMention]) -> int | None:
    """Return the past verb of a sentence that a weekday opens, parsed as part of a name: "Saturday Mayor Ito wrote"."""
    words, at = grammar.words, grammar.top_of(time.span)
    if time.rule != "weekday" or at is None or words[at].dep not in ("compound", "nmod"):
        return None
    subject = words[at].head
    while words[subject].dep in ("compound", "nmod") and words[subject].head > subject:
        subject = words[subject].head
    verb = words[subject].head
    opens = subject > at and grammar.below(verb)[0] == at and words[verb].dep == "ROOT" and verb in at_word
    return verb if opens and words[verb].tag == "VBD" and at_word[verb].doer.startswith("@") else None


def _between_names(grammar: Grammar, time: TimeExpression, at_word: Mapping[int, EventMention]) -> int | None:
    """Return the past verb of a weekday that stands beside a name and was parsed as part of it.

    "Ito said | Tuesday Dahl's words were wrong", "Ito showed her support for the Havn Bakery | Wednesday".
    """
    words, at = grammar.words, grammar.top_of(time.span)
    if time.rule != "weekday" or at is None or len(grammar.within(time.span)) != 1 or at == 0:
        return None
    verb: int | None = None
    if words[at].dep in ("compound", "nmod") and words[words[at].head].tag in NAMES and words[at].head > at:
        verb = at - 1
    elif words[at].dep == "pobj" and words[at - 1].dep == "compound" and words[at - 1].tag in NAMES:
        verb = grammar.clause_above(at) if words[at - 1].head == at else None
    if verb is None or verb not in at_word or words[verb].tag != "VBD":
        return None
    return verb if at_word[verb].finite and at_word[verb].mood == "reported" else None


def _in_its_clause(grammar: Grammar, time: TimeExpression, at_word: Mapping[int, EventMention]) -> frozenset[int]:
    """Return the verb of the clause that tells what happened then: "since 2017, when the court ruled"."""
    return frozenset(
        verb
        for word in grammar.within(time.span)
        for child in grammar.hanging[word]
        if grammar.words[child].dep in ("relcl", "advcl")
        and any(grammar.words[opener].lemma.lower() == "when" for opener in grammar.hanging[child])
        for verb in (grammar.done_first(child), child)
        if verb is not None and verb in at_word
    )


def doing(grammar: Grammar, verb: int, time: TimeExpression) -> int:
    """Return the verb that is dated: in "is expected to arrive on Monday" the last, not the one that it hangs on.

    "On Monday Lind named Ito to lead the port" dates the naming, "On Monday, police say, a pier burned" the fire.
    """
    verb = _told_in_the_present(grammar, verb, time)
    for _ in range(3):
        ahead = time.span.start < grammar.words[verb].start and grammar.object(verb) is None
        deeper = [
            child
            for child in grammar.hanging[verb]
            if (grammar.words[child].dep == "xcomp" or grammar.completes(child))
            and grammar.is_clause(child)
            and verb < child
            and (grammar.words[child].start < time.span.start or ahead)
        ]
        deeper = deeper or [first for first in (grammar.done_first(verb),) if first is not None]
        if not deeper:
            break
        verb = deeper[-1]
    return verb


def _told_in_the_present(grammar: Grammar, verb: int, time: TimeExpression) -> int:
    """Return the past verb of what somebody "says" behind a time that has no present, else the verb itself."""
    words = grammar.words
    if time.span.start > words[verb].start or not grammar.is_present(verb) or cue_kind(words[verb].lemma) != "speech":
        return verb
    said = [child for child in grammar.hanging[verb] if words[child].dep == "ccomp" and child > verb]
    done = (child for child in said if grammar.is_clause(child) and words[child].tag in ("VBD", "VBN"))
    return next((child for child in done if not grammar.is_present(child)), verb)


def _at_occasion(grammar: Grammar, noun: int, time: TimeExpression, at_word: Mapping[int, EventMention]) -> list[int]:
    """Return the verb that happened where the noun did: "said at a briefing on Monday"."""
    words = grammar.words
    preposition = words[noun].head
    if grammar.is_clause(noun) or words[noun].dep != "pobj" or words[preposition].lemma.lower() not in named("at"):
        return []
    verb: int | None = words[preposition].head
    if words[preposition].lemma.lower() in named("gathered"):
        verb = _gathered_at(grammar, preposition, time, at_word)
    elif grammar.is_clause(words[preposition].head):
        verb = doing(grammar, words[preposition].head, time)
    if verb is None or verb in at_word:
        return [] if verb is None else [verb]
    return [told for told in (grammar.object(verb),) if told is not None and told in at_word and told != noun]


def _given_in(grammar: Grammar, hung: int, at_word: Mapping[int, EventMention]) -> int:
    """Return the verb of what was said or written in something that came out then, else the word itself.

    "In a letter released on Monday, Ito criticised the port": the reader looks for the criticism, not for a letter.
    """
    words, noun, subject = grammar.words, grammar.words[hung].head, grammar.own_subject(hung)
    preposition = words[noun].head
    verb = words[preposition].head
    if subject is not None and words[subject].tag not in RELATIVE:
        return hung  # "in a letter that the port had closed on Monday"
    led = words[noun].dep == "pobj" and words[preposition].lemma.lower() in named("at")
    said_in = led and words[noun].lemma.lower() in list_of("attributing_nouns.txt")
    if words[hung].dep not in ("acl", "relcl") or not said_in:
        return hung
    told = at_word.get(verb)
    tells = told is not None and told.finite and told.mood == "reported" and not grammar.is_present(verb)
    return verb if tells and told is not None and (told.people or told.families != (SAYING,)) else hung


def set_for_day(grammar: Grammar, verb: int, is_event: Callable[[int], bool]) -> int | None:
    """Return the noun that a verb sets a day for, if it is an event: "the election slated for 25 June".

    "The speech, set for March" is one too, where the parser took the speech for no part of it; "set off a debate" none.
    """
    word = grammar.words[verb]
    if not grammar.is_clause(verb) or word.lemma.lower() not in named("sets-a-day"):
        return None
    if any(grammar.words[child].dep == "prt" for child in grammar.hanging[verb]):
        return None
    noun = grammar.subject(verb) if grammar.is_passive(verb) else grammar.object(verb)
    if noun is None and word.dep == "acl":
        noun = word.head
    if noun is None and word.tag == "VBN":
        noun = verb - 1 - (verb > 0 and grammar.words[verb - 1].tag == ",")
    return noun if noun is not None and noun >= 0 and is_event(noun) and not grammar.is_clause(noun) else None


def _gathered_at(
    grammar: Grammar, preposition: int, time: TimeExpression, at_word: Mapping[int, EventMention]
) -> int | None:
    """Return the verb of "apologised for the delay at a May 10 meeting", "called on them to go at a May 10 meeting".

    None where it is only asked whether it was done: "investigates whether they met during the 2016 election".
    """
    verb = grammar.clause_of(grammar.words[preposition].head)
    done = doing(grammar, verb, time) if verb is not None else None
    while done is not None and done in at_word and at_word[done].mood == "hypothetical":
        if at_word[done].finite and _opened(grammar, done) & named("supposes"):
            return None
        done = grammar.clause_above(done)
    return done


def _occasions_of(grammar: Grammar, verb: int, time: TimeExpression, at_word: Mapping[int, EventMention]) -> list[int]:
    """Return the occasions at which the dated verb happened: "said at a briefing in the capital on Monday"."""
    words = grammar.words
    if not grammar.is_clause(verb):
        return []
    # "Was charged on Monday in the killing" and "spoke on Monday on the verdict" name no occasion, "on a visit" does.
    accused = verb in at_word and not _TRIED.isdisjoint(at_word[verb].families)
    at = [child for child in grammar.hanging[verb] if words[child].lemma.lower() in named("at") and not accused]
    return [
        noun
        for child in at
        for noun in grammar.hanging[child]
        if words[noun].dep == "pobj" and noun in at_word
        if words[child].lemma.lower() != "on" or VISIT in at_word[noun].families
    ]


def _meanwhile(grammar: Grammar, verb: int, time: TimeExpression, at_word: Mapping[int, EventMention]) -> list[int]:
    """Return the verb that happened when the dated one did: "Two men drowned when the boat sank on Tuesday"."""
    words = grammar.words
    if words[verb].dep != "advcl" or not _opened(grammar, verb) & named("when"):
        return []
    return [words[verb].head] if words[verb].head in at_word else []


def _while_it_was(grammar: Grammar, verb: int, time: TimeExpression, at_word: Mapping[int, EventMention]) -> list[int]:
    """Return the verbs that happened when the dated one did: "The boat sank on Tuesday as a storm hit the coast"."""
    words = grammar.words
    if time.precision != "day" or not grammar.is_clause(verb):
        return []
    if words[verb].tag not in ("VBD", "VBN"):  # "was trying to sail on Monday when it sank"
        return [c for c in grammar.hanging[verb] if c > verb and c in at_word and _came_when(grammar, c)]
    return [
        child
        for child in grammar.hanging[verb]
        if words[child].dep == "advcl" and child > verb and child in at_word
        if _goes_with(grammar, child) or (words[child].tag == "VBG" and at_word[child].listed)
        if at_word[child].mood == "reported" and not at_word[child].negated and at_word[child].families != (SAYING,)
    ]


def _in_order_to(grammar: Grammar, verb: int, time: TimeExpression, at_word: Mapping[int, EventMention]) -> list[int]:
    """Return the deed whose end a day that is over dates: the verb of "beat Dahl to keep the cup on Monday"."""
    word = grammar.words[verb]
    over = time.anchor is None or (time.value or "")[:10] <= time.anchor.isoformat()
    if word.dep != "advcl" or word.tag != "VB" or time.precision != "day" or not over or word.head not in at_word:
        return []
    done = at_word[word.head]
    return [word.head] if done.finite and done.mood == "reported" and not grammar.is_present(word.head) else []


def _while_doing(grammar: Grammar, verb: int, time: TimeExpression, at_word: Mapping[int, EventMention]) -> list[int]:
    """Return the deed whose doer a participle tells more of: "Ito, | speaking on Monday, called it a disgrace"."""
    words = grammar.words
    if words[verb].tag != "VBG" or words[verb].dep not in ("acl", "advcl") or time.precision not in ("day", "none"):
        return []
    above = words[verb].head
    done = words[above].head if words[verb].dep == "acl" else above
    if done not in at_word or words[done].tag != "VBD" or not grammar.is_clause(done):
        return []
    subject = grammar.own_subject(done)
    between = subject is not None and subject < verb < done and (words[verb].dep == "advcl" or above == subject)
    return [done] if between and words[verb - 1].tag == "," and at_word[done].mood == "reported" else []


def _came_when(grammar: Grammar, verb: int) -> bool:
    """Return whether a clause tells what came when something was going on: "when it sank"."""
    word = grammar.words[verb]
    opens = grammar.words[grammar.below(verb)[0]].lemma.lower()  # it may hang on the second verb of "sank and burned"
    return word.dep == "advcl" and word.tag == "VBD" and opens == "when"


def _goes_with(grammar: Grammar, verb: int) -> bool:
    """Return whether a clause tells what happened meanwhile: "as a storm hit the coast"."""
    opened = _opened(grammar, verb) & named("when")
    return bool(opened) and grammar.words[verb].tag == "VBD" and grammar.own_subject(verb) is not None


def _opened(grammar: Grammar, verb: int) -> set[str]:
    """Return the words that open a clause: "when", "as"."""
    words = grammar.words
    return {words[child].lemma.lower() for child in grammar.hanging[verb] if words[child].dep in ("advmod", "mark")}


def _joined(grammar: Grammar, verb: int, time: TimeExpression, at_word: Mapping[int, EventMention]) -> list[int]:
    """Return the verbs that share a time at the head of the clause: "On Monday she flew to Oslo and met the mayor"."""
    words = grammar.words
    if not grammar.is_clause(verb) or time.span.start > words[verb].start:
        return []
    return [
        child
        for child in grammar.hanging[verb]
        if words[child].dep == "conj" and child in at_word and grammar.own_subject(child) is None
    ]


def _beside(grammar: Grammar, dated: frozenset[int], at_word: Mapping[int, EventMention]) -> frozenset[int]:
    """Return the other event words of the clauses of those that are dated."""
    clauses = {grammar.clause_of(word) for word in dated}
    return frozenset(word for word in at_word if word not in dated and grammar.clause_of(word) in clauses)


def _with(mention: EventMention, time: TimeExpression, dated: frozenset[int], beside: frozenset[int]) -> EventMention:
    if mention.word in dated and time.value is None:
        return replace(mention, told=mention.told or time)
    if mention.word in dated:
        return replace(mention, time=_sharper(mention.time, time))
    if mention.word in beside:
        return replace(mention, weak_time=mention.weak_time or time)
    return mention


def _sharper(first: TimeExpression | None, second: TimeExpression) -> TimeExpression:
    """Return the more exact of two times of one event word: "on Monday, in the spring of 2010"."""
    if first is None or (first.precision != "day" and second.precision == "day"):
        return second
    return first


def plain_value(time: TimeExpression) -> tuple[str | None, Precision]:
    """Return an expression's value as day, month or year: a week is given as the month or year that holds it.

    A week is no day, and the site's dates know day, month and year only. What is no date of the calendar is none; nor
    is a winter, which lies in two years.
    """
    value, precision = time.value or "", time.precision
    if value.endswith(WEEKEND):
        value, precision = _weekend(value)[0] or "", "day"
    elif precision == "week":
        value, precision = _of_week(_week_told(time), time.anchor if time.rule == "amount" else None)
    elif precision == "quarter":
        precision = "none" if value.endswith(WINTER) else "year"
    value = value[: LENGTHS.get(precision, 0)]
    return (value, precision) if _is_date(value) else (None, "none")


def last_day(time: TimeExpression) -> str | None:
    """Return the last day of what is more than one: a range, a weekend; None for one day."""
    return time.end or (_weekend(time.value)[1] if time.value and time.value.endswith(WEEKEND) else None)


def _weekend(value: str) -> tuple[str | None, str | None]:
    """Return the Saturday and the Sunday of "2024-W24-WE"."""
    try:
        year, _, week = value.removesuffix(WEEKEND).partition("-W")
        saturday, sunday = (date.fromisocalendar(int(year), int(week), day) for day in (6, 7))
    except ValueError:
        return None, None
    return saturday.isoformat(), sunday.isoformat()


def _is_date(value: str) -> bool:
    try:
        day = date.fromisoformat(value + "0001-01-01"[len(value) :])
    except ValueError:
        return False
    return EARLIEST <= day.year <= LATEST


def _week_told(time: TimeExpression) -> str:
    """Return the week that is meant: in a Sunday's paper "last week" is the one that its Sunday ends."""
    value, day = time.value or "", time.anchor
    if time.rule != "unit" or day is None or day.isoweekday() != SUNDAY:
        return value
    (year, week, _), (year_before, week_before, _) = (d.isocalendar() for d in (day, day - timedelta(weeks=1)))
    return f"{year}-W{week:02}" if value == f"{year_before}-W{week_before:02}" else value


def _of_week(value: str, counted_from: date | None = None) -> tuple[str, Precision]:
    """Return the month that a week lies in: that of most of its days, or of the day two weeks ago."""
    try:
        year, _, week = value.partition("-W")
        first = date.fromisocalendar(int(year), int(week[:2]), 1)
        days = counted_from.weekday() if counted_from else 3
        return (first + timedelta(days=days)).isoformat(), "month"
    except (ValueError, OverflowError):
        return "", "none"
