"""Boxes between and below the paragraphs, told by their members together: offers, polls, lists of links, notes."""

from __future__ import annotations

import re

from generator.clean.furniture import BUTTON, EMBEDDED, FILM, HEADING_ABROAD
from generator.clean.lines import Block
from generator.clean.page import LineVerdict, Page, shown
from generator.clean.promotions import SECOND_LINE, is_told, offers_more, tells_of_others
from generator.clean.shapes import is_item, is_item_mark, is_paragraph
from generator.clean.stamps import find_stamps

BOX = LineVerdict("line in a box of the page")
LABEL_WORDS, LINK_WORDS, OFFER_WORDS = 8, 25, 40
_MEMBERS = (
    *(BUTTON, "promotion", "comment form", "advertisement marker", "counter of the page", "pointer to another story"),
    *(FILM.reason, "headline of another story", "line in a box of the page"),
)


def judge_boxes(page: Page) -> None:
    """Take out what stands among the buttons and offers of a box and has no sign of its own."""
    text = next((i for i in page.left() if is_paragraph(page.blocks[i])), len(page.blocks))
    _second_lines(page)
    _between_ads(page)
    _polls(page, text)
    _sponsors(page, text)
    if page.form == "scrape":
        _headed_lists(page, text)
        _dated_cards(page, text)
    for _ in range(2):  # the label above an offer shows by the offer
        for i in page.left():
            if i > text and _is_boxed(page, i):
                page.verdicts[i] = BOX


def _member(page: Page, i: int) -> bool:
    """Whether a line has been told as part of a box, and no bare mark of an advertisement's place."""
    verdict = page.verdicts[i] if 0 <= i < len(page.verdicts) else None
    return verdict is not None and verdict.reason.startswith(_MEMBERS)


def _is_boxed(page: Page, i: int) -> bool:
    block = page.blocks[i]
    above, below = _member(page, i - 1), _member(page, i + 1)
    if not below or block.words > OFFER_WORDS:
        return False
    if unstopped(block) and block.words <= LINK_WORDS and above and page.form == "scrape":
        return True
    asks = block.text[-1] == "?" and block.words <= HEADLINE_WORDS[1] and not is_told(block)
    if asks and page.form == "scrape" and _pointed(page, i - 1) and _pointed(page, i + 1):
        return True  # a headline in a numbered list of other stories
    offering = offers_more(page.blocks[i + 1])
    if unstopped(block) and block.words <= LABEL_WORDS and offering and page.verdicts[i + 1].reason != BUTTON:  # type: ignore[union-attr]
        return True  # the newsletter's name above what it offers
    if above and _to_the_reader(block) and not is_told(block) and page.form == "scrape":
        return True
    # What is offered stands in a sentence between the box's heading and its button.
    if not _pressed(page, i + 1) or is_told(block) or tells_of_others(block):
        return False
    headed = _heading(page, i - 1) if page.verdicts[i - 1] is None else above and _is_label(page.blocks[i - 1])
    return headed and any(offers_more(page.blocks[j]) for j in range(max(i - 2, 0), i + 1))


def _pointed(page: Page, i: int) -> bool:
    verdict = page.verdicts[i] if 0 <= i < len(page.verdicts) else None
    return verdict is not None and verdict.reason.startswith(("pointer to another", "headline of another"))


_READER = re.compile(r"\b(?:you|your|we|our)\b", re.IGNORECASE)
_PRIVATE = frozenset(
    ("cookies", "cookie", "privacy", "permission", "consent", "preferences", "settings", "terms", "email", "emails")
)


def _to_the_reader(block: Block) -> bool:
    """Whether a sentence speaks to its reader of what a form or a foreign content asks leave for."""
    return (
        block.words <= OFFER_WORDS and _READER.search(block.text) is not None and not _PRIVATE.isdisjoint(block.tokens)
    )


def _pressed(page: Page, i: int) -> bool:
    """Whether a line is the button or the field of a form that takes an offer: a bare "Share" may close the story."""
    verdict = page.verdicts[i] if i < len(page.verdicts) else None
    pressed = verdict is not None and verdict.reason in _FORM and page.blocks[i].words <= LABEL_WORDS
    return pressed and offers_more(page.blocks[i])


_FORM = (BUTTON, "comment form", "promotion")


def _is_label(block: Block) -> bool:
    return block.words <= LABEL_WORDS and not block.ends_sentence


def _heading(page: Page, i: int) -> bool:
    return page.verdicts[i] is None and _is_label(page.blocks[i]) and unstopped(page.blocks[i])


def unstopped(block: Block) -> bool:
    """Return whether a line ends no sentence, leads in to nothing and belongs to no list or post."""
    return (
        not block.ends_sentence
        and block.text[-1] not in ":,;—–"
        and not block.text[0].islower()
        and not is_item(block)
        and not EMBEDDED.search(block.text)
    )


