"""`annotate`, `show` and `explain`: one article, one thing."""

from __future__ import annotations

import json
from pathlib import Path

import click

from generator.build import make_digest, open_project
from generator.explain import Sources, explain
from generator.show import STAGES, find_file, stage_records

FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command("explain")
@click.argument("identifier", metavar="ID")
@click.option("--seeds", type=FOLDER, help="Folder of the articles, instead of the one in mkdocs.yml.")
def explain_command(identifier: str, seeds: Path | None) -> None:
    """Tell how a thing on the site came to be. ID is the last part of its address."""
    project = open_project(Path(), seeds)
    made = make_digest(project)
    click.echo(explain(identifier, Sources.of(made.digest, made.raws, project.seeds.as_posix())))


@click.command("show")
@click.argument("stage", type=click.Choice(STAGES))
@click.argument("article")
@click.option("--seeds", type=FOLDER, help="Folder of the articles, instead of the one in mkdocs.yml.")
def show_command(stage: str, article: str, seeds: Path | None) -> None:
    """Print the records of an article after a stage. ARTICLE is its id or its file."""
    made = make_digest(open_project(Path(), seeds))
    records = stage_records(stage, find_file(article, made.raws, made.digest), made.raws, made.digest)
    click.echo(json.dumps(records, indent=2, ensure_ascii=False))
