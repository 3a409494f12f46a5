"""Time and memory of a whole build, cold and warm, for growing parts of a folder of articles."""

from __future__ import annotations

import argparse
import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path

from generator.config import Settings
from generator.project import Project, build


def main() -> None:
    """Print one line a size: articles, seconds cold and warm, seconds a hundred articles, peak memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="articles in any format that the reader knows")
    parser.add_argument("--sizes", type=int, nargs="+", default=[50, 100, 200])
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    files = sorted(path for path in options.folder.rglob("*") if path.is_file())
    print("articles     cold     warm  cold per 100  peak MiB")
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            cold, warm, articles = _measure(files[:size], Path(folder), options.jobs)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << (20 if sys.platform == "darwin" else 10))
        print(f"{articles:>8} {cold:>7.1f}s {warm:>7.1f}s {cold / max(articles, 1) * 100:>12.1f}s {peak:>9.0f}")


def _measure(files: list[Path], folder: Path, jobs: int) -> tuple[float, float, int]:
    seeds = folder / "seeds"
    seeds.mkdir()
    for number, path in enumerate(files):
        shutil.copyfile(path, seeds / f"{number:05}-{path.name}")
    project = Project(Settings(), seeds, folder / "docs", folder / "cache")
    begun = time.perf_counter()
    built = build(project, jobs)
    cold = time.perf_counter() - begun
    begun = time.perf_counter()
    build(project, jobs)
    return cold, time.perf_counter() - begun, len(built.digest.articles)


if __name__ == "__main__":
    main()
