"""A page as an engine has built it, made ready for readers: what the theme brings and no page needs, policy, links."""

from __future__ import annotations

import re
from pathlib import Path

from generator.publish.offline import with_file_links
from generator.publish.policy import with_policy

# The theme's switches of a drawer and a search that these pages have not, and its link past the head: they have their
# own. Article text holds no element.
_SWITCHES = re.compile(
    r'<input class="md-toggle"[^>]*>|<label class="md-overlay"[^>]*></label>'
    r'|<a href="[^"]*" class="md-skip">[^<]*</a>'
)
# What holds words of the articles: no script counts there, so none that somebody brought in would be named.
_CONTENT = re.compile(r'(?<=<article class="ed-page).*(?=</article>)', re.S)
_THEME = '<footer class="ed-footer"'
_POLICY = 'http-equiv="Content-Security-Policy"'


def finished(html: str, content: str | None = None, indexed: bool = False) -> str:
    """Return a built page without the theme's switches and with its content security policy.

    `content`: the part that holds words of the articles; None: it is looked for. `indexed`: the site is searched with
    an index by Pagefind. A page that has a policy is complete.
    """
    if _POLICY in html.partition("<body")[0]:
        return html
    if content is None:
        found = _CONTENT.search(html)
        content = found[0] if found else ""
    return with_policy(_SWITCHES.sub("", html), content, indexed)


def finish_site(site: Path, indexed: bool = False) -> None:
    """Make every page ready that an engine has made; a page that was only copied is as somebody wants it."""
    for page in sorted(site.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        if _THEME in html:
            page.write_text(finished(html, indexed=indexed), encoding="utf-8")


def open_from_a_folder(site: Path) -> None:
    """Let every link of a built site name a file, so that it opens without a server."""
    for page in sorted(site.rglob("*.html")):
        page.write_text(with_file_links(page.read_text(encoding="utf-8")), encoding="utf-8")
