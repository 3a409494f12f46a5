"""Lines above the first paragraph: headline, standfirst, labels, byline, the outlet's name."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from generator.clean.credits import placed_byline
from generator.clean.datelines import find_dateline
from generator.clean.furniture import BUTTON
from generator.clean.highlights import cut_labels, points
from generator.clean.lines import Block
from generator.clean.masthead import (
    SOURCE,
    SURE,
    UNSURE,
    masthead,
    name_beside,
    outlet_fact,
)
from generator.clean.outlets import (
    DOMAIN,
    NEWSPAPER,
    house_alone,
    known_outlet,
    outlet_like,
    press_name,
    site_name,
)
from generator.clean.page import LineFact, LineVerdict, Page, shown
from generator.clean.publisher import by_short_name, is_of_address, sections_of
from generator.clean.repeats import opens
from generator.clean.shapes import (
    TITLE_WORDS,
    is_item,
    is_item_mark,
    is_label,
    is_paragraph,
    looks_like_headline,
    may_be_body,
    titled,
)
from generator.clean.signatures import (
    begins_with_article,
    byline_names,
    may_be_person,
    people,
    proper_name,
    says_nothing,
)
from generator.clean.stamps import find_stamps, is_hour
from generator.clean.wordlists import folded
from generator.wordlists import words as listed


def judge_head(page: Page) -> list[LineFact]:
    """Judge what stands above the first paragraph and return what it states: headline, outlet, byline."""
    below_label = cut_labels(page) if page.form == "scrape" else set()
    _mistaken(page)
    left = page.left()

    def starts_text(k: int, i: int) -> bool:
        block = page.blocks[i]
        return _is_text(block) and not _only_time(page, block) and not _headline_before_text(page, left, k)

    above = _above_signed_headline(page, left) if page.title is None or page.form == "scrape" else 0
    for i in left[:above]:
        page.verdicts[i] = LineVerdict("note above the headline")
    left = left[above:]
    body = next((k for k, i in enumerate(left) if starts_text(k, i)), len(left))
    if page.form == "scrape":
        _teasers(page, left[: body + 4])
        left = [i for i in left if page.verdicts[i] is None]
        body = next((k for k, i in enumerate(left) if starts_text(k, i)), len(left))
    signed = _signed_below(page, left, body) if page.form == "scrape" else body
    head = [*left[:body], *(i for i in left[body:signed] if not _is_text(page.blocks[i]) or _stub(page.blocks[i]))]
    if body == len(left):
        head = []  # no paragraph at all: nothing to stand above
    if page.form == "scrape":
        summary = set(points(page, head, below_label))
        if len(summary) == 1 and page.title is None:  # as a rule a summary has several points
            summary -= {_below_its_day(page, [i for i in head if looks_like_headline(page.blocks[i])])}
        head = [i for i in head if i not in summary]
    facts: list[LineFact] = _window_titles(page, head)
    head = [i for i in head if page.verdicts[i] is None]
    title = _choose_title(page, head, left[body : body + 1])
    for i in head:
        block = page.blocks[i]
        if i == title:
            text = _without_slug(page, block.text)
            text, outlet = split_suffix(_without_credit(_without_source(_without_stamp(text, facts), facts)))
            how = f"line {shown(block.text)}"
            text = _PICTOGRAPHS.sub("", _without_marks(text))
            text, outlet = _as_it_stands_again(page, i, text, outlet)
            if outlet is None:
                text, outlet = _site_behind(page, text)
            writer, comma, house = (outlet or "").partition(", ")
            if comma and outlet_like(house) and not outlet_like(writer) and proper_name(writer):
                facts.append(LineFact("byline", writer, how, 2))  # "... - Ann Lee, Town Post"
                outlet = house
            facts.append(LineFact("title", text, how, 0))
            if outlet:
                facts.append(LineFact("outlet", outlet, how, 2))
            page.verdicts[i] = LineVerdict("headline (kept as title)")
            facts += _placed_writer(page, i + 1)
        else:
            page.verdicts[i] = _above(page, i, left, facts)
    if page.form == "scrape" and not page.writers:
        facts += _below_standfirst(page, left[body:], facts)
    return _one_below_another(page, facts)


def _below_standfirst(page: Page, left: list[int], facts: list[LineFact]) -> list[LineFact]:
    """Read the writer out of the short lines between a standfirst that is a whole sentence and the story.

    "Ann Lee", "QNN", "Port Hale": the first names a person of whom the story does not tell, and a paragraph follows.
    """
    stated = any(verdict is not None and "byline" in verdict.reason for verdict in page.verdicts)
    start = next((k for k, i in enumerate(left[: STANDFIRSTS + 1]) if not _is_text(page.blocks[i])), 0)
    run = [i for i in left[start : start + MOST_SIGNED + 1] if not _is_text(page.blocks[i])][:MOST_SIGNED]
    if stated or not start or not run or run != left[start : start + len(run)] or start + len(run) + 1 >= len(left):
        return []
    below = [page.blocks[i] for i in left[start + len(run) : start + len(run) + 2]]
    name = page.blocks[run[0]]
    if not name.tokens:  # "* * *"
        return []
    short = all(page.blocks[i].words <= MOST_OF_ROLE and not may_be_body(page.blocks[i]) for i in run)
    known = people(name.text) or (may_be_person(name.text) and listed("word_bands.txt").isdisjoint(name.tokens))
    told = any(name.tokens[-1] in page.blocks[i].tokens for i in left if i != run[0])
    if not short or not known or told or house_alone(name.text) or not all(map(is_paragraph, below)):
        return []
    for i in run:
        page.verdicts[i] = LineVerdict("byline (kept as byline)" if i == run[0] else "line above the story")
    return [LineFact("byline", name.text, f"line {shown(name.text)} below the standfirst", 7)]


MOST_SIGNED = 3  # lines: writer, outlet, place


def _one_below_another(page: Page, facts: list[LineFact]) -> list[LineFact]:
    """Return the facts with the writers as one whose names stand on lines of their own, right below each other."""
    named = {fact.value: fact for fact in facts if fact.field == "byline"}
    run: list[str] = []
    for block, verdict in zip(page.blocks[:EDGE], page.verdicts, strict=False):
        known = verdict is not None and "byline" in verdict.reason and block.text in named
        if run and known and _is_told(page, block):
            break  # where the writers were, or for whom: the story has the name
        if known and (people(block.text) or (run and block.words <= MOST_OF_ROLE and not house_alone(block.text))):
            run.append(block.text)
        elif len(run) > 1:
            break
        else:
            run = []
    if len(run) < 2:
        return facts
    first = named[run[0]]
    return [*(fact for fact in facts if fact.value not in run), replace(first, value=", ".join(run))]


def _is_told(page: Page, name: Block) -> bool:
    return any(name.key in page.blocks[i].key for i in page.left() if is_paragraph(page.blocks[i]))


_PLACED = re.compile(r"(?P<name>[A-ZÀ-Þ][\w.’'-]*(?:\s[A-ZÀ-Þ][\w.’'-]*){1,3})\s?/\s?(?P<place>[A-ZÀ-Þ][\w.’'-]*)")


def _placed_writer(page: Page, i: int) -> list[LineFact]:
    """Read a writer and a place between headline and day, which elsewhere is a picture's credit: "Ann Lee / Tarn"."""
    below = page.verdicts[i + 1] if i + 1 < len(page.blocks) else None
    found = _PLACED.fullmatch(page.blocks[i].text) if below and below.reason.startswith("publication line") else None
    if found is None or known_outlet(found["place"]) or found["place"].isupper() or NEWSPAPER.search(found["place"]):
        return []
    if outlet_like(found["name"]) or not folded("picture_words").isdisjoint(page.blocks[i].tokens):
        return []
    page.verdicts[i] = LineVerdict("byline (kept as byline)")
    return [LineFact("byline", found["name"], f"line {shown(found.group())} under the headline", 6)]


