"""What a web page states about its article, each with the place where it says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from generator.clean.outlets import outlet_of_site
from generator.clean.publisher import claimant
from generator.read.json_ld import PageScripts, described, key_of, plain
from generator.read.language_tag import language_tag
from generator.read.page_byline import byline, concerns_author
from generator.read.page_day import Shown, concerns_day, published
from generator.read.page_outlet import is_way_home, named_twice
from generator.read.page_text import PageBlock
from generator.read.tidy import one_line
from generator.records import Metadata, Stated
from generator.wordlists import lines

_REVIEW = re.compile(r"comment|review|rating", re.IGNORECASE)
_OUTLET_TAGS = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "article:publisher",
)
MOST_SUFFIXES = 5  # behind a title: a section, the day, the site
_TITLE_TAGS = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title")
_SAVED_FROM = re.compile(r"(?:^|\n|<!--)\s*(?:url:\s*|saved from url=\(\d{1,6}\))(https?://\S+)", re.IGNORECASE)
_SHARED_SITES = re.compile(
    r"(?:^|\.)(?:archive\.(?:org|ph|is|today|fo|li|md|vn)|perma\.cc|webcitation\.org|google\.\w+|googleusercontent\.com"
    r"|facebook\.com|twitter\.com|x\.com|t\.co|reddit\.com|linkedin\.com|msn\.com|yahoo\.com|flipboard\.com|smartnews\.com"
    r"|apple\.news|getpocket\.com|instapaper\.com|feedburner\.com|ampproject\.org|github\.io|localhost)$"
)
# What a page made for the printer sets before its headline.
_PRINTED = re.compile(
    r"^print(?:er[- ]friendly|able)?(?:\s(?:this\s)?(?:story|article|version|page|view))?\s?[:|–—-]\s+", re.IGNORECASE
)
_SECTIONS = frozenset(line.casefold() for line in lines("section_names.txt"))
_SITE_SUFFIX = re.compile(r"\s+[|–—»·-]\s+([^|–—»·]{2,60})$")


def read_metadata(root: Any, page: str, visible: list[PageBlock], address: str | None = None) -> Metadata:
    """Return what the page states. `address`: where its container (a mail, an archive) says that it comes from."""
    parts = _parts(root)
    tags = _tags(parts.metas)
    description = described(parts.scripts, _own_titles(parts, tags, visible))
    stated = _url(root, tags, page, address)
    url, archived = _without_archive(stated)
    head = one_line(parts.title.text_content()) if parts.title is not None else ""
    outlet = (
        _outlet(description, tags)
        or _behind_title(parts.title, visible, url)
        or named_twice(root, head, visible, url.value if url else None)
        or (_claimed(visible) if url is None or outlet_of_site(site_of(url.value) or "") is None else None)
    )
    language = _language(root, description.article, tags)
    own = url.value if url else None
    named = key_of((site_of(stated.value) or "").rpartition(".")[0].rpartition(".")[2]) if stated else ""

    def is_outlet(name: str) -> bool:
        return _is_outlet(name, outlet) or (len(named) > 3 and (named in key_of(name) or key_of(name) == named))

    title = _title(
        parts.title,
        description.article,
        tags,
        visible,
        outlet,
        lambda text: _is_outlet(text, outlet) or key_of(text) == named,
    )
    headline = _place(title, visible)
    return Metadata(
        title=title,
        outlet=outlet,
        origin=_origin(description, outlet),
        byline=byline(description, tags, parts.authors, visible, is_outlet, headline),
        published=published(
            description,
            tags,
            Shown(parts.times, _behind(parts, visible, headline), parts.scripts, visible, headline),
            page,
            language.value if language else None,
            own,
        ),
        url=url,
        archived=archived,
        language=language,
    )


def calls_itself_article(root: Any) -> bool:
    """Return whether the page's data say that it is an article."""
    parts = _parts(root)
    return _tags(parts.metas).get("og:type", "").lower().startswith("article") or bool(described(parts.scripts).article)


