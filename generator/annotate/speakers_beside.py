"""Speaker rules that look beside the quotation: its own sentence, a label before it, a signature after it."""

from __future__ import annotations

import re

from generator.annotate.context import Attribution, Context
from generator.annotate.cues import base_form, cue_kind
from generator.annotate.not_theirs import CALLING, is_in_question
from generator.annotate.people import OUTLET_NOUNS, is_outlet
from generator.annotate.quoted_words import stands_behind_a_word
from generator.annotate.reporting_clauses import (
    WHOM,
    ReportingClause,
    Tree,
    attributing_noun,
    can_speak,
    is_brought_to,
    possessor,
    stands_beside,
)
from generator.annotate.set_apart import writers_line
from generator.language import Token
from generator.records import Span
from generator.wordlists import words

MAX_TAIL = 90  # code points from a quotation to the source or cue after it; tuned on PolNeAR train
_SIGNATURE = re.compile(
    r"[\s\"”’]{0,3}[―—–-]{1,2}\s?(?P<name>(?:[A-Z@][\w.’'-]*\s){0,4}[A-Z][\w.’'-]*\w)(?=\s*(?:[,(\[.]|$|\n|@))"
)
_HEADED = re.compile(r"\s*(?!The\s)(?P<name>(?:[A-Z][\w.’'-]*\s){0,3}[A-Z][\w.’'-]+):\s(?=\S)")
_LED = re.compile(
    r"(?:^|[\n.!?)\]”\"]\s*|\s[—–-]\s?)(?:And\s|But\s|Then\s|Or\s)?(?:(?:(?:[Mm]ore|[Tt]his)\s)?[Ff]rom\s|by\s)?"
    r"(?P<name>[A-Z][\w.’'-]*(?:\s(?:and\s|de\s|van\s|von\s|al-)?[A-Z][\w.’'-]*){0,5})\s?:\s*$"
)
# The stop of "a note from Gen. Ann Okoro:" ends no sentence.
_SHORTENED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Maj|Sgt|Capt|Cmdr|Adm|Rev|Hon|Prof|Amb)\.\s$")
_SENDER = re.compile(
    r"\s*(?:From|By|Letter from|A (?:letter|note|message) from)\s(?:the desk of\s)?"
    r"(?P<name>[A-Z][^\n:“”\"]{2,90}?)[.:]?\s*"
)
_SAYING = re.compile(
    r"[\s,—–-]{0,3}\s(?:an?\s(?:[a-z-]+\s){1,2})?"
    r"(?P<name>(?:[A-Z][\w.’'-]*\s){1,4}|(?:he|she)\s|the\s(?:[\w’'-]+\s){1,3})(?P<verb>[a-z]{3,})"
    r"(?=[,.;]|\s(?:on|in|at|to|from|with|as|when|while|after|before|and)\b|$)"
)
_SAYING_INVERTED = re.compile(
    r"[\s,—–-]{0,3}\s(?P<verb>[a-z]{3,})\s(?P<name>(?:[A-Z][\w.’'-]*\s){0,3}[A-Z][\w’'-]*)(?=[.,;](?:\s|$))"
)
_LABEL = re.compile(
    r"\s*(?:(?:And|But)\s)?(?:(?:(?:[Mm]ore|[Tt]his)\s)?[Ff]rom\s)?(?P<name>(?:\w[\w.’'-]*,?\s){0,7}[A-Z][\w.’'-]+)"
    r"(?:\s\([^()]{1,40}\))?\s?:\s*"
)
_LIKE_THEIR_BASE = frozenset({"read"})
_ENDS_OPEN = re.compile(r"(?:[,?!…—–-]|\.\.\.)[\"'”’)\]]*$")
_TAIL_OPENS = re.compile(r"\s*[,—–-]")
_ATTACHED = re.compile(r"[,:]\s*$")
_COMMA_AFTER = re.compile(r"(?:\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?,")
_COMMA_BEFORE = re.compile(r",\s?(?:as\s)?$")
_REMARKS = frozenset({"remark", "comment", "statement", "claim", "quote", "quip", "joke", "tweet", "jibe", "assertion"})
_TELLING = frozenset({"tell", "inform", "advise"})
_DOCUMENTS = frozenset(
    "code constitution statute law rule report complaint indictment affidavit filing lawsuit memo ruling policy".split()  # noqa: SIM905
)
# Verbs that tell what somebody does more often than what he says: what a paper tells of it may be its own words.
_SEEING = frozenset("see find seek want put show present cast use offer issue sound raise".split())  # noqa: SIM905
_BEING_PROOF = frozenset({"show", "indicate", "suggest"})
_SPOKEN_OF = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})
_TOLD_BY_NOUN = frozenset({"acl", "ccomp", "appos"})
_BEFORE_NOUN = frozenset({"amod", "compound", "nmod"})
_WHEN = frozenset({"after", "before", "since", "following", "until"})
_READS = frozenset({"say", "read", "state", "declare", "proclaim"})
_COLON = re.compile(r":\s*$")
# “a tie”, as Okoro put it
_AS_PUT = re.compile(r",?\sas\s")
_PUTTING = frozenset({"put", "call", "say", "describe", "term"})
_OF_HIMSELF = re.compile(r"(?:he|she)\b(?!\s(?:said|says|told|asked)\b)")
_SERVES_NEWS = re.compile(r"\b(?:[Nn]ews|[Pp]ress|[Ww]ire|[Mm]onitoring|[Ii]ntelligence)\s(?:[Aa]gency|[Ss]ervice)$")
_OBJECT = re.compile(r"\s(?:(?:it|him|her|them|this|that|himself|herself|themselves)\s)?(?:as\s|that\s|an?\s|the\s)?")
_JOINED = re.compile(r"\W*\b(?:while|whereas|although|though|even as|but|and)\b")
_ALSO = re.compile(r",?\s(?:and|or|but|and then|and that|or that)\s(?:(?:a|an|the|to|of|as)\s)?|,\s(?:(?:a|an|the)\s)?")


