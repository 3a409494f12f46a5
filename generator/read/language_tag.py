"""Languages as files name them, to BCP 47 tags."""

from __future__ import annotations

import re

_NAMES = {
    "english": "en", "french": "fr", "german": "de", "spanish": "es", "italian": "it", "portuguese": "pt",
    "dutch": "nl", "russian": "ru", "chinese": "zh", "japanese": "ja", "korean": "ko", "arabic": "ar",
    "turkish": "tr", "polish": "pl", "ukrainian": "uk", "swedish": "sv", "norwegian": "no", "danish": "da",
    "finnish": "fi", "greek": "el", "hebrew": "he", "hindi": "hi", "persian": "fa", "indonesian": "id",
    "eng": "en", "fra": "fr", "fre": "fr", "deu": "de", "ger": "de", "spa": "es", "ita": "it", "por": "pt",
    "rus": "ru", "zho": "zh", "chi": "zh", "jpn": "ja", "ara": "ar", "tur": "tr",
}  # fmt: skip
_TAG = re.compile(r"([A-Za-z]{2,3})((?:[-_][A-Za-z0-9]{2,8}){0,3})")


def language_tag(value: str) -> str | None:
    """Return the BCP 47 tag of "en", "en_US.UTF-8" or "English"; None when it is none of these."""
    value = value.strip().partition(".")[0].partition(",")[0]
    if value.lower() in _NAMES:
        return _NAMES[value.lower()]
    found = _TAG.fullmatch(value)
    if found is None:
        return None
    rest = [part.upper() if len(part) == 2 else part.title() for part in re.split("[-_]", found.group(2))[1:]]
    return "-".join([found.group(1).lower(), *rest])


def named_language(value: str) -> str | None:
    """Return the tag of a language's English name; None for a tag or another word."""
    return _NAMES.get(value.strip().lower()) if len(value.strip()) > 3 else None
