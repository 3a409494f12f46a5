"""Who published the page, where its lines only hint at it: by a second witness, a copyright line, the file's name."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from generator.clean.agreed import agreed
from generator.clean.lines import Block
from generator.clean.masthead import OR_PLACE, SURE, UNSURE, is_agency, outlet_fact
from generator.clean.of_host import of_host
from generator.clean.origin import only_told
from generator.clean.outlets import NEWSPAPER, known_outlet, outlet_like, press_name, stem_of
from generator.clean.own_house import CALL_LETTERS, own_house
from generator.clean.page import LineFact, Page, shown
from generator.clean.signatures import people, proper_name
from generator.clean.wordlists import folded, names
from generator.wordlists import pairs
from generator.wordlists import words as listed

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s?(?:©|\(c\)|copyright)?\s?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?,?\s?(?:by\s)?"
    r"(?P<name>(?:the\s)?[A-Z][\w.’'&-]*(?:\s(?:of|and|&|[A-Z][\w.’'&-]*)){0,5})",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"(?:\s(?:L\.?P|S\.?A|S\.?p\.?A|A\.?G|N\.?V)\b|[,.]|"
    r"\s(?:(?:media |news )?(?:pvt|pty|sdn|bhd)|inc|llc|ltd|limited|plc|gmbh|corp|co|all|media group|group)\b).*$",
    re.IGNORECASE,
)
_NO_WORD = re.compile(r"\d+[a-z]?|[0-9a-f]{8,}", re.IGNORECASE)


def settle_outlet(page: Page, facts: list[LineFact]) -> list[LineFact]:
    """Return the facts without names that nothing else bears out, and with what copyright and file name tell."""
    settled, publishers = [], set()
    for fact in map(_of_company, facts):
        if fact.field == "outlet" and _KIND_OF_TEXT.fullmatch(fact.value):
            continue
        beside = fact.rank in (SURE, OR_PLACE)
        if beside and fact.value.isupper() and _all_told(page, fact.value):
            continue  # "OSLUND HARBOUR BELL" beside the day labels a picture of what the story tells
        if fact.field != "outlet" or fact.rank < SURE or (beside and not _topic(page, fact.value)):
            settled.append(fact)
        elif (beside or fact.rank == UNSURE) and (witness := _witness(page, fact.value)):
            publishers.add(fact.value)
            settled.append(LineFact("outlet", fact.value, f"{fact.how}, and {witness}", SURE))
        elif not beside and fact.rank != UNSURE:
            settled.append(fact)
    settled = [fact for fact in settled if fact.field != "byline" or fact.value not in publishers]
    settled += _beside_names(page, facts)
    settled += _above_headline(page)
    settled += _copyrights(page)
    settled += _of_pictures(page)
    if name := outlet_in_name(page.file):
        settled.append(LineFact("outlet", name, FILE_NAME, 9))
    elif name := _newspaper_in_name(page.file):
        settled.append(LineFact("outlet", name, FILE_NAME, 10))
    settled += _in_file_and_text(page)
    settled += of_host(page)
    settled += [
        LineFact("outlet", fact.value, fact.how, STATION)
        for fact in facts
        if fact.field == "origin" and fact.how.startswith("dateline") and CALL_LETTERS.fullmatch(fact.value)
    ]
    if not any(fact.field == "outlet" and fact.rank <= COMPANY for fact in settled):
        settled += agreed(page)
    if not any(fact.field == "outlet" for fact in settled) and (house := own_house(page)):
        settled.append(LineFact("outlet", house[0], f"{house[1]}, and no other outlet is named", SOURCE_ALONE))
    if not any(fact.field == "outlet" for fact in settled):
        settled += [
            LineFact("outlet", fact.value, f"{fact.how}, and no other outlet is named", SOURCE_ALONE)
            for fact in facts
            if fact.field == "origin" and _tells_paper(fact)
        ][:1]
    if any(fact.field == "outlet" for fact in settled):
        settled = [fact for fact in settled if not only_told(fact)]
    return settled


def _of_company(fact: LineFact) -> LineFact:
    """Return what names a company that owns papers as a weaker witness: "Quay Media Group" below the writer's name."""
    named = fact.field == "outlet" and SURE - 1 <= fact.rank < COMPANY and _GROUP.search(fact.value) is not None
    return replace(fact, rank=COMPANY) if named and not known_outlet(fact.value) else fact


