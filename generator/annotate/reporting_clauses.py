"""Reporting clauses: the parse of a paragraph in, each reporting word with the words that name its speaker out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.annotate.cues import CueKind, base_form, cue_kind, particles
from generator.annotate.skeletons import Parse
from generator.annotate.titles import role_nouns
from generator.language import Token
from generator.records import Span
from generator.wordlists import words

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_CLIMBS = frozenset({"conj", "advcl", "xcomp", "acl", "ccomp", "pcomp", "dep", "parataxis", "relcl"})
_RELATIVE = frozenset({"who", "which", "that"})
_CUTS = frozenset({"relcl", "acl", "appos", "punct", "advcl", "cc", "conj"})
_BEFORE_CUTS = frozenset({"punct", "cc", "preconj", "advmod", "relcl", "acl"})
# Such a subject names nobody; "it" may stand for a ministry and is left to the people list.
_EMPTY = frozenset({"this", "that", "which", "what", "there", "these", "those", "something", "everything", "nothing"})
_OBJECTS = frozenset({"me", "him", "her", "them", "us", "reporters", "it", "himself", "herself"})
_PEOPLE_PRONOUNS = frozenset({"he", "she", "they", "i", "we", "who", "you"})
_PASSING_ON = ("quote", "cite")
_PASSED_ON = ("saying", "telling")
_COMPLEMENTS = ("xcomp", "ccomp", "advcl")
_DONE_TO = frozenset({"ask", "question", "tell", "urge", "quote", "press"})
_TO_WHOM = frozenset({"tell", "inform", "assure"})
# "a lack of data regarding the dam", whatever the parser makes of it
_LIKE_PREPOSITIONS = frozenset({"regarding", "concerning"})
# What is reported with these are the very words: "accused Okoro of calling it “a sieve”".
_WORDING = frozenset({"call", "say", "claim", "describe", "label", "declare", "write", "tweet"})
_OWNING = frozenset({"her", "his", "their", "its", "my", "our", "your"})
# Verbs that report nothing before "to" and a verb: "continued to dig", "allowing the crews to dig".
_GOING_ON = frozenset({"continue", "allow"})
# What somebody is brought to say by, and what hears or films him: "led Okoro to ask", "caught her saying".
_BRINGING = frozenset("lead prompt cause force drive push spur move compel inspire provoke".split())  # noqa: SIM905
_CATCHING = frozenset("catch hear overhear film record capture show".split())  # noqa: SIM905
# "Okoro angered Lind for saying that": he says it who stirs the other one, and not whom that is done to.
_STIRRING = frozenset("anger enrage infuriate irritate annoy upset offend stun surprise shock alarm please".split())  # noqa: SIM905
WHOM = frozenset({"him", "her", "them", "me", "us"})
"""Pronouns for somebody to whom something is said or done."""
_PLEAS = frozenset({"guilty", "innocent", "not", "no"})
# What joins a clause that only stands beside the other one.
_BESIDE = frozenset({"as", "while", "whereas", "although", "though"})
_BEFORE_NO_SUBJECT = frozenset("during in of at on from by to".split())  # noqa: SIM905
_TIMES = frozenset({"weekend", "week", "month", "year", "day", "night", "morning", "afternoon", "evening"})
_WRITTEN = frozenset("letter note statement e-mail email mail memo message post tweet text".split())  # noqa: SIM905
MAX_CLIMB = 5
MAX_BETWEEN = 22  # words between a quotation and the verb behind it: a name with what it is explained by
MAX_QUOTED = 14  # words from "quoted" to "as saying": a name with its office


@dataclass(frozen=True, slots=True)
class ReportingClause:
    """One reporting clause: "Mr Okoro told reporters"."""

    cue: Span
    cue_word: str
    """The verb's base form, "hit back" with its particle; "according" for "according to"."""
    kind: CueKind
    source: Span
    head: int
    """Index of the source's head word."""
    cue_index: int
    passive: bool
    borrowed: bool
    """Whether the source is the subject of another verb: "..., adding"."""
    modal: bool
    """Whether the words are only possible or to come: "should say", "to say"."""
    infinitive: bool = False
    """Whether it is "to say"."""

    @property
    def start(self) -> int:
        """Where cue and source begin."""
        return min(self.cue.start, self.source.start)

    @property
    def end(self) -> int:
        """Where cue and source end."""
        return max(self.cue.end, self.source.end)


