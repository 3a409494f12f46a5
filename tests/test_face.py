"""The face of the package: what it offers, that it loads nothing by itself, and that its page tells the truth."""

from __future__ import annotations

import ast
import doctest
import json
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import generator
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "how-to" / "use-from-python.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `(\w+)` \| .* \| `([\w.]+)` \|$", PAGE, re.M)
HEAVY = {"spacy", "mkdocs", "lxml", "trafilatura", "numpy", "PIL", "click", "jinja2", "yaml", "rapidfuzz"}
# Paths that other programs were told to import from, whatever becomes of the modules behind them.
PROMISED = {
    "generator.annotate": "annotate_text",
    "generator.clean": "body_paragraphs clean",
    "generator.language": "SpacyLanguage",
    "generator.project": "build open_project",
    "generator.published": "read_digest",
    "generator.read": "read_file",
}


def in_a_fresh_interpreter(code: str) -> object:
    code += "\nprint(json.dumps(told))"
    command = [sys.executable, "-c", "import json, sys\n" + code]
    return json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)


def test_importing_the_package_loads_nothing() -> None:
    code = "before = {*sys.modules}\nimport generator\ntold = sorted({*sys.modules} - before)"
    loaded = in_a_fresh_interpreter(code)
    assert isinstance(loaded, list)
    assert not {name.partition(".")[0] for name in loaded} & HEAVY
    assert [name for name in loaded if name.startswith("generator")] == ["generator"]


def test_reading_a_published_digest_loads_no_model_and_no_parser() -> None:
    code = "from generator import read_digest\ntold = sorted({name.partition('.')[0] for name in sys.modules})"
    loaded = in_a_fresh_interpreter(code)
    assert isinstance(loaded, list)
    assert not {*loaded} & HEAVY


@pytest.mark.parametrize("name", generator.__all__)
def test_each_name_of_the_face_is_the_thing_of_its_home(name: str) -> None:
    home = import_module(dict(ROWS)[name])
    own = "clean" if name == "clean_article" else name
    assert getattr(generator, name) is getattr(home, own)
    assert name in dir(generator)


def test_the_paths_that_were_promised_lead_somewhere() -> None:
    for module, names in PROMISED.items():
        for name in names.split():
            assert callable(getattr(import_module(module), name)), (module, name)


def test_no_name_of_the_face_is_that_of_a_module_beside_it() -> None:
    modules = {path.stem for path in (ROOT / "generator").iterdir() if path.suffix in ("", ".py")}
    assert not modules & {*generator.__all__}


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    assert not hasattr(generator, "no_such_name")


def test_type_checkers_see_the_names_that_are_there_at_run_time() -> None:
    tree = ast.parse((ROOT / "generator" / "__init__.py").read_text(encoding="utf-8"))
    (branch,) = [node for node in tree.body if isinstance(node, ast.If)]
    seen = {
        alias.asname or alias.name: f"{node.module}:{alias.name}"
        for node in branch.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert seen == generator._HOMES
    assert sorted(seen) == sorted(generator.__all__)
    assert (ROOT / "generator" / "py.typed").is_file()


def test_the_page_lists_the_names_of_the_face_and_no_other() -> None:
    assert sorted(name for name, _ in ROWS) == sorted(generator.__all__)
    imported = re.findall(r">>> from generator import (.+)", PAGE)
    assert {name for names in imported for name in names.split(", ")} == {*generator.__all__}


def test_the_examples_of_the_page_run_as_they_are_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (clipping,) = re.findall(r"```text\n(.*?)```", PAGE, re.S)
    (tmp_path / "clipping.txt").write_text(clipping, encoding="utf-8")
    blocks = re.findall(r"```pycon\n(.*?)```", PAGE, re.S)
    assert PAGE.count(">>> ") == "".join(blocks).count(">>> ")
    examples = doctest.DocTestParser().get_doctest("".join(blocks), {}, "use-from-python.md", None, 0)
    said: list[str] = []
    assert doctest.DocTestRunner().run(examples, out=said.append).failed == 0, "".join(said)
