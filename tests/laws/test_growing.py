"""A folder that grows: every short link that was ever given still leads somewhere, whatever comes in what order."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.config import Settings
from generator.project import Project, build
from generator.publish import share
from generator.publish.tombstones import PERMALINK, led_on, places_of, read_ledger, told_on
from generator.records import Digest
from tests.conftest import ROOT

SEEDS = sorted(path.name for path in (ROOT / "seeds").glob("*.txt"))
MILL = {
    "alder": """Mill fire in Alder

A fire destroyed the old mill of Alder on Monday, 5 June 2023. Ann Lee, the miller, sold the mill in 2019.

“We heard a bang. Then the roof fell,” Lee said on Tuesday.
""",
    "birch": """Alder loses its mill

BIRCH, 6 June 2023 – The old mill of Alder burned down on Monday. Police arrested a roofer after the fire.

“We heard a bang,” said Ann Lee, who ran the mill.
""",
    "cedar": """Roofer held over fire

7 June 2023

Police arrested a roofer on Tuesday after a fire destroyed the mill in Alder. The council met to talk about the ruin.

“Then the roof fell,” Ann Lee said.
""",
    "elm": """Council wants mill back

8 June 2023

The council of Alder voted on Wednesday to rebuild the mill that burned on Monday. The roofer was released on Wednesday.

“We will rebuild it,” said the mayor, Tom Ek.
""",
    "fir": """A roofer goes home

9 June 2023

The roofer who was arrested after the fire in Alder was released on Wednesday. Mayor Tom Ek met the miller on Thursday.

“I did nothing,” said Per Lee, the roofer. “I was at home,” Lee said.

The fire destroyed the mill.
""",
}


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Annotations of the same articles are made once, in whatever order they come."""
    return tmp_path_factory.mktemp("cache")


def grown(place: Project, name: str) -> Digest:
    place.seeds.mkdir(exist_ok=True)
    if name in MILL:
        (place.seeds / f"{name}.txt").write_text(MILL[name], encoding="utf-8")
    else:
        shutil.copy(ROOT / "seeds" / name, place.seeds)
    return build(place).digest


def stands(docs: Path, address: str) -> bool:
    """Return whether there is such a page, and such a place on it."""
    path, _, anchor = address.partition("#")
    pages = [docs / path / "index.html", docs / path / "index.md", docs / f"{path.rstrip('/')}.md"]
    texts = [page.read_text(encoding="utf-8") for page in pages if page.is_file()]
    return any(not anchor or f'id="{anchor}"' in text for text in texts)


def dead(place: Project, digest: Digest, ever: set[str]) -> list[str]:
    """Return the links ever given that neither stand, nor lead on, nor say what they were and where their words are."""
    ledger, told, places = read_ledger(place.docs), told_on(digest), places_of(digest)
    wrong = []
    for path in sorted(ever):
        page = (place.docs / path).read_text(encoding="utf-8")
        kind, name, _ = path.split("/")
        links = re.findall(r'(?:href="|url=)\.\./\.\./([^"]*)"', page)
        if not all(stands(place.docs, link) for link in links if not link.startswith("assets/")):
            wrong.append(f"{path} leads to what is not there: {links}")
        if "is no longer in" not in page and "leads to no one person" not in page:
            continue
        leads = kind == "e" and led_on(name, ledger, told)
        if leads or f"{kind}/{name}" in places:
            wrong.append(f"{path} is said to be gone, and its words are told")
        words = "p/" if kind == "p" else "articles/"
        if f"<code>/{kind}/{name}/</code>" not in page or not any(link.startswith(words) for link in links):
            wrong.append(f"{path} does not say what it was")
    return wrong


@pytest.mark.parametrize("aliased", [share.ALIASED, 0])
@pytest.mark.parametrize(
    "order",
    [
        pytest.param(order, id=name)
        for name, order in {
            "mill": [*MILL],
            "mill-backwards": [*MILL][::-1],
            "mill-inside-out": ["cedar", "fir", "alder", "elm", "birch"],
            "mill-and-seeds": ["cedar", SEEDS[0], "alder", SEEDS[1], "elm"],
            "seeds": SEEDS,
            "seeds-backwards": SEEDS[::-1],
        }.items()
    ],
)
def test_every_link_ever_given_leads_on(
    order: Sequence[str], aliased: int, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share, "ALIASED", aliased)
    place = Project(Settings(), tmp_path / "seeds", tmp_path / "docs", cache)
    ever: set[str] = set()
    for name in order:
        digest = grown(place, name)
        assert dead(place, digest, ever) == []
        ever |= {path for each in place.docs.rglob("index.html") if PERMALINK.fullmatch(path := _below(place, each))}


def _below(place: Project, path: Path) -> str:
    return path.relative_to(place.docs).as_posix()
