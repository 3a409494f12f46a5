"""What an editor is asked to look at."""

from __future__ import annotations

from dataclasses import replace

from generator.collate.findings import find_findings
from generator.language import SpacyLanguage
from generator.pipeline import build_digest
from generator.records import (
    Agreement,
    AgreementId,
    AnnotatedArticle,
    Article,
    ArticleId,
    Decision,
    Digest,
    Event,
    EventId,
    Evidence,
    FactValue,
    Mark,
    Metadata,
    PersonId,
    PublicationDay,
    Quote,
    QuoteId,
    QuoteKind,
    RawArticle,
    Reading,
    Removed,
    Span,
    Stated,
    Statement,
    StatementId,
)

TEXT = "“The bridge will not open before the winter,” a voice at the back said on Monday."
OPEN = PublicationDay(None, "none", "not stated")
STATED = PublicationDay("2023-06-19", "day", "stated: front-matter")
INFERRED = PublicationDay("2023-06-19", "day", "inferred: same words as Herald", inferred=True)
KNOWN = Metadata(outlet=Stated("Herald", "front-matter"))


def quote(
    speaker: str | None, confidence: float, kind: QuoteKind = "direct", decided_by: str = "clause_after"
) -> Quote:
    end = TEXT.index("”")
    return Quote(
        QuoteId("q"),
        ArticleId("herald"),
        Span(0, end + 1),
        Span(1, end),
        kind,
        "q",
        speaker=PersonId(speaker) if speaker else None,
        decision=Decision(decided_by, confidence),
    )


def told(day: PublicationDay, *quotes: Quote, metadata: Metadata = KNOWN) -> list[str]:
    article = Article(ArticleId("herald"), "herald.txt", "", TEXT, (Span(0, len(TEXT)),), metadata, siglum="Herald")
    digest = Digest((AnnotatedArticle(article, quotes=quotes),), (day,))
    return [f"{finding.where}: {finding.what}" for finding in find_findings(digest, "articles")]


def test_sure_speaker_in_a_dated_article_needs_no_look() -> None:
    assert told(STATED, quote("ann-okoro", 0.98)) == []


def test_sentence_that_nobody_is_named_for_is_told_with_its_paragraph() -> None:
    (line,) = told(STATED, quote(None, 0.0))
    assert line == "articles/herald.txt, paragraph 1: nobody is named for “The bridge will not open before the winter,”"


def test_unsure_speaker_is_told_with_the_share_of_right_answers() -> None:
    (line,) = told(STATED, quote("ann-okoro", 0.81))
    assert "81 of 100 such answers are right" in line


def test_what_the_editor_stated_is_not_asked_again() -> None:
    assert told(STATED, quote(None, 1.0, decided_by="override")) == []


def test_term_without_a_speaker_needs_no_look() -> None:
    assert told(STATED, quote(None, 0.0, kind="term")) == []


def test_open_day_comes_before_an_inferred_one() -> None:
    assert ["its day of publication is not known" in line for line in told(OPEN)] == [True]
    assert ["published 2023-06-19, inferred: same words as Herald" in line for line in told(INFERRED)] == [True]


def test_source_that_nobody_names_is_told() -> None:
    (line,) = told(STATED, metadata=Metadata())
    assert "neither its outlet nor where it comes from is known" in line


def test_article_in_another_language_is_told() -> None:
    (line,) = told(STATED, metadata=Metadata(outlet=KNOWN.outlet, language=Stated("fr", "its words")))
    assert "in another language (fr): published without annotation" in line


def test_two_speakers_of_one_statement_come_first() -> None:
    readings = (Reading(QuoteId("q"), ArticleId("herald"), Span(1, 10)),)
    speakers = (PersonId("ann-okoro"), PersonId("ministry"))
    statement = Statement(StatementId("s"), speakers, "The bridge will not open", readings)
    article = Article(ArticleId("herald"), "herald.txt", "", TEXT, (Span(0, len(TEXT)),), KNOWN, siglum="Herald")
    digest = Digest((AnnotatedArticle(article, quotes=(quote(None, 0.0),)),), (OPEN,), statements=(statement,))
    first = find_findings(digest)[0]
    assert first.where == "Herald"
    assert "different speakers" in first.what


def test_a_sentence_that_was_left_out_for_its_looks_is_told_and_a_button_is_not() -> None:
    removed = (
        Removed("Divers arrive at the pier of Port Hale on May 4 with the bell.", "caption (describes a picture)"),
        Removed("Advertisement", "advertisement marker"),
        Removed("Subscribe to our newsletter and read the news of the harbour every day.", "promotion"),
    )
    metadata = KNOWN
    article = Article(ArticleId("herald"), "herald.txt", "", TEXT, (Span(0, len(TEXT)),), metadata, removed)
    (finding,) = find_findings(Digest((AnnotatedArticle(article),), (STATED,)))
    assert finding.what == ("left out as caption (describes a picture): “Divers arrive at the pier of Port Hale on…”")


