"""The label of an event: a clause of one of its sources that begins with its subject, shortened at most."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from textwrap import shorten

from generator.annotate.cues import cue_kind
from generator.collate.timeline.completing import completed
from generator.collate.timeline.dating import When, told_words
from generator.collate.timeline.label_choices import (
    Choice,
    breaks,
    choices_of,
    is_on_trust,
    keeps_its_day,
    sentence_of,
    stands,
)
from generator.collate.timeline.lexicon import families, forms_of, is_function_word, is_somebody, named
from generator.collate.timeline.likeness import MentionLikeness
from generator.collate.timeline.mentions.event_mention import PRESS, SAYING, EventMention, is_of_one_article
from generator.collate.timeline.mentions.grammar import NOUNS, Grammar
from generator.collate.timeline.mentions.times import DATE_TYPES, plain_value, times_in
from generator.collate.timeline.weighing import Fairness
from generator.collate.words.stems import stem_of
from generator.days import WEEKDAYS
from generator.records import AnnotatedArticle, ArticleId, Span

# Characters: up to BEST a label costs nothing, beyond LONGEST it is hardly ever the best one.
BEST = 120
LONGEST = 160
SHORT = 16  # words of a saying that end so soon behind it say nothing
TELLING = 3  # telling words that make an entry of any verb, or of what "she" did, in one article
NAMES = ("NNP", "NNPS", "PRP")
MOST = 12  # mentions whose words are tried, the dated ones first
ALIKE = 0.5  # probability from which a sentence without a day surely tells what those with one do
COMPARED = 12  # other articles that a mention is compared with, and mentions of each: an entry may have hundreds
# Weight of how surely the other articles' mentions report what one does: an entry that sources joined wrongly, or that
# tells two things, is named after what most of them tell ("Ito won the vote", not "Dahl won praise for his speech").
COMMON = 6.0
FAIR = 1.0  # weight of the odds that a reader finds the words whole, clear and true
# Odds below which words are chosen anew, with this weight of their odds: of the entries of 47 folders that readers
# judged every sixth was right whose words had less, and every second of the others.
UNSURE, SURER = 0.5, 4.0
DOUBTFUL = -0.4  # odds below which the whole sentence is shown instead, if its own are higher by FAIRER, and above even
FAIRER = 1.0
WHOLE = 280  # characters of a sentence that is shown so


@dataclass(frozen=True, slots=True)
class Label:
    """Words of a source that tell an event, white space folded."""

    text: str
    whole: bool
    """Whether they are a clause that begins with its subject."""
    named: bool = False
    """Whether they name it with its actor, and tell no more: "Ito's visit to Norland"."""
    rich: bool = True
    """Whether they are more than "she spoke on Friday"."""
    alone: bool = False
    """Whether they tell a reader what was done and by whom without a day: a main clause in a past tense."""
    far: bool = False
    """Whether they only say which of several things is meant: "a handful of voters from towns that backed the toll"."""
    own: bool = False
    """Whether a witness or the writer tells of himself: "I confirmed it on Thursday", "we asked the mayor"."""
    mention: EventMention | None = None
    """The one that the words tell; None where no clause holds it whole."""
    verb: int | None = None
    """The verb of the clause that they begin with, by its index among the words of the article."""
    span: Span | None = None
    """From the first to the last of them, in the text of their article."""
    left_out: tuple[Span, ...] = ()
    """What a reader does without, see `Choice`."""
    fair: float = 0.0
    """Logarithm of the odds that a reader finds them whole, clear and true."""
    signs: tuple[str, ...] = ()
    """What they are weighed by, see `weighing`."""
    shown: str = ""
    """The words as a reader sees them, where a name is put behind one of them."""
    broken: bool = False
    """Whether they are no sentence that anybody could print: mark-up, "talks with | captains (who) sailed"."""
    lent: bool = False
    """Whether only a sentence that tells another happening first would tell it clearer, under a day that is not its."""
    longer: Label | None = None
    """The words that a reader sees instead, where these end before the point; entries are told apart by the short."""


def label_of(
    group: Sequence[EventMention],
    when: When,
    articles: Mapping[ArticleId, AnnotatedArticle],
    grammars: Mapping[ArticleId, Grammar],
    likeness: MentionLikeness | None = None,
) -> Label:
    """Return the words that tell the event best by themselves.

    `likeness`: by it the words of a mention are preferred that tells what the other articles' mentions tell.
    """
    common = _Common(group, likeness)
    day, words = when.date or "", when.words
    # The label must not tell another day than the entry, nor what only seems to be the same happening: so it comes from
    # a sentence that gives this day, where there is one.
    dated = [mention for mention in group if mention.time and plain_value(mention.time)[0] == day]
    # What one source foretells and another tells is done: "Ito will sign it on Friday", "Ito signed it on Friday". A
    # noun tells neither: "until an election in June".
    if any(mention.finite and not mention.planned for mention in dated):
        dated = [mention for mention in dated if not mention.planned]
    told = [
        mention
        for mention in group
        if mention.told and told_words(mention, articles[mention.article_id].article.text).lower() == words.lower()
    ]
    # A sentence of another day would lend this one its words: "A man was shot in Havn early Monday", of a death before.
    undated = [mention for mention in group if mention.time is None]
    of_no_other = [mention for mention in undated if not _has_another_day(mention, when, articles)]
    best = sorted(
        dated or (told if not day else []) or of_no_other or undated or list(group),
        key=lambda mention: (mention.quoted, mention.anaphoric, -len(mention.people), mention.key),
    )

    def choices_from(mentions: Sequence[EventMention]) -> list[Choice]:
        return [
            choice
            for mention in mentions[:MOST]
            for choice in choices_of(mention, articles[mention.article_id], grammars[mention.article_id])
        ]

    choices = [it for it in choices_from(best) if not _is_an_empty_occasion(it, grammars[it.mention.article_id])]
    others = sorted(of_no_other, key=lambda mention: (-len(mention.people), mention.key))
    if not any(choice.whole and not choice.phrase for choice in choices) and likeness is not None:
        # "Ito spoke in Havn" of another source rather than "Ito's speech".
        like = (one for one in others if any(likeness.between(one, each) >= ALIKE for each in best[:COMPARED]))
        choices += [
            it
            for it in choices_from(list(islice(like, MOST)))
            if it.whole and _tells_without_day(it, articles, grammars)
        ]
    if not any(choice.whole or choice.named for choice in choices):  # another source may name it: "Ito's visit"
        choices += [choice for choice in choices_from(others) if choice.named]
    if not choices:  # no clause of any of them holds its event word whole: the sentence stands for it
        found = articles[best[0].article_id]
        sentence = found.sentences[best[0].sentence].span.of(found.article.text)
        return Label(shorten(" ".join(sentence.split()), LONGEST, placeholder=" …"), False)
    if not day and not words:  # without a day only a main clause can stand by itself
        choices = [it for it in choices if it.whole and _tells_without_day(it, articles, grammars)] or choices
    if day and not dated:  # what is undated has no other deed told under the day: "they investigate | Ito's death"
        choices = [it for it in choices if not it.whole or it.mention.word == it.mention.clause] or choices
    clauses = [it for it in choices if it.whole]
    saying = [it for it in clauses if not _says_nothing(it, grammars[it.mention.article_id])]
    standing = [it for it in saying if _stands(it, articles, grammars)]
    choices = standing or saying or clauses or [it for it in choices if it.named] or choices

    fairness = Fairness(articles, grammars)

    def best_of(these: Sequence[Choice], fair: float = FAIR) -> Choice:
        return min(
            these,
            key=lambda it: (
                -_worth(it, articles, grammars) - COMMON * common.of(it.mention) - fair * fairness.odds(it),
                it.mention.key,
                it.span,
            ),
        )

    chosen = best_of(choices)
    if saying and not _is_plain(chosen, grammars):
        plain = [it for it in choices if _is_plain(it, grammars)]
        plain = [it for it in plain if not _other_times(it.span, it.mention, articles[it.mention.article_id])]
        chosen = best_of(plain or choices)
    if fairness.odds(chosen) < UNSURE:
        chosen = best_of([it for it in choices if it.outward <= chosen.outward], SURER)
    identity = chosen.mention.article_id
    text = chosen.words(articles[identity].article.text)
    whole = bool(saying)
    own = text.split()[0].lower() in named("first-person") - {"us", "me"}
    rich = _is_rich(text, chosen.mention)
    broken = whole and breaks(chosen, articles[identity].article.text, grammars[identity])
    shown, lent = _told_clearer(chosen, best[:MOST], fairness, articles, grammars, sole=is_of_one_article(group))
    telling = grammars[shown.mention.article_id]
    of_now = telling.is_present(shown.mention.clause) or _tells_no_deed(shown.mention.clause, telling)
    alone = whole and _tells_without_day(chosen, articles, grammars) and not of_now
    label = Label("", whole, chosen.named, rich, alone, chosen.far, own, shown.mention, broken=broken, lent=lent)
    to_the_end = _completed(shown, choices, fairness, articles, grammars)
    longer = None if to_the_end == shown else _with_words_of(label, to_the_end, fairness, articles)
    return replace(_with_words_of(label, shown, fairness, articles), longer=longer)


def _with_words_of(
    label: Label, choice: Choice, fairness: Fairness, articles: Mapping[ArticleId, AnnotatedArticle]
) -> Label:
    """Return a label with other words of its article, and what they are weighed by."""
    return replace(
        label,
        text=choice.words(articles[choice.mention.article_id].article.text),
        verb=choice.verb,
        span=choice.span,
        left_out=choice.left_out,
        fair=fairness.odds(choice),
        signs=fairness.signs(choice),
    )


def _completed(
    shown: Choice,
    choices: Iterable[Choice],
    fairness: Fairness,
    articles: Mapping[ArticleId, AnnotatedArticle],
    grammars: Mapping[ArticleId, Grammar],
) -> Choice:
    """Return the words that tell to the end what a choice tells, and of no other day."""
    mention = shown.mention
    found, grammar = articles[mention.article_id], grammars[mention.article_id]
    sentence = sentence_of(mention, found, grammar)
    others = [it for it in (*choices, *([sentence] if sentence else [])) if it.mention == mention]
    times = _other_times(shown.span, mention, found)
    of_its_day = [
        it
        for it in others
        if _other_times(it.span, mention, found) <= times and _balanced(it.words(found.article.text))
    ]
    return completed(shown, of_its_day, fairness, grammar, found.article.text)


def _told_clearer(
    chosen: Choice,
    mentions: Sequence[EventMention],
    fairness: Fairness,
    articles: Mapping[ArticleId, AnnotatedArticle],
    grammars: Mapping[ArticleId, Grammar],
    *,
    sole: bool,
) -> tuple[Choice, bool]:
    """Return the whole sentence of a mention in place of doubtful words, where that is clearer, and `Label.lent`.

    `sole`: whether one article alone tells it; then no sentence stands for it that tells another happening first.
    """
    fair = fairness.odds(chosen)
    if fair >= DOUBTFUL:
        return chosen, False
    sentences = (sentence_of(it, articles[it.article_id], grammars[it.article_id]) for it in mentions)
    fit = [it for it in sentences if it is not None and _fits(it, articles)]
    fit = [it for it in fit if fairness.odds(it) > max(fair + FAIRER, 0.0)]
    # Under the day of a clause that only describes a noun a reader looks for what the sentence tells.
    open_to = [it for it in fit if not (it.aside and _is_told_by_the_way(it, grammars[it.mention.article_id]))]
    fairest = max(open_to, key=lambda it: (not it.aside, fairness.odds(it), it.mention.key), default=chosen)
    if sole and fit and all(it.aside for it in fit):
        return chosen, any(it.mention == chosen.mention for it in fit) and not _stands(chosen, articles, grammars)
    return fairest, False


def _is_told_by_the_way(choice: Choice, grammar: Grammar) -> bool:
    return _is_described(choice, grammar) or keeps_its_day(choice.mention, grammar)


def _is_described(choice: Choice, grammar: Grammar) -> bool:
    """Return whether a happening stands in a clause about a noun: "wonder who the man is that shot two on Monday".

    Not "missing since Monday, when he was shot", nor "according to a report published on Monday".
    """
    words, at = grammar.words, choice.mention.clause
    while at != choice.verb:
        when = any(words[child].tag == "WRB" for child in grammar.hanging[at])
        if words[at].dep in ("relcl", "acl") and not when and words[at].lemma.lower() not in named("comes-out"):
            return True
        above = grammar.clause_above(at)
        if above is None:
            return False
        at = above
    return False


def _fits(choice: Choice, articles: Mapping[ArticleId, AnnotatedArticle]) -> bool:
    return len(choice.words(articles[choice.mention.article_id].article.text)) <= WHOLE


def _stands(
    choice: Choice, articles: Mapping[ArticleId, AnnotatedArticle], grammars: Mapping[ArticleId, Grammar]
) -> bool:
    """Return whether the words say by themselves what their source says, and of no other day."""
    found, grammar = articles[choice.mention.article_id], grammars[choice.mention.article_id]
    return not _other_times(choice.span, choice.mention, found) and stands(choice, found.article.text, grammar)


class _Common:
    """Tells of a mention of an entry how surely the other articles report there what it does, 0 to 1."""

    def __init__(self, group: Sequence[EventMention], likeness: MentionLikeness | None) -> None:
        self._likeness = likeness
        self._known: dict[EventMention, float] = {}
        self._told: dict[ArticleId, list[EventMention]] = {}
        for mention in group:
            self._told.setdefault(mention.article_id, []).append(mention)

    def of(self, mention: EventMention) -> float:
        """Return the mean over the other articles of the likest mention's probability; 0 where there are none."""
        if self._likeness is None or len(self._told) == 1:
            return 0.0
        if mention not in self._known:
            others = [told for article_id, told in self._told.items() if article_id != mention.article_id]
            likest = [
                max(self._likeness.between(mention, other) for other in told[:COMPARED]) for told in others[:COMPARED]
            ]
            self._known[mention] = sum(likest) / len(likest)
        return self._known[mention]


