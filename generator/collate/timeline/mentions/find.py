"""Find the event mentions of an article: verbs and event nouns, with who does it and how it is told."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from generator.annotate.cues import cue_kind
from generator.collate.publication.run_in import opens_with
from generator.collate.timeline.lexicon import (
    WordForm,
    families,
    forms_of,
    is_function_word,
    is_listed,
    is_somebody,
    named,
)
from generator.collate.timeline.mentions import modality
from generator.collate.timeline.mentions.event_mention import MEETING, PRESS, SAYING, EventMention
from generator.collate.timeline.mentions.grammar import NAMES, NOUNS, SUBJECTS, Grammar
from generator.collate.timeline.mentions.times import (
    days_named_most,
    has_a_day,
    is_mere_saying,
    now_of,
    times_in,
    with_times,
)
from generator.collate.words.stems import stem_of
from generator.records import AnnotatedArticle, Mention, PersonId, Quote, Sentence, Span, TimeExpression

# No sentence of prose is longer; what is (a list, a table, a line of megabytes) tells no happening that could be shown.
MOST_WORDS = 300
STAMP_WORDS = 3  # telling words in "First published ... EDT", the date not counted
NEAR_NUMBERS = 6  # telling words at which a number still belongs to an event word
PERCENT = re.compile(r"(?<![\d.,])(\d{1,4}(?:\.\d{1,4})?)\s?(?:%|per\s?cent\b)", re.IGNORECASE)
NESTED = 3  # quotations that can stand within each other


@dataclass(frozen=True, slots=True)
class _View:
    """One sentence and its words."""

    found: AnnotatedArticle
    index: int
    sentence: Sentence
    grammar: Grammar
    words: range
    """Indices among the article's words."""
    forms: tuple[WordForm, ...]
    telling: tuple[WordForm, ...]
    """The forms that are no function words."""
    names: Mapping[str, PersonId]
    """Full names of the folder's persons."""
    named: tuple[Mention, ...]
    """The mentions of known persons in the sentence."""

    def persons_of(self, words: Iterable[int]) -> list[Mention]:
        """Return the mentions of known persons that hold one of the words."""
        starts = {self.grammar.words[at].start for at in words}
        return [m for m in self.named if any(m.span.start <= start < m.span.end for start in starts)]


def event_mentions_of(
    found: AnnotatedArticle,
    names: Mapping[str, PersonId] = MappingProxyType({}),
    grammar: Grammar | None = None,
) -> list[EventMention]:
    """Return the event mentions of an article in the order of its text. `names`: full names of known persons."""
    grammar = grammar or Grammar(found.words)
    return [each for each in event_words_of(found, names, grammar) if not is_mere_saying(grammar, each)]


def event_words_of(found: AnnotatedArticle, names: Mapping[str, PersonId], grammar: Grammar) -> list[EventMention]:
    """Return the event mentions of an article and what only says that somebody spoke, in the order of its text."""
    now, reported = now_of(found), days_named_most(found)
    quoted = partial(is_quoted, found.quotes)
    found_here: list[EventMention] = []
    for index, sentence in enumerate(found.sentences):
        words = grammar.within(sentence.span)
        if len(words) > MOST_WORDS or sentence.note:
            continue
        view = _view(found, index, sentence, names, grammar, words)
        if not _is_stamp(view):
            times = [
                time
                for time in times_in(found, sentence.span)
                if not quoted(time.span) and has_a_day(found, time, sentence.span, reported, grammar, quoted)
                if not _is_run_in(found, time, sentence.span)
            ]
            found_here += with_times(found.article.text, times, list(_in_sentence(view)), grammar, now)
    return found_here


def _is_run_in(found: AnnotatedArticle, time: TimeExpression, sentence: Span) -> bool:
    """Return whether a day is the page's stamp, run into a sentence: "May 4, 2021 A ferry sank on Monday"."""
    text = found.article.text
    if (
        time.anchor is not None
        or time.precision != "day"
        or time.span.start - sentence.start > len("Last updated on  ")
    ):
        return False
    return opens_with(text[sentence.start : time.span.start], time, text[time.span.end : sentence.end])