def test_values_that_cannot_both_be_true_are_asked_about_until_somebody_has_looked() -> None:
    articles = tuple(
        AnnotatedArticle(Article(ArticleId(name), f"{name}.txt", "", text, (Span(0, len(text)),), KNOWN, siglum=name))
        for name, text in (("herald", "Nine people were hurt."), ("gazette", "Six people were hurt."))
    )
    values = (FactValue(ArticleId("herald"), Span(0, 4)), FactValue(ArticleId("gazette"), Span(0, 3)))
    row = Agreement(AgreementId("hurt"), "people hurt", "differ", values, "count", "contradiction")
    digest = Digest(articles, (STATED, STATED), agreements=(row,))
    (finding,) = find_findings(digest)
    assert finding.where == "comparison “people hurt”"
    assert finding.what == "the sources do not agree: herald “Nine”, gazette “Six”"
    assert find_findings(replace(digest, agreements=(replace(row, contrast="wording"),))) == ()
    for what in ("reviewed", "accepted"):
        assert find_findings(replace(digest, marks=(Mark(("row", "hurt"), what),))) == ()  # type: ignore[arg-type]


def test_names_a_slip_apart_are_asked_about_unless_one_article_has_both(language: SpacyLanguage) -> None:
    def asked(*texts: str) -> list[str]:
        raws = [RawArticle(f"{n}.txt", "0" * 64, text, "paragraphs") for n, text in enumerate(texts)]
        return [found.what for found in build_digest(raws, language).findings if "almost alike" in found.what]

    first, second = "Ruth Okafor opened the bridge.", "Ruth Okaphor closed the harbour."
    (line,) = asked(first, second)
    assert line == "“Ruth Okafor” and “Ruth Okaphor” are named almost alike, and never in one article"
    assert asked(f"{first}\n\n{second}", "Jan Lind fell.") == []
    assert asked(first, "Ruth Brandt closed the harbour.") == []


def test_what_is_told_as_done_before_its_day_is_asked_about() -> None:
    article = Article(ArticleId("herald"), "herald.txt", "", TEXT, (Span(0, len(TEXT)),), KNOWN, siglum="Herald")
    done = Event(
        EventId("e"), "2023-06-21", None, "day", "stated", "The bridge opened", (Evidence(article.id, Span(0, 5)),)
    )

    def asked(event: Event) -> list[str]:
        digest = Digest((AnnotatedArticle(article),), (STATED,), events=(event,))
        return [found.what for found in find_findings(digest)]

    assert asked(done) == ["“The bridge opened” is dated 21 June 2023, and Herald tells it on 19 June 2023"]
    assert asked(replace(done, planned=True)) == []
    assert asked(replace(done, date="2023-06-18")) == []


def test_of_two_quotes_without_a_speaker_the_one_that_more_articles_carry_comes_first() -> None:
    article = Article(ArticleId("herald"), "herald.txt", "", TEXT, (Span(0, len(TEXT)),), KNOWN, siglum="Herald")
    readings = (Reading(QuoteId("q"), article.id, Span(1, 20)), Reading(QuoteId("r"), ArticleId("echo"), Span(0, 9)))
    digest = Digest((AnnotatedArticle(article, quotes=(quote(None, 0.0),)),), (STATED,))
    (alone,) = find_findings(digest)
    carried = Statement(StatementId("s"), (), "The bridge will not open", readings)
    (shared,) = find_findings(replace(digest, statements=(carried,)))
    assert alone.weight < shared.weight
    assert "which 2 articles carry" in shared.what


def test_a_line_that_stayed_and_is_no_sentence_is_told_unless_the_article_is_made_of_them() -> None:
    def asked(*paragraphs: str) -> list[str]:
        text, spans, at = "\n\n".join(paragraphs), [], 0
        for paragraph in paragraphs:
            spans.append(Span(at, at + len(paragraph)))
            at += len(paragraph) + 2
        article = Article(ArticleId("herald"), "herald.txt", "", text, tuple(spans), KNOWN)
        return [found.what for found in find_findings(Digest((AnnotatedArticle(article),), (STATED,)))]

    first, last = "The bridge opened at noon.", "“Nobody had told us,” said Lind."
    assert asked(first, "All about bridges", last) == ["kept, though it is no sentence: “All about bridges”"]
    assert asked(first, last) == []
    assert asked("A bridge over the sound", "A ferry in the night", "A pier without a name") == []