def _as_it_stands_again(page: Page, i: int, text: str, outlet: str | None) -> tuple[str, str | None]:
    """Return a headline as another line of the head has it by itself: without "Latest: " before or a site behind it."""
    for block in page.blocks[i + 1 : EDGE]:
        if block.words < TITLE_WORDS[0] or len(block.text) >= len(text) or block.text not in text:
            continue
        before, _, behind = text.partition(block.text)
        if not behind and _LABELLED.fullmatch(before):
            return block.text, outlet
        found = _SITE_BEHIND.fullmatch(behind) if not before else None
        if found is not None and proper_name(found["site"]):
            return block.text, outlet or found["site"]
    return text, outlet


_LABELLED = re.compile(r"[^\W\d_][\w’' ]{1,20}:\s")
_SITE_BEHIND = re.compile(r"\s(?:[|–—-]|::|»)\s(?P<site>[^|–—]{2,40})")
_WINDOW = re.compile(r"^(?P<title>.{8,}?)\s(?:[|–—-]|::|»)\s(?P<site>[^|]{2,40})$")


def _without_slug(page: Page, title: str) -> str:
    """Return a headline without the outlet's short name that ran into it from the line below, as the file has it.

    Programs that collect news write "tarn-courier" there and into the file's name.
    """
    text, _, last = title.rpartition(" ")
    return text if _is_slug(page, last) and len(text.split()) >= TITLE_WORDS[0] else title


def _is_slug(page: Page, words: str) -> bool:
    """Return whether a line is a part of the file's name, letter by letter."""
    telling = (len(words) > 3 and not words.isdigit()) or words in by_short_name()
    return telling and words in sections_of(page.file)


def _site_behind(page: Page, title: str) -> tuple[str, str | None]:
    """Return a headline without the name behind it that the page's address has for its own: "... - Quayside"."""
    found = _WINDOW.match(title)
    named = found is not None and proper_name(found["site"]) and is_of_address(page, found["site"])
    return (found["title"], found["site"]) if found and named else (title, None)


def _window_titles(page: Page, head: list[int]) -> list[LineFact]:
    """Take out the title of a browser's window above the headline that it repeats, and return the site behind it.

    A print-out has it beside the day of printing: "7/6/2020 Ferry hits bridge - Quayside".
    """
    keys = {page.blocks[i].key for i in head if page.blocks[i].words >= TITLE_WORDS[0]}
    for i in head:
        text = page.blocks[i].text
        if (coded := _CODED.match(text)) and Block(text[coded.end() :], ()).key in keys:
            page.verdicts[i] = LineVerdict("title of the window")
            continue
        found = _WINDOW.match(text[day.end() :] if (day := _PRINTED_ON.match(text)) else text)
        if found is not None and _BY.match(found["site"]):
            continue  # "Quay Public Voice | By Ann Lee"
        if found is not None and Block(found["title"], ()).key in keys:
            page.verdicts[i] = LineVerdict("title of the window")
            how = f"line {shown(text)}, the headline and the site's name behind it"
            return [outlet_fact(found["site"], how, SURE)] if proper_name(found["site"]) else []
    return []