def signature(index: int, context: Context) -> Attribution | None:
    """A name follows the quotation after a dash."""
    stretch = context.marked[index]
    match = _SIGNATURE.match(context.text, stretch.outer.end)
    if match is None or not context.is_speech(index):
        return None
    name = Span(*match.span("name"))
    if any(line.covers(name) for line in writers_line(context.text)):
        return None
    leads = _leads(index, context)
    if leads is not None and leads.kind == "speech" and leads.cue_word != "read":
        return None  # "The mayor said: “...” — Ann Okoro": she passes on what the mayor said
    ends = context.inner(index)[-1:] in ".?!…\"'’)" or stretch.outer.end == context.paragraphs[stretch.paragraph].end
    return Attribution(name, None, "signature") if ends else None


def label(index: int, context: Context) -> Attribution | None:
    """A name and a colon stand before the quotation, as in a transcript."""
    stretch = context.marked[index]
    start = context.sentence(index).start
    if stretch.outer.start - start > 90 or context.clauses_in(stretch.paragraph, Span(start, stretch.outer.start)):
        return None
    match = _LABEL.fullmatch(context.text, start, stretch.outer.start)
    # "LIND: “Soon,” you told us": whoever is labelled speaks without marks, and quotes another one.
    behind = context.text[stretch.outer.end : context.paragraphs[stretch.paragraph].end].lstrip()
    if behind[:1].islower():
        return None
    return Attribution(Span(*match.span("name")), None, "label") if match else None


def led_by_name(index: int, context: Context) -> Attribution | None:
    """A name and a colon end what stands before the quotation: ... – Ann Okoro: “...”."""
    stretch = context.marked[index]
    start = context.paragraphs[stretch.paragraph].start
    if not context.is_speech(index):
        return None
    match = _LED.search(context.text, max(start, stretch.outer.start - 90), stretch.outer.start)
    if match is None or _SHORTENED.search(context.text, start, match.start("name")):
        return None
    return Attribution(Span(*match.span("name")), None, "led_by_name")


def sender_above(index: int, context: Context) -> Attribution | None:
    """The line before says from whom the words are."""
    stretch = context.marked[index]
    if (
        stretch.paragraph == 0
        or context.text[context.paragraphs[stretch.paragraph].start : stretch.outer.start].strip()
    ):
        return None
    above = context.paragraphs[stretch.paragraph - 1]
    match = _SENDER.fullmatch(context.text, above.start, above.end) or _LED.search(
        context.text, max(above.start, above.end - 90), above.end
    )
    return Attribution(Span(*match.span("name")), None, "sender_above") if match else None


def headed_by_name(index: int, context: Context) -> Attribution | None:
    """A name and a colon open the sentence, as in a headline: Okoro: The dam “will hold”."""
    sentence = context.sentence(index)
    stretch = context.marked[index]
    if any(not clause.passive for clause in context.clauses_in(stretch.paragraph, sentence)):
        return None
    match = _HEADED.match(context.text, sentence.start, min(sentence.end, sentence.start + 60))
    if match is None or match.end() > stretch.outer.start:
        return None
    return Attribution(Span(*match.span("name")), None, "headed_by_name")


def name_after(index: int, context: Context) -> Attribution | None:
    """A name, or “she”, and some other verb follow the quotation: “...?” Okoro pressed, “...?” countered Okoro."""
    stretch = context.marked[index]
    if not context.is_speech(index) or not _ENDS_OPEN.search(context.inner(index)):
        return None
    limit = min(context.paragraphs[stretch.paragraph].end, stretch.outer.end + 80)
    match = _SAYING.match(context.text, stretch.outer.end, limit)
    if match is None or not _is_saying(match["verb"], match["name"]):
        match = _SAYING_INVERTED.match(context.text, stretch.outer.end, limit)
    if match is None or not _is_saying(match["verb"], match["name"]):
        return None
    listed = not match["verb"].endswith("ed") or match["name"].startswith("the ")
    if listed and _leads(index, context) is not None:
        return None  # "Lind fired back, “As a friend,” she wrote"
    name = Span(match.start("name"), match.start("name") + len(match["name"].rstrip()))
    return Attribution(name, Span(*match.span("verb")), "name_after")


