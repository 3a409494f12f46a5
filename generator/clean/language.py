"""Which language a text is in, as far as cleaning must know: English, or which other."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import replace
from functools import cache

from generator.clean.wordlists import entries
from generator.records import Article, Stated

SAMPLE = 3000  # characters
LEAST = 12  # words of the sample that must be stop words of one language before a text is called by it
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = {
    "HANGUL": "ko",
    "CJK": "zh",
    "ARABIC": "ar",
    "HEBREW": "he",
    "GREEK": "el",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "TAMIL": "ta",
    "THAI": "th",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "CYRILLIC": "ru",
}


def detect_language(text: str) -> str | None:
    """Return the BCP 47 tag of a text by its script and stop words; "und": unknown script, None: too little text.

    Persian and Urdu come out as "ar", Ukrainian and Bulgarian as "ru" unless their own letters show: it matters here
    only that the text is not English.
    """
    sample = text[:SAMPLE]
    foreign = (
        []
        if sample.isascii()
        else [c for c in sample if c > "\u024f" and c.isalpha() and not "\u1e00" <= c <= "\u1eff"]
    )
    words = Counter(_WORD.findall(sample.casefold()))
    if len(foreign) > 0.5 * sum(len(word) * n for word, n in words.items()):
        return _by_script(foreign, sample)
    counts = {tag: sum(words[word] for word in stops) for tag, stops in _stop_words().items()}
    best = max(sorted(counts), key=lambda tag: counts[tag])
    if counts[best] < 3 or (counts[best] < LEAST and counts[best] < 0.25 * sum(words.values())):
        return None
    return best if best == "en" or counts[best] > 1.3 * counts["en"] else "en"


def in_language(article: Article, tag: str) -> Article:
    """Return the article with the language that an editor says it has, where nothing else tells one.

    "en" is what such an article is taken for anyway, and is not noted as if somebody had stated it.
    """
    known = article.metadata
    if known.language is not None or tag == "en":
        return article
    return replace(article, metadata=replace(known, language=Stated(tag, "the setting `language`")))


def _by_script(letters: list[str], sample: str) -> str:
    names = Counter(unicodedata.name(c, "?").split()[0].split("-")[0] for c in letters)
    if names["HIRAGANA"] + names["KATAKANA"] > 0.05 * len(letters):
        return "ja"
    tag = _SCRIPTS.get(max(sorted(names), key=lambda name: names[name]), "und")
    if tag == "ru" and re.search("[іїєґ]", sample):
        return "uk"
    if tag == "ar" and re.search("[پچژگ]", sample):
        return "ur" if re.search("[ٹڈڑے]", sample) else "fa"
    return tag


@cache
def _stop_words() -> dict[str, tuple[str, ...]]:
    return {tag: tuple(words.split()) for tag, _, words in (line.partition(":") for line in entries("stop_words"))}