_BY = re.compile(r"By\s", re.IGNORECASE)
_CODED = re.compile(r"[A-Z]{2,6}\s?[-–—:|]\s")  # "QNW - Ferry hits bridge", as an agency's terminal shows it
_PRINTED_ON = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},?\s(?:\d{1,2}[:.]\d\d(?:\s?[AP]M)?\s)?", re.IGNORECASE)


def _above_signed_headline(page: Page, left: list[int]) -> int:
    """Return how many lines stand above a headline that is known by the line of writer, outlet or day right below it.

    They are what somebody wrote to whom they passed the story on to. 0 when the first line may be the headline itself.
    """
    for k, i in enumerate(left[: MOST_NOTES + 1]):
        below = page.verdicts[i + 1] if i + 1 < len(page.verdicts) else None
        signed = below is not None and below.reason.startswith(
            ("publication line (kept as published and", "byline (kept")
        )
        block = page.blocks[i]
        if signed and block.words >= TITLE_WORDS[0] and looks_like_headline(block) and not block.ends_sentence:
            notes = [page.blocks[j] for j in left[:k]]
            told = any(note.ends_sentence and not _stub(note) for note in notes)
            rest = sum(page.blocks[j].words for j in left[k:])
            return k if told and sum(note.words for note in notes) <= NOTE_SHARE * rest else 0
    return 0


MOST_NOTES, NOTE_SHARE = 4, 0.3  # lines; of the words below them


def _teasers(page: Page, top: list[int]) -> None:
    """Take out a first paragraph that only is the beginning of one right below it: "The minister said on Monday..."."""
    for k, i in enumerate(top):
        block = page.blocks[i]
        if block.ends_sentence and any(opens(block, page.blocks[j]) for j in top[k + 1 : k + 4]):
            page.verdicts[i] = LineVerdict("standfirst that repeats the lede")
            # What a picture shows, for the blind, and right below it the caption: the same with its credit behind it.
            for j in top[k + 1 : k + 2]:
                credited = page.blocks[j].words - block.words <= CREDIT_WORDS and opens(block, page.blocks[j])
                if credited and not page.blocks[j].ends_sentence:
                    page.verdicts[i] = page.verdicts[j] = LineVerdict("caption or photo credit")


CREDIT_WORDS = 8


def _signed_below(page: Page, left: list[int], body: int) -> int:
    """Return where in `left` the text begins when the lines of day and writer stand below what reads like its first.

    A standfirst ends as sentences do, and so do "U.K." and "Subscribe now!": the short lines around them, down to the
    first paragraph below the day, are the head's all the same.
    """
    first = left[body] if body < len(left) else len(page.blocks)
    for j in range(min(first + SIGNED_NEAR, len(page.blocks) - 1), first, -1):
        verdict = page.verdicts[j]
        if verdict is None or not verdict.reason.startswith(("publication line (kept", "byline (kept")):
            continue
        above = [page.blocks[i] for i in left[body:] if i < j]
        rest = [k for k in range(body, len(left)) if left[k] > j]
        told = sum(page.blocks[left[k]].words for k in rest)
        texts = [block for block in above if _is_text(block) and not _stub(block)]
        if len(texts) <= STANDFIRSTS and STANDFIRST_SHARE * sum(block.words for block in texts) <= told:
            return next((k for k in rest if is_paragraph(page.blocks[left[k]])), body)
    return body


SIGNED_NEAR = 15  # lines below what reads like the first paragraph
STANDFIRSTS, STANDFIRST_SHARE = 2, 3  # paragraphs above the day; times as many words below it


def _stub(block: Block) -> bool:
    """Whether a line is too short for a sentence, whatever it ends with: "U.K."."""
    return block.words <= 2


def _is_text(block: Block) -> bool:
    return is_paragraph(block) or (block.ends_sentence and not looks_like_headline(block))


def _without_stamp(text: str, facts: list[LineFact]) -> str:
    """Return a headline without the day that a page sets before it: "June 19, 2023 Ferry hits bridge"."""
    stamps = find_stamps(text)
    if not stamps or stamps[0].start != 0 or len(text[stamps[0].end :].split()) < TITLE_WORDS[0]:
        return text
    facts.append(LineFact("published", stamps[0].value, f"day before the headline, {shown(text)}", 3))
    return _HOUR_BEHIND.sub("", text[stamps[0].end :]).strip(" -–—|:•·,")


_HOUR_BEHIND = re.compile(r"^[\s,]*\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[ap]\.?m\b\.?)?", re.IGNORECASE)  # of a printout


def _without_marks(title: str) -> str:
    """Return a headline without the quotation marks that somebody set around all of it."""
    pair = title[:1] + title[-1:]
    inside = title[1:-1]
    return inside if pair in ('""', "“”") and not any(mark in inside for mark in '"“”') else title


# What a message sets before a headline to be seen: "❗️Ferry hits bridge", "🔴 LIVE".
_PICTOGRAPHS = re.compile(r"^(?:[\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]\ufe0f?\s*)+(?=\w)")
_IN_BRACKETS = re.compile(r"\s[(\[](?P<source>[^()\[\]]{8,90})[)\]]$")


def _without_source(text: str, facts: list[LineFact]) -> str:
    """Return a headline without the outlet and day in brackets behind it: "Ferry hits bridge (Gazette, 3 May 2021)"."""
    found = _IN_BRACKETS.search(text)
    verdict = masthead(Block(found["source"], ())) if found else None
    if found is None or verdict is None:
        return text
    # Beside the day in brackets stands whose story it is, also where no list knows it.
    facts += [
        replace(fact, rank=SURE) if fact.rank == UNSURE and fact.value.replace(" ", "").isalpha() else fact
        for fact in verdict.facts
    ]
    return text[: found.start()]


