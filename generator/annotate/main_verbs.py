"""Sentences that the parser left without a main verb, given the one that it took for a participle or part of a name.

A sentence of prose has a verb with its tense. Where a small model has a noun for its root ("Hundreds of people headed
to port" as people who were headed there, "Mayor Ito assailed critics" as critics who were assailed), the verb mostly
stands beside that noun, and its past tense is spelled as the participle is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.records import ParsedWord

SUBJECTS = frozenset(["nsubj", "nsubjpass"])
AUXILIARIES = frozenset(["aux", "auxpass"])
TENSED = frozenset(["VBD", "VBP", "VBZ"])
FINITE = TENSED | {"MD"}
# Where a clause has its tense: "It is over, and on Monday the march led to arrests", "the letter which they sent".
_TENSED = frozenset(["ROOT", "conj", "relcl"])
FEWEST = 8  # words of a sentence; a shorter one may be a headline or a caption


def hanging_on(words: Sequence[ParsedWord]) -> list[list[int]]:
    """Return, for each word of an article, the indices of the words that hang on it."""
    hanging: list[list[int]] = [[] for _ in words]
    for at, word in enumerate(words):
        if word.head != at:
            hanging[word.head].append(at)
    return hanging


def with_main_verbs(words: Sequence[ParsedWord]) -> tuple[ParsedWord, ...]:
    """Return the words of an article, those of sentences without a main verb as its verb would have them."""
    mended, hanging = list(words), hanging_on(words)
    for at, word in enumerate(words):
        if word.tag == "VBN" and word.dep in _TENSED and _does_alone(at, words, hanging):
            mended[at] = replace(word, tag="VBD")  # "The candidates | gathered in Havn": a subject, and no auxiliary
    for root in (at for at, word in enumerate(words) if word.head == at and word.tag.startswith("NN")):
        if _is_sentence(root, words, hanging):
            _mend(root, mended, hanging)
    return tuple(mended)


def _does_alone(verb: int, words: Sequence[ParsedWord], hanging: Sequence[Sequence[int]]) -> bool:
    """Return whether a verb has a subject of its own and no auxiliary; a number shares one: "31 injured"."""
    own = [words[child] for child in hanging[verb] if words[child].dep in SUBJECTS | AUXILIARIES]
    return {word.dep for word in own} == {"nsubj"} and not any(word.tag == "CD" for word in own)


def _is_sentence(root: int, words: Sequence[ParsedWord], hanging: Sequence[Sequence[int]]) -> bool:
    below = [root]
    for at in below:
        below += hanging[at]
    return len(below) >= FEWEST and any(words[child].tag == "." for child in hanging[root])


def _mend(root: int, words: list[ParsedWord], hanging: Sequence[Sequence[int]]) -> None:
    """Make the root of a sentence the subject or the object of its verb, where it has one that is none yet."""
    for verb in (*hanging[root], *_farther(root, words, hanging)):
        word = words[verb]
        own = [child for child in hanging[verb] if words[child].dep in SUBJECTS]
        if word.tag in TENSED and verb < root and own and word.dep in ("compound", "amod", "nmod"):
            return _take_over(root, verb, "dobj", words, hanging)  # "Ito beat | rival Dahl in the north"
        if word.tag != "VBN" or any(words[child].dep in AUXILIARIES for child in hanging[verb]):
            continue
        if word.dep == "acl" and verb > root:
            return _take_over(root, verb, "nsubj", words, hanging)  # "Hundreds | headed to the port on Monday"
        if word.dep == "amod" and verb < root and words[verb - 1].tag == "NNP" and words[verb - 1].head == root:
            words[verb - 1] = replace(words[verb - 1], dep="nsubj", head=verb)  # "Mayor Ito assailed | critics"
            for child in hanging[root]:
                if child < verb - 1:
                    words[child] = replace(words[child], head=verb - 1)
            return _take_over(root, verb, "dobj", words, hanging)
    return None


def _farther(root: int, words: Sequence[ParsedWord], hanging: Sequence[Sequence[int]]) -> list[int]:
    """Return the participles behind the nouns that describe the root: "The clerk of the port | left on Monday"."""
    found: list[int] = []
    waiting = list(hanging[root])
    while waiting:
        at = waiting.pop(0)
        dep, tag = words[at].dep, words[at].tag
        if dep in ("prep", "pobj", "dobj") or (dep == "acl" and tag == "VBG"):
            waiting += [child for child in hanging[at] if child > at]
        elif dep == "acl" and words[at].head != root and _is_active(at, words, hanging):
            found.append(at)
    return found


def _is_active(verb: int, words: Sequence[ParsedWord], hanging: Sequence[Sequence[int]]) -> bool:
    """Return whether nobody is named "by" whom it was done: "the clerk chosen by the port"."""
    return not any(words[child].dep == "agent" for child in hanging[verb])


def _take_over(root: int, verb: int, as_what: str, words: list[ParsedWord], hanging: Sequence[Sequence[int]]) -> None:
    """Let a verb be the root, with the noun that was it as its subject or object, and what stands behind both."""
    tag = "VBD" if words[verb].tag == "VBN" else words[verb].tag
    words[verb] = replace(words[verb], tag=tag, dep="ROOT", head=verb)
    words[root] = replace(words[root], dep=as_what, head=verb)
    for child in hanging[root]:
        if child > max(root, verb):
            words[child] = replace(words[child], head=verb)
