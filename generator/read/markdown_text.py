"""Simple Markdown to plain text: the words stay, the marks go, pictures and their captions are set aside.

Own code, since python-markdown takes quadratic time on hostile lines and would give HTML to undo. Every pass here is
linear in the text. `as_markdown` is the way back: it escapes what `plain_text` would take for a mark.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_QUOTED = re.compile(r" {0,3}(?:>[ \t]?)+")
_BULLET = re.compile(r"[ \t]{0,12}[-*+][ \t]+(?=\S)(?:\[[ xX]\][ \t]+)?")
_NUMBERED = re.compile(r"[ \t]{0,12}\d{1,3}[.)][ \t]+(?=\S)")
_DEFINITION = re.compile(r" {0,3}\[[^\[\]\n]{1,200}\]:[ \t]*<?(\S+)>?(?:[ \t]+[\"'(].*)?$")
_PICTURE_LINE = re.compile(r"\s*\[?!\[")
_TITLE = r"(?:\s{1,5}(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'))?"
_ADDRESS = rf"\(\s{{0,5}}<?((?:[^()\s<>\\]|\\.|\([^()\s]{{0,300}}\)){{0,2000}})>?{_TITLE}\s{{0,5}}\)"
_LABEL = r"\[((?:[^\[\]\n\\]|\\.|\[[^\[\]\n]{0,100}\]){0,2000})\]"
_INLINE = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>(?P<ticks>(?<!`)`{1,3})(?!`)(?P<inside>[^`\n]{1,1000})(?P=ticks)(?!`))"
    r"|(?P<wiki>!?\[\[(?P<page>[^\[\]\n|]{1,300})(?:\|(?P<alias>[^\[\]\n]{1,300}))?\]\])"
    rf"|(?P<picture>!\[(?P<alt>[^\[\]\n]{{0,1000}})\](?:{_ADDRESS}|\[[^\[\]\n]{{0,200}}\]))"
    rf"|(?P<link>{_LABEL}(?:{_ADDRESS}|\[[^\[\]\n]{{0,200}}\]))"
    r"|(?P<note>\[\^[^\[\]\s]{1,50}\])"
    r"|(?P<auto><(?:https?://|mailto:)[^<>\s]{1,2000}>)"
    r"|(?P<tag></?[A-Za-z][A-Za-z0-9]{0,15}(?:\s[^<>\n]{0,500})?/?>|<!--[^\n]{0,1000}?-->)"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)"
    r"|(?P<marks>\*{1,3}|_{1,3}|~~|==)"
)
MAX_DEPTH = 4  # of links inside of links' words


@dataclass(slots=True)
class Plain:
    """What `plain_text` makes of a Markdown text."""

    paragraphs: list[str] = field(default_factory=list)
    headings: dict[int, int] = field(default_factory=dict)
    """Index of a paragraph that was a heading, and the heading's level."""
    pictures: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The paragraphs, blank lines between them."""
        return "\n\n".join(self.paragraphs)


def plain_text(markdown: str) -> Plain:
    """Return the words of a Markdown text, a paragraph for each of its paragraphs, headings, items and quotes."""
    plain = Plain()
    after_picture = False
    for block in _Splitter(plain).split(markdown):
        after_picture = _add_block(block, after_picture, plain)
    return plain


@dataclass(frozen=True, slots=True)
class _Block:
    lines: list[str]
    level: int = 0
    """Of a heading; 0: no heading; -1: code, which is taken as it is."""


class _Splitter:
    """Splits Markdown into its blocks, line by line."""

    def __init__(self, plain: Plain) -> None:
        self.plain = plain
        self.blocks: list[_Block] = []
        self.lines: list[str] = []

    def split(self, markdown: str) -> list[_Block]:
        fence = ""
        for line in markdown.splitlines():
            mark = _FENCE.match(line)
            if mark and not fence:
                self._close()
                fence = mark.group(1)[:3]
            elif mark and mark.group(1).startswith(fence) and not line.strip(" `~"):
                self._close(-1)
                fence = ""
            elif fence:
                self.lines.append(line)
            else:
                self._take(line)
        self._close(-1 if fence else 0)
        return self.blocks

    def _close(self, level: int = 0) -> None:
        if self.lines:
            self.blocks.append(_Block(self.lines, level))
            self.lines = []

    def _take(self, line: str) -> None:
        if quoted := _QUOTED.match(line):
            line = line[quoted.end() :]
        if not line.strip() or (len(self.lines) != 1 and _RULE.match(line)):
            self._close()
        elif heading := _HEADING.match(line):
            self._close()
            self.blocks.append(_Block([heading.group(1)], len(line.split(maxsplit=1)[0])))
        elif len(self.lines) == 1 and _UNDERLINE.match(line):
            self._close(1 if "=" in line else 2)
        elif _RULE.match(line):
            self._close()
        elif not self.lines and (definition := _DEFINITION.match(line)):
            self.plain.addresses.append(definition.group(1))
        elif bullet := _BULLET.match(line):
            self._close()
            self.lines.append(line[bullet.end() :])
        else:
            if _NUMBERED.match(line):
                self._close()
            self.lines.append(line)


def _add_block(block: _Block, after_picture: bool, plain: Plain) -> bool:
    """Add a block's words; return whether it was a picture, whose caption may follow."""
    if block.level < 0:
        plain.paragraphs += [line.strip() for line in block.lines if line.strip()]
        return False
    is_picture = _PICTURE_LINE.match(block.lines[0]) is not None
    is_caption = is_picture or (after_picture and _is_emphasised(block.lines))
    words = " ".join(text for line in block.lines if (text := inline_text(line, plain)))
    if words and is_caption:
        plain.captions.append(words)
    elif words:
        if block.level:
            plain.headings[len(plain.paragraphs)] = block.level
        plain.paragraphs.append(words)
    return is_picture


