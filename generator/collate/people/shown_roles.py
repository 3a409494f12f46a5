"""Which words about somebody are shown as what he is: a title or description in, its part or none out.

A noun for kin tells nothing without whose kin, and a title of several is nobody's own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.annotate.titles import is_role
from generator.records import Role, Span

_LEADS_UP = re.compile(
    r"(?:After|As|At|Before|Both|But|And|Even|For|Like|Or|Since|Then|Unlike|When|While|With|Yet)\s", re.I
)
_GOES_ON = re.compile(r",?\s(?:said|says|told|tells|added|wrote|which)\b.*", re.S)
# What he is said to have done, or did lately, is his story and no role: "a guard | who reportedly fled on Monday".
_WHO = re.compile(r",?\swho\b.*", re.S)
_STORY = re.compile(
    r"\b(?:allegedly|reportedly|apparently|today|yesterday|tonight|(?:last|this)\s(?:week|month|year|summer|spring|winter)"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|\bwho\b.*\b[A-Z]$"  # "who was born in the U", cut off
)
_MEMBER = re.compile(r"(?:an?\s|the\s)?(?:member|one|part)", re.I)  # of nothing
_IN_A_WORD = re.compile(r"\s(?:at|for|in|of|with)\s\S+$")  # "an analyst | at Havn-based Lind Funds"
_CLAUSE = re.compile(r"\b(?:how|because|if|why)\b")
# "In her first act as speaker": what she is stands behind the "as".
_DEED_AS = re.compile(
    r"(?:\w+\s){0,3}(?:act|move|speech|address|appearance|interview|day|week|month|year|term|job|role|stint|decision)\sas\s"
    r"(?:an?\s|the\s)?"
)
# The reporter's judgement is no part of an office, and no office by itself.
_JUDGED = re.compile(
    r"(?:the\s|an?\s)?(?:(?:embattled|beleaguered|controversial|outspoken|popular|unpopular|fiery|bombastic|disgraced|famed"
    r"|legendary|infamous|notorious|charismatic|divisive|polarizing|polarising|scandal-plagued)(?:,\s|\sand\s|\s))+",
    re.I,
)
_PRAISED = re.compile(
    r"\b(?:hero|heroine|darling|icon|idol|face|favou?rite|villain|legend|star|standard-bearer)\s(?:of|to|among)\b", re.I
)
_KIN = re.compile(
    r"(?:.*\s)?(?:(?:grand|step|god)?(?:mother|father|son|daughter|parent|child)|wife|husband|spouse|brother|sister|sibling|aunt"
    r"|uncle|niece|nephew|cousin|widow|widower|fianc[ée]e?|girlfriend|boyfriend|friend|partner|twin|mom|dad|baby|man|woman|boy|girl)",
    re.I,
)
# "his wife Senator Ann Lind": whose kin she is stands beside what she is.
_KIN_FIRST = re.compile(
    r"(?:mother|father|son|daughter|wife|husband|brother|sister|widow|partner|friend),?\s(?!of\b)", re.I
)
# What makes an office another one: without it "acting mayor" says that somebody is mayor.
_HELD = re.compile(
    r"\b(?:(?:acting|former|interim|deputy|vice|assistant|outgoing|incoming|retired|late|then)[\s-]|ex-"
    # "Former combat medic"; no "former told mayor"
    r"|(?:acting|former|interim|retired)\s(?:(?!(?:and|or|but|the|an?|of|to|for|in|at|by|who|told|said|asked|urged|called"
    r"|met|saw)\b)[a-z][a-z-]+\s){1,2})$",
    re.I,
)
BEFORE = 40  # characters in which one stands
_WHOSE = re.compile(r"\b[A-Z][\w.-]+(?:[’']s?)?\s")
_JOINED = re.compile(r"\s(?:of|at|for|in|with|to|who|that)\s")
_SEVERAL = re.compile(r"(?:Reps|Sens|Govs|Messrs|Republicans|Democrats)\.?", re.I)
_FORM = re.compile(r"\s(?:Rep|Sen|Gov|Mr|Mrs|Ms|Dr|U\.S)\.?$")
_CUT_OFF = re.compile(r"(?:\b(?:of|for|at|in|to|the|and)|^[A-Z]\.?)$")
# Where somebody is from and how long he served tells less than any office.
_SLIGHT = re.compile(r"\b(?:veteran|native|resident|graduate|(?:grand)?(?:father|mother|son|daughter))\sof\b")


def shown_role(text: str, role: Span) -> Span | None:
    """Return the part of a role that tells what one is, None where it tells nothing. `text`: the article's."""
    start, end = role.start, role.end
    if (led := _LEADS_UP.match(text, start, end)) is not None:
        start = led.end()
    for leads in (_DEED_AS, _JUDGED):
        if (before := leads.match(text, start, end)) is not None and before.end() < end:
            start = before.end()
    if (more := _GOES_ON.search(text, start, end)) is not None:
        end = more.start()
    if _STORY.search(text[start:end]):
        if (who := _WHO.search(text, start, end)) is None:
            return None
        end = who.start()
    if text[end : end + 1] in ("-", "–") and (cut := _IN_A_WORD.search(text[start:end])) is not None:
        end = start + cut.start()
    if (kin := _KIN_FIRST.match(text, start, end)) is not None:
        start = kin.end()
    elif (held := _HELD.search(text, max(0, start - BEFORE), start)) is not None:
        start = held.start()
    end -= len(text[start:end]) - len(text[start:end].rstrip())
    told = text[start:end].split()
    if len(told) > 1 and _FORM.search(text[start:end]) and is_role(told[-2]):
        end = start + len(_FORM.sub("", text[start:end]))
        told = told[:-1]
    words_there = text[start:end]
    if (
        not told
        or any(it.search(words_there) for it in (_CUT_OFF, _CLAUSE, _PRAISED))
        or _MEMBER.fullmatch(words_there)
    ):
        return None
    last = told[-1].rstrip(".")
    several = last.endswith("s") and not is_role(last) and is_role(last[:-1]) and not _JOINED.search(words_there)
    if several or _SEVERAL.fullmatch(last):
        return None
    if _KIN.fullmatch(words_there) and not _WHOSE.search(words_there):
        return None
    return Span(start, end)


def without_outdated(roles: Mapping[tuple[str, str], Role]) -> tuple[Role, ...]:
    """Return the roles in order without those that others of one person make worse than none.

    Who is a former governor somewhere is no governor, and who has an office is told by it and not by his years.
    """
    ordered = [role for _, role in sorted(roles.items())]
    former = {role.text.lower().removeprefix("the ").removeprefix("former ") for role in ordered if _is_former(role)}
    kept = [role for role in ordered if _is_former(role) or role.text.lower() not in former]
    offices = [role for role in kept if not _SLIGHT.search(role.text)]
    return tuple(offices or kept)


def _is_former(role: Role) -> bool:
    return role.text.lower().removeprefix("the ").startswith("former ")
