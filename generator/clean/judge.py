"""The order in which the rules judge a page. What no rule takes out is body."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from generator.clean.abroad import dateline_abroad, labelled_abroad, signed_abroad
from generator.clean.addressed import judge_addressed
from generator.clean.between import give_asking_headings_back, judge_between, judge_unstopped, run_in_heading
from generator.clean.boxes import judge_boxes
from generator.clean.broken_words import mend_broken_words
from generator.clean.captions import (
    CAPTION_RULES,
    caption_before_headline,
    credited_to_agency,
    glued_credit,
    is_long_caption,
    recording_before,
    shown_above_credit,
    tells_what_is_seen,
    told_again,
)
from generator.clean.cards import without_cards
from generator.clean.chronicle import headings
from generator.clean.closing import SITE, judge_closing
from generator.clean.contributions import contributed, judge_contributions
from generator.clean.credits import LINE_CREDITS, byline, credit_line
from generator.clean.datelines import Dateline, day_of_dateline, find_dateline, place_alone
from generator.clean.foot import facts_of_others, judge_foot
from generator.clean.furniture import (
    BUTTON,
    FILM,
    FURNITURE_RULES,
    POSTED,
    TOLD_IN_BRACKETS,
    address,
    folds_out,
    section_label,
)
from generator.clean.head import YEAR, judge_head, same_words
from generator.clean.labelled import judge_labelled, judge_labelled_foot
from generator.clean.leftovers import cut_end_marks, judge_leftovers
from generator.clean.lines import Block
from generator.clean.live import judge_live
from generator.clean.masthead import masthead, names_and_outlet
from generator.clean.notices import judge_notices
from generator.clean.origin import origin_in_text
from generator.clean.outlets import DOMAIN, known_outlet, outlet_like, site_name
from generator.clean.page import LineFact, LineRule, LineVerdict, Page, first_answer, shown
from generator.clean.promotions import bracketed_pointers, link_at_end, offers_more, site_talk
from generator.clean.publisher import settle_outlet
from generator.clean.readers import judge_readers
from generator.clean.recurring import is_slogan, is_told
from generator.clean.repeats import pasted_again, pulled
from generator.clean.seams import part_run_in_headline
from generator.clean.shapes import BODY_WORDS, is_paragraph
from generator.clean.signatures import proper_name
from generator.clean.stamps import find_stamps, is_stamp
from generator.clean.tickers import without_tickers
from generator.clean.weighing import weigh
from generator.clean.wordlists import folded

LINE_RULES: tuple[LineRule, ...] = (
    masthead,
    names_and_outlet,
    *LINE_CREDITS,
    contributed,
    *FURNITURE_RULES,
    *CAPTION_RULES,
)
LONGEST_LINE, LONGEST_TEXT = 80, 1_000  # words, characters: no rule on single lines looks at longer ones
# "WASHINGTON — ..." without an agency or a day is how a paper's own reporters begin their first sentence: it is read as
# the dateline and left where it stands. The slug of an agency or a site ("LONDON (Reuters) - ", "Rome: ") is cut off.
KEEP_STAFF_DATELINES = True
TELLS_LITTLE = 12  # words: what is longer and ends a sentence is furniture only when a word says so
RECURS = LineVerdict("recurs in other articles of the folder")
DATELINE_NEAR = 3  # a standfirst, or a sentence of promotion that no rule knows, may stand above it
DATELINE_WORDS = 8
PLACE_NEAR = 6  # headline, outlet, writer and a standfirst may stand above the line of the place
BYLINE_NEAR = 12  # lines from the head or the foot in which "By ..." may be a byline


def judge(page: Page) -> list[LineFact]:
    """Give every block of the page its verdict and return the facts that the lines state."""
    facts: list[LineFact] = []
    page.verdicts = [None] * len(page.blocks)
    if page.form == "scrape":
        mend_broken_words(page)
    _scrapers_header(page, facts)
    facts += judge_labelled(page) if page.form == "scrape" else []
    _marked_lines(page)
    _cards(page)
    _glued_credits(page)
    _headline_run_in(page)
    part_run_in_headline(page, facts)
    _repeats(page, range(len(page.blocks)))
    _abroad(page, facts)
    _lines(page, facts)
    _running_heads(page)
    if page.form == "scrape":
        _menus(page)
    _captions_again(page)
    _chapters(page)
    if page.form == "scrape":
        judge_live(page)
        _captions_twice(page)
        _films(page)
    judge_notices(page, facts)
    cut_end_marks(page)
    _dateline(page, facts)
    if page.form == "scrape":
        _captions_in_head(page)
    facts += judge_head(page)
    _repeats_of_headline(page, facts)
    _signed_in_brackets(page, facts)
    facts += judge_foot(page)
    _recurring(page)
    if page.form == "scrape":
        judge_readers(page)
    judge_boxes(page)
    judge_contributions(page)
    facts += judge_closing(page, facts)
    _site_talk(page)
    judge_addressed(page, facts)
    _run_in_links(page)
    if page.form == "scrape":
        judge_unstopped(page)
        _pull_quotes(page)
    judge_between(page)
    judge_contributions(page)
    judge_labelled_foot(page, facts)
    _closing_credit(page, facts)
    _run_in_headings(page)
    judge_leftovers(page)
    others = facts_of_others(page) if page.form == "scrape" else []
    facts = [fact for fact in facts if not any(fact is other for other in others)]
    _repeats_without_dirt(page)
    _rules_at_the_end(page)
    if page.form == "scrape":
        _parted_by_page(page)
        _left_beside_furniture(page, facts)
        weigh(page)
        _islands(page)
        give_asking_headings_back(page)
    facts += _origin(page)
    return settle_outlet(page, facts)


_HEADER = re.compile(
    r"(?:date|day|published|posted|created|(?:publication|publish)[ _]date|pub[ _]?date|date[ _]published|timestamp)"
    r"\s?[:=]?\s?",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"[T\s,]{0,2}(?:at\s)?\d{1,2}:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:\s?[ap]\.?m\b\.?)?"
    r"(?:Z|[+-]\d\d:?\d\d|\s[A-Z]{2,4}\b)?"
)
_PARTED = re.compile(r"[\s|,–—-]*")


def _scrapers_header(page: Page, facts: list[LineFact]) -> None:
    """Cut "date 2021-05-04 example.com" off the head of the page, even where it has run into the first words.

    Such a line labels a full day and goes on with a site or with words that begin a sentence: what scrapers and
    exports set before a text. A line with nothing but its day is a publication line.
    """
    text = page.blocks[0].text if page.blocks else ""
    label = _HEADER.match(text)
    stamp = next(iter(find_stamps(text[:HEADER])), None)
    if label is None or stamp is None or stamp.start != label.end():
        return
    time = _TIME.match(text, stamp.end)
    end = time.end() if time else stamp.end
    start = _PARTED.match(text, end).end()  # type: ignore[union-attr]
    site = DOMAIN.match(text, start)
    if site and (site.end() == len(text) or text[site.end()] == " "):
        words, end = text[: site.end()], site.end()
        facts.append(LineFact("outlet", site_name(site.group()), f"scraper's header {shown(words)}", 2))
    elif start == end or start == len(text) or not _OPENS.match(text, start):
        return
    else:
        words, end = text[:end].strip(), start
    facts.append(LineFact("published", stamp.value, f"scraper's header {shown(words)}", 3))
    page.cut(0, end, LineVerdict("scraper's header (kept as published)"))


HEADER = 80  # characters in which a header's day stands
_OPENS = re.compile(r"[“\"‘'«(]?[A-Z0-9]")


_HEADING = re.compile(r"#{1,3}\s+(?=\w)")  # of Markdown
_MARKED = re.compile(r"(?P<mark>\*{1,2}|_{1,2})(?=[^\s*_])[^*_]{2,}?(?<=\S)(?P=mark)")


def _marked_lines(page: Page) -> None:
    """Take the marks off lines that a message sets in bold or italics: "*Bell lifted off Port Hale*"."""
    for i in page.left() if page.form == "scrape" else ():
        block = page.blocks[i]
        if block.text[0] == "#" and i < HEAD and (heading := _HEADING.match(block.text)):
            page.cut(i, heading.end(), LineVerdict("left-over markup"))
            return
        if block.text[0] not in "*_" or (found := _MARKED.fullmatch(block.text)) is None:
            continue
        size, end = len(found["mark"]), len(block.text)
        inner, marks = block.part(size, end - size), [block.part(0, size), block.part(end - size, end)]
        if inner is not None:
            page.lift(i, inner, [mark for mark in marks if mark is not None], LineVerdict("left-over markup"))


def _headline_run_in(page: Page) -> None:
    """Cut the headline that the format states off the standfirst that it has run into."""
    title = Block(page.title, ()).tokens if page.title else ()
    for i in page.left()[:HEAD] if len(title) >= LEAST_RUN_IN else ():
        block = page.blocks[i]
        if len(block.tokens) - len(title) < LEAST_RUN_IN or block.tokens[: len(title)] != title:
            continue
        found = _words_of(block.text, len(title))
        if found is not None and _OPENS.match(block.text, found):
            page.cut(i, found, LineVerdict("headline again"))
        return


LEAST_RUN_IN = 4  # words of a headline, and of what has run into it


def _words_of(text: str, count: int) -> int | None:
    """Return where the words behind the first `count` words of a text begin; None where no space parts them."""
    ends = [found.end() for found in _TOKEN.finditer(text)][:count]
    behind = _GAP.match(text, ends[-1]) if len(ends) == count else None
    return behind.end() if behind else None


_TOKEN, _GAP = re.compile(r"[^\W_]+"), re.compile(r"[.?!”\"’')]*\s+")


def _cards(page: Page) -> None:
    """Lift cards and shares beside names, and other stories in brackets, out of sentences, which are whole again."""
    for i in reversed(page.left()):
        if (found := without_cards(page.blocks[i])) is not None:
            page.lift(i, *found, CARD)
        block = page.blocks[i]
        if block.text[-1].isdigit() and _GALLERY.search(block.text[-30:]):
            page.verdicts[i] = FILM
            continue
        if folds_out(block):
            page.verdicts[i] = LineVerdict("box that the page folds out")
            continue
        marked = "ADVERTISEMENT" in block.text[:20]
        if (
            marked
            and (found_label := _AD_BEFORE.match(block.text))
            and not _IN_CAPITALS.match(block.text, found_label.end())
        ):
            page.cut(i, found_label.end(), LineVerdict("advertisement marker"))
            continue
        if (start := recording_before(block)) is not None:
            page.cut(i, start, LineVerdict("caption (of a recording)"))
            continue
        if (spans := bracketed_pointers(block)) and (left := block.without(spans)) is not None:
            out = [part for start, end in spans if (part := block.part(start, end)) is not None]
            page.lift(i, left, out, LineVerdict("pointer to another story"))
        if (found := without_tickers(page.blocks[i])) is not None:
            page.lift(i, *found, TICKER)


def _glued_credits(page: Page) -> None:
    """Cut a picture's credit off the paragraph that it ran into, and its caption off the headline."""
    title = page.title or (page.blocks[0].text if page.blocks else "")
    for i in page.left()[:HEAD] if page.form == "scrape" else ():
        above = title if i else ""
        if (at := caption_before_headline(page.blocks[i], above)) is not None:
            again = LineVerdict("headline again") if told_again(page.blocks[i].text[at:], above) else None
            page.cut(i, at, LineVerdict("caption or photo credit"), again)
            break
        if is_paragraph(page.blocks[i]):
            break
    for i in reversed(page.left()):
        block = page.blocks[i]
        if block.ends_sentence and (at := glued_credit(block.text)) is not None:
            page.cut(i, at, LineVerdict("caption or photo credit"))


