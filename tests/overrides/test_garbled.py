"""A name that an article has wrong: the words stay, and pages show behind them whom an editor says they mean."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.overrides import read_overrides, settle_people
from generator.overrides.events import settle_events
from generator.publish.body import paragraphs
from generator.records import AnnotatedArticle, ArticleId, Event, EventId, Evidence, Mention, PersonId, Role, Span
from tests.articles import article, people
from tests.publish.pages import tags, texts
from tests.publish.test_body import edition_of

PEOPLE = people(okafor="Ruth Okafor", cough="Cough Ford", lind="Jan Lind")
TEXT = "Cough Ford’s talk with Lind was long. Later Cough Ford left the quay, and Lind did too."


def named(text: str = TEXT) -> AnnotatedArticle:
    """Return an article with the mentions of two of the people."""
    found = article("echo", text)
    spans = [(name, at) for name in ("Cough Ford", "Lind") for at in range(len(text)) if text.startswith(name, at)]
    ids = {"Cough Ford": PersonId("cough"), "Lind": PersonId("lind")}
    made = [Mention(Span(at, at + len(name)), name, "person", person=ids[name]) for name, at in spans]
    return replace(found, mentions=tuple(sorted(made, key=lambda mention: mention.span)))


def settled(tmp_path: Path, stated: str, found: AnnotatedArticle) -> tuple[dict[str, str], AnnotatedArticle, list[str]]:
    """Return the people, the article and what was told, with the overrides applied."""
    path = tmp_path / "overrides.yml"
    path.write_text(stated, encoding="utf-8")
    known, (made,), findings = settle_people(PEOPLE, [found], read_overrides(path))
    return {person.id: person.name for person in known}, made, [finding.what for finding in findings]


def stated(place: str, name: str = "Ruth Okafor") -> str:
    return f"people:\n  - name: {name}\n    garbled:\n      - {{article: echo, {place}}}\n"


def test_words_mean_whom_the_editor_says_wherever_they_stand_in_the_article(tmp_path: Path) -> None:
    known, made, told = settled(tmp_path, stated("words: Cough Ford"), named())
    assert [(m.span.start, m.person, m.meant) for m in made.mentions] == [
        (0, "okafor", "Ruth Okafor"),
        (23, "lind", ""),
        (44, "okafor", "Ruth Okafor"),
        (74, "lind", ""),
    ]
    assert "cough" not in known  # nobody else is named so
    assert told == []


def test_one_of_several_places_is_told_by_the_words_before_it(tmp_path: Path) -> None:
    known, made, _ = settled(tmp_path, stated("words: Cough Ford, prefix: Later"), named())
    assert [m.person for m in made.mentions] == ["cough", "lind", "okafor", "lind"]
    assert "cough" in known  # the other place still names that one


def test_words_that_the_rules_took_for_no_name_count_too(tmp_path: Path) -> None:
    _, made, _ = settled(tmp_path, stated("words: the quay"), named())
    assert [(m.name, m.person) for m in made.mentions if m.meant] == [("the quay", "okafor")]


def test_the_role_beside_the_words_goes_to_whom_they_mean(tmp_path: Path) -> None:
    path = tmp_path / "overrides.yml"
    path.write_text(stated("words: Cough Ford"), encoding="utf-8")
    role = Role(ArticleId("echo"), Span(0, 10), "minister")
    everyone = tuple(replace(person, roles=(role,)) if person.id == "cough" else person for person in PEOPLE)
    known, _, _ = settle_people(everyone, [named()], read_overrides(path))
    assert {person.name: person.roles for person in known} == {"Ruth Okafor": (role,), "Jan Lind": ()}


def test_words_that_stand_nowhere_are_told(tmp_path: Path) -> None:
    _, made, told = settled(tmp_path, stated("words: Coff Ord"), named())
    assert told == ['no such words in echo: "Coff Ord"']
    assert made == named()


def test_the_name_stands_behind_the_words_in_what_the_timeline_tells(tmp_path: Path) -> None:
    _, made, _ = settled(tmp_path, stated("words: Cough Ford"), named())
    told = Evidence(ArticleId("echo"), Span(0, 37))
    event = Event(EventId("e"), "2021-03-09", None, "day", "", "Cough Ford’s talk with Lind was long", (told,))
    (shown,), _ = settle_events((event,), [made], read_overrides(tmp_path / "none.yml"))
    assert shown.label == "Cough Ford [Ruth Okafor]’s talk with Lind was long"


def test_the_page_shows_the_name_and_keeps_the_text_of_the_article(tmp_path: Path) -> None:
    _, made, _ = settled(tmp_path, stated("words: Cough Ford"), named())
    html = str(paragraphs(edition_of(made, who=PEOPLE), made, "articles/echo/")[0].html)
    assert [attrs["data-meant"] for _, attrs in tags(html) if "data-meant" in attrs] == ["[Ruth Okafor]"] * 2
    assert texts(f"<p class='x'>{html}</p>", "p", "x") == [TEXT]
