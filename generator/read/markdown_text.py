"""Markdown to plain text: the words stay, the marks go, pictures and their captions are set aside.

`as_markdown` is the way back: it escapes what `plain_text` would take for a mark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

# What note programs write besides; marks that are escaped stand in tokens of their own.
_WIKI = re.compile(r"(!?)\[\[([^\[\]\n|]{1,300})(?:\|([^\[\]\n]{1,300}))?\]\]")
_NOTE = re.compile(r"^\[\^[^\[\]\s]{1,50}\]:|\[\^[^\[\]\s]{1,50}\]")
# What the program that builds a site puts in its place: "{{< figure src="a.jpg" >}}", "{% include ad.html %}".
_TEMPLATE = re.compile(r"\{\{[<%]?\s?/?[a-z].{0,500}?[>%]?\}\}|\{%-?\s?/?[a-z].{0,500}?-?%\}", re.IGNORECASE)
_HIGHLIGHT = re.compile(r"==(?=\S)([^=\n]{1,500})(?<=\S)==")
# Tags that part what stands before from what stands behind them.
_PARTS = re.compile(r"</?(?:br|p|div|li|tr|td|th|h[1-6]|hr|blockquote)\b", re.IGNORECASE)
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)(?=[\s/>])")  # names with "-" or ":" are made for programs
_SPACES = re.compile(" {2,}")


@dataclass(slots=True)
class Plain:
    """What `plain_text` makes of a Markdown text."""

    paragraphs: list[str] = field(default_factory=list)
    headings: dict[int, int] = field(default_factory=dict)
    """Index of a paragraph that was a heading, and the heading's level."""
    pictures: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    markup: list[str] = field(default_factory=list)
    """Tags, comments, marks of footnotes, names of a code's language."""

    @property
    def text(self) -> str:
        """The paragraphs, blank lines between them."""
        return "\n\n".join(self.paragraphs)


def plain_text(markdown: str) -> Plain:
    """Return the words of a Markdown text, a paragraph for each of its paragraphs, headings, items, quotes and rows."""
    from generator.read.commonmark import parser

    lines = [line if line.strip() else "" for line in markdown.splitlines()]
    walk = _Walk()
    for token in parser().parse("\n".join(_parted(lines))):
        walk.take(token)
    return walk.plain


# "Author: Ann Lee" above "Published: June 20, 2023", as note programs export the properties of a page.
_LABELLED = re.compile(r"\*{0,2}[A-Z][\w()/’' -]{0,24}\*{0,2}:\*{0,2}\s+\S")


# A line that no editor wrapped, since it is longer, is a paragraph: note programs set no empty line between two.
_WRAPPED = 120  # characters
_ENDS = re.compile(r"[.!?…][\"'”’)\]*_]*$")
_BEGINS = re.compile(r"[\"'“‘(\[*_]*[^\W\d_]")


def _parted(lines: Sequence[str]) -> list[str]:
    """Return the lines with an empty one between two that are no running text.

    Two that each name what they state, a link on a line of its own, and whole paragraphs on a line each, of a note that
    is not wrapped.
    """
    made: list[str] = []
    for _, group in groupby(lines, key=bool):
        block = list(group)
        unwrapped = any(len(line) > _WRAPPED for line in block)
        above = ""
        for line in block:
            link = _LINK_ALONE.fullmatch(line) or _LINK_ALONE.fullmatch(above)
            labels = _LABELLED.match(line) and _LABELLED.match(above)
            bold = _BOLD_ALONE.fullmatch(line) or _BOLD_ALONE.fullmatch(above)
            if labels or link or bold or (unwrapped and _ENDS.search(above) and _BEGINS.match(line)):
                made.append("")
            made.append(line)
            above = line
    return made


# "[Subscribe to the Courier](https://...)" among the lines of a page that a program copied: a button, no words.
_LINK_ALONE = re.compile(r"\s*\[[^\[\]]{2,80}\]\([^()\s]{1,500}\)\s*")


# "> [!note] Mine": a box that whoever keeps the page wrote, or a program; nobody prints one.
_CALLOUT = re.compile(r"\[![A-Za-z][\w-]{1,20}\][+-]?(?:\s|$)")


# "**Comments**": a heading.
_BOLD_ALONE = re.compile(r"\*\*[^*]{2,40}\*\*")


