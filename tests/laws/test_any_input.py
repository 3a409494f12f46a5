"""Laws over whole digests of any text: nothing raised, nothing lost, every span its text, no article text as markup."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config import Settings
from generator.language import SpacyLanguage
from generator.pipeline import build_digest
from generator.project import Project, build
from generator.publish import render
from generator.publish.data import data_files
from generator.read.tidy import tidied
from generator.records import RawArticle

PIECES = st.sampled_from(
    [
        "“The dam held,” Mr Okafor said on Monday.",
        "'We saw the water,' he told reporters, adding: 'It isn't over.'",
        "Mayor Ruth Okafor led Piet Maas over the dam for 50 minutes in Lima on May 4, 2021.",
        "Source: BBC",
        "Published May 4, 2021",
        "Advertisement",
        "<script>alert(1)</script>",
        "<![><img src=\"]>",
        "[link](javascript:alert(1)) ![x](http://e.vil/x.png) `code` *a* __b__ {{ macro }} {% raw %} $$x$$",
        "```\ncode\n```",
        "---\ntitle: !!python/object/apply:os.system [id]\n---",
        "&lt;b&gt; &#60; &amp;amp;",
        "DIGESTBODY0 STX\x02ETX\x03 wzxhzdk:0",
        "[" * 300,
        "*a" * 200,
        "“" * 40,
        "../../etc/passwd",
        "\u202eevil\u202c \ufeff \u2028 \x00 \x1b[31m",
        "=1+1",
        "“Never,” said “nobody” ‘at’ “all",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=60), max_size=12).map("\n\n".join)
NAMES = st.sampled_from(["a.txt", "b/c.txt", "<b>.txt", "..txt", "ä ö.txt", "con.txt", "a&b.txt", "0.txt"])
SLOW = settings(max_examples=40)


def raw(name: str, text: str) -> RawArticle:
    return tidied(RawArticle(name, "0" * 64, text))  # as reading leaves it


@SLOW
@given(texts=st.dictionaries(NAMES, TEXTS, max_size=3))
def test_any_text_gives_a_digest_whose_spans_are_their_text(language: SpacyLanguage, texts: dict[str, str]) -> None:
    digest = build_digest([raw(name, text) for name, text in texts.items()], language)
    data = json.loads(data_files(digest, Settings())["data/digest.json"])
    bodies = {article["id"]: "\n\n".join(article["paragraphs"]) for article in data["articles"]}
    for quote in data["quotes"]:
        assert bodies[quote["article"]][quote["start"] : quote["end"]] == quote["text"]
    for found in digest.articles:
        assert bodies[found.article.id] == found.article.text
        for span in (*(s.span for s in found.sentences), *(t.span for t in found.time_expressions)):
            assert 0 <= span.start < span.end <= len(found.article.text)


@SLOW
@given(text=TEXTS)
def test_article_text_is_never_markup(language: SpacyLanguage, text: str) -> None:
    """Whatever an article says, its page has the elements, attributes and scripts of one that says nothing bad."""
    files = render(build_digest([raw("a.txt", text)], language), Settings())
    for path, data in files.items():
        if path.endswith((".md", ".html")):
            page = data.decode()
            assert "<script>alert" not in page, path
            assert '<img src="]>' not in page, path
            assert not re.search(r"<[^>]*(?:javascript:|e\.vil)", page), path


@SLOW
@given(text=TEXTS)
def test_the_visible_text_of_an_article_page_is_its_text(language: SpacyLanguage, text: str) -> None:
    digest = build_digest([raw("a.txt", text)], language)
    page = render(digest, Settings()).get("articles/a.md", b"").decode()
    shown = re.sub(r"\s+", "", html.unescape(re.sub(r"<[^>]+>", "", page)))
    for found in digest.articles:
        for paragraph in found.article.paragraphs:
            assert re.sub(r"\s+", "", paragraph.of(found.article.text)) in shown


def test_bad_files_cost_only_themselves(tmp_path: Path, language: SpacyLanguage) -> None:
    seeds = tmp_path / "seeds"
    (seeds / "deep" / "er").mkdir(parents=True)
    good = "A headline for it\n\n“The dam held,” Mr Okafor said on Monday.\n\nThe search went on for two more days."
    (seeds / "deep" / "er" / "good.txt").write_text(good)
    (seeds / "binary.txt").write_bytes(bytes(range(256)) * 9)
    (seeds / "empty.txt").write_text("")
    (seeds / "front.md").write_text("---\ntitle: [a, {b: !!python/name:os.system }\n---\n\nText of it.\n")
    (seeds / "broken.json").write_text('{"text": ')
    (seeds / "outside.txt").symlink_to("/etc/passwd")
    (seeds / "loop").symlink_to(seeds)
    (seeds / "unknown.xyz").write_text("what")
    built = build(Project(Settings(), seeds, tmp_path / "docs", tmp_path / "cache"))
    assert "good" in [found.article.id for found in built.digest.articles]
    told = {problem.where.rpartition("/")[2].partition(":")[0] for problem in built.problems}
    assert told >= {"binary.txt", "empty.txt", "front.md", "broken.json", "outside.txt", "loop", "unknown.xyz"}
    assert all(problem.what and problem.next_step for problem in built.problems)
    assert (tmp_path / "docs" / "articles" / "good.md").is_file()
