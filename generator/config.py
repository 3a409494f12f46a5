"""Settings: `mkdocs.yml`, under `extra: digest:`, read once into one frozen record. Every one has a default."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal

import yaml

from generator.errors import DigestError, Problem
from generator.lined_yaml import LinedLoader
from generator.read.language_tag import language_tag

Publish = Literal["full", "excerpt", "quotes"]
Search = Literal["builtin", "pagefind", "auto"]
CHOICES: dict[str, tuple[str, ...]] = {
    "publish": ("full", "excerpt", "quotes"),
    "search": ("builtin", "pagefind", "auto"),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What an editor can set. Paths are relative to the folder of `mkdocs.yml`."""

    seeds: str = "seeds"
    """The folder of the input articles."""
    title: str | None = None
    """The event's headline; None: the digest takes one of its sources'."""
    publish: Publish = "full"
    """How much of the articles' text the site shows."""
    excerpt_share: int = 25
    """Of an article's words, how many in a hundred `excerpt` shows at most."""
    excerpt_run: int = 150
    """How many words in a row it shows at most."""
    index: bool = True
    """Whether search engines may list the site."""
    language: str = "en"
    """BCP 47 tag of the articles that state no language and whose words do not tell it."""
    sigla: Mapping[str, str] | None = None
    """Article id or outlet to the short name that stands for it."""
    jobs: int = 0
    """How many processes work; 0: one a core."""
    search: Search = "auto"
    """What the site is searched with: all words of the digest, an index by Pagefind, or whichever is loaded sooner."""
    site_url: str = ""
    """From `site_url` of mkdocs.yml: where the site will live; "" when it is not known."""
    site_name: str = "Event Digest"
    """From `site_name` of mkdocs.yml."""
    docs: str = "docs"
    """From `docs_dir` of mkdocs.yml: the folder of the pages."""
    site: str = "site"
    """From `site_dir` of mkdocs.yml: the folder of the built site."""


FROM_MKDOCS = {"site_url": "site_url", "site_name": "site_name", "docs": "docs_dir", "site": "site_dir"}
KEYS = tuple(field.name for field in fields(Settings) if field.name not in FROM_MKDOCS)


def read_settings(mkdocs_yml: Path) -> Settings:
    """Return the settings of a `mkdocs.yml`; the defaults when there is no such file.

    Raises `DigestError` that names every unknown key, with the nearest known one, and every wrong value.
    """
    if not mkdocs_yml.is_file():
        return Settings()
    try:
        loaded = yaml.load(mkdocs_yml.read_text(encoding="utf-8"), Loader=_MkDocsLoader)
    except (yaml.YAMLError, ValueError, OSError, RecursionError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        where = f"{mkdocs_yml.name}:{line + 1}" if line is not None else mkdocs_yml.name
        what = str(getattr(error, "problem", None) or "cannot be read as YAML")
        raise DigestError(Problem(where, what, "Mend the line and build again", fatal=True)) from None
    config = loaded if isinstance(loaded, dict) else {}
    extra = config.get("extra")
    given = extra.get("digest") if isinstance(extra, dict) else None
    return settings_from(given or {}, config, where=f"{mkdocs_yml.name}, extra.digest")


def settings_from(given: object, config: Mapping[str, Any], where: str) -> Settings:
    """Return the settings of one `extra.digest` mapping. `config` is the whole mkdocs.yml."""
    if not isinstance(given, Mapping):
        raise DigestError(Problem(where, "is not a list of settings", "Write one `key: value` a line", fatal=True))
    problems = [problem for key, value in given.items() if (problem := _fault(str(key), value, where))]
    if problems:
        raise DigestError(*problems)
    values = dict(given)
    for ours, theirs in FROM_MKDOCS.items():
        if isinstance(config.get(theirs), str):
            values[ours] = config[theirs]
    if (address := values.get("site_url")) and not re.match(r"https?://", address, re.IGNORECASE):
        step = "Write the whole address, with https://"
        raise DigestError(Problem("mkdocs.yml, site_url", f"is {address!r}, where no reader is led", step, fatal=True))
    return Settings(**values)


def _fault(key: str, value: object, where: str) -> Problem | None:
    if key not in KEYS:
        near = difflib.get_close_matches(key, KEYS, n=1, cutoff=0.0)
        return Problem(
            where,
            f"unknown setting {key!r}",
            f"Did you mean {near[0]!r}?",
            fatal=True,
            detail="known settings: " + ", ".join(KEYS),
        )
    if key in CHOICES and value not in CHOICES[key]:
        return Problem(where, f"{key} is {value!r}", "Choose one of: " + ", ".join(CHOICES[key]), fatal=True)
    wanted: dict[str, type | tuple[type, ...]] = {
        "seeds": str,
        "title": (str, type(None)),
        "index": bool,
        "language": str,
        "jobs": int,
        "excerpt_share": int,
        "excerpt_run": int,
        "sigla": Mapping,
    }
    unfit = key in wanted and not isinstance(value, wanted[key])
    unfit |= key == "language" and isinstance(value, str) and language_tag(value) != value
    whole = key in ("jobs", "excerpt_share", "excerpt_run")
    if unfit or (whole and (isinstance(value, bool) or (isinstance(value, int) and value < 0))):
        names = {
            "index": "true or false",
            **dict.fromkeys(("jobs", "excerpt_share", "excerpt_run"), "a whole number from 0"),
            "language": 'a language tag in quotes, such as "en" or "pt-BR"',
            "sigla": "a list of `name: siglum`",
        }
        return Problem(where, f"{key} is {value!r}", f"Write {names.get(key, 'text')}", fatal=True)
    return None


class _MkDocsLoader(LinedLoader):
    """Safe loading that steps over the tags of a mkdocs.yml (`!!python/name:`) without running them; `!ENV` is read."""


def _environment(loader: yaml.SafeLoader, node: yaml.Node) -> object:
    """Return the first variable that is set: `!ENV NAME`, `!ENV [NAME, OTHER, default]`, as MkDocs reads it."""
    if not isinstance(node, yaml.SequenceNode):
        return os.environ.get(str(node.value))
    *names, default = loader.construct_sequence(node)
    return next((os.environ[str(name)] for name in names if str(name) in os.environ), default)


_MkDocsLoader.add_multi_constructor("", lambda loader, suffix, node: None)
_MkDocsLoader.add_constructor("!ENV", _environment)
