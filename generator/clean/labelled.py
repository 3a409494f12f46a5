"""Lines above a story that each name what they state: "Title: ...", "Publication: ...", "Date: ...", two or more.

Databases and monitoring services set more of them than any list can hold ("Circulation: ...", "Item ID: ..."), several
in a line or with the value on the next one, and some below the story: what stands in a row with such lines is one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.clean.lines import Block
from generator.clean.masthead import OF_A_NOTE, masthead, outlet_fact
from generator.clean.outlets import DOMAIN, outlet_like, site_name
from generator.clean.page import Field, LineFact, LineVerdict, Page, shown
from generator.clean.shapes import is_paragraph
from generator.clean.signatures import byline_names, proper_name
from generator.clean.stamps import stated_day
from generator.field_names import meaning_of

HEAD = 16  # lines in which such a list stands
FEWEST = 2
ROW = 3  # lines of the list right below a note
MOST_WORDS = 14  # of a value under a label that no list knows
LABELLED = re.compile(
    r"(?P<label>[^\W\d_a-zß-ÿ][^\W\d_]*(?:[-/][^\W\d_]+)?(?:\(s\))?(?:\s[^\W\d_]{2,12}){0,2})\s?[:=]\s?(?P<value>\S.*)?"
)
_LABEL_IN_LINE = re.compile(r"(?:^|(?<=\s))(?P<label>[A-ZÀ-Þ][a-zß-ÿ]{1,14}(?: [a-z]{2,11})?)\s?:(?=\s)")
_PARTS = re.compile(r"\s*[|•·¦;]\s+(?=[A-Z\d])|\s{2,}")
_FIELDS: dict[str, Field] = {
    # As mails, libraries and cover sheets have it, where `meaning_of` would not say so of any field.
    "subject": "title",
    "by": "byline",
    "author(s)": "byline",
    "author/byline": "byline",
    "publication info": "outlet",
    "released": "published",
    "load-date": "published",
    "url source": "url",
}
_STATED: dict[str, Field] = {
    "title": "title",
    "outlet": "outlet",
    "byline": "byline",
    "published": "published",
    "url": "url",
}
_OPENS_TEXT = ("markdown content",)
# What such lists hold besides, and nobody reads as the story's.
_BESIDES = frozenset(
    (
        *("copyright", "document type", "type", "accessed", "retrieved", "database"),
        *("from", "to", "cc", "sent", "reply-to", "id", "city", "item", "name"),
        *("warning", "number of pages"),
        *("market", "accession number", "document number", "item id"),
        *("memo", "record", "record number", "dateline", "graphic", "highlight", "tags", "keywords"),
        *("location", "place of publication"),
    )
)


def field_of(label: str) -> Field | None:
    """Return what a label states; None for a label of anything else."""
    label = label.casefold()
    return _FIELDS.get(label) or _STATED.get(meaning_of(label) or "")


def is_known(label: str) -> bool:
    """Return whether a label, in small letters, is one that stands above articles."""
    return label in _BESIDES or label in _FIELDS or label in _OPENS_TEXT or meaning_of(label) is not None


def opens_text(label: str) -> bool:
    """Return whether the article itself stands behind a label."""
    return label in _OPENS_TEXT or meaning_of(label) == "text"


def judge_labelled(page: Page) -> list[LineFact]:
    """Read the list at the head of a page that names each thing it states, and take it out."""
    found: list[tuple[int, str, str]] = []
    beside: list[int] = []
    noted: list[int] = []
    left = page.left()
    for k, i in enumerate(left[:HEAD]):
        below = page.blocks[left[k + 1]] if k + 1 < len(left) else None
        lines = _labels_of(page, i)
        if any(is_known(label) for label, _ in lines):
            for label, value in lines:
                if not value and len(lines) == 1 and below is not None and _is_value(below, label):
                    value = below.text
                    beside.append(left[k + 1])
                found.append((i, label, value))
        elif lines and _in_row(found, beside, i):
            found += [(i, label, value) for label, value in lines]
        elif i not in beside and is_paragraph(page.blocks[i]):
            rows = [page.blocks[j] for j in left[k + 1 : k + 1 + ROW]]
            if found or sum(LABELLED.fullmatch(block.text) is not None for block in rows) < ROW:
                break
            noted.append(i)  # somebody's note above the list
    stating = sum(field_of(label) is not None for _, label, _ in found)
    several = max(Counter(i for i, _, _ in found).values(), default=0) >= FEWEST  # "Reach: 2,000 | AVE: $20"
    if stating < FEWEST and not several and not (stating and len(found) > FEWEST):
        return []
    facts: list[LineFact] = []
    for i, label, value in found:
        for fact in _facts(field_of(label), value, f"line {shown(page.blocks[i].text)}"):
            if label == "created" and fact.field == "published":
                fact = replace(fact, rank=OF_A_NOTE)  # a day that the page itself states goes before it
            if fact.field not in {known.field for known in facts}:
                facts.append(fact)
            elif fact.field == "byline" and (label, value) != first_writer(found):
                facts = [replace(f, value=f"{f.value} and {fact.value}") if _joins(f, fact) else f for f in facts]
    facts += _of_a_mail({label: value for _, label, value in found}, facts)
    for i in dict.fromkeys(i for i, _, _ in found):
        facts += _between_labels(page.blocks[i].text, facts)
    for i in dict.fromkeys([*(i for i, _, _ in found), *beside]):
        kept = [fact.field for fact in facts if fact.how == f"line {shown(page.blocks[i].text)}"]
        page.verdicts[i] = LineVerdict(f"labelled line (kept as {' and '.join(kept)})" if kept else "labelled line")
    for i in noted:
        page.verdicts[i] = LineVerdict("note above the headline")
    return facts


def first_writer(found: Sequence[tuple[int, str, str]]) -> tuple[str, str]:
    """Return the first label of the list that names a writer, with its value."""
    return next(((label, value) for _, label, value in found if field_of(label) == "byline"), ("", ""))


def _joins(fact: LineFact, other: LineFact) -> bool:
    """Whether a second line with the same label names another writer: a line each in some programs."""
    return fact.field == "byline" and other.value not in fact.value and " and " not in fact.value


def _between_labels(line: str, facts: list[LineFact]) -> list[LineFact]:
    """Return what the parts of a line without labels state: "Tarn Courier | 3 May 2021 | Reach: 120,000"."""
    parts = [part for part in _PARTS.split(line) if part and not LABELLED.fullmatch(part)]
    whole = (
        masthead(Block(line, ())) if len(parts) > 1 else None
    )  # "Ann Lee · Tarn Courier · Posted: ... | Updated: ..."
    verdict = (masthead(Block(" | ".join(parts), ())) or whole) if len(parts) > 1 else None
    known = {fact.field for fact in facts}
    how = f"line {shown(line)}"
    return [replace(fact, how=how) for fact in verdict.facts if fact.field not in known] if verdict else []


def _of_a_mail(lines: Mapping[str, str], facts: list[LineFact]) -> list[LineFact]:
    """Return outlet and day of a newsletter's head that was copied with it; somebody's own mail is not the outlet's."""
    sender = _ADDRESS.sub("", lines.get("from", "")).strip(" \"'")
    if not outlet_like(sender) or any(fact.field == "outlet" for fact in facts):
        return []
    made = [outlet_fact(sender, f"sender {shown(sender)} of the mail", 1)]
    day = stated_day(lines.get("sent", ""))
    known = any(fact.field == "published" for fact in facts)
    return made + ([LineFact("published", day[0], "day of the newsletter", 1)] if day and not known else [])


