"""Fuzz targets for what reads the bytes and words of strangers, led by the code's own coverage (atheris):

    python -m tests.fuzz [SECONDS [TARGET...]]      # each target for so long; a minute, and all of them, unless told

Each keeps what it learned in `.cache/fuzz/TARGET`. An input that a target fails on is printed; it becomes a case.
`.ci/fuzz-requirements.txt` has the fuzzer, which is no dependency of the project: there are wheels for Linux alone.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 2_000  # bytes: what is wrong with an input is wrong with a short one
SECONDS_OF_ONE = 10  # an input that takes longer is a fault


def text(data: bytes) -> None:
    _read("a.txt", data)


def markdown(data: bytes) -> None:
    _read("a.md", data)


def front_matter(data: bytes) -> None:
    _read("a.md", b"---\n" + data + b"\n---\n\nThe ferry struck the pier.\n")


def mail(data: bytes) -> None:
    _read("a.eml", data)


def table(data: bytes) -> None:
    _read("a.csv", data)


def _read(name: str, data: bytes) -> None:
    """Read a file; what it is made of must be somewhere, and nothing but `Unreadable` be raised."""
    from generator.read.folder import read_source, reader_of
    from generator.read.input_file import InputFile, Unreadable

    try:
        found = read_source(InputFile(name, data, name), reader_of(name))
    except Unreadable as error:
        assert error.what and "\n" not in error.what
        return
    assert found.articles or found.problems
    for problem in found.problems:
        assert "\n" not in problem.what


def cleaner(data: bytes) -> None:
    from generator.clean import clean_folder
    from generator.read.tidy import tidied
    from generator.records import RawArticle

    words = data.decode("utf-8", "replace")
    raws = [tidied(RawArticle(f"{n}.txt", "0" * 64, part)) for n, part in enumerate(words.split("\x1e"))]
    for article in clean_folder(raws):
        for span in article.paragraphs:
            assert 0 <= span.start < span.end <= len(article.text)


def tagger(data: bytes) -> None:

    from generator.annotate.dates import tag

    words = data.decode("utf-8", "replace")
    for published in (None, "2023-06-19"):
        for found in tag(words, published):
            assert 0 <= found.span.start < found.span.end <= len(words)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "text": text,
    "markdown": markdown,
    "front_matter": front_matter,
    "mail": mail,
    "table": table,
    "cleaner": cleaner,
    "tagger": tagger,
}
SEEDS: dict[str, tuple[str, ...]] = {
    "text": ("Ferry strikes pier\n\nBy Ann Lee\nJune 19, 2023\n\n“Nobody was hurt,” said Ann Lee.\n", "Source: BBC\n"),
    "markdown": (
        "# Ferry\n\n- one\n- two\n\n> [a](b) ![c](d) <b>e</b> `f`\n\n|a|b|\n|-|-|\n|c|d|\n",
        "[[a|b]] ==c== [^1]\n",
    ),
    "front_matter": ("title: Ferry\npublished: 2023-06-19\ntags: [a, b]\nid: ferry\n", "url: 'https://x.example/a'\n"),
    "mail": ("Subject: Ferry\nDate: Mon, 19 Jun 2023 10:00:00 +0000\n\nThe ferry struck.\n",),
    "table": ("title,text\nFerry,It struck.\n",),
    "cleaner": ("Home » Sea\n\nFerry strikes pier\n\nPublished June 20, 2023\n\nIt struck.\n\nShare this:\n",),
    "tagger": ("on Monday, 19 June 2023, two weeks ago, at 5 p.m., next year, in the 1990s, Q3 2014, 19.6.2023",),
}


def fuzz(name: str, seconds: int) -> int:
    """Run one target in this process; atheris ends it."""
    try:
        atheris: Any = import_module("atheris")
    except ImportError:
        print("needs atheris: pip install --require-hashes -r .ci/fuzz-requirements.txt", file=sys.stderr)
        return 2
    kept = ROOT / ".cache" / "fuzz" / name
    kept.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(SEEDS[name]):
        (kept / f"seed{number}").write_text(seed, encoding="utf-8")
    with atheris.instrument_imports(include=["generator", "markdown_it", "frontmatter", "yaml"]):
        TARGETS[name](SEEDS[name][0].encode())
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={LONGEST}",
        f"-timeout={SECONDS_OF_ONE}",
        "-print_final_stats=1",
    ]
    atheris.Setup([sys.argv[0], str(kept), f"-artifact_prefix={kept}-", *options], TARGETS[name])
    atheris.Fuzz()
    return 0


def main() -> int:
    if sys.argv[1:2] == ["--one"]:
        return fuzz(sys.argv[2], int(sys.argv[3]))
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    failed = []
    for name in sys.argv[2:] or [*TARGETS]:
        print(f"{name}: {seconds} seconds", flush=True)
        command = [sys.executable, "-m", "tests.fuzz", "--one", name, str(seconds)]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            failed.append(name)
    print("failed: " + ", ".join(failed) if failed else "nothing found")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
