"""Whose a statement, a letter or a post is: a description of it in, whoever wrote it out."""

from __future__ import annotations

import re

from generator.collate.people.bodies_again import body_of_words
from generator.collate.people.place import LIKELY, LOOK_BACK, NOBODY, DescribedPlace, Meant, sole
from generator.records import Mention, PersonId, Span
from generator.wordlists import words

# Words up to somebody's name: in "one person familiar with Lind's letter" the letter does not speak.
_OWNER = r"(?P<owner>(?:(?!(?:with|to|about|on|by|from|near|inside|behind|in|at)\s)[\w.’'-]+\s)*?[\w.’'-]+?[’']s?)"
_JOINT = re.compile(r"\bjoint\b", re.I)
_DOCUMENT = re.compile(
    rf"(?:(?i:the|that|this|an?|one|his|her|whose)|{_OWNER})\s(?:[\w’'-]+\s){{0,2}}?(?P<what>"
    r"(?:(?:press|news)\s)?release|statement|letter|tweets?|posts?|messages?|texts?|e-?mails?|comments?|remarks?|memo|announcement|op-ed|speech|account|testimony)\b.*"
)
_OWNED = re.compile(_OWNER + r"\s(?:[a-z]+\s)?(?:website|site|blog|page|account|feed)")
_SENT_BY = re.compile(
    r"(?:\s(?:released|issued|posted|signed|written|published|read|given|provided|sent|tweeted|put out))?"
    r"(?:\s(?:on\s)?[A-Z]\w+day)?\s(?:by|from|on\sbehalf\sof)\s(?:the\s)?"
)
# Between the names of two who send one letter: "and the mayor", ", engineer".
_AND_ANOTHER = re.compile(r"(?:,|,?\sand)\s(?:[\w.’-]+\s){0,4}")
_ISSUED = frozenset({"statement", "release", "press release", "news release", "announcement"})
_FROM = re.compile(r"\s(?:from|by|of|signed by|written by)\s")
_OWN_DOCUMENT = re.compile(
    r"(?:\b(?:in|signed|issued|released|wrote|sent|posted|published)\s(?:an?|the)|[’']s?)\s(?:[\w-]+\s){0,3}?"
    r"(?P<what>statement|letter|tweet|post|memo|message|speech)\b"
)

_BODY_BEHIND = re.compile(
    r"\s(?:committee|commission|council|department|ministry|agency|board|office|union|party|group)\b"
)
_THE_BODY = re.compile(r"(?:[A-Za-z][\w-]+\s){0,2}[a-z]+")
_REPORT = re.compile(
    r"(?:[Aa]n?|[Tt]he|[Tt]his|[Aa]nother)\s(?:(?:\d{4}|[a-z]+)\s){0,2}(?P<body>[A-Z][\w.’'-]*(?:\s(?:(?:of|for|and|on)\s(?:the\s)?)?[A-Z][\w.’'-]*)*)"
    r"(?:\s\([A-Z.]+\))?\s(?:[a-z]+\s)?(?:report|study|analysis|review|survey|summary|readout|editorial|briefing)"
)
_AND_MORE = re.compile(r",?\sand\s|,\s(?:[a-z]+\s){0,3}[A-Z]")
_BY = re.compile(r",\sby\s(?:the\s)?")
_THE_REPORT = re.compile(r"[Tt]he\s(?P<what>report|study|analysis|review|survey)")
_A_REPORT = re.compile(r"(?:[’']s?)?\s(?:[a-z]+\s)?(?P<what>report|study|analysis|review|survey)\b")
_SPOKEN_FOR = re.compile(r"\bspokes(?:man|woman|person)\s(?:for|of)\s[^.!?]*$")
SENDER = 60  # code points that a title takes at most before the sender's name


def whose_document(place: DescribedPlace) -> Meant | None:
    """Return whose the statement, letter or post is, or the website."""
    if (report := _report(place)) is not None:
        return report
    if _JOINT.search(place.words):
        return NOBODY  # of several, so that no one of them said it alone
    match = _DOCUMENT.fullmatch(place.words)
    if match is None:
        owned = _OWNED.fullmatch(place.words)
        bodies = owned and [m for m in _within(place, 0, owned.end("owner")) if m.kind == "organisation"]
        return Meant(bodies[0].person, LIKELY) if bodies else None
    if match["owner"] is not None:
        owner = sole(m for m in _within(place, 0, match.end("owner")) if not _is_only_its_first_word(m, place))
        return Meant(owner, LIKELY) if owner is not None else NOBODY
    sender = sole(_sent_by(place, match.end("what")) or _modifiers(place, match.start("what")))
    if sender is None:
        sender = _told_to_have_sent(place, match.end("what"))
    if sender is not None:
        return Meant(sender, LIKELY)  # "a Harbour Ministry statement", "a statement from the ministry"
    return _author(place, match["what"])


def _is_only_its_first_word(somebody: Mention, place: DescribedPlace) -> bool:
    """Return whether a name only tells whose body it is that sent something: "the Lind campaign’s statement"."""
    behind = place.text[somebody.span.end :].split(" ", 2)
    return (
        somebody.kind == "person"
        and behind[0] == ""
        and re.sub(r"[’']s?$", "", behind[1]) in words("organisations.txt", "common")
    )


def _told_to_have_sent(place: DescribedPlace, behind: int) -> PersonId | None:
    """Return the body that a part of its name tells to have sent a document: "a statement from the farm board"."""
    start = place.span.start + behind
    sent = _SENT_BY.match(place.text, start, place.span.end)
    if sent is None:
        return None
    told = _THE_BODY.fullmatch(place.text, sent.end(), place.span.end)
    return body_of_words(place, told[0]) if told is not None else None