@dataclass(slots=True)
class _PageParts:
    """The elements of a page that speak about it, in order: the tree is walked once."""

    metas: list[Any] = field(default_factory=list)
    scripts: list[Any] = field(default_factory=list)
    times: list[Any] = field(default_factory=list)
    authors: list[Any] = field(default_factory=list)
    dates: list[Any] = field(default_factory=list)
    order: dict[Any, int] = field(default_factory=dict)
    """Of these elements and the headings: which stands first."""
    title: Any = None


_SPEAKING = (
    "descendant-or-self::*[@class or @itemprop or @rel or self::meta or self::script or self::time or self::title"
    " or self::h1 or self::h2 or self::h3]"
)
"""What `_PageParts` may hold, found by the parser's library: a page has thousands of elements."""


def _parts(root: Any) -> _PageParts:
    found = _PageParts()
    known: dict[tuple[str, str, str], tuple[bool, bool]] = {}
    for at, element in enumerate(root.xpath(_SPEAKING)):
        tag = element.tag
        if tag == "meta":
            found.metas.append(element)
        elif tag == "script":
            found.scripts.append(element)
        elif tag == "time":
            found.times.append(element)
        elif tag == "title" and found.title is None and element.getparent().tag == "head":
            found.title = element
        if isinstance(tag, str) and tag not in ("script", "style"):
            marks = (element.get("class") or "", element.get("itemprop") or "", element.get("rel") or "")
            if marks not in known:
                known[marks] = concerns_author(element), concerns_day(element)
            is_author, is_day = known[marks]
            if is_author:
                found.authors.append(element)
            if is_day and tag != "time":
                found.dates.append(element)
                found.order[element] = at
            elif tag in ("h1", "h2", "h3"):
                found.order[element] = at
    return found


def _own_titles(parts: _PageParts, tags: dict[str, str], visible: Sequence[PageBlock]) -> frozenset[str]:
    """Return the keys of what the page calls itself, by which its article is told from others that it describes."""
    said = [tags[name] for name in _TITLE_TAGS if name in tags]
    said += [block.text for block in visible if block.tag == "h1"]
    return frozenset(map(key_of, said)) - {""}


def _behind(parts: _PageParts, visible: Sequence[PageBlock], headline: int) -> list[Any]:
    """Return the elements that are marked as days: those below the headline first, then those above it."""
    start = parts.order.get(visible[headline].element, 0) if headline >= 0 else 0
    below = [element for element in parts.dates if parts.order[element] > start]
    return below + [element for element in reversed(parts.dates) if parts.order[element] <= start]


def _place(title: Stated | None, visible: Sequence[PageBlock]) -> int:
    """Return where the headline stands among the blocks; -1 when it is not shown."""
    key = key_of(title.value) if title else ""
    if not key:
        return -1
    headings = (at for at, block in enumerate(visible) if block.tag in ("h1", "h2", "h3") and key_of(block.text) == key)
    anywhere = (at for at, block in enumerate(visible) if key_of(block.text) == key)
    return next(headings, next(anywhere, -1))


def _tags(metas: Sequence[Any]) -> dict[str, str]:
    """Return name and content of the meta tags, of each name the first. Those of a comment or review are left out."""
    tags: dict[str, str] = {}
    for element in metas:
        content = one_line(element.get("content") or "")
        for key in ("name", "property", "itemprop", "http-equiv"):
            name = element.get(key)
            if name and content and (key != "itemprop" or not _REVIEW.search(_marks(element))):
                tags.setdefault(name.strip().lower(), content)
    return tags


def _marks(element: Any) -> str:
    """Return the marks of the elements that an element stands in."""
    above: list[str] = []
    while (element := element.getparent()) is not None and len(above) < 6:
        above.append(f"{element.get('class') or ''} {element.get('itemtype') or ''} {element.get('itemprop') or ''}")
    return " ".join(above)


