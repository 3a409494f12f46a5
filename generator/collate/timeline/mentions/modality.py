"""Whether a clause reports a happening, plans it or supposes it; and whether it points back to one already told."""

from __future__ import annotations

from generator.annotate.cues import cue_kind
from generator.collate.timeline.lexicon import named
from generator.collate.timeline.mentions.event_mention import MentionMood
from generator.collate.timeline.mentions.grammar import SUBJECTS, Grammar
from generator.wordlists import words as list_of

REFUSING = frozenset(["decline", "refuse"])


def mood_of_verb(grammar: Grammar, verb: int) -> MentionMood:
    """Return how a clause tells what its verb says."""
    words = grammar.words
    for aux in grammar.auxiliaries(verb):
        lemma = words[aux].lemma.lower()
        if lemma in named("wills"):
            return "planned"
        if lemma == "would" and _is_reported(grammar, verb):
            return "hypothetical" if _would_have(grammar, verb) else "planned"
        if words[aux].tag == "MD":
            return "hypothetical"
    marks = {words[child].lemma.lower() for child in grammar.hanging[verb] if words[child].dep in ("mark", "advmod")}
    if marks & named("supposes"):
        return "hypothetical"
    if _is_only_looked_for(grammar, verb):
        return "hypothetical"
    if any(words[aux].lemma == "do" for aux in grammar.auxiliaries(verb)):
        return "reported"
    if words[verb].tag == "VB" or any(words[aux].tag == "TO" for aux in grammar.auxiliaries(verb)):
        return _mood_of_infinitive(grammar, verb)
    return "planned" if _sets_a_day(grammar, verb) else "reported"


def _is_only_looked_for(grammar: Grammar, verb: int) -> bool:
    """Return whether a clause tells what there is no evidence of, or what evidence is said to show.

    "Found no evidence that Ito sank it", "there is no sign Ito sank it", "proof showing Ito sank it exists".
    """
    words = grammar.words
    if words[verb].dep not in ("acl", "ccomp", "relcl"):
        return False
    noun, shown = words[verb].head, False
    if words[noun].lemma.lower() in named("shows") and words[noun].dep == "acl":
        noun, shown = words[noun].head, True
    if words[noun].lemma.lower() not in named("evidence"):
        return False
    return shown or any(words[child].lemma.lower() in ("no", "little") for child in grammar.hanging[noun])


def _sets_a_day(grammar: Grammar, verb: int) -> bool:
    """Return whether a participle says for when something is meant: "the hearing scheduled for Friday"."""
    words = grammar.words
    if words[verb].dep != "acl" or words[verb].tag != "VBN" or words[verb].lemma.lower() not in named("sets-a-day"):
        return False
    return any(words[child].lemma.lower() == "for" for child in grammar.hanging[verb])


def _is_reported(grammar: Grammar, verb: int) -> bool:
    """Return whether the clause is what somebody said: "said she would resign" is to come, "would resign" perhaps."""
    return grammar.words[verb].dep in ("ccomp", "relcl") or (
        grammar.words[verb].dep == "conj" and grammar.words[grammar.words[verb].head].dep == "ccomp"
    )


def _mood_of_infinitive(grammar: Grammar, verb: int) -> MentionMood:
    """Return what the word says that the infinitive hangs on: "plans to", "managed to", "was asked to"."""
    word = grammar.words[verb]
    if word.dep == "conj" and word.head < verb and grammar.is_clause(word.head):
        return mood_of_verb(grammar, word.head)
    if word.head == verb:
        return "hypothetical"
    above = grammar.words[word.head]
    lemma = above.lemma.lower()
    doing = grammar.first_doing(verb)
    if doing != verb:  # "became the first to win"
        return mood_of_verb(grammar, doing)
    if lemma in named("plan-verbs") and grammar.is_clause(word.head) and is_negated(grammar, word.head):
        return "hypothetical"  # "did not plan to sail this week"
    if lemma in named("sets-a-day") and above.dep != "ccomp" and _had(grammar, word.head):
        return "hypothetical"  # "had been scheduled to speak on Monday": what is told came to be instead
    if _was_wished(grammar, word.head):
        return "hypothetical"
    if lemma in named("plan-verbs") or lemma == "be":  # "is to speak on Monday"
        outer = mood_of_verb(grammar, word.head) if grammar.is_clause(word.head) else "planned"
        return "planned" if outer == "reported" else outer
    yet = any(grammar.words[child].lemma.lower() == "yet" for at in (verb, word.head) for child in grammar.hanging[at])
    had_to = lemma == "have" and above.tag == "VBD" and not yet  # "had to apologise" is what somebody did
    if lemma in named("achieves") or word.dep == "advcl" or had_to:
        return mood_of_verb(grammar, word.head) if grammar.is_clause(word.head) else "reported"
    if lemma not in named("asks-for") and above.tag in ("VBD", "VBN") and word.dep == "xcomp":
        return mood_of_verb(grammar, word.head)  # "took to the air to deny it"
    return "hypothetical"


