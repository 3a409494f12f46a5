"""Sentences of one's own: what the articles in `seeds/` say stands in no rule, word list, case or test.

A rule that has a sentence of one article in it was made for that sentence; a case that copies one tests nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from generator.wordlists import lines, words
from tests.conftest import ROOT

RUN = 4  # words in a row: two people seldom hit upon the same four, unless all of them are everyday ones
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
FOLDERS = ("generator", "benchmarks", "tests")
KINDS = {".py", ".txt", ".md", ".html", ".js", ".css", ".json", ".jsonl", ".yml", ".svg"}
# About the seeds by design: pages that are made of them, and the answers that say what is to be found in them.
ABOUT_SEEDS = (ROOT / "tests" / "golden", ROOT / "tests" / "scores" / "seeds.md")
# These look at the site of the seeds in a browser, and look for its people.
LOOKS_AT_SEEDS = ROOT / "tests" / "browser"


def placed(text: str) -> Iterator[tuple[str, int]]:
    """Yield the words of a text in lower case, without marks, each with where it starts."""
    for match in _WORD.finditer(text):
        yield match[0].casefold().replace("’", "'"), match.start()


@cache
def everyday() -> frozenset[str]:
    """Return the words of which a run may be made that says nothing: "as part of the", "at the end of", "on Monday".

    They are the closed lists that the generator itself calls function words and English stop words, no list made for
    this test. One word from outside of them makes a run count.
    """
    english = next(line.partition(":")[2] for line in lines("stop_words.txt") if line.startswith("en:"))
    return words("function_words.txt") | frozenset(english.split())


@cache
def runs_of_seeds() -> dict[tuple[str, ...], str]:
    """Return every telling run of the articles with the file that has it."""
    found: dict[tuple[str, ...], str] = {}
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        told = [word for word, _ in placed(path.read_text(encoding="utf-8"))]
        for at in range(len(told) - RUN + 1):
            run = tuple(told[at : at + RUN])
            if not everyday().issuperset(run):
                found.setdefault(run, path.name)
    return found


@cache
def names_of_seeds() -> frozenset[tuple[str, ...]]:
    """Return the full names of those who speak in the articles, as the answers give them."""
    answers = (ROOT / "tests" / "scores" / "seeds.md").read_text(encoding="utf-8").partition("## Days")[0]
    cells = re.findall(r"^- ([^|(]+) \|", answers, re.M)
    names = (tuple(word for word, _ in placed(name)) for cell in cells for name in cell.split(" or "))
    return frozenset(name for name in names if len(name) > 1 and name[0].isalpha())


def files(folder: str) -> list[Path]:
    found = (path for path in (ROOT / folder).rglob("*") if path.suffix in KINDS and path.is_file())
    return sorted(path for path in found if not any(path.is_relative_to(about) for about in ABOUT_SEEDS))


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_four_words_in_a_row_are_those_of_an_article(folder: str) -> None:
    copied = []
    for path in files(folder):
        text = path.read_text(encoding="utf-8")
        told = list(placed(text))
        for at in range(len(told) - RUN + 1):
            run = tuple(word for word, _ in told[at : at + RUN])
            if run in runs_of_seeds():
                line = text.count("\n", 0, told[at][1]) + 1
                copied.append(f"{path.relative_to(ROOT)}:{line}: “{' '.join(run)}” is {runs_of_seeds()[run]}'s")
    assert not copied, "\n".join(copied)


@pytest.mark.parametrize("folder", FOLDERS)
def test_nobody_of_the_articles_is_named(folder: str) -> None:
    named = []
    for path in files(folder):
        if not path.is_relative_to(LOOKS_AT_SEEDS):
            told = [word for word, _ in placed(path.read_text(encoding="utf-8"))]
            for name in sorted(names_of_seeds()):
                if any(tuple(told[at : at + len(name)]) == name for at in range(len(told))):
                    named.append(f"{path.relative_to(ROOT)}: {' '.join(name)}")
    assert not named, "\n".join(named)


def test_a_copied_sentence_would_be_found() -> None:
    path = sorted((ROOT / "seeds").glob("*.txt"))[1]
    sentence = next(line for line in path.read_text(encoding="utf-8").splitlines() if line.endswith("."))
    told = [word for word, _ in placed(sentence)]
    assert any(tuple(told[at : at + RUN]) in runs_of_seeds() for at in range(len(told)))
    assert names_of_seeds()
