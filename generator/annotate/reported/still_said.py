"""Whether what goes on in a sentence is still said or the reporter's again: a report's words in, those that are out.

"Said the road was safe and that it would open", "said the road was safe and left the room", "said he met Lind, who has
led the firm since": grammar alone does not tell them apart. Each place where words may end is described by signs that
are true of sentences in general, and their weights in `data/said_weights.txt`, learned from labelled news by
`benchmarks/still_said.py`, are added up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.annotate.cues import cue_kind
from generator.annotate.main_verbs import FINITE
from generator.annotate.reported.bounds import TERMS
from generator.annotate.reported.contents import said_by
from generator.annotate.reported.cues import base_of, cue_class, listed
from generator.annotate.reported.ground import Ground
from generator.annotate.reported.verbs import BEHIND_THING
from generator.annotate.reporting_clauses import attributing_noun, can_speak
from generator.days import WEEKDAY_NUMBERS
from generator.weights import band, likelihood

TABLE = "said_weights.txt"
ENDS = 0.4  # counted on the articles left out: below it strictly right reports grow no more
# Of what a comma sets off labelled news keeps a third and strict readers less; what it adds, a report can do without.
ADDED_ENDS = 0.2
AMONG = frozenset({"among", "amid", "despite"})
CONDITIONS = frozenset({"if", "unless"})
CONCEDING = frozenset({"though", "as", "while"})
ADDING = frozenset({"advcl", "relcl", "appos", "acl", "parataxis", "npadvmod"})
TURNS = frozenset({"conj", "advcl", "relcl", "acl", "appos", "parataxis", "prep", "npadvmod", "ccomp", "attr", "dobj"})
SMALL = frozenset({"IN", "CC", "WDT", "WP", "WP$", "WRB", "TO", "DT", "PRP", "RB", "EX"})
STOPS = {",": "comma", "—": "dash", "–": "dash", "--": "dash", "-": "dash", ";": "stop", ":": "stop", "(": "bracket"}
# "Said she had left and was ill" goes on, in six of six places of PolNeAR train.
OTHER_TENSES = frozenset({"now", "MD", "TO"})
BRANCHES = frozenset({"relcl", "appos", "acl"})
ARGUMENTS = frozenset({"prep", "dobj", "attr", "oprd", "xcomp", "ccomp", "acomp", "agent"})
OTHERS = frozenset({"many", "some", "others", "another", "most", "several", "critics", "few"})
COUNTING = frozenset({"appos", "npadvmod", "attr", "dobj", "dep", "oprd"})
# What one does where one is asked or speaks.
OCCASIONS = frozenset({"meet", "visit", "arrive", "speak", "address", "announce", "confirm", "sign", "open", "tour"})
COUNTED = frozenset({"latest", "first", "second", "third", "last", "another"})
DASHES = frozenset({"—", "–", "--"})
DETAILS = frozenset({"detail", "specific", "specifics", "particulars"})
REFUSING = frozenset({"decline", "refuse"})
NAMING = frozenset({"call", "describe", "label", "brand", "dub"})
SHORT = (3, 7, 15)  # words


@dataclass(frozen=True, slots=True)
class Turn:
    """A place where somebody's words may end: the first word behind it, and the one that the rest hangs by."""

    first: int
    at: int


def as_far_as_said(cue: int, words: frozenset[int], rule: str, ground: Ground) -> frozenset[int]:
    """Return words up to the first turn behind which they are said no more."""
    # Nothing ends before it surely goes on: "said it was built in Ghana, a land of ports, and that it leaked".
    last = max((at for at in words if at > cue and _goes_on(at, cue, ground)), default=-1)
    end = min(_counted(words, ground), _where_aside_ends(cue, words, ground), _at_lone_dash(cue, words, ground))
    words = frozenset(word for word in words if word < end) or words
    for turn in turns(cue, words, ground):
        if turn.first not in words:
            continue
        bar = ADDED_ENDS if _adds(turn, words, ground) else ENDS
        ends = (
            last < turn.first
            and not _is_condition(turn, ground)
            and (
                _concedes(turn, ground)
                or _explains(turn, words, ground)
                or likelihood(TABLE, signs(turn, cue, words, rule, ground)) >= bar
            )
        )
        if ends and (rest := _behind_branch(turn, cue, words, ground)):
            words = frozenset(word for word in words if word < turn.first) | rest
        elif ends or _begins_anew(turn.at, cue, ground) or _weighs(turn, ground) or _quotes_another(turn.at, ground):
            return frozenset(word for word in words if word < turn.first)
    return words