def _is_saying(verb: str, name: str) -> bool:
    """Return whether a finite verb can end words with a comma: any in -ed behind a name, else one that reports."""
    if verb.endswith("ed") and not name.startswith("the "):
        return True
    if any(not _SHORTENED.search(name[: stop.end()]) for stop in re.finditer(r"\.\s", name)):
        return False  # “...,” said Prat. He said
    if name.startswith("the ") and base_form(verb) == "report":
        return False  # a paper behind the words only passes them on
    several = name.startswith("the ") and name.rstrip().endswith("s")
    finite = base_form(verb) != verb or verb in _LIKE_THEIR_BASE or several
    return finite and not verb.endswith("ing") and cue_kind(verb) == "speech"


def clause_after(index: int, context: Context) -> Attribution | None:
    """A reporting clause follows the quotation: “...,” he said."""
    clause = _tail(index, context)
    if clause is None or clause.cue_word == "according":
        return None
    stretch = context.marked[index]
    if _goes_on_from(index, context, clause) is not None:
        return None
    own = context.is_speech(index) and not (_leads(index, context) or stands_behind_a_word(context.text, stretch))
    # “...”, reports the Courier: for a part of the reporter's sentence that may only say who carried it.
    tree = context.trees[stretch.paragraph]
    put = _AS_PUT.fullmatch(context.text, stretch.outer.end, clause.start) is not None and clause.cue_word in _PUTTING
    if not (own or put) and (
        clause.start - stretch.outer.end > 3 or clause.kind != "speech" or clause.cue_word == "report"
    ):
        return None
    if not own and _has_clause_of_its_own(tree, clause.cue_index):
        return None  # "For all the talk of “Mud Gulls,” Okafor said the weir would hold"
    if is_in_question(index, context, tree):
        return None
    if (not put and _says_something_else(index, context, clause, own)) or (
        not own and _carries_anothers(index, context, clause)
    ):
        return None
    last = context.answers[index - 1] if index else None
    if last is not None and _is_passed_on(index, context, clause, last):
        return Attribution(last.source, last.cue, "same_paragraph", index - 1)
    return _answer(clause, "clause_after")


def clause_after_stop(index: int, context: Context) -> Attribution | None:
    """A short reporting clause follows as a sentence of its own: “...!” Mr Ellis said."""
    stretch = context.marked[index]
    if not context.is_speech(index) or _leads(index, context) or context.inner(index)[-1:] not in ".?!…":
        return None
    sentence = context.sentence_after(index)
    if sentence is None or any(context.marked[i].outer.start < sentence.end for i in _later(index, context)):
        return None
    for clause in context.clauses_in(stretch.paragraph, sentence)[:1]:
        tree = context.trees[stretch.paragraph]
        speaks = clause.kind == "speech" and not clause.passive and not clause.borrowed
        if speaks and clause.start - sentence.start < 12 and not _has_complement(tree, clause.cue_index):
            if context.inner(index)[-1:] == "." and sentence.end - clause.end > 25:
                return None
            return _answer(clause, "clause_after_stop")
    return None


def lead_in(index: int, context: Context) -> Attribution | None:
    """A reporting clause leads up to the quotation: he said, “...”."""
    clause = _leads(index, context)
    if clause is None:
        return None
    tree = context.trees[context.marked[index].paragraph]
    if _whose_words_follow(index, context, clause) is not None:
        return None
    if is_brought_to(tree, clause.cue_index):
        return _answer(clause, "lead_in")  # "Lind said it was late, prompting Okoro to reply: “...”"
    by_cue = {found.cue_index: found for found in context.clauses[context.marked[index].paragraph]}
    outer = [
        (found, relation)
        for found, relation in _governing(tree, clause.cue_index, by_cue, index)
        if found.end <= clause.end
    ]
    return _answer(_outermost(tree, [(clause, ""), *outer]), "lead_in")


def inserted_clause(index: int, context: Context) -> Attribution | None:
    """A reporting clause is set into the sentence between commas: the plan, she said, was “...”."""
    stretch, sentence = context.marked[index], context.sentence(index)
    text = context.text
    for clause in context.clauses_in(stretch.paragraph, Span(sentence.start, stretch.outer.start)):
        closed = _COMMA_AFTER.match(text, clause.end) and _COMMA_BEFORE.search(
            text, max(0, clause.start - 6), clause.start
        )
        if (
            closed
            and not _is_aside(index, context, clause)
            and clause.kind == "speech"
            and not (clause.borrowed or clause.passive or clause.modal)
            and not _SOURCE_GOES_ON.fullmatch(text, clause.end, stretch.outer.start)
        ):
            return _answer(clause, "inserted_clause")
    return None


def _whose_words_follow(index: int, context: Context, clause: ReportingClause) -> int | None:
    """Return whose the thing is that a clause tells of before a colon: "She recalled the keepers' answer: “...”".

    None where it is the subject's own, "posted her answer: “...”", or nobody's.
    """
    stretch = context.marked[index]
    if not _COLON.search(context.text, clause.end, stretch.outer.start):
        return None
    tree = context.trees[stretch.paragraph]
    for child in tree.children[clause.cue_index]:
        token = tree.tokens[child]
        thing = token.dep == "dobj" and child > clause.cue_index and tree.outside(child) and token.pos == "NOUN"
        if not thing or token.start > stretch.outer.start or can_speak(token):
            continue
        owner = next((i for i in (possessor(tree, child), _of_whom(tree, child)) if i is not None), None)
        if owner is not None and can_speak(tree.tokens[owner]) and tree.tokens[owner].pos != "PRON":
            return None if _tells_already(tree, clause.cue_index, child, stretch.outer.start) else owner
    return None