class Tree:
    """A parse with the children of every token."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.tokens = parse.tokens
        self.children: list[list[int]] = [[] for _ in parse.tokens]
        for index, token in enumerate(parse.tokens):
            if token.head != index:
                self.children[token.head].append(index)
        self.inside: dict[int, list[int]] = {}
        """The tokens of each marked stretch, by its index; the reporter's own under -1."""
        for index, mark in enumerate(parse.marked):
            self.inside.setdefault(mark, []).append(index)

    def outside(self, index: int) -> bool:
        """Return whether a token is the reporter's own word."""
        return self.parse.marked[index] < 0

    def ancestors(self, index: int) -> Iterator[int]:
        """Return the heads of a token, nearest first."""
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            yield index

    def subjects(self, index: int) -> list[int]:
        """Return the subjects of a verb, the nearest first."""
        found = [child for child in self.children[index] if self.tokens[child].dep in _SUBJECTS]
        return sorted(found, key=lambda child: abs(child - index))

    def words(self, span: Span) -> str:
        """Return the words of a stretch with one space between them."""
        return " ".join(token.text for token in self.tokens if span.start <= token.start < span.end)

    def phrase(self, index: int) -> Span:
        """Return the noun phrase of a head word without what only describes it: relative clauses, appositions."""
        tokens = self.tokens
        low = high = index
        stack = [index]
        while stack:
            for child in self.children[stack.pop()]:
                cut = _CUTS if child > index else _BEFORE_CUTS
                if child > index and tokens[child].tag == "RB" and tokens[index].text[:1].isupper():
                    continue  # "Okoro afterward said"
                if self.outside(child) and tokens[child].dep not in cut and tokens[child].text not in (",", "(", "—"):
                    stack.append(child)
                    low, high = min(low, child), max(high, child)
        for between in range(low, index):
            if not self.outside(between) or tokens[between].text in ('"', "“", "”", ":", ";", ".", "\n"):
                low = between + 1
        for between in range(index + 1, high + 1):
            if not self.outside(between) or tokens[between].text in (",", "(", '"', ":", ";", "—", "–"):
                high = between - 1
                break
        return Span(tokens[low].start, tokens[high].end)


def find_reporting_clauses(tree: Tree) -> list[ReportingClause]:
    """Return the reporting clauses of a paragraph whose source can be named, in the order of their cues."""
    found = []
    for index, token in enumerate(tree.tokens):
        if not tree.outside(index):
            continue
        clause = None
        if token.text.lower() in ("according", "per"):
            clause = _according(tree, index)
        elif (kind := cue_kind(_cue(tree, index)[1])) and _is_verb(tree, index) and not _idle(tree, index):
            denied = _is_negated(tree, index) or _is_negated(tree, _who_lets_know(tree, index))
            clause = None if denied else clause_of(tree, index, kind)
        if clause is not None:
            found.append(clause)
    return found


def clause_of(tree: Tree, index: int, kind: CueKind) -> ReportingClause | None:
    """Return the clause of the verb at `index`, or None when nothing beside it can be its speaker."""
    quoted = _quoted_saying(tree, index) if tree.tokens[index].text in _PASSED_ON else _quoted_as_saying(tree, index)
    agent = quoted if quoted is not None else _agent(tree, index)
    passive = agent is None and _is_passive(tree, index)
    subject, borrowed = (agent, False) if agent is not None else _subject(tree, index)
    if subject is None or not tree.outside(subject) or _is_inverted(tree, index, subject):
        subject, borrowed = _neighbour(tree, index), False
    if subject is None:
        subject = _behind_quotation(tree, index)
    if subject is not None:
        subject = _behind_its_clause(tree, subject, index)
    timed = subject
    if subject is not None:
        subject = _before_time(tree, subject)
    if subject is None or not tree.outside(subject) or _is_owner(tree, subject, index):
        return None
    head = tree.tokens[subject]
    name = _is_name(head) or (subject != timed and head.text[:1].isupper())
    if head.text.lower() in _EMPTY or (head.pos in ("PUNCT", "ADP", "VERB", "AUX") and not name):
        return None
    phrase = tree.phrase(subject)
    # Below a name that is taken for a verb, or passed over, hangs what is told of the time.
    cut = subject != timed or head.pos == "VERB"
    source = Span(phrase.start, head.end) if cut else _with_another(tree, subject, _widened(tree, phrase, index))
    cue, printed = _cue(tree, index)
    return ReportingClause(
        cue,
        base_form(printed),
        kind,
        source,
        subject,
        index,
        passive,
        borrowed,
        _is_modal(tree, index),
        any(tree.tokens[child].tag == "TO" for child in tree.children[index]),
    )


def _is_owner(tree: Tree, subject: int, index: int) -> bool:
    """Return whether a word only tells whose the reported thing is: "called the board's alleged targeting “...”"."""
    behind = tree.tokens[subject + 1] if subject + 2 == index else None
    return behind is not None and behind.tag == "POS" and tree.tokens[index].tag == "VBN"


def _is_name(head: Token) -> bool:
    """Return whether a subject that the small model takes for a verb is a name: "Okoro, who asked, said"."""
    return head.dep == "nsubj" and _is_printed_as_name(head)


def _is_printed_as_name(token: Token) -> bool:
    """Return whether what the small model takes for a verb has a name's capital, and is no "Saying"."""
    return token.pos == "VERB" and token.text[:1].isupper() and not token.text.endswith("ing")


def _quoted_saying(tree: Tree, index: int) -> int | None:
    """Return who says it, at the "saying" of "the Post quoted Okoro saying": whoever is quoted, and not the Post."""
    tokens = tree.tokens
    above = tokens[index].head
    if not above < index or base_form(tokens[above].text) not in _PASSING_ON or tokens[index].dep not in _COMPLEMENTS:
        return None
    if base_form(tokens[above].text) == "cite" and tokens[index - 1].text == ",":
        return None  # "She cited Hale, where the pumps froze, saying": she says it
    wanted = ("nsubjpass",) if _is_passive(tree, above) else ("dobj",)
    said = [*tree.subjects(index), *(child for child in tree.children[above] if tokens[child].dep in wanted)]
    return next((who for who in said if who < index and tree.outside(who)), None)


