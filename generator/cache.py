"""Annotations kept on disk under a key of all that they depend on.

In: cleaned articles. Out: annotated ones, the same bytes of output whether the cache is cold, warm, broken or absent.
"""

from __future__ import annotations

import hashlib
import io
import pickle
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any, Protocol

from generator.annotate import annotate
from generator.code import code
from generator.files import clear_halves, write_whole
from generator.language import Language, let_models_go
from generator.records import AnnotatedArticle, Article
from generator.sweeps import without_sweeps
from generator.workers import ALONE, Workers

CHECKSUM = 32  # bytes of the SHA-256 that stand before what is kept
# Annotating looks at none of these, so a changed template costs no new annotation.
NOT_USED_TO_ANNOTATE = ("publish", "collate", "overrides", "cli", "scaffold")
SPARE = 200  # entries of the cache that may lie about: those of other branches and of texts that are being edited

MANY = 250  # articles: what is done with so many needs the memory more than the next build, a second sooner, the model


class Progress(Protocol):
    """Told how far a build is."""

    def __call__(self, done: int, total: int, stage: str = "", /) -> None:
        """Take note of how many articles are done and of all; 0 of 0: the `stage` begins."""
        ...


def silent(done: int, total: int, stage: str = "") -> None:
    """Show no progress."""


@dataclass(frozen=True, slots=True)
class Annotator:
    """Annotates articles, from the cache where it can."""

    language: Language
    folder: Path | None = None
    """Where annotations are kept; None: nowhere."""
    workers: Workers = ALONE
    progress: Progress = silent

    def __call__(self, articles: Sequence[Article]) -> list[AnnotatedArticle]:
        """Return the annotated articles, in order."""
        if self.folder is not None:
            clear_halves(self.folder)
        with without_sweeps():
            found = [self._recall(article) for article in articles]
        missing = [number for number, annotated in enumerate(found) if annotated is None]
        done = len(articles) - len(missing)
        self.progress(done, len(articles))
        work = partial(_annotated, language=self.language)
        made_of = self.workers.each(work, [articles[number] for number in missing])
        for number, made in zip(missing, made_of, strict=True):
            found[number] = made.value
            self._keep(made)
            done += 1
            self.progress(done, len(articles))
        if missing and len(articles) > MANY:
            let_models_go()
        self._prune(articles)
        return [annotated for annotated in found if annotated is not None]

    def _recall(self, article: Article) -> AnnotatedArticle | None:
        if self.folder is None:
            return None
        found = load(self.folder / self._key(article))
        return found if isinstance(found, AnnotatedArticle) and found.article == article else None

    def _keep(self, made: _Sent) -> None:
        if self.folder is not None:
            keep_packed(self.folder / self._key(made.value.article), made.data or packed(made.value))

    def _prune(self, articles: Sequence[Article]) -> None:
        """Drop what this build did not need, once it is the larger part."""
        if self.folder is None:
            return
        with suppress(OSError):  # a cache that cannot be tidied is as good as it was
            kept = sorted(path for path in self.folder.iterdir() if path.is_file())
            if len(kept) > SPARE + 4 * len(articles):
                needed = {self._key(article) for article in articles}
                for path in kept:
                    if path.name not in needed:
                        path.unlink(missing_ok=True)

    def _key(self, article: Article) -> str:
        # The cleaned article and not the file's bytes: how one is cleaned depends on what recurs in its neighbours.
        return hashlib.sha256(
            "\x1f".join((code(NOT_USED_TO_ANNOTATE), self.language.name, repr(article))).encode()
        ).hexdigest()


@dataclass(frozen=True, slots=True)
class _Sent:
    """An annotated article that is packed once: to be sent by another process, and to be kept."""

    value: AnnotatedArticle
    data: bytes | None = None

    def __reduce__(self) -> tuple[Callable[[bytes], _Sent], tuple[bytes]]:
        return _arrived, (self.data or packed(self.value),)


def _arrived(data: bytes) -> _Sent:
    found = unpacked(data)
    assert isinstance(found, AnnotatedArticle)
    return _Sent(found, data)


def _annotated(article: Article, language: Language) -> _Sent:
    return _Sent(annotate(article, language))


def keep(path: Path, value: object) -> None:
    """Write a value to `path`, whole or not at all. A full disk or a read-only folder costs the cache, no more."""
    keep_packed(path, packed(value))


def keep_packed(path: Path, data: bytes) -> None:
    """Write a value that is packed already to `path`, as `keep` does."""
    try:
        write_whole(path, hashlib.sha256(data).digest() + data, mode=0o600)
    except OSError:
        return


def load(path: Path) -> object | None:
    """Return the value kept at `path`; None when there is none, or it was cut short or changed."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    checksum, data = data[:CHECKSUM], data[CHECKSUM:]
    if hashlib.sha256(data).digest() != checksum:
        return None
    try:
        return unpacked(data)
    except ValueError:
        return None


def packed(value: object) -> bytes:
    """Return a value as bytes."""
    written = io.BytesIO()
    _Writer(written, protocol=5).dump(value)
    return written.getvalue()


def unpacked(data: bytes) -> object:
    """Return the value of bytes. Raises `ValueError` for what this generator has not packed."""
    try:
        found: object = _Records(io.BytesIO(data)).load()
    except Exception as error:  # whatever bytes made elsewhere raise
        raise ValueError from error
    return found


class _Writer(pickle.Pickler):
    """Writes a record as its class and its values: made of them in one call, it is back three times as soon."""

    def reducer_override(self, value: object) -> Any:
        return (type(value), values) if (values := _values_of(value)) is not None else NotImplemented


def _values_of(value: object) -> tuple[object, ...] | None:
    """Return the values that a record is made of, in order; None for what is no record or is not made of them alone."""
    kind: Any = type(value)
    names = _names_of(kind)
    return None if names is None else tuple(getattr(value, name) for name in names)


@cache
def _names_of(kind: type[Any]) -> tuple[str, ...] | None:
    if not is_dataclass(kind) or hasattr(kind, "__post_init__"):
        return None
    known = fields(kind)
    return tuple(each.name for each in known) if all(each.init and not each.kw_only for each in known) else None


class _Records(pickle.Unpickler):
    """Loads our records and dates and nothing else: a cache that came with a foreign repository runs no code."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in (("datetime", "date"), ("builtins", "frozenset")):
            return super().find_class(module, name)
        if module.startswith("generator.") and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and is_dataclass(found):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no record")
