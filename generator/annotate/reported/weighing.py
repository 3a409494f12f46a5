"""How likely a report is right as it stands: the report of a paragraph in, what is seen of it and its odds out.

Grammar alone takes for said what is only part of it ("accused him of lying", whose words nobody gives), and ends other
words too early. Each report is described by signs that are true of sentences in general; their weights in
`data/report_weights.txt` are learned by `benchmarks/weighing_reports.py` from reports that readers judged. What is
likelier wrong is found all the same, for it may hold another report, and is not shown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.annotate.cues import cue_kind
from generator.annotate.main_verbs import FINITE
from generator.annotate.reported.bounds import SUBJECTS
from generator.annotate.reported.cues import base_of, listed
from generator.annotate.reported.found import Found
from generator.annotate.reported.ground import Ground
from generator.annotate.reported.open_ends import is_left_open
from generator.annotate.reporting_clauses import attributing_noun, can_speak
from generator.language import Token
from generator.records import Span
from generator.weights import band, likelihood

TABLE = "report_weights.txt"
# By rule, the lowest from which some nine of ten are right in folders left out of the learning. Of what is at or
# above them 95 of 100 are right there, 93 by the strictest readers, and 80 of 100 right ones are among them.
BARS = {"set_in_clause": 0.75, "clause_below": 0.88, "according_to": 0.88, "verb_below": 0.85}
RIGHT = 0.92
"""Of what no bar is set for: it is rarely told whole."""
LONG = (2, 4, 8, 15, 25, 40)  # words
FEW = (0, 1, 3, 8)
SMALL = frozenset({"IN", "CC", "WDT", "WP", "WP$", "WRB", "TO", "DT", "PRP", "PRP$", "EX", "MD"})
"""Tags of function words, which are weighed themselves; of others only the tag is."""
DASHES = frozenset({"—", "–", "--", "-"})
GOES_ON = frozenset({"TO", "IN"})
OWN = frozenset({"i", "we", "you", "me", "us", "my", "our", "your"})
POINTING = frozenset({"it", "this", "that", "these", "those", "they", "he", "she"})


def is_right(report: Found, ground: Ground) -> bool:
    """Return whether it is likelier than the bar that somebody said these words, all of them and no others."""
    if _breaks_off(report, ground) or is_left_open(report, ground):
        return False
    return likelihood(TABLE, signs(report, ground)) >= BARS.get(report.rule, RIGHT)


def _breaks_off(report: Found, ground: Ground) -> bool:
    """Return whether words surely go on, or lack what they are about, though nothing tells by how much.

    "Said the plan is:", "said despite his “tough talk” Lind still has not won", "said it was hard, but “this is bad.”"
    """
    tokens, tree = ground.tokens, ground.tree
    if report.rule != "clause_below":
        return False
    words = [at for span in report.content for at in ground.within(span)]
    if not words:
        return False
    first, last, sentence = words[0], words[-1], ground.sentence(words[-1])
    rest = range(last + 1, sentence.stop)
    if tokens[last].pos == "AUX" and rest and tokens[rest.start].text == ":":
        return True
    if rest and (tokens[last].text == ")" or tokens[rest.start].text == "("):
        close = next((at for at in range(last, rest.stop) if tokens[at].text == ")"), rest.stop)
        if close + 1 < rest.stop and tokens[close + 1].text.islower() and tokens[close + 1].tag != "CC":
            return True  # "would close the bank (where farmers pay) today"
    if rest and tokens[rest.start].text == "," and _lacks_what_it_is(words, ground):
        return True  # "said the visit is, in part," a test
    dashes = [at for at in rest if tokens[at].text in DASHES and tree.outside(at)]
    if len(dashes) > 1 and dashes[0] == rest.start and tokens[min(dashes[1] + 1, rest.stop - 1)].tag in GOES_ON:
        return True  # "said they will try — they try now — to close it"
    top = next((at for at in words if tokens[at].tag in FINITE and tree.outside(at)), None)
    if top is not None and tokens[first].pos in ("ADV", "AUX") and tokens[first].tag != "EX":
        verb = tokens[top].head if tokens[top].dep in ("aux", "auxpass") else top
        if top - first <= 1 and not any(at in words for at in tree.subjects(verb)):
            return True
    turn = [token.text.lower() for token in tokens[rest.start : rest.start + 2]] if rest else []
    behind = [at for at in rest if tokens[at].pos != "PUNCT"]
    says = any(cue_kind(tokens[at].text) for at in behind if tree.outside(at))
    both = any(tokens[at].text.lower() == "not" and tokens[at + 1].text.lower() == "only" for at in words[:-1])
    denied = any(tokens[at].text.lower() == "not" for at in words[-4:])
    if (both or denied) and "but" in turn:
        return True  # "said they not only lost, but did so early"
    return "but" in turn and not says and any(not tree.outside(at) for at in behind)


def _lacks_what_it_is(words: list[int], ground: Ground) -> bool:
    """Return whether words end with a phrase set behind an "is" that nothing tells more of."""
    tokens = ground.tokens
    verb = next((at for at in reversed(words) if tokens[at].lemma.lower() == "be" and tokens[at].tag in FINITE), None)
    if verb is None or verb + 1 not in words or tokens[verb + 1].text != ",":
        return False
    told = (tokens[kid].dep for kid in ground.tree.children[verb] if kid in words and kid > verb)
    return not {"attr", "acomp", "ccomp"} & set(told)


def signs(report: Found, ground: Ground) -> Iterator[str]:
    """Yield what is seen of a report."""
    cue = ground.within(report.cue).start
    words = [at for span in report.content for at in ground.within(span)]
    if not words or cue >= len(ground.tokens):
        return
    rule = report.rule
    yield rule
    yield f"{rule} {report.cue_class}"
    yield from _of_cue(report, cue, words, ground)
    yield from _of_ends(rule, cue, words, ground)
    yield from _of_words(rule, words, len(report.content), ground)
    yield from _of_top(rule, words, ground)


def _of_cue(report: Found, cue: int, words: list[int], ground: Ground) -> Iterator[str]:
    token, rule = ground.tokens[cue], report.rule
    base = base_of(token)
    yield f"cue {base}"
    yield f"{rule} cue {token.tag} {token.dep}"
    yield f"{rule} cue {token.dep}"
    for section in ("accuses", "told_as", "things_do", "deeds_do", "against", "told_thing", "no_clause"):
        if base in listed(section):
            yield f"{rule} {section}"
    helped = sorted(ground.tokens[kid].lemma.lower() for kid in ground.tree.children[cue]
                    if ground.tokens[kid].dep in ("aux", "auxpass"))  # fmt: skip
    yield f"cue with {' '.join(helped) or 'nothing'}"
    side = "behind" if words[0] > cue else "before" if words[-1] < cue else "around"
    yield f"{rule} {side}"
    who = _who(report.source, ground)
    yield f"who {who}"
    yield f"{rule} who {who}"
    if report.source is not None:
        yield f"{rule} source {'before' if report.source.start < report.cue.start else 'behind'}"


def _who(source: Span | None, ground: Ground) -> str:
    if source is None:
        return "nobody"
    inside = ground.within(source)
    if not inside:
        return "nobody"
    head = next((at for at in inside if ground.tokens[at].head not in inside), inside[-1])
    token = ground.tokens[head]
    if ground.tokens[inside[-1]].tag in ("WP", "WDT"):
        return "who"
    if token.pos == "PRON":
        return token.text.lower()
    if token.pos == "PROPN":
        return f"name {token.entity or 'none'}"
    if attributing_noun(token):
        return "document"
    if token.lemma.lower() in listed("figures"):
        return "figures"
    return f"{'somebody' if can_speak(token) else 'thing'} {token.tag}"


def _of_ends(rule: str, cue: int, words: list[int], ground: Ground) -> Iterator[str]:
    """Yield what the words begin and end with, and what stands around them."""
    tokens, sentence = ground.tokens, ground.sentence(words[0])
    first, last = words[0], words[-1]
    yield f"opens {_word(tokens[first])}"
    yield f"{rule} opens {tokens[first].pos}"
    if first + 1 < len(tokens) and tokens[first + 1].text == "," and tokens[first].pos in ("ADV", "SCONJ", "ADP"):
        yield "opens aside"
    yield f"ends {tokens[last].pos}"
    yield f"{rule} ends {tokens[last].tag}"
    closes = _behind(last, sentence, ground)
    yield f"then {closes}"
    yield f"{rule} then {closes}"
    yield f"goes on {_behind_stop(last, sentence, ground)}"
    rest = [at for at in range(last + 1, sentence.stop) if tokens[at].pos != "PUNCT"]
    rest = [at for at in rest if at > cue] if cue > last else rest
    yield f"{rule} rest {band(len(rest), FEW)}"
    yield f"rest {band(len(rest), FEW)}"
    ahead = [at for at in range(sentence.start, first) if tokens[at].pos != "PUNCT"]
    yield f"{rule} ahead {band(len(ahead), FEW)}"
    if cue < first:
        between = range(cue + 1, first)
        yield f"{rule} gap {band(len(between), FEW)}"
        if between:
            yield f"{rule} gap {tokens[between[-1]].pos}"
            yield f"gap then {_word(tokens[between[-1]])}"
    if tokens[sentence.stop - 1].text.endswith("?"):
        yield "question"


def _behind(last: int, sentence: range, ground: Ground) -> str:
    at = last + 1
    if at >= sentence.stop:
        return "end"
    token = ground.tokens[at]
    if (
        token.text in DASHES
        and sum(ground.tokens[on].text in DASHES and ground.tree.outside(on) for on in sentence) == 1
    ):
        return "end"  # what stands behind the only dash is left out for that
    if token.pos == "PUNCT" and all(ground.tokens[on].pos in ("PUNCT", "SPACE") for on in range(at, sentence.stop)):
        return "end" if token.text[:1] in ".!?”\"'’" else f"last {token.text[:1]}"
    return token.text[:2] if token.pos == "PUNCT" else _word(token)


def _behind_stop(last: int, sentence: range, ground: Ground) -> str:
    """Return what goes on behind a stop: "and", a participle, a noun that tells what the last one is."""
    at = last + 2
    if at >= sentence.stop or ground.tokens[last + 1].pos != "PUNCT":
        return "none"
    token = ground.tokens[at]
    hung = "words" if token.head <= last else "behind"
    return f"{ground.tokens[last + 1].text[:1]} {_word(token)} {hung}"


def _word(token: Token) -> str:
    return token.text.lower() if token.tag in SMALL else token.tag


def _of_words(rule: str, words: list[int], parts: int, ground: Ground) -> Iterator[str]:
    tokens, tree = ground.tokens, ground.tree
    size = band(len([at for at in words if tokens[at].pos != "PUNCT"]), LONG)
    yield f"{rule} long {size}"
    yield f"{rule} parts {min(parts, 3)}"
    marked = [at for at in words if not tree.outside(at)]
    quoted = "none" if not marked else "half" if len(marked) * 2 < len(words) else "most"
    yield f"quoted {quoted}"
    yield f"{rule} quoted {quoted}"
    if marked:
        yield f"quoted to the end {words[-1] in marked}"
    own = [tokens[at] for at in words if tree.outside(at)]
    if any(token.text.lower() in OWN for token in own):
        yield "of us"
    saying = [token for token in own if cue_kind(token.text) == "speech" and token.tag in FINITE]
    if saying:
        yield "says within"
        yield f"{rule} says within"
    if any(token.text == "(" for token in own) != any(token.text == ")" for token in own):
        yield "half a bracket"
    if any(token.text in ("—", "–", "--", "-", ":", ";") for token in own):
        yield "dashed"
        yield f"{rule} dashed"
    yield f"commas {min(3, sum(token.text == ',' for token in own))}"


def _of_top(rule: str, words: list[int], ground: Ground) -> Iterator[str]:
    """Yield what the word is that the others hang by."""
    tokens, inside = ground.tokens, frozenset(words)
    tops = [
        at for at in words if tokens[at].pos != "PUNCT" and (tokens[at].head not in inside or tokens[at].head == at)
    ]
    yield f"tops {min(3, len(tops))}"
    top = next((at for at in tops if tokens[at].pos in ("VERB", "AUX")), tops[0] if tops else words[0])
    yield f"{rule} top {tokens[top].pos} {tokens[top].dep}"
    if tokens[top].pos in ("VERB", "AUX"):
        yield from _of_clause(rule, top, inside, ground)
    if rule == "thing_below":
        yield from _of_thing(top, words, ground)


def _of_clause(rule: str, top: int, inside: Collection[int], ground: Ground) -> Iterator[str]:
    tokens, kids = ground.tokens, sorted(ground.tree.children[top])
    finite = any(tokens[at].tag in FINITE for at in (top, *kids))
    subject = next((kid for kid in kids if tokens[kid].dep in SUBJECTS), None)
    where = "none" if subject is None else "inside" if subject in inside else "outside"
    yield f"{rule} finite {finite} subject {where}"
    if cue_kind(tokens[top].text) == "speech":
        yield f"{rule} of what is said"
    if subject is not None:
        token = tokens[subject]
        about = token.text.lower() if token.text.lower() in POINTING | OWN else token.pos
        yield f"about {about}"
    behind = [kid for kid in kids if kid > top and kid in inside and tokens[kid].pos != "PUNCT"]
    yield f"verb alone {not behind}"
    out = [kid for kid in kids if kid not in inside and tokens[kid].pos != "PUNCT"]
    for kid in out:
        yield f"left out {tokens[kid].dep}"
        yield f"{rule} left out {tokens[kid].dep} {'before' if kid < top else 'behind'}"


def _of_thing(top: int, words: list[int], ground: Ground) -> Iterator[str]:
    tokens = ground.tokens
    yield f"thing {tokens[top].pos} {tokens[top].entity or 'none'}"
    first = tokens[words[0]]
    leads = first.text.lower() if first.tag in SMALL else first.pos
    yield f"thing led by {leads}"
    for word in ("of", "to", "as", "for", "that"):
        if any(tokens[at].text.lower() == word for at in words[1:]):
            yield f"thing with {word}"
    if attributing_noun(tokens[top]):
        yield "thing said"
    told = any(tokens[at].pos == "VERB" for at in words)
    yield f"thing with a verb {told}"
