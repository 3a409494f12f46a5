"""Capitalised runs: a text in, the words that may name somebody out, parted into role and name. No parser needed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.annotate.cues import base_form, cue_kind
from generator.annotate.set_apart import outside, set_apart
from generator.annotate.titles import is_made_of_work, is_role, leads_name, opens_as_role, role_nouns
from generator.days import WEEKDAYS
from generator.records import Span
from generator.wordlists import lines, words

# Latin letters with a capital's form, of any language: "Ț", "Đ".
CAPITAL = "A-Z" + "".join(
    letter for letter in map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))) if letter.isupper()
)
_WORD = (
    rf"(?:[A-Z]\.(?:[A-Z]\.)*|(?:Mc|Mac|O['’]|[Dd]['’]|Al-|al-|el-)?[ʻ]?[{CAPITAL}][\w]*"
    r"(?:(?:[-‑'’ʻ]|‘(?=[a-zA-Z]))(?!s\b)\w+)*\.?)"
)
PARTICLES = tuple(
    "de da do dos das dal dalla del dela delas della delos degli dei des di du e van vom von der den ter af av zu zum"  # noqa: SIM905
    " zur ap bin binti bint bte ibn ould wa al el la le y i á".split()
)
# What begins a surname of two words as it is printed with a capital: "Hemi Te Rangi", "Salem Abu Zayd".
SURNAME_OPENERS = frozenset({"Ó", "Ní", "Nic", "Uí", "Te", "Ter", "Abu", "Abou", "Ibn", "Bin", "Ould", "Aït", "Ait"})
_PARTICLE = rf"(?:{'|'.join(PARTICLES)})"
_RUN = re.compile(
    rf"(?<![\w@#]){_WORD}"
    rf"(?:[ \u00a0]{{1,2}}(?:(?:{_PARTICLE}[ \u00a0]){{0,2}}|(?:of|for)[ \u00a0](?:the[ \u00a0])?){_WORD})*"
)
_TOKEN = re.compile(r"\S+")
_ABBREVIATED = re.compile(
    r"(?:^|\s)(?:(?:[A-Z]\.)+|(?:Jr|Sr|St|Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Maj|Sgt|Capt|Cmdr|Adm|Pres|Rev|Hon|Fr|Prof|Amb|Atty|Supt|Det|Messrs|Inc|Corp|Co|Ltd)\.)$"
)
_ROLE_BEFORE = re.compile(r"((?:\w[\w’'.-]*[ \u00a0]){0,3}?)([a-z][\w-]*)[ \u00a0]$")
_EXPLAINED = re.compile(
    r"\b(?:(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|whose)\s|(?=[A-Z][\w.-]+[’']s?\s))(?P<role>(?:"
    r"(?!(?:had|has|have|was|were|is|are|to|that|who|his|her|their|its|will|would|can|could|may|might|must|shall|should)\b"
    # "the head of the union", but no further than "the keeper" in "The rule forbade the keeper"
    r"|(?<!\bof\s)(?<!\bfor\s)(?<!\bin\s)(?<!\bat\s)(?<!\bon\s)(?<!\bfrom\s)(?<!\bwith\s)(?<!\bby\s)(?:the|an?)\b"
    r"|[\w’'-]*[a-z]{3}\.)[\w’'.-]+\s){0,6}?)"
    r"(?P<office>[a-z][\w-]*),\s"
    r"(?:(?:Mr|Mrs|Ms|Dr)\.?\s)?$"
)
_NAME_THEN_STOP = re.compile(r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,4}(?:[,.;:)]|\s(?:said|says|told|wrote|added)\b)")
_LEADS_TO = re.compile(r"\b(?:of|for|to|from|with|at|in|by|on|near|behind|against|about|like|than|[a-z]{3,}ing)\s$")
_AGE = re.compile(r",\s\d{1,3}(?:,|\.|;|\sand\b)")
# "who runs", with a verb of one: of a team English says "who run".
_IS_SOMEBODY = re.compile(r"\s\(\d{2}\)|,\san?\s\d{1,2}-year-old\b|,\swho(?:se)?\s(?:is|was|has|[a-z]{2,}[a-rt-z]s)\s")
_APPOSITION = re.compile(
    r"(?:,\s|\s\()(?P<role>(?:(?:a|an|the|his|her|their|its|one of)\s)?"
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Prof|Rev|St)\.(?=\s[A-Z])"
    # "the father of a slain U.S. soldier", "president of the Karl B. Lind Institute"
    r"|\b(?:[A-Z]\.){2,}(?=[’']|\s[a-z])|(?<=[a-z]\s)[A-Z]\.(?=\s(?!(?:He|She|It|The|They|But|And|In|A|We|I|His|Her)\b)[A-Z][a-z])"
    r"|[^,.;:()“”\"\n]){3,120})"
)
_DESCRIBES_ON = re.compile(r"[^,.;:()“”\"\n]")
_LAST_WORD = re.compile(r"\s+\S*\Z")
# Where a description too long to show goes on with more than what somebody is.
_DESCRIBED_MORE = re.compile(r"\s(?:[–—-]|who|whose|whom|which|that|where|and)\s")
SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV"})
_NICKNAME = re.compile(r"\s[“\"'‘(][A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,2}[”\"'’)]\s")
# "They're", "We'd", "Don't": no name has such an end.
_CONTRACTED = re.compile(r".+['’](?:m|re|ve|ll|d|t)", re.I)
# Party and state behind a politician's name: ", D-N.Y.,", "(R-Ky.)".
_SEAT = re.compile(r"(?<=[,;]\s)[DRI]-[A-Z]|(?<=[(\[])[DRI]-[A-Z]")
_NUMBER = re.compile(
    r"(?:Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty|Ninety)-[a-z]+|(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten"
    r"|Eleven|Twelve|Dozens|Hundreds|Thousands|Several|Multiple|Many|Both)"
)
_ORDINALS = frozenset("Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth".split())  # noqa: SIM905
_DOING = re.compile(r"[A-Z][a-z]{3,}ing")
_VERB_BEHIND = re.compile(r"\s([a-z]{3,})\b")
_TOLD_BETWEEN = re.compile(r",\s(?:an?|the|who)\s[^,.;:“”\"\n]{3,80},(?=\s)")
_TOLD_BESIDE = re.compile(r",\s(?:an?|the|who)\s")
_DETERMINED = re.compile(r"\b(?:the|a|an)\s$", re.I)
_LINE = re.compile(r"[^\n]{20,160}$", re.M)
LINE_WORDS = 4  # of a line that somebody's name alone does not fill
HEADING_WORDS, HEADING_LETTERS = 6, 4  # a shorter line may be a caption or a signature
_OFFICE_IN = re.compile(r"\b(?P<office>[A-Za-z][a-z-]+)\s(?:to|of|for|in|at)\s(?:the\s)?$")
_LETTERS = re.compile(r"(?:[A-Z]\.)+[A-Z]?")
# What is told ahead of a name with a hyphen is no part of it: "Reed-controlled", "Lindholm-area", "Okoro-era".
_TOLD_AHEAD = re.compile(r".+-(?:[a-z]{2,}ed|led|run|held|area|era|wide|style|friendly)")
_SHIPS = frozenset("USS HMS RMS USNS HMAS HMCS USCGC".split())  # noqa: SIM905
LETTERS = 3  # of a word in capitals that is no initials of somebody's
_PARTIES_HOUSE = frozenset({"GOP", "Republican", "Democratic", "Tory", "Conservative", "Labour", "Liberal"})
_HOUSES = (["Congress"], ["Senate"], ["House"], ["House", "of", "Representatives"], ["Parliament"])
_OF_PLACE = re.compile(r"\b[A-Z]\w+\sof\s$")
# Whose party is told before the name; "Catholic" and "Green" open the names of bodies as often.
_MEMBERS = frozenset({"Democrat", "Republican", "Democrats", "Republicans", "Conservative", "Liberal", "Socialist"})
APPOSITION_WORDS = 9  # a role's noun comes early: "a retired keeper of birds at the zoo in Halle"
# Words that may follow the office in a description: "a fellow at", "the director of".
_JOINTS = frozenset({"of", "at", "for", "in", "to", "with", "from", "on", "and", "who", "which", "that", "under", "by"})
# "an investor born in", "a teacher now working": what somebody is goes on.
_GOES_ON = _JOINTS | {"born", "based", "living", "now", "turned"}
# "Presidents Lind and Okoro": several are titled together.
_AND_ANOTHER = re.compile(r"(?:,\s[A-Z][\w’'-]+,?)*\sand\s[A-Z]")
# A body's word only before "of" or "for": "the Conference of Harbour Bishops", and no "press conference".
MEETINGS = frozenset({"Conference", "Partnership"})
_PREPOSITIONS = frozenset({"Against", "For", "From", "Of", "On", "Over", "Under", "Upon", "With", "Without"})
_DETERMINERS = frozenset({"a", "an", "the", "his", "her", "their", "its", "our", "my", "one", "of", "former"})


@dataclass(frozen=True, slots=True)
class Name:
    """A capitalised name with the words about it."""

    span: Span
    """The name alone."""
    whole: Span
    """With the title before it: "Foreign Minister Ann Okoro"."""
    text: str
    honorific: str
    """ "Mr", "Sen"; "" for none."""
    role: Span | None
    """Title before or description after the name."""
    opens_sentence: bool
    """Whether its first word opens a sentence, so that the capital says nothing."""
    aged: bool = False
    """Whether what follows is said of somebody: "Ann Okafor, 32, ...", "Ann Okafor, who runs"."""


def opens_surname(word: str) -> bool:
    """Return whether a word within a name belongs to the surname behind it: "van", "Van", "Te", "Ó"."""
    return word.lower() in PARTICLES or word in SURNAME_OPENERS


def find_names(text: str) -> Iterator[Name]:
    """Return the capitalised names of a text in order. Whether they name a person is not decided here.

    A surname that is a title too ("Ann King") is a surname where it stands alone, once it has stood with its forename.
    """
    apart = set_apart(text)
    names = list(_find(text, apart, frozenset()))
    surnames = frozenset(name.text.split()[-1] for name in names if " " in name.text and is_role(name.text.split()[-1]))
    names = list(_find(text, apart, surnames)) if surnames else names
    yield from _with_nicknames(text, _without_headings(text, names))


def _without_headings(text: str, names: list[Name]) -> list[Name]:
    """Leave out what only a heading between the paragraphs has, where every word has a capital: "Lind Fires Back"."""
    headings = [Span(*match.span()) for match in _LINE.finditer(text) if match.start() and _is_heading(match[0])]
    boxes = {name.span for name in names if _fills_line(text, name)}
    headings = sorted({*headings, *boxes})
    if not headings:
        return names

    def held(name: Name) -> bool:
        at = bisect_left(headings, name.span.end, key=lambda line: line.end)
        return at < len(headings) and headings[at].start <= name.span.start

    # "Karl Lind Fires Back": of whom the article goes on as Lind alone, the heading may have the full name.
    elsewhere = {word for name in names if not held(name) for word in (name.text, name.text.split()[-1])}
    return [
        name
        for name in names
        if not held(name) or name.text in elsewhere or (name.span not in boxes and name.text.split()[-1] in elsewhere)
    ]


def _fills_line(text: str, name: Name) -> bool:
    """Return whether a name of many words is all that its line has: "Okoro Fake Dam Letter" heads a box."""
    low, high = name.span.start, name.span.end
    alone = low > 0 and text[low - 1] == "\n" and text[high : high + 1] in ("\n", "")
    return alone and name.text.count(" ") + 1 >= LINE_WORDS


def _is_heading(line: str) -> bool:
    """Return whether a line is set as a headline: "Lind Pressed on the Dam at Town Hall", and no list of names."""
    told = [token.strip("“”\"‘’'(),:;") for token in line.split()]
    long = [word for word in told if len(word) >= HEADING_LETTERS and word[:1].isalpha()]
    small = any(word.islower() for word in told)
    capitals = all(word[:1].isupper() for word in long)
    return len(told) >= HEADING_WORDS and small and capitals and line.rstrip()[-1:] not in ".…" and not line.isupper()


def _with_nicknames(text: str, names: list[Name]) -> Iterator[Name]:
    """Put together what a nickname parts: Ann “Gull” Okoro. Inner words of the marks are no name of their own."""
    held: Name | None = None
    for name in names:
        if held is not None:
            nick = _NICKNAME.fullmatch(text, held.span.end, name.span.start) if not name.honorific else None
            if nick is not None:
                span, whole = Span(held.span.start, name.span.end), Span(held.whole.start, name.whole.end)
                held = replace(
                    held, span=span, whole=whole, text=f"{held.text} {name.text}", role=held.role or name.role
                )
                continue
            inside = _NICKNAME.match(text, held.span.end, name.span.end + 40)
            if inside is not None and name.span.end < inside.end() and text[inside.end() : inside.end() + 1].isupper():
                continue  # the nickname itself
            yield held
        held = name
    if held is not None:
        yield held


def _find(text: str, apart: list[Span], surnames: frozenset[str]) -> Iterator[Name]:
    for match in _RUN.finditer(text):
        for start, end in _parts(text, match.start(), match.end()):
            for low, high in outside(start, end, apart):
                name = _name(text, low, high, surnames)
                if name is not None:
                    yield name


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run at full stops that end a sentence, and at "of" and "for" where no title stands before them."""
    low = start
    previous = ""
    body = False  # "the Institute for the Study of Harbours": what a body is for goes on
    for token in _TOKEN.finditer(text, start, end):
        word = token[0]
        body = (body or previous in words("organisations.txt", "generic") | MEETINGS) and previous not in words(
            "forenames.txt"
        )
        if word in ("of", "for") and not is_role(previous) and not body:
            yield low, token.start()
            low = token.end()
        elif word.endswith(".") and (not _ABBREVIATED.search(word) or _ends_on_letters(text, token, end)):
            yield low, token.end() - 1
            low = token.end()
        previous = word
    if low < end:
        yield low, end - text[low:end].endswith(".") * (not _ABBREVIATED.search(text[low:end].split()[-1]))


