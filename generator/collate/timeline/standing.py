"""Whether words cut from a sentence stand by themselves: a whole clause, true and clear without the rest of it.

In: the words of an article, the stretch that is cut and what of it is left out. Out: whether a careful editor could
print it alone. It is asked of grammar and of marks, so it abstains from much that is true: what fails only goes unsaid.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.annotate.cues import cue_kind
from generator.collate.timeline.lexicon import is_somebody, named
from generator.collate.timeline.mentions.grammar import NAMES, NOUNS, Grammar
from generator.collate.words.stops import empty_words
from generator.days import WEEKDAYS
from generator.wordlists import words as words_of

# What a verb or a preposition needs behind it: "unfurling banners | reading", "agreed | to sail".
_NEEDED = frozenset(["dobj", "pobj", "pcomp", "ccomp", "xcomp", "attr", "acomp", "oprd", "dative", "agent", "prt"])
_GOVERNED = frozenset(["ccomp", "csubj", "csubjpass", "pcomp", "xcomp"])
_CLAUSES = frozenset(["advcl", "conj", "relcl", "acl", *_GOVERNED])
_FINITE = frozenset(["VBD", "VBP", "VBZ", "MD"])
_MARKS = frozenset([",", ":", ".", "-LRB-", "-RRB-", "``", "''", "HYPH"])
_PERSONS = frozenset(["he", "him", "his", "she", "her", "hers", "himself", "herself"])
_OPENERS = frozenset(["IN", "WRB", "TO", "VBG", "VBN"])
_ADJUNCTS = frozenset(["npadvmod", "advmod", "prep", "tmod"])
_UP_TO = frozenset(["until", "till"])
_PLACES = frozenset(["here", "there"])
_POINTING = frozenset(["this", "that", "these", "those"])
_MARKUP = re.compile(r"[<>{}|@#=]|https?:|www\.|\.com/")
_PAIRS = (("(", ")"), ("‘", "’"))
# "Boat lost off pier A boat was lost": a headline that ran into the sentence, or a sentence into another.
_RAN_TOGETHER = re.compile(
    r"[a-z,] (?:A|An|The|In|On|At|After|When|It|He|She|This) [a-z]"
    r"|\w [A-Z][\w-]* The [A-Za-z]|[.!?] ?[\"”]? [A-Z][a-z]+ [a-z]"
)
# ... also behind what may be an abbreviation: "in Havn, Nor. He was".
_SECOND = re.compile(r"[.!?][\"”]? (?:A|An|The|It|He|She|They|This|But) [a-z]")
_STAMPED = re.compile(r"(?:19|20)\d\d [A-Z][a-z]|\d{1,2} ?: ?\d\d")  # of the day and hour that a page prints before
_CLOSED_FIRST = re.compile(r"[^“”]*”")  # 'we sail,” Ito told “The Post”'
_TITLED = re.compile(r"\b(?:Capt|Col|Dr|Gen|Gov|Lt|Maj|Mr|Mrs|Ms|Rep|Rev|Sen|Sgt)\.?$")  # the mark ended no sentence
_HYPHEN = re.compile(r"\w-$|\b(?:year|month|week|day) ?- ?$")  # "a 16-year-| old painter"
_DASH = re.compile(r" (?:[–—]|--?) ")
_ENDS = re.compile(r"[.!?]\W*\s|\n")
AROUND = 200  # characters before some words in which a dash may open what they end
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|[A-Z][a-z]{1,4}|[a-z])\.$")


@dataclass(frozen=True, slots=True)
class Cut:
    """Words of an article, in order, that shall stand by themselves."""

    grammar: Grammar
    text: str
    """Of the article."""
    inside: range
    """From the first of them to the last."""
    skipped: Collection[int] = ()
    """Those between them that are left out."""
    told: Collection[str] | None = None
    """Words that a reader has read before, lower case: "that call" may be one of them. None where nobody knows yet."""

    def __contains__(self, at: int) -> bool:
        return at in self.inside and at not in self.skipped

    def __iter__(self) -> Iterator[int]:
        return (at for at in self.inside if at not in self.skipped)

    def word(self, at: int) -> str:
        """Return a word as it is printed, lower case."""
        return self.text[self.grammar.words[at].start : self.grammar.words[at].end].lower()

    def of(self, relation: str, at: int) -> Iterator[int]:
        """Yield the words that hang on another in a relation, whether they are kept or not."""
        return (child for child in self.grammar.hanging[at] if self.grammar.words[child].dep == relation)


def stands_alone(cut: Cut, printed: str) -> bool:
    """Return whether the words, `printed` so for a reader, are a sentence that says what its source says."""
    verb = main_verb(cut)
    return (
        verb is not None
        and is_clean(printed)
        and not _is_opened_in_the_middle(verb, cut)
        and not _is_governed(verb, cut)
        and not _loses_its_sense(verb, cut)
        and not _breaks_off(verb, cut)
        and not points_out(verb, cut)
    )


def is_broken(cut: Cut, printed: str) -> bool:
    """Return whether the words of a clause begin in the middle of another, or have mark-up in them.

    What a relative clause tells of a noun is true wherever the noun stands: "hit by | a storm (that) broke on Monday".
    """
    verb = main_verb(cut)
    told = verb is not None and cut.grammar.words[verb].dep != "relcl" and _is_opened_in_the_middle(verb, cut)
    return told or bool(_MARKUP.search(printed)) or printed.count(")") > printed.count("(")


def is_clean(printed: str) -> bool:
    """Return whether the marks of a label are those of one whole sentence, and no mark-up or second one is in it.

    Three words in a row that come again are those of a headline that ran into its sentence, where two of them tell
    something: "a new version of the law", "the old version of the law" are one sentence.
    """
    if _MARKUP.search(printed) or printed.count('"') % 2 or printed.count("“") != printed.count("”"):
        return False
    if _CLOSED_FIRST.match(printed) or _TITLED.search(printed):
        return False
    words = printed.lower().split()
    empty = empty_words()
    runs = [run for run in zip(words, words[1:], words[2:], strict=False) if sum(word not in empty for word in run) > 1]
    if len(set(runs)) < len(runs) or _STAMPED.match(printed) or _SECOND.search(printed):
        return False
    opened = printed.replace("n’t", "").replace("s’", "") if "‘" in printed else printed.replace("’", "")
    if any(opened.count(left) > opened.count(right) for left, right in _PAIRS) or printed.count(")") > printed.count(
        "("
    ):
        return False
    return not any(
        not _ABBREVIATED.search(printed[: found.start() + 1]) or found[0][0] not in ".!?"
        for found in _RAN_TOGETHER.finditer(printed)
    )


def main_verb(cut: Cut) -> int | None:
    """Return the finite verb that all other words hang on; None where there is none or where there are several.

    Of "Ito | (who) | sailed", told without its tie, it is the verb of the relative clause.
    """
    grammar, words = cut.grammar, cut.grammar.words
    tops = [
        at
        for at in cut
        if (words[at].head == at or words[at].head not in cut.inside) and words[at].dep not in ("punct", "cc", "mark")
    ]
    if len(tops) != 1:
        return None
    top = tops[0]
    beside = [top, *cut.of("appos", top)]  # "Ito | , a painter who | sailed"
    relative = (child for noun in beside for child in cut.of("relcl", noun))
    tied = [child for child in relative if child in cut and grammar.own_subject(child) in cut.skipped]
    if tied:
        tie = grammar.own_subject(tied[0])
        somebody = words[top].tag in NAMES or is_somebody(words[top].lemma.lower())
        wrong = tie is not None and words[tie].lemma.lower() == "who" and not somebody  # "talks with Ito, who sailed"
        return None if wrong or not grammar.is_finite(tied[0]) else tied[0]
    if not grammar.is_clause(top) or not grammar.is_finite(top):
        return None
    subject = grammar.own_subject(top)
    if subject is None and words[top].dep == "conj":
        subject = grammar.own_subject(words[top].head)
    if subject is None or subject not in cut or grammar.words[top].quoted:
        return None
    if words[top].dep == "ROOT" and is_dependent(top, cut):
        return None
    suffered = any(True for _ in cut.of("agent", top)) and words[top].tag == "VBD" and grammar.object(top) is None
    return None if suffered else top


def is_dependent(verb: int, cut: Cut) -> bool:
    """Return whether a word at the head of a clause makes it one that hangs on another: "not because Ito sailed"."""
    words = cut.grammar.words
    opens = (c for c in cut.grammar.hanging[verb] if c in cut and c < verb)
    return any(words[c].dep == "mark" or (words[c].tag == "WRB" and words[c].dep == "advmod") for c in opens)


def _is_opened_in_the_middle(verb: int, cut: Cut) -> bool:
    """Return whether a verb or a preposition right before the words needs them: "talks with | captains ... sailed".

    "A letter to | Ann Ito, (who) sailed" is told of her alone where a comma parts the clause from her.
    """
    words = cut.grammar.words
    start = words[cut.inside[0]].start
    before_it = cut.text[max(0, start - AROUND) : start]
    inside = cut.text[start : words[cut.inside[-1]].end]
    if _HYPHEN.search(before_it) or (len(_DASH.findall(inside)) % 2 and _DASH.search(_ENDS.split(before_it)[-1])):
        return True  # "On Monday — the day | Ito sailed — it rained"
    tie = cut.grammar.own_subject(verb)
    if words[verb].dep == "relcl" and tie is not None and words[tie - 1].tag == ",":
        return False
    first = min(at for at in cut if words[at].tag not in _MARKS)
    before = first - 1
    if before < 0 or words[before].tag in _MARKS or words[before].end > words[first].start:
        return False
    if not cut.text[words[before].end : words[first].start].isspace():
        return False
    if words[before].tag.startswith("VB") or words[before].tag == "MD":
        return cue_kind(words[before].lemma) is None
    return words[before].tag in ("IN", "TO") and words[before].dep in ("prep", "agent", "dative")


def is_governed(cut: Cut) -> bool:
    """Return whether the words are what somebody says, thinks or supposes, and leave out that he does."""
    verb = main_verb(cut)
    return verb is not None and _is_governed(verb, cut)


def _is_governed(verb: int, cut: Cut) -> bool:
    """Return whether the words are what somebody says, thinks or supposes, and leave out that he does."""
    words = cut.grammar.words
    at = verb
    for head in cut.grammar.up(verb):
        dep = words[at].dep
        if dep == "relcl" and at in cut and head in cut:
            return False  # "Ito | (who) | sailed": what only describes is the reporter's own
        if at in cut and head in cut:
            at = head
            continue
        if dep in ("relcl", "ROOT"):
            # "in which | Ito sailed", "whose | boat sank": the noun before says of what.
            ties = (c for c in cut.grammar.below(at) if c < at and words[c].tag in ("WDT", "WP", "WP$"))
            return at == verb and any(tie not in cut and words[tie].dep not in ("nsubj", "nsubjpass") for tie in ties)
        if dep in _GOVERNED or dep == "acl":
            before = head > verb
            if not before or cue_kind(words[head].lemma) is not None or words[head].lemma.lower() in named("thinks"):
                return True
        if dep == "advcl" and _opener_of(at, cut) & (named("conditions") - _UP_TO):
            return True  # not "until | Ito sailed", which she did
        if dep == "conj" and any(
            words[c].lemma.lower() in ("or", "nor") for c in cut.grammar.hanging[head] if c < verb
        ):
            return True
        if dep == "conj" and (_opener_of(head, cut) & named("conditions")):
            return True
        at = head
    return False


def _opener_of(verb: int, cut: Cut) -> set[str]:
    """Return what opens a clause, base forms: "if", "unless", "as"."""
    words = cut.grammar.words
    return {
        words[c].lemma.lower() for c in cut.grammar.hanging[verb] if words[c].dep in ("mark", "advmod") and c < verb
    }


def _loses_its_sense(verb: int, cut: Cut) -> bool:
    """Return whether what is left out denies, limits or attributes what is told.

    "Ito will sail | unless the wind turns", "Ito sailed, | according to Dahl", "Ito did sail | or drown".
    """
    words = cut.grammar.words
    for at in (at for at in cut if at == verb or words[at].dep in _GOVERNED or words[at].dep == "conj"):
        if any(child not in cut and _opener_of(child, cut) & named("conditions") for child in cut.of("advcl", at)):
            return True  # "threatened to sail | if it rains"
    for child in cut.grammar.hanging[verb]:
        if child in cut:
            continue
        word, lemma = words[child], words[child].lemma.lower()
        if word.dep in ("neg", "aux", "auxpass") or lemma in named("hedged-by") or lemma in ("or", "nor"):
            return True
        if word.dep == "prep" and lemma in named("limits"):
            return True
        comments = word.dep == "parataxis" or (word.dep == "advcl" and child > verb and "as" in _opener_of(child, cut))
        said = comments and cue_kind(word.lemma) is not None
        if said and not any(words[c].dep == "dobj" for c in cut.grammar.hanging[child]):
            return True  # "Ito sailed, | Dahl says", "Ito sailed, | as Dahl says"
    return False


def _breaks_off(verb: int, cut: Cut) -> bool:
    """Return whether the words end, or leave a gap, where one of them still needs what comes: "banners | reading"."""
    grammar, words = cut.grammar, cut.grammar.words
    last = max(at for at in cut if words[at].tag not in _MARKS)
    for at in cut:
        for child in grammar.hanging[at]:
            if child in cut:
                continue
            if words[child].dep in _NEEDED and child > at:
                return True
            joined = words[child].dep == "conj" and child > last and not grammar.is_clause(child)
            if joined and at != verb:
                return True  # "met Ito, Dahl | and Holm"
            listed = words[child].dep == "conj" and words[child].tag.startswith("VB") and words[at].dep == "conj"
            if listed and at != verb and not any(c in cut for c in cut.of("cc", at)):
                return True  # "that she sailed, that it rained | and that he drowned"
    behind = last + 1
    if behind >= len(words) or words[behind].tag in _MARKS or words[behind].head == behind:
        return False
    if not cut.text[words[last].end : words[behind].start].rstrip('“"‘').isspace():
        return False
    word = words[behind]
    if word.tag in _FINITE:
        return True  # "the crates swapped for rope | included"
    if word.tag == "CC":
        return cut.word(behind) in ("or", "nor")
    clause = grammar.clause_of(behind)
    opens = clause is not None and grammar.below(clause)[0] == behind and word.tag in _OPENERS
    if clause is not None and (opens or clause == behind):
        return words[clause].dep in ("relcl", "acl")
    top = behind
    while words[top].head not in cut and words[top].head != top:
        top = words[top].head
    # "Told of it | several weeks after it had happened", not "told of it | last week".
    return words[top].dep not in _ADJUNCTS or words[words[top].head].tag in NOUNS


def points_out(verb: int, cut: Cut) -> bool:
    """Return whether a word leans on what only sentences before tell: "him" of nobody named, "here", "that call"."""
    words = cut.grammar.words
    leaning = [child for child in cut.of("advmod", verb) if cut.word(child) in named("leaning")]
    start = words[cut.inside[0]].start
    start -= cut.text[start - 1 : start] in ("“", '"')
    named_before, persons = False, set[int]()
    for at in cut:
        word, printed = words[at], cut.word(at)
        before = cut.text[start : word.start]
        if word.quoted or before.count("“") > before.count("”") or before.count('"') % 2:
            continue
        if word.dep == "det" and not _is_known(word.head, cut) and (printed in _POINTING or _is_shell(at, cut)):
            return True
        if word.tag in ("PRP", "PRP$"):
            if printed in named("first-person") and printed != "us":
                return True
            if word.dep != "expl" and not (persons - _other_than(at, cut) if printed in _PERSONS else named_before):
                return True
        elif word.tag == "RB" and word.dep == "advmod" and (printed in _PLACES or at in leaning):
            return True
        elif word.tag in ("DT", "CD") and word.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "attr"):
            kids = cut.grammar.hanging[at]
            of = any(words[c].lemma.lower() == "of" or words[c].dep == "relcl" for c in kids)
            if not of and (word.tag == "DT" or word.dep.startswith("nsubj")) and printed not in ("all", "half"):
                return True  # "the two", "that"
        elif printed in ("who", "whom"):
            persons.add(at)
        elif word.tag in NOUNS - {"CD"}:
            named_before = True
            capital = cut.text[word.start].isupper()  # "Sanders", which the tagger takes for sanders
            if _is_nobody(cut.text[word.start : word.end]):
                continue  # no veto is "his" by "the Senate" or by "Monday"
            if word.tag in NAMES or capital or is_somebody(word.lemma.lower()):
                persons.add(at)
    return False


def _is_nobody(name: str) -> bool:
    """Return whether a name is that of a body or of a day."""
    return name in WEEKDAYS or any(name in words_of("organisations.txt", kind) for kind in ("word", "bare"))


def _other_than(pronoun: int, cut: Cut) -> set[int]:
    """Return the words of the subject of whose verb "him" is the object: in "Dahl called him" he is not Dahl."""
    words = cut.grammar.words
    verb = words[pronoun].head
    if words[pronoun].dep not in ("dobj", "dative") or not cut.grammar.is_clause(verb):
        return set()
    subject = cut.grammar.subject(verb)
    if subject is None:
        return set()
    return set(cut.grammar.below(subject, lambda child: words[child].dep in ("poss", "prep", "relcl", "acl")))


def _is_shell(article: int, cut: Cut) -> bool:
    """Return whether "the" stands with a noun that only names again what was told: "the incident", "the measure"."""
    noun = cut.grammar.words[article].head
    beside = [child for child in cut.grammar.hanging[noun] if cut.grammar.words[child].dep != "punct"]
    shell = cut.grammar.words[noun].lemma.lower() in named("shells")
    return shell and cut.word(article) == "the" and beside == [article] and cut.told is not None


def _is_known(noun: int, cut: Cut) -> bool:
    """Return whether "that night" or a thing told of before is meant: no reader asks which."""
    lemma = cut.grammar.words[noun].lemma.lower()
    clause = any(True for _ in cut.of("relcl", noun))  # "those towns that backed it"
    if lemma in named("measures") or clause:
        return True
    return cut.told is None or any(word.startswith(lemma) for word in cut.told)
