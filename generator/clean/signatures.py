"""One grammar for the lines that say who wrote a story, for whom, where and when.

[By | From | Words by ...] [role] NAME {, NAME} {and NAME} {, role} {for | of | in | , | bar  OUTLET or PLACE} {day},
the parts in any order and with any marks: bylines, lines of a masthead, heads of clippings. What a part is shows by its
words, by what stands around it, and by what the line has besides: only what is printed has pages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.clean.outlets import known_outlet, outlet_like, press_name
from generator.clean.shapes import section_words
from generator.clean.stamps import beside_day, find_stamps
from generator.clean.wordlists import folded
from generator.wordlists import words as listed

_I = re.IGNORECASE
MOST_WORDS = 5  # of an outlet's name
LONGEST_NAMES = 120  # characters
BEFORE_BY = (
    r"written|reported|posted|published|story|words|text|report|analysis|reporting|article|compiled|opinion|review|"
    r"interview|news"
)
"""What may stand before "by", as a part of a pattern."""
OPENER = re.compile(
    rf"(?:(?:(?:{BEFORE_BY})\s)?by\s?:?|from\s(?=our\s)|words\s?:|authors?\s?:|"
    r"(?-i:von|par|por|door|di|av|af)(?=\s(?-i:[^\W\d_a-z])))\s+",
    _I,
)
_MARKS = re.compile(
    r"(\s*[|•·;‖¦»›\[\]]\s*|\s*,\s+|\s+[–—-]{1,2}\s+|\s*/\s*|\s::\s|\.\s+(?=[Bb]y\s)|\.\s+(?=\||$)|"
    r"\s(?=(?:by|via|source:)\s))",
    _I,
)
_BRACKETS = re.compile(r"\s*\((?![A-Z]-[A-Z])([^()]{0,60})\)?")  # but "(D-VA)", which is part of a name
_MAIL = re.compile(r"\s*[(<\[]?\s*[\w.+-]{1,60}@[\w-]+\.[\w.-]{1,60}\s*[)>\]]?|(?<![\w.])@\w{2,30}\b")
_NAME_WORD = re.compile(r"[^\W\d_a-z][\w.’'&!-]*|of|the|and|&|de|la|del|der|da|do|\d{1,3}")
_ARTICLES = frozenset("the der die das el los las le les il lo de het o den det".split())  # noqa: SIM905
_SMALL = frozenset("de del della di da do dos van von der den ten ter la le du el al bin ibn y e zu".split())  # noqa: SIM905
_READ = re.compile(r"\d{1,3}[\s-]?min(?:ute)?s?(?:\s(?:read|watch|listen))?", _I)
IN_PRINT = re.compile(
    r"(?:section\s?[A-Z]{0,2}\s?)?(?:pages?|pp?\.?|pg\.?)\s?[A-Z]{0,2}-?\d{1,4}\+?(?:\s?[–-]\s?\d{1,4})?|"
    r"col(?:umn|s)?\.?\s?\d(?:\s?[–-]\s?\d)?|(?:vol(?:ume)?\.?|no\.?|nr\.?|issue)\s?\d{1,5}|"
    r"[A-Z]{1,2}[.-]?\d{1,3}|in print",
    _I,
)
_EDITION = re.compile(
    r"online|web|section\s?[A-Z]{0,2}|(?:[\w’-]+\s){0,2}edition|(?:weekend|print|sunday|saturday) (?:paper|issue)", _I
)
_VOLUME = re.compile(r"[.,]\s\d[\d.:/–-]*$|\s\d+\.\d[\d.:]*$")  # "New Zoologist. 144.1951"
_FOR = re.compile(r"\s(?:for|For|of)\s(?:the\s|The\s(?=[A-Z]))?(?=[A-Z])|\s(?:FOR|OF)\s")
_AT = re.compile(r"\s(?:in|at|from)\s(?=[A-Z])|\s(?:IN|AT|FROM)\s")
_ROLE = re.compile(
    r"\b(?:correspondent|reporter|editor|writer|columnist|producer|analyst|contributor|bureau|chief|"
    r"staff|author|journalist|agency|service|political|diplomatic|senior|foreign|desk|team)s?\b",
    _I,
)
_ROLE_NOUN = r"(?i:correspondents?|reporters?|writers?|editors?|columnists?|contributors?|journalists?)"
# "our Harbour Correspondent, Ann Lee", "Senior Reporter Ann Lee", "political reporter Ann Lee"
_ROLE_BEFORE = re.compile(
    rf"(?i:our|the|a)\s(?:[\w’'-]+\s){{0,3}}?{_ROLE_NOUN},?\s+(?=[A-ZÀ-Þ])|"
    rf"(?:[A-Z][\w’-]+\s){{0,3}}?{_ROLE_NOUN},?\s+(?=[A-ZÀ-Þ][\w’'-]+\s[A-ZÀ-Þ])|"
    rf"(?:[a-z][\w’&-]*\s){{0,4}}?{_ROLE_NOUN},?\s+(?=[A-ZÀ-Þ][\w’'-]+\s[A-ZÀ-Þ])"
)
_AND = re.compile(r",?\s(?:and|&|with)\s|,\s", _I)
_JOINS = r"(?:,\s|\s?/\s?|;\s|\s(?:and|&)\s|,?\s)"
_INITIAL = re.compile(r"(?:[A-Z]\.){1,3}")
_SHORTENED = re.compile(r"\s(?:[JS][Rr]|[A-Z])$")
_HOUSE = re.compile(r"[A-Z]{2,6}(?:\.\w{2,4})?")  # "By Ann Lee, QNN": letters that no list knows
_DEGREES = frozenset("MD PHD RN JD MP MEP MSP QC KC OBE CBE MBE DDS DVM CPA ESQ JR SR II III IV US UK EU UN".split())  # noqa: SIM905
_ACTIONS = frozenset(("listen", "share", "save", "print", "watch", "comments", "gift", "subscribe", "email", "photos"))


@dataclass(slots=True)
class Signature:
    """What a line says of who wrote a story and for whom."""

    names: list[str] = field(default_factory=list)
    houses: list[str] = field(default_factory=list)
    """What can only be an outlet or an agency."""
    unsure: list[str] = field(default_factory=list)
    """Proper names that may be an outlet's, or a place's."""
    opened: bool = False
    """Whether the names stand behind "By" or the like."""
    printed: bool = False
    """Whether a page or an issue of a paper is told as well."""

    text: str = ""
    """The line that was read."""
    placed: bool = False
    """Whether words before a place can only be a writer's name."""

    @property
    def byline(self) -> str | None:
        """The writers as one text, as printed where nothing but marks stands between them."""
        names = ", ".join(name.removeprefix("and ") for name in self.names).strip(" .,;|–—-")
        if len(self.names) > 1:
            printed = rf"{_JOINS}".join(re.escape(name) for name in self.names)
            found = re.search(printed, self.text)
            names = found.group() if found else names
        if _SHORTENED.search(names) and f"{names}." in self.text:
            names += "."  # "By Ann Lee Jr."
        return names if names and len(names) <= LONGEST_NAMES and names[0].isupper() else None


