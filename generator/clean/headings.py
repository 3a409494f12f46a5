"""Lines above, between and below the paragraphs: headline, labels, sub-headings, headlines of other stories, foot."""

from __future__ import annotations

import re

from generator.clean.credits import byline_names, placed_byline
from generator.clean.furniture import labelled_headline
from generator.clean.lines import Block
from generator.clean.outlets import DOMAIN, known_outlet, outlet_like, site_name
from generator.clean.page import Fact, Page, Verdict, shown
from generator.clean.repeats import opens
from generator.clean.wordlists import folded

BODY_WORDS = 8  # a paragraph of the body, for finding where it begins and ends, has so many words and ends a sentence
TITLE_WORDS = (3, 28)
SUBHEAD_WORDS = 14  # an unpunctuated line between paragraphs that is longer may be a paragraph cut off
OPENING_MARKS, CLOSING_MARKS = "\"'“‘«", "\"'”’»"
_I = re.IGNORECASE


def is_paragraph(block: Block) -> bool:
    """Return whether a block reads like a paragraph of running text."""
    return (block.words >= BODY_WORDS and block.ends_sentence) or block.words > 40


def is_label(block: Block) -> bool:
    """Return whether a line names a section: "World", "POLITICS", "Top Story"."""
    words = block.tokens
    return 0 < len(words) <= 4 and not block.ends_sentence and all(word in folded("section_names") for word in words)


# A list's entry, a number, a name with an age ("Ann Example, 52"), a speaker's label in a transcript.
_ITEM = re.compile(
    r"^\s*(?:[-–—•*·▪►●■◆>]|\(?\d{1,3}[.):]|\(?[a-z][.)])\s*\S|^\d{1,3}$|^[^\W\d_].*,\s\d{1,3}$|^[A-Z][\w. ]{0,30}:\s"
)


# "... in the U.S.", "... in Example, Ga.": no full stop
_ABBREVIATED = re.compile(r"\b[A-Z]\.[A-Z]\.$|,\s[A-Z][a-z]{1,4}\.$")


def looks_like_headline(block: Block) -> bool:
    """Return whether a line can be a headline: no full stop, or most words with a capital."""
    low, high = TITLE_WORDS
    if not low <= block.words <= high or len(block.text) > 220 or block.text.endswith((":", ",", ";")):
        return False
    if not block.ends_sentence:
        return True
    last = block.text.rstrip("'\"”’")[-1:]
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", block.text) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in words)
    if block.text[-1] == ".":
        titled = len(words) >= 5 and capitals >= 0.9 * len(words)
        return block.words <= 20 and (titled or _ABBREVIATED.search(block.text) is not None)
    if last in "?!" and (block.text[-1] == last or block.text[0] not in OPENING_MARKS):
        return block.words <= (16 if capitals >= 0.7 * len(words) else 12)
    return len(words) >= 3 and capitals >= 0.8 * len(words) and block.text.count(". ") == 0


def judge_head(page: Page) -> list[Fact]:
    """Judge what stands above the first paragraph and return what it states: headline, outlet, byline."""
    left = page.left()

    def starts_text(k: int, i: int) -> bool:
        return _is_text(page.blocks[i]) and not _headline_before_text(page, left, k)

    body = next((k for k, i in enumerate(left) if starts_text(k, i)), len(left))
    if page.form == "scrape":
        _teasers(page, left[: body + 4])
        left = [i for i in left if page.verdicts[i] is None]
        body = next((k for k, i in enumerate(left) if starts_text(k, i)), len(left))
    head = left[:body]
    if body == len(left):
        head = []  # no paragraph at all: nothing to stand above
    facts: list[Fact] = []
    title = _choose_title(page, head, left[body : body + 1])
    for i in head:
        block = page.blocks[i]
        if i == title:
            text, outlet = split_suffix(block.text)
            how = f"line {shown(block.text)}"
            facts.append(Fact("title", text, how, 0))
            if outlet:
                facts.append(Fact("outlet", outlet, how, 2))
            page.verdicts[i] = Verdict("headline (kept as title)")
        else:
            page.verdicts[i] = _above(page, i, left, facts)
    return facts


