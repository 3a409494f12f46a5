"""The clause behind a reporting verb: "said the road was closed", "asked whether it would open"."""

from __future__ import annotations

from generator.annotate.cues import cue_kind
from generator.annotate.main_verbs import FINITE
from generator.annotate.reported.bounds import (
    SUBJECTS,
    and_that,
    below,
    is_full_clause,
    on_which_terms,
    words_of_clause,
)
from generator.annotate.reported.cues import base_of, listed, particle_behind, takes, takes_clause
from generator.annotate.reported.ground import Ground
from generator.annotate.reporting_clauses import attributing_noun
from generator.days import WEEKDAY_NUMBERS

ASKING = frozenset({"ask", "inquire", "enquire", "wonder"})
SENSES = frozenset({"feel", "see", "hear", "notice", "watch"})
ELLIPSIS = 4  # words: "that they would be"
LEFT_ALONE = frozenset({"had", "has", "have", "did", "does", "do"})  # "when Lind said he had"
ALIKE = frozenset({"same", "nothing", "something", "this", "that", "so", "it"})
SAID_IN = frozenset({"in", "on", "with", "by", "during", "at", "after", "before"})  # "said in a statement that"
TO_WHOM = frozenset({"tell", "remind", "assure", "inform"})
LEADS = frozenset({"that", "whether", "if", "why", "how", "what", "who", "where", "when"})
WHEN = frozenset({"before", "after", "when", "while", "once", "as"})
PRESENT_MODALS = frozenset({"will", "wo", "can", "ca", "’ll", "'ll"})
SAID_WHEN = frozenset({"later", "earlier", "afterward", "afterwards", "again", "then"})
CORRECTS = frozenset({"rather", "not", "instead"})
WHOM = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON"})
NAMED = 6  # words of a name
OCCASIONS = frozenset(
    {"interview", "hearing", "speech", "conference", "meeting", "debate", "call", "briefing", "testimony"}
)
OPENING = frozenset({"PRON", "DET", "NOUN", "PROPN", "ADJ"})


def clause_below(index: int, ground: Ground) -> frozenset[int] | None:
    """The verb has a clause: "said the road was closed", "asked whether it would open"."""
    particle = particle_behind(index, ground)
    if not takes_clause(ground.tokens[index]) and particle is None:
        return None
    tops = _clauses_behind(index, ground)
    if not tops or _lacks_its_subject(index, tops[0], ground) or _lacks_a_noun(index, ground):
        return None
    if _is_of_relative(index, tops[0], ground) or _is_of_noun(index, tops[0], ground):
        return None
    if _is_sensed(index, tops[0], ground):
        return None
    if _goes_on_to_do(index, tops[0], ground) or _is_of_itself(tops[0], ground) or _asks_before(index, tops[0], ground):
        return None
    words = set[int]()
    for top in tops:
        words |= words_of_clause(top, index, ground)
    if len(words) <= ELLIPSIS and _breaks_off(words, tops[0], ground):
        return None
    if _is_set_in(index, min(words), ground) or _tells_of_noun(index, min(words), ground):
        return None
    if _has_its_thing(index, min(words), ground) or _is_of_verb_before(index, tops[0], ground):
        return None
    words |= _subject_before(tops[0], index, words, ground)
    if _is_day(min(words), ground) and ground.tokens[min(words) + 1].pos == "ADP":
        return None  # "“One wants a deal,” Lind said Sunday in Accra, “but”": no clause
    if (before := _before_verb(index, min(words), ground)) is None:
        return None
    words |= before | on_which_terms(index, max(words), ground)
    words -= _day_before(index, words, ground) | {particle or index}
    words -= _where_told(index, words, ground) | _adverb_of_saying(index, words, ground)
    if not words:
        return None  # "she made clear": the word that belongs to the verb is all that the parser has for a clause
    words -= _whom(index, words, ground)
    return frozenset(words | _going_on(index, max(words), ground))


def _before_verb(index: int, first: int, ground: Ground) -> set[int] | None:
    """Return what a clause that begins with its verb tells of, None where that is the source.

    "Lind explained much of that sum – a third – is gone", "A man said to have fled was caught".
    """
    tokens = ground.tokens
    if first > index + 1 and not ground.tree.outside(first):
        return _before_marks(index, first, ground)
    if first <= index + 1 or tokens[first].tag not in FINITE:
        return set()
    before = range(index + 1, first)
    opens = tokens[index + 1].text.lower() in ("to", "on", "in", "at")
    other = any(tokens[at].tag in FINITE for at in before) or cue_kind(tokens[first].text) == "speech"
    if opens or other or tokens[first - 1].text == "-":
        return None
    if any(at in before for at in ground.tree.subjects(index)):
        return None if any(_parts(at, ground) for at in before) else set()
    return set(before)


