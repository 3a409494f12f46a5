"""The articles of a word processor's file: one, unless it is an export, or has several clippings below headings."""

from __future__ import annotations

from collections.abc import Sequence

from generator.ids import digest_of, url_safe
from generator.read.databases import split_lines
from generator.read.input_file import Contents, InputFile, Unreadable
from generator.read.page_text import PageBlock
from generator.read.several import REFUSAL, begins_clipping, holds_several
from generator.records import Metadata, Removed, Stated


def contents(found: Sequence[PageBlock], source: InputFile, kind: str, aside: tuple[Removed, ...] = ()) -> Contents:
    """Return the articles of a file's blocks, its headings told by their tags. `kind`: what wrote it, "Word".

    `aside`: what the file holds beside its text; it is told at the first article.

    Raises `Unreadable` when there is no text, or several articles that nothing parts.
    """
    if not found:
        raise Unreadable("holds no text", "Put the article's text into it, or take it out")
    if (export := split_lines([block.text for block in found], source)) is not None:
        return export
    if (clippings := _clippings(found, source, kind, aside)) is not None:
        return clippings
    if holds_several([block.text for block in found]):
        raise Unreadable(*REFUSAL)
    title = Stated(found[0].text, f"first heading ({kind})") if found[0].tag == "h1" and len(found) > 1 else None
    text = "\n\n".join(block.text for block in found if not block.caption)
    captions = tuple(Removed(block.text, f"caption ({kind})") for block in found if block.caption)
    return Contents((source.article(text, "scrape", Metadata(title=title), removed=captions + aside),))


def _clippings(found: Sequence[PageBlock], source: InputFile, kind: str, aside: tuple[Removed, ...]) -> Contents | None:
    """Return an article for each first-level heading, when below most of them stands where the clipping is from.

    An article's own headings have none of that. None: the file holds one article.
    """
    starts = [at for at, block in enumerate(found) if block.tag == "h1"]
    if len(starts) < 2:
        return None
    parts = [found[start:end] for start, end in zip(starts, [*starts[1:], len(found)], strict=True)]
    heads = sum(begins_clipping([block.text for block in part[1:]]) for part in parts)
    if heads * 2 < len(parts) or any(len(part) < 2 for part in parts):
        return None
    above = tuple(Removed(block.text, f"above the first heading ({kind})") for block in found[: starts[0]])
    articles = []
    for number, part in enumerate(parts, start=1):
        text = "\n\n".join(block.text for block in part[1:] if not block.caption)
        captions = tuple(Removed(block.text, f"caption ({kind})") for block in part if block.caption)
        title = part[0].text
        wanted = f"{url_safe(source.stem) or 'clipping'}-{digest_of(title, text[:200])}"
        given = Metadata(title=Stated(title, f"heading ({kind})"))
        removed = above + captions + aside if number == 1 else captions
        articles.append(source.article(text, "scrape", given, number=number, removed=removed, wanted_id=wanted))
    return Contents(tuple(articles))
