"""Where the words of a report end that the parser broke off: a rule's words in; with their last phrase whole."""

from __future__ import annotations

from generator.annotate.cues import cue_kind
from generator.annotate.main_verbs import FINITE
from generator.annotate.reported.ground import Ground
from generator.annotate.reporting_clauses import attributing_noun
from generator.days import WEEKDAY_NUMBERS

MAX_ADVERBS = 3
DAY_WORDS = frozenset({"on", "last", "this", "earlier", "late", "early", "yesterday", "today"})
# Behind these something else begins than the phrase that breaks off.
TURNS = frozenset(
    {
        "according",
        "as",
        "even",
        "though",
        "although",
        "while",
        "when",
        "after",
        "before",
        "during",
        "until",
        "since",
        "than",
    }
)


def to_its_end(cue: int, words: frozenset[int], ground: Ground) -> frozenset[int]:
    """Return words with what goes on right behind them, though the parser lost it: "said the man hurt was 40"."""
    tokens, tree, sentence = ground.tokens, ground.tree, ground.sentence(cue)
    found, at = set(words), max(words) + 1
    ends = tokens[at - 1]
    if ends.pos in ("PUNCT", "CCONJ") and tree.outside(at - 1):
        return words
    # "Those who said the road was safe left": they left.
    over_verb = _is_main(cue, ground) and not any(tokens[word].tag in FINITE and tree.outside(word) for word in words)
    while at in sentence and _goes_on(at, ground):
        if _tells(at, ground) and (not over_verb or cue_kind(tokens[at].text)):
            return words
        mark = tree.parse.marked[at]
        found.add(at)
        at += 1
        while mark >= 0 and at in sentence and tree.parse.marked[at] == mark:
            found.add(at)
            at += 1
    if at in sentence and tokens[at].text.lower() in TURNS and tokens[at - 1].pos == "ADV" and at - 1 not in words:
        found.discard(at - 1)  # "immediately before she left"
    return frozenset(found)


def _tells(at: int, ground: Ground) -> bool:
    """Return whether a clause's own verb begins here, which what stands before may be the subject of."""
    near = ground.tokens[at : at + MAX_ADVERBS]
    return next((token.tag in FINITE for token in near if token.pos != "ADV"), False) and ground.tree.outside(at)


def _goes_on(at: int, ground: Ground) -> bool:
    tokens, token = ground.tokens, ground.tokens[at]
    if at + 1 == len(tokens):
        return False
    mark = ground.tree.parse.marked[at - 1]
    before = ground.text[: ground.marked[mark].inner.end if mark >= 0 else tokens[at - 1].end]
    if before.rstrip()[-1:] in (".", "!", "?", ","):
        return not ground.tree.outside(at) and mark < 0 and token.text[:1].islower()
    if not ground.tree.outside(at):
        return True
    word = token.text.lower()
    if word == "as" and tokens[at - 1].text.lower() == "such":
        return True
    if word == "-" and tokens[at - 1].end + 1 == tokens[at + 1].start:
        return True  # "co-founded", which the parser parted
    if token.pos in ("PUNCT", "CCONJ", "SPACE", "SYM") or token.tag == "CC" or word in TURNS | DAY_WORDS:
        return False
    if word in WEEKDAY_NUMBERS or not any(map(str.isalnum, word)):
        return False
    behind = tokens[at + 1 : at + 4]
    return not (token.pos == "ADP" and any(attributing_noun(near) for near in behind))  # "in a statement"


def _is_main(cue: int, ground: Ground) -> bool:
    """Return whether a reporting verb has the sentence and hangs in no noun of it."""
    token, at = ground.tokens[cue], cue
    if token.tag == "VBG" and token.dep == "advcl":
        return True  # "he left, saying that"
    while ground.tokens[at].dep in ("conj", "ccomp", "parataxis") and ground.tokens[at].head != at:
        at = ground.tokens[at].head
    return ground.tokens[at].dep == "ROOT"
