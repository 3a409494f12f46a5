"""Lines at a story's foot that thank: who helped with it, from where, on whose material it draws."""

from __future__ import annotations

import re

from generator.clean.furniture import POSTED
from generator.clean.lines import Block
from generator.clean.page import LineVerdict, Page
from generator.clean.wordlists import folded

_I = re.IGNORECASE
CONTRIBUTED = LineVerdict("note on who contributed")
LONGEST = 90  # words: some notes name twenty reporters
AT_FOOT = 4  # last lines in which "Ann Lee contributed." and "Ann Lee reported from Oslo." are such notes

_PIECE = (
    r"(?:report|story|article|piece|post|column|dispatch|analysis|coverage|review|fact[- ]check|investigation|project)"
)
_WHAT = (
    r"(?:(?:additional |some |original |further )?(?:reporting|research|material|information|writing|data analysis)"
    r"(?:\s(?:and|or)\s\w+)?\s?)?(?:(?:to|for|in|with)\s(?:this|the|our)\s(?:[\w-]+\s){0,2}" + _PIECE + r"s?)?"
)
_PLACED = r"(?:,?\s(?:from|in|along with|as did|with|including)\s(?:the\s)?[A-Z][^.;]{1,80})?"
_CONTRIBUTED = re.compile(
    rf"^(?P<who>[^;:]{{2,400}}?)\s(?:(?:has|have|also|all|both|each)\s)*contributed(?P<what>\s{_WHAT})?(?P<where>{_PLACED})"
    r"(?:,\swhich is (?:partly )?based (?:in part )?on .{3,60})?\s?$"
)
_CONTRIBUTING = re.compile(
    r"^(?:also )?(?:(?:contributing|contributors?|contributed by|additional reporting)\s?:\s?|"
    rf"contributing to this {_PIECE} (?:was|were)\s|"
    rf"this {_PIECE} was (?:reported|written|produced) by\s(?=[A-Z]|the\s[A-Z]))"
    r"(?P<who>.{3,600})$",
    _I,
)
_ASSISTED = re.compile(
    r"^(?:with|additional) (?:[a-z]+ )?(?:assistance|help|reporting|contributions?|files|research|material) "
    r"(?:by|from)\s?:?\s(?P<who>[A-Z].{2,300})$",
    _I,
)
_SOURCES = r"(?:wires?\b|agency|agencies\b|staff\b|news services?|(?:material|information|reporting) from)"
_DRAWN = re.compile(
    rf"^this {_PIECE} (?:(?:also )?(?:contains|includes|uses|draws on|incorporates|is based (?:\w+ ){{0,2}}on)|"
    rf"was (?:\w+ )?(?:compiled|written|prepared|produced|put together|supplemented) (?:from|with|using))\s"
    rf"(?:\w+ ){{0,2}}{_SOURCES}.{{0,80}}$|"
    rf"^(?:information|material|reporting|reports) from (?:the )?[A-Z].{{2,80}} (?:was|were) (?:also )?"
    rf"(?:used|included|incorporated) in this {_PIECE}$",
    _I,
)
_HAT_TIP = re.compile(r"^\W*h(?:at)?[/ -]?t(?:ip)?\s?(?:to\s|:)\s?\S.{1,60}$", _I)
_REPORTED_FROM = re.compile(
    r"^(?P<who>.{2,80}?) (?:reported|wrote)(?: and (?:reported|wrote))? from (?P<where>[A-Z][^;:]{2,120})$"
)
# "Ann Lee reported from Oslo, and Jo Roe wrote in Quay": the second alone may be the story's own words.
_WROTE_IN = re.compile(r"^(?P<who>.{2,80}?) wrote in (?P<where>[A-Z][^;:]{2,60})$")
_AND_WROTE = re.compile(r",? and (?=[^,;.]{2,60} (?:wrote|reported) (?:from|in) [A-Z])")
_FOLLOW = re.compile(
    r"^follow\s.{2,80}\bon (?:twitter|x|facebook|instagram|threads|bluesky)\b.{0,80}$|^follow\s.{0,60}@\w+.{0,40}$", _I
)
# "Follow Town Post reporter Ann Lee on X @annlee": an account behind a name and an office.
_FOLLOWED = re.compile(
    r"follow\s(?P<who>.{2,80}?)(?:\son)?\s(?:(?:twitter|x|facebook|instagram|threads|bluesky|mastodon)\b)?\s?:?\s?"
    r"(?:at\s)?@\w+(?:\s?(?:and|,|&)\s?@\w+)*$",
    _I,
)
_NETWORK = r"(?:twitter|x|facebook|instagram|threads|bluesky|mastodon|linkedin|youtube)"
# "Follow Ann Lee on Twitter and on Facebook", "Town Post writer Ann Lee is on X @annlee"
_FOLLOW_NAME = re.compile(
    rf"^follow\s(?P<who>.{{2,80}}?)\son\s{_NETWORK}(?:\s(?:and|&|or)\s(?:on\s)?{_NETWORK})*"
    r"(?:\s?:?\s?(?:at\s)?(?:@\w+|\S+\.\w{2,4}/\S+)|\shere)?$",
    _I,
)
_IS_ON = re.compile(rf"^(?P<who>.{{2,80}}?)\sis\s(?:on\s{_NETWORK}\s?:?\s(?:at\s)?@\w+|@\w+\son\s{_NETWORK})$", _I)
_UPDATED = re.compile(
    r"^(?:this (?:story|report|article|post) (?:was|has been) )?(?:last )?updated (?:(?:at|on)\b|\d).{2,60}$", _I
)
_SIGNED = re.compile(r"^by\s[A-Z][\w .'’&-]{1,60}$", _I)
# "Ann Lee can be reached at ann@quay.example", "Contact Ann Lee: 0555-123, ann@quay.example"
_REACHED = re.compile(
    r"^(?:(?:contact|e-?mail|reach|write to)\s)?(?:the reporter\s)?(?P<who>[^:@]{2,80}?)"
    r"(?:,?\s(?:can|may) be (?:reached|contacted|followed)|\s?:|\sat)\s.{0,60}(?:@|twitter\.com/|\[email).{0,60}$",
    _I,
)
# "Reach Ann Lee on X @annlee", the address lost: "Email Ann Lee at and on X @annlee"
_ON_NETWORK = re.compile(
    r"^(?:contact|e-?mail|reach|write to)\s(?P<who>[^:@]{2,80}?)(?:\s(?:at|and))*\s(?:on|via)\s"
    r"(?:twitter|x|facebook|instagram|threads|bluesky):?\s(?:at\s)?@\w+$",
    _I,
)
# "Call Ann Lee at 555-0148 or follow her on Twitter."
_CALLED = re.compile(
    r"^(?:contact|e-?mail|reach|call|write to)\s(?P<who>[^:@\d]{2,60}?)\s(?:at|on)\s"
    r"\(?\+?\d[\d ()./-]{5,20}\d\b.{0,60}$",
    _I,
)
_WRITER_REACHED = re.compile(
    r"^(?:contact|e-?mail|reach|write to)\s(?:the (?:reporters?|writers?|authors?)|us|him|her|them)\b.{0,60}@.{0,60}$",
    _I,
)
# Words in small letters that stand among the names of those who contributed.
_AMONG_NAMES = frozenset(
    "and the of in at for from with de la van von der bin al el du di da dos y also colleague colleagues".split()  # noqa: SIM905
)
_SENTENCE = re.compile(r"(?:(?<=[a-z)”\d]\.)|;)\s+(?=[^\W\da-z]|@)")
_MARKS = " \t\u00a0•⦁·*–—-()[]"


