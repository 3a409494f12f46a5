from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.collate.people.decide import decide_speakers
from generator.errors import DigestError
from generator.overrides import (
    Overrides,
    apply_overrides,
    read_overrides,
    settle_events,
    settle_people,
    stated_speakers,
    with_new_people,
)
from generator.overrides.entries import CONFLICT, Entry, Setting
from generator.records import AnnotatedArticle, Decision, Event, EventId, Evidence, Finding, Span
from tests.articles import article, people, speakers

PAPER = article(
    "paper",
    """
    Mr Lind gave the drivers “a week of free tickets” on Sunday.
    “We got the gate open,” Mrs Brandt said. “It was hard work.”
    Nobody called it “sabotage” in public. The word “sabotage” came up later.
    """,
)
AGENCY = article("agency", "“Both sides agreed,” the ministry said.")
BOTH = [PAPER, AGENCY]
PEOPLE = people(brandt="Eva Brandt", lind="Jan Lind", okafor="Ruth Okafor")


def read(tmp_path: Path, text: str) -> Overrides:
    path = tmp_path / "overrides.yml"
    path.write_text(text, encoding="utf-8")
    return read_overrides(path)


def told(tmp_path: Path, text: str) -> str:
    with pytest.raises(DigestError) as stopped:
        read(tmp_path, text)
    return str(stopped.value).replace(tmp_path.name + "/", "")


# ---- the file --------------------------------------------------------------------------------------------------------


def test_no_file_and_an_empty_file_state_nothing(tmp_path: Path) -> None:
    assert read_overrides(tmp_path / "none.yml") == Overrides()
    assert read(tmp_path, "# nothing yet\n") == Overrides()
    assert read(tmp_path, "quotes:\n") == Overrides()


def test_the_other_ending_will_do_and_both_at_once_are_told(tmp_path: Path) -> None:
    (tmp_path / "overrides.yaml").write_text("people: [{name: A B, rename: C D}]\n")
    assert [entry.name for entry in read_overrides(tmp_path / "overrides.yml").entries] == ["A B"]
    (tmp_path / "overrides.yml").write_text("")
    with pytest.raises(DigestError, match=r"overrides\.yaml: stands beside overrides\.yml, and only one"):
        read_overrides(tmp_path / "overrides.yml")


def test_overrides_that_are_no_file_are_told_and_not_passed_over(tmp_path: Path) -> None:
    for name, make in {"folder": lambda path: path.mkdir(), "link": lambda path: path.symlink_to("gone.yml")}.items():
        path = tmp_path / name / "overrides.yml"
        path.parent.mkdir()
        make(path)
        with pytest.raises(DigestError, match=r"overrides\.yml: is no file that can be read"):
            read_overrides(path)


def test_a_key_that_is_a_list_is_told_in_words(tmp_path: Path) -> None:
    assert told(tmp_path, "? {a: b}\n: c\n").startswith("overrides.yml:1: unknown section '? …'.")


def test_an_unknown_key_is_told_with_its_line_and_the_nearest_known_one(tmp_path: Path) -> None:
    message = told(tmp_path, "quotes:\n  - article: paper\n    words: a week of\n    speeker: Jan Lind\n")
    assert message.startswith("overrides.yml:4: unknown key 'speeker'. Did you mean 'speaker'?")


def test_every_mistake_of_the_file_is_told_at_once(tmp_path: Path) -> None:
    message = told(
        tmp_path,
        """
qoutes: []
articles:
  - article: paper
    published: last Monday
  - outlet: BBC
people:
  - name: Jan Lind
events: yes please
quotes:
  - article: paper
    words: a week of
    kind: shouted
""",
    )
    for part in (
        "overrides.yml:2: unknown section 'qoutes'. Did you mean 'quotes'?",
        "overrides.yml:5: published cannot be “last Monday”. Write a date",
        "overrides.yml:6: the entry has no `article:`",
        "overrides.yml:8: the entry states nothing",
        "overrides.yml:9: events is not a list of entries",
        "overrides.yml:13: kind cannot be “shouted”. Write one of: direct, fragment, indirect, term",
    ):
        assert part in message