def read(words: str, opened: bool = False, placed: bool = False) -> Signature | None:
    """Return what the parts of a line name; None when one of them may be anything else.

    `words`: the line without its days. `opened`: the words stand behind "By", so that what follows the writers and is
    not understood is passed over. `placed`: "Ann Lee in Port Hale" can only be a writer, since the headline is known.
    """
    words = _MAIL.sub("", words)
    sign = Signature(text=words, placed=placed)
    for inside in (found.strip() for found in _BRACKETS.findall(words)):
        sign.printed = sign.printed or (IN_PRINT.fullmatch(inside) or _EDITION.fullmatch(inside)) is not None
        if outlet_like(inside) and not says_nothing(inside):
            sign.houses.append(inside)
    pieces = _MARKS.split(_BRACKETS.sub(lambda found: " " if found[1].strip(" |") else " | ", words))
    behind, mark = opened, ""
    for part, after in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        part = part.strip(" .:*–—-_\t")
        found = OPENER.match(part)
        if part and (found or (behind and not sign.names)):
            rest = part[found.end() :] if found else part
            _open(sign, rest)
            if not sign.names and not opened and not says_nothing(rest) and not sign.houses:
                return None
            behind = sign.opened = True
        elif part and "/" in mark + after and may_be_person(part) and people(f"{part}, {_beside(pieces, part)}"):
            sign.names.append(part)  # "Ann Lee / Jo Marsh": one of them is known to be a person's
        elif part and not _place(sign, part, listed_with="," in mark) and not opened:
            return None
        mark = after if part else mark + after
    _settle(sign)
    return sign


def _beside(pieces: list[str], part: str) -> str:
    """Return the name that a stroke sets beside a part."""
    at = next(k for k in range(0, len(pieces), 2) if pieces[k].strip(" .:*–—-_\t") == part)
    before = pieces[at - 2] if at and "/" in pieces[at - 1] else ""
    return (pieces[at + 2] if at + 2 < len(pieces) and "/" in pieces[at + 1] else before).strip()


def _open(sign: Signature, part: str) -> None:
    """Take the first names behind "By": without a role before them, the place and the outlet behind them."""
    part = _at_work(sign, without_role(part))
    if part.partition(",")[0].strip().casefold() in folded("page_names") or _is_only_role(part):
        return
    words = part.split()
    for k in range(2, len(words) - 1):
        if known_outlet(" ".join(words[k:])):  # "By Ann Lee The Town Post"
            sign.houses.append(" ".join(words[k:]))
            part = " ".join(words[:k])
            break
    house = outlet_like(part) and not people(part) and known_outlet(part) is not None
    (sign.houses if house else sign.names).append(part)


