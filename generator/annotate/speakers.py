"""Whose words are these? An article's marked stretches in, for each the source and cue that a named rule found.

Rules answer or abstain, in order; the first answer stands and its name is kept. The first line of a rule's docstring is
what `explain` prints. Rules look at one article's words only: who the source is, the whole folder decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.annotate.clauses import Clause, Tree, attributing_noun, possessor
from generator.annotate.scene import Attribution, Scene
from generator.records import Span

SpeakerRule = Callable[[int, Scene], Attribution | None]

MAX_TAIL = 90  # code points from a quotation to the source or cue after it; tuned on PolNeAR train
_SIGNATURE = re.compile(
    r"[\s\"”’]{0,3}[―—–-]{1,2}\s?(?P<name>(?:[A-Z@][\w.’'-]*\s){0,4}[A-Z][\w.’'-]+)(?=\s*(?:[,(\[.]|$|\n|@))"
)
_LABEL = re.compile(r"\s*(?P<name>(?:[A-Z][\w.’'-]*\s){0,4}[A-Z][\w.’'-]+)\s?:\s*$")
_ENDS_OPEN = re.compile(r"[,?!…—–-]$|\.\.\.$")
_TAIL_OPENS = re.compile(r"\s*[,—–-]")
_ATTACHED = re.compile(r"(?:[,:]|\bthat|\bas|\bsaying|[—–-])\s*(?:the|a|an|is|was|it|his|her|their)?\s*$")


def signature(index: int, scene: Scene) -> Attribution | None:
    """A name follows the quotation after a dash."""
    stretch = scene.marked[index]
    limit = min(len(scene.text), stretch.outer.end + 120)
    match = _SIGNATURE.match(scene.text, stretch.outer.end, limit)
    if match is None or not scene.is_speech(index):
        return None
    ends = scene.inner(index)[-1:] in ".?!…\"'’)" or stretch.outer.end == scene.paragraphs[stretch.paragraph].end
    return Attribution(Span(*match.span("name")), None, "signature") if ends else None


def label(index: int, scene: Scene) -> Attribution | None:
    """A name and a colon stand before the quotation, as in a transcript."""
    stretch = scene.marked[index]
    start = scene.sentence(index).start
    match = _LABEL.fullmatch(scene.text, max(start, stretch.outer.start - 80), stretch.outer.start)
    if match is None or match.start() > start:
        return None
    return Attribution(Span(*match.span("name")), None, "label")


def clause_after(index: int, scene: Scene) -> Attribution | None:
    """A reporting clause follows the quotation: “...,” he said."""
    stretch, sentence = scene.marked[index], scene.sentence(index)
    if not (_ENDS_OPEN.search(scene.inner(index)) or _TAIL_OPENS.match(scene.text, stretch.outer.end)):
        return None
    end = min((scene.marked[i].outer.start for i in _later(index, scene)), default=sentence.end)
    clauses = scene.clauses_in(stretch.paragraph, Span(stretch.outer.end, min(end, sentence.end)))
    if not clauses:
        return None
    clause = min(clauses, key=lambda found: found.start)
    if clause.start - stretch.outer.end > MAX_TAIL or (clause.borrowed and clause.kind == "about"):
        return None
    return _answer(clause, "according_to" if clause.cue_word == "according" else "clause_after")


def lead_in(index: int, scene: Scene) -> Attribution | None:
    """A reporting clause leads up to the quotation: he said, “...”."""
    stretch, sentence = scene.marked[index], scene.sentence(index)
    clauses = scene.clauses_in(stretch.paragraph, Span(sentence.start, stretch.outer.start))
    if not clauses:
        return None
    clause = max(clauses, key=lambda found: found.end)
    gap = scene.between(clause.end, stretch.outer.start, stretch.paragraph)
    if clause.cue_word == "according" or not (_ATTACHED.search(gap) or not gap.strip()):
        return None
    return _answer(clause, "lead_in")


def governing_clause(index: int, scene: Scene) -> Attribution | None:
    """The quoted words are part of what a reporting verb of the same sentence reports."""
    tree = scene.trees.get(scene.marked[index].paragraph)
    if tree is None:
        return None
    by_cue = {clause.cue_index: clause for clause in scene.clauses[scene.marked[index].paragraph]}
    for top in _tops(index, tree):
        child = top
        for ancestor in tree.ancestors(top):
            if not tree.outside(ancestor):
                break
            clause = by_cue.get(ancestor)
            if clause is not None and not _is_subject_path(tree, child) and not clause.passive:
                return _answer(clause, "governing_clause")
            child = ancestor
    return None


def attributing_words(index: int, scene: Scene) -> Attribution | None:
    """The quoted words stand with somebody's statement, claim or promise."""
    tree = scene.trees.get(scene.marked[index].paragraph)
    if tree is None:
        return None
    for top in _tops(index, tree):
        for ancestor in tree.ancestors(top):
            token = tree.tokens[ancestor]
            if tree.outside(ancestor) and attributing_noun(token):
                owner = possessor(tree, ancestor)
                if owner is not None:
                    return Attribution(tree.phrase(owner), Span(token.start, token.end), "attributing_words")
    return None


