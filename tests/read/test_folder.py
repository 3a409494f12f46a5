"""Which files of a folder are read, and that a bad one costs one line and nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.ids import article_id
from generator.read import read_folder
from generator.read.days import day_in_name
from generator.read.input_file import MAX_CHARACTERS

GOOD = "The ministers met in Lima on Monday.\n\nThey agreed to talk again in the autumn.\n"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    return folder


def lines(seeds: Path) -> list[str]:
    articles, problems = read_folder(seeds)
    assert "good.txt" in [article.file for article in articles]
    assert not any(problem.fatal for problem in problems)
    said = [str(problem) for problem in problems]
    assert all("\n" not in line and line.startswith("seeds/") for line in said)
    return said


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\t\n", "holds no text"),
        ("bom.txt", b"\xef\xbb\xbf", "holds no text"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is a PNG image"),
        ("report.txt", b"%PDF-1.7\n", "Name it .pdf"),
        ("noise.txt", bytes(range(256)) * 4, "not text"),
        ("long.txt", b"word " * (MAX_CHARACTERS // 5 + 1), "1,000,000"),
        ("huge.txt", b"a" * 20_000_001, "larger than 20 MB"),
        ("table.xlsx", b"PK\x03\x04", "unknown extension .xlsx"),
        ("old.doc", b"\xd0\xcf\x11\xe0", "Save it as .docx"),
        ("plain", b"Some text", "has no extension"),
        ("broken.json", b'{"text": ', "not valid JSON"),
        ("deep.json", b"[" * 100_000, "nested too deep"),
        ("deep.html", b"<html><body>" + b"<div>" * 100_000 + b"<p>The ministers met.</p>", "nested too deep"),
        ("shell.html", b"<html><body><script>load()</script></body></html>", "shows no text"),
        ("page.xml", b"<?xml version='1.0'?><note>Hello</note>", "no RSS or Atom feed"),
        ("bomb.xml", b'<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><rss>&c;</rss>', "entities of its own"),
        ("list.csv", b"title,url,time_added,tags,status\nTalks,https://example.org,1,,unread\n", "list of addresses"),
        ("other.csv", b"a,b\n1,2\n", "no column"),
    ],
)
def test_a_bad_file_costs_one_line(seeds: Path, name: str, data: bytes, says: str) -> None:
    (seeds / name).write_bytes(data)
    said = lines(seeds)
    assert len(said) == 1
    assert said[0].startswith(f"seeds/{name}: ")
    assert says in said[0]
    assert "\x00" not in said[0]


def test_links_are_not_followed(seeds: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "keys.txt").write_text("The password is swordfish.", encoding="utf-8")
    (seeds / "link.txt").symlink_to(secret / "keys.txt")
    (seeds / "folder").symlink_to(secret, target_is_directory=True)
    (seeds / "dangling.txt").symlink_to(tmp_path / "nowhere")
    (seeds / "loop").symlink_to(seeds, target_is_directory=True)
    articles, problems = read_folder(seeds)
    assert [article.file for article in articles] == ["good.txt"]
    assert len(problems) == 4
    assert all("symbolic link" in problem.what for problem in problems)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_does_not_hold_up_the_build(seeds: Path) -> None:
    os.mkfifo(seeds / "pipe.txt")
    assert "is a pipe" in lines(seeds)[0]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_named(seeds: Path) -> None:
    (seeds / "locked.txt").write_text(GOOD, encoding="utf-8")
    (seeds / "locked.txt").chmod(0)
    assert "permission" in lines(seeds)[0].lower()


def test_hidden_files_overrides_and_read_me_files_are_passed_over(seeds: Path) -> None:
    for name in (".hidden.txt", "_draft.txt", "overrides.yml", "README.md", "LICENSE"):
        (seeds / name).write_text(GOOD, encoding="utf-8")
    (seeds / ".git").mkdir()
    (seeds / ".git" / "a.txt").write_text(GOOD, encoding="utf-8")
    assert lines(seeds) == []


def test_pictures_beside_a_saved_page_are_passed_over(seeds: Path) -> None:
    paragraph = "<p>The ministers met in Lima on Monday and agreed to talk again before the autumn comes.</p>"
    (seeds / "Talks.html").write_text(f"<html><body><article>{paragraph * 2}</article>", encoding="utf-8")
    (seeds / "Talks_files").mkdir()
    (seeds / "Talks_files" / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    assert lines(seeds) == []


def test_files_of_sub_folders_come_in_the_order_of_their_paths(seeds: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a/z.txt", "b/c/0.txt"):
        (seeds / name).parent.mkdir(parents=True, exist_ok=True)
        (seeds / name).write_text(GOOD, encoding="utf-8")
    found = [article.file for article in read_folder(seeds)[0]]
    assert found == ["a/z.txt", "b/1.txt", "b/2.txt", "b/c/0.txt", "good.txt"]


def test_a_name_that_is_no_text_is_refused(seeds: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(seeds) + b"/bad\xff\nname.txt")).write_text(GOOD, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes only Unicode names")
    assert "Give it a plain name" in lines(seeds)[0]


def test_a_missing_folder_stops_the_build(tmp_path: Path) -> None:
    articles, problems = read_folder(tmp_path / "nowhere")
    assert articles == []
    assert problems[0].fatal


# ---- ids -------------------------------------------------------------------------------------------------------------


def ids(seeds: Path) -> dict[str, str]:
    return {article.file: article_id(article.wanted_id, article.file) for article in read_folder(seeds)[0]}


def test_the_first_of_two_equal_names_keeps_its_id(seeds: Path) -> None:
    for folder in ("bbc", "cnn"):
        (seeds / folder).mkdir()
        (seeds / folder / "talks.txt").write_text(GOOD, encoding="utf-8")
    found = ids(seeds)
    assert found["bbc/talks.txt"] == "talks"
    assert found["cnn/talks.txt"].startswith("talks-")
    assert "`id:`" in lines(seeds)[0]


def test_a_stated_id_goes_before_a_file_name(seeds: Path) -> None:
    (seeds / "zz.md").write_text(f"---\nid: good\n---\n{GOOD}", encoding="utf-8")
    found = ids(seeds)
    assert found["zz.md"] == "good"
    assert found["good.txt"].startswith("good-")


def test_an_article_does_not_take_the_address_of_a_page_of_the_site(seeds: Path) -> None:
    (seeds / "index.txt").write_text(GOOD, encoding="utf-8")
    assert ids(seeds)["index.txt"].startswith("index-")


def test_odd_names_never_leave_the_folder(seeds: Path) -> None:
    names = ["%2e%2e%2fetc.txt", "a#..b.txt", "x#/evil.txt", "C:evil.txt", "a..txt", "名.txt", "a b&c<d>.txt", "#1.txt"]
    for name in names:
        (seeds / name).parent.mkdir(exist_ok=True)
        (seeds / name).write_text(GOOD, encoding="utf-8")
    found = ids(seeds)
    assert len(found) == len(names) + 1
    assert len(set(found.values())) == len(found)
    for made in found.values():
        assert made
        assert all(char.isascii() and (char.isalnum() or char in "-_") for char in made), made


def test_a_day_in_the_file_name_is_the_last_resort(seeds: Path) -> None:
    (seeds / "2023-06-19-talks.txt").write_text(GOOD, encoding="utf-8")
    (seeds / "2023-06-20-talks.md").write_text(f"---\npublished: 2023-06-19\n---\n{GOOD}", encoding="utf-8")
    record = {"text": GOOD, "url": "https://example.org/2023/06/21/talks"}
    (seeds / "2023-06-20.json").write_text(json.dumps(record), encoding="utf-8")
    given = {article.file: article.given.published for article in read_folder(seeds)[0]}
    assert [(stated.value, stated.how) for stated in given.values() if stated] == [
        ("2023-06-19", "file name"),
        ("2023-06-19", "front-matter key “published”"),
        ("2023-06-21", "address"),
    ]


def test_importing_the_reader_loads_none_of_the_libraries() -> None:
    heavy = "trafilatura htmldate lxml frontmatter markdown_it ftfy pypdf mammoth striprtf warcio"
    code = f"import sys, generator.read; print([name for name in '{heavy}'.split() if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_file_that_holds_one_article_many_times_is_told_fifty_times(seeds: Path) -> None:
    mail = "From a@b.example Tue Jun 20 09:00:00 2023\nSubject: Ferry\n\nThe ferry struck the pier.\n\n"
    (seeds / "box.mbox").write_text(mail * 60, encoding="utf-8")
    (seeds / "other.mbox").write_text(mail * 3, encoding="utf-8")
    articles, problems = read_folder(seeds)
    told = [str(problem) for problem in problems if "box.mbox" in problem.where]
    assert len(told) == 51
    assert told[-1] == (
        "seeds/box.mbox: 9 more of its articles have an id that another one has. Delete those that it holds twice"
    )
    assert len({article_id(raw.wanted_id, raw.file) for raw in articles}) == len(articles)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Quay Post 12 Nov 2009 - Lock sold.txt", "2009-11-12"),
        ("quay-post_Nov-12-2009.txt", "2009-11-12"),
        ("lock 19.11.2009.txt", "2009-11-19"),
        ("lock 05.11.2009.txt", None),
        ("room 12-2009.txt", None),
    ],
)
def test_a_day_in_a_files_name_may_be_in_words(name: str, day: str | None) -> None:
    assert day_in_name(name) == day
