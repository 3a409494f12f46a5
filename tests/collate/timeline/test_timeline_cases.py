from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

import pytest

from generator.collate.timeline import build_timeline
from generator.records import AnnotatedArticle, Event, PublicationDay
from tests.cases import Case, cases, read_cases
from tests.collate.timeline.timeline_articles import article, day

FILE = Path(__file__).with_name("timeline.md")


@dataclass(frozen=True)
class Folder:
    articles: tuple[AnnotatedArticle, ...]
    published: tuple[PublicationDay, ...]
    wanted: tuple[tuple[str, str, str, str], ...]
    """Date, marks, words of the label, articles."""


def folder_of(case: Case) -> Folder:
    articles, published = [], []
    for head, block in re.findall(r"^### (.+)\n((?:>.*\n?)+)", case.text, re.M):
        name, when, people = (field.strip() for field in head.split("|"))
        text = "\n".join(line[1:].strip() for line in block.splitlines())
        articles.append(article(name, when, text, [person.strip() for person in people.split(",") if person.strip()]))
        published.append(day(when))
    wanted = [tuple(field.strip() for field in line.split("|")) for line in case.expected]
    return Folder(tuple(articles), tuple(published), tuple(wanted))


def told(events: tuple[Event, ...]) -> list[tuple[str, str, str, str]]:
    return [
        (
            f"{event.date}..{event.end}" if event.end else event.date or "",
            ", ".join(mark for mark in ("planned", "background") if getattr(event, mark)),
            event.label,
            ", ".join(sorted({evidence.article_id for evidence in event.evidence})),
        )
        for event in events
    ]


def _place(line: tuple[str, str, str, str]) -> tuple[str, str]:
    return line[0], line[3]


@pytest.mark.parametrize("case", cases(FILE))
def test_timeline(case: Case) -> None:
    folder = folder_of(case)
    found = told(build_timeline(folder.articles, folder.published, ()))
    shown = "\n".join("- " + " | ".join(line) for line in found)
    assert len(found) == len(folder.wanted), shown or "no event"
    for want, have in zip(sorted(folder.wanted, key=_place), sorted(found, key=_place), strict=True):
        assert (want[0], want[1], want[3]) == (have[0], have[1], have[3]), shown
        assert want[2] in have[2], shown


@pytest.mark.parametrize("case", read_cases(FILE), ids=lambda case: case.heading)
def test_timeline_is_the_same_in_whatever_order_the_articles_come(case: Case) -> None:
    folder = folder_of(case)
    pairs = list(zip(folder.articles, folder.published, strict=True))
    assert len({build_timeline([a for a, _ in order], [p for _, p in order], ()) for order in permutations(pairs)}) == 1