def _adds(turn: Turn, words: frozenset[int], ground: Ground) -> bool:
    """Return whether a comma sets off what only adds something: ", most likely ending the strike".

    What goes on a list does not: "recommended closing the port, moving the boats, and selling the land".
    """
    tokens = ground.tokens
    listed_too = tokens[turn.at].tag == "VBG" and any(
        tokens[at].tag == "VBG" and tokens[at - 1].tag == "CC" for at in words if at > turn.at
    )
    # What stands behind it again may need what stands before: "the clerk, a man of forty, was ill".
    last = max(ground.below(turn.at)) >= max(at for at in words if tokens[at].pos != "PUNCT")
    needed = tokens[turn.first].text.lower() in TERMS
    added = last and not needed and tokens[turn.at].dep in ADDING and not listed_too
    return added and _before(turn.first, ground) == "comma"


def _explains(turn: Turn, words: frozenset[int], ground: Ground) -> bool:
    """Return whether the last of the words are, behind a comma, what something is or brings about, or what it is among.

    ", a reversal of what the board had promised", ", causing the clerk to leave", ", among his many odd beliefs": of
    participles labelled news leaves out 73 of 100, and no reader lacks the others.
    """
    token, lead = ground.tokens[turn.at], ground.tokens[turn.first]
    if _before(turn.first, ground) != "comma":
        return False
    if token.dep == "prep" and token.text.lower() in AMONG:
        return max(ground.below(turn.at)) >= max(at for at in words if ground.tokens[at].pos != "PUNCT")
    brings = token.dep == "advcl" and token.tag == "VBG" and turn.at - turn.first <= 1
    is_what = token.dep in ("appos", "npadvmod") and lead.text.lower() in ("a", "an", "the")
    return (brings or is_what) and _adds(turn, words, ground)


def _concedes(turn: Turn, ground: Ground) -> bool:
    """Return whether the reporter likely holds something against what was said: "even though he was caught there"."""
    tokens, kids = ground.tokens, ground.tree.children[turn.at]
    even, mark = tokens[turn.first].text.lower() == "even", turn.first + 1
    return even and any(kid == mark and tokens[kid].text.lower() in CONCEDING for kid in kids)


def _is_condition(turn: Turn, ground: Ground) -> bool:
    """Return whether an "if" or "unless" leads on: labelled news keeps 98 of 100 with what was said."""
    return ground.tokens[turn.first].text.lower() in CONDITIONS


def _at_lone_dash(cue: int, words: frozenset[int], ground: Ground) -> int:
    """Return where the only dash behind the verb is, behind which half of labelled news has the reporter's words.

    Behind the last word where there is none, or two that set something in.
    """
    tokens, tree, sentence = ground.tokens, ground.tree, ground.sentence(cue)
    dashes = [at for at in sentence if tokens[at].text in DASHES and tree.outside(at)]
    none = max(words, default=0) + 1
    if len(dashes) != 1 or not min(words, default=0) < dashes[0] < none or dashes[0] < cue:
        return none
    behind = tokens[dashes[0] + 1].text.lower() if dashes[0] + 1 < sentence.stop else ""
    return none if behind in TERMS else dashes[0]  # "will not come — unless he is asked"


