"""The whole way of the data, top to bottom: read, clean, annotate, apply overrides, collate, publish."""

from __future__ import annotations

from collections.abc import Iterable

from generator.annotate import annotate
from generator.clean import clean_folder
from generator.collate import collate
from generator.config import Settings
from generator.language import Language
from generator.overrides import NONE, Overrides, apply_overrides
from generator.records import Digest, RawArticle


def build_digest(
    raws: Iterable[RawArticle],
    language: Language,
    overrides: Overrides = NONE,
    settings: Settings | None = None,
) -> Digest:
    """Return the digest of the articles. No stage reads a file, the clock or the environment.

    The order in which the articles come does not matter: they are sorted by their id.
    """
    cleaned = clean_folder(raws)
    annotated = [annotate(article, language) for article in cleaned]
    edited, findings = apply_overrides(annotated, overrides)  # before collation, so every page agrees
    return collate(edited, overrides, findings, settings)
