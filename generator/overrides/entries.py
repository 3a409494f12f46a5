"""Reads `overrides.yml` into entries that know their line. Every mistake of the file is told at once, with its line."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, cast, get_args

import yaml

from generator.errors import DigestError, Problem
from generator.lined_yaml import LinedLoader
from generator.records import Finding, Precision

Section = Literal["articles", "blocks", "quotes", "reports", "statements", "people", "dates", "events", "rows"]
CONFLICT, STALE, NEW_PERSON, REDUNDANT = 100, 90, 89, 5
"""Weights of findings: two words of an editor that cannot both hold come first, one that no longer holds near the top,
one that is needless at the end."""
TOLD = (CONFLICT, STALE, NEW_PERSON)
"""Those of what every build tells and no look at the desk ends."""
MAX_BYTES = 20_000_000  # a hundred thousand entries
MAX_PROBLEMS = 50  # told of one file: another file in its place has the same fault in every line
TAKES_DOWN = ("hide", "mask", "withhold")
"""Keys of what may not be published as it is when the entry finds nothing."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that an entry states."""

    key: str
    value: EntryValue
    line: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the file: what it is about, and what it states."""

    section: Section
    where: str
    """ "seeds/overrides.yml:12"."""
    article: str = ""
    words: str = ""
    """Words of the article, as it has them."""
    prefix: str = ""
    suffix: str = ""
    name: str = ""
    """Of a person."""
    which: str = ""
    """Of several things that the words tell, the one with this title or day."""
    settings: tuple[Setting, ...] = ()

    def get(self, key: str) -> Setting | None:
        """Return what the entry states for `key`; None when it states nothing."""
        return next((setting for setting in self.settings if setting.key == key), None)

    def takes_down(self) -> bool:
        """Return whether to go on without this entry would publish what an editor took out."""
        return any(self.get(key) for key in TAKES_DOWN)

    def stale(self, what: str, next_step: str, gone: bool = False) -> Finding:
        """Return the finding that this entry could not be applied.

        `gone`: what it is about is not there. Then an entry that hides it has what it wants; else it has not, and to
        build would publish what an editor took down.
        """
        return Finding(STALE, self.where, what, next_step, fatal=self.takes_down() and not gone)


EntryValue = str | bool | int | tuple[str, ...] | tuple[Entry, ...] | None


@dataclass(frozen=True, slots=True)
class Overrides:
    """Every entry of one overrides file, in its order."""

    entries: tuple[Entry, ...] = ()
    partial: bool = False
    """Some articles are left out, so a name that is not found may be theirs."""

    def of(self, section: Section) -> tuple[Entry, ...]:
        """Return the entries of one section."""
        return tuple(entry for entry in self.entries if entry.section == section)


NONE = Overrides()

# What each key holds. A target says what an entry is about; the rest is what it states.
Check = Callable[[Any], EntryValue]


def _text(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int, float, date)) or not str(value).strip():
        raise ValueError("text")
    return str(value).strip()


def _maybe(check: Check) -> Check:
    return lambda value: None if value is None else check(value)


def _yes(value: Any) -> bool:
    if value is not True:
        raise ValueError("true, or leave the line out")
    return True


def _day(value: Any) -> str:
    text = _text(value)
    try:
        date.fromisoformat(text if len(text) == 10 else f"{text}-01" if len(text) == 7 else f"{text}-01-01")
    except ValueError:
        raise ValueError("a date: 2021-05-04, 2021-05 or 2021") from None
    return text


_PRECISIONS: Mapping[int, Precision] = {4: "year", 7: "month", 10: "day"}  # by the length of what `_day` takes


def precision_of(day: str | None) -> Precision:
    """Return how exact a stated day is; "none" where the editor says that nobody knows it."""
    return _PRECISIONS[len(day)] if day else "none"


def _address(value: Any) -> str:
    text = _text(value)
    if not text.startswith(("https://", "http://")) or any(letter.isspace() for letter in text):
        raise ValueError("an address that begins with https://")
    return text


def _one_of(*allowed: str) -> Check:
    def check(value: Any) -> str:
        if value not in allowed:
            raise ValueError("one of: " + ", ".join(allowed))
        return str(value)

    return check


def _yes_or_names(value: Any) -> EntryValue:
    if value is not True and not isinstance(value, list):
        raise ValueError("true, or a list of what was asked")
    return _yes(value) if value is True else _names(value)


def _names(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise ValueError("a list: [one, another]")
    return tuple(_text(name) for name in value)


def _number(value: Any) -> int:
    text = _text(value)
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise ValueError("a whole number from 1")
    return int(text)


def _places(value: Any) -> tuple[Entry, ...]:
    """Return the places of a list of `article:` and `words:`."""
    wanted = "a list of places, each with `article:` and `words:`"
    if not isinstance(value, list) or not value:
        raise ValueError(wanted)
    if not all(isinstance(place, Mapping) and {"article", "words"} <= place.keys() <= PLACE for place in value):
        raise ValueError(wanted)
    return tuple(_place({key: _text(said) for key, said in place.items()}) for place in value)


def _place(said: Mapping[str, str]) -> Entry:
    prefix, suffix, which = (said.get(key, "") for key in ("prefix", "suffix", "which"))
    return Entry("quotes", "", said["article"], said["words"], prefix, suffix, which=which)


PLACE = {"article", "words", "prefix", "suffix", "which"}
TARGETS: Mapping[Section, tuple[str, ...]] = {
    "articles": ("article",),
    "blocks": ("article", "words"),
    "quotes": ("article", "words"),
    "reports": ("article", "words"),
    "statements": ("article", "words"),
    "people": ("name",),
    "dates": ("article", "words"),
    "events": ("article", "words"),
    "rows": ("article", "words"),
}
OPTIONAL_TARGETS = ("prefix", "suffix")
TELLING_SEVERAL: tuple[Section, ...] = ("events", "rows")
"""Sections of things of which several may be told in one sentence, so that `which` tells them apart."""
SHOWN: Mapping[str, Check] = {"remark": _text}
STATED: Mapping[Section, Mapping[str, Check]] = {
    "articles": {
        **{key: _maybe(_text) for key in ("title", "outlet", "origin", "byline", "dateline")},
        "published": _maybe(_day),
        "url": _maybe(_address),
        "archived": _maybe(_address),
        "hide": _yes,
        "purge": _yes,
        **{key: _day for key in ("corrected", "updated", "retracted")},
        "notice": _address,
        "pin": _yes,
        "reviewed": _yes_or_names,
        **SHOWN,
    },
    "blocks": {"keep": _yes, "remove": _yes, "withhold": _yes},
    "quotes": {
        "speaker": _text,
        "unknown": _yes,
        "kind": _one_of("direct", "fragment", "indirect", "term"),
        "bounds": _text,
        "hide": _yes,
        "pin": _yes,
        "reviewed": _yes,
        **SHOWN,
    },
    "reports": {
        "speaker": _text,
        "unknown": _yes,
        "join": _places,
        "apart": _yes,
        "hide": _yes,
        "reviewed": _yes,
    },
    "statements": {"join": _places, "apart": _yes, "reviewed": _yes, **SHOWN},
    "people": {
        "rename": _text,
        "join": _names,
        "garbled": _places,
        "kind": _one_of("person", "organisation"),
        "hide": _yes,
        "mask": _text,
        "links": _one_of("keep", "drop"),
        "reviewed": _yes,
        **SHOWN,
    },
    "dates": {"date": _maybe(_day)},
    "events": {
        "date": _maybe(_day),
        "title": _text,
        "join": _places,
        "not_in": _names,
        "split": _yes,
        "order": _number,
        "add": _text,
        "hide": _yes,
        "reviewed": _yes,
        **SHOWN,
    },
    "rows": {"label": _text, "accept": _yes, "hide": _yes, **SHOWN},
}
EXCLUSIVE_OF_ONE: tuple[tuple[str, ...], ...] = (
    ("speaker", "unknown"),
    ("keep", "remove", "withhold"),
    ("join", "apart"),
)
"""Keys of which one thing can have only one, in whatever entries."""
EXCLUSIVE: tuple[tuple[str, ...], ...] = (
    *EXCLUSIVE_OF_ONE,
    ("add", "split"),
)
"""Keys of which one entry can have only one."""
NEEDS: Mapping[str, tuple[str, ...]] = {
    "purge": ("hide",),
    "notice": ("corrected", "updated", "retracted"),
    "links": ("mask",),
}
"""Keys that say nothing without one of others."""
ADDS = ("join", "not_in", "garbled", "reviewed")
"""Keys that add to what other entries state of the same thing: to join a third leaves the second joined."""
WHILE_HIDDEN = ("join", "not_in", "garbled", "split", "hide")
"""Keys that may stand beside `hide`: that three names are one, and that one nobody. All others are of what is shown."""
TAKEN_DOWN: Section = "articles"
"""Where `hide` takes down and says nothing of what is right: the rest holds again when it is taken back."""
NOTES = ("note", "was", "by", "on")  # for people; nothing reads them


YAML_STEPS = (
    (
        "mapping values are not allowed",
        "Put words that have a colon in them into quotation marks, and set keys below each other",
    ),
    ("'\\t'", "Indent with spaces, not with tabs"),
    ("cannot start any token", "Put the value into quotation marks"),
    ("while scanning a quoted scalar", "Close the quotation mark"),
    ("unexpected end of stream", "Close the quotation mark, or the bracket"),
    ("expected ',' or", "Close the bracket, or put the value into quotation marks"),
    ("but found '<scalar>'", "Put the whole value into one pair of quotation marks"),
    ("undefined alias", "Put the value into quotation marks"),
    ("expected <block end>", "Set the keys of an entry one below the other, all of them as far in"),
    ("could not find expected ':'", "Write `key: value`, with a colon and a space"),
)
"""What the parser of YAML says, and what somebody can do who has never heard of tokens and scalars."""


def read_overrides(path: Path) -> Overrides:
    """Return the overrides of a file; none when there is no such file. One that ends in `.yaml` will do as well.

    Raises `DigestError` that tells every mistake of the file: to build without an editor's word, or with half of it,
    could publish what they took out.
    """
    path = file_of(path)
    where = where_of(path)
    if not path.is_file():
        if path.exists() or path.is_symlink():
            raise DigestError(Problem(where, "is no file that can be read", "Put the overrides there", fatal=True))
        return NONE
    if path.stat().st_size > MAX_BYTES:
        what = f"is larger than {MAX_BYTES // 1_000_000} MB, the limit"
        raise DigestError(Problem(where, what, "Delete the entries that are needed no more", fatal=True))
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (UnicodeDecodeError, OSError) as error:
        raise DigestError(unreadable(where, error)) from None
    return parse_overrides(text, where)


def unreadable(where: str, error: Exception) -> Problem:
    """Return what is told of a file of overrides whose text cannot be had."""
    if isinstance(error, UnicodeDecodeError):
        return Problem(where, "is not saved as UTF-8", "Save it as UTF-8 in your editor, then build again", fatal=True)
    what = f"cannot be opened ({getattr(error, 'strerror', None) or type(error).__name__})"
    return Problem(where, what, "Give yourself the right to read it, then build again", fatal=True)


def parse_overrides(text: str, where: str) -> Overrides:
    """Return the overrides of the text of a file called `where`. Raises `DigestError` as `read_overrides` does."""
    try:
        root = yaml.compose(text, Loader=LinedLoader)
    except (yaml.YAMLError, RecursionError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        said = str(getattr(error, "problem", None) or "too deep")
        step = next((step for sign, step in YAML_STEPS if sign in said), "Mend the line, or the one before it")
        place = where if line is None else f"{where}:{line + 1}"
        raise DigestError(Problem(place, f"cannot be read as YAML: {said}", step, fatal=True)) from None
    problems: list[Problem] = []
    entries = tuple(_entries(root, where, problems)) if root is not None else ()
    if len(problems) > MAX_PROBLEMS:
        what = f"{len(problems) - MAX_PROBLEMS:,} more mistakes like these"
        problems[MAX_PROBLEMS:] = [Problem(where, what, "Mend these first", fatal=True)]
    if problems:
        raise DigestError(*problems)
    return Overrides(entries)


def file_of(path: Path) -> Path:
    """Return the file that is there: `overrides.yml`, or the same with the other ending."""
    other = path.with_suffix(".yaml")
    if not other.exists():
        return path
    if path.exists() or path.is_symlink():
        what = f"stands beside {path.name}, and only one of them can hold the overrides"
        step = "Bring them together in one of them and delete the other"
        raise DigestError(Problem(where_of(other), what, step, fatal=True))
    return other


def where_of(path: Path) -> str:
    """Return how messages name the file. It goes onto the site too, so it tells nothing of the machine."""
    return f"{path.parent.name}/{path.name}"


def _entries(root: yaml.Node, where: str, problems: list[Problem]) -> Iterator[Entry]:
    sections = get_args(Section)
    if not isinstance(root, yaml.MappingNode):
        step = "Begin with one of: " + ", ".join(f"`{name}:`" for name in sections)
        problems.append(Problem(where, "is not a list of overrides", step, fatal=True))
        return
    for key, node in root.value:
        name = _key(key)
        if name not in sections:
            problems.append(_unknown(_line(where, key), "section", name, sections))
        elif isinstance(node, yaml.SequenceNode):
            for item in node.value:
                if entry := _entry(cast(Section, name), item, where, problems):
                    yield entry
        elif not _is_empty(node):
            step = "Write each entry as `- ` and its keys below"
            problems.append(Problem(_line(where, node), f"{name} is not a list of entries", step, fatal=True))


def _entry(section: Section, node: yaml.Node, where: str, problems: list[Problem]) -> Entry | None:
    place = _line(where, node)
    if not isinstance(node, yaml.MappingNode):
        keys = ", ".join(f"`{key}: …`" for key in TARGETS[section])
        step = f"Write {keys} and what you state, one a line"
        problems.append(Problem(place, f"this entry of {section} has no keys", step, fatal=True))
        return None
    before = len(problems)
    optional = (
        *(OPTIONAL_TARGETS if "words" in TARGETS[section] else ()),
        *(("which",) if section in TELLING_SEVERAL else ()),
    )
    known = (*TARGETS[section], *optional, *STATED[section], *NOTES)
    target: dict[str, str] = {}
    settings: dict[str, Setting] = {}
    for key, value_node in node.value:
        name, line = _key(key), _line(where, key)
        if name not in known:
            problems.append(_unknown(line, "key", name, known))
        elif name in target or name in settings:
            problems.append(Problem(line, f"{name} stands twice in one entry", "Delete one of them", fatal=True))
        elif name not in NOTES:
            try:
                value = plain(value_node)
                if name in STATED[section]:
                    settings[name] = Setting(name, STATED[section][name](value), value_node.start_mark.line + 1)
                else:
                    target[name] = _text(value)
            except ValueError as error:
                problems.append(Problem(line, f"{name} cannot be {_found(value_node)}", f"Write {error}", fatal=True))
    if len(problems) == before:
        problems.extend(_incomplete(section, place, target, settings))
    return Entry(section, place, **target, settings=tuple(settings.values())) if len(problems) == before else None


def _incomplete(
    section: Section, place: str, target: Mapping[str, str], settings: Mapping[str, Setting]
) -> Iterator[Problem]:
    for key in TARGETS[section]:
        if key not in target:
            yield Problem(place, f"the entry has no `{key}:`", "Add it: it says what the entry is about", fatal=True)
    if not settings:
        step = "Add one of: " + ", ".join(STATED[section])
        yield Problem(place, "the entry states nothing", step, fatal=True)
    for key, needs in NEEDS.items():
        if key in settings and not any(need in settings for need in needs):
            step = "Add one of: " + ", ".join(needs)
            yield Problem(place, f"{key} says nothing by itself", step, fatal=True)
    for keys in EXCLUSIVE:
        if len(both := [key for key in keys if key in settings]) > 1:
            yield Problem(place, f"the entry states both {both[0]} and {both[1]}", "Delete one of them", fatal=True)
    if "hide" in settings and (beside := of_what_is_shown(section, settings)):
        step = "Delete one of them; a reason for yourself is a `note:`"
        yield Problem(place, f"the entry states both hide and {beside[0]}", step, fatal=True)


def of_what_is_shown(section: Section, keys: Iterable[str]) -> list[str]:
    """Return those of an entry's keys that say something of a thing as it is shown, so not where it is hidden."""
    return [] if section == TAKEN_DOWN else [key for key in keys if key not in WHILE_HIDDEN]


