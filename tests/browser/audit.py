"""`python -m tests.browser.audit` holds the site of the seeds against an HTML validator and Lighthouse.

    npm ci --prefix .ci/audit --ignore-scripts             # once; needs Node 20, and Java for the validator
    .venv/bin/python -m tests.browser.audit                # every page validated; each kind of page run three times
    .venv/bin/python -m tests.browser.audit --runs 1 story # Lighthouse on one kind alone

Lighthouse takes a phone with a slow line, and the server compresses as a host does. It times the machine too: let
nothing else run. Exits 1 where anything falls short of `FEWEST` or the validator finds a fault.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from email.utils import formatdate
from pathlib import Path
from statistics import median
from typing import Any

from tests.browser.conftest import ROOT, Quiet, Site, build_site, serve
from tests.browser.test_pages import KINDS, address
from tests.browser_needed import browser as browser_path

TOOLS = ROOT / ".ci" / "audit" / "node_modules"
FEWEST = {"accessibility": 100, "best-practices": 100, "seo": 100, "performance": 95}
COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}


class Compressing(Quiet):
    """Serves what is text compressed, as every host of static sites does."""

    def send_head(self) -> Any:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in COMPRESSED or not path.is_file() or "gzip" not in self.headers.get("Accept-Encoding", ""):
            return super().send_head()
        packed = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(packed)))
        self.send_header("Last-Modified", formatdate(path.stat().st_mtime, usegmt=True))
        self.end_headers()
        return io.BytesIO(packed)


def validated(site: Site) -> Iterator[str]:
    """Yield what the validator finds wrong on any page of the site, each fault once a page."""
    jar = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", "-jar", str(jar), "--skip-non-html", "--errors-only", "--format", "gnu", "--exit-zero-always"]
    done = subprocess.run([*command, str(site.folder)], capture_output=True, text=True, check=False)
    if done.returncode:
        yield f"The validator cannot run: {done.stderr.strip()[-300:]}"
        return
    yield from done.stderr.replace(f"file:{site.folder}/", "").splitlines()


def scored(url: str) -> dict[str, int]:
    """Return what Lighthouse gives a page, in hundredths by category."""
    flags = "--headless=new --no-sandbox --disable-gpu"
    command = [str(TOOLS / ".bin" / "lighthouse"), url, "--quiet", "--output=json", f"--chrome-flags={flags}"]
    chosen = f"--only-categories={','.join(FEWEST)}"
    environment = {**os.environ, "CHROME_PATH": browser_path() or ""}
    done = subprocess.run([*command, chosen], capture_output=True, text=True, env=environment, check=False)
    if done.returncode:
        raise SystemExit(f"Lighthouse cannot run: {done.stderr.strip()[-300:]}")
    report = json.loads(done.stdout)
    for name, category in report["categories"].items():
        for ref in category["auditRefs"]:
            audit = report["audits"][ref["id"]]
            if ref["weight"] and audit["score"] is not None and audit["score"] < (0.9 if name == "performance" else 1):
                print(f"    {audit['id']}: {audit.get('displayValue') or audit['title']}")
    return {name: round(100 * category["score"]) for name, category in report["categories"].items()}


def run(site: Site, kinds: Sequence[str], runs: int, whole: bool) -> int:
    """Print what is found; return the exit status."""
    faults = [*validated(site)] if whole else []
    print(*faults, f"{len(faults)} faults of HTML" if whole else "", sep="\n")
    short = bool(faults)
    for kind in kinds:
        fast = []
        for number in range(1, runs + 1):
            found = scored(site.url + address(kind, site))
            print(f"{kind:24} run {number}  " + "  ".join(f"{name} {found[name]}" for name in FEWEST), flush=True)
            short |= any(found[name] < fewest for name, fewest in FEWEST.items())
            fast.append(found["performance"])
        print(
            f"{kind:24} median performance {median(fast):g}, load of the machine {os.getloadavg()[0]:.1f}", flush=True
        )
    return int(short)


def main() -> int:
    """Build the site, serve it and hold it against both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "kinds", nargs="*", metavar="KIND", help=f"of {', '.join(KINDS)}; without any, all and the HTML"
    )
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    if not TOOLS.is_dir() or browser_path() is None:
        print("Chromium is needed, and `npm ci --prefix .ci/audit --ignore-scripts`", file=sys.stderr)
        return 1
    with ExitStack() as stack:
        folder = build_site(Path(stack.enter_context(tempfile.TemporaryDirectory())))
        site = Site(folder, serve(folder, stack, Compressing))
        return run(site, asked.kinds or KINDS, asked.runs, whole=not asked.kinds)


if __name__ == "__main__":
    sys.exit(main())