def _tells_already(tree: Tree, cue: int, noun: int, end: int) -> bool:
    """Return whether a clause before `end` tells what the thing says: "the keepers' view that the dam holds: “...”"."""
    return any(
        tree.tokens[child].dep in _TOLD_BY_NOUN and noun < child and tree.tokens[child].start < end
        for child in (*tree.children[noun], *tree.children[cue])
        if tree.outside(child)
    )


def _of_whom(tree: Tree, noun: int) -> int | None:
    """Return the noun behind "of": "keepers" in "the answer of the keepers"."""
    joints = (child for child in tree.children[noun] if tree.tokens[child].text.lower() == "of")
    below = (child for joint in joints for child in tree.children[joint] if tree.tokens[child].dep == "pobj")
    return next((child for child in below if tree.outside(child)), None)


# "according to the board, which gave her one of its “genius” grants": what is told of the source.
_SOURCE_GOES_ON = re.compile(r",\s(?:which|who|whose)\s(?:[^,“”\"]|,(?=\d))*")
_DASH = re.compile(r"—|–|--|(?<= )-(?= )")


def _is_aside(index: int, context: Context, clause: ReportingClause) -> bool:
    """Return whether a clause ends with a dash before the words: "Okoro -- who, Lind said, ran it -- told us “...”"."""
    start, end = context.sentence(index).start, context.marked[index].outer.start
    return all(
        len(_DASH.findall(context.text, low, high)) % 2 for low, high in ((start, clause.start), (clause.end, end))
    )


def beside_another(index: int, context: Context) -> Attribution | None:
    """The words are joined to quoted words of the same sentence by “and” or “or”."""
    stretch = context.marked[index]
    if index == 0 or context.marked[index - 1].paragraph != stretch.paragraph or context.is_speech(index):
        return None
    last, before = context.answers[index - 1], context.marked[index - 1].outer
    if (
        last is None
        or context.is_speech(index - 1)
        or not _ALSO.fullmatch(context.text, before.end, stretch.outer.start)
    ):
        return None
    return Attribution(last.source, last.cue, "beside_another", index - 1)


def owned_words(index: int, context: Context) -> Attribution | None:
    """The quoted words are what somebody's claim or remark says: Lind rejected Okoro's claim that “...”."""
    tree = context.trees.get(context.marked[index].paragraph)
    if tree is None:
        return None
    leads = _leads(index, context)
    if leads is not None and (owner := _whose_words_follow(index, context, leads)) is not None:
        return Attribution(tree.phrase(owner), leads.cue, "owned_words")
    colon = _COLON.search(context.text, context.sentence(index).start, context.marked[index].outer.start)
    if leads is not None and colon is not None and context.is_speech(index):
        return None
    cues = {clause.cue_index for clause in context.clauses[context.marked[index].paragraph]}
    for top in _tops(index, tree):
        child = top
        for ancestor in tree.ancestors(top):
            token = tree.tokens[ancestor]
            if ancestor in cues:
                break
            before = child < ancestor and tree.tokens[child].dep in _BEFORE_NOUN and token.lemma.lower() in _REMARKS
            told = tree.tokens[child].dep in _TOLD_BY_NOUN or before  # Okoro's “two keys” remark
            # "Lind called Okoro's assertion of a “right to row” wrong": no words of Lind's.
            told = told or _tells_what_of(tree, child, top)
            told = told or (_is_said_of(tree, child, top) and not cues.isdisjoint(tree.ancestors(ancestor)))
            if tree.outside(ancestor) and attributing_noun(token) and told:
                if tree.tokens[child].dep == "appos" and _is_called_so(tree, ancestor):
                    return None  # "Lind called the Liberals' offer a “joke”": the words are hers
                owner = possessor(tree, ancestor)
                if owner is None or _only_tells_when(tree, ancestor):
                    return None
                return Attribution(tree.phrase(owner), Span(token.start, token.end), "owned_words")
            child = ancestor
    return None


def _is_called_so(tree: Tree, noun: int) -> bool:
    """Return whether somebody calls a thing something, so that what stands behind it is in his words."""
    token = tree.tokens[noun]
    return token.dep in ("dobj", "nsubj") and base_form(tree.tokens[token.head].text) in CALLING and noun > token.head


def _tells_what_of(tree: Tree, preposition: int, top: int) -> bool:
    """Return whether the words are of a clause that is said of somebody: "her remarks about Okoro having “sold” it"."""
    if tree.tokens[preposition].text.lower() != "about":
        return False
    return any(tree.tokens[above].tag == "VBG" and preposition < above < top for above in tree.ancestors(top))


def _is_said_of(tree: Tree, preposition: int, top: int) -> bool:
    """Return whether the words are all that stands behind a noun's "of" or "to": "Okoro's reference to “the gulls”"."""
    joined = tree.tokens[preposition].text.lower() in ("of", "to") and tree.tokens[top].head == preposition
    return joined and tree.tokens[top].dep == "pobj"


