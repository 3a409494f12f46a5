"""Boxes, buttons and heads of pages in other languages: what a reader would see at once is not the story."""

from __future__ import annotations

import pytest

from generator.clean import body_paragraphs

STORY = [
    "Der Stadtrat von Tarn hat am Dienstag beschlossen, die alte Schleuse für zwei Jahre zu schließen.",
    "Die Schiffer hatten im Winter dagegen protestiert, weil der Umweg einen halben Tag kostet.",
    "Eine Sprecherin des Hafens sagte, die Tore seien nicht mehr dicht und das Mauerwerk rissig.",
    "Gebaut wurde die Schleuse im Jahr 1871 von den Handwerkern der Stadt und ihren Söhnen.",
]


def between(*lines: str) -> list[str]:
    """Return the body of a page that has such lines in the middle of its story."""
    return body_paragraphs("\n".join([*STORY[:2], *lines, *STORY[2:]]))


@pytest.mark.parametrize(
    "line",
    [
        "Artikel teilen",
        "Lesezeit 4 Min.",
        "Partager sur Facebook",
        "Ajouter à vos favoris",
        "Compartir en WhatsApp",
        "Ouvir o texto",
        "Condividi questo articolo",
        "Bewaar dit artikel",
        "Dela artikeln",
        "Del artiklen",
        "Kuuntele juttu",
        "Udostępnij artykuł",
        "Sdílet článek",
        "Haberi paylaş",
        "Читать также",
        "Link copied!",
    ],
)
def test_buttons_of_other_languages_leave_the_body(line: str) -> None:
    assert between(line) == STORY


def test_what_a_box_offers_goes_with_its_heading_and_its_button() -> None:
    assert (
        between("Newsletter", "Der Morgen am Fluss", "Jeden Tag das Wichtigste aus Tarn und Umgebung.", "Abonnieren")
        == STORY
    )


def test_a_paragraph_between_an_offer_in_a_sentence_and_a_button_stays() -> None:
    offer = "Get the river news delivered to your inbox. By signing up, you agree to our privacy policy."
    told = "Ob der Umweg bleibt, ist offen."
    assert between(offer, told, "Teilen") == [*STORY[:2], told, *STORY[2:]]


def test_a_question_to_the_readers_goes_with_its_answers() -> None:
    assert between("Should the lock stay open?", "Yes, always", "No", "Not sure", "Vote") == STORY
    assert between("Should the lock stay open?", "Yes 61%", "No 39%") == STORY


def test_a_question_of_the_story_stays_with_short_answers() -> None:
    talk = ["“Should the lock stay open?” the mayor asked.", "“Yes.”", "“No.”"]
    assert between(*talk) == [*STORY[:2], *talk, *STORY[2:]]


def test_short_lines_between_a_standfirst_and_the_text_are_the_heads() -> None:
    head = [
        "Schleuse von Tarn schließt für zwei Jahre",
        "Der Umweg kostet die Schiffer einen halben Tag. Die Stadt will das Mauerwerk retten.",
        "Lena Voss",
        "Veröffentlicht am 6. März 2019 um 18:02",
        "Lesezeit 4 Minuten",
        "Teilen",
        "Das Tor im Winter, von Osten gesehen",
    ]
    body = body_paragraphs("\n".join([*head, *STORY]))
    assert body == [head[1], *STORY]


def test_whose_picture_it_is_in_brackets_or_in_capitals_ends_a_caption() -> None:
    for credit in ("(Quay Radio: Ann Lee)", "(Supplied: Ann Lee)", "(Supplied)"):
        assert between(f"The skipper has not slept at home since 2004. {credit}") == STORY
    assert between("Das Tor der Schleuse am 6. März 2019. OLA BERG FÜR « QUAY »") == STORY
    assert between("Kinder am Bug des alten Kahns vor dem Tor - Ola Berg - 21.3.19/Quaypress") == STORY


def test_an_agency_in_brackets_above_the_story_ends_a_caption_and_below_it_the_story() -> None:
    caption = "A gate is lifted past the houses of Tarn on Tuesday. (Yonhap)"
    assert body_paragraphs("\n".join([caption, *STORY])) == STORY
    assert body_paragraphs("\n".join([*STORY, caption])) == [*STORY, caption.removesuffix(" (Yonhap)")]


@pytest.mark.parametrize(
    "offer",
    [
        "Il vous reste 42 % de cet article à lire. La suite est réservée aux abonnés.",
        "Starten Sie mit unserem Newsletter in den Tag.",
        "Puedes seguir las noticias de Tarn aquí o recibir nuestra newsletter semanal.",
        "Receba no seu email o que de mais importante acontece no rio; newsletter aberta a todos.",
        "Luister hieronder naar onze podcast over de rivier.",
    ],
)
def test_an_offer_in_another_language_leaves_the_body(offer: str) -> None:
    assert between(offer) == STORY


