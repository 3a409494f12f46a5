"""The web address that somebody set beside a text: above it, or below."""

from __future__ import annotations

import re
from itertools import takewhile

from generator.records import Stated

# "quayside.example/2019/03/06/north-bridge" too: what has a path and figures in it is an address without its scheme.
_URL = r"(?P<url>https?://[^\s<>\"]+|(?:[a-z\d-]{2,40}\.){1,4}[a-z]{2,10}/(?=[^\s<>\"]*\d)[^\s<>\"]{8,})"
_ADDRESS = re.compile(rf"\s*(?:(?:url|link|source|address)\s?:\s*)?{_URL}\s*", re.IGNORECASE)

LONG_LINE = 20  # words; a headline has fewer


def address_beside(text: str) -> Stated | None:
    """Return the address that somebody set above the text, or on its last lines: site, often the day."""
    top = [line for line in text[:3000].splitlines() if line.strip()][:FIRST]
    above = list(takewhile(lambda line: len(line.split()) <= LONG_LINE or not line.rstrip().endswith("."), top))
    named = [found for line in above if (found := _ADDRESS.fullmatch(line))]
    if named and (len(named) == 1 or named[0].string == top[0]):
        return Stated(_whole(named[0]["url"]), "address above the text")
    lines = [line for line in text[-3000:].splitlines() if line.strip()]
    below = [found for line in lines[-LAST:] if (found := _BELOW.fullmatch(line.strip()))]
    # Several are the story's notes.
    alone = len(below) == 1 and not any(_BELOW.fullmatch(line.strip()) for line in lines[:-LAST])
    return Stated(_whole(below[0]["url"].rstrip(").,>")), "address below the text") if alone else None


def _whole(url: str) -> str:
    return url if "://" in url else f"https://{url}"


FIRST, LAST = 6, 3  # lines
# Not "Source:" or "Read more at": what is named there is a report or another story as often.
_BELOW = re.compile(
    r"(?:(?:url|link|address|permalink|(?:clipped|saved|copied) from)\s?:?\s*|printable version\b.{0,60}\s)?"
    rf"[<(]?{_URL}>?(?:\s+\d{{1,3}}/\d{{1,3}})?",  # a printer sets the page behind it
    re.IGNORECASE,
)