def without_role(part: str) -> str:
    """Return a part without the role before a name: "our Harbour Correspondent, Ann Lee", "Senior Reporter Ann Lee"."""
    found = _ROLE_BEFORE.match(part)
    return part[found.end() :] if found else part


def _at_work(sign: Signature, part: str) -> str:
    """Return the names of a part without where they were and for whom, which is noted."""
    if found := _FOR.search(part):
        house = part[found.end() :]
        house = house[: at.start()] if (at := _AT.search(house)) else house
        if outlet_like(house) or proper_name(house):
            (sign.houses if outlet_like(house) or house.startswith("The ") else sign.unsure).append(house)
        part = part[: found.start()]
    pieces = re.split(r"(,?\s(?:and|&|with|AND)\s)", part)
    pieces[::2] = [piece[: at.start()] if (at := _AT.search(piece)) else piece for piece in pieces[::2]]
    part = "".join(pieces).strip()
    return _without_role_behind(part)


def _without_role_behind(part: str) -> str:
    """Return the names of a part without the role behind them: "Ann Lee Staff Writer"."""
    words = part.split()
    end = len(words)
    while end > 2 and words[end - 1].casefold() in folded("role_words") and words[end - 1][0].isupper():
        end -= 1
    return " ".join(words[:end]) if end < len(words) and people(" ".join(words[:end])) else part


def before_role(line: str) -> str | None:
    """Return the writer whose role stands right behind the name: "Ann Lee Harbour policy editor", "Ann Lee reporter".

    The role begins with the first word of no name, or with a common word or a section before it: "Ann Lee North of
    England correspondent". None when the words before it are no person's name, or it may be a sentence.
    """
    words = line.split()
    if not FEWEST_BEFORE_ROLE <= len(words) <= LONGEST_ROLE or not _ROLE_LAST.search(line) or "," in line:
        return None
    end = next((k for k, word in enumerate(words) if not word[0].isupper() and word not in _SMALL), len(words) - 1)
    if end > 2 and words[end] == "of":
        end -= 1
    while end > 2 and _no_name(words[end - 1]):
        end -= 1
    name = " ".join(words[:end])
    return name if end >= 2 and (people(name) or _unheard(name)) else None


def _unheard(name: str) -> bool:
    """Whether two words have the form of a person's name and one of them is no word of English."""
    words = {word.casefold() for word in name.split()}
    known = words <= listed("word_bands.txt") or not words.isdisjoint(section_words())
    return len(words) == FORE_AND_SURNAME and may_be_person(name) and not outlet_like(name) and not known


FORE_AND_SURNAME = 2  # words


def _no_name(word: str) -> bool:
    low = word.casefold()
    return low in section_words() or low in folded("role_words")


_ROLE_LAST = re.compile(rf"\s{_ROLE_NOUN}$")
FEWEST_BEFORE_ROLE, LONGEST_ROLE = 3, 9  # words of the line


def _place(sign: Signature, part: str, listed_with: bool) -> bool:
    """Put a part where it belongs; False when it may be anything. `listed_with`: a comma stands before it."""
    if IN_PRINT.fullmatch(part):
        sign.printed = True
        return True
    if part in _DEGREES and sign.names:
        sign.names.append(part)
        return True
    if found := _VOLUME.search(part):
        rest = part[: found.start()]
        if proper_name(rest):
            sign.printed = True
            sign.unsure.append(rest)
            return True
    if says_nothing(part):
        return True
    writers = part.removeprefix("and ").removeprefix("& ")
    paper, joint, writer = writers.partition(" and ")
    if joint and outlet_like(paper) and people(writer):  # "Ann Lee, QUAY NEWS and Jo Marsh, Town Post"
        sign.houses.append(paper)
        sign.names.append(writer)
        return True
    house = _without_house_role(part)
    if house is not None:
        sign.houses.append(house)
    elif outlet_like(part) or press_name(part) or (sign.opened and is_house(part)):
        sign.houses.append(part)
    elif people(writers):
        sign.names.append(part)
    elif (sign.opened or sign.placed) and (named := _at_work(sign, writers)) != writers and _may_be_people(named):
        sign.names.append(named)
    elif tells_role(part):
        return True
    elif not proper_name(writers):
        return False
    elif part != writers or (sign.opened and listed_with and may_be_person(part)):
        sign.names.append(part)  # one of several behind "By"
    else:
        (sign.houses if begins_with_article(part) or " & " in part else sign.unsure).append(part)
    return True


def _may_be_people(words: str) -> bool:
    return all(may_be_person(name) for name in _AND.split(words) if name)