def _first_tag(tags: dict[str, str], names: Iterable[str]) -> Iterator[Stated]:
    for name in names:
        if name in tags:
            yield Stated(tags[name], f"meta tag {name}")


# ---- the fields ------------------------------------------------------------------------------------------------------


def _claimed(visible: Sequence[PageBlock]) -> Stated | None:
    """Return the outlet that a line of copyright at the foot of a page names."""
    for block in visible[-FOOT:]:
        if "opyright" in block.text or "©" in block.text:
            name = claimant(block.text[:CLAIM])
            if name is not None:
                return Stated(name, "line of copyright")
    return None


FOOT, CLAIM = 12, 200  # blocks; characters of such a line


def _outlet(description: PageScripts, tags: dict[str, str]) -> Stated | None:
    if "og:site_name" in tags:
        return Stated(tags["og:site_name"], "meta tag og:site_name")
    if names := description.names("publisher"):
        return Stated(names[0], "JSON-LD publisher")
    # A publisher's tag often holds its page or number in a social network.
    named = (found for found in _first_tag(tags, _OUTLET_TAGS) if "://" not in found.value and key_of(found.value))
    return next((found for found in named if not found.value.isdigit()), None)


def _behind_title(head: Any, visible: Sequence[PageBlock], url: Stated | None) -> Stated | None:
    """Return the site's name that the title of the page has behind its headline: "Bell lifted - Town Post".

    It must be the site's by its letters, or be all that the title has behind a main heading of the page.
    """
    text = one_line(head.text_content()) if head is not None else ""
    found = _SITE_SUFFIX.search(text)
    name = found.group(1).strip() if found else ""
    if found is None or not name[0].isupper() or len(name.split()) > MOST_WORDS or any(c.isdigit() for c in name):
        return None
    site = key_of((site_of(url.value) or "").partition(".")[0]) if url else ""
    key = key_of(name).removeprefix("the")
    by_letters = len(site) > 3 and (site in key or (len(key) > 3 and key in site))
    headings = {key_of(block.text) for block in visible if block.tag == "h1"}
    alone = url is None and len(headings) == 1 and key_of(text[: found.start()]) in headings
    if by_letters or (alone and not _SECTIONS.issuperset(name.casefold().split())):
        return Stated(name, "title of the page, behind its headline")
    return None


MOST_WORDS = 5  # of a site's name; what is longer advertises it


def _title(
    head: Any,
    article: dict[str, Any],
    tags: dict[str, str],
    visible: list[PageBlock],
    outlet: Stated | None,
    is_site: Callable[[str], bool],
) -> Stated | None:
    """Return the headline. One that stands on the page is preferred to its rewording for search engines."""
    stated: list[Stated] = []
    if isinstance(article.get("headline"), str):
        stated.append(Stated(plain(article["headline"]), "JSON-LD headline"))
    stated += _first_tag(tags, _TITLE_TAGS)
    if head is not None and (text := one_line(head.text_content())):
        stated.append(Stated(text, "title of the page"))
    stated = [Stated(value, found.how) for found in stated if (value := _PRINTED.sub("", found.value))]
    mains = [block for block in visible if block.tag == "h1" and not is_site(block.text)]
    headings = [block.text for block in mains if not is_way_home(block.element)]
    keys = [key_of(found.value) for found in stated]
    if not any(key_of(heading) in keys for heading in headings):
        # A blog has its own name as its main heading, and its post's below.
        told = {key_of(found.value) for found in stated if found.how != "title of the page"}
        for block in visible:
            if block.tag in ("h2", "h3") and len(block.text) > 3 and key_of(block.text) in told:
                return Stated(block.text, f"heading ({block.tag})")
    for heading in headings:
        rests = {key.removeprefix(key_of(heading)) for key in keys} - {*keys, ""}
        for block in visible if rests else ():
            longer = block.text.count(" ") > 2 * heading.count(" ") + 1
            if block.tag in ("h2", "h3") and longer and key_of(block.text) in rests:
                return Stated(block.text, f"heading ({block.tag}), behind the site's name in the page's title")
        if len(heading) > 3 and any(key.startswith(key_of(heading)) for key in keys):
            return Stated(heading, "main heading (h1)")
    only_named = len(stated) < 2  # by the title of the page, which is made for a window or a search
    if only_named and not headings and (part := _part_of_title(stated, visible)):
        return part
    if only_named and not headings and (large := _set_large(stated, visible)):
        return large
    if stated and not (only_named and len(headings) == 1):
        return Stated(_without_site(stated[0], outlet), stated[0].how)
    if len(headings) == 1:
        return Stated(headings[0], "main heading (h1)")
    second = next((block.text for block in visible if block.tag == "h2"), None)
    return Stated(second, "first heading (h2)") if second and not stated and not headings else None