# names what a text is, whoever sent it
_KIND_OF_TEXT = re.compile(
    r"(?:press|news|media) (?:release|statement|advisory|notice|briefing|summary)s?", re.IGNORECASE
)
_GROUP = re.compile(r"\s(?:(?:Media|News|Newspaper) Group|Holdings|Publishing|Publications|Newspapers|Group|Company)$")
_SYNDICATE = re.compile(
    r"\b(?:content|syndicate|syndication|features|licensing|creators)\b", re.IGNORECASE
)  # sell columns
SOURCE_ALONE = 30
"""Rank of an outlet that only the dateline names, or a line by the way; nothing that the page says of itself is weaker.

An agency in a dateline stands in every newspaper that prints its story, and so does its line of copyright; what a line
calls the source is a chart's or a quotation's as often. None of these is the outlet.
"""


def _is_paper(name: str) -> bool:
    return bool(NEWSPAPER.search(name)) and outlet_like(name)


def _tells_paper(fact: LineFact) -> bool:
    """Whether a dateline names an outlet, or a line such as "Source: Tarn Courier" a paper, and no agency."""
    dated = fact.how.startswith("dateline") and known_outlet(fact.value) is not None
    named = dated or _is_paper(fact.value) or press_name(fact.value)
    return named and not is_agency(fact.value) and _BY_PAPER.match(fact.how) is not None


_BY_PAPER = re.compile(r"dateline|line '\W*Source: ", re.IGNORECASE)


FILE_NAME = "file name"
STATION = 10  # rank of a station that the dateline names: it goes before the company that owns it
COMPANY = 11  # rank of a company's copyright: many papers are one company's, so that a file's name says more


def _beside_names(page: Page, facts: list[LineFact]) -> list[LineFact]:
    """Return the outlet that a byline has behind the name, when anything else bears it out: "Ann Lee, Tidewater"."""
    found = []
    for fact in facts:
        name = fact.value.rpartition(", ")[2] if fact.field == "byline" and ", " in fact.value else ""
        if name and proper_name(name) and not people(name) and (witness := _witness(page, name)):
            found.append(LineFact("outlet", name, f"{fact.how}, and {witness}", 5))
    return found


def _above_headline(page: Page) -> list[LineFact]:
    """Return the outlet that stands alone above the headline, when anything else bears it out."""
    for block, verdict in zip(page.blocks[:ABOVE], page.verdicts, strict=False):
        if verdict is None or verdict.reason != ABOVE_HEADLINE or not proper_name(block.text) or people(block.text):
            continue
        how = f"line {shown(block.text)} above the headline"
        if spoken := _named_at_the_foot(page, block):
            return [LineFact("outlet", block.text, f"{how}, and {shown(spoken)} at the foot", 8)]
        if (block.words > 1 or is_of_address(page, block.text)) and (witness := _witness(page, block.text)):
            return [LineFact("outlet", block.text, f"{how}, and {witness}", 7)]
        if block.words > 1 and outlet_like(block.text) and _coined(page, block):
            return [LineFact("outlet", block.text, how, 8)]
    return []


def _coined(page: Page, block: Block) -> bool:
    """Whether a name has a word that is rare in English and not the story's: no section or subject is called so."""
    common = listed("word_bands.txt")
    rare = {word for word in block.tokens if stem_of(word) not in common and word not in common and word.isalpha()}
    return bool(rare) and all(rare.isdisjoint(page.blocks[i].tokens) for i in page.left())


_ITS_PICTURE = re.compile(
    r"(?:[^\W\d_a-z][\w.’'-]+\s[^\W\d_a-z][\w.’' -]+?)"
    r"(?:\s?/\s?|\s(?:for|For|FOR|pour|POUR|para|für|per|voor)\s)[«“\"]?\s?"
    r"(?P<name>[^\W\d_a-z][\w.’'& -]{2,40}?)\s?[»”\"]?[)\].]?$"
)


def _of_pictures(page: Page) -> list[LineFact]:
    """Return the outlet whose own photographers took the pictures: "Ann Lee/Tarn Courier", "Ann Lee for Tarn Courier".

    None where two are named, and no agency: theirs stand everywhere.
    """
    found: dict[str, str] = {}
    for block, verdict in zip(page.blocks, page.verdicts, strict=True):
        if verdict is None or not verdict.reason.startswith("caption") or " via " in block.text.casefold():
            continue
        named = _ITS_PICTURE.search(block.text[-AT_END:])
        name = named["name"].strip() if named else ""
        house = names("outlets").get(name.casefold()) or (name if name and _is_paper(name) else "")
        if house and not is_agency(house) and (len(house) >= LEAST_LETTERS or house.isupper()):
            found.setdefault(re.sub(r"^the ", "", house.casefold()), f"{house}\0{block.text}")
    if len(found) != 1:
        return []
    house, _, line = next(iter(found.values())).partition("\0")
    return [LineFact("outlet", house, f"credit of a picture, {shown(line)}", OWN_PICTURE)]