def may_be_person(words: str) -> bool:
    """Return whether words have the form of a person's name: two to four, each with a capital, no article first."""
    names = words.split()
    return 2 <= len(names) <= 4 and proper_name(words) and names[0].casefold() not in _ARTICLES


def _without_house_role(part: str) -> str | None:
    """Return the outlet whose writer a part speaks of: "Associated Press Writer", "Tarn Courier Staff Writer"."""
    words = part.split()
    end = len(words)
    while end > 1 and words[end - 1].casefold() in folded("role_words") and words[end - 1].casefold() != "news":
        end -= 1
    house = " ".join(words[:end])
    return house if end < len(words) and end and outlet_like(house) and not is_role(house) else None


def _settle(sign: Signature) -> None:
    """Take the first unknown name of a line with a page or an issue for the paper's."""
    if sign.printed and not sign.houses and sign.unsure:
        sign.houses.append(sign.unsure.pop(0))
        sign.unsure.clear()  # where it is printed


def signed(words: str) -> Signature | None:
    """Return what stands behind "By": writers, roles, outlets; days among them are passed over."""
    words = " ".join(words.split())
    for stamp in reversed(find_stamps(words)):
        words = f"{words[: stamp.start]} | {words[stamp.end :]}"
    if (found := _FIRST.match(words)) and found[1].strip().casefold() in folded("page_names"):
        # "By Staff, The Quay Ledger": nobody is named, and what follows is for whom they write.
        return read(beside_day(words[found.end() :])) or Signature(text=words)
    return read(beside_day(without_role(words)), opened=True)


_FIRST = re.compile(r"([^,|/]+)[,|/]\s*")


def byline_names(words: str) -> str | None:
    """Return what stands behind "By" of the writers, as printed; None when it names nobody.

    Left out: days, addresses, places, what a bar parts off, and their outlet or role behind a comma.
    """
    sign = signed(words)
    return sign.byline if sign else None


def is_role(words: str) -> bool:
    """Return whether words tell what somebody is."""
    return bool(_ROLE.search(words))


def tells_role(words: str) -> bool:
    """Return whether a part beside a name is nothing but a role: "the paper's harbour reporter", "Chief of Staff"."""
    parts = words.split()
    capitals = all(part[0].isupper() or part.casefold() in folded("role_words") or part in _JOINTS for part in parts)
    return is_role(words) and len(parts) <= MOST_OF_ROLE and (capitals or is_role(parts[-1]))


MOST_OF_ROLE = 6  # words
_JOINTS = frozenset(("of", "the", "for", "and", "&", "at", "in", "to"))


def _is_only_role(words: str) -> bool:
    return all(word.casefold() in folded("role_words") for word in words.split())


def is_house(words: str) -> bool:
    """Return whether words behind a name are the letters of an outlet: "QNN"."""
    return _HOUSE.fullmatch(words) is not None and words not in _DEGREES


def begins_with_article(words: str) -> bool:
    """Return whether a name has an article before it, as a newspaper's has and a person's has not: "Het Anker"."""
    first, _, rest = words.partition(" ")
    return first.casefold() in _ARTICLES and bool(rest) and first[0].isupper()


def says_nothing(part: str) -> bool:
    """Return whether a part is a section, a place, a role, or how long the story takes to read."""
    words = part.casefold().split()
    return bool(
        _READ.fullmatch(part)
        or _EDITION.fullmatch(part)
        or IN_PRINT.fullmatch(part)
        or part.casefold() in folded("places")
        or part.casefold() in folded("page_names")
        or part.isdigit()
        or part.casefold() in _ACTIONS
        or (
            all(word in section_words() or word in folded("role_words") for word in words if word not in ("&", "and"))
            and not known_outlet(part)
        )
    )


def proper_name(name: str) -> bool:
    """Return whether words can only be a name: few, each with a capital but for joints, and no part of a page's."""
    parts = name.split()
    return (
        0 < len(parts) <= MOST_WORDS
        and name[0].isupper()
        and all(_NAME_WORD.fullmatch(part) for part in parts)
        and not says_nothing(name)
    )


def people(names: str) -> bool:
    """Return whether words are names of people: each begins with a forename or has an initial."""
    parts = [part for part in _AND.split(names) if part]
    return bool(parts) and all(map(_person, parts)) and any(map(_has_forename, parts))


def _person(name: str) -> bool:
    words = name.split()
    capital = all(word[0].isupper() or word in _SMALL for word in words)
    return 2 <= len(words) <= 4 and capital and words[0] != "The" and not outlet_like(name)


def _has_forename(name: str) -> bool:
    words = name.split()
    return words[0].capitalize() in listed("forenames.txt") or any(_INITIAL.fullmatch(word) for word in words[:-1])
