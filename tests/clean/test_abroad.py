"""Lines of pages in other languages: what their labels take out, and what their stamps and datelines state."""

from __future__ import annotations

import pytest

from generator.clean import clean
from generator.clean.abroad import dateline_abroad, labelled_abroad, signed_abroad
from generator.clean.datelines import find_dateline
from generator.clean.lines import Block
from generator.clean.stamps import find_stamps, is_stamp
from generator.records import Metadata, RawArticle, Stated


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Читайте також: Дзвін у порту зняли з вежі", "pointer to another story"),
        ("Čtěte také: Zvon z přístavu opravili", "pointer to another story"),
        ("関連記事", "pointer to another story"),
        ("相关新闻：港口的钟修好了", "pointer to another story"),
        ("Фото: Марія Гай", "caption or photo credit"),
        ("图片：港口的钟", "caption or photo credit"),
        ("При цитуванні матеріалів посилання на «Порт» обов’язкове.", "legal or syndication note"),
        ("RIPRODUZIONE RISERVATA © Copyright Il Molo", "legal or syndication note"),
        ("禁止转载", "legal or syndication note"),
        ("글자크기조정", "button or label of the page"),
        ("(责编：张雨)", "button or label of the page"),
        ("有料会員になると続きをお読みいただけます。", "promotion"),
    ],
)
def test_labels_of_other_languages_are_known(line: str, reason: str) -> None:
    verdict = labelled_abroad(Block(line, ()))
    assert verdict is not None and verdict.reason == reason


@pytest.mark.parametrize(
    "line",
    [
        "Фотограф сказав, що дзвін зняли в понеділок.",
        "港口管理局星期二说，这口钟将在五月重新挂上。",
        "항만청은 화요일에 종을 다시 달겠다고 밝혔다.",
        "「会員になった」と町長は語った。",
        "The Café Zoë was shut on Tuesday, its owner said.",
    ],
)
def test_sentences_of_other_languages_stay(line: str) -> None:
    assert labelled_abroad(Block(line, ())) is None


def test_writers_and_sources_of_eastern_pages_are_read() -> None:
    found = {
        line: {fact.field: fact.value for fact in verdict.facts}
        for line in ("김보라 기자", "记者：王海、李江", "2021年05月04日08:47 来源：港口日报")
        if (verdict := signed_abroad(Block(line, ()))) is not None
    }
    assert found == {
        "김보라 기자": {"byline": "김보라"},
        "记者：王海、李江": {"byline": "王海、李江"},
        "2021年05月04日08:47 来源：港口日报": {"outlet": "港口日报", "published": "2021-05-04"},
    }
    korean = dateline_abroad("(부산=항만뉴스) 김보라 기자 = 항만청은 종을 다시 달겠다고 밝혔다.")
    assert [(fact.field, fact.value) for fact in korean] == [("origin", "항만뉴스"), ("byline", "김보라")]


@pytest.mark.parametrize(
    "line",
    [
        *("zaterdag 14 mei 2022 om 10:12", "sabato 14 maggio 2022, ore 10:12", "суббота, 14 мая 2022, 10:12"),
        *("2022. május 14., szombat 10:12", "14 мая 2022 в 10:12", "Publié le sam. 14 mai 2022 à 10h12"),
        *("14 mai 2022, 10:12", "2022年5月14日 土曜日 10:12", "Sabtu, 14 Mei 2022 10:12 WIB", "14 de maig de 2022"),
    ],
)
def test_days_of_other_languages_are_read_with_weekday_and_hour(line: str) -> None:
    assert is_stamp(line) and [stamp.value for stamp in find_stamps(line)] == ["2022-05-14"]


def test_a_short_month_before_other_words_is_no_day() -> None:
    assert find_stamps("They found 12 out 2020 of the bells") == []


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("МОСКВА, 5 мар — РИА Порт, Иван Петров. Завод закрыли на ремонт.", "РИА Порт"),
        ("ТУЛА, 5 марта. /ПОРТ/. Завод закрыли на ремонт до конца года.", "ПОРТ"),
        ("(ANSA) - MOLO, 14 SET - Una gondola è stata multata ieri.", "ANSA"),
        ("Köln/Bonn (dpa/lnw) – Der Markt bleibt drei Tage geschlossen.", "dpa"),
        ("MADRID, 14 (EUROPA PRESS) El mercado cerró durante tres días.", "EUROPA PRESS"),
    ],
)
def test_datelines_of_other_languages_name_their_agency(text: str, agency: str) -> None:
    found = find_dateline(text)
    assert found is not None and found.agency == agency
    assert text[found.end :].startswith(("Завод", "Una", "Der", "El"))


