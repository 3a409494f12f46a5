"""How far a clause goes that somebody is reported to have said: its verb and the reporting one in, its words out."""

from __future__ import annotations

from generator.annotate.cues import cue_kind
from generator.annotate.main_verbs import FINITE
from generator.annotate.reported.cues import base_of, listed
from generator.annotate.reported.ground import Ground
from generator.annotate.reporting_clauses import can_speak

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
OTHERS = frozenset({"many", "some", "others", "most", "several", "critics", "few"})
TERMS = frozenset({"if", "unless", "because"})
AGAINST = frozenset({"while", "whereas", "although", "though"})  # "said A, while others say B"


def is_full_clause(top: int, ground: Ground) -> bool:
    """Return whether a verb has a subject or a tense of its own, and is no mere "to pay"."""
    tokens, tree = ground.tokens, ground.tree
    if tokens[top].tag in FINITE:
        return True
    kids = [tokens[child] for child in tree.children[top]]
    if any(kid.tag in FINITE for kid in kids):
        return True
    if any(_is_that(child, ground) for child in tree.children[top]):
        return any(kid.dep in SUBJECTS for kid in kids)
    # "Found him guilty", "expects him to win" tell what somebody did or thinks; a participle may be a mistaken past.
    done = tokens[top].pos in ("VERB", "AUX") and not any(kid.tag == "TO" for kid in kids)
    return done and any(kid.dep in SUBJECTS for kid in kids)


def words_of_clause(top: int, cue: int, ground: Ground) -> set[int]:
    """Return the words of a clause, without what goes on with another report: "said A, adding B"."""
    words = ground.below(top, lambda child: _is_beside(child, top, cue, ground))
    that = next((at for at in sorted(ground.tree.children[top]) if _is_that(at, ground) and cue < at < top), cue + 1)
    return {at for at in words if at >= that}


def _is_that(index: int, ground: Ground) -> bool:
    token = ground.tokens[index]
    return token.dep == "mark" and token.text.lower() == "that"


def _is_beside(child: int, top: int, cue: int, ground: Ground) -> bool:
    return (
        is_other_report(child, cue, ground)
        or is_hung_on_noun(child, ground)
        or _comments(child, top, ground)
        or is_told_by_others(child, ground)
    )


def is_hung_on_noun(child: int, ground: Ground) -> bool:
    """Return whether a clause with its own subject follows an "and", though the parser hung it on a noun before it.

    "Denies any part in it and two courts have cleared him": nothing tells that he said the second.
    """
    tokens, tree = ground.tokens, ground.tree
    token = tokens[child]
    if token.dep not in ("relcl", "acl", "conj") or token.pos not in ("VERB", "AUX") or not tree.outside(child):
        return False
    if tokens[token.head].pos not in ("NOUN", "PROPN", "PRON"):
        return False
    own = [kid for kid in tree.subjects(child) if tokens[kid].tag not in ("WP", "WDT")]
    first = min(ground.below(child))
    told = token.tag in FINITE or any(tokens[kid].tag in FINITE for kid in tree.children[child])
    return bool(own) and told and first > 0 and tokens[first - 1].tag == "CC"


def _comments(child: int, top: int, ground: Ground) -> bool:
    """Return whether a participle behind a comma is the reporter's remark: "said he left, surprising all"."""
    token = ground.tokens[child]
    set_off = ground.tokens[max(0, child - 1)].text in (",", "-", "–", "—", "--")
    remarks = token.lemma.lower() in listed("remarks")
    return remarks and token.tag == "VBG" and token.dep == "advcl" and token.head == top and set_off


def is_told_by_others(child: int, ground: Ground) -> bool:
    """Return whether a clause behind a comma has what somebody says of it: "would sue it, which he called vile"."""
    tokens, tree = ground.tokens, ground.tree
    if tokens[child].dep != "relcl" or not tree.outside(child):
        return False
    words = ground.below(child)
    first, behind = min(words), max(words) + 1
    if behind < len(tokens) and tokens[behind].text == ",":
        return False  # "said talks, in which Lind called him vile, had failed": what is reported goes on
    if first == 0 or tokens[first - 1].text not in (",", "—", "–", "-", "--"):
        return False
    told = {child, *(kid for kid in tree.children[child] if tokens[kid].dep == "ccomp")}
    leads = first + 1 if tokens[first].pos == "ADP" else first  # "with which he disagrees"
    relative = tokens[leads].tag in ("WDT", "WP", "WRB")
    for verb in told:
        who = [subject for subject in tree.subjects(verb) if tokens[subject].tag not in ("WDT", "WP")]
        other = any(tokens[subject].dep == "nsubj" for subject in who)
        if relative and other and cue_kind(tokens[verb].text):
            return True
    return False


