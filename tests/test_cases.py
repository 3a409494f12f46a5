"""The reader of case files, and what the files say of themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases import TESTS, Case, cases, known_failures, read_cases

HEAD = "# Ferries\n\nA case here was **developed on**, unless its heading says otherwise.\n\n"


def read(folder: Path, text: str) -> list[Case]:
    path = folder / "ferries.md"
    path.write_text(text, encoding="utf-8")
    return read_cases(path)


def test_a_case_has_a_heading_an_input_and_the_whole_result(tmp_path: Path) -> None:
    (case,) = read(tmp_path, HEAD + "## It sails\n> One.\n>\n> Two.\n> ---\n> Three.\n- one | two\n- three\n\n")
    assert (case.heading, case.origin, case.note) == ("It sails", "developed on", "")
    assert case.quoted == ["One.", "", "Two.", "---", "Three."]
    assert case.articles == ["One.\n\nTwo.", "Three."]
    assert case.expected == ["one | two", "three"]


def test_what_stands_in_a_fence_is_input_and_no_result(tmp_path: Path) -> None:
    (case,) = read(tmp_path, HEAD + "## A list\n```\n- a\n- b\n```\n- a b\n")
    assert case.fenced == "- a\n- b\n"
    assert case.expected == ["a b"]


def test_a_heading_says_where_its_case_comes_from(tmp_path: Path) -> None:
    headings = [
        "It sails (caught)",
        "It sails (2023-06-19, evaluated on)",
        "It (the ferry) sails",
        "It sails (seed 001)",
    ]
    found = read(tmp_path, HEAD + "".join(f"## {heading}\n> One.\n" for heading in headings))
    assert [(case.heading, case.origin, case.note) for case in found] == [
        ("It sails", "caught", ""),
        ("It sails", "evaluated on", "2023-06-19"),
        ("It (the ferry) sails", "developed on", ""),
        ("It sails", "developed on", "seed 001"),
    ]


@pytest.mark.parametrize("mark", ["cuaght", "developed", "caught, evaluated on", "caught,evaluated on", "once", ""])
def test_a_mark_that_is_none_is_told(tmp_path: Path, mark: str) -> None:
    with pytest.raises(ValueError, match=r"ferries\.md: .*is no mark of a case"):
        read(tmp_path, HEAD + f"## It sails ({mark})\n> One.\n")


@pytest.mark.parametrize("head", ["# Ferries\n\n", HEAD.replace("developed", "devolped")])
def test_a_file_that_does_not_say_what_its_cases_are_is_told(tmp_path: Path, head: str) -> None:
    with pytest.raises(ValueError, match=r"ferries\.md: the head does not say"):
        read(tmp_path, head + "## It sails\n> One.\n")


def test_a_known_failure_names_the_file_whose_test_expects_it() -> None:
    assert known_failures()
    for case in known_failures():
        assert case.heading, f"write the file before the behaviour: {case.file}"
        assert case.heading not in [other.heading for other in read_cases(TESTS / case.file)]
        assert case in [param.values[0] for param in cases(TESTS / case.file)]