def test_a_file_of_another_kind_in_their_place_is_not_told_line_by_line(tmp_path: Path) -> None:
    lines = told(tmp_path, "quotes:\n" + "".join(f"  - k{number}: a\n" for number in range(2_000)))
    assert lines.count("unknown key") == 50
    assert "overrides.yml: 1,950 more mistakes like these. Mend these first" in lines


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "overrides.yml").open("wb") as file:
        file.truncate(10**12)
    with pytest.raises(DigestError, match=r"overrides\.yml: is larger than 20 MB"):
        read_overrides(tmp_path / "overrides.yml")


@pytest.mark.parametrize(
    "text", ["quotes: [", "\t- a", "- a\n- b", "3", "quotes:\n  - !!python/name:os.system {}\n", "\x00"]
)
def test_a_file_that_is_no_list_of_overrides_is_told_and_runs_nothing(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text).startswith("overrides.yml")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "words: the ferry: a wreck",
            "3: cannot be read as YAML: mapping values are not allowed here. Put words that have",
        ),
        (
            "\twords: a",
            "3: cannot be read as YAML: found character '\\t' that cannot start any token. Indent with spaces",
        ),
        ('words: "a', "4: cannot be read as YAML: found unexpected end of stream. Close the quotation mark"),
        (
            'words: "a" wreck',
            "3: cannot be read as YAML: expected <block end>, but found '<scalar>'. Put the whole value",
        ),
        ("words: *a", "3: cannot be read as YAML: found undefined alias 'a'. Put the value into quotation marks"),
        ("words: [a, b", "expected ',' or ']', but got '<stream end>'. Close the bracket"),
        ("words: a\n      hide: true", "4: cannot be read as YAML: mapping values are not allowed here. "),
        ("words\n    hide: true", "cannot be read as YAML: could not find expected ':'. Write `key: value`"),
        ("words: [a]\n    hide: true", "3: words cannot be this list. Write text"),
        ("words: a\n    hide: no", "4: hide cannot be “no”. Write true, or leave the line out"),
        ("words:\n    hide: true", "3: words cannot be empty. Write text"),
    ],
)
def test_what_is_wrong_with_a_line_is_told_with_what_stands_there_and_what_to_do(
    tmp_path: Path, line: str, message: str
) -> None:
    assert message in told(tmp_path, f"quotes:\n  - article: a\n    {line}\n")


def test_a_file_in_another_encoding_and_an_entry_without_keys_are_told_with_what_to_do(tmp_path: Path) -> None:
    assert "overrides.yml:2: this entry of people has no keys. Write `name: …` and what you" in told(
        tmp_path, "people:\n  - Jan Lind\n"
    )
    place = tmp_path / "overrides.yml"
    place.write_bytes(b"quotes:\n  - {article: a, words: caf\xe9, hide: true}\n")
    with pytest.raises(DigestError, match=r"is not saved as UTF-8\. Save it as UTF-8"):
        read_overrides(place)


# ---- quotes ----------------------------------------------------------------------------------------------------------


def spoken(
    articles: Sequence[AnnotatedArticle], overrides: Overrides
) -> tuple[list[AnnotatedArticle], tuple[Finding, ...]]:
    everyone, on_new = with_new_people(PEOPLE, articles, overrides)
    stated, findings = stated_speakers(everyone, articles, overrides)
    return decide_speakers(articles, everyone, stated), (*on_new, *findings)


def settled(overrides: Overrides) -> tuple[list[dict[str, str | None]], list[str]]:
    edited, findings = apply_overrides(BOTH, overrides)
    edited, more = spoken(edited, overrides)
    return [dict(speakers(found)) for found in edited], [f"{found.where}: {found.what}" for found in (*findings, *more)]


def quote_entry(words: str, line: int = 1, prefix: str = "", suffix: str = "", **values: object) -> Entry:
    settings = tuple(Setting(key, value, line) for key, value in values.items())  # type: ignore[arg-type]
    return Entry("quotes", f"overrides.yml:{line}", "paper", words, prefix, suffix, settings=settings)


