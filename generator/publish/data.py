"""Every data file below `docs/data/`: the digest itself, one table a kind, citations, annotations, feeds, schemas."""

from __future__ import annotations

from generator.config import Settings
from generator.publish.digest_json import digest_data, dump
from generator.publish.exports import citations, tables, web_annotations
from generator.publish.feeds import feeds
from generator.publish.schemas import schema_files
from generator.publish.timeline_exports import timeline_files
from generator.publish.withheld import withheld
from generator.records import Digest


def data_files(digest: Digest, settings: Settings) -> dict[str, bytes]:
    """Return the data files: path below `docs/` and bytes."""
    digest = withheld(digest, settings)
    data = digest_data(digest)
    return {
        "data/digest.json": dump(data),
        **tables(data),
        **citations(digest),
        "data/annotations.jsonld": web_annotations(digest, settings),
        **feeds(digest, settings),
        **timeline_files(digest, settings),
        **schema_files(),
    }