def _behind_branch(turn: Turn, cue: int, words: frozenset[int], ground: Ground) -> frozenset[int]:
    """Return what goes on behind a remark set in: "put Hale, which he has never seen, at the top"; none where it ends.

    In PolNeAR train what hangs on a verb before the remark is said, and the remark is not.
    """
    tokens = ground.tokens
    if tokens[turn.at].dep not in BRANCHES or _before(turn.first, ground) == "none":
        return frozenset()
    last = max(at for at in ground.below(turn.at) if at in words)
    start = min((at for at in words if at > last and tokens[at].pos not in ("PUNCT", "CCONJ")), default=-1)
    if start < 0 or _before(start, ground) == "none":
        return frozenset()
    rest = frozenset(at for at in words if at >= start)
    own = [at for at in rest if tokens[at].head < turn.first and tokens[at].pos not in ("PUNCT", "CCONJ")]
    first = min(own, default=None)
    if first is None or tokens[first].head in (cue, tokens[turn.at].head):
        return frozenset()
    quoted = tokens[first].dep == "conj" and not ground.tree.outside(first)
    return rest if quoted or tokens[first].dep in ARGUMENTS else frozenset()


def _quotes_another(at: int, ground: Ground) -> bool:
    """Return whether the reporter goes on with whom else he has it from: "with a spokesman saying that"."""
    tokens = ground.tokens
    if tokens[at].text.lower() != "with" or tokens[at].dep != "prep" or not ground.tree.outside(at):
        return False
    verbs = (verb for verb in ground.below(at) if tokens[verb].tag == "VBG" and verb > at + 1)
    return any(
        cue_kind(tokens[verb].text) == "speech"
        and (tokens[verb].head == at or tokens[tokens[verb].head].head == at)
        and any(can_speak(tokens[noun]) for noun in range(at + 1, verb))
        for verb in verbs
    )


def _begins_anew(at: int, cue: int, ground: Ground) -> bool:
    """Return whether a verb goes on from the reporting one by its tense, reports or remarks in its turn, says no more.

    "Said he holds both to blame and left", "said the road was safe and argued that", "said so but did not elaborate".
    """
    tokens, kids = ground.tokens, ground.tree.children[at]
    token, base = tokens[at], base_of(tokens[at])
    said = said_by(at, ground) if cue_kind(token.text) else None
    if said is not None and any(tokens[kid].text.lower() in OTHERS for kid in ground.tree.subjects(at)):
        return True  # "said the plan failed, but many blamed the board"
    if (
        _reports_in_its_turn(at, cue, ground)
        or _tells_on_what_occasion(at, ground)
        or _remarks_behind_marks(at, ground)
    ):
        return True
    if token.dep == "conj" and _leaves_out_details(at, ground):
        return True
    if token.dep == "advcl" and token.tag == "VBG":
        led = {tokens[kid].text.lower() for kid in kids if tokens[kid].dep == "mark"}
        if "while" in led and not ground.tree.subjects(at) and (cue_kind(token.text) or base in listed("against")):
            return True  # "urging the board to stand by it while scolding the clerks"
        comments = said is not None or token.lemma.lower() in listed("remarks") or _says_again(token.text)
        return comments and _before(min(ground.below(at)), ground) != "none"
    then = any(tokens[kid].text.lower() == "then" for kid in kids)
    if (
        token.dep == "conj"
        and then
        and ground.tree.subjects(at)
        and tense_of(at, ground) == tense_of(cue, ground) == "VBD"
    ):
        return True  # "denied that it was his and the paper then dropped it"
    if _lacks_somebody(at, cue, ground) or _does_it_to_whom_it_tells_of(at, ground):
        return True
    joins = {tokens[kid].text.lower() for kid in ground.tree.children[token.head] if tokens[kid].tag == "CC"}
    if token.dep != "conj" or ground.tree.subjects(at) or "or" in joins or _shares_modal(at, cue, ground):
        return False
    if base in REFUSING:
        return any(base_of(tokens[kid]) in listed("silence") for kid in kids if tokens[kid].dep == "xcomp")
    things = (kid for kid in kids if tokens[kid].dep == "dobj")
    if base in listed("silence") and any(tokens[at].text.lower() == "no" for kid in things for at in ground.below(kid)):
        return True  # "said she had been asked but gave no details"
    if base in listed("silence") and any(tokens[kid].dep == "neg" for kid in kids):
        return any(tokens[kid].lemma.lower() in ("do", "would", "will") for kid in kids if tokens[kid].dep == "aux")
    tense, told, beside = (tense_of(verb, ground) for verb in (at, cue, _told(token.head, cue, ground)))
    if tense == "VBN" and tokens[token.head].tag != "VBN":
        tense = "VBD"  # a past that the parser took for a participle
    says = said is not None and said.rule == "clause_below" and cue_kind(token.text) == "speech"
    if _names_anew(at, ground) and tense == told == "VBD":
        return True  # "told them that she had proof and called her “brave”"
    if told == "has" and token.tag == "VBN" and beside == "TO":
        return True  # "has urged all to wait and thrown his weight behind it"
    if told == "has":  # "Has said it failed and argued that"
        says = says and tense in ("has", "VBD", "VBN")
    elif told == "VBG":  # "saying it is shut and telling all to leave"
        return tense == "VBG" and tokens[token.head].tag != "VBG" and token.head != cue
    elif tense != told or told not in ("VBD", "now") or _shares_passive(at, ground):
        return False
    return says or (tense == told != beside and beside in OTHER_TENSES)


