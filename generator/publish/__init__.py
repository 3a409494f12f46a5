"""From one `Digest` to every page and data file. Only this package knows about HTML and Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from generator.config import Settings
from generator.records import AnnotatedArticle, Digest, Person
from generator.shelf import Shelf
from generator.side_by_side import Task

if TYPE_CHECKING:
    from generator.publish.since import Version

Thing = TypeVar("Thing")
Files = dict[str, bytes]
"""By their path below `docs/`."""
ARTICLES_A_TASK, PEOPLE_A_TASK = 30, 250  # a third of a second


def render(
    digest: Digest,
    settings: Settings,
    drawn: Shelf | None = None,
    before: Version | None = None,
    ledger: Mapping[str, Mapping[str, str]] | None = None,
) -> dict[str, bytes]:
    """Return every generated file but the data: its path below `docs/` and its bytes. See `tasks`."""
    return merged(task() for task in tasks(digest, settings, drawn, before, ledger))


def merged(made: Iterable[Files]) -> dict[str, bytes]:
    """Return the files of several tasks as one."""
    return {path: data for files in made for path, data in files.items()}


def tasks(
    digest: Digest,
    settings: Settings,
    drawn: Shelf | None = None,
    before: Version | None = None,
    ledger: Mapping[str, Mapping[str, str]] | None = None,
) -> list[Task[Files]]:
    """Return what makes the files, as tasks that need nothing of each other.

    `drawn`: pictures that were drawn before; the last task draws. `before`: the version that was published last, and
    `ledger` the links that were given, to tell what has changed and where each leads now.
    """
    # Imported here: templates and drawing are needed only when pages are made.
    from generator.publish import cards, data_page, indexes, pages, permalinks, search, share, since, timeline
    from generator.publish.edition import Edition
    from generator.publish.static import assets
    from generator.publish.twins import twins
    from generator.publish.withheld import withheld

    # Masked first: a page that showed too much by mistake would show no word of it.
    edition = Edition(withheld(digest, settings), settings)

    def overviews() -> Files:
        return {
            "index.md": indexes.home(edition, since=before is not None),
            "data/index.md": data_page.data(edition),
            "quotes/index.json": indexes.quotes_data(edition),
            permalinks.SEARCH: search.words(edition),
            **timeline.timeline(edition),
            **indexes.articles(edition),
            **indexes.people(edition),
            **indexes.sources(edition),
        }

    def articles(some: Sequence[AnnotatedArticle]) -> Files:
        return {f"articles/{found.article.id}.md": pages.article(edition, found) for found in some}

    def people(some: Sequence[Person]) -> Files:
        return {f"people/{person.id}.md": pages.person(edition, person) for person in some}

    def changed() -> Files:
        return since.files(edition, before, ledger or {}) if before is not None else {}

    def pictures() -> Files:
        return {**cards.pictures(edition, *indexes.story(edition), drawn), **assets()}

    return [
        overviews,
        partial(indexes.compare, edition),
        partial(indexes.quotes, edition),
        *(partial(articles, some) for some in _chunks(edition.digest.articles, ARTICLES_A_TASK)),
        *(partial(people, some) for some in _chunks(edition.digest.people, PEOPLE_A_TASK)),
        partial(twins, edition),
        changed,
        partial(share.short_pages, edition, ledger or {}),
        pictures,
    ]


def _chunks(things: Sequence[Thing], size: int) -> list[Sequence[Thing]]:
    return [things[at : at + size] for at in range(0, len(things), size)]
