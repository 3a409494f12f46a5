"""What stands within a page's article and is none of its words: captions, marks of footnotes, pull quotes.

Each is told by how the page itself marks it. A picture's caption in `figcaption` is known to all; older pages and
blogs set it in a cell or a paragraph whose class says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from generator.read.json_ld import key_of
from generator.read.page_places import marks_of
from generator.read.tidy import one_line
from generator.records import Removed

_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:tr-caption|wp-caption-(?:text|dd)|(?:image|img|photo|picture|media|figure|gallery|pic)[_-]?"
    r"(?:field[_-]?)?(?:caption|credit|legend)|caption[_-]?text|cutline|photocredit)(?=$|\s)",
    re.IGNORECASE,
)
LONGEST_CAPTION = 600  # characters
NEAR_PICTURE = 3  # elements on the way up, below one of which stands the picture of a caption
_NOTE_TEXT = re.compile(r"\[?\s?(?:\d{1,3}|[*†‡])\s?\]?")
_NOTE_MARK = re.compile(
    r"foot-?note|end-?note|fn-?ref|noteref|(?:^|[\s_#-])(?:fn|ftn|edn|note|cite)[\s_:-]?\w{0,12}\d", re.I
)
_PULLED = re.compile(r"(?:^|[\s_-])pull(?:ed)?[_-]?quote|quote[_-]?pull", re.IGNORECASE)
_SIGN_UP = re.compile(r"(?:^|[\s_-])(?:sign-?up|newsletter)(?=$|[\s_-])", re.IGNORECASE)
_BOXES = frozenset({"div", "aside", "section", "form"})
LONGEST_OFFER = 80  # words of a box that offers a letter
LONGEST_QUOTE = 80  # words of one that is pulled out of the text
_PIECES = re.compile(r"[“”\"«»„‘’—–….!?;:]+\s*")
PIECE = 3  # words of a piece that is looked for; fewer stand elsewhere by chance
_MARKED = (
    "//body//*[self::a[contains(@href, '#')] or contains(@class, 'aption') or contains(@class, 'redit')"
    " or contains(@class, 'ull') or contains(@class, 'cutline') or contains(@class, 'legend')"
    " or contains(@class, 'ignup') or contains(@class, 'ign-up') or contains(@class, 'ewsletter')]"
)
MOST, MOST_PULLED = 3_000, 30  # elements that are looked at, and pull quotes among them


def taken_out(root: Any) -> tuple[Removed, ...]:
    """Take what is none of the article's words out of a page, and return it with the reasons. Changes `root`."""
    bars = tuple(_bars(root))
    found = tuple(_found(root))
    for element, _ in found:
        element.drop_tree()
    return (*bars, *(reason for _, reason in found))


def _bars(root: Any) -> Iterator[Removed]:
    """Take the bar of a web archive off a page, whose days are those of its copies."""
    for element in root.xpath("//*[@id='wm-ipp-base'] | //*[@id='wm-ipp'][not(ancestor::*[@id='wm-ipp-base'])]"):
        text = one_line(" ".join(element.itertext()))
        element.drop_tree()
        yield Removed(text, "bar of a web archive (HTML)")


def _found(root: Any) -> Iterator[tuple[Any, Removed]]:
    whole: str | None = None
    pulled = 0
    done: set[Any] = set()
    for element in root.xpath(_MARKED)[:MOST]:
        text = _short_text(element)
        if not text:
            continue
        reason = ""
        if element.tag == "a":
            element, reason = _note(element, text)
        elif _CAPTION.search(element.get("class")) and len(text) <= LONGEST_CAPTION:
            reason = "caption (HTML)" if _has_picture(element) else ""
        elif _SIGN_UP.search(element.get("class")) and element.tag in _BOXES and len(text.split()) <= LONGEST_OFFER:
            reason = "box to sign up (HTML)" if _asks(element) else ""
        elif _PULLED.search(element.get("class")) and len(text.split()) <= LONGEST_QUOTE:
            pulled += 1
            if pulled > MOST_PULLED:
                continue
            whole = whole if whole is not None else key_of(root.text_content())
            reason = (
                "pull quote, whose words the article has (HTML)"
                if _is_repeated(_without_speaker(element, text), whole)
                else ""
            )
        if reason and not any(above in done for above in element.iterancestors()):
            done.add(element)
            yield element, Removed(text, reason)


def _without_speaker(element: Any, text: str) -> str:
    """Return the text of a pull quote without its line of who said it, which the article has in other words."""
    spoken = [below for below in islice(element.iter(), BESIDE) if below.tag in ("cite", "footer", "figcaption")]
    return text.removesuffix(one_line("".join(spoken[-1].itertext()))).strip() if spoken else text


def _note(link: Any, text: str) -> tuple[Any, str]:
    """Return the element of a footnote's mark behind a word, and the reason; "" for any other link."""
    target = (link.get("href") or "").rpartition("#")
    element = link.getparent() if link.getparent().tag == "sup" else link
    if not target[1] or not _NOTE_TEXT.fullmatch(text) or _short_text(element) != text:
        return link, ""
    before = element.getprevious()
    is_behind = one_line((before.tail if before is not None else element.getparent().text) or "") or before is not None
    marks = f"{marks_of(link)} {marks_of(element)} {link.get('rel') or ''} #{target[2]}"
    return element, "mark of a footnote (HTML)" if is_behind and _NOTE_MARK.search(marks) else ""


def _asks(element: Any) -> bool:
    """Return whether a box has a button or a field to fill in: an article on newsletters has none."""
    return any(below.tag in ("form", "input", "button", "iframe") for below in islice(element.iter(), BESIDE))


def _has_picture(element: Any) -> bool:
    """Return whether a picture stands right beside an element."""
    for _ in range(NEAR_PICTURE):
        if (element := element.getparent()) is None or element.tag in ("body", "article", "main"):
            return False
        if any(below.tag in ("img", "picture", "video", "svg") for below in islice(element.iter(), BESIDE)):
            return True
    return False


BESIDE = 100  # elements in what holds a picture and its caption


def _short_text(element: Any) -> str:
    """Return the text of an element; "" for one that holds more than any caption or pull quote does."""
    parts: list[str] = []
    length = 0
    for part in element.itertext():
        parts.append(part)
        if (length := length + len(part)) > LONGEST_TEXT:
            return ""
    return one_line("".join(parts))


LONGEST_TEXT = 3_000  # characters, the blanks between tags among them


def _is_repeated(text: str, whole: str) -> bool:
    """Return whether the page has every piece of a text a second time. `whole`: the letters of the page."""
    pieces = [key_of(piece) for piece in _PIECES.split(text) if len(piece.split()) >= PIECE]
    return bool(pieces) and all(whole.count(piece) > 1 for piece in pieces)