def is_other_report(child: int, cue: int, ground: Ground) -> bool:
    """Return whether another report begins with a word that hangs in a clause: ", adding", "and urged"."""
    tokens, tree = ground.tokens, ground.tree
    token = tokens[child]
    if token.text.lower() == "according":
        return True
    # "Put" reports only in "as he put it", "allowing them to stay" reports nothing.
    calls = cue_kind(token.text) and token.lemma.lower() != "put" and base_of(token) not in listed("no_clause")
    if keeps_silent(child, ground):
        return True
    if tree.outside(child) and token.dep == "advcl" and token.tag == "VBG" and calls:
        marks = {tokens[kid].text.lower() for kid in tree.children[child] if tokens[kid].dep == "mark"}
        if "while" in marks or tokens[max(0, child - 1)].text in (",", "—", "–"):
            return True  # "urged them to leave, while calling the rule a joke"
    if token.dep == "conj" and tree.outside(child) and _has_no_such_tense(child, cue, ground):
        return True
    stands_out = token.dep == "conj" and tree.outside(child) and not tree.outside(token.head)
    if stands_out and not tree.subjects(child) and cue_kind(token.text) == "speech" and token.tag == tokens[cue].tag:
        return True  # "called it a gamble that “failed” and urged them"
    acts = token.pos == "VERB" and token.tag == tokens[cue].tag == "VBD"
    if token.dep == "conj" and acts and _is_behind_quotation(child, ground):
        return not tree.subjects(child)
    subjects = tree.subjects(child)
    if not tree.outside(child) or not calls:
        return False
    if token.dep == "conj" and token.tag == tokens[cue].tag == "VBD" and subjects:
        return tokens[subjects[0]].text.lower() in OTHERS  # "said the plan failed, but many blamed the board"
    helped = [tokens[kid] for kid in tree.children[child] if tokens[kid].dep in ("aux", "auxpass")]
    passive = any(kid.dep == "auxpass" for kid in helped)
    if token.dep == "advcl" and not passive and any(kid.tag in FINITE for kid in (token, *helped)):
        led = {tokens[kid].text.lower(): kid for kid in tree.children[child] if tokens[kid].dep == "mark"}
        even = "as" in led and tokens[led["as"] - 1].text.lower() == "even"
        return bool(led.keys() & AGAINST and cue_kind(token.text) == "speech") or (even and bool(subjects))
    things = base_of(token) in listed("told_thing") | {"cite"}
    if cue_kind(token.text) != "speech" and not things:
        return False
    if token.tag == "VBG" and token.dep in ("advcl", "acl", "xcomp", "conj"):
        before = tokens[max(0, child - 1)]
        if token.dep == "conj" and tokens[token.head].tag == "VBG" and token.head != cue:
            return False  # "could win by calling it local and saying so"
        return before.text in (",", "—", "–") or before.pos in ("CCONJ", "ADV")
    if token.dep == "conj" and tokens[cue].tag == "VBP" and token.tag in ("VBP", "VB"):
        return _cannot_go_on(child, ground)
    # "Has vowed that the pumps work but acknowledged that": a perfect goes on in the past.
    if token.dep == "conj" and tokens[cue].tag in (token.tag, "VBN") and token.tag in ("VBD", "VBZ"):
        if tree.subjects(child):
            return False
        if any(tokens[kid].dep in ("ccomp", "xcomp") for kid in tree.children[child]):
            return True
        whom = [tokens[kid].text.lower() for kid in tree.children[child] if tokens[kid].dep == "dobj"]
        if not things or not whom:
            return False
        # "Said Lind was unfit and criticised him": not Lind.
        return whom in (["him"], ["her"]) or not _can_be_another(child, ground)
    return False


def keeps_silent(child: int, ground: Ground) -> bool:
    """Return whether a verb behind a clause tells that no more was said: "said it was arson but did not elaborate"."""
    tokens, kids = ground.tokens, ground.tree.children[child]
    if tokens[child].dep != "conj" or ground.tree.subjects(child) or not ground.tree.outside(child):
        return False
    base = base_of(tokens[child])
    if base in ("decline", "refuse"):
        return any(base_of(tokens[kid]) in listed("silence") for kid in kids if tokens[kid].dep == "xcomp")
    # "Could not provide it" may be what is told of.
    helped = any(base_of(tokens[kid]) in ("do", "would", "will") for kid in kids if tokens[kid].dep == "aux")
    return base in listed("silence") and helped and any(tokens[kid].dep == "neg" for kid in kids)


