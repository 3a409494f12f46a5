"""A label that tells where somebody spoke tells what was said as well, or stands nowhere."""

from __future__ import annotations

import pytest

from generator.collate.timeline import build_timeline
from tests.collate.timeline.timeline_articles import article, day


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "“It is a disgrace to close the pier,” Ortiz said on the quay’s “Face the Harbour” on Monday.",
            ["“It is a disgrace to close the pier,” Ortiz said on the quay’s “Face the Harbour” on Monday"],
        ),
        ("Mayor Ortiz said on “Meet the Port” on Monday: “As a sailor, I have got a conscience.”", []),
    ],
)
def test_the_name_of_a_programme_is_not_what_was_said(text: str, labels: list[str]) -> None:
    found = article("herald", "2024-06-12", text, ["Ortiz"])
    assert [event.label for event in build_timeline([found], [day("2024-06-12")], ())] == labels
