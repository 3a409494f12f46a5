"""Who spoke: the one place where a quote's speaker is decided, with all that is known of it.

Known are what its own article says (`resolve`), what an editor states, and whom the same words have in other articles.
The rules are asked in order and the first that does not abstain decides; a real conflict, where two articles each name
a speaker firmly, is kept and shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz

from generator.annotate.confidence import CERTAIN
from generator.annotate.titles import is_person_noun
from generator.collate.people.pronouns import NAMELESS
from generator.collate.people.same_speaker import distinct_speakers
from generator.overrides import StatedSpeaker
from generator.records import (
    OVERRIDE,
    AnnotatedArticle,
    ArticleId,
    Decision,
    Person,
    PersonId,
    Quote,
    QuoteId,
    Reading,
    Report,
    Statement,
)

SURE = 0.85  # confidence from which an article's speaker counts as a witness
SURE_OF_BODY = 0.93  # a body beside a quotation is as often the paper that carried it as the one that spoke
UNSURE = 0.75  # below it an article's own answer yields to witnesses; between the two it neither yields nor testifies
LIKELY = 0.9  # at most, where an article names its own source and not who that is: below what is published as certain
MIN_WORDS = 4  # shorter readings ("wide awake") are catchphrases that two people may use
ALIKE = 90  # of 100: a cut, a comma or a bracket apart
FLAG = "speaker differs"


@dataclass(frozen=True, slots=True)
class Witness:
    """A speaker whom another article is sure of for the same words."""

    article: ArticleId
    siglum: str
    speaker: PersonId
    name: str
    confidence: float
    alike: bool = True
    """Whether that article has the very words, and no other wording of them."""
    by_name: bool = True
    """Whether that article names the speaker beside the words, and not only as "he"."""


@dataclass(frozen=True, slots=True)
class Known:
    """All that is known of who said one quote."""

    quote: Quote
    """With the speaker whom its own article names."""
    stated: StatedSpeaker | None
    witnesses: tuple[Witness, ...]
    """Those with the very words first, then the surest."""
    people: Mapping[PersonId, Person]
    nameless: bool = False
    """Whether its own article says that somebody without a name spoke: "a source", and "he" after it."""

    @property
    def against(self) -> list[Witness]:
        """The witnesses who name somebody else, and not only in another spelling."""
        own = self.quote.speaker
        if own is None:
            return list(self.witnesses)
        return [each for each in self.witnesses if len(distinct_speakers((own, each.speaker), self.people)) > 1]

    @property
    def stands(self) -> bool:
        """Whether the article's own source is sure enough to stand against witnesses, a person behind it or not.

        "The army said" is no "Colonel Lind said", though nobody knows the army as a person. "A spokesman" may be him.
        """
        quote = self.quote
        names_somebody = quote.speaker is not None or quote.source_kind in ("name", "organisation")
        # Whom "she" means is less than certain here, and the very words are somebody's for certain there.
        told = any(witness.alike and witness.confidence >= CERTAIN for witness in self.witnesses)
        guessed = quote.source_kind == "pronoun" and quote.confidence < CERTAIN and told
        return names_somebody and quote.confidence >= UNSURE and not guessed


def override(known: Known) -> Quote | None:
    """An editor states who spoke, or that nobody knows."""
    if known.stated is None:
        return None
    decision = Decision(OVERRIDE, 1.0, known.stated.where)
    return replace(known.quote, speaker=known.stated.speaker, decision=decision, doubt="")


def same_words(known: Known) -> Quote | None:
    """Another article names the speaker of the same words, and this one does not, or is unsure."""
    quote = known.quote
    if not known.against or known.stands:
        return None
    if len(distinct_speakers((witness.speaker for witness in known.witnesses), known.people)) > 1:
        return None
    if quote.source_kind == "nominal" and not known.witnesses[0].alike:
        return None  # what “the letter” says, one of those who signed it may say otherwise elsewhere
    if known.nameless and not any(witness.by_name for witness in known.witnesses):
        return None  # that a source said so is better known than whom "he" means elsewhere
    first = known.witnesses[0]
    # "A spokesman said" may be whom the other names, or his colleague.
    sure = first.confidence if quote.source is None else min(first.confidence, LIKELY)
    decision = Decision(same_words.__name__, sure, first.siglum)
    return replace(quote, speaker=first.speaker, decision=decision, doubt="")


def own_words(known: Known) -> Quote:
    """The article itself says who spoke; where another one contradicts it, that is told."""
    quote = known.quote
    if not (against := known.against):
        return _seconded(known)
    if not known.stands:
        return replace(quote, doubt="the same words have two speakers elsewhere")
    return replace(quote, doubt=f"{against[0].siglum} names {against[0].name}")


def _seconded(known: Known) -> Quote:
    """Return a quote as sure as another article is that names the same speaker beside the very words."""
    quote = known.quote
    named = [witness.confidence for witness in known.witnesses if witness.alike and witness.by_name]
    if quote.speaker is None or not named:
        return quote
    return replace(quote, decision=replace(quote.decision, confidence=max(quote.confidence, named[0])))


RULES: tuple[Callable[[Known], Quote | None], ...] = (override, same_words, own_words)
EXPLANATIONS = {rule.__name__: (rule.__doc__ or "").partition("\n")[0].rstrip(".") for rule in (override, same_words)}
"""What the rules look at that can stand as `Quote.decided_by`, besides those of `annotate.speakers`."""


def decide_speakers(
    articles: Sequence[AnnotatedArticle],
    people: Sequence[Person],
    stated: Mapping[QuoteId, StatedSpeaker],
    statements: Sequence[Statement] = (),
) -> list[AnnotatedArticle]:
    """Return the articles with the speaker of every quote decided, and of each report that an editor names one for.

    `articles`: with the speakers that each of them names itself. `statements`: which words are the same; none while
    that is not known, since it depends on who spoke. Asking again with them starts from the articles' own answers.
    """
    by_id = {person.id: person for person in people}
    quotes = [quote for found in articles for quote in found.quotes]
    first = {quote.id: _decided(Known(quote, stated.get(quote.id), (), by_id)) for quote in quotes}
    witnesses = _witnesses(statements, first, articles, people)

    def decided(quote: Quote, text: str) -> Quote:
        told = _is_nameless(quote, text)
        return _decided(Known(quote, stated.get(quote.id), witnesses.get(quote.id, ()), by_id, told))

    return [
        replace(
            found,
            quotes=tuple(decided(quote, found.article.text) for quote in found.quotes),
            reports=tuple(_of_editor(report, stated.get(report.id)) for report in found.reports),
        )
        for found in articles
    ]


def _is_nameless(quote: Quote, text: str) -> bool:
    if quote.doubt == NAMELESS:
        return True
    last = quote.source.of(text).split()[-1].lower() if quote.source and quote.source_kind == "nominal" else ""
    return is_person_noun(last) or is_person_noun(last.removesuffix("s"))


def with_speakers(
    statements: Sequence[Statement], articles: Sequence[AnnotatedArticle], people: Sequence[Person]
) -> tuple[Statement, ...]:
    """Return the statements with the speakers of their readings, and the flag where these differ."""
    spoken = {quote.id: quote.speaker for found in articles for quote in found.quotes}
    by_id = {person.id: person for person in people}
    return tuple(_updated(statement, spoken, by_id) for statement in statements)


def _of_editor(report: Report, stated: StatedSpeaker | None) -> Report:
    if stated is None:
        return report
    return replace(report, speaker=stated.speaker, decision=Decision(OVERRIDE, 1.0, stated.where), doubt="")


def _decided(known: Known) -> Quote:
    return next(answer for rule in RULES if (answer := rule(known)) is not None)


def _witnesses(
    statements: Sequence[Statement],
    quotes: Mapping[QuoteId, Quote],
    articles: Sequence[AnnotatedArticle],
    people: Sequence[Person],
) -> dict[QuoteId, tuple[Witness, ...]]:
    """Return for each quote whom the other articles with its words name, where they are sure."""
    texts = {found.article.id: found.article.text for found in articles}
    sigla = {found.article.id: found.article.siglum or found.article.id for found in articles}
    names = {person.id: person.name for person in people}
    bodies = {person.id for person in people if person.kind == "organisation"}
    seen: dict[QuoteId, set[Witness]] = defaultdict(set)
    for statement in statements:
        telling = [reading for reading in statement.readings if _tells(reading, texts)]
        named = [
            (
                Witness(
                    reading.article_id,
                    sigla[reading.article_id],
                    speaker,
                    names.get(speaker, speaker),
                    sure,
                    by_name=quote.source_kind != "pronoun",
                ),
                reading,
            )
            for reading in telling
            if (speaker := (quote := quotes[reading.quote_id]).speaker) is not None
            and (sure := quote.confidence) >= (SURE_OF_BODY if speaker in bodies else SURE)
        ]
        for reading in telling:
            seen[reading.quote_id] |= {
                replace(witness, alike=_alike(reading, other, texts))
                for witness, other in named
                if witness.article != reading.article_id
            }
    return {
        quote_id: tuple(sorted(found, key=lambda each: (not each.alike, -each.confidence, each.siglum, each.speaker)))
        for quote_id, found in seen.items()
    }


def _alike(one: Reading, other: Reading, texts: Mapping[ArticleId, str]) -> bool:
    left, right = (reading.span.of(texts[reading.article_id]).lower() for reading in (one, other))
    return left == right or _is_within(left, right)  # a statement of an agency stands in hundreds of articles


@lru_cache(maxsize=4096)
def _is_within(one: str, other: str) -> bool:
    """Return whether the shorter of two texts stands in the longer one, but for a few letters."""
    return fuzz.partial_ratio(one, other) >= ALIKE


def _tells(reading: Reading, texts: Mapping[ArticleId, str]) -> bool:
    return len(reading.span.of(texts[reading.article_id]).split()) >= MIN_WORDS


def _updated(
    statement: Statement, spoken: Mapping[QuoteId, PersonId | None], people: Mapping[PersonId, Person]
) -> Statement:
    speakers = sorted({who for reading in statement.readings if (who := spoken[reading.quote_id]) is not None})
    flags = [flag for flag in statement.flags if flag != FLAG]
    if len(distinct_speakers(speakers, people)) > 1:
        flags.insert(1 if flags[:1] == ["only in one outlet"] else 0, FLAG)
    return replace(statement, speakers=tuple(speakers), flags=tuple(flags))