def _only_names(words: str) -> bool:
    """Whether nothing but names, roles and outlets stand in the words."""
    small = {word for word in _OF_OFFICE.sub(" ", words).split() if word[0].islower()}
    return words[:1].isupper() and all(word in _AMONG_NAMES or word in folded("role_words") for word in small)


# "chief economics correspondent", "city hall reporter": before an office stands what it is for, in few words.
_OF_OFFICE = re.compile(
    r"(?:(?<=\s)[a-z][\w’'-]*\s){1,3}(?:writer|reporter|correspondent|editor|producer|columnist|analyst)s?\b|"
    r"[^\w’'\s-]|\d\w*"
)


def _thanks(sentence: str) -> bool:
    found = _CONTRIBUTED.match(sentence)
    if found and found["what"] and found["what"].strip() and _only_names(found["who"]):
        return True
    for form in (_CONTRIBUTING, _ASSISTED):
        if (found := form.match(sentence)) and _only_names(found["who"].split(". ")[0].removeprefix("the ")):
            return True
    return bool(_DRAWN.match(sentence))


def _thanks_at_foot(sentence: str) -> bool:
    for form in (_CONTRIBUTED, _REPORTED_FROM):
        if (found := form.match(sentence)) and _only_names(found["who"]) and len(found["who"].split()) <= 30:
            return form is _CONTRIBUTED or _only_names(found["where"])
    if (found := _REACHED.match(sentence) or _ON_NETWORK.match(sentence) or _CALLED.match(sentence)) and _only_names(
        found["who"]
    ):
        return True
    if _WRITER_REACHED.match(sentence):
        return True
    for form in (_FOLLOWED, _FOLLOW_NAME, _IS_ON):
        if (found := form.match(sentence)) and _only_names(
            found["who"].lstrip("@").capitalize() if found["who"][0] == "@" else found["who"]
        ):
            return True
    return bool(_HAT_TIP.match(sentence))


