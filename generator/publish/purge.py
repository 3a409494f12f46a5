"""Links that were given and may not keep the words of their address: each goes on under an id without words."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass

from generator.ids import digest_of, slug
from generator.records import TakenDown

_HASH = re.compile(r"-?[0-9a-f]{8,64}$")
LEAST_WORDS = 2  # of an address that is known by them; one word alone is everybody's


@dataclass(frozen=True, slots=True)
class Purge:
    """Tells which addresses give away what an editor took down."""

    articles: frozenset[str]
    names: tuple[str, ...]
    texts: tuple[str, ...]

    @classmethod
    def of(cls, taken_down: TakenDown) -> Purge:
        """Return what an editor took down, in the form of addresses."""
        whole = [f"-{slug(text, words=len(text) + 1, length=len(text) + 1)}-" for text in taken_down.texts]
        names = [f"-{name}-" for each in taken_down.names if (name := slug(each))]
        return cls(frozenset(taken_down.articles), tuple(names), tuple(whole))

    def __bool__(self) -> bool:
        return bool(self.articles or self.names or self.texts)

    def gives_away(self, name: str, place: str) -> bool:
        """Return whether the address of a link that is no page any more shows what was taken down."""
        if name in self.articles or any(place.startswith(f"articles/{article}/") for article in self.articles):
            return bool(_HASH.sub("", name))
        if any(known in f"-{name}-" for known in self.names):
            return True
        words = _HASH.sub("", name)
        return words.count("-") >= LEAST_WORDS - 1 and any(f"-{words}" in text for text in self.texts)

    def over(self, kind: str, links: Mapping[str, str], alive: Container[str]) -> dict[str, str]:
        """Return the links of a kind without words in the address of those that show what was taken down."""
        left = {}
        for name, place in links.items():
            purged = f"{kind}/{name}" not in alive and self.gives_away(name, place)
            left[wordless(name) if purged else name] = "" if purged else place
        return left


def wordless(name: str) -> str:
    """Return the id that a link without words has for one with words."""
    return digest_of("purged", name)
