"""A table of weights is added up sign by sign; what it does not know changes nothing."""

from __future__ import annotations

from math import exp, isclose

import pytest

from generator.weights import MOST, at_most, likelihood, odds, weights

TABLE = "line_weights.txt"


def test_odds_are_the_sum_of_the_weights_of_the_signs() -> None:
    table = weights(TABLE)
    assert isclose(odds(TABLE, ["above=0", "at=0"]), table["always"] + table["above=0"] + table["at=0"])


def test_a_sign_that_is_not_in_the_table_adds_nothing_and_one_given_twice_counts_once() -> None:
    assert odds(TABLE, ["above=0", "no such sign", "above=0"]) == odds(TABLE, ["above=0"])


def test_a_likelihood_is_of_the_odds_and_lies_between_0_and_1() -> None:
    assert isclose(likelihood(TABLE, ["at=0"]), 1 / (1 + exp(-odds(TABLE, ["at=0"]))))


@pytest.mark.parametrize(("value", "expected"), [(40.0, MOST), (-40.0, -MOST), (3.0, 3.0)])
def test_odds_beyond_the_most_are_the_most(value: float, expected: float) -> None:
    assert at_most(value, MOST) == expected
