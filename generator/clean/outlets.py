"""Names of outlets and agencies: known ones, and words that are one by their form ("Example Herald", "example.com")."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from generator.clean.wordlists import folded, names
from generator.wordlists import pairs
from generator.wordlists import words as listed

DOMAIN = re.compile(
    r"(?:https?://)?(?:www\.)?(?P<name>[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*?)"
    r"\.(?:com?|org|net|info|news|tv|gov|edu|me|io|(?:co|com|org|net|gov|ac)\.[a-z]{2}|in|uk|us|au|ca|"
    r"de|fr|pk|tr|za|ie|nz|eu|il|ru|cn|jp|kr|sg|my|ph|ng|ke|gh|lk|np|bd|at|be|bg|br|ch|cl|cy|cz|dk|ee|"
    r"eg|es|fi|gr|hk|hr|hu|id|ir|is|it|lt|lu|lv|ma|mt|mx|nl|no|pe|pl|pt|qa|ro|rs|sa|se|si|sk|th|tn|tw|"
    r"tz|ua|ug|vn|zm|zw|app|africa|asia|cat|cymru|eus|gal|london|media|nyc|online|press|scot|site|wales|"
    r"world)\b",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"\b(?:news|times|post|herald|tribune|gazette|chronicle|telegraph|guardian|observer|journal|press|"
    r"agency|media|radio|tv|television|"
    r"today|daily|weekly|standard|express|mirror|mail|star|sun|globe|inquirer|examiner|dispatch|"
    r"bulletin|courier|independent|monitor|"
    r"reporter|network|newswire|wire|broadcasting|magazine|review)\b",
    re.IGNORECASE,
)

_WRITERS = frozenset(("writer", "correspondent", "columnist", "contributor", "editor", "staff", "bureau", "desk"))
_LEADING = frozenset(
    ("Newer", "Older", "Next", "Previous", "Recent", "Related", "More", "Latest", "Format", "Other", "With")
)
# Names of newspapers end in these; "Press Release" and "News Analysis" are none.
NEWSPAPER = re.compile(
    r"\b(?:herald|tribune|gazette|chronicle|telegraph|courier|inquirer|enquirer|examiner|dispatch|bulletin|observer|"
    r"journal|times|post|guardian|mirror|standard|sentinel|ledger|mercury|argus|echo|advertiser|intelligencer|clarion|register)$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"[a-z](?:News|Times|Post|Press|Media|TV|Wire|Today)\b")


def known_outlet(words: str) -> str | None:
    """Return the outlet's name as the list has it; None when it is not in the list."""
    words = " ".join(words.split()).strip(" .,;:()[]>»›|")
    found = names("outlets").get(words.casefold()) or names("agencies").get(words.casefold())
    # "Time", "Sun" and "Metro" are outlets only with their capital letter; short names only in capitals.
    return (
        words
        if found and (words[:1].isupper() or words == found) and (len(words) > 4 or words == found or words.isupper())
        else None
    )


def outlet_like(words: str) -> bool:
    """Return whether a short line can only be an outlet: known, a site's address, or a name with a newspaper's word."""
    if known_outlet(words) or DOMAIN.fullmatch(words):
        return True
    if ":" in words:
        return False  # "Section: News", "Source: Quay News": a label and what it names
    if words.split(" ", 1)[0] in _LEADING:
        return False  # "Newer Post", "Related News": what a page leads to
    if _ADDRESSED.match(words):
        return False  # "Support the Quay Guardian": what readers are asked to do
    parts = words.split()
    if parts and (parts[0].strip(",").casefold() in folded("role_words") and "," in words):
        return False  # "Reporter, Example Herald": two things
    if parts and all(part.casefold() in folded("role_words") for part in parts):
        return False  # "Senior Reporter"
    if len(parts) > 1 and parts[-1].casefold() in _WRITERS and not known_outlet(words):
        return False  # "Herald Staff Writer", "Post Correspondent"
    return (
        2 <= len(parts) <= 5
        and parts[0][0].isupper()
        and not parts[-1].islower()
        and all(p[0].isupper() or p in {"of", "the", "and", "&"} or p.isdigit() for p in parts)
        and bool(_KIND.search(words) or _JOINED.search(words) or _is_newspaper(words))
    )


_ADDRESSED = re.compile(r"[A-Z][a-z]+ the [A-Z]")  # "Voice of the Guardian" has a small word before the article


def _is_newspaper(words: str) -> bool:
    """Whether a name ends in a newspaper's word and does not begin with a forename, as "Tara Ledger" does."""
    return NEWSPAPER.search(words) is not None and words.split()[0].capitalize() not in listed("forenames.txt")