def _names_anew(at: int, ground: Ground) -> bool:
    """Return whether somebody is given a name in marks: "called her “brave”"."""
    tokens = ground.tokens
    behind = [kid for kid in ground.below(at) if kid > at + 1]
    named = base_of(tokens[at]) in NAMING and at + 1 < len(tokens) and tokens[at + 1].tag == "PRP"
    return named and any(not ground.tree.outside(kid) for kid in behind[:3])


def _reports_in_its_turn(at: int, cue: int, ground: Ground) -> bool:
    """Return whether a joined clause reports in the tense of the first: "said he had left, but one of them said that".

    With an "and that" before it, it is what somebody says of others.
    """
    tokens, kids = ground.tokens, ground.tree.children[at]
    led = any(tokens[kid].dep == "mark" for kid in kids)
    who = [tokens[kid] for kid in kids if tokens[kid].dep == "nsubj"]
    he = any(each.text.lower() in ("he", "she") for each in who)
    told = cue_kind(tokens[at].text) == "speech" and ground.child(at, ("ccomp",)) is not None
    if tokens[at].dep != "conj" or not (told or (he and cue_kind(tokens[at].text))):
        return False
    speaks = any(can_speak(each) or each.text.lower() in ("one", "others", "some", "many") for each in who)
    return speaks and not led and tense_of(at, ground) == tense_of(cue, ground) == "VBD"


def _tells_on_what_occasion(at: int, ground: Ground) -> bool:
    """Return whether "as he met them" tells when it was said: what was said is about others than him."""
    tokens = ground.tokens
    if tokens[at].dep != "advcl" or base_of(tokens[at]) not in OCCASIONS or tense_of(at, ground) not in ("VBD", "now"):
        return False
    led = {tokens[kid].text.lower() for kid in ground.tree.children[at] if tokens[kid].dep in ("mark", "advmod")}
    marks = "as" in led
    who = [tokens[subject].text.lower() for subject in ground.tree.subjects(at)]
    if "when" in led and base_of(tokens[at]) in ("speak", "talk", "appear") and who[:1] in (["he"], ["she"], ["they"]):
        return True  # "said so when she spoke to reporters"
    above = tokens[at].head
    while not ground.tree.subjects(above) and tokens[above].head < above:
        above = tokens[above].head
    told = [tokens[subject].text.lower() for subject in ground.tree.subjects(above)]
    return marks and who[:1] in (["he"], ["she"]) and bool(told) and told[:1] != who[:1]


