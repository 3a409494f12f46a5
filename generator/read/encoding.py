"""From bytes to text: a byte order mark, a declared charset, UTF-8, UTF-16, Windows-1252; else a refusal by name.

Nothing is guessed in silence. What is not certain is refused, with the advice to save the file as UTF-8; what was
mended or may be doubted is told in a note.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from generator.read.input_file import Unreadable
from generator.read.mojibake import mend_mojibake

SAVE_AS_UTF8 = "Open it in the program that it comes from and save it as UTF-8"

_MARKS = (  # the long ones first: a UTF-32 mark begins with a UTF-16 mark
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS = (  # first bytes of what people rename to .txt by mistake
    (b"%PDF-", "a PDF file", "Name it .pdf"),
    (b"PK\x03\x04", "a zip archive or an Office document", "Name it .docx, or save its text as UTF-8"),
    (b"\x89PNG", "a PNG image", ""),
    (b"\xff\xd8\xff", "a JPEG image", ""),
    (b"GIF8", "a GIF image", ""),
    (b"RIFF", "a picture, sound or film", ""),
    (b"\x1f\x8b", "a gzip archive", "Unpack it"),
    (b"BZh", "a bzip2 archive", "Unpack it"),
    (b"\xfd7zXZ", "an xz archive", "Unpack it"),
    (b"7z\xbc\xaf", "a 7-Zip archive", "Unpack it"),
    (b"\xd0\xcf\x11\xe0", "an old Word document", "Save it as .docx or as text in UTF-8"),
    (b"{\\rtf", "an RTF document", "Name it .rtf"),
    (b"\x7fELF", "a program", ""),
    (b"SQLite format 3", "a database", ""),
    (b"bplist00", "a binary property list", ""),
)
# Labels of the WHATWG Encoding Standard as pages use them, to Python's codecs. Only these: Python knows codecs that are
# not character sets at all.
_CHARSETS = {
    "utf8": "utf-8", "unicode11utf8": "utf-8",
    "utf16": "utf-16", "utf16le": "utf-16-le", "utf16be": "utf-16-be",
    "ascii": "cp1252", "usascii": "cp1252", "latin1": "cp1252", "iso88591": "cp1252", "l1": "cp1252",
    "cp1252": "cp1252", "windows1252": "cp1252", "xcp1252": "cp1252", "ansi": "cp1252",
    "iso88592": "iso8859_2", "latin2": "iso8859_2", "iso88593": "iso8859_3", "iso88594": "iso8859_4",
    "iso88595": "iso8859_5", "iso88596": "iso8859_6", "iso88597": "iso8859_7", "iso88598": "iso8859_8",
    "iso88599": "cp1254", "latin5": "cp1254", "iso885910": "iso8859_10", "iso885913": "iso8859_13",
    "iso885914": "iso8859_14", "iso885915": "iso8859_15", "latin9": "iso8859_15", "iso885916": "iso8859_16",
    "windows1250": "cp1250", "cp1250": "cp1250", "windows1251": "cp1251", "cp1251": "cp1251",
    "windows1253": "cp1253", "windows1254": "cp1254", "windows1255": "cp1255", "windows1256": "cp1256",
    "windows1257": "cp1257", "windows1258": "cp1258", "windows874": "cp874", "tis620": "cp874",
    "koi8r": "koi8_r", "koi8u": "koi8_u", "ibm866": "cp866", "macintosh": "mac_roman", "xmaccyrillic": "mac_cyrillic",
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "xgbk": "gb18030",
    "big5": "big5hkscs", "big5hkscs": "big5hkscs",
    "shiftjis": "cp932", "sjis": "cp932", "xsjis": "cp932", "windows31j": "cp932", "eucjp": "euc_jp",
    "iso2022jp": "iso2022_jp", "euckr": "cp949", "ksc56011987": "cp949", "ksc5601": "cp949", "windows949": "cp949",
}  # fmt: skip
_SEVEN_BIT = {"iso2022_jp"}  # text in these passes for ASCII
BROKEN_SHARE = 0.001  # a declared charset is believed while fewer bytes than this contradict it
STRAY_SHARE = 0.01  # of letters in Windows-1252 that parts pasted into a page of UTF-8 bring with them
NUL_SHARE = 0.01  # more of them are UTF-16 or no text


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text of a file, how its bytes were read, and what an editor should know about that."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Return the text of `data`. `declared`: the charset that the file itself names, if it does.

    Raises `Unreadable` for what is empty, binary, or of an encoding that its bytes do not settle.
    """
    _refuse_binary(data)
    marked = _by_mark(data)
    plain = marked or _by_utf8(data, declared) or _by_declaration(data, declared)
    found = plain or _by_utf16(data) or _by_western(data)
    if found is None:
        raise Unreadable(_refusal(data), SAVE_AS_UTF8)
    if _is_noise(found.text):
        raise Unreadable("holds bytes that are not text", "Take it out of the folder")
    text, notes = mend_mojibake(found.text)
    if zeros := text.count("\0"):
        notes += (f"{zeros} character(s) with the code zero stand in it and are shown as “�”",)
    return Decoded(text, found.encoding, found.notes + notes)


