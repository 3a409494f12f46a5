"""From a folder with `mkdocs.yml` and seeds to the digest, and on to the files below `docs/`. Here files are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

from generator.alone import Alone
from generator.cache import Annotator, Progress, silent
from generator.code import code
from generator.collate.sigla import letters_of
from generator.config import Settings, read_settings
from generator.errors import DigestError, Problem
from generator.ids import article_id, path_of
from generator.language import SpacyLanguage
from generator.lock import held
from generator.overrides import Overrides, mask_names, read_overrides, stop_where_unmet
from generator.pipeline import build_digest
from generator.publish import merged, tasks
from generator.publish.cards import drawn_by
from generator.publish.data import data_files
from generator.publish.leaks import leaks, share_shown
from generator.publish.since import read_kept
from generator.publish.tombstones import FILES, Ledger, owners_of, places_of, read_ledger, told_on, with_tombstones
from generator.publish.withheld import withheld
from generator.publish.write import Changes, read_manifest, write_docs
from generator.quarantine import without_breakers
from generator.read.encoding import decode
from generator.read.html import declared_charset
from generator.read.input_file import Unreadable
from generator.read.line_in_file import FileText
from generator.read.own_ids import Published
from generator.reading import read_all
from generator.records import AnnotatedArticle, Article, Digest, Finding, RawArticle
from generator.shelf import shelf
from generator.side_by_side import side_by_side, worthwhile
from generator.sweeps import few_sweeps, only_new_swept
from generator.unchanged import Counts, Told, forget, inputs_of, installed, place_of, remember, told_before
from generator.workers import ALONE, Workers

Finished = TypeVar("Finished")
NOT_USED_TO_READ = ("publish", "collate", "annotate", "overrides", "cli", "scaffold")
NOT_USED_TO_COLLATE = ("publish", "read", "cli", "scaffold")
_ARTICLE = re.compile(r"articles/(?!index\.md)[^/]+\.md")


@dataclass(frozen=True, slots=True)
class Project:
    """Where a digest's parts are."""

    settings: Settings
    seeds: Path
    docs: Path
    cache: Path


@dataclass(frozen=True, slots=True)
class Made:
    """A digest, the articles as they were read, and what of the input could not be used."""

    digest: Digest
    raws: tuple[RawArticle, ...]
    problems: tuple[Problem, ...]
    left_out: int = 0
    """Articles that the generator itself failed on."""


@dataclass(frozen=True)
class Built:
    """What a build made: its numbers, what to look at, what of the input could not be used, what changed in `docs/`."""

    counts: Counts
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    changes: Changes
    shares: Mapping[str, int]
    """Of each article, how many of a hundred words are published."""
    publish: str
    make: Callable[[], Digest] = field(repr=False, compare=False)

    @cached_property
    def digest(self) -> Digest:
        """The digest itself; where nothing had changed and so nothing was made, it is made when this is asked for."""
        return self.make()


def unsaid(problem: Problem) -> None:
    """Tell nobody."""


def open_project(root: Path, seeds: Path | None = None, docs: Path | None = None) -> Project:
    """Return the project of a folder; `seeds` and `docs` instead of what its `mkdocs.yml` says, when given.

    Raises `DigestError` for wrong settings and for a folder of seeds that is not there.
    """
    settings = read_settings(root / "mkdocs.yml")
    seeds = seeds if seeds is not None else root / settings.seeds
    if not seeds.is_dir():
        what = "is not a folder" if seeds.exists() else "there is no such folder"
        step = "Put articles into it, name another with --seeds, or start a digest with `event-digest init DIR`"
        raise DigestError(Problem(str(seeds), what, step, fatal=True))
    docs = docs if docs is not None else root / settings.docs
    _stop_where_one_is_in_the_other(seeds, docs)
    return Project(settings, seeds, docs, root / ".cache" / "digest")


def _stop_where_one_is_in_the_other(seeds: Path, docs: Path) -> None:
    """Raise `DigestError` where a build would read its own pages, or the site would have the articles as they are."""
    inner, outer = seeds.resolve(), docs.resolve()
    if not inner.is_relative_to(outer) and not outer.is_relative_to(inner):
        return
    what = f"is the folder of the pages, {docs}, or one of the two is in the other"
    step = "Keep the articles and the pages in folders beside each other"
    raise DigestError(Problem(str(seeds), what, step, fatal=True))


