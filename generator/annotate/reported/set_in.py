"""A reporting clause that is set behind its words or into them: "The dam, she said, held"."""

from __future__ import annotations

from generator.annotate.cues import cue_kind
from generator.annotate.main_verbs import FINITE
from generator.annotate.reported.cues import base_of, listed, takes, takes_clause
from generator.annotate.reported.ground import Ground

QUOTES = frozenset({"quote", "cite"})
WITH_WHOM = frozenset({"tell", "remind", "assure"}) | QUOTES
ASIDE = ",—–-()"
STOPS = ASIDE + ".?!;…"
WHEN = frozenset({"as", "after", "before", "when", "while", "once"})
REASONS = frozenset({"because", "since", "as"})
BESIDE = frozenset({"npadvmod", "advmod", "prep", "dative", "prt", "aux", "neg", "agent"})


def set_in_clause(index: int, ground: Ground) -> frozenset[int] | None:
    """A reporting clause is set behind or into the sentence: "The dam, she said, held"."""
    tokens, sentence = ground.tokens, ground.sentence(index)
    if tokens[index].tag not in FINITE and tokens[index].text.lower() not in ("said", "told", "quoted"):
        return None
    if not takes_clause(tokens[index]):
        return None
    if _breaks_off(index, ground):
        return None
    clause = _bare_clause(index, ground)
    if clause is None:
        return None
    start, end = clause.start, clause.stop
    if start > sentence.start and tokens[start - 1].text.lower() == "as" and takes(tokens[index], "as_clause"):
        start -= 1
        if start == _opening(sentence, ground) and end < sentence.stop and tokens[end].text == ",":
            rest = range(end + 1, sentence.stop)  # "As Lind explains, the road is safe"
            return frozenset(rest) if _is_told([*rest], ground) else None
    if start <= sentence.start or tokens[start - 1].text not in ASIDE:
        return None
    behind = end if end < sentence.stop else None
    if behind is not None and tokens[behind].text not in STOPS and tokens[behind].pos != "PUNCT":
        return None
    before = range(_behind_report(sentence.start, start - 1, ground), start - 1)
    if _is_said_in_what_he_wrote(before, index, ground):
        return None
    if _ends_in_speech(before, ground) or _leads_to_it(before, index, behind, ground):
        return None
    # "They get on, an aide said — which helps": behind another mark than before the clause, the reporter goes on.
    goes_on = behind is not None and (tokens[behind].text == ",") == (tokens[start - 1].text == ",")
    after = range(end, sentence.stop) if goes_on and tokens[end].text in ASIDE else range(0)
    if after and [token.text.lower() for token in tokens[end + 1 : end + 3]] in (["as", "if"], ["as", "though"]):
        after = range(0)  # "It is free, she said, as if it were"
    if after and _tells_what_was_going_on(after, ground):
        after = range(0)
    if after and (_tells_what_the_source_did(after, index, ground) or _tells_what_was_left_out(after, ground)):
        after = range(0)
    if after and _is_reported_anew(after, ground):
        after = range(0)
    after = _until_next_report(after, ground)
    if after and _gives_reporters_reason(after, index, ground):
        after = range(0)
    if after and tokens[after.start + 1].tag == "CC" and not _is_told([*after], ground):
        after = range(0)  # "A, she said, but his union, Dawn, cited B": the union has lost its verb to the next report
    if _is_quoted(after, ground):
        return None  # "When asked again, she replied, “never”"
    said = [*before, *after]
    if not before or (not after and _only_leads(before, index, ground)):
        return None
    return frozenset(said) if _is_told(said, ground) else None


def _breaks_off(index: int, ground: Ground) -> bool:
    """Return whether a verb is about what stands before it: "a bridge that, until now, he boasted about"."""
    behind = (child for child in ground.tree.children[index] if child > index and ground.tokens[child].dep == "prep")
    return any(not ground.tree.children[child] for child in behind)


def _opening(sentence: range, ground: Ground) -> int:
    """Return where a sentence begins behind its "And" or "But"."""
    return sentence.start + (ground.tokens[sentence.start].tag == "CC")


def _behind_report(low: int, high: int, ground: Ground) -> int:
    """Return where the words begin: behind what is reported of another, "Lind said A; B would fail, analysts say"."""
    tokens = ground.tokens
    stops = [at for at in range(low, high) if tokens[at].text == ";" and ground.tree.outside(at)]
    if not stops:
        return low
    told = any(cue_kind(tokens[at].text) == "speech" and tokens[at].tag in FINITE for at in range(low, stops[-1]))
    return stops[-1] + 1 if told else low


