"""The stretches of a sentence that could stand alone as the label of an event: from a subject to its clause's end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.annotate.cues import cue_kind
from generator.collate.timeline.left_out import left_out
from generator.collate.timeline.lexicon import families, is_somebody, named
from generator.collate.timeline.mentions.event_mention import SAYING, EventMention
from generator.collate.timeline.mentions.grammar import NAMES, NAMING, NOUNS, RELATIVE, Grammar
from generator.collate.timeline.mentions.modality import is_disowned, is_negated, mood_of_verb
from generator.collate.timeline.openers import opened
from generator.collate.timeline.own_clause import cut_with, is_of_another, tie_of
from generator.collate.timeline.run_together import run_of
from generator.collate.timeline.standing import Cut, is_broken, is_governed, stands_alone
from generator.collate.words.stems import stem_of
from generator.days import MONTH_NUMBERS, WEEKDAY_NUMBERS
from generator.records import AnnotatedArticle, ParsedWord, Span

REACH = 4  # characters behind a stretch in which the next word begins
OUTWARD = 3  # clauses around its own in which a label may begin: "Ito said | he would resign"
_EDGE = " \t\n\u00a0,;:–—-\"'“”‘’.…"
_QUOTES = ("“”", '""')
# What may be left out behind the clause: a clause of its own, or one that only describes.
_APART = frozenset(["conj", "parataxis", "cc"])
_OWN = frozenset(
    ["ccomp", "xcomp", "conj", "parataxis"]
)  # by these the verb of a sentence governs, or goes on to, another
_ARGUMENTS = frozenset(["nsubj", "nsubjpass", "dobj", "attr"])
_OPENERS = frozenset(["IN", "TO", "DT", "WDT", "WP", "WRB"])
_ENDED = re.compile(r"[a-z]{2}[.!?][\"”’]*$")
_BEGUN = re.compile(r"\s*(?:[\"“‘]?[A-Z]|$)")
_LED_ON = re.compile(r",([\"”’])$")  # 'was "very serious,"': it led on to what is left out
_LOOSE = re.compile(r"\s([,;.])(?!\.)")  # a mark behind something that is left out
_SHORTENED = re.compile(r"(?:[A-Za-z]\.)+|[A-Z][a-z]{1,4}\.")  # with the mark that is part of it: "p.m.", "Inc."
_EXTRA = frozenset(["advcl", "relcl", "acl", "appos", "parataxis", "conj", "cc", "prep"])


@dataclass(frozen=True, slots=True)
class Choice:
    """A stretch that could stand as a label, and the mention that it tells."""

    span: Span
    mention: EventMention
    whole: bool
    named: bool
    """Whether they are a noun with who did it or what it was done to: "Ito's visit to Norland"."""
    outward: int
    """How many clauses around its own it begins."""
    picks: bool = False
    """Whether the clause only says which thing is meant: "the bridge built in 1999", not "Dahl, who left in 1999"."""
    far: bool = False
    """Whether it may say which of several nouns is meant: "a handful of voters from towns that backed it"."""
    bare: bool = False
    """Whether they name what came out without what was in it: "figures published on Friday"."""
    thing: bool = False
    """Whether they name a thing by what was done with it: "the plan approved on Friday", "the woman who sold it"."""
    phrase: bool = False
    """Whether they are a noun with a clause that describes it: "the plan she signed", "a letter sent on Friday"."""
    left_out: tuple[Span, ...] = ()
    """What a reader does without, in order: "Ito[, who] sailed on Monday", "Ito [also] sailed [last week]"."""
    leans: bool = False
    """Whether their subject is a thing that only what stands before them names: "the letter", "the two"."""
    verb: int | None = None
    """The verb of the clause that they begin with, by its index among the words of the article."""
    aside: bool = False
    """Whether they are a whole sentence that tells another happening first: "Ito praised Dahl, who left in 1999"."""

    def words(self, text: str) -> str:
        """Return what a reader sees, white space folded. `text`: that of the article."""
        return printed(self.span, self.left_out, text)


def printed(span: Span, left_out: Sequence[Span], text: str) -> str:
    """Return what a reader sees of a stretch, white space folded, without the spans in it that are left out.

    Nor with the comma before a mark that closes it.
    """
    if not left_out:
        return _LED_ON.sub(r"\1", " ".join(span.of(text).split()))
    edges = [span.start, *(edge for out in left_out for edge in (out.start, out.end)), span.end]
    kept = " ".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    return _LED_ON.sub(r"\1", _LOOSE.sub(r"\1", " ".join(kept.split())).rstrip(" ,"))


def choices_of(mention: EventMention, found: AnnotatedArticle, grammar: Grammar) -> Iterator[Choice]:
    """Yield the stretches around the event word that could stand alone: from a subject to the end of its clause."""
    text = found.article.text
    printed_as = found.sentences[mention.sentence].span
    sentence = run_of(printed_as, mention.trigger.start, text)
    # A quotation may run on into the next sentence, but "The order gave the F.D.A." is half of one.
    closed = sentence != printed_as or (_ENDED.search(printed_as.of(text)) and _BEGUN.match(text, printed_as.end))
    seen = set()
    for first, whole, outward, top in _starts(mention, grammar):
        whole = whole and grammar.words[first].tag not in RELATIVE | {"WRB"}  # "whose arrest ...", "how the vote ..."
        whole = whole and not (outward and _has_a_time_of_its_own(mention, grammar))
        first = _with_its_owner(first, grammar)
        start = first
        if _is_of_a_person(mention, outward, grammar):
            first = _titled(first, mention, outward, grammar, found)
            whole = whole and not _is_place(grammar.words[first], found)
        voiced = outward == 0 and whole and grammar.words[first].tag != "PRP"
        voice = _voice_behind(mention.clause, grammar) if voiced else None
        begins = _voice_before(mention.clause, grammar) if voiced else None
        stretches = [(first, last) for last in _ends(top, grammar)]
        stretches += [(first, voice)] if voice is not None else []
        stretches += [(begins, last) for _, last in stretches] if begins is not None and begins < first else []
        for first, last in stretches:
            span = Span(grammar.words[first].start, max(grammar.words[last].end, mention.trigger.end))
            span = _without_the_next(_within(sentence, span) if closed else span, grammar)
            span = _trimmed(span, text, grammar)
            if _is_denied_behind(span, grammar) or _ends_with_an_owner(span, grammar):
                continue
            if span not in seen and span.covers(mention.trigger) and sentence.covers(span):
                seen.add(span)
                picks = outward == 0 and _picks(mention, grammar, text)
                bare = outward == 0 and grammar.is_clause(mention.clause) and _came_out(mention.clause, grammar)
                thing = outward == 0 and _names_a_thing(mention, grammar, text)
                far = picks and _is_far(mention.clause, grammar)
                verb = _clause_around(mention, outward, grammar)
                if verb is not None and is_disowned(grammar, verb, by_any_saying=True):
                    continue  # "did not say that | Ito sailed"
                tie = _tie(verb, start, span, grammar, text) if verb is not None and whole else None
                thing = thing and tie is None
                phrase = verb is not None and tie is None and _is_phrase(verb, grammar)
                whole = whole and not (phrase and verb is not None and is_of_another(verb, grammar, text))
                out = left_out(span, mention, found, grammar)
                if tie is not None:
                    out = tuple(sorted((tie, *(each for each in out if not tie.covers(each)))))
                leans = verb is not None and _leans(mention.clause, grammar)
                yield Choice(span, mention, whole, False, outward, picks, far, bare, thing, phrase, out, leans, verb)
    if not mention.finite and (own := _noun_phrase(mention, grammar)):
        span = _trimmed(Span(grammar.words[own[0]].start, grammar.words[own[-1]].end), text, grammar)
        if span not in seen and span.covers(mention.trigger) and sentence.covers(span):
            yield Choice(span, mention, False, True, 0)


def sentence_of(mention: EventMention, found: AnnotatedArticle, grammar: Grammar) -> Choice | None:
    """Return the whole sentence of a mention as a label; None where a mark or the parse tells that it is none."""
    text, sentence = found.article.text, found.sentences[mention.sentence].span
    if run_of(sentence, mention.trigger.start, text) != sentence:
        return None  # several that a page printed as one
    span = _trimmed(opened(sentence, mention, found, grammar), text, grammar)
    inside = grammar.within(span)
    tops = [at for at in inside if grammar.words[at].dep == "ROOT"]
    if len(tops) != 1 or not grammar.is_clause(tops[0]) or not grammar.is_finite(tops[0]):
        return None
    if not span.covers(mention.trigger) or grammar.own_subject(tops[0]) is None:
        return None
    above = grammar.clause_above(mention.clause)
    if above is not None and _is_earlier(mention.clause, above, grammar):
        return None
    out = left_out(span, mention, found, grammar)
    aside = not _is_its_own(mention, tops[0], grammar)
    return Choice(span, mention, True, False, OUTWARD, left_out=out, verb=tops[0], aside=aside)


def _is_its_own(mention: EventMention, top: int, grammar: Grammar) -> bool:
    """Return whether a sentence tells a happening by its own verb or by one that this governs.

    "Ito said that Dahl sailed", "Ito sailed and Dahl swam", "It rained, according to figures published on Friday", "Ito
    was booed during Friday's vote". Not "Ito praised Dahl, who sailed", "Ito praised the vote in March", whose day is
    not that of the praise.
    """
    words, at, noun = grammar.words, mention.clause, mention.word
    if not grammar.is_clause(at) or _is_of_an_owner(at, grammar) or _is_counted_from(at, grammar):
        return False
    own = mention.time is not None and (not _has_its_time(mention, grammar) or words[noun].dep in _ARGUMENTS)
    if noun != at and not own and not _is_where(noun, grammar):
        return False  # "investigates her death"
    if noun != at and _is_dealt_with(mention, grammar):
        return False
    for _ in range(OUTWARD):
        if at == top or _describes_its_subject(at, top, grammar):
            return True
        above = grammar.clause_above(at)
        aims = words[at].dep == "advcl" and words[at].tag == "VB"  # "will come back to sail"
        if above is None:
            return False
        # "Told a board | that Ito will sail", which the parser takes for a clause about the board.
        said = words[at].dep == "relcl" and not _is_described(at, grammar) and cue_kind(words[above].lemma) == "speech"
        # "Was mending a sail on Monday when it tore": of one day.
        came = words[at].dep == "advcl" and words[at].tag == "VBD" and words[grammar.below(at)[0]].lemma == "when"
        if not (words[at].dep in _OWN or aims or said or came or _came_out(at, grammar)):
            return False
        at = above
    return at == top


def _is_where(noun: int, grammar: Grammar) -> bool:
    """Return whether a verb tells what was done within what a noun names: "booed during the vote"."""
    words, preposition = grammar.words, grammar.words[noun].head
    led = words[noun].dep == "pobj" and words[preposition].lemma.lower() in ("at", "during", "in")
    return led and grammar.is_clause(words[preposition].head)


def _describes_its_subject(verb: int, top: int, grammar: Grammar) -> bool:
    """Return whether a clause tells what the subject of a sentence is: "Ito is a painter who was robbed in May"."""
    words, noun = grammar.words, grammar.words[verb].head
    return words[verb].dep in ("relcl", "acl") and words[noun].dep == "attr" and words[noun].head == top


def _has_its_time(mention: EventMention, grammar: Grammar) -> bool:
    """Return whether the time of a noun is told of it and not of what was done: "the vote in March"."""
    return grammar.spoken_at(mention.word) is None and _holds_its_time(mention, grammar)


def _is_denied_behind(span: Span, grammar: Grammar) -> bool:
    """Return whether a stretch ends right before its denial: "said that they did | not “want the pier”"."""
    behind = grammar.within(Span(span.end, span.end + REACH))
    return any(grammar.words[at].dep == "neg" for at in behind[:1])


def _without_the_next(span: Span, grammar: Grammar) -> Span:
    """Return a stretch that begins behind the "that" of a clause without the next: "it rained | and that it blew"."""
    words, inside = grammar.words, grammar.within(span)
    for at in inside:
        verb = words[at].head
        first = words[verb].head
        if words[at].dep != "mark" or words[at].lemma.lower() != "that" or words[at - 1].tag != "CC":
            continue
        joined = words[verb].dep == "conj" and verb in inside and first in inside and at - 2 in inside
        if joined and any(words[c].dep == "mark" and c < inside.start for c in grammar.hanging[first]):
            return Span(span.start, words[at - 2].end)
    return span


def _ends_with_an_owner(span: Span, grammar: Grammar) -> bool:
    """Return whether a stretch leaves out what is somebody's: "gave the tape to the Post's | Ann Ito"."""
    inside = grammar.within(span)
    return bool(inside) and grammar.words[inside[-1]].tag == "POS" and grammar.words[inside[-1] - 1].dep == "poss"