def clause_in_sentence(index: int, scene: Scene) -> Attribution | None:
    """The only reporting clause of the sentence."""
    stretch, sentence = scene.marked[index], scene.sentence(index)
    before = scene.clauses_in(stretch.paragraph, Span(sentence.start, stretch.outer.start))
    if before:
        return _answer(max(before, key=lambda found: found.end), "clause_in_sentence")
    after = scene.clauses_in(stretch.paragraph, Span(stretch.outer.end, sentence.end))
    if after and not scene.is_speech(index):
        return _answer(min(after, key=lambda found: found.start), "clause_in_sentence")
    return None


def sentence_subject(index: int, scene: Scene) -> Attribution | None:
    """The subject of the sentence that holds the quoted words."""
    if scene.is_speech(index):
        return None
    tree = scene.trees.get(scene.marked[index].paragraph)
    if tree is None:
        return None
    for top in _tops(index, tree):
        for ancestor in tree.ancestors(top):
            for child in tree.children[ancestor]:
                token = tree.tokens[child]
                if token.dep in ("nsubj", "nsubjpass") and tree.outside(child) and token.entity in ("PERSON",):
                    return Attribution(tree.phrase(child), None, "sentence_subject")
    return None


def same_paragraph(index: int, scene: Scene) -> Attribution | None:
    """The speaker named last in the paragraph goes on speaking."""
    stretch = scene.marked[index]
    earlier = [i for i in scene.inside[stretch.paragraph] if i < index and scene.answers[i] is not None]
    clauses = scene.clauses_in(stretch.paragraph, Span(scene.paragraphs[stretch.paragraph].start, stretch.outer.start))
    clause = max(clauses, key=lambda found: found.end, default=None)
    if earlier:
        last = scene.answers[earlier[-1]]
        assert last is not None
        if clause is None or clause.start < max(scene.marked[earlier[-1]].outer.end, last.source.end):
            return Attribution(last.source, last.cue, "same_paragraph", earlier[-1])
    if clause is not None:
        return Attribution(clause.source, clause.cue, "clause_before_in_paragraph")
    return None


def running_quote(index: int, scene: Scene) -> Attribution | None:
    """The quotation runs on from the paragraph before, which leaves it open."""
    if not scene.marked[index].runs_on or index == 0:
        return None
    last = scene.answers[index - 1]
    return Attribution(last.source, last.cue, "running_quote", index - 1) if last else None


def colon_before(index: int, scene: Scene) -> Attribution | None:
    """The paragraph before ends with a colon and leads up to the quotation."""
    stretch = scene.marked[index]
    number = stretch.paragraph
    if number == 0 or not _opens_paragraph(index, scene):
        return None
    before = scene.paragraphs[number - 1]
    if not before.of(scene.text).rstrip().endswith(":"):
        return None
    clauses = scene.clauses.get(number - 1, [])
    if clauses:
        clause = max(clauses, key=lambda found: found.end)
        return Attribution(clause.source, clause.cue, "colon_before")
    return None


def paragraph_goes_on(index: int, scene: Scene) -> Attribution | None:
    """The paragraph is all quotation, and the paragraph before quotes one speaker."""
    stretch = scene.marked[index]
    if index == 0 or not _opens_paragraph(index, scene) or not scene.is_speech(index):
        return None
    last = scene.answers[index - 1]
    if last is None or scene.marked[index - 1].paragraph != stretch.paragraph - 1:
        clauses = scene.clauses.get(stretch.paragraph - 1, [])
        if clauses:
            clause = clauses[-1]
            return Attribution(clause.source, clause.cue, "clause_in_paragraph_before")
        return None
    return Attribution(last.source, last.cue, "paragraph_goes_on", index - 1)


OWN_RULES: tuple[SpeakerRule, ...] = (
    signature,
    label,
    clause_after,
    lead_in,
    governing_clause,
    attributing_words,
    clause_in_sentence,
    sentence_subject,
)
FOLLOWING_RULES: tuple[SpeakerRule, ...] = (same_paragraph, running_quote, colon_before, paragraph_goes_on)


def attribute(scene: Scene) -> list[Attribution | None]:
    """Return the attribution of every marked stretch; None where every rule abstains."""
    for rules in (OWN_RULES, FOLLOWING_RULES):
        for index in range(len(scene.marked)):
            if scene.answers[index] is None:
                scene.answers[index] = next((found for rule in rules if (found := rule(index, scene))), None)
    return scene.answers


def _answer(clause: Clause, rule: str) -> Attribution:
    return Attribution(clause.source, clause.cue, rule)


def _later(index: int, scene: Scene) -> list[int]:
    return [i for i in scene.inside[scene.marked[index].paragraph] if i > index]


def _opens_paragraph(index: int, scene: Scene) -> bool:
    stretch = scene.marked[index]
    return not scene.text[scene.paragraphs[stretch.paragraph].start : stretch.outer.start].strip()


def _tops(index: int, tree: Tree) -> list[int]:
    """Return the tokens of a marked stretch whose head lies outside of it."""
    marks = tree.parse.marked
    return [i for i, mark in enumerate(marks) if mark == index and marks[tree.tokens[i].head] != index]


def _is_subject_path(tree: Tree, index: int) -> bool:
    return tree.tokens[index].dep in ("nsubj", "nsubjpass", "csubj", "agent")