def _is_rich(text: str, mention: EventMention) -> bool:
    words = forms_of(text)
    plain = mention.listed and mention.families != (SAYING,) and words[0].text.lower() not in named("pronouns")
    return plain or sum(not is_function_word(word) for word in words) >= TELLING


def _tells_without_day(
    choice: Choice, articles: Mapping[ArticleId, AnnotatedArticle], grammars: Mapping[ArticleId, Grammar]
) -> bool:
    mention = choice.mention
    found, grammar = articles[mention.article_id], grammars[mention.article_id]
    words = grammar.words
    subject = grammar.own_subject(mention.clause)
    told = (
        mention.finite
        and subject is not None
        and words[subject].tag in NOUNS
        and words[mention.clause].dep not in ("relcl", "acl")
        and not grammar.is_present(mention.clause)
        and words[mention.clause].tag in ("VBD", "VBN")
    )
    told = told and not _tells_no_deed(mention.clause, grammar)
    first_person = named("first-person") & {form.text.lower() for form in forms_of(choice.span.of(found.article.text))}
    trusted = is_on_trust(choice, found.article.text, grammar)
    return told and not first_person and not trusted and not _other_times(choice.span, mention, found)


def _tells_no_deed(verb: int, grammar: Grammar) -> bool:
    """Return whether a verb tells what is so again and again, or what something shows: "polls have shown support"."""
    words = grammar.words
    often = any(words[c].dep == "advmod" and words[c].lemma.lower() in named("often") for c in grammar.hanging[verb])
    subject = grammar.own_subject(verb)
    shows = words[verb].lemma.lower() in named("shows") and subject is not None
    return often or (shows and words[subject or 0].tag in ("NN", "NNS") and not is_somebody(words[subject or 0].lemma))