def _remarks_behind_marks(at: int, ground: Ground) -> bool:
    """Return whether a participle, or "and that was", stands behind quoted words or a dash, and is the reporter's."""
    tokens, token = ground.tokens, ground.tokens[at]
    first = min(ground.below(at))
    if token.dep == "advcl" and token.tag == "VBG" and first == at and at > 1:
        behind = at - 2 if tokens[at - 1].text == "," and ground.tree.outside(at - 1) else at - 1
        return _before(at, ground) == "comma" and not ground.tree.outside(behind)
    about = [tokens[subject] for subject in ground.tree.subjects(at) if subject < at]
    pointing = any(each.text.lower() in ("that", "this") and each.tag == "DT" for each in about)
    return token.dep == "conj" and pointing and _before(first, ground) == "dash"


def _says_again(form: str) -> bool:
    """Return whether a participle only says something again: "reasserting", "restating"."""
    again = form.lower()
    return cue_kind(again) == "speech" or (again.startswith("re") and cue_kind(again[2:]) == "speech")


def _leaves_out_details(at: int, ground: Ground) -> bool:
    """Return whether a verb tells that no more was said: "did not go into detail", "but gave few specifics"."""
    tokens, kids = ground.tokens, ground.tree.children[at]
    below = {word for kid in kids if tokens[kid].dep in ("dobj", "prep") for word in (kid, *ground.tree.children[kid])}
    details = [word for word in below if word > at and tokens[word].lemma.lower() in DETAILS]
    none = any(tokens[kid].dep == "neg" for kid in kids) or any(
        tokens[kid].text.lower() in ("no", "few") for word in details for kid in ground.tree.children[word]
    )
    return bool(details) and none and base_of(tokens[at]) in listed("silence") | {"go", "offer"}


def _shares_passive(at: int, ground: Ground) -> bool:
    """Return whether a participle goes on from one that is done to somebody: "should be barred and removed"."""
    tokens, token = ground.tokens, ground.tokens[at]
    done = any(tokens[kid].dep == "auxpass" for kid in ground.tree.children[token.head])
    helped = any(tokens[kid].dep in ("aux", "auxpass", "dobj", "ccomp", "xcomp") for kid in ground.tree.children[at])
    return done and not helped and (token.tag == "VBN" or token.text.endswith("ed"))


def _does_it_to_whom_it_tells_of(at: int, ground: Ground) -> bool:
    """Return whether a joined verb is done to whom the clause tells of: "that Lind ruined it and called Lind unfit"."""
    tokens, tree = ground.tokens, ground.tree
    if tokens[at].dep != "conj" or tree.subjects(at) or tokens[at].tag not in FINITE:
        return False
    done = (kid for kid in tree.children[at] if kid > at and tokens[kid].dep in ("dobj", "nsubj", "dative"))
    about = {tokens[subject].text for subject in tree.subjects(tokens[at].head) if tokens[subject].pos == "PROPN"}
    return any(tokens[kid].pos == "PROPN" and tokens[kid].text in about for kid in done)


def _lacks_somebody(at: int, cue: int, ground: Ground) -> bool:
    """Return whether a joined verb that somebody does has only "there" for it: "found there was none and chose to"."""
    tokens, kids = ground.tokens, ground.tree.children[at]
    if tokens[at].dep != "conj" or ground.tree.subjects(at) or tokens[tokens[at].head].head != cue:
        return False
    there = any(tokens[kid].tag == "EX" for kid in ground.tree.children[tokens[at].head])
    does = any(tokens[kid].dep in ("dobj", "xcomp", "ccomp") for kid in kids)
    return there and does and tokens[at].pos == "VERB" and tense_of(at, ground) == tense_of(cue, ground)


def _weighs(turn: Turn, ground: Ground) -> bool:
    """Return whether the reporter tells how others take it: "said it would stay, in what is seen as a sign that"."""
    tokens, tree = ground.tokens, ground.tree
    if tokens[turn.at].dep != "prep" or _before(turn.first, ground) == "none":
        return False
    clause = ground.child(turn.at, ("pcomp",))
    return clause is not None and any(tokens[kid].text.lower() == "what" for kid in tree.subjects(clause))


