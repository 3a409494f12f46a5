"""Which articles share copy."""

from __future__ import annotations

from generator.collate.syndication import text_groups
from tests.collate.press import article

REPORT = [
    "A fire tore through the paper mill in Brevik early on Tuesday and killed four workers, the fire service said.",
    "The blaze broke out shortly after midnight in a warehouse where solvents were stored near blocked exits.",
    "About 120 firefighters from three districts fought the flames for nine hours before the roof came down.",
    "The mill employs 640 people and had been fined in March, when inspectors found the exits of two halls blocked.",
]
OWN = [
    "Four families in Brevik are mourning after Tuesday's fire at the mill on the river, the largest employer here.",
    "Neighbours were woken by an explosion, and by dawn nothing was left of the storage hall but its steel frame.",
    "The trade union has asked for years that the exits be kept free, its chairwoman said at a vigil in the church.",
]


def groups(*texts: list[str]) -> list[list[str]]:
    folder = [article(chr(ord("a") + number), [(None, words) for words in text]) for number, text in enumerate(texts)]
    return [list(group) for group in text_groups(folder)]


def test_separate_reports_of_one_event_are_separate_texts() -> None:
    assert groups(REPORT, OWN) == [["a"], ["b"]]


def test_shortened_copy_shares_its_text() -> None:
    assert groups(REPORT, OWN, REPORT[:2]) == [["a", "c"], ["b"]]


def test_edited_copy_with_an_own_paragraph_shares_its_text() -> None:
    edited = [REPORT[0].replace("early on Tuesday", "in the early hours"), *REPORT[1:3], OWN[2]]
    assert groups(REPORT, edited) == [["a", "b"]]


def test_two_copies_of_one_text_are_one_group_though_they_share_little_with_each_other() -> None:
    assert groups(REPORT, REPORT[:2], REPORT[2:]) == [["a", "b", "c"]]


def test_order_of_articles_changes_nothing() -> None:
    folder = [article(name, [(None, words) for words in text]) for name, text in (("a", REPORT), ("b", OWN))]
    assert text_groups(folder) == text_groups(folder[::-1])


def test_a_sentence_of_furniture_makes_no_group() -> None:
    line = "Subscribe to our newsletter for more stories like this one every morning."
    assert groups([OWN[0], line], [REPORT[0], line]) == [["a"], ["b"]]


def test_a_story_that_forty_outlets_carry_is_one_text() -> None:
    folder = [article(f"a{number:02}", [(None, words) for words in REPORT]) for number in range(40)]
    assert [len(group) for group in text_groups([*folder, article("own", [(None, words) for words in OWN])])] == [40, 1]


def test_who_prints_one_letter_has_copied_nobody_with_marks_or_without() -> None:
    letter = [
        "I worked in the drying hall for eleven years and never once saw the second door open in all that time.",
        "When the smoke came we ran to it as we had been taught, and found a chain and a lock without a key.",
    ]
    marked = [OWN[0], f"“{' '.join(letter)}”"]
    assert groups(marked, [REPORT[0], *letter], [REPORT[2], *letter]) == [["a"], ["b"], ["c"]]


PAST = [
    "The mill was built in 1911 for a maker of wallpaper and has changed hands four times since the end of the war.",
    "It burned once before, in 1974, when a boiler burst on a Sunday.",
]


def test_copy_gone_through_word_by_word_shares_its_text() -> None:
    edited = [
        "Overnight, a fire tore through the paper mill in Brevik and at least four people lost their lives there.",
        "It broke out shortly after midnight in a warehouse where solvents were stored, and spread to both halls.",
        "Firefighters from three districts fought the flames for nine hours until the roof of the hall gave way.",
        "Its owner, which employs 640 people and had been fined in March, when inspectors looked in, said nothing.",
    ]
    assert groups(REPORT, edited) == [["a", "b"]]


def test_what_two_stories_tell_of_the_past_at_their_end_makes_them_no_one_text() -> None:
    assert groups([*REPORT, *PAST], [*OWN, *PAST]) == [["a"], ["b"]]