def _worth(
    choice: Choice, articles: Mapping[ArticleId, AnnotatedArticle], grammars: Mapping[ArticleId, Grammar]
) -> float:
    """Return how well the words tell the event by themselves; the weights are a matter of taste, tried on the seeds."""
    span, mention = choice.span, choice.mention
    text = choice.words(articles[mention.article_id].article.text)
    words = forms_of(text)
    if not words:
        return -99.0
    telling = [word for word in words if not is_function_word(word)]
    # A capital at the head is a name's only when another follows: "Mr Ito" against "Speaking later".
    named_first = len(words) > 1 and words[1].capital
    names = [word for word in telling if word.capital and (word.start or named_first)]
    worth = min(len({word.stem for word in names}), 4) + min(len(telling), 10) * 0.25
    worth += (
        2.5 * (mention.time is not None)
        + 4.0 * choice.whole
        + 2.0 * choice.named
        - 1.5 * choice.outward
        - 2.0 * choice.picks
        - 4.0 * choice.bare
        - 2.0 * choice.thing
        - 2.0 * choice.leans
        + 1.0 * mention.finite
    )
    worth -= 2.5 * _other_times(span, mention, articles[mention.article_id])
    worth -= max(0, len(text) - BEST) / 20 + 3 * (len(text) > LONGEST)
    worth -= 3 * (words[0].text.lower() in named("pronouns")) + 2 * mention.quoted + 3 * (len(words) < 4)
    worth -= 8 * (not _balanced(text))
    worth -= 2 * mention.anaphoric
    worth -= 2 * (is_function_word(words[-1]) and words[-1].text not in WEEKDAYS)
    worth -= 2 * (words[-1].text.lower() in named("hours") | named("longer"))
    if mention.time and not span.covers(mention.time.span):
        worth -= 0.5
    return worth - 4 * _says_nothing(choice, grammars[mention.article_id])


