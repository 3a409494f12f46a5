"""What an outlet says of its own report: a correction, a clarification, an editor's note. Text in, stretches out.

Cleaning takes whole notes out of the body. Where one is left there, within a paragraph of news or because an editor
keeps it, it still tells nothing of the event: its sentences are marked and nothing is taken from them, no happening, no
fact, nobody's words.
"""

from __future__ import annotations

import re

from generator.records import Span

_OWN = (
    r"(?:(?:this|our) (?:story|article|report|post|piece|column|dispatch|item|page|headline|caption|video|transcript)"
    r"|the (?:story|article|headline|caption))"
)
# A date or an hour, so that a word before the label is none of the news: "May 5, 3 p.m.: Correction:".
_WHEN = r"(?=[^\n]{0,20}\d)[\w.,: ]{1,40}?"
# "CORRECTION:", "Clarification (May 5):", "Editor's note -", "[Editors' note:", "Correction, 3:20 p.m.:"
_LABEL = re.compile(
    rf"[\W_]*(?:{_WHEN}\s)?(?:corrections?(?: and clarifications?)?|clarifications?|editor[’']?s[’']? note)"
    rf"(?:\s?[(\[][^)\]\n]{{1,40}}[)\]]|,?\s{_WHEN}|\s(?:appended|issued))?\s?(?::|\s[–—-])\s",
    re.IGNORECASE,
)
_ABOUT_ITSELF = re.compile(
    r"\b(?:earlier|previous|prior|original|initial|first|printed?|online) (?:version|draft|edition)s? of "
    rf"{_OWN}\b|"
    rf"^[\W_]*(?:{_WHEN}\s)?{_OWN} (?:has been|was|is being|is) (?:since )?"
    r"(?:updated|corrected|clarified|amended|revised|edited|changed|modified) "
    r"(?:to|with|since|after|because|for|throughout|on|at)\b|"
    rf"^[\W_]*(?:{_WHEN}\s)?{_OWN} (?:had |has )?(?:originally|previously|initially|incorrectly|"
    r"mistakenly|erroneously|misidentified|misstated|misspelled|misspelt|misquoted)\b|"
    r"^[\W_]*(?:due to|because of|owing to) an? (?:editing|editor[’']s|production|reporting|transcription) error\b",
    re.IGNORECASE,
)


def is_label(paragraph: str) -> bool:
    """Return whether a paragraph opens as a note does: "Correction:", "Editor's note:"."""
    return _LABEL.match(paragraph) is not None


def is_about_the_report(sentence: str) -> bool:
    """Return whether a sentence speaks of the report that it stands in: "An earlier version of this article said"."""
    return _ABOUT_ITSELF.search(sentence) is not None


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
