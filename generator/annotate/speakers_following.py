"""Speaker rules that look further: the quotation before, the paragraph, the paragraph before."""

from __future__ import annotations

import re
from bisect import bisect_left

from generator.annotate.context import Attribution, Context
from generator.annotate.reporting_clauses import ReportingClause, Tree, can_speak
from generator.annotate.speakers_in_turns import TURNS, fills_paragraph, is_anybodys_turn
from generator.records import Span
from generator.wordlists import words

_ASKED = re.compile(r"[^.!?\n“”\"]{3,90}(?:\.[^.!?\n“”\"]{1,60}){0,2}\?\s+")


def same_paragraph(index: int, context: Context) -> Attribution | None:
    """The speaker quoted last in the paragraph goes on speaking."""
    stretch = context.marked[index]
    inside = context.inside[stretch.paragraph]
    for at in range(bisect_left(inside, index) - 1, -1, -1):
        if (last := context.answers[inside[at]]) is not None:
            if _acts_another(index, context, last):
                return None
            return Attribution(last.source, last.cue, "same_paragraph", inside[at])
    return None


def _acts_another(index: int, context: Context, last: Attribution) -> bool:
    """Return whether the words are part of a sentence that tells of another one by name: "Okoro stays “for good”"."""
    stretch, start = context.marked[index], context.sentence(index).start
    tree = context.trees[stretch.paragraph]
    named = last.source.of(context.text)
    return any(
        token.dep == "nsubj" and token.pos == "PROPN" and token.entity == "PERSON" and token.text not in named
        for i, token in enumerate(tree.tokens)
        if start <= token.start < stretch.outer.start and tree.outside(i)
    )


def running_quote(index: int, context: Context) -> Attribution | None:
    """The quotation runs on from the paragraph before, which leaves it open."""
    if not context.marked[index].runs_on or index == 0:
        return None
    last = context.answers[index - 1]
    return Attribution(last.source, last.cue, "running_quote", index - 1) if last else None


def told_further_on(index: int, context: Context) -> Attribution | None:
    """The quotation runs on into the next paragraph, which says who speaks."""
    stretch, behind = context.marked[index], context.marked[index + 1 : index + 2]
    if stretch.closed or not behind or not behind[0].runs_on or behind[0].paragraph != stretch.paragraph + 1:
        return None
    told = context.answers[index + 1]
    return Attribution(told.source, told.cue, "told_further_on", index + 1) if told is not None else None


def clause_before_in_paragraph(index: int, context: Context) -> Attribution | None:
    """A sentence before in the paragraph reports what somebody said."""
    stretch = context.marked[index]
    start = context.paragraphs[stretch.paragraph].start
    clauses = context.clauses_in(stretch.paragraph, Span(start, stretch.outer.start))
    clauses = [clause for clause in clauses if not (clause.passive or clause.infinitive)]
    if not clauses:
        return None
    clause = _who_says_so(context.trees[stretch.paragraph], max(clauses, key=lambda found: found.end), clauses)
    found = Attribution(clause.source, clause.cue, "clause_before_in_paragraph")
    return None if _acts_another(index, context, found) else found


def _who_says_so(tree: Tree, clause: ReportingClause, clauses: list[ReportingClause]) -> ReportingClause:
    """Return the clause in which somebody tells what another one only sees or thinks: "Lind says he sees a way"."""
    if clause.cue_word not in words("cues.txt", "slight"):
        return clause
    by_cue = {each.cue_index: each for each in clauses}
    above = (by_cue[index] for index in tree.ancestors(clause.cue_index) if index in by_cue)
    return next((each for each in above if each.cue_word in words("cues.txt", "plain")), clause)


def subject_before(index: int, context: Context) -> Attribution | None:
    """The sentence before is about one person."""
    stretch = context.marked[index]
    tree = context.trees.get(stretch.paragraph)
    if tree is None or not context.is_speech(index):
        return None
    for i in range(len(tree.tokens) - 1, -1, -1):
        token = tree.tokens[i]
        if token.start < stretch.outer.start and tree.outside(i) and token.dep == "nsubj" and can_speak(token):
            return Attribution(tree.phrase(i), None, "subject_before")
    return None


def colon_before(index: int, context: Context) -> Attribution | None:
    """The paragraph before ends with a colon and leads up to the quotation."""
    number = context.marked[index].paragraph
    if number == 0 or not _opens_paragraph(index, context):
        return None
    before = context.paragraphs[number - 1]
    if not before.of(context.text).rstrip().endswith(":"):
        return None
    clauses = context.clauses.get(number - 1, [])
    if clauses:
        clause = _who_tells_of_it(
            context.trees[number - 1], max(clauses, key=lambda found: found.end), clauses, context
        )
        return Attribution(clause.source, clause.cue, "colon_before")
    return _who_leads_up(number - 1, context)


