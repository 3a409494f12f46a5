"""Mails (.eml) and pages saved as web archives (.mhtml), which are mails too: one article each.

Of a mail only the text, the subject and the day are taken. Who sent and who received it is nobody's business: private
addresses are never published.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from itertools import islice

from generator.errors import Problem, shown
from generator.read import html, page_text
from generator.read.address_beside import address_beside
from generator.read.databases import split_lines
from generator.read.days import day_in_address, stated_day
from generator.read.encoding import Decoded, decode, known_charset
from generator.read.index_page import are_cut_off
from generator.read.input_file import Contents, InputFile, Unreadable, foreign
from generator.read.page_metadata import is_web_address
from generator.read.tidy import fit, one_line
from generator.records import Metadata, RawArticle, Removed, Stated

_HEADER_LINE = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}:")
_PASSED_ON = re.compile(r"^\s*(?:fwd?|fw|wg|tr|re|aw)\s*:\s*", re.IGNORECASE)
_BRACKETED = re.compile(r"\s*\[[^\[\]]{1,40}\]\s*(?=\S)")
_FROM = r"from|von|de|da|van|från|fra|od"
_OTHERS = (
    r"date|sent|subject|to|cc|reply-to|gesendet|datum|an|kopie|betreff|envoyé(?: le)?|à|objet|enviado(?: el| em)?|fecha"
    r"|para|asunto|assunto|inviato|data|a|oggetto|verzonden|aan|onderwerp|skickat|till|ämne|sendt|dato|til|emne"
    r"|wysłano|do|temat"
)
_FORWARDED = re.compile(
    r"^[-_ >]*(?:forwarded message|original message|begin forwarded message|weitergeleitete nachricht"
    r"|ursprüngliche nachricht|message (?:transféré|d’origine)|mensaje (?:reenviado|original)"
    r"|mensagem (?:encaminhada|original)"
    r"|messaggio inoltrato|doorgestuurd bericht|vidarebefordrat meddelande)\b[^\n]{0,80}\n(?:[ >]*\n)*"
    rf"(?:[ >]*\*?(?:{_FROM}|{_OTHERS})\*?\s?:\*?[^\n]{{0,500}}(?:\n(?:[ >]*\n)?|$))+|"
    # Outlook sets nothing but the head itself.
    rf"^\*?(?:{_FROM})\*?\s?:[^\n]{{2,200}}\n(?:[ >]*\n)?"
    rf"(?:\*?(?:{_OTHERS})\*?\s?:[^\n]{{0,500}}(?:\n(?:[ >]*\n)?|$)){{2,5}}",
    re.IGNORECASE | re.MULTILINE,
)
PASSED_ON = "subject of a mail that was passed on"
DAY_OF_MAIL = "date of the mail"
_NO_SUBJECT = re.compile(
    r"\W*(?:no subject|none|kein betreff|sans (?:objet|titre)|sin asunto|sem assunto|nessun oggetto|geen onderwerp)\W*",
    re.IGNORECASE,
)
_QUOTED_LINE = re.compile(r"^[ \t]{0,3}>[ \t]?", re.MULTILINE)
_MAIL_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_PART_HEADER = re.compile(
    rb"(?:^|(?<=[\r\n]))content-[a-z-]{1,40}[ \t]{0,9}:[^\r\n]*(?:(?:\r\n|\n|\r)[ \t][^\r\n]*)*", re.IGNORECASE
)
"""A header with parameters: the standard library takes quadratic time in their number."""
_BOUNDARY = re.compile(rb"boundary[ \t]{0,9}\*?(?:0\*?)?[ \t]{0,9}=", re.IGNORECASE)
# The library holds each line against the ends of all the parts that it may be in: some four seconds.
MAX_LINES_BY_PARTS = 10_000_000
MIN_WORDS = 40  # a shorter text part only says that the mail is to be read as a page
MAX_HEADER = 2_000  # characters
MAX_PARTS = 1_000
BODY_SHARE = 0.6  # a mail that is mostly one article; letters of many pieces are taken whole


@dataclass(frozen=True, slots=True)
class _MailParts:
    plain: str = ""
    page: str = ""
    address: str = ""
    """Content-Location of the page."""
    attached: tuple[str, ...] = ()
    files: tuple[tuple[str, bytes], ...] = ()
    """Names and bytes of those that a reader knows."""
    notes: tuple[str, ...] = ()
    """What an editor should know about how the bytes were read."""


def read(source: InputFile) -> Contents:
    """Return the one article of a mail or web archive."""
    if any(len(found.group()) > MAX_HEADER for found in _PART_HEADER.finditer(source.data)):
        raise Unreadable(f"has a header of more than {MAX_HEADER:,} characters", "Save its text as .txt")
    boundaries = len(_BOUNDARY.findall(source.data))
    if boundaries * source.data.count(b"\n") > MAX_LINES_BY_PARTS:
        raise Unreadable("is made of too many parts within parts", "Save its text as .txt")
    data, broken = _with_whole_headers(source.data)
    with foreign("is no mail or web archive that can be read", "Save it again, or save its text as .txt"):
        message = message_from_bytes(data)
        headers = {str(key).lower() for key in message}
    if not headers & {"from", "subject", "mime-version", "content-type", "date"}:
        raise Unreadable("has no headers of a mail", "Save it again, or save its text as .txt")
    parts = _parts(message)
    if broken:
        parts = replace(parts, notes=(f"{broken} line(s) of its headers are broken and were joined", *parts.notes))
    snapshot = _header(message, "Snapshot-Content-Location")
    if snapshot or source.file.lower().endswith((".mhtml", ".mht")):
        return _archive(source, parts, snapshot)
    return _mail(source, message, parts)


def _with_whole_headers(data: bytes) -> tuple[bytes, int]:
    """Return the bytes with the stray lines among their headers joined to the line above, and how many there were.

    The library takes the first line that is no header for the text. Browsers have written some when a page's title had
    a line end in it; they read on, and so do we. Lines that no header follows are text.
    """
    head, gap, rest = data.partition(b"\r\n\r\n" if b"\r\n" in data[:1000] else b"\n\n")
    lines = head.split(b"\n")
    named = [at for at, line in enumerate(lines) if _HEADER_LINE.match(line)]
    if not named or named[0] > 1:
        return data, 0
    strays = [
        at for at in range(named[0], named[-1]) if not lines[at][:1].isspace() and not _HEADER_LINE.match(lines[at])
    ]
    for at in strays:
        lines[at] = b" " + lines[at]
    return (b"\n".join(lines) + gap + rest, len(strays)) if strays else (data, 0)


def _header(message: Message, name: str) -> str:
    """Return a header's words.

    Read by the library's old rules and only so far: its new ones take minutes and gigabytes for a long hostile header.
    """
    raw = str(message.get(name, ""))[:MAX_HEADER]
    try:
        return one_line("".join(_decoded(*part) for part in decode_header(raw)))
    except (ValueError, LookupError, HeaderParseError):
        return one_line(raw)


def _decoded(words: str | bytes, charset: str | None) -> str:
    """Return the words of one part of a header. "gb2312" is written over letters that only GBK has, as on pages."""
    if isinstance(words, str):
        return words
    return words.decode(known_charset(charset) or "utf-8" if charset else "ascii", "replace")


def _parts(message: Message) -> _MailParts:
    plain, page, address = "", "", ""
    attached = []
    files = []
    notes: list[str] = []

    def text_of(data: bytes, charset: str | None) -> str:
        decoded = decode(data, charset)
        notes.extend(decoded.notes)
        return decoded.text

    with foreign("is broken inside", "Save it again, or save its text as .txt"):
        every = list(islice(message.walk(), MAX_PARTS + 1))
        versions = _other_versions(every)
        for part in every[:MAX_PARTS]:
            kind = part.get_content_type()
            if part.is_multipart():
                continue
            data = part.get_payload(decode=True)
            if part.get_content_disposition() == "attachment":
                attached.append(one_line(part.get_filename() or kind)[:100])
                name = part.get_filename() or {"text/plain": "attached.txt", "text/html": "attached.html"}.get(kind, "")
                if isinstance(data, bytes) and data.strip() and name.lower().endswith(_READ_INSIDE):
                    files.append((one_line(name).rpartition("/")[2][:100], data))
            elif not isinstance(data, bytes) or not data.strip():
                continue
            elif kind == "text/plain":
                if not plain or id(part) not in versions:
                    plain = "\n\n".join(filter(None, (plain, text_of(data, part.get_content_charset()))))
            elif kind in ("text/html", "application/xhtml+xml") and not page:
                page = text_of(data, part.get_content_charset() or html.declared_charset(data))
                address = str(part.get("Content-Location", ""))
            elif part.get_content_maintype() == "text" and id(part) not in versions:
                attached.append(kind)
    if len(every) > MAX_PARTS:
        attached.append(f"parts beyond {MAX_PARTS:,}")
    return _MailParts(plain, page, address, tuple(attached), tuple(files[:MOST_ATTACHED]), tuple(notes))


def _other_versions(parts: list[Message]) -> set[int]:
    """Return the parts, by their identity, that only show otherwise what an earlier one shows: of text, as a page."""
    found: set[int] = set()
    for part in parts:  # each behind what it is a part of
        within = part.get_payload()
        if isinstance(within, list):
            is_choice = part.get_content_type() == "multipart/alternative" and id(part) not in found
            found.update(map(id, within[1:] if is_choice else within if id(part) in found else ()))
    return found


def _archive(source: InputFile, parts: _MailParts, snapshot: str) -> Contents:
    if not parts.page:
        raise Unreadable("holds no page", "Save the page again, as HTML or as .mhtml")
    address = next((one for one in (snapshot, parts.address) if is_web_address(one)), None)
    found = html.read_decoded(source, Decoded(parts.page, "utf-8"), address)
    return Contents(found.articles, (*_told(source, parts), *found.problems))


def _told(source: InputFile, parts: _MailParts) -> tuple[Problem, ...]:
    return tuple(source.problem(note, "Compare it with the original") for note in parts.notes)


def _mail(source: InputFile, message: Message, parts: _MailParts) -> Contents:
    problems = _told(source, parts)
    if parts.files and (found := _of_attachments(source, message, parts)) is not None:
        return Contents(found.articles, problems + found.problems)
    if parts.attached:
        names = ", ".join(parts.attached[:5])
        problems += (source.problem(f"has attachments, which are not read: {names}", "Save them beside the mail"),)
    given = _given(message)
    if len(parts.plain.split()) >= MIN_WORDS or not parts.page:
        text, passed = _without_forwarding(parts.plain)
        if (export := split_lines(text.splitlines(), source)) is not None:
            return Contents(_with_first(export.articles, passed.removed), problems + export.problems)
        if are_cut_off(text.splitlines()):
            raise Unreadable(*_TEASERS)
        known = _with_address(passed.completed(given, text), text)
        return Contents((source.article(text, "scrape", known, removed=passed.removed),), problems)
    root = page_text.parse(fit(parts.page))
    shown = page_text.blocks(root) if root is not None else []
    if (export := split_lines(_with_rules(parts.page), source)) is not None:
        return Contents(export.articles, problems + export.problems)
    if are_cut_off([block.text for block in shown]):
        raise Unreadable(*_TEASERS)
    visible = "\n\n".join(block.text for block in shown)
    try:
        article, _ = html.read_page(source, parts.page)
    except Unreadable:
        article = None
    if article and len(article.text.split()) >= BODY_SHARE * len(visible.split()):
        text, form, left_out = article.text, article.form, article.removed
    else:
        text, form, left_out = visible, "scrape", ()
    _, passed = _without_forwarding(visible)
    if form != "scrape" and passed.removed:
        # The heads of forwarded mails stood outside what was taken for the article, the notes above them within.
        told = {line.strip() for removed in passed.removed for line in removed.text.splitlines()}
        text = "\n\n".join(line for line in text.split("\n\n") if _masked(line) not in told)
        left_out = tuple(removed for removed in left_out if _masked(removed.text) not in told)
        form = "scrape"
    else:
        text, passed = _without_forwarding(text)
    given = _with_address(passed.completed(given, text), text)
    return Contents((source.article(text, form, given, removed=passed.removed + left_out),), problems)


def _of_attachments(source: InputFile, message: Message, parts: _MailParts) -> Contents | None:
    """Return the articles of a mail that itself only says what is attached; None when it says more, or none is read."""
    from generator.read.folder import read_source, reader_of

    root = page_text.parse(fit(parts.page)) if parts.page and not parts.plain else None
    own = parts.plain or "\n".join(block.text for block in (page_text.blocks(root) if root is not None else ()))
    if len(_SIGNED_OFF.split(own)[0].split()) > NOTE_WORDS:
        return None
    subject = _given(message).title
    title = Stated(subject.value, PASSED_ON) if subject else None
    note = (Removed(_masked(own), NOTE),) if own.strip() else ()
    articles: list[RawArticle] = []
    problems: list[Problem] = []
    for name, data in parts.files:
        try:
            inner = InputFile(name, data, f"{source.where}/{shown(name)}", source.effort)
            found = read_source(inner, reader_of(name))
        except Unreadable as error:
            problems.append(Problem(f"{source.where}/{shown(name)}", error.what, error.next_step))
            continue
        problems += found.problems
        articles += (replace(raw, given=replace(raw.given, title=raw.given.title or title)) for raw in found.articles)
    if not articles:
        return None
    several = len(articles) > 1
    placed = (
        replace(raw, file=f"{source.file}#{number}" if several else source.file)
        for number, raw in enumerate(articles, start=1)
    )
    return Contents(_with_first(tuple(placed), note), tuple(problems))


MOST_ATTACHED = 20
_READ_INSIDE = (".txt", ".text", ".md", ".html", ".htm", ".docx", ".rtf", ".odt", ".pdf")
_SIGNED_OFF = re.compile(r"^-- ?$", re.MULTILINE)


def _masked(words: str) -> str:
    """Return words as they are told among what was removed, without addresses of mail."""
    return _MAIL_ADDRESS.sub("…@…", words).strip()


def _with_address(given: Metadata, text: str) -> Metadata:
    """Return the metadata with the address that stands beside the text; its day is better than that of the mail."""
    found = address_beside(text)
    if found is None:
        return given
    by_mail = given.published is not None and given.published.how.startswith(DAY_OF_MAIL)
    published = None if by_mail and day_in_address(found.value) else given.published
    return replace(given, url=given.url or found, published=published)


def _with_rules(page: str) -> list[str]:
    """Return the visible lines of a mail that is a page, its rules as lines of dashes; [] where it has none."""
    root = page_text.parse(fit(page)) if "<hr" in page.lower() else None
    for rule in root.iter("hr") if root is not None else ():
        rule.text = "-----"
    return [block.text for block in page_text.blocks(root)] if root is not None else []


def _with_first(articles: tuple[RawArticle, ...], removed: tuple[Removed, ...]) -> tuple[RawArticle, ...]:
    """Return the articles of a mail, the first of them with what stands above them all."""
    return tuple(replace(raw, removed=removed + raw.removed) if at == 0 else raw for at, raw in enumerate(articles))


_TEASERS = ("is a mail of teasers and holds no article", "Save the pages that it leads to")


@dataclass(frozen=True, slots=True)
class _PassedOn:
    """What a mail program and whoever passed a mail on set before it."""

    removed: tuple[Removed, ...] = ()
    head: str = ""
    """The forwarded mail's own head, as printed."""

    def completed(self, given: Metadata, text: str) -> Metadata:
        """Return the metadata with sender and day of the mail that was passed on, where that is a newsletter."""
        sender, day = _SENDER.search(self.head), _SENT.search(self.head)
        address = _MAIL_ADDRESS.search(self.head)
        by_list = address is not None and _LIST_NAME.fullmatch(address.group().partition("@")[0]) is not None
        if sender is None or not (by_list or _UNSUBSCRIBE.search(text)):
            return given
        name = sender["name"].strip(" \"'*")
        outlet = Stated(name, "sender of the newsletter") if name and "@" not in name else None
        value = stated_day(day["day"].strip(" *")) if day else None
        published = Stated(value, "date of the newsletter") if value else None
        return replace(given, outlet=given.outlet or outlet, published=given.published or published)


