"""What an outlet says of its own report: a correction, a clarification, an editor's note. Text in, stretches out.

Cleaning takes whole notes out of the body. Where one is left there, within a paragraph of news or because an editor
keeps it, it still tells nothing of the event: its sentences are marked and nothing is taken from them, no happening, no
fact, nobody's words.
"""

from __future__ import annotations

import re

from generator.own_report import EARLIER, EDITORS, LABEL, OPENS, STORY, UPDATED, WRONGLY
from generator.records import Span

# Never at the head of a sentence but with the report as what it tells of: "This story originally misstated".
_ERRED = re.compile(
    rf"{OPENS}(?:this|our|the(?= (?:article|headline|post)\b)) {STORY} (?:had |has )?(?:{WRONGLY}|"
    r"originally(?! (?:appeared|ran|published))|previously|initially|"
    r"misidentified|misstated|misspelled|misspelt|misquoted)\b|"
    rf"{OPENS}(?:due to|because of|owing to) an? (?:editing|editor[’']s|production|reporting|transcription) error\b",
    re.IGNORECASE,
)


def is_label(paragraph: str) -> bool:
    """Return whether a paragraph opens as a note does: "Correction:", "Editor's note:"."""
    return LABEL.match(paragraph) is not None or EDITORS.match(paragraph) is not None


def is_about_the_report(sentence: str) -> bool:
    """Return whether a sentence speaks of the report that it stands in: "An earlier version of this article said"."""
    return any((EARLIER.search(sentence), UPDATED.match(sentence), _ERRED.match(sentence)))


def notes_among(text: str, paragraph: Span, sentences: list[Span]) -> list[bool]:
    """Return of each sentence of a paragraph whether it belongs to a note.

    A note goes on to the end of its paragraph, or of its brackets: "He is its treasurer" behind "misidentified".
    """
    found: list[bool] = []
    noted = is_label(paragraph.of(text)[:80])
    bracketed = False
    for span in sentences:
        words = span.of(text)
        opens = words.lstrip().startswith(("[", "(")) and is_label(words[:80])
        bracketed = bracketed or (opens and not noted)
        noted = noted or is_about_the_report(words)
        found.append(noted or bracketed)
        bracketed = bracketed and not words.rstrip().endswith(("]", ")"))
    return found