def governing_clause(index: int, context: Context) -> Attribution | None:
    """The quoted words are part of what a reporting verb of the same sentence reports."""
    tree = context.trees.get(context.marked[index].paragraph)
    if tree is None:
        return None
    tail = _tail(index, context)
    if tail is not None and (going_on := _goes_on_from(index, context, tail)) is not None:
        return _answer(going_on, "governing_clause")
    by_cue = {clause.cue_index: clause for clause in context.clauses[context.marked[index].paragraph]}
    right_before = _right_before(index, context)
    for top in _tops(index, tree):
        chain = [found for found in _governing(tree, top, by_cue, index) if not _is_aside(index, context, found[0])]
        by_whom = chain and chain[0][0].cue_word in CALLING and _only_tells_by_whom(tree, right_before)
        if (
            chain
            and right_before is not None
            and not by_whom
            and all(clause.cue != right_before.cue for clause, _ in chain)
        ):
            chain = [(right_before, "")]  # the parser hung the words below another verb
        if chain:
            chosen = _outermost(tree, chain, _OF_HIMSELF.match(context.inner(index)) is not None)
            inner = chosen.modal or (_is_thing(tree.tokens[chosen.head]) and not _does_something(tree, chosen.head))
            inner = inner or chosen.cue_word in ("talk", "discuss")
            stated = _stated_source(index, context) if inner else None
            return _answer(stated or chosen, "governing_clause")
    return _answer(right_before, "governing_clause") if right_before is not None else None


def _only_tells_by_whom(tree: Tree, clause: ReportingClause | None) -> bool:
    """Return whether a clause tells by whom a thing was done: "called the papers shown by Okoro “a leak”"."""
    if clause is None or clause.source.start < clause.cue.start:
        return False
    token = tree.tokens[clause.cue_index]
    return token.tag == "VBN" and token.dep == "acl"


def _right_before(index: int, context: Context) -> ReportingClause | None:
    """Return the clause that stands right before the words, with an object at most: "Okoro calls it “...”"."""
    stretch, sentence = context.marked[index], context.sentence(index)
    before = context.clauses_in(stretch.paragraph, Span(sentence.start, stretch.outer.start))
    last = max(before, key=lambda found: found.end, default=None)
    if last is None or last.passive or last.infinitive:
        return None
    return last if _OBJECT.fullmatch(context.text, last.end, stretch.outer.start) else None


def according_to(index: int, context: Context) -> Attribution | None:
    """The sentence says according to whom."""
    sentence = context.sentence(index)
    for clause in context.clauses_in(context.marked[index].paragraph, sentence):
        if clause.cue_word == "according":
            return _answer(clause, "according_to")
    return None


def attributing_words(index: int, context: Context) -> Attribution | None:
    """The quoted words stand with somebody's statement, claim or promise."""
    tree = context.trees.get(context.marked[index].paragraph)
    if tree is None:
        return None
    for top in _tops(index, tree):
        for ancestor in tree.ancestors(top):
            token = tree.tokens[ancestor]
            if tree.outside(ancestor) and attributing_noun(token) and not _only_tells_when(tree, ancestor):
                owner = possessor(tree, ancestor)
                if owner is not None and not is_in_question(index, context, tree):
                    return Attribution(tree.phrase(owner), Span(token.start, token.end), "attributing_words")
    return None


def _only_tells_when(tree: Tree, noun: int) -> bool:
    """Return whether somebody's words only date what is told: "she said after Okoro's announcement that"."""
    token = tree.tokens[noun]
    return token.dep == "pobj" and tree.tokens[token.head].text.lower() in _WHEN


def colon_subject(index: int, context: Context) -> Attribution | None:
    """A sentence without a reporting word leads up to the quotation with a colon."""
    stretch, sentence = context.marked[index], context.sentence(index)
    tree = context.trees.get(stretch.paragraph)
    if tree is None or not _COLON.search(context.text, sentence.start, stretch.outer.start):
        return None
    before = [i for i, token in enumerate(tree.tokens) if sentence.start <= token.start < stretch.outer.start]
    for i in reversed(before):
        if attributing_noun(tree.tokens[i]) and (owner := possessor(tree, i)) is not None:
            return Attribution(tree.phrase(owner), None, "colon_subject")
    for i in before:
        if tree.outside(i) and tree.tokens[i].dep == "nsubj" and can_speak(tree.tokens[i]):
            return Attribution(tree.phrase(i), None, "colon_subject")
    return None


def clause_in_sentence(index: int, context: Context) -> Attribution | None:
    """The only reporting clause of the sentence."""
    stretch, sentence = context.marked[index], context.sentence(index)
    found = [
        clause
        for clause in context.clauses_in(stretch.paragraph, sentence)
        if not (clause.passive or clause.infinitive or _is_aside(index, context, clause))
        and (clause.end <= stretch.outer.start or clause.start >= stretch.outer.end)
    ]
    before = [clause for clause in found if clause.end <= stretch.outer.start]
    if before:
        return _answer(max(before, key=lambda clause: clause.end), "clause_in_sentence")
    tree = context.trees[stretch.paragraph]
    # "Many “liked” the gulls that Okoro posted", "formed a “gull unit” while Okoro conceded": no words of Okoro's
    found = [
        clause
        for clause in found
        if context.is_speech(index)
        or not (
            tree.tokens[clause.cue_index].dep == "relcl"
            or (
                (stands_beside(tree, clause.cue_index) or _only_tells_where(tree, clause))
                and _has_words_of_its_own(tree, clause.cue_index)
            )
        )
    ]
    if found and (not context.is_speech(index) or _ENDS_OPEN.search(context.inner(index))):
        return _answer(min(found, key=lambda clause: clause.start), "clause_in_sentence")
    return None


