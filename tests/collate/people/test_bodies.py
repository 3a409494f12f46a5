"""Which names of bodies are one."""

from __future__ import annotations

import pytest

from generator.collate.people.bodies import join_bodies


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Department of Farms", "Farms Department"),
        ("Ministry of the Sea", "Sea Ministry"),
        ("Lindholm’s Brant University", "Brant University"),
        ("Lind Hall", "Lind Hall Academy"),
        ("Senate Dykes", "Senate Dykes Committee"),
        ("Dykes Committee", "Senate Dykes Committee"),
        ("CDR", "Centre for Dykes, Rivers and Tides"),
        ("Lind Prat", "Lind Prat Bank"),
        ("Lind Hall", "Lind Hall High School"),
        ("Police Department", "Lindholm Police Department"),
        ("Committee on Dykes", "Senate Dykes Committee"),
        ("Select Committee on Dykes", "House Committee on Dykes"),
        ("House Dykes", "House Committee on Dykes"),
        ("Tenth Circuit", "U.S. Court of Appeals for the Tenth Circuit"),
        ("D.C. Circuit Court", "D.C. Circuit Court of Appeals"),
        ("Senate GOP", "Senate Republicans"),
        ("GOP", "Republican Party"),
        ("HDA", "U.S. Harbour and Drug Administration"),
        ("Former Lind Hall Academy", "Lind Hall Academy"),
        ("Lind-Mart", "Lindmart"),
        ("LBC", "LBC News"),
        ("Tides Service", "Dykes and Tides Service"),
        ("Centers for Dykes", "Centers for Dykes and Tides"),
        ("DOJ", "Department of Justice"),
    ],
)
def test_a_body_is_one_under_its_short_name(one: str, other: str) -> None:
    assert len(set(join_bodies([one, other, other]).values())) == 1


@pytest.mark.parametrize(
    "names",
    [
        ["Dykes Committee", "Senate Dykes Committee", "House Dykes Committee"],  # of either
        ["Reed Party", "Iowa Reed Party"],
        ["Reed Council", "Town Reed Council"],
        ["Lind", "Lind Academy"],
        ["Lind Hall", "Lind Hall Ward"],
        ["Office of Farms", "Farms Office"],
        ["CDR", "Centre for Dykes, Rivers, Tides"],
        ["CD", "Centre for Dykes and Tides"],
        ["Police Department", "Lindholm Police Department", "Havn Police Department"],
        ["Supreme Court", "Norland Supreme Court"],
        ["Tenth Circuit", "Ninth Circuit Court"],
        ["Harbour Board", "Harbour Board and Town Fund"],
        ["LBC", "LBC News", "LBC Television"],
    ],
)
def test_bodies_that_only_share_words_are_several(names: list[str]) -> None:
    assert len(set(join_bodies(names).values())) == len(names)


def test_who_rules_a_body_is_no_part_of_its_name() -> None:
    assert (
        join_bodies(["Lind Supreme Court", "Supreme Court"], frozenset({"Lind"}))["Lind Supreme Court"]
        == "Supreme Court"
    )
    assert len(set(join_bodies(["Lind Supreme Court", "Supreme Court"]).values())) == 2
