"""The summary that some pages set above a story, one line a point and no full stop: part of what they published."""

from __future__ import annotations

import re
from bisect import bisect_right

from generator.clean.datelines import find_dateline
from generator.clean.lines import Block
from generator.clean.page import LineVerdict, Page
from generator.clean.repeats import opens
from generator.clean.shapes import is_label, is_paragraph
from generator.wordlists import words

LABEL = LineVerdict("label of the story's summary")
HEAD = 16  # lines in which such a label stands
POINT_WORDS = 7  # a point is a clause with its verb; "Ferry line hires crews" is a headline
LONG_POINT = 14  # words: no headline above other points is so long
FEWEST = 2  # points in a row, where no label stands above them
HEADLINE = 5  # words: a line above the points that is shorter is a kicker, and the first of them the headline
MEAN = 9  # words, over the lines of a run: headlines are shorter
ALONE = 12  # words of a single one, the standfirst
TOLD_SHARE = 0.6  # of a point's longer words stand in the story as well
_LABEL = re.compile(
    r"(?i:(?:story|article|news) highlights|highlights:|key (?:points|takeaways|facts):?|at a glance:|in brief:|"
    r"summary:|what you need to know:)\s*(?!(?:From|Of|On|In|About|For|After)\b)(?=[^\W\da-z]|[“\"‘'•-]|$)"
)  # "Key Takeaways From the Council" is a headline
# On a line of its own, where a rule took it for a button
_LABEL_ALONE = re.compile(
    r"(?:(?:story|article|news) )?highlights|key (?:points|takeaways|facts)|at a glance|in (?:brief|short|summary)|"
    r"summary|what you need to know|the (?:essentials|gist)",
    re.IGNORECASE,
)
_HIGHLIGHTS = re.compile(r"(?:Story|Article|News) Highlights\b")  # no sentence begins so
_SMALL = re.compile(r"\b[a-z][a-z’']{3,}")


def cut_labels(page: Page) -> set[int]:
    """Part the labels from the first points behind them and return the blocks that stand below a label."""
    below: set[int] = set()
    for i, block in enumerate(page.blocks[:HEAD]):
        if page.verdicts[i] is not None and _LABEL_ALONE.fullmatch(block.text.strip(" :.-–—•*")):
            page.verdicts[i] = LABEL
            below |= _points_below(page, i)
    for i in [i for i in page.left() if i < HEAD][::-1]:
        found = _LABEL.match(page.blocks[i].text)
        if found is None or (is_paragraph(page.blocks[i]) and not _HIGHLIGHTS.match(found.group())):
            continue
        parted = found.end() < len(page.blocks[i].text)
        page.cut(i, found.end(), LABEL)
        below = {j + parted for j in below}
        below |= _points_below(page, i)
    return below


def _points_below(page: Page, label: int) -> set[int]:
    """Return the lines right below a label that may be its points."""
    end = label + 1
    while end < len(page.blocks) and _may_be_point(page.blocks[end]) and page.verdicts[end] is None:
        end += 1
    return set(range(label + 1, end))


def points(page: Page, head: list[int], below: set[int]) -> list[int]:
    """Return the lines above the first paragraph that sum the story up: below a label, or several in a row."""
    if not any(page.blocks[i].words >= POINT_WORDS for i in head):
        return [i for i in head if i in below]
    left = page.left()
    told = {word[:5] for i in left if is_paragraph(page.blocks[i]) for word in page.blocks[i].tokens}
    found = [i for i in head if i in below]
    run: list[int] = []
    for i in [*head, None]:
        goes_on = i is not None and i not in below and (not run or i == run[-1] + 1)
        if (
            i is not None
            and goes_on
            and (_is_point(page, i, left, told) or (len(run) >= FEWEST and _is_clause(page, i)))
        ):
            run.append(i)
            continue
        found += _without_headline(page, run, head, told)
        run = []
    return sorted(found)


def _without_headline(page: Page, run: list[int], head: list[int], told: set[str]) -> list[int]:
    """Return the points of a run of lines; none when they are too few or too short to be any.

    The first of them is the headline where no line above can be it: a slogan, a menu, what the page says of its age
    share no words with the story. `told`: the beginnings of the story's words.
    """
    if (
        run
        and page.title is None
        and not any(_may_head(page.blocks[i], told) for i in head if i < run[0])
        and not (len(run) > FEWEST and _told_in_full(page.blocks[run[0]]))
    ):
        run = run[1:]
    lengths = [page.blocks[i].words for i in run]
    if len({page.blocks[i].key for i in run}) < len(run) or not lengths or sum(lengths) < MEAN * len(lengths):
        return []
    return run if len(run) >= FEWEST or lengths[0] >= ALONE else []


def _may_head(block: Block, told: set[str]) -> bool:
    """Whether a line above the points may be the headline: of five words or more, some of them the story's."""
    small = words("function_words.txt", "function")
    longer = [word[:5] for word in block.tokens if len(word) > LITTLE and word not in small]
    own = sum(word in told for word in longer)
    return _longest_part(block) >= HEADLINE and own >= max(FEWEST, HEADLINE_SHARE * len(longer))


LITTLE = 3  # letters of a word that tells nothing
HEADLINE_SHARE = 0.3  # of a headline's longer words that its story has at least


def _longest_part(block: Block) -> int:
    """Return how many words the longest part of a line has: "The Quay Courier | Port Hale" is no headline."""
    return max(len(part.split()) for part in block.text.split("|"))


def _told_in_full(block: Block) -> bool:
    """Whether a line has the small words that headlines save: "The divers were asked by the museum in April"."""
    return block.words >= LONG_POINT and bool(_ARTICLE.search(block.text)) and bool(_AUXILIARY.search(block.text))


_ARTICLE = re.compile(r"\b(?:the|a|an)\b", re.IGNORECASE)
_AUXILIARY = re.compile(r"\b(?:was|were|had|has|have|is|are|been)\b")


def _may_be_point(block: Block) -> bool:
    return 3 <= block.words <= 40 and not block.ends_sentence and not is_label(block)


def _is_point(page: Page, i: int, left: list[int], told: set[str]) -> bool:
    """Whether a line is a clause in sentence case whose words the story has too, and not its first words again."""
    block = page.blocks[i]
    below = left[bisect_right(left, i) :][:4]
    if any(opens(block, page.blocks[j]) for j in below) or find_dateline(block.text):
        return False
    if block.words < POINT_WORDS or not _may_be_point(block) or "|" in block.text or block.text[-1] in ":,;":
        return False
    longer = [word[:5] for word in block.tokens if len(word) > LITTLE]
    return _is_clause(page, i) and sum(word in told for word in longer) >= TOLD_SHARE * len(longer)


def _is_clause(page: Page, i: int) -> bool:
    """Whether a line is a clause in sentence case without its full stop."""
    block = page.blocks[i]
    return block.words >= POINT_WORDS and _may_be_point(block) and len(_SMALL.findall(block.text)) >= 3
