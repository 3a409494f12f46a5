"""What stands between the digest and an engine that builds the site of it."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import main
from generator.config import _MkDocsLoader
from generator.errors import DigestError
from generator.publish.finish import finish_site, finished
from generator.raw_links import from_file
from generator.zensical_site import zensical_site
from tests.conftest import ROOT

PAGE = (
    '<html><head><meta charset="utf-8"></head><body><script>theme()</script><article class="ed-page">{}</article>'
    '<script>place()</script><footer class="ed-footer"></footer></body></html>'
)


@pytest.mark.parametrize(
    ("link", "made"),
    [
        ("../../a/ferry/", "../a/ferry/"),
        ("../../a/ferry/?s=1#q-2", "../a/ferry/?s=1#q-2"),
        ("../pier/", "pier/"),
        ("../../", "../"),
        ("..", "./"),
        ("index.json", "ferry/index.json"),
        ("./", "ferry/"),
        ("../../../away/", "../../away/"),
        ("#said", "#said"),
        ("?s=lee", "?s=lee"),
        ("/data/", "/data/"),
        ("https://harbour.example/x", "https://harbour.example/x"),
        ("mailto:desk@harbour.example", "mailto:desk@harbour.example"),
    ],
)
def test_a_link_from_the_address_of_a_page_becomes_one_from_its_file(link: str, made: str) -> None:
    turned = from_file(f'<a class="x" href="{link}">../</a>', "articles/ferry.md", "articles/ferry/")
    assert turned == f'<a class="x" href="{made}">../</a>'


def test_links_of_an_index_page_stay_as_they_are() -> None:
    html = '<a href="../a/ferry/">x</a>'
    assert from_file(html, "quotes/index.md", "quotes/") == html


def test_a_page_gets_its_policy_and_names_no_script_that_stands_among_the_words() -> None:
    made = finished(PAGE.format("<p><script>theirs()</script></p>"))
    assert made.count("Content-Security-Policy") == 1
    assert made.count("'sha256-") == 2
    assert finished(made) == made


def test_the_switches_of_the_theme_are_gone() -> None:
    left = (
        '<input class="md-toggle" id="__drawer"><label class="md-overlay"></label><a href="#x" class="md-skip">Skip</a>'
    )
    assert finished(left + PAGE.format("<p>Said.</p>"), "") == finished(PAGE.format("<p>Said.</p>"), "")


def test_a_page_that_no_engine_made_is_left_as_it_is(tmp_path: Path) -> None:
    own = '<html><head><meta charset="utf-8"></head><body><script>mine()</script></body></html>'
    (tmp_path / "own.html").write_text(own, encoding="utf-8")
    (tmp_path / "page.html").write_text(PAGE.format(""), encoding="utf-8")
    finish_site(tmp_path)
    assert (tmp_path / "own.html").read_text(encoding="utf-8") == own
    assert "Content-Security-Policy" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_navigation_instant_stays_off() -> None:
    """It swaps pages by script, loses anchors, and would keep the policy of the first page."""
    config = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_MkDocsLoader)
    assert not [name for name in config["theme"].get("features", []) if name.startswith("navigation.instant")]
    theme = (ROOT / "generator" / "publish" / "theme" / "main.html").read_text(encoding="utf-8")
    assert "{% block config %}{% endblock %}" in theme  # nor is the script loaded that would do it
    assert "super()" not in theme


def test_without_zensical_it_is_said_how_one_gets_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(DigestError, match=r"zensical: is not installed\. Run `make site ENGINE=zensical`"):
        zensical_site(tmp_path, tmp_path / "site")


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_one_command_writes_the_digest_and_builds_the_site(
    engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    hook = (ROOT / "generator" / "mkdocs_hook.py").as_posix()
    for name, text in {
        "mkdocs.yml": f"site_name: Harbour\nsite_dir: public\nhooks: ['{hook}']\n",
        "docs/about.md": "# About\n",
        "seeds/2023-06-20-ferry.txt": "Ferry strikes pier\n\nThe ferry struck the pier on Monday, police said.\n",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    result = CliRunner().invoke(main, ["site", "--engine", engine])
    assert result.exit_code == 0, result.output
    page = (tmp_path / "public" / "articles" / "2023-06-20-ferry" / "index.html").read_text(encoding="utf-8")
    assert "The ferry struck the pier" in page
    assert not list(tmp_path.glob(".public*"))


@pytest.mark.slow
def test_the_old_site_stays_where_zensical_does_not_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "mkdocs.yml": "site_name: Harbour\nnav: [pier.md]\n",
        "seeds/2023-06-20-ferry.txt": "Ferry strikes pier\n\nThe ferry struck the pier on Monday, police said.\n",
        "docs/about.md": "[the pier](pier.md)\n",
        "site/index.html": "the old one",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    result = CliRunner().invoke(main, ["site", "--engine", "zensical"])
    assert result.exit_code == 1
    assert "zensical: does not build the site. Mend what it says" in result.output
    assert "pier.md" in result.output
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "the old one"
    assert not list(tmp_path.glob(".site*"))