def _voice_behind(verb: int, grammar: Grammar) -> int | None:
    """Return the last word of who says what a clause tells, and to whom, where that stands behind it.

    "It sank, | police said", "It sank, | Ito told reporters".
    """
    words, said = grammar.words, grammar.words[verb].head
    if words[verb].dep != "ccomp" or said < verb or cue_kind(words[said].lemma) != "speech":
        return None
    subject = grammar.own_subject(said)
    if subject is None or subject < verb or not grammar.is_finite(said):
        return None
    hearers = [child for child in grammar.hanging[said] if child > said and words[child].dep in ("dobj", "dative")]
    return max(said, *(grammar.below(at, lambda child: words[child].dep in _EXTRA)[-1] for at in (subject, *hearers)))


def _voice_before(verb: int, grammar: Grammar) -> int | None:
    """Return the first word of whose word a clause is, where that opens it: "According to police, | it sank"."""
    words = grammar.words
    by = (
        c for c in grammar.hanging[verb] if words[c].dep == "prep" and words[c].lemma.lower() in ("accord", "according")
    )
    return next((grammar.below(child)[0] for child in by if child < verb), None)


def _clause_around(mention: EventMention, outward: int, grammar: Grammar) -> int | None:
    """Return the verb of the clause that a label begins with; None where it is a noun that no verb heads."""
    verb = mention.clause if grammar.is_clause(mention.clause) else None
    for _ in range(outward):
        verb = grammar.clause_above(verb) if verb is not None else None
    return verb