_CREDIT = re.compile(
    r"[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){1,2}\s?/\s?(?P<house>[A-Z]\w+(?:\s(?:Images|Photo))?)\s(?=[A-Z“\"‘])"
)


def _without_credit(text: str) -> str:
    """Return a headline without the credit of the picture above it: "Ann Lee/AP Ferry hits bridge"."""
    found = _CREDIT.match(text)
    rest = text[found.end() :] if found else ""
    return rest if found and known_outlet(found["house"]) and len(rest.split()) >= TITLE_WORDS[0] else text


def _headline_before_text(page: Page, left: list[int], k: int) -> bool:
    """Whether a punctuated line is the headline nevertheless: the first or so of the page, in headline capitals."""
    block = page.blocks[left[k]]
    if headline := [i for i in left[: k + 1] if _heads_signature(page, i)]:
        return headline[-1] == left[k]
    return (
        k <= 3
        and block.words <= 24
        and looks_like_headline(block)
        and any(is_paragraph(page.blocks[i]) for i in left[k + 1 : k + 4])
        and not any(looks_like_headline(page.blocks[i]) and not is_label(page.blocks[i]) for i in left[:k])
    )


def _heads_signature(page: Page, i: int) -> bool:
    """Whether the next line names the day, the outlet or the writer, and nothing above can be the headline.

    Then a line is the headline, even where it ends as sentences do: "Nets are empty. Who is to blame?"
    """
    if page.title is not None or page.blocks[i].words > TITLE_WORDS[1]:
        return False
    if not _above_signature(page, i):
        return False
    above = [j for j in range(i) if page.verdicts[j] is None]
    others = [j for j in above if not _is_of_house(page.blocks[j])]
    if not others:
        return True
    # A slogan or a menu further up shares no words with the story, as the headline does.
    shares = _shares(page, [i, *others], below=i)
    return shares.get(i, 0) >= TOLD_SHARE and not any(shares.get(j, 1) for j in others)


def _is_of_house(block: Block) -> bool:
    return block.words < TITLE_WORDS[0] or is_label(block) or outlet_like(block.text)


def _above_signature(page: Page, i: int) -> bool:
    """Whether the line below, buttons aside, names the day, the outlet or the writer, or an outlet above the day."""
    below = [j for j in range(i + 1, len(page.blocks)) if (v := page.verdicts[j]) is None or v.reason != BUTTON][:2]
    if not below:
        return False
    house = page.blocks[below[0]]
    outlet = page.verdicts[below[0]] is None and house.words <= MOST_OF_HOUSE and outlet_like(house.text)
    signed = [
        j for j in below[outlet : outlet + 1] if (v := page.verdicts[j]) is not None and v.reason.startswith(_SIGNED)
    ]
    return bool(signed) or _names_writer(page, below[0]) or _named_and_dated(page, i)


def _named_and_dated(page: Page, i: int) -> bool:
    """Whether a few short lines below, the first of them a person's name, lead to the day: "Ann Lee", "Quay Post"."""
    for j in range(i + 1, min(i + 2 + MOST_SIGNED, len(page.blocks))):
        verdict = page.verdicts[j]
        if verdict is not None and verdict.reason.startswith("publication line"):
            return j > i + 1
        named = page.blocks[j].words <= MOST_OF_ROLE and not page.blocks[j].ends_sentence
        if not named or (j == i + 1 and not _person(page.blocks[j])):
            return False
    return False


MOST_OF_HOUSE = 6  # words
_SIGNED = ("publication line", "byline (kept")


def _names_writer(page: Page, i: int) -> bool:
    """Whether a line is a name above a line that says what the writer is: "ANN LEE" above "STAFF WRITER"."""
    role = page.blocks[i + 1] if i + 1 < len(page.blocks) else None
    if role is None or not role.tokens or role.words > MOST_OF_ROLE or not folded("role_words").issuperset(role.tokens):
        return False
    names = _AND.split(page.blocks[i].text)
    return all(2 <= len(name.split()) <= MOST_OF_ROLE and proper_name(name) for name in names)


_AND = re.compile(r",?\s(?:and|AND|&)\s|,\s")


def _mistaken(page: Page) -> None:
    """Give the headline back that another rule took for a pointer or a credit by its first word: "Sources: ...".

    It stands right above the lines of day and writer, and nothing else above them can be the headline.
    """
    for i, verdict in enumerate(page.verdicts[:EDGE]):
        if verdict is not None and not verdict.facts and verdict.reason in _NO_HEADLINE:
            block = page.blocks[i]
            if looks_like_headline(block) and _heads_signature(page, i):
                page.verdicts[i] = None
                return


_NO_HEADLINE = ("pointer to another story", "credit line")


TURNS_SHARE = 0.5  # of a page's lines: then it is a transcript
_TURN = re.compile(r"[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,4}:\s\S")  # "Ann Lee: Why now?", of two or more


