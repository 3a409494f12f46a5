"""Preview pictures for links pasted into a chat: the words, who said them, where. Drawn at build time, by Pillow alone.

The same words give the same bytes: one font that ships with the package, no text shaping of the system, no metadata.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import astuple, dataclass
from functools import cache, lru_cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from generator.days import in_words
from generator.ids import WHOLE_LENGTH, digest_of
from generator.publish import markup, permalinks
from generator.publish.edition import Edition
from generator.publish.markup import named
from generator.publish.saying import Saying, of_link, printed_on
from generator.records import ArticleId, Statement
from generator.shelf import Shelf

if TYPE_CHECKING:
    from PIL import Image, ImageFont

FONT = Path(__file__).parent / "assets" / "fonts" / "edition-serif.woff2"
WIDTH, HEIGHT = 1200, 630  # what OpenGraph readers crop least
MARGIN = 76
SIZES = (62, 54, 47, 41, 36, 32)  # tried from the largest: short words stand large
MOST_LINES_HEIGHT = 372
MOST_WORDS = 150
MEASURED = 40
LEADING = 1.24
# One channel is drawn and then read as a ramp of colours: ink, paper, accent. Blended edges fall between them, on as
# many steps as four bits hold with room to spare: a picture takes 12 KB and not 20, and the eye sees no difference.
INK, PAPER, ACCENT = 0, 127, 255
COLOURS = {INK: (29, 27, 25), PAPER: (255, 253, 250), ACCENT: (122, 31, 43)}
TO_PAPER, TO_ACCENT, BITS = 5, 4, 4


@dataclass(frozen=True, slots=True)
class Card:
    """The words on one picture."""

    kicker: str
    words: str
    by: str
    where: str


def pictures(edition: Edition, headline: str, when: str, kept: Shelf | None = None) -> dict[str, bytes]:
    """Return the pictures of the short addresses and of the site, by their path below `docs/`.

    `headline`, `when`: what the home page says of the event. `kept`: pictures that were drawn before, by their words.
    """
    kept = kept or Shelf()
    cards = {permalinks.SITE_CARD: _of_site(edition, headline, when), **of_links(edition)}
    return {path: kept.value(_key(card), partial(draw, card)) for path, card in sorted(cards.items())}


def _key(card: Card) -> str:
    return digest_of(*astuple(card), length=WHOLE_LENGTH)


@cache
def drawn_by() -> str:
    """Return a hash of all that a picture depends on besides its words."""
    ours = b"".join(path.read_bytes() for path in (Path(__file__), Path(markup.__file__), FONT))
    return f"{hashlib.sha256(ours).hexdigest()} {version('pillow')}"


def of_links(edition: Edition) -> dict[str, Card]:
    """Return the cards of the short addresses, by the path of their picture."""
    name = edition.settings.site_name
    shown = edition.pictured
    made = {permalinks.card("q", link): _of_saying(name, of_link(edition, link)) for link in shown["q"]}
    for statement in edition.compared[: len(shown["s"])]:
        made[permalinks.card("s", statement.id)] = _of_statement(edition, statement)
    for event in edition.digest.events[: len(shown["e"])]:
        about = ", ".join(edition.siglum(article) for article in edition.carriers(event))
        day = in_words(event.date, event.end) or "no day given"
        made[permalinks.card("e", event.id)] = Card(name, event.label, day, about)
    for article_id in shown["a"]:
        headline, day = edition.headline(ArticleId(article_id)), printed_on(edition, ArticleId(article_id))
        made[permalinks.card("a", article_id)] = Card(name, headline, edition.outlet(ArticleId(article_id)), day)
    for person in edition.digest.people[: len(shown["p"])]:
        quoted = edition.quote_count[person.id]
        about = f"{quoted} quotes" if quoted > 1 else "1 quote" if quoted else "named"
        made[permalinks.card("p", person.id)] = Card(name, person.name, edition.role(person.id), about)
    return made


def _of_site(edition: Edition, headline: str, when: str) -> Card:
    several = edition.outlets(edition.articles)
    told = f"{edition.how_many(edition.articles)}, side by side" if several > 1 else edition.how_many(edition.articles)
    about = " · ".join(edition.siglum(article) for article in list(edition.articles)[:8])
    by = f"{when} · {told}" if edition.articles else ""
    return Card(edition.settings.site_name, headline, by, about)


def _of_saying(name: str, said: Saying) -> Card:
    return Card(name, said.shown, said.speaker, said.place)


def _of_statement(edition: Edition, statement: Statement) -> Card:
    who = edition.spoken_by(statement)
    about = " · ".join(edition.siglum(article) for article in statement.articles)
    several = edition.outlets(statement.articles)
    told = edition.how_many(statement.articles) if several > 1 else f"{len(statement.readings)} readings"
    words = f"“{edition.closed(statement.text)}”"
    return Card(edition.settings.site_name, words, f"{who} · {told}, side by side", about)


@lru_cache(maxsize=1024)  # a folder of a few articles that is looked at while it is served
def draw(card: Card) -> bytes:
    """Return the PNG of a card."""
    from PIL import ImageDraw

    card = Card(*map(named, astuple(card)))
    image = _frame(card.kicker).copy()
    pen = ImageDraw.Draw(image)
    size, lines = set_in_lines(card.words)
    for number, line in enumerate(lines):
        pen.text((MARGIN, 112 + number * round(size * LEADING)), line, font=_font(size, 400), fill=INK)
    for text, y, weight in ((card.by, HEIGHT - 104, 650), (card.where, HEIGHT - 62, 400)):
        font = _font(30, weight)
        pen.text((MARGIN, y), _fitting(text, font, WIDTH - 2 * MARGIN), font=font, fill=INK)
    steps, colours = _ramp()
    coloured = image.point(steps)
    coloured.putpalette(colours)
    out = io.BytesIO()
    coloured.save(out, "PNG", bits=BITS, compress_level=4)
    return out.getvalue()


@lru_cache(maxsize=1)  # the same on every picture of a site
def _frame(kicker: str) -> Image.Image:
    """Return what stands around the words: the name of the site, the bar above and the lines below."""
    from PIL import Image, ImageDraw

    image = Image.new("L", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, WIDTH, 14), fill=ACCENT)
    pen.text((MARGIN, 50), _fitting(kicker, _font(28, 600), WIDTH - 2 * MARGIN), font=_font(28, 600), fill=ACCENT)
    pen.line((MARGIN, HEIGHT - 122, WIDTH - MARGIN, HEIGHT - 122), fill=INK, width=2)
    pen.line((MARGIN, HEIGHT - 116, WIDTH - MARGIN, HEIGHT - 116), fill=INK, width=1)
    return image


def set_in_lines(text: str) -> tuple[int, list[str]]:
    """Return the largest size at which the words fit, and their lines; at the smallest size the rest is cut."""
    words = text.split()[:MOST_WORDS]
    # Widths grow with the size, so each word is measured once.
    widths = [_width(word) for word in words]
    for size in SIZES:
        lines = _wrapped(words, [width * size for width in widths])
        if len(lines) * size * LEADING <= MOST_LINES_HEIGHT:
            break
    else:
        kept = lines[: int(MOST_LINES_HEIGHT / (size * LEADING))]
        lines = [*kept[:-1], kept[-1].rpartition(" ")[0] + " …"]  # a word makes room, so that none is cut in two
    return size, [_fitting(line, _font(size, 400), WIDTH - 2 * MARGIN) for line in lines]


@lru_cache(maxsize=20_000)
def _width(word: str) -> float:
    return _font(MEASURED, 400).getlength(word + " ") / MEASURED


def _wrapped(words: list[str], widths: list[float]) -> list[str]:
    lines: list[str] = []
    taken = 0.0
    for word, width in zip(words, widths, strict=True):
        if lines and taken + width <= WIDTH - 2 * MARGIN:
            lines[-1] += f" {word}"
            taken += width
        else:
            lines.append(word)
            taken = width
    return lines


def _fitting(text: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    text = " ".join(text.split())[:200]
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(text + "…") > width:
        text = text[:-1]
    return text.rstrip(" …") + "…"


@lru_cache(maxsize=32)
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    from PIL import ImageFont

    font = ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


@cache
def _ramp() -> tuple[list[int], bytes]:
    """Return the step of the ramp that each level of the channel is drawn with, and the colours of the steps."""
    steps = [
        round(level / PAPER * TO_PAPER)
        if level <= PAPER
        else TO_PAPER + round((level - PAPER) / (ACCENT - PAPER) * TO_ACCENT)
        for level in range(256)
    ]
    return steps, bytes(
        round(low + (high - low) * step / count)
        for first, last, count, start in ((INK, PAPER, TO_PAPER, 0), (PAPER, ACCENT, TO_ACCENT, 1))
        for step in range(start, count + 1)
        for low, high in zip(COLOURS[first], COLOURS[last], strict=True)
    )
