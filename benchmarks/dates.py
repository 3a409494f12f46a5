"""How fast time expressions are tagged on one core, and how well, on labelled news given by path.

    python benchmarks/dates.py [LABELLED.jsonl ...] [--floor-words 50000]

Speed is measured on the seeds, repeated to 200,000 words: words a second of CPU time, the best of three runs. Quality
is measured on JSON Lines, one article a line: `{"text", "dct": "YYYY-MM-DD", "dates": [{"start", "end", "type",
"value"}]}` with TIMEX3 values and offsets in code points. Figures in percent:

spans         F1 of expressions that overlap a labelled one, one to one
values        F1 of those that have its TIMEX3 value as well
days P/R/F1   of values that name a day, of type DATE or TIME: found where the label is, with its day
found days    of labelled days whose words were found, those with the right day (for corpora labelled only in part)

Exit status 1 when the speed is below --floor-words.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.annotate.dates import tag  # noqa: E402
from generator.records import Span, TimeExpression  # noqa: E402

SPEED_WORDS = 200_000
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=$|T)")


def words_a_second() -> float:
    text = "\n\n".join(path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt")))
    words = len(text.split())
    repeats = max(1, SPEED_WORDS // words)
    return max(repeats * words / _seconds([text] * repeats) for _ in range(3))


def _seconds(texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        tag(text, "2023-06-19")
    return time.process_time() - start


def day_of(kind: str, value: str | None) -> str | None:
    found = _DAY.match(value or "") if kind in ("DATE", "TIME") else None
    return found.group() if found else None


def pairs(
    labels: list[dict[str, Any]], found: tuple[TimeExpression, ...]
) -> list[tuple[dict[str, Any], TimeExpression]]:
    """Return labels and expressions that overlap, one to one, the longest overlap first."""
    overlaps = sorted(
        (-min(label["end"], one.span.end) + max(label["start"], one.span.start), i, j)
        for i, label in enumerate(labels)
        for j, one in enumerate(found)
        if one.span.overlaps(Span(label["start"], label["end"]))
    )
    labelled: set[int] = set()
    taken: set[int] = set()
    matched = []
    for _, i, j in overlaps:
        if i not in labelled and j not in taken:
            labelled.add(i)
            taken.add(j)
            matched.append((labels[i], found[j]))
    return matched


def quality(path: Path) -> str:
    count = dict.fromkeys(("labels", "found", "spans", "values", "label_days", "found_days", "days", "day_spans"), 0)
    for line in path.read_text("utf-8").splitlines():
        article = json.loads(line)
        labels, found = article["dates"], tag(article["text"], article["dct"])
        count["labels"] += len(labels)
        count["found"] += len(found)
        count["label_days"] += sum(day_of(one["type"], one["value"]) is not None for one in labels)
        count["found_days"] += sum(day_of(one.type, one.value) is not None for one in found)
        for label, one in pairs(labels, found):
            count["spans"] += 1
            count["values"] += label["value"].upper() == (one.value or "").upper()
            if wanted := day_of(label["type"], label["value"]):
                count["day_spans"] += 1
                count["days"] += wanted == day_of(one.type, one.value)
    precision, recall = _share(count["days"], count["found_days"]), _share(count["days"], count["label_days"])
    both = _share(2 * count["days"], count["found_days"] + count["label_days"])
    return (
        f"{path.name}: spans {_f1(count['spans'], count):.1f}, values {_f1(count['values'], count):.1f}, "
        f"days P {precision:.1f} R {recall:.1f} F1 {both:.1f}, "
        f"found days {_share(count['days'], count['day_spans']):.1f}"
    )


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def _f1(right: int, count: dict[str, int]) -> float:
    return _share(2 * right, count["found"] + count["labels"])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labelled", nargs="*", type=Path)
    parser.add_argument("--floor-words", type=float, default=0)
    args = parser.parse_args()
    for path in args.labelled:
        print(quality(path))
    speed = words_a_second()
    print(f"{speed:,.0f} words a second and core")
    return int(speed < args.floor_words)


if __name__ == "__main__":
    sys.exit(main())
