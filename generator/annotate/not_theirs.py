"""Words that nobody whom their sentence names said: a stretch in, whether it is told, asked, heard or shown."""

from __future__ import annotations

import re

from generator.annotate.context import Context
from generator.annotate.quoted_words import NOUN_FOLLOWS, WORD
from generator.annotate.reporting_clauses import ReportingClause, Tree, can_speak

_HEARING = frozenset({"hear", "overhear"})
# What somebody or something is called by whoever is not told: "a man identified as “the keeper”".
_CALLED = frozenset({"identify", "describe", "refer", "label", "list", "portray", "characterize", "characterise"})
CALLING = frozenset({"call", "dub", "label", "brand", "describe", "term", "deride", "mock", "dismiss"})
"""Verbs by which somebody calls a thing something in his own words."""
_WHICH_ONE = re.compile(r"(?:\b[Tt]he|[A-Z][\w.]*(?:[’']s|[sz][’']))\s$")
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_NAMED = frozenset({"dub", "nickname", "title", "entitle", "christen"})
# "was quoted as saying" names the speaker himself.
_QUOTED = frozenset({"quote", "cite"})
_ASKING = frozenset({"ask", "press", "question", "quiz", "challenge", "grill", "query", "probe"})
# "Asked whether", "the answer he gave when asked whether".
_TOLD_OF = frozenset({"advcl", "acl", "amod", "relcl"})
_ON_A_THING = re.compile(
    r"\b(?:emblazoned|inscribed|stamped|embroidered|engraved|tattooed|spray-painted|stencill?ed)\b[^.!?“”\"]{0,60}$"
)
# Verbs that tell what somebody does: words below what he does are the reporter's or everybody's.
_DOING = frozenset({"find", "seek", "use", "see", "show", "read"})
_FURTHER_DOWN = frozenset({"prep", "relcl", "acl", "advcl", "appos"})
TERM = 4  # words of what may be a term; longer stretches somebody said
FAR = 80  # characters that it reaches back: a sentence may hold thousands of quotations


def is_not_theirs(index: int, context: Context) -> bool:
    """Return whether whoever the sentence tells of did not say the words, so far as the grammar shows.

    “He was asked whether he had “any ties””, “what Okoro heard about the “leak””, “a man identified as “the keeper””.
    """
    tree = context.trees.get(context.marked[index].paragraph)
    if tree is None or context.is_speech(index):
        return False
    if _is_on_a_thing(index, context) or _is_asked(index, context) or _is_told_or_heard(index, context, tree):
        return True
    if is_in_question(index, context, tree):
        return True
    if len(WORD.findall(context.inner(index))) > TERM:
        return False
    if _tells_kind(index, context, tree):
        context.kinds_of_things.add(index)
        return True
    return _is_only_used(index, context, tree)


def _tells_kind(index: int, context: Context, tree: Tree) -> bool:
    """Return whether a quoted noun only tells which thing is meant: "the “gull” issue", "Lind’s “surge” plan".

    What is called so is in the caller’s words, "called it a “witch hunt” case"; so is an adjective, "a “vile” plan".
    """
    marks = tree.parse.marked
    inside = [i for i in tree.inside.get(index, ()) if tree.tokens[i].pos != "PUNCT"]
    outer = context.marked[index].outer
    which = _WHICH_ONE.search(context.text, max(0, outer.start - 24), outer.start) is not None
    if which and any(tree.tokens[i].tag in _FINITE for i in inside) and NOUN_FOLLOWS.match(context.text, outer.end):
        return True  # "the “gulls will come” sign": the parser makes no compound of a clause
    if not inside or any(tree.tokens[i].pos not in ("NOUN", "PROPN") for i in inside):
        return False
    tops = {tree.tokens[i].head for i in inside if marks[tree.tokens[i].head] != index}
    if len(tops) != 1 or (noun := tops.pop()) < inside[-1] or not tree.outside(noun):
        return False
    kinds = {tree.tokens[i].dep for i in inside if tree.tokens[i].head == noun}
    if tree.tokens[noun].pos not in ("NOUN", "PROPN") or not kinds <= {"compound", "nmod", "amod", "poss"}:
        return False
    if not which:
        return False
    by_cue = {clause.cue_index: clause for clause in context.clauses[context.marked[index].paragraph]}
    called = (by_cue[above] for above in tree.ancestors(noun) if above in by_cue)
    return not any(clause.cue_word in CALLING for clause in called)


def _is_on_a_thing(index: int, context: Context) -> bool:
    """Return whether the words are read on something: "a shirt emblazoned with the words “...”"."""
    end = context.marked[index].outer.start
    start = max(context.sentence(index).start, end - FAR)
    return _ON_A_THING.search(context.text, start, end) is not None


def _is_asked(index: int, context: Context) -> bool:
    """Return whether the reporter asks for what the words are part of: "Did Okoro tell anybody about the “leak”?"."""
    stretch, sentence = context.marked[index], context.sentence(index)
    behind = context.text[stretch.outer.end : sentence.end].rstrip()
    if not context.clauses_in(stretch.paragraph, sentence):
        return False
    return behind.endswith("?") and stretch.inner.of(context.text)[-1:] not in ",.!?"