_ADDRESS = re.compile(r"\s*[<\[(]\S+@\S+[>\])]")


def _labels_of(page: Page, i: int) -> list[tuple[str, str]]:
    """Return what a line names, and as what: "Author: Ann Lee | Section: News"; [] for the story's own lines."""
    block = page.blocks[i]
    parts = [part for part in _PARTS.split(block.text) if part]
    known = [at.start() for at in _LABEL_IN_LINE.finditer(block.text) if is_known(at["label"].casefold())]
    if len(parts) == 1 and len(known) > 1 and known[0] == 0:
        parts = [block.text[a:b].strip() for a, b in pairwise([*known, len(block.text)])]
    lines = [LABELLED.fullmatch(part) for part in parts]
    if len(parts) > 1 and sum(line is not None for line in lines) < max(2, len(parts) / 2):
        lines = [LABELLED.fullmatch(block.text)]
    told = [(line["label"].casefold(), (line["value"] or "").strip()) for line in lines if line is not None]
    return [] if not told or (len(told) == 1 and _is_told(page, i, told[0][0])) else told


def _is_value(block: Block, label: str) -> bool:
    """Whether a line may be what the label above it names."""
    if opens_text(label) or block.words > MOST_WORDS or LABELLED.fullmatch(block.text):
        return False
    return not block.ends_sentence or field_of(label) == "title" or block.text[-1] in ").?!"


def _in_row(found: list[tuple[int, str, str]], beside: list[int], i: int) -> bool:
    """Whether a line stands right below two lines of the list or more."""
    return len({at for at, _, _ in found}) >= FEWEST and i - 1 in {at for at, _, _ in found} | set(beside)