OWN_PICTURE = 10  # rank
AT_END = 90  # characters


def _named_at_the_foot(page: Page, name: Block) -> str | None:
    """Return a line of the page's own below the story that has a name among other words: "Follow Quayside on ...".

    A section stands there alone, if at all, and headlines of other stories are no such lines.
    """
    last = max(page.left(), default=len(page.blocks))
    for block, verdict in zip(page.blocks[last + 1 :], page.verdicts[last + 1 :], strict=True):
        own = verdict is not None and verdict.reason.startswith(_OWN_LINES) and 3 <= block.words <= OWN_WORDS
        own = own or (verdict is not None and verdict.reason.startswith("below ") and bool(_ASKS_FOR.match(block.text)))
        if own and re.search(rf"(?<!\w){re.escape(name.text)}", block.text) and block.key != name.key:
            return block.text
    return None


OWN_WORDS = 40
_ASKS_FOR = re.compile(
    r"\W*(?:donate to|subscribe to|sign up (?:to|for)|follow|join|support|download|contact|"
    r"contribute to|write (?:to|for))\s",
    re.IGNORECASE,
)
_OWN_LINES = ("promotion", "legal", "the page speaks", "line below the story", "button", "copyright")
ABOVE = 8  # lines
ABOVE_HEADLINE = "label above the headline"


def _newspaper_in_name(file: str) -> str | None:
    """Return a newspaper that no list knows where it has a part of the file's name: "2023-05-04_port-hale-herald_x"."""
    parts = _stem(file).split("_")
    for part in parts if len(parts) > 1 else ():
        words = [word for word in part.split("-") if word]
        if 2 <= len(words) <= 4 and NEWSPAPER.search(part) and all(word.isalpha() for word in words):
            return " ".join(word.capitalize() for word in words)
    return None


_SPEAKING = ("told", "tells", "telling", "interview with", "statement to", "spoke to", "speaking to")
_SPOKEN_TO = re.compile(rf"\b(?:{'|'.join(_SPEAKING)})\s(?:the\s)?(?P<name>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){{0,3}})")


def _in_file_and_text(page: Page) -> list[LineFact]:
    """Return the outlet that somebody in the story speaks to and that the file is named after as well."""
    file = compact(_stem(page.file))
    spoken = (i for i in page.left() if any(f"{words} " in page.blocks[i].text for words in _SPEAKING))
    for i in spoken if len(file) >= LEAST_LETTERS else ():
        for found in _SPOKEN_TO.finditer(page.blocks[i].text):
            words = found["name"].split()
            for k in range(len(words), 0, -1):
                name = " ".join(words[:k])
                if len(compact(name)) >= LEAST_LETTERS and compact(name) in file and not people(name):
                    return [LineFact("outlet", name, f"{FILE_NAME}, and {shown(found.group())} in the text", 9)]
    return []


LEAST_LETTERS = 5  # of a name that is looked for in a file's


def _topic(page: Page, name: str) -> bool:
    """Whether the story speaks of the name: "Brexit" beside a day is what it is about.

    "Fox News" is no word on a "Fox", but the outlet's name in full.
    """
    word = re.compile(rf"\b{re.escape(name)}\b(?:\s(?P<more>[A-Z]\w+))?", re.IGNORECASE if name.isupper() else 0)
    return any(
        found["more"] is None or known_outlet(f"{name} {found['more']}") is None  # "... IST - SELE": a place
        for i in page.left()
        for found in word.finditer(page.blocks[i].text)
    )


def _all_told(page: Page, name: str) -> bool:
    """Whether a name of several words is made of nothing but words of the story."""
    tokens = Block(name, ()).tokens
    return len(tokens) > 1 and all(any(word in page.blocks[i].tokens for i in page.left()) for word in tokens)