def _bare_clause(index: int, ground: Ground) -> range | None:
    """Return the words of a clause that has no more than subject, verb, time and whom it was told."""
    tokens, tree = ground.tokens, ground.tree
    sentence = ground.sentence(index)
    subject = next((child for child in tree.subjects(index) if tree.outside(child)), None)
    words = {index}
    if subject is not None:
        words |= ground.below(subject)
    for child in tree.children[index]:
        if tokens[child].dep == "prep" and child > index and not tree.outside(child):
            return None  # "Lind answered “with a smile,” an aide said": of what he answered no more is told
        thing = tokens[child].dep == "dobj" and child > index
        when, whom = _tells_when(child, index, ground), thing and base_of(tokens[index]) in WITH_WHOM
        ends = any(tokens[at].pos == "PUNCT" for at in range(index, child))
        if thing and not (whom or when or ends) and subject is not None and subject < index:
            return None  # "When the dam broke, Lind cited the storm as the reason": that is what was said
        if tokens[child].dep in BESIDE or whom or when:
            words |= ground.below(child)
    low = high = index
    while low - 1 in words:
        low -= 1
    while high + 1 in words:
        high += 1
    opens = low + 1 if tokens[low].pos == "ADP" else low
    if opens < index and tokens[opens].tag in ("WDT", "WP", "WRB"):
        return None  # "talks with the firm -- to which Lind objects -- began": it tells more of a noun
    if subject is None or not low <= subject <= high:
        # The parser hung the subject elsewhere: "The dam held, Okafor said": the nouns up to the comma.
        low, high = _by_hand(index, ground)
        if low == high:
            return None
    if not low < high or low < sentence.start:
        return None
    return range(low, high + 1)


def _only_leads(before: range, index: int, ground: Ground) -> bool:
    """Return whether what stands before only tells when or why it was said: "As the court met, Lind answered"."""
    tokens = ground.tokens
    tops = [at for at in ground.tree.children[index] if at in before and tokens[at].pos in ("VERB", "AUX")]
    # "Lind stayed, although nobody knew, the Echo reported": the clause that leads must open the sentence.
    opens = any(min(ground.below(at)) == before.start for at in tops)
    return opens and all(tokens[at].dep == "advcl" and _is_led(at, before, ground) for at in tops)


def _is_led(at: int, before: range, ground: Ground) -> bool:
    """Return whether a verb opens with "as", or is a participle that opens: "Asked if he would pay, he replied"."""
    marks = any(ground.tokens[kid].dep in ("mark", "advmod") for kid in ground.tree.children[at][:1])
    return marks or (at == before.start and ground.tokens[at].tag in ("VBN", "VBG"))


def _tells_when(child: int, index: int, ground: Ground) -> bool:
    """Return whether a clause right behind the verb tells when it was said: ", Lind said as she left"."""
    tokens = ground.tokens
    if child < index or tokens[child].dep != "advcl" or not ground.tree.outside(child):
        return False
    first = min(ground.below(child))
    return tokens[first].text.lower() in WHEN and tokens[first - 1].text not in ASIDE


def _by_hand(index: int, ground: Ground) -> tuple[int, int]:
    tokens, tree = ground.tokens, ground.tree
    sentence = ground.sentence(index)
    low = index
    nominal = ("PROPN", "NOUN", "PRON", "DET", "ADJ", "ADV", "PART", "NUM", "AUX")
    while low - 1 >= sentence.start and tree.outside(low - 1) and tokens[low - 1].pos in nominal:
        low -= 1
    if low < index:
        return low, index
    high = index
    while high + 1 < sentence.stop and tree.outside(high + 1) and tokens[high + 1].pos in nominal:
        high += 1
    return index, high


def _is_quoted(after: range, ground: Ground) -> bool:
    words = [at for at in after if ground.tokens[at].pos != "PUNCT"]
    return bool(words) and not any(map(ground.tree.outside, words))


def _is_told(said: list[int], ground: Ground) -> bool:
    """Return whether words make up a clause with its tense, and not "Weighing in", "In a sign of what may come"."""
    tokens = ground.tokens
    for at in said:
        if tokens[at].tag in FINITE:
            verb = tokens[at].head if tokens[at].dep in ("aux", "auxpass") else at
            if tokens[verb].dep != "pcomp" and not _opens_as_noun(verb, said, ground):
                return True
    return False


def _opens_as_noun(verb: int, said: list[int], ground: Ground) -> bool:
    """Return whether a verb only tells more of the noun that the words are: "A baker who votes, Lind admired it"."""
    noun = ground.tokens[verb].head
    if ground.tokens[verb].dep != "relcl" or noun not in said or ground.tokens[noun].pos not in ("NOUN", "PROPN"):
        return False
    return min(said) == min(ground.below(noun)) and max(at for at in said if ground.tokens[at].pos != "PUNCT") <= max(
        ground.below(noun)
    )


