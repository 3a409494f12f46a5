"""`annotate`, `show` and `explain`: one article, one thing."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from generator.cli.report import show_problems
from generator.errors import Problem
from generator.explain import Sources, explain
from generator.project import file_texts, make_digest, open_project
from generator.publish.digest_json import line
from generator.show import STAGES, find_file, stage_records
from generator.single import annotate_files, readable

FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command("explain")
@click.argument("identifier", metavar="ID")
@click.option("--seeds", type=FOLDER, help="Folder of the articles, instead of the one in mkdocs.yml.")
def explain_command(identifier: str, seeds: Path | None) -> None:
    """Tell how a thing on the site came to be. ID is its id or any address of the site that leads to it."""
    project = open_project(Path(), seeds)
    made = make_digest(project)
    click.echo(
        explain(
            identifier, Sources.of(made.digest, made.raws, project.seeds.as_posix(), file_texts(project, made.raws))
        )
    )


@click.command("show")
@click.argument("stage", metavar="STAGE", type=click.Choice(STAGES))
@click.argument("article")
@click.option("--seeds", type=FOLDER, help="Folder of the articles, instead of the one in mkdocs.yml.")
def show_command(stage: str, article: str, seeds: Path | None) -> None:
    """Print the records of an article after a stage. ARTICLE is its id or its file."""
    made = make_digest(open_project(Path(), seeds))
    records = stage_records(stage, find_file(article, made.raws, made.digest), made.raws, made.digest)
    click.echo(json.dumps(records, indent=2, ensure_ascii=False))


@click.command("annotate")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--raw", is_flag=True, help="Take the file's text as it is; offsets then count its own characters.")
@click.option("--published", metavar="YYYY-MM-DD", help="The day of publication, which relative dates are told from.")
@click.option("--jsonl", is_flag=True, help="One JSON object a line, on a terminal too.")
@click.pass_context
def annotate_command(
    ctx: click.Context, files: tuple[Path, ...], raw: bool, published: str | None, jsonl: bool
) -> None:
    """Print the quotes, dates and people of each FILE, one article at a time, without the other articles' help."""
    problems = False
    for found in annotate_files(files, raw, published):
        if isinstance(found, Problem):
            problems = True
            show_problems([found])
        else:
            as_json = jsonl or not sys.stdout.isatty()
            click.echo(line(found) if as_json else readable(found))
    if problems:
        ctx.exit(1)