def _view(
    found: AnnotatedArticle,
    index: int,
    sentence: Sentence,
    names: Mapping[str, PersonId],
    grammar: Grammar,
    words: range,
) -> _View:
    forms = forms_of(sentence.span.of(found.article.text))
    telling = tuple(form for form in forms if not is_function_word(form))
    named = tuple(_persons(found, sentence.span, names))
    return _View(found, index, sentence, grammar, words, forms, telling, names, named)


def _persons(found: AnnotatedArticle, near: Span, names: Mapping[str, PersonId]) -> Iterator[Mention]:
    """Yield the mentions of known persons that lie in a stretch."""
    for mention in _within(found.mentions, near):
        if (person := _as_person(mention, names)) is not None:
            yield person


def _is_stamp(view: _View) -> bool:
    """Return whether the sentence only says when the page was made: "Updated: 5 May 2010, 1:41 PM"."""
    if not view.forms or view.forms[0].text.lower() not in named("stamps"):
        return False
    return sum(not form.number for form in view.telling) <= STAMP_WORDS


def _in_sentence(view: _View) -> Iterator[EventMention]:
    for at in view.words:
        if kinds := _families(view, at):
            yield from _event_mentions(view, at, kinds)


def _families(view: _View, at: int) -> tuple[str, ...]:
    """Return the families of the event word at an index; () when it is none."""
    grammar, word = view.grammar, view.grammar.words[at]
    if word.quoted:
        return ()
    if grammar.is_clause(at):
        return _families_of_verb(view, at)
    if word.tag in ("NN", "NNS") and word.dep not in ("compound", "nmod", "amod", "npadvmod"):
        return _families_of_noun(view, at)
    return ()


def _families_of_verb(view: _View, at: int) -> tuple[str, ...]:
    grammar, word = view.grammar, view.grammar.words[at]
    stem = stem_of(_text(view, at))
    if _tells_somebody(view, at):
        return (MEETING,)
    if _tells_the_press(view, at):
        return (PRESS,)
    made_a_report = (_tells_an_outlet, _answers_no_reporter, _is_asked_by_its_outlet, _is_how_it_was_reported)
    if any(told(view, at) for told in made_a_report):
        return ()
    particles = [
        grammar.words[child].lemma.lower()
        for child in grammar.hanging[at]
        if grammar.words[child].dep in ("prt", "prep") and not _opens_a_time(view, child)
    ]
    if (suffers := _done_to(view, at)) is not None and _is_person(view, suffers):
        particles.append("somebody")
    listed = next((found for particle in particles if (found := families(f"{stem}+{stem_of(particle)}"))), ())
    state = word.lemma.lower() in named("states") and not modality.is_attempt(grammar, at)
    if not listed and (state or _is_carried(view, at)):
        return ()
    if not listed and word.lemma.lower() in named("names") and _names_somebody(view, at):
        return ("=" + stem,)
    behind = [child for child in grammar.hanging[at] if grammar.words[child].tag == "JJ" and child > at]
    result = next((kinds for child in behind if (kinds := families(stem_of(_text(view, child))))), ())  # "found guilty"
    return listed or result or tuple(sorted({*families(stem), *families(f"to+{stem}")})) or ("=" + stem,)


def _is_person(view: _View, at: int) -> bool:
    return is_somebody(view.grammar.words[at].lemma.lower()) or bool(view.persons_of([at]))


def _opens_a_time(view: _View, preposition: int) -> bool:
    """Return whether a preposition stands before a time: the "on" of "called the coast guard on Monday"."""
    words = view.grammar.words
    behind = [words[child].start for child in view.grammar.hanging[preposition] if words[child].dep == "pobj"]
    return any(
        time.span.start <= start < time.span.end
        for time in times_in(view.found, view.sentence.span)
        for start in behind
    )


