"""On which day something was said, and that words which are said again on another day are another statement."""

from __future__ import annotations

import pytest

from generator.annotate import annotate
from generator.collate.people.resolve import resolve_people
from generator.collate.statements import join_statements
from generator.collate.statements.passages import passages_of
from generator.language import SpacyLanguage
from generator.records import AnnotatedArticle
from generator.single import raw_article

WORDS = "We shall mend every last plank of that rotten jetty before the herring return to Hale"
SATURDAY = f"Mayor Ann Okafor spoke at the harbour on Saturday.\n\n“{WORDS} – to Hale,” Okafor said."


def resolved(language: SpacyLanguage, **articles: str) -> list[AnnotatedArticle]:
    """Return the articles with their speakers. `articles`: text by day of publication, "d20230617"."""
    made = []
    for name, text in articles.items():
        day = f"{name[1:5]}-{name[5:7]}-{name[7:9]}"
        made.append(annotate(raw_article(text, day, name), language))
    return resolve_people(made)[1]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"“{WORDS},” Mayor Ann Okafor told reporters on Monday.", "2023-06-19"),
        (f"Mayor Ann Okafor was blunt in her answer Monday.\n\n“{WORDS},” Okafor said.", "2023-06-19"),
        (
            f"“It is a disgrace,” Mayor Ann Okafor said in a speech at the quay on Monday.\n\n“{WORDS},” she said.",
            "2023-06-19",
        ),
        (f"“{WORDS},” Mayor Ann Okafor said.", None),
        (f"Captain Jan Lind slept on Monday.\n\n“{WORDS},” Mayor Ann Okafor said.", None),
        (f"“{WORDS},” said Mayor Ann Okafor, who will be in Lindholm on Friday.", None),
    ],
)
def test_the_day_of_a_quotation_is_that_of_its_cue_or_of_its_speaker_right_before(
    text: str, day: str | None, language: SpacyLanguage
) -> None:
    passages = passages_of(resolved(language, d20230620=text))
    assert [passage.said for passage in passages if len(passage.words) > 10] == [day]


@pytest.mark.parametrize(
    ("again", "joined"),
    [
        (f"Mayor Ann Okafor was blunt in her answer Monday.\n\n“{WORDS},” Okafor said.", False),
        (f"Mayor Ann Okafor was blunt in her answer Saturday.\n\n“{WORDS},” Okafor said.", True),
        (f"Mayor Ann Okafor was blunt in her answer.\n\n“{WORDS},” Okafor said.", True),
    ],
)
def test_what_is_said_again_after_it_was_printed_is_another_statement(
    again: str, joined: bool, language: SpacyLanguage
) -> None:
    articles = resolved(language, d20230617=SATURDAY, d20230620=again)
    assert any(len(statement.readings) > 1 for statement in join_statements(articles, ())) is joined