def sentence_subject(index: int, context: Context) -> Attribution | None:
    """The subject of a sentence in which a word tells, claims or calls the quoted words something."""
    if context.is_speech(index):
        return None
    tree = context.trees.get(context.marked[index].paragraph)
    if tree is None:
        return None
    for top in _tops(index, tree):
        # "the “order” that they left in" has a subject too, who said nothing
        told = _is_being_told(index, context, tree)
        for ancestor in tree.ancestors(top):
            told = told or (tree.outside(ancestor) and cue_kind(tree.tokens[ancestor].text) is not None)
            for child in tree.subjects(ancestor) if told else ():
                if tree.outside(child) and child != top and can_speak(tree.tokens[child]):
                    return Attribution(_with_antecedent(tree, ancestor, child), None, "sentence_subject")
    return None


def _is_being_told(index: int, context: Context, tree: Tree) -> bool:
    """Return whether "saying" or "telling" stands before the words in their sentence, wherever it hangs."""
    start, end = context.sentence(index).start, context.marked[index].outer.start
    return any(
        token.tag == "VBG" and start <= token.start < end and base_form(token.text) in words("cues.txt", "plain")
        for token in tree.tokens
    )


def _with_antecedent(tree: Tree, verb: int, subject: int) -> Span:
    """Return the words of a subject; of "who", with whom it means before it: "The candidate, who calls it"."""
    whole, head = tree.phrase(subject), tree.tokens[verb].head
    if tree.tokens[subject].text.lower() == "who" and tree.tokens[verb].dep == "relcl" and tree.outside(head):
        return Span(min(tree.phrase(head).start, whole.start), whole.end)
    return whole


BESIDE = (
    signature,
    label,
    clause_after,
    clause_after_stop,
    led_by_name,
    name_after,
    sender_above,
    lead_in,
    inserted_clause,
    beside_another,
    owned_words,
    governing_clause,
    according_to,
    attributing_words,
    colon_subject,
    clause_in_sentence,
    headed_by_name,
    sentence_subject,
)
LOOSE = (governing_clause, clause_in_sentence, sentence_subject)
"""Those that take a verb or a subject of the sentence, wherever the quoted words stand in it."""


def _answer(clause: ReportingClause, rule: str) -> Attribution:
    return Attribution(clause.source, clause.cue, rule)


def _later(index: int, context: Context) -> list[int]:
    return [i for i in context.inside[context.marked[index].paragraph] if i > index]


def _tail(index: int, context: Context) -> ReportingClause | None:
    """Return the first reporting clause after the quotation and before the next one, in the same sentence."""
    stretch, sentence = context.marked[index], context.sentence(index)
    if not (_ENDS_OPEN.search(context.inner(index)) or _TAIL_OPENS.match(context.text, stretch.outer.end)):
        return None
    end = min((context.marked[i].outer.start for i in _later(index, context)), default=sentence.end)
    clauses = context.clauses_in(stretch.paragraph, Span(stretch.outer.end, min(end, sentence.end)))
    clauses = [clause for clause in clauses if not clause.passive]
    if not clauses:
        return None
    clauses.sort(key=lambda found: found.start)
    clause = clauses[0]
    if clauses[1:] and _only_tells_more(context.trees[stretch.paragraph], clause) and _is_plain(clauses[1]):
        clause = clauses[1]  # “...,” a trade that had seen better days, said Ann Okoro
    if clause.start - stretch.outer.end > MAX_TAIL or (clause.borrowed and clause.kind == "about"):
        return None
    return clause


def _only_tells_more(tree: Tree, clause: ReportingClause) -> bool:
    """Return whether a clause only tells more of a noun, or what somebody was heard doing: "a trade that had seen"."""
    token = tree.tokens[clause.cue_index]
    return token.dep == "relcl" or (token.tag == "VBG" and clause.source.end < clause.cue.start and not clause.borrowed)


def _is_plain(clause: ReportingClause) -> bool:
    """Return whether an everyday word of speech reports, of somebody who says so himself."""
    return clause.cue_word in words("cues.txt", "plain") and not (clause.borrowed or clause.modal or clause.infinitive)


def _says_something_else(index: int, context: Context, clause: ReportingClause, own: bool) -> bool:
    """Return whether the clause behind the quotation has words of its own to report, and one before it these.

    “Okoro called it “an eyesore,” while Lind said that”, “As Okoro called it “an eyesore,” Lind said she”.
    """
    stretch, sentence = context.marked[index], context.sentence(index)
    before = context.clauses_in(stretch.paragraph, Span(sentence.start, stretch.outer.start))
    if not before:
        return False
    tree = context.trees[stretch.paragraph]
    last = max(before, key=lambda found: found.end)
    if not context.text[last.end : stretch.outer.start].strip(", ") and _tells_of_a_noun(tree, last):
        # "a sign that said “...,” Okoro said", "a man who yelled, “...!” Okoro said"
        return True
    joined = bool(_JOINED.match(context.text, stretch.outer.end, clause.start))
    return _has_complement(tree, clause.cue_index) and (joined or not own)


