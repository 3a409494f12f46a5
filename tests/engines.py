"""`python -m tests.engines SITE SITE` compares the sites that two engines built of the same `docs/`.

Every page must be in both, with the same ids in the same order, links to the same places, the same words, title and
metadata, and where it has scripts a policy. Which files of its theme an engine copies beside them is its own affair.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

HOST = "https://digest.example/"
POLICY = "Content-Security-Policy"


@dataclass
class Seen:
    """What a reader, a link or a machine finds on a page."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    described: list[tuple[str, str]] = field(default_factory=list)
    words: str = ""
    scripts: bool = False


class _Reading(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__()
        self.address, self.seen, self.inside = address, Seen(), ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {key: value or "" for key, value in attrs}
        self.inside = tag
        self.seen.scripts |= tag == "script"
        if "id" in named:
            self.seen.ids.append(named["id"])
        if tag == "a" and "href" in named:
            self.seen.links.append(urljoin(self.address, named["href"]))
        if tag == "meta" and named.get("http-equiv") == POLICY:  # its hashes are of the theme's own scripts
            self.seen.described.append((POLICY, named["content"].partition("script-src")[0]))
        elif tag == "meta":
            name = named.get("name") or named.get("property") or named.get("http-equiv") or "charset"
            self.seen.described.append((name, named.get("content", named.get("charset", ""))))
        elif tag == "link" and named.get("rel") == "canonical":
            self.seen.described.append(("canonical", named["href"]))

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside != "script":
            self.seen.words += "".join(data.split())


def seen(site: Path, page: str) -> Seen:
    """Return what is on a page of a site."""
    reading = _Reading(HOST + page.removesuffix("index.html"))
    reading.feed((site / page).read_text(encoding="utf-8"))
    return reading.seen


def pages(site: Path) -> list[str]:
    """Return the pages of a site."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def differences(one: Path, other: Path) -> Iterator[str]:
    """Yield, in a line each, what is not the same on the pages of two sites."""
    yield from (f"{page}: only in one" for page in sorted({*pages(one)} ^ {*pages(other)}))
    for page in sorted({*pages(one)} & {*pages(other)}):
        here, there = seen(one, page), seen(other, page)
        for name in (each.name for each in fields(Seen)):
            if (left := getattr(here, name)) != (right := getattr(there, name)):
                place = next((n for n, pair in enumerate(zip(left, right, strict=False)) if pair[0] != pair[1]), 0)
                yield f"{page}: {name}: {left[place : place + 60]!r} / {right[place : place + 60]!r}"
        if there.scripts and not any(name == POLICY for name, _ in there.described):
            yield f"{page}: scripts and no policy"


def main() -> int:
    """Print what differs; return the exit status."""
    one, other = map(Path, sys.argv[1:])
    found = list(differences(one, other))
    print(*found, f"{len(pages(one))} pages, {len(found)} differences", sep="\n")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
