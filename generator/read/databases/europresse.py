"""Europresse (Eureka, Cedrom-SNi): exports as page (HTML), one `article` element each."""

from __future__ import annotations

import re
from typing import Any

from generator.read.databases.clipping import Clipping, ClippingField, Export, count_of_words, iso_day_of
from generator.read.page_text import blocks, outermost

NAME = "Europresse"
ADVICE = "Export it again from Europresse as HTML, whole documents"
_WORDS = re.compile(r"(?<!\d)(?:\d{1,3}(?:[\u00a0 ]\d{3})+|\d{1,6})\s?(?:mots|words|palabras|Wörter)\b", re.IGNORECASE)
_PAGE = re.compile(r"\bp(?:age|\.)?\s?\.?\s?[A-Z]{0,3}\d{1,4}\b", re.IGNORECASE)
# "Le Quai, no. 2044", "Le Quai (site web)", "Quai.example - Économie": the name and what is said of the issue.
_ISSUE = re.compile(
    r"\s*(?:,\s*no\.?\s.*|\((?:site web|réf\.[^)]*)\).*|\s-\s.*|\s\|\s.*| {3,}.*)$", re.IGNORECASE | re.DOTALL
)


def split_page(root: Any) -> Export | None:
    """Return the articles of an export that was saved as a page; None when it is none."""
    articles = outermost(root, lambda element: element.tag == "article")
    articles = [element for element in articles if _first(element, "DocPublicationName") is not None]
    return Export(NAME, tuple(map(_document, articles)), ADVICE) if articles else None


def _with_class(element: Any, name: str) -> list[Any]:
    return list(element.xpath(f'descendant::*[contains(concat(" ", normalize-space(@class), " "), " {name} ")]'))


def _first(element: Any, *names: str) -> Any:
    return next((found for name in names for found in _with_class(element, name)), None)


def _words(element: Any) -> str:
    return " ".join(element.text_content().split()) if element is not None else ""


def _document(element: Any) -> Clipping:
    named = _first(element, "DocPublicationName")
    printed = " ".join(block.text for block in blocks(named)[:1]) or _words(named)
    headers = [_words(part) for part in _with_class(element, "DocHeader")]
    headers += [
        _words(part.getnext()) for part in _with_class(element, "DocTitreSousSection") if part.getnext() is not None
    ]
    title = _first(element, "titreArticleVisu", "titreArticle", "TitreArticleVisu")
    text = _first(element, "docOcurrContainer", "DocText")
    paragraphs = tuple(block.text for block in blocks(text)) if text is not None else ()
    header = next((line for line in headers if iso_day_of(line)), "")
    counted = _WORDS.search(" ".join(headers))
    page = _PAGE.search(" ".join(headers))
    others = [ClippingField("publication", _words(named)), *(ClippingField("header", line) for line in headers)]
    others += [ClippingField("page", page.group())] if page else []
    others += [ClippingField("note", block.text) for part in _apart(element, text) for block in blocks(part)]
    subtitle = _words(_first(element, "rdp__subtitle"))
    others += [ClippingField("subtitle", subtitle)] if subtitle else []
    return Clipping(
        paragraphs,
        title=_words(title),
        outlet=_ISSUE.sub("", printed).strip(" ;,"),
        day=header,
        byline=_byline(element, title),
        words=count_of_words(counted.group()) if counted else 0,
        others=tuple(others),
    )


def _byline(element: Any, title: Any) -> str:
    """Return who wrote it: the element for it, or the paragraph that follows the headline and is no text."""
    if named := _words(_first(element, "docAuthors")):
        return named
    around = title.getparent() if title is not None and title.getparent() is not None else element
    for part in (*_with_class(around, "sm-margin-bottomNews"), *_with_class(element, "sm-margin-bottomNews")):
        words = _words(part)
        if 0 < len(words.split()) <= 12 and not iso_day_of(words) and not words.endswith("."):
            return words
    return ""


def _apart(element: Any, text: Any) -> list[Any]:
    """Return the parts beside the text: where it appeared, its number, the certificate."""
    return [part for part in element.iter("aside", "footer") if text is None or text not in part.iter()]
