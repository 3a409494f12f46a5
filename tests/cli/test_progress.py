"""What a long build tells of how far it is."""

from __future__ import annotations

import pytest

from generator.cli import report
from generator.cli.report import progress_of


class Clock:
    """A clock that goes on a second with every look."""

    def __init__(self, step: float) -> None:
        self.step, self.now = step, 0.0

    def monotonic(self) -> float:
        self.now += self.step
        return self.now


def told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], step: float) -> list[str]:
    monkeypatch.setattr(report, "time", Clock(step))
    with progress_of() as progress:
        progress(0, 0, "Reading")
        progress(0, 0, "Annotating")
        for done in range(10, 41):
            progress(done, 40)
        progress(0, 0, "Comparing")
    return capsys.readouterr().err.splitlines()


def test_what_is_done_at_once_needs_no_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(monkeypatch, capsys, step=0.01) == []


def test_a_long_build_tells_its_stage_its_count_and_the_time_that_is_left(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(monkeypatch, capsys, step=1.0) == [
        "Annotating …",
        "Annotating: 12 of 40, 42 s left",
        "Annotating: 16 of 40, 28 s left",
        "Annotating: 20 of 40, 22 s left",
        "Annotating: 24 of 40, 17 s left",
        "Annotating: 28 of 40, 13 s left",
        "Annotating: 32 of 40, 8 s left",
        "Annotating: 36 of 40, 4 s left",
        "Annotating: 40 of 40",
        "Comparing …",
    ]
