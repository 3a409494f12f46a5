"""Python's sweeps for circles of objects, kept from going through millions of records again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
