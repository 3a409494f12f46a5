"""How surely the words that a rule found name the speaker: an answer in, its signs and how likely it is right out.

The signs are what can be seen of any quotation: the rule, what kinds of words report, speak and are quoted, what stands
around the marks, and the way through the parse from the quoted words to the verb. No name and no word of a
story is one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from generator.annotate.confidence import cue_class
from generator.annotate.context import Attribution, Context
from generator.annotate.cues import base_form, cue_kind
from generator.annotate.quoted_words import FEW, NOUN_FOLLOWS, WORD, reads_like_title
from generator.annotate.reporting_clauses import ReportingClause, Tree, can_speak
from generator.language import Token
from generator.weights import band, likelihood

TABLE = "speaker_weights.txt"
LONG = (1, 2, 4, 7, 14)  # words between the marks
FAR = (2, 20, 60, 120, 240)  # code points from the words to the cue or the source
STEPS = 4  # words of the parse from the quoted words up to the cue
MANY = 3
BEFORE, BEHIND = 24, 12  # code points that are looked at beside the marks
_A = re.compile(r"\b(?:an?|the)\s$", re.I)
_OWNED = re.compile(r"(?:\b(?:his|her|their|its|my|our)|[’']s?)\s$", re.I)
_JOINT = re.compile(r"\b(?:of|as|on|in|for|to|with|about|by|over|from)\s$", re.I)
_PRONOUNS = frozenset("they it i we who his her him their its".split())  # noqa: SIM905
_COUNTED = frozenset("a an the one some many another".split())  # noqa: SIM905
_STOPS = ",.?!"
_JOINED = ",:—–-("


def likely_right(index: int, context: Context, answer: Attribution) -> float:
    """Return how likely the source that a rule found for a marked stretch is whoever said it, from 0 to 1."""
    return round(likelihood(TABLE, signs(index, context, answer)), 3)


def signs(index: int, context: Context, answer: Attribution) -> Iterator[str]:
    """Yield what can be seen of an answer."""
    few = "few" if len(WORD.findall(context.inner(index))) < FEW else "many"
    yield from _of_source(index, context, answer, few)
    yield from _of_words(index, context, few)
    yield from _of_sentence(index, context, answer, few)


def _of_source(index: int, context: Context, answer: Attribution, few: str) -> Iterator[str]:
    """Yield what is told of rule, cue and source."""
    rule, outer = answer.rule, context.marked[index].outer
    kind = _cue_class(context, answer)
    yield f"rule={rule}"
    yield f"rule={rule} {few}"
    yield f"rule={rule} {kind} {few}"
    yield f"cue={kind} {few}"
    who = _who(answer.source.of(context.text))
    yield f"who={who}"
    yield f"who={who} {rule}"
    yield f"who={who} {few}"
    yield f"theirs={index not in context.not_theirs}"
    spans = [answer.source] if answer.cue is None else [answer.source, answer.cue]
    far = min(max(span.start - outer.end, outer.start - span.end, 0) for span in spans)
    yield f"far={band(far, FAR)}"
    yield f"side={_side(index, context, answer)} {few}"
    head = _head(context, answer)
    if head is not None:
        yield f"subject dep={head.dep}"
        yield f"subject tag={head.tag} {rule}"
        yield f"subject speaks={can_speak(head)} {kind}"


def _of_words(index: int, context: Context, few: str) -> Iterator[str]:
    """Yield what is told of the quoted words, and of what stands right beside them."""
    text, stretch = context.text, context.marked[index]
    inner, outer = context.inner(index), stretch.outer
    count = len(WORD.findall(inner))
    before = text[max(context.paragraphs[stretch.paragraph].start, outer.start - BEFORE) : outer.start]
    behind = text[outer.end : outer.end + BEHIND].strip()[:1]
    noun = NOUN_FOLLOWS.match(text, outer.end) is not None
    end = inner[-1:] if inner[-1:] in _STOPS else "-"
    yield f"long={band(count, LONG)}"
    yield f"speech={context.is_speech(index)}"
    yield f"led={_led(before)} {few}"
    yield f"title={reads_like_title(inner)} {few}"
    if count == 1:
        yield f"one hyphen={'-' in inner} {noun}"
    yield f"noun={noun and end == '-'} {few}"
    yield f"ends={end} {behind if behind and behind in ',.;:—' else 'w'} {few}"
    yield f"single={stretch.single}"
    yield f"quotes={min(len(context.inside[stretch.paragraph]), MANY + 1)}"


def _of_sentence(index: int, context: Context, answer: Attribution, few: str) -> Iterator[str]:
    """Yield what is told of the sentence: its clauses, the cue in the parse, and who acts between."""
    stretch = context.marked[index]
    outer, tree = stretch.outer, context.trees[stretch.paragraph]
    clauses = context.clauses_in(stretch.paragraph, context.sentence(index))
    yield f"clauses={min(len(clauses), MANY)} {few}"
    yield f"others={min(_others(outer.start, outer.end, answer, tree), MANY)} {few}"
    own = next((each for each in clauses if answer.cue is not None and each.cue == answer.cue), None)
    if own is None:
        return
    token = tree.tokens[own.cue_index]
    yield f"cue tag={token.tag}"
    yield f"cue dep={token.dep}"
    yield f"cue dep={token.dep} {few}"
    yield from (name for name in ("borrowed", "modal", "infinitive", "passive") if getattr(own, name))
    low, high = min(own.end, outer.end), max(outer.start, own.start)
    between = sum(each is not own and low <= each.start and each.end <= high for each in clauses)
    yield f"between={min(between, MANY - 1)}"
    yield f"says more={_tells_more(tree, own)} {_side(index, context, answer)}"
    path = _path(index, own.cue_index, tree)
    yield f"path={path}"
    yield f"path={path} {_cue_class(context, answer)}"
    yield from (f"step={step}" for step in path.split(">"))


def _cue_class(context: Context, answer: Attribution) -> str:
    word = answer.cue.of(context.text).lower() if answer.cue is not None else ""
    base = "according" if word.startswith("according") else base_form(word) if word else None
    return cue_class(base, cue_kind(word))


def _side(index: int, context: Context, answer: Attribution) -> str:
    return "behind" if answer.source.start >= context.marked[index].outer.end else "before"


def _head(context: Context, answer: Attribution) -> Token | None:
    """Return the head word of a source, in whichever paragraph it stands."""
    source = answer.source
    tree = context.trees.get(bisect_left(context.paragraphs, source.start, key=lambda paragraph: paragraph.end))
    if tree is None:
        return None
    tokens = tree.tokens
    inside = [i for i, token in enumerate(tokens) if source.start <= token.start < source.end]
    tops = [i for i in inside if tokens[i].head not in inside or tokens[i].head == i]
    return next((tokens[i] for i in (tops or inside)), None)


def _who(words: str) -> str:
    """Return what the words of a source are: "he", "name", "noun the"."""
    told = words.lower().split()
    if told in (["he"], ["she"]):
        return "he"
    if len(told) == 1 and told[0] in _PRONOUNS:
        return told[0]
    if words.split()[-1:] and words.split()[-1][:1].isupper():
        return "the name" if told[0] == "the" else "name"
    return f"noun {told[0] if told and told[0] in _COUNTED else '-'}"


def _led(before: str) -> str:
    """Return what leads up to the marks."""
    last = before.rstrip()[-1:]
    if not last:
        return "head"
    if last in _JOINED:
        return last
    for name, pattern in (("a", _A), ("owned", _OWNED)):
        if pattern.search(before):
            return name
    joint = _JOINT.search(before)
    if joint is not None:
        return joint[0].strip().lower()
    return "that" if before.rstrip().endswith("that") else "stop" if last in ".?!" else "word"


def _tells_more(tree: Tree, clause: ReportingClause) -> str:
    below = (child for child in tree.children[clause.cue_index] if child > clause.cue_index and tree.outside(child))
    told = {tree.tokens[child].dep for child in below}
    return "+".join(sorted(told & {"ccomp", "xcomp", "dobj"})) or "-"


def _path(index: int, cue: int, tree: Tree) -> str:
    """Return the way through the parse from the quoted words up to the cue, "below" for a cue below them."""
    marks = tree.parse.marked
    tops = [i for i in tree.inside.get(index, ()) if marks[tree.tokens[i].head] != index]
    for top in tops:
        steps = [tree.tokens[top].dep]
        for above in tree.ancestors(top):
            if above == cue:
                return ">".join(steps[:STEPS]) + (">far" if len(steps) > STEPS else "")
            steps.append(tree.tokens[above].dep)
    return "below" if any(marks[above] == index for above in tree.ancestors(cue)) else "apart"


def _others(start: int, end: int, answer: Attribution, tree: Tree) -> int:
    """Return how many others act between the source and the words."""
    source = answer.source
    low, high = (source.end, start) if source.end <= start else (end, source.start)
    return sum(
        token.dep in ("nsubj", "nsubjpass") and tree.outside(i) and can_speak(token) and low <= token.start < high
        for i, token in enumerate(tree.tokens)
    )
