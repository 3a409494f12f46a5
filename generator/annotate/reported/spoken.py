"""Whether somebody is told to have said it, or only to want, know or do it: a reporting verb in, yes or no out."""

from __future__ import annotations

from generator.annotate.cues import cue_kind
from generator.annotate.main_verbs import FINITE
from generator.annotate.reported.contents import Said
from generator.annotate.reported.cues import base_of, listed
from generator.annotate.reported.ground import Ground
from generator.annotate.reported.moods import mood_of
from generator.annotate.reported.verbs import is_passive, with_preposition
from generator.annotate.reporting_clauses import ReportingClause, attributing_noun, can_speak
from generator.annotate.titles import role_nouns

SHOWS = frozenset({"show", "demonstrate", "prove"})
REFUSES = frozenset({"refuse", "decline"})
LEAVES = frozenset({"leave", "keep", "have"})
WHOM = frozenset({"him", "them", "me", "us"})
MEANT = frozenset({"implicitly", "tacitly", "effectively", "essentially", "indirectly", "seemingly", "silently"})


def is_spoken(index: int, said: Said, clause: ReportingClause | None, ground: Ground) -> bool:
    """Return whether a verb tells of words that its source said or wrote."""
    base = base_of(ground.tokens[index])
    if (base == "ask" and _is_asked(index, ground)) or _is_only_meant(index, ground):
        return False
    above = ground.tokens[ground.tokens[index].head]
    if ground.tokens[index].tag == "VBG" and above.lemma.lower() in LEAVES and ground.tokens[index].head < index - 1:
        return False  # "it leaves people wondering what is so"
    if not _by_its_frame(index, base, said, ground) or (clause is not None and _is_time(clause, ground)):
        return False
    if clause is None and _is_of_nobody(index, said, ground):
        return False
    if base == "find" and clause is not None and _comes_upon(clause, ground):
        return False
    if base == "show" and clause is not None and ground.tokens[clause.head].text.lower() in listed("pictures"):
        return False
    if base in SHOWS and clause is not None and can_speak(head := ground.tokens[clause.head]):
        # "She showed that she can win": by what she did. A report shows it in so many words.
        return attributing_noun(head) or head.lemma.lower() in listed("figures")
    if base in listed("accuses") and said.rule == "thing_below" and not _says_of_what(said, ground):
        return False
    whom = ground.child(index, ("dobj", "dative"))
    us = whom is not None and ground.tokens[whom].text.lower() in ("us", "me")
    if us and base in listed("deeds_do") and ground.tokens[min(said.words)].text.lower() != "that":
        return False  # "the mayor reminded us why we left": of what he did
    if clause is not None and clause.borrowed and base in listed("remarks_do"):
        return False
    if clause is not None and clause.borrowed and base in listed("deeds_do"):
        above = ground.tokens[ground.tokens[index].head]
        return cue_kind(above.text) == "speech" and mood_of(ground.tokens[index].head, ground) == "told"
    if clause is not None and clause.borrowed and base in listed("things_do"):
        return can_speak(ground.tokens[clause.head])
    return clause is None or base not in listed("things_do") or _can_say(clause, ground)


def _is_only_meant(index: int, ground: Ground) -> bool:
    """Return whether the reporter reads it out of something: "implicitly admitting that the plan had failed"."""
    if index > 0 and ground.tokens[index - 1].text.lower() == "rest":
        return True  # "rest assured that it will"
    kids = (ground.tokens[kid] for kid in ground.tree.children[index] if kid < index)
    return any(kid.dep == "advmod" and kid.text.lower() in MEANT for kid in kids)


def _is_of_nobody(index: int, said: Said, ground: Ground) -> bool:
    """Return whether a participle without a source is no saying: "barred from denying care", "before saying so"."""
    token, above = ground.tokens[index], ground.tokens[ground.tokens[index].head].text.lower()
    if token.tag != "VBG" or token.dep != "pcomp":
        return False
    return above in ("before", "without") or (said.rule != "clause_below" and above != "by")


def _comes_upon(clause: ReportingClause, ground: Ground) -> bool:
    """Return whether it is somebody by name who finds: "Lind found that the road was closed", unlike a court."""
    head = ground.tokens[clause.head]
    titled = any(word.lower() in role_nouns() for word in clause.source.of(ground.text).split())
    return (head.pos == "PRON" or head.entity == "PERSON") and not titled


