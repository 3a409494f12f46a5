"""The weights of labels, entries and sources are of signs that tell of grammar and closed lists, and are learned."""

from __future__ import annotations

import pytest

from benchmarks.weighing_entries import Row, fitted, learn
from generator.collate.timeline.weighing import ENTRIES, LABELS, SOURCES
from generator.weights import ALWAYS, weights
from generator.wordlists import words as list_of

WORDED = ("opens:", "ends:", "before:", "behind:", "behind ,:", "subject:", "points:", "mark:")


@pytest.mark.parametrize("table", [LABELS, ENTRIES, SOURCES])
def test_every_weight_is_of_a_sign_and_every_word_a_function_word(table: str) -> None:
    known = weights(table)
    assert ALWAYS in known and all(known.values())
    words = {sign.partition(":")[2] for sign in known if sign.startswith(WORDED)}
    assert words <= list_of("function_words.txt", "function")


def rows(right: int, wrong: int, *signs: str) -> list[Row]:
    each = [True] * right + [False] * wrong
    return [Row("label", f"event{number % 9}", frozenset(signs), is_so) for number, is_so in enumerate(each)]


def test_what_right_ones_have_is_learned_and_what_few_events_have_is_not() -> None:
    told = [*rows(30, 6, "stands"), *rows(6, 30, "leans"), Row("label", "event0", frozenset(["rare"]), False)]
    found = learn(told, 1.0)
    assert found["stands"] > 0.5 and found["leans"] < -0.5
    assert set(found) == {ALWAYS, "stands", "leans"}
    assert learn(told[::-1], 1.0) == found


def test_the_weights_that_are_fitted_are_those_of_least_loss() -> None:
    [odds] = fitted([[0]] * 4, [True, True, True, False], [0.0])
    assert odds == pytest.approx(1.0986, abs=1e-4)  # the logarithm of 3 to 1
