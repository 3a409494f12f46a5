"""A sentence that the parser gave no main verb has the verb that stands beside its root."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from generator.annotate.main_verbs import with_main_verbs
from generator.language import SpacyLanguage
from generator.records import ParsedWord
from tests.annotate.shown import annotated

# Word, tag, relation, index of its head: as a small model parses the sentence.
Parse = Sequence[tuple[str, str, str, int]]

BEATS: Parse = [
    ("Mayor", "NNP", "compound", 1), ("Ito", "NNP", "nsubj", 2), ("beat", "VBD", "compound", 5),
    ("rival", "NN", "dobj", 2), ("Karl", "NNP", "compound", 5), ("Dahl", "NNP", "ROOT", 5), ("in", "IN", "prep", 5),
    ("Havn", "NNP", "pobj", 6), (".", ".", "punct", 5),
]  # fmt: skip
ASSAILS: Parse = [
    ("Mayor", "NNP", "compound", 3), ("Ito", "NNP", "compound", 3), ("assailed", "VBN", "amod", 3),
    ("Liberals", "NNPS", "ROOT", 3), ("and", "CC", "cc", 3), ("a", "DT", "det", 6), ("comedian", "NN", "conj", 3),
    ("on", "IN", "prep", 3), ("Monday", "NNP", "pobj", 7), (".", ".", "punct", 3),
]  # fmt: skip
HEADS: Parse = [
    ("Hundreds", "NNS", "ROOT", 0), ("of", "IN", "prep", 0), ("people", "NNS", "pobj", 1),
    ("headed", "VBN", "acl", 2), ("to", "IN", "prep", 3), ("port", "NN", "pobj", 4), ("on", "IN", "prep", 3),
    ("Monday", "NNP", "pobj", 6), (".", ".", "punct", 0),
]  # fmt: skip
GATHERS: Parse = [
    ("Candidates", "NNS", "nsubj", 1), ("gathered", "VBN", "ROOT", 1), ("in", "IN", "prep", 1),
    ("Havn", "NNP", "pobj", 2),
]  # fmt: skip
CAPTION: Parse = [("Protesters", "NNS", "ROOT", 0), ("gathered", "VBN", "acl", 0), ("outside", "RB", "advmod", 1)]
PASSIVE: Parse = [
    ("A", "DT", "det", 1), ("man", "NN", "ROOT", 1), ("being", "VBG", "auxpass", 3), ("held", "VBN", "acl", 1),
    ("in", "IN", "prep", 3), ("the", "DT", "det", 6), ("jail", "NN", "pobj", 4), ("today", "NN", "npadvmod", 3),
    (".", ".", "punct", 1),
]  # fmt: skip

LEADS: Parse = [
    ("It", "PRP", "nsubj", 2), ("is", "VBZ", "aux", 2), ("angering", "VBG", "ROOT", 2), ("dockers", "NNS", "dobj", 2),
    ("and", "CC", "cc", 2), ("marches", "NNS", "nsubj", 6), ("led", "VBN", "conj", 2), ("to", "IN", "prep", 6),
    ("arrests", "NNS", "pobj", 7), (".", ".", "punct", 2),
]  # fmt: skip
COUNTED: Parse = [
    ("Ten", "CD", "nsubjpass", 2), ("were", "VBD", "auxpass", 2), ("killed", "VBN", "ROOT", 2),
    ("and", "CC", "cc", 2), ("31", "CD", "nsubj", 5), ("injured", "VBN", "conj", 2), (".", ".", "punct", 2),
]  # fmt: skip


def words(parse: Parse) -> list[ParsedWord]:
    return [
        ParsedWord(9 * at, 9 * at + 8, word.lower(), tag, dep, head) for at, (word, tag, dep, head) in enumerate(parse)
    ]


def mended_words(parse: Parse) -> list[ParsedWord]:
    return list(with_main_verbs(words(parse)))


@pytest.mark.parametrize(
    ("parse", "verb", "subject", "done_to"), [(BEATS, 2, 1, 5), (ASSAILS, 2, 1, 3), (HEADS, 3, 0, None)]
)
def test_the_verb_beside_the_root_is_the_main_verb(parse: Parse, verb: int, subject: int, done_to: int | None) -> None:
    mended = mended_words(parse)
    assert (mended[verb].tag, mended[verb].dep, mended[verb].head) == ("VBD", "ROOT", verb)
    assert (mended[subject].dep, mended[subject].head) == ("nsubj", verb)
    assert done_to is None or (mended[done_to].dep, mended[done_to].head) == ("dobj", verb)


def test_a_participle_with_a_subject_and_no_auxiliary_is_a_past_tense() -> None:
    assert [word.tag for word in mended_words(GATHERS)] == ["NNS", "VBD", "IN", "NNP"]
    assert mended_words(LEADS)[6].tag == "VBD"


@pytest.mark.parametrize("parse", [CAPTION, PASSIVE, COUNTED])
def test_a_caption_and_a_participle_with_its_auxiliary_or_that_of_another_stay_as_they_are(parse: Parse) -> None:
    assert mended_words(parse) == words(parse)


@pytest.mark.parametrize("parse", [BEATS, ASSAILS, HEADS])
def test_every_word_still_hangs_on_the_root_of_its_sentence(parse: Parse) -> None:
    mended = mended_words(parse)
    roots = set()
    for at in range(len(mended)):
        for _ in mended:
            at = mended[at].head
        roots.add(at)
    assert len(roots) == 1


def test_the_words_that_an_article_keeps_have_their_main_verbs(language: SpacyLanguage) -> None:
    (found,) = annotated(["Hundreds of people headed to the port of Lindholm on Monday after the storm."], language)
    roots = [at for at, word in enumerate(found.words) if word.head == at]
    assert [(found.words[at].lemma, found.words[at].tag) for at in roots] == [("head", "VBD")]
