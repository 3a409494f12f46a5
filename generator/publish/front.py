"""The events that the home page shows: what is main and certain, in words that tell it to who reads nothing else."""

from __future__ import annotations

from generator.annotate.cues import cue_kind
from generator.collate.timeline.lexicon import is_somebody, named
from generator.collate.timeline.mentions.grammar import Grammar
from generator.collate.timeline.mentions.modality import REFUSING
from generator.collate.timeline.standing import Cut, main_verb, stands_alone
from generator.days import WEEKDAYS, weekday
from generator.publish.edition import Edition
from generator.publish.heads import Heads
from generator.publish.label_words import (
    DEFINITE,
    FINITE,
    VERBS,
    is_told,
    names_something,
    telling_words,
    words_of_label,
)
from generator.publish.main_events import is_main
from generator.publish.voices import is_a_column
from generator.records import AnnotatedArticle, Event
from generator.wordlists import words as list_of

SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj", "csubjpass", "expl"])
MOST_WORDS = 45  # of a label: what is longer is no glance
MAKING = (
    (frozenset(["poll", "survey", "interview"]), frozenset("conduct survey interview sample field weight".split())),  # noqa: SIM905
    (frozenset("article story version column post".split()), frozenset("publish update post print air".split())),  # noqa: SIM905
)
"""What is made, and how a note tells that it was."""
QUOTING = tuple("\"'“‘”")
SUPPOSING = frozenset(["would", "could", "might", "may", "should", "must", "ought"])
TENSED = FINITE | {"VB"}  # "if reports turn out to be true": a plural verb that the tagger takes for its base form
LED_UP = frozenset(["prep", "npadvmod", "advmod", "tmod"])
TIES = frozenset(["WDT", "WP"])
HEARD = frozenset(["tell", "brief", "inform", "address"])  # what is done to somebody who only hears it


def front_events(edition: Edition) -> list[Event]:
    """Return what happened, with its plans, on the days of the story, as far as the home page may show it.

    The rest stands on the timeline: what one source tells in passing, and what no source tells in a whole clause.
    """
    core = {event.date for event in edition.core_events}
    last = max((day.value for day in edition.digest.published if day.value), default="")
    told = [event for event in edition.digest.events if event.date in core and not event.background]
    # What was to come on a day that has come since: nobody here tells whether it did.
    told = [event for event in told if not (event.planned and (event.end or event.date or "") <= last)]
    told = [event for event in told if event.planned or not _is_told_before(edition, event)]
    heads = Heads(edition)
    return [event for event in told if is_main(edition, event, heads) and tells(edition, event)]


def undated_front(edition: Edition) -> list[Event]:
    """Return what happened on days that nobody can tell, as far as the home page may show it: what several texts tell.

    Nothing says of it which days are those of the story; that several tell it as news does.
    """
    told = (event for event in edition.digest.events if event.date is None and not event.background)
    return [
        event
        for event in told
        if not event.planned and edition.independent(event.told_by) > 1 and tells(edition, event)
    ]


def _is_told_before(edition: Edition, event: Event) -> bool:
    """Return whether all tell of a happening before its day: "has called the council back to vote on Thursday"."""
    days, date = [edition.days[article].value or "" for article in event.told_by], event.date or ""
    # An article of October may tell of the 27th what was done by then.
    return all(days) and all(day < date[: len(day)] for day in days)


def tells(edition: Edition, event: Event) -> bool:
    """Return whether a label tells what happened to who reads nothing else.

    It is a clause with its tense and a subject that names somebody or something: no pronoun, and no "the letter" that
    only the sentence before it tells apart, unless the head of the page has told of it. It begins its sentence, or it
    leans on what stood before; and it tells its own day or none. An editor's own words are taken as they are.
    """
    printed = words_of_label(edition, event)
    if printed is None:
        return bool(edition.marked("event", event.id, "edited"))
    if event.label[:1] in QUOTING or len(event.label.split()) > MOST_WORDS or _tells_another_day(event):
        return False
    found, inside, skipped = printed
    above = _told_above(edition)
    if not event.clear and not _is_told_of(found, inside, above):
        return False
    cut = Cut(edition.grammar(found.article.id), found.article.text, inside, skipped, above)
    verb = main_verb(cut)
    if verb is None or is_a_column(edition, found.article.id):
        return False
    if (event.label[:1].islower() and not _is_led_up_to(cut, verb)) or _tells_a_picture(event, verb, cut):
        return False
    if _was_to_come(edition, event, verb, cut):
        return False
    if _tells_how_it_was_made(found, verb, inside):
        return False
    if _is_in_brackets(cut, verb) or _opens_in_vain(cut) or _lists_in_part(cut):
        return False
    return stands_alone(cut, event.label) and _tells(cut.grammar, found, verb, inside, above)


