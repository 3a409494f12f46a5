"""`override`: state a correction from the command line, look at those that there are, take one back."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from generator.cli.report import progress_of
from generator.config import read_settings
from generator.errors import DigestError, Problem, UsageError, shown
from generator.overrides.edit import Fields, Scalar, change, contradicted, listed, read_bytes, removed, replaced
from generator.overrides.entries import TARGETS, Entry, Overrides, file_of, where_of
from generator.overrides.one_thing import mean_one
from generator.project import make_digest, open_project
from generator.records import Digest

LISTS = ("join", "not_in")
FOLDER = click.Path(file_okay=False, path_type=Path)


@click.group("override")
def override_command() -> None:
    """State corrections in seeds/overrides.yml, list them, take one back."""


@override_command.command("add")
@click.argument("section", type=click.Choice([*TARGETS]))
@click.argument("stated", metavar="KEY=VALUE...", nargs=-1, required=True)
@click.option("--by", help="Who states it.")
@click.option("--replace", is_flag=True, help="Put it in the place of an entry that it contradicts.")
@click.option("--yes", is_flag=True, help="Write without asking.")
@click.option("--seeds", type=FOLDER, help="Folder of the articles, instead of the one in mkdocs.yml.")
def add_command(
    section: str, stated: tuple[str, ...], by: str | None, replace: bool, yes: bool, seeds: Path | None
) -> None:
    """Add an entry: override add quotes article=courier words="a scandal" speaker="Jan Lind".

    What names the thing comes first (article and words, or the name), then what you state of it, each as KEY=VALUE.
    "true" and "null" are what they are in the file. Several values of one key stand between semicolons: not_in="echo;
    post". Places of other articles are ARTICLE: WORDS, as in join="echo: We have waited".
    """
    fields = {**_fields(section, stated), **({"by": by} if by else {}), "on": date.today().isoformat()}
    meaning = _Meaning(seeds)
    path = _file(seeds)
    where = where_of(path)

    def put(text: str) -> str:
        earlier = contradicted(text, section, fields, where, meaning.mean_one)
        if earlier and not replace:
            for line in (line for each in earlier for line in each.text.splitlines()):
                click.echo(shown(line), err=True)
            step = "Say --replace to put it in its place"
            raise DigestError(Problem(where, f"this contradicts {earlier[0].entry.where}", step, fatal=True))
        return replaced(text, section, fields, earlier, where)[0]

    _write(path, put, yes)


@override_command.command("list")
@click.option("--seeds", type=FOLDER, help="Folder of the articles, instead of the one in mkdocs.yml.")
def list_command(seeds: Path | None) -> None:
    """List the entries, each with its number."""
    path = _file(seeds)
    text = read_bytes(path)
    there = listed(text, where_of(path))
    for number, found in enumerate(there, start=1):
        click.echo(f"{number} {found.section}\n{found.text.rstrip()}")
    if not there:
        click.echo(f"{where_of(path)} has no entries. Add one with `event-digest override add`")


@override_command.command("remove")
@click.argument("number", type=click.IntRange(min=1))
@click.option("--yes", is_flag=True, help="Write without asking.")
@click.option("--seeds", type=FOLDER, help="Folder of the articles, instead of the one in mkdocs.yml.")
def remove_command(number: int, yes: bool, seeds: Path | None) -> None:
    """Take back the entry of that number, as `override list` counts them."""
    path = _file(seeds)
    _write(path, lambda text: removed(text, number - 1, where_of(path)), yes)


@dataclass(slots=True)
class _Meaning:
    """Tells whether two entries mean one thing. The articles are read for that once, and only when it is asked."""

    seeds: Path | None
    digest: Digest | None = None

    def mean_one(self, one: Entry, other: Entry, overrides: Overrides) -> bool:
        """Return whether they do, what either hides included; where no digest can be made, nobody knows yet."""
        if self.digest is None:
            there = tuple(each for each in overrides.entries if each.section != one.section or not each.get("hide"))
            with suppress(DigestError), progress_of() as progress:
                project = open_project(Path(), self.seeds)
                self.digest = make_digest(project, progress=progress, overrides=Overrides(there)).digest
        return self.digest is not None and mean_one(one, other, self.digest, overrides)


def _file(seeds: Path | None) -> Path:
    return file_of((seeds or Path(read_settings(Path("mkdocs.yml")).seeds)) / "overrides.yml")


def _fields(section: str, stated: tuple[str, ...]) -> Fields:
    """Return the fields of an entry: "true" and "null" are what they are in the file, ";" parts a list.

    Where `join` or `garbled` is a list of places, each is "ARTICLE: words".
    """
    fields: dict[str, Scalar | list[str] | list[dict[str, str]]] = {}
    for part in stated:
        key, sign, value = part.partition("=")
        if not sign:
            raise UsageError(Problem(part, "is no KEY=VALUE", "Write what the entry states as key=value"))
        plain: dict[str, bool | None] = {"true": True, "null": None}
        parts = [part.strip() for part in value.split(";") if part.strip()]
        if key == "garbled" or (key == "join" and section != "people"):
            places = [part.partition(":") for part in parts]
            if bare := [article for article, _, words in places if not words.strip()]:
                step = f'Write the article and words of it: {key}="ARTICLE: WORDS"'
                raise UsageError(Problem(f"{key}={bare[0]}", "names no words", step))
            fields[key] = [{"article": article.strip(), "words": words.strip()} for article, _, words in places]
        elif key in LISTS or (key == "reviewed" and section == "articles" and value != "true"):
            fields[key] = parts
        else:
            fields[key] = plain.get(value, value)
    return fields


def _write(path: Path, how: Callable[[str], str], yes: bool) -> None:
    """Show the difference, and write when that is wanted."""
    name, text = path.as_posix(), read_bytes(path)
    for line in difflib.unified_diff(text.splitlines(), how(text).splitlines(), name, name, lineterm="", n=2):
        click.echo(line)

    def again(now: str) -> str:
        if now != text:
            raise DigestError(Problem(name, "was changed meanwhile", "Say it again", fatal=True))
        return how(now)

    if yes or click.confirm("Write it?", default=True):
        change(path, again)
        click.echo(f"{name}: written. The next build applies it, or says why it cannot")