def _teasers(page: Page, top: list[int]) -> None:
    """Take out a first paragraph that only is the beginning of one right below it: "The minister said on Monday..."."""
    for k, i in enumerate(top):
        block = page.blocks[i]
        if block.ends_sentence and any(opens(block, page.blocks[j]) for j in top[k + 1 : k + 4]):
            page.verdicts[i] = Verdict("standfirst that repeats the lede")


def _is_text(block: Block) -> bool:
    return is_paragraph(block) or (block.ends_sentence and not looks_like_headline(block))


def _headline_before_text(page: Page, left: list[int], k: int) -> bool:
    """Whether a punctuated line is the headline nevertheless: the first or so of the page, in headline capitals."""
    block = page.blocks[left[k]]
    return (
        k <= 3
        and block.words <= 24
        and looks_like_headline(block)
        and any(is_paragraph(page.blocks[i]) for i in left[k + 1 : k + 4])
        and not any(looks_like_headline(page.blocks[i]) and not is_label(page.blocks[i]) for i in left[:k])
    )


def _choose_title(page: Page, head: list[int], lede: list[int]) -> int | None:
    if page.title is not None:
        return None
    names = {page.blocks[i].key for i in head}
    candidates = [i for i in head if looks_like_headline(page.blocks[i]) and not is_label(page.blocks[i])]
    candidates = [i for i in candidates if not any(opens(page.blocks[i], page.blocks[j]) for j in lede)]
    candidates = [i for i in candidates if not outlet_like(page.blocks[i].text) and not _person(page.blocks[i])]
    crumbs = " \n ".join(
        b.key for b, v in zip(page.blocks, page.verdicts, strict=True) if v and v.reason == "breadcrumb"
    )
    for i in candidates:
        if page.blocks[i].key in crumbs and crumbs:
            return i
    # The headline stands above the standfirst; a kicker above it is shorter than five words.
    return next((i for i in candidates if page.blocks[i].words >= 5), candidates[0] if candidates and names else None)


_BAR = re.compile(r"^(?P<title>[^|]{15,}?)\s\|\s(?P<outlet>[^|]{2,40}(?:\s\|\s[^|]{2,40})*)$")
_SUFFIX = re.compile(r"^(?P<title>.{15,}?)\s(?:[–—-]|::|»)\s(?P<outlet>[^|–—]{2,40})$")


def split_suffix(title: str) -> tuple[str, str | None]:
    """Return a page title without the site's name after it, and that name: "... talks | Reuters"."""
    found = _BAR.match(title)
    if found and all(len(part.split()) <= 5 for part in found["outlet"].split("|")):
        # Hardly a headline has a bar of its own: what follows is sections and, last, the site.
        return found["title"].strip(), _outlet_of(found["outlet"].rpartition("|")[2].strip())
    found = _SUFFIX.match(title)
    if found and (outlet := _outlet_of(found["outlet"])):
        return found["title"].strip(), outlet
    return title, None


def _outlet_of(words: str) -> str | None:
    """Return the outlet that the end of a page title names: "CNN" for "CNN Politics"."""
    if DOMAIN.fullmatch(words):
        return site_name(words)
    parts = words.split()
    known = (" ".join(parts[:k]) for k in range(len(parts), 0, -1))
    return next((name for name in known if known_outlet(name)), words if outlet_like(words) else None)


def _person(block: Block) -> bool:
    """Whether a line in the head is nothing but two to four words with capitals, as a name is."""
    words = block.text.split()
    return (
        2 <= len(words) <= 3
        and not block.ends_sentence
        and all(re.fullmatch(r"[A-Z][\w.'’-]+|[A-Z]\.", w) for w in words)
        and not all(w.isupper() for w in words)
    )


