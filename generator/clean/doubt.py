"""Which removed parts an editor should look at: sentences that went for how they look and not for what they say."""

from __future__ import annotations

from generator.records import Removed

LEAST_WORDS = 9  # shorter lines without a sentence of their own are headings and links
# A line that went for what other files hold, and not for itself, may be a headline or a heading: anybody can add files.
LEAST_RECURRING = 4
RECURS = "recurs in other articles"
_BY_LOOKS = (
    "caption (describes a picture)",
    "caption or link (labelled",
    "sub-heading or headline of another story",
    "the page speaks of itself",
    "line above the story",
    "line below the story",
    "pointer under a label",
)


def doubtful(part: Removed) -> bool:
    """Return whether a removed part may be the story's own words after all."""
    words = part.text.split()
    if part.reason.startswith(RECURS):
        return len(words) >= LEAST_RECURRING
    return len(words) >= LEAST_WORDS and part.reason.startswith(_BY_LOOKS) and any(word[0].islower() for word in words)
