"""Spellings found all at once are those found one pair at a time, which took the square of a large folder."""

from __future__ import annotations

import re
from collections import Counter
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.collate.comparison.names import SLIP, _Spellings
from generator.collate.comparison.scenes import NAMES

SPELLINGS = ("Brandt", "Brand", "Brant")
TEXTS = st.lists(st.sampled_from((*SPELLINGS, "Brandts", "met", "Brandt's", "x.")), max_size=12).map(" ".join)
FOLDERS = st.dictionaries(st.sampled_from("abcde"), TEXTS, min_size=1)


def account(text: str) -> Any:
    words = [
        SimpleNamespace(start=word.start(), end=word.end(), tag="NNP" if word[0].istitle() else "VBD")
        for word in re.finditer(r"\w+", text)
    ]
    return SimpleNamespace(
        text=text,
        grammar=SimpleNamespace(words=words),
        surface=lambda at: text[words[at].start : words[at].end],
    )


def plainly(pair: tuple[str, str], accounts: Any) -> tuple[list[tuple[str, str, int]], bool]:
    first: dict[tuple[str, str], int] = {}
    for identity in sorted(accounts):
        for at, word in enumerate(accounts[identity].grammar.words):
            if word.tag in NAMES and (surface := accounts[identity].surface(at)) in pair:
                first.setdefault((identity, surface), word.start)
    found = [(spelling, identity, start) for (identity, spelling), start in first.items()]
    if max(Counter(identity for _, identity, _ in found).values(), default=0) < len(pair):
        return found, False
    texts = [accounts[identity].text for identity in accounts]
    few, many = sorted(sum(len(re.findall(rf"\b{spelling}\b", text)) for text in texts) for spelling in pair)
    return found, many < SLIP * few


@given(FOLDERS)
def test_spellings_that_are_found_at_once_are_those_of_one_pair_after_the_other(texts: dict[str, str]) -> None:
    accounts = {identity: account(text) for identity, text in texts.items()}
    printed = _Spellings({*SPELLINGS}, accounts)  # type: ignore[arg-type]
    for pair in (("Brand", "Brandt"), ("Brandt", "Brant"), ("Brand", "Brant")):
        first = [(name, str(value.article_id), value.span.start) for name, value in printed.first_in_articles(*pair)]
        assert (first, printed.are_both_usual(*pair)) == plainly(pair, accounts)
