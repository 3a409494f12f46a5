"""Which clause a day belongs to, and which clauses tell of no happening at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.collate.timeline import build_timeline, names_another_weekday
from generator.collate.timeline.dating import When
from generator.collate.timeline.joining import join_same_day
from generator.collate.timeline.mentions.find import event_mentions_of
from generator.records import Event
from tests.collate.timeline.timeline_articles import article, day

WEDNESDAY = "2024-06-12"


def timeline(*texts: str, people: tuple[str, ...] = ()) -> tuple[Event, ...]:
    articles = [article(f"a{n}", WEDNESDAY, text, people) for n, text in enumerate(texts)]
    return build_timeline(articles, [day(WEDNESDAY)] * len(articles), ())


def told(*texts: str, people: tuple[str, ...] = ()) -> list[tuple[str | None, str]]:
    return [(event.date, event.label) for event in timeline(*texts, people=people)]


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("Ortiz opened the hearing scheduled for Friday.", {"2024-06-14"}),
        ("Ortiz, campaigning in Havn on Monday, met the mayor.", {"2024-06-10"}),
        ("Ortiz appeared on a radio show on Monday.", {"2024-06-10"}),
        ("Ortiz appeared ill on Monday.", set()),
        ("Ortiz left Havn on Monday after the council had sold the ferry on 3 May.", {"2024-05-03", "2024-06-10"}),
        ("Ferries carried 37 % of all freight in 2019.", set()),
        ("Ortiz cut the fees of the port by 37 % in 2019.", {"2019"}),
        ("Ortiz called off the joint rally slated for Friday in Havn.", {"2024-06-14"}),
        ("Ortiz had been scheduled to sail on Friday, but the ferry burned on Monday.", {"2024-06-07", "2024-06-10"}),
        ("The reason for the fire had not been made public on Tuesday afternoon.", set()),
        ("The cook had yet to regain consciousness Tuesday and was on a ventilator.", set()),
        ("The cook had to resign on Tuesday.", {"2024-06-11"}),
        ("Ortiz resigned shortly before midnight on Tuesday.", {"2024-06-11"}),
        ("Ortiz doubted that there would be a deal by Friday.", set()),
        ("Hopes that Ortiz and the council will reach a deal before Friday have waned.", set()),
        ("She is a former clerk of one of the mills that might have closed as recently as a week ago.", set()),
        ("The council is likely to vote on the plan on Friday.", {"2024-06-14"}),
        ("Ortiz agreed to lend the council the ferry until 20 June.", set()),
        ("The council did not close the mill until Monday.", {"2024-06-10"}),
        ("Ortiz left the team following the 2019 season.", set()),
        ("Ortiz, the best sailor in 2019, was put on leave.", set()),
        ("Ortiz led the team to a gain from a year ago.", set()),
        ("Ortiz sold the mill in the winter.", set()),
        ("Ortiz made her offer during the summer games in Havn on Monday.", {"2024-06-10"}),
        ("Ortiz spent nothing on boats from 2014 through 2016.", {"2014"}),
        ("Ortiz urged the council to pass the plan by Friday.", set()),
        ("On the eve of Lund's trip to Havn on Monday, Ortiz resigned.", set()),
        ("Ortiz spent a year investigating whether Lund met the mayor during the 2019 election.", set()),
        ("Lund burned the mill on Friday. Following a day of silence, Ortiz apologised.", {"2024-06-07"}),
        (
            "Lund burned the mill on Saturday. Ortiz was booed at a fair later in the day Monday.",
            {"2024-06-08", "2024-06-10"},
        ),
    ],
)
def test_days_that_a_sentence_gives(sentence: str, days: set[str]) -> None:
    assert {date for date, _ in told(sentence, people=("Ortiz",))} == days


def test_what_was_planned_and_came_to_nothing_is_not_shown_as_to_come() -> None:
    found = timeline("Ortiz had been scheduled to speak on Wednesday, two days after the fire.", people=("Ortiz",))
    assert not any(event.planned for event in found)


@pytest.mark.parametrize(
    ("sentence", "dated"),
    [
        ("At the mill on Monday, police say a gunman shot to death two sailors.", ["shot"]),
        ("On Monday, police said a gunman shot two sailors.", []),
        ("The cook was arraigned on Tuesday on murder and other charges.", ["arraigned"]),
        ("The cook was charged on Tuesday in the killing of a sailor.", ["charged"]),
        ("June 12, 2024 A jury in the town of Havn convicted the cook of fraud.", []),
        ("UPDATED: 12 June 2024 A jury in the town of Havn convicted the cook of fraud.", []),
        ("On June 11, 2024 Ortiz convicted the cook of fraud and theft.", ["convicted"]),
        ("Dahl beat Ortiz in six rounds to retain the title on Monday.", ["beat", "retain"]),
        ("A quake hit Havn on Sunday, killing ten people.", ["hit", "killing"]),
        ("Ortiz announced on Tuesday on a visit to Havn that the mill is sold.", ["announced", "visit"]),
        ("It was the first meeting of Ortiz and the clerks since a strike last month.", ["strike"]),
    ],
)
def test_event_words_that_a_day_dates(sentence: str, dated: list[str]) -> None:
    found = event_mentions_of(article("post", WEDNESDAY, sentence, ("Ortiz",)))
    assert [mention.printed for mention in found if mention.time] == dated


def test_last_tuesday_is_the_nearest_one_before() -> None:
    found = article("post", WEDNESDAY, "The mill burned last Tuesday. The pier burned last Monday.")
    assert [time.value for time in found.time_expressions] == ["2024-06-11", "2024-06-10"]


def test_a_concert_is_after_the_one_that_it_follows() -> None:
    found = article("post", WEDNESDAY, "The band had hoped to play on Wednesday, followed by a concert on Thursday.")
    assert [time.value for time in found.time_expressions] == ["2024-06-12", "2024-06-13"]


def test_what_happened_as_something_else_did_has_its_day() -> None:
    found = timeline(
        "A bomb killed three clerks on Tuesday as police fought strikers in the square of Havn.",
        "Police fought strikers in the square of Havn.",
    )
    assert [(event.date, len(event.evidence)) for event in found] == [("2024-06-11", 2)]


def test_a_shot_and_a_dismissal_are_two() -> None:
    found = timeline(
        "Dahl was fired on Monday as a clerk at the mill.",
        "Dahl then fired at the clerk of the mill.",
        people=("Dahl",),
    )
    assert [len(event.evidence) for event in found if event.date] == [1]


def test_what_she_did_is_not_what_another_person_did() -> None:
    found = timeline(
        "Dahl issued a statement on the attack on Tuesday.",
        "Ortiz first wrote a note on the attack. She issued a statement on the attack.",
        people=("Dahl", "Ortiz"),
    )
    assert [len(event.evidence) for event in found if event.date] == [1]


def test_two_of_a_kind_in_one_sentence_are_two_happenings_only_where_it_dates_both() -> None:
    murder, pigs, killed = (
        mention
        for number, text in enumerate(
            [
                "The murder of two sailors on Tuesday by a man who wrote of killing pigs shook Havn.",
                "A man killed two sailors on Tuesday.",
            ]
        )
        for mention in event_mentions_of(article(f"a{number}", WEDNESDAY, text))
        if "kill" in mention.families
    )
    tuesday = When("2024-06-11", "day")
    assert len(join_same_day([[murder], [pigs, killed]], [tuesday, tuesday])) == 1
    dated = replace(pigs, time=murder.time)
    assert len(join_same_day([[murder], [dated, killed]], [tuesday, tuesday])) == 2


def test_years_with_a_dash_are_a_stretch() -> None:
    found = timeline("Ortiz led the mill in 2015-17.", people=("Ortiz",))
    assert [(event.date, event.end) for event in found] == [("2015", "2017")]


def test_an_hour_is_not_of_a_day_that_only_says_which_of_two_things_is_meant() -> None:
    found = timeline(
        "The clerk was shot on 4 June. Ortiz was looking into the 1 June fire. Ortiz saw him shortly after 3 p.m.",
        people=("Ortiz",),
    )
    assert [event.date for event in found if "saw" in event.label] == []


def test_what_must_be_done_is_not_to_come_where_its_day_is_over() -> None:
    found = timeline("Ortiz said in a speech on Monday that the council must condemn the fire.", people=("Ortiz",))
    assert [(event.date, event.planned) for event in found] == [("2024-06-10", False)]


def test_a_sentence_that_tells_another_happening_first_is_no_label_under_the_day_of_the_second() -> None:
    sentence = "The clerks told the council that they wonder where the man who shot two sailors on Monday was before."
    found = told(sentence, "A man shot two sailors in Havn on Monday.")
    assert not any("wonder" in label for date, label in found if date == "2024-06-10")


def test_what_somebody_is_charged_with_is_not_told_by_the_charge() -> None:
    found = told("Ortiz said Dahl was charged with burning the mill on 20 May.", people=("Ortiz", "Dahl"))
    assert not any("charged" in label for date, label in found if date == "2024-05-20")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ortiz did not say that Lund or Brandt sank the ferry on Monday.",
        "Ortiz never claimed Lund sank the ferry on Monday.",
        "No witness said that Lund sank the ferry on Monday.",
        "Ortiz refused to confirm that Lund sank the ferry on Monday.",
        "Ortiz stopped short of saying that Lund sank the ferry on Monday.",
        "Ortiz said she could not recall that Lund sank the ferry on Monday.",
        "Ortiz has no memory of sinking the ferry on Monday.",
        "Ortiz denied sinking the ferry on Monday.",
        "Ortiz rejected claims that Lund sank the ferry on Monday.",
        "A jury did not find that Lund sank the ferry on Monday.",
    ],
)
def test_what_nobody_says_and_what_is_denied_is_no_happening(sentence: str) -> None:
    assert told(sentence, people=("Ortiz", "Lund", "Brandt")) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ortiz did not say why Lund sank the ferry on Monday.",
        "Ortiz did not say until Tuesday that Lund sank the ferry on Monday.",
        "Ortiz did not only say that Lund sank the ferry on Monday.",
        "Ortiz never denied that Lund sank the ferry on Monday.",
        "Ortiz denied that the vote on Monday was unfair.",
        "Ortiz did not disclose that Lund sank the ferry on Monday.",
    ],
)
def test_what_a_denial_takes_for_granted_is_a_happening(sentence: str) -> None:
    assert told(sentence, people=("Ortiz", "Lund"))


def test_no_label_is_cut_from_below_a_denied_saying() -> None:
    texts = ("Ortiz did not say Lund or Brandt robbed her.", "Lund robbed Ortiz at the pier.", "Lund robbed Ortiz.")
    events = timeline(*texts, people=("Ortiz", "Lund", "Brandt"))
    assert [event.label for event in events] == ["Lund robbed Ortiz at the pier"]
    assert "a0" not in {source.article_id for event in events for source in event.evidence}


def test_what_an_article_tells_as_done_does_not_lie_behind_it() -> None:
    text = "The march was stopped minutes after its planned start, and after a dance on Friday night ended in a fight."
    late = "A mill owner swam home on Monday."
    articles = [article("a0", "2024-06-08", text), article("a1", "2024-06-18", late)]
    events = build_timeline(articles, [day("2024-06-08"), day("2024-06-18")], ())
    assert all((event.date or "") <= "2024-06-08" for event in events if event.evidence[0].article_id == "a0")


@pytest.mark.parametrize(
    ("label", "when", "another"),
    [
        ("Ortiz sailed on Friday", When("2024-06-10", "day"), True),
        ("Ortiz sailed on Monday", When("2024-06-10", "day"), False),
        ("Ortiz sailed for three days from Saturday", When("2024-06-07", "day", "2024-06-09"), False),
        ("Ortiz praised Friday’s vote", When("2024-06-10", "day"), False),
        ("Ortiz sailed two days after the mill burned on Friday", When("2024-06-09", "day", through="days"), False),
        ("Ortiz sailed on Friday", When("2024-06", "month"), False),
    ],
)
def test_a_label_that_names_another_weekday_is_found(label: str, when: When, another: bool) -> None:
    assert names_another_weekday(label, when) is another


def test_no_sentence_stands_under_the_day_of_what_it_only_deals_with() -> None:
    texts = (
        "Shaking her head, Ortiz laughed at the town hall about a May 27 letter by Lund, who had asked for a boat.",
        "In a May 27 letter, Lund asked Ortiz to sail.",
    )
    assert not [label for _, label in told(*texts, people=("Ortiz", "Lund")) if "laughed" in label]


@pytest.mark.parametrize(("late", "sure"), [("2024-06-12", True), ("2024-06-20", False)])
def test_what_an_article_of_a_week_later_tells_without_a_day_only_may_be_it(late: str, sure: bool) -> None:
    texts = ("Ortiz sold the old ferry to Lund on Monday.", "Ortiz sold the old ferry to Lund.")
    articles = [article(f"a{n}", at, texts[n], ("Ortiz", "Lund")) for n, at in enumerate((WEDNESDAY, late))]
    events = build_timeline(articles, [day(WEDNESDAY), day(late)], ())
    assert [source.sure for event in events for source in event.evidence if source.article_id == "a1"] == [sure]