def is_attempt(grammar: Grammar, verb: int) -> bool:
    """Return whether a verb tells what somebody tried, whether or not it was brought about: "tried to sell it"."""
    words = grammar.words
    tried = words[verb].lemma.lower() in named("attempts") and words[verb].tag == "VBD"
    return tried and any(words[child].dep == "xcomp" and words[child].tag == "VB" for child in grammar.hanging[verb])


def mood_of_noun(grammar: Grammar, noun: int) -> MentionMood:
    """Return how a clause tells the happening that a noun names: "his visit", "a planned visit", "hopes for talks"."""
    words = grammar.words
    beside = {words[child].lemma.lower() for child in grammar.hanging[noun]}
    if beside & named("upcoming"):
        return "planned"
    clause = grammar.clause_of(noun)
    if clause is None:
        return "reported"
    outer = mood_of_verb(grammar, clause)
    preposition = words[noun].head
    if _was_wished(grammar, clause):
        return "hypothetical"
    led_to = words[noun].dep == "pobj" and words[preposition].lemma == "for" and words[preposition].head == clause
    if led_to and words[clause].lemma.lower() in named("plan-verbs"):  # "prepared for a march on Saturday"
        return "planned"
    argument = words[noun].dep in SUBJECTS or words[noun].dep in ("dobj", "attr")
    if argument and (words[clause].lemma.lower() in named("plan-verbs") and words[noun].dep != "nsubj"):
        return "planned" if outer == "reported" else outer
    definite = is_definite(grammar, noun)
    if outer == "reported" or (definite and not (argument and words[clause].lemma.lower() in named("takes-place"))):
        return "reported"
    return outer


def is_definite(grammar: Grammar, noun: int) -> bool:
    """Return whether a noun names what a reader takes for known: "the vote", "their talks", "Monday's match"."""
    kids = [grammar.words[child] for child in grammar.hanging[noun]]
    return any(child.lemma.lower() in named("definite") or child.dep == "poss" for child in kids)


def _was_wished(grammar: Grammar, verb: int) -> bool:
    """Return whether somebody once hoped for what may not have come to be: "had hoped to win", "were hoping for"."""
    return grammar.words[verb].lemma.lower() in named("wishes") and not grammar.is_present(verb)


def is_negated(grammar: Grammar, verb: int) -> bool:
    """Return whether the clause says that it did not happen: "did not sail", "would have sailed"."""
    if _would_have(grammar, verb):
        return True
    return any(grammar.words[child].dep == "neg" for child in grammar.hanging[verb])


def is_disowned(grammar: Grammar, verb: int, *, by_any_saying: bool = False) -> bool:
    """Return whether a clause tells what somebody denies, or what nobody says, knows, recalls or believes.

    "Ito did not say that | Dahl sailed", "refused to confirm that", "denied that", "rejected claims that", "has no
    memory of": they leave open whether it was done. Not "did not say why Dahl sailed".
    `by_any_saying`: whether the verb may also be one such as "disclose", of which nobody knows what its denial leaves.
    """
    words, at = grammar.words, verb
    for head in grammar.up(verb):
        dep = words[at].dep
        if dep in ("relcl", "ROOT") or (dep == "advcl" and _is_when(grammar, at)):
            return False
        if dep in ("ccomp", "xcomp", "acl", "pcomp") and head < at and not _asks_who(grammar, at):
            governs = words[head].head if dep == "pcomp" and words[head].lemma.lower() == "of" else head
            if _leaves_open(grammar, governs, at, by_any_saying=by_any_saying):
                return True
        at = head
    return False