def judge_labelled_foot(page: Page, facts: Sequence[LineFact]) -> None:
    """Take out what a database sets below a story: how to cite it, and the lines with labels if some stood above it."""
    headline = Block(next((fact.value for fact in facts if fact.field == "title"), page.title or ""), ())
    for i in page.left()[-AT_FOOT:] if headline.words >= LEAST_TITLE else ():
        block = page.blocks[i]
        if headline.key in block.key and len(block.tokens) > len(headline.tokens) and _CITED.search(block.text):
            page.verdicts[i] = LineVerdict("citation of the article")
            if i and page.verdicts[i - 1] is None and _CITE.fullmatch(page.blocks[i - 1].text):
                page.verdicts[i - 1] = LineVerdict("citation of the article")
    if not any(verdict is not None and verdict.reason.startswith("labelled line") for verdict in page.verdicts):
        return
    title = _key_of_title(page)
    for i in reversed(page.left()):
        block = page.blocks[i]
        if title and title in block.key and (stated_day(block.text) or "://" in block.text) and block.text[0] != "“":
            page.verdicts[i] = LineVerdict("citation of the article")
            continue
        line = LABELLED.fullmatch(block.text)
        label = line["label"].casefold() if line else ""
        if line is None or block.words > MOST_WORDS or (block.ends_sentence and not is_known(label)):
            return
        page.verdicts[i] = LineVerdict("labelled line")


_CITE = re.compile(r"(?:citation|(?:how to )?cite|reference|source citation|zitier)\b.{0,40}", re.IGNORECASE)
AT_FOOT = 3  # last lines among which a citation stands
# "Town Post, vol. 14, no. 5, 12 Nov. 1994, pp. 38+.", "Accessed 4 May 2021"
_CITED = re.compile(
    r"\(\d{4}(?:, [A-Z][^()]{2,20})?\)\.|\bpp?\. ?[A-Z]{0,2}\d|\bAvailable from\b|"
    r"\b(?:vol\.|no\.|pp\.|issue) ?\d.*\b(?:19|20)\d\d\b|\b(?:Accessed|Retrieved|doi)\b.*\d|https?://\S+\d\S*\.?$"
)


def _key_of_title(page: Page) -> str:
    """Return the headline that the list states, in the form in which blocks are compared; "" for a short one."""
    for block, verdict in zip(page.blocks, page.verdicts, strict=True):
        if verdict is not None and "title" in verdict.reason and (line := LABELLED.fullmatch(block.text)):
            title = Block(line["value"] or "", ())
            return title.key if title.words >= LEAST_TITLE else ""
    return ""


LEAST_TITLE = 4  # words


def _is_told(page: Page, i: int, label: str) -> bool:
    """Whether a line with such a label is a paragraph nevertheless; the headline may end as a sentence does."""
    block = page.blocks[i]
    if is_known(label):
        dated = field_of(label) == "outlet" and stated_day(block.text) is not None
        return is_paragraph(block) and field_of(label) != "title" and not dated
    return block.words > MOST_WORDS or block.ends_sentence


# "The Larkfield Herald (Larkfield, CT). (June 20, 2023): News: pA1(L).", "Larkfield Herald (The), Jun 20, 2023"
_ISSUE = re.compile(
    r"(?P<name>[A-Z][\w.’'& -]{2,50}?)\s?(?P<the>\((?:The|A)\))?\s?(?:[(\[][^()\[\]]{2,60}[)\]])?\s?[.,;:(\[]"
)


def _facts(field: Field | None, value: str, how: str) -> list[LineFact]:
    """Return what a labelled value states: its outlet with its day, else the one thing that the label names."""
    if field is None or not value:
        return []
    day, issue = stated_day(value), _ISSUE.match(value)
    if field == "outlet" and day and issue:
        name = f"The {issue['name']}" if issue["the"] else issue["name"]
        facts = [outlet_fact(name, how, 1)] if proper_name(name) or outlet_like(name) else []
        return [*facts, LineFact("published", day[0], how, 1)]
    fact = _fact(field, value, how)
    return [fact] if fact else []


_ISSUE_BEHIND = re.compile(r"\s?\([^()]{2,40}\)(?=$|,)|,\s(?:no|vol|nr|issue|pp?|page)\b.*$", re.IGNORECASE)
_SURNAME_FIRST = re.compile(r"^([A-Z][\w’'-]+), ([A-Z][\w.’'-]+(?: [A-Z]\.)?)$")  # "Lee, Ann"


def _fact(field: Field | None, value: str, how: str) -> LineFact | None:
    if field is None or not value:
        return None
    if field == "published":
        day = stated_day(value)
        return LineFact("published", day[0], how, 0) if day else None
    if field == "byline":
        value = _SURNAME_FIRST.sub(r"\2 \1", value)
        names = byline_names(re.sub(r"^by:?\s", "", value, flags=re.IGNORECASE))
        return LineFact("byline", names, how, 0) if names else None
    if field == "outlet":
        if DOMAIN.fullmatch(value):
            return outlet_fact(site_name(value), how, 1)
        value = _ISSUE_BEHIND.sub("", value)
        return outlet_fact(value, how, 1) if outlet_like(value) or proper_name(value) else None
    if field == "url":
        return LineFact("url", value, how, 1) if re.fullmatch(r"https?://\S+", value) else None
    return LineFact(field, value, how, 0)
