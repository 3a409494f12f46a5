"""Speaker rules for those who speak by turns: interviews, debates, dialogues, with or without a name before each turn.

Whose turn it is, questions tell: who has answered one answers the next, and who asked asks again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.annotate.context import Attribution, Context
from generator.annotate.cues import base_form
from generator.annotate.names import Name, find_names
from generator.annotate.people import OUTLET_NOUNS, is_outlet
from generator.annotate.quoted_words import WORD
from generator.annotate.titles import is_role
from generator.records import Span
from generator.wordlists import words

_QUESTION = re.compile(r"[^“”\"\n]{3,400}\?[*_\s]*")
_HARDLY_MORE = re.compile(r"[\s*_]*")
# What a turn is about, before a colon and without anybody who speaks: "On the price of oil:", "Asked about the crews:".
_MATTER = re.compile(
    r"(?:And\s|But\s)?(?:[Oo]n|[Aa]bout|[Rr]egarding|[Aa]s\s(?:for|to)|(?:[Ww]hen\s)?[Aa]sked(?:\s(?:about|why|how|whether|what|if|who))?)"
    r"\s[^.:;!?“”\"\n]{2,90}:\s*"
)
_TURN = re.compile(r"[*_\s]*(?P<name>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}):[*_]*\s")
_ASKED_TURN = re.compile(r"^[*_\s]*Q[.:]", re.M)
_ASKED = re.compile(r"[A-Z][^.!?\n“”\"]{3,90}\?\s+")
_OF_HIM = re.compile(
    r"\b(?:[Dd]oes|[Dd]id|[Ww]ould|[Ww]ill|[Ii]s|[Ww]as|[Cc]ould|[Cc]an|[Ss]hould|[Hh]as|[Hh]ad)\s(he|she)\b"
)
_LINE = re.compile(
    r"[*_]*(?P<name>[A-Z][\w.’'-]*(?:\s(?:[A-Z]|(?:de|van|von|al-)\s?)[\w.’'-]*){0,3})[*_]*"
    r"(?:,\s(?P<told>(?:\d\d,\s)?[^.,:;!?“”\"\n]{2,50}):\s*|\s(?:—|–|--|-)\s)[*_]*"
)
_PRONOUNS = frozenset({"he", "she", "i", "who"})
_OWN = frozenset({"I", "we", "We"})
_ASKING = frozenset({"ask", "question", "inquire", "enquire", "wonder", "query", "press"})
FEWEST_QUESTIONS = 2  # that answers follow, where nothing but these tells that a text is an interview
SHORT = 14  # words of what one says in a dialogue; what is told to a reporter is longer


def question_above(index: int, context: Context) -> Attribution | None:
    """The paragraph before is a question of the reporter's, whose questions before it one speaker answered."""
    number = context.marked[index].paragraph
    if not (_opens(index, context) and context.is_speech(index) and _asks(number - 1, context)):
        return None
    before = next((i for i in range(index - 1, -1, -1) if context.marked[i].paragraph < number - 1), None)
    if before is not None:
        answered = context.answers[before]
        if answered is None or context.marked[before].paragraph != number - 2 or _is_asked(before, context):
            return None
        return Attribution(answered.source, answered.cue, "question_above", before)
    asked = [i for i in range(len(context.marked)) if _asks(context.marked[i].paragraph - 1, context)]
    guest = _only_one_named(context, context.paragraphs[number - 1].start)
    if guest is None or len({context.marked[i].paragraph for i in asked}) < FEWEST_QUESTIONS:
        return None
    return Attribution(guest, None, "question_above")


def next_turn(index: int, context: Context) -> Attribution | None:
    """Two speak by turns: who answered one question answers the next, and who asked asks again."""
    pair = _two_before(index, context)
    if pair is None:
        return None
    first, last = pair
    one, other = context.answers[context.inside[context.marked[first].paragraph][-1]], context.answers[last]
    if one is None or (other is not None and _is_same(one, other, context)):
        return None
    if _is_asked(last, context) == _is_asked(index, context) or _is_asked(first, context) != _is_asked(index, context):
        return None
    turn = context.answers[first]
    return Attribution(turn.source, turn.cue, "next_turn", first) if turn is not None else None


