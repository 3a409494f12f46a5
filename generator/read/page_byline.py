"""Who wrote the article of a web page, as its data, its elements or a line on it say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

from generator.clean.signatures import byline_names
from generator.read.json_ld import PageScripts
from generator.read.page_places import in_other_box
from generator.read.page_text import PageBlock
from generator.read.tidy import one_line
from generator.records import Stated

_TAGS = (
    "author", "article:author", "article:author_name", "byl", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator", "article.author", "byline", "cxenseparse:author", "citation_author", "author_name", "rbauthors",
    "shareaholic:article_author_name", "dc.creator.personalname", "autor", "authors",
)  # fmt: skip
_WRITTEN = re.compile(
    r"(?:written|posted|published) by|author|verfasst von|geschrieben von|escrito por|écrit par|por", re.I
)
_SIGNED = re.compile(r"\bvcard\b|\busername\b|\bauthor-name\b|\bfn\b")
_ELEMENT = re.compile(
    r"(?:^|[\s_-])(?:byline|author|autor|autoren|auteur|writer|authors|contributor|username|reporter|redakteur|reader-credits)(?=$|[\s_-])",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"^(?:(?:view|see|read)?\s*(?:all\s)?(?:posts|articles|stories|more)\s(?:by|from)|written by|words by|story by"
    r"|posted by|published by|reported by|by|authors?|autor|autorin|autoren|text|texto|texte|von|por|par|di|da|door|af"
    r"|av|escribe|escrito por|publicado por|verfasst von|geschrieben von|(?:ein )?(?:artikel|beitrag|kommentar"
    r"|interview|pressemitteilung|rede) von|scritto da|pubblicato da|publié par|écrit par|przez"
    r"|автор)\b\s*[:：]?\s+(?=\S)"
    # What kind of text it is, with a colon: "Interview: Ann Lee", "Protokoll: Ann Lee".
    r"|^(?:interview|opinion|analysis|comment(?:ary)?|report|review|redaktion|kommentar|analyse|bericht|reportage"
    r"|protokoll|gastbeitrag|kolumne|rezension|entrevista|opini[oó]n|intervista|entretien"
    r"|propos recueillis par)\s*:\s+(?=\S)"
    # What a writer is, without a mark: "Rechtsanwältin Ann Lee".
    r"|^(?:(?:fach)?(?:rechts)?anw[aä]lt(?:in)?|redakteur(?:in)?|reporter(?:in)?|korrespondent(?:in)?|journalist(?:in)?"
    r"|autorin?|correspondent|staff (?:writer|reporter)|columnist|attorney)\s+(?=[^\W\d_]+[.’'-]?\s)",
    re.IGNORECASE,
)
_LINE = re.compile(
    r"(?:(?:Written |Words |Story )?By|Von|Por|Par|Di|Text|Texto|Autor(?:in)?|Author|Escribe|Escrito por)\s*:?\s+"
    r"(?=[A-ZÀ-Þ])"
)
_WITHIN = re.compile(r"\b(?:by|von|por|par|autor(?:in)?:|author:|redaktion:|text:)\s+(?=[A-ZÀ-Þ])", re.IGNORECASE)
# What stands behind a name in its element: a handle, a day, a role, the site.
_BEHIND = re.compile(
    r"\s*(?:@\w+|\s(?:on|at|in|am|um)\s|\([^()./:]{1,60}\)|[|•·–—]|\s-\s|\s/\s|\d"
    r"|,\s(?=(?:[A-Z][a-z]+ ){0,2}(?:[a-z]|Reporter|Editor|Correspondent|Writer|Staff|Chief|Senior|Special|Contributor"
    r"|Associate|Managing|Columnist|Producer|Analyst|Redakteur))"
    r"|,\s(?=(?:[A-Z]{2,} ){0,3}(?:REPORTER|EDITOR|CORRESPONDENT|WRITER|COLUMNIST|ANALYST)\b))"
    r".*$"
)
_NOBODY = re.compile(
    r"(?:no |unknown )?author|(?:site |web)?admin(?:istrator)?|\w{0,12}admin\d*"
    r"|(?:the )?editors?|editorial(?: (?:staff|team|board))?"
    r"|(?:online |web )?redaktion|(?:news |web )?(?:staff|desk|team)|staff (?:writer|reporter)s?|guest|user|anonymous"
    r"|(?:news |wire )?agenc(?:y|ies)|redacci[oó]n|la rédaction|redazione|none|null|undefined|n/?a|super ?user"
    r"|webmaster|about(?: the author)?|share|follow|read more|profile|website|email|contact|subscribe|advertisement"
    r"|posted|comments?|home|news|name|unknown|ver[öo]ffentlicht|erstellt|erschienen|aktualisiert|publi[ée]e?|publicado"
    r"|(?:all|more|alle|mehr|weitere|tous les|todos (?:los|os)|tutti gli) (?:posts|articles|stories|beiträge|artikel"
    r"|artículos|artigos|articoli)",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    [
        "de",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "van",
        "von",
        "der",
        "den",
        "ten",
        "ter",
        "la",
        "le",
        "du",
        "des",
        "el",
        "al",
        "bin",
        "ibn",
        "ben",
        "y",
        "e",
        "zu",
        "zum",
        "v",
    ]
)
_JOINED = re.compile(r"\s*(?:,|;|\band\b|\bund\b|\by\b|\bet\b|&)\s*", re.IGNORECASE)
MAX_LINE = 100  # characters
MAX_NAME = 60  # characters
NEAR = 15  # blocks around the headline among which a line names the writer


def byline(
    description: PageScripts,
    tags: dict[str, str],
    elements: Sequence[Any],
    visible: Sequence[PageBlock],
    is_outlet: Callable[[str], bool],
    headline: int,
) -> Stated | None:
    """Return who wrote the article; None where the page only repeats the outlet's name, or says nobody.

    `elements`: those whose marks speak of an author. `headline`: its place among the blocks, or -1.
    """
    agencies = set(description.organisations("author"))
    names = [tidy_name(name) for name in description.names("author") if name not in agencies]
    names = [name for name in names if _is_writer(name, is_outlet)]
    if names:
        return Stated(", ".join(dict.fromkeys(names)), "JSON-LD author")
    for name in _TAGS:
        if name in tags and _is_writer(written := _several(tags[name]), is_outlet):
            return Stated(written, f"meta tag {name}")
    if _WRITTEN.fullmatch(tags.get("twitter:label1", "")) and _is_writer(
        written := tidy_name(tags.get("twitter:data1", "")), is_outlet
    ):
        return Stated(written, "meta tag twitter:data1")
    for name, how in _marked(elements):
        if _is_writer(name, is_outlet):
            return Stated(name, how)
    return _line(visible, headline, is_outlet)


def concerns_author(element: Any) -> bool:
    """Return whether an element's marks say that it names who wrote something."""
    if _is_property(element) or _is_link(element):
        return True
    return _ELEMENT.search(element.get("class") or "") is not None


