"""The whole way of the data, top to bottom: read, clean, annotate, apply overrides, collate, publish."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from generator.alone import Alone
from generator.annotate import annotate
from generator.clean import clean_folder
from generator.clean.language import in_language
from generator.collate import collate
from generator.collate.kept_ids import Given, refuse_twice
from generator.config import Settings
from generator.language import Language
from generator.overrides import NONE, Overrides, apply_overrides, mask_names, masked_in_settings, purged
from generator.overrides.blocks import StatedBlocks
from generator.records import AnnotatedArticle, Article, Digest, RawArticle, TakenDown
from generator.sweeps import without_sweeps

AnnotateAll = Callable[[Sequence[Article]], list[AnnotatedArticle]]


def build_digest(
    raws: Iterable[RawArticle],
    language: Language,
    overrides: Overrides = NONE,
    settings: Settings | None = None,
    annotate_all: AnnotateAll | None = None,
    given: Given | None = None,
    alone: Alone | None = None,
    jobs: int = 1,
) -> Digest:
    """Return the digest of the articles. No stage reads a file, the clock or the environment.

    The order in which the articles come does not matter: they are sorted by their id. `annotate_all` annotates them
    some other way than one after the other (`cache.Annotator`), with the same result. `given`: the ids that were
    published before, which stay. `alone`: what was made of single articles before. `jobs`: how many processes may work
    on all articles together.

    Raises `DigestError` when two articles have one id, which `read_folder` never gives.
    """
    annotate_all, alone = annotate_all or partial(one_by_one, language=language), alone or Alone()
    settings = settings or Settings()
    masked = mask_names([*raws], overrides, settings.seeds)  # first of all: no rule knows the name
    blocks = StatedBlocks(masked.overrides)
    cleaned = clean_folder(masked.raws, blocks.settle, alone.cleaned, blocks.articles)
    cleaned = blocks.finish(masked.unlinked(cleaned))
    cleaned = [in_language(article, settings.language) for article in cleaned]
    refuse_twice((article.id for article in cleaned), settings.seeds)
    annotated = annotate_all(cleaned)
    edited, findings = apply_overrides(annotated, masked.overrides)  # before collation, so every page agrees
    findings = (*masked.findings, *masked_in_settings(overrides, settings), *blocks.findings, *findings)
    gone = purged(masked.overrides)
    texts = sorted({*blocks.texts, *(article.text for article in cleaned if article.id in gone)})
    taken_down = TakenDown(gone, masked.names, tuple(texts))
    with without_sweeps():
        return collate(edited, masked.overrides, findings, settings, given, taken_down, alone, jobs)


def one_by_one(articles: Sequence[Article], language: Language) -> list[AnnotatedArticle]:
    """Annotate the articles one after the other, with nothing kept."""
    return [annotate(article, language) for article in articles]
