"""What a reporting verb has instead of a clause: another verb ("promised to pay"), a thing ("denied the charge")."""

from __future__ import annotations

from generator.annotate.main_verbs import FINITE
from generator.annotate.reported.bounds import (
    SUBJECTS,
    and_that,
    below,
    list_of_ings,
    on_which_terms,
    words_of_clause,
)
from generator.annotate.reported.cues import base_of, listed, prepositions, takes
from generator.annotate.reported.ground import Ground
from generator.annotate.reporting_clauses import attributing_noun

OBJECT = frozenset({"dobj"})
NEAR = 12  # words from a verb to its thing
NAMES = frozenset({"call", "label", "brand", "dub"})
WHOM = frozenset({"me", "you", "him", "her", "us", "them"})
BEHIND_THING = frozenset({"of", "for", "as", "with", "over", "to"})


def verb_below(index: int, ground: Ground) -> frozenset[int] | None:
    """The verb has another verb: "promised to pay", "urged them to stay", "denied having paid"."""
    for child in ground.tree.children[index]:
        dep = ground.tokens[child].dep
        if child < index or dep not in ("xcomp", "ccomp", "pcomp"):
            continue
        if _is_infinitive(child, ground):
            words = _with_infinitive(index, child, ground)
        else:
            wanted = _is_ing(child, ground) and takes(ground.tokens[index], "ing")
            words = words_of_clause(child, index, ground) if wanted else None
            if words:
                words |= list_of_ings(max(words), ground)
        if words:
            return frozenset(words | on_which_terms(index, max(words), ground))
    return None


def _with_infinitive(index: int, child: int, ground: Ground) -> set[int] | None:
    """Return whom and what: "urged residents to leave", "promised to pay", "is said to have fled"."""
    token, tree = ground.tokens[index], ground.tree
    whom = ground.child(index, OBJECT)
    own = any(ground.tokens[kid].dep in SUBJECTS and kid < child for kid in tree.children[child])
    said = words_of_clause(child, index, ground)
    if own or whom is not None:
        before = ground.below(whom) if whom is not None else set[int]()
        return before | said if takes(token, "somebody_to") else None
    if is_passive(index, ground):
        subject = next(iter(tree.subjects(index)), None)
        return ground.below(subject) | said if subject is not None and takes(token, "raised") else None
    return said if takes(token, "infinitive") else None


def _is_infinitive(child: int, ground: Ground) -> bool:
    tokens = ground.tokens
    before = (tokens[kid].text.lower() for kid in ground.tree.children[child] if kid < child)
    return tokens[child].tag == "VB" and "to" in before


def is_passive(index: int, ground: Ground) -> bool:
    """Return whether the verb is told of its subject: "is expected to"."""
    return any(ground.tokens[child].dep in ("auxpass", "nsubjpass") for child in ground.tree.children[index])


def _is_ing(child: int, ground: Ground) -> bool:
    """Return whether a verb stands in its "ing" form: "paying", "having paid"."""
    helped = [
        ground.tokens[kid].tag for kid in ground.tree.children[child] if ground.tokens[kid].dep in ("aux", "auxpass")
    ]
    return (helped[0] if helped else ground.tokens[child].tag) == "VBG"


def thing_below(index: int, ground: Ground) -> frozenset[int] | None:
    """The verb has a thing: "criticised the plan", "called for calm"."""
    tokens, tree = ground.tokens, ground.tree
    token = tokens[index]
    if takes(token, "shown_by"):
        return _figures(index, ground)
    if takes(token, "thing"):
        words = _thing(index, ground)
        if _is_somebody(words, ground):
            return None
        if words and (base_of(token) not in NAMES or _is_called(index, words, ground)):
            return frozenset(words | and_that(index, max(words), ground))
    behind = prepositions(base_of(token))
    for child in tree.children[index]:
        if child == index + 1 and tokens[child].text.lower() in behind and tokens[child].dep in ("prep", "prt"):
            words = {at for at in below(child, ground) if at > child}
            if words and tokens[min(words)].tag == "VBG":
                words |= list_of_ings(max(words), ground)
            if words:
                return frozenset(words | _to_do(index, max(words), ground))
    return None


def _to_do(index: int, last: int, ground: Ground) -> set[int]:
    """Return what somebody is called on to do, where the parser hung it on the verb: "called on Lind to resign"."""
    tokens = ground.tokens
    for child in ground.tree.children[index]:
        if child == last + 2 and tokens[child - 1].text.lower() == "to" and tokens[child].tag == "VB":
            return {at for at in words_of_clause(child, index, ground) if at > last}
    return set()