def test_the_editor_names_the_speaker_and_it_is_marked_as_such() -> None:
    overrides = Overrides((quote_entry("a week of free tickets", speaker="Jan Lind"),))
    edited, _ = apply_overrides(BOTH, overrides)
    (paper, _), _ = spoken(edited, overrides)
    assert (paper.quotes[0].speaker, paper.quotes[0].decision) == ("lind", Decision("override", 1.0, "overrides.yml:1"))


def test_part_of_the_words_and_other_marks_and_spaces_name_the_quote_too() -> None:
    (paper, _), findings = settled(Overrides((quote_entry('"a  week\n of', speaker="Jan Lind"),)))
    assert paper["a week of free tickets"] == "lind"
    assert findings == []


def test_one_speaker_for_all_parts_of_a_split_quote() -> None:
    (paper, _), _ = settled(Overrides((quote_entry("It was hard work", speaker="Ruth Okafor"),)))
    assert paper["We got the gate open,"] == paper["It was hard work."] == "okafor"


def test_one_changed_word_is_reported_with_the_closest_and_never_moved() -> None:
    (paper, _), findings = settled(Overrides((quote_entry("a week of free meals", 12, speaker="Jan Lind"),)))
    assert set(paper.values()) == {None}
    assert findings == [
        'overrides.yml:12: no such quote in paper: "a week of free meals"'
        "\n  closest: “a week of free tickets” (paragraph 1)"
    ]


def test_the_same_words_twice_are_told_apart_by_what_stands_before_them() -> None:
    _, findings = settled(Overrides((quote_entry("sabotage", kind="term"),)))
    assert "several quotes of paper have these words" in findings[0]
    edited, findings = apply_overrides(BOTH, Overrides((quote_entry("sabotage", prefix="The word", kind="term"),)))
    assert [quote.kind for quote in edited[0].quotes] == ["direct", "direct", "direct", "direct", "term"]


def test_a_paragraph_put_before_does_not_move_an_override() -> None:
    text = PAPER.article.text.replace("\n\n", "\n")
    longer = article("paper", "“Tickets,” said the lede, “are free for a week.”\n" + text)
    overrides = Overrides((quote_entry("a week of free tickets", speaker="Jan Lind"),))
    edited, findings = apply_overrides([longer], overrides)
    (found,), _ = spoken(edited, overrides)
    assert speakers(found)["a week of free tickets"] == "lind"
    assert not findings


def test_a_hidden_quote_is_gone_and_the_rest_of_its_utterance_stays_whole() -> None:
    (paper, _), findings = apply_overrides(BOTH, Overrides((quote_entry("We got the gate open", hide=True),)))
    assert not findings
    assert "We got the gate open," not in speakers(paper)
    rest = next(quote for quote in paper.quotes if quote.inner.of(paper.article.text) == "It was hard work.")
    assert rest.utterance == rest.id


def test_a_speaker_whom_no_article_names_becomes_a_person() -> None:
    overrides = Overrides((quote_entry("a week of free tickets", speaker="Nora Bell"),))
    everyone, _ = with_new_people(PEOPLE, BOTH, overrides)
    stated, _ = stated_speakers(everyone, BOTH, overrides)
    named = stated[PAPER.quotes[0].id].speaker
    assert [person.name for person in everyone if person.id == named] == ["Nora Bell"]


def test_two_entries_that_contradict_each_other_are_told_with_both_lines() -> None:
    entries = (
        quote_entry("a week of", 4, speaker="Jan Lind"),
        quote_entry("free tickets", 9, unknown=True),
    )
    _, (found,) = apply_overrides(BOTH, Overrides(entries))
    assert (found.weight, found.where, found.against) == (CONFLICT, "overrides.yml:9", "overrides.yml:4")
    assert found.what == "contradicts overrides.yml:4: speaker is not known here and “Jan Lind” there"


def test_two_entries_that_agree_are_reported_as_needless() -> None:
    entries = (quote_entry("a week of", 4, kind="term"), quote_entry("free tickets", 9, kind="term"))
    _, findings = apply_overrides(BOTH, Overrides(entries))
    assert [found.where for found in findings] == ["overrides.yml:9"]


# ---- articles, people, events ----------------------------------------------------------------------------------------


