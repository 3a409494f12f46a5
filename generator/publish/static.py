"""The style sheet, the scripts and the font of the site, as they go below `docs/assets/digest/`."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "assets"
SCRIPT = Path(__file__).parent / "script"
PARTS = (
    *("page", "scheme", "find", "copy", "keys", "filter", "only", "peek", "take", "layers", "sort", "land"),
    *("rail", "scroll", "correct", "begin"),
)
"""What the script of every page is made of, in the order in which it stands there: a part may use those before it."""
_HEAD = """/* What the pages can do beyond being read: copy, filter, sort, switch layers, land on what was searched.
   Nothing here adds content: without it every page says the same. No inline handler, no innerHTML (the policy). */
(() => {
"use strict";
"""


def assets() -> dict[str, bytes]:
    """Return every asset: its path below `docs/` and its bytes."""
    found = {path.relative_to(FOLDER).as_posix(): path.read_bytes() for path in FOLDER.rglob("*") if path.is_file()}
    return {f"assets/digest/{name}": data for name, data in sorted({**found, "digest.js": _script()}.items())}


def _script() -> bytes:
    """Join the parts: one file is one request, and modules cannot be loaded by a page that is opened from a folder."""
    parts = [(SCRIPT / f"{name}.js").read_text(encoding="utf-8") for name in PARTS]
    return "\n".join([_HEAD, *parts, "})();\n"]).encode()
