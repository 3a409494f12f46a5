"""The outlet that a page's address is called after, as the page prints its name: "Quay Star" for quaystar.example."""

from __future__ import annotations

import re

from generator.clean.lines import Block
from generator.clean.page import LineFact, Page, shown

EDGE = 14  # lines of a page's head and foot in which its own address stands
ADDRESS_WORDS = 4  # of a line that has an address: "URL Source: https://..."
LETTERS = (8, 40)  # of a host that tells a name
OF_HOST = 8  # rank: below a name that stands alone above the headline
_HOST = re.compile(r"https?://(?:www\.)?(?P<host>[a-z\d-]{3,40}(?:\.[a-z\d-]{2,20}){1,3})", re.IGNORECASE)
_SITE = re.compile(r"(?:[a-z\d-]{2,40}\.){1,3}[a-z]{2,10}", re.IGNORECASE)
_PICTURED = ("caption", "credit")


def of_host(page: Page) -> list[LineFact]:
    """Return the name of several words that has the letters of the page's own host and stands somewhere on the page."""
    for host in _hosts(page):
        pattern = r"[\s’'.&-]{0,2}".join(map(re.escape, host))
        named = re.compile(
            rf"(?<![\w@/.])(?:(?:The|La|Le|El|Los|Les|Il|Die|Der|Das|De)\s)?{pattern}(?![\w/]|\.\w)", re.IGNORECASE
        )
        for block, verdict in zip(page.blocks, page.verdicts, strict=True):
            if verdict is not None and verdict.reason.startswith(_PICTURED):
                continue
            for found in named.finditer(block.text):
                name = found.group().removeprefix("the ")
                if " " in name and all(word[0].isupper() or word in _SMALL for word in name.split()):
                    return [
                        LineFact("outlet", name, f"{shown(name)} on the page, whose address has its letters", OF_HOST)
                    ]
    return []


_SMALL = frozenset(("of", "the", "and", "&", "on", "in", "de", "del", "della", "der", "die", "du", "la", "le", "el"))


def _hosts(page: Page) -> list[str]:
    """Return the letters of the hosts that may be the page's own, without what stands behind the last full stop."""
    named = [page.outlet.casefold()] if page.outlet and _SITE.fullmatch(page.outlet) else []
    ends = [*page.blocks[:EDGE], *page.blocks[max(EDGE, len(page.blocks) - EDGE) :]]
    named += [
        found["host"].casefold() for block in ends if _bears_address(block) for found in _HOST.finditer(block.text)
    ]
    keys = []
    for host in named:
        parts = host.removeprefix("www.").split(".")[:-1]
        key = re.sub(r"[^a-z\d]", "", max(parts, key=len, default=""))
        if LETTERS[0] <= len(key) <= LETTERS[1]:
            keys.append(key)
    return list(dict.fromkeys(keys))


def _bears_address(block: Block) -> bool:
    return "://" in block.text and (block.words <= ADDRESS_WORDS or _PROPERTY.search(block.text) is not None)


_PROPERTY = re.compile(r"(?:^|\s)(?:source|source_url|url|link): https?://")
