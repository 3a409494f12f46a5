"""The JSON twins: every page that has something of its own has one, and every page leads to the data that it shows."""

from __future__ import annotations

import json

from generator.config import Settings
from generator.publish import permalinks, render
from generator.publish.edition import Edition
from generator.records import Digest


def test_who_is_quoted_or_reported_has_a_twin_with_all_that_they_said(seeds_digest: Digest) -> None:
    files, edition = render(seeds_digest, Settings()), Edition(seeds_digest, Settings())
    assert edition.heard
    for person in sorted(edition.heard):
        twin = json.loads(files[f"{permalinks.person(person)}index.json"])
        assert twin["person"]["id"] == person
        assert twin["quotes"] or twin["reports"] or twin["statements"]


def test_who_is_only_named_has_a_row_in_the_twin_of_the_list_and_a_page_that_leads_there(seeds_digest: Digest) -> None:
    files, edition = render(seeds_digest, Settings()), Edition(seeds_digest, Settings())
    named = [person.id for person in seeds_digest.people if person.id not in edition.heard]
    assert named
    rows = {row["id"] for row in json.loads(files[f"{permalinks.PEOPLE}index.json"])["people"]}
    for person in named:
        assert f"{permalinks.person(person)}index.json" not in files
        assert person in rows
        assert b"\ndata: people/\n" in files[f"people/{person}.md"]