def _tells_what_was_going_on(after: range, ground: Ground) -> bool:
    """Return whether "as" leads to what happened meanwhile: "It is here, she said, as the town braced for more".

    "It will not spread, she said, as it needs water" gives her reason: what she spoke of goes on as "it".
    """
    tokens = ground.tokens
    first = after.start + 1
    if first >= after.stop or tokens[first].text.lower() != "as" or tokens[first].dep != "mark":
        return False
    own = [at for at in ground.tree.subjects(tokens[first].head) if at in after]
    return bool(own) and tokens[own[0]].pos in ("NOUN", "PROPN")


def _tells_what_the_source_did(after: range, index: int, ground: Ground) -> bool:
    """Return whether a participle behind the clause tells of its verb: "It may close, Lind told them, laying out"."""
    tokens, first = ground.tokens, after.start + 1
    whom = any(tokens[kid].dep == "dobj" and kid > index for kid in ground.tree.children[index])
    if first >= after.stop or tokens[first].tag != "VBG" or not whom:
        return False
    return tokens[first].dep == "advcl" and tokens[first].head == index


def _tells_what_was_left_out(after: range, ground: Ground) -> bool:
    """Return whether the reporter tells what else was not said: "It is shut, she added, without saying why"."""
    tokens, first = ground.tokens, after.start + 1
    if first + 1 >= after.stop or tokens[first].text.lower() != "without":
        return False
    return base_of(tokens[first + 1]) in listed("silence") and tokens[first + 1].tag == "VBG"


def _leads_to_it(before: range, index: int, behind: int | None, ground: Ground) -> bool:
    """Return whether the clause goes on from what stands before: "Note that in June, Lind wrote in a letter:"."""
    tokens = ground.tokens
    marks = (kid for kid in ground.tree.children[index] if kid in before and tokens[kid].dep == "mark")
    colon = behind is not None and tokens[behind].text == ":"
    return colon or any(tokens[kid].text.lower() == "that" for kid in marks)


def _ends_in_speech(before: range, ground: Ground) -> bool:
    """Return whether a whole quotation stands right before: what is before that is the reporter's lead to it."""
    last = next((at for at in reversed(before) if ground.tokens[at].pos != "PUNCT"), None)
    if last is None or ground.tree.outside(last):
        return False
    return ground.is_speech(ground.tree.parse.marked[last])


def _is_said_in_what_he_wrote(before: range, index: int, ground: Ground) -> bool:
    """Return whether "he wrote" stands within what a reporter says that he wrote: "Lind wrote that A, even, he wrote".

    What stands before is then the reporter's, and where the words begin nothing tells.
    """
    tokens = ground.tokens
    subject = next(iter(ground.tree.subjects(index)), None)
    if subject is None or tokens[subject].pos != "PRON":
        return False
    own = base_of(tokens[index])
    again = (at for at in before if tokens[at].tag in FINITE and ground.tree.outside(at) and base_of(tokens[at]) == own)
    return any(tokens[at].dep == "ROOT" for at in again)


def _gives_reporters_reason(after: range, index: int, ground: Ground) -> bool:
    """Return whether the reporter tells why it was said: "It must be now, he said, because he said Lind had left"."""
    tokens = ground.tokens
    first = after.start + 1
    if first >= after.stop or tokens[first].text.lower() not in REASONS or tokens[first].dep != "mark":
        return False
    why = tokens[first].head
    mine, own = ground.tree.subjects(index), ground.tree.subjects(why)
    same = bool(mine) and bool(own) and tokens[mine[0]].text.lower() == tokens[own[0]].text.lower()
    return same and tokens[why].tag in FINITE and cue_kind(tokens[why].text) == "speech"


def _is_reported_anew(after: range, ground: Ground) -> bool:
    """Return whether somebody reports what stands behind the clause: "A, Lind said, but she noted that B"."""
    tokens = ground.tokens
    for subject in range(after.start, min(after.start + 6, after.stop)):
        verb = tokens[subject].head
        if tokens[subject].dep != "nsubj" or not subject < verb <= subject + 3 or not ground.tree.outside(verb):
            continue
        says = cue_kind(tokens[verb].text) == "speech" and tokens[verb].tag in FINITE
        return says and ground.child(verb, ("ccomp",)) is not None
    return False


def _until_next_report(after: range, ground: Ground) -> range:
    """Return what goes on behind a clause set in, up to where another one begins: "A, she said, adding that B"."""
    tokens = ground.tokens
    for at in after:
        if tokens[at].text != ",":
            continue
        ahead = at + 1
        while ahead < after.stop and tokens[ahead].pos in ("ADV", "CCONJ"):
            ahead += 1
        if ahead < after.stop and tokens[ahead].pos == "VERB" and cue_kind(tokens[ahead].text):
            return range(after.start, at)
    return after