def _ends_on_letters(text: str, token: re.Match[str], end: int) -> bool:
    """Return whether a body in letters ends the sentence before a name: "to the H.J.B. Ann Okafor said"."""
    behind = _TOKEN.search(text, token.end(), end)
    if token[0].count(".") < LETTERS or behind is None or behind[0] not in words("forenames.txt"):
        return False
    return (
        _LETTERS.fullmatch(token[0]) is not None
        and _DETERMINED.search(text, max(0, token.start() - 5), token.start()) is not None
    )


def _name(text: str, start: int, end: int, surnames: frozenset[str]) -> Name | None:
    tokens = [(m.start(), m.end(), m[0].strip(".")) for m in _TOKEN.finditer(text, start, end)]
    while tokens and tokens[0][2] in ("the", "of", "for"):
        tokens = tokens[1:]
    if tokens and (_SEAT.match(text, tokens[0][0]) or (len(tokens) > 1 and tokens[0][2] in ("Jr", "Sr"))):
        return None
    opens = _opens_sentence(text, tokens[0][0]) if tokens else False
    while tokens and (
        _CONTRACTED.fullmatch(tokens[0][2]) or (opens and _leads_up(tokens) and not _is_one_name(text, tokens))
    ):
        tokens = tokens[1:]
        opens = False
    while (
        tokens
        and tokens[0][2] in words("sentence_openers.txt")
        and not (_keeps_opener(tokens) or _is_initial(text, tokens) or _is_numbered(text, tokens))
    ):
        tokens = tokens[1:]
        opens = False
    if (
        len(tokens) > 2
        and tokens[0][2] in words("place_names.txt")
        and _OF_PLACE.search(text, max(0, tokens[0][0] - 24), tokens[0][0])
    ):
        tokens = tokens[1:]  # "for the Northern Coast of Jamaica Ann Ellis"
    served = _place_served(text, tokens)
    place, tokens = tokens[:served], tokens[served:]
    while len(tokens) > 1 and _TOLD_AHEAD.fullmatch(tokens[0][2]):
        tokens = tokens[1:]  # "the Lindholm-based Harbour Group"
    if tokens and tokens[0][2] in _PARTIES_HOUSE and [word for _, _, word in tokens[1:]] in _HOUSES:
        tokens = tokens[1:]  # "the Republican House of Representatives"
    while len(tokens) > 1 and tokens[-1][2] in (*WEEKDAYS, "I"):  # "told Ann Ellis Sunday"
        tokens = tokens[:-1]
    if not tokens:
        return None
    known = frozenset[str]() if _DETERMINED.search(text, max(0, tokens[0][0] - 4), tokens[0][0]) else surnames
    cut, honorific = _title_length([word for _, _, word in tokens], opens, known)
    if honorific and cut > 1 and _is_lord_of([word for _, _, word in tokens[:cut]]):
        return None  # "the Lord of the Rings", "the Queen of Lindholm"
    if cut == 0 and len(tokens) == 2 and _is_plural_role(tokens[0][2]) and _AND_ANOTHER.match(text, tokens[1][1]):
        cut = 1
    if cut == len(tokens) == 2 and not honorific and _is_surname(text, tokens):
        cut = 0
    cut = max(cut, _body_length([word for _, _, word in tokens]))
    if cut == 0 and _is_partisan([word for _, _, word in tokens]):
        cut = 1
    if [word for _, _, word in tokens[cut : cut + 2]] in (["Pro", "Tem"], ["Pro", "Tempore"]):
        cut += 2  # "President Pro Tem Ann Ellis"
    headed = cut > 0 and tokens[cut - 1][2] in ("of", "for")
    if headed and len(tokens) - cut > 2 and tokens[cut][2] in words("place_names.txt"):
        cut, headed = cut + 1, False  # "President of Norland Adwoa Mensah"
    named = tokens[cut:]
    if not named or (cut and len(named) > 1 and named[0][2] in _PREPOSITIONS):
        return None  # "the Justice Against Harbour Thieves Act" has no justice
    if headed and words("forenames.txt").isdisjoint(word for _, _, word in named):
        return None  # "the Chief of Naval Operations left": what somebody is chief of
    low, high = named[0][0], named[-1][1]
    if text[high - 1] == "." and not _ABBREVIATED.search(text[named[-1][0] : high]):
        high -= 1
    if named[-1][2] in SUFFIXES and text[high - 1] == ".":
        pass  # "Jr." keeps its stop
    role = Span(tokens[0][0], tokens[cut - 1][1]) if cut and not honorific else None
    if cut and honorific and cut > 1:
        role = Span(tokens[0][0], tokens[cut - 1][1])
    serving = (place or tokens[:cut]) if not (honorific or any(is_role(word) for _, _, word in tokens[:cut])) else []
    if serving and (office := _OFFICE_IN.search(text, max(0, serving[0][0] - 40), serving[0][0])) is not None:
        # "ambassador to Norland Ann Okoro": where somebody is what belongs to the title.
        role = Span(office.start("office"), serving[-1][1]) if is_role(office["office"]) else role
    led = None if _LETTERS.fullmatch(tokens[0][2] + ".") and "." in tokens[0][2] else _role_before(text, tokens[0][0])
    role = role or led or _role_after(text, high)  # "major U.S. Internet firms" have no major
    whole = Span(min(tokens[0][0], role.start) if role and role.start < low else tokens[0][0], high)
    shown = re.sub(r"[\s\u00a0]+", " ", text[low:high])
    somebody = _AGE.match(text, high, high + 8) or _IS_SOMEBODY.match(text, high, high + 40)
    aged = len(named) > 1 and somebody is not None
    return Name(Span(low, high), whole, shown, honorific, role, opens and cut == 0, aged)


