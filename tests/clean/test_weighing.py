"""What is weighed goes when it is as good as sure; what stories have themselves stays, however it looks."""

from __future__ import annotations

import pytest

from benchmarks.weighing import Line, kept_signs, learn
from generator.clean import clean, weighing
from generator.clean.lines import split_blocks
from generator.records import Form, RawArticle
from generator.wordlists import lines

STORY = [
    "The old bell was lifted from the harbour bed on Monday after three days of work, the museum said.",
    "Divers had found it in April under two metres of mud, still tied to a beam of the ferry that sank in 1911.",
    "“It sang when it came up,” said Ola Berg, who led the divers. “Nobody on the quay spoke a word.”",
    "The council has set aside a small sum for cleaning the bronze, and the school children will choose a name.",
    "It is to be shown from the first week of July in the rope hall beside the lock.",
]
MENU = ["Skip to content", "Home", "News", "Sport", "Tide Tables", "Allotments", "Buy & Sell", "Notices", "Log in"]
HEAD = ["Bell lifted from harbour after a century", "By Ann Lee", "June 19, 2023", "Share"]
CARDS = [
    "Open accessibility menu",
    "Show more sharing options",
    "Quay Life",
    "Rope hall roof leaks again",
    "The slates came loose in the March gale, and buckets stand between the coils.",
    "By Jo Marsh",
    "2 hours ago",
    "Quay Life",
    "Lock keepers want longer nights off",
    "Tolls would have to rise by a tenth to pay for it.",
    "5 hours ago",
    "Quay Life",
    "Six ways to spend a wet Sunday",
    "1 day ago",
    "Tide tables",
    "Site map",
    "Where to buy the paper",
    "Terms of service",
    "Privacy policy",
    "© 2023 Quay Media",
]
PLAYER = ["Playback Rate", "Font Family"]


def body(page: list[str], form: Form = "scrape") -> list[str]:
    article = clean(RawArticle("page.txt", "", "\n".join(page), form))
    return [span.of(article.text) for span in article.paragraphs]


def test_of_a_page_copied_as_a_whole_the_story_is_left() -> None:
    assert body([*MENU, *HEAD, *STORY, *CARDS]) == STORY


def test_what_is_weighed_out_has_its_reason() -> None:
    article = clean(RawArticle("page.txt", "", "\n".join([*MENU, *HEAD, *STORY, *CARDS])))
    reasons = {part.text: part.reason for part in article.removed}
    assert reasons["2 hours ago"] == weighing.WEIGHED.reason
    assert reasons["Rope hall roof leaks again"] == weighing.TOGETHER.reason


def test_lines_of_a_player_between_paragraphs_go() -> None:
    left = body([*MENU, *HEAD, *STORY[:3], *PLAYER, *STORY[3:], *CARDS])
    assert not set(PLAYER) & set(left)


def test_where_much_would_go_together_it_stays() -> None:
    story = STORY[:2]
    assert CARDS[3] in body([*MENU, *HEAD, *story, *CARDS])


def test_a_story_alone_keeps_every_line() -> None:
    assert body([*HEAD, *STORY]) == STORY


@pytest.mark.parametrize(
    "own",
    [
        ["June 30 – Port Hale, Rope Hall", "July 3 – Sele, Town Hall", "July 5 – Marlsea, Pier Theatre"],
        ["- the bell itself", "- the beam it hung from", "- a lamp"],
        ["(Applause)"],
    ],
)
def test_lists_of_days_and_entries_stay_in_a_page_copied_as_a_whole(own: list[str]) -> None:
    story = [*STORY[:4], *own, STORY[4]]
    assert body([*MENU, *HEAD, *story, *CARDS]) == story


def test_the_last_line_of_a_short_list_stays_where_little_else_has_gone() -> None:
    story = [*STORY, "Not seen again: the clapper (oak)"]
    assert body([*HEAD, *story]) == story


def test_a_page_of_lines_alone_is_not_weighed() -> None:
    lined = ["Rope Hall", "Tide Tables", "Allotments", "The tern chicks of Sele Point"]
    assert body(lined)


def test_a_body_that_its_format_marks_is_not_weighed() -> None:
    page = [*STORY[:2], *PLAYER, *STORY[2:]]
    marked = clean(RawArticle("page.html", "", "\n".join(page), "paragraphs"))
    assert all(part.reason not in (weighing.WEIGHED.reason, weighing.TOGETHER.reason) for part in marked.removed)


def test_every_weight_is_of_a_sign_and_every_word_of_a_list() -> None:
    rows = [line.rsplit(" ", 1) for line in lines("line_weights.txt")]
    words = [sign.split(":", 1)[1] for sign, _ in rows if ":" in sign]
    assert all(float(weight) for _, weight in rows)
    assert all(weighing.is_listed(part) for word in words for part in word.split("_"))


def test_signs_of_a_line_tell_its_place() -> None:
    blocks = split_blocks("\n".join([*MENU, *STORY, *CARDS]))
    around = weighing.surroundings(blocks, [False] * len(blocks))
    assert "zone=head size=0 open" in set(weighing.signs(around, 1))
    assert "zone=middle size=5 stopped" in set(weighing.signs(around, len(MENU) + 2))
    assert "zone=foot size=1 open" in set(weighing.signs(around, len(blocks) - 1 - CARDS[::-1].index("Site map")))


def test_what_only_furniture_has_is_learned_and_a_storys_word_is_not() -> None:
    rows = []
    for n in range(40):
        site = f"site{n % 10}"
        rows.append(Line(["size=0", "word:share", "word:bell"], True, 1.0, site, True))
        rows.append(Line(["size=5", "word:bell"], False, 1.0, site, True))
    assert kept_signs(rows) == {"size=0", "size=5", "word:share"}
    weights = learn(rows)
    assert weights["size=0"] > 0 > weights["size=5"]
    assert "word:bell" not in weights