def _is_of_verb_before(index: int, top: int, ground: Ground) -> bool:
    """Return whether a verb only tells when another one reported: "said, before Lind announced his plan, that"."""
    tokens, above = ground.tokens, ground.tokens[index].head
    return above < index and cue_kind(tokens[above].text) == "speech" and _behind_time(above, ground) == top


def _behind_time(index: int, ground: Ground) -> int | None:
    """Return the verb of a clause that the parser hung on the one that tells when it was said.

    "Said, before Lind announced his plan, that A", "said after the vote was held that A".
    """
    tokens, tree = ground.tokens, ground.tree
    for when in tree.children[index]:
        marks = {tokens[kid].text.lower() for kid in tree.children[when] if tokens[kid].dep in ("mark", "advmod")}
        if when < index or tokens[when].dep not in ("advcl", "ccomp") or not marks & WHEN:
            continue
        for top in tree.children[when]:
            that = next((kid for kid in tree.children[top] if tokens[kid].dep == "mark"), None)
            if top < when or tokens[top].dep != "ccomp" or that is None or tokens[that].text.lower() != "that":
                continue
            direct = min(ground.below(when)) == index + 1
            if that > when and (tokens[that - 1].text == "," or direct) and is_full_clause(top, ground):
                return top
    return None


def _has_its_thing(index: int, first: int, ground: Ground) -> bool:
    """Return whether what was said stands before the clause: "said the same of it in the hour he spoke to them"."""
    tokens = ground.tokens
    thing = ground.child(index, ("dobj",))
    if thing is None or thing + 1 >= first or tokens[first].text.lower() in LEADS:
        return False
    return tokens[thing].text.lower() in ALIKE and tokens[thing + 1].tag == "IN"


def _before_marks(index: int, first: int, ground: Ground) -> set[int]:
    """Return of whom quoted words tell that begin with their verb: "the board said Lind “badly misled” the town"."""
    tokens, tree, before = ground.tokens, ground.tree, range(index + 1, first)
    own = [at for at in tree.subjects(index) if at < index]
    mark = tree.parse.marked[first]
    if not own or mark < 0 or base_of(tokens[index]) in TO_WHOM | ASKING:
        return set()
    begins = ground.marked[mark].inner.of(ground.text)[:1].islower()
    nominal = all(tokens[at].pos in WHOM and tokens[at].text.lower() not in WEEKDAY_NUMBERS for at in before)
    return set(before) if begins and nominal and tokens[first - 1].pos in ("PROPN", "NOUN", "PRON") else set()


def _breaks_off(words: set[int], top: int, ground: Ground) -> bool:
    """Return whether the clause breaks off behind its verb: "as farmers believe it will"."""
    token = ground.tokens[top]
    helper = token.pos == "AUX" or token.tag == "MD" or token.text.lower() in LEFT_ALONE
    asks = any(ground.tokens[at].tag in ("WRB", "WP", "WDT") for at in words)  # "how late it was"
    return max(words) == top and helper and not asks and all(map(ground.tree.outside, words))


def _is_set_in(index: int, first: int, ground: Ground) -> bool:
    """Return whether the clause is only what follows a verb between commas: "They fled, Lind said, as it fell"."""
    tokens, tree = ground.tokens, ground.tree
    if tokens[first - 1].text != "," or tokens[first].text.lower() in LEADS or not tree.outside(first):
        return False
    start = min([index, *(min(ground.below(subject)) for subject in tree.subjects(index))])
    return start > 0 and (tokens[start - 1].text == "," or not tree.outside(start - 1))


def _tells_of_noun(index: int, first: int, ground: Ground) -> bool:
    """Return whether the clause only tells which somebody or something is meant: "is imploring those who left"."""
    tokens = ground.tokens
    if base_of(tokens[index]) in TO_WHOM | ASKING:
        return False
    if tokens[first].pos == "ADP" and tokens[first + 1].tag == "WDT":
        return True  # "an inquiry disclosed in May in which guards"
    relative = tokens[first].text.lower() in ("who", "which")
    return relative and first > index + 1 and (tokens[first - 1].pos in ("NOUN", "PROPN") or _parts(first - 1, ground))