def _tells_of_a_noun(tree: Tree, clause: ReportingClause) -> bool:
    """Return whether a reporting clause tells what somebody or something says: "a sign that said"."""
    verb = clause.cue_index
    while tree.tokens[verb].dep == "conj":
        verb = tree.tokens[verb].head  # "who had followed her and yelled"
    # "Nothing that Okoro said “will help,” Lind said": there the noun is what was said, and the words go on from it.
    itself = any(tree.tokens[child].text.lower() in ("who", "which", "that") for child in tree.subjects(verb))
    return tree.tokens[verb].dep == "relcl" and clause.kind == "speech" and not clause.passive and itself


def _goes_on_from(index: int, context: Context, clause: ReportingClause) -> ReportingClause | None:
    """Return the clause whose words end here, with a paper behind: "Lind said he left “before ...,” the Mail said".

    None where no paper tells of it, or where the words begin anew.
    """
    stretch, number = context.marked[index], context.marked[index].paragraph
    if not context.inner(index)[:1].islower() or not _is_carrier(context.trees[number], clause):
        return None
    before = context.clauses_in(number, Span(context.sentence(index).start, stretch.outer.start))
    return next((found for found in before[::-1] if found.kind == "speech" and not found.passive), None)


def _carries_anothers(index: int, context: Context, clause: ReportingClause) -> bool:
    """Return whether a paper or a service only tells who else says so: "Lind called it “...”, the Tidings said"."""
    number = context.marked[index].paragraph
    tree = context.trees[number]
    if not _is_carrier(tree, clause):
        return False
    by_cue = {found.cue_index: found for found in context.clauses[number]}
    chains = [_governing(tree, top, by_cue, index) for top in _tops(index, tree)]
    return any(chain and chain[0][0].cue_index != clause.cue_index for chain in chains)


def _leads(index: int, context: Context) -> ReportingClause | None:
    """Return the clause that ends right before the quotation, with a comma or colon between."""
    stretch, sentence = context.marked[index], context.sentence(index)
    clauses = [
        clause
        for clause in context.clauses_in(stretch.paragraph, Span(sentence.start, stretch.outer.start))
        if not clause.passive and clause.cue_word != "according"
    ]
    if not clauses:
        return None
    clause = max(clauses, key=lambda found: found.end)
    gap = context.between(clause.end, stretch.outer.start, stretch.paragraph)
    return clause if _ATTACHED.search(gap) else None


def _governing(tree: Tree, top: int, by_cue: dict[int, ReportingClause], own: int) -> list[tuple[ReportingClause, str]]:
    """Return the reporting clauses above a word, nearest first, each with the relation by which it was reached.

    The way upwards may lead through quoted words before the stretch, but not through itself, `own`, or later ones.
    """
    chain = []
    child = top
    for ancestor in tree.ancestors(top):
        relation = tree.tokens[child].dep
        inside = tree.parse.marked[ancestor]
        if inside >= own or (inside >= 0 and relation in _SPOKEN_OF):
            break
        clause = by_cue.get(ancestor)
        if clause is not None and not clause.passive and relation not in _SPOKEN_OF:
            chain.append((clause, relation))
        child = ancestor
    return chain


def _outermost(tree: Tree, chain: list[tuple[ReportingClause, str]], others: bool = False) -> ReportingClause:
    """Return whose words they are when one clause reports another: "She said the party calls it “...”" is hers.

    A clause that is only beside the other ("as he called it", "when Webb said") keeps its own words, unless its words
    are only possible ("should reiterate") or its subject is a thing. What was told to somebody, and what a document
    says, stays whoever's told it and the document's, though another passes it on. `others`: the words call somebody
    "he" or "she", as who passes them on does: "Lind said that Okoro told him “she would stay”".
    """
    chosen = chain[0][0]
    if (_is_told_to_somebody(tree, chosen) and not others) or _is_of_a_document(tree, chosen):
        return chosen
    for outer, relation in chain[1:]:
        if chosen.borrowed and chosen.source == outer.source and _is_slight(chosen) and _is_plain(outer):
            return outer  # "Lind said so, comparing it to “a sieve”": in the words in which she says so
        unsure = chosen.modal or _is_thing(tree.tokens[chosen.head])
        if unsure and chosen.cue_word in _READS and tree.tokens[chosen.cue_index].dep == "relcl":
            break  # "Lind held a sign that said “...”, Okoro said": what the sign says nobody else does
        # "Webb said ..., reports CNN": an outlet that passes words on does not say them.
        told = chosen.cue_word in words("cues.txt", "plain") and not unsure and _is_paper(tree, outer)
        relays = outer.cue_word == "report" and (outer.start > chosen.start or told)
        apart = tree.tokens[chosen.cue_index].dep == "relcl" or stands_beside(tree, chosen.cue_index)
        apart = apart or _only_tells_where(tree, chosen) or _tells_what_is_called(tree, chosen)
        reported = not relays and not apart and relation in ("ccomp", "xcomp")
        if not chosen.modal and chosen.cue_word not in _SEEING and _is_carrier(tree, outer):
            continue  # whoever else says so may stand above
        if outer.modal:
            continue  # "She says she would ask them to name “...”": hers, whatever she would ask
        if not (unsure or (reported and outer.kind == "speech")):
            break
        chosen = outer
    return chosen


