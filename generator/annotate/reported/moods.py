"""Whether a text tells that something was said, or denies, asks or supposes it: a reporting verb in, its mood out."""

from __future__ import annotations

from generator.annotate.reported.cues import listed
from generator.annotate.reported.ground import Ground
from generator.records import Mood

NOBODY = frozenset({"nobody", "none", "neither", "nothing", "few"})
NEGATING = frozenset({"without", "never", "not", "n't", "n’t", "hardly", "nor"})
MODALS = frozenset(
    {"would", "could", "may", "might", "should", "must", "can", "will", "shall", "'ll", "’ll", "'d", "ca", "wo"}
)
POSSIBLE = frozenset({"can", "could", "may", "might", "should", "must"})
HEARSAY = frozenset({"supposedly", "allegedly", "purportedly", "apparently"})
SUPPOSING = frozenset({"if", "unless", "whether"})
CONDITIONS = frozenset({"if", "unless", "until"})
# "Declined to say", "refused to comment": it was not.
# Of a clause these say that nobody knows whether it is so.
UNSURE = frozenset(
    {"unclear", "untrue", "false", "possible", "impossible", "likely", "unlikely", "doubtful", "conceivable"}
)
SURE = frozenset({"doubt", "secret", "question", "surprise", "time", "coincidence", "accident", "wonder"})
"""What is denied of a clause that is so all the same: "no doubt that", "not the first time that"."""
UNSAID = frozenset({"decline", "refuse", "fail", "stop", "neglect", "forget", "avoid", "hesitate", "omit"})


def mood_of(index: int, ground: Ground) -> Mood:
    """Return the mood of a reporting verb."""
    tokens, tree = ground.tokens, ground.tree
    near = [child for child in tree.children[index] if child < index]
    words = {tokens[child].text.lower() for child in near}
    if words & NEGATING or _nobody(index, ground):
        return "negated"
    if index > 0 and tokens[index - 1].text.lower() in NEGATING:
        return "negated"
    opens = min(near, default=index)
    if opens > 0 and tokens[opens].pos == "AUX" and tokens[opens - 1].text.lower() in ("nor", "neither"):
        return "negated"  # "nor does he say that"
    if words & HEARSAY or words & MODALS or words & SUPPOSING or _whenever(index, ground):
        return "supposed"
    if "to" in words and (tokens[index].tag == "VB" or "have" in words):
        return _mood_of_infinitive(index, ground)
    above = tokens[index].head
    if tokens[above].text.lower() in ("let", "lets") and above < index and tokens[index].tag == "VB":
        return "supposed"  # "let’s say it is so"
    unsaid = tokens[above].lemma in UNSAID or tokens[above].text.lower() in ("without", "against")
    if unsaid and tokens[index].dep in ("xcomp", "pcomp") and tokens[index].tag == "VBG":
        return "negated"
    if tokens[index].dep == "advcl" and tokens[index].tag == "VBG" and above < index:
        helped = {tokens[child].text.lower() for child in tree.children[above] if child < above}
        if helped & POSSIBLE and not helped & NEGATING:
            return "supposed"  # "they could go ahead, calling on all to help"
    if tokens[index].dep == "conj":
        return _mood_of_joined(index, ground)
    if _is_asked(index, ground):
        return "questioned"
    return _mood_above(index, ground)


def _mood_above(index: int, ground: Ground) -> Mood:
    """Return the mood by what a clause is told of: "there is no sign that she said", "suppose that she says"."""
    tokens, tree = ground.tokens, ground.tree
    above = tokens[index].head
    if above == index or tokens[index].dep not in ("ccomp", "acl", "csubj", "advcl", "acomp", "relcl"):
        return "told"
    if tokens[above].lemma.lower() in ("suppose", "imagine") and not tree.subjects(above):
        return "supposed"
    marked = any(tokens[kid].dep == "mark" and tokens[kid].text.lower() == "that" for kid in tree.children[index])
    if not marked:
        return "told"
    if tokens[above].pos == "NOUN" and tokens[above].text.lower() in listed("noun_clause") - SURE:
        return "supposed"  # "the claim that she said so"
    near = {above, *tree.children[above], *tree.children[tokens[above].head]}
    told = {tokens[at].text.lower() for at in near if at < index}
    if told & UNSURE:
        return "supposed"
    linked = tokens[above].pos in ("NOUN", "AUX", "ADJ") or tokens[above].lemma.lower() == "be"
    return "negated" if linked and told & (NEGATING | {"no"}) and not told & SURE else "told"


def _whenever(index: int, ground: Ground) -> bool:
    """Return whether it is told of no one time: "may shoot when they believe", "he laughs whenever somebody says"."""
    token, children = ground.tokens[index], ground.tree.children[index]
    near = [ground.tokens[child] for child in children if child < index]
    led = any(kid.text.lower() in ("when", "whenever") and kid.dep in ("advmod", "mark") for kid in near)
    named = any(ground.tokens[subject].pos == "PROPN" for subject in ground.tree.subjects(index))
    return led and not named and token.dep == "advcl" and token.tag in ("VBP", "VBZ")


def _nobody(index: int, ground: Ground) -> bool:
    for subject in ground.tree.subjects(index):
        words = [subject, *ground.tree.children[subject]]
        if any(ground.tokens[at].text.lower() in NOBODY | {"no"} for at in words):
            return True
    return False


def _mood_of_infinitive(index: int, ground: Ground) -> Mood:
    token = ground.tokens[index]
    above = ground.tokens[token.head]
    if token.head == index:
        return "supposed"
    if above.lemma.lower() in UNSAID:
        return "negated"
    it = any(ground.tokens[subject].text.lower() == "it" for subject in ground.tree.subjects(token.head))
    if it and above.lemma.lower() == "take":
        return "supposed"  # "it took days to say so"
    return mood_of(token.head, ground) if above.lemma.lower() in listed("says_after_all") else "supposed"


def _mood_of_joined(index: int, ground: Ground) -> Mood:
    """Return the mood of a verb that shares the auxiliary of the one before it: "would say and repeat"."""
    head = ground.tokens[index].head
    own = any(ground.tokens[child].dep in ("aux", "nsubj") for child in ground.tree.children[index])
    if not own and _may_be_of_a_condition(head, index, ground):
        return "supposed"
    shares = ground.tokens[index].tag == ground.tokens[head].tag and head < index
    return mood_of(head, ground) if shares and not own and ground.tokens[head].pos in ("VERB", "AUX") else "told"


def _may_be_of_a_condition(head: int, index: int, ground: Ground) -> bool:
    """Return whether a verb may go on a list of conditions: "said it would stay unless he left, paid and agreed"."""
    tokens = ground.tokens
    return any(
        tokens[at].text.lower() in CONDITIONS
        and head < at < tokens[at].head < index
        and tokens[tokens[at].head].tag == tokens[index].tag
        for at in range(head + 1, index)
    )


def _is_asked(index: int, ground: Ground) -> bool:
    """Return whether the reporter asks it: "Did the mayor say so?". A question that is reported ends so as well."""
    sentence = ground.sentence(index)
    last = sentence.stop - 1
    tokens = ground.tokens
    if not tokens[last].text.endswith("?") or not ground.tree.outside(last):
        return False
    helped = any(
        tokens[child].dep == "aux" and tokens[child].lemma.lower() in ("do", "have", "be") and child < index
        for child in ground.tree.children[index]
    )
    first = tokens[sentence.start].text.lower()
    return helped or first in ("who", "what", "why", "how", "when", "where", "did", "does", "has", "is", "was", "do")
