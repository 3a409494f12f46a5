"""An index by Pagefind in place of the words of a whole digest: a reader of a thousand articles loads what they seek.

The search of the site looks through every word (generator/publish/search.py), which is best as long as the words are
soon loaded. Past that Pagefind finds which articles, people and events have the words that are sought, and the search
loads and looks through the likeliest of these as it does through the whole of a smaller digest. So both answer alike.

It is made of a built site, whichever engine built it; `docs/` stays as it is.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from generator.config import Settings
from generator.errors import DigestError, Problem
from generator.publish import permalinks
from generator.publish.search import instead_of_words, told_in
from generator.words_alike import without_accents

Json = dict[str, Any]

SOON_LOADED = 1_000_000
"""Bytes of the words of a digest that `search: auto` lets a reader load: some 300 KB over the wire, 150 articles."""
INDEX = "search/pagefind"
"""Where the index lies in a site."""
RECORDS = "search/records"
"""Where what it finds lies: one file for an article, or some people or events, by the id that Pagefind gives it."""
ARTICLE = "article"
TOGETHER = 8
"""People or events that share a record: each record costs every reader some bytes."""
LEFT_OUT = ("*-ui.*", "*highlight*", "fragment")
"""What Pagefind writes for pages that have no search of their own."""
_MAGIC = b"pagefind_dcd"
_UNSEEN = re.compile("[\u00ad\u200b\u2060]")
_WORD = re.compile(r"[^\W_]+")


def wants_index(settings: Settings, words: Path) -> bool:
    """Return whether a site is searched with Pagefind: as it is set, or for `auto` by how much a reader would load.

    `words`: the script with the words of the digest.
    """
    if settings.search != "auto":
        return settings.search == "pagefind"
    return words.is_file() and words.stat().st_size > SOON_LOADED and _program() is not None


def index_site(site: Path, words: Path) -> None:
    """Put an index in the place of the words of a built site. Equal words give equal bytes.

    `words`: the script with the words of the digest, in the site or in `docs/`.

    Raises `DigestError` where Pagefind is not installed or does not make the index.
    """
    program = _program()
    if program is None:
        what = "is not there: it is made for the usual 64-bit machines alone"
        raise DigestError(Problem("pagefind", what, "Set `search: builtin` in mkdocs.yml", fatal=True))
    records = dict(_records(told_in(words.read_text(encoding="utf-8"))))
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder)
        for name, (_, text) in records.items():
            _lay_out(pages / name, text, article=name.startswith(ARTICLE))
        _run(program, pages, site / INDEX)
    _give_out(site, records)
    for pattern in LEFT_OUT:
        for left in (site / INDEX).glob(pattern):
            shutil.rmtree(left) if left.is_dir() else left.unlink()
    (site / permalinks.SEARCH).write_text(instead_of_words({"indexed": True}), encoding="utf-8")


def _records(told: Json) -> Iterator[tuple[str, tuple[Json, str]]]:
    """Yield a name of what can be found together, what the search shows of it, and the words that it is found by.

    Its number is its place in the digest, which decides among equals however the records come.
    """
    for number, article in enumerate(told["articles"]):
        shown = {**_alone(article, told), "number": number}
        about = [article[key] for key in ("title", "outlet", "siglum", "byline", "day")]
        names = [f"{person['name']} {person['names']}" for person in shown["people"]]
        # "in" stands before the outlet of a quote that is copied from a page.
        yield f"{ARTICLE}{number}", ({"articles": [shown]}, " ".join([*about, "in", *names, article["text"]]))
    for kind, said in (("people", ("name", "names", "role")), ("events", ("label", "when", "in"))):
        things = [{**thing, "number": number} for number, thing in enumerate(told[kind])]
        for some in batched(things, TOGETHER):
            words = " ".join(thing[key] for thing in some for key in said)
            yield f"{kind}{some[0]['number']}", ({kind: some}, words)


def _alone(article: Json, told: Json) -> Json:
    """Return an article with the people and statements that it needs, numbered for itself."""
    people = sorted({quote[3] for quote in article["quotes"] if quote[3] >= 0})
    statements = sorted({place for _, _, place in article["readings"]})
    who_of = {-1: -1, **{who: number for number, who in enumerate(people)}}
    return {
        **article,
        "quotes": [[*quote[:3], who_of[quote[3]], *quote[4:]] for quote in article["quotes"]],
        "readings": [[start, end, statements.index(place)] for start, end, place in article["readings"]],
        "people": [{key: told["people"][who][key] for key in ("name", "names")} for who in people],
        "statements": [told["statements"][place] for place in statements],
    }


def batched(things: list[Json], size: int) -> Iterator[list[Json]]:
    """Yield lists of up to so many things, in order."""
    yield from (things[start : start + size] for start in range(0, len(things), size))


def folded(text: str) -> str:
    """Return the words of a text as the search compares them: without marks, accents and case."""
    return " ".join(_WORD.findall(without_accents(_UNSEEN.sub("", text)).lower()))


def _lay_out(folder: Path, words: str, article: bool) -> None:
    # No language is named: then no word loses its ending, and what is found is what is written. One value of one
    # filter: Pagefind writes several in an order of chance.
    folder.mkdir()
    sort = ' data-pagefind-filter="kind:article"' if article else ""
    page = f"<!doctype html><html><body><main data-pagefind-body{sort}>{escape(folded(words))}</main></body></html>"
    (folder / "index.html").write_text(page, encoding="utf-8")


def _run(program: Path, pages: Path, index: Path) -> None:
    shutil.rmtree(index, ignore_errors=True)
    command = [str(program), "--site", str(pages), "--output-path", str(index.resolve())]
    done = subprocess.run(command, cwd=pages, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode or not (index / "pagefind-entry.json").is_file():
        said = (done.stderr or done.stdout).strip().splitlines()[-1:] or ["no word why"]
        what = f"does not make the index ({said[0]})"
        raise DigestError(Problem("pagefind", what, "Set `search: builtin` and build again", fatal=True))


def _give_out(site: Path, records: dict[str, tuple[Json, str]]) -> None:
    """Write what is shown of each thing under the id by which Pagefind finds it."""
    folder = site / RECORDS
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for fragment in (site / INDEX / "fragment").iterdir():
        found = json.loads(gzip.decompress(fragment.read_bytes()).removeprefix(_MAGIC))
        shown, _ = records[found["url"].strip("/")]
        text = json.dumps(shown, ensure_ascii=False, separators=(",", ":"))
        (folder / f"{fragment.stem}.json").write_text(text, encoding="utf-8")


def _program() -> Path | None:
    if importlib.util.find_spec("pagefind_bin") is None:
        return None  # there are machines that Pagefind is not built for
    from pagefind_bin import get_executable

    program: Path = get_executable()
    return program