def _is_slight(clause: ReportingClause) -> bool:
    """Return whether a verb tells what somebody does or sees more often than what he says: "comparing"."""
    return clause.cue_word in words("cues.txt", "slight")


def _only_tells_where(tree: Tree, clause: ReportingClause) -> bool:
    """Return whether a clause tells of a time or place: "Okoro told us after the hearing, where Lind called it"."""
    opens = min(clause.cue_index, clause.head)
    above = (tree.tokens[child] for child in tree.children[clause.cue_index] if child < opens)
    return any(token.tag == "WRB" and token.text.lower() in ("where", "when") for token in above)


def _tells_what_is_called(tree: Tree, clause: ReportingClause) -> bool:
    """Return whether a clause names a thing as somebody calls it: "Lind sued over what Okoro called “a sieve”"."""
    before = (tree.tokens[child].text.lower() for child in tree.children[clause.cue_index] if child < clause.head)
    return clause.cue_word in CALLING and "what" in before


def _is_told_to_somebody(tree: Tree, clause: ReportingClause) -> bool:
    """Return whether somebody tells another one something: "Lind said that Okoro told him to “...”"."""
    if clause.modal or clause.cue_word not in _TELLING or not can_speak(tree.tokens[clause.head]):
        return False
    told = [tree.tokens[child] for child in tree.children[clause.cue_index] if child > clause.cue_index]
    return any(token.dep in ("dobj", "dative", "nsubj") and token.text.lower() in WHOM for token in told)


def _is_of_a_document(tree: Tree, clause: ReportingClause) -> bool:
    """Return whether a document says so: "Okoro noted that the code calls it “...”".

    What it shows is in whoever's words says so: "Okoro said the report shows that the dam is “a sieve”".
    """
    if clause.cue_word in _BEING_PROOF:
        return False
    return tree.tokens[clause.head].lemma.lower() in _DOCUMENTS and tree.tokens[clause.cue_index].dep != "relcl"


def _is_thing(token: Token) -> bool:
    """Return whether a subject is nothing that speaks; what the small model takes for a town is often a name."""
    return not can_speak(token) and token.pos != "PROPN"


def _does_something(tree: Tree, noun: int) -> bool:
    """Return whether a clause with "who" tells of a noun, so that it is somebody whatever the lists know."""
    below = [child for child in tree.children[noun] if tree.tokens[child].dep == "relcl"]
    return any(tree.tokens[child].text.lower() == "who" for verb in below for child in tree.children[verb])


def _is_passed_on(index: int, context: Context, clause: ReportingClause, last: Attribution) -> bool:
    """Return whether a paper reports what somebody goes on to say: “...,” Okoro said. “...,” the Tidings reported."""
    number = context.marked[index].paragraph
    if clause.cue_word != "report" or context.marked[index - 1].paragraph != number:
        return False
    same = last.source.of(context.text) == clause.source.of(context.text)
    return not same and _is_paper(context.trees[number], clause)


def _is_paper(tree: Tree, clause: ReportingClause) -> bool:
    """Return whether a paper reports, and no reporter: "the Tidings reported", "Tidings reports"."""
    the = any(tree.tokens[child].text.lower() == "the" for child in tree.children[clause.head])
    return the or tree.tokens[clause.cue_index].tag == "VBZ" or tree.tokens[clause.head].entity == "ORG"


def _is_carrier(tree: Tree, clause: ReportingClause) -> bool:
    """Return whether a paper, a broadcaster or a news service speaks, whose trade is to tell what others say."""
    head = tree.tokens[clause.head]
    if head.lemma.lower() in OUTLET_NOUNS or head.lemma.lower() in ("service", "agency"):
        return (
            head.lemma.lower() in OUTLET_NOUNS or _SERVES_NEWS.search(tree.words(tree.phrase(clause.head))) is not None
        )
    return head.pos == "PROPN" and is_outlet(tree.words(tree.phrase(clause.head)).removeprefix("the "))


def _stated_source(index: int, context: Context) -> ReportingClause | None:
    sentence = context.sentence(index)
    found = context.clauses_in(context.marked[index].paragraph, sentence)
    return next((clause for clause in found if clause.cue_word == "according"), None)


def _has_complement(tree: Tree, index: int) -> bool:
    return any(tree.tokens[child].dep in ("ccomp", "xcomp", "dobj") and child > index for child in tree.children[index])


def _has_clause_of_its_own(tree: Tree, index: int) -> bool:
    """Return whether a reporting verb has a whole clause to tell behind it: "said the weir would hold"."""
    return any(
        tree.tokens[child].dep == "ccomp" and child > index and tree.subjects(child) for child in tree.children[index]
    )


def _has_words_of_its_own(tree: Tree, index: int) -> bool:
    """Return whether a reporting verb has something else to tell: "while she conceded defeat", not "as she put it"."""
    below = [tree.tokens[child] for child in tree.children[index] if child > index]
    return any(token.dep in ("ccomp", "xcomp", "dobj") and token.text.lower() not in ("it", "so") for token in below)


def _tops(index: int, tree: Tree) -> list[int]:
    """Return the tokens of a marked stretch whose head lies outside of it."""
    marks = tree.parse.marked
    return [i for i in tree.inside.get(index, ()) if marks[tree.tokens[i].head] != index]