def _place_served(text: str, tokens: list[tuple[int, int, str]]) -> int:
    """Return how many tokens name the place before a name that somebody has an office in: "ambassador to Norland"."""
    for length in (2, 1):
        place = " ".join(word for _, _, word in tokens[:length])
        known = place in words("place_names.txt") or bool(_LETTERS.fullmatch(place))
        if len(tokens) - length == 2 and known and tokens[length][2] in words("forenames.txt"):
            office = _OFFICE_IN.search(text, max(0, tokens[0][0] - 40), tokens[0][0])
            return length if office is not None and is_role(office["office"]) else 0
    return 0


def _leads_up(tokens: list[tuple[int, int, str]]) -> bool:
    """Return whether a sentence opens with a number or a verb before the name: "Added Okoro:", "Sidestepping Okoro"."""
    if len(tokens) < 2:
        return False
    first = tokens[0][2]
    reports = cue_kind(first.lower()) == "speech" and base_form(first.lower()) != first.lower()
    leads = reports or bool(_DOING.fullmatch(first))
    return bool(_NUMBER.fullmatch(first)) or (leads and first not in words("forenames.txt"))


def _is_one_name(text: str, tokens: list[tuple[int, int, str]]) -> bool:
    """Return whether two words that open a sentence act, so that the first is no verb: "Tshering Okoro left"

    The parser is not asked, since names are found without it.
    """
    if len(tokens) != 2 or not _DOING.fullmatch(tokens[0][2]):
        return False
    told = _TOLD_BETWEEN.match(text, tokens[-1][1])  # "Tshering Okoro, a keeper of the dam, said"
    return _acts(text, told.end() if told is not None else tokens[-1][1])


