"""Corrections made on the page while `mkdocs serve` runs: a few answers below `/-/correct/`, for this machine alone.

Whoever opens a page from elsewhere in the same browser can send requests here too. So each must come from this machine,
to a name of this machine, from a page of this very server; what writes must bring the token that only such a page can
read.
"""

from __future__ import annotations

import difflib
import json
import re
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import Lock
from typing import Any

from generator.desk import asked_of
from generator.errors import DigestError, Problem
from generator.overrides.edit import (
    Listed,
    MeanOne,
    change,
    contradicted,
    entry_lines,
    listed,
    read_bytes,
    removed,
    replaced,
)
from generator.overrides.entries import CONFLICT, TOLD, Entry, Overrides, file_of, where_of
from generator.overrides.one_thing import mean_one
from generator.records import Digest, Finding

PREFIX = "/-/correct/"
LOOPBACK = ("127.0.0.1", "::1")
NAMES = ("127.0.0.1", "localhost", "[::1]")
MOST = 64 * 1024  # bytes of a request: an entry is some lines
WAIT = {"refused": "403 Forbidden", "wrong": "400 Bad Request", "done": "200 OK", "none": "404 Not Found"}

DESK = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self';
font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"><title>Desk</title>
<link rel="stylesheet" href="../assets/digest/digest.css"></head>
<body data-correcting data-md-color-scheme="default"><main class="ed-page ed-desk"><p class="ed-meta"><a href="../">The
digest</a></p><h1>Desk</h1><div id="desk"></div></main><script src="../assets/digest/correct.js"></script></body></html>
"""
"""The worklist as a page. It is no page of the site: its script asks for what is on it."""

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
App = Callable[[Environ, StartResponse], Iterable[bytes]]


class Refused(Exception):
    """The request may not be answered."""


@dataclass(slots=True)
class Correcting:
    """What the pages ask for while the site is served, and what was built last."""

    seeds: Path
    base: str = "/"
    """The path at which the site is served: "/event-digest/"."""
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    digest: Digest | None = None
    builds: int = 0
    failed: tuple[Problem, ...] = ()
    """Why the last build failed."""
    saved: list[str] = field(default_factory=list)
    """The entries that were saved from a page, in that order; the file has them by section."""
    _writing: Lock = field(default_factory=Lock)

    def around(self, site: App) -> App:
        """Return the application that answers what is asked of corrections, and leaves the rest to the site's."""

        def app(environ: Environ, respond: StartResponse) -> Iterable[bytes]:
            def start_response(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
                # In a frame of a page from elsewhere, a click that was meant for that page would correct something.
                return respond(status, [*headers, ("X-Frame-Options", "DENY")], *more)

            path = environ.get("PATH_INFO", "")
            if path == "/desk/" != f"{self.base}desk/":
                start_response("302 Found", [("Location", f"{self.base}desk/")])
                return []
            if path.endswith("/desk/"):
                start_response("200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-store")])
                return [DESK.encode()]
            if not path.startswith(PREFIX):
                return site(environ, start_response)
            try:
                _guard(environ)
                status, answer = "done", self._answer(path.removeprefix(PREFIX), environ)
            except Refused as reason:
                status, answer = "refused", {"problem": str(reason)}
            except DigestError as error:
                status, answer = "wrong", {"problem": str(error)}
            body = json.dumps(answer, ensure_ascii=False).encode()
            headers = [("Content-Type", "application/json"), ("Cache-Control", "no-store")]
            start_response(WAIT[status], [*headers, ("Content-Length", str(len(body)))])
            return [body]

        return app

    def _answer(self, what: str, environ: Environ) -> Mapping[str, Any]:
        if environ["REQUEST_METHOD"] == "GET" and what == "state":
            return self._state()
        if environ["REQUEST_METHOD"] != "POST" or what not in ("preview", "save", "undo"):
            raise Refused("there is nothing here")
        _guard_writing(environ, self.token)
        asked = _asked(environ)
        with self._writing:
            path = file_of(self.seeds / "overrides.yml")
            where = where_of(path)
            if what == "undo":
                text, new = change(path, lambda text: _without(text, where, asked))
                return {"diff": _diff(text, new, where), "builds": self.builds}
            wanted = _Wanted(
                str(asked.get("section")), _fields(asked.get("entry")), where, _seen(asked), self._mean_one
            )
            if what == "save":
                wanted.fields |= {"on": date.today().isoformat()}
                text, new = change(path, wanted.put)
                before = [each.text for each in listed(text, where)]
                self.saved += [each.text.strip() for each in listed(new, where) if each.text not in before]
            else:
                text = read_bytes(path)
                new = wanted.shown(text)
            earlier = [{"where": each.entry.where, "text": each.text.strip()} for each in wanted.earlier]
            return {"yaml": wanted.yaml, "diff": _diff(text, new, where), "builds": self.builds, "instead": earlier}

    def _mean_one(self, one: Entry, other: Entry, overrides: Overrides) -> bool:
        return self.digest is not None and mean_one(one, other, self.digest, overrides)

    def _state(self) -> Mapping[str, Any]:
        path = file_of(self.seeds / "overrides.yml")
        where = where_of(path)
        digest = self.digest
        try:
            there = listed(read_bytes(path), where)
        except DigestError as error:
            built = self._built((), error.problems)
            return {**built, "entries": [], "failed": str(error), "token": self.token, "file": where}
        return {
            **self._built(there, self.failed),
            "entries": [{"section": each.section, "text": each.text.strip()} for each in there],
            "file": where,
            "token": self.token,
            "people": sorted(person.name for person in digest.people) if digest else [],
            "names": sorted({name for person in digest.people for name in person.names}) if digest else [],
            "last": self._last(there),
            "failed": "\n".join(map(str, self.failed)),
        }

    def _last(self, there: Sequence[Listed]) -> str:
        """Return the entry that was saved last and still stands; else the last of the file."""
        texts = [each.text.strip() for each in there]
        return next((text for text in reversed(self.saved) if text in texts), texts[-1] if texts else "")

    def _built(self, there: Sequence[Listed], failed: Sequence[Problem]) -> Mapping[str, Any]:
        """Return what is told of the last build and what is to be looked at: first why there is no newer one."""
        findings = self.digest.findings if self.digest else ()
        told = [_line(found) for found in findings if found.weight in TOLD]
        by_line = {each.entry.where: each for each in there}
        stopped = [Finding(CONFLICT, each.where, each.what, each.next_step, against=each.against) for each in failed]
        asked = [asked_of(found, self.digest, by_line) for found in (*stopped, *findings)]
        return {"builds": self.builds, "told": told, "desk": asked}


