from __future__ import annotations

import pytest

from generator.publish.offline import with_file_links


@pytest.mark.parametrize(
    ("link", "made"),
    [
        ("../quotes/", "../quotes/index.html"),
        ("../../articles/a/#q-1", "../../articles/a/index.html#q-1"),
        ("quotes/?s=xi", "quotes/index.html?s=xi"),
        ("./", "./index.html"),
        ("..", "../index.html"),
        ("#s-1", "#s-1"),
        ("../assets/digest/digest.css", "../assets/digest/digest.css"),
        ("https://example.org/a/", "https://example.org/a/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("index.json", "index.json"),
    ],
)
def test_link_into_the_site_names_a_file_and_no_other_link_changes(link: str, made: str) -> None:
    assert with_file_links(f'<a class="a" href="{link}">x</a>') == f'<a class="a" href="{made}">x</a>'


def test_page_that_leads_on_leads_to_a_file() -> None:
    page = '<meta http-equiv="refresh" content="0; url=../../articles/a/#q-1">'
    assert with_file_links(page) == page.replace("a/#", "a/index.html#")


def test_words_of_an_article_stay_as_they_are() -> None:
    page = "<p>he wrote href&#61;&#34;quotes&#47;&#34; there, and url=somewhere/ too</p>"
    assert with_file_links(page) == page


def test_nothing_is_loaded_ahead_that_a_folder_cannot_give() -> None:
    style = '<link rel="stylesheet" href="a.css">'
    ahead = '<link rel="preload" href="a.woff2" as="font" type="font/woff2" crossorigin>'
    assert with_file_links(f"<head>\n  {ahead}\n  {style}</head>") == f"<head>\n  {style}</head>"
