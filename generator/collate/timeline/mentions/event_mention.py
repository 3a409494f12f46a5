"""Event mentions: one happening as one clause tells it, with its people, its time and its mood."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass, field
from typing import Literal

from generator.records import ArticleId, PersonId, Span, TimeExpression

MentionMood = Literal["reported", "planned", "hypothetical"]

MentionPlace = tuple[ArticleId, int]
"""A sentence: its article, and its index there."""
SAYING = "say"
MEETING = "meet"
PRESS = "press"


def tell_other_shares(left: Set[str], right: Set[str]) -> bool:
    """Return whether two stretches give percentages and none in common: "fell 12 %", "fell 7.6 %" of another day."""
    return bool(left) and bool(right) and left.isdisjoint(right)


@dataclass(frozen=True, slots=True)
class EventMention:
    """One happening as one clause tells it."""

    article_id: ArticleId
    sentence: int
    """Index into `AnnotatedArticle.sentences`."""
    span: Span
    """From the first to the last word of its clause, in the article's text."""
    trigger: Span
    families: tuple[str, ...]
    """Families of event words; ("=stem",) for a verb that is in no list."""
    content: tuple[tuple[str, int], ...]
    """Stems of the sentence's telling words with their distance to the trigger in such words, the trigger at 0."""
    word: int
    """Index of the event word among the words of the article."""
    clause: int
    """Index of the verb of its clause; the event word itself where no verb heads it."""
    numbers: frozenset[str] = frozenset()
    """Numbers in digits near the event word."""
    shares: frozenset[str] = frozenset()
    """Percentages of its clause, in digits: "shares fell 7.6%"."""
    people: frozenset[PersonId] = frozenset()
    partners: frozenset[PersonId] = frozenset()
    """Those of the people that stand behind the event word: "met Ito", "talks with Ito"."""
    likely: frozenset[PersonId] = frozenset()
    """Whom its "he" or "her" probably means: enough to find two mentions alike, not to tell them apart or to show."""
    doer: str = ""
    """Who or what does it: "@" and a person's id, else the stem of the noun; "" where a pronoun or nothing tells."""
    done_to: str = ""
    """Whom or what it is done to, likewise."""
    participants: frozenset[str] = frozenset()
    """Who and what takes part in any way ("with the mayor", "in Oslo", "'s arrest"), likewise."""
    time: TimeExpression | None = None
    """The expression that dates this event word."""
    weak_time: TimeExpression | None = None
    """An expression of the clause that another event word stands nearer to."""
    told: TimeExpression | None = None
    """The expression that would date it if the article's day were known."""
    nominal: TimeExpression | None = field(default=None, compare=False)
    """`told` as of a day that means nothing, see `collate.timeline.nominal`; None where a day of the folder is known.

    It tells two mentions of one weekday from two of different ones, and is never shown.
    """
    duration: TimeExpression | None = None
    mood: MentionMood = "reported"
    negated: bool = False
    """Told as not having happened."""
    quoted: bool = False
    partner: str = ""
    """The one of several partners that it is about, as printed: "talks with Ito and Brandt" are two mentions."""
    plural: bool = False
    """ "meetings", "attacks": several happenings at once."""
    finite: bool = False
    """Whether the event word is a verb with its tense, and not a noun."""
    anaphoric: bool = False
    """ "the meeting" with nothing that says which: the one told last."""
    words: tuple[str, ...] = field(default=(), repr=False)
    """Lower-case words of the clause, for rules of order."""
    printed: str = ""
    """The event word, lower case."""

    def __hash__(self) -> int:
        """Hash what tells nearly all mentions apart: they are looked up by the million, and have thirty fields."""
        return hash((self.article_id, self.trigger.start, self.partner))

    @property
    def place(self) -> MentionPlace:
        """The sentence that tells it."""
        return (self.article_id, self.sentence)

    @property
    def dating(self) -> TimeExpression | None:
        """What dates it beside the other mentions of its folder: its time, else what that would be on that day."""
        return self.time or self.nominal

    @property
    def listed(self) -> bool:
        """Whether the event word is in the lists, and not just any verb."""
        return not self.families[0].startswith("=")

    @property
    def day(self) -> str | None:
        """The day that stands beside the event word, ISO 8601; None: none does, or one less exact."""
        time = self.time
        return time.value[:10] if time and time.value and time.precision == "day" else None

    @property
    def planned(self) -> bool:
        """Whether it is told as to come: "will", "hopes to"; or as possible at a time: "could meet this year"."""
        return self.mood == "planned" or (self.mood == "hypothetical" and self.time is not None)

    @property
    def key(self) -> tuple[object, ...]:
        """Sorts mentions the same way whatever order the articles came in."""
        return (self.article_id, self.trigger.start, self.trigger.end, self.families, *sorted(self.people))


def is_of_one_article(mentions: Iterable[EventMention]) -> bool:
    """Return whether one article alone tells a happening."""
    return len({mention.article_id for mention in mentions}) == 1