def _can_be_another(child: int, ground: Ground) -> bool:
    """Return whether a clause is about somebody who may say what a joined verb has: "guards erred and cited"."""
    subjects = ground.tree.subjects(ground.tokens[child].head)
    return any(can_speak(ground.tokens[subject]) and ground.tokens[subject].pos != "PRON" for subject in subjects)


def _cannot_go_on(child: int, ground: Ground) -> bool:
    """Return whether what a clause tells of cannot say what the next one says: "argue the rules fail and note that"."""
    tokens, tree = ground.tokens, ground.tree
    if tree.subjects(child) or any(tokens[kid].dep == "aux" for kid in tree.children[child]):
        return False
    subjects = tree.subjects(tokens[child].head)
    says = any(
        tokens[kid].dep == "mark" and tokens[kid].text.lower() == "that"
        for top in tree.children[child]
        if tokens[top].dep == "ccomp"
        for kid in tree.children[top]
    )
    return says and bool(subjects) and not any(can_speak(tokens[subject]) for subject in subjects)


def _is_behind_quotation(child: int, ground: Ground) -> bool:
    """Return whether the reporter goes on behind quoted words that end with a comma: "said it “failed,” and left"."""
    tokens, tree = ground.tokens, ground.tree
    before = child - 1
    while before > 0 and (tokens[before].pos == "ADV" or tokens[before].tag == "CC") and tree.outside(before):
        before -= 1
    does_so = tokens[child].lemma.lower() == "do" and [
        token.text.lower() for token in tokens[child + 1 : child + 2]
    ] == ["so"]
    if before == child - 1 or does_so or not tree.outside(child):
        return False
    while before > 0 and tokens[before].text in (",", '"', "”", "’", "''") and tree.outside(before):
        before -= 1
    mark = tree.parse.marked[before]
    return mark >= 0 and ground.text[: ground.marked[mark].inner.end].endswith(",")


def _has_no_such_tense(child: int, cue: int, ground: Ground) -> bool:
    """Return whether a verb cannot go on from "would" or "to": "asked them to pay and rejected the claim"."""
    tokens, tree = ground.tokens, ground.tree
    if tree.subjects(child) or tokens[child].pos not in ("VERB", "AUX"):
        return False
    helped = [tokens[kid].tag for kid in tree.children[child] if tokens[kid].dep in ("aux", "auxpass")]
    above = [tokens[kid].tag for kid in tree.children[tokens[child].head] if tokens[kid].dep == "aux"]
    if not helped and tokens[child].text.lower() == tokens[child].lemma.lower():
        return False  # "would pay and cut": one form for both
    tense = helped[0] if helped else tokens[child].tag
    own = any(tokens[kid].dep in (*SUBJECTS, "mark") for kid in tree.children[child])
    if tokens[tokens[child].head].tag in ("VBZ", "VBP") and tokens[cue].tag == tense == "VBD" and not (helped or own):
        return True  # "said he holds both to blame and attacked the guards"
    # "Said he will pay but is ready to wait": nor does a reporter who wrote "said" go on in the present.
    no_more = ("VBD",) if tokens[cue].tag == "VBD" else ("VBD", "VBZ")
    if "TO" in above and "MD" not in above:
        return tokens[tokens[child].head].head == cue and tense == tokens[cue].tag and not helped
    return "MD" in above and "TO" not in above and tense in no_more


def and_that(cue: int, last: int, ground: Ground) -> set[int]:
    """Return a second clause that begins with its own "that": "said A, a firm of Lindholm, and that B"."""
    tokens = ground.tokens
    for at in range(last + 1, ground.sentence(cue).stop):
        helped = any(tokens[kid].tag in FINITE for kid in ground.tree.children[at])
        speaks = cue_kind(tokens[at].text) == "speech" and (helped or tokens[at].tag in {*FINITE, "VBG"})
        if speaks and ground.tree.outside(at):
            break  # "called it a ruin, and said A, and that B"
        joined = (
            at > last + 1
            and tokens[at - 1].tag == "CC"
            and tokens[at].text.lower() == "that"
            and tokens[at].dep == "mark"
        )
        if joined and ground.tree.outside(at):
            return {word for word in ground.below(tokens[at].head) if word >= at}
    return set()


def on_which_terms(cue: int, last: int, ground: Ground) -> set[int]:
    """Return the terms right behind a clause, hung on the reporting verb: "said he would come, if the board paid"."""
    for child in ground.tree.children[cue]:
        if child > last and ground.tokens[child].dep == "advcl" and ground.tree.outside(child):
            words = ground.below(child)
            first = min(words)
            if last < first <= last + 2 and ground.tokens[first].text.lower() in TERMS:
                return words | set(range(last + 1, first))
    return set()