def _is_led_up_to(cut: Cut, verb: int) -> bool:
    """Return whether before words in the middle of a sentence only stands when or where they happened.

    "On Monday, | former captain Ann Ito was charged" is whole, for its subject has a name.
    """
    words = cut.grammar.words
    subject = cut.grammar.own_subject(verb)
    if subject is None or words[verb].dep != "ROOT":
        return False
    sentence = cut.grammar.below(verb)
    before = [at for at in sentence if at < cut.inside[0]]
    led = {
        under for child in cut.grammar.hanging[verb] if words[child].dep in LED_UP for under in cut.grammar.below(child)
    }
    named = any(words[at].tag.startswith("NNP") for at in cut.grammar.below(subject) if at in cut.inside)
    return named and all(at in led or words[at].dep == "punct" for at in before)


def _is_in_brackets(cut: Cut, verb: int) -> bool:
    """Return whether the main verb stands in brackets: "8 p.m. (most polls close by then), 11 p.m."."""
    before = cut.text[cut.grammar.words[cut.inside[0]].start : cut.grammar.words[verb].start]
    return before.count("(") > before.count(")")


def _opens_in_vain(cut: Cut) -> bool:
    """Return whether a word opens a clause whose verb is cut off: "left when the captain, joined by a mate"."""
    words = cut.grammar.words
    last = max((at for at in cut if words[at].tag == "WRB" or words[at].dep == "mark"), default=None)
    if last is None or last == cut.inside[-1]:
        return last is not None
    behind = [at for at in cut if at > last]
    return words[behind[0]].tag not in ("VBG", "VBN", "TO") and not any(words[at].tag in TENSED for at in behind)


def _lists_in_part(cut: Cut) -> bool:
    """Return whether of things joined the last is cut off, and the "and" before it: "sold tugs, closed the pier"."""
    words = cut.grammar.words
    for at in (at for at in cut if words[at].dep == "conj" and words[at].head in cut):
        top = at
        while words[top].dep == "conj":
            top = words[top].head
        chain, waiting = [top], [top]
        while waiting:
            waiting = [child for one in waiting for child in cut.of("conj", one)]
            chain += waiting
        if any(one not in cut for one in chain) and not any(tie in cut for one in chain for tie in cut.of("cc", one)):
            return True
    return False


def _tells_a_picture(event: Event, verb: int, cut: Cut) -> bool:
    """Return whether a clause tells of a day that was in the present, as a caption does: "Ito leaves the pier"."""
    return not event.planned and cut.grammar.is_present(verb)


def _tells_another_day(event: Event) -> bool:
    """Return whether a label names days of the week of which none is its own: one of the two is not its day."""
    told = [day for day in WEEKDAYS if day in event.label]
    own = "" if event.end else weekday(event.date) or next((day for day in WEEKDAYS if day in event.when), "")
    return bool(told and own) and own not in told


def _tells_how_it_was_made(found: AnnotatedArticle, verb: int, inside: range) -> bool:
    """Return whether a clause tells of a poll or a text how it came about: "The poll was conducted by phone".

    That is a note of those who made it, and no news; "The poll was stopped by a court" is.
    """
    lemma = found.words[verb].lemma.lower()
    subjects = [at for at in inside if found.words[at].head == verb and found.words[at].dep in SUBJECTS]
    made = {found.words[at].lemma.lower() for at in subjects}
    return any(lemma in verbs and made & things for things, verbs in MAKING)


def _was_to_come(edition: Edition, event: Event, verb: int, cut: Cut) -> bool:
    """Return whether a label foretells what had its day by the last article: "will vote on Monday", told since.

    What only would or might be is no happening of any day: "would limit fares".

    An entry that another source tells as done may have the words of one that did not know yet.
    """
    words = cut.grammar.words
    foretold = any(words[aux].lemma.lower() in named("wills") for aux in cut.grammar.auxiliaries(verb)) or (
        words[verb].lemma.lower() in named("plan-verbs")
        and cut.grammar.is_present(verb)
        and any(words[child].tag == "VB" for child in cut.of("xcomp", verb))
    )
    last = max((day.value for day in edition.digest.published if day.value), default="")
    supposed = any(words[aux].lemma.lower() in SUPPOSING for aux in cut.grammar.auxiliaries(verb))
    return supposed or (foretold and (event.end or event.date or "~") <= last)


def _told_above(edition: Edition) -> frozenset[str]:
    headline, _, opening = edition.head
    return telling_words(" ".join([headline, edition.words(opening.article_id, opening.span) if opening else ""]))