def _leaves_open(grammar: Grammar, head: int, below: int, *, by_any_saying: bool) -> bool:
    """Return whether a verb or a noun leaves open what the verb `below` it tells."""
    words, lemma = grammar.words, grammar.words[head].lemma.lower()
    if grammar.is_clause(head):
        if lemma in named("denies"):
            return not _is_done_by_nobody(grammar, head)
        listed = lemma in named("leaves-open") or (by_any_saying and cue_kind(lemma) == "speech")
        return listed and (_is_done_by_nobody(grammar, head) or _is_withheld(grammar, head))
    that = any(words[child].lemma.lower() == "that" for child in grammar.hanging[below])
    if words[below].dep == "acl" and not that:
        return False  # "disputed a report printed on Monday"
    if lemma in list_of("attributing_nouns.txt"):
        by = words[head].head
        return words[head].dep == "dobj" and words[by].lemma.lower() in named("denies") and not is_negated(grammar, by)
    return lemma in named("memories") and any(words[child].lemma.lower() == "no" for child in grammar.hanging[head])


def _is_done_by_nobody(grammar: Grammar, verb: int) -> bool:
    """Return whether a clause says that nobody does it: "did not say", "no witness said", "nobody claimed".

    "Did not only say" is said, and "did not say until Monday" was said then.
    """
    words, kids = grammar.words, grammar.hanging[verb]
    if any(words[child].lemma.lower() in named("not-all") | {"until", "till"} for child in kids if child < verb + 2):
        return False
    subject = grammar.own_subject(verb)
    who = () if subject is None else (subject, *grammar.hanging[subject])
    nobody = named("nobody") | {"no"}
    return any(words[child].dep == "neg" for child in kids) or any(words[at].lemma.lower() in nobody for at in who)


def _is_withheld(grammar: Grammar, verb: int) -> bool:
    """Return whether somebody keeps from doing it: "declined to say", "without saying", "stopped short of saying"."""
    words, above = grammar.words, grammar.words[verb].head
    if words[verb].dep == "pcomp":
        short = words[above].lemma.lower() == "of" and words[words[above].head].lemma.lower() == "short"
        return short or words[above].lemma.lower() == "without"
    withheld = words[verb].dep == "xcomp" and words[above].lemma.lower() in named("withholds")
    return withheld and not is_negated(grammar, above)


def _asks_who(grammar: Grammar, verb: int) -> bool:
    """Return whether a clause takes for granted that it was done: "(did not say) why Ito sailed", "who sank it"."""
    return any(grammar.words[at].tag in ("WRB", "WP", "WP$") for at in grammar.below(verb) if at < verb)


def _is_when(grammar: Grammar, verb: int) -> bool:
    """Return whether a clause tells when something else was done, and is so itself: "when she sailed"."""
    opens = {grammar.words[child].lemma.lower() for child in grammar.hanging[verb] if child < verb}
    return bool(opens & (named("when") | (named("counts-from") - named("supposes"))))


def _would_have(grammar: Grammar, verb: int) -> bool:
    """Return whether a clause tells what did not come to be, or perhaps: "would have sailed", "may have sailed"."""
    helped = {grammar.words[aux].lemma.lower() for aux in grammar.auxiliaries(verb)}
    return "have" in helped and bool(helped & {"would", "should", "could", "might", "may"})


def _had(grammar: Grammar, verb: int) -> bool:
    """Return whether a verb is in the pluperfect: "had planned", "had been scheduled"."""
    words = grammar.words
    return any(words[aux].lemma == "have" and words[aux].tag == "VBD" for aux in grammar.auxiliaries(verb))


def is_state(grammar: Grammar, verb: int) -> bool:
    """Return whether a clause tells how things stood, and that nothing happened: "had not been told by Friday"."""
    return _had(grammar, verb) and any(grammar.words[child].dep == "neg" for child in grammar.hanging[verb])


def answers_a_reporter(grammar: Grammar, verb: int) -> bool:
    """Return whether a clause tells of an answer to who wrote the report: "return a call seeking comment"."""
    words = grammar.words
    if words[verb].lemma.lower() in REFUSING:  # "declined to comment", not "declined to answer"
        kids = grammar.hanging[verb]
        return any(words[at].dep == "xcomp" and words[at].lemma.lower() == "comment" for at in kids)
    if grammar.words[verb].lemma.lower() not in named("answers"):
        return False
    return bool(named("requests") & {grammar.words[at].lemma.lower() for at in grammar.below(verb)})


def is_anaphoric(grammar: Grammar, noun: int) -> bool:
    """Return whether a noun is "the meeting", "that trip", with no word before or behind that says which."""
    words = grammar.words
    kids = grammar.hanging[noun]
    pointed = any(words[child].dep == "det" and words[child].lemma.lower() in named("pointing") for child in kids)
    return pointed and all(words[child].dep in ("det", "punct") for child in kids)