def read_seeds(
    project: Project, use_cache: bool = False, workers: Workers = ALONE
) -> tuple[list[RawArticle], list[Problem]]:
    """Return the articles of the seeds and what could not be used; that there is none is a problem too.

    `use_cache`: pages, documents and archives that were read before are not read again. `workers`: who reads them.
    """
    ledger = read_ledger(project.docs)
    about = "\x1f".join((code(NOT_USED_TO_READ), *installed()))
    with shelf(project.cache / "shelves" / "read" if use_cache else None, about) as kept:
        raws, problems = read_all(project.seeds, Published(ledger["a"], ledger[FILES]), kept, workers)
    return raws, problems if raws else [*problems, _no_article(project)]


def file_texts(project: Project, raws: Sequence[RawArticle]) -> dict[str, FileText]:
    """Return the text of each file that articles came from and that is text, by its path below the seeds."""
    found = {}
    for path in sorted({path_of(raw.file) for raw in raws}):
        try:
            data = (project.seeds / path).read_bytes()
            found[path] = FileText(decode(data, declared_charset(data)).text)
        except (OSError, Unreadable):  # in an archive, or no text
            continue
    return found


def _no_article(project: Project) -> Problem:
    """Say that the seeds are empty: how a digest begins, and fatal once `docs/` has one that would be emptied."""
    there = sum(_ARTICLE.fullmatch(path) is not None for path in read_manifest(project.docs))
    what = "holds no article that can be used"
    if not there:
        return Problem(str(project.seeds), what, "Put text files, saved pages or Markdown into it and build again")
    what += f", and {project.docs} has a digest of {there}, which was left as it is"
    return Problem(
        str(project.seeds), what, "Put the articles back, or empty the other folder to begin anew", fatal=True
    )


def make_digest(
    project: Project,
    jobs: int | None = None,
    use_cache: bool = True,
    progress: Progress = silent,
    overrides: Overrides | None = None,
) -> Made:
    """Return the digest of a project. Nothing is written but the cache. `overrides`: instead of those of its file."""
    return _made(project, _workers(project, jobs), use_cache, progress, lambda digest: None, overrides)[0]


def _workers(project: Project, jobs: int | None, cluster: str | None = None) -> Workers:
    """Return who annotates: one process unless a number is given, since others would run the caller's script too."""
    return Workers((project.settings.jobs or 1) if jobs is None else jobs, cluster)


def _made(
    project: Project,
    workers: Workers,
    use_cache: bool,
    progress: Progress,
    finish: Callable[[Digest], Finished],
    overrides: Overrides | None = None,
) -> tuple[Made, Finished]:
    """Return the digest of a project and what `finish` makes of it, without the articles that either fails on."""
    progress(0, 0, "Reading")
    raws, problems = read_seeds(project, use_cache, workers)
    overrides = read_overrides(project.seeds / "overrides.yml") if overrides is None else overrides
    given = read_ledger(project.docs)
    language = SpacyLanguage.load()
    annotator = Annotator(
        language,
        project.cache if use_cache else None,
        workers,
        progress,
    )

    def annotate_all(articles: Sequence[Article]) -> list[AnnotatedArticle]:
        progress(0, 0, "Annotating")
        annotated = annotator(articles)
        progress(0, 0, "Comparing")
        return annotated

    def make(chosen: Sequence[RawArticle]) -> tuple[Digest, Finished]:
        left_out = ids_of(raws) - ids_of(chosen)
        told = Overrides(
            tuple(entry for entry in overrides.entries if entry.article not in left_out), partial=bool(left_out)
        )
        with shelf(project.cache / "shelves" / "alone" if use_cache else None, code(NOT_USED_TO_COLLATE)) as kept:
            alone, jobs = Alone(kept), workers.processes
            digest = build_digest(chosen, language, told, project.settings, annotate_all, given, alone, jobs)
        progress(0, 0, "Making pages")
        with only_new_swept():
            return digest, finish(digest)

    (digest, finished), left, broken = without_breakers(raws, make, project.seeds.name)
    if raws and not left:
        broken.append(_no_article(project))
    # As the rules have read them: in a text with masked names, places are others.
    return Made(digest, tuple(mask_names(left, overrides).raws), (*problems, *broken), len(raws) - len(left)), finished