def _witness(page: Page, name: str) -> str | None:
    """Return what else shows that a name is the outlet's, if anything does."""
    key = compact(name)
    if key and key in compact(page.file):
        return FILE_NAME
    # Two words may be a person's name, and so may be their account.
    account = rf"|@{re.escape(key)}\b" if len(name.split()) != 2 or outlet_like(name) else ""
    said = re.compile(
        rf"\b(?:told|tells|interview with|©|copyright \d\d\d\d)\s(?:the\s)?{re.escape(name)}\b|"
        rf"\b(?:source|via|image|photo|picture|video)\s?[:–—-]\s?(?:the\s)?{re.escape(name)}\b|"
        rf"\b{re.escape(name)}[’']s?\s[A-Z]|\b{re.escape(name)} (?:reporter|correspondent|columnist|staff)\b|"
        rf"(?:www\.|@){re.escape(key)}\.[a-z]{{2}}{account}",
        re.IGNORECASE,
    )
    if is_of_address(page, name):
        return "the address on the page"
    for block, verdict in zip(page.blocks, page.verdicts, strict=True):
        if name not in (verdict.reason if verdict else "") and (found := said.search(block.text)):
            return f"{shown(found.group())} in the text"
    if " ".join(re.findall(r"[^\W_]+", name.casefold())) in page.recurring:
        return "other articles of the folder have it"
    return None


_HOST = re.compile(r"(?:https?://(?:www\.)?|www\.|^)(?P<site>[a-z\d-]{4,40})(?:\.[a-z\d-]{2,20}){1,3}(?=/|$)")


def is_of_address(page: Page, name: str) -> bool:
    """Return whether an address on a line of its own, at the head or the foot of a page, has a name's letters."""
    key = compact(name).removeprefix("the")
    ends = (*page.blocks[:ABOVE], *page.blocks[-ABOVE:])
    sites = (found for block in ends if block.words <= ADDRESS_WORDS for found in _HOST.finditer(block.text))
    return len(key) >= LEAST_LETTERS and any(compact(found["site"]).removeprefix("the") == key for found in sites)


ADDRESS_WORDS = 6  # of a line that has an address: "URL: https://...", "... 1/3"


def _claimed(block: Block) -> bool:
    return "©" in block.text or "copyright" in block.tokens or "(c) " in block.text.casefold()


def _copyrights(page: Page) -> list[LineFact]:
    """Return the outlets that copyright lines name. An agency's line stands under whoever prints its story."""
    facts = []
    for block, verdict in zip(page.blocks, page.verdicts, strict=True):
        if verdict is None or block.words > 60 or not _claimed(block):
            continue
        if found := _COPYRIGHT.search(block.text):
            name = _without_company(page, _COMPANY.sub("", _FOOTER.sub("", found["name"])).strip())
            known = name.casefold() in folded("agencies") or not name or people(name)
            if is_agency(name) and not _SYNDICATE.search(name):
                facts.append(LineFact("origin", name, f"copyright line {shown(block.text)}", 9))
            company = _COMPANY.search(found["name"] + block.text[found.end("name") :][:8]) is not None
            name = _as_told(page, name) if name.isupper() else name
            if not known and (outlet_like(name) or press_name(name) or _witness(page, name)):
                facts.append(outlet_fact(name, f"copyright line {shown(block.text)}", COMPANY if company else 6))
            elif not known and _may_publish(name, found, block):
                facts.append(outlet_fact(name, f"copyright line {shown(block.text)}", UNLISTED))
    return facts


def _as_told(page: Page, name: str) -> str:
    """Return a name in capitals as the story has it: "The Quay" for "QUAY", where somebody "told The Quay"."""
    told = re.compile(rf"\b(?:told|tells)\s(?P<name>(?:The\s)?{re.escape(name)})\b", re.IGNORECASE)
    found = (told.search(page.blocks[i].text) for i in page.left())
    return next((each["name"] for each in found if each), name)


def _without_company(page: Page, name: str) -> str:
    """Return the known outlet that a company is called after: "Quay News" for "Quay News Media Network".

    One word may be anybody's; it counts where the page's own lines have it with its article, as newspapers are called.
    """
    words = name.split()
    for k in range(len(words) - 1, 0, -1):
        if not all(_OWNS.fullmatch(word) or word in _COMPANY_WORDS for word in words[k:]):
            break
        if k > 1 and known_outlet(" ".join(words[:k])):
            return " ".join(words[:k])
        the = f"the {words[0]}"
        lines = (block.text for block, verdict in zip(page.blocks, page.verdicts, strict=True) if verdict is not None)
        if k == 1 and known_outlet(f"The {words[0]}") and any(the in line for line in lines):
            return f"The {words[0]}"
    return name


_COMPANY_WORDS = frozenset(("News", "&", "and", "Company", "Newspaper"))


