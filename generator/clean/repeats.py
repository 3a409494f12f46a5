"""Bodies pasted twice, wholly or partly, and openings set twice. One pass over the words."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence

from generator.clean.furniture import EMBEDDED
from generator.clean.lines import Block

LONG = 8  # words: a paragraph of so many that comes word for word again was pasted again. Shorter ones ("Yes.",
# "8:50 p.m.") recur in transcripts and live reports, so they go only between neighbours that are pasted copies.
SINGLE = (
    20  # words from which one paragraph that comes again by itself was pasted: tuned on AP's live reports in PolNeAR
)
AT_HEAD, CLOSE = 8, 3  # blocks: at the head of a page lede and standfirst are the same words, close to one another
LEDE_WORDS = 6  # a standfirst that repeats the lede has at least so many words in common with its beginning


def pasted_again(blocks: Sequence[Block], candidates: Sequence[int]) -> dict[int, int]:
    """Return the blocks that repeat an earlier one, and which. Only `candidates` are looked at, in order.

    A block also repeats when its words run through several earlier paragraphs: a second copy set as one line.
    """
    first: dict[str, int] = {}
    run = _Running()
    copies: dict[int, int] = {}
    for i in candidates:
        block = blocks[i]
        if len(block.tokens) < LONG:
            run.append(i, block.tokens)
            continue
        once = first.get(block.key)
        if once is None and (once := run.owner_of(block.tokens)) is None:
            first[block.key] = i
            run.append(i, block.tokens)
        elif block.ends_sentence and not blocks[once].ends_sentence:
            copies[once] = i  # set above the story as a teaser without its full stop: the whole sentence is body
            first[block.key] = i
        else:
            copies[i] = once
    _short_ones_between(blocks, candidates, copies)
    if _is_live_report(blocks, candidates, copies):
        copies = {i: once for i, once in copies.items() if once < AT_HEAD and i < AT_HEAD}
    return _without_single_ones(blocks, candidates, copies)


def _is_live_report(blocks: Sequence[Block], candidates: Sequence[int], copies: dict[int, int]) -> bool:
    """Whether entries under their hours ("8:50 p.m.") tell a part of it twice; a second copy is most of a page."""
    heads = sum(len(blocks[i].tokens) <= 3 and _HEAD_OF_ENTRY.fullmatch(blocks[i].text) is not None for i in candidates)
    total = sum(len(blocks[i].tokens) for i in candidates)
    return heads >= ENTRIES and sum(len(blocks[i].tokens) for i in copies) < LIVE_SHARE * total


ENTRIES, LIVE_SHARE = 4, 0.3  # running heads that a live report has at least; what a second copy has more of
_HEAD_OF_ENTRY = re.compile(r"[\W_]{3,}|\d{1,2}[:.]?\d{0,2}\s?(?:[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?\W?", re.IGNORECASE)


def _without_single_ones(blocks: Sequence[Block], candidates: Sequence[int], copies: dict[int, int]) -> dict[int, int]:
    """Leave a short sentence that comes again all by itself: live reports tell "It takes 1,237 votes to win" twice."""
    place = {i: k for k, i in enumerate(candidates)}
    kept = {}
    for i, once in copies.items():
        k = place[i]
        beside = [candidates[n] for n in (k - 1, k + 1) if 0 <= n < len(candidates)]
        alone = not any(j in copies for j in beside)
        if alone and is_question(blocks[i]):
            continue  # an interviewer asks several people the same
        if (
            not alone
            or len(blocks[i].tokens) >= SINGLE
            or (place[once] < AT_HEAD and k - place[once] <= CLOSE)
            or k == len(candidates) - 1
        ):
            kept[i] = once
    return kept


def pulled(blocks: Sequence[Block], candidates: Sequence[int]) -> dict[int, int]:
    """Return the sentences that a page sets large beside the story, and the paragraph of the story that has each.

    Such a one stands by itself, in quotation marks, without its full stop or right above the paragraph that it opens.
    What an interviewer asks again, and what a live report tells again, is told by no such sign.
    """
    keys = {i: blocks[i].key for i in candidates}
    whole = "\n".join(keys.values())
    found: dict[int, int] = {}
    for k, i in enumerate(candidates):
        block = blocks[i]
        if not PULLED[0] <= len(block.tokens) <= PULLED[1] or is_question(block) or block.text[-1] in ":;,":
            continue
        if not block.ends_sentence and k > 0 and (owner := _signed(blocks, candidates, i)) is not None:
            found[i] = owner
            continue
        if whole.count(keys[i]) < 2:
            continue
        near = candidates[k + 1 : k + 1 + CLOSE]
        # Without a full stop no paragraph of the story says it: in the one that does, the sentence goes on.
        whole_sentence = k > 0 and block.ends_sentence and len(block.tokens) >= PULLED_SENTENCE
        quoted = whole_sentence or (block.text[0] in '“"«' and block.text[-1] in '”"»')
        quoted = quoted or (not block.ends_sentence and k > 0)
        owner = next(
            (
                j
                for j in (candidates if quoted else near)
                if j != i
                and j not in found
                and len(blocks[j].tokens) > len(block.tokens)
                and keys[i] in keys[j]
                # A post that the story quotes and shows; its own words above it are the page's.
                and (not EMBEDDED.search(blocks[j].text) or EMBEDDED.search(block.text) is not None)
                and (quoted or keys[j].startswith(keys[i]))
            ),
            None,
        )
        if owner is not None:
            found[i] = owner
    return found


PULLED = (10, 60)  # words
PULLED_SENTENCE = 12  # words from which nobody writes a sentence twice, once by itself and once within a paragraph
_SIGNED = re.compile(r"\s(?P<who>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}(?:, [^.!?]{3,60})?)$")


def _signed(blocks: Sequence[Block], candidates: Sequence[int], i: int) -> int | None:
    """Return the paragraph that has the words above somebody's name: "Nobody asked us for the key Ann Lee, skipper"."""
    for found in _SIGNED.finditer(blocks[i].text):
        said = Block(blocks[i].text[: found.start()], ())
        if len(said.tokens) >= PULLED[0]:
            return next((j for j in candidates if j != i and said.key in blocks[j].key), None)
    return None


