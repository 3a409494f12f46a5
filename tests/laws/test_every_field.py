"""Law over whole builds: whatever any reader finds in any field, there is a page or one line about it, and no error."""

from __future__ import annotations

import html
import json
import plistlib
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

from generator.clean import clean
from generator.config import Settings
from generator.project import Project, build
from generator.read import read_file
from generator.read.folder import READERS
from tests.read.made import PARAGRAPHS, docx, odt, pdf, rtf, warc, zipped

FIELDS = ("title", "outlet", "byline", "published", "url", "language", "tags", "id")
VALUES = (
    *("2014-12", "2014", "December 2014", "2014-12-31T23:59:59Z", "31.12.2014", "0000-00-00", "2014-13-45", "9999"),
    *("5/6/2014", "Wed, 31 Dec 2014 26:61:61 +9999", "99999999999999999999", "-1", "today"),
    *("https://courier.example/2014/12/", "https://courier.example/2014/", "https://[::1", "https://x.example:99999/a"),
    *("http://", "//x", "javascript:alert(1)", "en", "de-AT-x-private", "und", "x" * 3_000, "None", "null", "[]", "-"),
    *("a b|c;d,e", "<script>alert(1)</script>", "]]>&x;", "{{ x }} {% raw %}", "../../etc/passwd", "con", "#", "'"),
    *("\x00\x1b[31m", "\u202eevil\u202c\ufeff", "\u2028", "Ö" * 40, "日本語", "🚢", '"; DROP', "---", "=1+1", "%s%n"),
)


def front(field: str, value: str) -> bytes:
    return f"---\n{field}: {json.dumps(value)}\n---\n\n{BODY}".encode()


def record(field: str, value: str) -> dict[str, str]:
    return {"text": BODY, field: value}


def markup(field: str, value: str) -> str:
    """Return a page that states the field in each of the ways that pages have."""
    kept = html.escape(value)
    names = {"title": "headline", "byline": "author", "published": "datePublished", "outlet": "publisher", "url": "url"}
    linked = json.dumps({"@type": "NewsArticle", names.get(field, "inLanguage"): value}).replace("</", "<\\/")
    tags = {"title": "og:title", "outlet": "og:site_name", "byline": "author", "published": "article:published_time",
            "url": "og:url", "language": "og:locale"}  # fmt: skip
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<html lang='{kept if field == 'language' else 'en'}'><head><title>{kept if field == 'title' else 'T'}</title>"
        f"<meta property='{tags.get(field, 'keywords')}' content='{kept}'>"
        f"<link rel='canonical' href='{kept if field == 'url' else ''}'>"
        f"<script type='application/ld+json'>{linked}</script></head><body><article><h1>Ferry strikes pier</h1>"
        f"<p class='{field}'>{kept}</p><time datetime='{kept}'>{kept}</time>{body}</article></body></html>"
    )


def mail(field: str, value: str) -> bytes:
    names = {"title": "Subject", "published": "Date", "outlet": "From", "url": "List-Id"}
    line = " ".join(value.split())
    return f"{names.get(field, 'X-Field')}: {line}\nContent-Type: text/plain; charset=utf-8\n\n{BODY}".encode()


def feed(field: str, value: str) -> bytes:
    kept = html.escape("".join(char for char in value if char >= " "))
    names = {"title": "title", "byline": "author", "published": "pubDate", "url": "link", "id": "guid"}
    tag = names.get(field, "category")
    over = f"<title>{kept}</title><language>{kept}</language>" if field in ("outlet", "language") else ""
    item = f"<item><{tag}>{kept}</{tag}><description>{html.escape(BODY * 3)}</description></item>"
    return f"<rss><channel>{over}{item}</channel></rss>".encode("utf-8", "surrogatepass")


def csl(field: str, value: str) -> dict[str, object]:
    names = {"outlet": "container-title", "byline": "author", "published": "issued", "url": "URL"}
    held: object = {"raw": value} if field == "published" else [{"literal": value}] if field == "byline" else value
    return {"type": "article-newspaper", "publisher": "P", "text": BODY, names.get(field, field): held}


def plain(value: str) -> str:
    return "".join(char for char in value if char >= " ")


def note(field: str, value: str) -> bytes:
    kept = html.escape(plain(value))
    names = {"title": "title", "published": "created", "tags": "tag"}
    tag = names.get(field, "id")
    over = {"url": "source-url", "byline": "author"}.get(field, "source")
    attributes = f"<note-attributes><{over}>{kept}</{over}></note-attributes>"
    text = f"<content>&lt;p&gt;{PARAGRAPHS[0]}&lt;/p&gt;</content>"
    return f"<en-export><note><{tag}>{kept}</{tag}>{text}{attributes}</note></en-export>".encode()


def database(field: str, value: str) -> list[str]:
    """Return the lines of an export of Nexis."""
    line = plain(value)
    title = line if field == "title" else "Ferry strikes pier"
    outlet = line if field == "outlet" else "The Alder Courier"
    day = line if field == "published" else "June 20, 2023"
    labelled = {"byline": "Byline", "language": "Language", "tags": "Section", "id": "Length"}
    return [title, outlet, day, f"{labelled.get(field, 'URL')}: {line}", "Body", *PARAGRAPHS, "End of Document"]