def _where_aside_ends(cue: int, words: frozenset[int], ground: Ground) -> int:
    """Return where the dash is that closes what one opened before the verb: "the firm — Lind said it paid — left"."""
    tokens, tree, sentence = ground.tokens, ground.tree, ground.sentence(cue)
    opened = [at for at in range(sentence.start, cue) if tokens[at].text in DASHES and tree.outside(at)]
    closing = [at for at in sorted(words) if at > cue and tokens[at].text in DASHES and tree.outside(at)]
    return closing[0] if len(opened) % 2 and len(closing) % 2 else max(words, default=0) + 1


def _counted(words: frozenset[int], ground: Ground) -> int:
    """Return where the reporter tells which of several it was: "said she would wait, the latest step in the row".

    Behind the last word where nothing does.
    """
    tokens = ground.tokens
    for at in sorted(words)[1:]:
        if tokens[at].lemma.lower() not in listed("sums_up") or tokens[at].dep not in COUNTING:
            continue
        first = min(ground.below(at), default=at)
        told = {tokens[kid].text.lower() for kid in ground.tree.children[at] if kid < at}
        if first - 1 in words and _before(first, ground) == "comma" and not COUNTED.isdisjoint(told):
            return first
    return max(words, default=0) + 1


def _goes_on(at: int, cue: int, ground: Ground) -> bool:
    """Return whether it is an "and that", or a joined verb in the tense of what is said: "said it holds and works"."""
    tokens = ground.tokens
    if tokens[at].text.lower() == "that" and tokens[at - 1].tag == "CC":
        return True
    if tokens[at].dep != "conj" or ground.tree.subjects(at):
        return False
    if _shares_modal(at, cue, ground):
        return True
    tense, told, beside = (tense_of(verb, ground) for verb in (at, cue, tokens[at].head))
    return tense == beside != told and tense in ("MD", "now")


def _shares_modal(at: int, cue: int, ground: Ground) -> bool:
    """Return whether a verb in its plain form goes on from one with "will": "says it will build roads, create jobs".

    The parser takes some of these for a present or a past, which the reporting verb must then not be itself; one that
    another is joined to is in a list, which begins with the "will".
    """
    tokens, token = ground.tokens, ground.tokens[at]
    will = any(tokens[kid].tag == "MD" for kid in ground.tree.children[token.head])
    if not will or token.text.lower() != token.lemma.lower():
        return False
    joined = any(tokens[kid].dep == "conj" and tokens[kid].tag == "VB" for kid in ground.tree.children[at])
    return token.tag == "VB" or joined or token.tag != tokens[cue].tag


def _told(verb: int, cue: int, ground: Ground) -> int:
    """Return the verb with the tense that "to" and a verb has none of: "holds" of "holds both to blame"."""
    at, tokens = verb, ground.tokens
    while tense_of(at, ground) in ("TO", "VBG", "VBN") and tokens[at].head < at and tokens[at].head != cue:
        at = tokens[at].head
    return at


def turns(cue: int, words: frozenset[int], ground: Ground) -> Iterator[Turn]:
    """Yield the places where words may end, first ones first: nothing before them hangs in what is behind."""
    tokens, opening = ground.tokens, max(cue, min(words)) + 1
    clauses = (at for at in words if tokens[at].head == cue and tokens[at].dep == "ccomp")
    opening = max(opening, min(clauses, default=0))
    found = dict[int, int]()
    for at in words:
        head = tokens[at].head
        if at <= opening or tokens[at].dep not in TURNS or head >= at or not ground.tree.outside(at):
            continue
        first = min(below for below in ground.below(at) if below in words)
        if max(opening, head) < first and _may_end(first, at, cue, ground):
            found[first] = min(at, found.get(first, at))
    for first, at in sorted(found.items()):
        hung = (word for word in words if word < first <= tokens[word].head)
        if all(tokens[word].pos in ("PUNCT", "CCONJ") for word in hung):
            yield Turn(first, at)