def plain(node: yaml.Node) -> Any:
    """Return a scalar, or a list of scalars or of mappings of scalars; anything deeper is no value of ours."""
    if isinstance(node, yaml.SequenceNode):
        return [_item(item) for item in node.value]
    return _scalar(node)


def _item(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {_key(key): _scalar(value) for key, value in node.value}
    return _scalar(node)


def _scalar(node: yaml.Node) -> Any:
    if not isinstance(node, yaml.ScalarNode):
        raise ValueError("one value")
    if node.tag == "tag:yaml.org,2002:null":
        return None
    if node.tag == "tag:yaml.org,2002:bool":
        return str(node.value).lower() in ("true", "yes", "on")
    # As it is written: "1e3" and "2023-06-19" are text for us, whatever YAML would make of them.
    return str(node.value)


def _found(node: yaml.Node) -> str:
    """Return what stands there, for a message."""
    if isinstance(node, yaml.ScalarNode):
        return f"“{node.value}”" if node.value else "empty"
    return "this list" if isinstance(node, yaml.SequenceNode) else "keys with values"


def _key(node: yaml.Node) -> str:
    return str(node.value) if isinstance(node, yaml.ScalarNode) else "? …"


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:null"


def _line(where: str, node: yaml.Node) -> str:
    return f"{where}:{node.start_mark.line + 1}"


def _unknown(where: str, what: str, name: str, known: tuple[str, ...]) -> Problem:
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.0)
    return Problem(
        where, f"unknown {what} {name!r}", f"Did you mean {near[0]!r}?", "known: " + ", ".join(known), fatal=True
    )
