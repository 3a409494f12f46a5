"""From `RawArticle`s to `Article`s: the exact body, the metadata with its evidence, the rest with a reason."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import replace
from functools import partial

from generator.clean.canonical import canonical, taken_out
from generator.clean.cited import without_cited
from generator.clean.enough import keep_enough
from generator.clean.judge import judge
from generator.clean.language import detect_language
from generator.clean.lines import Block, split_blocks
from generator.clean.metadata import WEAK, day_by_language, gather
from generator.clean.page import Page
from generator.clean.recurring import recurring_lines
from generator.clean.subjects import headline_of_subject
from generator.ids import article_id
from generator.records import Article, ArticleId, RawArticle

Settle = Callable[[ArticleId, Page], None]
"""Changes the verdicts of an article's page, last of all: an editor's word."""
Kept = Callable[[RawArticle, frozenset[str], Callable[[], Article]], Article]
"""Gives what was made of the same article before, where the same lines recurred in its folder, or makes it."""


def clean_folder(
    raws: Iterable[RawArticle],
    settle: Settle | None = None,
    kept: Kept | None = None,
    stated: Container[str] = (),
) -> list[Article]:
    """Return the cleaned articles, sorted by id. What recurs over many articles of the folder helps to tell dirt.

    `kept`: asked for all but the `stated` articles, which alone `settle` changes.
    """
    raws = list(raws)
    pages = [split_blocks(raw.text) for raw in raws]
    recurring = recurring_lines(pages)

    def cleaned(raw: RawArticle, blocks: list[Block]) -> Article:
        if kept is None or _id_of(raw) in stated:
            return _clean(raw, blocks, recurring, settle)
        return kept(raw, recurring, partial(_clean, raw, blocks, recurring))

    return without_cited(sorted(map(cleaned, raws, pages), key=lambda article: article.id))


def clean(raw: RawArticle, recurring: frozenset[str] = frozenset()) -> Article:
    """Return one article. `recurring`: keys of lines that stand in many articles of the folder.

    Every non-blank character of `raw.text` is in a paragraph or in `removed`, since each block has one fate.
    """
    return _clean(raw, split_blocks(raw.text), recurring)


def _clean(raw: RawArticle, blocks: list[Block], recurring: frozenset[str], settle: Settle | None = None) -> Article:
    identity = _id_of(raw)
    stated = headline_of_subject(raw.given.title, blocks)
    title = stated.value if stated and not stated.how.startswith(WEAK) else None
    day = raw.given.published.value if raw.given.published else None
    writers = raw.given.byline.value if raw.given.byline else ""
    outlet = raw.given.outlet.value if raw.given.outlet else ""
    page = Page(blocks, raw.form, recurring, title, raw.file, day, writers, outlet)
    facts = judge(page)
    keep_enough(page)
    if settle is not None:
        settle(identity, page)
    body = [page.blocks[i] for i in page.left()]
    text, spans, stretches = canonical(body)
    language = detect_language(text)
    return Article(
        id=identity,
        file=raw.file,
        sha256=raw.sha256,
        text=text,
        paragraphs=spans,
        metadata=gather(replace(raw.given, title=stated), [*facts, *day_by_language(page, language)], language),
        removed=raw.removed + taken_out(page.blocks, page.verdicts),
        stretches=stretches,
        tags=raw.tags,
    )


def _id_of(raw: RawArticle) -> ArticleId:
    return ArticleId(article_id(raw.wanted_id, raw.file))


def body_paragraphs(text: str) -> list[str]:
    """Return the body paragraphs of one text scrape."""
    article = clean(RawArticle("text", "", text))
    return [span.of(article.text) for span in article.paragraphs]
