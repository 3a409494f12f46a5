"""The source of a report with the words that the parser parted from it: a stretch and its verb in, the whole out."""

from __future__ import annotations

import re

from generator.annotate.reported.ground import Ground
from generator.annotate.titles import is_person_noun
from generator.days import WEEKDAY_NUMBERS
from generator.records import Span

HOW_MANY = re.compile(
    r"(?<![^\W_])(?:nearly|almost|virtually|roughly|hardly|at least|at most|more than|fewer than|less than|up to)\s$",
    re.I,
)
LONGEST_HOW_MANY = 11  # code points, with the blank
LONGEST_BEFORE_HYPHEN = 40
FEWEST_MORE = 2  # words that tell which one is meant
OF_THEM = re.compile(
    r"(?:all|every|everybody|everyone|any|half|a\s|\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|"
    r"twenty|thirty|forty|fifty|hundreds?|thousands?)\b",
    re.I,
)
_NAME = r"[A-Z][\w.’'-]*"
# "Harbour Council Member Ann Lind (D)", "the keepers of Hale and Dahl": behind them only the verb and what helps it.
_GOES_ON = re.compile(rf"(?:\s(?:and|&))?(?:\s{_NAME})+(?=(?:\s\([^()]{{1,12}}\))?(?:\s[a-z]+){{0,3}}\s$)")
# "Said a former adviser to Lind of the flood": what he spoke of is no part of who he is.
_OF_WHAT = re.compile(
    rf"\b(?:to|for|with|at)\s(?:{_NAME}\s)*{_NAME}(?P<what>\s(?:of|about|on)\s(?:the|his|her|its)\s[a-z]+)$"
)

# "His ex-wife", which the parser parts.
_BEFORE_HYPHEN = re.compile(r"(?:\b(?:the|an?|his|her|its|their)\s)?\b\w+-$", re.I)


def with_description(source: Span, cue: Span, ground: Ground) -> Span:
    """Return a source with the participle that tells which one is meant: "officials briefed on the plan"."""
    words = ground.within(source)
    at = words.stop
    if not words or at >= len(ground.tokens) or source.end >= cue.start:
        return source
    token, noun = ground.tokens[at], ground.tokens[words[-1]]
    tells = token.dep == "acl" and token.tag in ("VBN", "VBG") and token.head in words and noun.tag in ("NN", "NNS")
    behind = [on for on in ground.below(at) if on >= at and ground.tree.outside(on)]
    end = next((on for on in behind if ground.tokens[on].pos == "PUNCT"), max(behind, default=at) + 1)
    if not tells or end - at < FEWEST_MORE or ground.tokens[end - 1].end > cue.start:
        return source
    if any(on.pos == "PROPN" or (on.tag == "NN" and is_person_noun(on.text.lower())) for on in ground.tokens[at:end]):
        return source  # "the firm representing the keeper": he would be taken for who said it
    return Span(source.start, ground.tokens[end - 1].end)


def whole_source(source: Span, cue: Span, text: str) -> Span:
    """Return a source with all of its name and how many of them said it, and without what was spoken of."""
    before = HOW_MANY.search(text, max(0, source.start - LONGEST_HOW_MANY), source.start)
    if before is not None and OF_THEM.match(source.of(text)):
        return Span(before.start(), source.end)
    if text[source.start - 1 : source.start] == "-":
        parted = _BEFORE_HYPHEN.search(text, max(0, source.start - LONGEST_BEFORE_HYPHEN), source.start)
        return Span(parted.start(), source.end) if parted is not None else source
    if source.end < cue.start:
        behind = _GOES_ON.match(text, source.end, cue.start)
        if behind is not None and not any(word.lower() in WEEKDAY_NUMBERS for word in behind[0].split()):
            return Span(source.start, behind.end())
    of_what = _OF_WHAT.search(text, source.start, source.end)
    return Span(source.start, of_what.start("what")) if of_what is not None else source