def _is_asked(index: int, ground: Ground) -> bool:
    """Return whether somebody is asked, nobody says by whom: "when asked if it would open, the mayor shrugged"."""
    token, kids = ground.tokens[index], [ground.tokens[kid] for kid in ground.tree.children[index]]
    helped = any(kid.dep in ("aux", "auxpass", "nsubj", "agent") for kid in kids)
    led = any(kid.text.lower() in ("when", "if", "once") and kid.dep in ("advmod", "mark") for kid in kids)
    opens = index == ground.sentence(index).start
    if _stands_behind_a_comma(index, ground):
        return token.tag in ("VBN", "VBD")  # "Lind, asked if he would stay, said": what he was asked is not his
    return token.tag in ("VBN", "VBD") and not helped and (led or opens)


def _stands_behind_a_comma(index: int, ground: Ground) -> bool:
    """Return whether one comma parts a verb from who stands right before it, whose own verb it cannot be."""
    tokens, start = ground.tokens, ground.sentence(index).start
    if index - 2 < start or tokens[index - 1].text != "," or not ground.tree.outside(index - 1):
        return False
    low = index - 2
    while low > start and tokens[low].pos in ("PROPN", "NOUN", "ADJ", "DET", "X"):
        low -= 1
    return low == start or tokens[low].text in (".", ";")


def _is_time(clause: ReportingClause, ground: Ground) -> bool:
    """Return whether the parser took a day for the source: "the ruling of 4 April, which ordered"."""
    return ground.tokens[clause.head].entity in ("DATE", "TIME", "MONEY", "ORDINAL", "PERCENT")


def _says_of_what(said: Said, ground: Ground) -> bool:
    """Return whether an accusation says of what: "accused Lind of lying"."""
    return any(ground.tokens[at].text.lower() in ("of", "for", "on") for at in said.words)


def _only_points(said: Said, ground: Ground) -> bool:
    """Return whether the words only point to what stands elsewhere: "announced the decision", "admitted this"."""
    tokens = [ground.tokens[at] for at in sorted(said.words) if ground.tokens[at].pos != "PUNCT"]
    if len(tokens) == 1:
        return tokens[0].text.lower() in ("this", "that", "it", "so", "help")  # "used his phone to call for help"
    if len(tokens) == 2 and tokens[0].text.lower() in ("this", "that", "these", "those"):
        return tokens[1].pos == "NOUN"  # "rejected those arguments"
    pointed = len(tokens) == 2 and tokens[0].text.lower() == "the"
    return pointed and tokens[1].lemma.lower() in listed("sums_up") - {"claim", "charge", "accusation", "assertion"}


def _says_as_what(index: int, ground: Ground) -> bool:
    """Return whether somebody is called something: "described the plan as a gamble"."""
    tokens = ground.tokens
    return any(tokens[child].text.lower() == "as" and child > index for child in ground.tree.children[index])


def _can_say(clause: ReportingClause, ground: Ground) -> bool:
    """Return whether a source speaks or is a text: "the mayor" and "the report" suggest, "the move" does not."""
    head = ground.tokens[clause.head]
    return can_speak(head) or attributing_noun(head) or head.lemma.lower() in listed("figures")


def _by_its_frame(index: int, base: str, said: Said, ground: Ground) -> bool:
    if said.rule == "thing_below":
        whole = with_preposition(index, base, ground)
        if _only_points(said, ground):
            return False
        if whole == "call+on":
            return any(ground.tokens[at].text.lower() == "to" for at in said.words)  # "called on her to resign"
        return whole in listed("told_thing") or (
            base in listed("told_as") and _says_as_what(index, ground) and not is_passive(index, ground)
        )
    if said.rule == "verb_below":
        token, kids = ground.tokens[index], ground.tree.children[index]
        bare = token.tag == "VBN" and not any(ground.tokens[kid].dep in ("aux", "auxpass") for kid in kids)
        led = index > 1 and ground.tokens[index - 1].pos == "ADV" and ground.tokens[index - 2].text == ","
        led = led and token.tag == "VBD" and not ground.tree.subjects(index)
        if led or (bare and token.dep in ("acl", "advcl") and not is_passive(index, ground)):
            return False  # "her speech, widely agreed to be a great one"
        if base in REFUSES or (base == "hope" and ground.tokens[index].dep == "acl"):
            return False  # a deed or none: "refused to leave"; what a noun's "hoping to" adds is the reporter's
        return base in listed("told_infinitive") | listed("told_somebody_to") | listed("told_ing")
    if base in listed("untold_clause"):
        return False
    tokens = [ground.tokens[at] for at in sorted(said.words)]
    # "Declared him keeper", "named her head": a deed, and no clause with its verb
    return tokens[0].text.lower() not in WHOM or any(token.tag in FINITE for token in tokens)