def _choose_title(page: Page, head: list[int], lede: list[int]) -> int | None:
    if page.title is not None:
        return None
    turns = sum(_TURN.match(block.text) is not None for block in page.blocks)
    if turns >= max(2, TURNS_SHARE * len(page.blocks)):
        head = [i for i in head if not _TURN.match(page.blocks[i].text)]
    names = {page.blocks[i].key for i in head}
    candidates = [
        i
        for i in head
        if (looks_like_headline(page.blocks[i]) or _heads_signature(page, i))
        and not is_label(page.blocks[i])
        and page.blocks[i].key not in page.recurring
    ]
    # "QNW MON OSLUND 1988 JUL 06 1915Z" is an agency's code.
    candidates = [i for i in candidates if not (page.blocks[i].text.isupper() and find_stamps(page.blocks[i].text))]
    candidates = [i for i in candidates if not _is_slug(page, page.blocks[i].text)]
    # A teaser is the lede's first words; what is all of it, above outlet or day, is a headline that an archive repeats.
    candidates = [
        i
        for i in candidates
        if not any(opens(page.blocks[i], page.blocks[j]) for j in lede) or _repeated(page, i, lede)
    ]
    # "* Rate left at 4 pct" is a point of the summary, wherever a line without a mark stands above the story too.
    candidates = [i for i in candidates if not is_item_mark(page.blocks[i])] or candidates
    candidates = [i for i in candidates if not _MOTTO.fullmatch(page.blocks[i].text)] or candidates
    candidates = [i for i in candidates if not _names_somebody(page.blocks[i]) and not _opens_story(page, i)]
    candidates = [i for i in candidates if i > FEW_ABOVE or not _among_labels(page.blocks[i].text)]
    capitals = [i for i in candidates if not page.blocks[i].text[0].islower()]  # a note above it begins small
    candidates = capitals or candidates
    # "UNIVERSITY PRESS OFFICE — IN THE NEWS — WEEK 19" heads the sheet of whoever collects clippings.
    sheets = [i for i in candidates if _is_path(page.blocks[i].text)]
    candidates = [i for i in candidates if i not in sheets] or candidates
    crumbs = [b for b, v in zip(page.blocks[:EDGE], page.verdicts, strict=False) if v and v.reason == "breadcrumb"]
    for i in candidates[:EDGE]:
        if any(page.blocks[i].key in crumb.key for crumb in crumbs):
            return i
    if (below := _below_its_day(page, candidates)) is not None:
        return below
    told = _told_of(page, candidates)
    if any(page.blocks[i].words >= 5 for i in told):
        candidates = told
    # The headline stands above the standfirst; a kicker above it is shorter than five words.
    return next((i for i in candidates if page.blocks[i].words >= 5), candidates[0] if candidates and names else None)


# "The Student News Site of Quay College", "Serving Port Hale since 1887": what a paper says of itself above its name
_MOTTO = re.compile(
    r"(?:the|your|a|an)\s(?:[\w’'-]+\s){0,4}?(?:(?:news|media)\s?(?:papers?|sites?|sources?|magazine|service|outlet)?|"
    r"newspaper|voice|weekly|daily)\s(?:of|for|at|in)\s[^.?!:]{3,60}|"
    r"(?:proudly )?serving\s[^.?!:]{3,60}\ssince\s(?:18|19|20)\d\d\W?",
    re.IGNORECASE,
)


def _repeated(page: Page, i: int, lede: list[int]) -> bool:
    """Whether a line right above the outlet or the day is the whole first paragraph, word for word."""
    signed = _heads_signature(page, i) or _is_slug(page, page.blocks[i + 1].text)
    return signed and any(page.blocks[i].key == page.blocks[j].key for j in lede)


def _below_its_day(page: Page, candidates: list[int]) -> int | None:
    """Return the headline between a day and the text, as blogs set it, whose own name and motto stand further up.

    The story has its words, and hardly those of any other candidate.
    """
    below = [i for i in candidates if _between_day_and_text(page, i)]
    others = [i for i in candidates if i not in below]
    if len(below) != 1 or not others or any(_above_signature(page, i) for i in others):
        return None
    shares = _shares(page, candidates)
    return below[0] if all(CLEARER * shares.get(i, 0) < shares.get(below[0], 0) for i in others) else None


CLEARER = 1.5  # times as large a share of words that the story has


def _between_day_and_text(page: Page, i: int) -> bool:
    """Whether nothing stands between a line and the day above it, or between it and the first paragraph below."""
    if not 0 < i < len(page.blocks) - 1 or page.blocks[i].words < LONG_TITLE:
        return False
    above = page.verdicts[i - 1]
    dated = above is not None and above.reason.startswith("publication line (kept as published")
    return dated and page.verdicts[i + 1] is None and is_paragraph(page.blocks[i + 1])


_BARRED = re.compile(r"\s[|–—-]\s")
_STEPS = re.compile(r"\s[|>›»/]\s")


def _is_path(line: str) -> bool:
    """Whether a line has parts between bars that are sections or services, not a headline: "Front | Town | Port Hale".

    What stands in brackets from end to end is somebody's note.
    """
    parts = _STEPS.split(line)
    noted = line[0] == "[" and line[-1] == "]"
    return (
        noted
        or (len(parts) > 2 and all(len(part.split()) <= STEP for part in parts))
        or (line.isupper() and _BARRED.search(line) is not None)
    )


STEP = 3  # words of a part


def _opens_story(page: Page, i: int) -> bool:
    """Whether a line below the name of writer or outlet begins as reporters do: "PORT HALE – Sink or swim?"."""
    signed = any(outlet_like(block.text) or people(block.text) for block in page.blocks[:i])
    found = find_dateline(page.blocks[i].text) if signed else None
    return found is not None and found.staff


