"""Fields above a text as note programs and libraries write them, and texts of exports that no name tells."""

from __future__ import annotations

import json

from generator.clean import clean
from generator.read.folder import read_source, reader_of
from generator.read.input_file import InputFile

STORY = (
    "The harbour board of Tarn closed the old lock on Monday after a crack was found in its northern gate.",
    "Divers had gone down twice in the night. They saw nothing that they had not seen in the spring.",
    "“We will not open it before the winter is over,” said Ann Lee, who chairs the board.",
    "Barges go round by Port Hale until then, which takes them six hours more. The board pays for the fuel.",
)


def _read(name: str, text: str) -> object:
    contents = read_source(InputFile(name, text.encode(), name), reader_of(name))
    return clean(contents.articles[0])


def test_properties_of_a_note_are_its_metadata() -> None:
    above = "title:: Old lock closed\nauthor:: [[Jo Marsh]]\npublication:: [[Tarn Weekly]]\ndate:: [[2021-05-03]]\n"
    article = _read("a.md", above + "".join(f"- {line}\n" for line in STORY))
    assert _facts(article) == ("Old lock closed", "Tarn Weekly", "2021-05-03", "Jo Marsh")
    assert _body(article) == [*STORY]


def test_an_entry_of_bibtex_is_the_metadata_of_the_text_below() -> None:
    entry = (
        "@article{marsh2009,\n  author = {Marsh, Jo},\n  title = {Old lock closed},\n"
        "  journal = {Tarn Weekly},\n  year = 2009,\n  month = oct,\n}\n\n"
    )
    article = _read("a.md", entry + "\n\n".join(STORY) + "\n")
    assert _facts(article) == ("Old lock closed", "Tarn Weekly", "2009-10", "Jo Marsh")
    assert _body(article) == [*STORY]


def test_two_colons_in_a_text_are_no_property() -> None:
    article = _read("a.md", "std::move is what the paper printed.\n\n" + "\n\n".join(STORY))
    assert _body(article)[-4:] == [*STORY]


def test_the_only_prose_of_a_record_is_its_text() -> None:
    record = {"h1": "Old lock closed", "src": {"nm": "Tarn Weekly"}, "lnk": "https://tarn.com/a", "stuff": [*STORY]}
    article = _read("a.json", json.dumps(record))
    assert _body(article) == [*STORY]
    assert _facts(article)[:2] == ("Old lock closed", "Tarn Weekly")


def test_of_two_long_texts_none_is_known_to_be_the_article() -> None:
    record = {"h1": "Old lock closed", "one": " ".join(STORY), "two": " ".join(reversed(STORY))}
    found = read_source(InputFile("a.json", json.dumps(record).encode(), "a.json"), reader_of("a.json"))
    assert not found.articles


def _facts(article: object) -> tuple[str | None, ...]:
    stated = article.metadata  # type: ignore[attr-defined]
    values = (stated.title, stated.outlet, stated.published, stated.byline)
    return tuple(value.value if value else None for value in values)


def _body(article: object) -> list[str]:
    return [span.of(article.text) for span in article.paragraphs]  # type: ignore[attr-defined]