_VOTED = re.compile(
    r"\W*(?:vote|voted|votes?\s*\W*\d.*|\d[\d.,]*\s+votes?|(?:view|see|show) results?|total votes?.*|"
    r"submit(?: vote)?)\W*",
    re.IGNORECASE,
)
_SHARE = re.compile(r"[^.!?]{1,60}\s\(?\d{1,3}(?:[.,]\d+)?\s?%\)?")
ANSWERS, ANSWER_WORDS, QUESTION_WORDS = (2, 8), 8, 30


def _polls(page: Page, text: int) -> None:
    """Take out a question to the readers with its answers and the button to vote: a run of short lines that ends so."""
    for i in page.left():
        block = page.blocks[i]
        if i <= text or block.text[-1] != "?" or block.words > QUESTION_WORDS or is_told(block):
            continue
        j = i + 1
        while j < len(page.blocks) and j - i <= ANSWERS[1] and _answers(page.blocks[j]):
            j += 1
        closed = j < len(page.blocks) and _VOTED.fullmatch(page.blocks[j].text) is not None
        counted = sum(_SHARE.fullmatch(page.blocks[k].text) is not None for k in range(i + 1, j))
        if j - i - 1 >= ANSWERS[0] and (closed or counted == j - i - 1):
            for k in range(i, j + closed):
                page.verdicts[k] = page.verdicts[k] or LineVerdict("question to the readers, with its answers")


def _answers(block: Block) -> bool:
    return block.words <= ANSWER_WORDS and block.text[-1] not in "?:" and not _VOTED.fullmatch(block.text)


def _offered_above(page: Page, i: int) -> bool:
    """Whether the line above is the heading of a box: "Sign up for The Morning Brief", "The Example Newsletter"."""
    if i == 0 or not offers_more(page.blocks[i - 1]):
        return False
    verdict, above = page.verdicts[i - 1], page.blocks[i - 1]
    return verdict.reason in ("promotion", BUTTON) if verdict else above.words <= 8 and not above.ends_sentence


def _second_lines(page: Page) -> None:
    """Take out the second lines of boxes that offer something."""
    for i in page.left():
        block = page.blocks[i]
        if _offered_above(page, i) and block.words <= 30 and SECOND_LINE.match(block.text) and not is_told(block):
            page.verdicts[i - 1] = page.verdicts[i - 1] or LineVerdict("promotion")
            page.verdicts[i] = LineVerdict("promotion")


_SPONSOR = re.compile(
    r"\W*(?:a (?:quick )?(?:word|message|note) from (?:our|today[’']s|this week[’']s) "
    r"(?:sponsors?|advertisers?|partners?)|"
    r"(?:our|today[’']s|this week[’']s) sponsors?)\W*",
    re.IGNORECASE,
)
SPONSORED_WORDS = 60


def _sponsors(page: Page, text: int) -> None:
    """Take out the paragraph below "A word from our sponsor", and that line."""
    for i in page.left():
        if i > text and page.blocks[i].words <= LABEL_WORDS and _SPONSOR.fullmatch(page.blocks[i].text):
            page.verdicts[i] = LineVerdict("advertisement marker")
            if i + 1 < len(page.blocks) and page.blocks[i + 1].words <= SPONSORED_WORDS:
                page.verdicts[i + 1] = page.verdicts[i + 1] or LineVerdict("words of a sponsor")


_ADS_BY = re.compile(
    r"\W*(?:ads?|sponsored(?: (?:links|stories|content))?|promoted(?: (?:links|stories|content))?|around the web)\b",
    re.IGNORECASE,
)


def _between_ads(page: Page) -> None:
    """Take out a short line between the mark of advertisements and another one of them: "Want to sleep well?"."""
    for i in page.left():
        above = page.verdicts[i - 1] if i else None
        below = page.verdicts[i + 1] if i + 1 < len(page.verdicts) else None
        marked = above is not None and (
            (above.reason == "advertisement marker" and _ADS_BY.match(page.blocks[i - 1].text)) or above is BETWEEN_ADS
        )
        if marked and below is not None and below.reason in _SOLD and page.blocks[i].words <= AD_WORDS:
            page.verdicts[i] = BETWEEN_ADS


BETWEEN_ADS = LineVerdict("headline of an advertisement")
AD_WORDS = 16
_SOLD = ("headline of another story", "advertisement marker")


def _headed_lists(page: Page, text: int) -> None:
    """Take out headlines below a line that says what they are, "You may also like:", where the story goes on below."""
    title = next((i for i, v in enumerate(page.verdicts[:text]) if v and v.reason.startswith("headline (kept")), text)
    for i in range(title + 1, len(page.blocks)):
        leads = _leads_to_others(page.blocks[i])
        if not (leads or _holds_others(page.blocks[i])) or not (page.verdicts[i] is None or _member(page, i)):
            continue
        j = i + 1
        while j < len(page.blocks) and (page.verdicts[j] is not None or _listed(page, j)):
            j += 1
        others = [k for k in range(i + 1, j) if page.verdicts[k] is None]
        if others and j + 1 < len(page.blocks) and _teases(page, j):
            others.append(j)
            j += 1
        if others and (j == len(page.blocks) or others[-1] == j - 1 or is_paragraph(page.blocks[j])):
            for k in (i, *others):
                page.verdicts[k] = page.verdicts[k] or LineVerdict(
                    f"headline of another story below {shown(page.blocks[i].text, 40)}"
                )