class _Walk:
    """Goes through the blocks of a text in their order."""

    def __init__(self) -> None:
        self.plain = Plain()
        self.level = 0  # of the heading that is open; 0: none is
        self.number = ""  # of the items that are open, until their first words come
        self.row: list[str] | None = None  # the cells of the row that is open
        self.after_picture = False
        self.quoted = 0  # quotations that are open
        self.called_out = False  # inside one that a note program sets as a box of its own

    def take(self, token: Token) -> None:
        match token.type:
            case "heading_open":
                self.level = int(token.tag[1:])
            case "heading_close":
                self.level = 0
            case "list_item_open" if token.info:
                self.number += f"{token.info}{token.markup} "
            case "list_item_close" if self.number:
                self.add("")
            case "blockquote_open":
                self.quoted += 1
            case "blockquote_close":
                self.quoted -= 1
                self.called_out = self.called_out and self.quoted > 0
            case "tr_open":
                self.row = []
            case "tr_close":
                words, self.row = " | ".join(filter(None, self.row or [])), None
                self.add(words)
            case "fence":
                self.plain.markup += filter(None, [token.info.strip()])
                for line in token.content.splitlines():
                    self.add(line.strip())
            case "definition":
                self.plain.addresses.append(_joined(token.meta["label"], token.meta["url"], token.meta["title"]))
            case "inline":
                self.inline(token.children or [])

    def inline(self, children: Sequence[Token]) -> None:
        words = _SPACES.sub(" ", "".join(_words(token, self.plain) for token in children)).strip()
        if self.row is not None:
            self.row.append(words)
            return
        is_picture = _begins_with_picture(children)
        is_caption = is_picture or (self.after_picture and _is_emphasised(children))
        self.after_picture = is_picture
        self.add(words, is_caption)

    def add(self, words: str, is_caption: bool = False) -> None:
        """Add a paragraph, unless it is empty; an item's number goes before its first words."""
        words = (self.number + words).strip()
        if not words:
            return
        if self.quoted and not self.called_out:
            self.called_out = _CALLOUT.match(words) is not None
        if self.called_out:
            self.plain.markup.append(words)
            return
        self.number = ""
        if is_caption:
            self.plain.captions.append(words)
            return
        if self.level:
            self.plain.headings[len(self.plain.paragraphs)] = self.level
        self.plain.paragraphs.append(words)


def _words(token: Token, plain: Plain) -> str:
    """Return what a mark or a stretch of text adds to the words; pictures, addresses and markup go to `plain`."""
    match token.type:
        case "text":
            return _of_notes(token.content, plain)
        case "softbreak" | "hardbreak":
            return " "
        case "image":
            plain.pictures.append(f"![{token.content}]({_joined(token.attrs['src'], token.attrs.get('title'))})")
            return ""
        case "link_open" if token.info != "auto":
            plain.addresses.append(_joined(token.attrs["href"], token.attrs.get("title")))
        case "html_inline" if not _is_words(token.content):
            plain.markup.append(token.content)
            return " " if _PARTS.match(token.content) else ""
    return token.content  # none of what opens or closes


def _is_words(tag: str) -> bool:
    """Return whether what stands between angle brackets is no tag that anybody knows: "<Ann Lee said on Monday>"."""
    from lxml.html.defs import tags

    named = _NAME.match(tag)
    return named is not None and named[1].lower() not in tags and "=" not in tag


def _of_notes(text: str, plain: Plain) -> str:
    """Return text without what note programs mark: links between notes, marks of footnotes, highlighted words."""

    def linked(found: re.Match[str]) -> str:
        is_picture, page, alias = found.groups()
        if is_picture:
            plain.pictures.append(found.group())
            return ""
        plain.addresses += [page] if alias else []
        return str(alias or page)

    plain.markup += [*_NOTE.findall(text), *_TEMPLATE.findall(text)]
    return _HIGHLIGHT.sub(r"\1", _TEMPLATE.sub("", _NOTE.sub("", _WIKI.sub(linked, text))))


def _joined(*parts: object) -> str:
    return " ".join(str(part) for part in parts if part)


def _begins_with_picture(children: Sequence[Token]) -> bool:
    shown = [token for token in children[:2] if token.type != "link_open"]
    return bool(shown) and (shown[0].type == "image" or shown[0].content.startswith("![["))


def _is_emphasised(children: Sequence[Token]) -> bool:
    ends = [token.type for token in (*children[:1], *children[-1:])]
    return ends in (["em_open", "em_close"], ["strong_open", "strong_close"])


# ---- the way back ----------------------------------------------------------------------------------------------------

_MEANT = re.compile(
    r"[\\`*_\[\]]|<(?=\S)|&(?=[#A-Za-z])|~(?=~)|=(?==)|!(?=\[)|^[>#=]|^[-+](?=[ -]|$)|^\d{1,9}[.)](?= |$)"
)


def as_markdown(paragraphs: list[str]) -> str:
    """Return Markdown that `plain_text` turns into these paragraphs again, white space aside."""
    return "\n\n".join(_MEANT.sub(_escaped, " ".join(paragraph.split())) for paragraph in paragraphs) + "\n"


def _escaped(found: re.Match[str]) -> str:
    mark = found.group()
    return mark[:-1] + "\\" + mark[-1]