def _stands_twice(page: Page, i: int) -> bool:
    """Whether the words of a line stand in another line near the head or the foot too, as an outlet's name does."""
    key = page.blocks[i].key
    ends = {*range(min(EDGE, len(page.blocks))), *range(max(0, len(page.blocks) - EDGE), len(page.blocks))}
    return i < EDGE and any(j != i and key in page.blocks[j].key for j in sorted(ends))


EDGE = 40  # lines
FEW_ABOVE = 4  # lines of a page's own name


def _told_of(page: Page, candidates: list[int]) -> list[int]:
    """Return the candidates most of whose longer words the story has: other stories' headlines stand above as well."""
    if len(candidates) < 2 or any(page.blocks[i].unparted for i in candidates):
        return candidates
    shares = _shares(page, candidates)
    sure = [i for i, share in shares.items() if share >= TOLD_SHARE]
    # A headline in the writer's own words shares fewer, but the page's own labels share none.
    return (
        sure if any(page.blocks[i].words >= LONG_TITLE for i in sure) else [i for i, share in shares.items() if share]
    )


def _shares(page: Page, candidates: list[int], below: int = -1) -> dict[int, float]:
    """Return which share of the longer words of each candidate the story has; none for one without such words.

    `below`: the line that the story begins below.
    """
    left = (i for i in page.left() if i > below and is_paragraph(page.blocks[i]))
    told = {word[:5] for i in left for word in page.blocks[i].tokens}
    words = {i: [word[:5] for word in page.blocks[i].tokens if len(word) > 3] for i in candidates}
    return {i: sum(word in told for word in words[i]) / len(words[i]) for i in candidates if words[i]}


LONG_TITLE = 5
TOLD_SHARE = 0.6  # of the words of four letters or more; by their first five letters, so "captain" is in "captain's"
_SITE = re.compile(r"(?:www\.)?[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,10}", re.IGNORECASE)
_HOME = re.compile(r"\s[|–—-]\s(?:back to )?(?:the )?(?:home(?:\s?page)?|front page)$", re.IGNORECASE)
_BAR = re.compile(r"^(?P<title>[^|]{15,}?)\s\|\s(?P<outlet>[^|]{2,40}(?:\s\|\s[^|]{2,40})*)$")
_SUFFIX = re.compile(r"^(?P<title>.{15,}?)\s(?:[–—-]|::|»)\s(?P<outlet>[^|–—]{2,40})$")


def split_suffix(title: str) -> tuple[str, str | None]:
    """Return a page title without the site's name after it, and that name: "... talks | Reuters"."""
    title = _HOME.sub("", title)
    found = _BAR.match(title)
    if found and all(len(part.split()) <= 5 for part in found["outlet"].split("|")):
        # Hardly a headline has a bar of its own: what follows is sections and, last, the site.
        *others, last = (part.strip() for part in found["outlet"].split("|"))
        if others and _SITE.fullmatch(last) and proper_name(others[-1]):
            last = others[-1]  # "... | News-Press | newspress.com"
        named = begins_with_article(last) and proper_name(last)
        return found["title"].strip(), last if named else _outlet_of(last)
    found = _SUFFIX.match(title)
    if found and _DEPARTMENT.fullmatch(found["outlet"]):
        return found["title"].strip(), None
    if found and (outlet := _outlet_of(found["outlet"])):
        return found["title"].strip(), outlet
    return title, None


_DEPARTMENT = re.compile(
    r"(?:press|media|news) (?:room|cent(?:re|er)|office|releases?|desk|corner)|newsroom|press", re.IGNORECASE
)


def _outlet_of(words: str) -> str | None:
    """Return the outlet that the end of a page title names: "CNN" for "CNN Politics"; None for a part of a house."""
    if _DEPARTMENT.fullmatch(words):
        return None
    if DOMAIN.fullmatch(words):
        return site_name(words)
    parts = words.split()
    known = (" ".join(parts[:k]) for k in range(len(parts), 0, -1))
    return next((name for name in known if known_outlet(name)), words if outlet_like(words) else None)


def _names_somebody(block: Block) -> bool:
    return outlet_like(block.text) or press_name(block.text) or people(block.text) or _person(block)


def _person(block: Block) -> bool:
    """Whether a line in the head is nothing but two to four words with capitals, as a name is."""
    words = block.text.split()
    return (
        2 <= len(words) <= 3
        and not block.ends_sentence
        and all(re.fullmatch(r"[A-Z][\w.'’-]+|[A-Z]\.", w) for w in words)
        and not all(w.isupper() for w in words)
    )


TITLED_SHARE, TITLED_WORDS = 0.85, 5  # of a second headline's words of four letters or more: "Lee: Board Has No Votes"