def _quoted_as_saying(tree: Tree, index: int) -> int | None:
    """Return who is quoted where somebody passes words on: "the Post quoted Okoro as saying", "was quoted as"."""
    tokens = tree.tokens
    if base_form(tokens[index].text) not in _PASSING_ON:
        return None
    told = [token.text for token in tokens[index + 1 : index + 3]]
    if told[1:] in (["saying"], ["telling"]) and tree.outside(index + 1) and not _is_passive(tree, index):
        return index + 1  # "quoted him saying"
    for child in tree.children[index]:
        if tokens[child].dep in ("xcomp", "ccomp") and tokens[child].text in ("saying", "telling"):
            return next((said for said in tree.subjects(child) if tree.outside(said)), None)
    behind = [token.text.lower() for token in tokens[index + 1 : index + MAX_QUOTED]]
    if not any(pair in (("as", "saying"), ("as", "telling")) for pair in pairwise(behind)):
        return None
    wanted = ("nsubjpass",) if _is_passive(tree, index) else ("dobj",)
    return next((child for child in tree.children[index] if tokens[child].dep in wanted and tree.outside(child)), None)


def _is_inverted(tree: Tree, index: int, subject: int) -> bool:
    """Return whether the verb opens a clause set between commas: "Her words, said Okoro, were"."""
    tokens = tree.tokens
    if not 0 < index < len(tokens) - 1 or can_speak(tokens[subject]) or tokens[subject].pos != "NOUN":
        return False
    set_in = tokens[index - 1].text == "," and tokens[index].tag == "VBD"
    return set_in and tokens[index + 1].pos == "PROPN" and tree.outside(index + 1)


def _before_time(tree: Tree, subject: int) -> int:
    """Return whom the parser passed over for a time: "Okoro over the weekend told reporters"."""
    tokens = tree.tokens
    if tokens[subject].text.lower() not in _TIMES and not tokens[subject].text.endswith("day"):
        return subject
    at = subject - 1
    while at > 0 and tokens[at].pos in ("DET", "ADJ"):
        at -= 1
    if at <= 0 or tokens[at].pos != "ADP" or not tree.outside(at - 1):
        return subject
    before = tokens[at - 1]
    named = before.pos in ("PROPN", "PRON", "NOUN") or _is_printed_as_name(before)
    return at - 1 if named else subject


def _behind_its_clause(tree: Tree, subject: int, verb: int) -> int:
    """Return who speaks, where the parser took the last noun of what only tells who that is.

    "Okoro, who ran the dam during the flood, called it": what stands behind "during" is no subject.
    """
    tokens = tree.tokens
    first = subject
    while first > 0 and tokens[first - 1].pos in ("DET", "ADJ", "NUM", "PROPN", "NOUN", "PART"):
        first -= 1
    if first == 0 or tokens[first - 1].text.lower() not in _BEFORE_NO_SUBJECT or tokens[subject + 1].text != ",":
        return subject
    if subject + 2 != verb or tokens[verb].tag not in ("VBD", "VBZ", "VBN"):
        return subject
    for at in range(first - 1, max(1, first - LONGEST_ASIDE), -1):
        if tokens[at].text in (".", ";", ":", "?", "!") or not tree.outside(at):
            return subject
        if tokens[at].text.lower() == "who" and tokens[at - 1].text == "," and can_speak(tokens[at - 2]):
            return at - 2
    return subject


def _cue(tree: Tree, index: int) -> tuple[Span, str]:
    """Return the word at `index` as a cue, with the particle behind it where only both report: "lashed out"."""
    token = tree.tokens[index]
    if index + 1 < len(tree.tokens) and tree.outside(index + 1):
        behind = tree.tokens[index + 1]
        both = f"{token.text} {behind.text}"
        if behind.text.lower() in particles() and cue_kind(both):
            return Span(token.start, behind.end), both
    return Span(token.start, token.end), token.text


