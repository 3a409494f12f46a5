"""A label that is a noun with what was done to it, as the clause that it stands for: "a letter [was] sent on Monday".

In: a label and the grammar of its article. Out: the words as a reader sees them, or None where they are none such.
"""

from __future__ import annotations

import re

from generator.collate.timeline.label_choices import printed
from generator.collate.timeline.labels import Label
from generator.collate.timeline.lexicon import named
from generator.collate.timeline.mentions.grammar import Grammar
from generator.records import AnnotatedArticle, Span

_ONE, _SEVERAL = frozenset(["NN", "NNP"]), frozenset(["NNS", "NNPS"])
# "A man named Ito", "the ports and ferries sold": of what somebody is, and of several, it is not said that it was done.
_NO_DEED = frozenset(["oprd", "attr", "conj", "ccomp"])
NO_CLAUSE = re.compile(r"(?:phrase|bare|thing|verb=VBN|hangs=acl.*|subject=none)$")
"""Signs of a label that is no clause."""


def done_to(label: Label, found: AnnotatedArticle, grammar: Grammar) -> str | None:
    """Return a label with "was" in brackets before its participle; a comma before that goes: "Havn[, ] founded by"."""
    at = label.verb
    if label.span is None or label.shown or label.mention is None or label.mention.planned or at is None:
        return None
    words, text = grammar.words, found.article.text
    noun, inside = words[at].head, grammar.within(label.span)
    if words[at].tag != "VBN" or words[at].dep != "acl" or label.mention.word != at or words[at].quoted:
        return None
    if not (noun in inside and noun < at and words[noun].head not in inside) or words[noun].tag not in _ONE | _SEVERAL:
        return None
    if any(out.start <= words[at].start < out.end for out in label.left_out):
        return None
    beside = {words[child].dep for child in (*grammar.hanging[at], *grammar.hanging[noun])}
    if beside & _NO_DEED or words[at].lemma.lower() in named("states"):
        return None
    first = at
    while first - 1 > noun and words[first - 1].dep == "advmod" and words[first - 1].head == at:
        first -= 1  # "a letter | recently sent"
    before = Span(label.span.start, words[first - 1].end)
    if "," in text[words[noun].end : words[at].start]:
        if words[at - 1].tag != "," or at - 2 != noun or "," in text[words[at].end : label.span.end]:
            return None
        before = Span(label.span.start, words[noun].end)
    head = printed(before, [out for out in label.left_out if out.end <= before.end], text)
    rest = label.text[len(head) :].removeprefix(",")
    if not label.text.startswith(head) or not rest.startswith(" "):
        return None
    return f"{head} [{'were' if words[noun].tag in _SEVERAL else 'was'}]{rest}"