def _goes_with(sentence: str) -> bool:
    wrote = _WROTE_IN.match(sentence)
    if wrote and _only_names(wrote["who"]) and _only_names(wrote["where"]):
        return True
    return bool(
        _FOLLOW.match(sentence)
        or _UPDATED.match(sentence)
        or _SIGNED.match(sentence)
        or _only_names(sentence)  # "Contributing: Ann Lee, Quay Press; Jo Roe"
    )


def _sentences(text: str) -> list[str]:
    return [
        part.strip(_MARKS).rstrip(".;").strip(_MARKS).removeprefix("and ")
        for part in _SENTENCE.split(_AND_WROTE.sub("; ", text))
    ]


def contributed(block: Block) -> LineVerdict | None:
    """Tell "The Example Agency contributed to this report.", "Contributing: Ann Lee in Oslo", wherever it stands."""
    if block.words > LONGEST or folded("contribution_words").isdisjoint(block.tokens) or '"' in block.text:
        return None
    sentences = _sentences(block.text)
    if any(map(_thanks, sentences)) and all(_thanks(s) or _thanks_at_foot(s) or _goes_with(s) for s in sentences):
        return CONTRIBUTED
    return None


def judge_contributions(page: Page) -> None:
    """Take out the notes at the foot that could be the story's own words elsewhere: "Ann Lee reported from Oslo."

    A note that has run into the last paragraph is cut off it.
    """
    left = page.left()
    for i in left[-AT_FOOT:] if len(left) > 1 else ():
        block = page.blocks[i]
        if POSTED.search(block.text):
            continue
        if block.words <= LONGEST and ("@" in block.text or not folded("contribution_words").isdisjoint(block.tokens)):
            thanks = [_thanks(s) or _thanks_at_foot(s) for s in _sentences(block.text)]
            if any(thanks) and all(t or _goes_with(s) for t, s in zip(thanks, _sentences(block.text), strict=True)):
                page.verdicts[i] = CONTRIBUTED
    for i in page.left()[-AT_FOOT:][::-1]:
        if (at := run_in_note(page.blocks[i])) is not None:
            page.cut(i, at, None, CONTRIBUTED)


def run_in_note(block: Block) -> int | None:
    """Return where the note begins that closes a paragraph: "... on Friday. Ann Lee contributed to this report."""
    if folded("contribution_words").isdisjoint(block.tokens):
        return None
    starts = [0, *(gap.end() for gap in _SENTENCE.finditer(block.text)), len(block.text)]
    at = None
    for start, end in zip(starts[-2::-1], starts[:0:-1], strict=True):
        if start == 0 or not _thanks(block.text[start:end].strip(_MARKS).rstrip(".").strip(_MARKS)):
            break
        at = start
    return at
