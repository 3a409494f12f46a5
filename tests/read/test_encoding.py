"""Bytes become text with certainty, or the file is refused by name."""

from __future__ import annotations

import codecs
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.read.encoding import decode, mend_mojibake
from generator.read.input_file import Unreadable

ENGLISH = "The minister said: “It’s a ‘fresh start’ – and it cost £3m.” The café on the Plaça was closed…\n" * 3


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "cp1254"]
)
def test_english_news_is_read_right(encoding: str) -> None:
    decoded = decode(ENGLISH.encode(encoding))
    assert decoded.text == ENGLISH
    assert decoded.notes == ()


@pytest.mark.parametrize(
    "text",
    [
        "It cost £5m, “he” said – the naïve café in Zürich was at 20°C; ½ of it was “closed”…",
        "« Été à la plage », a déclaré M. Müller à l’Élysée ; ça coûte 5 € – hélas…".replace("à", "a").replace(
            "û", "u"
        ),
        "„Über die Straße“, sagte Müller. „Große Änderungen“ – ‚nein‘.",
        "He wrote ‘rock ’n’ roll’ and it’s ’90s ‘stuff’.",
    ],
)
def test_windows_1252_is_read_right_in_other_hands(text: str) -> None:
    assert decode(text.encode("cp1252")).text == text


def test_latin_1_is_read_right() -> None:
    text = "“Señor” is what the café's owner called Müller.".replace("“", '"').replace("”", '"')
    assert decode(text.encode("latin-1")).text == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("koi8_r", "Владимир Путин сказал журналистам, что переговоры продолжаются."),
        ("cp1251", "Владимир Путин said on Monday that the talks would go on."),
        ("iso8859_5", "Переговоры продолжаются, сообщило министерство."),
        ("gb18030", "台风星期一在福建沿海登陆，数千名居民已经撤离。"),
        ("gb18030", "The potter Chen Meiling (陈美玲) won the prize on Monday."),
        ("gb18030", "“It’s a fresh start,” the minister said."),
        ("big5", "颱風星期一登陸，學校停課。"),
        ("shift_jis", "台風は月曜日、鹿児島に上陸し、学校は休校になった。"),
        ("shift_jis", "The potter (山田花子) said so."),
        ("euc_jp", "台風は月曜日に上陸した。"),
        ("euc_kr", "태풍이 월요일 부산에 상륙했다고 기상청이 밝혔다."),
        ("iso2022_jp", "台風は月曜日に上陸した。"),
        ("mac_roman", "“It’s a fresh start,” the minister said at the café."),
        ("mac_roman", "The café was closed — for good."),
        ("mac_roman", "He said “no” and ‘yes’ – it’s so."),
        ("gb18030", "“没有进展”，他 said on Monday – “没有”。"),
        ("cp1251", "«Переговоры» and the minister’s “talks” went on."),
        ("cp437", "The café was closed on Monday."),
        ("cp850", "The café was closed on Monday."),
        ("cp1250", "Prezydent Wałęsa spotkał się z ministrem."),
        ("iso8859_2", "Prezydent Wałęsa said so on Monday."),
        ("cp1253", "Ο πρωθυπουργός είπε ότι οι συνομιλίες συνεχίζονται."),
        ("cp1255", "ראש הממשלה אמר ביום שני."),
        ("cp1256", "قال الوزير يوم الاثنين إن المحادثات مستمرة."),
        ("utf-16-le", "台风星期一在福建沿海登陆，数千名居民已经撤离。"),
        ("utf-16-be", "台风星期一在福建沿海登陆，数千名居民已经撤离。"),
    ],
)
def test_what_the_bytes_do_not_settle_is_refused(encoding: str, text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(text.encode(encoding))
    assert "UTF-8" in caught.value.next_step


@pytest.mark.parametrize(
    ("encoding", "text"), [("cp1254", "President Erdoğan said so in Ankara."), ("cp1252", "Mr Sørensen said so.")]
)
def test_letters_that_other_countries_read_otherwise_are_told(encoding: str, text: str) -> None:
    notes = decode(text.encode(encoding)).notes
    assert len(notes) == 1
    assert "names with accents may be wrong" in notes[0]


def test_a_file_of_two_encodings_is_refused_with_the_line() -> None:
    with pytest.raises(Unreadable, match="line 2"):
        decode("Fine – so far.\n".encode() + "Then – this.\n".encode("cp1252") + "字".encode())


def test_a_broken_file_with_a_mark_is_refused() -> None:
    with pytest.raises(Unreadable, match="broken in line 2"):
        decode(codecs.BOM_UTF8 + b"Fine\nNot \xff fine")


def test_a_declared_charset_is_believed() -> None:
    assert decode("Переговоры".encode("koi8_r"), "KOI8-R").text == "Переговоры"
    assert decode("会談".encode("shift_jis"), "Shift_JIS").text == "会談"


def test_utf_8_goes_before_a_charset_that_was_declared_once() -> None:
    assert decode("It’s".encode(), "iso-8859-1").text == "It’s"


@pytest.mark.parametrize("label", ["rot13", "zip", "unicode_escape", "idna", "no such", "base64", ""])
def test_only_charsets_are_believed(label: str) -> None:
    assert decode(b"uryyb \\u0041", label).text == "uryyb \\u0041"


# ---- mojibake --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["It’s “fine” – he said…", "Café Müller, £3m, Škoda, señor", "It costs 5 € or ½"])
def test_text_broken_once_or_twice_is_mended_and_told(text: str) -> None:
    once = text.encode("utf-8").decode("latin-1")
    twice = once.encode("utf-8").decode("latin-1")
    for broken in (once, twice):
        mended, notes = mend_mojibake(broken)
        assert mended == text
        assert "have been mended" in notes[0]


@pytest.mark.parametrize("encoding", ["mac_roman", "cp1250", "cp1251"])
def test_text_read_in_yet_another_encoding_is_mended_when_it_is_broken_throughout(encoding: str) -> None:
    text = "“It’s closed,” the harbour master’s office in Málaga said. “We don’t know why.”"
    mended, notes = mend_mojibake(text.encode("utf-8").decode(encoding, "ignore"))
    assert mended.count("’") == 3
    assert f"UTF-8 read as {encoding.replace('mac_roman', 'macroman').replace('cp12', 'windows-12')}" in notes[0]


@pytest.mark.parametrize(
    ("broken", "text", "told"),
    [
        ("The barge from RÄ«ga", "The barge from Rīga", "“RÄ«ga” for “Rīga”, UTF-8 read as latin-1"),
        ("in Ã…land and miÄ™so", "in Åland and mięso", "“Ã…” for “Å”"),
        ("Ð’Ð»Ð°Ð´Ð¸Ð¼Ð¸Ñ€ said", "Владимир said", "UTF-8 read as windows-1252"),
        ("â€œJosÃ©â€™s", "“José’s", "UTF-8 read as windows-1252"),
    ],
)
def test_a_word_is_mended_by_what_it_shows(broken: str, text: str, told: str) -> None:
    mended, notes = mend_mojibake(broken)
    assert mended == text
    assert told in "".join(notes)


def test_broken_text_whose_accents_were_taken_apart_is_mended() -> None:
    broken = unicodedata.normalize("NFD", "a cafÃ© on Oveâ€™s pier, Ã¢â‚¬Ëœclosed")
    assert mend_mojibake(broken)[0] == "a café on Ove’s pier, ‘closed"
    sound = unicodedata.normalize("NFD", "São Paulo “â”")
    assert unicodedata.normalize("NFC", mend_mojibake(sound)[0]) == "São Paulo “â”"


def test_what_browsers_show_of_broken_text_is_mended() -> None:
    assert mend_mojibake("donâ€™t, â€œquiteâ€\x9d, cafÃ©")[0] == "don’t, “quite”, café"


@pytest.mark.parametrize(
    "text",
    [
        "CAFÉ» and FRANÇ",
        "Âge d’or",
        "pâté – très bien",
        "São Paulo’s",
        "naïve…",
        "à “la” carte",
        "ÉTÉ»",
        "Ã",
        "AÑO Ñ“x",
        "abÀ€",
        "Ĺµ",
        "It√©",
        "GÖTÄ”, said",
        "Nestlé® and Pokémon™",
    ],
)
def test_good_text_is_left_alone(text: str) -> None:
    assert mend_mojibake(text) == (text, ())


def test_what_cannot_be_mended_is_told_and_left() -> None:
    mended, notes = mend_mojibake("He said â€œno.â€ Then he left.")
    assert mended == "He said “no.â€ Then he left."
    assert "cannot be mended" in notes[1]


@given(st.text(st.characters(max_codepoint=0x24F, exclude_characters="ÂÃÄÅÆÇÈÉâ", categories=["L", "P", "Zs", "Nd"])))
def test_mending_touches_no_text_without_its_signs(text: str) -> None:
    assert mend_mojibake(text)[0] == text


@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "gbk", "latin-1", "utf-16", "nonsense"]))
def test_any_bytes_are_text_or_refused(data: bytes, declared: str | None) -> None:
    try:
        text = decode(data, declared).text
    except Unreadable as error:
        assert error.what
    else:
        text.encode("utf-8")


