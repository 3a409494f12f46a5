"""How many articles are cleaned in a second on one core.

    python benchmarks/cleaning.py [FOLDER_OF_TXT] [--articles 400]

Without a folder the articles are made of the seeds' paragraphs, about 700 words each, with a page's usual dirt around
them. Prints articles and words, then articles a second of CPU time: the best of three runs, reading not counted.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.clean import clean_folder  # noqa: E402
from generator.records import RawArticle  # noqa: E402

WORDS = 700
HEAD = (
    "Home » World » A headline about article {n}",
    "A headline about article {n} of many",
    "By Jane Doe",
    "June 19, 2023",
)
FOOT = ("Source: Example News", "More stories", "Post a comment", "© 2023 Example Media")


def from_folder(folder: Path) -> list[str]:
    return [path.read_text("utf-8", "replace") for path in sorted(folder.glob("*.txt"))]


def from_seeds(articles: int) -> list[str]:
    paragraphs = [
        line for path in sorted((ROOT / "seeds").glob("*.txt")) for line in path.read_text("utf-8").splitlines()
    ]
    paragraphs = [line for line in paragraphs if len(line) > 80]
    made = []
    for n in range(articles):
        lines, words, k = [line.format(n=n) for line in HEAD], 0, n
        while words < WORDS:
            # No two articles share a paragraph: each carries its number, as articles of a folder differ.
            lines.append(f"{paragraphs[k % len(paragraphs)]} The report of the day was number {n} of {k}.")
            words += len(lines[-1].split())
            k += 1
        made.append("\n\n".join([*lines, *FOOT]))
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--articles", type=int, default=400)
    args = parser.parse_args()
    texts = from_folder(args.folder)[: args.articles] if args.folder else from_seeds(args.articles)
    raws = [RawArticle(f"{n}.txt", "", text) for n, text in enumerate(texts)]
    words = sum(len(text.split()) for text in texts)
    best = min(_seconds(raws) for _ in range(3))
    print(
        f"{len(raws)} articles, {words / len(raws):.0f} words each: {len(raws) / best:.0f} articles/s, "
        f"{words / best / WORDS:.0f} of {WORDS} words"
    )


def _seconds(raws: list[RawArticle]) -> float:
    start = time.process_time()
    clean_folder(raws)
    return time.process_time() - start


if __name__ == "__main__":
    main()