# A gallery copied as text closes each picture so: "... lies on the quay. Hide Caption 3 of 12".
_GALLERY = re.compile(r"\b(?:Hide|Show|Toggle) [Cc]aption \d{1,3} of \d{1,3}$")
# "ADVERTISEMENT The board met on Monday": the mark of an advertisement's place, run into the paragraph below it.
_AD_BEFORE = re.compile(r"(?:- )?ADVERTISEMENT(?: -|:)?\s(?=[“\"‘'A-Z])(?=(?:\S+\s){8})")
_IN_CAPITALS = re.compile(r"\W*[A-Z]{2,} [A-Z]{2,}\b")
HEAD = 6  # lines in which a page's head sets its headline
CARD = LineVerdict("card about a name, run into the sentence")
TICKER = LineVerdict("quotation of a share, run into the sentence")


def _repeats(page: Page, among: Sequence[int]) -> None:
    """Take out what repeats an earlier block of `among`.

    In a body that its format marks as such, lists say the same of two things, so only a second copy of a good part of
    it counts, or a lede set twice.
    """
    again = pasted_again(page.blocks, among)
    if page.form == "paragraphs":
        words = sum(page.blocks[i].words for i in again)
        if words < PASTED_SHARE * sum(page.blocks[i].words for i in among):
            again = {i: once for i, once in again.items() if i < LEDE_TWICE}
    for i, once in again.items():
        page.verdicts[i] = page.verdicts[i] or LineVerdict(f"repeats {shown(page.blocks[once].text, 40)}")


