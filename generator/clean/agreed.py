"""The outlet that no list knows and no line states: a name that lines of the page's own agree on.

A name says little in one place: above the headline a section stands too, behind the sign of copyright a company, in a
picture's credit an agency. What has its name in two of these ways, and in what the page asks of its readers or in what
somebody "told" it, is the outlet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.clean.lines import Block
from generator.clean.masthead import is_agency
from generator.clean.outlets import known_outlet
from generator.clean.page import LineFact, Page, shown
from generator.clean.shapes import is_label
from generator.clean.signatures import people, proper_name

HEAD = 12  # lines
AGREED = 9  # rank: as the file's name
FEWEST = 2  # ways in which a name stands on its page
MOST_WORDS = 5
LONGEST = 60  # words of a line of the page
_BARS = re.compile(r"\s(?:[|·•–—-]|::|»)\s")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s,©\d–-]*(?:copyright)?[\s,©\d–-]*(?:by )?(?P<name>[^\d\W].*)", re.IGNORECASE
)
_ASKED = (
    r"(?:subscribe to|support|follow|join|donate to|sign up (?:to|for)|download the|next on|more (?:from|on)|"
    r"welcome to|"
    r"write (?:to|for)|about|contact|stories from|published in|thanks for reading|advertise (?:with|in)|source:)"
    r"\s(?:the )?"
)
_TOLD = r"\b(?:told|tells|interview with|statement to|spoke (?:to|with)|seen by)\s(?:the )?"
_WHOLE = r"(?![\w’'-]|\s(?-i:[A-ZÀ-Þ]))"  # no longer name: "The Washington" in "The Washington Times"


def agreed(page: Page) -> list[LineFact]:
    """Return the one name that stands in several ways on the page's own lines; [] where several or none do."""
    lines = [
        block
        for block, verdict in zip(page.blocks, page.verdicts, strict=True)
        if verdict is not None and block.words <= LONGEST
    ]
    found: dict[str, int] = {}
    for name in dict.fromkeys(_candidates(page)):
        ways = _ways(page, lines, name)
        if len(ways) >= FEWEST and not ways <= {"head", "copyright"}:
            found[name] = len(ways)
    # "The Quay Gazette" also stands where "The Quay" does.
    whole = [name for name in found if not any(name != other and name in other for other in found)]
    if len(whole) != 1:
        return []
    return [LineFact("outlet", whole[0], f"{shown(whole[0])} on several lines of the page's own", AGREED)]


def _candidates(page: Page) -> Iterator[str]:
    for block, verdict in zip(page.blocks[:HEAD], page.verdicts, strict=False):
        if verdict is None or block.words > LONGEST or verdict.reason.startswith(("caption", "byline")):
            continue
        for part in _BARS.split(block.text):
            if _may_be_house(part.strip()):
                yield part.strip()
    for block, verdict in zip(page.blocks, page.verdicts, strict=True):
        if verdict is not None and (claimed := _COPYRIGHT.search(block.text)) and block.words <= LONGEST:
            words = claimed["name"].rstrip(".").split()[:MOST_WORDS]
            for k in range(len(words), 0, -1):
                if _may_be_house(" ".join(words[:k])):
                    yield " ".join(words[:k])


def _may_be_house(name: str) -> bool:
    words = name.split()
    return (
        0 < len(words) <= MOST_WORDS
        and len(name) >= LEAST_LETTERS
        and words != ["The"]
        and proper_name(name)
        and not people(name)
        and not is_label(Block(name, ()))
        and not is_agency(name)
    )


LEAST_LETTERS = 4


def _ways(page: Page, lines: list[Block], name: str) -> set[str]:
    """Return in which ways a name stands on its page."""
    bare = re.escape(name.removeprefix("The "))
    ways = set()
    if any(part.strip() == name for block in page.blocks[:HEAD] for part in _BARS.split(block.text)):
        ways.add("head")
    claim = re.compile(rf"(?:©|\(c\)|copyright)[^.]{{0,24}}\b{bare}\b", re.IGNORECASE)
    ask = re.compile(rf"(?:^|\W){_ASKED}{bare}{_WHOLE}", re.IGNORECASE)
    credit = re.compile(rf"(?:/|\sfor\s|,\s){bare}\W*$")
    for block in lines:
        text = block.text
        if claim.search(text):
            ways.add("copyright")
        elif ask.search(text):
            ways.add("asked")
        elif block.words <= LONGEST and credit.search(text) and not known_outlet(text):
            ways.add("credit")
    words = name.split()
    short = "|".join(re.escape(" ".join(words[k:])) for k in range(len(words)) if k == 0 or len(words) - k > 1)
    told = re.compile(rf"{_TOLD}(?:{bare}|{short}){_WHOLE}")
    if any(told.search(page.blocks[i].text) for i in page.left()):
        ways.add("told")
    return ways