def known_charset(label: str | None) -> str | None:
    """Return Python's name of a declared charset; None when it is none that pages use."""
    return _CHARSETS.get(re.sub(r"[^a-z0-9]", "", (label or "").lower()))


def _refuse_binary(data: bytes) -> None:
    if not data:
        raise Unreadable("is empty", "Put the article's text into it, or delete it")
    for start, kind, advice in _KINDS:
        if data.startswith(start):
            raise Unreadable(f"is {kind}, not text", advice or "Take it out of the folder")
    if re.search(rb"\x1b\$[@B]|\x1b\([BJI]", data[:100_000]):
        raise Unreadable("is in ISO-2022-JP, not UTF-8", SAVE_AS_UTF8)


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(encoding), encoding)
            except UnicodeDecodeError as error:
                line = data.count(b"\n", 0, error.start) + 1
                raise Unreadable(f"begins as {encoding.upper()} but is broken in line {line}", SAVE_AS_UTF8) from None
    return None


def _by_utf8(data: bytes, declared: str | None) -> Decoded | None:
    """Return the text when it is valid UTF-8: text of another encoding hardly ever is."""
    if known_charset(declared) in _SEVEN_BIT or _has_zeros(data):
        return None
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _by_utf8_with_strays(data) if known_charset(declared) == "utf-8" else None


def _by_utf8_with_strays(data: bytes) -> Decoded | None:
    """Return the text of a page that says UTF-8 and has a few letters in Windows-1252, as pasted quotations bring."""
    text = data.decode("utf-8", errors="surrogateescape")
    strays = len(_STRAY.findall(text))
    if strays > max(3, len(data) * STRAY_SHARE):
        return None
    word = re.search(rf"\w*{_STRAY.pattern}\w*", text)
    shown = _STRAY.sub(_as_western, word.group() if word else "")
    note = f"{strays} byte(s) are not in its declared encoding, UTF-8, and were read as Windows-1252: “{shown}”"
    return Decoded(_STRAY.sub(_as_western, text), "utf-8", (note,))


_STRAY = re.compile("[\udc80-\udcff]")  # what "surrogateescape" makes of a byte that is no UTF-8


def _as_western(found: re.Match[str]) -> str:
    return bytes([ord(found.group()) - 0xDC00]).decode("cp1252", "replace")


def _has_zeros(data: bytes) -> bool:
    """Return whether so many bytes are zero that it is UTF-16 or no text; a few are strays after a page's end."""
    return b"\0" in data and data.count(0) > max(1, len(data) * NUL_SHARE)


def _by_declaration(data: bytes, declared: str | None) -> Decoded | None:
    charset = known_charset(declared)
    if charset is None or (_has_zeros(data) and not charset.startswith("utf-16")):
        return None
    text = data.decode(charset, errors="replace")
    broken = text.count("�")
    if broken > max(1, len(data) * BROKEN_SHARE):
        return None
    note = f"{broken} byte(s) are not in its declared encoding, {declared}, and are shown as “�”"
    return Decoded(text, charset, (note,) if broken else ())


