"""Whom a pronoun means: the people named before it in, one of them or nobody out.

The search follows J. Hobbs, "Resolving pronoun references" (1978), on the surface: sentence by sentence backwards, in
each one from the left, so that "Ellis said Webb had lost. “It is over,” he said." is Ellis; subjects before the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.records import PersonId

NAMELESS = "whoever is named so has no name"
CONTESTED = "somebody else named there may be meant"
FEMALE, MALE = frozenset(["she", "her", "hers", "herself"]), frozenset(["he", "him", "his", "himself"])
REACH = 3  # paragraphs that a pronoun looks back; farther ones were wrong more often than right on PolNeAR train
NEARBY = 2  # sentences after which somebody without a name is out of the talk, those in quotation marks not counted


@dataclass(frozen=True, slots=True)
class Referent:
    """Somebody whom a pronoun after it may mean."""

    person: PersonId | None
    """None: somebody without a name, "a guard"."""
    start: int
    sentence: int
    paragraph: int
    rank: int
    """0: source of a reporting clause, 1: subject, 2: anything else, 3: possessor ("Okoro's visit")."""
    gender: str = ""
    """Of whoever has no name, as the words tell it."""
    inner: bool = False
    """Whether only a clause within the sentence tells of him: "whom she met"."""
    aside: bool = False
    """Whether he acts in a clause that leads up to the main one: "before Lind spoke, Okoro"."""


SOURCE, SUBJECT, POSSESSOR = 0, 1, 3


def usual_gender(counts: Counter[str]) -> str:
    """Return what most words tell of somebody, "f" or "m"; "" where as many tell either."""
    return "" if counts["f"] == counts["m"] else "f" if counts["f"] > counts["m"] else "m"


def antecedent(
    start: int,
    sentence: int,
    paragraph: int,
    gender: str,
    referents: Sequence[Referent],
    gender_of: Callable[[PersonId], str],
) -> tuple[PersonId | None, str]:
    """Return the person that "he" or "she" means, or None and the reason why nobody is named.

    The reason is `CONTESTED` beside a person who does nothing where he is named, and is not the only one it suits.

    `referents`: everybody named or meant before in the article, outside of quoted words, in any order; of those without
    a name, whoever is still in the talk.

    "Okoro praised Lind's plan. He said ..." may be Lind, or Okoro, whose forename misleads: nobody is named.
    """
    if not gender:
        return None, ""
    fitting = [
        known
        for known in referents
        if known.start < start
        and paragraph - known.paragraph <= REACH
        and (gender_of(known.person) if known.person is not None else known.gender) in (gender, "")
    ]
    if not fitting:
        return None, "nobody named before fits"
    nearest = max(known.sentence for known in fitting)
    chosen = min(
        (known for known in fitting if known.sentence == nearest),
        key=lambda known: (known.rank, known.aside, known.inner, known.start),
    )
    spoke = any(known.rank == SOURCE and known.sentence == nearest for known in referents)
    if chosen.rank == POSSESSOR and spoke and nearest == sentence - 1:
        return None, "it does not suit whoever spoke in the sentence before"
    if chosen.person is None:
        return None, NAMELESS
    here = [known for known in fitting if known.sentence == nearest and known.rank <= SUBJECT]
    # "After the letter that she sent came out, Okoro rose. She said": Okoro, and she may be meant.
    beside = {known.person for known in here if known.inner or chosen.inner} - {chosen.person, None}
    if chosen.rank == SUBJECT and beside:
        return chosen.person, CONTESTED
    idle = chosen.rank > SUBJECT
    others = {known.person for known in fitting if known.sentence >= nearest - 1} - {chosen.person, None}
    return chosen.person, CONTESTED if idle and others else ""