def _may_end(first: int, at: int, cue: int, ground: Ground) -> bool:
    """Return whether a branch is a clause or set off by a stop: a mere object or time is said with its verb."""
    token = ground.tokens[at]
    if token.dep == "conj":
        return token.pos in ("VERB", "AUX")
    if token.dep == "prep" and token.head == cue and token.text.lower() in BEHIND_THING:
        return False  # "denied care to guards"
    if token.dep == "prep" and (token.head == cue or ground.child(at, ("pcomp",)) is not None):
        return True
    if _quotes_another(at, ground):
        return True
    return token.dep not in ("prep", "dobj", "attr", "npadvmod") or _before(first, ground) != "none"


def signs(turn: Turn, cue: int, words: frozenset[int], rule: str, ground: Ground) -> Iterator[str]:
    """Yield what tells whether the words go on behind a turn."""
    tokens, tree = ground.tokens, ground.tree
    token, head = tokens[turn.at], tokens[tokens[turn.at].head]
    dep, before = token.dep, _before(turn.first, ground)
    lead = tokens[turn.first] if tree.outside(turn.first) else None
    joins = next((tokens[at].text.lower() for at in (turn.first - 1, turn.first) if tokens[at].tag == "CC"), "-")
    word = lead.text.lower() if lead is not None and lead.tag in SMALL else "quoted" if lead is None else lead.pos
    where = "cue" if token.head == cue else "first" if head.head == cue else head.pos
    yield f"{dep} {before}"
    yield f"{dep} on {where}"
    yield f"{dep} {joins} {word}"
    yield f"{before} {word}"
    yield f"{rule} {dep}"
    yield f"{rule} {before}"
    yield f"{dep} {cue_class(base_of(tokens[cue]))}"
    yield f"{dep} behind {band(turn.first - min(words), SHORT)}"
    yield f"{dep} of {band(max(words) - turn.first + 1, SHORT)}"
    yield f"{dep} {before} of {band(max(words) - turn.first + 1, SHORT)}"
    if before == "dash" and sum(_before(at, ground) == "dash" for at in words) > 1:
        yield f"{dep} two dashes"
    said = tokens[min(words)].text.lower() == "that"
    if any(not tree.outside(at) for at in words if at >= turn.first):
        yield f"{dep} quotes"
    behind = turn.first - 1
    while behind > 0 and (tokens[behind].tag == "CC" or tokens[behind].text == ",") and tree.outside(behind):
        behind -= 1
    if not tree.outside(behind):
        yield f"{dep} behind quoted {before}"
    if token.pos in ("VERB", "AUX"):
        yield from _verbal(turn, cue, joins, before, said, ground)
    else:
        yield from _nominal(turn, before, ground)


def _verbal(turn: Turn, cue: int, joins: str, before: str, said: bool, ground: Ground) -> Iterator[str]:
    tokens, tree, at = ground.tokens, ground.tree, turn.at
    token = tokens[at]
    dep, tense, beside, told = token.dep, *(tense_of(verb, ground) for verb in (at, token.head, cue))
    subject = next(iter(tree.subjects(at)), None)
    who = _who(subject, ground)
    own = _who(next(iter(tree.subjects(token.head)), None), ground)
    where = "cue" if token.head == cue else "first" if tokens[token.head].head == cue else "deep"
    speaks = cue_kind(token.text) or ("thing" if base_of(token) in listed("told_thing") else "no")
    yield f"{dep} {tense} beside {beside}"
    yield f"{dep} {tense} told {told}"
    yield f"{dep} {where} {tense} beside {beside} told {told}"
    yield f"{dep} {who} beside {own}"
    yield f"{dep} {who} {tense} told {told}"
    yield f"{dep} {who} {tense} beside {beside} {speaks}"
    yield f"{dep} {speaks} {tense} {who}"
    yield f"{dep} {speaks} {before}"
    yield f"{dep} {joins} {before} {who}"
    yield f"{dep} as told {tense == told} {who == 'none'} {beside == told}"
    if subject is not None and tree.subjects(token.head):
        same = tokens[subject].text.lower() == tokens[tree.subjects(token.head)[0]].text.lower()
        yield f"{dep} same {same} {who}"
    if joins != "-":
        that = tokens[turn.first].text.lower() == "that"
        yield f"{dep} that {said} {that}"
        if speaks == "speech" and any(tokens[kid].dep in ("ccomp", "xcomp") for kid in tree.children[at]):
            yield f"{dep} says itself {tense} told {told} {who == 'none'}"
    if speaks != "no" and subject is not None and who not in ("WDT", "WP"):
        led = any(tokens[kid].dep == "mark" for kid in tree.children[at])
        yield f"said by {who} {led} {any(tokens[kid].dep == 'ccomp' for kid in tree.children[at])}"
    if any(tokens[kid].dep == "neg" for kid in tree.children[at]):
        yield f"{dep} negated"
    if base_of(token) in listed("silence") | REFUSING:
        yield f"silent {joins}"
    marks = sorted(tokens[kid].text.lower() for kid in tree.children[at] if tokens[kid].dep == "mark")
    if marks:
        yield f"{dep} {' '.join(marks)} {tense} {who}"
        yield f"{dep} {' '.join(marks)} {speaks}"
    if dep in ("relcl", "acl"):
        yield f"{dep} {before} of {tokens[token.head].pos} {tokens[token.head].entity or 'none'}"
        yield f"{dep} {before} {tense} {who}"
        yield f"{dep} {before} {tense} beside told {told}"