def _names_somebody(view: _View, at: int) -> bool:
    """Return whether the words tell what somebody calls a person or a thing: "called the plan a mistake"."""
    words, hanging = view.grammar.words, view.grammar.hanging
    behind = (words[child] for child in hanging[at] if words[child].dep in ("oprd", "ccomp"))
    # "Called only minutes before they began" and "called to say" tell of something else.
    return any(word.tag in (*NOUNS, "JJ") and word.lemma.lower() not in named("hours") for word in behind)


def _is_carried(view: _View, at: int) -> bool:
    """Return whether a noun beside the verb tells what happens: "held talks", "a vote took place"."""
    grammar = view.grammar
    lemma, subject = grammar.words[at].lemma.lower(), grammar.own_subject(at)
    passive = subject is not None and grammar.words[subject].dep == "nsubjpass"
    carried: list[int | None] = []
    if lemma in named("supports"):
        carried += [grammar.object(at), subject if passive else None]
    if lemma in named("takes-place"):
        carried.append(subject)
    return any(noun is not None and noun in view.words and _families(view, noun) for noun in carried)


def _families_of_noun(view: _View, at: int) -> tuple[str, ...]:
    lemma = view.grammar.words[at].lemma.lower()
    if is_somebody(lemma) and not is_listed(lemma):
        return ()  # "the aide" has the stem of aid
    head = view.grammar.words[at].head
    carried = view.grammar.is_clause(head) and at in (view.grammar.object(head), view.grammar.own_subject(head))
    if carried and (_tells_the_press(view, head) or _answers_no_reporter(view, head)):
        return ()
    return _listed_noun(view, at)


def _listed_noun(view: _View, at: int) -> tuple[str, ...]:
    grammar = view.grammar
    stem = stem_of(_text(view, at))
    before = [child for child in grammar.hanging[at] if grammar.words[child].dep == "compound"]
    for child in before[-1:]:
        if found := families(f"{stem_of(_text(view, child))}+{stem}"):
            return found
    behind = (_opener_of(view, child) for child in grammar.hanging[at] if child > at)
    return next((found for opener in behind if opener and (found := families(f"{stem}+{opener}"))), families(stem))


def _opener_of(view: _View, at: int) -> str:
    """Return the word that a phrase behind a noun opens with: "for" in "a call for help", "to" in "a call to go"."""
    words, hanging = view.grammar.words, view.grammar.hanging
    if words[at].dep == "prep":  # "a call to the coast guard" urges nobody, nor does one "on Monday"
        return "" if words[at].lemma == "to" or _opens_a_time(view, at) else words[at].lemma.lower()
    return "to" if words[at].dep in ("acl", "relcl") and any(words[child].tag == "TO" for child in hanging[at]) else ""


def _text(view: _View, at: int) -> str:
    word = view.grammar.words[at]
    return view.found.article.text[word.start : word.end]


def _tells_somebody(view: _View, at: int) -> bool:
    """Return whether a person "told" another one, as people do who meet; telling an outlet is an interview."""
    if view.grammar.words[at].lemma != "tell":
        return False
    told = view.grammar.object(at)
    return told is not None and bool(view.persons_of([told]))


def _tells_the_press(view: _View, at: int) -> bool:
    """Return whether words were given to the press: "told reporters", "told a news conference" are one occasion."""
    told = view.grammar.object(at) if view.grammar.words[at].lemma == "tell" else None
    return told is not None and PRESS in _listed_noun(view, told)


def _tells_an_outlet(view: _View, at: int) -> bool:
    """Return whether words were only given to an outlet: "told CNN on Sunday" is how a report came about."""
    if view.grammar.words[at].lemma != "tell":
        return False
    words = view.grammar.words
    told = view.grammar.object(at)
    what = [child for child in view.grammar.hanging[at] if words[child].dep == "ccomp"]
    return told is not None and words[told].tag in NAMES and all(words[child].quoted for child in what)


