"""Time expressions of a text in TIMEX3 terms, by rules of our own: text and publication day in, expressions out.

`tag` scans the words once (`tagger`); at a word that can belong to a time expression it asks the rules for it: `days`,
`periods`, `amounts`, `clock`, `references`. `direction` says whether a clause looks forward or back (`clause`).
"""

from __future__ import annotations

from generator.annotate.dates.clause import Direction, direction
from generator.annotate.dates.tagger import tag

__all__ = ["Direction", "direction", "tag"]
