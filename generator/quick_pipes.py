"""Two parts of a spaCy pipeline made quick, with the answers that they gave before.

They look up over and over what they have looked up already: a quarter of the time from tokens to entities.
"""

from __future__ import annotations

from typing import Any

LOOKED_AT = ("LOWER", "TAG", "DEP")  # of a word, by the rules that set its part of speech
FOLLOWING = frozenset([*LOOKED_AT, "IS_SPACE"])  # whether it is white space its letters tell
KEPT = 50_000  # kinds of words of which is known what rules hold for them: some 20 MB


def quicken(nlp: Any) -> None:
    """Make the lemmatizer and the attribute ruler of a pipeline quick, where it has them."""
    if nlp.has_pipe("lemmatizer"):
        _quicken_lemmatizer(nlp.get_pipe("lemmatizer"))
    if nlp.has_pipe("attribute_ruler"):
        _quicken_ruler(nlp.get_pipe("attribute_ruler"))


def _quicken_lemmatizer(lemmatizer: Any) -> None:
    """Look the known base forms up in sets: there are tens of thousands of nouns, and they come in a list."""
    if lemmatizer.lookups.has_table("lemma_index"):
        forms = lemmatizer.lookups.get_table("lemma_index")
        for part_of_speech in list(forms):
            forms[part_of_speech] = frozenset(forms[part_of_speech])


def _quicken_ruler(ruler: Any) -> None:
    """Ask once which rules hold for a word with its tag and relation; only rules for several words ask each time."""
    from spacy.matcher import Matcher

    alone, together = Matcher(ruler.vocab, validate=False), Matcher(ruler.vocab, validate=False)
    for number, rule in enumerate(ruler.patterns):
        of_one_word = all(len(pattern) == 1 for pattern in rule["patterns"])
        if of_one_word and not all(FOLLOWING.issuperset(pattern[0]) for pattern in rule["patterns"]):
            return  # another model, whose rules look at more
        (alone if of_one_word else together).add(str(number), rule["patterns"])
    strings, kept = ruler.vocab.strings, dict[tuple[int, ...], list[tuple[int, int]]]()

    def rules_of(found: Any, matcher: Any) -> list[tuple[int, int, int, int]]:
        matches = matcher(found, allow_missing=True, as_spans=False)
        return [(int(strings[name]), name, start, end) for name, start, end in matches]

    def match(doc: Any) -> list[tuple[int, int, int, int]]:
        """Return what `AttributeRuler.match` does: number and name of each rule that holds, with the words."""
        found = rules_of(doc, together) if len(together) else []
        if len(kept) > KEPT:
            kept.clear()
        for at, word in enumerate(map(tuple, doc.to_array(LOOKED_AT).tolist())):
            rules = kept.get(word)
            if rules is None:
                rules = kept[word] = [rule[:2] for rule in rules_of(doc[at : at + 1], alone)]
            found += [(number, name, at, at + 1) for number, name in rules]
        return sorted(found)

    ruler.match = match