def _answers_no_reporter(view: _View, at: int) -> bool:
    """Return whether the words tell how the report was made: "did not return a call seeking comment on Sunday"."""
    denied = modality.is_negated(view.grammar, at) or view.grammar.words[at].lemma.lower() in modality.REFUSING
    return denied and modality.answers_a_reporter(view.grammar, at)


def _is_asked_by_its_outlet(view: _View, at: int) -> bool:
    """Return whether an article tells whom its own outlet asked: "residents whom the Harbour Post spoke to"."""
    grammar, outlet = view.grammar, view.found.article.metadata.outlet
    if outlet is None or grammar.words[at].lemma.lower() not in named("asks"):
        return False
    subject = grammar.own_subject(at)
    who = grammar.text_span(grammar.below(subject)).of(view.found.article.text) if subject is not None else ""
    return outlet.value.lower() in who.lower()


def _is_how_it_was_reported(view: _View, at: int) -> bool:
    """Return whether the words tell who wrote a report or who asked not to be named in it.

    "Ann Lind reported on Tuesday for the Harbour Post", "officials who spoke on Monday on condition of anonymity",
    "as the Harbour Post reported on Tuesday", "as Ann Lind concluded on Tuesday".
    """
    words, hanging = view.grammar.words, view.grammar.hanging
    opened = {words[child].lemma.lower() for child in hanging[at] if child < at}
    told = any(words[child].dep == "ccomp" for child in hanging[at])
    if words[at].dep == "advcl" and "as" in opened and not told and _only_says(view, at):
        return True
    for preposition in hanging[at]:
        for noun in hanging[preposition] if words[preposition].dep == "prep" else ():
            lead = words[preposition].lemma.lower()
            if lead == "for" and words[at].lemma.lower() in named("reports") and words[noun].tag in NAMES:
                return True
            if lead == "on" and words[noun].lemma.lower() == "condition":
                return True
    return False


def _only_says(view: _View, at: int) -> bool:
    """Return whether a verb says, writes or finds something, and is no public act like announcing it.

    A word that also ends a trial only says what stands in quotation marks beside it: "as Ann Lind concluded: “No.”"
    """
    words = view.grammar.words
    if words[at].lemma.lower() in named("reports"):
        return True
    says = families(stem_of(_text(view, at))) in ((), (SAYING,)) or words[words[at].head].quoted
    return says and cue_kind(_text(view, at)) == "speech"


def _event_mentions(view: _View, at: int, kinds: tuple[str, ...]) -> Iterator[EventMention]:
    """Return the mention of an event word; one a person for "talks with Ito and Roy", which are two happenings."""
    people, partners = _people(view, at)
    apart = _apart(view, at, kinds, partners)
    if not apart:
        yield _event_mention(view, at, kinds, people, partners)
    for partner in apart:
        others = [other for other in apart if other is not partner]
        yield _event_mention(view, at, kinds, [partner], [partner], others, partner.name)


def _people(view: _View, at: int) -> tuple[list[Mention], list[Mention]]:
    """Return who takes part, and those of them on its other side: "Ito met Brandt", "Ito's talks with Brandt"."""
    grammar = view.grammar
    own = grammar.below(at, lambda child: child != at and grammar.is_clause(child))
    verb = at if grammar.is_clause(at) else _carrier(view, at)
    doers: list[int] = []
    if verb is not None:
        subject = grammar.subject(verb)
        if subject is not None:
            doers = grammar.below(subject, grammar.is_clause)
        if verb != at:
            own = sorted({*own, *grammar.below(verb, lambda child: child != verb and grammar.is_clause(child))})
    taking_part = view.persons_of([*own, *doers])
    behind = view.persons_of([word for word in own if word > at])
    return taking_part, [mention for mention in behind if mention.span.start > grammar.words[at].start]