def _leans(verb: int, grammar: Grammar) -> bool:
    """Return whether the subject of a clause is a common noun that only a sentence before tells apart: "the letter"."""
    subject = grammar.own_subject(verb)
    if subject is None or grammar.words[subject].tag not in ("NN", "NNS", "DT", "CD"):
        return False
    beside = [child for child in grammar.hanging[subject] if grammar.words[child].dep != "punct"]
    return all(grammar.words[child].lemma.lower() in named("pointing") for child in beside) and bool(
        beside or grammar.words[subject].tag in ("DT", "CD")
    )


def _tie(verb: int, first: int, span: Span, grammar: Grammar, text: str) -> Span | None:
    """Return what to leave out of a label that is a relative clause; None where it is none that stands by itself."""
    tie = tie_of(verb, grammar, text)
    if tie is None or first != _first_before(grammar, _named(grammar.words[verb].head, grammar)):
        return None
    out = cut_with(tie, first, grammar, text)
    return out if out is not None and span.covers(out) and out.start > span.start else None


def _picks(mention: EventMention, grammar: Grammar, text: str) -> bool:
    """Return whether the clause stands at a common noun, without a comma, to say which one is meant."""
    words, clause = grammar.words, mention.clause
    if words[clause].dep not in ("relcl", "acl") or clause != mention.word:
        return False
    head = words[clause].head
    between = text[words[head].end : words[clause].start]
    return words[head].tag not in NAMES and head < clause and "," not in between