def _who_tells_of_it(
    tree: Tree, clause: ReportingClause, clauses: list[ReportingClause], context: Context
) -> ReportingClause:
    """Return the clause in which somebody says what a thing does: "Lind reported that it was adding a town:"."""
    if clause.source.of(context.text).lower() != "it":
        return clause
    by_cue = {each.cue_index: each for each in clauses if each.kind == "speech" and not (each.passive or each.modal)}
    above = (by_cue[index] for index in tree.ancestors(clause.cue_index) if index in by_cue)
    return next((each for each in above if each.source != clause.source), clause)


def _who_leads_up(number: int, context: Context) -> Attribution | None:
    """Return the subject of a paragraph's only sentence: "Okafor filed this from the dam:"."""
    tree = context.trees.get(number)
    if tree is None or number in context.inside:
        return None
    tops = [i for i, token in enumerate(tree.tokens) if token.dep == "ROOT"]
    acting = [i for top in tops for i in tree.subjects(top) if can_speak(tree.tokens[i])]
    if len(tops) != 1 or len(acting) != 1:
        return None
    return Attribution(tree.phrase(acting[0]), None, "colon_before")


def answer_goes_on(index: int, context: Context) -> Attribution | None:
    """A question of the reporter stands before the words, and the paragraph before quotes one speaker."""
    stretch = context.marked[index]
    start = context.paragraphs[stretch.paragraph].start
    asked = _ASKED.fullmatch(context.text, start, stretch.outer.start)
    if asked is None or index == 0 or context.marked[index - 1].paragraph != stretch.paragraph - 1:
        return None
    last = context.answers[index - 1]
    return Attribution(last.source, last.cue, "answer_goes_on", index - 1) if last is not None else None


def paragraph_goes_on(index: int, context: Context) -> Attribution | None:
    """The paragraph is all quotation, and the paragraph before quotes one speaker."""
    stretch = context.marked[index]
    if index == 0 or not _opens_paragraph(index, context) or not context.is_speech(index):
        return None
    last = context.answers[index - 1]
    if last is None or context.marked[index - 1].paragraph != stretch.paragraph - 1:
        return None
    if _is_anothers(index, context) or is_anybodys_turn(index, context):
        return None
    return Attribution(last.source, last.cue, "paragraph_goes_on", index - 1)


def _is_anothers(index: int, context: Context) -> bool:
    """Return whether somebody acts behind the comma that ends the words, by whatever verb: “...,” Okoro countered."""
    stretch = context.marked[index]
    if context.inner(index)[-1:] != ",":
        return False
    end = next((each.outer.start for each in context.marked[index + 1 : index + 2]), context.sentence(index).end)
    tree = context.trees[stretch.paragraph]
    return (
        any(
            tree.outside(i) and token.dep == "nsubj" and token.pos in ("PROPN", "NOUN")
            for i, token in enumerate(tree.tokens)
            if stretch.outer.end <= token.start < min(end, context.sentence(index).end)
        )
        or context.text[stretch.outer.end : stretch.outer.end + 4] == "said"
    )


def reported_above(index: int, context: Context) -> Attribution | None:
    """The paragraph is all quotation, and the one before ends with what one person says or holds, without marks."""
    number = context.marked[index].paragraph
    if (
        number == 0
        or number - 1 in context.inside
        or not (fills_paragraph(index, context) and context.is_speech(index))
    ):
        return None
    tree = context.trees.get(number - 1)
    if tree is None or context.paragraphs[number - 1].of(context.text).rstrip()[-1:] not in (".", ":"):
        return None
    tops = [i for i, token in enumerate(tree.tokens) if token.dep == "ROOT" and token.text.strip()]
    clauses = context.clauses.get(number - 1, [])
    found = [
        clause
        for clause in clauses
        if not (clause.passive or clause.modal)
        and tops
        and (clause.cue_index == tops[-1] or _goes_on_from_top(tree, clause, tops[-1]))
        and _is_one_person(tree, clause.head)
    ]
    if not found or len({clause.source.of(context.text) for clause in found}) > 1:
        return None
    return Attribution(found[0].source, found[0].cue, "reported_above")


def _goes_on_from_top(tree: Tree, clause: ReportingClause, top: int) -> bool:
    """Return whether a sentence's subject also says what a participle reports: "Lind left, saying that it leaked"."""
    return clause.borrowed and clause.kind == "speech" and clause.head in tree.subjects(top)


def _is_one_person(tree: Tree, head: int) -> bool:
    """Return whether a subject is one person or body: no "they", no "critics", no "Lind and Okoro"."""
    token = tree.tokens[head]
    if any(tree.tokens[child].dep == "conj" for child in tree.children[head]):
        return False
    if token.pos == "PRON" or token.text.lower() in ("he", "she"):
        return token.text.lower() in ("he", "she")
    return token.tag in ("NNP", "NN") and can_speak(token)


FOLLOWING = (
    running_quote,
    answer_goes_on,
    same_paragraph,
    told_further_on,
    *TURNS,
    clause_before_in_paragraph,
    subject_before,
    colon_before,
    paragraph_goes_on,
    reported_above,
)


def _opens_paragraph(index: int, context: Context) -> bool:
    stretch = context.marked[index]
    return not context.text[context.paragraphs[stretch.paragraph].start : stretch.outer.start].strip()