def _by_utf16(data: bytes) -> Decoded | None:
    """Return text in UTF-16 without its mark when every second byte shows it: Latin letters have a zero there."""
    if len(data) % 2 or b"\0" not in data:
        return None
    even, odd = data[::2], data[1::2]
    for encoding, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros.count(0) < 0.75 * len(zeros) or 0 in others:
            continue
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            return None
        return Decoded(text, encoding)
    return None


def _refusal(data: bytes) -> str:
    if b"\0" in data:
        return "is not text, or text in UTF-16 without its mark"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return f"is not UTF-8 (line {line}), and its bytes do not tell which encoding it is"
    return "is not text"


def _is_noise(text: str) -> bool:
    """Return whether control characters, which no text has, are more than one in a hundred."""
    return len(re.findall(r"[\x00-\x08\x0e-\x1f\x7f]", text)) > len(text) / 100


# ---- Windows-1252, and Latin-1 with it -------------------------------------------------------------------------------

_OPENING = "„‚‹¿¡"
_CLOSING = "”’›"
_EITHER = "“‘"  # they open in English and close in German
_AFTER_DIGITS = "²³¹ªº½¼¾"
_APART = "§¶©®™±×÷·•†‡"
_ANYWHERE = "–—…«»\xa0\xad´µ‰¢€"
_ALONE = frozenset("àáéèóòùúíìôöåÀÁÉÈÓÒÚÍÔÖÅ")  # words of one letter in the languages of Western Europe
_UNSETTLED = frozenset(
    char
    for byte in range(0xC0, 0x100)
    if (char := bytes([byte]).decode("cp1252"))
    and any(bytes([byte]).decode(other, "replace") != char for other in ("cp1250", "cp1254"))
)
"""Letters that the Windows encodings of Central Europe and Turkey have other letters for."""


def _by_western(data: bytes) -> Decoded | None:
    """Return the text when it reads as Windows-1252 throughout: marks where marks stand, accents inside words.

    Cyrillic, Chinese, Japanese and Mac text read this way puts capitals into words, letters alone or marks between
    letters. Letters that stand for others in Central Europe's and Turkey's encodings are told in a note.
    """
    if _has_zeros(data):
        return None
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    if not all(_mark_fits(text, found.start()) for found in re.finditer(r"[^\x00-\x7f\w]|[ªº²³¹½¼¾µ]", text)):
        return None
    words = [word for word in re.findall(r"[^\W\d_ªº²³¹½¼¾µ]+", text) if not word.isascii()]
    if not all(_word_fits(word) for word in words):
        return None
    doubtful = sorted({word for word in words if not _UNSETTLED.isdisjoint(word)})
    shown = ", ".join(f"“{word}”" for word in doubtful[:3])
    note = f"was read as Windows-1252; names with accents may be wrong: {shown}"
    return Decoded(text, "cp1252", (note,) if doubtful else ())


def _mark_fits(text: str, at: int) -> bool:
    mark, before, after = text[at], text[at - 1] if at else " ", text[at + 1] if at + 1 < len(text) else " "
    if mark in _ANYWHERE:
        return True
    if mark in _OPENING:
        return not after.isspace() and not before.isalpha()
    if mark in _CLOSING:
        return not before.isspace() or after.isalnum()
    if mark in _EITHER:
        return (not after.isspace() and not before.isalpha()) or (not before.isspace() and not after.isalpha())
    if mark == "°":
        return not after.isalpha() or (after in "CFKNSEW" and not before.isalpha())
    if mark in _AFTER_DIGITS:
        return not after.isalpha()
    if mark in "£¥":
        return after.isdigit() or not after.isalpha() or re.match(r"(?:m|bn|tn|k)\b", text[at + 1 : at + 4]) is not None
    return mark in _APART and not (before.isalpha() and after.isalpha())


def _word_fits(word: str) -> bool:
    if len(word) == 1:
        return word in _ALONE
    if not re.search(r"[A-Za-z]", word) or re.search(r"[^\x00-\x7f]{3}", word) or "ƒ" in word:
        return False
    inner_capital = any(char.isupper() and not char.isascii() for char in word[1:])
    return not (inner_capital and re.search(r"[a-z]", word))