def _is_verb(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    if token.dep == "prep" or token.text.lower() in _LIKE_PREPOSITIONS or _is_owned(tree, index):
        return False
    if token.pos in ("VERB", "AUX"):
        return True
    if _is_taken_for_a_noun(tree, index) and tree.tokens[index + 1].text == ",":
        return True
    # The small model takes some inverted verbs for nouns: "... ," quips Ellis. A form in -ed is a verb all the same.
    return (
        token.pos in ("NOUN", "PROPN", "ADJ") and token.text.islower() and token.text.endswith(("ed", "said", "wrote"))
    )


def _is_owned(tree: Tree, index: int) -> bool:
    """Return whether a word is somebody's, though the parser takes it for what she does: "called her claims a lie"."""
    form = tree.tokens[index].text.lower()
    return index > 0 and tree.tokens[index - 1].text in _OWNING and form.endswith("s") and form != base_form(form)


def _idle(tree: Tree, index: int) -> bool:
    """Return whether the verb reports nothing here: "put" does so only in "as he put it", "known as" never."""
    base = base_form(tree.tokens[index].text)
    behind = tree.tokens[index + 1].text.lower() if index + 1 < len(tree.tokens) else ""
    if base == "allow" and any(_has_to(tree, child) for child in tree.children[index]):
        return True  # "allowing Okoro to declare it “...”": she declares
    if base in _GOING_ON:
        return any(_is_infinitive(tree, child) or _is_done_on(tree, child) for child in tree.children[index])
    if base == "know":
        return behind == "as"
    if base == "plead":
        return behind in _PLEAS  # "pleaded guilty to a charge that he “...”": what a charge says is not his
    return base == "put" and behind != "it"


def _is_done_on(tree: Tree, index: int) -> bool:
    """Return whether somebody goes on doing something, in whoever's words: "continued “stringing them along”"."""
    token = tree.tokens[index]
    return token.tag == "VBG" and token.dep == "xcomp" and cue_kind(token.text) is None


def _is_negated(tree: Tree, index: int) -> bool:
    """Return whether it says that something was not said: "did not answer"."""
    return any(tree.tokens[child].dep == "neg" for child in tree.children[index])


def _is_infinitive(tree: Tree, index: int) -> bool:
    """Return whether a word is a verb with its "to", and no verb that reports: "go on to say" reports."""
    return _has_to(tree, index) and cue_kind(tree.tokens[index].text) is None


def _has_to(tree: Tree, index: int) -> bool:
    """Return whether a word of the reporter's is a verb with its "to"."""
    marked = any(tree.tokens[child].text.lower() == "to" for child in tree.children[index])
    return tree.tokens[index].tag == "VB" and marked and tree.outside(index)


def _is_passive(tree: Tree, index: int) -> bool:
    """Return whether the subject is spoken to or of: "was asked", "asked about it, she"."""
    token = tree.tokens[index]
    if any(tree.tokens[child].dep in ("nsubjpass", "auxpass") for child in tree.children[index]):
        return not _has_relative_object(tree, index)
    if token.tag != "VBN" or token.dep not in ("advcl", "acl"):
        return False
    # Others ("added") the small model tags so where they stand before their subject.
    reduced = base_form(token.text) in _DONE_TO or _is_reduced(tree, index) or _opens_called(tree, index)
    return reduced and not any(tree.tokens[child].dep == "aux" for child in tree.children[index])


def _has_relative_object(tree: Tree, index: int) -> bool:
    """Return whether what a verb is done to stands before its subject: "whom he's called" is no "he is called"."""
    children = [tree.tokens[child] for child in tree.children[index]]
    objects = [token for token in children if token.dep == "dobj" and token.text.lower() in ("who", "whom")]
    return bool(objects) and tree.tokens[index].dep == "relcl"


def _is_reduced(tree: Tree, index: int) -> bool:
    """Return whether a participle tells what was done to the word right before it: "those confirmed killed"."""
    token = tree.tokens[index]
    if tree.tokens[token.head].pos == "PROPN":
        return False  # "a statement Okoro issued": the small model hangs the verb below its subject
    before = index - 1
    while before > token.head and tree.tokens[before].pos == "ADV":
        before -= 1
    goes_on = index + 1 < len(tree.tokens) and tree.tokens[index + 1].pos in ("ADP", "VERB", "ADV", "ADJ")
    return token.dep == "acl" and before == token.head and goes_on and tree.outside(index + 1)


def _opens_called(tree: Tree, index: int) -> bool:
    """Return whether a sentence opens with what its subject is called: "Dubbed the “gull queen,” Okoro fled"."""
    token = tree.tokens[index]
    opens = token.text[:1].isupper() and index + 1 < len(tree.tokens) and token.dep == "advcl" and token.head > index
    return opens and cue_kind(token.text) == "about" and tree.tokens[index + 1].pos in ("DET", "ADP", "PUNCT", "ADJ")


def _is_modal(tree: Tree, index: int) -> bool:
    if base_form(_cue(tree, tree.tokens[index].head)[1]) == "go on":
        return False  # "went on to explain that": she did
    return any(
        tree.tokens[child].dep == "aux" and tree.tokens[child].tag in ("MD", "TO") for child in tree.children[index]
    )


def _according(tree: Tree, index: int) -> ReportingClause | None:
    tokens = tree.tokens
    to = index + 1 if tokens[index].text.lower() == "according" else index
    if to >= len(tokens) or (to != index and tokens[to].text.lower() != "to"):
        return None
    for child in sorted({*tree.children[to], *tree.children[index]}):
        if child > to and tokens[child].dep == "pobj" and tree.outside(child):
            cue = Span(tokens[index].start, tokens[to].end)
            return ReportingClause(cue, "according", "speech", tree.phrase(child), child, index, False, False, False)
    return None


def _subject(tree: Tree, index: int) -> tuple[int | None, bool]:
    """Return the index of the verb's subject, and whether it is another verb's.

    A participle ("..., calling it") has its subject further up. Things do not speak: the first that is a person or a
    body is taken before a thing that is nearer.
    """
    tokens = tree.tokens
    things: list[int] = []
    # "Webb said the plan would hurt, calling it": after a comma the outer reporting verb's subject goes on.
    index = _conjoined(tree, index)
    trailing = tokens[index].tag == "VBG" and index > 0 and tokens[index - 1].text in (",", "—", "–")
    nearest: int | None = None
    telling: int | None = None  # "Okoro fell ill, his handlers said, adding": whoever they are, they said the first
    here = index = _what_is_done_by(tree, _who_lets_know(tree, index))
    held = _whom_it_is_about(tree, index) or _beside_with(tree, index) or _who_is_brought_to(tree, index)
    if held is not None:
        return held, False
    if (parted := _before_dashes(tree, index)) is not None:
        return parted, False
    for depth in range(MAX_CLIMB):
        for subject in tree.subjects(here):
            found = _antecedent(tree, here, subject)
            if found is not None and tree.outside(found):
                if depth == 0 or (can_speak(tokens[found]) and not trailing):
                    return found, depth > 0
                if not can_speak(tokens[found]):
                    things.append(found)
                    reports = depth > 0 and cue_kind(tokens[here].text) == "speech" and not _is_passive(tree, here)
                    telling = found if telling is None and reports and tokens[found].pos != "PRON" else telling
                elif cue_kind(tokens[here].text) or nearest is None:
                    nearest = found
        token = tokens[here]
        if trailing and depth == 0 and _is_blamed(tree, token.head):
            return _agent(tree, token.head), True
        if token.head == here or token.dep not in _CLIMBS or (depth == 0 and _is_finite_clause(token)):
            break
        if trailing and nearest is not None and _is_clause_of_its_own(tree, here):
            break
        if token.dep in ("acl", "relcl") and tokens[token.head].pos in ("NOUN", "PROPN", "PRON"):
            owner = _owner_of_noun(tree, token.head)
            owner = _sender(tree, index) if owner is None else owner
            if owner is not None:
                return owner, True
            if tree.outside(token.head):
                if can_speak(tokens[token.head]):
                    return token.head, True
                things.append(token.head)
            here = token.head
            while tokens[here].head != here and tokens[here].pos not in ("VERB", "AUX"):
                here = tokens[here].head
            continue
        here = token.head
    if trailing and telling is not None and nearest is not None and telling < nearest:
        nearest = telling  # "The weekly wondered if Okoro lied, going on to write": who wondered wrote, whatever it is
    if nearest is None and things:
        nearest = telling if telling is not None else (_actor_before(tree, index) if trailing else None) or things[0]
    elif nearest is None and trailing and here != index and not tree.subjects(here):
        nearest = _neighbour(tree, here)  # the parser hung the subject elsewhere: "before he met Lind, Okoro shrugged"
    return nearest, nearest is not None


def _who_lets_know(tree: Tree, index: int) -> int:
    """Return the verb whose subject speaks: "let" of "Okoro let Lind know that", whom the parser takes for its own."""
    token = tree.tokens[index]
    above = tree.tokens[token.head]
    lets = base_form(token.text) == "know" and token.tag == "VB" and above.lemma.lower() == "let"
    return token.head if lets and tree.subjects(token.head) else index


def _what_is_done_by(tree: Tree, index: int) -> int:
    """Return the verb that is done by saying something, whose subject says it: "made Okoro cut in by saying"."""
    tokens = tree.tokens
    before = tokens[index].head
    if tokens[index].tag != "VBG" or tokens[index].dep != "pcomp" or tokens[before].text.lower() != "by":
        return index
    verb = tokens[before].head
    reports = cue_kind(tokens[verb].text) is not None  # "Okoro answered by saying": there the answer is asked
    acts = tokens[before].dep == "prep" and tokens[verb].pos == "VERB" and verb < before
    return verb if acts and not reports else index


def is_brought_to(tree: Tree, index: int) -> bool:
    """Return whether something in the reporter's words brings somebody to say it: "prompting Okoro to reply"."""
    verb = _what_is_done_by(tree, index)
    bringing = tree.tokens[tree.tokens[verb].head]
    brought = bringing.lemma.lower() in _BRINGING and bringing.tag == "VBG"
    return brought and tree.tokens[verb].head < verb and tree.outside(tree.tokens[verb].head)


def _is_clause_of_its_own(tree: Tree, index: int) -> bool:
    """Return whether a verb goes on with somebody else: "Lind called for it, but Okoro denied that, saying"."""
    tokens = tree.tokens
    if tokens[index].dep != "conj" or not tree.subjects(index):
        return False
    while tokens[index].dep == "conj" and tokens[index].head != index:
        index = tokens[index].head
    return tokens[index].head == index  # below another verb it may be what that one reports


def _is_blamed(tree: Tree, index: int) -> bool:
    """Return whether somebody is accused, sued or attacked: who does that goes on, "alleging" this and that."""
    base = base_form(tree.tokens[index].text)
    lemma = tree.tokens[index].lemma.lower()
    against = words("reported_cues.txt", "against")
    return (base in against or lemma in against) and _is_passive(tree, index)


def _before_dashes(tree: Tree, index: int) -> int | None:
    """Return who stands before what two dashes set apart from the verb: "Lind -- whose deputy Okoro left -- denied it".

    Whoever acts between the dashes is not asked: the parser takes the nearest, or finds no subject at all.
    """
    tokens = tree.tokens
    at = index - 1
    while at >= 0 and tokens[at].pos in ("ADV", "AUX"):
        at -= 1
    if at < 0 or not _is_dash(tree, at):
        return None
    opening = at - 1
    while opening > 0 and at - opening <= LONGEST_ASIDE and not _is_dash(tree, opening):
        if tokens[opening].text in (".", ";", ":", "?", "!"):
            return None
        opening -= 1
    if opening <= 0 or at - opening < 2 or not _is_dash(tree, opening):
        return None
    who = opening - 1
    if not tree.outside(who) or tokens[who].pos not in ("PROPN", "NOUN", "PRON"):
        return None
    while (above := tokens[who].head) < opening and above != who:
        role = tokens[who].dep
        if role == "pobj" and tokens[above].pos == "ADP" and tokens[tokens[above].head].pos in ("NOUN", "PROPN"):
            above = tokens[above].head
        elif role not in ("appos", "compound", "flat", "conj") or not can_speak(tokens[above]):
            break
        if above >= opening or above == who or not tree.outside(above):
            break
        who = above
    return who if tokens[who].dep not in ("pobj", "dobj", "dative") else None


LONGEST_ASIDE = 30  # tokens between the dashes


def _is_dash(tree: Tree, index: int) -> bool:
    """Return whether a token is a dash of the reporter's: a short one with a space on both sides is no hyphen."""
    tokens = tree.tokens
    if tokens[index].text == "-" and 0 < index < len(tokens) - 1:
        before, after = tokens[index - 1], tokens[index + 1]
        return before.end < tokens[index].start and tokens[index].end < after.start and tree.outside(index)
    return tokens[index].text in ("--", "—", "–", "---") and tree.outside(index)


def _whom_it_is_about(tree: Tree, index: int) -> int | None:
    """Return whom somebody praises or blames for saying something: "Okoro" in "Lind hit Okoro for calling it “...”"."""
    tokens = tree.tokens
    before = tokens[index].head
    if tokens[index].tag != "VBG" or tokens[index].dep != "pcomp" or tokens[before].text.lower() not in ("for", "of"):
        return None
    verb = tokens[before].head
    if tokens[before].dep != "prep" or tokens[verb].pos != "VERB" or tokens[verb].lemma.lower() in _STIRRING:
        return None
    if base_form(tokens[verb].text) == "accuse" and base_form(tokens[index].text) not in _WORDING:
        return (
            None  # "Lind accused Okoro of telling her of “wild nights”": what he is said to have done is in her words
        )
    found = [child for child in tree.children[verb] if tokens[child].dep == "dobj" and verb < child < before]
    return found[0] if len(found) == 1 and tree.outside(found[0]) and can_speak(tokens[found[0]]) else None


def _who_is_brought_to(tree: Tree, index: int) -> int | None:
    """Return whom something brings to say it, or catches saying it: "Okoro" in "The vote led Okoro to ask"."""
    tokens = tree.tokens
    verb, lemma = tokens[index].head, tokens[tokens[index].head].lemma.lower()
    brought = lemma in _BRINGING and _has_to(tree, index)
    if not verb < index or not (brought or (lemma in _CATCHING and tokens[index].tag == "VBG")):
        return None
    found = [child for child in tree.children[verb] if tokens[child].dep == "dobj" and verb < child < index]
    return found[0] if len(found) == 1 and tree.outside(found[0]) and can_speak(tokens[found[0]], WHOM) else None


def _beside_with(tree: Tree, index: int) -> int | None:
    """Return who does something beside the sentence: "Okoro" in "..., with Okoro calling it “...”"."""
    tokens = tree.tokens
    first = index
    while first > 0 and tokens[first - 1].pos == "PROPN" and tree.outside(first - 1):
        first -= 1
    acting = tokens[index].tag == "VBG" or _is_taken_for_a_noun(tree, index)
    if not acting or not 0 < first < index:
        return None
    leads = tokens[first - 1].text
    of_deed = leads in ("of", "after", "despite") and tokens[index - 1].entity == "PERSON"
    return index - 1 if leads == "with" or (of_deed and not can_speak(tokens[tokens[first - 1].head])) else None


def _is_taken_for_a_noun(tree: Tree, index: int) -> bool:
    """Return whether a participle behind "with" and a name is one, though the small model calls it a noun."""
    token, before = tree.tokens[index], tree.tokens[max(0, index - 1)]
    named = token.pos == "NOUN" and token.text.endswith("ing") and before.pos == "PROPN"
    return named and 0 < index < len(tree.tokens) - 1 and tree.outside(index + 1)


def _conjoined(tree: Tree, index: int) -> int:
    """Return the verb that another one goes on from, where the parser took a nearer one of another tense.

    "Okoro noted that jobs return if Lind signs and urged": who noted also urged.
    """
    tokens = tree.tokens
    head = tokens[index].head
    if tokens[index].dep == "conj" and (beside := _does_to_the_same(tree, index, head)) is not None:
        return beside
    if tokens[index].dep == "conj" and (run_on := _run_on(tree, index, head)) is not None:
        return run_on
    if tokens[head].dep == "acomp":
        head = tokens[head].head  # "has vowed that it is ready and urged"
    if tokens[index].tag != "VBD" or tokens[index].dep != "conj" or tokens[head].tag not in ("VBZ", "VBP"):
        return index
    for above in tree.ancestors(head):
        past = tokens[above].tag == "VBD" or (tokens[above].tag == "VBN" and not _is_passive(tree, above))
        if past and tree.outside(above) and tree.subjects(above):
            return above
    return index


def _run_on(tree: Tree, index: int, head: int) -> int | None:
    """Return the nearer verb with a subject that a comma alone joins: "When Lind rose, Okoro laughed, and said"."""
    joined = [child for child in tree.children[head] if head < child < index and tree.outside(child)]
    joined = [child for child in joined if tree.tokens[child].dep == "parataxis" and tree.subjects(child)]
    return joined[-1] if joined and any(token.text == "and" for token in tree.tokens[joined[-1] : index]) else None


def _does_to_the_same(tree: Tree, index: int, head: int) -> int | None:
    """Return the verb that does something to the same "him": "Okoro said that Lind called him and told him to"."""
    tokens = tree.tokens
    whom = {tokens[child].text.lower() for child in tree.children[index] if tokens[child].dep in ("dobj", "dative")}
    whom &= WHOM
    for child in tree.children[head]:
        if tokens[child].dep == "ccomp" and head < child < index and tree.subjects(child) and tree.outside(child):
            done = {tokens[below].text.lower() for below in tree.children[child] if tokens[below].dep == "dobj"}
            if whom & done:
                return child
    return None


def _actor_before(tree: Tree, index: int) -> int | None:
    """Return who acts in the clause before a participle: "It came as Okoro turned the offer down, saying"."""
    for at in range(index - 1, -1, -1):
        token = tree.tokens[at]
        if token.text in (".", ";", ":"):
            return None
        if token.dep in _SUBJECTS and tree.outside(at) and can_speak(token):
            return at
    return None


def _is_finite_clause(token: Token) -> bool:
    return token.dep == "ccomp" and token.tag not in ("VBG", "VB", "VBN")


def _antecedent(tree: Tree, verb: int, subject: int) -> int | None:
    if tree.tokens[subject].text.lower() in _RELATIVE:
        return tree.tokens[verb].head if tree.tokens[verb].dep == "relcl" else None
    for child in tree.children[subject]:
        # "..., in Salem, New Hampshire, Ellis went after Webb, calling him": the place became the subject.
        if (
            tree.tokens[child].dep == "appos"
            and tree.tokens[child].entity == "PERSON"
            and tree.tokens[subject].entity in ("GPE", "LOC")
        ):
            return child
    return subject


def _sender(tree: Tree, verb: int) -> int | None:
    """Return who wrote or sent the letter that a participle goes on from: "sent a note to members saying"."""
    tokens = tree.tokens
    if tokens[verb].tag != "VBG":
        return None
    for above in tree.ancestors(verb):
        if tokens[above].pos != "VERB":
            continue
        below = [*tree.children[above], *(into for child in tree.children[above] for into in _set_into(tree, child))]
        written = any(tokens[child].lemma in _WRITTEN and child < verb for child in below if _is_object(tree, child))
        return next((who for who in tree.subjects(above) if can_speak(tokens[who])), None) if written else None
    return None


def _set_into(tree: Tree, preposition: int) -> list[int]:
    """Return what "in" leads to: the letter of "hit back in a letter to the crew saying"."""
    return tree.children[preposition] if tree.tokens[preposition].text.lower() == "in" else []


def _is_object(tree: Tree, index: int) -> bool:
    return tree.tokens[index].dep in ("dobj", "pobj")


def _owner_of_noun(tree: Tree, noun: int) -> int | None:
    """Return the subject of the verb that a noun is the object of: who "emailed supporters saying" also says."""
    token = tree.tokens[noun]
    if token.dep != "dobj" or tree.tokens[token.head].pos != "VERB":
        return None
    if cue_kind(tree.tokens[token.head].text) is None and can_speak(token):
        return None
    return next((found for found in tree.subjects(token.head) if can_speak(tree.tokens[found])), None)


def _agent(tree: Tree, index: int) -> int | None:
    for child in tree.children[index]:
        if tree.tokens[child].dep == "agent":
            for below in tree.children[child]:
                if tree.tokens[below].dep == "pobj":
                    return below
    return None


def can_speak(token: Token, also: frozenset[str] = frozenset()) -> bool:
    """Return whether a head word is a person or a body, so far as the word tells. `also`: further pronouns."""
    word = token.text.lower()
    if token.entity in ("PERSON", "ORG", "NORP") or word in _PEOPLE_PRONOUNS or word in also:
        return True
    if token.pos == "PROPN" and token.entity not in ("GPE", "LOC", "FAC", "DATE", "EVENT", "WORK_OF_ART", "LAW"):
        return True
    return word in role_nouns() or word.removesuffix("s") in role_nouns() or word in words("people_nouns.txt")


def _neighbour(tree: Tree, index: int) -> int | None:
    """Return the head of the noun phrase right after or before the verb, for what the parser got wrong."""
    tokens = tree.tokens
    # “...,” shot back Okoro: behind the particle of the cue
    after = index + 1 + (" " in _cue(tree, index)[1])
    last = None
    while after < len(tokens) and tree.outside(after) and tokens[after].pos in ("PROPN", "DET", "ADJ", "NOUN", "PRON"):
        if tokens[after].pos in ("PROPN", "NOUN", "PRON"):
            last = after
        after += 1
    closed_before = index == 0 or not tree.outside(index - 1) or tokens[index - 1].text in ('"', "”", ",")
    # "telling Lind", "..., told the Tidings": whom somebody tells
    closed_before = closed_before and tokens[index].tag != "VBG" and base_form(tokens[index].text) not in _TO_WHOM
    if last is not None and closed_before and tokens[last].text.lower() not in _OBJECTS:
        return last
    before = index - 1
    while before >= 0 and tokens[before].pos in ("ADV", "AUX", "PART"):
        before -= 1
    if before >= 0 and tree.outside(before) and tokens[before].pos in ("PROPN", "PRON", "NOUN"):
        first = before
        while first > 0 and tokens[first - 1].pos == "PROPN":
            first -= 1
        # "a bulletin released by Harbour News detailed": who released it did not write it
        made = first > 1 and tokens[first - 1].text == "by" and tokens[first - 2].tag in ("VBN", "VBD")
        return None if made else before
    return None


def _behind_quotation(tree: Tree, index: int) -> int | None:
    """Return whom the parser hung elsewhere between quoted words and the verb: “...,” one of them, a guard, said."""
    tokens = tree.tokens
    first = index
    while first > 0 and tree.outside(first - 1) and index - first <= MAX_BETWEEN:
        first -= 1
    between = tokens[first:index]
    if first == 0 or not between or between[-1].text != "," or len(between) > MAX_BETWEEN:
        return None
    finite = any(token.tag in ("VBD", "VBZ", "VBP", "MD") or token.text in (".", ";", ":") for token in between)
    if tokens[index].tag != "VBD" or finite:
        return None
    for at in range(first, index):
        if tokens[at].pos in ("PROPN", "NOUN", "PRON", "NUM"):
            if tokens[at + 1].pos not in ("PROPN", "NOUN", "PART", "NUM"):
                return at
        elif tokens[at].pos not in ("DET", "ADJ", "PART", "ADV"):
            return None
    return None


def _widened(tree: Tree, phrase: Span, cue: int) -> Span:
    """Take in a name that the parser cut off, and a relative pronoun: "deputy head for parks and pools Ann Ellis"."""
    start = next((i for i, token in enumerate(tree.tokens) if token.start >= phrase.end), None)
    if start is None or start >= cue:
        return phrase
    between = tree.tokens[start:cue]
    while between and (between[-1].text.endswith("day") or between[-1].pos == "ADP"):
        between = between[:-1]  # "the head of the watch Jan Lind on Monday said"
    if not between or len(between) > 8 or not all(tree.outside(i) for i in range(start, cue)):
        return phrase
    if between[-1].pos == "PROPN" and not any(
        token.pos == "PUNCT" or token.tag in ("VBD", "VBZ", "VBP", "MD") for token in between
    ):
        return Span(phrase.start, between[-1].end)
    for token in between:
        if token.text.lower() in _RELATIVE:
            return Span(phrase.start, token.end)
        if token.text != ",":
            break
    return phrase


def _with_another(tree: Tree, head: int, source: Span) -> Span:
    """Take in who else is named and says it too: "Okoro and Sen. Ann Ellis of Hale answered by saying"."""
    tokens = tree.tokens
    if tokens[head].pos != "PROPN":
        return source
    end, given, last = source.end, False, head
    while (last := _named_beside(tree, last)) > 0:
        end = max(end, tokens[last].end)
        known = not words("forenames.txt").isdisjoint(tree.words(tree.phrase(last)).split())
        given = given or known or tokens[last].entity == "PERSON"
    return Span(source.start, end) if given else source


def _named_beside(tree: Tree, index: int) -> int:
    """Return the next name of a list of names, 0 behind the last."""
    beside = (
        child
        for child in tree.children[index]
        if child > index and tree.tokens[child].dep == "conj" and tree.tokens[child].pos == "PROPN"
    )
    return next((child for child in beside if tree.outside(child)), 0)


def attributing_noun(token: Token) -> bool:
    """Return whether a noun stands for something said: "claim", "statement"."""
    return token.text.lower() in words("attributing_nouns.txt")


def stands_beside(tree: Tree, cue: int) -> bool:
    """Return whether a reporting verb's clause is only set beside the one above it: "even as Okoro called it"."""
    marks = {tree.tokens[child].text.lower() for child in tree.children[cue] if tree.tokens[child].dep == "mark"}
    return tree.tokens[cue].dep == "advcl" and bool(marks & _BESIDE)


def possessor(tree: Tree, index: int) -> int | None:
    """Return the index of the possessor of a noun: "Okoro" in "Okoro's claim", "Lind" in "a speech by Lind"."""
    for child in tree.children[index]:
        if tree.tokens[child].dep == "poss" and tree.outside(child):
            return child
    for child in tree.children[index]:
        if tree.tokens[child].text.lower() in ("by", "from") and tree.outside(child):
            for below in tree.children[child]:
                if tree.tokens[below].dep == "pobj" and tree.outside(below):
                    return below
    return None