def _marked(elements: Sequence[Any]) -> Iterator[tuple[str, str]]:
    """Yield the names in elements that are marked so, the surest marks first."""
    kept = [element for element in elements[:200] if not in_other_box(element) and not _is_of_list(element)]
    for test, how in _MARKS:
        for element in kept:
            if test(element) and (name := _name_in(element)):
                yield name, how


def _is_property(element: Any) -> bool:
    return element.get("itemprop") in ("author", "creator")


def _is_link(element: Any) -> bool:
    return "author" in (element.get("rel") or "").split()


_MARKS: tuple[tuple[Callable[[Any], bool], str], ...] = (
    (_is_property, "author of the page (itemprop)"),
    (_is_link, "author link of the page"),
    (lambda element: True, "byline of the page"),
)


def _is_of_list(element: Any) -> bool:
    """Return whether an element stands in an item of a list that is none of writers: each item has its own."""
    above = next(element.iterancestors("li"), None)
    return above is not None and not concerns_author(above) and not concerns_author(above.getparent())


def _name_in(element: Any) -> str:
    """Return the name in an element, without what stands around it; "" when it holds no name."""
    inner = element.xpath('descendant::*[@itemprop="name"]')
    if element.tag == "meta":
        return tidy_name(element.get("content") or "")
    text = one_line((inner[0] if inner else element).text_content())
    if not text and inner:
        text = one_line(inner[0].get("content") or "")
    if not text or len(text) > 150:
        return ""
    links = [one_line(link.text_content()) for link in element.iter("a")] if not inner else []
    linked = [tidy_name(link) for link in links if looks_like_name(tidy_name(link))]
    if len(linked) > 1:
        return ", ".join(dict.fromkeys(linked))
    if len(named := _each_somewhere(text)) > 1:
        return ", ".join(named)
    name = _several(text)
    if looks_like_names(name) or _is_handle(element, name):
        return name
    return linked[0] if linked else ""


_SOMEWHERE = re.compile(r"\s(?:in|at)\s(?:[A-ZÀ-Þ][\w.’'-]*(?:\s(?=[A-ZÀ-Þ]))?)+")