NOTE_WORDS = 80  # of whoever passed a mail on; what is longer may be the article itself
_SENDER = re.compile(rf"^[ >]*\*?(?:{_FROM})\*?\s?:\s*\*?(?P<name>[^<\[\n]{{2,80}})", re.IGNORECASE | re.MULTILINE)
_SENT = re.compile(
    r"^[ >]*\*?(?:date|sent|gesendet|datum|envoyé|fecha|enviado|inviato|verzonden)\*?\s?:(?P<day>[^\n]{6,60})",
    re.IGNORECASE | re.MULTILINE,
)
_LIST_NAME = re.compile(
    r"(?:no-?reply|news\w*|newsletters?|alerts?|updates?|briefing|daily|hello|editors?|info|digest|mail(?:ing)?|bulletin)",
    re.IGNORECASE,
)
_UNSUBSCRIBE = re.compile(
    r"\bunsubscribe\b|\byou(?:[’']re| are) receiving this\b|\babmelden\b|\bse désabonner\b", re.IGNORECASE
)


def without_forwarding(text: str) -> tuple[str, tuple[Removed, ...]]:
    """Return a text without the heads of forwarded mails above it, and these."""
    rest, passed = _without_forwarding(text)
    return rest, passed.removed


def _without_forwarding(text: str) -> tuple[str, _PassedOn]:
    """Return the text without the heads that mail programs set before a forwarded mail, and the notes above them.

    A mail that was passed on twice has two heads; the last is that of the mail with the article.
    """
    removed: list[Removed] = []
    head = ""
    for _ in range(MOST_HEADS):
        found = _FORWARDED.search(text[:20_000])
        before, rest = (text[: found.start()], text[found.end() :]) if found else ("", text)
        if found is None or (head and len(before.split()) > NOTE_WORDS):
            break
        head = found.group()
        if before.strip() and len(before.split()) <= NOTE_WORDS and len(rest.split()) >= MIN_WORDS:
            removed.append(Removed(_MAIL_ADDRESS.sub("…@…", before.strip()), NOTE))
            before = ""
        removed.append(Removed(_MAIL_ADDRESS.sub("…@…", head), "head of a forwarded mail"))
        text = before + rest
        if before.strip():
            break
    text, quoted = _unquoted(text)  # some programs quote what they pass on
    return text, _PassedOn((*removed, *quoted.removed), head)