def stands(choice: Choice, text: str, grammar: Grammar) -> bool:
    """Return whether the words say by themselves what their source says. `text`: that of the article."""
    return stands_alone(_cut(choice, text, grammar), choice.words(text))


def is_on_trust(choice: Choice, text: str, grammar: Grammar) -> bool:
    """Return whether the words are what somebody thinks or looks for, told as if it were so: "proof that | Ito lied".

    What somebody says is told by many a source in just those words, and stands on the timeline as such.
    """
    above = grammar.clause_above(choice.verb) if choice.verb is not None else None
    said = above is not None and cue_kind(grammar.words[above].lemma) == "speech"
    thought = choice.verb is not None and grammar.words[choice.verb].dep == "ccomp"
    return thought and not said and is_governed(_cut(choice, text, grammar))


def breaks(choice: Choice, text: str, grammar: Grammar) -> bool:
    """Return whether the words are no clause that anybody could print, even beside their sentence."""
    return is_broken(_cut(choice, text, grammar), choice.words(text))


def _cut(choice: Choice, text: str, grammar: Grammar) -> Cut:
    skipped = frozenset(at for out in choice.left_out for at in grammar.within(out))
    return Cut(grammar, text, grammar.within(choice.span), skipped)


def _names_a_thing(mention: EventMention, grammar: Grammar, text: str) -> bool:
    """Return whether the clause only says what became of something, or which one of several is meant.

    "The plan, approved on Friday", "the pier | she built in 1999", "the woman who sold it": they tell a reader nothing
    yet. Not "Dahl, who left in 1999", "the pier, which burned in 1999", "a man shot on Friday".
    """
    words, clause = grammar.words, mention.clause
    if words[clause].dep not in ("relcl", "acl") or not _is_described(clause, grammar):
        return False
    if grammar.first_doing(clause) != clause:
        return False  # "became the first to win"
    head = words[clause].head
    if words[head].tag not in ("NN", "NNS") or (words[clause].dep == "relcl" and "," in text[words[head].end :][:2]):
        return False
    before = [words[child] for child in grammar.hanging[head] if words[child].dep in ("det", "nummod")]
    some = any(word.dep == "nummod" or word.lemma.lower() in ("a", "an") for word in before)
    return not (some and is_somebody(words[head].lemma.lower()))


def _is_phrase(clause: int, grammar: Grammar) -> bool:
    described = grammar.is_clause(clause) and grammar.words[clause].dep in ("relcl", "acl")
    return described and _is_described(clause, grammar) and grammar.first_doing(clause) == clause


def _is_described(verb: int, grammar: Grammar) -> bool:
    """Return whether a noun before the clause is what it tells of."""
    subject = grammar.own_subject(verb)
    return subject is None or grammar.words[subject].tag in RELATIVE or _lacks_its_object(verb, grammar)


def _is_far(clause: int, grammar: Grammar) -> bool:
    head = grammar.words[clause].head
    return _meant(head, clause, grammar) != _named(head, grammar)


def _has_a_time_of_its_own(mention: EventMention, grammar: Grammar) -> bool:
    """Return whether a happening is told only to count from: "she has kept bees since taking office in 2011"."""
    word = grammar.words[mention.clause]
    return word.dep == "pcomp" and grammar.words[word.head].lemma.lower() in named("counts-from")


def keeps_its_day(mention: EventMention, grammar: Grammar) -> bool:
    """Return whether the day of a happening is not that of a sentence which tells another one first.

    "Ito laughed about a March 27 letter", "her first speech since selling it on 18 April".
    """
    noun = not grammar.is_clause(mention.word)
    return _has_a_time_of_its_own(mention, grammar) or (noun and _has_time_before(mention, grammar))


def _is_of_a_person(mention: EventMention, outward: int, grammar: Grammar) -> bool:
    """Return whether the clause that a label begins with is a relative one about a person: "who was arrested"."""
    verb = _clause_around(mention, outward, grammar)
    return verb is not None and grammar.words[verb].dep == "relcl" and _is_of_somebody(verb, grammar)


def _is_place(word: ParsedWord, found: AnnotatedArticle) -> bool:
    """Return whether a word begins the name of a place, to which the parser hung what is told of a person.

    Of "the envoy to Norland Ann Ito, who resigned" the parser may make somebody called "Norland Ann Ito": what the
    article names as a place elsewhere is one here.
    """
    printed = found.article.text[word.start : word.end]
    return any(
        mention.kind == "place" and (mention.span.start == word.start or mention.name == printed)
        for mention in found.mentions
    )


