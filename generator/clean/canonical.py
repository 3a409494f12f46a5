"""The canonical text of the body's blocks, with the map back to the raw text, and what was taken out."""

from __future__ import annotations

from collections.abc import Sequence

from generator.clean.lines import Block
from generator.clean.page import LineVerdict
from generator.records import Removed, Span, Stretch


def canonical(blocks: Sequence[Block]) -> tuple[str, tuple[Span, ...], tuple[Stretch, ...]]:
    """Return the paragraphs joined by two newlines, the span of each, and where each piece stands in the raw text."""
    spans, stretches, at = [], [], 0
    for block in blocks:
        spans.append(Span(at, at + len(block.text)))
        inside = at
        for start, end, joint in block.pieces:
            inside += len(joint)
            stretches.append(Stretch(inside, start, end - start))
            inside += end - start
        at += len(block.text) + 2
    return "\n\n".join(block.text for block in blocks), tuple(spans), tuple(stretches)


def taken_out(blocks: Sequence[Block], verdicts: Sequence[LineVerdict | None]) -> tuple[Removed, ...]:
    """Return every block that is not body with its reason, in the order of the raw text."""
    return tuple(
        Removed(block.text, verdict.reason) for block, verdict in zip(blocks, verdicts, strict=True) if verdict
    )