BODY = (
    "The harbour of Port Alder was closed on Tuesday after a ferry struck the eastern pier, officials said.\n"
    "Nobody was hurt, and the pier will open again within days, the harbour master told reporters.\n"
    "Investigators will look at the steering of the ship, which had been repaired in the spring.\n"
)


def test_a_button_in_small_letters_does_not_go_on_with_the_headline() -> None:
    article = clean(
        RawArticle("a.txt", "", f"May 4, 2021\nFerry strikes the eastern pier of Port Alder again\nshare\n{BODY}")
    )
    assert article.metadata.title is not None
    assert article.metadata.title.value == "Ferry strikes the eastern pier of Port Alder again"


def test_the_day_on_which_a_story_stood_first_goes_before_that_of_whoever_shows_it_again() -> None:
    head = (
        "Ferry strikes the eastern pier\nSource Alder Lookout\nPosted 21 Apr 2020\nOriginally published 20 Apr 2020\n"
    )
    article = clean(RawArticle("a.txt", "", head + BODY))
    assert article.metadata.published is not None and article.metadata.published.value == "2020-04-20"
    assert article.metadata.outlet is not None and article.metadata.outlet.value == "Alder Lookout"


def test_links_to_newer_posts_name_no_outlet() -> None:
    article = clean(
        RawArticle("a.txt", "", f"Ferry strikes the eastern pier\nMay 4, 2021\n{BODY}Newer Post\nOlder Post\n")
    )
    assert article.metadata.outlet is None


def test_a_note_on_who_wrote_it_is_known_by_the_surname_of_the_byline() -> None:
    head = "Ferry strikes the eastern pier\nBy Ann Calder\nMay 4, 2021\n"
    text = f"{head}{BODY}Calder covers harbours for the Quay Gazette.\n"
    assert "covers harbours" not in clean(RawArticle("a.txt", "", text)).text


def test_what_a_desk_changed_and_when_it_was_printed_are_no_part_of_the_story() -> None:
    head = "Ferry strikes the eastern pier\nMay 4, 2021\n"
    text = f"{head}{BODY}(Updates with shares in last paragraph.)\nPrinted 02/09/2013\n"
    article = clean(RawArticle("a.txt", "", text))
    assert [span.of(article.text) for span in article.paragraphs] == BODY.strip().split("\n")


def test_a_name_above_the_headline_that_the_foot_speaks_of_is_the_outlets() -> None:
    head = "Quayside\nFerry strikes the eastern pier of Port Alder\nMay 4, 2021\n"
    text = f"{head}{BODY}Follow Quayside on Facebook and Twitter\n"
    article = clean(RawArticle("a.txt", "", text))
    assert article.metadata.outlet is not None and article.metadata.outlet.value == "Quayside"


def test_a_headline_of_an_old_paper_may_end_in_a_full_stop() -> None:
    text = f"The Alder Courier (Vic. : 1880 - 1932), Saturday 6 May 1911, page 4\nTHE HARBOUR BELL.\n{BODY}"
    article = clean(RawArticle("a.txt", "", text))
    assert article.metadata.title is not None and article.metadata.title.value.startswith("THE HARBOUR BELL")


def test_the_outlet_is_known_by_its_own_photographers_and_no_agencys() -> None:
    head = "Ferry strikes the eastern pier of Port Alder\nMay 4, 2021\nThe pier on Tuesday. Photo: Ann Lee/"
    found = [
        clean(RawArticle("a.txt", "", f"{head}{house}\n{BODY}")).metadata.outlet
        for house in ("Tarn Courier", "Reuters")
    ]
    assert [outlet and outlet.value for outlet in found] == ["Tarn Courier", None]


def test_the_headline_of_a_blog_stands_between_its_day_and_its_text() -> None:
    head = "Alder Notes\nGossip from the eastern pier, since 2006\nPages\nTide tables\nTuesday, May 4, 2021\n"
    title = "Nobody hurt as the ferry struck the eastern pier again"
    article = clean(RawArticle("a.txt", "", f"{head}{title}\n{BODY}"))
    assert article.metadata.title is not None and article.metadata.title.value == title
    assert article.paragraphs[0].of(article.text).startswith("The harbour of Port Alder")


def test_the_name_of_the_outlet_that_closes_a_text_is_no_part_of_it() -> None:
    given = Metadata(outlet=Stated("Alder Press Association", "JSON field “source”"))
    text = "\n\n".join((*BODY.strip().split("\n"), "Alder Press Association"))
    article = clean(RawArticle("a.json", "", text, "paragraphs", given))
    assert [span.of(article.text) for span in article.paragraphs] == BODY.strip().split("\n")