def _has_another_day(mention: EventMention, when: When, articles: Mapping[ArticleId, AnnotatedArticle]) -> bool:
    """Return whether the sentence of a mention states a day, and not that of the entry."""
    found = articles[mention.article_id]
    told = (plain_value(time) for time in times_in(found, found.sentences[mention.sentence].span))
    stated = {value for value, precision in told if precision == "day"}
    return when.precision == "day" and bool(stated) and when.date not in stated


def _other_times(span: Span, mention: EventMention, found: AnnotatedArticle) -> int:
    """Return how many dates of other happenings the words hold."""
    own = [time.span for time in (mention.time, mention.told) if time]
    times = [time for time in times_in(found, span) if time.type in DATE_TYPES]
    return sum(not any(one.covers(time.span) for one in own) for time in times)


def _balanced(text: str) -> bool:
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0


def _says_nothing(choice: Choice, grammar: Grammar) -> bool:
    """Return whether the words of a reporting clause leave out what was said."""
    mention = choice.mention
    if choice.outward and _leaves_out_what_was_said(choice, grammar):
        return True
    said = _what_is_said(mention.clause, grammar)
    if _goes_on_with_what_for(mention, grammar):  # "took to the radio to answer: “No.”"
        said = [c for c in said if not grammar.words[c].quoted]
    if mention.word != mention.clause or not said:
        last = max((mention.trigger.end, *(time.span.end for time in (mention.time, mention.told) if time)))
        reports = mention.finite and grammar.words[mention.word].lemma.lower() in named("reports")
        return (reports or mention.families in ((SAYING,), (PRESS,))) and choice.span.end - last < SHORT
    if mention.families == (SAYING,):  # "It is safe," Ito told a radio show
        said = [c for c in said if grammar.words[c].dep == "ccomp"] or said
    inside = [c for c in said if choice.span.start <= grammar.words[c].start < choice.span.end]
    return not inside


