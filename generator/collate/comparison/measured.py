"""Values in their scenes: the number with the thing that the grammar tells it to be of, its clause and its year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.annotate.titles import role_nouns
from generator.collate.comparison.scenes import BESIDE_NOUN, Account, Scene, families_of, persons
from generator.collate.comparison.value_words import alike, thing_printed
from generator.collate.comparison.values import Value
from generator.collate.timeline.mentions.grammar import NOUNS
from generator.collate.timeline.mentions.modality import mood_of_verb
from generator.collate.timeline.mentions.times import times_in
from generator.collate.words.stems import root_of, stem_of
from generator.records import Span

BEFORE = 20  # code points before a year among which "since" stands
# Verbs whose subject is what a sum or a share is of.
AMOUNTING = frozenset("be total reach hit amount stand rise fall climb drop grow increase decrease come cost".split())  # noqa: SIM905

STANDING = frozenset(["be", "total", "reach", "hit", "amount", "stand"])
LEAVING = frozenset(["from", "beyond", "past"])
PARTS = frozenset("all most half many some part few none majority rest share".split())  # noqa: SIM905


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
    """What it describes, where a hyphen joins it, or what a share is said to be: "a 48-page indictment"."""
    noun: Scene | None = None
    """Of what it describes."""
    supposed: bool = False
    """Whether it only may or would be so: "would rise to nine"."""
    of: frozenset[str] = frozenset()
    """What the noun is of that it describes: "lease" and "mill" of "a ten-year extension of the mill's lease"."""
    whose: str = ""
    """Who has a share, where one person does: "Lind had 40 percent of delegates"."""
    left: bool = False
    """Whether it is what is left behind, or what is told of a part of it only: "from seven", "most of the 70"."""

    @property
    def value_words(self) -> frozenset[str]:
        """The thing, as a word of a scene."""
        return frozenset([self.value.thing, self.printed])

    @property
    def printed(self) -> str:
        """Stem of the thing as the article has it: "talks" and not the "meeting" that stands for it."""
        return _printed(self.value)


def measured(value: Value, account: Account) -> Measured | None:
    """Return a value in its scene; None in quoted words that nobody parsed."""
    grammar = account.grammar
    noun = _described(value, account)
    described = thing_printed(account.surface(noun)) if noun is not None else ""
    if noun is not None and value.dimension == "duration":
        value = replace(value, thing=described, thing_span=grammar.text_span([noun]))
    elif noun is not None:
        value = replace(value, manner="")  # what befell somebody befell no page
    of_value = list(grammar.within(value.span))
    value = _with_whole(value, of_value, account)
    of_thing = list(grammar.within(value.thing_span)) if value.thing_span else []
    if not of_value:
        return None
    numbers = [at for at in of_value if grammar.words[at].tag == "CD"]
    at = (of_thing or numbers or of_value)[0]
    if grammar.words[at].quoted:
        return None
    verb = grammar.clause_of(at)
    plain, value = value, _with_subject(value, verb, account)
    if value is not plain and value.dimension == "percent" and _stands(verb, account):
        described = value.thing  # "turnout was 40 %": one article tells it once
    thing, clause = account.scene(at), account.scene(verb) if verb is not None else None
    if thing is None:
        return None
    beside = thing.features | (clause.features if clause else frozenset())
    if noun is not None:
        beside |= account.features(grammar.below(noun)) - _itself(stem_of(account.surface(noun)))
    beside -= alike(value.thing) | _itself(value.thing) | _itself(_printed(value))
    years = _years(account, verb if verb is not None else at)
    of_noun = account.scene(noun) if noun is not None else None
    return Measured(
        value,
        clause or thing,
        thing,
        beside,
        years,
        described,
        of_noun,
        _is_supposed(verb, account),
        _of(noun, account) if noun is not None else frozenset(),
        _whose(of_value, clause, account) if value.dimension == "percent" else "",
        _is_left(at, account),
    )


def _itself(stem: str) -> frozenset[str]:
    """Return the features by which a word may stand beside itself: its stem, its root, what happens by it."""
    return frozenset([stem, root_of(stem), *families_of(stem)])


def _of(noun: int, account: Account) -> frozenset[str]:
    """Return what the things are that "of" joins to a noun; nothing for people, who are told in other words."""
    grammar = account.grammar
    led_by = [at for at in grammar.hanging[noun] if grammar.words[at].lemma.lower() == "of"]
    things = [thing for at in led_by for thing in grammar.hanging[at] if grammar.words[thing].tag in ("NN", "NNS")]
    if any(account.surface(thing).lower() in role_nouns() or account.is_person(thing) for thing in things):
        return frozenset()
    beside = (at for thing in things for at in grammar.hanging[thing] if grammar.words[at].dep in BESIDE_NOUN)
    return account.features([*things, *beside])


def _is_left(at: int, account: Account) -> bool:
    """Return whether a preposition tells that something goes on from a value, or that a part of it is meant."""
    words = account.grammar.words
    while words[at].dep in BESIDE_NOUN and words[at].head != at:
        at = words[at].head
    led_by = words[at].head
    if words[at].dep == "pobj" and words[led_by].lemma.lower() == "of":
        part = words[words[led_by].head]
        return part.lemma.lower() in PARTS or part.tag == "CD"
    of_verb = account.grammar.is_clause(words[led_by].head)  # "guests from seven nations" come from there
    return words[at].dep == "pobj" and of_verb and words[led_by].lemma.lower() in LEAVING


def _is_supposed(verb: int | None, account: Account) -> bool:
    grammar = account.grammar
    while verb is not None and not grammar.is_finite(verb):
        verb = grammar.clause_above(verb)
    return verb is not None and mood_of_verb(grammar, verb) == "hypothetical"


def _described(value: Value, account: Account) -> int | None:
    """Return the noun that a measure joined by a hyphen stands before: "the two-week summer school"."""
    grammar, thing = account.grammar, value.thing_span
    inside = set(grammar.within(value.span))
    if value.dimension not in ("duration", "count") or thing is None or not inside:
        return None
    length = value.dimension == "duration" and value.manner == "length"
    joined = value.span.covers(thing) and account.text[thing.start - 1] == "-"  # "48-page"
    last = max(inside)
    if last + 1 >= len(grammar.words) or not (joined or length):
        return None
    if account.text[value.span.end : grammar.words[last + 1].start].strip():
        return None
    above = {grammar.words[at].head for at in inside} - inside
    return next((at for at in sorted(above) if at > last and grammar.words[at].tag in NOUNS), None)


def _with_subject(value: Value, verb: int | None, account: Account) -> Value:
    """Return a sum or share with the subject that it is said to be: "the loss was $40 million"."""
    if value.thing or value.dimension in ("count", "duration", "magnitude", "score") or verb is None:
        return value
    grammar = account.grammar
    subject = grammar.own_subject(verb)
    if subject is None or grammar.words[verb].lemma.lower() not in AMOUNTING or account.is_person(subject):
        return value
    word = grammar.words[subject]
    feature = account.feature(subject)
    if feature is None or word.tag not in NOUNS:
        return value
    return replace(value, thing=feature, thing_span=Span(word.start, word.end))


def _with_whole(value: Value, inside: Sequence[int], account: Account) -> Value:
    """Return a share with the noun of what it is of: "members" of "40 percent of members polled".

    Words alone take the last of them for it.
    """
    grammar = account.grammar
    if value.dimension != "percent":
        return value
    led_by = [at for each in inside for at in grammar.hanging[each] if grammar.words[at].lemma.lower() == "of"]
    wholes = [at for each in led_by for at in grammar.hanging[each] if grammar.words[at].dep == "pobj"]
    if len(wholes) != 1:
        return value
    whole = wholes[0]
    if grammar.words[whole].tag == "VBG":  # "with 40 percent of members voting"
        whole = next((at for at in grammar.hanging[whole] if grammar.words[at].tag == "NNS" and at < whole), whole)
    noun = grammar.words[whole]
    if noun.tag not in ("NN", "NNS") or account.feature(whole) is None or account.is_person(whole):
        return value
    return replace(value, thing=thing_printed(account.surface(whole)), thing_span=Span(noun.start, noun.end))


def _whose(inside: Sequence[int], clause: Scene | None, account: Account) -> str:
    """Return the one person who does what a share is the object of, "a lead of 40 percent" too; "" for no such."""
    words = account.grammar.words
    top = next((at for at in inside if words[at].head not in inside), inside[0])
    while words[top].dep == "pobj" and words[words[top].head].lemma.lower() == "of":
        top = words[words[top].head].head
    people = persons(clause.doers) if clause is not None and words[top].dep in ("dobj", "attr") else frozenset[str]()
    return min(people) if len(people) == 1 else ""


def _stands(verb: int | None, account: Account) -> bool:
    """Return whether a verb tells how much something is, and not by how much it grew."""
    return verb is not None and account.grammar.words[verb].lemma.lower() in STANDING


def _years(account: Account, at: int) -> frozenset[str]:
    """Return the years that a clause tells, "since 2011" and "this year" left out."""
    grammar = account.grammar
    own = grammar.text_span(grammar.below(at, lambda child: child != at and grammar.is_clause(child)))
    years = set()
    for time in times_in(account.found, own):
        words = account.text[max(0, time.span.start - BEFORE) : time.span.start].lower().split()
        this = account.text.startswith("this", time.span.start)  # where one says so the other need not
        if time.type == "DATE" and time.precision == "year" and time.value and "since" not in words[-2:] and not this:
            years.add(time.value[:4])
    return frozenset(years)


def _printed(value: Value) -> str:
    return stem_of(value.thing_span.of(value.sentence.text)) if value.thing_span else value.thing
