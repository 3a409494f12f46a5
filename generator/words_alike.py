"""Words that look alike though their letters are others: "ВВС" in Cyrillic letters is no BBC, "Zoë" may be "Zoe"."""

from __future__ import annotations

import unicodedata

# Letters of other scripts that a reader takes for Latin ones, each with the one that it is taken for.
_TAKEN_FOR: dict[int, int] = {}
for _letters, _latin in (
    ("АВЕЅКМНОРСТУХІЈ", "ABESKMHOPCTYXIJ"),
    ("аеѕкморстухіјһ", "aeskmopctyxijh"),
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),
    ("αιορυχγ", "aiopuxy"),
    ("ԁԛԝɡıⅼ", "dqwgil"),
):
    _TAKEN_FOR |= str.maketrans(_letters, _latin)
_UNSEEN = ("Cf", "Mn")


def without_accents(text: str) -> str:
    """Return a text without the accents of its letters, which some outlets never print."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))


def as_seen(name: str) -> str:
    """Return a name as a reader sees it: in small Latin letters where they look so, without what has no shape."""
    plain = unicodedata.normalize("NFKC", name).translate(_TAKEN_FOR)
    seen = (letter for letter in unicodedata.normalize("NFKD", plain) if unicodedata.category(letter) not in _UNSEEN)
    return " ".join("".join(seen).casefold().split())


def disguised(name: str) -> bool:
    """Return whether a name has letters or controls that a reader takes for others or does not see."""
    plain = unicodedata.normalize("NFKC", name)
    return plain.translate(_TAKEN_FOR) != plain or any(unicodedata.category(letter) == "Cf" for letter in plain)