MOST_HEADS = 5


def _unquoted(text: str) -> tuple[str, _PassedOn]:
    """Return what a mail quotes ("> ...") without the marks, where that is most of it; what stands around is a note."""
    lines = text.splitlines()
    marked = [number for number, line in enumerate(lines) if _QUOTED_LINE.match(line)]
    words = sum(len(lines[number].split()) - 1 for number in marked)
    if len(marked) < FEWEST_QUOTED or words < MOSTLY_QUOTED * len(text.split()):
        return text, _PassedOn()
    quoted = lines[marked[0] : marked[-1] + 1]
    around = "\n".join([*lines[: marked[0]], *lines[marked[-1] + 1 :]]).strip()
    note = (Removed(_MAIL_ADDRESS.sub("…@…", around), NOTE),) if around else ()
    return "\n".join(_QUOTED_LINE.sub("", line) for line in quoted), _PassedOn(note)


MOSTLY_QUOTED, FEWEST_QUOTED = 0.6, 5  # of a mail's words, since a list's foot is of many short lines; lines
NOTE = "words of whoever passed it on"


def _given(message: Message) -> Metadata:
    """Return what the headers state. A forwarded mail's day is not the article's, a private sender no outlet."""
    subject = _header(message, "Subject")
    passed_on = _PASSED_ON.match(subject) is not None
    # "[clips] Fwd: ...": what a mailing list, a mail server or a news group's readers set before it.
    tagged = _BRACKETED.match(subject) is not None
    while found := _PASSED_ON.match(subject) or _BRACKETED.match(subject):
        subject = subject[found.end() :]
    posted = bool(message.get("Newsgroups")) or (tagged and bool(message.get("List-Id")))
    passed_on = passed_on or posted
    if _NO_SUBJECT.fullmatch(subject):
        subject = ""
    day = None if passed_on and not posted else stated_day(_header(message, "Date"))
    sender = _header(message, "From").partition("<")[0].strip(" \"'")
    is_letter = bool(_header(message, "List-Unsubscribe") or _header(message, "List-Id")) and not passed_on
    return Metadata(
        title=Stated(subject, PASSED_ON if passed_on else "subject of the mail") if subject else None,
        outlet=Stated(sender, "sender of the newsletter") if is_letter and sender and "@" not in sender else None,
        published=Stated(day, "date of the newsletter" if is_letter else DAY_OF_MAIL) if day else None,
    )
