"""Pages that open from a folder, by a double click: no server there knows that "quotes/" means its `index.html`."""

from __future__ import annotations

import re

OFFLINE = "OFFLINE"
"""The variable by which somebody asks for such pages: `make site OFFLINE=1`."""
# A relative address of a folder: "../quotes/", "./", "../#said", "page-2/?s=xi". Not "https://…", "#a", "a.css".
_FOLDER = re.compile(r'(\bhref="|\burl=)((?![a-z]+:|/|#|")(?:[^"#?]*/|\.\.?))(?=["#?])', re.I)
# What is loaded ahead by CORS fails in a folder: the browser complains, and loads it when it is used.
_AHEAD = re.compile(r'\s*<link rel="preload"[^>]*\bcrossorigin\b[^>]*>')


def with_file_links(html: str) -> str:
    """Return a built page in which every link into the site names a file, and that loads nothing ahead.

    A page that frames the words of an article escapes every slash in them, so only links of ours have this shape.
    """
    return _FOLDER.sub(lambda found: f"{found[1]}{found[2].rstrip('/')}/index.html", _AHEAD.sub("", html))