def _captions_twice(page: Page) -> None:
    """Take out both of two equal lines in a row below a paragraph: what a picture shows, for the blind and for all."""
    text = next((i for i in page.left() if is_paragraph(page.blocks[i])), len(page.blocks))
    for i, (block, below) in enumerate(pairwise(page.blocks)):
        if i > text and page.verdicts[i] is None and block.key == below.key and _may_show(block):
            page.verdicts[i] = page.verdicts[i + 1] = LineVerdict("caption (stands twice)")


def _captions_in_head(page: Page) -> None:
    """Take out sentences above the story that stand at a picture: beside its buttons, or twice above its credit."""
    text = _running_text(page)
    for i in [i for i in page.left() if i <= text]:
        block, verdict = page.blocks[i], page.verdicts
        if not CAPTION_SHOWN[0] <= block.words <= CAPTION_SHOWN[1] or not block.ends_sentence:
            continue
        if _credited_below(page, i):
            page.verdicts[i] = page.verdicts[i + 1] = LineVerdict("caption (above the name of who took its picture)")
            continue
        if i == text:
            continue
        beside = [j for j in (i - 1, i + 1) if 0 <= j < len(page.blocks) and verdict[j] is not None]
        if any(verdict[j].reason == BUTTON and _of_picture(page.blocks[j]) for j in beside):  # type: ignore[union-attr]
            page.verdicts[i] = LineVerdict("caption (beside the buttons of its picture)")
            continue
        twice = [j for j in beside if page.blocks[j].key == block.key and not page.blocks[j].blank_before]
        credit = max([i, *twice]) + 1
        if twice and credit < len(page.blocks) and _credits(page.blocks[credit]):
            for j in {i, *twice, credit}:
                page.verdicts[j] = LineVerdict("caption (stands twice)")


def _credited_below(page: Page, i: int) -> bool:
    """Whether a name and its house stand right below a sentence and above the story, whose writer was named above.

    The story opens with its dateline, or the sentence tells what is seen: a first paragraph may have a picture below.
    """
    story = next((block for block in page.blocks[i + 2 : i + 4] if is_paragraph(block)), None)
    if story is None or not i or not (find_dateline(story.text) or tells_what_is_seen(page.blocks[i].text)):
        return False
    signed = any(v is not None and "byline" in v.reason for v in page.verdicts[:i])
    signed = signed or any(_PERSON_LINE.fullmatch(block.text) for block in page.blocks[max(0, i - NEAR_ABOVE) : i])
    parts = re.split(r"\s?/\s?|,\s", page.blocks[i + 1].text)
    return signed and len(parts) == 2 and _credits(page.blocks[i + 1])


