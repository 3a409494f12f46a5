"""Where somebody's words may end, what is seen there, and what is learned from it."""

from __future__ import annotations

from benchmarks.still_said import FEWEST, Place, content_of, learn, share
from generator.annotate.reported.still_said import TABLE
from generator.records import Span
from generator.weights import odds, weights


def test_what_ends_words_is_learned_from_the_articles_that_have_it() -> None:
    rows = [Place(str(n), ["conj has"], True) for n in range(40)] + [
        Place(str(n), ["conj MD"], False) for n in range(40)
    ]
    learned = learn([*rows, Place("one", ["seldom"], True)])
    assert learned["conj has"] > 0 > learned["conj MD"]
    assert "seldom" not in learned, f"fewer than {FEWEST} articles have it"


def test_words_belong_to_the_content_that_has_the_last_of_them() -> None:
    words = [Span(10, 14), Span(15, 19), Span(20, 24)]
    assert share(words, [(0, 17)]) == 2 / 3
    assert content_of(Span(0, 4), words, [([(0, 4)], [(10, 24)]), ([(40, 44)], [(10, 30)])]) == [(10, 24)]
    assert content_of(Span(0, 4), words, [([(0, 4)], [(10, 17)])]) is None


def test_a_past_behind_a_present_tells_more_than_a_past_behind_a_past() -> None:
    assert weights(TABLE)["always"] < 0, "mostly, words go on"
    assert odds(TABLE, ["conj VBD beside now"]) > odds(TABLE, ["conj VBD beside VBD"])
