"""Whether the clause around a time expression looks forward or back, by the forms of its verbs. No parser.

The verb that stands nearest before the expression in its clause decides; when there is none, the first one after it.
"will", "is scheduled", "plans to" look forward, past forms look back; an infinitive looks where its governor does
("agreed to meet Monday" forward, "managed to meet Monday" back).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from generator.annotate.dates.lexicon import word_list, word_set
from generator.records import Span

Direction = Literal["future", "past", "unclear"]

REACH_BACK = 160  # characters; the nearest verb of a news clause stands within about 20 words
REACH_ON = 100
GOVERNOR = 5  # words before "to" among which its governor stands: "ordered the three men to leave"
_WORD = re.compile(r"[^\W\d_]+")
# A full stop ends the clause only before a capital: "at 9 a.m. Friday" goes on, as does "Nov. 3".
_BOUNDARY = re.compile(r"[.?!][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])|\n\s*\n|;|[:—]\s|\s[-–_]\s|--")
_SPEECH = re.compile(r"[“\"]|(?<!\w)[‘'](?!s\b)")
_ABBREVIATED = re.compile(
    r"(?:\b(?:[ap]\.m|[A-Z]|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|St))$"
)
# A small word with a capital begins a sentence; a name or a day may go on with one.
_OPENS_SENTENCE = re.compile(
    r"(?:On|In|At|By|The|A|An|He|She|They|It|We|His|Her|Their|This|That|But|And|After|Before)\b"
)
_NOT_PARTICIPLES = word_set(
    "united preferred need indeed speed hundred red bed seed feed bleed breed exceed proceed succeed embed wed shed "
    "sacred naked wicked hatred kindred aged alleged supposed"
)
_NOT_INFINITIVES = word_set(
    "the a an his her their its our my your this that these those all some any each every both one two three four "
    "five six seven eight nine ten dozens hundreds thousands millions more less about nearly him them it us me you "
    "what which whom where be"
)
# Words right before the expression that set a time ahead, whatever the verb: "was set for October 28".
_AHEAD = re.compile(
    r"\b(?:starting|beginning|effective|no later than|ahead of|as (?:soon|early|late) as|(?<!to )expires?|expiring"
    r"|matur(?:es?|ing)|payable|of record|kicks? off|is|are"
    r"|(?:extended|postponed|delayed|adjourned|moved|rescheduled) to"
    r"|(?:set|scheduled|due|plans|planned|slated|fixed|timed|booked|listed|pencill?ed in) (?:for|on)"
    r"|(?:sets?|scheduled?|called|plans|planned|booked|fixed) (?:an?|another|the|its|his|her|their)"
    r"(?: [\w-]+){1,4} for)"
    r"(?:\s(?:on|at|in|by|early|late|the|this|noon|midnight))*[\s-]*$",
    re.IGNORECASE,
)
_PLAIN = r"(?!(?:that|will|would|be|to|he|she|they|it|we|who|which)\b)[^\s.,;:]+"
# Where something was said or written, it was so on that day, whatever was asked for: "called on her to resign in a
# statement Monday".
_SAID_IN = re.compile(
    r"\b(?:in|during)\s(?:an?|his|her|their|the)\s(?:[\w-]+\s){0,2}"
    r"(?:interview|statement|tweet|post|letter|e-?mail|memo|op-ed|speech|broadcast)s?\b"
    rf"(?:\s(?:with|to|on|by|from|of)(?:\s{_PLAIN}){{1,5}})?[\s,]+(?:on\s|late\s|early\s)*$",
    re.IGNORECASE,
)
# "Since May", "since the opening of its second pier in May"
_SINCE = re.compile(
    r"\bsince\s(?:\w+\s|(?:the|an?|its|his|her|their)\s(?:[\w-]+\s){1,7}(?:in|on|early|late|last)\s)?$", re.IGNORECASE
)
_POSSESSIVE = re.compile(r"['’]s\s")
_OPENS = re.compile(
    r"\b(?:that|and|but|because|if|while|whereas)\s(?:on|by|in|late|early|late on|early on)\s$", re.IGNORECASE
)
_JOINED_THAT = re.compile(r"\b(?:and|but) that\s(?=(?:the|an?|his|her|their|its|he|she|it|they|we|I)\b|[A-Z])")
_UNTIL = re.compile(
    r"\b(?:(?:until|till)(?:\s(?:at|early|late|noon|midnight|\d{1,2}(?::\d\d)?\s?[ap]\.?m\.?))*"
    r"|(?:until|till|through)\sthe\send\sof\s(?:the|its|their|this)(?:\s[\w-]+){1,2}\son)[\s-]*$",
    re.IGNORECASE,
)
# What had an end in the past: "was held until Friday"; any other verb sets the end ahead: "postponed until Friday".
_LASTED = word_set("was were did waited lasted stayed remained continued kept held lived worked ran served stood")
_NEED_TO = word_set("plan plans planning hope hopes expect expects intend intends")
_PRESENT = word_set("is are s re am be")
_MODALS = word_set("may might could should must can")
_NOT_AHEAD = word_set("have not be")  # "may have been seen Monday", "could not be reached Monday"
_AUXILIARIES = word_set("will to would ll shall must should may might could can")


@cache
def _forward() -> tuple[frozenset[str], frozenset[str]]:
    lines = [line.split(" ", 1) for line in word_list("forward_words")]
    return (
        frozenset(word for mark, word in lines if mark == "+"),
        frozenset(word for mark, word in lines if mark == "to"),
    )


@cache
def _past() -> frozenset[str]:
    return frozenset(word_list("past_forms"))


def direction(text: str, span: Span) -> Direction:
    """Return where the clause around `span` looks; "unclear" when no verb form tells."""
    before = clause_before(text, span.start)
    if _AHEAD.search(before[-40:]):
        return "future"
    if _SINCE.search(before[-80:]):
        return "past"
    if is_said_in(before):
        return "past"
    words = [word.lower() for word in _WORD.findall(before)]
    if _UNTIL.search(before[-60:]):
        verb = next((word for word in reversed(words) if is_past_form(word)), "")
        if verb not in _LASTED and len(words) > 1:
            return "future"
    if _POSSESSIVE.match(text, span.end):  # "Thursday's vote will go ahead": the verb of the vote stands after it
        of_owner = _read_on([word.lower() for word in _WORD.findall(clause_after(text, span.end))])
        if of_owner != "unclear":
            return of_owner
    if _OPENS.search(before[-20:]):  # "said Monday that on Friday they will leave": the clause begins here
        own = _read_on([word.lower() for word in _WORD.findall(clause_after(text, span.end))])
        if own != "unclear":
            return own
    if (joined := _clause_joined(before)) is not None:
        words = [word.lower() for word in _WORD.findall(joined)]
    nearest = _read_back(words)
    if nearest != "unclear":
        return nearest
    after = [word.lower() for word in _WORD.findall(clause_after(text, span.end))]
    behind = _read_on(after)
    # "A statement on Tuesday criticising the news that she would leave": what is to come stands in a clause of its own.
    return _read_on(after[: after.index("that")]) if behind == "future" and "that" in after else behind


def _clause_joined(before: str) -> str | None:
    """Return what stands behind the last "and that": "said he would go and that his speech on Monday" is no future."""
    return before[found[-1].end() :] if (found := [*_JOINED_THAT.finditer(before)]) else None


def is_said_in(before: str) -> bool:
    """Return whether a clause up to its time ends in what was said or written then, and looks back before that."""
    found = _SAID_IN.search(before)
    return found is not None and any(map(is_past_form, _WORD.findall(before[: found.start()].lower())))


def clause_before(text: str, start: int) -> str:
    """Return the part of the sentence before `start`, as far as the clause reading looks."""
    before = text[max(0, start - REACH_BACK) : start]
    cut = 0
    for found in _BOUNDARY.finditer(before):
        if _ends_sentence(before, found):
            cut = found.end()
    return before[cut:]


def clause_after(text: str, end: int) -> str:
    """Return the part of the sentence after `end`, as far as the clause reading looks."""
    speech = _SPEECH.search(text, end, end + REACH_ON)  # what is said there has tenses of its own
    after = text[end : speech.start() if speech else end + REACH_ON]
    for found in _BOUNDARY.finditer(after):
        if _ends_sentence(after, found):
            return after[: found.start()]
    return after


def _ends_sentence(text: str, mark: re.Match[str]) -> bool:
    """Return whether a mark ends a sentence, and not an abbreviation: "9 a.m. Friday" goes on, "9 a.m. On" does not."""
    if mark.group()[0] != ".":
        return True
    abbreviation = _ABBREVIATED.search(text, max(0, mark.start() - 6), mark.start())
    if abbreviation is None:
        return True
    return abbreviation[0][-2:] == ".m" and bool(_OPENS_SENTENCE.match(text, mark.end()))


def is_past_form(word: str) -> bool:
    """Return whether a lower-case word is a past form or a participle."""
    return word in _past() or (word.endswith("ed") and len(word) > 4 and word not in _NOT_PARTICIPLES)


def _read_back(words: list[str]) -> Direction:
    """Return the direction of the verb nearest to the end of the words."""
    strong, before_to = _forward()
    for at in range(len(words) - 1, -1, -1):
        word, after = words[at], words[at + 1] if at + 1 < len(words) else ""
        if word in strong and (word not in _NEED_TO or after == "to"):
            return "past" if words[at - 2 : at] == ["had", "been"] else "future"
        if (word == "to" and after == "be") or (word in _MODALS and after not in _NOT_AHEAD):
            return "future"
        if word == "to" and after and after not in _NOT_INFINITIVES:
            if before_to & set(words[max(0, at - GOVERNOR) : at]):
                return "past" if "had" in words[max(0, at - GOVERNOR) : at] else "future"
        elif is_past_form(word):
            ahead = words[max(0, at - 4) : at]
            carried = "be" in ahead[-2:] and not _AUXILIARIES.isdisjoint(ahead)  # "will be held", "to be held"
            return "future" if carried else "past"
    return "unclear"


def _read_on(words: list[str]) -> Direction:
    """Return the direction of the first verb among the words."""
    strong, _ = _forward()
    for at, word in enumerate(words):
        after = words[at + 1] if at + 1 < len(words) else ""
        if word in strong and (word not in _NEED_TO or after == "to"):
            finite = not is_past_form(word) or _PRESENT.intersection(words[max(0, at - 2) : at])
            return "future" if finite else "past"  # "On Friday, the government planned to pay"
        if is_past_form(word):
            return "past"
    return "unclear"