def _titled(first: int, mention: EventMention, outward: int, grammar: Grammar, found: AnnotatedArticle) -> int:
    """Return the word that begins the title of which the parser took a part for a name, else the word itself.

    "The envoy to | Norland Ann Ito, who resigned", "the head of a | Havn school who was hurt", where no school is.
    """
    words, verb = grammar.words, _clause_around(mention, outward, grammar)
    head = words[verb].head if verb is not None else first
    preposition = words[words[head].head]
    holder = preposition.head
    if words[head].dep != "pobj" or preposition.dep != "prep" or not is_somebody(words[holder].lemma.lower()):
        return first
    nobody = words[head].tag == "NN" and not is_somebody(words[head].lemma.lower())
    return _first_before(grammar, holder) if nobody or _is_place(words[first], found) else first


def _within(sentence: Span, span: Span) -> Span:
    """Return what of a stretch lies in a sentence; the stretch where nothing does."""
    start, end = max(sentence.start, span.start), min(sentence.end, span.end)
    return Span(start, end) if start < end else span


def _noun_phrase(mention: EventMention, grammar: Grammar) -> list[int]:
    """Return the words of a happening that is a noun with its actor: "Ito's visit to Norland", "the loss of a ship"."""
    words, noun = grammar.words, mention.word
    if grammar.is_clause(noun) and words[noun].tag != "VBG":
        return []
    own = _without(grammar, noun, _EXTRA)
    owner = any(words[child].dep == "poss" and _is_name_or_noun(words[child]) for child in grammar.hanging[noun])
    of = any(
        words[child].dep == "prep" and words[child].lemma in ("of", "by") and _governs_a_name(grammar, child)
        for child in grammar.hanging[noun]
    )
    return own if owner or of else []


def _governs_a_name(grammar: Grammar, preposition: int) -> bool:
    """Return whether a noun that is no number and no month stands behind: "the loss of the ship", not "of 2019"."""
    behind = [grammar.words[child] for child in grammar.hanging[preposition] if grammar.words[child].dep == "pobj"]
    return any(map(_is_name_or_noun, behind))


def _is_name_or_noun(word: ParsedWord) -> bool:
    """Return whether a word names somebody or something, and no time: "Ito's visit", not "Monday's visit"."""
    no_name = MONTH_NUMBERS.keys() | WEEKDAY_NUMBERS.keys() | named("measures") | named("deictic-days")
    return word.tag in NOUNS - {"CD"} and word.lemma.lower() not in no_name


def _starts(mention: EventMention, grammar: Grammar) -> Iterator[tuple[int, bool, int, int]]:
    """Yield the words at which a label may begin, whether it is a whole clause that begins with its subject, how many
    clauses around its own that clause is, and the word that heads what it may end with.
    """
    words = grammar.words
    if not grammar.is_clause(mention.clause):
        yield grammar.below(mention.word)[0], False, 0, mention.word
        return
    verb: int | None = grammar.first_doing(mention.clause)
    telling, top = _tells(mention, grammar), mention.clause
    for outward in range(OUTWARD):
        if verb is None:
            return
        above = grammar.clause_above(verb)
        subject = grammar.own_subject(verb)
        finite = telling and grammar.is_finite(verb)
        if words[verb].dep in ("relcl", "acl") and _is_described(verb, grammar):
            head = words[verb].head
            first = _first_before(grammar, _meant(head, verb, grammar))
            described = words[verb].dep == "acl" and words[verb].tag == "VBN"
            # The clause around it tells another happening, but for what came out: "Figures published Friday show".
            goes_on = telling and described and above is not None and _came_out(verb, grammar)
            yield first, telling and (finite or described) and _is_telling_noun(words[head]), outward, top
            telling, top = goes_on, above if goes_on and above is not None else top
        elif subject is not None:
            first = grammar.below(subject)[0]
            yield first, finite and words[subject].tag in NAMING, outward, top
            if outward == 0 or telling:
                yield from ((*start, outward, top) for start in _said_before(verb, first, finite, grammar))
        telling = telling and above is not None and (above == top or not _is_aside(verb, above, grammar))
        verb = above


def _came_out(verb: int, grammar: Grammar) -> bool:
    """Return whether a participle says that what a clause goes by came out: "Figures published on Friday show".

    "Most think so, according to a survey released on Friday", "she told the Post in an article printed on Friday".
    """
    words, head = grammar.words, grammar.words[verb].head
    if words[verb].tag != "VBN" or words[verb].lemma.lower() not in named("comes-out"):
        return False
    by = words[words[head].head].lemma.lower()
    return words[head].dep in ("nsubj", "nsubjpass") or (words[head].dep == "pobj" and by in named("goes-by"))


def _lacks_its_object(verb: int, grammar: Grammar) -> bool:
    """Return whether what it is done to stands before the clause: "the promise | (that) he made on Monday"."""
    words, done_to = grammar.words, grammar.object(verb)
    if words[verb].dep != "relcl" or any(words[child].tag == "WRB" for child in grammar.hanging[verb]):
        return False
    if grammar.is_passive(verb) and grammar.own_subject(verb) is not None:
        return False  # "told a committee | that Ito would be let in", where the parser took the committee for its noun
    led = any(words[at].tag in RELATIVE for at in grammar.below(verb) if at < verb)
    return done_to is None or words[done_to].tag in RELATIVE or not led