def _parts(at: int, ground: Ground) -> bool:
    return ground.tokens[at].text in (",", "-", "–", "—", "--")


def _lacks_its_subject(index: int, top: int, ground: Ground) -> bool:
    """Return whether what the clause is about stands before the verb: "a rival that the firm says is better"."""
    tokens, tree = ground.tokens, ground.tree
    own = [kid for kid in tree.children[top] if tokens[kid].dep in SUBJECTS and kid > index]
    named = [kid for kid in own if tokens[kid].text.lower() not in WEEKDAY_NUMBERS]
    told = base_of(tokens[index]) in TO_WHOM  # "told the Echo that is so"
    opens = tokens[index + 1].text.lower() == "that"
    if not (told or opens) and any(tokens[kid].tag == "WDT" and _has_noun_between(index, kid, ground) for kid in own):
        return True  # "predict floods that will drown the town": the floods will
    if own or _has_noun_between(index, top, ground):
        return False
    finite = any(tokens[kid].tag in FINITE for kid in (top, *tree.children[top]) if kid >= index)
    inverted = tokens[index + 1].text.lower() in ("had", "were", "should")  # "admitted had the dam held, all would"
    if index + 1 in (top, *tree.children[top]) and tokens[index + 1].tag in FINITE and not inverted:
        return True  # "what he was suggesting would help", "what Lind said was a mistake"
    return tokens[index].dep in ("relcl", "pcomp", "csubj") or ((named != own or _is_day(index + 1, ground)) and finite)


def _lacks_a_noun(index: int, ground: Ground) -> bool:
    """Return whether a noun right before the clause belongs into what is said: "the people she says the city has"."""
    tokens, tree = ground.tokens, ground.tree
    subject = next(iter(tree.subjects(index)), None)
    if subject is None or subject > index or tokens[subject].tag in ("WP", "WDT"):
        return False
    before = min(ground.below(subject)) - 1
    if tokens[index].dep in ("ROOT", "conj") and _runs_on(before, ground):
        return True
    if tokens[index].dep not in ("relcl", "parataxis", "conj"):
        return False
    noun = before in ground.sentence(index) and tokens[before].pos in ("NOUN", "PROPN")
    return noun and tokens[before].text.isalnum()


def _runs_on(before: int, ground: Ground) -> bool:
    """Return whether a clause goes right on with who speaks: "is more than the sum Lind said it costs"."""
    tokens, tree = ground.tokens, ground.tree
    start = ground.sentence(before + 1).start
    if before < start or not tokens[before].text.isalnum() or tokens[before].pos not in ("NOUN", "PROPN", "ADJ", "NUM"):
        return False
    low = before
    while low > start and tokens[low - 1].pos not in ("PUNCT", "CCONJ") and tokens[low - 1].tag != "CC":
        low -= 1
    for at in range(low, before):
        if tokens[at].tag in FINITE and tree.outside(at):
            verb = tokens[at].head if tokens[at].dep in ("aux", "auxpass") else at
            kids = [tokens[kid] for kid in tree.children[verb]]
            led = any(kid.dep == "mark" or kid.tag in ("WRB", "WDT", "WP") for kid in kids)
            return not led and tokens[verb].dep not in ("relcl", "acl", "pcomp")
    return False


def _is_of_relative(index: int, top: int, ground: Ground) -> bool:
    """Return whether a relative word before the verb belongs into the clause: "a chair, which he said he needed"."""
    before = (ground.tokens[at] for at in ground.below(top) if at < index)
    return any(token.tag in ("WDT", "WP") and token.dep != "mark" for token in before)


def _is_of_itself(top: int, ground: Ground) -> bool:
    """Return whether a verb only tells what becomes of its subject: "find themselves surrounded"."""
    subjects = (ground.tokens[kid] for kid in ground.tree.children[top] if ground.tokens[kid].dep in SUBJECTS)
    return any(word.text.lower().endswith(("self", "selves")) for word in subjects)


def _is_sensed(index: int, top: int, ground: Ground) -> bool:
    """Return whether somebody only sensed what happened: "felt the wheels turn over", and no "felt she was right"."""
    tokens = ground.tokens
    helped = any(tokens[kid].dep in ("aux", "auxpass", "mark") for kid in ground.tree.children[top])
    return base_of(tokens[index]) in SENSES and tokens[top].tag in ("VB", "VBG") and not helped


