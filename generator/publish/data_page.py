"""The page that explains every data file; `tests/publish` holds it against the files that are made."""

from __future__ import annotations

from generator.publish import permalinks, templates
from generator.publish.edition import Edition

Names = tuple[tuple[str, str], ...]
"""File names with the name of their JSON Schema, "" for none."""

KINDS = {
    "articles": "One an article: what is known of it and how, its paragraphs, what was removed.",
    "people": "One a person or organisation: every way the name is written, every wording of the role.",
    "quotes": "One a stretch of speech: its words, speaker, cue, and the rule that decided.",
    "reports": "One a saying without quotation marks: its words, speaker, cue, and what kind of saying it is.",
    "statements": "One a thing said, with the reading of every article that carries it.",
    "events": "One a happening, with its evidence, which is not sure where words only may tell of it; when: what the "
    "sources say of a day that nobody can tell.",
    "agreements": "One a matter on which articles can be compared, with each one's words.",
}
GROUPS: tuple[tuple[str, tuple[tuple[Names, str], ...]], ...] = (
    ("The whole digest", (((("digest.json", "digest"),), "Everything in one file."),)),
    (
        "Tables: JSON Lines and CSV",
        tuple(
            (
                ((f"{kind}.jsonl", kind), (f"{kind}.csv", "")),
                f"{about} The CSV has a row for each stretch, reading, value or sentence."
                if kind in ("reports", "statements", "events", "agreements")
                else about,
            )
            for kind, about in KINDS.items()
        ),
    ),
    (
        "To cite",
        (
            ((("articles.bib", ""),), "BibTeX: an entry an article."),
            ((("articles.csl.json", ""),), "CSL-JSON, which Zotero, Mendeley and pandoc read."),
            ((("articles.ris", ""),), "RIS, for EndNote and library catalogues."),
        ),
    ),
    (
        "To build on",
        (
            (
                (("annotations.jsonld", ""),),
                "W3C Web Annotations: every quote as a target with quote and position, and every reported statement"
                " with its kind.",
            ),
            ((("feed.xml", ""),), "Atom feed."),
            ((("feed.json", ""),), "JSON Feed."),
            ((("timeline.json", ""),), "The timeline for TimelineJS."),
            ((("timeline.ics", ""),), "The timeline for calendars: what is known to the day."),
            ((("timeline.jsonl", ""), ("timeline.csv", "")), "The timeline as a table: one row an event."),
            ((("permalinks.json", ""),), "Every permanent link that this site has ever given."),
        ),
    ),
)


def data(edition: Edition) -> bytes:
    """Return the page."""
    meta = {"title": "Data", "description": "Every data file of the digest, with its schema.", "digest_page": "data"}
    return templates.page(edition, permalinks.DATA, "data.html", meta, groups=GROUPS)
