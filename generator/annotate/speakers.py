"""Whose words are these? An article's marked stretches in, for each the source and cue that a named rule found.

Rules answer or abstain, in order; the first answer stands and its name is kept. The first line of a rule's docstring is
what `explain` prints. Rules look at one article's words only: who the source is, the whole folder decides.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.annotate.context import Attribution, Context
from generator.annotate.not_theirs import is_not_theirs
from generator.annotate.speakers_beside import BESIDE, LOOSE, according_to
from generator.annotate.speakers_following import FOLLOWING, running_quote, told_further_on
from generator.annotate.speakers_in_turns import of_turn

SpeakerRule = Callable[[int, Context], Attribution | None]

# Two rounds: what stands beside the quotation, for all of them; then what goes on from another one.
ROUNDS: tuple[Sequence[SpeakerRule], ...] = (BESIDE, FOLLOWING)
UNTIED = frozenset({*LOOSE, *FOLLOWING} - {running_quote, told_further_on})
"""The rules that take whoever is told of near the words, with nothing that ties these to him."""


def attribute(context: Context) -> list[Attribution | None]:
    """Return the attribution of every marked stretch; None where every rule abstains."""
    for rules in ROUNDS:
        for index in range(len(context.marked)):
            if context.answers[index] is None and context.marked[index].paragraph in context.trees:
                context.answers[index] = _first_answer(rules, index, context)
    return context.answers


def _first_answer(rules: Sequence[SpeakerRule], index: int, context: Context) -> Attribution | None:
    """Return what the first rule says that does not abstain.

    Rules that take whoever the sentence tells of are not asked where he was only told, asked or shown the words.
    """
    theirs: bool | None = None
    for rule in rules:
        if rule in UNTIED:
            theirs = not is_not_theirs(index, context) if theirs is None else theirs
            if not theirs:
                context.not_theirs.add(index)
                continue
        if theirs is False and rule is according_to:
            continue
        if (found := rule(index, context)) is not None:
            return of_turn(found, index, context)
    return None


def _explanation(rule: SpeakerRule) -> str:
    return (rule.__doc__ or "").strip().partition("\n")[0].rstrip(".")


RULES: dict[str, str] = {rule.__name__: _explanation(rule) for rules in ROUNDS for rule in rules}
"""The public explanation of every rule, by its name."""