def turn_label(index: int, context: Context) -> Attribution | None:
    """A name, with what somebody is, or a dash, stands before words that fill its line: Okoro — “...”"""
    stretch = context.marked[index]
    paragraph = context.paragraphs[stretch.paragraph]
    if _HARDLY_MORE.fullmatch(context.text, stretch.outer.end, paragraph.end) is None or not context.is_speech(index):
        return None
    match = _LINE.fullmatch(context.text, paragraph.start, stretch.outer.start)
    if match is None or (match["told"] and not any(map(is_role, match["told"].split()))):
        return None
    return Attribution(Span(*match.span("name")), None, "turn_label")


def question_before(index: int, context: Context) -> Attribution | None:
    """A question of the reporter's about him or her opens the paragraph: Did he call for help? “Twice.”"""
    stretch = context.marked[index]
    start = context.paragraphs[stretch.paragraph].start
    asked = _ASKED.fullmatch(context.text, start, stretch.outer.start)
    told = _OF_HIM.search(asked[0]) if asked is not None else None
    if told is None:
        return None
    return Attribution(Span(start + told.start(1), start + told.end(1)), None, "question_before")


def matter_before(index: int, context: Context) -> Attribution | None:
    """The paragraph opens with what the words are about, and the one before quotes one speaker."""
    stretch = context.marked[index]
    start = context.paragraphs[stretch.paragraph].start
    if index == 0 or _MATTER.fullmatch(context.text, start, stretch.outer.start) is None:
        return None
    last = context.answers[index - 1]
    if last is None or context.marked[index - 1].paragraph != stretch.paragraph - 1 or _is_asked(index - 1, context):
        return None
    return Attribution(last.source, last.cue, "matter_before", index - 1)


def only_voice(index: int, context: Context) -> Attribution | None:
    """The paragraph is all quotation, one of the reporter's stands before it, and the article quotes nobody else."""
    number = context.marked[index].paragraph
    if (
        index == 0
        or not fills_paragraph(index, context)
        or not context.is_speech(index)
        or number - 1 in context.inside
    ):
        return None
    last = context.answers[index - 1]
    if last is None or context.marked[index - 1].paragraph != number - 2:
        return None
    before = context.paragraphs[number - 1].of(context.text).rstrip()
    others = {_last_word(found, context) for found in context.answers if found is not None} - _PRONOUNS
    if (
        others != {_last_word(last, context)}
        or before.endswith((":", "?"))
        or _names_another(number - 1, last, context)
    ):
        return None
    return Attribution(last.source, last.cue, "only_voice", index - 1)


def _names_another(number: int, last: Attribution, context: Context) -> bool:
    """Return whether a paragraph of the reporter's tells of another one by name who does something."""
    tree = context.trees.get(number)
    subjects = [] if tree is None else [token for token in tree.tokens if token.dep in ("nsubj", "nsubjpass")]
    return tree is None or any(
        token.pos == "PROPN" and token.text.lower() != _last_word(last, context) for token in subjects
    )


def is_anybodys_turn(index: int, context: Context) -> bool:
    """Return whether two speak by turns and nothing tells whose this is: “It held,” Lind said. ¶ “That is no answer.”

    Whom a paper or a reporter asked goes on more often than these do.
    """
    if context.marked[index - 1].runs_on or not context.marked[index - 1].closed:
        return False
    pair = _two_before(index, context)
    if pair is None:
        return False
    one, other = (context.answers[each] for each in pair)
    if one is None or other is None or _is_named_alike(one, other, context):
        return False
    if _is_asked(index, context):
        return _is_asked(pair[0], context) and not _is_asked(pair[1], context)
    asked = context.answers[pair[0]]
    lines = [len(WORD.findall(context.inner(each))) for each in (*pair, index)]
    return asked is not None and _is_asked(pair[0], context) and not _is_paper(asked, context) and max(lines) <= SHORT