def _is_surname(text: str, tokens: list[tuple[int, int, str]]) -> bool:
    """Return whether the second of two words is a surname, though it is an office too: "LaVonte Bishop said".

    An office does something only with "the" before it or a name behind it, and what it is of is a word or a place.
    """
    first, start = tokens[0][2], tokens[0][0]
    before = words("titles.txt", "before")
    known = first in words("place_names.txt") or first in words("place_names.txt", "people") or first.lower() in before
    known = known or first in words("organisations.txt", "word") or first in words("organisations.txt", "bare")
    if known or leads_name(first) or first in words("sentence_openers.txt") or not first[0].isupper():
        return False
    if first.isupper() or _DETERMINED.search(text, max(0, start - 5), start):
        return False
    small = re.search(rf"(?<!\w){re.escape(first.lower())}(?!\w)", text) is not None
    return not small and (_acts(text, tokens[-1][1]) or _TOLD_BESIDE.match(text, tokens[-1][1]) is not None)


def _acts(text: str, end: int) -> bool:
    """Return whether a verb in the past follows: "said", "opened"."""
    verb = _VERB_BEHIND.match(text, end)
    if verb is None:
        return False
    return verb[1].endswith("ed") or (cue_kind(verb[1]) == "speech" and base_form(verb[1]) != verb[1])


