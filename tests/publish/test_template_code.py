"""Templates are compiled once and not with every run, and anew when anything of them is another."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from generator.publish.template_code import TemplateCode


class Compiling(Environment):
    """Tells how often it compiled something."""

    times = 0

    def compile(self, *given: object, **named: object) -> object:  # type: ignore[override]
        type(self).times += 1
        return super().compile(*given, **named)  # type: ignore[call-overload]


@pytest.fixture(autouse=True)
def _leaves_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)


def printed(folder: Path) -> tuple[str, int]:
    """Return what the template of a folder prints in a new environment, and how often it was compiled for it."""
    Compiling.times = 0
    made = Compiling(loader=FileSystemLoader(folder), bytecode_cache=TemplateCode(folder))
    return made.get_template("pier.html").render(name="Okoro"), Compiling.times


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pier.html").write_text("To {{ name }}.", encoding="utf-8")
    return tmp_path


def test_a_template_is_compiled_once(folder: Path) -> None:
    assert printed(folder) == ("To Okoro.", 1)
    assert printed(folder) == ("To Okoro.", 0)
    assert [path.parent.name for path in folder.rglob("*.pyc")] == ["__pycache__"]


def test_another_template_of_the_name_is_compiled_anew(folder: Path) -> None:
    printed(folder)
    (folder / "pier.html").write_text("From {{ name }}.", encoding="utf-8")
    assert printed(folder) == ("From Okoro.", 1)


@pytest.mark.parametrize("broken", [b"", b"j2", b"no code at all"])
def test_what_is_kept_and_broken_is_compiled_anew(folder: Path, broken: bytes) -> None:
    printed(folder)
    (kept,) = folder.rglob("*.pyc")
    kept.write_bytes(broken)
    assert printed(folder) == ("To Okoro.", 1)
    assert printed(folder) == ("To Okoro.", 0)


def test_nothing_is_left_where_python_is_told_to_leave_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert printed(folder) == ("To Okoro.", 1)
    assert printed(folder) == ("To Okoro.", 1)
    assert not list(folder.rglob("*.pyc"))
