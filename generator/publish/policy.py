"""The content security policy of a built page: the second wall behind the escaping.

A site of static files cannot send headers, so the policy stands in a meta element. Nothing inline runs but the theme's
own scripts, which are named by their hashes; one of them holds the page's depth, so each page has its own list.
"""

from __future__ import annotations

import base64
import hashlib
import re

SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.S)
CHARSET = '<meta charset="utf-8">'
POLICY = (
    "default-src 'none'; script-src 'self'{program}{hashes}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
)


PROGRAM = " 'wasm-unsafe-eval'"
"""Lets a script of the site itself run a compiled program, as the index of a large digest is."""


def with_policy(html: str, content: str, indexed: bool = False) -> str:
    """Return the page with its policy. `content`: the part that holds words of the articles, where no script counts.

    `indexed`: the site is searched with a compiled program. A page without a charset element, which no theme of ours
    makes, is returned as it is.
    """
    inline = _inline_scripts(html.replace(content, "", 1) if content else html)
    hashes = "".join(f" 'sha256-{digest}'" for digest in sorted(map(_hash, inline)))
    policy = POLICY.format(program=PROGRAM if indexed else "", hashes=hashes)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return html.replace(CHARSET, CHARSET + meta, 1)


def _inline_scripts(html: str) -> frozenset[str]:
    """Return the code of the inline scripts; data blocks, which never run, are left out."""
    found = (match for match in SCRIPT.finditer(html) if "src=" not in match["attributes"])
    return frozenset(match["code"] for match in found if "json" not in match["attributes"])


def _hash(code: str) -> str:
    return base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