def _is_initial(text: str, tokens: list[tuple[int, int, str]]) -> bool:
    """Return whether an opener is a forename's first letter: "I. Glenn Okoro", where "I" is no pronoun."""
    letter = len(tokens) > 2 and len(tokens[0][2]) == 1 and text[tokens[0][1] - 1] == "."
    return letter and tokens[1][2] in words("forenames.txt")


def _is_numbered(text: str, tokens: list[tuple[int, int, str]]) -> bool:
    """Return whether a number is a name's first word, since it has its capital within a sentence: "by Third Tide"."""
    if len(tokens) < 2 or tokens[0][2] not in _ORDINALS or leads_name(tokens[1][2]):
        return False
    return re.search(rf"[a-z,]\s{tokens[0][2]}\s{re.escape(tokens[1][2])}\b", text) is not None


def _keeps_opener(tokens: list[tuple[int, int, str]]) -> bool:
    """Return whether an opener is part of the name: of somebody's, or of an agency's, "Associated Press"."""
    agency = " ".join(word for _, _, word in tokens[:2]) in lines("agencies.txt")
    return len(tokens) > 1 and (agency or _looks_named(tokens))


def _looks_named(tokens: list[tuple[int, int, str]]) -> bool:
    """Return whether an opener is a forename before another capitalised word: "Will Smith"."""
    return tokens[0][2] in words("forenames.txt") and tokens[1][2] not in words("sentence_openers.txt")


