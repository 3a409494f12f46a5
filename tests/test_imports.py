"""The way of the data as imports: no circle, and each room looks only at those that come before it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

import pytest

from tests.conftest import ROOT

MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((ROOT / "generator").rglob("*.py"))
}
_ROOMS = (
    (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").partition("## The rooms")[2].partition("\n## ")[0]
)
ORDER = [name for row in re.findall(r"^\| (`.*?) \|", _ROOMS, re.M) for name in re.findall(r"`(\w+)(?:/|\.py)`", row)]
"""The rooms of `collate` as the document has them."""
MOST_ROOMS = 12


def imported(module: str) -> Iterator[str]:
    """Yield the modules of the package that one of them imports, at whatever place and for whatever purpose."""
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in MODULES else node.module for name in names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


IMPORTS: Mapping[str, set[str]] = {name: {*imported(name)} & MODULES.keys() - {name} for name in MODULES}


def room(module: str) -> str:
    """Return the room of `collate` that a module is of."""
    return [*module.split("."), "", ""][2] if module.startswith("generator.collate.") else ""


def test_no_module_imports_itself_by_way_of_others() -> None:
    try:
        TopologicalSorter({name: there for name, there in IMPORTS.items() if name != "generator"}).prepare()
    except CycleError as circle:
        pytest.fail(" → ".join(circle.args[1]))


AFTER = {
    "read": {"annotate", "overrides", "collate", "publish"},
    "clean": {"read", "annotate", "overrides", "collate", "publish"},
    "annotate": {"read", "clean", "overrides", "collate", "publish"},
    "overrides": {"annotate", "collate", "publish"},
    "collate": {"read", "publish"},
}
"""What each stage must not know."""


@pytest.mark.parametrize("stage", AFTER)
def test_a_stage_looks_at_none_that_comes_after_it(stage: str) -> None:
    looks = {there for name in MODULES if name.startswith(f"generator.{stage}") for there in IMPORTS[name]}
    assert {name for name in looks if name.split(".")[1] in AFTER[stage]} == set()


def test_a_room_of_collate_looks_only_at_those_above_it() -> None:
    rooms = {room(name) for name in MODULES} - {""}
    assert sorted(rooms) == sorted(ORDER)
    backwards = {
        f"{name} → {there}"
        for name in MODULES
        for there in IMPORTS[name]
        if room(name) and room(there) and ORDER.index(room(there)) > ORDER.index(room(name))
    }
    assert backwards == set()
    folders = {room(name) for name in MODULES if name.count(".") > 2} - {""}
    assert len(folders) <= MOST_ROOMS
