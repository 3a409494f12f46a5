"""Words in a row, each run of them as one number, so that millions of runs can be held against each other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from hashlib import blake2b


def run_numbers(words: Sequence[str], length: int) -> list[int]:
    """Return a number for each run of `length` words, in order: equal runs have equal ones, in every process.

    Of 64 bits: two different runs of ten thousand articles share one less than once in a hundred thousand digests. A
    tuple of words for each run takes five times the memory.
    """
    return runs_of(word_numbers(words), length)


def word_numbers(words: Sequence[str]) -> list[int]:
    """Return a number for each word: what runs of several lengths are made of."""
    return [_number(word) for word in words]


def runs_of(numbers: Sequence[int], length: int) -> list[int]:
    """Return what `run_numbers` does, of the numbers of the words."""
    return [hash(run) for run in zip(*(numbers[at:] for at in range(length)), strict=False)]


@cache
def _number(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(errors="surrogatepass"), digest_size=7).digest())