def _body_length(tokens: list[str]) -> int:
    """Return how many tokens name a body before a person: "Planning Commission Ann Okoro"."""
    forenames = words("forenames.txt") | words("family_first.txt")
    bodies = words("organisations.txt", "word")
    for index in range(len(tokens) - 3, -1, -1):
        if tokens[index] in bodies and tokens[index + 1] in forenames:
            return index + 1 if len(tokens) - index <= 4 else 0
        # "Navy SEAL Karl Lind": letters between the body and whom it has; a ship is called like somebody
        label = len(tokens[index]) >= LETTERS and tokens[index].isupper() and tokens[index] not in _SHIPS
        if label and tokens[index + 1] in forenames and not bodies & set(tokens[index + 1 :]):
            return index + 1 if bodies & set(tokens[:index]) else 0
    return 0


def _is_partisan(tokens: list[str]) -> bool:
    """Return whether a people's or party's word stands before a name: "Republican Ann Ellis"."""
    people, bodies = words("place_names.txt", "people"), words("organisations.txt", "word")
    if len(tokens) < 3 or tokens[0] not in people or tokens[0] in words("forenames.txt"):
        return False
    return tokens[1] in words("forenames.txt") or (tokens[0] in _MEMBERS and not bodies & set(tokens))


def _title_length(tokens: list[str], opens: bool, surnames: frozenset[str]) -> tuple[int, str]:
    """Return how many tokens in front are a title, and the honorific right before the name.

    `opens`: whether they open a sentence, so that the first has its capital from there. `surnames`: titles that are
    somebody's surname here.
    """
    honorifics, forenames = words("titles.txt", "honorific"), words("forenames.txt")
    if len(tokens) == 2 and tokens[0] in forenames - honorifics and not is_role(tokens[1]):
        return 0, ""  # "Earl Lind"
    if _is_office_of(tokens):
        return 0, ""
    titled = [
        index
        for index, word in enumerate(tokens)
        if word in honorifics
        or is_role(word)
        or (_is_plural_role(word) and forenames & set(tokens[index + 1 : index + 2]))
        or _is_calling(index, tokens)
    ]
    if opens and len(tokens) > 1 and opens_as_role(*tokens[:2]):
        titled = titled or [0]
    if titled and titled[-1] == len(tokens) - 1 and tokens[-1] in surnames:
        titled = titled[:-1]
    if titled and titled[-1] == len(tokens) - 1:
        # "Rep. Ann King", "Senator Ann King": who has a title before the forename has a surname like one behind it.
        before = [
            i for i in titled[:-1] if len(tokens) - i > 2 and (tokens[i] in honorifics or tokens[i + 1] in forenames)
        ]
        # "Peter T. King": initials may stand between.
        given = [token for token in tokens[before[-1] + 1 : -1] if len(token) > 1] if before else []
        titled = before if len(given) == 1 else titled
    if len(titled) > 1 and titled[-1] == len(tokens) - 2 and tokens[-2] in forenames and tokens[-3] in honorifics:
        titled = titled[:-1]  # "Rep. Earl Brandt"
    if not titled:
        return 0, ""
    last = titled[-1]
    cut = last + 1
    if cut < len(tokens) and all(token in words("organisations.txt", "word") for token in tokens[cut:]):
        return 0, ""  # "Justice Department"
    if cut < len(tokens) and tokens[cut] in ("of", "for"):
        cut += 1
        while cut < len(tokens) and (tokens[cut] in words("titles.txt", "after")):
            cut += 1
        # "Director of Salvage Ann Okoro": what somebody is head of ends where a forename begins.
        cut = next((i for i in range(cut, len(tokens) - 1) if tokens[i] in forenames), cut)
    if cut >= len(tokens):
        # A role noun at the end: "Attorney General" names nobody, but "Jim Justice" does.
        if len(tokens) >= 2 and tokens[0] in forenames:
            return 0, ""
        return cut, ""
    honorific = tokens[last] if tokens[last] in honorifics else ""
    return cut, honorific


