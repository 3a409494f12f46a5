"""One article at a time: sentences, quotes with their sources, mentions, time expressions."""

from __future__ import annotations

from typing import Any

from generator.annotate.article import annotate
from generator.language import Language

__all__ = ["annotate", "annotate_text"]


def annotate_text(
    text: str,
    published: str | None = None,
    language: Language | None = None,
    raw: bool = True,
    file: str = "text",
) -> dict[str, Any]:
    """Return what the `annotate` command prints for one text; see `generator.single`, which resolves people as well."""
    from generator import single

    return single.annotate_text(text, published, language, raw, file)
