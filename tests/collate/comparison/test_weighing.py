"""Which rows are worth a reader's time: what differs always, what is told alike when it is likely to be useful."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.weighing_rows import FEWEST, Row, kept_signs, learn
from generator.annotate import annotate
from generator.collate import collate
from generator.collate.comparison import weighing
from generator.collate.comparison.matters import Matter, agreements_of
from generator.collate.comparison.weighing import (
    BAR,
    BAR_OF_KNOWN,
    BAR_OF_OPEN,
    BARS,
    OPEN,
    TABLE,
    weighed,
)
from generator.language import SpacyLanguage
from generator.records import ArticleId, FactValue, Span
from generator.single import raw_article
from generator.weights import ALWAYS, weights
from tests.collate.comparison.compared import digest_of

KINDS = frozenset(
    "age amount count date duration happening hearer magnitude name percentage place role state words".split()  # noqa: SIM905
)
RULES = frozenset("day first month unit weekday year speech about".split())  # noqa: SIM905
SUBJECTS = frozenset(["csubj", "nsubj", "nsubjpass"])
RELATIONS = SUBJECTS | frozenset(
    "acl advcl amod appos attr ccomp compound conj dobj nmod npadvmod nummod pcomp pobj poss relcl xcomp".split()  # noqa: SIM905
)
VALUES = (FactValue(ArticleId("gazette"), Span(0, 6)), FactValue(ArticleId("herald"), Span(0, 6)))


class Likely:
    """Stands for the weighing of a folder: all its rows are so likely, and doubtful or not."""

    def __init__(self, likely: float, *, doubtful: bool = False) -> None:
        self.likely, self.doubtful = likely, doubtful

    def is_doubtful(self, matter: Matter) -> bool:
        return self.doubtful

    def likelihood(self, matter: Matter) -> float:
        return self.likely


def left(kind: str, verdict: str, likely: float, *, doubtful: bool = False) -> list[Matter]:
    matter = Matter(kind, "the tide mill", verdict, VALUES)  # type: ignore[arg-type]
    return weighed([matter], Likely(likely, doubtful=doubtful))  # type: ignore[arg-type]


def test_a_row_that_is_likely_to_be_useful_is_shown() -> None:
    assert [matter.minor for matter in left("date", "agree", BAR_OF_OPEN)] == [False]


def test_a_row_that_is_less_likely_to_be_useful_is_minor() -> None:
    assert [matter.minor for matter in left("date", "agree", BAR)] == [True]


def test_no_more_than_the_surest_rows_stand_open() -> None:
    rows = [Matter("date", f"the tide mill {number}", "agree", VALUES) for number in range(2 * OPEN)]

    class Falling(Likely):
        def likelihood(self, matter: Matter) -> float:
            return self.likely - 0.001 * int(matter.about.split()[-1])

    found = weighed(rows, Falling(0.99))  # type: ignore[arg-type]
    assert [row.about for row in found if not row.minor] == [row.about for row in rows[:OPEN]]
    assert len(found) == len(rows)


@pytest.mark.parametrize("kind", ["date", "count", "happening"])
def test_a_day_number_or_happening_that_is_not_is_left_out(kind: str) -> None:
    assert left(kind, "agree", BAR - 0.01) == []


@pytest.mark.parametrize("kind", sorted(BARS))
def test_what_is_oftener_false_or_empty_has_a_bar_of_its_own(kind: str) -> None:
    assert left(kind, "agree", BARS[kind] - 0.01) == []
    assert len(left(kind, "agree", BARS[kind])) == 1


@pytest.mark.parametrize("kind", ["date", "role", "name"])
def test_a_doubtful_row_is_shown_only_among_the_surest(kind: str) -> None:
    assert [matter.minor for matter in left(kind, "agree", BAR_OF_KNOWN, doubtful=True)] == [False]
    assert left(kind, "agree", BAR_OF_OPEN - 0.01, doubtful=True) == []


FIRE = {
    "gazette": "Two boats burned in Skarvik harbour on Monday, {} Ada Holt said. Nobody was hurt in the harbour fire.",
    "herald": "A fire destroyed two boats in Skarvik harbour on Monday. Nobody was hurt, said fire chief Ada Holt.",
}


@pytest.mark.parametrize(("title", "shown"), [("fire chief", False), ("Skarvik fire chief", True)])
def test_an_office_that_all_print_alike_is_left_out(title: str, shown: bool, language: SpacyLanguage) -> None:
    texts = {name: text.format(title) for name, text in FIRE.items()}
    assert "role" in {row.kind for row in digest_of(texts, language).agreements}
    found = collate([annotate(raw_article(text, None, name), language) for name, text in texts.items()])
    assert ("role" in {row.kind for row in found.agreements}) is shown


@pytest.mark.parametrize("kind", ["role", "name", "place"])
def test_an_office_or_name_that_is_not_is_minor(kind: str) -> None:
    assert [matter.minor for matter in left(kind, "agree", BAR_OF_KNOWN)] == [False]
    assert [matter.minor for matter in left(kind, "agree", BAR_OF_KNOWN - 0.01)] == [True]
    assert [row.minor for row in agreements_of(left(kind, "agree", BAR_OF_KNOWN - 0.01))] == [True]


def test_what_differs_is_never_weighed() -> None:
    assert [matter.minor for matter in left("role", "differ", 0.0)] == [False]


def test_no_sign_is_a_word_of_a_story() -> None:
    # What is weighed is named by the module itself, by a kind of row, a tag or relation of grammar, or a rule of dates.
    own = (
        set(re.findall(r"[A-Za-z]+", Path(weighing.__file__).read_text(encoding="utf-8")))
        | KINDS
        | RULES
        | RELATIONS
        | {ALWAYS}
    )
    words = {word for sign in weights(TABLE) for word in re.findall(r"[A-Za-z]+", sign)}
    assert {word for word in words - own if not word.isupper() and word not in ("True", "False")} == set()


def test_a_sign_of_few_folders_is_not_learned() -> None:
    rows = []
    for folder in range(2 * FEWEST):
        rows += [Row(f"f{folder}", frozenset(["near=all"]), "useful")] * 8
        rows += [Row(f"f{folder}", frozenset(["near=none"]), "false")] * 8
    rows.append(Row("f0", frozenset(["opens pronoun: all"]), "false"))
    assert kept_signs(rows) == {"near=all", "near=none"}
    learned = learn(rows)
    assert learned["near=all"] > 0 > learned["near=none"]
