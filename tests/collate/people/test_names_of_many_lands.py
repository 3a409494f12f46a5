"""Names from fifty countries, each in four sentences: whoever is named so is named whole, and is one."""

from __future__ import annotations

import re
from pathlib import Path

from generator.collate.people.resolve import resolve_people
from generator.language import SpacyLanguage
from tests.annotate.shown import annotated, named_among, named_of

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


HARDER = re.findall(
    r"^- (.+) \| (.+) \| .+$", Path(__file__).with_name("names_of_many_lands.md").read_text(encoding="utf-8"), re.M
)
"""Names as told in full, each with what its bearer is called afterwards."""
PLACED = (
    "“The bridge will open in May,” {name} said. “Nobody should cross it before.”",
    "{name}, the harbour master of Lindvik, said “the bridge will open before the summer” if the weather holds.",
    "The piers are “far older than anybody thought,” according to {name}, a ferry cook in Tanjung Barat.",
    "{name} opened the old road on Monday and thanked the crews.\n\n“We shall have a bridge by May,” said {later}.",
)


def test_harder_names_have_their_speaker_and_one_entry(language: SpacyLanguage) -> None:
    wrong = [
        (name, frame)
        for name, later in HARDER
        for frame in PLACED
        if not _is_named(frame.format(name=name, later=later), name, language)
    ]
    assert len(HARDER) == 120
    assert len(wrong) <= (1 - WANTED) * len(HARDER) * len(PLACED), wrong


def _is_named(text: str, name: str, language: SpacyLanguage) -> bool:
    """Return whether every quote of a text is somebody's of that name, and nobody else is in it."""
    articles = annotated([text], language)
    people, _ = resolve_people(articles)
    persons = [person for person in people if person.kind == "person"]
    spoken = {line.partition(" | ")[0] for line in named_among(articles)}
    return (
        len(persons) == 1
        and name.rstrip(".") in {each.rstrip(".") for each in (*persons[0].names, persons[0].name)}
        and spoken == {persons[0].name}
    )
