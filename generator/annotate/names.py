"""Capitalised runs: a text in, the words that may name somebody out, parted into role and name. No parser needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.annotate.titles import is_role, opens_as_role
from generator.records import Span
from generator.wordlists import words

_WORD = r"(?:[A-Z]\.(?:[A-Z]\.)*|(?:Mc|Mac|O['’]|D['’]|Al-|al-|el-)?[A-ZÀ-ÖØ-ÞĀ-Ž][\w]*(?:[-‑'’](?!s\b)\w+)*\.?)"
_PARTICLE = r"(?:de|da|do|dos|das|del|della|di|du|van|von|der|den|ter|bin|bint|ibn|al|el|la|le|y)"
_RUN = re.compile(
    rf"(?<![\w@#]){_WORD}"
    rf"(?:[ \u00a0]{{1,2}}(?:(?:{_PARTICLE}[ \u00a0]){{0,2}}|(?:of|for)[ \u00a0](?:the[ \u00a0])?){_WORD})*"
)
_TOKEN = re.compile(r"\S+")
_ABBREVIATED = re.compile(
    r"(?:^|\s)(?:(?:[A-Z]\.)+|(?:Jr|Sr|St|Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Maj|Sgt|Capt|Cmdr|Adm|Pres|Rev|Hon|Fr|Prof|Amb|Atty|Supt|Det|Messrs|Inc|Corp|Co|Ltd)\.)$"
)
_ROLE_BEFORE = re.compile(r"((?:\w[\w’'.-]*[ \u00a0]){0,3}?)([a-z][\w-]*)[ \u00a0]$")
_AGE = re.compile(r",\s\d{1,3}(?:,|\.|;|\sand\b)")
_APPOSITION = re.compile(r"(?:,\s|\s\()(?P<role>(?:(?:a|an|the|his|her|their|its|one of)\s)?[^,.;:()“”\"\n]{3,120})")
_SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV"})
APPOSITION_WORDS = 9  # a role's noun comes early: "a retired keeper of birds at the zoo in Halle"
# Words that may follow the office in a description: "a fellow at", "the director of".
_JOINTS = frozenset({"of", "at", "for", "in", "to", "with", "from", "on", "and", "who", "which", "that", "under", "by"})
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


def find_names(text: str) -> Iterator[Name]:
    """Return the capitalised names of a text in order. Whether they name a person is not decided here."""
    for match in _RUN.finditer(text):
        for start, end in _parts(text, match.start(), match.end()):
            name = _name(text, start, end)
            if name is not None:
                yield name


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run at full stops that end a sentence, and at "of" and "for" where no title stands before them."""
    low = start
    previous = ""
    for token in _TOKEN.finditer(text, start, end):
        word = token[0]
        if word in ("of", "for") and not is_role(previous) and previous not in words("organisations.txt", "generic"):
            yield low, token.start()
            low = token.end()
        elif word.endswith(".") and not _ABBREVIATED.search(word):
            yield low, token.end() - 1
            low = token.end()
        previous = word
    if low < end:
        yield low, end - text[low:end].endswith(".") * (not _ABBREVIATED.search(text[low:end].split()[-1]))


