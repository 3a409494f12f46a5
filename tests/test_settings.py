"""Every setting does what the documents say of it: each is written into a mkdocs.yml, and the output is looked at."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path

import pytest

from generator import workers
from generator.config import KEYS, Settings, read_settings
from generator.errors import DigestError
from generator.overrides.entries import parse_overrides
from generator.project import open_project
from tests.cli.test_commands import run
from tests.conftest import ROOT

ARTICLES = {
    "ferry.md": (
        "---\noutlet: The Alder Courier\npublished: 2023-06-20\n---\n\n# Ferry strikes pier\n\n"
        "The ferry struck the pier on Monday. “Nobody was hurt, and the boat is sound,” said Ann Lee, its captain.\n\n"
        "Gulls watched it all from the roof of the old customs house and did not stir.\n"
    ),
    "pier.md": (
        "---\noutlet: Bay Post\norigin: Coast Wire Service\npublished: 2023-06-21\n---\n\n# Pier stays shut\n\n"
        "“The pier stays shut until Friday,” said Tom Okoro, who runs the harbour of the town.\n"
    ),
}
ESTONIAN = "Parvlaev sõitis vastu kaid\n\n“Keegi ei saanud viga,” ütles kapten Ann Lee esmaspäeva õhtul sadamas.\n"


def made(folder: Path, *settings: str, articles: str = "seeds", **more: str) -> dict[str, str]:
    """Build the articles with settings as an editor writes them, and return the text of every file of `docs/`."""
    for name, text in {**ARTICLES, **more}.items():
        (folder / articles).mkdir(parents=True, exist_ok=True)
        (folder / articles / name).write_text(text, encoding="utf-8")
    lines = "".join(f"    {line}\n" for line in settings)
    (folder / "mkdocs.yml").write_text("site_name: Harbour\nextra:\n  digest:\n" + lines, encoding="utf-8")
    result = run("build")
    assert result.exit_code == 0, result.output
    docs = folder / "docs"
    return {
        path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(docs.rglob("*"))
        if path.suffix in (".md", ".html", ".json", ".jsonl", ".csv", ".xml", ".bib", ".ris", ".ics", ".jsonld")
    }


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_documents_and_the_commented_file_name_every_setting_and_no_other() -> None:
    page = (ROOT / "docs" / "how-to" / "make-a-digest.md").read_text(encoding="utf-8").partition("## Settings")[2]
    assert tuple(re.findall(r"^\| `(\w+)` \|", page, re.M)) == KEYS
    ours = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("  digest:\n")[2]
    assert tuple(re.findall(r"^    (?:# )?(\w+):", ours, re.M)) == KEYS


def test_what_stands_in_the_commented_file_are_the_defaults() -> None:
    assert read_settings(ROOT / "nowhere.yml") == Settings()
    for key, default in {"seeds": "seeds", "publish": "full", "index": True, "language": "en", "jobs": 0}.items():
        assert getattr(Settings(), key) == default


def test_seeds_names_the_folder_of_the_articles(folder: Path) -> None:
    files = made(folder, "seeds: clippings/harbour", articles="clippings/harbour")
    assert {"articles/ferry.md", "articles/pier.md"} <= files.keys()


def test_title_is_the_headline_of_the_start_page_and_the_feeds(folder: Path) -> None:
    title = "A pier & its “ferry”"
    assert "Ferry strikes pier" in made(folder)["index.md"]
    files = made(folder, f"title: {title}")
    assert re.search(r"<h1[^>]*>A pier &(#38|amp); its (“|&#8220;)ferry(”|&#8221;)", files["index.md"])
    assert json.loads(files["data/feed.json"])["title"] == title


@pytest.mark.parametrize("mode", ["full", "excerpt", "quotes"])
def test_publish_says_how_much_of_the_text_is_in_any_file(folder: Path, mode: str) -> None:
    files = made(folder, f"publish: {mode}\n    excerpt_share: 80")  # articles of three sentences
    everything = "\n".join(files.values())
    assert "boat is sound" in everything
    assert ("Gulls watched" in everything) == (mode == "full")
    assert ("struck the pier on" in files["articles/ferry.md"]) == (mode != "quotes")


def test_an_excerpt_has_no_more_than_its_share_and_its_run(folder: Path) -> None:
    for setting in ("excerpt_share: 5", "excerpt_run: 3\n    excerpt_share: 100"):
        files = made(folder, f"publish: excerpt\n    {setting}")
        assert "struck the pier on" not in files["articles/ferry.md"]


@pytest.mark.parametrize("index", [True, False])
def test_index_asks_search_engines_to_leave_the_short_pages_out(folder: Path, index: bool) -> None:
    files = made(folder, f"index: {str(index).lower()}")
    short = [text for name, text in files.items() if re.match(r"[qseap]/", name)]
    assert len(short) > 4
    assert {'<meta name="robots" content="noindex">' in text for text in short} == {not index}


@pytest.mark.parametrize("index", [True, False])
def test_index_asks_search_engines_to_leave_every_page_of_the_site_out(folder: Path, index: bool) -> None:
    made(folder)
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("# index: true", f"index: {str(index).lower()}")
    for name in ("generator/mkdocs_hook.py", "generator/publish/theme"):
        text = text.replace(name, str(ROOT / name))
    (folder / "mkdocs.yml").write_text(text.replace("strict: true", "strict: false"), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], check=True, capture_output=True)
    pages = [path.read_text(encoding="utf-8") for path in sorted((folder / "site").rglob("*.html"))]
    assert len(pages) > 10
    assert {'content="noindex"' in page for page in pages} == {not index}


def test_language_is_taken_for_articles_whose_words_do_not_tell_it(folder: Path) -> None:
    def told(files: dict[str, str]) -> tuple[dict[str, str], set[str]]:
        data = json.loads(files["data/digest.json"])
        languages = {article["id"]: article["language"] for article in data["articles"]}
        return languages, {quote["article"] for quote in data["quotes"]}

    english = {"ferry": "en", "pier": "en"}
    assert told(made(folder, **{"parvlaev.txt": ESTONIAN}))[0] == {**english, "parvlaev": "en"}
    files = made(folder, "language: et")
    assert told(files) == ({**english, "parvlaev": "et"}, {"ferry", "pier"})
    assert 'lang="et"' in files["articles/parvlaev.md"]
    assert "is in another language (et)" in run("check").output
    # What a file states goes before the setting.
    stated = f"---\nlanguage: fi\n---\n\n{ESTONIAN}"
    assert told(made(folder, "language: et", **{"lautta.md": stated}))[0]["lautta"] == "fi"


def test_sigla_are_the_short_names_of_articles_outlets_and_origins(folder: Path) -> None:
    def sigla(*settings: str) -> list[str]:
        page = made(folder, *settings)["sources.md"]
        return [name for name in ("Ferrymen", "Wiremen", "Piermen") if name in page]

    assert sigla() == []
    assert sigla("sigla:", "  The Alder Courier: Ferrymen", "  Coast Wire Service: Wiremen") == ["Ferrymen", "Wiremen"]
    assert sigla("sigla:", "  pier: Piermen", "  Coast Wire Service: Wiremen") == ["Piermen"]


@pytest.mark.parametrize(("jobs", "processes"), [(1, []), (2, [2])])
def test_jobs_is_how_many_processes_annotate(
    folder: Path, monkeypatch: pytest.MonkeyPatch, jobs: int, processes: list[int]
) -> None:
    started: list[int] = []

    def start(count: int) -> Executor:
        started.append(count)
        return ThreadPoolExecutor(count)

    monkeypatch.setattr(workers, "WORTH", 2)
    monkeypatch.setattr(workers, "EACH", 1)
    monkeypatch.setattr(workers, "_processes", start)
    files = made(folder, f"jobs: {jobs}")
    assert started == processes
    assert files == made(folder)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("searched: builtin", "unknown setting 'searched'"),
        ("search: lunr", "Choose one of: builtin, pagefind, auto"),
        ("publish: some", "Choose one of: full, excerpt, quotes"),
        ("index: maybe", "Write true or false"),
        ("jobs: -1", "Write a whole number from 0"),
        ("jobs: true", "Write a whole number from 0"),
        ("language: no", "language tag in quotes"),
        ("language: English", "language tag in quotes"),
        ("language: en_GB", "language tag in quotes"),
        ("sigla: BBC", "Write a list of `name: siglum`"),
        ("title: [a, b]", "Write text"),
    ],
)
def test_a_setting_that_is_none_is_told_with_what_to_write(folder: Path, line: str, what: str) -> None:
    (folder / "mkdocs.yml").write_text(f"extra:\n  digest:\n    {line}\n", encoding="utf-8")
    with pytest.raises(DigestError, match=re.escape(what)) as told:
        read_settings(folder / "mkdocs.yml")
    if "unknown" in what:
        assert "known settings: " + ", ".join(KEYS) in str(told.value)


@pytest.mark.parametrize("tag", ["en", "en-GB", "pt-BR", "et"])
def test_a_language_tag_is_taken_as_it_is(folder: Path, tag: str) -> None:
    (folder / "mkdocs.yml").write_text(f"extra:\n  digest:\n    language: {tag}\n", encoding="utf-8")
    assert read_settings(folder / "mkdocs.yml").language == tag


@pytest.mark.parametrize(
    "value",
    [
        "!!bool maybe",
        "!!int ''",
        "!!float x",
        "!!timestamp x",
        "2023-02-30",
        "0000-01-01",
        '"\\UFFFFFFFF"',
        "[" * 2_000,
    ],
)
def test_a_value_that_yaml_cannot_make_is_one_line(tmp_path: Path, value: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"site_name: x\nextra:\n  digest:\n    title: {value}\n", encoding="utf-8")
    with pytest.raises(DigestError) as stop:
        read_settings(tmp_path / "mkdocs.yml")
    assert len(str(stop.value).splitlines()) == 1
    assert str(stop.value).endswith(". Mend the line and build again")
    assert value.startswith("[") or str(stop.value).startswith("mkdocs.yml:4: has a")


def test_an_escape_of_no_character_in_the_overrides_is_one_line() -> None:
    with pytest.raises(
        DigestError, match=r"^seeds/overrides\.yml:2: cannot be read as YAML: has an escape \(\\U\) of no character"
    ):
        parse_overrides('articles:\n  - article: "\\UFFFFFFFF"\n', "seeds/overrides.yml")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//courier.example", "courier.example", "file:///srv"])
def test_a_site_lives_at_a_web_address(folder: Path, address: str) -> None:
    """It stands before every link that leads back from elsewhere."""
    (folder / "mkdocs.yml").write_text(f"site_url: {address}\n", encoding="utf-8")
    with pytest.raises(DigestError, match=r"mkdocs\.yml, site_url: is .*Write the whole address"):
        read_settings(folder / "mkdocs.yml")


@pytest.mark.parametrize("address", ["", "https://courier.example/", "HTTP://127.0.0.1:8000/a/"])
def test_a_site_may_have_no_address_yet(folder: Path, address: str) -> None:
    (folder / "mkdocs.yml").write_text(f"site_url: {address!r}\n", encoding="utf-8")
    assert read_settings(folder / "mkdocs.yml").site_url == address


@pytest.mark.parametrize(
    ("seeds", "docs"), [("docs", "docs"), (".", "docs"), ("docs/seeds", "docs"), ("seeds", "seeds/pages"), ("a", ".")]
)
def test_pages_and_articles_are_in_folders_beside_each_other(folder: Path, seeds: str, docs: str) -> None:
    """Else a build reads its own pages as articles, or the site has the articles as they are."""
    for name in (seeds, docs):
        (folder / name).mkdir(parents=True, exist_ok=True)
    settings = f"docs_dir: {docs}\nextra:\n  digest:\n    seeds: {seeds}\n"
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    with pytest.raises(DigestError, match="in folders beside each other"):
        open_project(folder)
