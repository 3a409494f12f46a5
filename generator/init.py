"""Lay out a new digest: a folder that can be served and pushed to GitHub Pages as it is, the generator included.

The package is in no index, so a digest carries its own copy; that also means that it builds the same in ten years.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from generator.errors import Problem, UsageError
from generator.files import write_whole
from generator.publish.write import LEDGER, MANIFEST, PUBLISHED, read_manifest

PACKAGE = Path(__file__).parent
SCAFFOLD = PACKAGE / "scaffold"
OWN = {
    "Makefile": "Makefile",
    "README.md": "README.md",
    "gitignore": ".gitignore",
    "seeds.md": "seeds/README.md",
    "CITATION.cff": "CITATION.cff",
}
"""Files that only a new digest has: name in the scaffold, and where they go."""
SHARED = (
    ".gitattributes",
    "pyproject.toml",
    "requirements.txt",
    "requirements-zensical.txt",
    "mkdocs.yml",
    "LICENSE",
    ".github/workflows/pages.yml",
)
"""Files that a new digest has as this repository has them."""

KEPT = (MANIFEST, LEDGER, PUBLISHED)
"""What is kept of earlier builds, below `docs/`."""
PICTURES = "assets/first-push"
"""Drawings of the pages of a code host, which the page on publishing shows."""
DEVELOPMENT = (
    "tests",
    "benchmarks",
    ".ci",
    ".pre-commit-config.yaml",
    ".github/workflows/tests.yml",
    ".github/workflows/nightly.yml",
    ".github/ISSUE_TEMPLATE",
    ".github/pull_request_template.md",
    "requirements-dev.txt",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "docs/assets/screenshots",
)
"""What only those need who work on the generator."""


def init(folder: Path) -> tuple[str, ...]:
    """Lay out a new digest in a folder that is empty or not there yet, and return the files, sorted.

    Raises `UsageError` when there is anything in the folder.
    """
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        step = "Name a folder that is empty or not there yet"
        raise UsageError(Problem(str(folder), "is not an empty folder", step))
    root = repository()
    for name, place in OWN.items():
        _copy(SCAFFOLD / name, folder / place)
    for name in SHARED:
        _copy(root / name, folder / name)
    for page in _hand_written(root / "docs"):
        _copy(root / "docs" / page, folder / "docs" / page)
    for picture in sorted((root / "docs" / PICTURES).glob("*.svg")):
        _copy(picture, folder / "docs" / PICTURES / picture.name)
    ignored = shutil.ignore_patterns("__pycache__", "*.pyc", "repository")
    shutil.copytree(PACKAGE, folder / "generator", ignore=ignored, copy_function=_copy)
    return tuple(sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()))


def of_the_example(root: Path) -> tuple[str, ...]:
    """Return what a copy of this repository has and a digest of one's own does not need, sorted.

    That is the example's articles with all that was made of them, and what only those need who work on the generator.
    Raises `UsageError` where it could not be got back: the folder is no copy of the repository, or not under git.
    """
    if not (root / "generator" / "scaffold").is_dir() or not (root / ".git").exists():
        step = "Name a folder that is empty or not there yet: event-digest init DIR"
        raise UsageError(Problem(str(root), "is no copy of the repository of Event Digest under git", step))
    generated = {f"docs/{path}" for path in (*read_manifest(root / "docs"), *KEPT)}
    read = {f"seeds/{place.partition('#')[0]}" for place in _read_files(root)}
    there = (path for path in (*DEVELOPMENT, *generated, *read) if (root / path).exists())
    return tuple(sorted(there))


def make_own(root: Path) -> None:
    """Make a copy of this repository a digest of one's own: without the example, with the files of a new digest."""
    for path in of_the_example(root):
        if (root / path).is_dir():
            shutil.rmtree(root / path)
        else:
            (root / path).unlink()
    for name, place in OWN.items():
        _copy(SCAFFOLD / name, root / place)


def _read_files(root: Path) -> list[str]:
    """Return the files of the articles that the digest in `docs/` was made of."""
    path = root / "docs" / "data" / "digest.json"
    return [article["file"] for article in json.loads(path.read_text("utf-8"))["articles"]] if path.is_file() else []


def repository() -> Path:
    """Return the folder of the files that a new digest shares with this repository.

    In a checkout that is the repository itself; an installed wheel carries a copy beside the scaffold.
    """
    packed = SCAFFOLD / "repository"
    return packed if packed.is_dir() else PACKAGE.parent


def _hand_written(docs: Path) -> list[Path]:
    """Return the pages for people that no digest generates: about, how-to."""
    generated = read_manifest(docs)
    pages = (path.relative_to(docs) for path in sorted(docs.rglob("*.md")))
    return [page for page in pages if page.as_posix() not in generated]


def _copy(source: Path | str, place: Path | str) -> None:
    write_whole(Path(place), Path(source).read_bytes())
