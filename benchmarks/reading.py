"""How well and how fast files are read.

    python benchmarks/reading.py                    pages made of the seeds: pages a second and core
    python benchmarks/reading.py --pages CHECKOUT   bodies, on a checkout of scrapinghub/article-extraction-benchmark
    python benchmarks/reading.py --dates CHECKOUT   days, on the tests folder of a checkout of adbar/trafilatura

Bodies: F1 over 4-word shingles, averaged as that benchmark does it, of ours and of trafilatura's own output beside it:
ours must not be lower. Days: right, wrong, not given where the gold has one, given where it has none.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.read.days import day_in_address  # noqa: E402
from generator.read.html import read_page  # noqa: E402
from generator.read.input_file import InputFile, Unreadable  # noqa: E402
from generator.read.libraries import article_body  # noqa: E402
from generator.read.page_text import blocks, parse  # noqa: E402
from generator.records import RawArticle  # noqa: E402

PAGE = (
    "<!DOCTYPE html><html lang='en'><head><title>{title} | Example News</title><meta property='og:site_name' "
    "content='Example News'><meta property='article:published_time' content='2023-06-19T10:00:00Z'></head><body>"
    "<nav>{menu}</nav><article><h1>{title}</h1>{body}</article><aside>{menu}</aside><footer>About us</footer></body>"
)


def read(page: str, address: str | None = None) -> RawArticle | None:
    """Return the article of a page; None when it holds none."""
    try:
        return read_page(InputFile("page.html", b"", "page.html"), page, address)[0]
    except Unreadable:
        return None


def alone(page: str) -> str:
    """Return the body of a page as trafilatura tells it."""
    root = parse(page)
    return article_body(root, blocks(root)) or ""


def made_pages(count: int) -> Iterator[str]:
    """Yield pages of the seeds' paragraphs with forty links around them."""
    menu = "".join(f"<a href='/{n}'>Section {n}</a> " for n in range(20))
    files = sorted((ROOT / "seeds").glob("*.txt"))
    lines = [[line for line in file.read_text("utf-8").splitlines() if len(line) > 80] for file in files]
    for n in range(count):
        body = "".join(f"<p>{line} {n}</p>" for line in lines[n % len(lines)])
        yield PAGE.format(title=f"A headline about story {n}", menu=menu, body=body)


def speed(count: int) -> None:
    """Print pages a second of CPU time, the best of three runs, and the share of it that is trafilatura's."""
    pages = list(made_pages(count))
    read(pages[0])  # loading the libraries is not counted
    best, theirs = (min(_seconds(run, pages) for _ in range(3)) for run in (read, alone))
    words = sum(len(page.split()) for page in pages) / count
    print(f"{count} pages of {words:.0f} words: {count / best:.0f} pages/s; trafilatura alone {count / theirs:.0f}")


def _seconds(run: object, pages: list[str]) -> float:
    assert callable(run)
    began = time.process_time()
    for page in pages:
        run(page)
    return time.process_time() - began


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the runs of four words of a text; of a shorter one, all its words as one run."""
    words = text.split()
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3))) if words else Counter()


def f1(pairs: list[tuple[str, str]]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of (ours, gold) texts, the shares averaged over the pages."""
    precisions, recalls = [], []
    for ours, gold in pairs:
        found, wanted = shingles(ours), shingles(gold)
        both = sum((found & wanted).values())
        precisions += [both / sum(found.values())] if found else []
        recalls += [both / sum(wanted.values())] if wanted else []
    precision, recall = sum(precisions) / max(1, len(precisions)), sum(recalls) / max(1, len(recalls))
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def bodies(checkout: Path) -> None:
    """Print the score of our bodies and of trafilatura's own."""
    gold = json.loads((checkout / "ground-truth.json").read_text("utf-8"))
    ours, theirs = [], []
    for name, truth in sorted(gold.items()):
        page = gzip.decompress((checkout / "html" / f"{name}.html.gz").read_bytes()).decode("utf-8", "replace")
        article = read(page)
        ours.append((article.text if article else "", truth["articleBody"]))
        theirs.append((alone(page), truth["articleBody"]))
    for who, pairs in (("ours", ours), ("trafilatura", theirs)):
        exact = sum(mine.split() == truth.split() for mine, truth in pairs) / len(pairs)
        print(f"{who}: precision {{:.3f}} recall {{:.3f}} F1 {{:.3f}} exact {exact:.3f}".format(*f1(pairs)))


def dates(checkout: Path, every: int) -> None:
    """Print how the days of every n-th page with gold metadata came out."""
    gold = json.loads((checkout / "evaldata.json").read_text("utf-8"))
    items = [(address, item) for address, item in sorted(gold.items()) if item.get("title")][::every]
    tally: Counter[str] = Counter()
    for address, item in items:
        files = [checkout / folder / item["file"] for folder in ("cache", "eval")]
        file = next((file for file in files if file.exists()), None)
        if file is None:
            continue
        article = read(file.read_bytes().decode("utf-8", "replace"), address)
        stated = article.given.published.value if article and article.given.published else day_in_address(address)
        wanted = item.get("date") or None
        if wanted is None:
            tally["given where the gold has none" if stated else "rightly not given"] += 1
        else:
            tally["not given" if stated is None else "right" if stated == wanted else "wrong"] += 1
    print(", ".join(f"{name} {count}" for name, count in sorted(tally.items())))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path, metavar="CHECKOUT")
    parser.add_argument("--dates", type=Path, metavar="CHECKOUT")
    parser.add_argument("--every", type=int, default=5)
    parser.add_argument("--count", type=int, default=200)
    args = parser.parse_args()
    if args.pages:
        bodies(args.pages)
    if args.dates:
        dates(args.dates, args.every)
    if not args.pages and not args.dates:
        speed(args.count)


if __name__ == "__main__":
    main()