def _is_aside(verb: int, above: int, grammar: Grammar) -> bool:
    """Return whether the clause around a verb tells another happening, of another time, or supposes one.

    "The bridge that Ito opened in 2010 has collapsed", "She resigned before he was elected in May", "whether he knew",
    "is charged with selling it in May".
    """
    word = grammar.words[verb]
    if word.dep in ("relcl", "acl") or _is_earlier(verb, above, grammar) or _is_of_an_owner(verb, grammar):
        return True
    if word.dep == "pcomp" and word.tag == "VBG" and (grammar.is_past(above) or grammar.is_passive(above)):
        return word.head > above and grammar.words[word.head].lemma.lower() in named("for-a-deed")
    if word.dep != "advcl" and not _is_counted_from(verb, grammar):
        return False
    openers = {grammar.words[child].lemma.lower() for child in grammar.hanging[verb] if child < verb}
    state = bool(openers & named("when")) and grammar.words[above].lemma.lower() in named("states")
    return bool(openers & named("counts-from")) or state or mood_of_verb(grammar, above) == "hypothetical"


def _is_counted_from(verb: int, grammar: Grammar) -> bool:
    """Return whether a clause that the parser joined is one to count from: "sailed, a day after | Ito left"."""
    words = grammar.words
    marks = (child for child in grammar.hanging[verb] if child < verb and words[child].dep == "mark")
    return words[verb].dep == "conj" and any(words[at].lemma.lower() in named("counts-from") for at in marks)


def _is_of_an_owner(verb: int, grammar: Grammar) -> bool:
    """Return whether a clause tells of what somebody named before it has: "Ito, whose 2012 arrest led to a vote"."""
    subject = grammar.own_subject(verb)
    return subject is not None and any(grammar.words[child].tag == "WP$" for child in grammar.hanging[subject])


def _is_earlier(verb: int, above: int, grammar: Grammar) -> bool:
    """Return whether a verb tells in the pluperfect what was before the past of the clause around it.

    "Ito settled a claim Lind had filed in 2014", where the parser took the claim for no part of it; not "said he had".
    """
    words = grammar.words
    if words[verb].dep not in ("conj", "ccomp") or cue_kind(words[above].lemma) == "speech":
        return False
    had, above_had = (
        any(words[aux].lemma == "have" and words[aux].tag == "VBD" for aux in grammar.auxiliaries(at))
        for at in (verb, above)
    )
    return had and not above_had and words[above].tag == "VBD"


def _said_before(verb: int, first: int, finite: bool, grammar: Grammar) -> Iterator[tuple[int, bool]]:
    """Yield where the words begin that a reporting clause behind them belongs to: "The bridge is safe, Ito said"."""
    for child in grammar.hanging[verb]:
        if grammar.words[child].dep == "ccomp" and child < first and grammar.is_finite(child):
            subject = grammar.own_subject(child)
            if subject is not None:
                begins = grammar.words[subject].quoted or grammar.words[subject].tag in NAMING
                yield grammar.below(subject)[0], finite and begins


def _tells(mention: EventMention, grammar: Grammar) -> bool:
    """Return whether the clause tells the happening, and does not only name it: "the first since the 2010 election".

    A clause in the present tells nothing of a time that is past: "The ruling of 2010 is clear".
    """
    coarse = mention.time is not None and mention.time.precision in ("year", "quarter", "month")
    if grammar.is_present(mention.clause) and coarse and not mention.planned:
        return False
    if mention.word == mention.clause:
        return not _has_the_time_of_another(mention, grammar) and not _is_suffered(mention.clause, grammar)
    word = grammar.words[mention.word]
    led_to = word.dep == "pobj" and grammar.words[word.head].head == mention.clause
    if mention.planned and led_to:  # "may end in a strike this year", not "would not run in the June election"
        return not is_negated(grammar, mention.clause)
    spoken = grammar.spoken_at(mention.word)
    if spoken is not None:
        return not _is_a_saying(spoken, mention, grammar)
    if word.head != mention.clause or word.dep not in ("nsubj", "nsubjpass", "dobj", "attr"):
        return False
    if _is_dealt_with(mention, grammar):
        return False
    is_a_state = grammar.words[mention.clause].lemma.lower() in named("states")
    if word.dep == "nsubj" and is_a_state and _has_time_before(mention, grammar):
        return False  # "Tuesday's announcement was no answer to the ruling"
    return not (word.dep == "nsubj" and grammar.is_present(mention.clause))


def _is_dealt_with(mention: EventMention, grammar: Grammar) -> bool:
    """Return whether a verb only deals with a happening that has its day: "Ito criticised the 2003 invasion".

    "Ito disputed a report Monday that ...", but not "held Monday's talks".
    """
    dealt_with = grammar.words[mention.word].dep == "dobj"
    if not dealt_with or not (_has_time_before(mention, grammar) or _has_time_within(mention, grammar)):
        return False
    return grammar.words[grammar.words[mention.word].head].lemma.lower() not in named("supports")


