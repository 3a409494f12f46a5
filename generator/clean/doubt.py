"""What of the cleaning an editor should look at: sentences that went for their looks, lines that stayed without any."""

from __future__ import annotations

from generator.records import Article, Removed

LEAST_WORDS = 9  # shorter lines without a sentence of their own are headings and links
# A line that went for what other files hold, and not for itself, may be a headline or a heading: anybody can add files.
LEAST_RECURRING = 4
RECURS = "recurs in other articles"
SHORT = 12  # words of a line that may be a heading or a link
MOSTLY = 0.6  # of the paragraphs that must end as sentences do: in a list or a poem the others tell nothing
_ENDS = frozenset(".!?…:;,\"'”’»)]")
_BY_LOOKS = (
    "caption (describes a picture)",
    "caption or link (labelled",
    "link between paragraphs",
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


def unlike_sentences(article: Article) -> tuple[str, ...]:
    """Return the paragraphs that end as no sentence does: headings within the story, or links that no rule knows."""
    told = [span.of(article.text) for span in article.paragraphs]
    lines = tuple(text for text in told if text[-1:] not in _ENDS and len(text.split()) <= SHORT)
    return lines if len(told) - len(lines) >= MOSTLY * len(told) else ()