def test_the_editor_states_what_the_scrape_has_lost(tmp_path: Path) -> None:
    overrides = read(
        tmp_path, "articles:\n  - article: agency\n    outlet: Reuters\n    published: 2021-05-04\n    note: x\n"
    )
    edited, findings = apply_overrides(BOTH, overrides)
    known = edited[1].article.metadata
    assert known.outlet is not None
    assert (known.outlet.value, known.published and known.published.value) == ("Reuters", "2021-05-04")
    assert known.outlet.how.startswith("stated by an editor")
    assert not findings


def test_a_hidden_article_is_gone_and_an_unknown_one_is_reported(tmp_path: Path) -> None:
    overrides = read(tmp_path, "articles:\n  - article: agency\n    hide: true\n  - article: papre\n    hide: true\n")
    edited, findings = apply_overrides(BOTH, overrides)
    assert [found.article.id for found in edited] == ["paper"]
    assert "no such article: papre\n  closest: paper" in findings[0].what


def test_joined_people_are_one_and_their_quotes_follow(tmp_path: Path) -> None:
    overrides = read(tmp_path, "people:\n  - name: Ruth Okafor\n    join: [Lind]\n    rename: Mayor Okafor\n")
    said, _ = spoken(BOTH, Overrides((quote_entry("a week of", speaker="Jan Lind"),)))
    everyone, (paper, _), findings = settle_people(PEOPLE, said, overrides)
    assert [(person.id, person.name) for person in everyone] == [("brandt", "Eva Brandt"), ("okafor", "Mayor Okafor")]
    assert everyone[1].names == ("Mayor Okafor", "Ruth Okafor", "Okafor", "Jan Lind", "Lind")
    assert speakers(paper)["a week of free tickets"] == "okafor"
    assert not findings


def test_a_name_that_nobody_has_is_reported_with_the_closest(tmp_path: Path) -> None:
    overrides = read(tmp_path, "people:\n  - name: Eva Brand\n    kind: organisation\n")
    _, _, findings = settle_people(PEOPLE, BOTH, overrides)
    assert "nobody goes by the name Eva Brand\n  closest: Eva Brandt" in findings[0].what


def test_the_editor_dates_an_event(tmp_path: Path) -> None:
    span = Span(0, len("Mr Lind gave the drivers"))
    event = Event(EventId("e"), None, None, "none", "", "Mr Lind gave", (Evidence(PAPER.article.id, span),))
    overrides = read(tmp_path, "events:\n  - {article: paper, words: gave the drivers, date: 2021-05-02}\n")
    (dated,), findings = settle_events((event,), BOTH, overrides)
    assert (dated.date, dated.precision) == ("2021-05-02", "day")
    assert "stated by an editor" in dated.reason
    assert not findings
    stale = read(tmp_path, "events:\n  - {article: paper, words: gave the hosts, hide: true}\n")
    (kept,), findings = settle_events((event,), BOTH, stale)
    assert kept == event
    assert "closest: “Mr Lind gave the drivers”" in findings[0].what


# ---- the law ---------------------------------------------------------------------------------------------------------

WORDS = st.sampled_from(["sabotage", "a week of", "hard work.", "Both sides", "nothing", "“", " ", "tickets” on"])
ENTRIES = st.builds(
    quote_entry,
    WORDS,
    st.integers(1, 30),
    st.sampled_from(["", "The word", "nowhere"]),
    kind=st.sampled_from(["term", "fragment"]),
)


@given(st.lists(ENTRIES, max_size=4, unique_by=lambda entry: entry.where))
def test_an_override_is_applied_or_reported_or_in_conflict(entries: list[Entry]) -> None:
    edited, findings = apply_overrides(BOTH, Overrides(tuple(entries)))
    reported = {found.where for found in findings}
    changed = {quote.id for quote in edited[0].quotes if quote.kind != "direct"}
    for entry in entries:
        alone, alone_findings = apply_overrides(BOTH, Overrides((entry,)))
        moved = {quote.id for quote in alone[0].quotes if quote.kind != "direct"}
        assert (len(moved) == 1) != bool(alone_findings)
        assert entry.where in reported or moved <= changed
