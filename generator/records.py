"""Every record of the pipeline, in the order in which the stages make them. Start reading here.

Text is stored once, as `Article.text`; everything else is a `Span` of it. Records are frozen and slotted, sequences
are tuples, and a stage takes records and returns new ones. `None` means "not known", an empty tuple "there is none".
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Literal, NewType

ArticleId = NewType("ArticleId", str)
QuoteId = NewType("QuoteId", str)
PersonId = NewType("PersonId", str)
StatementId = NewType("StatementId", str)
EventId = NewType("EventId", str)
AgreementId = NewType("AgreementId", str)


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """Half-open range [start, end) of code points in one `Article.text`."""

    start: int
    end: int

    # Made by the hundred thousand. A frozen record's own way of setting its values looks each slot up by name, which
    # takes twice as long as to ask the slot.
    def __init__(self, start: int, end: int) -> None:
        _set_start(self, start)
        _set_end(self, end)

    def of(self, text: str) -> str:
        """Return the words that the span stands for."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Return whether `other` lies inside this span, edges included."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Return whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


_set_start, _set_end = (vars(Span)[name].__set__ for name in ("start", "end"))


# ---- read ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Stated:
    """A metadatum with its evidence: the value, and how it is known ("line 'Source: BBC'", "meta tag", "file name")."""

    value: str
    how: str


@dataclass(frozen=True, slots=True)
class Removed:
    """Words of the input that are not body text, and why they were taken out."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article besides its body. `None`: the input does not say; never a guess."""

    title: Stated | None = None
    outlet: Stated | None = None
    """Who published this copy."""
    origin: Stated | None = None
    """The agency or outlet that the story comes from, when it is another one."""
    byline: Stated | None = None
    dateline: Stated | None = None
    """Place (and agency, day) that open the text, as printed."""
    published: Stated | None = None
    """Publication day as the input states it: ISO 8601, `YYYY-MM-DD`, `YYYY-MM` or `YYYY`."""
    url: Stated | None = None
    archived: Stated | None = None
    """Address of a copy that is kept elsewhere, in a web archive: what is there still when the page is gone."""
    language: Stated | None = None
    """BCP 47 tag, "en"."""


Form = Literal["scrape", "paragraphs"]


@dataclass(frozen=True, slots=True)
class RawArticle:
    """One article as a reader found it, before cleaning."""

    file: str
    """Path below the seeds folder with "/" between its parts; "feed.jsonl#3" for the third article of a file."""
    sha256: str
    """Of the bytes of the file, in hex."""
    text: str
    """Decoded text. Form "scrape": a page's text with all its dirt. Form "paragraphs": a body that the format itself
    marks as such (front-matter, JSON field, extracted HTML), paragraphs parted by blank lines."""
    form: Form = "scrape"
    given: Metadata = Metadata()
    """What the format itself states (front-matter, meta tags, JSON fields, file name)."""
    removed: tuple[Removed, ...] = ()
    """What the reader left out of `text`."""
    wanted_id: str | None = None
    """The `id` of the front-matter, if it has one."""
    tags: tuple[str, ...] = ()


# ---- clean -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Stretch:
    """`length` code points at `at` in the canonical text stand at `origin` in `RawArticle.text`."""

    at: int
    origin: int
    length: int