def is_in_question(index: int, context: Context, tree: Tree) -> bool:
    """Return whether the words stand in what somebody was asked, so that the question has them and not the answer.

    “Asked whether the dam was a “failure,” Okoro said that”, “Pressed on her “gull tax”, Okoro left”.
    """
    marks, outer = tree.parse.marked, context.marked[index].outer
    tops = [i for i in tree.inside.get(index, ()) if marks[tree.tokens[i].head] != index]
    for top in tops:
        for above in tree.ancestors(top):
            token = tree.tokens[above]
            asked = token.tag == "VBN" and token.lemma.lower() in _ASKING and token.dep in _TOLD_OF
            if asked and tree.outside(above) and token.start < outer.start:
                return not any(tree.tokens[child].dep == "aux" for child in tree.children[above])
    return False


def _is_told_or_heard(index: int, context: Context, tree: Tree) -> bool:
    """Return whether the nearest verb above that reports is done to somebody, or is one of hearing."""
    by_cue = {clause.cue_index: clause for clause in context.clauses[context.marked[index].paragraph]}
    marks = tree.parse.marked
    tops = [i for i in tree.inside.get(index, ()) if marks[tree.tokens[i].head] != index]
    # "Somebody described as “a friend” waits, Okoro added": she describes him so.
    end = context.marked[index].outer.end
    stated = {
        cue
        for cue, clause in by_cue.items()
        if clause.start >= end and clause.kind == "speech" and not (clause.passive or clause.borrowed)
    }
    return any(_nobody_above(top, tree, by_cue) and stated.isdisjoint(tree.ancestors(top)) for top in tops)


def _is_only_used(index: int, context: Context, tree: Tree) -> bool:
    """Return whether a term stands where the sentence only uses it: below something done, or in words put in front.

    “The harbour seeks to grow through “gull tourism””, “As for the “gull tax,” Okoro expects that”.
    """
    by_cue = {clause.cue_index: clause for clause in context.clauses[context.marked[index].paragraph]}
    marks = tree.parse.marked
    inside = [i for i in tree.inside.get(index, ()) if tree.tokens[i].pos != "PUNCT"]
    tops = [i for i in inside if marks[tree.tokens[i].head] != index]
    return bool(tops) and all(_used_above(top, tree, by_cue) for top in tops)


def _used_above(top: int, tree: Tree, by_cue: dict[int, ReportingClause]) -> bool:
    path, child, used = [tree.tokens[top].dep], top, False
    for above in tree.ancestors(top):
        clause = by_cue.get(above)
        if clause is None or not tree.outside(above):
            path.append(tree.tokens[above].dep)
            child = above
            continue
        if used and clause.kind == "speech":
            return False  # "Lind said that they seek ...": in whoever's words says so
        in_front = tree.tokens[child].dep == "prep" and child < min(clause.head, above)
        done = clause.cue_word in _DOING and not _FURTHER_DOWN.isdisjoint(path)
        if not (used or in_front or done):
            return False
        used = True
        path.append(tree.tokens[above].dep)
        child = above
    return used


def _nobody_above(top: int, tree: Tree, by_cue: dict[int, ReportingClause]) -> bool:
    for above in tree.ancestors(top):
        token, clause = tree.tokens[above], by_cue.get(above)
        if not tree.outside(above):
            continue
        if token.lemma in _HEARING and token.pos == "VERB":
            return not _is_said(above, tree, by_cue)
        if clause is not None and clause.passive and token.dep == "advcl":
            if clause.kind == "about":
                return True  # "Dubbed the “gull queen,” Okoro fled"
            continue
        if token.lemma in _NAMED and _is_called(tree, above):
            return True  # "shows dubbed “the gull hour,” in which Okoro sang"
        if clause is not None:
            told = clause.kind == "speech" or clause.cue_word in _CALLED
            return clause.passive and told and clause.cue_word not in _QUOTED
        if _is_called(tree, above):
            return True
    return False


def _is_said(index: int, tree: Tree, by_cue: dict[int, ReportingClause]) -> bool:
    """Return whether somebody says so himself: "Okoro said he loved hearing from the “gulls”"."""
    another = any(tree.tokens[who].pos != "PRON" for who in tree.subjects(index))
    if another or any(tree.tokens[child].tag == "WP" for child in tree.children[index]):
        return False  # "Lind told us what Okoro heard about the “leak”", "what he had heard about it"
    below = index
    for above in tree.ancestors(index):
        if tree.tokens[below].dep == "conj":
            return False  # "Lind said so, but was shocked when she heard of the “gulls”"
        clause = by_cue.get(above)
        if clause is not None and clause.kind == "speech":
            return not (clause.passive or clause.modal)
        below = above
    return False


def _is_called(tree: Tree, index: int) -> bool:
    """Return whether a participle tells what somebody is called, and not by whom: "identified as", "referred to as"."""
    token, before = tree.tokens[index], tree.tokens[max(0, index - 1)]
    if token.lemma in _NAMED and before.tag in ("NN", "NNS") and not can_speak(before):
        return True  # "evenings dubbed “the gull hour”", whatever the parser makes of it
    if token.tag != "VBN" or token.lemma not in _CALLED | _NAMED:
        return False
    below = {tree.tokens[child].dep for child in tree.children[index]}
    done = token.dep in ("acl", "advcl") or "auxpass" in below
    return done and not below & {"agent", "aux"}
