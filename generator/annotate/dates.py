"""Time expressions of a text in TIMEX3 terms, by rules of our own."""

from __future__ import annotations

from generator.records import TimeExpression


def tag(text: str, published: str | None) -> tuple[TimeExpression, ...]:
    """Return the time expressions of `text` in order, none overlapping another.

    `published`: the publication day as YYYY-MM-DD; None when it is not known, and then a relative expression has no
    value.
    """
    return ()