def archived(field: str, value: str) -> bytes:
    saved = f"Snapshot-Content-Location: {quote(value)}\nContent-Type: text/html; charset=utf-8\n\n"
    return (saved + markup(field, value)).encode()


BODY = "\n\n".join(PARAGRAPHS)
STATED: dict[str, tuple[str, ...]] = {
    "a.zip": ("published", "outlet"),
    "a.webarchive": ("url",),
    "a.vtt": ("byline",),
    "a.docx": ("title",),
    "a.odt": ("title",),
    "a.pdf": ("title",),
    "a.warc.gz": ("url", "published"),
    "a.wacz": ("published",),
}
"""What a format can state, where that is little; what is inside of a page in an archive is tried as a page."""
DAYS = ("2014", "2014-12", "2014-12-31T23:59:59Z", "31.12.2014", "2014-13-45")
FORMATS: dict[str, Callable[[str, str], bytes]] = {
    "a.md": front,
    "a.txt": front,
    "a.json": lambda field, value: json.dumps(record(field, value)).encode(),
    "csl.json": lambda field, value: json.dumps([csl(field, value)]).encode(),
    "a.jsonl": lambda field, value: json.dumps(record(field, value)).encode(),
    "a.csv": lambda field, value: ("text,{}\n{},{}\n").format(field, *map(json.dumps, (PARAGRAPHS[0], value))).encode(),
    "a.html": lambda field, value: markup(field, value).encode(),
    "a.mhtml": archived,
    "a.eml": mail,
    "a.mbox": lambda field, value: b"From a@b.example Tue Jun 20 09:00:00 2023\n" + mail(field, value),
    "a.xml": feed,
    "a.docx": lambda field, value: docx(PARAGRAPHS, heading=html.escape("".join(c for c in value if c >= " "))),
    "a.odt": lambda field, value: odt(
        f'<text:h text:outline-level="1">{html.escape("".join(c for c in value if c >= " "))}</text:h>'
        + "".join(f"<text:p>{paragraph}</text:p>" for paragraph in PARAGRAPHS)
    ),
    "a.pdf": lambda field, value: pdf([[*map(ascii, PARAGRAPHS), ascii(value)]]),
    "a.rtf": lambda field, value: rtf(database(field, value)),
    "a.zip": lambda field, value: zipped({"a.docx": docx(map(html.escape, database(field, value)))}),
    "a.enex": note,
    "a.webarchive": lambda field, value: plistlib.dumps(
        {
            "WebMainResource": {
                "WebResourceData": markup(field, value).encode(),
                "WebResourceURL": plain(value),
            }
        }
    ),
    "a.vtt": lambda field, value: f"WEBVTT\n\n00:01.000 --> 00:02.000\n<v {value}>{PARAGRAPHS[0]}\n".encode(),
    "a.warc.gz": lambda field, value: warc({f"https://courier.example/{quote(value)}": markup(field, value)}),
    "a.wacz": lambda field, value: zipped({"archive/a.warc.gz": warc({"https://a.example/": markup(field, value)})}),
}


def test_no_reader_is_left_out() -> None:
    tried = {READERS[f".{name.partition('.')[2]}"] for name in FORMATS}
    assert tried == set(READERS.values())


@pytest.mark.parametrize("name", FORMATS)
def test_whatever_a_field_holds_there_is_an_article_or_one_line(tmp_path: Path, name: str) -> None:
    for field in STATED.get(name, FIELDS):
        for value in VALUES:
            (tmp_path / name).write_bytes(FORMATS[name](field, value))
            articles, problems = read_file(tmp_path / name, name)
            assert articles or problems, (field, value)
            assert all(problem.what and problem.next_step for problem in problems), (field, value)
            for article in map(clean, articles):
                assert article.text, (field, value)


def test_whatever_a_field_holds_the_whole_digest_is_built(tmp_path: Path) -> None:
    """Each field with each value; and each reader with each kind of day, since days are what a digest hangs on."""
    seeds = tmp_path / "seeds"
    (seeds / "good").mkdir(parents=True)
    (seeds / "good" / "good.txt").write_text(f"A headline for it\n\n{BODY}", encoding="utf-8")
    files = {f"field{n}-{len(VALUES)}/a.md": fronts(n) for n in range(len(VALUES))}
    for name, make in FORMATS.items():
        for number, day in enumerate(DAYS):
            files[f"{name}-{number}/{name}"] = make("published", day)
        files[f"{name}-address/{name}"] = make("url", "https://courier.example/2014/12/")
    for file, data in files.items():
        (seeds / file).parent.mkdir()
        (seeds / file).write_bytes(data)
    built = build(Project(Settings(), seeds, tmp_path / "docs", tmp_path / "cache"))
    read = {found.article.file.partition("/")[0] for found in built.digest.articles}
    told = {problem.where.partition("/")[2].partition("/")[0] for problem in built.problems}
    assert read | told == {path.name for path in seeds.iterdir()}
    assert "good" in read
    assert all(problem.what and problem.next_step for problem in built.problems)
    for found in built.digest.articles:
        assert (tmp_path / "docs" / "articles" / f"{found.article.id}.md").is_file()


def fronts(shift: int) -> bytes:
    """Return an article whose every field has another one of the values."""
    lines = "\n".join(f"{field}: {json.dumps(VALUES[(shift + 7 * n) % len(VALUES)])}" for n, field in enumerate(FIELDS))
    return f"---\n{lines}\n---\n\n{BODY}".encode()
