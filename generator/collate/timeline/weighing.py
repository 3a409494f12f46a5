"""Whether a label can be printed, and whether a sentence reports what a label tells: signs of grammar, weighed.

The rules of `label_choices` and `standing` say what a careful reader can name. What they leave is described here by
signs that are true of sentences in general. Their weights, in three tables of `data/`, were learned by
`benchmarks/weighing_entries.py` from entries that readers judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.annotate.cues import cue_kind
from generator.collate.timeline.dating import When
from generator.collate.timeline.label_choices import Choice, breaks, stands
from generator.collate.timeline.lexicon import forms_of, is_function_word, is_somebody, named
from generator.collate.timeline.mentions.event_mention import EventMention
from generator.collate.timeline.mentions.grammar import NAMES, Grammar
from generator.collate.timeline.mentions.times import times_in
from generator.collate.timeline.run_together import run_of
from generator.records import AnnotatedArticle, ArticleId, ParsedWord, Span
from generator.weights import at_most, band, odds
from generator.wordlists import words as list_of

LABELS, ENTRIES, SOURCES = "label_weights.txt", "entry_weights.txt", "source_weights.txt"
_FINITE = ("VBD", "VBP", "VBZ", "MD")


class Fairness:
    """How likely a strict reader finds words whole, clear and true to their source; each is weighed once."""

    def __init__(self, articles: Mapping[ArticleId, AnnotatedArticle], grammars: Mapping[ArticleId, Grammar]) -> None:
        self._articles, self._grammars = articles, grammars
        self._signs: dict[Choice, tuple[str, ...]] = {}
        self._odds: dict[Choice, float] = {}

    def signs(self, choice: Choice) -> tuple[str, ...]:
        """Return what words that might stand as a label are weighed by."""
        if choice not in self._signs:
            identity = choice.mention.article_id
            self._signs[choice] = tuple(label_signs(choice, self._articles[identity], self._grammars[identity]))
        return self._signs[choice]

    def odds(self, choice: Choice) -> float:
        """Return the logarithm of the odds."""
        if choice not in self._odds:
            self._odds[choice] = at_most(odds(LABELS, self.signs(choice)), MOST)
        return self._odds[choice]


MOST = 4.0  # odds: of two labels that are as good as sure others tell which is the better one


def label_signs(choice: Choice, found: AnnotatedArticle, grammar: Grammar) -> Iterator[str]:
    """Yield the signs of words that might stand as a label."""
    text = found.article.text
    printed = choice.words(text)
    skipped = {at for out in choice.left_out for at in grammar.within(out)}
    inside = [at for at in _words_in(choice.span, grammar) if at not in skipped]
    yield f"long={band(len(printed.split()), (4, 6, 9, 13, 18, 25, 33))}"
    if not inside:
        return
    yield from _flags(choice, text, grammar)
    yield from _edges(choice, inside, found, grammar)
    yield from _clause(choice, inside, grammar, text)
    yield from _inside(inside, grammar, text, printed)
    yield from _told(choice.mention, choice, found)


def _words_in(span: Span, grammar: Grammar) -> range:
    """Return the words of a stretch, with one that it begins within: of "pier.Ito", printed without a blank."""
    inside = grammar.within(span)
    cut = inside.start and grammar.words[inside.start - 1].end > span.start
    return range(inside.start - 1, inside.stop) if cut else inside


def _flags(choice: Choice, text: str, grammar: Grammar) -> Iterator[str]:
    names = ("whole", "named", "picks", "far", "bare", "thing", "phrase", "leans")
    yield from (name for name in names if getattr(choice, name))
    yield f"outward={choice.outward}"
    if choice.left_out:
        yield "left out"
    if stands(choice, text, grammar):
        yield "stands"
    if breaks(choice, text, grammar):
        yield "breaks"


def _edges(choice: Choice, inside: Sequence[int], found: AnnotatedArticle, grammar: Grammar) -> Iterator[str]:
    """Yield what opens and ends the words, and what of the sentence stands right before and behind them."""
    words, text = grammar.words, found.article.text
    whole = found.sentences[choice.mention.sentence].span
    sentence = _words_in(run_of(whole, choice.mention.trigger.start, text), grammar)
    first, last = inside[0], inside[-1]
    yield f"first={_group(words[first])}"
    yield f"last={_group(words[last])}"
    yield from (f"opens:{low}" for low in [_small(words[first], text)] if low)
    yield from (f"ends:{low}" for low in [_small(words[last], text)] if low)
    if first <= sentence.start:
        yield "opens its sentence"
    else:
        before = words[first - 1]
        yield f"before={_group(before)}"
        yield from (f"before:{low}" for low in [_small(before, text)] if low)
    behind = next((at for at in range(last + 1, sentence.stop) if words[at].tag not in ("''", "``")), None)
    if behind is None or (words[behind].tag == "." and behind >= sentence.stop - 2):
        yield "ends its sentence"
        if first <= sentence.start:
            yield "its sentence"
    else:
        yield f"behind={_group(words[behind])}"
        yield from (f"behind:{low}" for low in [_small(words[behind], text)] if low)
        after = next((at for at in range(behind + 1, sentence.stop) if words[at].tag not in ("''", "``", ",")), None)
        if after is not None and words[behind].tag == ",":
            yield f"behind ,{_group(words[after])}"
            yield from (f"behind ,:{low}" for low in [_small(words[after], text)] if low)
    yield f"share={band(len(inside) / max(1, len(sentence)), (0.2, 0.35, 0.5, 0.7, 0.9))}"
    yield f"sentence={band(len(sentence), (8, 14, 22, 32, 45))}"


def _clause(choice: Choice, inside: Sequence[int], grammar: Grammar, text: str) -> Iterator[str]:
    """Yield how the verb that the words begin with is told, who does it, and what it hangs on."""
    words = grammar.words
    verb = choice.verb if choice.verb is not None else choice.mention.clause
    kept = frozenset(inside)
    word = words[verb]
    yield f"verb={word.tag}"
    yield f"hangs={word.dep}"
    if word.head != verb:
        kind = cue_kind(words[word.head].lemma) or ("thinks" if words[word.head].lemma in named("thinks") else "")
        yield f"hangs={word.dep} on {kind or _group(words[word.head])} {'in' if word.head in kept else 'out'}"
        marks = [words[c].lemma.lower() for c in grammar.hanging[verb] if words[c].dep == "mark" and c < verb]
        yield from (f"mark:{mark}" for mark in marks[:1])
    own = cue_kind(word.lemma)
    if own:
        yield f"verb is {own}"
    if word.lemma.lower() in named("states"):
        yield "state"
        yield f"state:{word.lemma.lower()}"
    for aux in grammar.auxiliaries(verb)[:2]:
        yield f"aux:{words[aux].lemma.lower()}"
    if grammar.is_passive(verb):
        yield "passive"
    if any(words[c].dep == "neg" for c in grammar.hanging[verb]):
        yield "not"
    relations = {words[c].dep for c in grammar.hanging[verb] if c > verb}
    yield from (f"has {dep}" for dep in sorted(relations - {"punct"}))
    lost = {words[c].dep for c in grammar.hanging[verb] if c > verb and c not in kept}
    yield from (f"without {dep}" for dep in sorted(lost - {"punct"}))
    subject = grammar.own_subject(verb)
    if subject is None:
        yield "subject=none"
        return
    who = words[subject]
    somebody = "name" if who.tag in NAMES else "somebody" if is_somebody(who.lemma.lower()) else _group(who)
    det = next((words[c].lemma.lower() for c in grammar.hanging[subject] if words[c].dep in ("det", "poss")), "no")
    article = det if det in ("the", "a", "an", "no", "this", "that") else "other"
    yield f"subject={somebody} {'in' if subject in kept else 'out'}"
    if who.tag in ("NN", "NNS"):
        beside = [c for c in grammar.hanging[subject] if words[c].dep not in ("det", "punct")]
        yield f"subject={who.tag} {article} {'described' if beside else 'bare'}"
    if who.tag in ("PRP", "DT", "WDT", "WP", "EX"):
        yield f"subject:{text[who.start : who.end].lower()}"
    if choice.mention.word != choice.mention.clause:
        yield f"noun is {words[choice.mention.word].dep}"


def _inside(inside: Sequence[int], grammar: Grammar, text: str, printed: str) -> Iterator[str]:
    words = grammar.words
    kept = frozenset(inside)
    tops = [at for at in inside if words[at].head == at or words[at].head not in kept]
    tops = [at for at in tops if words[at].dep not in ("punct", "cc", "mark")]
    yield f"tops={min(3, len(tops))}"
    verbs = sum(words[at].tag in _FINITE and words[at].dep not in ("aux", "auxpass") for at in inside)
    yield f"verbs={min(4, verbs)}"
    yield f"names={band(sum(words[at].tag in NAMES for at in inside), (0, 1, 2, 4, 7))}"
    persons = [at for at in inside if words[at].tag in ("PRP", "PRP$") and not words[at].quoted]
    lowest = min((at for at in inside if words[at].tag in NAMES), default=None)
    if persons:
        before = lowest is None or persons[0] < lowest
        yield f"pronoun {'first' if before else 'behind'}"
    pointing = (
        text[words[at].start : words[at].end].lower() for at in inside if words[at].tag in ("DT", "PRP", "PRP$")
    )
    yield from (f"points:{low}" for low in sorted(set(pointing) & _POINTING))
    if any(words[at].quoted for at in inside):
        yield "quotes"
    if '"' in printed or "“" in printed:
        yield "has marks"
    if printed.count('"') % 2 or printed.count("“") != printed.count("”"):
        yield "marks open"
    if "?" in printed or "!" in printed:
        yield "asks"
    if " -- " in printed or "—" in printed or ":" in printed:
        yield "dash"
    if "(" in printed or ")" in printed:
        yield "bracket"
    if printed[:1].islower():
        yield "opens small"
    capitals = [word[:1].isupper() for word in printed.split() if word[:1].isalpha() and len(word) > 3]
    if capitals:
        yield f"capitals={band(sum(capitals) / len(capitals), (0.2, 0.4, 0.6, 0.85))}"
    digits = sum(sign.isdigit() for sign in printed) / max(1, len(printed))
    yield f"digits={band(digits, (0, 0.04, 0.1))}"
    telling = [form for form in forms_of(printed) if not is_function_word(form)]
    yield f"telling={band(len(telling), (3, 5, 8, 12))}"


_POINTING = frozenset("this that these those it its his her he she they their him them we our i my you your".split())  # noqa: SIM905


def _told(mention: EventMention, choice: Choice, found: AnnotatedArticle) -> Iterator[str]:
    yield f"mood={mention.mood}"
    yield from (name for name in ("negated", "quoted", "anaphoric", "plural", "finite") if getattr(mention, name))
    yield "listed" if mention.listed else "unlisted"
    yield f"at={band(mention.sentence, (0, 1, 3, 8, 15, 30))}"
    time = mention.time or mention.told
    yield f"time={time.precision if time else 'none'} {'in' if time and choice.span.covers(time.span) else 'out'}"
    others = times_in(found, choice.span)
    yield f"times={min(3, len(others))}"
    yield f"people={min(3, len(mention.people))}"
    yield f"doer={mention.doer[:1] == '@' or ('noun' if mention.doer else 'none')}"


def entry_signs(mentions: Sequence[EventMention], when: When, articles: int) -> Iterator[str]:
    """Yield the signs of an entry whatever its words: how many tell it, and when it was. `articles`: of the folder."""
    told = {mention.article_id for mention in mentions}
    yield f"articles={min(4, len(told))}"
    yield f"half={2 * len(told) >= articles}"
    yield f"mentions={band(len(mentions), (1, 2, 4, 8))}"
    yield f"precision={when.precision}"
    yield f"through={when.through or 'own'}"
    yield f"words={bool(when.words)}"
    yield f"opening={min(mention.sentence for mention in mentions) < 2}"
    yield f"planned={all(mention.planned for mention in mentions)}"
    yield f"finite={any(mention.finite for mention in mentions)}"


def _group(word: ParsedWord) -> str:
    tag = word.tag
    return tag if tag.isalpha() else "mark" if tag in (",", ":", ".", "``", "''") else "other"


def _small(word: ParsedWord, text: str) -> str:
    """Return a function word as printed, lower case; "" for any other."""
    low = text[word.start : word.end].lower()
    return low if low in list_of("function_words.txt", "function") else ""


def _above(name: str, value: float, bounds: tuple[float, ...]) -> Iterator[str]:
    """Yield a sign for each bound that a value is above: what holds for much holds for more."""
    yield from (f"{name}>{bound:g}" for bound in bounds[: band(value, bounds)])


def source_signs(
    here: Sequence[EventMention], label: EventMention, printed: str, sentence: str, likeness: Mapping[str, float]
) -> Iterator[str]:
    """Yield the signs that a sentence reports what a label tells.

    `here`: what the sentence tells of the entry; `label`: the mention whose words the label is, `printed` so;
    `likeness`: how alike the two are by each measure, 0 to 1.
    """
    for name, value in likeness.items():
        yield from _above(name, value, (0.05, 0.15, 0.3, 0.5, 0.7, 0.9))
    best = max(here, key=lambda mention: (_alike(mention, label), mention.finite))
    yield f"act={_alike(best, label)}"
    yield f"finite={best.finite} of {label.finite}"
    yield f"{_compared('doer', best.doer, label.doer)}"
    yield f"{_compared('done to', best.done_to, label.done_to)}"
    yield f"mood={best.mood} of {label.mood}"
    yield f"negated={best.negated} of {label.negated}"
    times = best.time or best.told
    mine = label.time or label.told
    if times is None or mine is None:
        yield f"time={'none' if times is None else 'own'} of {'none' if mine is None else 'own'}"
    else:
        yield f"time={'same' if times.value == mine.value else 'other'} {times.precision} of {mine.precision}"
    yield f"same article={best.article_id == label.article_id}"
    yield from _above("at", best.sentence, (0, 1, 3, 8, 15, 30))
    yield from (name for name in ("anaphoric", "quoted", "plural") if getattr(best, name))
    yield "listed" if best.listed else "unlisted"
    theirs = _names_in(printed)
    if theirs:
        yield "names"
        yield from _above("names", sum(name in sentence for name in theirs) / len(theirs), (0, 0.34, 0.67, 0.99))
    told = {form.stem for form in forms_of(sentence)}
    mine_told = {form.stem for form in forms_of(printed) if not is_function_word(form)}
    if mine_told:
        yield from _above("words", len(mine_told & told) / len(mine_told), (0.1, 0.2, 0.35, 0.5, 0.7, 0.95))
    numbers = {form.text for form in forms_of(printed) if form.number}
    if numbers:
        yield f"numbers={'all' if all(number in sentence for number in numbers) else 'some'}"
    yield f"people={len(best.people & label.people) > 0} {len(best.people - label.people) > 0}"
    yield f"long={band(len(sentence.split()), (10, 20, 30, 45))} label={band(len(printed.split()), (9, 18))}"


def _alike(one: EventMention, other: EventMention) -> int:
    """Return how alike two event words are: 3 one word, 2 one family, 0 not."""
    if one.printed == other.printed:
        return 3
    if set(one.families) & set(other.families):
        return 2
    return 0


def _compared(name: str, one: str, other: str) -> str:
    if not one or not other:
        return f"{name}=open"
    kind = "person" if one[0] == "@" and other[0] == "@" else "mixed" if "@" in (one[0], other[0]) else "noun"
    return f"{name}={'same' if one == other else 'other'} {kind}"


def _names_in(printed: str) -> list[str]:
    forms = forms_of(printed)
    return [form.text for form in forms[1:] if form.capital and not is_function_word(form)]