def _carrier(view: _View, noun: int) -> int | None:
    """Return the verb that a noun is the object or subject of, or the occasion: "said in a statement"."""
    grammar, word = view.grammar, view.grammar.words[noun]
    if (spoken := grammar.spoken_at(noun)) is not None:
        return spoken
    if word.dep in SUBJECTS or word.dep in ("dobj", "attr"):
        return word.head if grammar.is_clause(word.head) else None
    return None


def _doer(view: _View, at: int) -> int | None:
    """Return the head of who does it; of a passive verb that is who stands behind "by"."""
    grammar, words = view.grammar, view.grammar.words
    verb = at if grammar.is_clause(at) else _carrier(view, at)
    if verb is None:
        return next((child for child in grammar.hanging[at] if words[child].dep == "poss"), None)
    if grammar.is_passive(verb):
        by = next((child for child in grammar.hanging[verb] if words[child].dep == "agent"), None)
        return grammar.hanging[by][0] if by is not None and grammar.hanging[by] else None
    subject = grammar.subject(verb)
    return None if subject == at else subject


def _done_to(view: _View, at: int) -> int | None:
    grammar = view.grammar
    verb = at if grammar.is_clause(at) else _carrier(view, at)
    if verb is None or grammar.words[at].dep in SUBJECTS:
        return None  # "the murder shook Havn" is not done to Havn
    found = grammar.subject(verb) if grammar.is_passive(verb) else grammar.object(verb)
    return None if found == at else found


def _key(view: _View, at: int | None) -> str:
    """Return what tells two actors from each other: the person named there, else the stem of the noun."""
    if at is None or view.grammar.words[at].tag not in NOUNS:
        return ""
    persons = [mention.person for mention in view.persons_of([at])]
    return f"@{persons[0]}" if persons else stem_of(_text(view, at))


def _keys(view: _View, words: Iterable[int]) -> Iterator[str]:
    """Yield what tells the actors at some words from others, the words of a time left out."""
    times = times_in(view.found, view.sentence.span)
    for at in words:
        start = view.grammar.words[at].start
        if not any(time.span.start <= start < time.span.end for time in times) and (key := _key(view, at)):
            yield key


def _apart(view: _View, at: int, kinds: tuple[str, ...], partners: Sequence[Mention]) -> list[Mention]:
    """Return the partners of "talks with Ito and Brandt", when they are more than one."""
    words = view.grammar.words
    plural = words[at].tag in ("NNS",) or (words[at].tag == "NN" and _text(view, at).endswith("s"))
    if MEETING not in kinds or not plural:
        return []
    sided = [child for child in view.grammar.hanging[at] if words[child].lemma == "with"]
    held = view.persons_of(word for child in sided for word in view.grammar.below(child, view.grammar.is_clause))
    return held if len({mention.person for mention in held}) > 1 else []


def _event_mention(
    view: _View,
    at: int,
    kinds: tuple[str, ...],
    people: Sequence[Mention],
    partners: Sequence[Mention],
    others: Sequence[Mention] = (),
    partner: str = "",
) -> EventMention:
    grammar, found = view.grammar, view.found
    word = grammar.words[at]
    trigger = Span(word.start, word.end)
    verbal = grammar.is_clause(at)
    clause = grammar.clause_of(at)
    content = _content(view, trigger, others)
    own = grammar.below(
        clause if clause is not None else at, lambda child: child != clause and grammar.is_clause(child)
    )
    mood = modality.mood_of_verb(grammar, at) if verbal else modality.mood_of_noun(grammar, at)
    return EventMention(
        found.article.id,
        view.index,
        grammar.text_span(own),
        trigger,
        kinds,
        content,
        word=at,
        clause=clause if clause is not None else at,
        numbers=frozenset(stem for stem, distance in content if stem[0].isdigit() and distance <= NEAR_NUMBERS),
        shares=frozenset(PERCENT.findall(grammar.text_span(own).of(found.article.text))),
        people=frozenset(mention.person for mention in people if mention.person is not None),
        partners=frozenset(mention.person for mention in partners if mention.person is not None),
        likely=_likely(view, at),
        doer=_key(view, _doer(view, at)),
        done_to=_key(view, _done_to(view, at)),
        participants=frozenset(_keys(view, grammar.arguments(at))),
        mood=mood,
        negated=modality.is_negated(grammar, clause) if clause is not None else False,
        quoted=is_quoted(found.quotes, trigger),
        partner=partner,
        plural=word.tag == "NNS" and not partner,
        finite=verbal and grammar.is_finite(at),
        anaphoric=not verbal and modality.is_anaphoric(grammar, at),
        words=tuple(_text(view, child).lower() for child in own),
        printed=_text(view, at).lower(),
    )


