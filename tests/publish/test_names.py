"""The short name that stands beside a quote."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.collate import collate
from generator.config import Settings
from generator.publish.edition import Edition
from generator.records import Person, PersonId
from tests.articles import article


@pytest.mark.parametrize(
    ("people", "short"),
    [
        ({"Ruth Okafor": ("Ruth Okafor", "Okafor")}, ["Okafor"]),
        # Both alone in some article: the surname is what news write, though the forename is shorter.
        ({"Ruth Okafor": ("Ruth Okafor", "Okafor", "Ruth")}, ["Okafor"]),
        # A mother bears it too, but whom news call so is the one whom they call so.
        (
            {"Ruth Okafor": ("Ruth Okafor", "Okafor"), "Ada Okafor": ("Ada Okafor", "Ada")},
            ["Okafor", "Ada"],
        ),
        (
            {"Ruth Okafor": ("Ruth Okafor", "Okafor"), "Ada Okafor": ("Ada Okafor", "Okafor")},
            ["Ruth Okafor", "Ada Okafor"],
        ),
        ({"Lin Bao": ("Lin Bao", "Lin")}, ["Lin"]),
        ({"Harbour Office": ("Harbour Office", "the office")}, ["Harbour Office"]),
    ],
)
def test_a_person_is_called_by_the_surname_and_in_full_where_two_would_be_alike(
    people: dict[str, tuple[str, ...]], short: list[str]
) -> None:
    made = tuple(
        Person(PersonId(name), name, "organisation" if "Office" in name else "person", names)
        for name, names in people.items()
    )
    digest = replace(collate([article("a", "The ferry sank.")]), people=made)
    assert list(Edition(digest, Settings(site_name="Harbour")).label.values()) == short
