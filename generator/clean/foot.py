"""Lines below the last paragraph: lists of other stories, comments, the outlet's name."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.clean.furniture import BUTTON, HEADING_ABROAD
from generator.clean.lines import Block
from generator.clean.outlets import DOMAIN, house_alone, known_outlet, outlet_like, press_name, site_name
from generator.clean.page import LineFact, LineVerdict, Page, shown
from generator.clean.shapes import CLOSING_MARKS, is_item, is_item_mark, is_label, is_paragraph, may_be_body
from generator.clean.signatures import may_be_person, people
from generator.wordlists import words as listed
from generator.words_alike import without_accents

_I = re.IGNORECASE
LINK_WORDS = 14  # a headline in a list of links is no longer
HEADING_WORDS = 6  # of the heading of such a list in another language
FOOT_SHARE = 0.4  # of a page's words may stand below its story, in comments and cards
# Headings that name other stories; "Read more" and "Subscribe" may as well be lone buttons.
_OTHERS = re.compile(
    r"[\W_]*(?:related|recommended|most|trending|you may|more|also|latest|top|popular|around the|from|in case|other|"
    r"read (?:more|next|also)(?=\s*:)|see also|further|don[’']t miss|editor|what (?:to|we))\b",
    _I,
)
_AUTHOR_ABROAD = (
    r"sobre (?:la firma|el autor|la autora|los autores|o autor|a autora)|über (?:den autor|die autorin|die autoren)|"
    r"zur person|à propos de l[’']auteure?|over de auteurs?|om (?:skribenten|forfatteren|författaren)|"
    r"o autor(?:ze|ce|ovi)|chi è l[’']autore|l[’']autore|об авторе"
)
_COMMENTS_ABROAD = (
    r"kommentare|commentaires|comentarios|comentários|commenti|reacties|kommentarer|kommentit|komentarze|komentáře|"
    r"yorumlar|comentarii|комментарии"
)
_ON_AUTHOR = re.compile(rf"\W*(?:{_AUTHOR_ABROAD})\W*", _I)
# Below them are whole sentences that are not the story's: of readers, on the writer, on the house.
_COMMENTS = re.compile(
    rf"\b(?:{_COMMENTS_ABROAD}|{_AUTHOR_ABROAD})\b|\bback to (?:the )?top\b|"
    r"\bcomments?\b|\breply\b|\b(?:thoughts|replies|responses) (?:on|to)\b",
    _I,
)
_FOOT_HEADING = re.compile(
    r"^[\W_]*(?:\d+\s)?(?:comments?(?:\s\(?\d[\d.,]*\)?)?|related\b.*|"
    r"recommended\b.*|most (?:read|viewed|popular|shared|"
    r"watched|commented|recent)\b.*|trending\b.*|you may (?:also )?(?:like|be interested)\b.*|"
    r"more (?:from|on|in|stories|news|like|about|coverage)\b.*|"
    r"also (?:read|on|in|see)\b.*|read (?:more|next|also)\b.*|latest\b.*|top (?:stories|news|"
    r"headlines)\b.*|popular\b.*|leave a (?:reply|comment)\b.*|post a comment\b.*|what (?:to read|"
    r"we[’']re reading)\b.*|up next|next (?:post|article|story)|previous (?:post|article|story)|"
    r"around the web|from (?:the web|our partners)|sponsored\b.*|promoted\b.*|about (?:the authors?|"
    r"us)|newsletter\b.*|subscribe\b.*|editor[’']?s[’']? picks?|don[’']t miss\b.*|"
    r"in case you missed it|other (?:stories|news|articles)\b.*|see also|further reading|"
    r"share this\b.*|\d+ (?:thoughts|replies|responses) (?:on|to)\b.*|"
    rf"back to (?:the )?top|{_AUTHOR_ABROAD}|(?:{_COMMENTS_ABROAD})(?:\s\(?\d[\d.,]*\)?)?|"
    r"tags?|topics?|no comments|archives?|in(?=:))[\s:»>]*$",
    _I,
)


def judge_foot(page: Page) -> list[LineFact]:
    """Judge what stands below the last paragraph and return what it states. Lists of links go wherever they stand."""
    facts: list[LineFact] = []
    left = page.left()
    if page.outlet and len(left) > 1 and page.blocks[left[-1]].key == Block(page.outlet, ()).key:
        page.verdicts[left[-1]] = LineVerdict("sign-off of the outlet")
    _addresses(page)
    if page.form != "scrape":
        _tags(page)
        _comments(page)
        _linked(page)
        return facts
    _desk(page)
    for i, below in pairwise(page.left()):
        block = page.blocks[i]
        if block.words <= HEADING_WORDS and HEADING_ABROAD.match(block.text) and _is_link(page.blocks[below]):
            page.verdicts[i] = LineVerdict(BUTTON)
    for i in page.left():
        if page.blocks[i].words <= HEADING_WORDS and _ON_AUTHOR.fullmatch(page.blocks[i].text):
            page.verdicts[i] = LineVerdict(BUTTON)
    _below_the_end(page)
    opened = _foot_begins(page)
    for i in page.left():
        if opened is not None and i > opened:
            heading = page.blocks[opened].text
            # Among the headlines below "Read more:" a newspaper's word names a subject: "Our Free Press".
            own = not _names_others(heading) or known_outlet(page.blocks[i].text)
            signed = _sign_off(page.blocks[i], facts) if own else None
            page.verdicts[i] = signed or LineVerdict(f"below {shown(heading, 40)}")
    _links(page)
    left = page.left()
    ended = [k for k, i in enumerate(left) if is_paragraph(page.blocks[i]) or page.blocks[i].ends_sentence]
    _signed_below(page, left[ended[-1]] if ended else len(page.blocks), facts)
    for i in left[ended[-1] + 1 :] if ended else ():
        if page.verdicts[i] is not None:
            continue
        block = page.blocks[i]
        stub = block.words <= 3 and not block.ends_sentence and not is_item(block) and block.text[-1] != ":"
        if is_label(block) or stub or not may_be_body(block):
            page.verdicts[i] = _sign_off(block, facts) or LineVerdict("line below the story")
    _labelled(page)
    _contacts(page)
    _exercises(page)
    return facts


_ADDRESS = re.compile(r"[^.!?:“”\"]{0,60}:\s?(?:https?://|www\.)\S+|(?:https?://|www\.)\S+", _I)


def _addresses(page: Page) -> None:
    """Take out the lines that close a page with an address and what it is: "Printed from: http://..."."""
    for i in reversed(page.left()):
        if page.blocks[i].words > ADDRESS_WORDS or not _ADDRESS.fullmatch(page.blocks[i].text):
            return
        page.verdicts[i] = LineVerdict("address of the page")


ADDRESS_WORDS = 8
_IMPRINT = re.compile(
    r"(?:authori[sz]ed|issued|printed|published|produced)(?: and \w+)? by [A-Z][^!?:;“”\"]{3,120}", _I
)
_NUMBERED = re.compile(r"(?:\+|\b0|\(\d)[\d() -]{7,}\d|\S@\S+\.\w|\bwww\.\w|\s@\w{4,}")


def _desk(page: Page) -> None:
    """Take out the lines that close a page with whom to ask and how: a number, a mail, an account, an imprint."""
    left = page.left()
    for k in range(len(left) - 1, LEAST_ABOVE, -1):
        block = page.blocks[left[k]]
        imprint = _IMPRINT.fullmatch(block.text) is not None
        reached = _NUMBERED.search(block.text) is not None and not block.ends_sentence
        if block.words > DESK_WORDS or not (imprint or reached) or block.text[0] in CLOSING_MARKS:
            return
        page.verdicts[left[k]] = LineVerdict("address of the desk")


DESK_WORDS = 16


def _linked(page: Page) -> None:
    """Take out a list of links right below its heading ("Most read") that closes a body, or all but closes it."""
    left = page.left()
    for i, verdict in enumerate(page.verdicts):
        block = page.blocks[i]
        if block.words > LISTED_WORDS or (verdict is None and block.ends_sentence):
            continue
        if not _FOOT_HEADING.match(block.text) or not _names_others(block.text):
            continue
        below = [j for j in left if j > i]
        run = next((n for n, j in enumerate(below) if not _is_link(page.blocks[j], listed=True)), len(below))
        if run and len(below) - run <= CLOSES and len(left) - len(below) >= LEAST_ABOVE:
            for j in below[:run]:
                page.verdicts[j] = LineVerdict(f"headline of another story below {shown(block.text, 40)}")
            return


LISTED_WORDS, CLOSES = 8, 1  # words of a heading; paragraphs that may stand below such a list


def facts_of_others(page: Page) -> list[LineFact]:
    """Return what lines of the foot state of other stories, or of readers who commented, and not of this one.

    Below "More on this story" a day stands beside the headline that it is of; below "3 comments" every line is a
    reader's.
    """
    found: list[LineFact] = []
    heading: Block | None = None
    last = max(page.left(), default=len(page.blocks))
    for i in range(last + 1, len(page.blocks)):
        verdict, block = page.verdicts[i], page.blocks[i]
        if _heads_list(page, i) or (verdict is not None and _MORE.fullmatch(block.text)):
            heading = block
        elif verdict is None or heading is None or not verdict.facts:
            continue
        elif _READERS.search(heading.text):
            found += [fact for fact in verdict.facts if fact.field in ("published", "byline")]
        elif _names_others(heading.text) and (_other_story(page, i, -1) or _other_story(page, i, 1)):
            found += [fact for fact in verdict.facts if fact.field == "published"]
    return found


_MORE = re.compile(r"[\W_]*(?:more|read|latest|related|most|also)\b[^.!?]{0,40}\W*", _I)
_READERS = re.compile(rf"\b(?:comments?|replies|responses|{_COMMENTS_ABROAD})\b", _I)
_STAMPED = re.compile(r"\W*(?:published|updated|posted)\W*", _I)
LEAST_OF_HEADLINE = 4  # words


def _other_story(page: Page, i: int, step: int) -> bool:
    """Whether the next line, up or down, labels of the day aside, is a headline that was taken for a foreign one."""
    j = i + step
    while 0 <= j < len(page.blocks) and _STAMPED.fullmatch(page.blocks[j].text):
        j += step
    verdict = page.verdicts[j] if 0 <= j < len(page.blocks) else None
    told = verdict is not None and verdict.reason.startswith(("below ", "headline of another story", "line below"))
    return told and page.blocks[j].words >= LEAST_OF_HEADLINE


_ENDS = re.compile(r"[\W_]*(?:ends?|message ends|end of (?:press )?release)[\W_]*|#{3,}|-\s?30\s?-", _I)
_TO_EDITORS = re.compile(r"\W*notes? (?:to|for) (?:the )?(?:editors?|newsdesks?|journalists)\b\W*", _I)


def _below_the_end(page: Page) -> None:
    """Take out what a press office sets below the mark that its text ends: notes to editors, whom to ask.

    The last such mark counts, below most of the text.
    """
    left = page.left()
    marks = [
        k
        for k, i in enumerate(left)
        if (_ENDS.fullmatch(page.blocks[i].text) and not page.blocks[i].text[0].islower())
        or _TO_EDITORS.fullmatch(page.blocks[i].text)
    ]
    total = sum(page.blocks[i].words for i in left)
    for k in marks:
        above = [page.blocks[i] for i in left[:k]]
        told = sum(is_paragraph(block) for block in above)
        if told >= LEAST_ABOVE and sum(block.words for block in above) >= (1 - FOOT_SHARE) * total:
            for i in left[k:]:
                page.verdicts[i] = LineVerdict("below the end of a press release")
            return


_MAIL = re.compile(r"(?P<local>[\w.+-]{3,40})@[\w-]+(?:\.[\w-]+)+")


def _is_mail_of(name: str, line: str) -> bool:
    """Whether a line is nothing but a mail address with the surname of a name in it: "karin.ekdahl@quay.example"."""
    found = _MAIL.fullmatch(line.strip("<> "))
    plain = without_accents(name.casefold())
    return found is not None and len(plain.split()) > 1 and plain.split()[-1] in found["local"].casefold()


def _signed_below(page: Page, last: int, facts: list[LineFact]) -> None:
    """Read the writer out of the few lines that close a page, where one beside it names the outlet or the day."""
    below = range(last + 1, len(page.blocks))
    if not 0 < len(below) <= FEW_BELOW or any(v is not None and "byline" in v.reason for v in page.verdicts):
        return
    alone = [i for i in below if page.verdicts[i] is None]
    quoted = 0 <= last < len(page.blocks) and page.blocks[last].text[-1] in CLOSING_MARKS  # then it says who spoke
    if len(alone) == 1 and not quoted and (name := _signature(page.blocks[alone[0]])):
        facts.append(LineFact("byline", name, f"line {shown(page.blocks[alone[0]].text)} below the story", 8))
        page.verdicts[alone[0]] = LineVerdict("byline (kept as byline)")
        return
    for i in below:
        block = page.blocks[i]
        beside = [j for j in (i - 1, i + 1) if j in below]
        signs = any(
            house_alone(page.blocks[j].text)
            or ((verdict := page.verdicts[j]) is not None and verdict.reason.startswith("publication line"))
            for j in beside
        ) or (i + 1 in below and _is_mail_of(block.text, page.blocks[i + 1].text))
        if page.verdicts[i] is None and signs and (people(block.text) or may_be_person(block.text)):
            facts.append(LineFact("byline", block.text, f"line {shown(block.text)} below the story", 8))
            page.verdicts[i] = LineVerdict("byline (kept as byline)")
            return


_SIGNED = re.compile(
    r"(?P<dash>[—–-]{1,2}\s?)?(?P<name>[^\W\d_][^,—–|]{3,40}?)(?:(?:,|\sin)(?:\s[A-Z][\w.’'-]+){1,3})?"
)


def _signature(block: Block) -> str | None:
    """Return the name that a line closing a story is, behind a dash or by its form: "— Ann Lee, Oslund", "ANN LEE"."""
    found = _SIGNED.fullmatch(block.text.strip("()[] ")) if block.words <= SIGNED_WORDS else None
    if found is None or house_alone(found["name"]):
        return None
    unheard = not set(block.tokens) <= listed("word_bands.txt")
    known = people(found["name"]) or (unheard and may_be_person(found["name"]))
    return found["name"] if known and (found["dash"] or people(found["name"]) or found["name"].isupper()) else None


SIGNED_WORDS = 7
FEW_BELOW = 5  # lines: in longer feet names are those of tags, of readers, of other stories


def _names_others(heading: str) -> bool:
    return _OTHERS.match(heading) is not None or HEADING_ABROAD.match(heading) is not None


_RANKED = re.compile(r"[\W_]*(?:most|trending|popular|top)\b", _I)  # such lists number their entries
_COUNTED = re.compile(r"[\W_]*\d{1,5}\s(?:comments?|replies|responses)\b.{0,30}|[\W_]*comments?\s?\(?\d{1,5}\)?", _I)


def _comments(page: Page) -> None:
    """Take out what readers wrote below the count of their comments, where that closes a body."""
    at = next(
        (
            i
            for i, block in enumerate(page.blocks)
            if block.words <= 6 and not block.ends_sentence and _COUNTED.fullmatch(block.text)
        ),
        None,
    )
    below = [i for i in page.left() if at is not None and i > at]
    words = sum(page.blocks[i].words for i in page.left())
    if below and sum(page.blocks[i].words for i in below) <= FOOT_SHARE * words:
        for i in below:
            page.verdicts[i] = LineVerdict("comment of a reader")


_TAGGED = re.compile(r"[\W_]*(?:related )?(?:topics?|tags?|keywords|filed under|in this story|more on)\b.{0,20}", _I)
TAG_WORDS = 4


def _tags(page: Page) -> None:
    """Take out the tags that close a body below their heading ("Related topics"), where nothing else is below it."""
    heading = next((i for i in range(len(page.blocks) - 1, -1, -1) if _TAGGED.fullmatch(page.blocks[i].text)), None)
    below = [i for i in page.left() if heading is not None and i >= heading]
    tags = [page.blocks[i] for i in below if i != heading]
    if heading is None or not tags or len(below) == len(page.left()):
        return
    if all(block.words <= TAG_WORDS and not block.ends_sentence for block in tags):
        for i in below:
            page.verdicts[i] = LineVerdict("tags of the page")


_SECTION_BEFORE = re.compile(r"[A-Z][\w&’']*(?:\s[\w&’']+){0,2}:\s?[A-Z\d“\"‘']")


def _labelled(page: Page) -> None:
    """Take out the headlines under sections' names that close a page: "Harbour: Who dug the lock", two or more.

    Where the story has such lines itself, as a list or a transcript has, they are its own.
    """
    left = page.left()
    run = [i for i in left if _SECTION_BEFORE.match(page.blocks[i].text) and _is_link(page.blocks[i], listed=True)]
    if len(run) < 2 or run != left[-len(run) :] or any(page.blocks[i].text.partition(":")[0].isupper() for i in run):
        return
    above = left[: -len(run)]
    if above and page.blocks[above[-1]].text[-1] == ":" and _OTHERS.match(page.blocks[above[-1]].text):
        run = [above.pop(), *run]  # "Also in this series:"
    if above and is_paragraph(page.blocks[above[-1]]):
        for i in run:
            page.verdicts[i] = LineVerdict("headline of another story below the last paragraph")


_REACHED = re.compile(r"\+?\d[\d ()/-]{6,}\d|\S@\S+\.\w|\]\(|https?://")


def _contacts(page: Page) -> None:
    """Take out the entries below a heading that closes a page, each with a number, a mail or an address of the desk."""
    below = [i for i in reversed(page.left()) if is_item_mark(page.blocks[i])]
    for i in below:
        block, after = page.blocks[i], page.verdicts[i + 1 :]
        if None in after or block.words > ENTRY_WORDS or not _REACHED.search(block.text):
            return
        above = next((page.verdicts[j] for j in range(i - 1, -1, -1) if not is_item_mark(page.blocks[j])), None)
        if above is None:
            return
        page.verdicts[i] = LineVerdict("address of the desk")


_FOR_CLASS = re.compile(
    r"\W*(?:(?:key )?(?:glossary|vocabulary|words?(?: list| bank)?)|"
    r"(?:(?:comprehension|discussion|reading|follow-up) )?"
    r"(?:questions?|exercises?|activit(?:y|ies)|tasks?)(?: for (?:discussion|class|students))?|homework|worksheet|"
    r"answer key|think about it|discuss)\W*",
    _I,
)
ENTRY_WORDS = 30


def _exercises(page: Page) -> None:
    """Take out what a teacher set below a story: from such a heading on nothing but explained words and questions."""
    left = page.left()
    first = next((k for k, i in enumerate(left) if _FOR_CLASS.fullmatch(page.blocks[i].text)), None)
    if first is None or first < LEAST_ABOVE:
        return
    below = [page.blocks[i] for i in left[first:]]
    if len(below) > 1 and all(_is_exercise(block) for block in below):
        for i in left[first:]:
            page.verdicts[i] = LineVerdict("exercise below the story")


LEAST_ABOVE = 3  # paragraphs of the story


def _is_exercise(block: Block) -> bool:
    """Whether a line is a heading, a numbered or marked entry, an explained word or a question."""
    return block.words <= ENTRY_WORDS and (
        _FOR_CLASS.fullmatch(block.text) is not None
        or is_item(block)
        or block.text[-1] == "?"
        or _EXPLAINED.match(block.text) is not None
    )


_EXPLAINED = re.compile(r"(?:[\w'’-]+ ){0,3}[\w'’-]+(?: \([^)]{1,12}\))?(?::| [–—=-]) \w")


def _heads_list(page: Page, i: int) -> bool:
    block = page.blocks[i]
    heading = _FOOT_HEADING.match(block.text) or HEADING_ABROAD.match(block.text)
    return page.verdicts[i] is not None and block.words <= 8 and heading is not None


def _links(page: Page) -> None:
    """Take out the headlines right below the heading of a list of stories ("More on this story")."""
    heading = None
    for i, block in enumerate(page.blocks):
        if _heads_list(page, i):
            heading = block if _names_others(block.text) else None
        elif page.verdicts[i] is None and heading is not None:
            # A list that goes on to the end of the page may have labels in it: "Editorial: Who dug the lock".
            ranked = _RANKED.match(heading.text) and _is_link(block, listed=True) and _links_to_the_end(page, i)
            if (
                ranked
                or _is_link(block)
                or _listed_on(page, i)
                or (heading.text[-1] == ":" and _links_to_the_end(page, i))
            ):
                page.verdicts[i] = LineVerdict(f"headline of another story below {shown(heading.text, 40)}")
            else:
                heading = None


def _listed_on(page: Page, i: int) -> bool:
    """Whether a longer headline stands in a list, right below another line of it and with no blank line between."""
    block, above = page.blocks[i], page.verdicts[i - 1]
    return (
        not block.blank_before
        and block.words <= LONGEST_LINK
        and not block.ends_sentence
        and block.text[-1] not in ":,;"
        and above is not None
        and above.reason.startswith("headline of another story below")
    )


LONGEST_LINK = 25  # words


def _links_to_the_end(page: Page, i: int) -> bool:
    """Whether nothing is left from a place on but lines that may be links, items of lists too."""
    return all(_is_link(page.blocks[j], listed=True) for j in page.left() if j >= i)


def _is_link(block: Block, listed: bool = False) -> bool:
    stopped = block.ends_sentence and block.text[-1] not in "?!"
    return block.words <= LINK_WORDS and not stopped and (listed or not is_item(block))


def _foot_begins(page: Page) -> int | None:
    """Return the heading in the last part of the page after which no paragraph of the story comes.

    Below "Comments" readers write whole sentences: it ends the story when most of the text is above. Below "Related
    Articles" stand headlines, at most each with a sentence of its own: a paragraph after a paragraph is the story's.
    """
    total = sum(block.words for block in page.blocks)
    found, after, sentences, carded = None, 0, 0, True
    for i in range(len(page.blocks) - 1, -1, -1):
        block, verdict = page.blocks[i], page.verdicts[i]
        if _heads_list(page, i):
            comments = _COMMENTS.search(block.text) is not None
            cards = carded and sentences >= 2 and after <= FOOT_SHARE * total
            # "Comments" may be a button between paragraphs, where tags and links stand further down.
            told = _told_between(page, i, found) if comments and found is not None else False
            if (comments and not told and after <= FOOT_SHARE * total) or sentences == 0 or cards:
                found = i
        if verdict is None and block.words >= 4 and not _is_link(block):
            sentences += 1
            carded = carded and i > 0 and page.verdicts[i - 1] is None and _is_link(page.blocks[i - 1])
        after += block.words if verdict is None else 0
    above = sum(page.verdicts[i] is None and is_paragraph(page.blocks[i]) for i in range(found or 0))
    return found if above else None


def _told_between(page: Page, heading: int, foot: int) -> bool:
    """Whether nothing but paragraphs is left between a heading and the foot: readers' words have names among them."""
    between = [page.blocks[i] for i in page.left() if heading < i < foot]
    return bool(between) and all(is_paragraph(block) for block in between)


def _sign_off(block: Block, facts: list[LineFact]) -> LineVerdict | None:
    """Tell the outlet's bare name below the story."""
    if block.words <= 6 and not block.ends_sentence and (outlet_like(block.text) or press_name(block.text)):
        if block.text[0] in "([" and known_outlet(block.text):
            facts.append(
                LineFact("origin", block.text.strip("()[]. "), f"credit {shown(block.text)} below the story", 2)
            )
            return LineVerdict("agency's credit (kept as origin)")
        name = site_name(block.text) if DOMAIN.fullmatch(block.text) else block.text
        facts.append(LineFact("outlet", name, f"sign-off line {shown(block.text)}", 1))
        return LineVerdict("sign-off of the outlet (kept as outlet)")
    return None
