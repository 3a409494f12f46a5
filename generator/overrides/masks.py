"""Masks names in everything that was read, before the first rule sees it: no later stage knows the name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace

from generator.config import Settings
from generator.errors import CLOSEST
from generator.ids import url_safe
from generator.overrides.entries import STALE, Entry, EntryValue, Overrides, Setting
from generator.overrides.targets import conflict, nearest, said_again
from generator.records import Article, Finding, Metadata, RawArticle, Removed, Stated

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_CAPITAL_WORD = r"[^\W\d_a-z][\w.’'-]*"
LEAST = 3  # letters of a surname that is masked wherever it stands alone
_TITLES = frozenset(("mr", "mrs", "ms", "miss", "dr", "sir", "lady", "lord", "prof", "mx", "the"))


@dataclass(frozen=True, slots=True)
class Masked:
    """What was read, and what an editor states, without the names that are masked."""

    raws: list[RawArticle]
    overrides: Overrides
    names: tuple[str, ...] = ()
    """Every form that is masked."""
    findings: tuple[Finding, ...] = ()
    without_links: frozenset[str] = frozenset()
    """Files of articles that may not lead to their original, where the name stands."""

    def unlinked(self, articles: Sequence[Article]) -> list[Article]:
        """Return the articles, those of these files without any address in what is known of them and was removed."""
        return [_unlinked(article) if article.file in self.without_links else article for article in articles]


def _unlinked(article: Article) -> Article:
    removed = tuple(Removed(_ADDRESS.sub("[address]", part.text), part.reason) for part in article.removed)
    return replace(article, removed=removed, metadata=replace(article.metadata, url=None, archived=None))


@dataclass(frozen=True, slots=True)
class _Mask:
    entry: Entry
    names: tuple[str, ...]
    instead: str
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, entry: Entry) -> _Mask:
        stated = entry.get("join")
        names = (
            entry.name,
            *(str(name) for name in (stated.value if stated and isinstance(stated.value, tuple) else ())),
        )
        mask = entry.get("mask")
        assert mask is not None
        return cls(entry, names, str(mask.value), re.compile("|".join(_forms(names))))

    def over(self, text: str) -> str:
        return self.pattern.sub(lambda found: self.instead, text)


def _masks(overrides: Overrides) -> list[_Mask]:
    return [_Mask.of(entry) for entry in overrides.of("people") if entry.get("mask")]


def _forms(names: Sequence[str]) -> Iterator[str]:
    """Yield a pattern a form of a name: whole, with what may stand between its parts, and the surname by itself."""
    for name in names:
        parts = [re.escape(part) for part in name.split()]
        between = rf"(?:[\s._-]*|\s+(?:{_CAPITAL_WORD}\s+){{1,2}})"
        yield r"(?i:\b" + r"[\s._-]*".join(parts) + r"\b)"
        if len(parts) > 1:
            yield rf"\b{parts[0]}{between}{parts[-1]}\b"
    for name in names:
        last = name.split()[-1]
        if len(name.split()) > 1 and len(last) >= LEAST:
            yield rf"\b(?:{re.escape(last)}|{re.escape(last.upper())})\b"


def mask_names(raws: Sequence[RawArticle], overrides: Overrides, seeds: str = "seeds") -> Masked:
    """Return what was read without the names that an editor masks; what else would give them away is told.

    An entry that finds its name nowhere, and one whose name still stands in the address of an article, is fatal.
    """
    masks = _masks(overrides)
    if not masks:
        return Masked([*raws], overrides)
    findings: list[Finding] = []
    without_links: set[str] = set()
    made = [*raws]
    for at, mask in enumerate(masks):
        touched = [raw for raw in made if _names(raw, mask)]
        earlier = next((other for other in masks[:at] if _alike(other.entry.name, mask.entry.name)), None)
        if not touched and earlier and earlier.instead == mask.instead:
            findings.append(said_again(mask.entry, "mask"))
        elif not touched and earlier:
            findings.append(conflict(mask.entry, earlier.entry, "mask", mask.instead, earlier.instead))
        elif not touched:
            near = nearest(mask.entry.name, _capitalised(raws))
            what = f"nobody goes by the name {mask.entry.name}" + (f"{CLOSEST}{near}" if near else "")
            step = "Write the name as the articles have it, or delete this entry"
            findings.append(mask.entry.stale(what, step, gone=overrides.partial))
        findings += (found for raw in touched for found in _gives_away(raw, mask, seeds))
        without_links |= {raw.file for raw in touched if _loses_link(raw, mask)}
        made = [_over(raw, mask) if raw in touched else raw for raw in made]
        findings += _left_over(made, mask, {raw.file for raw in touched}, seeds)
    entries = tuple(_entry_over(entry, masks) for entry in overrides.entries)
    names = tuple(sorted({name for mask in masks for name in _purged(mask)}))
    return Masked(made, replace(overrides, entries=entries), names, tuple(findings), frozenset(without_links))


def masked_in_settings(overrides: Overrides, settings: Settings) -> tuple[Finding, ...]:
    """Return where `mkdocs.yml` itself has a masked name, which is fatal: what stands there is on every page."""
    said = {"site_name": settings.site_name, "site_url": settings.site_url, "extra.digest.title": settings.title or ""}
    said |= {f"extra.digest.sigla, {name}": short for name, short in (settings.sigla or {}).items()}
    step = "Write it without the name"
    return tuple(
        Finding(STALE, f"mkdocs.yml, {key}", f"it has the name that {mask.entry.where} masks", step, fatal=True)
        for mask in _masks(overrides)
        for key, text in said.items()
        if mask.pattern.search(text) or (key == "site_url" and _in_address(text, mask))
    )


def _alike(name: str, other: str) -> bool:
    return " ".join(name.split()).casefold() == " ".join(other.split()).casefold()


def _purged(mask: _Mask) -> Iterator[str]:
    yield from mask.names
    yield from (name.split()[-1] for name in mask.names if len(name.split()[-1]) >= LEAST)


def _texts(raw: RawArticle) -> Iterator[str]:
    yield raw.text
    yield from (part.text for part in raw.removed)
    yield from raw.tags
    for field in fields(Metadata):
        if stated := getattr(raw.given, field.name):
            yield from (stated.value, stated.how)


def _names(raw: RawArticle, mask: _Mask) -> bool:
    return any(mask.pattern.search(text) for text in _texts(raw))


def _over(raw: RawArticle, mask: _Mask) -> RawArticle:
    given = {
        field.name: Stated(mask.over(stated.value), mask.over(stated.how))
        for field in fields(Metadata)
        if (stated := getattr(raw.given, field.name))
    }
    return replace(
        raw,
        text=mask.over(raw.text),
        given=Metadata(**given),
        removed=tuple(Removed(mask.over(part.text), part.reason) for part in raw.removed),
        tags=tuple(map(mask.over, raw.tags)),
    )


def _loses_link(raw: RawArticle, mask: _Mask) -> bool:
    """Return whether an editor takes the link to the original out, or its address has the name in it."""
    links = mask.entry.get("links")
    stated = (raw.given.url, raw.given.archived)
    return (links is not None and links.value == "drop") or any(
        known is not None and _in_address(known.value, mask) for known in stated
    )


def _in_address(address: str, mask: _Mask) -> bool:
    """Return whether an address has the name in it, as "…/ruth-okafor-tells"."""
    words = f"-{url_safe(address)}-"
    return any(f"-{url_safe(name)}-" in words for name in _purged(mask) if url_safe(name))


def _gives_away(raw: RawArticle, mask: _Mask, seeds: str) -> Iterator[Finding]:
    where = f"{seeds}/{raw.file}"
    if _in_address(raw.wanted_id or raw.file, mask):
        what = f"the address of this article has the name that {mask.entry.where} masks"
        yield Finding(STALE, where, what, "Rename the file, or give it an `id:` without the name", fatal=True)
    if (raw.given.url or raw.given.archived) and not mask.entry.get("links"):
        what = f"the name that {mask.entry.where} masks is one click away, on the original page"
        yield Finding(STALE, where, what, "State `links: drop` there to take the link out, or `links: keep`")


def _left_over(raws: Sequence[RawArticle], mask: _Mask, touched: set[str], seeds: str) -> Iterator[Finding]:
    """Tell where the forename of a masked person still stands by itself."""
    firsts = {name.split()[0] for name in mask.names if len(name.split()) > 1} - set(mask.instead.split())
    firsts = {first for first in firsts if first.casefold().strip(".") not in _TITLES and len(first) >= LEAST}
    for raw in raws:
        if raw.file not in touched:
            continue
        for first in sorted(firsts):
            if times := len(re.findall(rf"\b{re.escape(first)}\b", raw.text)):
                often = "once" if times == 1 else f"{times} times"
                what = f"“{first}”, a part of a name that {mask.entry.where} masks, stands here {often}"
                yield Finding(STALE, f"{seeds}/{raw.file}", what, "Mask it too with `join:`, or let it be")


def _capitalised(raws: Sequence[RawArticle]) -> set[str]:
    """Return what looks like names, to offer the nearest."""
    pattern = re.compile(rf"{_CAPITAL_WORD}(?:\s{_CAPITAL_WORD})+")
    return {found for raw in raws for found in pattern.findall(raw.text)}


def _entry_over(entry: Entry, masks: Sequence[_Mask]) -> Entry:
    """Return an entry as it reads once the names are masked: an older correction with the name in it still fits."""
    if entry.get("mask"):
        return entry

    def over(text: str) -> str:
        for mask in masks:
            text = mask.over(text)
        return text

    def value(stated: EntryValue) -> EntryValue:
        if isinstance(stated, str):
            return over(stated)
        if isinstance(stated, tuple):
            return tuple(over(part) if isinstance(part, str) else _entry_over(part, masks) for part in stated)  # type: ignore[return-value]
        return stated

    return replace(
        entry,
        words=over(entry.words),
        prefix=over(entry.prefix),
        suffix=over(entry.suffix),
        name=over(entry.name),
        which=over(entry.which),
        settings=tuple(Setting(each.key, value(each.value), each.line) for each in entry.settings),
    )
