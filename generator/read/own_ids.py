"""Gives each article an id that no other has, and leaves every published id with the file that it stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.errors import Problem
from generator.ids import HASH_LENGTH, LONGEST, RESERVED, article_id, digest_of, kept, path_of
from generator.records import RawArticle


@dataclass(frozen=True, slots=True)
class Published:
    """What was published of articles before: anybody can add a file, so an id stays with its own."""

    ids: Mapping[str, str]
    """Every id ever given to an article; what it maps to does not matter here."""
    files: Mapping[str, str]
    """Of an id the file that it stands for, as `file_of` writes it. Of some no file is known."""

    def file(self, name: str) -> str:
        """Return the path of the file that an id stands for; "" where none is known."""
        return self.files.get(name, "").partition(" ")[2]


NOTHING = Published({}, {})


def file_of(sha256: str, file: str) -> str:
    """Return how a file is written down as the one of an id: by its bytes and by its path, either of which may change.

    The number of an article in its file is left out: a feed's entries move on.
    """
    return f"{sha256} {path_of(file)}"


def with_own_ids(
    articles: Sequence[RawArticle], published: Published = NOTHING
) -> tuple[list[RawArticle], list[tuple[RawArticle, str]]]:
    """Return the articles with an id each that no other has, and those that had to give way, each with the reason.

    First come those whose id was published; then stated ids; then the first in the order of the paths keeps what its
    file name gives.
    """
    wanted = [kept(article_id(raw.wanted_id, raw.file), published.ids) for raw in articles]
    holders = _holders(articles, wanted, published)
    result = list(articles)
    taken = set(RESERVED)
    gave_way: dict[int, str] = {}
    for at in sorted(
        range(len(articles)), key=lambda at: (holders.get(wanted[at]) != at, articles[at].wanted_id is None)
    ):
        own = wanted[at]
        if own in taken or holders.get(own, at) != at:
            own = _another(own, articles[at], taken, published)
            gave_way[at] = wanted[at]
        if own != article_id(articles[at].wanted_id, articles[at].file):
            result[at] = replace(articles[at], wanted_id=own)
        taken.add(own)
    return result, [(result[at], gave_way[at]) for at in sorted(gave_way)]


def told(raw: RawArticle, wanted: str, published: Published, where: str) -> Problem:
    """Return what an editor is told of an article that does not have the id that it wants."""
    own = article_id(raw.wanted_id, raw.file)
    file = published.file(wanted)
    if file and file != path_of(raw.file):
        what = f"the id “{wanted}” was published for {file}, so this one is “{own}”"
        step = f"Give the article an `id:` of its own in its front-matter; if it is the same article, name it {file}"
    else:
        what = f"another article or page has the id “{wanted}”, so this one is “{own}”"
        step = "Rename the file, or give the article an `id:` of its own in its front-matter"
    return Problem(where, what, step)


def _holders(articles: Sequence[RawArticle], wanted: Sequence[str], published: Published) -> dict[str, int]:
    """Return, for each id that was published for a known file, which article has it now; -1: that file is gone.

    It is the file at the same place, whatever its words are now; else the same bytes elsewhere; else the same name in
    another format.
    """
    wanting: defaultdict[str, list[int]] = defaultdict(list)
    for at, name in enumerate(wanted):
        if name in published.files:
            wanting[name].append(at)
    settled = {of.partition(" ")[2] for of in published.files.values()}  # who gave way has a published id too
    holders = {}
    for name, candidates in wanting.items():
        sha256, _, file = published.files[name].partition(" ")
        ways = (
            [at for at in candidates if path_of(articles[at].file) == file],
            [at for at in candidates if articles[at].sha256 == sha256],
            [
                at
                for at in candidates
                if _is_saved_anew(articles[at].file, file) and path_of(articles[at].file) not in settled
            ],
        )
        holders[name] = next((way[0] for way in ways if way), -1)
    return holders


def _another(wanted: str, raw: RawArticle, taken: set[str], published: Published) -> str:
    head = wanted[: LONGEST - HASH_LENGTH - 1].rstrip("-_")  # the hash is what tells it apart, so it must fit
    own = kept(f"{head}-{digest_of(raw.file)}", published.ids)
    while own in taken or published.file(own) not in ("", path_of(raw.file)):
        own = f"{head}-{digest_of(raw.file, own)}"
    return own


def _is_saved_anew(file: str, before: str) -> bool:
    return _without_format(file) == _without_format(before)


def _without_format(file: str) -> str:
    folder, _, name = path_of(file).rpartition("/")
    return f"{folder}/{name.rpartition('.')[0] or name}"