def _part_of_title(stated: Sequence[Stated], visible: Sequence[PageBlock]) -> Stated | None:
    """Return the line of a page without a main heading that is a part of its title: "Post - Local - Bell lifted"."""
    parts = {key_of(part) for found in stated for part in _TITLE_PARTS.split(found.value) if part.count(" ") >= 2}
    for block in visible:
        if not block.linked and len(block.text) < 200 and key_of(block.text) in parts:
            return Stated(block.text, "part of the page's title, on a line of its own")
    return None


def _set_large(stated: Sequence[Stated], visible: Sequence[PageBlock]) -> Stated | None:
    """Return the line in bold above day or writer, where what is told below has more of its words than of the title's.

    "Print view" and "The Quay Courier: English: Life" are titles of windows; old pages mark no headline as such.
    """
    long = (block.text for block in visible if len(block.text) > PARAGRAPH and "opyright" not in block.text)
    told = {word[:5] for text in long for word in _long_words(text)}

    def share(text: str) -> float:
        words = [word[:5] in told for word in _long_words(text)]
        return sum(words) / max(1, len(words))

    least = max((share(found.value) for found in stated), default=1.0)
    if least > TOLD:
        return None
    for at, block in enumerate(visible[:NEAR_TOP]):
        bold = "".join(part for mark in _in_bold(block.element) for part in mark.itertext())
        below = " ".join(other.text for other in visible[at + 1 : at + 1 + BELOW] if len(other.text) < PARAGRAPH)
        if block.linked or len(block.text) > LONGEST_TITLE or block.text.count(" ") < 2 or not _SIGNED.search(below):
            continue
        if key_of(bold).startswith(key_of(block.text)) and share(block.text) > least:
            return Stated(block.text, "line in bold above day or writer")
    return None


def _long_words(text: str) -> list[str]:
    """Return the longer words of a text in lower case."""
    return re.findall(r"[^\W\d_]{4,}", text.casefold())


PARAGRAPH, LONGEST_TITLE = 90, 200  # characters
TOLD = 0.5  # of the longer words of a title: its story has more of them
NEAR_TOP, BELOW = 25, 2  # blocks
_SIGNED = re.compile(r"\b(?:19|20)\d\d\b|\bby\s[A-ZÀ-Þ]", re.IGNORECASE)


def _in_bold(element: Any) -> list[Any]:
    """Return the outermost elements in bold or in larger letters of an element, or itself; headings are too."""
    found: list[Any] = element.xpath(
        "self::h1 | self::h2 | self::h3 | self::h4"
        " | self::b | self::strong | self::big | self::font[@size > 3] | descendant::b[not(ancestor::b)]"
        " | descendant::strong | descendant::big | descendant::font[@size > 3]"
    )
    return found[:3]


_TITLE_PARTS = re.compile(r"\s+[|–—»·-]\s+|:\s+")


def _is_outlet(text: str, outlet: Stated | None) -> bool:
    return outlet is not None and key_of(text) == key_of(outlet.value)