_TO_OTHERS = re.compile(
    r"\W*(?:(?:read|see|watch|listen to) (?:more|also|next)\b.{0,30}|(?:you )?(?:may|might) (?:also )?"
    r"(?:like|enjoy|be interested|want to read)\b.{0,20}|(?:more|related|recommended|further|suggested|other|latest|"
    r"top|most read|don[’']t miss|editor[’']?s[’']? (?:picks?|choice))(?: (?:from|on|in|about|for|to)\b.{0,30}| "
    r"(?:stories|articles|reading|reads|coverage|news|content|links|posts?|headlines|videos?|you)\b.{0,20})?|"
    r"(?:also|in) (?:read|see|watch|in this section|on [\w ]{2,20})|go deeper|what (?:to read next|else))\W*",
    re.IGNORECASE,
)


# "Featured stories", "Stories that may interest you", "Recent posts from Quay News": what such a list holds, in a word
_COLLECTED = re.compile(
    r"\W*(?:[\w’'-]+ ){0,3}(?:stories|articles|headlines|reads|posts|videos|coverage|reading|news)"
    r"(?: (?:from|on|in|about|for|that|you|to|of|by|around)\b[^.!?]{0,40})?\W*",
    re.IGNORECASE,
)


def _leads_to_others(block: Block) -> bool:
    return block.words <= LABEL_WORDS and (
        _TO_OTHERS.fullmatch(block.text) is not None or HEADING_ABROAD.match(block.text) is not None
    )


def _holds_others(block: Block) -> bool:
    return block.words <= LABEL_WORDS and not block.ends_sentence and _COLLECTED.fullmatch(block.text) is not None


def _is_headline(block: Block) -> bool:
    """Whether a line may be a headline in a list: of three words or more, with no full stop."""
    return HEADLINE_WORDS[0] <= block.words <= HEADLINE_WORDS[1] and unstopped(block) and not is_told(block)


HEADLINE_WORDS = (3, 18)


def _teases(page: Page, i: int) -> bool:
    """Whether a short sentence stands between a headline and a button: "Read more"."""
    below = page.verdicts[i + 1]
    short = page.blocks[i].words <= TEASER_WORDS and page.blocks[i].ends_sentence and not is_told(page.blocks[i])
    return short and page.verdicts[i] is None and below is not None and below.reason == BUTTON


def _listed(page: Page, i: int) -> bool:
    """Whether a line in such a list is a headline: also "Keeper: Geese are not to blame" right below another line."""
    block = page.blocks[i]
    if _is_headline(block):
        return True
    if block.words < HEADLINE_WORDS[0] and unstopped(block) and i + 1 < len(page.blocks):
        below = page.blocks[i + 1]  # the section of the headline right below
        headed = below.words >= HEADLINE_WORDS[0] and not below.blank_before and _listed(page, i + 1)
        return page.verdicts[i + 1] is None and headed
    short = HEADLINE_WORDS[0] <= block.words <= HEADLINE_WORDS[1] and not is_told(block) and not is_item_mark(block)
    asks = block.text[-1] == "?" and not block.blank_before
    colon = not block.ends_sentence and block.text[-1] not in ":,;—–" and _COLON.match(block.text) is not None
    return short and (asks or colon)


_COLON = re.compile(r"[^\W\d_][\w .’'-]{0,30}:\s")


def _dated_cards(page: Page, text: int) -> None:
    """Take out the card of another story: its headline, perhaps a sentence, and right below them its own day."""
    for i in range(text + 2, len(page.blocks)):
        verdict = page.verdicts[i]
        if (
            page.blocks[i].words > DAY_WORDS
            or not _FIGURE.search(page.blocks[i].text)
            or not (verdict is None or verdict.reason.startswith("publication line"))
        ):
            continue
        stamps = find_stamps(page.blocks[i].text)
        bare = len(stamps) == 1 and stamps[0].start == 0 and not page.blocks[i].ends_sentence
        if not bare or not _BEHIND_DAY.fullmatch(page.blocks[i].text[stamps[0].end :]):
            continue
        k = i - 1
        if page.verdicts[k] is None and page.blocks[k].ends_sentence and page.blocks[k].words <= TEASER_WORDS:
            k -= 1
        if k > text and page.verdicts[k] is None and _is_headline(page.blocks[k]):
            if page.verdicts[k - 1] is None and page.blocks[k - 1].words <= 4 and unstopped(page.blocks[k - 1]):
                k -= 1  # the section's name
            for j in range(k, i + 1):
                page.verdicts[j] = page.verdicts[j] or LineVerdict("card of another story, with its day")


_FIGURE = re.compile(r"\d")
DAY_WORDS, TEASER_WORDS = 7, 25
_BEHIND_DAY = re.compile(r"[\s,•·|-]*(?:\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?)?", re.IGNORECASE)
