"""Small articles as a whole build compares them: read, annotated, collated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from unittest.mock import patch

from generator.annotate import annotate
from generator.collate import collate, comparison
from generator.collate.comparison import weighing
from generator.language import Language
from generator.records import Agreement, AnnotatedArticle, Digest
from generator.single import raw_article
from tests.cases import Case


def digest_of(texts: Mapping[str, str], language: Language) -> Digest:
    """Return the digest of articles: name, with "@2024-06-12" for a stated day, to text.

    With all rows that the rules make, by their short names: which of them a reader is glad of is weighed, and held by
    `test_weighing`; `test_repeats` holds which of them say one thing, `test_headings` what they are headed by.
    """
    every = patch.object(comparison, "without_repeats", lambda matters, _: list(matters))
    named = patch.object(comparison, "headed", lambda matters, *_: list(matters))
    with patch.object(weighing, "is_shown", lambda *_: True), every, named:
        return collate([annotated(name, text, language) for name, text in texts.items()])


def annotated(name: str, text: str, language: Language) -> AnnotatedArticle:
    """Return an article as a build annotates it. `name`: with "@2024-06-12" for a stated day."""
    identity, _, day = name.partition("@")
    return annotate(raw_article(text, day or None, identity), language)


def texts_of(case: Case) -> dict[str, str]:
    """Return the articles of a case: lines `> article | paragraph`, with `article@2024-06-12` for a stated day."""
    paragraphs: dict[str, list[str]] = {}
    for line in case.quoted:
        name, words = (part.strip() for part in line.split("|", 1))
        paragraphs.setdefault(name, []).append(words)
    return {name: "\n\n".join(lines) for name, lines in paragraphs.items()}


def told(agreements: Sequence[Agreement], articles: Sequence[AnnotatedArticle]) -> list[str]:
    """Return agreements as the case file writes them, sorted; "~" stands before a hedged value."""
    texts = {found.article.id: found.article.text for found in articles}
    return sorted(
        " | ".join(
            [
                agreement.kind,
                agreement.contrast or agreement.verdict,
                agreement.about,
                *(
                    f"{v.article_id}: {'~' if v.hedged else ''}{v.span.of(texts[v.article_id])}"
                    for v in agreement.values
                ),
            ]
        )
        for agreement in agreements
    )