def _said_where(words: set[int], ground: Ground) -> set[int]:
    """Return where it was said, which the parser hung on the thing: "denied the charge in an interview"."""
    tokens = ground.tokens
    for at in sorted(words):
        what = ground.child(at, ("pobj",)) if tokens[at].text.lower() in ("in", "on", "during") else None
        if what is not None and attributing_noun(tokens[what]) and tokens[at + 1].text.lower() in ("a", "an"):
            behind = {word for word in words if word >= at}
            if at > min(words) and all(map(ground.tree.outside, behind)):
                return behind
    return set()


def _until_said_again(index: int, words: set[int], ground: Ground) -> set[int]:
    """Return a thing without what others do likewise: "guards accusing the crew of A and the crew accusing them"."""
    tokens = ground.tokens
    verb = tokens[index]
    again = next((at for at in sorted(words) if (tokens[at].lemma, tokens[at].tag) == (verb.lemma, verb.tag)), None)
    if again is None:
        return words
    joins = [at for at in words if at < again and tokens[at].tag == "CC"]
    return {at for at in words if at < max(joins, default=again)} or words


def _is_somebody(words: set[int], ground: Ground) -> bool:
    """Return whether the thing is only who it is done to: "dismissed her"."""
    return len(words) == 1 and ground.tokens[min(words)].text.lower() in WHOM


def with_preposition(index: int, base: str, ground: Ground) -> str:
    """Return a verb with the word behind it that leads to its thing, as the list has both: "call+for"."""
    behind = ground.tokens[index + 1].text.lower() if index + 1 < len(ground.tokens) else ""
    return f"{base}+{behind}" if behind in prepositions(base) else base


def _thing(index: int, ground: Ground) -> set[int]:
    """Return the thing that a verb has, what is said of it, and the quoted words right behind."""
    tokens, tree = ground.tokens, ground.tree
    thing = ground.child(index, OBJECT | {"ccomp", "oprd"})
    if thing is None or thing - index > NEAR:
        return set()
    told = any(tokens[kid].tag in FINITE for kid in (thing, *tree.children[thing]))
    if tokens[thing].dep == "ccomp" and told and not any(subject > index for subject in tree.subjects(thing)):
        return set()  # a clause, which is no thing: "the rules announced Monday would help"
    words = {at for at in below(thing, ground) if at > index}
    for child in tree.children[index]:
        to_thing = tokens[child].dep == "prep" and tokens[child].text.lower() in BEHIND_THING
        if child > thing and (to_thing or tokens[child].dep == "oprd"):
            words |= below(child, ground)
    words -= _said_where(words, ground)
    words |= _to_do(index, max(words), ground)
    words = _until_said_again(index, words, ground)
    end = max(words) + 1
    while end in ground.sentence(index) and not tree.outside(end):
        words.add(end)
        end += 1
    return words


def _is_called(index: int, words: set[int], ground: Ground) -> bool:
    """Return whether somebody is called something, unlike in "a group called Dawn", "called Okoro"."""
    tokens, tree = ground.tokens, ground.tree
    if is_passive(index, ground) or tokens[index].dep in ("acl", "amod") or not tree.subjects(index):
        trails = tokens[index].tag == "VBG" and index > 0 and tokens[index - 1].text in (",", "and")
        if not trails:
            return False
    behind = [tokens[child].dep for child in tree.children[index] if child > index]
    said_of = "ccomp" in behind or ("oprd" in behind and "dobj" in behind)
    if any(tokens[at].text.lower().endswith(("self", "selves")) for at in words & {index + 1}):
        return False  # "who calls herself Storm": a name
    own = [at for at in words if tree.outside(at)]
    return bool(own) and (said_of or any(not tree.outside(at) for at in words))


def _figures(index: int, ground: Ground) -> frozenset[int] | None:
    """Return what a poll or a study shows: "a poll shows Lind ahead"."""
    subject = next(iter(ground.tree.subjects(index)), None)
    thing = ground.child(index, OBJECT | {"ccomp"})
    if subject is None or thing is None or ground.tokens[subject].lemma.lower() not in listed("figures"):
        return None
    words = set[int]()
    for child in ground.tree.children[index]:
        if child >= thing and ground.tokens[child].dep != "punct":
            words |= below(child, ground)
    return frozenset(words)
