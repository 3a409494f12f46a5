"""One thing that articles can be compared on, before it has an id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.collate.comparison.scenes import Scene
from generator.ids import OLDER_LENGTH, word_ids
from generator.records import Agreement, AgreementId, Contrast, FactValue, Verdict

ABOUT_WORDS = 12  # enough to tell what is compared, too few to stand for the text where that is withheld

HEADING_WORDS = 24  # of a whole clause, which is as much as the label of an entry of the timeline


@dataclass(frozen=True, slots=True)
class Matter:
    """What is compared, in words of the sources, the verdict, and how each article words it."""

    kind: str
    about: str
    verdict: Verdict
    values: tuple[FactValue, ...]
    contrast: Contrast = ""
    """Of a matter that differs; see `Agreement`."""
    minor: bool = False
    """Whether it says what every reader knows; see `Agreement`."""
    scenes: tuple[Scene, ...] = ()
    """What the values are told of, where the words around them tell."""
    heading: bool = False
    """Whether it is named by a whole clause, which is not shortened."""


def agreements_of(matters: Sequence[Matter]) -> tuple[Agreement, ...]:
    """Return the matters that two articles or more speak to, as agreements with ids, sorted by id."""
    told = [matter for matter in matters if len({value.article_id for value in matter.values}) > 1]
    alike: defaultdict[tuple[str, str, str], list[Matter]] = defaultdict(list)
    for matter in told:
        alike[matter.kind, matter.about, matter.verdict].append(matter)
    told = [one for these in alike.values() for one in these if not any(_is_within(one, other) for other in these)]
    told.sort(key=lambda matter: (matter.kind, matter.about, _places(matter)))
    # Names of places on one page: long enough there, and those that were given stay.
    ids = word_ids("agreement", [f"{matter.kind} {matter.about}" for matter in told], OLDER_LENGTH)
    made = [
        Agreement(
            AgreementId(one),
            matter.about if matter.heading else _shortened(matter.about),
            matter.verdict,
            _in_order(matter.values),
            matter.kind,
            _contrast(matter),
            matter.minor,
        )
        for one, matter in zip(ids, told, strict=True)
    ]
    return tuple(sorted(made, key=lambda agreement: agreement.id))


def _is_within(matter: Matter, other: Matter) -> bool:
    """Return whether a row says what another of its name says with more words: "spokesman", "spokesman Lt. Lind"."""
    covers = [
        next((it for it in other.values if it.article_id == one.article_id and it.span.covers(one.span)), None)
        for one in matter.values
    ]
    return None not in covers and matter.values != other.values and len(matter.values) == len(other.values)


def _contrast(matter: Matter) -> Contrast:
    return (matter.contrast or "wording") if matter.verdict == "differ" else ""


def _in_order(values: tuple[FactValue, ...]) -> tuple[FactValue, ...]:
    return tuple(sorted(dict.fromkeys(values), key=lambda value: (value.article_id, value.span)))


def _shortened(about: str) -> str:
    words = about.split()
    return " ".join(words[:ABOUT_WORDS]).rstrip(",;:") + ("…" if len(words) > ABOUT_WORDS else "")


def _places(matter: Matter) -> tuple[tuple[str, int], ...]:
    return tuple(sorted((value.article_id, value.span.start) for value in matter.values))
