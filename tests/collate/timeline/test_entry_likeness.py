"""Which two entries of one day are taken for one."""

from __future__ import annotations

import pytest

from generator.collate.timeline.entry_likeness import BIAS, LIKEST, EntryLikeness
from generator.collate.timeline.labels import Label
from generator.collate.timeline.likeness import MentionLikeness
from generator.collate.timeline.mentions.find import event_mentions_of
from generator.collate.timeline.repeats import LabelRarity
from tests.collate.timeline.timeline_articles import article

ELSEWHERE = "The crew of the ferry was paid. The pier is shut. A lamp of the nurses broke. The captain told a tale."


def are_one(left: tuple[str, str], right: tuple[str, str]) -> bool:
    """Return whether two sentences, each with its event word, tell one happening as entries of a day."""
    texts = {"herald": left[0], "post": right[0], "echo": ELSEWHERE}
    found = {name: article(name, "2024-06-11", text, ("Ito", "Dahl")) for name, text in texts.items()}
    told = [
        [m for m in event_mentions_of(found[name]) if m.printed == word]
        for name, word in (("herald", left[1]), ("post", right[1]))
    ]
    labels = {
        number: Label(text.rstrip("."), True, mention=told[number][0]) for number, (text, _) in enumerate((left, right))
    }
    likeness = MentionLikeness([mention for mentions in told for mention in mentions])
    return EntryLikeness(told, labels, found, likeness, LabelRarity(found.values())).are_one(0, 1)


HERS = ("Ito criticised the council on Monday.", "criticised")


@pytest.mark.parametrize(
    ("right", "one"),
    [
        (("On Monday Ito blamed the town for the loss of its pier.", "blamed"), True),
        (("On Monday Dahl blamed the town for the loss of its pier.", "blamed"), False),
        (("On Monday Ito will blame the town for the loss of its pier.", "blame"), False),
    ],
)
def test_what_one_person_does_alike_on_a_day_is_one_and_what_another_does_or_will_be_done_is_not(
    right: tuple[str, str], one: bool
) -> None:
    assert are_one(HERS, right) is one


def test_what_was_to_come_is_what_was_done_only_where_it_is_held_against_a_surer_entry() -> None:
    texts = {
        "herald": "Ito will blame the town of Havn for the loss of its pier this week.",
        "post": "On Monday Ito blamed the town of Havn for the loss of its pier.",
        "echo": ELSEWHERE,
    }
    found = {name: article(name, "2024-06-11", text, ("Ito", "Dahl")) for name, text in texts.items()}
    told = [[m for m in event_mentions_of(found[name]) if m.printed.startswith("blame")] for name in ("herald", "post")]
    labels = {n: Label(texts[name].rstrip("."), True, mention=told[n][0]) for n, name in enumerate(("herald", "post"))}
    likeness = MentionLikeness([mention for mentions in told for mention in mentions])
    alike = EntryLikeness(told, labels, found, likeness, LabelRarity(found.values()))
    assert (alike.are_one(0, 1), alike.are_surely_one(0, 1), alike.are_surely_one(1, 0)) == (False, True, False)


def test_a_nurse_and_another_one_are_no_one_person() -> None:
    second = ("A second nurse, who had the fever, wept in a hut in the village of Tolm on Monday.", "wept")
    assert not are_one(second, ("The first nurse reached the island of Havn and its port late on Monday.", "reached"))


def test_that_two_things_were_in_one_year_makes_them_no_one_thing() -> None:
    won = ("Ito won the vote in the port of Havn in 1998.", "won")
    assert not are_one(won, ("She lost to a banker in 1998.", "lost"))


def test_what_two_labels_tell_alike_is_one_though_a_sentence_of_the_one_stands_under_the_other() -> None:
    texts = {
        "herald": "The guild of pilots put Ito on the list of the sick on Monday.",
        "post": "Ito was put on the list of the sick by her pilots on Monday, ending her season.",
        "echo": "Dahl was paid in Havn. Ito was put on the list.",
    }
    found = {name: article(name, "2024-06-11", text, ("Ito", "Dahl")) for name, text in texts.items()}
    mentions = [m for name in texts for m in event_mentions_of(found[name])]
    put = [m for m in mentions if m.printed == "put"]
    ending = [m for m in mentions if m.printed in ("ending", "paid")]
    likeness = MentionLikeness(mentions)

    def are_one_with(label: int) -> bool:
        told = [[put[0], ending[0]], [*put[1:], ending[1]]]
        labels = {
            0: Label(texts["herald"].rstrip("."), True, mention=put[0]),
            1: Label(texts["post"].rstrip("."), True, mention=[put[1], ending[1]][label]),
        }
        return EntryLikeness(told, labels, found, likeness, LabelRarity(found.values())).are_one(0, 1)

    assert are_one_with(0)
    assert not are_one_with(1)


@pytest.mark.parametrize(
    ("behind", "word", "one"),
    [
        (", killing a miller.", "killing", True),
        (" and killed a miller on Friday.", "killed", False),  # two times for two deeds
    ],
)
def test_a_deed_and_what_came_of_it_are_one_where_several_sentences_tell_both(
    behind: str, word: str, one: bool
) -> None:
    head = "Dahl opened fire at the dance of the bakers in Tolm on Monday"
    found = {f"a{n}": article(f"a{n}", "2024-06-11", head + behind, ("Dahl",)) for n in range(3)}
    found["echo"] = article("echo", "2024-06-11", ELSEWHERE)
    mentions = [mention for name in found for mention in event_mentions_of(found[name])]
    told = [[m for m in mentions if m.printed == printed] for printed in ("fire", word)]
    labels = {0: Label(head, True, mention=told[0][0]), 1: Label("a miller died", True, mention=told[1][1])}
    likeness = MentionLikeness(mentions)
    assert EntryLikeness(told, labels, found, likeness, LabelRarity(found.values())).are_one(0, 1) is one


def test_sentences_alone_make_no_two_entries_one_so_those_that_share_nothing_else_need_not_be_weighed() -> None:
    assert BIAS + LIKEST < 0
