"""What the generator itself fails on is left out with a line: every stage is made to fail here on one article."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.errors import DigestError, Problem
from generator.quarantine import MOST, without_breakers
from generator.records import RawArticle

GOOD = "Ferry strikes pier\n\n“Nobody was hurt,” said Ann Lee, its captain, on 20 June 2023.\n"
BAD = "Pier opens again\n\n“The PIER is open,” said Tom Okoro, who runs the harbour.\n"


def raw(name: str) -> RawArticle:
    return RawArticle(f"{name}.txt", "0" * 64, name)


def made_of(*bad: str) -> tuple[list[str], list[str]]:
    def make(raws: object) -> list[str]:
        names = [each.text for each in raws]  # type: ignore[attr-defined]
        if broken := {*names} & {*bad}:
            raise KeyError(*broken)
        return names

    names, left, problems = without_breakers([raw(name) for name in "abcdefghij"], make, "seeds")
    assert names == [each.text for each in left]
    assert all("(KeyError" in problem.what and problem.next_step for problem in problems)
    return names, [problem.where for problem in problems]


@pytest.mark.parametrize("bad", ["", "a", "j", "e", "aj", "bcd", "abcdefghij"])
def test_only_what_breaks_is_left_out(bad: str) -> None:
    names, where = made_of(*bad)
    assert "".join(names) == "".join(name for name in "abcdefghij" if name not in bad)
    assert sorted(where) == [f"seeds/{name}.txt" for name in bad]


def test_what_fails_on_no_article_keeps_its_traceback() -> None:
    def fails(_: object) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        without_breakers([raw("a")], fails, "seeds")


def test_what_fails_on_many_keeps_its_traceback() -> None:
    def fails(raws: object) -> None:
        if raws:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        without_breakers([raw(str(number)) for number in range(MOST + 1)], fails, "seeds")


def test_an_editors_mistake_is_no_mistake_of_an_article() -> None:
    def refuses(_: object) -> None:
        raise DigestError(Problem("seeds/overrides.yml:1", "unknown key"))

    with pytest.raises(DigestError, match="unknown key"):
        without_breakers([raw("a")], refuses, "seeds")


def failing(real):  # type: ignore[no-untyped-def]
    def call(*arguments, **named):  # type: ignore[no-untyped-def]
        if "PIER" in repr(arguments):
            raise AttributeError("no such thing")
        return real(*arguments, **named)

    return call


STEPS = [
    "generator.read.text.decode",
    "generator.pipeline.in_language",
    "generator.cache.annotate",
    "generator.collate.join_statements",
    "generator.publish.pages.article",
    "generator.publish.data.digest_data",
]


@pytest.mark.parametrize("step", STEPS)
def test_whatever_step_fails_the_others_are_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "seeds" / "bad.txt").write_text(BAD, encoding="utf-8")
    hidden = "articles:\n  - {article: bad, title: Pier, outlet: Courier}\n"
    (tmp_path / "seeds" / "overrides.yml").write_text(hidden, encoding="utf-8")
    module, _, name = step.rpartition(".")
    __import__(module)
    monkeypatch.setattr(step, failing(getattr(__import__(module, fromlist=[name]), name)))
    result = CliRunner().invoke(main, ["build"])
    assert result.exit_code == 1, result.output
    assert isinstance(result.exception, SystemExit)
    assert "seeds/bad.txt: the generator fails on it, so it was left out (AttributeError, " in result.stderr
    assert (tmp_path / "docs" / "articles" / "good.md").is_file()
    assert not (tmp_path / "docs" / "articles" / "bad.md").exists()