@dataclass(frozen=True, slots=True)
class Article:
    """One cleaned article."""

    id: ArticleId
    file: str
    sha256: str
    text: str
    """The canonical text: the body's paragraphs joined by two newlines. Every offset counts its code points."""
    paragraphs: tuple[Span, ...]
    metadata: Metadata
    removed: tuple[Removed, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    """The map from `text` back to the raw text, in order. What lies between two stretches was taken out or folded."""
    tags: tuple[str, ...] = ()
    siglum: str = ""
    """Short unique name of the source in this digest ("BBC"); set when the whole folder is known."""

    @property
    def language(self) -> str:
        """BCP 47 tag of the text; "en" unless the input or the text itself says otherwise."""
        return self.metadata.language.value if self.metadata.language else "en"

    @property
    def words(self) -> int:
        """Number of words of the body."""
        return len(self.text.split())


# ---- annotate: one article at a time ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the body. It never crosses a paragraph."""

    anchor: str
    """Fragment id on the article's page: made from the sentence's words, never from its position."""
    span: Span
    paragraph: int
    """Index into `Article.paragraphs`."""
    note: bool = False
    """Whether the outlet speaks of its own report there: a correction, an editor's note. It tells no event."""


QuoteKind = Literal["direct", "fragment", "indirect", "term"]
SourceKind = Literal["name", "organisation", "nominal", "pronoun"]
"""What the words of a source are: a person's name, a body, a description without a name, "he"."""
Gender = Literal["f", "m", ""]
"""What forms of address, forenames and pronouns tell; "" when nothing does."""


OVERRIDE = "override"
"""The rule by which an editor's word decides."""
BY_EDITOR = "stated by an editor"
"""How a day is known that an entry of the overrides states, before the place of the entry."""


@dataclass(frozen=True, slots=True)
class Decision:
    """How a speaker was decided."""

    rule: str = "none"
    """Name of a rule; `explain` tells what it looks at. "none": nothing decided."""
    confidence: float = 0.0
    """Share of right answers of that rule on labelled news, 0 to 1; 1 for an editor's word. 0: no answer."""
    via: str = ""
    """What the rule went by, where it is not the article's own words: another source, the line of an override."""


@dataclass(frozen=True, slots=True)
class Step:
    """The answer of one rule about one marked stretch, so that it can be asked again."""

    rule: str
    source: Span
    cue: Span | None
    follows: QuoteId | None
    """The quote that this one goes on from, or that ends it, whose step came before; None: no other was looked at."""


@dataclass(frozen=True, slots=True)
class Quote:
    """One stretch of speech in one article, with its attribution: source + cue + content (PARC and PolNeAR terms).

    Each marked stretch is an entry of its own, one a paragraph. The parts of a split or running quotation
    ("A," she said. "B.") share `utterance`. A `term` is quoted words that nobody said (a title, a nickname).
    """

    id: QuoteId
    article_id: ArticleId
    content: Span
    """The quotation marks included; `inner` leaves them out."""
    inner: Span
    kind: QuoteKind
    utterance: str
    """The id of the first quote of the utterance."""
    cue: Span | None = None
    """ "said"; None: no reporting word, as in a running quote."""
    source: Span | None = None
    """The words beside the quote that name the speaker: "he", "Mr Okoro"."""
    source_kind: SourceKind | None = None
    """What these words are; None where there are none."""
    source_mention: int | None = None
    """Index into the article's mentions of the name among these words; None: a pronoun, or no name is known."""
    speaker: PersonId | None = None
    """The person behind the source. None: not known. Never a guess. Set when the whole folder is known."""
    decision: Decision = Decision()
    """What decided the source and with it the speaker."""
    doubt: str = ""
    """Why a speaker was withheld or is in conflict ("two people named Okoro"); "" when there is nothing to say."""
    step: Step | None = None
    """How its own article's source was found, whoever decided afterwards. None: no rule answered.

    A term has one too, though nobody said it, since others may go on from it.
    """

    @property
    def decided_by(self) -> str:
        """Name of the rule that decided."""
        return self.decision.rule

    @property
    def confidence(self) -> float:
        """How often that rule is right, 0 to 1."""
        return self.decision.confidence


CueClass = Literal["says", "denies", "asks", "promises", "orders", "doubts", "believes"]
"""What kind of saying a reporting word stands for: "refused" denies, "urged" asks, "hoped" believes."""
Mood = Literal["told", "unspoken", "negated", "questioned", "supposed"]
"""Whether the text tells that it was said: not "wants", not "did not say", not "did he say?", not "might say"."""


@dataclass(frozen=True, slots=True)
class Report:
    """What somebody is reported to have said, in the reporter's words: "police said the driver had fled".

    No quote, though some of its words may stand in marks ("said the talks were “candid”"): these are a quote of their
    own, and the report names it.
    """

    id: QuoteId
    article_id: ArticleId
    content: tuple[Span, ...]
    """The words reported, "that" included; several stretches where they are parted: "The dam, she said, held"."""
    cue: Span
    """ "said", "according to", "claim"."""
    cue_class: CueClass
    mood: Mood = "told"
    source: Span | None = None
    """The words beside it that name the speaker; None: the text names nobody ("it was announced that")."""
    source_kind: SourceKind | None = None
    source_mention: int | None = None
    """As in a quote: index into the article's mentions."""
    quotes: tuple[QuoteId, ...] = ()
    """The quotes that stand in its words, in order."""
    within: QuoteId | None = None
    """The report in whose words this one stands, and so somebody else's account of it; None: the article's own."""
    speaker: PersonId | None = None
    """As in a quote: never a guess."""
    decision: Decision = Decision()
    doubt: str = ""
    sure: bool = True
    """Whether these are likely enough the words that were said, all of them and no others, to be shown."""

    @property
    def whole(self) -> Span:
        """From its first word to its last."""
        return Span(self.content[0].start, self.content[-1].end)

    @property
    def is_own(self) -> bool:
        """Whether the article itself tells that it was said, by whomever."""
        return self.mood == "told" and self.within is None

    @property
    def is_told(self) -> bool:
        """Whether the article itself tells that somebody said it, so that it can stand beside quotations.

        Who said words that are likelier wrong than right may be stated by an editor, who has read them. Outside of
        its article a "he" is nobody, unless it is known who he is.
        """
        # Without a source only an editor names somebody.
        named = self.speaker is not None or self.source_kind not in (None, "pronoun")
        return self.is_own and named and (self.sure or self.decided_by == OVERRIDE)

    @property
    def decided_by(self) -> str:
        """Name of the rule that found it."""
        return self.decision.rule

    @property
    def confidence(self) -> float:
        """How often that rule is right, 0 to 1."""
        return self.decision.confidence


MentionKind = Literal["person", "organisation", "place", "unknown"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a name stands in its text: what tells whom a pronoun behind it means."""

    paragraph: int = 0
    """Index into `Article.paragraphs`."""
    quoted: bool = False
    """Whether it stands in quoted words, and so in another's mouth."""
    subject: bool = False
    """Whether it is what its clause speaks about."""
    reporting: bool = False
    """Whether it is the source of a reporting clause, quoted or not."""
    possessive: bool = False
    """ "Okoro's"."""
    gender: Gender = ""
    honorific: str = ""
    """ "Mr", "Sen"; "" for none."""

    @property
    def acts(self) -> bool:
        """Whether it does something there: its clause speaks about it, or it says what is reported."""
        return self.subject or self.reporting


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A "he" or "she" of the reporter's own words."""

    span: Span
    gender: Gender


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of one article that name somebody or something."""

    span: Span
    name: str
    """The words without title and possessive: "Okoro" for "Mr Okoro's"."""
    kind: MentionKind
    role: Span | None = None
    """Title or description beside the name: "Danish Minister of Transport"."""
    person: PersonId | None = None
    """The entry that it resolves to. Set when the whole folder is known; None: left open."""
    standing: Standing = Standing()
    meant: str = ""
    """The name that an editor states where the article has it wrong, as pages show it behind the words."""


TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Precision = Literal["day", "week", "month", "quarter", "year", "none"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that tell a time, as in TIMEX3 (TimeML)."""

    span: Span
    type: TimexType
    value: str | None
    """TIMEX3 value: "2023-06-19", "2023-06", "P5Y", "PRESENT_REF"; None: no publication day to resolve it by."""
    precision: Precision
    """How exact the value is. Only "day" may date an event to a day."""
    anchor: date | None = None
    """The day that the words were resolved against; None for an absolute date."""
    rule: str = ""
    """Name of the rule that resolved it; `explain` prints it."""
    end: str | None = None
    """Last day of a range ("18-19 June"), ISO 8601."""


@dataclass(frozen=True, slots=True, init=False)
class ParsedWord:
    """One word of the article with its place in the grammar of its sentence, in spaCy's terms."""

    start: int
    end: int
    """Code points of `Article.text`, end excluded."""
    lemma: str
    tag: str
    """Penn Treebank tag: "VBD"."""
    dep: str
    """Relation to the head: "nsubj"."""
    head: int
    """Index of the head among the words of the article; its own for the root of a sentence."""
    quoted: bool = False
    """One of the few that stand in for a long quotation and have its span: what is said is parsed by nobody."""

    # All of them are kept to the end: so set as those of `Span` are, and places, which repeat from article to article,
    # are the same numbers in all of them. That halves what a word takes.
    def __init__(self, start: int, end: int, lemma: str, tag: str, dep: str, head: int, quoted: bool = False) -> None:
        _set_word_start(self, _PLACES[start] if 0 <= start < MANY_PLACES else start)
        _set_word_end(self, _PLACES[end] if 0 <= end < MANY_PLACES else end)
        _set_lemma(self, lemma)
        _set_tag(self, tag)
        _set_dep(self, dep)
        _set_head(self, _PLACES[head] if 0 <= head < MANY_PLACES else head)
        _set_quoted(self, quoted)


MANY_PLACES = 1 << 15  # code points; some 5,000 words, few articles are longer
_PLACES = tuple(range(MANY_PLACES))
_set_word_start, _set_word_end, _set_lemma, _set_tag, _set_dep, _set_head, _set_quoted = (
    vars(ParsedWord)[each.name].__set__ for each in fields(ParsedWord)
)


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article and what was found in it. All spans are of `article.text`, in order of their start."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    quotes: tuple[Quote, ...] = ()
    mentions: tuple[Mention, ...] = ()
    time_expressions: tuple[TimeExpression, ...] = ()
    pronouns: tuple[Pronoun, ...] = ()
    time_places: tuple[Span, ...] = ()
    """Where a time expression can stand, see `annotate.dates`; resolved again when the publication day is known."""
    words: tuple[ParsedWord, ...] = field(default=(), repr=False)
    """The parse of every paragraph; empty where none was made."""
    reports: tuple[Report, ...] = ()
    """What is said without marks. Apart from the quotes: nothing that counts or compares words meets them there."""

    def sentence_from(self, offset: int) -> Sentence | None:
        """Return the last sentence that begins at a place of the text or before it; None before the first."""
        number = bisect_right(self.sentences, offset, key=lambda sentence: sentence.span.start) - 1
        return self.sentences[number] if number >= 0 else None


# ---- collate: all articles together ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PublicationDay:
    """When an article was published, how that is known, and the days that the text allows."""

    value: str | None
    """ISO 8601 of `precision`; None: left open."""
    precision: Precision
    reason: str
    """For people: "stated: Published May 4, 2021", "inferred: same news conference as the Herald, 4 May 2021"."""
    inferred: bool = False
    window: tuple[date, date] | None = None
    """First and last day that the text allows, both included; None: no bound known."""


@dataclass(frozen=True, slots=True)
class Role:
    """How one article words somebody's role."""

    article_id: ArticleId
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, or an organisation, who speaks or is named in the event."""

    id: PersonId
    name: str
    kind: Literal["person", "organisation"]
    names: tuple[str, ...]
    """Every way the articles write the name, the chosen one first."""
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One article's wording of a statement."""

    quote_id: QuoteId
    article_id: ArticleId
    span: Span
    """The words in that article, without quotation marks; a part of the quote when it says more than the statement."""
    id: str = ""
    """Permanent id of these words: the quote's own when they are all of it. The statement has the id of one of them."""


VariantKind = Literal["same", "typography", "spelling", "omission", "insertion", "substitution", "number", "negation"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of an alignment table: the word or phrase that each reading has at this place."""

    cells: tuple[Span | None, ...]
    """One cell a reading, in the order of `Statement.readings`; None: this reading has nothing here."""
    kind: VariantKind
    kinds: tuple[VariantKind, ...] = ()
    """The kind of each cell against the column's base wording."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said, as one or several articles carry it."""

    id: StatementId
    """The id of one of its quotes' sentences; every reading's own link leads here too."""
    speakers: tuple[PersonId, ...]
    """More than one when the articles name different speakers."""
    text: str
    """The fullest reading's words."""
    readings: tuple[Reading, ...]
    columns: tuple[Column, ...] = ()
    flags: tuple[str, ...] = ()
    """Among: "cut-off", "number differs", "negation differs", "speaker differs", "only in one outlet", "reworded"."""
    why: str = ""
    """Why the readings were joined, for `explain` and the page."""

    @property
    def articles(self) -> tuple[ArticleId, ...]:
        """The articles that carry it, each once, in the order of the readings."""
        return tuple(dict.fromkeys(reading.article_id for reading in self.readings))


@dataclass(frozen=True, slots=True)
class Retelling:
    """One thing that somebody is reported to have said, and the reports of it, none of which is a reading."""

    id: QuoteId
    """The id of the report whose words stand for it."""
    speaker: PersonId
    text: str
    """The words of that report."""
    reports: tuple[QuoteId, ...]
    articles: tuple[ArticleId, ...]
    """Those that report it, each once."""
    cue_class: CueClass
    statement: StatementId | None = None
    """The statement that has the same thing in the speaker's own words; None: nobody quotes it, as far as is sure."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence, or a clause of one, that reports an event."""

    article_id: ArticleId
    span: Span
    day: str | None = None
    """The day that these words themselves give the event; None: they give none."""
    ids: tuple[EventId, ...] = ()
    """Permanent ids of the mentions in these words. The event has one of them; links to the others lead to it."""
    sure: bool = True
    """Whether the words surely report the event; else they may, and the reader is told so."""


@dataclass(frozen=True, slots=True)
class Event:
    """One dated happening on the timeline."""

    id: EventId
    date: str | None
    """ISO 8601 of `precision`; None: no source dates it."""
    end: str | None
    """Last day of an interval, ISO 8601."""
    precision: Precision
    reason: str
    """For people: "“Monday” in an article of 19 June 2023"."""
    label: str
    """Words of a source, shortened at most."""
    evidence: tuple[Evidence, ...]
    people: tuple[PersonId, ...] = ()
    planned: bool = False
    """Announced or hoped for, not reported as having happened."""
    background: bool = False
    """Told to explain the event, not part of it."""
    order: int = 0
    """Place within its day where the sources tell it; 0: they do not."""
    dissent: str = ""
    """What the sources disagree on about the day; "" when they agree."""
    when: str = ""
    """What the sources say of a day that nobody can tell: "Monday", "last month"; "" where there is a date."""
    clear: bool = True
    """Whether the odds are good that a reader finds the label whole, clear and true."""

    @property
    def tellers(self) -> tuple[Evidence, ...]:
        """The evidence that surely reports it."""
        return tuple(evidence for evidence in self.evidence if evidence.sure)

    @property
    def told_by(self) -> frozenset[ArticleId]:
        """The articles that surely report it."""
        return frozenset(evidence.article_id for evidence in self.tellers)


Verdict = Literal["agree", "differ", "told"]
Contrast = Literal["contradiction", "wording", ""]


@dataclass(frozen=True, slots=True)
class FactValue:
    """How one article words a value."""

    article_id: ArticleId
    span: Span
    hedged: bool = False
    """ "roughly", "almost", "more than" beside the value."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """One matter on which articles can be compared, and whether they agree. Never who is right."""

    id: AgreementId
    about: str
    verdict: Verdict
    """ "told": several tell it in their own words, and nothing in it could be equal or unequal."""
    values: tuple[FactValue, ...]
    kind: str = ""
    """What is compared: age, duration, count, date, extent, name, role, speaker, words, happening."""
    contrast: Contrast = ""
    """How they differ: "contradiction" where they cannot both be true, "wording" where they are told differently."""
    minor: bool = False
    """Known to every reader, as an office or a name is, or less surely of one thing than others. Shown last, folded."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that an editor should look at."""

    weight: int
    """Larger is more important."""
    where: str
    what: str
    next_step: str
    fatal: bool = False
    """An editor's word that takes something down and cannot be followed: nothing may be published as it is."""
    about: Thing | None = None
    """What on the site it is about, where that is one thing; an editor who has looked at it can say so."""
    against: str = ""
    """File and line of the other entry, where two entries contradict each other."""
    offer: str = ""
    """What an editor would most likely state of it: the nearest name, the other person, the words of a block."""
    asks: tuple[str, ...] = ()
    """What it asks of an article, in the words by which an entry says that just this was found right."""


ThingKind = Literal["article", "quote", "statement", "person", "event", "row"]
Thing = tuple[ThingKind, str]
"""Something that has an id on the site."""
MarkKind = Literal["edited", "remark", "corrected", "updated", "retracted", "accepted", "reviewed", "pinned"]


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """What an editor states of a thing besides its facts, or that its facts are an editor's."""

    thing: Thing
    what: MarkKind
    text: str = ""
    """The words of a remark; the day of a correction, an update or a retraction, ISO 8601; what of an article was
    found right, "" for whatever is asked of it."""
    url: str = ""
    """Where the outlet says so."""
    where: str = ""
    """File and line of the entry."""


@dataclass(frozen=True, slots=True)
class TakenDown:
    """What no file may show any more, addresses included: links that were given before lose their words too."""

    articles: frozenset[ArticleId] = frozenset()
    """Articles that are hidden and purged."""
    names: tuple[str, ...] = ()
    """Masked names, in every way that they were masked."""
    texts: tuple[str, ...] = ()
    """Paragraphs that are withheld."""


@dataclass(frozen=True, slots=True)
class Digest:
    """The event from all its sources: what every page and data file is made of."""

    articles: tuple[AnnotatedArticle, ...]
    published: tuple[PublicationDay, ...]
    """One an article, in the same order."""
    people: tuple[Person, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    text_groups: tuple[tuple[ArticleId, ...], ...] = ()
    """Articles that share copy stand in one group; every article is in exactly one."""
    findings: tuple[Finding, ...] = ()
    retellings: tuple[Retelling, ...] = ()
    """What people are reported to have said. Apart from the statements: nothing that compares wordings looks here."""
    marks: tuple[Mark, ...] = ()
    """What an editor states of single things, sorted."""
    taken_down: TakenDown = TakenDown()
