"""The days and hours that head the parts of a chronicle: "December 18" on its own line, and below it what happened.

On a page with one such line it may be the day of publication; several, each above words of the story, are its own.
"""

from __future__ import annotations

import re

from generator.clean.page import Page
from generator.clean.shapes import is_paragraph
from generator.days import MONTH_PATTERN

_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_DAY = re.compile(
    rf"(?:{_WEEKDAY}\b,?\s?)?(?:(?:{MONTH_PATTERN})\b\.?\s\d{{1,2}}(?:st|nd|rd|th)?|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s(?:{MONTH_PATTERN})\b\.?)(?:,?\s(?:19|20)\d\d)?\s?[:–—-]?",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"(?:(?:about|around|shortly (?:before|after)|just (?:before|after)|before|after)\s)?"
    r"(?:\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?|GMT|hrs)|noon|midnight)\s?[:–—-]?",
    re.IGNORECASE,
)
FEWEST = 2  # days: one may be the page's own


def headings(page: Page) -> frozenset[int]:
    """Return the lines that head the parts of a chronicle; none where fewer than two different days do."""
    left = page.left()
    days: dict[int, str] = {}
    hours: set[int] = set()
    begun = False
    for k, i in enumerate(left[:-1]):
        text = page.blocks[i].text
        if not begun or len(text) > 40:
            begun = begun or is_paragraph(page.blocks[i])
        elif _DAY.fullmatch(text) and _leads(page, left, k + 1):
            days[i] = page.blocks[i].key
        elif _HOUR.fullmatch(text) and _leads(page, left, k + 1):
            hours.add(i)
    return frozenset({*days, *hours}) if len(set(days.values())) >= FEWEST else frozenset()


def _leads(page: Page, left: list[int], k: int) -> bool:
    """Whether words of the story stand at a place, or an hour and then these."""
    block = page.blocks[left[k]]
    if _HOUR.fullmatch(block.text) and k + 1 < len(left):
        block = page.blocks[left[k + 1]]
    return block.ends_sentence or is_paragraph(block)
