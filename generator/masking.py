"""Words that may not be shown, letter for letter, so that every place and length stays."""

from __future__ import annotations

import re

MASK = "░"
_LETTER = re.compile(r"\S")


def masked(text: str) -> str:
    """Return the text with a mask in the place of each letter."""
    return _LETTER.sub(MASK, text)
