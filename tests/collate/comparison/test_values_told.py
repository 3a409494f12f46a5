"""Which counts that are told of several times stand in one row."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

from generator.collate.comparison.measured import Measured
from generator.collate.comparison.values_told import _same_count
from generator.groups import Groups


def counted(manner: str) -> Measured:
    value = SimpleNamespace(number=3.0, dimension="count", thing="sailor", manner=manner)
    return cast(Measured, SimpleNamespace(value=value))


def test_which_clause_of_a_count_comes_first_changes_no_row() -> None:
    told = [counted(""), counted("killed"), counted("killed"), counted("")]
    groups = Groups(len(told))
    groups.unite(0, 1)
    groups.unite(2, 3)
    assert _same_count(told, groups) == [[0, 1, 2, 3]]
