"""Speed of `annotate` against one bare pass of the same model, and how often each speaker rule is right.

    python benchmarks/annotating.py CORPUS [--limit N] [--rounds N] [--out system.jsonl] [--counts] [--floor 1.5]

CORPUS: a folder of texts (`*.txt`, or below `text/`), each line a paragraph. With `attributions/STEM_WHO.ann` beside
(brat standoff: Source, Cue, Content, tied by E lines) `--counts` prints the lines of `generator/data/rule_counts.txt`
and what share of the quotes is published as certain. Words a second are of CPU time of one process, loading excluded.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.annotate import annotate, annotate_text  # noqa: E402
from generator.annotate.confidence import CERTAIN, FigureKey, key_of  # noqa: E402
from generator.annotate.quoted_words import FEW, WORD  # noqa: E402
from generator.language import SpacyLanguage  # noqa: E402
from generator.records import Span  # noqa: E402
from generator.single import raw_article  # noqa: E402

Fragment = tuple[int, int]
_SPAN = re.compile(r"(T\d+)\t\S+ (\d+ \d+(?:;\d+ \d+)*)\t")
_COVERED = 0.5  # share of a quote's words that labelled content must cover


def main() -> int:
    """Print the figures; exit status 1 when the ratio is below the floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--out", type=Path, help="write what was found, one JSON object an article")
    parser.add_argument("--counts", action="store_true", help="count the rules' right answers instead of the time")
    parser.add_argument("--floor", type=float, help="exit 1 when annotate is not that many times as fast")
    args = parser.parse_args()
    folder = args.corpus / "text" if (args.corpus / "text").is_dir() else args.corpus
    files = sorted(folder.glob("*.txt"))[: args.limit]
    texts = {file.stem: file.read_bytes().decode("utf-8") for file in files}
    language = SpacyLanguage.load()
    if args.out:
        with args.out.open("w", encoding="utf-8") as stream:
            for stem, text in texts.items():
                stream.write(json.dumps(annotate_text(text, language=language, file=stem), ensure_ascii=False) + "\n")
    if args.counts:
        _print_counts(texts, args.corpus / "attributions", language)
        return 0
    ratio = _print_speed(list(texts.values()), language, args.rounds)
    return 1 if args.floor and ratio < args.floor else 0


def _print_speed(texts: list[str], language: SpacyLanguage, rounds: int) -> float:
    words = sum(len(text.split()) for text in texts)
    bare = annotated = float("inf")
    for _ in range(rounds):  # in turns, so that a busy machine slows both
        start = time.process_time()
        for _doc in language.nlp.pipe(texts):
            pass
        bare = min(bare, time.process_time() - start)
        start = time.process_time()
        for number, text in enumerate(texts):
            annotate(raw_article(text, None, str(number)), language)
        annotated = min(annotated, time.process_time() - start)
    print(f"articles {len(texts)}, words {words}")
    print(f"bare pass   {words / bare:8.0f} words/s")
    print(f"annotate    {words / annotated:8.0f} words/s")
    print(f"ratio       {bare / annotated:8.2f}")
    return bare / annotated


def _print_counts(texts: dict[str, str], folder: Path, language: SpacyLanguage) -> None:
    """Print the counts. A few quoted words that the corpus gives to nobody were given to somebody wrongly.

    A long stretch without a label somebody said: there the label is missing.
    """
    right, answered, certain = Counter[FigureKey](), Counter[FigureKey](), Counter[str]()
    for stem, text in texts.items():
        labelled = [(sources, content) for sources, _, content in attributions(folder, stem)]
        found = annotate(raw_article(text, None, stem), language)
        for quote in found.quotes:
            gold = labelled_source(quote.inner, labelled)
            count = len(WORD.findall(quote.inner.of(text)))
            if gold is None and count >= FEW:
                continue
            certain["quotes"] += gold is not None
            if quote.source is None or quote.source_kind is None:
                continue
            key = key_of(quote.decided_by, quote.cue.of(text) if quote.cue else None, quote.source_kind, count)
            hit = any(quote.source.start < end and start < quote.source.end for start, end in gold or ())
            answered[key] += 1
            right[key] += hit
            if quote.confidence >= CERTAIN:
                certain["certain"] += 1
                certain["right"] += hit
    for key in sorted(answered):
        print(*key, right[key], answered[key])
    share, good = certain["certain"] / certain["quotes"], certain["right"] / max(1, certain["certain"])
    print(f"# certain: {share:.1%} of {certain['quotes']} quotes, {good:.1%} of these right", file=sys.stderr)


def labelled_source(inner: Span, labelled: list[tuple[list[Fragment], list[Fragment]]]) -> list[Fragment] | None:
    """Return the labelled source of the attribution that covers most of some words, None where it has none."""
    length = inner.end - inner.start
    shares = [
        (sum(max(0, min(end, inner.end) - max(start, inner.start)) for start, end in content), sources)
        for sources, content in labelled
    ]
    if not shares or sum(share for share, _ in shares) < _COVERED * length:
        return None
    return max(shares, key=lambda pair: pair[0])[1] or None


def attributions(folder: Path, stem: str) -> Iterator[tuple[list[Fragment], list[Fragment], list[Fragment]]]:
    """Yield (source, cue, content) of each attribution of the article's first annotator."""
    files = sorted(file for file in folder.glob(f"{stem}_*.ann") if file.name.rpartition("_")[0] == stem)
    if not files:
        return
    spans: dict[str, list[Fragment]] = {}
    for line in files[0].read_text(encoding="utf-8").split("\n"):
        if match := _SPAN.match(line):
            pairs = (pair.split() for pair in match[2].split(";"))
            spans[match[1]] = [(int(start), int(end)) for start, end in pairs]
        elif line.startswith("E"):
            parts: dict[str, list[Fragment]] = {"Source": [], "Cue": [], "Content": []}
            for argument in line.split("\t")[1].split()[1:]:
                role, _, reference = argument.partition(":")
                parts.get(role.rstrip("0123456789"), []).extend(spans.get(reference, []))
            if parts["Content"]:
                yield parts["Source"], parts["Cue"], parts["Content"]


if __name__ == "__main__":
    sys.exit(main())
