"""Every data file below `docs/data/`: the digest itself, one table a kind, citations, annotations, feeds, schemas."""

from __future__ import annotations

from generator.config import Settings
from generator.publish.digest_json import digest_json
from generator.records import Digest


def data_files(digest: Digest, settings: Settings) -> dict[str, bytes]:
    """Return the data files: path below `docs/` and bytes."""
    return {"data/digest.json": digest_json(digest, settings)}