def of_turn(found: Attribution, index: int, context: Context) -> Attribution:
    """Return an answer with the name before the turn for its "I": "OKAFOR: I told him “go home”".

    "A:" is whoever alone is named above the first "Q:".
    """
    if found.source.of(context.text) not in _OWN:
        return found
    paragraph = context.paragraphs[context.marked[index].paragraph]
    match = _TURN.match(context.text, paragraph.start, paragraph.end)
    if match is None or match.end() > found.source.start:
        return found
    if len(match["name"]) == 1:
        asked = _ASKED_TURN.search(context.text, 0, paragraph.start) if match["name"] == "A" else None
        guest = _only_one_named(context, asked.start()) if asked is not None else None
        return replace(found, source=guest) if guest is not None else found
    return replace(found, source=Span(*match.span("name")))


def _two_before(index: int, context: Context) -> tuple[int, int] | None:
    """Return the words of two speakers that fill the two paragraphs before, where these words fill theirs."""
    number = context.marked[index].paragraph
    said = context.is_speech(index) or context.inner(index)[-1:] in ".?!…"  # "It is."
    if index == 0 or not fills_paragraph(index, context) or not said:
        return None
    last, before = context.inside.get(number - 1), context.inside.get(number - 2)
    if not (last and before) or not (_opens(last[0], context) and _opens(before[0], context)):
        return None
    return (before[0], last[-1]) if context.answers[before[-1]] is not None else None


def _is_same(one: Attribution, other: Attribution, context: Context) -> bool:
    """Return whether two sources may be of one speaker: as a "she" may be anybody."""
    names = {_last_word(found, context) for found in (one, other)}
    return _is_named_alike(one, other, context) or bool(_PRONOUNS & names)


def _is_named_alike(one: Attribution, other: Attribution, context: Context) -> bool:
    """Return whether the words of two sources tell that they are of one speaker: "Ruth Okafor", "Okafor"."""
    return _last_word(one, context) == _last_word(other, context)


def _last_word(found: Attribution, context: Context) -> str:
    return found.source.of(context.text).rstrip(",").split()[-1].lower()


def _is_asked(index: int, context: Context) -> bool:
    """Return whether the words are a question that is put to somebody, and no part of what he tells."""
    if context.inner(index)[-1:] == "?":
        return True
    found = context.answers[index]
    return found is not None and found.cue is not None and base_form(found.cue.of(context.text)) in _ASKING


def _is_paper(found: Attribution, context: Context) -> bool:
    source = found.source.of(context.text)
    noun = source.split()[-1].lower()
    return noun in OUTLET_NOUNS | {"reporter", "reporters", "journalist", "interviewer"} or is_outlet(
        source.removeprefix("the ").removeprefix("The ")
    )


def _opens(index: int, context: Context) -> bool:
    stretch = context.marked[index]
    start = context.paragraphs[stretch.paragraph].start
    return _HARDLY_MORE.fullmatch(context.text, start, stretch.outer.start) is not None


def fills_paragraph(index: int, context: Context) -> bool:
    """Return whether a stretch is all of its paragraph."""
    stretch = context.marked[index]
    end = context.paragraphs[stretch.paragraph].end
    return _opens(index, context) and _HARDLY_MORE.fullmatch(context.text, stretch.outer.end, end) is not None


def _asks(number: int, context: Context) -> bool:
    """Return whether a paragraph is a question in nobody's marks."""
    if number < 0 or number in context.inside:
        return False
    paragraph = context.paragraphs[number]
    return _QUESTION.fullmatch(context.text, paragraph.start, paragraph.end) is not None


def _only_one_named(context: Context, end: int) -> Span | None:
    """Return where the only person whom the text names in full before `end` is named."""
    named = list(_people(context.text[:end]))
    return named[0].span if named and len({name.text.split()[-1] for name in named}) == 1 else None


def _people(text: str) -> Iterator[Name]:
    """Yield the names of a text that are somebody's by a forename, a form of address or an office."""
    for name in find_names(text):
        forename = " " in name.text and name.text.split()[0] in words("forenames.txt")
        if forename or name.honorific or (name.role is not None and " " in name.text):
            yield name


TURNS = (turn_label, question_above, next_turn, question_before, matter_before, only_voice)