def _goes_on_to_do(index: int, top: int, ground: Ground) -> bool:
    """Return whether a verb has another one right behind it and the clause is none of it: "continued to leak and"."""
    tokens = ground.tokens
    to_do = (kid for kid in ground.tree.children[index] if index < kid < top and tokens[kid].dep == "xcomp")
    return any(kid == index + 2 and tokens[kid].tag == "VB" for kid in to_do)


def _asks_before(index: int, top: int, ground: Ground) -> bool:
    """Return whether somebody is asked to do something before the clause, which says of what: "asked them to lift"."""
    tokens, tree = ground.tokens, ground.tree
    if not takes(tokens[index], "somebody_to") or ground.child(index, ("dobj",)) is None:
        return False
    to_do = (kid for kid in tree.children[index] if index < kid < top and tokens[kid].dep == "xcomp")
    return any(tokens[kid].tag == "VB" and tokens[kid - 1].text.lower() == "to" for kid in to_do)


def _is_of_noun(index: int, top: int, ground: Ground) -> bool:
    """Return whether the clause tells what a claim was that the verb only answers: "responded to claims by X that"."""
    tokens, tree = ground.tokens, ground.tree
    if not any(tokens[kid].dep == "mark" and tokens[kid].text.lower() == "that" for kid in tree.children[top]):
        return False
    for behind in tree.children[index]:
        if index < behind < top and tokens[behind].dep == "prep" and tokens[behind].text.lower() not in SAID_IN:
            claim = ground.child(behind, ("pobj",))
            if claim is not None and claim < top and tokens[claim].text.lower() in listed("noun_clause"):
                return True
    return False


def _day_before(cue: int, words: set[int], ground: Ground) -> set[int]:
    """Return the day of the saying that the parser took into the clause: "said on Tuesday he would pay".

    Or into a name: "said Tuesday Lind's words were harsh".
    """
    first = min(words)
    day, behind = ground.tokens[first], ground.tokens[first + 1 : first + 2]
    whom = range(cue + 1, first)
    told = base_of(ground.tokens[cue]) in TO_WHOM and all(ground.tokens[at].pos in WHOM for at in whom)
    if (first == cue + 1 or told) and day.text.lower() == "on" and behind and behind[0].text.lower() in WEEKDAY_NUMBERS:
        goes_on = ground.tokens[first + 2 : first + 3]
        return {first, first + 1} if goes_on and goes_on[0].pos in OPENING else set()
    if (first != cue + 1 and not told) or day.text.lower() not in WEEKDAY_NUMBERS or not behind:
        return set()
    named = day.dep == "compound" and behind[0].tag in ("NNP", "NNPS")
    return {first} if named or behind[0].pos in ("PRON", "DET") else set()


def _adverb_of_saying(cue: int, words: set[int], ground: Ground) -> set[int]:
    """Return when it was said, which the parser took into the clause: "said later it might slide into Friday"."""
    first = min(words, default=0)
    if first != cue + 1 or first + 1 not in words or ground.tokens[first].text.lower() not in SAID_WHEN:
        return set()
    behind = ground.tokens[first + 1]
    return {first} if behind.pos in ("PRON", "DET", "PROPN") or behind.text.lower() == "that" else set()


def _where_told(cue: int, words: set[int], ground: Ground) -> set[int]:
    """Return where it was said, which the parser took into the clause: "said in the same interview she had left"."""
    tokens = ground.tokens
    first = min(words, default=0)
    if first != cue + 1 or tokens[first].text.lower() not in ("in", "during", "at") or tokens[first].dep != "prep":
        return set()
    noun = ground.child(first, ("pobj",))
    if noun is None or not (attributing_noun(tokens[noun]) or tokens[noun].lemma.lower() in OCCASIONS):
        return set()
    inside = ground.below(first)
    behind = max(inside) + 1
    return inside if behind in words and behind - first == len(inside) and tokens[behind].pos in OPENING else set()


def _has_noun_between(index: int, top: int, ground: Ground) -> bool:
    tokens = ground.tokens
    nominal = (at for at in range(index + 1, top) if tokens[at].pos in ("NOUN", "PROPN", "PRON"))
    return any(not _is_day(at, ground) for at in nominal)


def _is_day(index: int, ground: Ground) -> bool:
    return index < len(ground.tokens) and ground.tokens[index].text.lower() in WEEKDAY_NUMBERS