def _has_the_time_of_another(mention: EventMention, grammar: Grammar) -> bool:
    """Return whether the time of a verb is that of what its subject went through, or of what comes after it.

    "The plan passed on Friday | needs a vote", "Ito is resting | before Friday's race". Not "figures published Friday
    show".
    """
    time = mention.time or mention.told
    if time is None:
        return False
    words, clause = grammar.words, mention.clause
    first = grammar.within(time.span).start
    # The parser hangs the time of "the plan passed on Friday | needs" on either verb.
    for at in (first - 1, *grammar.up(first)):
        word = words[at]
        if at == clause:
            return False
        if word.dep in ("acl", "relcl") and at < first < clause and grammar.is_clause(at):
            return word.lemma.lower() not in named("comes-out")
        if word.dep == "prep" and word.lemma.lower() in named("precedes") and words[word.head].dep != "prep":
            return time.span.start > words[at].end + 1
    return False


def _is_suffered(verb: int, grammar: Grammar) -> bool:
    """Return whether the parser took for done what was suffered: "the plan passed on Friday by the council"."""
    by = any(grammar.words[child].dep == "agent" for child in grammar.hanging[verb])
    return by and grammar.words[verb].tag == "VBD" and grammar.object(verb) is None


def _is_a_saying(verb: int, mention: EventMention, grammar: Grammar) -> bool:
    """Return whether what was said at an occasion is told by itself: "Ito said at a briefing", "The Port Authority"."""
    if families(stem_of(grammar.words[verb].lemma)) != (SAYING,):
        return False
    subject = grammar.own_subject(verb)
    return mention.doer.startswith("@") or (subject is not None and grammar.words[subject].tag == "NNP")


def _has_time_before(mention: EventMention, grammar: Grammar) -> bool:
    """Return whether the time describes the noun: "Monday's ruling", "the 2003 invasion"."""
    before = mention.time is not None and mention.time.span.start <= mention.trigger.start
    return before and _holds_its_time(mention, grammar)


def _holds_its_time(mention: EventMention, grammar: Grammar) -> bool:
    """Return whether the time of a happening hangs below its event word."""
    if mention.time is None:
        return False
    time = grammar.within(mention.time.span)
    return any(at in time for at in grammar.below(mention.word))


def _has_time_within(mention: EventMention, grammar: Grammar) -> bool:
    """Return whether the time stands between the noun and what goes on about it: "a report Monday that ...".

    "Sought treatment Monday" tells when it was sought.
    """
    if mention.time is None or mention.time.span.start != mention.trigger.end + 1:
        return False
    words, behind = grammar.words, mention.time.span.end
    goes_on = any(words[child].start >= behind for child in grammar.hanging[mention.word])
    return goes_on or any(words[child].dep in ("det", "poss") for child in grammar.hanging[mention.word])


def _ends(top: int, grammar: Grammar) -> Iterator[int]:
    """Yield the words at which a label may end: all that hangs on a word, then without what only adds to it.

    At last without a quotation behind a colon, which may run through sentences: "took to the radio to answer: | ...".
    """
    words = grammar.words
    for less, quoting in ((_APART, True), (_EXTRA, True), (_EXTRA, False)):
        kept = _without(grammar, top, less)
        colon = next(
            (
                at
                for at in kept
                if at > top and words[at].tag == ":" and any(word.quoted for word in words[at + 1 : at + 2])
            ),
            None,
        )
        if not quoting and colon is None:
            return
        kept = kept if quoting else [at for at in kept if colon is None or at < colon]
        # The full stop hangs on the verb: what was left out before it must not come back with it.
        while len(kept) > 1 and (
            words[kept[-1]].dep == "punct"
            or leads_on(kept[-1], grammar)
            or (not quoting and words[kept[-1]].tag == "VBG")  # "issued a statement saying: | ..."
        ):
            kept.pop()
        yield kept[-1]


def leads_on(last: int, grammar: Grammar) -> bool:
    """Return whether a word opens what is left out behind it: the "after" of "closed after | its owner had left"."""
    tag, behind = grammar.words[last].tag, grammar.words[last + 1 : last + 2]
    # A misread opener governs nothing: "for the port after | Mayor Ito said".
    opens = not grammar.hanging[last] and any(word.tag in NAMING for word in behind)
    return tag == "CC" or (tag in _OPENERS and (opens or any(child > last for child in grammar.hanging[last])))


def _without(grammar: Grammar, top: int, left_out: frozenset[str]) -> list[int]:
    """Return a clause's words without what follows in one of these relations; of joined names both are kept."""

    def leaves(child: int) -> bool:
        dep = grammar.words[child].dep
        if child < top or dep not in left_out:
            return False
        if dep == "cc":
            return any(_is_joined_clause(grammar, other) for other in grammar.hanging[grammar.words[child].head])
        if dep == "prep":
            return _tells_what_for(grammar, child)
        return (dep != "conj" or grammar.is_clause(child)) and _may_be_missed(grammar, child)

    return grammar.below(top, leaves)


def _is_joined_clause(grammar: Grammar, word: int) -> bool:
    return grammar.words[word].dep == "conj" and grammar.is_clause(word) and _may_be_missed(grammar, word)


def _tells_what_for(grammar: Grammar, preposition: int) -> bool:
    """Return whether a phrase only tells what something was done for: "closed the pier | in an effort to save it"."""
    words = grammar.words
    if words[preposition].lemma.lower() != "in" or not grammar.is_clause(words[preposition].head):
        return False
    behind = (at for noun in grammar.hanging[preposition] for at in grammar.hanging[noun])
    return any(words[at].tag == "VB" and words[at].dep in ("acl", "advcl") for at in behind)


