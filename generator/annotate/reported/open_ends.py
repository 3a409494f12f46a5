"""What surely or as likely as not was said no further than it was taken, or further: a report in, yes or no out.

Where labelled news keeps as much behind such a place as it leaves out, no rule is right; the report is then not shown.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.annotate.cues import cue_kind
from generator.annotate.main_verbs import FINITE
from generator.annotate.reported.bounds import SUBJECTS
from generator.annotate.reported.cues import base_of, cue_class
from generator.annotate.reported.found import Found
from generator.annotate.reported.ground import Ground

# No clause ends with one of these, unless its sentence does: "throw her weight behind a man who", "data on, it said".
DANGLING = frozenset({"WP", "WDT", "WP$", "PRP$", "CC", "TO", "MD", "IN"})
DASHES = frozenset({"—", "–", "--"})
OWN = frozenset({"i", "me", "my", "we", "us", "our"})
# A clause that follows with one of these sets the reporter's view beside what was said, or the other way round.
TURNS_OVER = frozenset({"though", "although", "while", "whereas", "but", "yet"})
INSTEAD = frozenset({"instead", "rather", "simply", "merely"})
NEGATING = frozenset({"not", "n't", "n’t", "never", "no"})
OF_THE_WHOLE = frozenset({"according_to", "set_in_clause"})


def is_left_open(report: Found, ground: Ground) -> bool:
    """Return whether nothing tells where the words of a report end, or they lack a part."""
    words = [at for span in report.content for at in ground.within(span)]
    cue = ground.within(report.cue).start
    if not words or cue >= len(ground.tokens):
        return False
    if report.rule in OF_THE_WHOLE and _turns_over(words, cue, report.rule, ground):
        return True
    if _tells_only_of_what(words[0], cue, ground):
        return True
    if _is_reporters_own(words, ground) or _lacks_its_object(words, cue, report, ground):
        return True
    if report.rule == "clause_below" and _says_more(words, cue, ground):
        return True
    rest = range(words[-1] + 1, ground.sentence(words[-1]).stop)
    return report.rule != "set_in_clause" and (_dangles(words[-1], rest, ground) or _goes_on(words, rest, cue, ground))


def _dangles(last: int, rest: Sequence[int], ground: Ground) -> bool:
    """Return whether the last word needs another one, and the sentence has some."""
    token = ground.tokens[last]
    more = any(ground.tokens[at].pos not in ("PUNCT", "SPACE") for at in rest)
    dangles = token.tag in DANGLING or token.text.lower() in ("the", "a", "an")
    return more and dangles and ground.tree.outside(last)


def _goes_on(words: Sequence[int], rest: Sequence[int], cue: int, ground: Ground) -> bool:
    """Return whether what stands right behind the words is likely a part of them."""
    tokens, tree = ground.tokens, ground.tree
    near = [tokens[at] for at in rest[:4]]
    if len(near) < 2:
        return False
    first, second = near[0], near[1]
    if first.tag == "CC" and (second.text in DASHES or second.text.lower() == "that"):
        return True  # "a seat and — later, a car", "suggested that is so and that"
    if first.text in DASHES and sum(tokens[at].text in DASHES and tree.outside(at) for at in words) % 2:
        return True  # "trust a man who -- before this"
    dashes = [at for at in rest if tokens[at].text in DASHES and tree.outside(at)]
    if first.text in DASHES and len(dashes) > 1 and dashes[1] + 1 < rest[-1]:
        return tokens[dashes[1] + 1].tag not in FINITE  # "between a loan — what he wants — and a gift"
    if first.tag in FINITE and cue_kind(first.text) == "speech" and cue < words[0]:
        return True  # "noted that both were sailors and their kin", said
    if first.text == "," and second.tag in FINITE and cue_kind(second.text) != "speech":
        return True  # "may be that one man, not two", was there
    verb = _joined_verb(rest, ground)
    if verb is None or (cue_kind(tokens[verb].text) == "speech" and ground.child(verb, ("ccomp", "xcomp")) is not None):
        return False  # "said he was ill and added that"
    if first.text == ",":  # "stopped the pumps, closed the gates, and left"
        return any(tokens[at].tag == "CC" and tokens[at + 1].tag == tokens[verb].tag for at in rest[2:-1])
    denied = any(tokens[at].text.lower() in NEGATING for at in words)
    return denied and any(token.text.lower() in INSTEAD for token in near)


def _joined_verb(rest: Sequence[int], ground: Ground) -> int | None:
    """Return the verb that stands right behind a comma or an "and", and has no subject of its own."""
    tokens = ground.tokens
    if tokens[rest[0]].text != "," and tokens[rest[0]].tag != "CC":
        return None
    at = next((at for at in rest[1:4] if tokens[at].pos != "ADV" and tokens[at].tag != "CC"), None)
    verbal = at is not None and tokens[at].pos == "VERB" and tokens[at].tag in ("VBD", "VB", "VBZ", "VBP", "VBN")
    if at is None or not verbal:
        return None
    return None if any(tokens[kid].dep in SUBJECTS for kid in ground.tree.children[at]) else at


def _turns_over(words: Sequence[int], cue: int, rule: str, ground: Ground) -> bool:
    """Return whether a reporting clause behind a sentence may be of its last half alone.

    "It is not over yet, though Lind told farmers that she would stay, according to the Echo". So may one with "as":
    "I do not think that it is over, as some say".
    """
    tokens, tree = ground.tokens, ground.tree
    before = [at for at in words if at < cue and tree.outside(at)]
    if rule == "set_in_clause":
        start = min([cue, *(at for at in tree.subjects(cue) if at < cue)])
        led = any(tokens[at].text.lower() == "as" for at in range(max(0, start - 4), start) if at not in words)
        return led and any(tokens[at].text.lower() in NEGATING for at in before)
    if before != [at for at in words if tree.outside(at)]:
        return False
    for at in before:
        turn = tokens[at].text.lower() in TURNS_OVER and tokens[at - 1].text == "," and at > before[0] + 2
        said = (on for on in before if on > at and cue_kind(tokens[on].text) == "speech" and tokens[on].tag in FINITE)
        if turn and next(said, None) is not None:
            return True
    return False


def _tells_only_of_what(first: int, cue: int, ground: Ground) -> bool:
    """Return whether the words are what somebody answered, and not the answer: "explained why he had left"."""
    return ground.tokens[first].text.lower() in ("why", "how") and cue_class(base_of(ground.tokens[cue])) == "says"


def _is_reporters_own(words: Sequence[int], ground: Ground) -> bool:
    """Return whether "I" or "we" tells the words for the reporter's own, outside of marks."""
    return any(
        ground.tokens[at].text.lower() in OWN and ground.tokens[at].text != "US"
        for at in words
        if ground.tree.outside(at)
    )


def _lacks_its_object(words: Sequence[int], cue: int, report: Found, ground: Ground) -> bool:
    """Return whether what is asked for stands between the verb and the words: "asked for time to let it play out"."""
    tokens = ground.tokens
    if report.rule != "verb_below" or words[0] <= cue + 1:
        return False
    between = range(cue + 1, words[0])
    return any(tokens[at].text.lower() in ("for", "about", "of") and tokens[at].head == cue for at in between)


def _says_more(words: Sequence[int], cue: int, ground: Ground) -> bool:
    """Return whether a participle behind a comma says something again: "noted that support, asking who was left"."""
    tokens, tree = ground.tokens, ground.tree
    return any(
        at > cue + 1
        and tokens[at].tag == "VBG"
        and tokens[at - 1].text == ","
        and tree.outside(at)
        and cue_kind(tokens[at].text) == "speech"
        for at in words
    )