def _is_office_of(tokens: Sequence[str]) -> bool:
    """Return whether a body is named by whose it is, and nobody behind: "Office of the Director of Harbour Watch"."""
    whose = list(tokens[1:3]) == ["of", "the"] and tokens[0] in words("organisations.txt", "generic")
    return whose and is_role(" ".join(tokens[3:4])) and words("forenames.txt").isdisjoint(tokens)


def _is_lord_of(title: Sequence[str]) -> bool:
    """Return whether a form of address tells of what somebody is lord, so that what follows is no name of his."""
    honorifics = words("titles.txt", "honorific")
    at = max((index for index, word in enumerate(title) if word in honorifics), default=len(title))
    return list(title[at + 1 : at + 2]) == ["of"]


def _is_calling(index: int, tokens: list[str]) -> bool:
    """Return whether a calling stands between a body and a forename: "Navy Sailor Karl Lind"."""
    forenames = words("forenames.txt")
    if index + 2 >= len(tokens) or tokens[index + 1] not in forenames or tokens[index] in forenames:
        return False
    if is_made_of_work(tokens[index].lower()):
        return True
    return index > 0 and tokens[index].lower() in role_nouns() and not forenames & set(tokens[:index])


def _is_plural_role(word: str) -> bool:
    """Return whether several are titled together: "Justices Ann Ellis and Karl Lind"."""
    return word.endswith("s") and word[:1].isupper() and is_role(word[:-1])


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" \u00a0\"'“‘(")
    return not before or before[-1] in ".!?:\n…—"