def _above(page: Page, i: int, left: list[int], facts: list[Fact]) -> Verdict | None:
    """Judge one line above the first paragraph that is not the headline."""
    block = page.blocks[i]
    title = next((fact.value for fact in facts if fact.field == "title"), page.title)
    if title is not None and same_words(block, title):
        return Verdict("headline again")
    below = [page.blocks[j] for j in left if j > i][:4]
    if any(opens(block, other) for other in below):
        return Verdict("standfirst that repeats the lede")
    if is_label(block):
        return Verdict("section label")
    if block.ends_sentence or block.text.endswith((":", ",", ";")):
        return None
    outlet, comma, _ = block.text.partition(",")
    if comma and block.words <= 6 and known_outlet(outlet):
        facts.append(Fact("outlet", outlet, f"line {shown(block.text)} above the story", 3))
        return Verdict("name of the outlet (kept as outlet)")
    if title is not None and (verdict := placed_byline(block)):
        facts += verdict.facts
        return verdict
    if known_outlet(block.text) or (DOMAIN.fullmatch(block.text) is not None):
        facts.append(
            Fact(
                "outlet",
                site_name(block.text) if DOMAIN.fullmatch(block.text) else block.text,
                f"line {shown(block.text)} above the story",
                3,
            )
        )
        return Verdict("name of the outlet (kept as outlet)")
    if _person(block) and title is not None and byline_names(block.text):
        facts.append(Fact("byline", block.text, f"line {shown(block.text)} under the headline", 6))
        return Verdict("byline (kept as byline)")
    if page.form == "scrape" and not _ITEM.match(block.text):
        return Verdict("label above the headline" if block.words <= 4 else "line above the story")
    return None


def same_words(block: Block, title: str) -> bool:
    """Return whether a line is the headline again, whatever the case, the marks or the site's name after it."""
    other = Block(title, ()).key
    short = Block(split_suffix(block.text)[0], block.pieces).key
    return bool(other) and (
        block.key == other
        or short == other
        or (
            len(block.key) > 25
            and (other.startswith(block.key) or (block.key.startswith(other) and block.words <= len(other.split()) + 4))
        )
    )


_FOOT_HEADING = re.compile(
    r"^[\W_]*(?:\d+\s)?(?:comments?|related\b.*|recommended\b.*|most (?:read|viewed|popular|shared|"
    r"watched|commented|recent)\b.*|trending\b.*|you may (?:also )?(?:like|be interested)\b.*|"
    r"more (?:from|on|in|stories|news|like|about|coverage)\b.*|"
    r"also (?:read|on|in|see)\b.*|read (?:more|next|also)\b.*|latest\b.*|top (?:stories|news|"
    r"headlines)\b.*|popular\b.*|leave a (?:reply|comment)\b.*|post a comment\b.*|what (?:to read|"
    r"we[’']re reading)\b.*|up next|next (?:post|article|story)|previous (?:post|article|story)|"
    r"around the web|from (?:the web|our partners)|sponsored\b.*|promoted\b.*|about (?:the authors?|"
    r"us)|newsletter\b.*|subscribe\b.*|editor[’']?s[’']? picks?|don[’']t miss\b.*|"
    r"in case you missed it|other (?:stories|news|articles)\b.*|see also|further reading|"
    r"share this\b.*|tags?|topics?|no comments|archives?)[\s:»>]*$",
    _I,
)


def judge_foot(page: Page) -> list[Fact]:
    """Judge what stands below the last paragraph and return what it states."""
    facts: list[Fact] = []
    opened = _foot_begins(page)
    if opened is not None:
        for i in page.left():
            if i > opened:
                page.verdicts[i] = _sign_off(page.blocks[i], facts) or Verdict(
                    f"below {shown(page.blocks[opened].text, 40)}"
                )
    left = page.left()
    last = next(
        (
            k
            for k in range(len(left) - 1, -1, -1)
            if is_paragraph(page.blocks[left[k]]) or page.blocks[left[k]].ends_sentence
        ),
        None,
    )
    if last is None or page.form != "scrape":
        return facts
    for i in left[last + 1 :]:
        block = page.blocks[i]
        stub = block.words <= 3 and not block.ends_sentence and not _ITEM.match(block.text)
        if is_label(block) or stub or not _may_be_body(block):
            page.verdicts[i] = _sign_off(block, facts) or Verdict("line below the story")
    return facts