@given(st.text(st.characters(exclude_characters="\0"), min_size=1))  # a zero makes it UTF-16
def test_utf_8_comes_back_as_it_was_unless_that_is_told(text: str) -> None:
    try:
        decoded = decode(text.encode("utf-8"))
    except UnicodeEncodeError:
        return
    except Unreadable:
        assert any(ord(char) < 0x20 or char == "\x7f" or text.startswith(("PK", "BZh", "GIF8", "{\\")) for char in text)
        return
    assert decoded.text == text.removeprefix("\ufeff") or decoded.notes


def test_a_few_letters_of_windows_1252_in_a_page_of_utf_8_are_read_and_told() -> None:
    data = "Length: 877 W|rter. The café is shut.".encode().replace(b"|", b"\xf6")
    found = decode(data, "utf-8")
    assert found.text == "Length: 877 Wörter. The café is shut."
    assert found.notes == (
        "1 byte(s) are not in its declared encoding, UTF-8, and were read as Windows-1252: “Wörter”",
    )


def test_many_letters_of_another_encoding_in_a_page_of_utf_8_are_no_strays() -> None:
    with pytest.raises(Unreadable):
        decode("Über Öfen für Käse. ".encode("cp1252") * 20 + "Łódź".encode(), "utf-8")


def test_a_zero_in_a_text_costs_itself_only() -> None:
    found = decode(b"The harbour was closed on Tuesday." * 9 + b"\0 garbage")
    assert found.text.startswith("The harbour was closed on Tuesday.")
    assert found.notes == ("1 character(s) with the code zero stand in it and are shown as “�”",)