def _is_emphasised(lines: list[str]) -> bool:
    text = " ".join(lines).strip()
    return len(text) > 2 and text[0] == text[-1] and text[0] in "*_"


def inline_text(line: str, plain: Plain, depth: int = 0) -> str:
    """Return the words of one line; pictures and addresses go to `plain`."""
    parts: list[str] = []
    marks: list[tuple[int, str]] = []  # index into `parts` of a mark that may turn out to be emphasis
    at = 0
    for found in _INLINE.finditer(line):
        parts.append(line[at : found.start()])
        at = found.end()
        if found.group("marks"):
            marks.append((len(parts), line[found.start() - 1 : found.start()] + "\0" + line[at : at + 1]))
            parts.append(found.group())
        else:
            parts.append(_inline_words(found, plain, depth))
    parts.append(line[at:])
    _drop_emphasis(parts, marks)
    return "".join(parts).strip()


def _inline_words(found: re.Match[str], plain: Plain, depth: int) -> str:
    if found.group("escape"):
        return found.group()[1]
    if found.group("code"):
        return found.group("inside")
    if found.group("wiki"):
        if found.group().startswith("!"):
            plain.pictures.append(found.group())
            return ""
        return found.group("alias") or found.group("page")
    if found.group("picture"):
        plain.pictures.append(found.group())
        return ""
    if found.group("link"):
        label = re.match(_LABEL, found.group())
        address = found.group()[label.end() :] if label else ""
        if len(address) > 2:
            plain.addresses.append(address[1:-1].strip())
        words = label.group(1) if label else found.group()
        return inline_text(words, plain, depth + 1) if depth < MAX_DEPTH else words
    if found.group("auto"):
        return found.group()[1:-1]
    if found.group("entity"):
        return html.unescape(found.group())
    if found.group("tag"):
        return " " if found.group().lower().startswith("<br") else ""
    return ""  # the mark of a footnote


def _drop_emphasis(parts: list[str], marks: list[tuple[int, str]]) -> None:
    """Blank the marks that open and close emphasis, in pairs; a star that stands for itself stays."""
    waiting: dict[str, list[int]] = {}
    for index, around in marks:
        before, _, after = around.partition("\0")
        mark = parts[index]
        opens = bool(after) and not after.isspace() and not (mark[0] == "_" and before.isalnum())
        closes = bool(before) and not before.isspace() and not (mark[0] == "_" and after.isalnum())
        opened = [mark] if len(mark) < 3 or waiting.get(mark) else [mark[0], mark[:2]]
        if closes and all(waiting.get(one) for one in opened):
            for one in opened:
                parts[waiting[one].pop()] = ""
            parts[index] = ""
        elif opens:
            waiting.setdefault(mark, []).append(index)


# ---- the way back ----------------------------------------------------------------------------------------------------

_MEANT = re.compile(
    r"[\\`*_\[\]]|<(?=[A-Za-z/!])|&(?=[#A-Za-z])|~(?=~)|=(?==)|!(?=\[)|^[>#=]|^[-+](?=[ \t-])|^\d{1,3}[.)](?=[ \t])"
)


def as_markdown(paragraphs: list[str]) -> str:
    """Return Markdown that `plain_text` turns into these paragraphs again, white space aside."""
    return "\n\n".join(_MEANT.sub(_escaped, " ".join(paragraph.split())) for paragraph in paragraphs) + "\n"


def _escaped(found: re.Match[str]) -> str:
    mark = found.group()
    return mark[:-1] + "\\" + mark[-1]