def test_an_offer_that_spells_out_an_address_is_its_writers() -> None:
    told = "Receba em seu email a história da eclusa, escrita por mim. Clique aqui: https://quay.example/livro."
    assert between(told) == [*STORY[:2], told, *STORY[2:]]


@pytest.mark.parametrize(
    "heading", ["Read more from Quay News:", "You may also be interested in:", "Further reading", "Mirá también"]
)
def test_headlines_below_what_names_them_go_with_it(heading: str) -> None:
    assert between(heading, "Bell found in mud off Port Hale", "Man counts swans for forty years") == STORY


def test_a_list_of_the_story_below_a_line_with_a_colon_stays() -> None:
    listed = ["The council wants three things:", "A lock with new gates", "A bridge for the mill", "A pump of its own"]
    assert between(*listed) == [*STORY[:2], *listed, *STORY[2:]]


def test_the_card_of_another_story_goes_with_its_own_day() -> None:
    card = [
        "Harbour",
        "Bell found in mud off Port Hale",
        "The divers had looked for it for twenty years.",
        "March 4, 2019",
    ]
    assert between(*card) == STORY


def test_a_button_for_comments_between_paragraphs_ends_no_story() -> None:
    page = [*STORY[:2], "Comments", *STORY[2:], "Read Comments", "Related Topics", "Tarn"]
    assert body_paragraphs("\n".join(page)) == STORY


@pytest.mark.parametrize(
    "line",
    [
        "Das Tor der Schleuse im Winter. Foto: Ola Berg",
        "Das Tor der Schleuse im Winter — Foto: Ola Berg/Quay",
        "lv/jm (AFP, dpa)",
        "lvo/dpa",
        "À lire aussi La cloche est retrouvée dans la vase",
        "Promoted: A new book on locks and their keepers",
        "External Link: Locks Act 1992, section 12",
        "Quay Daily: Join a million Quay Daily subscribers and get our best stories in your inbox.",
        "Korrektur: In einer früheren Version dieses Artikels war die Schleuse aus Holz.",
        "Een versie van dit artikel verscheen ook in de krant van 22 oktober 2021.",
    ],
)
def test_credits_pointers_and_notes_of_other_newsrooms_leave_the_body(line: str) -> None:
    assert between(line) == STORY


def test_one_sentence_above_a_credit_in_the_head_tells_what_the_picture_shows() -> None:
    head = [
        "Lock of Tarn closes for two years",
        "The gate in winter.",
        "Credit...Ola Berg for The Quay Times",
        "By Lena Voss",
    ]
    assert body_paragraphs("\n".join([*head, "March 6, 2019", *STORY])) == STORY


def test_one_sentence_between_paragraphs_above_a_credit_stays() -> None:
    assert between("The gate was shut at noon.", "Photo: Ola Berg") == [
        *STORY[:2],
        "The gate was shut at noon.",
        *STORY[2:],
    ]


def test_what_stands_below_the_way_back_to_the_top_or_tells_of_the_writer_is_the_foot() -> None:
    for heading, below in (
        ("Back to top", "We honour the boatmen of the river and their songs."),
        ("Sobre la firma", "Redactora de ríos."),
    ):
        assert body_paragraphs("\n".join([*STORY, "Share", heading, below])) == STORY


def test_what_a_box_asks_leave_for_goes_with_it() -> None:
    box = [
        "Sign up for our newsletter",
        "You can change your settings at any time in the privacy options.",
        "Enable cookies",
    ]
    assert between(*box) == STORY


def test_words_explained_and_questions_below_a_story_are_a_teachers() -> None:
    sheet = [
        "Glossary",
        "lock - a gate for ships",
        "mason - somebody who builds with stone",
        "Questions",
        "1. Who built the lock?",
    ]
    assert body_paragraphs("\n".join([*STORY, *sheet])) == STORY
    told = [
        "Questions",
        "1. Who built the lock?",
        "The masons did, and nobody else in the whole of the town had a hand in it.",
    ]
    assert told[2] in body_paragraphs("\n".join([*STORY, *told]))


def test_the_desks_numbers_below_a_story_are_not_the_storys() -> None:
    notes = ["# Notizblock", "- Autorin: Lena Voss (Tarn), +49 911 0000-17", "- Redaktion: Ola Berg, +49 89 0000-42"]
    assert body_paragraphs("\n".join([*STORY, *notes])) == STORY
    listed = ["- ein Tor aus Eiche", "- eine Pumpe"]
    assert body_paragraphs("\n".join([*STORY, *listed])) == [*STORY, *listed]


def test_an_outlet_in_brackets_alone_is_the_credit_of_what_stood_there() -> None:
    assert between("[Al Jazeera]") == STORY
