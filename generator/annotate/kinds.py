"""Speech or a term? A marked stretch and its attribution in, its kind out."""

from __future__ import annotations

import re

from generator.annotate.context import Attribution, Context
from generator.annotate.cues import base_form
from generator.annotate.quoted_words import FEW, NOUN_FOLLOWS, WORD, reads_like_title
from generator.annotate.speakers_in_turns import fills_paragraph
from generator.records import QuoteKind
from generator.wordlists import words

# How firmly a rule ties the quoted words to a reporting word; the rest only say whose words they would be.
_FIRM = frozenset(
    {
        "signature",
        "label",
        "led_by_name",
        "name_after",
        "sender_above",
        "headed_by_name",
        "clause_after",
        "clause_after_stop",
        "according_to",
    }
)
_TIED = _FIRM | {"lead_in", "inserted_clause", "governing_clause", "owned_words", "attributing_words", "colon_subject"}
SENTENCE = 8  # words that no term has, where they read as a clause
_NAMED = re.compile(
    r"\b(?:called|titled|entitled|dubbed|nicknamed|named|known as|so-called|label+ed"
    r"|the term|the word|the phrase"
    r"|the hashtag|headlined|subtitled|captioned)\s*,?\s*$",
    re.I,
)
_SO_CALLED = re.compile(
    r"\b(?:(?:known|referred to) as(?: an?| the)?|so-called(?: [A-Z][\w.’'-]+){0,2}"
    r"|self-(?:proclaimed|styled|declared))\s*$",
    re.I,
)
_GOES_BY = re.compile(
    r"\b(?:call(?:s|ed|ing)? (?:him|her|them)sel(?:f|ves)"
    r"|(?:goes|went|going) by(?: the name(?: of)?)?|(?:by|under) the name(?: of)?|nicknamed|known as)\s*$"
)
# What stands before the title of a programme or a book: "on NBC’s “Meet the Press”", "his book, “The Deal”".
_WORK = re.compile(
    r"(?:[’']s?|\b(?:greeting)|\b(?:(?:talk(?:s|ed|ing)?|spoke|speak(?:s|ing)?)\s(?:to|with)|interview(?:ed|s)?\s(?:by|with|for)|including|on|in|of|book|film|movie|show|series|song|album|novel|memoir|play|programme|program|podcast"
    r"|told|article|column|magazine|documentary|poem|painting|game|musical|opera|episode|motto|slogan"
    r"|anthem|hymn|titled|entitled|such \w+ as))"
    r"(?:\sthe)?\s*,?\s*$",
    re.I,
)
_WORK_CALLED = re.compile(
    r"\b(?:video|book|film|movie|song|album|article|essay|column|series|show|episode|segment|documentary|podcast|event"
    r"|project|petition|website|page|blog|play|poem|painting|game|exhibition)\s(?:called|titled|entitled|dubbed)\s*,?\s*$"
)
# "in his 2006 exposé, “The Keeper of the Dam”": a title behind the noun for what has it.
_EXPLAINS = re.compile(r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Tt]he|[Aa]n?)|[’']s?)\s(?:[\w’'-]+\s){0,3}[a-zé-]+,\s$")
LONGEST_HEADING = 10  # words
LONG_TITLE = 3  # words: a shorter one may be an answer, "her answer, “Never”"
_HANDLING = frozenset({"use", "want", "introduce", "offer", "submit", "request", "order", "demand"})
_CALLING = frozenset(
    {"call", "dub", "label", "brand", "describe", "refer", "term", "cast", "portray", "mock", "deride"}
)
_CAPITAL_BEFORE = re.compile(r"\b[A-Z][\w.]*\s$")
_SURNAME_BEHIND = re.compile(r"\s(?![A-Z]\w+day\b)[A-Z]")
_THE = re.compile(r"\b[Tt]he\s$")
_MADE_BY = re.compile(r",?\sby\s[A-Z]")
_LISTED = re.compile(r",?\s*(?:and|or)?\s+")


def kind_of(index: int, context: Context, found: Attribution | None) -> QuoteKind:
    """Return "direct" for a clause of speech, "fragment" for some quoted words, "term" for words that nobody said."""
    inner = context.inner(index)
    count = len(WORD.findall(inner))
    rule = found.rule if found else ""
    if rule == "beside_another" and found is not None and found.follows is not None:
        return context.kinds[found.follows]
    if count == 0 or _is_term(index, context, inner, count, found):
        return "term"
    stretch = context.marked[index]
    heads = stretch.paragraph == 0 and rule in _TIED  # headlines quote with single marks
    speech = context.is_speech(index)
    before = context.text[max(0, stretch.outer.start - 24) : stretch.outer.start]
    told = rule in _FIRM or heads or (speech and count >= SENTENCE and not _NAMED.search(before))
    if stretch.single and context.doubles and not told:
        return "term"  # where double marks quote, single ones mark terms, unless a reporting clause says otherwise
    return "direct" if speech else "fragment"