def _report(place: DescribedPlace) -> Meant | None:
    """Return the only body whose report it is: "a 2013 Harbour Institute (HI) report"."""
    match = _REPORT.fullmatch(place.words)
    if match is None:
        return _report_again(place)
    told = _within(place, match.start("body"), match.end("body"))
    start, end = place.span.start + match.start("body"), place.span.start + match.end("body")
    body = sole(m for m in told if m.kind == "organisation" and (m.span.start, m.span.end) == (start, end))
    return Meant(body, LIKELY) if body is not None else None


def _report_again(place: DescribedPlace) -> Meant | None:
    """Return whose report was the last to be told of: "a Dyke Board study found", then "the study said"."""
    told = _THE_REPORT.fullmatch(place.words)
    if told is None:
        return None
    if (by := _BY.match(place.text, place.span.end)) is not None:
        near = place.inside(Span(by.end(), by.end() + SENDER))
        title = place.text[by.end() : near[0].span.start] if near else ""
        alone = bool(near) and _AND_MORE.match(place.text, near[0].span.end) is None
        return Meant(near[0].person, LIKELY) if alone and not set(title) & set(",.;:") else NOBODY
    low = max(0, place.span.start - LOOK_BACK)
    before = [
        each
        for each in place.bodies(Span(low, place.span.start))
        if (what := _A_REPORT.match(place.text, each.span.end)) is not None and what["what"] == told["what"]
    ]
    others = len(
        re.findall(rf"\b(?:[Aa]n?|[Aa]nother)\s(?:[\w-]+\s)?{told['what']}\b", place.text[low : place.span.start])
    )
    body = sole(before)
    return Meant(body, LIKELY) if body is not None and not others else None


def _within(place: DescribedPlace, low: int, high: int) -> list[Mention]:
    """Return the mentions in a part of the description, counted from its first letter."""
    return place.inside(Span(place.span.start + low, place.span.start + high))


def _modifiers(place: DescribedPlace, high: int) -> list[Mention]:
    """Return whose words before a document's noun tell it to be: "a Harbour Ministry statement", no "anti-Lind" one."""
    near = [mention for mention in _within(place, 0, high) if not _is_only_its_first_word(mention, place)]
    return [mention for mention in near if place.text[mention.span.start - 1] + place.text[mention.span.end] == "  "]


def _sent_by(place: DescribedPlace, behind: int) -> list[Mention]:
    """Return who sent a document, where that is told right behind it."""
    sent = _SENT_BY.match(place.text, place.span.start + behind)
    if sent is None:
        return []
    near = place.inside(Span(sent.end(), sent.end() + SENDER))
    if (
        len(near) > 1
        and near[1].kind == "person"
        and _AND_ANOTHER.fullmatch(place.text, near[0].span.end, near[1].span.start)
    ):
        return []  # "signed by Ann Lind and Karl Okoro": it is none of theirs alone
    near = near[:1]
    title = near[0].role.start if near and near[0].role is not None else 0
    beside = bool(near) and sent.end() in (near[0].span.start, title)
    if near and _BODY_BEHIND.match(place.text, near[0].span.end):
        return []  # "from the Coastal committee" is from no Coastal
    return near if beside and place.text[near[0].span.end] not in "’'-" else []  # not "Lind's office"


def _author(place: DescribedPlace, what: str) -> Meant:
    """Return who said something in such a document before: "Lind said in a statement", then "the statement"."""
    low = max(0, place.span.start - LOOK_BACK)
    for match in reversed(list(_OWN_DOCUMENT.finditer(place.text, low, place.span.start))):
        if match["what"] != what.rstrip("s") or match.end() > place.span.start:
            continue
        sender = _FROM.match(place.text, match.end())
        if sender is not None:
            behind = place.inside(Span(sender.end(), min(sender.end() + 60, place.span.start)))
            return Meant(behind[0].person, LIKELY) if behind else NOBODY
        near = place.inside(Span(max(low, match.start() - 80), match.start()))
        last = near[-1] if near else None
        body = last is not None and last.kind == "organisation"
        # "Lind’s statement", "the ministry issued a statement"
        if last is not None and (
            last.span.end == match.start() or (body and place.text[last.span.end : match.start()] in ("", " "))
        ):
            return Meant(last.person, LIKELY)
        if _SPOKEN_FOR.search(place.text, max(low, match.start() - 80), match.start()):
            return NOBODY  # "a spokeswoman for Lind said in a statement"
        speaking = [m for m in near if m.kind == "person" and m.standing.acts]
        return Meant(speaking[-1].person, LIKELY) if speaking else NOBODY
    again = place.words.lower() in (f"the {what}", f"that {what}")  # "a statement" on somebody's page is a new one
    return _who_just_acted(place) if again and what in _ISSUED else NOBODY


def _who_just_acted(place: DescribedPlace) -> Meant:
    """Return who alone does something in the paragraph before: "The corps denied it. ¶ “...,” the statement read"."""
    opens = place.text.rfind("\n\n", 0, place.span.start)
    if opens < 0:
        return NOBODY
    low = max(0, place.text.rfind("\n\n", 0, opens), opens - LOOK_BACK)
    told = [m for m in place.inside(Span(low, opens)) if not m.standing.quoted]
    who = sole(m for m in told if m.standing.acts)
    reports = any(m.person == who and (m.standing.reporting or m.kind == "organisation") for m in told)
    others = {m.person for m in told if m.kind == "person"} - {who}
    return Meant(who, LIKELY) if who is not None and reports and not others else NOBODY