def _above(page: Page, i: int, left: list[int], facts: list[LineFact]) -> LineVerdict | None:
    """Judge one line above the first paragraph that is not the headline."""
    block = page.blocks[i]
    title = next((fact.value for fact in facts if fact.field == "title"), page.title)
    if title is not None and same_words(block, title):
        return LineVerdict("headline again")
    at = bisect_right(left, i)
    below = [page.blocks[j] for j in left[at : at + 4]]
    if any(opens(block, other) for other in below) or _first_words(block, below):
        return LineVerdict("standfirst that repeats the lede")
    if is_label(block) and not known_outlet(block.text):
        return LineVerdict("section label")
    dated = any(verdict and verdict.reason.startswith("publi") for verdict in page.verdicts[max(i - 2, 0) : i])
    if dated and _only_time(page, block):
        return LineVerdict("time of publication")
    called = SOURCE.fullmatch(block.text)
    if title is None or called:
        name = called["name"] if called else block.text.rstrip(" :") if block.text.endswith(":") else ""
        if (NEWSPAPER.search(name) and outlet_like(name)) or press_name(name):
            facts.append(outlet_fact(name, f"line {shown(block.text)} above the story", 6))
            return LineVerdict("name of the outlet (kept as outlet)")
    if block.text[-1] == "," and people(block.text[:-1]):
        facts.append(LineFact("byline", block.text[:-1], f"line {shown(block.text)} under the headline", 5))
        return LineVerdict("byline (kept as byline)")  # "Ann Lee," above "Transport Correspondent"
    label = block.text[-1] == ":" and block.words == 1 and not _STAMP_LABELS.isdisjoint(block.tokens[:1])
    if label and page.form == "scrape":
        return LineVerdict("publication line without a day")
    if title is None and _stub(block) and page.form == "scrape" and block.text[-1] == ".":
        return LineVerdict("label above the headline")  # "U.K." in a menu
    if block.ends_sentence or block.text.endswith((":", ",", ";")):
        return None
    if block.text.isdigit() and len(block.text) != YEAR and page.form == "scrape" and _beside_button(page, i):
        return LineVerdict("counter of the page")
    if (named := _HOME.sub("", block.text)) != block.text and (outlet_like(named) or begins_with_article(named)):
        facts.append(outlet_fact(named, f"line {shown(block.text)} above the story", 3))
        return LineVerdict("name of the outlet (kept as outlet)")
    outlet, comma, rest = block.text.partition(",")
    # "Larkfield Lantern, Larkfield": behind it the town that it is named after
    town = proper_name(outlet) and f" {rest.strip()} " in f" {outlet} " and len(outlet) > len(rest)
    paged = comma and ((outlet_like(outlet) and says_nothing(rest.strip())) or town)
    if comma and block.words <= 6 and (known_outlet(outlet) or paged):
        facts.append(LineFact("outlet", outlet, f"line {shown(block.text)} above the story", 3))
        return LineVerdict("name of the outlet (kept as outlet)")
    if name := _among_labels(block.text):
        facts.append(outlet_fact(name, f"line {shown(block.text)} above the story", 6))
        return LineVerdict("name of the outlet (kept as outlet)")
    if title is not None and (verdict := placed_byline(block)):
        facts += verdict.facts
        return verdict
    if known_outlet(block.text) or (DOMAIN.fullmatch(block.text) is not None):
        facts.append(
            LineFact(
                "outlet",
                known_outlet(block.text) or site_name(block.text),
                f"line {shown(block.text)} above the story",
                3,
            )
        )
        return LineVerdict("name of the outlet (kept as outlet)")
    if outlet_like(block.text) and _stands_twice(page, i):
        facts.append(LineFact("outlet", block.text, f"line {shown(block.text)}, which the page has twice", 5))
        return LineVerdict("name of the outlet (kept as outlet)")
    last = {page.blocks[j].text for j in range(max(len(page.blocks) - FEW_ABOVE, i + 1), len(page.blocks))}
    if i < FEW_ABOVE and title is None and block.text in last and proper_name(block.text) and not people(block.text):
        facts.append(outlet_fact(block.text, f"line {shown(block.text)}, which opens and closes the page", 5))
        return LineVerdict("name of the outlet (kept as outlet)")
    house = house_alone(block.text) if title is None else None
    if house and (NEWSPAPER.search(house) or press_name(house)):
        facts.append(outlet_fact(house, f"line {shown(block.text)} above the headline", 7))
        return LineVerdict("name of the outlet (kept as outlet)")
    if (title is not None or people(block.text)) and (verdict := _name_alone(page, i, facts)):
        return verdict
    labelled = title is not None and not is_item_mark(block) and titled(block.text, TITLED_SHARE, TITLED_WORDS)
    if page.form == "scrape" and (labelled or not is_item(block)):
        return LineVerdict("label above the headline" if block.words <= 4 else "line above the story")
    return None


_STAMP_LABELS = frozenset(("updated", "published", "posted", "modified"))
YEAR = 4  # figures


def _beside_button(page: Page, i: int) -> bool:
    """Whether a button stands right above or below: "Share", "72"."""
    around = (page.verdicts[k] for k in (i - 1, i + 1) if 0 <= k < len(page.verdicts))
    return any(verdict is not None and verdict.reason == BUTTON for verdict in around)


def _only_time(page: Page, block: Block) -> bool:
    """Whether a line is nothing but an hour, and the page's only such line: a live report has many."""
    return is_hour(block.text) and sum(is_hour(other.text) for other in page.blocks) == 1


def _first_words(block: Block, below: list[Block]) -> bool:
    """Whether a line is the first word or two of the paragraph right below it: "Reps" above "Reps. Lee and Roe"."""
    size = len(block.tokens)
    return bool(below) and 1 <= size <= 2 and is_paragraph(below[0]) and below[0].tokens[:size] == block.tokens


