"""Files of every format, made of our own sentences."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path

from generator.errors import Problem
from generator.read import read_file
from generator.records import RawArticle

PARAGRAPHS = (
    "The harbour of Port Alder was closed on Tuesday after a ferry struck the eastern pier, officials said.",
    "“Nobody was hurt, and the pier will open again within days,” said the harbour master, Ruth Calder.",
    "The ferry had left the island of Sørvik at dawn with 212 people on board and was due at half past eight.",
    "Investigators will look at the ship's steering, which had been repaired in the spring, the ministry added.",
)
TEXT = "\n\n".join(PARAGRAPHS)


def read(folder: Path, name: str, data: bytes | str) -> tuple[list[RawArticle], list[Problem]]:
    """Write one file and read it."""
    path = folder / name
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return read_file(path, name)


def read_one(folder: Path, name: str, data: bytes | str) -> RawArticle:
    """Write one file and return the only article in it, about which nothing is wrong."""
    articles, problems = read(folder, name, data)
    assert [str(problem) for problem in problems] == []
    assert len(articles) == 1
    return articles[0]


def page(body: Iterable[str] = PARAGRAPHS, head: str = "", before: str = "", after: str = "") -> str:
    """Return a web page with menus and a footer around the article."""
    paragraphs = "".join(f"<p>{paragraph}</p>\n" for paragraph in body)
    return (
        f"<!DOCTYPE html>\n<html lang='en-GB'><head><meta charset='utf-8'>{head}</head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/sea'>Shipping</a></li></ul></nav>"
        f"<main><article>{before}{paragraphs}{after}</article></main>"
        "<footer><p>Copyright 2023 The Alder Courier. <a href='/terms'>Terms of use</a></p></footer></body></html>"
    )


def pdf(pages: Iterable[Iterable[str]]) -> bytes:
    """Return a PDF with these lines on its pages, in a font that every reader has."""
    objects: list[bytes] = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for lines in pages:
        shown = b"T*".join(
            b"(" + line.encode("ascii").replace(b"(", b"\\(").replace(b")", b"\\)") + b")Tj " for line in lines
        )
        stream = zlib.compress(b"BT /F1 10 Tf 12 TL 50 800 Td " + shown + b" ET")
        objects.append(b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream))
        font = b"/Resources<</Font<</F1 3 0 R>>>>/MediaBox[0 0 600 850]"
        objects.append(b"<</Type/Page/Parent 2 0 R%s/Contents %d 0 R>>" % (font, len(objects)))
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    return _numbered(objects)


def pdf_of(drawn: bytes, form: bytes = b"", times: int = 1) -> bytes:
    """Return a PDF of a page that draws something, and a form so many times, in which nothing else is named."""
    font = b"/Resources<</Font<</F1 3 0 R>>/XObject<</X1 6 0 R>>>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[5 0 R]/Count 1>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        _stream(drawn + b" /X1 Do" * times),
        b"<</Type/Page/Parent 2 0 R%s/MediaBox[0 0 600 850]/Contents 4 0 R>>" % font,
        _stream(form, b"/Type/XObject/Subtype/Form" + font),
    ]
    return _numbered(objects)


def _stream(drawn: bytes, more: bytes = b"") -> bytes:
    packed = zlib.compress(drawn)
    return b"<</Length %d/Filter/FlateDecode%s>>stream\n%s\nendstream" % (len(packed), more, packed)


def _numbered(objects: list[bytes]) -> bytes:
    made, places = b"%PDF-1.4\n", []
    for number, part in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return made + start + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(made))


def docx(paragraphs: Iterable[str], heading: str = "", xml: str = "", body: str = "", note: str = "") -> bytes:
    """Return a Word file. `body`: its paragraphs as XML; `xml`: the whole part; `note`: those of its footnote 1."""
    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    top = f'<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>{heading}</w:t></w:r></w:p>' if heading else ""
    body = top + body + "".join(f"<w:p><w:r><w:t>{paragraph}</w:t></w:r></w:p>" for paragraph in paragraphs)
    style = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>'

    def related(**targets: str) -> str:
        relations = (
            f'<Relationship Id="{name}" Type="{office}/{name}" Target="{target}"/>' for name, target in targets.items()
        )
        return f'<Relationships xmlns="{package}/relationships">{"".join(relations)}</Relationships>'

    default = f'<Default Extension="xml" ContentType="{kind}"/>'
    files = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">{default}</Types>',
        "_rels/.rels": related(officeDocument="word/document.xml"),
        "word/_rels/document.xml.rels": related(styles="styles.xml", footnotes="footnotes.xml"),
        "word/styles.xml": f"<w:styles {word}>{style}</w:styles>",
        "word/footnotes.xml": f"<w:footnotes {word}><w:footnote w:id='1'>{note}</w:footnote></w:footnotes>",
        "word/document.xml": xml or f"<w:document {word}><w:body>{body}</w:body></w:document>",
    }
    return zipped({name: text.encode("utf-8") for name, text in files.items()})


def odt(body: str, styles: str = "") -> bytes:
    """Return an OpenDocument text of this markup."""
    return zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "content.xml": fodt(body, styles).encode("utf-8"),
            "styles.xml": b"<x>A head of every page</x>",
        }
    )


def fodt(body: str, styles: str = "") -> str:
    """Return the text of an OpenDocument in one file."""
    paths = {"office": "office", "text": "text", "style": "style", "draw": "drawing", "table": "table"}
    names = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"' for name, path in paths.items())
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names} office:version="1.3">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def rtf(lines: Iterable[str]) -> bytes:
    """Return an RTF file with a paragraph a line; letters beyond ASCII as word processors write them."""

    def escaped(char: str) -> str:
        if char in "\\{}":
            return f"\\{char}"
        if char == "\t":
            return "\\tab "
        code = ord(char)
        return char if code < 128 else f"\\u{code if code < 32_768 else code - 65_536}?"

    body = "".join(f"\\pard\\plain {''.join(map(escaped, line))}\\par\n" for line in lines)
    fonts = "{\\fonttbl{\\f0\\fswiss Arial;}}{\\info{\\author Nobody}{\\title Clippings}}"
    return f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{fonts}\n{body}}}".encode("ascii")


def zipped(files: dict[str, bytes]) -> bytes:
    """Return a zip archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def warc(pages: dict[str, str], gzip: bool = True, kind: str = "text/html; charset=utf-8") -> bytes:
    """Return a web archive with these pages under these addresses."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    made = io.BytesIO()
    writer = WARCWriter(made, gzip=gzip)
    for address, text in pages.items():
        headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
        payload = io.BytesIO(text.encode("utf-8"))
        writer.write_record(writer.create_warc_record(address, "response", payload=payload, http_headers=headers))
    return made.getvalue()