def _without_site(title: Stated, outlet: Stated | None) -> str:
    """Return a title without the name of the site and the day at its end, when that is what stands there."""
    text = title.value
    for _ in range(MOST_SUFFIXES):
        if (found := _SITE_SUFFIX.search(text)) is None:
            break
        suffix = key_of(found.group(1))
        is_site = (
            outlet is not None and bool(suffix) and (suffix in key_of(outlet.value) or key_of(outlet.value) in suffix)
        )
        if not is_site and not re.fullmatch(r"[\d./ -]{8,12}", found.group(1)):
            break
        text = text[: found.start()]
    return text


def _origin(description: PageScripts, outlet: Stated | None) -> Stated | None:
    """Return the agency that the page names as the source of its article, or as its author, when it is another one."""
    for name_of, names in (
        ("sourceOrganization", description.names("sourceOrganization")),
        ("author", description.organisations("author")),
    ):
        for name in names:
            if "://" not in name and not _is_outlet(name, outlet):
                return Stated(name, f"JSON-LD {name_of}, an organisation")
    return None


def _url(root: Any, tags: dict[str, str], page: str, address: str | None) -> Stated | None:
    """Return the page's address: the one that it names itself, unless that is only the front page of its site."""
    found: list[Stated] = []
    for element in root.iter("link"):
        if (element.get("rel") or "").strip().lower() == "canonical":
            found.append(Stated((element.get("href") or "").strip(), "canonical link"))
    found += _first_tag(tags, ("og:url",))
    for link in root.xpath("descendant::a[contains(@class, 'reader-domain')]")[:1]:
        found.append(Stated((link.get("href") or "").strip(), "address of the page that a reader view shows"))
    if address:
        found.append(Stated(address, "archive that holds the page"))
    if saved := _SAVED_FROM.search(page[:10_000]):
        how = "SingleFile comment" if "SingleFile" in page[: saved.start()] else "comment at the top of the page"
        found.append(Stated(saved.group(1), how))
    good = [one for one in found if is_web_address(one.value)]
    return next((one for one in good if urlsplit(one.value).path.strip("/")), good[0] if good else None)


# "http://archive.today/2022.06.10-080000/https://post.example/ferry": the page's own address in that of its copy.
_COPY = re.compile(
    r"https?://(?:web\.)?archive\.(?:org|today|ph|is|fo|li|md|vn)/(?:web/)?[\d.-]{4,20}(?:[a-z]{2}_)?/(?P<url>https?://\S+)"
)


def _without_archive(url: Stated | None) -> tuple[Stated | None, Stated | None]:
    """Return the page's own address, and that of the copy in a web archive which had it in its own."""
    found = _COPY.fullmatch(url.value) if url else None
    if url is None or found is None or not is_web_address(found["url"]):
        return url, None
    return Stated(found["url"], f"{url.how}, of a copy in a web archive"), url


def is_web_address(text: str) -> bool:
    """Return whether the text is one absolute http(s) address."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not re.search(r"[\s<>\"]", text)


def web_address(text: str) -> str | None:
    """Return the absolute http(s) address that the text is, spaces around it aside; None for any other text."""
    return text.strip() if is_web_address(text.strip()) else None


def site_of(address: str) -> str | None:
    """Return the site of an address, "reuters.com"; None where many outlets' pages stand under one name."""
    host = (urlsplit(address).hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    shared = _SHARED_SITES.search(host) or "." not in host or re.fullmatch(r"[\d.:]+", host)
    return None if shared else host


def _language(root: Any, article: dict[str, Any], tags: dict[str, str]) -> Stated | None:
    inside = article.get("inLanguage")
    for value, how in (
        (root.get("lang") or root.get("xml:lang"), "lang of the page"),
        (inside if isinstance(inside, str) else None, "JSON-LD inLanguage"),
        (tags.get("content-language"), "meta tag content-language"),
        (tags.get("og:locale"), "meta tag og:locale"),
    ):
        if value and (tag := language_tag(value)):
            return Stated(tag, how)
    return None
