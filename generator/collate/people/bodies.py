"""Names of bodies: "Kenya's Health Ministry", "the Ministry of Health" and "the Kenyan Health Ministry" are one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Set
from functools import cache

from generator.collate.people.roles import describe, nation_free
from generator.wordlists import lines

_OF_MATTER = re.compile(r"(?P<body>Department|Ministry) of (?:the )?(?P<matter>[A-Z].*)")
# What a body's name ends with that many leave out.
_KINDS = frozenset(
    "Academy Bank College Committee Commission Company Corp Corp. Corporation Department Elementary Foundation High"  # noqa: SIM905
    " Hospital Inc Inc. LLC Ltd Ltd. Medical Middle School University".split()
)
# What kind of body a town or a county has: such words alone mean the only one of the folder.
_LOCAL = frozenset(
    "Police Fire Sheriff Department Office School Board City County Town Council District Superior".split()  # noqa: SIM905
)
# Who rules a body for a time is no part of its name.
_RULING = frozenset("Former Republican Democratic GOP Conservative Tory Labour Liberal".split())  # noqa: SIM905
_OF_PLACE = re.compile(r"(?P<place>[A-Z][\w.]*(?:\s[A-Z][\w.]*)?)[’']s\s(?P<rest>[A-Z].*\s.*)")
_CIRCUIT = re.compile(
    r"(?:.*\s)?(?P<which>(?:[A-Z][a-z]+|\d+(?:st|nd|rd|th)|D\.?C\.?)\sCircuit)(?:\sCourt)?(?:\sof\sAppeals)?"
)
_APPEALS = re.compile(r"\bCourts?\b|\bAppeals\b|Circuit$")
_COMMITTEE_ON = re.compile(
    r"(?P<house>(?:House|Senate)\s)?(?:(?:Permanent|Select|Special)\s)*Committee\son\s(?:the\s)?(?P<matter>[A-Z].*)"
)
MIN_LETTERS = 3  # of a short form that leaves out the last word
_COMMITTEES = frozenset({"Committee", "Subcommittee"})
_HOUSES = frozenset({"House", "Senate"})
_SPELLING = re.compile(r"[\s.’'-]")
_JOINTS = (" and ", " & ", ", ")
# What a paper's or a broadcaster's name has at its end, or not.
_PRESS = ("News", "News Channel", "TV", "Television")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}[A-Z]?")
BodyKey = tuple[frozenset[str], str]


def join_bodies(names: Iterable[str], families: Set[str] = frozenset()) -> dict[str, str]:
    """Return for each name, as often as it is written, the name of its entry: the commonest, then the longest.

    A name without a country joins the one that has it, when only one country's body of that name is written of.
    `families`: surnames of the folder, since "the Lind White House" is the White House under him.
    """
    counted = Counter(names)
    nations: dict[str, set[frozenset[str]]] = defaultdict(set)
    keys: dict[str, BodyKey] = {}
    for name in sorted(counted):
        keys[name] = (describe(name).nations, nation_free(_turned(_without_stops(name))))
        if keys[name][0]:
            nations[keys[name][1]].add(keys[name][0])
    groups: dict[BodyKey, list[str]] = defaultdict(list)
    for name, (nation, core) in keys.items():
        known = nations[core]
        if not nation and len(known) == 1:
            nation = next(iter(known))
        groups[nation, core].append(name)
    entries = {}
    for members in groups.values():
        # The name with its country tells more than the commoner bare one.
        chosen = min(members, key=lambda name: (not keys[name][0], -counted[name], -len(name), name))
        entries.update(dict.fromkeys(members, chosen))
    by_head, by_letters = _by(_head_word, entries.values()), _by(_initials, entries.values())
    for name, fuller in _by(_letters_at_home, entries.values()).items():
        by_letters[name] |= fuller
    by_first_letters = _by(lambda name: _initials(name)[:-1], entries.values())
    named = {name: _fuller(chosen, by_head, by_letters, by_first_letters) for name, chosen in entries.items()}
    written = frozenset(named.values())
    named = {
        name: next((one for one in _also().get(chosen, ()) if one in written), chosen) for name, chosen in named.items()
    }
    plain = {name: _unruled(chosen, written, families) for name, chosen in named.items()}
    by_shorter = _by_shorter(plain.values())
    whole = {name: _whole(chosen, by_shorter) for name, chosen in plain.items()}
    again = _written_otherwise(Counter({name: 0 for name in whole.values()} | _times(whole, counted)))
    return {name: again.get(chosen, chosen) for name, chosen in whole.items()}


def _times(entries: dict[str, str], counted: Counter[str]) -> Counter[str]:
    """Return how often the names of each entry are written."""
    times: Counter[str] = Counter()
    for name, chosen in entries.items():
        times[chosen] += counted[name]
    return times


def _written_otherwise(times: Counter[str]) -> dict[str, str]:
    """Return the entry that another one is by a hyphen, by "News", or cut off at an "and".

    "Walmart" is "Wal-Mart", "NBC" is "NBC News", and "Wildlife Service" a half of "Fish and Wildlife Service".
    """
    again: dict[str, str] = {}
    spelt: dict[str, list[str]] = defaultdict(list)
    for name in sorted(times):
        spelt[_SPELLING.sub("", name).casefold()].append(name)
    for alike in spelt.values():
        usual = min(alike, key=lambda name: (-times[name], name))
        again |= {name: usual for name in alike if name != usual}
    left = set(times) - set(again)
    wholes: dict[str, list[str]] = defaultdict(list)
    for whole in sorted(left):
        for cut in _cuts(whole):
            wholes[cut].append(whole)
    for name in sorted(left):
        longer = wholes.get(name) or [f"{name} {end}" for end in _PRESS if " " not in name and f"{name} {end}" in left]
        if len(longer) == 1 and longer[0] not in again:
            again[name] = longer[0]
    return {name: again.get(chosen, chosen) for name, chosen in again.items()}


def _cuts(whole: str) -> set[str]:
    """Return the names of several words that stand before or behind an "and" of another one."""
    joints = [(whole[: at.start()], whole[at.end() :]) for joint in _JOINTS for at in re.finditer(joint, whole)]
    # "Harbour Board" is none of "Harbour Board and Town Fund", and "Board for Dykes" is of "Board for Dykes and Dams".
    before = {name for name, _ in joints if " of " in name or " for " in name}
    return {name for name in before | {name for _, name in joints} if " " in name}


@cache
def _also() -> dict[str, tuple[str, ...]]:
    """Return the other names of a body, the fullest first, by what is written for short."""
    rows = (line.partition("=") for line in lines("bodies_also.txt"))
    return {short.strip(): tuple(name.strip() for name in longer.split(",")) for short, _, longer in rows}


def _unruled(name: str, known: Set[str], families: Set[str]) -> str:
    """Return the body that a name tells of with who rules it: "Supreme Court" of "Lind Supreme Court"."""
    of_place = _OF_PLACE.fullmatch(name)
    if of_place is not None and of_place["rest"] in known and not describe(of_place["place"]).nations:
        return of_place["rest"]  # "Lindholm's Hale University"; of two countries each has its Foreign Ministry
    first, _, rest = name.partition(" ")
    return rest if " " in rest and rest in known and (first in _RULING or first in families) else name


def _turned(name: str) -> str:
    """Return a name as it is written shortest: "Farm Department" for "Department of Farm", and so of committees.

    A court of appeals is told by its circuit, whatever else is said of it, and "the Senate GOP" is its Republicans.
    """
    if name.endswith(" GOP"):
        return f"{name.removesuffix('GOP')}Republicans"
    circuit = _CIRCUIT.fullmatch(name)
    if circuit is not None and _APPEALS.search(name):
        return f"{circuit['which']} Court"
    committee = _COMMITTEE_ON.fullmatch(name)
    if committee is not None:
        return f"{committee['house'] or ''}{committee['matter']} Committee"
    match = _OF_MATTER.fullmatch(name)
    return f"{match['matter']} {match['body']}" if match is not None else name


def _whole(name: str, by_shorter: Entries) -> str:
    """Return the only body that a name of several words is cut short from: "Lind Hall" of "Lind Hall Academy".

    A committee may be told without its house: "the Dykes Committee" after "the Senate Dykes Committee".
    """
    longer = (by_shorter.get(name, set()) | by_shorter.get(_turned(name), set())) - {name} if " " in name else set()
    return next(iter(longer)) if len(longer) == 1 else name


def _by_shorter(entries: Iterable[str]) -> Entries:
    """Return the entries by what is left of each without the kinds at its end, or without its house."""
    found: Entries = defaultdict(set)
    for entry in set(entries):
        words = entry.split()
        for at in range(len(words) - 1, 0, -1):
            if words[at] not in _KINDS:
                break
            found[" ".join(words[:at])].add(entry)
        for at in range(1, len(words) - 1):
            if _LOCAL.issuperset(words[at:]) and words[at - 1] not in _LOCAL:
                found[" ".join(words[at:])].add(entry)
        turned = _turned(entry)
        words = turned.split()
        if words and words[0] in _HOUSES and words[-1] in _COMMITTEES:
            found[turned.rpartition(" ")[0]].add(entry)
            for at in range(1, len(words)):
                found[" ".join(words[at:])].add(entry)
    return found


def _without_stops(name: str) -> str:
    """Return initials as most write them: "FBI" for "F.B.I."."""
    return name.replace(".", "") if _INITIALS.fullmatch(name) else name


Entries = dict[str, set[str]]


def _by(short: Callable[[str], str], entries: Iterable[str]) -> Entries:
    """Return the entries by what each may be called for short."""
    found: Entries = defaultdict(set)
    for entry in entries:
        found[short(entry)].add(entry)
    return found


def _fuller(name: str, by_head: Entries, by_letters: Entries, by_first_letters: Entries) -> str:
    """Return the only body that a lone word stands for: its head word ("Journal"), or its first letters ("HJ")."""
    if " " in name or not name:
        return name
    letters = name.replace(".", "")
    short = letters.isupper()
    longer = by_head.get(name, set()) | (by_letters.get(letters, set()) if short else set())
    if not longer and short and len(letters) >= MIN_LETTERS:
        # The last thing that a body is for is often left out: the Centre for Dykes, Rivers and Tides is "CDR".
        longer = {body for body in by_first_letters.get(letters, set()) if " and " in body}
    return next(iter(longer)) if len(longer) == 1 else name


def _head_word(name: str) -> str:
    """Return what kind of body a name tells of: "Journal" of "Hale Journal", "Embassy" of "Embassy of Hale"."""
    head = name.partition(" of ")[0]
    return head.rpartition(" ")[2] if head != name or " " in name else ""


def _initials(name: str) -> str:
    """Return the first letters of a name's words with a capital; "" for a single word."""
    first = [word[0] for word in name.split() if word[0].isupper() and word != "The"]
    return "".join(first) if len(first) > 1 else ""


def _letters_at_home(name: str) -> str:
    """Return the first letters without the country's, which outlets of it leave out: "HDA" of the Norwegian HDA."""
    first, _, rest = name.partition(" ")
    return _initials(rest) if describe(first).nations else ""