def _among_labels(line: str) -> str | None:
    """Return the newspaper that a line has beside sections and the like: "TOWN COURIER | EXCLUSIVE"."""
    parts = [part.strip() for part in _BARS.split(line) if part.strip()]
    houses = [part for part in parts if known_outlet(part) or (outlet_like(part) and NEWSPAPER.search(part))]
    rest = [part for part in parts if part not in houses]
    labels = [part for part in rest if is_label(Block(part, ())) or says_nothing(part)]
    if len(houses) == 1 and rest and len(labels) == len(rest):
        return houses[0]
    if len(houses) == 1 and parts[0] == houses[0] and len(rest) == 1 and proper_name(rest[0]) and not people(rest[0]):
        return houses[0]  # "Tarn Courier | Port Hale": the edition of a town
    # "Quayside Morning | Sport | Cinema": a name before sections that is none
    named = not houses and len(labels) >= FEWEST_SECTIONS and parts[0] not in labels and len(parts[0].split()) > 1
    named = named and parts[0].split()[-1].casefold() not in listed("function_words.txt", "function")  # "Just In"
    short = all(len(part.split()) <= WORDS_OF_SECTION for part in parts[1:])
    return parts[0] if named and short and proper_name(parts[0]) and not people(parts[0]) else None


FEWEST_SECTIONS, WORDS_OF_SECTION = 2, 2


_BARS = re.compile(r"\s[|•·/>›»]\s")
_BESIDE = ("publication", "byline", "name beside")


def _name_alone(page: Page, i: int, facts: list[LineFact]) -> LineVerdict | None:
    """Read a name on its own line below the headline: a writer's, or beside a day or a byline the outlet's as well."""
    text, how = _without_role(page.blocks[i].text), f"line {shown(page.blocks[i].text)} under the headline"
    if _names_writer(page, i):
        facts.append(LineFact("byline", text, f"{how}, and a role below", 5))
        return LineVerdict("byline (kept as byline)")
    if len(text.split()) <= MOST_OF_ROLE and text.split()[-1].casefold() in folded("role_words"):
        return LineVerdict("role of the writer") if _below_writer(page, i) else None
    around = [verdict.reason for verdict in page.verdicts[max(i - 2, 0) : i + 3] if verdict]
    called = SOURCE.fullmatch(text) if text.startswith(("Source ", "Source:")) else None
    if called and proper_name(called["name"]) and any(reason.startswith(_BESIDE) for reason in around):
        facts.append(outlet_fact(called["name"], how, SURE - 2))
        return LineVerdict("name of the outlet (kept as outlet)")
    fact = name_beside(text, how) if any(reason.startswith(_BESIDE) for reason in around) else None
    if fact is not None and fact.field == "outlet" and not house_alone(text) and _by_exclusion(text, facts):
        fact = replace(fact, field="byline", rank=6)
    if fact is not None and (fact.field == "byline" or fact.rank < UNSURE):
        facts.append(fact)
        return LineVerdict(f"name beside the day (kept as {fact.field})")
    if fact is None and (house := house_alone(text)):
        if not NEWSPAPER.search(house) and not press_name(house):
            return None
        facts.append(outlet_fact(house, how, 7))
        return LineVerdict("name of the outlet (kept as outlet)")
    writer, comma, place = text.partition(", ")
    if comma and 1 <= len(place.split()) <= 2 and proper_name(place) and not people(place) and not outlet_like(place):
        beside_day = any(reason.startswith("publi") for reason in around)
        if people(writer) or (beside_day and _person(Block(writer, ()))):
            facts.append(LineFact("byline", writer, how, 6))  # "Ann Lee, Port Hale"
            return LineVerdict("byline (kept as byline)")
    if not begins_with_article(text) and (people(text) or (_person(page.blocks[i]) and byline_names(text))):
        facts.append(LineFact("byline", text, how, 6))
        facts += [fact] if fact is not None else []
        return LineVerdict("byline (kept as byline)")
    if fact is not None:
        facts.append(fact)
        return LineVerdict("name beside the day")
    return None


def _without_role(line: str) -> str:
    """Return the one name that a line has beside a writer's role: "Quay News" for "Reporter · Quay News ·"."""
    parts = [part.strip() for part in _DOTS.split(line) if part.strip()]
    named = [part for part in parts if not folded("role_words").issuperset(Block(part, ()).tokens)]
    return named[0] if len(named) == 1 < len(_DOTS.split(line)) else line


_DOTS = re.compile(r"[|•·]")


def _by_exclusion(text: str, facts: list[LineFact]) -> bool:
    """Whether a name in capitals can only be the writer's: the outlet is named above, and nobody else is."""
    if not text.isupper() or begins_with_article(text):
        return False
    named = {fact.field for fact in facts if fact.rank <= NAMED_ABOVE}
    # "LOCAL MATTERS" is a section, "PORT HALE PLAIN SPEAKER" a paper: the parts of this name are no words.
    unheard = listed("word_bands.txt").isdisjoint(Block(text, ()).tokens)
    return "outlet" in named and "byline" not in named and unheard and 2 <= len(text.split()) <= MOST_OF_ROLE


NAMED_ABOVE = 7  # rank of an outlet that stands alone above the headline
MOST_OF_ROLE = 4  # words


def _below_writer(page: Page, i: int) -> bool:
    """Whether the line above names who wrote the story: "Ann Lee," above "Transport Correspondent"."""
    above = page.verdicts[i - 1] if i else None
    return above is not None and above.reason.startswith("byline")


def same_words(block: Block, title: str) -> bool:
    """Return whether a line is the headline again, whatever the case, the marks or the site's name after it."""
    other = Block(title, ()).key
    if (coded := _CODED.match(block.text)) and Block(block.text[coded.end() :], ()).key == other:
        return True
    short = Block(split_suffix(block.text)[0], block.pieces).key
    return bool(other) and (
        block.key == other
        or short == other
        or (
            len(block.key) > 25
            and (other.startswith(block.key) or (block.key.startswith(other) and block.words <= len(other.split()) + 4))
        )
    )
