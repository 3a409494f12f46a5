"""The first search of a digest in Chromium, by all of its words and by an index: kilobytes sent, milliseconds.

    python -m benchmarks searching SITE [--words FILE] [--queries 9]

`SITE` is a built site; `--words` names the `docs/search/words.js` of another, larger digest, which is then searched
from its pages. Each query is asked in a browser that has loaded the home page and nothing of the search; text is
sent compressed, as GitHub Pages sends it. Prints the median and the most of each figure.
"""

from __future__ import annotations

import argparse
import gzip
import shutil
import statistics
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from generator.pagefind_index import index_site
from generator.publish import permalinks
from generator.publish.policy import PROGRAM
from generator.publish.search import told_in
from tests.browser_needed import browser

COMPRESSED = (".html", ".js", ".json", ".css", ".svg")
ASK = """async query => {
  const field = document.querySelector('.md-search__input');
  const status = document.querySelector('.ed-panel .md-search-result__meta');
  const begun = performance.now();
  field.value = query;
  field.focus();
  while (!/found|Nothing/.test(status.textContent)) await new Promise(next => setTimeout(next, 4));
  return performance.now() - begun;
}"""


def main(arguments: Sequence[str]) -> int:
    """Print one line for each way of searching."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--words", type=Path)
    parser.add_argument("--queries", type=int, default=9)
    options = parser.parse_args(arguments)
    words = options.words or options.site / permalinks.SEARCH
    articles = told_in(words.read_text(encoding="utf-8"))["articles"]
    queries = list(_queries([article["text"] for article in articles], options.queries))
    print(f"{len(articles)} articles, {words.stat().st_size / 1000:.0f} KB of words, {len(queries)} queries")
    print("            KB sent (most)      ms (most)")
    for way in ("builtin", "pagefind"):
        with tempfile.TemporaryDirectory() as made:
            site = Path(made) / "site"
            shutil.copytree(options.site, site)
            shutil.copyfile(words, site / permalinks.SEARCH)
            if way == "pagefind":
                index_site(site, words)
            sent, spent = zip(*_asked(site, queries), strict=True)
        print(f"{way:<10} {statistics.median(sent) / 1000:>8.0f} ({max(sent) / 1000:.0f}) ", end="")
        print(f"{statistics.median(spent):>10.0f} ({max(spent):.0f})")
    return 0


def _queries(texts: Sequence[str], count: int) -> Iterator[str]:
    """Yield words in a row, one to three, out of the middle of articles that are spread over the digest."""
    for number in range(count):
        split = texts[number * len(texts) // count].split()
        middle = len(split) // 2
        yield " ".join(split[middle : middle + 1 + number % 3])


def _asked(site: Path, queries: Sequence[str]) -> Iterator[tuple[int, float]]:
    """Yield the bytes and the milliseconds of each query, asked first of all."""
    from playwright.sync_api import sync_playwright

    with _served(site) as (address, sent), sync_playwright() as playwright:
        program = playwright.chromium.launch(executable_path=browser(), args=["--no-sandbox", "--disable-gpu"])
        for query in queries:
            page = program.new_context().new_page()
            page.goto(address)
            page.wait_for_timeout(500)
            sent.clear()
            spent: float = page.evaluate(ASK, query)
            yield sum(sent.values()), spent
            page.context.close()
        program.close()


@contextmanager
def _served(site: Path) -> Iterator[tuple[str, dict[str, int]]]:
    """Serve a folder; give its address and the bytes that were sent for each path."""
    sent: dict[str, int] = {}
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressing, sent, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/", sent
    finally:
        server.shutdown()
        server.server_close()


class _Compressing(SimpleHTTPRequestHandler):
    def __init__(self, sent: dict[str, int], *given: Any, **more: Any) -> None:
        self._sent = sent
        super().__init__(*given, **more)

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        data, compressed = path.read_bytes(), path.suffix in COMPRESSED
        if path.suffix == ".html":  # the policy of a site that has an index
            data = data.replace(b"script-src 'self' ", f"script-src 'self'{PROGRAM} ".encode(), 1)
        data = gzip.compress(data) if compressed else data
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(data)))
        if compressed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(data)
        self._sent[self.path] = len(data)

    def log_message(self, *_: Any) -> None:
        pass


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