NEAR_ABOVE = 8  # lines
_PERSON_LINE = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ]\.?)?(?: [A-ZÀ-Þ][\w’'-]+){1,2}")
_PICTURED = frozenset(("picture", "image", "photo", "gallery", "slideshow", "fullscreen", "thumbnail", "enlarge"))
BUTTON_WORDS = 5


def _of_picture(block: Block) -> bool:
    return block.words <= BUTTON_WORDS and not _PICTURED.isdisjoint(block.tokens)


def _credits(block: Block) -> bool:
    """Whether a line is one or two names, as below a picture: "Ann Lee, Quay News"."""
    parts = [part.strip() for part in re.split(r"[,/|]", block.text)]
    return block.words <= CREDIT and not block.ends_sentence and all(proper_name(part) for part in parts if part)


def _may_show(block: Block) -> bool:
    return block.words >= CAPTION_WORDS and block.text.rstrip("’”\"')")[-1:] not in ".!?:"


CAPTION_WORDS = 5


def _pull_quotes(page: Page) -> None:
    for i, once in pulled(page.blocks, page.left()).items():
        page.verdicts[i] = LineVerdict(f"repeats {shown(page.blocks[once].text, 40)}")


PASTED_SHARE, LEDE_TWICE = 0.2, 4  # of a body's words; blocks


def _running_text(page: Page) -> int:
    """Return the first paragraph with another right below it: a standfirst stands alone above the writer's line."""
    left = page.left()
    told = [i for i in left[:DEEPEST_HEAD] if is_paragraph(page.blocks[i])]
    pairs = (i for i, below in pairwise(left[:DEEPEST_HEAD]) if i in told and below in told)
    return next(pairs, told[0] if told else 0)


DEEPEST_HEAD = 40  # lines


def _lines(page: Page, facts: list[LineFact]) -> None:
    last = len(page.blocks) - 1
    text = _running_text(page)
    _byline_below_label(page, facts)
    _byline_given(page)
    rules = (credit_line, contributed, *FURNITURE_RULES, *CAPTION_RULES)
    own_days = headings(page)
    keys = Counter(block.key for block in page.blocks)
    for i in page.left():
        block = page.blocks[i]
        if (
            i in own_days
            or len(block.text) > LONGEST_TEXT
            or (block.words > LONGEST_LINE and not is_long_caption(block))
            or POSTED.search(block.text[-110:])
            or (
                block.words > TELLS_LITTLE
                and block.ends_sentence
                and not _suspect(block)
                and not (i <= BYLINE_NEAR and is_stamp(block.text))  # "Publié le 3 mai 2021 à 18h04 ... 3 min."
            )
        ):
            continue
        near = i <= max(BYLINE_NEAR, text + 2) or last - i <= BYLINE_NEAR
        if page.form == "paragraphs" and text < i < last and address(block):
            continue  # what a page tells to buy or to read stands below its paragraph
        verdict = first_answer(LINE_RULES if near else rules, block)
        if verdict is None and i:  # "OPINION: The lock must go" is the headline where it stands first
            verdict = section_label(block)
        if verdict is not None:
            page.verdicts[i] = verdict
            twice = block.words == 1 and keys[block.key] > 1  # an address that stands below each picture is its source
            facts += () if twice else verdict.facts


_LABEL_ALONE = re.compile(r"(?:(?:written|reported|words|story) )?by\W*|authors?\W*|words\W*", re.IGNORECASE)


def _byline_below_label(page: Page, facts: list[LineFact]) -> None:
    """Read "By —" with the names on the next line."""
    for i, block in enumerate(page.blocks[:BYLINE_NEAR]):
        below = page.blocks[i + 1] if i + 1 < len(page.blocks) else None
        if below is None or not _LABEL_ALONE.fullmatch(block.text):
            continue
        verdict = byline(below.prefixed("By "))
        if verdict is not None:
            page.verdicts[i] = LineVerdict("byline")
            page.verdicts[i + 1] = verdict
            facts += verdict.facts
        return


def _byline_given(page: Page) -> None:
    """Take the line out of a marked body that names its writers as the format does: "Por Ann Lee — Port Hale"."""
    names = Block(page.writers, ()).key
    for i in page.left()[:NEAR_TOP] if names and page.form == "paragraphs" else ():
        block = page.blocks[i]
        if names in block.key and len(block.tokens) <= len(names.split()) + BESIDE and not block.ends_sentence:
            page.verdicts[i] = LineVerdict("byline")


NEAR_TOP, BESIDE = 4, 3  # lines; words that may stand beside the names: "By", "in Port Hale"


def _site_talk(page: Page) -> None:
    """Take out sentences in which the page speaks of itself."""
    for i in page.left():
        if site_talk(page.blocks[i]) >= BETWEEN:
            page.verdicts[i] = SITE


BETWEEN = 4  # words of the site's own talk where paragraphs of the story stand around it; see `AT_EDGE`


# "... said on Monday. Ad Policy": a button's words behind the last sentence, in no sentence of their own.
_BUTTON_BEHIND = re.compile(
    r"(?<=[.!?”\"])\s(?:Advertisement|ADVERTISEMENT|Ad Policy|Modal Trigger|(?:Read|See|Learn) [Mm]ore|READ MORE|"
    r"Enlarge(?: [Tt]his)? [Ii]mage|View [Gg]allery|Share this(?: article| story)?|"
    r"Continue reading(?: the main story)?|Story [Cc]ontinues [Bb]elow(?: advertisement)?|"
    r"(?:Current Issue )?View our current issue)$"
)


# "... on Monday. You can watch the whole interview below."
_LED_BEHIND = re.compile(
    r"(?<=[.!?”\"])\s(?:You can )?(?:[Ww]atch|[Ss]ee|[Ll]isten(?: to)?|[Hh]ear|[Vv]iew)"
    r"(?: (?:it|more|(?:the|his|her|their|our|this)(?: [\w’'-]+){1,5}))?(?: in full)? (?:above|below|here)[.:]?$"
)


def _run_in_links(page: Page) -> None:
    """Cut the sentence that is nothing but a link off the end of its paragraph."""
    for i in reversed(page.left()):
        if (at := link_at_end(page.blocks[i])) is not None:
            page.cut(i, at, None, LineVerdict("promotion"))
        elif found := _BUTTON_BEHIND.search(page.blocks[i].text[-60:]):
            page.cut(i, len(page.blocks[i].text) - len(found.group()), None, LineVerdict(BUTTON))
        elif found := _LED_BEHIND.search(page.blocks[i].text[-90:]):
            led = LineVerdict("pointer to a film or picture that is not in the text")
            page.cut(i, len(page.blocks[i].text) - len(found.group()), None, led)


def _recurring(page: Page) -> None:
    """Take out lines that recur in other stories of the folder and that no other rule has read.

    Never a sentence of the running text, wherever it stands: anybody can put two files into the folder that repeat it.
    A slogan that is set as a sentence goes only at the head or the foot of the page.
    """
    for i in page.left():
        if page.blocks[i].key in page.recurring and not is_told(page.blocks[i]):
            page.verdicts[i] = RECURS
    left = page.left()
    for side in (left, left[::-1]):
        for i in side:
            if page.blocks[i].key not in page.recurring or not is_slogan(page.blocks[i]):
                break
            page.verdicts[i] = RECURS


def _suspect(block: Block) -> bool:
    """Whether a paragraph has a word or sign that any rule asks for. Most have none, and need not be read by thirty."""
    text = block.text
    credited = text.startswith(_LEADS) or (
        text[-1] in ")]"
        and (
            "/" in text[-50:]
            or ": " in text[-60:]
            or " for " in text[-50:]
            or text[0] in "(["
            or "upplied" in text[-12:]
        )
    )
    if ":" in text[:64] or "?" in text[:64]:  # a link whose label lost the space behind it: "Harbour tolls:What is due"
        credited = credited or _JOINT.search(text[:66]) is not None
    if offers_more(block):
        return True
    return credited or not folded("suspect_words").isdisjoint(block.tokens) or any(sign in text for sign in _SIGNS)


_LEADS = (
    *(
        "CLOSE",
        "See also",
        "see also",
        "SEE ALSO",
        "Also read",
        "ALSO READ",
        "Read more:",
        "READ MORE:",
        "More:",
        "MORE:",
    ),
    *("Related:", "RELATED:", "read also"),
)
_JOINT = re.compile(r"\w(?::|[?!]['’”\"]?:?)['’‘“\"]?[A-Z]")
_SIGNS = (*"©»›→", " on how ", " on why ", " on whether ", " on what ")


_RUNS = re.compile(
    r"\b(?:page|p\.|seite|página|pagina)\s?[A-Z]?\d{1,3}\b|\b(?:www\.|https?://)|\.indd\b", re.IGNORECASE
)
RUNNING_WORDS = 18
PRINTED = LineVerdict("head or foot of a printed page")


def _running_heads(page: Page) -> None:
    """Take out what a printed page has at its head or foot, far apart on one line: its name, its number, the day."""
    for i in page.left() if page.form == "scrape" else ():
        block = page.blocks[i]
        if (
            len(block.pieces) > 1
            and block.words <= RUNNING_WORDS
            and block.set_apart
            and (_RUNS.search(block.text) or find_stamps(block.text))
        ):
            page.verdicts[i] = PRINTED


_CHAPTER = re.compile(r"[(\[]?(?P<at>\d{1,2}:\d\d(?::\d\d)?)[)\]]?\s*(?:[–—|:-]\s*)?[^\W_].{1,80}")


def _abroad(page: Page, facts: list[LineFact]) -> None:
    """Take out the lines that labels of other languages tell, and read what they state."""
    for i in page.left():
        block = page.blocks[i]
        if (verdict := signed_abroad(block) or labelled_abroad(block)) is not None:
            page.verdicts[i] = verdict
            facts += verdict.facts
    for i in page.left()[:DATELINE_NEAR]:
        if not page.blocks[i].text[0].isascii() or page.blocks[i].text[0] in "([":
            facts += dateline_abroad(page.blocks[i].text)


def _menus(page: Page) -> None:
    """Take out lines above the story of three names or more far apart, as menus have them: "Home   Town   Sport"."""
    for i in page.left()[:MENU_HEAD]:
        block = page.blocks[i]
        if is_paragraph(block):
            return
        parts = [piece.end - piece.start for piece in block.pieces]
        apart = all(after.start - piece.end > 1 for piece, after in pairwise(block.pieces))  # else lines that run on
        menu = len(parts) >= MENU_PARTS and max(parts) <= MENU_WIDTH and apart
        if menu and not find_stamps(block.text) and not block.ends_sentence:
            page.verdicts[i] = LineVerdict("navigation")


MENU_HEAD, MENU_PARTS, MENU_WIDTH = 12, 3, 24  # lines; parts of a menu, and characters of one


_ENDED = ("list of categories or tags", "comment of", "note on who wrote", "sign-off")
_ENDED_LABEL = re.compile(
    r"\W*(?:tags?|topics?|keywords|related topics|tags / keywords|filed under|"
    r"(?:\(?\d+\)? )?comments?(?: \(?\d+\)?)?)\W*",
    re.IGNORECASE,
)


def _islands(page: Page) -> None:
    """Take out the short sentences left alone in a foot: below tags, comments or copyright, all else is the page's.

    What stands there is another story's teaser, a rule for those who comment, a note on the house.
    """
    left = page.left()
    total = sum(page.blocks[i].words for i in left)
    above = 0
    for i, (block, verdict) in enumerate(zip(page.blocks, page.verdicts, strict=True)):
        above += block.words if verdict is None else 0
        ended = verdict is not None and (
            verdict.reason.startswith(_ENDED) or _ENDED_LABEL.fullmatch(block.text) or block.text[0] == "©"
        )
        if not ended or above < STORY_ABOVE * total:
            continue
        below = [j for j in left if j > i]
        alone = all(page.verdicts[j - 1] is not None and None not in page.verdicts[j + 1 : j + 2] for j in below)
        short = all(page.blocks[j].words <= ISLAND and page.blocks[j].text[0] not in OPENING for j in below)
        gone = len(page.blocks) - i - len(below)
        if below and alone and short and gone >= 2 * len(below):
            for j in below:
                page.verdicts[j] = LineVerdict("sentence left alone below the story")
        return


STORY_ABOVE = 0.75  # of the words left
ISLAND = 40  # words
OPENING = "“\"‘'"


def _parted_by_page(page: Page) -> None:
    """Join the halves of a paragraph that only the foot of a printed page and the next one's head part."""
    left = page.left()
    for i, below in reversed(list(pairwise(left))):
        above, rest = page.blocks[i], page.blocks[below]
        printed = below > i + 1 and any(v is not None and v.reason == PRINTED.reason for v in page.verdicts[i:below])
        if printed and not above.ends_sentence and above.words >= BODY_WORDS and rest.text[0].islower():
            page.blocks[i] = above.joined(rest)
            del page.blocks[below], page.verdicts[below]


def _chapters(page: Page) -> None:
    """Take out the chapters of a recording, a line each from its beginning on: "00:00 Introduction"."""
    run: list[int] = []
    for i in [*page.left(), -1]:
        timed = i >= 0 and ":" in page.blocks[i].text[:10] and not page.blocks[i].ends_sentence
        found = _CHAPTER.fullmatch(page.blocks[i].text) if timed else None
        if found is not None and (run or not re.sub(r"[0:]", "", found["at"])):
            run.append(i)
            continue
        for chapter in run if len(run) >= LEAST_CHAPTERS else ():
            page.verdicts[chapter] = LineVerdict("chapter of a recording")
        run = []


LEAST_CHAPTERS = 3


_FILM_SOURCE = re.compile(
    r"\d{1,2}:\d\d(?::\d\d)?\s?[-–—|•·]\s?(?:Source|Courtesy|Credit)\s?:?\s\S.{1,60}", re.IGNORECASE
)


def _films(page: Page) -> None:
    """Take out the foot of a film's card, "01:10 - Source: Quay News", and the film's title above it."""
    for i in page.left():
        block = page.blocks[i]
        if ":" not in block.text[:6] or not _FILM_SOURCE.fullmatch(block.text):
            continue
        page.verdicts[i] = FILM
        above = page.blocks[i - 1] if i else None
        if above and page.verdicts[i - 1] is None and above.words <= FILM_WORDS and not above.ends_sentence and i > 1:
            page.verdicts[i - 1] = FILM


FILM_WORDS = 16  # of its title


def _repeats_of_headline(page: Page, facts: list[LineFact]) -> None:
    """Take out the headline where it comes again, above or between the first paragraphs."""
    title = next((fact.value for fact in facts if fact.field == "title"), page.title)
    if title is None:
        return
    for i in page.left()[:4]:
        if page.blocks[i].words <= 40 and same_words(page.blocks[i], title):
            page.verdicts[i] = LineVerdict("headline again")
    # What a marked body has above its headline is the page's: the section, the edition.
    again = [i for i, verdict in enumerate(page.verdicts[:4]) if verdict and verdict.reason == "headline again"]
    for i in page.left() if again and page.form == "paragraphs" else ():
        if i < again[0] and page.blocks[i].words <= KICKER_WORDS and not page.blocks[i].ends_sentence:
            page.verdicts[i] = LineVerdict("label above the headline")


KICKER_WORDS = 4


def _captions_again(page: Page) -> None:
    """Take out a caption that stands a second time without its credit, and the credit without its caption."""
    captions = [b.key for b, v in zip(page.blocks, page.verdicts, strict=True) if v and v.reason.startswith("ca")]
    for i in page.left() if captions else ():
        block = page.blocks[i]
        if i == 0 and page.verdicts[1:2] == [FILM]:
            continue  # the headline, which the card of a recording has again
        if (block.words >= BODY_WORDS and any(key.startswith(block.key + " ") for key in captions)) or (
            2 <= block.words < BODY_WORDS
            and not block.ends_sentence
            and any(key.endswith("caption " + block.key) for key in captions)
        ):
            page.verdicts[i] = LineVerdict("caption again")
    text = _running_text(page)
    for i, below in pairwise(range(len(page.blocks))):
        credit = page.verdicts[below]
        named = page.blocks[below]
        if (
            page.form == "scrape"
            and page.verdicts[i] is not None
            and page.verdicts[i].reason == "caption or photo credit"  # type: ignore[union-attr]
            and page.blocks[i].words <= CREDIT
            and credit is None
            and named.words <= CAPTION_SHOWN[1]
            and _KICKER.match(named.text)
        ):
            page.verdicts[below] = LineVerdict("caption (below its credit)")
            continue
        bare = credit is not None and credit.reason == "caption or photo credit" and page.blocks[below].words <= CREDIT
        folded_up = below + 1 < len(page.blocks) and _FOLDS_UP.fullmatch(page.blocks[below + 1].text) is not None
        in_head = page.form == "scrape" and (i < text or folded_up) and _may_be_shown(page.blocks[i])
        if bare and page.verdicts[i] is None and (in_head or shown_above_credit(page.blocks[i])):
            page.verdicts[i] = LineVerdict("caption (above its credit)")

    # An agency closes its story with its name, once: above the first of several paragraphs that is a picture's credit.
    left = page.left()
    first = next((k for k, i in enumerate(left) if is_paragraph(page.blocks[i])), len(left))
    texts = left[first : first + CAPTION_ABOVE]
    if len(texts) == CAPTION_ABOVE and page.form == "scrape" and credited_to_agency(page.blocks[texts[0]]):
        page.verdicts[texts[0]] = LineVerdict("caption or photo credit")


_KICKER = re.compile(r"(?:[A-Z][A-Z’'-]+[ ,]?){1,5}:\s(?=[A-Z])")  # "CAUGHT AT LAST: The goose on Sunday."


def _may_be_shown(block: Block) -> bool:
    """Whether a line right above a credit, above the story, may tell what its picture shows: one short sentence."""
    told = block.text.rstrip("”\"’'")[:-1]
    low, high = CAPTION_SHOWN
    return low <= block.words <= high and block.ends_sentence and ". " not in told


_FOLDS_UP = re.compile(r"(?:hide|toggle|show) caption", re.IGNORECASE)
CAPTION_SHOWN = (3, 30)  # words
CAPTION_ABOVE = 4  # lines of a story that has a picture above it, the caption one of them
CREDIT = 10  # words of a credit without its caption


def _dateline(page: Page, facts: list[LineFact]) -> None:
    """Cut the dateline off the first line that has one, of the first few that end as sentences do.

    "Washington: no talks before May" is a headline.
    """
    left = page.left()
    for i, below in pairwise(left[:DATELINE_NEAR]):
        # Some pages set it as a line of its own: "Port Hale (Wire) —", with the first sentence below.
        text = page.blocks[i].text
        if page.blocks[i].words <= DATELINE_WORDS and text[-1] in "—–-:" and is_paragraph(page.blocks[below]):
            found = find_dateline(f"{text} {page.blocks[below].text}")
            if found is not None and found.end == len(text) + 1:
                how = f"line {shown(text)} above the text"
                facts.append(LineFact("dateline", found.text, how))
                facts += [LineFact("origin", found.agency, how, 1)] if found.agency else []
                page.verdicts[i] = LineVerdict("dateline (kept as dateline)")
                return
    for i, below in pairwise(left[: PLACE_NEAR + 1]):
        if place_alone(page.blocks[i].text) and is_paragraph(page.blocks[below]):
            facts.append(LineFact("dateline", page.blocks[i].text, f"line {shown(page.blocks[i].text)} above the text"))
            page.verdicts[i] = LineVerdict("dateline (kept as dateline)")
            return
    ended = [i for i in page.left() if page.blocks[i].ends_sentence or page.blocks[i].text[-1] in ":;,"]
    for i in ended[:DATELINE_NEAR]:
        found = find_dateline(page.blocks[i].text)
        if found is None or _one_of_several(page, i, found):
            continue
        if found.staff and KEEP_STAFF_DATELINES:
            facts.append(LineFact("dateline", found.text, f"the first words of the text, {shown(found.text)}"))
            return
        how = f"dateline {shown(found.text, 80)}"
        facts.append(LineFact("dateline", found.text, how))
        if found.agency:
            facts.append(LineFact("origin", found.agency, how, 1))
        if found.writer:
            facts.append(LineFact("byline", found.writer, how, 5))
        if day := found.day or _year_above(page, i, found.text):
            facts.append(LineFact("published", day, how if found.day else f"{how}, and the year above it", 2))
        page.cut(i, found.end, LineVerdict("dateline (kept as dateline)"))
        return


def _year_above(page: Page, i: int, dateline: str) -> str | None:
    """Return the day of a dateline with the year that an agency's code above it has beside the same day and month.

    "OSLO, July 6 (Quaywire) -" below "QNW 1988 JUL 06 1915Z" or "06-07-1988 15:10".
    """
    if (stated := day_of_dateline(dateline)) is None:
        return None
    days = {
        f"{year}-{stated[0]:02}-{stated[1]:02}"
        for block in page.blocks[:i]
        if block.words <= DATELINE_WORDS
        for year in _days_in(block.text, stated)
    }
    return days.pop() if len(days) == 1 else None


def _days_in(line: str, stated: tuple[int, int]) -> set[str]:
    """Return the years of the days in a line that are this day of this month."""
    month, day = stated
    years = {s.value[:4] for s in find_stamps(line) if s.value[5:] == f"{month:02}-{day:02}"}
    figures = (found.groups() for found in _FIGURES.finditer(line))
    return years | {year for a, b, year in figures if {int(a), int(b)} == {month, day}}


_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)(?!\d)")


def _one_of_several(page: Page, i: int, found: Dateline) -> bool:
    """Whether other paragraphs open with a place and a colon too: a list by places, none of them the story's own."""
    if not found.text.endswith(":") or found.agency or found.day:
        return False
    others = (find_dateline(page.blocks[j].text) for j in page.left() if j != i)
    return any(other.text.endswith(":") and other.text != found.text for other in others if other is not None)


_CLOSING = re.compile(
    r"\s*(?:[(\[]\s?(?P<name>[A-Z][\w /.-]{1,40}?)\s?[)\]]\.?|"
    r"\s[–—-]{1,2}\s?(?P<bare>[A-Z][\w.-]{1,20}(?:/[A-Z]\w+)?))$"
)


# "... for noodles."(Quay Bote: November 2, 2006)"
_CLOSING_SOURCE = re.compile(r"(?<=[.!?”\"’])\s?\((?P<inside>[A-ZÀ-Þ][^()]{2,40}[:,]\s[^()]{6,30})\)$")


def _closing_credit(page: Page, facts: list[LineFact]) -> None:
    """Cut the agency's name off the end of the last paragraph: "... three hospitals. (ANI)", "... hospitals. — AFP"."""
    left = page.left()
    if left and (sourced := _CLOSING_SOURCE.search(page.blocks[left[-1]].text)):
        stamps = find_stamps(sourced["inside"])
        if len(stamps) == 1 and stamps[0].end == len(sourced["inside"]):
            how = f"source {shown(sourced.group())} closing the story"
            facts.append(LineFact("published", stamps[0].value, how, 3))
            page.cut(left[-1], sourced.start(), None, LineVerdict("source and day (kept as published)"))
            return
    found = _CLOSING.search(page.blocks[left[-1]].text[-50:]) if left else None
    if found is None:
        return
    i, name = left[-1], found["name"] or found["bare"]
    start = len(page.blocks[i].text) - len(found.group())
    if not known_outlet(name) or start < 20 or page.blocks[i].text[start - 1] not in ".!?\"”’'":
        return
    facts.append(LineFact("origin", name, f"credit {shown(found.group().strip())} closing the story", 2))
    page.cut(i, start, None, LineVerdict("agency's credit (kept as origin)"))


_IN_BRACKETS = re.compile(r"\((?P<name>[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){1,2})\)")


def _signed_in_brackets(page: Page, facts: list[LineFact]) -> None:
    """Read the name that closes a story on a line of its own, in brackets: its writer's."""
    left = page.left()
    found = _IN_BRACKETS.fullmatch(page.blocks[left[-1]].text) if len(left) > 1 else None
    if found is None or not is_paragraph(page.blocks[left[-2]]) or not proper_name(found["name"]):
        return
    no_name = folded("role_words") | TOLD_IN_BRACKETS
    if found["name"].isupper() or outlet_like(found["name"]) or not no_name.isdisjoint(page.blocks[left[-1]].tokens):
        return
    facts.append(LineFact("byline", found["name"], f"name {shown(found.group())} closing the story", 7))
    page.verdicts[left[-1]] = LineVerdict("byline (kept as byline)")


def _left_beside_furniture(page: Page, facts: list[LineFact]) -> None:
    """Take out what only shows as the page's by what stood beside it: a count, the writer's name again, a last link."""
    writers = {Block(fact.value, ()).key for fact in facts if fact.field == "byline"}
    left = page.left()
    counts = {int(page.blocks[i].text) for i in left if page.blocks[i].text.isdecimal()}
    for i in left:
        block, beside = page.blocks[i], page.verdicts[max(0, i - 1) : i + 2]
        if all(verdict is None for verdict in beside):
            continue
        number = int(block.text) if block.text.isdecimal() and len(block.text) < YEAR else None
        if number is not None and not {number - 1, number + 1} & counts:  # "1." and "2." number parts of the story
            page.verdicts[i] = LineVerdict("counter of the page")
        elif block.key in writers or _REPORTING_FROM.fullmatch(block.text):
            page.verdicts[i] = LineVerdict("byline")
    left = page.left()
    above, last = (page.blocks[i] for i in left[-2:]) if len(left) > 1 else (None, None)
    if above and last and last.text.isupper() and last.words >= LINK_WORDS and not above.text.isupper():
        page.verdicts[left[-1]] = LineVerdict("line below the story")


LINK_WORDS = 4
_REPORTING_FROM = re.compile(r"Reporting from [A-Z][\w.’' -]{1,30}(?:(?:,| and) [A-Z][\w.’' -]{1,30}){0,2}")
_RULE = re.compile(r"(?:[_=–—-]{2,}|[*·•]{4,})")


def _rules_at_the_end(page: Page) -> None:
    """Take out the lines of strokes that parted the story from what stood below it: a signature, who helped."""
    for i in reversed(page.left()):
        if not _RULE.fullmatch(page.blocks[i].text):
            return
        page.verdicts[i] = LineVerdict("line below the story")


def _run_in_headings(page: Page) -> None:
    left = page.left()
    for k in range(len(left) - 1, -1, -1):
        block = page.blocks[left[k]]
        end = run_in_heading(block.text) if block.text[0] in "-–—*" else None
        if end is not None and not _in_list(page, left, k):
            page.cut(left[k], end, LineVerdict("sub-heading run into the paragraph"))


def _in_list(page: Page, left: list[int], k: int) -> bool:
    """Whether the blocks on both sides of one belong to a list: they begin with its sign, or lead in with a colon."""
    mark = page.blocks[left[k]].text[0]
    before = page.blocks[left[k - 1]].text if k > 0 else ""
    after = page.blocks[left[k + 1]].text if k + 1 < len(left) else mark
    return (before.startswith(mark) or before.endswith(":")) and after.startswith(mark)


def _repeats_without_dirt(page: Page) -> None:
    """Find the copies that only show once the dirt between the paragraphs, datelines and sub-headings are gone."""
    copies = [i for i, verdict in enumerate(page.verdicts) if verdict and verdict.reason.startswith("repeats ")]
    _repeats(page, sorted({*page.left(), *copies}))


def _origin(page: Page) -> list[LineFact]:
    fact = origin_in_text([page.blocks[i].text for i in page.left()])
    return [fact] if fact else []