class _Running:
    """The words of all paragraphs so far as one run, found again by the first words of each paragraph."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.owners: list[int] = []
        self.opening: dict[tuple[str, ...], int] = {}
        self.waiting: deque[int] = deque()

    def append(self, owner: int, tokens: tuple[str, ...]) -> None:
        if tokens:
            self.waiting.append(len(self.words))
        self.words.extend(tokens)
        self.owners.extend([owner] * len(tokens))
        # A short paragraph's first words run on into the next one.
        while self.waiting and self.waiting[0] + LONG <= len(self.words):
            at = self.waiting.popleft()
            self.opening.setdefault(tuple(self.words[at : at + LONG]), at)

    def owner_of(self, tokens: tuple[str, ...]) -> int | None:
        """Return the paragraph with which a run of these very words begins; None when there is none."""
        at = self.opening.get(tokens[:LONG])
        if at is None or len(tokens) == LONG or tuple(self.words[at : at + len(tokens)]) != tokens:
            return None
        return self.owners[at]


def _short_ones_between(blocks: Sequence[Block], candidates: Sequence[int], copies: dict[int, int]) -> None:
    """Add the short blocks that stand beside a pasted copy just as they stand beside the original."""
    place = {i: k for k, i in enumerate(candidates)}
    for i in sorted(copies):
        for step in (-1, 1):
            k, j = place[i], place[copies[i]]
            while 0 <= (k := k + step) < len(candidates) and 0 <= (j := j + step) < len(candidates) and j < k:
                again, once = candidates[k], candidates[j]
                if again in copies or len(blocks[again].tokens) >= LONG or blocks[again].key != blocks[once].key:
                    break
                copies[again] = once


def opens(short: Block, long: Block) -> bool:
    """Return whether `short` is the beginning of `long`, or all of it: a standfirst cut from the lede."""
    words, whole = short.tokens, long.tokens
    if is_question(short):
        return False
    if short.text.endswith(("...", "…", "]")) and len(words) > LEDE_WORDS:
        words = words[:-1]  # the last word of a cut teaser may be half a word
    return LEDE_WORDS <= len(words) <= len(whole) and whole[: len(words)] == words


def is_question(block: Block) -> bool:
    """Return whether a line ends in a question mark, inside quotation marks or not."""
    return block.text.rstrip("'\"”’").endswith("?")
