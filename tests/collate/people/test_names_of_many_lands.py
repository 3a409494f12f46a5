"""Sixty names from forty countries, each in four sentences: whoever is named so is named whole."""

from __future__ import annotations

from generator.language import SpacyLanguage
from tests.annotate.shown import named_of

NAMES = [
    "Aino Virtanen",
    "Bjarne Kvist",
    "Siobhan Gallagher",
    "Rhodri Pugh",
    "Thandiwe Mokoena",
    "Chinedu Eze",
    "Folasade Adeyemi",
    "Kwabena Asante",
    "Wanjiru Kamau",
    "Tesfaye Bekele",
    "Mamadou Diallo",
    "Fatoumata Keita",
    "Youssef Benali",
    "Amal Haddad",
    "Omar al-Rashidi",
    "Leila Hosseini",
    "Murat Yildiz",
    "Aylin Demir",
    "Giorgi Beridze",
    "Nino Kapanadze",
    "Armen Sargsyan",
    "Aigerim Nurlanova",
    "Daulet Sadykov",
    "Rustam Karimov",
    "Oksana Melnyk",
    "Taras Kovalenko",
    "Katarzyna Wojcik",
    "Zbigniew Nowak",
    "Vaclav Dvorak",
    "Zsofia Kovacs",
    "Ion Popescu",
    "Desislava Petrova",
    "Dragan Jovanovic",
    "Ante Horvat",
    "Luka Zupancic",
    "Arben Hoxha",
    "Eleni Papadaki",
    "Guntis Ozols",
    "Jurga Kazlauskiene",
    "Tiit Saar",
    "Joao Figueiredo",
    "Iker Etxeberria",
    "Guillem Puig",
    "Chiara Lombardi",
    "Matthias Vogt",
    "Lotte Verhoeven",
    "Haruto Shimizu",
    "Somchai Wongsakul",
    "Budi Santoso",
    "Nur Aisyah binti Rahman",
    "Jose Maria Dimaculangan",
    "Priyanka Deshmukh",
    "Arvind Chatterjee",
    "Imran Qureshi",
    "Ximena Huaman",
    "Thiago Carvalho",
    "Itzel Cuevas",
    "Tama Ngata",
    "Leilani Tuiasosopo",
    "Sione Taufa",
]
FRAMES = (
    "“The bridge will open in May,” {name} said.",
    "{name} said: “The bridge will open in May.” The crews left.",
    "The bridge will open “in the month of May”, according to {name}, a keeper.",
    "{name} opened the hall on Monday. The crews had slept. “The bridge will open in May,” {surname} told reporters.",
)
WANTED = 0.95


def test_names_of_any_language_have_their_speaker(language: SpacyLanguage) -> None:
    wrong = [
        (name, frame)
        for name in NAMES
        for frame in FRAMES
        if [line.partition(" | ")[0] for line in named_of([_filled(frame, name)], language)] != [name]
    ]
    assert len(NAMES) == 60
    assert len(wrong) <= (1 - WANTED) * len(NAMES) * len(FRAMES), wrong


def _filled(frame: str, name: str) -> str:
    return frame.format(name=name, surname=name.split()[-1])