def _clauses_behind(index: int, ground: Ground) -> list[int]:
    """Return the verbs of the clauses that a verb reports behind it."""
    tokens, tree = ground.tokens, ground.tree
    behind = [child for child in tree.children[index] if child > index]
    named = takes(tokens[index], "names") or particle_behind(index, ground) is not None
    tops = [child for child in behind if tokens[child].dep == "ccomp" and (named or is_full_clause(child, ground))]
    figures = any(tokens[kid].lemma.lower() in listed("figures") for kid in tree.subjects(index))
    if base_of(tokens[index]) in ("find", "show") and not figures:  # "found the clerk, who had fled, guilty"
        tops = [top for top in tops if any(tokens[at].tag in FINITE for at in (top, *tree.children[top]))]
    if cue_kind(tokens[index].text) == "speech" and (late := _behind_time(index, ground)) is not None:
        return [late]
    if tops or cue_kind(tokens[index].text) != "speech":
        return tops
    hung = _hung_on_noun(index, ground)
    return [hung] if hung is not None else []


def _hung_on_noun(index: int, ground: Ground) -> int | None:
    """Return the verb of a clause that the parser hung on a noun: "said in a message that the truck was armed"."""
    tokens, tree = ground.tokens, ground.tree
    hung = ("prep", "npadvmod", "dobj", "dative") if base_of(tokens[index]) in TO_WHOM else ("prep", "npadvmod")
    for child in tree.children[index]:
        if child < index or tokens[child].dep not in hung or _stands_apart(child, ground):
            continue
        inside = ground.below(child, lambda at: _reports_itself(at, ground))
        for noun in sorted(inside - {child} if tokens[child].dep == "prep" else inside):
            for top in tree.children[noun]:
                marks = (tokens[kid].text.lower() for kid in tree.children[top] if tokens[kid].dep == "mark")
                if top > noun and "that" in marks and is_full_clause(top, ground):
                    return top
    return None


def _stands_apart(child: int, ground: Ground) -> bool:
    """Return whether a comma parts a claim from the verb: "he told them, in the mayor's latest claim that"."""
    first = min(ground.below(child))
    return ground.tokens[first - 1].text == "," and ground.tokens[child].dep == "prep"


def _reports_itself(at: int, ground: Ground) -> bool:
    """Return whether a verb below a noun may have the clause: not "taking" of "wrote on taking his post that"."""
    token = ground.tokens[at]
    idle = (
        token.tag == "VBG"
        and token.dep == "pcomp"
        and (not takes_clause(token) or ground.tokens[token.head].text.lower() == "without")
    )
    return token.pos in ("VERB", "AUX") and not idle


def _subject_before(top: int, cue: int, words: set[int], ground: Ground) -> set[int]:
    """Return the nouns between the verb and its clause that the parser took for a time: "said the days are gone"."""
    tokens, tree = ground.tokens, ground.tree
    low = min(words)
    if any(tokens[kid].dep in SUBJECTS for kid in tree.children[top]):
        return set()
    for child in sorted(tree.children[cue]):
        if cue < child < low and tokens[child].dep in ("npadvmod", "dobj", "nmod", "dep"):
            noun = ground.below(child)
            if max(noun) + 1 == low and tokens[max(noun)].text != "," and min(noun) > cue:
                return noun
    return set()


def _going_on(cue: int, last: int, ground: Ground) -> set[int]:
    """Return what goes on with the clause though the parser hung it on the reporting verb.

    "Noted the army returned it and it still works", "said money is needed to test, treat and learn".
    """
    tokens, tree = ground.tokens, ground.tree
    words = set[int]()
    for child in sorted(tree.children[cue]):
        own = tree.subjects(child)
        if child < last or not (tree.outside(child) or any(map(tree.outside, own))):
            continue
        if _judges_what_was_said(child, cue, ground):
            continue
        if tokens[child].dep == "conj" and (_has_other_tense(child, cue, ground) or _corrects(child, last, ground)):
            words |= below(child, ground)
    words |= and_that(cue, last, ground)
    if words:
        words |= set(range(last + 1, min(words)))
    return words


def _judges_what_was_said(child: int, cue: int, ground: Ground) -> bool:
    """Return whether the reporter says what it is worth: "said he had left, but that is no news"."""
    tokens = ground.tokens
    about = [at for at in ground.tree.subjects(child) if at < child]
    pointing = any(tokens[at].text.lower() in ("that", "this") and tokens[at].tag == "DT" for at in about)
    return (
        pointing
        and _stands_behind_but(child, ground)
        and tokens[cue].tag == "VBD"
        and _tense(child, ground) in ("VBZ", "VBP")
    )


def _stands_behind_but(child: int, ground: Ground) -> bool:
    """Return whether a "but" joins a verb to the one that it hangs on."""
    tokens = ground.tokens
    beside = ground.tree.children[tokens[child].head]
    return any(tokens[kid].tag == "CC" and tokens[kid].text.lower() == "but" for kid in beside)


