"""How well sentences that report one happening are joined, and how fast, on clusters of articles with labelled events.

    python benchmarks/timeline.py CLUSTERS.jsonl [--out GROUPS.jsonl] [--topics 1-35]

CLUSTERS.jsonl has one cluster of articles a line: {"cluster", "topic", "documents": [{"file", "dct" (publication day or
""), "sentences": [{"id", "text"}], "events": [{"chain", "sentence"}]}]}, as made from ECB+ (Cybulska and Vossen 2014).
GROUPS.jsonl gets {"cluster", "groups": [{"sentences": [id], "date"}]}, for any scorer; our own prints the side-event
pairs: pairs of labelled sentences of different articles that share an event chain, without the pairs that share a chain
which at least half of the articles report (nearly every sentence of a folder names its main event).
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.annotate.dates import tag  # noqa: E402
from generator.annotate.quotations import find_marked  # noqa: E402
from generator.annotate.skeletons import parse_paragraphs, words_of  # noqa: E402
from generator.collate.timeline import happenings_of, whens_of  # noqa: E402
from generator.collate.timeline.dating import Calendar  # noqa: E402
from generator.language import SpacyLanguage  # noqa: E402
from generator.records import (  # noqa: E402
    AnnotatedArticle,
    Article,
    ArticleId,
    Metadata,
    PublicationDay,
    Sentence,
    Span,
)

Cluster = dict[str, Any]


def day_of(document: dict[str, Any]) -> str | None:
    """Return the publication day, zeros put in ("2009-12-3T"); None when the document gives none."""
    found = re.match(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)", document.get("dct", ""))
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else None


def article_of(document: dict[str, Any]) -> AnnotatedArticle:
    """Return a document as an annotated article with a paragraph a sentence."""
    texts = [sentence["text"] for sentence in document["sentences"]]
    text, spans, at = "\n\n".join(texts), [], 0
    for part in texts:
        spans.append(Span(at, at + len(part)))
        at += len(part) + 2
    sentences = [
        Sentence(s["id"], span, n) for n, (s, span) in enumerate(zip(document["sentences"], spans, strict=True))
    ]
    parses = parse_paragraphs(text, spans, find_marked(text, tuple(spans)), range(len(spans)), SpacyLanguage.load())
    return AnnotatedArticle(
        Article(ArticleId(document["file"]), document["file"], "", text, tuple(spans), Metadata()),
        tuple(sentences),
        time_expressions=tag(text, day_of(document)),
        words=words_of(parses),
    )


def groups_of(cluster: Cluster) -> list[dict[str, Any]]:
    """Return the groups of sentences that the timeline's own code makes of a cluster."""
    articles = [article_of(document) for document in cluster["documents"]]
    published = [PublicationDay(day, "day" if day else "none", "given") for day in map(day_of, cluster["documents"])]
    anchors = {found.article.id: [sentence.anchor for sentence in found.sentences] for found in articles}
    happenings, links = happenings_of(articles)
    whens = whens_of(happenings, links, Calendar.of(articles, published))
    return [
        {"sentences": sorted({anchors[unit.article_id][unit.sentence] for unit in mentions})}
        | ({"date": when.date} if when.date and when.precision == "day" else {})
        for mentions, when in zip(happenings, whens, strict=True)
    ]


def chains_of(cluster: Cluster) -> dict[str, set[str]]:
    """Return the event chains of each labelled sentence, without those that half of the articles report."""
    chains: dict[str, set[str]] = defaultdict(set)
    for document in cluster["documents"]:
        for event in document["events"]:
            chains[event["sentence"]].add(event["chain"])
    return chains


def side_pairs(cluster: Cluster, groups: Sequence[dict[str, Any]]) -> tuple[int, int, int]:
    """Return how many side-event pairs are right, made and wanted."""
    chains = chains_of(cluster)
    articles = {sentence.split("#")[0] for sentence in chains}
    told_by: dict[str, set[str]] = defaultdict(set)
    for sentence, found in chains.items():
        for chain in found:
            told_by[chain].add(sentence.split("#")[0])
    main = {chain for chain, told in told_by.items() if len(told) >= len(articles) / 2}
    within: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for sentence in group["sentences"]:
            within[sentence].add(number)
    right = made = wanted = 0
    for left, other in combinations(sorted(chains), 2):
        if left.split("#")[0] == other.split("#")[0] or chains[left] & chains[other] & main:
            continue
        joined, same = bool(within[left] & within[other]), bool(chains[left] & chains[other])
        right, made, wanted = right + (joined and same), made + joined, wanted + same
    return right, made, wanted


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clusters", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--topics", default="", help="first and last topic, such as 1-35")
    args = parser.parse_args()
    clusters = list(_picked(args.clusters, args.topics))
    start = time.process_time()
    made = [groups_of(cluster) for cluster in clusters]
    seconds = time.process_time() - start
    if args.out:
        lines = [json.dumps({"cluster": c["cluster"], "groups": g}) + "\n" for c, g in zip(clusters, made, strict=True)]
        args.out.write_text("".join(lines), encoding="utf-8")
    counts = [side_pairs(cluster, groups) for cluster, groups in zip(clusters, made, strict=True)]
    right, found, wanted = (sum(column) for column in zip(*counts, strict=True))
    words = sum(len(s["text"].split()) for c in clusters for d in c["documents"] for s in d["sentences"])
    print(f"{len(clusters)} clusters, {words} words, {words / seconds:.0f} words/s, dates included")
    precision, recall, f1 = _percent(right, found), _percent(right, wanted), _percent(2 * right, found + wanted)
    print(f"side-event pairs: P {precision} R {recall} F1 {f1}")


def _picked(path: Path, topics: str) -> Iterable[Cluster]:
    first, _, last = topics.partition("-")
    for line in path.read_text(encoding="utf-8").splitlines():
        cluster = json.loads(line)
        if not topics or int(first) <= int(cluster["topic"]) <= int(last or first):
            yield cluster


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole if whole else 0:.1f}"


if __name__ == "__main__":
    main()
