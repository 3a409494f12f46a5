"""One outlet's words as they leave the site: in a preview picture, in the title of a link, in a copied block."""

from __future__ import annotations

from dataclasses import dataclass

from generator.days import in_words
from generator.publish.edition import Edition
from generator.records import ArticleId, Quote, Reading, Span

TITLE_WORDS = 6  # a chat cuts a title at some 60 characters, and the speaker's name stands before them


@dataclass(frozen=True, slots=True)
class Saying:
    """The words of one reading, whose they are, where and when they were printed."""

    words: str
    """As the article has them, without the comma that led on to "he said"."""
    speaker: str
    """ "Ann Okoro", "likely Ann Okoro" where the decision is below the published bar, "Speaker not known"."""
    outlet: str
    day: str
    """ "19 June 2023", "19 June 2023 (inferred)"; "" when nobody knows."""
    marked: bool
    """False for reported speech, which no quotation marks may be put around."""

    @property
    def shown(self) -> str:
        """The words, in quotation marks where the article has some."""
        return f"“{self.words}”" if self.marked else self.words

    @property
    def title(self) -> str:
        """Who, and the first words: `Ann Okoro: “We will not leave the…”`."""
        parts = self.words.split()
        cut = " ".join(parts[:TITLE_WORDS]) + ("…" if len(parts) > TITLE_WORDS else "")
        return f"{self.speaker}: " + (f"“{cut}”" if self.marked else cut)

    @property
    def place(self) -> str:
        """Outlet and day."""
        return f"{self.outlet}, {self.day}" if self.day else self.outlet


def of_quote(edition: Edition, quote: Quote) -> Saying:
    """Return the words of a quote as its own article has them."""
    return _saying(edition, quote, quote.article_id, quote.inner)


def of_reading(edition: Edition, reading: Reading) -> Saying:
    """Return the words of one article's reading of a statement."""
    return _saying(edition, edition.quotes.get(reading.quote_id), reading.article_id, reading.span)


def printed_on(edition: Edition, article_id: ArticleId) -> str:
    """Return an article's day in words, and whether it was inferred; "" when it is not known."""
    day = edition.days[article_id]
    return in_words(day.value) + (" (inferred)" if day.inferred else "") if day.value else ""


def of_link(edition: Edition, name: str) -> Saying:
    """Return the words that a short address of a quote stands for."""
    stands_for = edition.worded[name]
    return of_quote(edition, stands_for) if isinstance(stands_for, Quote) else of_reading(edition, stands_for[1])


def _saying(edition: Edition, quote: Quote | None, article_id: ArticleId, span: Span) -> Saying:
    words = edition.closed(edition.words(article_id, span))
    marked = quote is None or quote.kind != "indirect"
    return Saying(words, _speaker(edition, quote), edition.outlet(article_id), printed_on(edition, article_id), marked)


def _speaker(edition: Edition, quote: Quote | None) -> str:
    if quote is not None and quote.kind == "term":
        return "Words in quotation marks"
    return edition.speaker_name(quote)
