"""A bare month is of the year into which the sentences of the whole folder clearly put it."""

from __future__ import annotations

import pytest

from generator.collate.publication.same_months import in_same_months
from tests.collate.timeline.timeline_articles import article

JUNE = "2012-06-05"
ASTRAY = "Polls showed voters still preferred Ann Lind in November."
AHEAD = "Ann Lind will run in November. The council will vote in November."


def months(*texts: str) -> list[str | None]:
    found = in_same_months([article(str(number), JUNE, text) for number, text in enumerate(texts)])
    return [time.value for one in found for time in one.time_expressions]


def test_month_that_most_sentences_put_into_another_year_is_of_that_year() -> None:
    assert months(ASTRAY, AHEAD) == ["2012-11"] * 3
    assert months(AHEAD, ASTRAY) == ["2012-11"] * 3


@pytest.mark.parametrize(
    ("texts", "values"),
    [
        ((ASTRAY,), ["2011-11"]),
        ((ASTRAY, "Ann Lind will run in November."), ["2011-11", "2012-11"]),
        (("Ann Lind won last November.", AHEAD), ["2011-11", "2012-11", "2012-11"]),
        (("Ann Lind won in November 2011.", AHEAD), ["2011-11", "2012-11", "2012-11"]),
        (("Ann Lind lost in 2010, and left that November.", AHEAD), ["2010", "2010-11", "2012-11", "2012-11"]),
    ],
)
def test_month_stays_where_others_do_not_clearly_differ_or_words_tell_its_year(
    texts: tuple[str, ...], values: list[str]
) -> None:
    assert months(*texts) == values
