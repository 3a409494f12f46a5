"""What is swept less often while a build runs is swept as before when it ends."""

from __future__ import annotations

import gc

import pytest

from generator.sweeps import AT_ONCE, few_sweeps


def test_sweeps_are_few_within_and_as_before_behind_even_where_the_build_fails() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError), few_sweeps():
        assert gc.get_threshold() == (AT_ONCE, *before[1:])
        raise ValueError
    assert gc.get_threshold() == before
