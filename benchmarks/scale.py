"""Whole builds as ratios of one run to a bare pass of the language model: cold, nothing changed, one article changed.

    python -m benchmarks scale FOLDER [--sizes 10 100 1000] [--jobs 1] [--keep FILE] [--against FILE]

Each size is a folder of its own, each build and each pass a process of its own; a folder that is too small is grown by
articles made of its paragraphs with other names. Prints processor seconds and their ratio to the bare pass over
the same texts (tokens to entities, one process), the peak of memory of one process of a build, and files and bytes an
article in `docs/`. `--keep` writes the figures to a file with the machine named. `--against` compares with such a file
and exits 1 where a ratio is a third worse: seconds differ from machine to machine, ratios hardly.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import zip_longest
from pathlib import Path

from generator.clean import clean_folder
from generator.language import SpacyLanguage
from generator.read import read_folder

WORSE = 1.3
ABOVE = 0.05  # of a bare pass: below, a ratio tells of the start of Python and not of the build
RATIOS = ("cold", "nothing", "one")
_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
_VOWELS = "aeiou"
_ENDED = re.compile(r"^ *[\d,]+  files changed$", re.MULTILINE)  # the summary, which a build that failed never comes to
MIB = 1 << (20 if sys.platform == "darwin" else 10)


@dataclass(frozen=True, slots=True)
class Row:
    """What one size took. Seconds are those of the processor, all processes together."""

    articles: int
    bare: float
    cold: float
    nothing: float
    one: float
    clock: float
    """How often the bare pass the cold build took by the clock: what several processes gain."""
    memory: float
    """MiB of the largest process of the three builds."""
    files: float
    """In `docs/`, an article."""
    bytes: float

    def ratio(self, name: str) -> float:
        """Return how often the bare pass a build took."""
        return float(getattr(self, name)) / self.bare


def texts_of(folder: Path, count: int) -> Iterator[str]:
    """Yield as many articles: those of the folder, then ones that are made of their paragraphs with other names."""
    raws, _ = read_folder(folder)
    texts = [article.text for article in clean_folder(raws)]
    for number in range(count):
        again, at = divmod(number, len(texts))
        yield texts[at] if not again else _grown(texts[at], texts[(at + again) % len(texts)], again)


def _grown(one: str, other: str, again: int) -> str:
    halves = one.split("\n\n")[::2], other.split("\n\n")[1::2]
    mixed = "\n\n".join(part for pair in zip_longest(*halves) for part in pair if part)
    return _NAME.sub(lambda name: _renamed(name[0], again), mixed)


def _renamed(name: str, again: int) -> str:
    """Return a name that is another one, the same wherever it stands in the article."""
    return "".join(
        _VOWELS[(_VOWELS.index(letter) + again + len(name)) % 5] if letter in _VOWELS else letter for letter in name
    )


def bare(folder: Path) -> None:
    """Let the language model read the texts as spaCy loads it, and nothing else."""
    nlp = importlib.import_module(SpacyLanguage.load().model).load()
    for _ in nlp.pipe((path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())), batch_size=64):
        pass


@dataclass(frozen=True, slots=True)
class Spent:
    """What one command took."""

    processor: float
    """Seconds of all its processes together."""
    clock: float
    memory: float
    """MiB of the largest of its processes."""


def spent(command: Sequence[str], folder: Path, is_build: bool = False) -> Spent:
    """Run a command in a folder, with this repository on its path. Exits with what it said where it fails.

    `is_build`: one that tells of an article with broken letters ends with 1 too, and has made everything nevertheless.
    """
    paths = os.pathsep.join(filter(None, (str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH"))))
    env = {**os.environ, "PYTHONPATH": paths}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # set in many a container; who builds twice has the modules compiled
    begun = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=folder, env=env, stdout=said, stderr=subprocess.STDOUT)
        # Of this process and those that it started: what is told of all children together keeps the largest that there
        # ever was, and a bare pass, which holds 64 parsed articles at a time, is thrice as large as a build.
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        told = said.read().decode("utf-8", "replace")
        if process.returncode and not (is_build and _ENDED.search(told)):
            raise SystemExit(told)
    return Spent(used.ru_utime + used.ru_stime, time.perf_counter() - begun, used.ru_maxrss / MIB)


def measured(folder: Path, count: int, jobs: int) -> Row:
    """Build as many articles three times, beside a bare pass over them."""
    with tempfile.TemporaryDirectory() as made:
        place = Path(made)
        seeds = place / "seeds"
        seeds.mkdir()
        for number, text in enumerate(texts_of(folder, count)):
            (seeds / f"{number:05}.txt").write_text(text, encoding="utf-8")
        build = [sys.executable, "-m", "generator", "build", "--jobs", str(jobs)]
        cold = spent(build, place, is_build=True)
        nothing = spent(build, place, is_build=True)
        changed = seeds / "00000.txt"
        changed.write_text(
            changed.read_text(encoding="utf-8") + "\n\n“That was all,” said Ann Lee.\n", encoding="utf-8"
        )
        one = spent(build, place, is_build=True)
        bare_pass = spent([sys.executable, "-m", "benchmarks.scale", "--bare", str(seeds)], place)
        sizes = [path.stat().st_size for path in (place / "docs").rglob("*") if path.is_file()]
    return Row(
        articles=count,
        bare=bare_pass.processor,
        cold=cold.processor,
        nothing=nothing.processor,
        one=one.processor,
        clock=cold.clock / bare_pass.clock,
        memory=max(cold.memory, nothing.memory, one.memory),
        files=len(sizes) / count,
        bytes=sum(sizes) / count,
    )


def machine() -> str:
    """Return which machine the figures are of."""
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"


def worse(rows: Sequence[Row], kept: Sequence[Row]) -> list[str]:
    """Return a line for each ratio that is a third worse than what was kept for the same number of articles."""
    before = {row.articles: row for row in kept}
    return [
        f"{row.articles} articles, {name}: {row.ratio(name):.2f} of a bare pass, before {old.ratio(name):.2f}"
        for row in rows
        if (old := before.get(row.articles)) is not None
        for name in RATIOS
        if row.ratio(name) > max(WORSE * old.ratio(name), ABOVE)
    ]


def main(arguments: Sequence[str]) -> int:
    """Print one line a size; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="articles in any format that the reader knows")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10, 100, 1000])
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--against", type=Path)
    parser.add_argument("--bare", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.bare:
        bare(options.folder)
        return 0
    print(machine())
    print("articles   bare     cold (ratio)  nothing (ratio)      one (ratio)   clock      MiB  files  KB an article")
    rows = []
    for size in options.sizes:
        row = measured(options.folder.resolve(), size, options.jobs)
        rows.append(row)
        told = (f"{getattr(row, name):>7.1f} ({row.ratio(name):.2f})" for name in RATIOS)
        rest = f"{row.clock:>7.2f} {row.memory:>8.0f} {row.files:>6.1f} {row.bytes / 1000:>6.0f}"
        print(f"{size:>8} {row.bare:>6.1f} {'   '.join(told)} {rest}", flush=True)
    if options.keep:
        figures = {"machine": machine(), "jobs": options.jobs, "rows": [asdict(row) for row in rows]}
        options.keep.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    if not options.against:
        return 0
    lines = worse(rows, [Row(**row) for row in json.loads(options.against.read_text(encoding="utf-8"))["rows"]])
    print("\n".join(lines))
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