def _name(text: str, start: int, end: int) -> Name | None:
    tokens = [(m.start(), m.end(), m[0].strip(".")) for m in _TOKEN.finditer(text, start, end)]
    while tokens and tokens[0][2] in ("the", "of", "for"):
        tokens = tokens[1:]
    opens = _opens_sentence(text, tokens[0][0]) if tokens else False
    while tokens and tokens[0][2] in words("sentence_openers.txt") and not (len(tokens) > 1 and _looks_named(tokens)):
        tokens = tokens[1:]
        opens = False
    if not tokens:
        return None
    cut, honorific = _title_length([word for _, _, word in tokens], opens)
    cut = max(cut, _body_length([word for _, _, word in tokens]))
    if cut == 0 and _is_partisan([word for _, _, word in tokens]):
        cut = 1
    named = tokens[cut:]
    if not named:
        return None
    low, high = named[0][0], named[-1][1]
    if text[high - 1] == "." and not _ABBREVIATED.search(text[named[-1][0] : high]):
        high -= 1
    if named[-1][2] in _SUFFIXES and text[high - 1] == ".":
        pass  # "Jr." keeps its stop
    role = Span(tokens[0][0], tokens[cut - 1][1]) if cut and not honorific else None
    if cut and honorific and cut > 1:
        role = Span(tokens[0][0], tokens[cut - 1][1])
    role = role or _role_before(text, tokens[0][0]) or _role_after(text, high)
    whole = Span(min(tokens[0][0], role.start) if role and role.start < low else tokens[0][0], high)
    shown = re.sub(r"[\s\u00a0]+", " ", text[low:high])
    return Name(Span(low, high), whole, shown, honorific, role, opens and cut == 0)


def _looks_named(tokens: list[tuple[int, int, str]]) -> bool:
    """Return whether an opener is a forename before another capitalised word: "Will Smith"."""
    return tokens[0][2] in words("forenames.txt") and tokens[1][2] not in words("sentence_openers.txt")


def _body_length(tokens: list[str]) -> int:
    """Return how many tokens name a body before a person: "Planning Commission Ann Okoro"."""
    forenames = words("forenames.txt") | words("family_first.txt")
    for index in range(len(tokens) - 3, -1, -1):
        if tokens[index] in words("organisations.txt", "word") and tokens[index + 1] in forenames:
            return index + 1 if len(tokens) - index <= 4 else 0
    return 0


def _is_partisan(tokens: list[str]) -> bool:
    """Return whether a people's or party's word stands before a name: "Republican Ann Ellis"."""
    people, forenames = words("place_names.txt", "people"), words("forenames.txt")
    return len(tokens) > 2 and tokens[0] in people and tokens[1] in forenames


def _title_length(tokens: list[str], opens: bool) -> tuple[int, str]:
    """Return how many tokens in front are a title, and the honorific right before the name.

    `opens`: whether they open a sentence, so that the first has its capital from there.
    """
    last = 0 if opens and len(tokens) > 1 and opens_as_role(*tokens[:2]) else -1
    for index, word in enumerate(tokens):
        if word in words("titles.txt", "honorific") or is_role(word):
            last = index
    if last < 0:
        return 0, ""
    cut = last + 1
    if cut < len(tokens) and tokens[cut] in ("of", "for"):
        cut += 1
        while cut < len(tokens) and (tokens[cut] in words("titles.txt", "after")):
            cut += 1
    if cut >= len(tokens):
        # A role noun at the end: "Attorney General" names nobody, but "Jim Justice" does.
        if len(tokens) >= 2 and tokens[0] in words("forenames.txt"):
            return 0, ""
        return cut, ""
    honorific = tokens[last] if tokens[last] in words("titles.txt", "honorific") else ""
    return cut, honorific


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" \u00a0\"'“‘(")
    return not before or before[-1] in ".!?:\n…—"


def _role_before(text: str, start: int) -> Span | None:
    """Return the lower-case title before a name: "head coach" in "head coach Piet Maas"."""
    match = _ROLE_BEFORE.search(text, max(0, start - 60), start)
    if match is None or not is_role(match[2]):
        return None
    low = match.start(2)
    for token in reversed(list(_TOKEN.finditer(text, match.start(1), match.end(1)))):
        word = token[0]
        if word.lower() in _DETERMINERS - {"former"} or not re.fullmatch(r"[\w’'.-]+", word) or word.endswith("."):
            break
        if word.islower() and word not in words("titles.txt", "before") and not is_role(word):
            break
        low = token.start()
    return Span(low, start - 1)


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
            return Span(*match.span("role")) if after in _JOINTS else None
    return None
