"""Pages whose program holds the article as a list of blocks, in the words of several systems of publishing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.read.page_state import blocks_told
from tests.read.made import read

TOLD = [
    "The mill at Torby will close in May after forty years, its owner told the workers at a meeting on Monday night.",
    "“It was a long time coming,” said Rolf Dane, whose father had built it in a field and had run it until 2004.",
    "Sixty people will lose their work, and the town its only whistle, which had been blown at noon on every day.",
    "The council said that it would look for another buyer before the year was out, and would itself buy the whistle.",
]
HALVES = [(text[:20], text[20:]) for text in TOLD]
BLOCKS = {
    "typed texts": [
        {"type": "text", "content": TOLD[0]},
        {"type": "image", "caption": "The mill", "content": "The mill in the snow of last winter, from the road."},
        {"type": "text", "content": f"<b>{TOLD[1]}</b>"},
        {"type": "interstitial_link", "content": "Read also: another mill stays"},
        {"type": "header", "content": TOLD[2]},
        {"type": "list", "items": [{"type": "text", "content": TOLD[3]}]},
    ],
    "models within models": [
        {"type": "text", "model": {"blocks": [{"type": "paragraph", "model": {"text": text}} for text in pair]}}
        for pair in (TOLD[:2], TOLD[2:])
    ],
    "spans": [
        {"_type": "block", "style": "normal", "children": [{"_type": "span", "text": part} for part in pair]}
        for pair in HALVES
    ],
    "nodes with a link": [
        {"nodeType": "paragraph", "data": {}, "content": [
            {"nodeType": "text", "value": first, "marks": []},
            {"nodeType": "hyperlink", "content": [{"nodeType": "text", "value": rest}]},
        ]}
        for first, rest in HALVES
    ],
    "named types": [
        {"__typename": "HeaderBlock"},
        *({"__typename": "ParagraphBlock", "content": [{"__typename": "TextInline", "text": part} for part in pair]}
          for pair in HALVES),
    ],
    "data": [{"type": "paragraph", "data": {"text": text}} for text in TOLD],
    "elements": [{"_type": "pageElements.TextBlockElement", "html": f"<p>{text}</p>"} for text in TOLD],
    "attributes": [{"name": "core/paragraph", "attributes": {"content": text}, "innerBlocks": []} for text in TOLD],
}  # fmt: skip


@pytest.mark.parametrize("kind", BLOCKS)
def test_the_paragraphs_of_a_list_of_blocks_are_told(kind: str) -> None:
    assert blocks_told(BLOCKS[kind]) == TOLD


@pytest.mark.parametrize(
    "value",
    [
        [{"type": "article", "title": "One", "content": " ".join(TOLD)}, {"type": "article", "content": TOLD[0]}],
        [{"type": "text", "content": "Too short."}, {"type": "text", "content": "Too short, too."}],
        [{"type": "promo", "text": text} for text in TOLD],
        ["a", "b"],
        [],
    ],
)
def test_a_list_of_something_else_is_no_article(value: list[object]) -> None:
    assert blocks_told(value) == []


SHOWN = f"<main><h1>Mill to close</h1><p>{TOLD[0]}</p><p>{TOLD[1][:40]}…</p></main>"
LOCK = "<div><h2>Subscribers only</h2><p>You have read your three free articles of this week. Subscribe now.</p></div>"


@pytest.mark.parametrize("shown", [SHOWN, f"<h1>Mill to close</h1><div><p>{TOLD[0]}</p></div>{LOCK}"])
@pytest.mark.parametrize(
    "script",
    [
        '<script id="state">window.App=window.App||{};App.site="x";'
        f"App.story={json.dumps({'elements': BLOCKS['data']})};App.next=1</script>",
        f'<script type="application/json">{json.dumps({"props": {"story": {"body": BLOCKS["spans"]}}})}</script>',
    ],
)
def test_a_teaser_gives_way_to_the_blocks_in_the_pages_program(tmp_path: Path, shown: str, script: str) -> None:
    page = f'<html lang="en"><head><title>Mill to close</title>{script}</head><body>{shown}</body></html>'
    (article,), (problem,) = read(tmp_path, "a.html", page)
    assert "shows less of its article than its data holds" in str(problem)
    assert article.text.split("\n\n") == TOLD


def test_blocks_of_another_story_are_left(tmp_path: Path) -> None:
    script = f'<script type="application/json">{json.dumps({"next": BLOCKS["data"]})}</script>'
    late = "<p>The ferry to the island was late again on day {}, and nobody was surprised by it.</p>"
    shown = "".join(late.format(day) for day in ("one", "two", "three", "four"))
    page = f"<html lang='en'><head><title>Late again</title>{script}</head><body><article><h1>Late again</h1>{shown}"
    (article,), problems = read(tmp_path, "a.html", page + "</article></body></html>")
    assert "mill" not in article.text
    assert not problems
