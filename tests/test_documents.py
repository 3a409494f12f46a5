"""What the documents promise is there: commands, options, files."""

from __future__ import annotations

import re

import click
import pytest

from generator.cli import main
from tests.conftest import ROOT

PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("how-to/*.md"))]
PAGES += [
    *sorted((ROOT / "docs").glob("contributing/*.md")),
    ROOT / "docs" / "about.md",
    ROOT / "docs" / "architecture.md",
]
COMMANDS = (ROOT / "docs" / "how-to" / "commands.md").read_text(encoding="utf-8")
MAKEFILES = {
    "README.md": (ROOT / "Makefile").read_text(encoding="utf-8"),
    "scaffold": (ROOT / "generator" / "scaffold" / "Makefile").read_text(encoding="utf-8"),
}

CALLED = click.Context(main)
NAMES = main.list_commands(CALLED)


@pytest.mark.parametrize("name", NAMES)
def test_every_command_is_documented_with_its_options(name: str) -> None:
    row = next(line for line in COMMANDS.splitlines() if line.startswith(f"| `{name} "))
    command = main.get_command(CALLED, name)
    assert command is not None
    for parameter in command.params:
        wanted = (
            parameter.opts[0] if isinstance(parameter, click.Option) else parameter.make_metavar(click.Context(main))
        )
        assert wanted.strip("[]") in row.replace("\\|", "|"), (name, wanted)


def test_every_documented_command_exists() -> None:
    for name in re.findall(r"^\| `(\w+) ", COMMANDS, re.M):
        assert name in NAMES
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for name in re.findall(r"(?:event-digest|python -m generator) (\w+)", text):
            assert name in NAMES or name == "and", (page.name, name)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_make_target_that_is_named_exists(page: object) -> None:
    text = page.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    for target in re.findall(r"\bmake (site|serve|test|check|lint|format|lock|clean)\b", text):
        assert f"\n{target}:" in MAKEFILES["README.md"], target


def test_a_new_digest_has_the_make_targets_that_its_readme_names() -> None:
    text = (ROOT / "generator" / "scaffold" / "README.md").read_text(encoding="utf-8")
    for target in re.findall(r"\bmake (\w+)\b", text):
        assert f"\n{target}:" in MAKEFILES["scaffold"], target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_to_one(page: object) -> None:
    text = page.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    for link in re.findall(r"\]\(([^)#]+)\)", text):
        if "://" not in link:
            assert (page.parent / link).exists(), link  # type: ignore[attr-defined]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_in_the_repository_that_is_named_exists(page: object) -> None:
    text = page.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    for path in re.findall(r"`((?:generator|tests|benchmarks|docs|\.github)/[\w./-]*)`", text):
        assert (ROOT / path).exists(), path


def test_the_page_on_architecture_names_every_module_at_the_top_and_every_room() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    modules = [path.name for path in (ROOT / "generator").glob("*.py")]
    modules += [path.name for path in (ROOT / "generator" / "collate").glob("*.py")]
    rooms = [
        f"{path.parent.name}/" for top in ("", "collate") for path in (ROOT / "generator" / top).glob("*/__init__.py")
    ]
    assert [
        name for name in sorted({*modules, *rooms}) if f"`{name}`" not in text and f"`generator/{name}`" not in text
    ] == []


def test_every_hand_written_page_is_in_the_navigation() -> None:
    navigation = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[2].partition("\nnot_in_nav")[0]
    listed = set(re.findall(r"- (?:\w+: )?((?:[\w-]+/)*[\w-]+\.md)$", navigation, re.M))
    for page in PAGES:
        if page.is_relative_to(ROOT / "docs"):
            assert page.relative_to(ROOT / "docs").as_posix() in listed, page


def test_every_corpus_that_a_comment_names_can_be_found() -> None:
    page = (ROOT / "docs" / "contributing" / "corpora.md").read_text(encoding="utf-8")
    corpora = re.compile(
        r"\b(?:PolNeAR|PARC|TBAQ|TimeBank|AQUAINT|TempEval-3|ESC|Event StoryLine|ECB\+|BASIL|FNC-1|MEANTIME|WikiWars|"
        r"Gun Violence Corpus|NewsWCL50|DirectQuote|OntoNotes|zxcvbn|article-extraction-benchmark)(?!\w)"
    )
    named = {
        name
        for folder in ("generator", "benchmarks")
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in (".py", ".txt")
        for name in corpora.findall(path.read_text(encoding="utf-8"))
    }
    assert {"PolNeAR", "ECB+", "zxcvbn"} <= named
    assert {name for name in named if name not in page} == set()