def _nominal(turn: Turn, before: str, ground: Ground) -> Iterator[str]:
    tokens, token = ground.tokens, ground.tokens[turn.at]
    dep, lead = token.dep, tokens[turn.first]
    if token.lemma.lower() in listed("sums_up"):
        yield f"sums up {before}"
    if dep != "prep":
        behind = tokens[turn.first - 2 if before != "none" else turn.first - 1]
        yield f"{dep} {before} {lead.tag} behind {behind.pos}"
        yield f"{dep} {before} {token.pos} {token.entity or 'none'}"
        if any(tokens[kid].dep == "relcl" for kid in ground.tree.children[turn.at]):
            yield f"{dep} {before} with clause"
        return
    for kid in ground.tree.children[turn.at]:
        inner = tokens[kid]
        kind = "day" if inner.text.lower() in WEEKDAY_NUMBERS else inner.entity or inner.pos
        yield f"{lead.text.lower()} {inner.dep} {kind}"
        if attributing_noun(inner):
            yield f"{lead.text.lower()} where said {token.head < turn.first - 1}"


def _before(first: int, ground: Ground) -> str:
    """Return what stands before a word: a comma, a dash, nothing. A comma that quoted words end with is one."""
    tokens, at = ground.tokens, first - 1
    if tokens[at].tag == "CC" and ground.tree.outside(at):
        at -= 1
    if not ground.tree.outside(at):
        mark = ground.tree.parse.marked[at]
        end = ground.marked[mark].inner.end if mark >= 0 else tokens[at].end
        return "comma" if ground.text[:end].endswith(",") else "none"
    if tokens[at].text == "-" and tokens[at].end == tokens[at + 1].start:
        return "none"
    return STOPS.get(tokens[at].text, "none")


def tense_of(at: int, ground: Ground) -> str:
    """Return the tag of the word that bears a verb's tense; "now", "had" and "has" for what is told by several."""
    tokens = ground.tokens
    helped = [tokens[kid].tag for kid in ground.tree.children[at] if tokens[kid].dep in ("aux", "auxpass") and kid < at]
    tag = helped[0] if helped else tokens[at].tag
    if helped and tokens[at].tag == "VBN":
        words = {tokens[kid].lemma.lower() for kid in ground.tree.children[at] if tokens[kid].dep == "aux"}
        if "have" in words and tag != "MD":
            return "had" if tag == "VBD" else "has"
    return "now" if tag in ("VBZ", "VBP") else tag


def _who(subject: int | None, ground: Ground) -> str:
    if subject is None:
        return "none"
    token = ground.tokens[subject]
    if token.tag in ("WDT", "WP", "EX") or token.text.lower() in ("it", "that", "this"):
        return token.tag
    if token.pos == "PRON":
        return token.text.lower()
    return "name" if token.pos == "PROPN" else "somebody" if can_speak(token) else "thing"
