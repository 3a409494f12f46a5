"""The one of several sentences that a page printed without a blank between them: "at the pier.The mayor said".

In: a sentence as the reader of texts found it, and a place in it. Out: the run of it that holds the place.
"""

from __future__ import annotations

import re

from generator.records import Span

# Two letters or a digit before the mark, so that no "U.S.A" and no "p.m." ends there, and a word of its own behind it.
_SEAM = re.compile(r"(?:[A-Za-z]{2}|[\d”\"’)])[.!?][”\"’]*(?=[“\"]?[A-Z][a-z’]*[ ,])")
_SHORT = re.compile(r"\b(?:Capt|Col|Dr|Ft|Gen|Gov|Jr|Lt|Maj|Mr|Mrs|Ms|Mt|No|Rep|Rev|Sen|Sgt|Sr|St|vs)\.$")


def run_of(sentence: Span, at: int, text: str) -> Span:
    """Return the stretch of a sentence around a place that no such seam parts; the sentence where it has none.

    `at`: the place, `text`: that of the article.
    """
    start, end = sentence.start, sentence.end
    for seam in _SEAM.finditer(text, sentence.start, sentence.end):
        if _SHORT.search(text[sentence.start : seam.end()]):
            continue
        if seam.end() <= at:
            start = seam.end()
        else:
            end = seam.end()
            break
    return Span(start, end)