def _each_somewhere(text: str) -> list[str]:
    """Return the writers of a line that tells where some of them are: "Ann Lee in Port Hale and Jo Marsh"; else []."""
    bare, places = _SOMEWHERE.subn("", _BEFORE.sub("", text))
    parts = [part for part in _JOINED.split(bare) if part]
    return parts if places and all(" " in part and looks_like_name(part) for part in parts) else []


def _is_handle(element: Any, name: str) -> bool:
    """Return whether an element that can hold nothing but a name holds one word, as writers of blogs sign."""
    sure = _is_link(element) or _SIGNED.search(element.get("class") or "")
    return bool(sure) and re.fullmatch(r"[\w.-]{3,30}", name) is not None


def _several(text: str) -> str:
    """Return one or several names of a text, each without what stands around it."""
    text = _BEFORE.sub("", one_line(text))
    text = _BEFORE.sub("", text)
    parts = [tidy_name(part) for part in re.split(r"\s*;\s*", text)]
    return ", ".join(part for part in parts if part)


def tidy_name(name: str) -> str:
    """Return a name without "By" before it and a role, a handle or a day behind it."""
    name = _BEFORE.sub("", one_line(name))
    return _BEHIND.sub("", name).strip(" ,;:|-–—•")


def looks_like_name(name: str) -> bool:
    """Return whether the words can be a person's name: capitals, and small words only between them."""
    words = name.split()
    if not 1 <= len(words) <= 6 or len(name) > MAX_NAME or re.search(r"[\d!?@#/:]|://|www\.", name):
        return False
    return (
        all(word[:1].isupper() or word.lower().strip(".") in _PARTICLES for word in words) and words[-1][:1].isupper()
    )


def looks_like_names(text: str) -> bool:
    """Return whether the words can be the names of several people."""
    parts = [part for part in _JOINED.split(text) if part]
    return bool(parts) and all(map(looks_like_name, parts))


def _is_writer(name: str, is_outlet: Callable[[str], bool]) -> bool:
    """Return whether a name is somebody's: no address, not the outlet's own name, and no word for nobody."""
    if not re.search(r"[^\W\d_]", name) or re.search(r"://|www\.|@\S+\.", name) or is_outlet(name):
        return False
    return not names_nobody(name) and not name.casefold().startswith(("http", "javascript"))


def names_nobody(words: str) -> bool:
    """Return whether a byline's words are what systems set where no writer is known: "Staff", "admin"."""
    return _NOBODY.fullmatch(words.strip()) is not None


def _line(visible: Sequence[PageBlock], headline: int, is_outlet: Callable[[str], bool]) -> Stated | None:
    """Return who a line near the headline names: "By Ann Lee", "Posted on May 3, 2019 by Ann Lee"."""
    if headline < 0:
        return None
    for block in visible[max(0, headline - 3) : headline + NEAR]:
        if len(block.text) > MAX_LINE:
            continue
        before = _LINE.match(block.text) or (_WITHIN.search(block.text) if re.search(r"\d{4}", block.text) else None)
        name = _marked_off(block.element, tidy_name(block.text[before.end() :])) if before else ""
        name = (byline_names(name) or name) if ", " in name else name  # "By Ann Lee, The Quay Ledger"
        if len(name.split()) > 1 and looks_like_names(name) and _is_writer(name, is_outlet):
            return Stated(name, f"line “{block.text}” on the page")
    return _posted(visible[headline:], is_outlet)


def _marked_off(element: Any, name: str) -> str:
    """Return the name in a line without the place behind it, where the page marks it as what it is: in bold, a link."""
    inside = (one_line(part.text_content()) for part in islice(element.iter("b", "strong", "a", "em", "span"), NEAR))
    return next((part for part in inside if " " in part and name.startswith(f"{part} ")), name)


_POSTED = re.compile(
    r"(?:posted|published|written|submitted) by (?P<name>[^\d:|,]{3,60}?) (?:at|on) (?=[\dA-Z])", re.IGNORECASE
)


def _posted(below: Sequence[PageBlock], is_outlet: Callable[[str], bool]) -> Stated | None:
    """Return who a blog's line below the post names; None where several are named, as below comments."""
    found = [
        (match["name"], block) for block in below if (match := _POSTED.match(block.text)) and len(block.text) < 200
    ]
    if len({name for name, _ in found}) != 1 or in_other_box(found[0][1].element):
        return None
    name = tidy_name(found[0][0])
    return Stated(name, f"line “{found[0][1].text[:MAX_LINE]}” on the page") if _is_writer(name, is_outlet) else None