def _is_an_empty_occasion(choice: Choice, grammar: Grammar) -> bool:
    """Return whether a label tells where somebody spoke and leaves out what: "Ito said in a letter on Friday"."""
    verb = grammar.spoken_at(choice.mention.word)
    if verb is None or not choice.whole:
        return False
    span = choice.span
    said = [child for child in grammar.hanging[verb] if grammar.words[child].dep in ("ccomp", "xcomp", "prt")]
    return not any(span.start <= grammar.words[child].start < span.end for child in said)


def _is_plain(choice: Choice, grammars: Mapping[ArticleId, Grammar]) -> bool:
    """Return whether words are a clause with its tense that begins with no pronoun."""
    grammar = grammars[choice.mention.article_id]
    first = next(iter(grammar.within(choice.span)), None)
    return not choice.phrase and (first is None or grammar.words[first].tag not in ("PRP", "EX"))


def _goes_on_with_what_for(mention: EventMention, grammar: Grammar) -> bool:
    """Return whether a verb that by itself says nothing goes on with what it was done for: "took to the radio to"."""
    kids = grammar.hanging[mention.clause]
    does = mention.families not in ((SAYING,), (PRESS,)) and cue_kind(grammar.words[mention.clause].lemma) != "speech"
    return does and any(grammar.words[c].tag == "VB" and grammar.words[c].dep in ("advcl", "xcomp") for c in kids)


def _leaves_out_what_was_said(choice: Choice, grammar: Grammar) -> bool:
    """Return whether a label begins with who said what it leaves out: ("It is safe,") "Ito said, in opening it"."""
    verb: int | None = choice.mention.clause
    for _ in range(choice.outward):
        verb = grammar.clause_above(verb) if verb is not None else None
    if verb is None or families(stem_of(grammar.words[verb].lemma)) != (SAYING,):
        return False
    return not any(choice.span.start <= grammar.words[c].start < choice.span.end for c in _what_is_said(verb, grammar))


def _what_is_said(verb: int, grammar: Grammar) -> list[int]:
    """Return the heads of what a verb says or does; who is told only hears it, but "told a briefing" is an occasion."""
    words = grammar.words
    said = [child for child in grammar.hanging[verb] if words[child].dep in ("ccomp", "xcomp", "dobj")]
    if words[verb].lemma == "tell":
        return [c for c in said if words[c].dep != "dobj" or not (words[c].tag in NAMES or is_somebody(words[c].lemma))]
    if families(stem_of(words[verb].lemma)) != (SAYING,):
        return said
    # "Said on “Face the Island” on Sunday": the name of a programme that is parsed as what was said.
    return [c for c in said if words[c].dep != "xcomp" and (words[c].dep != "ccomp" or words[c].tag not in NAMES)]
