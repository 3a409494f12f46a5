"""What the rules of cleaning see, and what they answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from generator.clean.lines import Block
from generator.records import Form

Field = Literal["title", "outlet", "origin", "byline", "dateline", "published", "url"]


@dataclass(frozen=True, slots=True)
class LineFact:
    """Something that a line states about the article. Of several for one field the lowest `rank` is taken."""

    field: Field
    value: str
    how: str
    rank: int = 0


@dataclass(frozen=True, slots=True)
class LineVerdict:
    """Why a line is not body, and what it states."""

    reason: str
    facts: tuple[LineFact, ...] = ()


@dataclass(slots=True)
class Page:
    """One page in the course of being judged. `verdicts[i]` is None while `blocks[i]` counts as body."""

    blocks: list[Block]
    form: Form
    recurring: frozenset[str]
    title: str | None = None
    """The headline that the format itself states."""
    file: str = ""
    """The name of the file: some are the outlet's."""
    day: str | None = None
    """The publication day that the format itself states, ISO 8601."""
    writers: str = ""
    """The byline that the format itself states."""
    outlet: str = ""
    """The outlet that the format itself states."""
    verdicts: list[LineVerdict | None] = field(default_factory=list)

    def left(self) -> list[int]:
        """Return the places of the blocks that still count as body."""
        return [i for i, verdict in enumerate(self.verdicts) if verdict is None]

    def cut(self, i: int, at: int, before: LineVerdict | None, after: LineVerdict | None = None) -> None:
        """Part a block in two, each with its verdict; a side with nothing visible is dropped."""
        block = self.blocks[i]
        parts = ((block.part(0, at), before), (block.part(at, len(block.text)), after))
        self._replace(i, [(part, verdict) for part, verdict in parts if part is not None])

    def lift(self, i: int, left: Block, out: Sequence[Block], why: LineVerdict) -> None:
        """Put what is left of a block in its place, and what was lifted out of it behind that."""
        self._replace(i, [(left, None), *((part, why) for part in out)])

    def _replace(self, i: int, parts: Sequence[tuple[Block, LineVerdict | None]]) -> None:
        self.blocks[i : i + 1] = [part for part, _ in parts]
        self.verdicts[i : i + 1] = [verdict for _, verdict in parts]


LineRule = Callable[[Block], LineVerdict | None]


def first_answer(rules: tuple[LineRule, ...], block: Block) -> LineVerdict | None:
    """Return the answer of the first rule that has one."""
    for rule in rules:
        if (verdict := rule(block)) is not None:
            return verdict
    return None


def shown(text: str, length: int = 60) -> str:
    """Return a line for use in `how`: shortened, in single quotes."""
    return "'" + (text if len(text) <= length else text[: length - 1].rstrip() + "…") + "'"