def _likely(view: _View, at: int) -> frozenset[PersonId]:
    """Return whom a "he", "she" or "his" of the event word's clause probably means.

    The first person named before it in its sentence, mostly a subject; else the first one of the sentence before.
    """
    grammar = view.grammar
    verb = at if grammar.is_clause(at) else grammar.clause_of(at)
    if verb is None:
        return frozenset()
    subject = grammar.own_subject(verb)
    near = [*([subject] if subject is not None else []), *grammar.hanging[at]]
    if not any(_text(view, word).lower() in named("personal") for word in near):
        return frozenset()
    span, sentences = view.sentence.span, view.found.sentences
    here = _first(_persons(view.found, Span(span.start, grammar.words[at].start), view.names))
    if here or not view.index or sentences[view.index - 1].paragraph < view.sentence.paragraph - 1:
        return here
    return _first(_persons(view.found, sentences[view.index - 1].span, view.names))


def _first(mentions: Iterable[Mention]) -> frozenset[PersonId]:
    return frozenset([mention.person for mention in mentions if mention.person is not None][:1])


def _content(view: _View, trigger: Span, others: Sequence[Mention]) -> tuple[tuple[str, int], ...]:
    """Return the stems of the telling words with their distance to the event word, without other partners' names."""
    base = view.sentence.span.start
    place = bisect_left(view.telling, trigger.start - base, key=lambda form: form.end - 1)
    return tuple(
        (form.stem, abs(number - place))
        for number, form in enumerate(view.telling)
        if not any(other.span.covers(Span(base + form.start, base + form.end)) for other in others)
    )


def names_within(found: AnnotatedArticle, names: Mapping[str, PersonId]) -> dict[str, PersonId]:
    """Return those of the folder's full names that an article's names end with: it looks at no other ones."""
    ends = {name for mention in found.mentions for name in _ends(mention)}
    return {name: names[name] for name in sorted(ends & names.keys())}


def _ends(mention: Mention) -> Iterator[str]:
    words = mention.name.split()
    return (" ".join(words[-count:]) for count in (2, 3) if len(words) > count)


def _as_person(mention: Mention, names: Mapping[str, PersonId]) -> Mention | None:
    """Return the mention of a person, also where the name ends a longer one ("Central Bank Governor Mia Brandt")."""
    if mention.kind == "person":
        return mention if mention.person is not None else None
    for name in _ends(mention):
        if name in names:
            span = Span(mention.span.end - len(name), mention.span.end)
            return Mention(span, name, "person", person=names[name])
    return None


def is_quoted(quotes: Sequence[Quote], place: Span) -> bool:
    """Return whether the place lies within somebody's words; a quotation may stand within another."""
    last = bisect_right(quotes, place.start, key=lambda quote: quote.content.start)
    around = quotes[max(0, last - NESTED) : last]
    return any(quote.inner.covers(place) and quote.kind in ("direct", "fragment") for quote in around)


def _within(mentions: Sequence[Mention], near: Span) -> Iterable[Mention]:
    first = bisect_left(mentions, near.start, key=lambda mention: mention.span.start)
    last = bisect_right(mentions, near.end, key=lambda mention: mention.span.start)
    return (mention for mention in mentions[first:last] if near.covers(mention.span))