def ids_of(raws: Sequence[RawArticle]) -> set[str]:
    """Return the ids of articles as they were read."""
    return {article_id(raw.wanted_id, raw.file) for raw in raws}


def build(
    project: Project,
    jobs: int | None = None,
    use_cache: bool = True,
    progress: Progress = silent,
    draft: bool = False,
    say: Callable[[Problem], None] = unsaid,
    cluster: str | None = None,
) -> Built:
    """Write the digest of a project into its `docs/`. Everything is made before the first file is touched.

    Where neither what it is made of nor what stands there has changed since the last build, nothing is done. `draft`:
    somebody is trying things out, so new permanent links are not entered into the ledger, and of two
    entries that contradict each other the first holds. `say` is told when another
    build is waited for. `jobs`: how many processes work, 0 for one a core; where none is given, what the settings
    say, or one. `cluster`: the address of a Dask cluster that annotates instead. Raises `DigestError` when there is no
    article to build from and `docs/` has a digest of some.
    """
    workers = _workers(project, jobs, cluster)
    try:
        with held(project.docs, say), few_sweeps():
            if not use_cache:
                return _built(project, workers, use_cache, progress, draft)[0]
            place, inputs = place_of(project.cache, project.docs), _inputs(project)
            if told := told_before(place, inputs, project.docs, draft):
                make = partial(_digest, project, jobs)
                publish = project.settings.publish
                return Built(told.counts, told.findings, told.problems, Changes(), told.shares, publish, make)
            forget(place)
            built, whole = _built(project, workers, use_cache, progress, draft)
            if whole and inputs == _inputs(project):  # else somebody saved an article meanwhile
                told = Told(built.counts, built.findings, built.problems, dict(built.shares))
                remember(place, inputs, project.docs, draft, told)
            return built
    except OSError as error:
        what = f"cannot be used ({error.strerror or type(error).__name__})"
        step = "Mend its rights, or name another folder"
        raise DigestError(Problem(str(error.filename or project.docs), what, step, fatal=True)) from None


def _inputs(project: Project) -> str:
    return inputs_of(project.settings, project.seeds, project.docs)


def _digest(project: Project, jobs: int | None) -> Digest:
    return make_digest(project, jobs).digest


def _built(project: Project, workers: Workers, use_cache: bool, progress: Progress, draft: bool) -> tuple[Built, bool]:
    """Return what a build made, and whether the same inputs would give the same again with nothing left to mend."""
    ledger = read_ledger(project.docs)
    finish = partial(_files, project, workers, use_cache, ledger, draft)
    made, files = _made(project, workers, use_cache, progress, finish)
    if any(problem.fatal for problem in made.problems):
        raise DigestError(*made.problems)
    owners, taken_down = owners_of(made.digest), made.digest.taken_down
    letters = letters_of(made.digest.articles, project.settings.sigla or {})
    places, told = places_of(made.digest), told_on(withheld(made.digest, project.settings))
    files = with_tombstones(files, ledger, project.settings, places, draft, owners, taken_down, letters, told)
    progress(0, 0, "Writing")
    changes = write_docs(project.docs, files)
    problems = (*made.problems, *changes.problems)
    digest, settings = made.digest, project.settings
    shares = share_shown(digest, settings)
    built = Built(_counts(digest), digest.findings, problems, changes, shares, settings.publish, lambda: digest)
    return built, not made.left_out and not changes.problems


def _counts(digest: Digest) -> Counts:
    said = [quote for found in digest.articles for quote in found.quotes if quote.kind != "term"]
    return Counts(
        articles=len(digest.articles),
        independent=len(digest.text_groups),
        quotes=len(said),
        named=sum(quote.speaker is not None for quote in said),
        statements=len(digest.statements),
        events=len(digest.events),
    )


def _files(
    project: Project, workers: Workers, use_cache: bool, ledger: Ledger, draft: bool, digest: Digest
) -> dict[str, bytes]:
    stop_where_unmet(digest.findings, draft)
    with shelf(project.cache / "shelves" / "pictures" if use_cache else None, drawn_by()) as drawn:
        data = partial(data_files, digest, project.settings)
        pages = tasks(digest, project.settings, drawn, read_kept(project.docs), ledger)
        files = merged(side_by_side([data, *pages], worthwhile(workers.processes, len(digest.articles))))
    if leaked := leaks(digest, project.settings, files):
        raise DigestError(*leaked)
    return files