def press_name(words: str) -> bool:
    """Return whether a name standing alone in a head or at a foot is an outlet's that no list knows.

    "Kestrel Valley Advance", "Oslunder Anzeiger", "Le Courrier d'Oslund": by its last word, or its first.
    """
    parts = words.split()
    if len(parts) == 1 and words.count("-") == 1:
        first, last = words.split("-")  # "Rhein-Kurier"
        return first[:1].isupper() and last[:1].isupper() and last.casefold() in listed("press_names.txt", "end")
    if not 2 <= len(parts) <= MOST_WORDS or ":" in words or words[-1] in ".,;?!" or any(map(str.isdigit, parts)):
        return False
    if (
        not all(
            part[0].isupper() or part.casefold() in _JOINTS or part[:2] in ("d'", "d’", "l'", "l’") for part in parts
        )
        or not parts[0][0].isalpha()
    ):
        return False
    low = [part.casefold() for part in parts]
    if parts[0].capitalize() in listed("forenames.txt") or folded("role_words").issuperset(low):
        return False
    if low[-1] in listed("press_names.txt", "end") or low[-1].endswith(tuple(listed("press_names.txt", "within"))):
        return True
    if low[low[0] in _ARTICLES] in listed("press_names.txt", "begin"):
        return True
    may_end = low[-1] in listed("press_names.txt", "may_end")
    if low[0] in listed("press_names.txt", "before"):
        return may_end or low[-1] in listed("press_names.txt", "behind")
    return may_end and any(part.isalpha() and not _is_common(part) for part in low[:-1])


def _is_common(word: str) -> bool:
    """Return whether a word may stand in the name of a section or be a heading: one of English, a country, a people."""
    named = word in folded("section_names") or word in folded("role_words") or word in _places()
    return named or not listed("word_bands.txt").isdisjoint((word, stem_of(word)))


MOST_WORDS = 6
_JOINTS = frozenset(("of", "the", "and", "&", "de", "del", "della", "di", "da", "do", "la", "le", "les", "et", "y"))
_ARTICLES = frozenset(("el", "la", "le", "il", "lo", "o", "los", "les", "das", "die", "der", "de", "het", "the"))


@cache
def _places() -> frozenset[str]:
    """Return the words of the names of countries and peoples: "Ukraine Monitor" is a section."""
    named = listed("place_names.txt", "place") | listed("place_names.txt", "people")
    return frozenset(part for name in named for part in name.casefold().split())


def stem_of(word: str) -> str:
    """Return a word without what English sets behind it."""
    return re.sub(r"(?:ing|ed|ly|er|ist|al|es|s)$", "", word)


_BEHIND = re.compile(
    r"\s*(?:\([^()]{2,40}\)|\[[^\[\]]{2,40}\])$|\s(?:online|on-line|on the web|e-?paper|website)$", re.I
)


def house_alone(line: str) -> str | None:
    """Return the outlet's name that a line of a head or foot is, without the place or "Online" behind it.

    None for a line of other words.
    """
    name = _BEHIND.sub("", line.strip(" .*_–—-|"))
    return name if name and (outlet_like(name) or press_name(name)) else None


def site_name(domain: str) -> str:
    """Return the name that an address states: "ExampleNews" for "ExampleNews.com", "example.co.uk" as it is."""
    found = DOMAIN.fullmatch(domain)
    name = found["name"] if found else domain
    return name if any(c.isupper() for c in name) else re.sub(r"^(?:https?://)?(?:www\.)?", "", domain)


def printed_name(words: str) -> str:
    """Return an outlet's name as its page prints it: "Example.com" stays, since that is what it calls itself."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", words)


def outlet_of_site(host: str) -> str | None:
    """Return the known outlet whose letters a site has for its name: "The New York Times" for "nytimes.com".

    `host`: without "www.". The words of a name stand there whole or by their first letters; None when several fit. Of
    "money.quaynews.com" the last part tells whose site it is; what stands before it counts where no list has that.
    """
    found = DOMAIN.match(host)
    labels = (found["name"] if found else host.partition(".")[0]).casefold().split(".")[::-1]
    return next((name for name in map(_outlet_of_label, labels) if name), None)


def _outlet_of_label(part: str) -> str | None:
    label = part.replace("-", "")
    fits = _by_letters().get(label, ()) if len(label) >= LEAST_LETTERS else ()
    shortened = pairs("outlet_short_names.txt")
    fits = [name for name in fits if not any(shortened.get(other) == name for other in fits)] or fits
    short = {re.sub(r"^the ", "", name.casefold()) for name in fits}
    return max(fits, key=len) if len(short) == 1 else None


LEAST_LETTERS = 3


@cache
def _by_letters() -> Mapping[str, list[str]]:
    """Return the known outlets by every way in which a site may spell them."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in names("outlets").values():
        for letters in {*_spellings(name)}:
            found[letters].append(name)
    return dict(found)


def _spellings(name: str) -> Iterator[str]:
    words = re.findall(r"[^\W_]+", name.casefold().replace("’", "").replace("'", ""))
    yield "".join(words)
    words = words[1:] if words[:1] == ["the"] else words
    if len(words) > 1:  # but "The Times" is not of "times.com"
        # "nytimes", "latimes", "sfchronicle": first letters but for the last word; "wsj": nothing but first letters
        initials = "".join(word[0] for word in words)
        yield from ("".join(words), initials[:-1] + words[-1], initials)
