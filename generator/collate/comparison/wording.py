"""What a row is called: the happening or thing that its values are told of, in words of a source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.collate.comparison.scenes import Scene, Stage
from generator.collate.timeline.lexicon import named
from generator.records import ArticleId, Span

BEFORE = frozenset(["det", "amod", "compound", "poss", "nummod", "nmod", "case", "quantmod", "advmod"])
BESIDE_VERB = frozenset(["aux", "auxpass", "neg", "prt"])
LONGEST = 9  # words of a name for a row
SHORTEST = 2


def name_of(told: Sequence[tuple[Scene, Span | None]], stages: Mapping[ArticleId, Stage]) -> str:
    """Return the words of scenes that tell best what is compared; the span beside each, its value, is left out."""
    names = [_name(scene, value, stages[scene.article_id]) for scene, value in told]
    if not any(names):
        names = [value.of(stages[scene.article_id].text) for scene, value in told if value is not None]
    return min(filter(None, names), key=_rank)


def _rank(words: str) -> tuple[bool, bool, int, str]:
    """Sort what names somebody and is neither too short nor too long first."""
    return _pronoun(words), not SHORTEST <= len(words.split()) <= LONGEST, len(words), words


def _pronoun(words: str) -> bool:
    return words.split()[0].lower() in named("pronouns")


def _name(scene: Scene, span: Span | None, stage: Stage) -> str:
    """Return "subject verb object" of the scene, or the noun with what describes it."""
    grammar, at = stage.grammar, scene.at
    value = set(grammar.within(span)) if span is not None else set()
    if not grammar.is_clause(at):
        words = [word for word in _phrase(stage, at, of=True) if word not in value]
        if len([word for word in words if grammar.words[word].dep != "det"]) < SHORTEST:
            words += _first_phrase_behind(stage, at, value)
        return _printed(stage, words[grammar.words[words[0]].dep == "det" :] if len(words) > 1 else words)
    # Whose deed it is when another clause is around it is not sure: "Dressed in red, the Times said, he left".
    apart = grammar.words[at].dep == "advcl" and grammar.own_subject(at) is None
    subject, thing = None if apart else grammar.subject(at), grammar.object(at)
    words = [*_phrase(stage, subject)] if subject is not None and subject != at else []
    words += sorted([at, *(child for child in grammar.hanging[at] if grammar.words[child].dep in BESIDE_VERB)])
    if thing is not None and thing > at:
        words += _phrase(stage, thing, of=True)
    words = [word for word in words if word not in value]
    if len(words) < SHORTEST + 1:
        words += _first_phrase_behind(stage, at, value)
    return _printed(stage, [word for word in words if word not in value])


def _first_phrase_behind(stage: Stage, verb: int, value: set[int]) -> list[int]:
    """Return the first "on the race" behind a verb or noun that holds nothing of the value."""
    grammar = stage.grammar
    for child in grammar.hanging[verb]:
        if child > verb and grammar.words[child].dep in ("prep", "agent"):
            words = [child, *(word for noun in grammar.hanging[child] for word in _phrase(stage, noun))]
            if not value & set(words):
                return sorted(words)
    return []


def _phrase(stage: Stage, noun: int, *, of: bool = False) -> list[int]:
    """Return a noun with what stands before it, and with "of ..." behind it where asked for."""
    grammar = stage.grammar
    words = [noun]
    for child in grammar.hanging[noun]:
        dep = grammar.words[child].dep
        if child < noun and dep in BEFORE:
            words += grammar.below(child, grammar.is_clause)
        elif of and dep == "prep" and grammar.words[child].lemma == "of":
            words += [child, *(word for below in grammar.hanging[child] for word in _phrase(stage, below))]
    return sorted(words)


def _printed(stage: Stage, words: Sequence[int]) -> str:
    """Return words as a reader writes them: "Ito's" is one."""
    out = ""
    for at in words:
        surface = stage.surface(at)
        out += surface if not out or surface[0] in "'’-" or out[-1] == "-" else " " + surface
    return " ".join(out.split()).removeprefix("'s ").removeprefix("’s ").strip(" ,;:-").removesuffix(" of")