def _role_before(text: str, start: int) -> Span | None:
    """Return the lower-case title before a name: "head coach" in "head coach Piet Maas"."""
    match = _ROLE_BEFORE.search(text, max(0, start - 60), start)
    if match is None or not is_role(match[2]):
        return _described_before(text, start)
    low = match.start(2)
    for token in reversed(list(_TOKEN.finditer(text, match.start(1), match.end(1)))):
        word = token[0]
        if word.lower() in _DETERMINERS - {"former"} or not re.fullmatch(r"[\w’'.-]+", word) or word.endswith("."):
            break
        if word.islower() and word not in words("titles.txt", "before") and not is_role(word):
            break
        low = token.start()
    return Span(low, start - 1)


def _described_before(text: str, start: int) -> Span | None:
    """Return the description that a name explains: "the harbour master" in "the harbour master, Ann Okoro, said"."""
    match = _EXPLAINED.search(text, max(0, start - 80), start)
    if match is None or not is_role(match["office"]):
        return None
    name = _NAME_THEN_STOP.match(text, start, start + 60)
    if (
        name is not None
        and name[0][-1] not in ",.;:)"
        and _LEADS_TO.search(text, max(0, match.start() - 16), match.start())
    ):
        return None  # "In a letter to the harbour master, Okoro said": whom it was sent to is not who said so
    return Span(match.start("role"), match.end("office")) if name is not None else None


def _role_after(text: str, end: int) -> Span | None:
    """Return the description after a name: "a baker from ..." in "Ann Okoro, a baker from ..."."""
    if _AGE.match(text, end, end + 8):
        end = text.index(",", end + 1) if text[end + 1 : end + 8].find(",") >= 0 else end
    match = _APPOSITION.match(text, end, end + 140)
    if match is None:
        return None
    head = match["role"].split()[:APPOSITION_WORDS]
    if not head or not (head[0].lower() in _DETERMINERS or is_role(head[0]) or head[0][:1].isupper()):
        return None
    for word, after in zip(head, [*head[1:], "of"], strict=True):
        if word in _JOINTS:
            return None  # the office comes first: "a gift from Rep. Ellis" is none
        if is_role(re.sub(r"[’']s$", "", word)) and not is_role(after):
            # "her agent told", "Webb's father also said": a clause, no description
            return _whole_words(text, Span(*match.span("role"))) if after in _GOES_ON else None
    return None


def _whole_words(text: str, role: Span) -> Span:
    """Return a description that goes on behind the longest that is read, cut before a clause of it, else at a word."""
    if not _DESCRIBES_ON.match(text, role.end):
        return role
    cut = _DESCRIBED_MORE.search(text, role.start, role.end) or _LAST_WORD.search(text, role.start, role.end)
    return Span(role.start, cut.start()) if cut else role
