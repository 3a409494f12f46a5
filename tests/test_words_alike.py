from __future__ import annotations

import pytest

from generator.config import Settings
from generator.language import SpacyLanguage
from generator.pipeline import build_digest
from generator.publish.edition import Edition
from generator.records import Metadata, RawArticle, Stated
from generator.words_alike import as_seen, disguised

BODY = "“The pier stands as it did before the ferry struck it,” Ann Lee told reporters on Monday in the harbour."


@pytest.mark.parametrize("name", ["ВВС", "BВC", "B\u200bBC", "ＢＢＣ\u2060", "bbc", "BBC\u202e"])
def test_what_looks_the_same_is_seen_as_one(name: str) -> None:
    assert as_seen(name) == "bbc"


@pytest.mark.parametrize(
    ("name", "is_so"), [("BBC", False), ("ВВС", True), ("B\u00adBC", True), ("Le Télégramme", False)]
)
def test_only_other_letters_disguise(name: str, is_so: bool) -> None:
    assert disguised(name) == is_so


def digest_of(language: SpacyLanguage, *outlets: str) -> Edition:
    raws = [
        RawArticle(
            f"a{n}.txt",
            "0" * 64,
            f"{BODY}\n\nMore of it, number {n}.",
            "paragraphs",
            Metadata(outlet=Stated(name, "x")),
        )
        for n, name in enumerate(outlets)
    ]
    return Edition(build_digest(raws, language), Settings())


def test_a_look_alike_is_told_and_counts_as_no_more_outlet(language: SpacyLanguage) -> None:
    edition = digest_of(language, "Alder Courier", "Аlder Соurier", "Harbour News")
    assert edition.outlets([*edition.articles]) == 2
    told = [finding for finding in edition.digest.findings if "only look like" in finding.what]
    assert [finding.where for finding in told] == ["seeds/a1.txt"]
    assert "“Alder Courier”" in told[0].what


def test_a_look_alike_of_a_known_outlet_is_told_without_it(language: SpacyLanguage) -> None:
    assert any("those of “BBC”" in finding.what for finding in digest_of(language, "ВВС").digest.findings)


def test_an_outlet_of_another_script_is_no_look_alike(language: SpacyLanguage) -> None:
    edition = digest_of(language, "Известия", "Страна", "BBC")
    assert edition.outlets([*edition.articles]) == 3
    assert not any("only look like" in finding.what for finding in edition.digest.findings)
