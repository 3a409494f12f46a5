"""Python's sweeps for circles of objects, kept from going through millions of records again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

AT_ONCE = 150_000  # new objects, some ten megabytes, where Python itself sweeps after each 700


@contextmanager
def without_sweeps() -> Iterator[None]:
    """Let nothing be swept: for work on records alone, which hold no circles."""
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()


@contextmanager
def only_new_swept() -> Iterator[None]:
    """Let what is there be left alone: for work that makes circles, as templates do, beside many records."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def few_sweeps() -> Iterator[None]:
    """Let what is new be swept a fiftieth as often: a build makes hundreds of thousands of records that all stay."""
    often = gc.get_threshold()
    gc.set_threshold(AT_ONCE, *often[1:])
    try:
        yield
    finally:
        gc.set_threshold(*often)