def claimant(line: str) -> str | None:
    """Return the outlet that a line of copyright names; None when it may be a company, an agency or a person."""
    found = _COPYRIGHT.search(line)
    name = _COMPANY.sub("", found["name"]).strip() if found else ""
    named = name and (known_outlet(name) or press_name(name) or _is_paper(name))
    return name if named and not is_agency(name) else None


def _may_publish(name: str, found: re.Match[str], block: Block) -> bool:
    """Whether nothing but a year and a name that is no person's or company's makes up a line of copyright."""
    whole = found.start() <= 1 and _RESERVED.fullmatch(block.text, found.start("name") + len(name))
    named = len(name.split()) > 1 and proper_name(name) and not people(name) and not _OWNS.search(name)
    # Where a forename is so rare that no list has it, the other name hardly is a common word.
    named = named and not _tokens(name).isdisjoint(listed("word_bands.txt"))
    return bool(whole and named and re.search(r"\b(?:19|20)\d\d\b", block.text))


def _tokens(name: str) -> set[str]:
    return set(name.casefold().split())


UNLISTED = 12  # rank: a line of copyright may name who owns the paper, so that all else goes before it
# What stands behind the name in a footer that was copied as one line: "© 2020 Quay Welle Legal notice Data privacy".
_FOOTER = re.compile(
    r"\s(?:Legal|Terms|Privacy|Cookies?|Contact|About|Advertise|Imprint|Impressum|Accessibility|Sitemap|Help)(?!\w).*$"
)
_RESERVED = re.compile(
    r"\s?(?:(?:19|20)\d\d)?\W*(?:(?-i:Legal|Terms|Privacy|Cookie|Contact|About|Advertise).*|"
    r"all rights (?:are )?reserved\b.{0,80})?",
    re.IGNORECASE,
)
_OWNS = re.compile(
    r"\b(?:productions?|inc|llc|media|networks?|publishing|publishers?|publications|communications|broadcasting|newspapers|holdings|group|"
    r"digital|corporation|company|ventures|partners|entertainment|studios?|images|pictures|photos?|university|institute)\b",
    re.IGNORECASE,
)


def _stem(file: str) -> str:
    """Return a file's name without folders and all of its endings: "a" of "b/a.html.txt"."""
    return file.rpartition("/")[2].partition(".")[0]


def sections_of(file: str) -> tuple[str, ...]:
    """Return what underscores part in a file's name, in small letters; nothing where none stands in it."""
    parts = _stem(file).casefold().split("_")
    return tuple(parts) if len(parts) > 1 else ()


_DAY = re.compile(r"(?:19|20)\d\d-?\d\d-?\d\d")


def compact(words: str) -> str:
    """Return the letters and figures of a name, to compare it with a file's."""
    return "".join(re.findall(r"[^\W_]", words.casefold()))


def outlet_in_name(file: str) -> str | None:
    """Return the outlet that a file's name is, figures left aside: "The Hill" for "2017-10-30_the-hill.txt".

    Agencies and names in capitals also as its first or last word: "bbc-ferry-hits-bridge.txt". Beside a day any name
    between underscores: "the-hill_2017-10-30_ferry-hits-bridge.txt".
    """
    parts = [part for part in re.split(r"[\W_]+", _stem(file)) if part and not _NO_WORD.fullmatch(part)]
    listed = _by_letters()
    if name := listed.get(compact("".join(parts))):
        return name
    sections = sections_of(file)
    if any(map(_DAY.fullmatch, sections)):
        of_sections = {**by_short_name(), **listed}
        if name := next(filter(None, map(of_sections.get, map(compact, sections))), ""):
            return name
    for part in (parts[0], parts[-1]) if parts else ():
        name = listed.get(part.casefold())
        if name and len(part) > 2 and (name.isupper() or name.casefold() in folded("agencies")):
            return name
    return None


@cache
def by_short_name() -> dict[str, str]:
    """Return the names that are known by their initials, by these: "wsj". A word of a file's name is one by chance."""
    known = pairs("outlet_short_names.txt").items()
    return {short.lower(): name for name, short in known if short.isupper() and len(short) > 2 and known_outlet(name)}


@cache
def _by_letters() -> dict[str, str]:
    """Return the known outlets and agencies by their letters, with and without "The"; the shorter form is kept."""
    found: dict[str, str] = {}
    for name in sorted((*names("outlets").values(), *names("agencies").values()), key=lambda name: (-len(name), name)):
        key = compact(name)
        if len(key) > 2 and known_outlet(name):
            found[key] = name
    return found
