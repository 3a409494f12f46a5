"""One word, one idea: no two things of the package have one name."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator

from tests.conftest import ROOT

A_TYPE = re.compile(r"_?[A-Z][a-z]\w*")
STANDS_FOR_ANY = re.compile(r"(?:TypeVar|NewType)\(")
A_CLASS = "a class"


def named_types(source: str) -> Iterator[tuple[str, str]]:
    """Yield the name of each class of a module and of each type that it names, with what it is. No type variables."""
    tree = ast.parse(source)
    yield from ((node.name, A_CLASS) for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name, what = node.targets[0].id, ast.unparse(node.value)
            if A_TYPE.fullmatch(name) and not STANDS_FOR_ANY.match(what):
                yield name, what


def test_no_two_records_or_types_share_a_name() -> None:
    """Types that are written alike may: a table of values is called so wherever it is."""
    homes: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for path in sorted((ROOT / "generator").rglob("*.py")):
        module = str(path.relative_to(ROOT))
        for name, what in named_types(path.read_text(encoding="utf-8")):
            homes[name][module if what == A_CLASS else what] = module
    shared = {name: sorted(found.values()) for name, found in homes.items() if len(found) > 1}
    assert shared == {}


def test_classes_and_types_are_found_wherever_they_stand() -> None:
    found = [*named_types("Row = dict[str, int]\nAny = TypeVar('Any')\nMOST = 3\ndef make():\n    class Bar: ...\n")]
    assert found == [("Bar", A_CLASS), ("Row", "dict[str, int]")]
