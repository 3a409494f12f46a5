"""All articles together: who is who, when each was published, what was said, what happened, where they differ."""

from __future__ import annotations

from collections.abc import Sequence

from generator.overrides import NONE, Overrides
from generator.records import AnnotatedArticle, Digest, Finding, PublicationDay


def collate(
    articles: Sequence[AnnotatedArticle], overrides: Overrides = NONE, findings: tuple[Finding, ...] = ()
) -> Digest:
    """Return the digest of the articles."""
    published = tuple(PublicationDay(None, "none", "not stated") for _ in articles)
    return Digest(tuple(articles), published, findings=findings)
