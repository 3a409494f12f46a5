"""What was said stands by itself: a whole sentence that asks nothing and leans on nothing said before."""

from __future__ import annotations

import pytest

from generator.publish.whole_words import stands_by_itself


@pytest.mark.parametrize(
    "said",
    [
        "The pier in Havn will open again in the spring",
        "We have waited for this pier for three years",
        "If the council votes for the tugs, then that's the end of the ferry",
        "It's impossible to sail and pretend that the harbour is safe",
        "Rosa Ortiz knows that she has lost the wharf",
    ],
)
def test_a_whole_sentence_stands_by_itself(said: str) -> None:
    assert stands_by_itself(said)


@pytest.mark.parametrize(
    "said",
    [
        "They worried that the harbour office would close",
        "He could not have been kinder to the crew",
        "That was absolutely wrong of the council",
        "It shows you how clever the fishermen are",
        "This is a great day for everybody",
        "And I think the tugs will be sold",
        "To underscore that the harbour is safe in any weather",
        "Because the harbour is deep, and that is my plan",
        "Shame on us if we've forgotten the crew",
        "Such poor work by the mayor, who is not able to lead",
        "Ten more tugs on the island doing a fantastic job",
        "Did the captain ever tell you of the storm?",
        "The stakes are simply too high here",
        "We all were told the same by colleagues",
        "It's important for it to go forward",
        "The question ... is not whether the wharf was sold",
    ],
)
def test_half_a_sentence_a_question_and_what_leans_do_not(said: str) -> None:
    assert not stands_by_itself(said)
