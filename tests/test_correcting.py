"""What is asked of corrections while the site is served is answered, whatever is asked and whatever the file holds."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.correcting import Correcting
from generator.errors import DigestError
from generator.overrides import read_overrides
from generator.overrides.entries import STATED, TARGETS

ENTRY = {"section": "quotes", "entry": {"article": "ferry", "words": "Nobody was hurt", "speaker": "Ann Lee"}}


@dataclass
class Desk:
    """A folder with overrides, and the server of its pages."""

    correcting: Correcting
    file: Path

    def ask(self, what: str, asked: object = None, **more: Any) -> tuple[str, Any]:
        """Return the first word of the status and what was answered, for a page of this very server."""
        data = asked if isinstance(asked, bytes) else json.dumps(asked).encode()
        environ = {
            "PATH_INFO": f"/-/correct/{what}",
            "REQUEST_METHOD": "GET" if what == "state" else "POST",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": "127.0.0.1:8000",
            "HTTP_ORIGIN": "http://127.0.0.1:8000",
            "HTTP_X_DIGEST_TOKEN": self.correcting.token,
            "CONTENT_TYPE": "application/json",
            "CONTENT_LENGTH": str(len(data)),
            "wsgi.input": io.BytesIO(data),
            **more,
        }
        answered: list[Any] = []
        body = b"".join(self.correcting.around(lambda *_: [])(environ, lambda *told: answered.extend(told)))
        return answered[0].partition(" ")[0], json.loads(body)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("seeds")
    return Desk(Correcting(folder), folder / "overrides.yml")


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(
        [
            "\ud800",
            "a: b",
            "#",
            "- a",
            "!!x y",
            "&a",
            "*a",
            "\x1b",
            "\u2028",
            "\r\n",
            "2023-06-20",
            "null",
            "[",
            "ferry",
        ]
    )
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
)
KEYS = sorted({key for keys in (*TARGETS.values(), *STATED.values()) for key in keys})
FIELDS = st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5), VALUES, max_size=5)
ASKED = st.fixed_dictionaries(
    {"section": st.sampled_from([*TARGETS]) | VALUES, "entry": FIELDS | VALUES},
    optional={"instead": VALUES, "text": VALUES},
)


@settings(max_examples=150)
@given(what=st.sampled_from(["save", "preview", "undo"]), asked=ASKED | VALUES)
def test_whatever_a_page_asks_it_is_answered_and_the_file_can_be_read(desk: Desk, what: str, asked: object) -> None:
    desk.file.write_bytes(b"quotes: []\n")
    status, answer = desk.ask(what, asked)
    assert status == "200" or "problem" in answer
    assert status in ("200", "400", "403")
    read_overrides(desk.file)
    if status != "200" or what == "preview":
        assert desk.file.read_bytes() == b"quotes: []\n"


@pytest.mark.parametrize(
    "broken",
    [b"quotes: [", b"\0", b"\xff", b"%YAML 9\n---\n", b"- a", b"quotes:\n- &a [*a]", b"quotes: {a: b}", b"a: b"],
)
def test_with_overrides_that_cannot_be_read_the_pages_are_told_so(desk: Desk, broken: bytes) -> None:
    """As they are while somebody writes in them."""
    desk.file.write_bytes(broken)
    with pytest.raises(DigestError):
        read_overrides(desk.file)
    status, answer = desk.ask("state")
    assert (status, answer["entries"]) == ("200", [])
    assert "overrides.yml" in answer["failed"]
    for what, asked in (("save", ENTRY), ("undo", {"text": "a"})):
        status, answer = desk.ask(what, asked)
        assert (status, "overrides.yml" in answer["problem"]) == ("400", True)
    assert desk.file.read_bytes() == broken


@pytest.mark.parametrize("length", ["\xb2", "-1", "+5", "9" * 5_000, "1e3", " 5", "65537"])
def test_a_request_whose_length_is_no_number_or_too_large_is_refused(desk: Desk, length: str) -> None:
    assert desk.ask("save", ENTRY, CONTENT_LENGTH=length) == (
        "403",
        {"problem": "the entry is too long: write it into the file yourself"},
    )


@pytest.mark.parametrize("path", ["/", "/desk/", "/quotes/", "/-/correct/state"])
def test_no_page_from_elsewhere_shows_this_one_in_a_frame(desk: Desk, path: str) -> None:
    """A click that was meant for the page around it would correct something."""

    def site(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        start_response("200 OK", [("Content-Type", "text/html")])
        return [b""]

    told: list[Any] = []
    desk.correcting.around(site)({"PATH_INFO": path, "REQUEST_METHOD": "GET"}, lambda *answer: told.append(answer))
    assert ("X-Frame-Options", "DENY") in told[0][1]