def _foot_begins(page: Page) -> int | None:
    """Return the heading in the last part of the page after which no paragraph of the story comes.

    Below "Comments" readers write whole sentences; below "Related Articles" stand headlines. So the heading of a list
    ends the story when at most short lines follow, a comments' heading when most of the text is above.
    """
    total = sum(block.words for block in page.blocks)
    after = 0
    found = None
    for i in range(len(page.blocks) - 1, -1, -1):
        block, verdict = page.blocks[i], page.verdicts[i]
        if verdict is not None and block.words <= 8 and _FOOT_HEADING.match(block.text):
            comments = re.search(r"\bcomments?\b|\breply\b", block.text, _I) is not None
            below = zip(page.blocks[i + 1 :], page.verdicts[i + 1 :], strict=True)
            told = any(v is None and b.ends_sentence and b.words >= 4 and b.text[-1] not in "?!" for b, v in below)
            if (comments and after <= 0.4 * total) or not told:
                found = i
        if verdict is None:
            after += block.words
    above = sum(page.verdicts[i] is None and is_paragraph(page.blocks[i]) for i in range(found or 0))
    return found if found is not None and above >= 1 else None


def _sign_off(block: Block, facts: list[Fact]) -> Verdict | None:
    """Tell the outlet's bare name below the story."""
    if block.words <= 6 and not block.ends_sentence and outlet_like(block.text):
        name = site_name(block.text) if DOMAIN.fullmatch(block.text) else block.text
        facts.append(Fact("outlet", name, f"sign-off line {shown(block.text)}", 1))
        return Verdict("sign-off of the outlet (kept as outlet)")
    return None


def _may_be_body(block: Block) -> bool:
    return (
        block.ends_sentence
        or bool(_ITEM.match(block.text))
        or block.text.endswith((":", ",", ";", "—", "–"))
        or block.words > 20
        or (block.text[0] in OPENING_MARKS and block.text[-1] not in CLOSING_MARKS)
        or block.text[0].islower()
    )


def judge_between(page: Page) -> None:
    """Judge lines between paragraphs that end no sentence: sub-headings and headlines of other stories.

    Only single ones: several such lines in a row are a list, a poem, a table or a transcript, and those are body.
    """
    if page.form != "scrape":
        return
    left = page.left()
    for i in left[1:]:
        if verdict := labelled_headline(page.blocks[i]):
            page.verdicts[i] = verdict
    left = page.left()
    loose = [k for k in range(1, len(left) - 1) if not _may_be_body(page.blocks[left[k]])]
    # A story of many lines without full stops is told that way; nothing about such a line is a sign of dirt.
    if len(loose) > max(1, 0.25 * len(left)):
        return
    for k in loose:
        block, before, after = (page.blocks[left[k + step]] for step in (0, -1, 1))
        if block.words > SUBHEAD_WORDS or before.text.endswith(":") or not before.ends_sentence:
            continue
        if not (is_paragraph(after) or after.ends_sentence):
            continue
        page.verdicts[left[k]] = Verdict("sub-heading or headline of another story")


_RUN_IN = re.compile(
    r"^(?P<mark>[-–—*]{1,3})\s(?P<words>[^\s\W_‘'“\"][^–—\n]{1,70}?|"
    r"[‘'“\"][^\n]{1,70}?)\s(?P=mark)\s+(?=[^\W_a-z]|[‘'“\"(\[<_*–—-])"
)


def run_in_heading(text: str) -> int | None:
    """Return where the paragraph begins behind a sub-heading run into it: "- No way back - Talks went on"."""
    found = _RUN_IN.match(text)
    if (
        found is None
        or len(found["words"].split()) > 9
        or re.search(r"[.;:]\s", found["words"])
        or found["mark"] in found["words"].split()
    ):
        return None
    return found.end()