@dataclass(slots=True)
class _Wanted:
    """An entry that a page asks to write."""

    section: str
    fields: dict[str, Any]
    where: str
    instead: list[str]
    """Entries, as the file has them, that the editor has seen and wants this one in the place of."""
    mean_one: MeanOne
    earlier: list[Listed] = field(default_factory=list)
    """Entries that it contradicts."""
    yaml: str = ""

    def shown(self, text: str) -> str:
        """Return the text as it would be with the entry, in the place of what it contradicts."""
        self.earlier = contradicted(text, self.section, self.fields, self.where, self.mean_one)
        new, fields = replaced(text, self.section, self.fields, self.earlier, self.where)
        lines = [f"{self.section}:", *(f"  {line}" for line in entry_lines(fields))]
        self.yaml = "".join(f"{line}\n" for line in lines)
        return new

    def put(self, text: str) -> str:
        """Return the text with the entry. Raises `DigestError` when it contradicts what the editor has not seen."""
        new = self.shown(text)
        unseen = [each for each in self.earlier if each.text.strip() not in self.instead]
        if unseen:
            what = f"this contradicts {unseen[0].entry.where}, which says something else of the same"
            raise DigestError(
                Problem(self.where, what, "Nothing was written. Change the form to see what stands there")
            )
        return new


def _without(text: str, where: str, asked: Mapping[str, Any]) -> str:
    there = listed(text, where)
    number = next((n for n in range(len(there) - 1, -1, -1) if there[n].text.strip() == asked.get("text")), None)
    if number is None:
        raise DigestError(Problem(where, "this entry is not there any more", "Load the page again"))
    return removed(text, number, where)


def _line(found: Finding) -> str:
    return str(Problem(found.where, found.what, found.next_step))


def _diff(text: str, new: str, where: str) -> str:
    return "\n".join(difflib.unified_diff(text.splitlines(), new.splitlines(), where, where, lineterm="", n=2))


def _guard(environ: Environ) -> None:
    """Raise `Refused` unless the request is of this machine, for a name of it, and of no page from elsewhere."""
    if environ.get("REMOTE_ADDR") not in LOOPBACK:
        raise Refused("corrections are made only on the machine that serves the site: open it there")
    if _host(environ).rpartition(":")[0] not in NAMES and _host(environ) not in NAMES:
        raise Refused(
            "the site has another name here than its own: open it at 127.0.0.1"
        )  # a name of elsewhere that was made to lead here
    if environ.get("HTTP_SEC_FETCH_SITE", "same-origin") not in ("same-origin", "none"):
        raise Refused("a page from elsewhere asks")


def _guard_writing(environ: Environ, token: str) -> None:
    """Raise `Refused` unless a page of this very server writes, which alone can know the token."""
    if environ.get("HTTP_ORIGIN") != f"http://{_host(environ)}":
        raise Refused("a page from elsewhere asks")
    if not secrets.compare_digest(environ.get("HTTP_X_DIGEST_TOKEN", "").encode(), token.encode()):
        raise Refused("the token is not that of this server: load the page again")
    if environ.get("CONTENT_TYPE", "").partition(";")[0] != "application/json":
        raise Refused("only JSON is read")


def _host(environ: Environ) -> str:
    return str(environ.get("HTTP_HOST", ""))


def _asked(environ: Environ) -> Mapping[str, Any]:
    length = environ.get("CONTENT_LENGTH") or "0"
    if not re.fullmatch(r"[0-9]{1,9}", length) or int(length) > MOST:
        raise Refused("the entry is too long: write it into the file yourself")
    try:
        asked = json.loads(environ["wsgi.input"].read(int(length)))
    except (ValueError, RecursionError):
        asked = None
    if not isinstance(asked, dict):
        raise Refused("only JSON is read")
    return asked


def _fields(given: object) -> dict[str, Any]:
    """Return the fields of an entry; `added` tells whether they are ones that there are."""
    if not isinstance(given, dict) or not given:
        raise DigestError(Problem("overrides", "there is no entry", "State something"))
    for value in given.values():
        parts = value if isinstance(value, list) else [value]
        plain = all(isinstance(part, (str, int, bool)) or _is_place(part) for part in parts)
        if not plain and value is not None:
            raise DigestError(Problem("overrides", "this is no entry", "State values, or lists of them"))
    return {str(key): value for key, value in given.items()}


def _seen(asked: Mapping[str, Any]) -> list[str]:
    """Return the entries, as the file has them, that a page says that its editor has seen."""
    instead = asked.get("instead")
    return [each for each in instead if isinstance(each, str)] if isinstance(instead, list) else []


def _is_place(part: object) -> bool:
    return isinstance(part, dict) and all(isinstance(value, str) for value in part.values())