def _corrects(child: int, last: int, ground: Ground) -> bool:
    """Return whether what is joined says what is so instead: ", but rather his remarks", ", but not let them pass"."""
    tokens = ground.tokens
    told = [token.text.lower() for token in tokens[last + 1 : last + 4]]
    return told[:2] == [",", "but"] and told[-1] in CORRECTS and (tokens[child].tag == "VB" or told[-1] == "rather")


def _tense(verb: int, ground: Ground) -> str:
    tokens = ground.tokens
    helped = [tokens[kid].tag for kid in ground.tree.children[verb] if tokens[kid].dep in ("aux", "auxpass")]
    return helped[0] if helped else tokens[verb].tag


def _would(verb: int, ground: Ground) -> bool:
    """Return whether a verb has a "would", which two clauses share: "says it would cost more, but all would gain"."""
    return any(ground.tokens[kid].text.lower() == "would" for kid in ground.tree.children[verb])


def _turns_with_will(child: int, ground: Ground) -> bool:
    """Return whether a verb behind "but" has a "will" or "can" of its own, and is no saying: "but won't bargain"."""
    tokens = ground.tokens
    kids = [tokens[kid].text.lower() for kid in ground.tree.children[child]]
    says = cue_kind(tokens[child].text) or base_of(tokens[child]) in listed("silence")
    return _stands_behind_but(child, ground) and not says and not PRESENT_MODALS.isdisjoint(kids)


def _has_other_tense(child: int, cue: int, ground: Ground) -> bool:
    tokens, tree = ground.tokens, ground.tree
    subject = any(tokens[kid].dep in SUBJECTS for kid in tree.children[child])
    if not subject and tokens[cue].tag == "VBD":  # "said it expects a profit, and expects to pay"
        told = [_tense(kid, ground) for kid in tree.children[cue] if tokens[kid].dep == "ccomp"]
        if _turns_with_will(child, ground):  # "said he would talk, but won't bargain"
            return any(tense in ("VBZ", "VBP", "MD") for tense in told)
        now = any(tense in ("VBZ", "VBP") for tense in told)
        return now and tokens[child].tag == _tense(child, ground) in ("VBZ", "VBP")
    if cue_kind(tokens[child].text) == "speech":
        return False
    if tokens[cue].tag in ("VBZ", "VBP"):
        return subject and _would(child, ground) and any(_would(kid, ground) for kid in tree.children[cue] if kid > cue)
    if tokens[cue].tag != "VBD":
        return False
    return subject and _tense(child, ground) in ("VBZ", "VBP", "MD")


def _whom(cue: int, words: set[int], ground: Ground) -> set[int]:
    """Return to whom it was told, where the parser took that for a part of the clause: "told the Echo that A"."""
    tokens = ground.tokens
    if base_of(tokens[cue]) not in TO_WHOM or min(words) != cue + 1:
        return set()
    if tokens[cue + 1].tag == "NNP" and tokens[cue + 1].dep == "compound" and tokens[cue + 1].text.isupper():
        return {cue + 1}  # "told CNN Lind had left"
    if body := _body_told(cue + 1, ground):
        return body
    end = cue + 1
    while end < cue + NAMED and tokens[end].pos in ("DET", "ADJ", "NOUN", "PROPN"):
        end += 1
    that = end > cue + 1 and tokens[end].text.lower() == "that" and tokens[end].tag == "IN"
    if not that and tokens[cue + 1].tag == "DT":  # "told The Morning Post people had doubts"
        while end > cue + 1 and tokens[end - 1].tag not in ("NNP", "NNPS"):
            end -= 1
        that = end > cue + 2 and tokens[end].tag == "NNS"
    return set(range(cue + 1, end)) if that else set()


def _body_told(first: int, ground: Ground) -> set[int]:
    """Return the name of a body right behind the verb, which something else follows than its own verb.

    "Told Hale News leaving was her idea": the parser takes the two for one name.
    """
    tokens, end = ground.tokens, first
    while end < first + NAMED and end < len(tokens) and tokens[end].entity == "ORG" and tokens[end].pos == "PROPN":
        end += 1
    behind = tokens[end] if end < len(tokens) else None
    begins = behind is not None and (behind.pos in ("PRON", "DET") or behind.tag in ("VBG", "NNS", "EX"))
    return set(range(first, end)) if begins and end > first + 1 else set()
