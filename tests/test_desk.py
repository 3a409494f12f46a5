"""The desk: every question has what can be answered, and an answer ends it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.collate.findings import REMOVED
from generator.correcting import Correcting
from generator.desk import asked_of
from generator.errors import DigestError
from generator.overrides.edit import added, listed, read_bytes
from generator.project import build, open_project
from generator.records import Finding, Thing
from tests.overrides.test_whole_build import folder

__all__ = ("folder",)  # the fixture
COURIER = """---
title: Ferry to sail again
outlet: Courier
published: 2021-03-09
---
The harbour board met on Monday and voted to repair the ferry.

“We have waited long enough for a ship that does not sink in the first storm,” said Ruth Okafor, the chair.

The repair will cost 12 million kroner, the board said. The ferry struck the pier on 2 February
and was towed to Skarvik on 5 February.

“Nobody ever asked the islanders about it,” one of them said. “It was a scandal all along.” Jan Lind laughed.
"""
ECHO = """---
title: Board votes for repair
published: 2021-03-10
---
“We have waited long enough for a ship that does not sink in the first storm,” said Jan Lind on Monday.

The repair will cost 14 million kroner, the board said. Board chair Ruth Okaphor told the yard in Skarvik to hurry.
"""
POST = """The ferry will sail again next week, said Jan Lind. “We are all glad of it here,” said a woman at the pier.

Ferry desk: +47 555 01 01

Advertisement: win a crossing for two with the Post and see the islands in the summer.

“We are all glad of it here,” a man said too.
"""
LETTRE = """---
title: Le bac
outlet: La Lettre
published: 2021-03-10
---
Le conseil du port a voté lundi la réparation du bac, qui avait heurté la jetée en février. Les habitants des îles sont
contents de la décision, mais ils attendent encore la date de la première traversée.
"""
OVERRIDES = """quotes:
  - article: courier
    words: Nobody ever asked the islanders about it
    speaker: Okafor-Bell
events:
  - article: courier
    words: struck the pier
    which: 2021-02-05
    date: 2021-03-20
"""


def findings(folder: Path) -> tuple[tuple[Finding, ...], list[dict[str, Any]]]:
    path = folder / "seeds" / "overrides.yml"
    digest = build(open_project(folder), use_cache=False, draft=True).digest
    there = {each.entry.where: each for each in listed(read_bytes(path), "seeds/overrides.yml")}
    return digest.findings, [asked_of(found, digest, there) for found in digest.findings]


def test_what_the_desk_writes_for_it_is_right_ends_each_question_and_raises_no_other(folder: Path) -> None:
    for name, text in (("courier.md", COURIER), ("echo.md", ECHO), ("post.txt", POST), ("lettre.md", LETTRE)):
        (folder / "seeds" / name).write_text(text, encoding="utf-8")
    path = folder / "seeds" / "overrides.yml"
    path.write_text(OVERRIDES, encoding="utf-8")
    found, asked = findings(folder)
    about = {each.about[0] for each in found if each.about}
    assert about == {"article", "quote", "statement", "person", "event", "row"}
    assert all(each["right"] and each["targets"] for each in asked)
    assert all(
        each["sentences"] for each, of in zip(asked, found, strict=True) if of.about and of.about[0] != "article"
    )
    text = OVERRIDES
    for section, fields in {str(each["right"]): each["right"] for each in asked}.values():
        text = added(text, section, fields)
    path.write_text(text, encoding="utf-8")
    assert [each.what for each in findings(folder)[0]] == []


def test_a_part_that_was_left_out_in_doubt_can_be_put_back_from_the_desk(folder: Path) -> None:
    digest = build(open_project(folder), use_cache=False).digest
    words = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    about: Thing = ("article", "courier")
    question = "left out: one two"
    doubt = Finding(REMOVED, "seeds/courier.md", "left out", "Compare", about=about, offer=words, asks=(question,))
    asked = asked_of(doubt, digest, {})
    first = ["kept", {"article": "courier", "words": words.removesuffix(" fifteen")}, ""]
    assert asked["targets"] == [first, ["articles", {"article": "courier"}, ""]]
    assert asked["right"] == ["articles", {"article": "courier", "reviewed": [question]}]


def state_of(correcting: Correcting) -> dict[str, Any]:
    """Ask as a page of the server does."""
    app = correcting.around(lambda environ, start_response: [])
    asked = {"PATH_INFO": "/-/correct/state", "REQUEST_METHOD": "GET", "REMOTE_ADDR": "127.0.0.1"}
    answer = b"".join(app({**asked, "HTTP_HOST": "127.0.0.1:8000"}, lambda status, headers: None))
    told: dict[str, Any] = json.loads(answer)
    return told


def test_of_two_entries_for_which_nothing_is_built_the_desk_shows_both(folder: Path) -> None:
    path = folder / "seeds" / "overrides.yml"
    said = "  - {{article: courier, words: {}, {}}}\n"
    both = said.format("a scandal", "speaker: Jan Lind") + said.format("scandal", "hide: true")
    path.write_text(f"quotes:\n{both}", encoding="utf-8")
    with pytest.raises(DigestError) as error:
        build(open_project(folder), draft=True)
    first = state_of(Correcting(folder / "seeds", failed=error.value.problems))["desk"][0]
    assert "contradicts seeds/overrides.yml:2: it is hidden here, and speaker is “Jan Lind” there" in first["what"]
    assert [each["where"] for each in first["stated"]] == ["seeds/overrides.yml:2", "seeds/overrides.yml:3"]


def test_what_was_saved_last_is_taken_back_first_wherever_the_file_has_it(folder: Path) -> None:
    path = folder / "seeds" / "overrides.yml"
    path.write_text(
        "quotes:\n  - {article: a, words: b, pin: true}\npeople:\n  - {name: A, hide: true}\n", encoding="utf-8"
    )
    correcting = Correcting(folder / "seeds")
    assert state_of(correcting)["last"] == "- {name: A, hide: true}"
    correcting.saved = ["- {article: a, words: b, pin: true}", "- {article: gone, words: b, pin: true}"]
    assert state_of(correcting)["last"] == "- {article: a, words: b, pin: true}"
