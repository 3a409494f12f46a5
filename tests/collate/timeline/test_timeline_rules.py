"""Rules of the timeline, each with a sentence or two."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.collate.timeline import build_timeline
from generator.collate.timeline.average_link import ComparedPairs, average_link, candidate_pairs
from generator.collate.timeline.lexicon import families, forms_of, stems_in
from generator.collate.timeline.mentions.find import event_mentions_of
from generator.collate.timeline.mentions.times import plain_value
from generator.collate.words.stems import stem_of
from generator.language import SpacyLanguage
from generator.records import Event, Metadata, Precision, Span, Stated, TimeExpression
from tests.annotate.shown import annotated
from tests.collate.timeline.timeline_articles import article, day

MONDAY = "2024-06-10"


def timeline(*texts: str, people: tuple[str, ...] = (), published: str = "2024-06-12") -> tuple[Event, ...]:
    articles = [article(f"a{n}", published, text, people) for n, text in enumerate(texts)]
    return build_timeline(articles, [day(published)] * len(articles), ())


@pytest.mark.parametrize(
    "forms",
    [
        "met meeting meetings meets meet",
        "arrested arrests arresting arrest",
        "died dies dying die",
        "planned plans plan",
    ],
)
def test_forms_of_a_word_share_a_stem(forms: str) -> None:
    assert len({stem_of(form) for form in forms.split()}) == 1


def test_words_for_one_kind_of_event_share_a_family() -> None:
    assert set(families(stem_of("talks"))) & set(families(stem_of("met")))
    assert not set(families(stem_of("talks"))) & set(families(stem_of("burned")))


def test_back_is_a_direction_and_no_approval() -> None:
    assert not families(stem_of("back"))
    assert families("walk+back") == families(stem_of("retraction"))


def test_whom_an_outlet_asked_is_no_happening_in_its_own_article() -> None:
    told = article("herald", "2024-06-12", "The Harbour Post spoke to the residents of Havn on Monday.", ())
    own = replace(told, article=replace(told.article, metadata=Metadata(outlet=Stated("Harbour Post", "front-matter"))))
    assert [build_timeline([each], [day("2024-06-12")], ()) == () for each in (told, own)] == [False, True]


def test_two_articles_tell_in_other_words_that_somebody_was_taken_in() -> None:
    found = timeline(
        "The skipper checked into Havn hospital on Monday.", "The skipper was admitted to Havn hospital on Monday."
    )
    assert [len(event.evidence) for event in found] == [2]


def test_what_is_told_as_done_has_no_day_behind_all_articles() -> None:
    text = "The captains were glad after a majority of the Havn council voted to end the long strike on Monday."
    assert not timeline(text, published="2024-06-11", people=())  # next Monday is misread, for "to end" looks ahead


def test_each_day_goes_to_the_nearest_event_word() -> None:
    found = timeline("The mayor resigned on Monday, and the council elected Rosa Ortiz on Tuesday.")
    assert [(event.date, event.label) for event in found] == [
        ("2024-06-10", "The mayor resigned on Monday, and the council elected Rosa Ortiz on Tuesday"),
        ("2024-06-11", "the council elected Rosa Ortiz on Tuesday"),
    ]


def test_the_minority_day_is_shown_as_dissent_with_its_words() -> None:
    [event] = timeline(
        "The dam at Tolm burst on Monday.", "The dam at Tolm burst on Monday.", "The dam at Tolm burst on Sunday."
    )
    assert event.date == MONDAY
    assert event.dissent == "9 June 2024: “Sunday” in an article of 12 June 2024"
    assert [evidence.day for evidence in event.evidence] == ["2024-06-10", "2024-06-10", "2024-06-09"]


def test_an_article_that_says_it_twice_has_one_vote() -> None:
    twice = "The dam at Tolm burst on Sunday. The dam at Tolm burst on Sunday."
    [event] = timeline(twice, "The dam at Tolm burst on Monday.", "The dam at Tolm burst on Monday.")
    assert event.date == MONDAY


def test_an_article_tells_nothing_as_done_that_happened_after_it() -> None:
    before = article("post", "2024-06-11", "Mayor Ann Lind criticised the dam at Tolm on Tuesday.", ("Lind",))
    after = article("echo", "2024-06-12", "Mayor Ann Lind criticised the dam at Tolm on Wednesday.", ("Lind",))
    found = build_timeline([before, after], [day("2024-06-11"), day("2024-06-12")], ())
    assert [(event.date, len(event.evidence)) for event in found] == [("2024-06-11", 1), ("2024-06-12", 1)]


def test_what_an_earlier_article_tells_without_a_day_is_no_part_of_a_later_happening() -> None:
    before = article("post", "2024-06-10", "Mayor Ann Lind criticised the dam at Tolm.", ("Lind",))
    after = article("echo", "2024-06-12", "Mayor Ann Lind criticised the dam at Tolm on Wednesday.", ("Lind",))
    for published, sources in (("2024-06-10", 1), ("2024-06-12", 2)):
        [event] = build_timeline([before, after], [day(published), day("2024-06-12")], ())
        assert (event.date, len(event.evidence)) == ("2024-06-12", sources)


@pytest.mark.parametrize(
    ("before", "sure"),
    [
        ("Ito had planned to sign the bill on ferries but backed off.", ["post"]),
        ("Ito will sign the bill on ferries on Thursday.", ["echo", "post"]),
    ],
)
def test_an_earlier_article_tells_what_was_done_only_where_it_foretells_its_day(before: str, sure: list[str]) -> None:
    earlier = article("echo", "2024-06-12", before, ("Ito",))
    later = article("post", "2024-06-14", "Ito signed a bill on ferries on Thursday.", ("Ito",))
    [event] = build_timeline([earlier, later], [day("2024-06-12"), day("2024-06-14")], ())
    assert [evidence.article_id for evidence in event.evidence if evidence.sure] == sure
    assert event.label == "Ito signed a bill on ferries on Thursday"


def test_what_was_done_and_its_being_announced_on_the_day_are_one_entry() -> None:
    done = "Ann Ito was charged Tuesday over goods found aboard"
    told = timeline(
        f"{done}. The police announced that old lamps worth 3,000 crowns were found.",
        f"{done} her ferry.",
        "Ann Ito and her brother, Leo, were charged with the smuggling of old lamps worth 3,000 crowns, the police "
        "announced Tuesday.",
        people=("Ito",),
    )
    assert [event.label for event in told] == [f"{done} her ferry"]


def test_why_words_give_no_day_is_told_as_it_is() -> None:
    [event] = timeline("The mayor sold the old ferry the day after the council closed the pier.")
    assert (event.when, event.reason) == ("the day after", "“the day after”, counted from what nobody dates")


@pytest.mark.parametrize(("words", "dates"), [("in the days", [MONDAY]), ("the day", [MONDAY, "2024-06-11"])])
def test_what_was_done_in_the_days_after_something_is_not_of_the_day_after_it(words: str, dates: list[str]) -> None:
    found = timeline(f"The council was elected on Monday. Rosa Ortiz resigned {words} after the council was elected.")
    assert [event.date for event in found if event.date] == dates


def test_what_a_noun_tells_that_a_verb_carries_has_the_day_of_the_occasion() -> None:
    found = event_mentions_of(
        article("post", "2024-06-12", "In a separate incident on Monday, Ann Lind took 15 people hostage.")
    )
    assert {mention.printed: mention.day for mention in found} == {"incident": MONDAY, "hostage": MONDAY}


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("The mayor pointed to a July 2016 email Ortiz sent to the port.", "2016-07"),
        ("The mayor pointed to a July 2016 email that Ortiz sent to the port.", "2016-07"),
        ("The mayor pointed to a July 2016 case in which Ortiz sent regards.", None),
        ("The mayor pointed to a July 2016 email that upset the port.", None),
    ],
)
def test_time_before_a_thing_is_that_of_what_somebody_did_with_it(text: str, sent: str | None) -> None:
    found = event_mentions_of(article("post", "2024-06-12", text, ("Ortiz",)))
    times = [mention.time for mention in found if mention.printed in ("sent", "upset")]
    assert [time.value if time else None for time in times] == [sent]


def test_earlier_and_later_order_the_day() -> None:
    found = timeline(
        "Police stormed the bank on Monday. Earlier on Monday, robbers shot a guard. "
        "Mayor Ortiz praised the police on Monday after the raid."
    )
    order = {event.label: event.order for event in found}
    shot = next(place for label, place in order.items() if "shot" in label)
    stormed = next(place for label, place in order.items() if "stormed" in label)
    assert 0 < shot < stormed


def test_contradicting_orders_give_none() -> None:
    found = timeline(
        "The strike began on Monday after the factory closed on Monday.",
        "The factory closed on Monday after the strike began on Monday.",
    )
    assert {event.order for event in found} == {0}


def test_an_hour_before_an_event_is_the_day_of_that_event() -> None:
    found = timeline("Ortiz met Brandt on Monday. The meeting with Brandt was called only an hour before it began.",
                     people=("Ortiz", "Brandt"))  # fmt: skip
    [called] = [event for event in found if "called" in event.label]
    assert (called.date, called.reason) == (MONDAY, "hours or minutes before the meeting of 10 June 2024")


@pytest.mark.parametrize(
    "text",
    [
        "The nurses began a three-day strike on Monday.",
        "The nurses launched a three-day strike on Monday.",
        "The pilgrims arrived in Tolm on Monday for a three-day visit.",
        "A three-day festival opened in Tolm on Monday.",
    ],
)
def test_a_length_counts_from_the_day_on_which_it_began(text: str) -> None:
    assert [(event.date, event.end) for event in timeline(text)] == [("2024-06-10", "2024-06-12")]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Ortiz began a visit to Norland on Monday. She attended a match on the margins of the visit.", "match"),
        ("The tour of the coast began on Monday and features a vigil in Havn.", "vigil"),
        ("The trip to Tolm on Monday was short. A funeral was held as part of the trip.", "funeral"),
    ],
)
def test_a_part_is_of_the_day_of_its_whole(text: str, part: str) -> None:
    assert any(part in event.label and event.date == MONDAY for event in timeline(text))


def test_a_bare_it_in_a_clause_of_time_is_the_first_happening_of_its_sentence() -> None:
    found = timeline("Ortiz met Brandt on Monday. The meeting with Brandt was guarded for hours until it ended.",
                     people=("Ortiz", "Brandt"))  # fmt: skip
    [guarded] = [event for event in found if "guarded" in event.label]
    assert (guarded.date, guarded.reason) == (MONDAY, "hours or minutes before the meeting of 10 June 2024")


def test_a_later_in_one_article_of_many_does_not_date_the_happening_for_all() -> None:
    fled = "The suspect fled to Norland by boat."
    found = timeline("A bomb exploded in Tolm on Monday. The suspect later fled to Norland by boat.", fled, fled, fled)
    assert [(event.date, event.label) for event in found] == [
        (MONDAY, "A bomb exploded in Tolm on Monday"),
        (None, "The suspect fled to Norland by boat"),
    ]
    two = timeline("A bomb exploded in Tolm on Monday. The suspect later fled to Norland by boat.", fled)
    assert [event.date for event in two] == [MONDAY, None]
    alone = timeline("A bomb exploded in Tolm on Monday. The suspect later fled to Norland by boat.")
    assert [event.reason for event in alone][1:] == ["“later”, told right after 10 June 2024"]
    then = timeline("A bomb exploded in Tolm on Monday. The suspect then fled to Norland by boat.")
    assert [event.date for event in then if "fled" in event.label] in ([], [None])


@pytest.mark.parametrize(
    ("value", "precision", "plain"),
    [
        ("2024-06-10T14:00", "day", ("2024-06-10", "day")),
        ("2024-W24", "week", ("2024-06", "month")),
        ("2024-W27", "week", ("2024-07", "month")),
        ("2024-W31", "week", ("2024-08", "month")),
        ("2024-W01-WE", "week", ("2024-01-06", "day")),
        ("2020-W53", "week", ("2020-12", "month")),
        ("2024-Q2", "quarter", ("2024", "year")),
        ("2024-02-30", "day", (None, "none")),
        ("XXXX-06-10", "day", (None, "none")),
        ("PRESENT_REF", "none", (None, "none")),
        ("0064", "year", (None, "none")),
        ("9999-12-31", "day", (None, "none")),
    ],
)
def test_a_date_is_as_exact_as_its_words_and_no_more(value: str, precision: Precision, plain: tuple[str, str]) -> None:
    assert plain_value(TimeExpression(Span(0, 1), "DATE", value, precision)) == plain


def test_what_may_happen_is_told_only_as_a_noun_with_its_time_and_as_planned() -> None:
    assert timeline("The union could strike in July. Prices may rise.") == ()
    [event] = timeline("Ann Lind could hold talks with the union in July.")
    assert event.planned and event.date == "2024-07"


def test_an_old_event_of_one_article_does_not_date_what_all_tell_of_today() -> None:
    found = timeline(
        "The riot in Tolm hurt nine people. A riot in Tolm had hurt nobody in May 2010.",
        "The riot in Tolm on Monday hurt nine people.",
        "A riot in Tolm hurt nine people.",
        "The riot in Tolm hurt nine people, a doctor said.",
    )
    assert [(event.date, event.background, len(event.evidence)) for event in found] == [
        ("2010-05", True, 1),
        ("2024-06-10", False, 4),
    ]


def test_a_page_s_date_line_and_the_day_of_an_attribution_are_no_events() -> None:
    assert timeline("Updated: Monday, 10 June 2024 at 9 am. A man was arrested, police said on Monday.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Nobody was surprised. The yard did not meddle in last year’s election.",
        "Aides did not expect to be talking about the pier this week.",
    ],
)
def test_what_was_not_done_in_a_month_is_no_happening(text: str) -> None:
    assert timeline(text, people=("Lind",)) == ()


def test_whoever_wrote_what_is_quoted_did_nothing_else() -> None:
    said = "So the richest town on the coast has no crew to hold back the first flood of the year"
    text = f"As the great harbour writer Ann Lind concluded last week: “{said}”."
    assert event_mentions_of(article("herald", "2024-06-12", text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The mayor courts a handful of voters from towns that backed the toll in 2016.",
        "I confirmed the launch with all guests on Monday.",
    ],
)
def test_what_only_says_who_is_meant_and_what_a_witness_did_are_no_entries(text: str) -> None:
    assert timeline(text) == ()


def test_what_was_not_done_on_a_day_or_until_a_month_is_told() -> None:
    [event] = timeline("Mayor Ann Lind did not attend the launch on Monday.", people=("Lind",))
    assert event.date == MONDAY
    [event] = timeline("Mayor Ann Lind did not register as an owner until May 2024.", people=("Lind",))
    assert event.date == "2024-05"


def test_day_that_another_source_gives_is_that_of_a_weekend() -> None:
    [event] = timeline(
        "Vandals broke the windows of the Tolm museum over the weekend.",
        "Vandals broke the windows of the Tolm museum on Sunday.",
    )
    assert (event.date, event.end, event.dissent) == ("2024-06-09", None, "")


def test_what_had_been_before_is_not_told_by_what_it_led_to() -> None:
    [event] = timeline("Lind settled a lawsuit a director, Rosa Ortiz, had filed in 2014.", people=("Lind", "Ortiz"))
    assert (event.date, event.label) == ("2014", "a director, Rosa Ortiz, had filed in 2014")
    [event] = timeline("Lind said her director, Rosa Ortiz, had resigned on Monday.", people=("Lind", "Ortiz"))
    assert event.label == "Lind said her director, Rosa Ortiz, had resigned on Monday"


@pytest.mark.parametrize(
    ("told", "years"),
    [
        ("She pledged in 2019 that it would.", []),
        ("It meant that he won in 2019.", []),
        ("Rosa Ortiz won the boat race of Norland in 2019.", ["2019"]),
    ],
)
def test_what_one_article_tells_in_words_that_nobody_understands_is_left_out(told: str, years: list[str]) -> None:
    found = timeline(f"Rosa Ortiz opened the harbour museum in Havn on Monday. {told}", people=("Ortiz",))
    assert [event.date for event in found] == [*years, MONDAY]


def test_when_somebody_sought_something_is_told_by_the_whole_clause() -> None:
    [event] = timeline("Carl Okafor sought treatment Monday and was sent home.", people=("Okafor",))
    assert event.label.startswith("Carl Okafor sought treatment Monday")


@pytest.mark.parametrize(
    "text",
    [
        "Rents have doubled since the flood.",
        "A recent robbery has alarmed the town.",
        "She was sued over a Soviet-era contract.",
        "It was the worst fire since 1987.",
        "The march lasted two days.",
    ],
)
def test_a_day_is_never_invented(text: str) -> None:
    assert not [event for event in timeline(text) if event.precision == "day"]


def test_a_deed_of_the_same_kind_by_other_people_on_another_day_stays_apart() -> None:
    found = timeline(
        "Ito met Brandt on Monday.", "Ito met Dahl on Tuesday.", "Dahl met Ito for an hour on Tuesday.",
        people=("Ito", "Brandt", "Dahl"),
    )  # fmt: skip
    assert [(event.date, len(event.evidence)) for event in found] == [("2024-06-10", 1), ("2024-06-11", 2)]


def test_one_more_article_moves_no_id_when_it_is_later() -> None:
    first = article("one", "2024-06-11", "The dam at Tolm burst on Monday.")
    later = article("alpha", "2024-06-13", "The dam at Tolm burst on Monday, flooding the valley.")
    alone = build_timeline([first], [day("2024-06-11")], ())
    both = build_timeline([first, later], [day("2024-06-11"), day("2024-06-13")], ())
    assert alone[0].id == both[0].id


WORDS = "Ito Brandt met Oslo fire Monday on after the before earlier later , . ; 12 June will hit talks with and “ ”"


@settings(max_examples=60)
@given(st.lists(st.text(max_size=80) | st.lists(st.sampled_from(WORDS.split())).map(" ".join), min_size=1, max_size=4))
def test_any_text_in_any_order_gives_the_same_timeline_with_labels_of_the_sources(texts: list[str]) -> None:
    articles = [article(f"a{n}", "2024-06-12", text, ["Ito", "Brandt"]) for n, text in enumerate(texts)]
    published = [day("2024-06-12")] * len(articles)
    found = {build_timeline(order, published, ()) for order in list(permutations(articles))[:6]}
    assert len(found) == 1
    folded = [" ".join(text.split()) for text in texts]
    for event in found.pop():
        assert any(event.label in text for text in folded)
        assert event.evidence and len(set(event.evidence)) == len(event.evidence)


def test_a_place_is_not_who_was_arrested(language: SpacyLanguage) -> None:
    text = "They are Karl Lind, of Denver, Colorado, who was arrested in May 2024, and Jo Brandt. A dam burst in 2023."
    found = build_timeline(annotated([text], language), [day("2024-06-12")], ())
    assert [event.label for event in found] == ["A dam burst in 2023"]


def test_a_weekday_beyond_the_calendar_ends_no_build() -> None:
    texts = ("The museum takes guests on Monday.", "Vandals broke the windows over the weekend.")
    assert [timeline(text, published="9999-12-31") for text in texts] == [(), ()]


def test_a_line_of_megabytes_is_passed_over() -> None:
    assert event_mentions_of(article("a", "2024-06-12", "He was shot on Monday " * 20_000 + ".")) == []


@given(st.integers(0, 200), st.integers(1, 30))
def test_a_sample_of_pairs_reaches_every_holder_of_a_key(count: int, limit: int) -> None:
    pairs = candidate_pairs([["k"]] * count, limit)
    assert {i for pair in pairs for i in pair} == (set(range(count)) if count > 1 else set())
    assert all(i < j for i, j in pairs)


KEYS = st.lists(st.lists(st.sampled_from("abcdef"), max_size=3), max_size=40)


@given(KEYS, st.integers(1, 8), st.integers(1, 8), st.randoms(use_true_random=False))
def test_items_are_compared_that_share_a_key_of_either_kind_each_two_once(
    keys: list[list[str]], limit: int, other_limit: int, chance: Random
) -> None:
    others = [chance.sample("xyz", chance.randint(0, 2)) for _ in keys]
    wanted = candidate_pairs(keys, limit) | candidate_pairs(others, other_limit)
    compared = ComparedPairs(((keys, limit), (others, other_limit)), lambda one, other: float(other - one))
    assert list(compared) == [(one, other, float(other - one)) for one, other in sorted(wanted)]


@given(KEYS, st.integers(1, 50), st.floats(0.1, 0.9), st.randoms(use_true_random=False))
def test_what_no_chain_of_likes_links_changes_no_cluster(
    keys: list[list[str]], limit: int, threshold: float, chance: Random
) -> None:
    compared = ComparedPairs(((keys, limit),), lambda *_: chance.random() ** 2)
    plain = {(one, other): value for one, other, value in compared}
    linked = compared.that_may_join(len(keys), threshold)
    assert linked.items() <= plain.items()
    assert average_link(len(keys), linked, threshold) == average_link(len(keys), plain, threshold)


def test_of_things_that_only_few_are_alike_few_pairs_are_kept() -> None:
    alike = {(0, 1), (1, 2)}
    compared = ComparedPairs((([["k"]] * 50, 100),), lambda one, other: 0.9 if (one, other) in alike else 0.1)
    assert compared.that_may_join(50, 0.3).keys() == {(0, 1), (1, 2), (0, 2)}


def test_average_link_joins_by_the_mean_and_not_by_the_best_pair() -> None:
    chain = {(0, 1): 0.9, (1, 2): 0.6, (0, 2): 0.0}
    assert average_link(3, chain, 0.5) == [[0, 1], [2]]
    assert average_link(3, chain, 0.3) == [[0, 1, 2]]


@pytest.mark.parametrize(
    "text", ["Okafor's ferry struck the O’Brien pier's end", "the 40,000 ’ crowns ’s of 12:30", ""]
)
def test_stems_alone_are_those_of_the_words(text: str) -> None:
    assert [*stems_in(text)] == [form.stem for form in forms_of(text)]


def untimed(*texts: str) -> list[tuple[str, bool]]:
    """Return label and place of what articles without a day tell without any time."""
    articles = [article(f"a{n}", None, text, ()) for n, text in enumerate(texts)]
    events = build_timeline(articles, [day(None)] * len(articles), ())
    return [(event.label, event.background) for event in events]


def test_what_opens_two_articles_or_stands_in_half_of_them_is_the_story_without_a_day() -> None:
    bear = "A brown bear attacked a fisherman on the banks of the Sele."
    music = "The music of his telephone scared the bear away."
    bought = "Lind had bought the old boathouse near the lake."
    assert untimed(bear, f"{bear} {music}", f"The village is small. It lies in a bend. {music}") == [
        (bear.rstrip("."), False),
        (music.rstrip("."), False),
    ]
    filler = "The village is small. It lies in a bend. Few people live there. Its school is closed."
    texts = [bear, bear, f"{filler} {bought}", f"{filler} {bought}", filler]
    assert untimed(*texts) == [(bear.rstrip("."), False), (bought.rstrip("."), True)]


def test_what_only_words_date_is_told_beside_what_the_same_sentences_tell_with_a_date() -> None:
    text = "The ferry sank in June 2014 and was raised on Saturday."
    texts = [text, text.replace("raised", "raised from the lake")]
    events = [
        build_timeline([article(f"a{n}", None, t) for n, t in enumerate(told)], [day(None)] * len(told), ())
        for told in (texts, texts[:1])
    ]
    assert [[(event.date, event.when) for event in found] for found in events] == [
        [("2014-06", ""), (None, "Saturday")],
        [("2014-06", "")],  # of one article alone too many tell of nothing
    ]


@pytest.mark.parametrize(
    ("published", "words", "date"),
    [
        ("2024-07-06", "last week", "2024-06"),
        ("2024-07-07", "last week", "2024-07"),  # a Sunday, with which its week ends
        ("2024-07-08", "last week", "2024-07"),
        ("2024-07-07", "two weeks ago", "2024-06"),
    ],
)
def test_last_week_in_a_sundays_paper_is_the_week_that_it_ends(published: str, words: str, date: str) -> None:
    [event] = timeline(f"The mill closed {words}.", published=published)
    assert event.date == date


def undated(*texts: str) -> list[tuple[str, str, int]]:
    """Return the words for the day, the label, and the number of sources of each entry of articles without a day."""
    events = build_timeline(
        [article(f"a{n}", None, text, ("Roy",)) for n, text in enumerate(texts)], [day(None)] * len(texts), ()
    )
    return [(e.when, e.label, len({told.article_id for told in e.evidence if told.sure})) for e in events]


def test_weekdays_tell_happenings_apart_where_no_article_has_a_day() -> None:
    texts = (
        "The first quake shook the island of Tolm on Sunday. A second quake shook the island of Tolm on Monday.",
        "A quake shook the island of Tolm on Sunday, and another on Monday.",
        "A quake shook the island of Tolm on Monday.",
    )
    assert [when for when, _, _ in undated(*texts)] == ["Sunday", "Monday"]


def test_yesterday_and_a_weekday_are_one_day_where_the_deed_is_one_and_no_article_has_a_day() -> None:
    texts = (
        "The ferry Alma sank in the harbour of Tolm on Monday night.",
        "The ferry Alma sank in the harbour of Tolm on Monday.",
        "The ferry Alma sank in the harbour of Tolm yesterday with a load of bricks.",
    )
    assert [sources for _, _, sources in undated(*texts)] == [3]
    other = "The owner of the ferry Alma sold two houses in the port yesterday, and sold a boat."
    assert len(undated(*texts[:2], other)) == 2


def test_what_is_announced_on_another_day_is_no_label_under_the_day_of_the_deed() -> None:
    told = "Roy announced on Saturday a reward for whoever saw the robbery of the mill on Tuesday."
    assert [event.date for event in timeline(told, published="2024-06-08")] == ["2024-06-08"]
    beside = "Roy was dismissed last Thursday as the guard of the mill and bought two boats on Friday."
    assert "2024-06-07" in [event.date for event in timeline(beside, published="2024-06-08")]


@pytest.mark.parametrize(
    ("other", "labels"),
    [
        ("Shares of the Alda mill fell 7.6 percent on Friday.", 2),
        ("Shares of the Alda mill fell 12% on Friday after a fire.", 1),
        ("Shares of the Alda mill fell on Friday after a fire.", 1),
    ],
)
def test_other_percentages_of_one_measure_are_other_happenings(other: str, labels: int) -> None:
    texts = ("Shares of the Alda mill fell 12 percent on Friday.", other)
    articles = [article(f"a{n}", "2024-06-08", text) for n, text in enumerate(texts)]
    assert len(build_timeline(articles, [day("2024-06-08")] * 2, ())) == labels


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Roy was hoping to meet the mayor on Tuesday.", False),
        ("Roy hoped for a win in the race on Tuesday.", False),
        ("The crew planned to sail on Tuesday.", True),
    ],
)
def test_what_was_hoped_for_is_no_plan(sentence: str, told: bool) -> None:
    assert any(event.planned for event in timeline(sentence, published="2024-06-13")) is told


def test_that_day_is_no_heading_where_no_article_has_a_day_and_nothing_names_it() -> None:
    sank = "The ferry Alma sank in the harbour of Tolm"
    assert "Later that day" not in [
        when for when, _, _ in undated(f"{sank}. Later that day Roy sold the mill of Tolm.")
    ]
    assert [when for when, _, _ in undated(f"{sank} on Monday, a port said.")] == ["Monday"]


@pytest.mark.parametrize(
    ("told", "years"),
    [
        ("He won the boat race of Norland for the captains of its old port in 2019.", []),
        ("The trawlers were seized off the coast of Norland in a storm in 2019.", []),
        ("Many trawlers were seized off the coast of Norland in a storm in 2019.", ["2019"]),
    ],
)
def test_what_explains_the_story_and_leans_on_a_sentence_before_is_left_out(told: str, years: list[str]) -> None:
    found = timeline(f"Rosa Ortiz sold some trawlers in Havn on Monday. {told}", people=("Ortiz",))
    assert [event.date for event in found] == [*years, MONDAY]


def test_what_no_two_articles_surely_tell_and_no_verb_tells_of_is_no_entry() -> None:
    named = "Olga Brandt also spoke after Lind's announcement to applaud the old pier."
    beside = "The timing of Tuesday's announcement was not a coincidence, for Lind sails soon."
    assert not timeline(named, beside, people=("Lind", "Brandt"))
    [event] = timeline("Lind announced in Havn on Tuesday that the old pier had burned.", beside, people=("Lind",))
    assert event.label == "Lind announced in Havn on Tuesday that the old pier had burned"
