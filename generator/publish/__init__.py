"""From one `Digest` to every page and data file. Only this package knows about HTML and Markdown."""

from __future__ import annotations

from generator.config import Settings
from generator.records import Digest


def render(digest: Digest, settings: Settings) -> dict[str, bytes]:
    """Return every generated file: its path below `docs/` and its bytes."""
    return {}
