from __future__ import annotations

import pickle
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator import cache
from generator.cache import SPARE, Annotator, keep, load
from generator.clean import clean
from generator.language import SpacyLanguage, _pipeline
from generator.read.input_file import InputFile
from generator.records import RawArticle, Span
from generator.workers import Workers
from tests.conftest import ROOT

TEXT = "Talks began on Monday.\n\n“We made progress,” the minister said."


class NoModel:
    """A language that parses nothing: annotating must still give an article."""

    name = "none"

    def parse(self, texts: Sequence[str]) -> list[tuple[()]]:
        return [() for _ in texts]


def test_a_kept_value_comes_back(tmp_path: Path) -> None:
    keep(tmp_path / "a", Span(1, 2))
    assert load(tmp_path / "a") == Span(1, 2)


@pytest.mark.parametrize("value", [InputFile("ferry.txt", b"ferry", "seeds/ferry.txt"), {"a": (Span(1, 2), None)}])
def test_what_a_record_makes_of_its_values_comes_back_too(tmp_path: Path, value: object) -> None:
    keep(tmp_path / "a", value)
    assert load(tmp_path / "a") == value


@pytest.mark.parametrize("cut", [0, 10, 40])
def test_a_file_that_was_cut_short_is_a_miss(tmp_path: Path, cut: int) -> None:
    keep(tmp_path / "a", Span(1, 2))
    (tmp_path / "a").write_bytes((tmp_path / "a").read_bytes()[:cut])
    assert load(tmp_path / "a") is None


def test_a_changed_byte_is_a_miss(tmp_path: Path) -> None:
    keep(tmp_path / "a", Span(1, 2))
    data = bytearray((tmp_path / "a").read_bytes())
    data[-3] ^= 1
    (tmp_path / "a").write_bytes(data)
    assert load(tmp_path / "a") is None


class Harm:
    def __reduce__(self) -> tuple[object, ...]:
        return exec, ("raise SystemExit('a cache ran code')",)


def test_a_cache_made_elsewhere_runs_no_code(tmp_path: Path) -> None:
    keep(tmp_path / "a", Harm())
    assert b"a cache ran code" in pickle.dumps(Harm())
    assert load(tmp_path / "a") is None


def test_a_folder_that_cannot_be_written_costs_only_the_cache(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    keep(tmp_path / "file" / "a", Span(1, 2))
    assert load(tmp_path / "file" / "a") is None


def test_cold_warm_and_absent_cache_give_the_same(tmp_path: Path) -> None:
    articles = [clean(RawArticle(f"{name}.txt", "", TEXT)) for name in "abc"]
    absent = Annotator(NoModel(), None)(articles)
    assert Annotator(NoModel(), tmp_path)(articles) == absent
    assert len(list(tmp_path.iterdir())) == 3
    assert Annotator(NoModel(), tmp_path)(articles) == absent


def test_progress_counts_what_the_cache_had(tmp_path: Path) -> None:
    articles = [clean(RawArticle(f"{name}.txt", "", TEXT)) for name in "ab"]
    Annotator(NoModel(), tmp_path)(articles[:1])
    seen: list[tuple[int, int]] = []
    Annotator(NoModel(), tmp_path, progress=lambda done, total: seen.append((done, total)))(articles)
    assert seen == [(1, 2), (2, 2)]


class NotAgain(NoModel):
    def parse(self, texts: object) -> list[tuple[()]]:
        raise AssertionError("annotated again")


def test_what_the_real_stages_make_comes_back_from_the_cache(tmp_path: Path, language: SpacyLanguage) -> None:
    articles = [
        clean(RawArticle(path.name, "", path.read_text("utf-8"))) for path in sorted((ROOT / "seeds").glob("*.txt"))
    ]
    made = Annotator(language, tmp_path)(articles)
    again = NotAgain()
    again.name = language.name
    assert Annotator(again, tmp_path)(articles) == made


def test_entries_that_no_build_needs_are_dropped_once_they_are_many(tmp_path: Path) -> None:
    articles = [clean(RawArticle("a.txt", "", TEXT))]
    for number in range(SPARE + 10):
        (tmp_path / f"old{number}").write_bytes(b"")
    Annotator(NoModel(), tmp_path)(articles)
    assert len(list(tmp_path.iterdir())) == 1


def test_with_many_articles_the_model_is_let_go_once_they_are_annotated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.cache.MANY", 1)
    raws = [RawArticle(file=f"{name}.txt", sha256="", text=TEXT) for name in ("ferry", "pier")]
    annotate = Annotator(SpacyLanguage.load())
    for number, left in ((1, 1), (2, 0), (1, 1)):
        assert all(found.words for found in annotate([clean(raw) for raw in raws[:number]]))
        assert _pipeline.cache_info().currsize == left


def test_an_article_that_another_process_annotated_is_packed_once(
    tmp_path: Path, language: SpacyLanguage, monkeypatch: pytest.MonkeyPatch
) -> None:
    raws = [RawArticle(f"{n}.txt", "0" * 64, f"“Bridge {n} is shut,” said Ann Lee on Monday.") for n in range(9)]
    articles = [clean(raw) for raw in raws]
    alone = Annotator(language, tmp_path / "alone")(articles)
    monkeypatch.setattr(cache, "packed", lambda value: pytest.fail("packed again"))
    assert Annotator(language, tmp_path / "several", Workers(2))(articles) == alone
    kept = [{path.name: load(path) for path in (tmp_path / name).iterdir()} for name in ("alone", "several")]
    assert kept[0] == kept[1] and len(kept[0]) == 9
