"""The desk: every question has what can be answered, and an answer ends it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.desk import asked_of
from generator.overrides.edit import added, listed, read_bytes
from generator.project import build, open_project
from generator.records import Finding
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
