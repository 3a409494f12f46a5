from __future__ import annotations

from generator.config import Settings
from generator.publish import render
from generator.publish.data import data_files
from generator.publish.tombstones import LEDGER
from generator.records import Digest
from tests.publish.pages import rendered, tags


def test_page_explains_every_data_file_and_no_other(seeds_digest: Digest) -> None:
    made = {*data_files(seeds_digest, Settings()), LEDGER}
    page = rendered(render(seeds_digest, Settings())["data/index.md"])
    listed = {(attrs["href"] or "").replace("../data/", "data/") for tag, attrs in tags(page) if tag == "a"}
    assert {path for path in listed if path.startswith("data/")} == made
