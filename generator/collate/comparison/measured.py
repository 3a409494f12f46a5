"""Values in their scenes: the number with the thing that the grammar tells it to be of, its clause and its year."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.collate.comparison.scenes import BESIDE_NOUN, Scene, Stage
from generator.collate.comparison.value_words import alike, thing_printed
from generator.collate.comparison.values import Value
from generator.collate.timeline.mentions.grammar import NOUNS
from generator.collate.timeline.mentions.modality import mood_of_verb
from generator.collate.timeline.mentions.times import times_in
from generator.collate.words.stems import stem_of
from generator.records import Span

BEFORE = 20  # code points before a year among which "since" stands
# Verbs whose subject is what a sum or a share is of.
AMOUNTING = frozenset("be total reach hit amount stand rise fall climb drop grow increase decrease come cost".split())  # noqa: SIM905


LEAVING = frozenset(["from", "beyond", "past"])


@dataclass(frozen=True, slots=True)
class Measured:
    """A value in its scene."""

    value: Value
    scene: Scene
    """Of the verb of its clause; of the thing itself where no verb heads it."""
    thing: Scene
    """Of what is counted or measured."""
    beside: frozenset[str]
    """All that stands with the thing or the verb."""
    years: frozenset[str]
    """Years that its clause names, but for "since 2011"."""
    described: str = ""
    """What it describes, where a hyphen joins it: "indictment" of "a 48-page indictment"."""
    noun: Scene | None = None
    """Of what it describes."""
    supposed: bool = False
    """Whether it only may or would be so: "would rise to nine"."""
    left: bool = False
    """Whether it is what is left behind: "from seven", "beyond the seven"."""

    @property
    def value_words(self) -> frozenset[str]:
        """The thing, as a word of a scene."""
        return frozenset([self.value.thing, self.printed])

    @property
    def printed(self) -> str:
        """Stem of the thing as the article has it: "talks" and not the "meeting" that stands for it."""
        return _printed(self.value)


def measured(value: Value, stage: Stage) -> Measured | None:
    """Return a value in its scene; None in quoted words that nobody parsed."""
    grammar = stage.grammar
    noun = _described(value, stage)
    described = thing_printed(stage.surface(noun)) if noun is not None else ""
    if noun is not None and value.dimension == "duration":
        value = replace(value, thing=described, thing_span=grammar.text_span([noun]))
    elif noun is not None:
        value = replace(value, manner="")  # what befell somebody befell no page
    of_value = list(grammar.within(value.span))
    of_thing = list(grammar.within(value.thing_span)) if value.thing_span else []
    if not of_value:
        return None
    numbers = [at for at in of_value if grammar.words[at].tag == "CD"]
    at = (of_thing or numbers or of_value)[0]
    if grammar.words[at].quoted:
        return None
    verb = grammar.clause_of(at)
    value = _with_subject(value, verb, stage)
    thing, clause = stage.scene(at), stage.scene(verb) if verb is not None else None
    if thing is None:
        return None
    beside = (thing.features | (clause.features if clause else frozenset())) - alike(value.thing)
    beside -= {value.thing, _printed(value)}
    if noun is not None:
        beside |= stage.features(grammar.below(noun)) - {value.thing, _printed(value), stem_of(stage.surface(noun))}
    years = _years(stage, verb if verb is not None else at)
    of_noun = stage.scene(noun) if noun is not None else None
    return Measured(
        value, clause or thing, thing, beside, years, described, of_noun, _is_supposed(verb, stage), _is_left(at, stage)
    )


def _is_left(at: int, stage: Stage) -> bool:
    """Return whether a preposition tells that something goes on from a value."""
    words = stage.grammar.words
    while words[at].dep in BESIDE_NOUN and words[at].head != at:
        at = words[at].head
    led_by = words[at].head
    of_verb = stage.grammar.is_clause(words[led_by].head)  # "guests from seven nations" come from there
    return words[at].dep == "pobj" and of_verb and words[led_by].lemma.lower() in LEAVING


def _is_supposed(verb: int | None, stage: Stage) -> bool:
    grammar = stage.grammar
    while verb is not None and not grammar.is_finite(verb):
        verb = grammar.clause_above(verb)
    return verb is not None and mood_of_verb(grammar, verb) == "hypothetical"


def _described(value: Value, stage: Stage) -> int | None:
    """Return the noun that a measure joined by a hyphen stands before: "the two-week summer school"."""
    grammar, thing = stage.grammar, value.thing_span
    inside = set(grammar.within(value.span))
    if value.dimension not in ("duration", "count") or thing is None or not inside:
        return None
    length = value.dimension == "duration" and value.manner == "length"
    joined = value.span.covers(thing) and stage.text[thing.start - 1] == "-"  # "48-page"
    last = max(inside)
    if last + 1 >= len(grammar.words) or not (joined or length):
        return None
    if stage.text[value.span.end : grammar.words[last + 1].start].strip():
        return None
    above = {grammar.words[at].head for at in inside} - inside
    return next((at for at in sorted(above) if at > last and grammar.words[at].tag in NOUNS), None)


def _with_subject(value: Value, verb: int | None, stage: Stage) -> Value:
    """Return a sum or share with the subject that it is said to be: "the loss was $40 million"."""
    if value.thing or value.dimension in ("count", "duration", "magnitude", "score") or verb is None:
        return value
    grammar = stage.grammar
    subject = grammar.own_subject(verb)
    if subject is None or grammar.words[verb].lemma.lower() not in AMOUNTING or stage.is_person(subject):
        return value
    word = grammar.words[subject]
    feature = stage.feature(subject)
    if feature is None or word.tag not in NOUNS:
        return value
    return replace(value, thing=feature, thing_span=Span(word.start, word.end))


def _years(stage: Stage, at: int) -> frozenset[str]:
    """Return the years that a clause tells, "since 2011" and "this year" left out."""
    grammar = stage.grammar
    own = grammar.text_span(grammar.below(at, lambda child: child != at and grammar.is_clause(child)))
    years = set()
    for time in times_in(stage.found, own):
        words = stage.text[max(0, time.span.start - BEFORE) : time.span.start].lower().split()
        this = stage.text.startswith("this", time.span.start)  # where one says so the other need not
        if time.type == "DATE" and time.precision == "year" and time.value and "since" not in words[-2:] and not this:
            years.add(time.value[:4])
    return frozenset(years)


def _printed(value: Value) -> str:
    return stem_of(value.thing_span.of(value.sentence.text)) if value.thing_span else value.thing
