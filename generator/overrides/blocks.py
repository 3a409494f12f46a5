"""Applies what an editor states of the blocks of a page, when it is cleaned: this one is body, that one is not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from generator.clean.page import LineVerdict, Page
from generator.errors import CLOSEST
from generator.masking import masked
from generator.overrides.entries import REDUNDANT, STALE, Entry, Overrides
from generator.overrides.targets import COPY_OR_DELETE, Claims, fold, nearest, no_such_article, places_in
from generator.records import Article, ArticleId, Finding, Removed

REMOVED, WITHHELD = "taken out by an editor", "withheld by an editor"
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
KEYS = ("keep", "remove", "withhold")


@dataclass(slots=True)
class StatedBlocks:
    """The entries on blocks, in the course of being applied to one page after the other."""

    overrides: Overrides
    texts: list[str] = field(default_factory=list)
    """What is withheld."""
    findings: list[Finding] = field(default_factory=list)
    claims: Claims = field(init=False)
    met: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.claims = Claims(self.findings)

    @property
    def articles(self) -> frozenset[str]:
        """The ids of the articles of whose blocks something is stated."""
        return frozenset(entry.article for entry in self.overrides.of("blocks"))

    def settle(self, identity: ArticleId, page: Page) -> None:
        """Change the verdicts of a page as the editor states them."""
        for entry in self.overrides.of("blocks"):
            if entry.article == identity:
                self._settle(entry, page)

    def _settle(self, entry: Entry, page: Page) -> None:
        here = [i for i, block in enumerate(page.blocks) if places_in(block.text, entry)]
        key = next(key for key in KEYS if entry.get(key))
        if not here:
            return  # `finish` looks among what the reader left out, and tells
        self.met.add(entry.where)
        verdicts = page.verdicts
        if key == "withhold":  # every copy: a body pasted twice would show it
            for i in here:
                self.claims.claim(f"{entry.article} {i}", "block", entry, key)
                verdicts[i] = LineVerdict(f"{WITHHELD} ({entry.where})")
            return
        fit = [i for i in here if (verdicts[i] is None) == (key == "remove")]
        if not fit:
            # Claimed all the same, so that "keep" and "remove" of one block are in conflict in whatever order.
            if self.claims.claim(f"{entry.article} {here[0]}", "block", entry, key):
                same = f"{key} is not needed any more: the digest says the same"
                self.findings.append(Finding(REDUNDANT, entry.where, same, "Delete it"))
        elif len({page.blocks[i].text for i in fit}) > 1:
            what = f'several parts of {entry.article} have these words: "{entry.words}"'
            self.findings.append(entry.stale(what, "Copy more of the words, so that only one has them"))
        elif self.claims.claim(f"{entry.article} {fit[0]}", "block", entry, key):
            verdicts[fit[0]] = None if key == "keep" else LineVerdict(f"{REMOVED} ({entry.where})")

    def finish(self, articles: Sequence[Article]) -> list[Article]:
        """Return the articles without the words that are withheld, and tell what found nothing."""
        made = [self._without_withheld(article) for article in articles]
        known = [article.id for article in articles]
        for entry in self.overrides.of("blocks"):
            article = next((article for article in made if article.id == entry.article), None)
            if article is None:
                self.findings.append(no_such_article(entry, known))
            elif entry.where not in self.met:
                self.findings.append(_not_found(entry, article))
            elif entry.get("withhold"):
                self.findings += _elsewhere(entry, made)
        return made

    def _without_withheld(self, article: Article) -> Article:
        wanted = [e for e in self.overrides.of("blocks") if e.article == article.id and e.get("withhold")]
        if not wanted:
            return article
        return replace(article, removed=tuple(self._shown(part, wanted) for part in article.removed))

    def _shown(self, part: Removed, wanted: Iterable[Entry]) -> Removed:
        entry = next((entry for entry in wanted if places_in(part.text, entry)), None)
        if entry is None:
            return part
        self.met.add(entry.where)
        self.texts.append(part.text)
        reason = part.reason if part.reason.startswith(WITHHELD) else f"{WITHHELD} ({entry.where})"
        return Removed(masked(part.text), reason)


def _elsewhere(entry: Entry, articles: Sequence[Article]) -> list[Finding]:
    """Tell which other articles have the words that are withheld in one."""
    there = [article.id for article in articles if article.id != entry.article and places_in(article.text, entry)]
    what = f"the words withheld in {entry.article} stand in others too: {', '.join(there)}"
    return [Finding(STALE, entry.where, what, "Withhold them there too, or let it be")] if there else []


def _not_found(entry: Entry, article: Article) -> Finding:
    parts = [*(span.of(article.text) for span in article.paragraphs), *(part.text for part in article.removed)]
    if entry.get("keep") and any(fold(entry.words) in fold(part.text) for part in article.removed):
        what = f'left out of {entry.article} when its file was read, so it has no place in the text: "{entry.words}"'
        return entry.stale(what, "Put the words into the file, or delete this entry")
    near = nearest(entry.words, [sentence for part in parts for sentence in _SENTENCE_END.split(part)])
    what = f'no part of {entry.article} has: "{entry.words}"' + (f"{CLOSEST}“{_short(near)}”" if near else "")
    return entry.stale(what, COPY_OR_DELETE)


def _short(text: str, words: int = 20) -> str:
    parts = text.split()
    return " ".join(parts[:words]) + (" …" if len(parts) > words else "")
