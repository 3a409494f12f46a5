"""Stems: the one form by which inflected words are compared ("met" and "meeting" share "meet")."""

from __future__ import annotations

from functools import cache, lru_cache

from generator.wordlists import lines

_VOWELS = frozenset("aeiouy")
KEPT_STEMS = 50_000  # words of the news repeat; memory stays bounded on any input
MIN_STEM = 3  # "red" and "sing" keep their endings


@lru_cache(maxsize=KEPT_STEMS)
def stem_of(word: str) -> str:
    """Return the stem of a word: irregular forms by list, regular endings by rule.

    Only meant for comparing: "use", "used" and "using" share "us", which is no word.
    """
    lower = word.lower().replace("’", "'")
    return _regular(irregular_forms().get(lower, lower))


def _regular(word: str) -> str:
    if word[-1:].isdigit():
        return word.replace(",", "")
    bare = _cut(word)
    if len(bare) > MIN_STEM and bare[-1] == bare[-2] and bare[-1] not in "aeiouls" and bare != word:
        bare = bare[:-1]  # "planned" is "plan"; "called", "missed" keep both letters
    return bare[:-1] if bare.endswith("e") and len(bare) > MIN_STEM else bare


def _cut(word: str) -> str:
    if word.endswith(("ies", "ied")) and len(word) > MIN_STEM + 1:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("ings"):
        word = word[:-1]
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= MIN_STEM and _VOWELS & set(rest):
            return rest
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > MIN_STEM:
        return word[:-1]
    return word


@cache
def irregular_forms() -> dict[str, str]:
    """Return the irregular forms of verbs and nouns with their base."""
    forms: dict[str, str] = {}
    for line in lines("irregular_verbs.txt"):
        base, *others = line.split()
        # "found" is a form of "find" and "left" of "leave"; the first line that claims a form keeps it.
        for form in others:
            forms.setdefault(form, base)
    return forms


_ENDINGS = (
    "ational",
    "ation",
    "ition",
    "ically",
    "ical",
    "ment",
    "ance",
    "ence",
    "ion",
    "ic",
    "al",
    "er",
    "or",
    "ly",
    "iv",
)
MIN_ROOT = 5


@lru_cache(maxsize=KEPT_STEMS)
def root_of(stem: str) -> str:
    """Return a stem without what makes another kind of word of it: "contribut" of "contribution", "contributor"."""
    for ending in _ENDINGS:
        root = stem.removesuffix(ending)
        if root != stem and len(root) >= MIN_ROOT:
            return root
    return stem
