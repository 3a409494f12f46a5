"""Where the words of a report end: a rule's words in; without the reporter's aside behind them, with their last phrase.

An aside is what could go without leaving the sentence broken: ", who was born in Ghana", "– a bridge of 1910". What
ends a report so is the reporter's more often than the speaker's: of 99 on two samples of PolNeAR train 67.
"""

from __future__ import annotations

from generator.annotate.cues import cue_kind
from generator.annotate.main_verbs import FINITE
from generator.annotate.reported.bounds import SUBJECTS
from generator.annotate.reported.ground import Ground
from generator.annotate.reporting_clauses import attributing_noun
from generator.days import WEEKDAY_NUMBERS

DASHES = frozenset({"—", "–", "--", "-"})
RELATIVE = frozenset({"WDT", "WP", "WP$"})
CONCEDES = frozenset({"though", "although", "despite"})
INDEFINITE, DEFINITE = frozenset({"a", "an", "something"}), frozenset({"the"})
SUPPOSES = frozenset({"would", "could", "might", "may", "should", "’d", "'d"})
MAX_ADVERBS = 3
LEADS = 7  # words up to a relative pronoun: "more than a dozen of which"
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


def without_aside(cue: int, words: frozenset[int], ground: Ground) -> frozenset[int]:
    """Return words without what the reporter adds at their end: "said he met Lind, who has led the firm"."""
    first, last = min(words), max(words)
    dashes = [at for at in range(cue + 1, last) if ground.tokens[at].text in DASHES and _parts(at, ground)]
    for at in sorted(words):
        token = ground.tokens[at]
        if not max(cue, first) + 1 < at < last:
            continue
        dash = dashes == [at]
        closes = _closes_with_comma(at, ground)
        comma = closes or (token.text == "," and ground.tree.outside(at))
        if not (comma or dash) or not _is_whole(at, words, ground):
            continue
        if _is_relative(at + 1, last, ground) or _is_apposition(at, last, dash, ground):
            return frozenset(word for word in words if word < at + closes)
        if dash and _is_remark(at + 1, last, ground):
            return frozenset(word for word in words if word < at)
    return words


def _closes_with_comma(at: int, ground: Ground) -> bool:
    """Return whether quoted words end here with a comma of their own: "hopes to “drain it,” a word of Lind's"."""
    mark = ground.tree.parse.marked[at]
    ends = mark >= 0 and ground.tree.parse.marked[at + 1] != mark
    return ends and ground.text[: ground.marked[mark].inner.end].endswith(",")


def _parts(at: int, ground: Ground) -> bool:
    """Return whether a dash stands between words and in none: not "co-worker"."""
    before, behind = ground.tokens[at - 1], ground.tokens[at + 1]
    token = ground.tokens[at]
    return token.text != "-" or (before.end < token.start and token.end < behind.start)


def _is_whole(at: int, words: frozenset[int], ground: Ground) -> bool:
    """Return whether everything behind a comma hangs together by one word, and nothing before it hangs in it."""
    rest = range(at + 1, max(words) + 1)
    if not all(word in words and ground.tree.outside(word) for word in rest):
        return False
    roots = [word for word in rest if ground.tokens[word].head not in rest and ground.tokens[word].pos != "PUNCT"]
    # ", a clear shot at Lind, testing the ground": two asides
    roots = [root for root in roots if root == roots[0] or ground.tokens[root].tag != "VBG"]
    if len(roots) != 1 or ground.tokens[roots[0]].dep == "conj":
        return False
    return not any(ground.tokens[word].head in rest for word in words if word < at)


def _root(first: int, last: int, ground: Ground) -> int:
    rest = range(first, last + 1)
    return next(at for at in rest if ground.tokens[at].head not in rest and ground.tokens[at].pos != "PUNCT")


def _is_relative(first: int, last: int, ground: Ground) -> bool:
    """Return whether it tells more of a noun: "who was born in Ghana", "most of which leaked"."""
    tokens, root = ground.tokens, _root(first, last, ground)
    # "In Ghana, where he was born": of a place, not of a case
    leads = tokens[first].text.lower() == "where" and tokens[first - 2].pos == "PROPN"
    for at in range(first, min(first + LEADS, last)):
        if leads or tokens[at].pos in ("VERB", "AUX", "PRON", "PUNCT") or tokens[at].tag in RELATIVE:
            leads = leads or (tokens[at].tag in RELATIVE and (at == first or tokens[at - 1].pos == "ADP"))
            break
    if not leads or tokens[root].lemma.lower() == "mean":
        return False
    return not any(tokens[kid].text.lower() in SUPPOSES for kid in ground.tree.children[root])


def _is_apposition(at: int, last: int, dash: bool, ground: Ground) -> bool:
    """Return whether it says what somebody or something is: ", a lawyer", "Ann Lind, the miller's widow"."""
    tokens, first = ground.tokens, ground.tokens[at + 1]
    root = _root(at + 1, last, ground)
    if tokens[root].dep == "attr" or (tokens[root].dep == "dobj" and not (dash or _is_second_object(root, ground))):
        return False  # "is, in part, a ruse", "offered Lind, 28, a deal"
    if tokens[root].pos not in ("NOUN", "NUM", "PRON") or any(
        tokens[kid].dep == "conj" for kid in ground.tree.children[root]
    ):
        return False
    if any(tokens[near].tag == "CC" for near in range(at + 1, root)):
        return False  # "Ghana, the Gold Coast and Togoland's ports": a list
    named = ground.tokens[at - 1].pos == "PROPN"
    return first.text.lower() in INDEFINITE or (first.text.lower() in DEFINITE and (named or dash))


def _is_second_object(root: int, ground: Ground) -> bool:
    """Return whether a verb has an object before, so that the parser hung another there for want of a place."""
    return any(
        ground.tokens[kid].dep == "dobj" and kid < root for kid in ground.tree.children[ground.tokens[root].head]
    )


def _is_remark(first: int, last: int, ground: Ground) -> bool:
    """Return whether a sentence of its own stands behind a dash: "– there are two", "– though none came"."""
    tokens, root = ground.tokens, _root(first, last, ground)
    if tokens[first].text.lower() in CONCEDES:
        return True
    if tokens[root].tag == "VBG" and root == first and tokens[root].dep == "advcl":
        return True  # "– keeping to what she promised"
    kids = ground.tree.children[root]
    told = any(tokens[at].tag in FINITE for at in (root, *kids))
    leads = tokens[first].tag == "CC" or any(tokens[kid].dep == "mark" for kid in kids)
    return told and not leads and any(tokens[kid].dep in SUBJECTS for kid in kids)


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
