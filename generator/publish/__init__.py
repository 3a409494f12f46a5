"""From one `Digest` to every page and data file. Only this package knows about HTML and Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from generator.config import Settings
from generator.records import Digest
from generator.shelf import Shelf

if TYPE_CHECKING:
    from generator.publish.since import Version


def render(
    digest: Digest,
    settings: Settings,
    drawn: Shelf | None = None,
    before: Version | None = None,
    ledger: Mapping[str, Mapping[str, str]] | None = None,
) -> dict[str, bytes]:
    """Return every generated file: its path below `docs/` and its bytes.

    `drawn`: pictures that were drawn before. `before`: the version that was published last, and `ledger` the links that
    were given, to tell what has changed and where each leads now.
    """
    # Imported here: templates and drawing are needed only when pages are made.
    from generator.publish import cards, data_page, indexes, pages, permalinks, search, share, since, timeline
    from generator.publish.edition import Edition
    from generator.publish.static import assets
    from generator.publish.twins import twins
    from generator.publish.withheld import withheld

    # Masked first: a page that showed too much by mistake would show no word of it.
    edition = Edition(withheld(digest, settings), settings)
    files = {
        "index.md": indexes.home(edition, since=before is not None),
        "data/index.md": data_page.data(edition),
        "quotes/index.json": indexes.quotes_data(edition),
        permalinks.SEARCH: search.words(edition),
        **timeline.timeline(edition),
        **indexes.articles(edition),
        **indexes.compare(edition),
        **indexes.quotes(edition),
        **indexes.people(edition),
        **indexes.sources(edition),
    }
    for found in edition.digest.articles:
        files[f"articles/{found.article.id}.md"] = pages.article(edition, found)
    for person in edition.digest.people:
        files[f"people/{person.id}.md"] = pages.person(edition, person)
    files |= twins(edition)
    if before is not None:
        files |= since.files(edition, before, ledger or {})
    pictures = cards.pictures(edition, *indexes.story(edition), drawn)
    return {**files, **share.short_pages(edition, ledger or {}), **pictures, **assets()}
