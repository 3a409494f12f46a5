"""Which lines of a page are furniture: learns `generator/data/line_weights.txt` and counts how sure the weights are.

    python benchmarks/weighing.py PAGES.jsonl [--folds 5] [--write]

One page a line: {"site", "text", "body"}: the page's text as somebody copies it, and the article's own; `body` may be
missing, then what the rules leave counts as the story's, at a lower weight. Prints, for sites that were left out, how
many lines that the rules leave are furniture, and how many of these and of the story's are above each bar. `--write`
learns from all pages. Logistic regression by FTRL (McMahan et al. 2013), whose weights are mostly zero; one order.
"""

from __future__ import annotations

import argparse
import importlib
import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks._learning import Told, learned, sureness, write  # noqa: E402
from generator.clean import weighing  # noqa: E402
from generator.clean.lines import split_blocks  # noqa: E402
from generator.clean.page import Page  # noqa: E402

judging = importlib.import_module("generator.clean.judge")  # the package has its function under that name
TARGET = ROOT / "generator" / "data" / "line_weights.txt"
HEAD = (
    "What each sign of a line adds to the odds that it is furniture of its page and not the story's.",
    "Learned by benchmarks/weighing.py from the whole text of 150 pages of nearly as many sites, and from the",
    "scrapes of sixty outlets. Of words only those of the other lists are weighed; no line of any page is in it.",
)
WORDED = ("word:", "opens:", "closes:", "pair:", "long:")
FEWEST_SITES, FEWEST_FOR_WORDS = 3, 5
FURNITURE_SHARE = 0.7  # of the sites' lines with a word: others are words of stories
SHINGLE = 4  # words
BARS = (0.5, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99)


class Line(NamedTuple):
    """One line of a page: its signs, whether it is furniture, how much it counts, and whether the rules left it."""

    signs: list[str]
    furniture: bool
    weight: float
    site: str
    left: bool


def shingles(text: str) -> list[tuple[str, ...]]:
    found = re.findall(r"\w+", text.lower())
    size = min(SHINGLE, len(found))
    return [tuple(found[i : i + size]) for i in range(len(found) - size + 1)] if found else []


def lines_of(page: dict[str, str]) -> Iterator[Line]:
    """Yield the lines of a page as the rules leave it; those that cannot be told are passed over."""
    judged = Page(split_blocks(page["text"]), "scrape", frozenset())
    judging.judge(judged)
    verdicts = judged.verdicts
    around = weighing.surroundings(judged.blocks, [verdict is not None for verdict in verdicts])
    body = page.get("body")
    told, flat = set(shingles(body or "")), " " + " ".join(re.findall(r"\w+", (body or "").lower())) + " "
    for i, (block, verdict) in enumerate(zip(judged.blocks, verdicts, strict=True)):
        reason = verdict.reason if verdict else ""
        if "kept as" in reason or reason.startswith("repeats"):
            continue
        if body is None:
            opens = not around.paragraphs or i < around.paragraphs[0]
            if (verdict is None and opens and not block.ends_sentence) or reason.startswith("sub-heading"):
                continue
            furniture, weight = verdict is not None, 0.5
        else:
            own = shingles(block.text)
            weight = 1.0
            if len(own) == 1 and len(own[0]) < SHINGLE:
                if f" {' '.join(own[0])} " in flat:
                    continue
                furniture = True
            elif own:
                furniture = 2 * sum(shingle in told for shingle in own) < len(own)
            else:
                continue
        yield Line(
            list(weighing.signs(around, i)),
            furniture,
            weight * (1.5 if verdict is None else 0.7),
            page["site"],
            verdict is None,
        )


def kept_signs(rows: Iterable[Line]) -> set[str]:
    """Return the signs that enough sites have. A word must mean furniture wherever it stands: no story's is learned."""
    sites: defaultdict[str, set[str]] = defaultdict(set)
    furnished: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        for sign in row.signs:
            sites[sign].add(row.site)
            if row.furniture:
                furnished[sign].add(row.site)
    stories: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        for sign in row.signs if not row.furniture else ():
            if sign.startswith(WORDED):
                stories[sign].add(row.site)
    return {
        sign
        for sign, bearers in sites.items()
        if (
            len(furnished[sign]) >= FEWEST_FOR_WORDS
            and len(furnished[sign]) >= FURNITURE_SHARE * (len(furnished[sign]) + len(stories[sign]))
            if sign.startswith(WORDED)
            else len(bearers) >= FEWEST_SITES
        )
    }


def learn(rows: list[Line]) -> dict[str, float]:
    """Return the weights of the signs."""
    known = kept_signs(rows)
    told = (Told([sign for sign in row.signs if sign in known], row.furniture, row.weight) for row in rows)
    return learned(told)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    judging.__dict__["weigh"] = lambda page: None  # the rules alone
    with args.pages.open(encoding="utf-8") as file:
        rows = [row for line in file for row in lines_of(json.loads(line))]
    sites = sorted({row.site for row in rows})
    random.Random(1).shuffle(sites)
    fold_of = {site: n % max(1, args.folds) for n, site in enumerate(sites)}
    print(f"{len(rows)} lines of {len(sites)} sites")
    above = {bar: [0, 0] for bar in BARS}
    total = [0, 0]
    for fold in range(args.folds):
        weights = learn([row for row in rows if fold_of[row.site] != fold])
        for row in rows:
            if fold_of[row.site] == fold and row.left:
                sure = sureness(weights, row.signs)
                total[row.furniture] += 1
                for bar in BARS:
                    above[bar][row.furniture] += sure >= bar
    if args.folds:
        print(f"left by the rules: {total[1]} lines of furniture, {total[0]} of stories")
        for bar, (story, furniture) in above.items():
            print(f"  above {bar}: {furniture} of furniture, {story} of stories")
    if args.write:
        write(TARGET, HEAD, learn(rows))


if __name__ == "__main__":
    main()
