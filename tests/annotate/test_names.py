"""What a name's own words and those beside it tell of who somebody is."""

from __future__ import annotations

import pytest

from generator.annotate.names import find_names

SHIP = "kept the lamps of all seven lighthouses between the harbour of Havn and the far northern skerries of Tolm"


@pytest.mark.parametrize(
    ("described", "role"),
    [
        (f"a teacher from Norland who for forty years {SHIP}, said no.", "a teacher from Norland"),
        (f"a teacher from Norland – having for forty years {SHIP}, said no.", "a teacher from Norland"),
        ("a teacher from Norland, said no.", "a teacher from Norland"),
        ("a teacher who left Norland, said no.", "a teacher who left Norland"),
    ],
)
def test_a_description_too_long_to_show_ends_before_a_clause_of_it(described: str, role: str) -> None:
    text = f"Ann Okoro, {described}"
    found = [name.role.of(text) for name in find_names(text) if name.role]
    assert found == [role]


def test_a_description_too_long_to_show_ends_at_a_word() -> None:
    text = f"Ann Okoro, a teacher from the town by the sea near Norland having for forty years {SHIP}, said no."
    found = [name.role.of(text) for name in find_names(text) if name.role]
    assert len(found) == 1 and f"{found[0]} " in text


def test_a_word_with_a_hyphen_that_says_what_somebody_is_is_no_part_of_the_name() -> None:
    text = "On Monday Harbour-blogger Rosa Brandt met Ove Lind-Baker there."
    found = [name.text for name in find_names(text) if " " in name.text]
    assert found == ["Rosa Brandt", "Ove Lind-Baker"]


@pytest.mark.parametrize(
    ("before", "role"),
    [
        ("The new rules would forbid the harbour master", "harbour master"),
        ("The new rules could harm minister", None),
        ("The strike angered the harbour master", "harbour master"),
        ("The member of the city council and chairman", "member of the city council and chairman"),
    ],
)
def test_an_office_explained_by_a_name_begins_behind_the_verb(before: str, role: str | None) -> None:
    text = f"{before}, Ann Okoro, said no."
    assert [name.role and name.role.of(text) for name in find_names(text) if name.text == "Ann Okoro"] == [role]