def _may_be_missed(grammar: Grammar, word: int) -> bool:
    """Return whether a clause stays true, and whole, without one that hangs on it and stands behind.

    So it does without what a mark parts from it and without a clause of its own: "closed the pier, which is old",
    "closed the pier while Dahl watched", "closed the pier and left". Not without "the painter | Nils Dahl", "signed no
    deal | that was made in secret", "a plan | to close the pier", "cleaned | and painted the pier".
    """
    words = grammar.words
    first = grammar.below(word)[0]
    if words[words[word].head].lemma.lower() in named("comes-with"):  # "the offer came | two days after she had left"
        return False
    if words[first - 1].dep == "punct" or words[word].dep == "parataxis":
        return True
    if words[word].dep in ("relcl", "acl"):
        return False
    subject = grammar.own_subject(word)
    if subject is not None:  # not "arranged | for Dahl to sail", "disputed a report on Monday | that said"
        return grammar.is_finite(word) and words[subject].tag not in RELATIVE
    between = range(words[word].head + 1, first)
    return words[word].dep == "conj" and any(words[at].dep not in ("cc", "advmod", "prt") for at in between)


def _is_telling_noun(word: ParsedWord) -> bool:
    return word.tag in NOUNS and word.lemma.lower() not in named("anything")


def _meant(noun: int, verb: int, grammar: Grammar) -> int:
    """Return the first noun that a relative clause may be about: of "a ban on loud horns, which expired" the ban.

    The parser hangs such a clause on the nearest noun, and on a bare one often wrongly; with both the label is true
    whichever is meant.
    """
    words, noun = grammar.words, _named(noun, grammar)
    for _ in range(OUTWARD):
        bare = not any(words[child].dep in ("det", "poss") for child in grammar.hanging[noun])
        if words[noun].tag not in ("NN", "NNS") or not bare or _is_of_somebody(verb, grammar):
            break
        above = words[noun].head if words[noun].dep in ("pobj", "dobj") else noun
        while words[above].dep in ("prep", "pcomp") or (words[above].dep == "acl" and words[above].tag == "VBG"):
            above = words[above].head
        if above == noun or above > noun or words[above].tag not in ("NN", "NNS"):
            break
        noun = above
    return noun


def _named(noun: int, grammar: Grammar) -> int:
    """Return the name that a noun stands beside: "Rosa Ortiz" of "Rosa Ortiz, the painter, who"; else the noun."""
    words, head = grammar.words, grammar.words[noun].head
    return head if words[noun].dep == "appos" and head < noun and words[head].tag in NAMES else noun


def _is_of_somebody(verb: int, grammar: Grammar) -> bool:
    subject = grammar.own_subject(verb)
    return subject is not None and grammar.words[subject].lemma.lower() in ("who", "whom")


def _first_before(grammar: Grammar, noun: int) -> int:
    """Return the first word of a noun phrase, what stands behind the noun left out."""
    return grammar.below(noun, lambda child: child > noun)[0]


def _with_its_owner(first: int, grammar: Grammar) -> int:
    """Return the word that begins a noun with whose it is, where the parser tore it apart: "Ito's ex-| captains"."""
    words = grammar.words
    while first > 1 and words[first - 1].tag in ("POS", "HYPH"):
        apart = words[first - 1].tag == "HYPH" or words[first - 1].head >= first - 1
        owner = first - 2 if apart else words[first - 1].head
        first = owner if apart else _first_before(grammar, owner)
    return first


def _trimmed(span: Span, text: str, grammar: Grammar) -> Span:
    """Return the span without marks at its edges, but with the quotation marks of a quotation that it holds whole.

    The mark that a word ends with is its own: "at 7 p.m.", "in the U.S.".
    """
    start, end = span.start, span.end
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    words = grammar.within(Span(start, end))
    last = grammar.words[words[-1]] if words else None
    if last is not None and last.end == end + 1 and _SHORTENED.fullmatch(text[last.start : last.end]):
        end += 1
    for pair in _QUOTES:
        opening, closing = pair[0], pair[1]
        inside = text[start:end]
        if opening == closing and _closes_first(inside, closing) and text[start - 1 : start] == opening:
            start -= 1
            inside = text[start:end]
        missing = inside.count(closing) - inside.count(opening) if opening != closing else inside.count(opening) % 2
        if missing == 1 and text[start - 1 : start] == opening:
            start -= 1
        elif (missing == -1 or (opening == closing and missing)) and closing in text[end : end + 2]:
            end = text.index(closing, end) + 1
        elif not missing and opening != closing and -1 < inside.find(closing) < inside.find(opening):
            # we wait,” Ito told “The Post: both are cut open
            start -= text[start - 1 : start] == opening
            end = text.index(closing, end) + 1 if closing in text[end : end + 2] else end
    return Span(start, max(start, end))


def _closes_first(inside: str, mark: str) -> bool:
    """Return whether the first of marks that look alike closes: 'we wait," Ito said, and added: "It is late'."""
    at = inside.find(mark)
    return at > 0 and not inside[at - 1].isspace()
