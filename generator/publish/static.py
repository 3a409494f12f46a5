"""The style sheet, the script and the font of the site, as they go below `docs/assets/digest/`."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "assets"


def assets() -> dict[str, bytes]:
    """Return every asset: its path below `docs/` and its bytes."""
    return {
        f"assets/digest/{path.relative_to(FOLDER).as_posix()}": path.read_bytes()
        for path in sorted(FOLDER.rglob("*"))
        if path.is_file()
    }