def _is_term(index: int, context: Context, inner: str, count: int, found: Attribution | None) -> bool:
    rule = found.rule if found else ""
    outer = context.marked[index].outer
    before = context.text[max(0, outer.start - 24) : outer.start]
    title = reads_like_title(inner)
    noun_follows = bool(NOUN_FOLLOWS.match(context.text, outer.end))
    joined = noun_follows and inner[-1:] not in ",.?!…"
    cue = base_form(found.cue.of(context.text)) if found is not None and found.cue is not None else ""
    if title and _MADE_BY.match(context.text, outer.end) and inner[-1:] not in ",.?!…":
        return True  # “Low Tide” by Ann Okoro
    if title and count < FEW and cue not in _CALLING and (joined or _goes_on_list(index, context)):
        return True  # “Harbour Days” magazine; such films as “Low Tide” and “Harbour Days”
    if _WORK_CALLED.search(context.text, max(0, outer.start - 40), outer.start) and inner[-1:] not in "?!":
        return True
    if title and (_WORK.search(before) or (count > 1 and _NAMED.search(before))):
        return True
    if title and count >= LONG_TITLE and _EXPLAINS.search(context.text, max(0, outer.start - 60), outer.start):
        return True
    if title and (_GOES_BY.search(before) or (count < FEW and _is_nickname(context, index))):
        return True
    if rule in _FIRM:
        return False
    if title and count > 1 and rule not in _TIED:
        return True
    if count > 1 and _names_occasion(inner) and cue not in _CALLING:
        return True
    if rule not in _TIED and _is_heading(index, context, inner, count):
        return True
    if count >= FEW:
        return False
    if index in context.kinds_of_things and found is None:
        return True
    if index in context.not_theirs - context.kinds_of_things and not title:
        return False  # somebody said them: whoever told, asked or wrote it
    if _SO_CALLED.search(before):
        return True
    if rule in _TIED:
        cue = found.cue.of(context.text) if found is not None and found.cue is not None else ""
        named = rule == "attributing_words" and _THE.search(before) is not None  # her criticism of the “two keys” rule
        return joined and (named or base_form(cue) in _HANDLING)  # he wants to use the “two keys” rule
    if _is_nickname(context, index) or _NAMED.search(before):
        return True
    if rule == "clause_in_sentence":
        return title and noun_follows
    if rule == "sentence_subject":
        return title or noun_follows
    return not (context.is_speech(index) and not title)


def _names_occasion(inner: str) -> bool:
    """Return whether the words are the name of a day, a show or a law: "Dike Day", "Lind Live!"."""
    name = inner.rstrip(".,!")
    return reads_like_title(name) and name.split()[-1] in words("organisations.txt", "no_person")


def _is_heading(index: int, context: Context, inner: str, count: int) -> bool:
    """Return whether the words are a heading in marks, which takes them from a quotation of the article.

    They fill their paragraph without a stop, and all of them stand in another stretch.
    """
    if count > LONGEST_HEADING or inner[-1:] in ".,!?…" or not fills_paragraph(index, context):
        return False
    told = {word.lower() for word in WORD.findall(inner)}
    return any(
        other != index and told <= {word.lower() for word in WORD.findall(context.inner(other))}
        for other in range(len(context.marked))
        if context.marked[other].inner.end - context.marked[other].inner.start > len(inner)
    )


def _goes_on_list(index: int, context: Context) -> bool:
    """Return whether the words stand after another title in a list."""
    if index == 0:
        return False
    before = context.marked[index - 1]
    if not _LISTED.fullmatch(context.text, before.outer.end, context.marked[index].outer.start):
        return False
    return context.kinds[index - 1] == "term"


def _is_nickname(context: Context, index: int) -> bool:
    """Return whether the words stand within a name: Dwayne “The Rock” Johnson."""
    outer = context.marked[index].outer
    before = context.text[max(0, outer.start - 20) : outer.start]
    return bool(_CAPITAL_BEFORE.search(before) and _SURNAME_BEHIND.match(context.text, outer.end))
