from __future__ import annotations

from pathlib import Path

from tests.cli.test_commands import folder, run

__all__ = ["folder"]


def test_a_file_is_brought_in_once_and_can_be_built(folder: Path) -> None:
    (folder / "clipping.txt").write_text(
        "Talks go on in Beijing\n\nBy Jane Roe\n\nPublished June 20, 2023\n\n“We agree,” Mr Okafor said on Monday."
    )
    result = run("add", "clipping.txt")
    assert result.exit_code == 0, result.output
    assert "added" in result.stdout
    assert len(list((folder / "seeds").iterdir())) == 3
    assert "was there already" in run("add", "clipping.txt").stdout
    assert run("build").exit_code == 0


def test_what_cannot_be_brought_in_is_told_in_a_line_and_the_rest_is_added(folder: Path) -> None:
    (folder / "clipping.txt").write_text("Talks go on\n\n“We agree,” Mr Okafor said on Monday, June 19.")
    result = run("add", "nothing.txt", "ftp://example.org/x", "clipping.txt")
    assert result.exit_code == 1
    assert "added" in result.stdout
    assert len([line for line in result.stderr.splitlines() if not line.startswith(" ")]) == 2
    assert "Traceback" not in result.output