def _tells(grammar: Grammar, found: AnnotatedArticle, verb: int, inside: range, above: frozenset[str]) -> bool:
    """Return whether a clause of those words has a subject that names something, and tells more than that it spoke."""
    words = found.words
    subjects = [at for at in inside if words[at].dep in SUBJECTS and words[words[at].head].tag.startswith(VERBS)]
    own = [at for at in subjects if words[at].head == verb] or subjects
    tied = {at: words[verb].head for at in own if words[at].tag in TIES and words[verb].dep == "relcl"}
    # Of "Ito, | who | sailed" what stands before the tie says who is meant.
    named = all(
        names_something(found, tied.get(at, at), range(inside.start, at) if at in tied else inside, above) for at in own
    )
    leaning = any(_leans(grammar, at, inside, above) for at in own)
    return bool(own) and named and not leaning and not _says_nothing(found, verb, inside)


def _is_told_of(found: AnnotatedArticle, inside: range, above: frozenset[str]) -> bool:
    """Return whether words begin with something that a reader has read of: "the wharf", below news of the wharf."""
    first = next((at for at in inside if found.words[at].dep in SUBJECTS), None)
    return first is not None and found.words[first].tag.startswith("NN") and is_told(found.words[first], above)


def _leans(grammar: Grammar, subject: int, inside: range, above: frozenset[str]) -> bool:
    """Return whether a reader has to know which is meant: "the new ad", with no name in it and none told before.

    Of "the police" and "the coroner" of a place there is one.
    """
    words = grammar.words
    phrase = [at for at in inside if at == subject or words[at].head == subject]
    definite = any(words[at].lemma.lower() in DEFINITE and words[at].dep == "det" for at in phrase)
    if not definite or not words[subject].tag.startswith("NN") or words[subject].tag.startswith("NNP"):
        return False
    if is_somebody(words[subject].lemma.lower()) and len(phrase) == 2:  # and its article
        return False
    named = any(words[at].tag.startswith("NNP") for at in grammar.below(subject) if at in inside)
    return not named and not is_told(words[subject], above)


def _says_nothing(found: AnnotatedArticle, verb: int, inside: range) -> bool:
    """Return whether a clause tells that somebody spoke and not what was said: "Ito told a briefing"."""
    words, lemma = found.words, found.words[verb].lemma.lower()
    if (
        _only_gives_out(found, verb, inside)
        or _keeps_silent(found, verb, inside)
        or _is_only_asked(found, verb, inside)
    ):
        return True
    if cue_kind(lemma) != "speech" or any(words[at].quoted for at in inside):
        return False
    helping = [at for at in inside if words[at].head == verb and words[at].dep in ("aux", "auxpass")]
    if any(words[at].tag in FINITE for at in inside if at != verb and at not in helping):
        return False
    said = ("xcomp", "acomp") if lemma in HEARD else ("xcomp", "acomp", "dobj", "nsubjpass")
    return not any(words[at].dep in said and words[at].head == verb for at in inside)


def _keeps_silent(found: AnnotatedArticle, verb: int, inside: range) -> bool:
    """Return whether a clause tells that somebody said nothing: "declined to comment on Monday"."""
    governed = [found.words[at] for at in inside if found.words[at].head == verb and found.words[at].dep == "xcomp"]
    return found.words[verb].lemma.lower() in REFUSING and any(cue_kind(word.lemma) == "speech" for word in governed)


def _is_only_asked(found: AnnotatedArticle, verb: int, inside: range) -> bool:
    """Return whether a clause tells that somebody was asked, and not what he answered: "was asked about the wharf"."""
    passive = any(found.words[at].head == verb and found.words[at].dep == "auxpass" for at in inside)
    return passive and found.words[verb].lemma.lower() == "ask"


def _only_gives_out(found: AnnotatedArticle, verb: int, inside: range) -> bool:
    """Return whether something said or written was given out, and nothing of it is told: "issued a statement in Havn".

    A clause or "on the pier" beside the noun, or a clause behind the verb, tells some of it.
    """
    words = found.words
    given = [at for at in inside if words[at].head == verb and words[at].dep == "dobj"]
    said = [at for at in given if words[at].lemma.lower() in list_of("attributing_nouns.txt")]
    if not said or words[verb].lemma.lower() not in named("supports") | named("comes-out"):
        return False
    told = {"relcl", "acl", "appos", "amod", "compound", "poss", "ccomp", "advcl", "xcomp"}
    beside = [words[at] for at in inside if words[at].head in (verb, said[0]) and at > said[0]]
    about = [word for word in beside if word.lemma.lower() in ("on", "about", "of", "against") and word.head == said[0]]
    return not about and not any(word.dep in told for word in beside)
