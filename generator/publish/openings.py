"""The sentence that opens the story: whole, of the story, and leaning on nothing that was said before it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from generator.annotate.cues import cue_kind
from generator.collate.timeline.lexicon import is_somebody, named
from generator.collate.timeline.mentions.grammar import Grammar
from generator.collate.timeline.standing import Cut, is_clean, is_dependent, points_out
from generator.collate.words.stems import stem_of
from generator.publish.heads import OPENINGS, Heads, story_of, telling_stems
from generator.publish.label_words import FINITE, VERBS, names_something, telling_words, words_within
from generator.publish.lookups import OWN, Lookups
from generator.publish.seams import Cases, seam
from generator.publish.titles import begins_with_a_day, ends_with_a_day
from generator.publish.voices import has_a_voice, is_a_column
from generator.records import AnnotatedArticle, ArticleId, Event, Evidence, QuoteId, Reading, Span

SHORTEST, LONGEST = 12, 60  # words of an opening sentence; as a headline it has at most `MOST_AS_HEADLINE`
HEADING = 0.6  # of the words of a sentence that begin with a capital: a heading that ends in a full stop
FURTHER_DOWN = 0.75  # what a sentence counts that is not the first of its article
TOLD_ABOVE = 0.75  # and one of the article of which the headline is
SEVERAL = 2
OF_TITLE = 3  # stems of the headline that the opening of its own article has, which then is of the story as that is
FEW = 6  # longer words of a sentence: fewer that are all shared say little
SHARED = 0.3  # of the longer words of a sentence that the head of another article has
# Words with which a sentence begins that leans on another one, on the reader or on the day of reading.
_LEANS = frozenset(
    """it its he she they we you i there here this that these those what when why how if so but and yes no
    yesterday today tomorrow tonight now then meanwhile later earlier previously also still updated update correction
    imagine remember meet let forget asked instead however moreover furthermore besides nevertheless nonetheless
    therefore thus perhaps maybe among first""".split()  # noqa: SIM905
)
_LABEL = re.compile(
    r"^(?:\([^)]*\)|[A-Z][\w '’]{0,20}:|[A-Z]{3,}[^a-z]*[-–—―:(]|[A-Z][A-Z .'’-]+, [A-Z][\w.]+ ?[-–—]"
    r"|(?:GMT|BST|[ECMP][SD]?T)\b|[^\w\"“‘'])"
)
# What joins a sentence to the one before it, at its head or between commas, and what only that one tells apart.
_JOINED = re.compile(
    r"^(?:in (?:fact|addition|contrast|response|other words)|for (?:example|instance)|as a result|of course|after all"
    r"|by contrast|at the same time|on the other hand|even so)\b"
    r"|, (?:however|though|too|meanwhile|for example|for instance|in fact|of course|instead|therefore),"
    r"|^\w+ly,|^(?:\S+ ){1,4}also\b|\bin question\b|\bthe latter\b",
    re.I,
)
# "HAVN, Isle/PORT HALE (Newswire) - ": of two places, which is more than the reading of a page takes off.
_DATELINE = re.compile(r"[A-Z]{3}[^()\n]{0,70}\([A-Z][\w. ]{1,25}\)\s?[-–—]{1,2}\s+(?=[\"“A-Z])")
_CAPITALS = re.compile(r"(?:[A-Z][A-Z.'’-]+\s+){3}")  # a heading that ran into the sentence
# "Ferry sinks off island Two crews": another that begins in the middle; `is_clean` knows those with other words.
_GLUED = re.compile(r"[a-z] (?:One|Two|Three) \w")
_TWO = re.compile(r"[.!?] ?[\"”] [A-Z]")  # two sentences, of which the first ends in a quotation
_MIGHTS = frozenset(["might", "may", "could"])
_ASKS = frozenset(["should", "must", "ought"])
TYING = frozenset(["WDT", "WP", "WRB", "CC", "DT", "PRP", "PRP$"])
_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS"])
# "Okoro said ...", "Mrs. Okoro held ...": somebody whom a sentence before has named in full.
_NAMED_BEFORE = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Mx|Dr)\b|[^\W\d_][\w'’-]+ (?:said|says|added|told|wrote|noted|insisted|reported|reports)\b)"
)
_POLITE = re.compile(r"\b(?:Mr|Mrs|Ms|Mx)\.?$")


def opening_of(lookups: Lookups, headline_from: ArticleId | None, most: int = LONGEST) -> Reading | None:
    """Return the opening sentence that is nearest to all openings: the one that most sources would sign.

    An article of the days before what most tell, or before the headline, opens with what was then to come, so its
    sentence goes last, and one of days before both stands under none. One writer's view goes last, and what will be, or
    how things stand, after what was done; no column opens the story.
    """
    if lookups.settings.publish != "full":
        return None
    leading = leading_event(lookups)
    happened = (leading.date or "") if leading else ""
    told = [frozenset(map(stem_of, telling_words(lookups.words(it.article_id, it.span)))) for it in surely(leading)]
    known = Heads(lookups)
    heads, usual = known.by_article, known.usual
    title = known.stems_of_title(headline_from) if headline_from else frozenset()

    def is_of_story(identity: ArticleId, span: Span) -> bool:
        words = telling_words(lookups.words(identity, span))
        own = identity == headline_from and len(telling_stems(lookups.words(identity, span)) & title) >= OF_TITLE
        return len(heads) == 1 or own or _is_shared(words, heads[identity], usual, told)

    openings = [
        (identity, span)
        for identity in lookups.articles
        if not _is_stale(lookups, identity, headline_from, happened)
        for span in [span for span in _openings(lookups, identity, most) if is_of_story(identity, span)][:1]
    ]
    latest = max(happened, _day_above(lookups, headline_from))
    best = min(
        openings,
        key=lambda place: (
            (lookups.days[place[0]].value or latest) < latest,
            has_a_voice(lookups, place[0]),
            _foretells(lookups.articles[place[0]], place[1]),
            _tells_a_state(lookups.articles[place[0]], place[1]),
            -_support(telling_words(lookups.words(*place)), heads[place[0]], usual, told)
            * (1.0 if _is_first(lookups.articles[place[0]], place[1]) else FURTHER_DOWN)
            * (1.0 if place[0] != headline_from else TOLD_ABOVE),
            place,
        ),
        default=None,
    )
    return Reading(QuoteId(""), best[0], best[1]) if best else None


def _is_stale(lookups: Lookups, identity: ArticleId, headline_from: ArticleId | None, happened: str) -> bool:
    """Return whether an article was written before that of the headline, and before what most tell, if any is told."""
    above = _day_above(lookups, headline_from)
    day = lookups.days[identity].value or above
    return day < (min(above, happened) if happened else above)


def _day_above(lookups: Lookups, headline_from: ArticleId | None) -> str:
    """Return the day of the article of which the headline is; "" where nobody knows it."""
    return (lookups.days[headline_from].value or "") if headline_from else ""


def _is_first(found: AnnotatedArticle, span: Span) -> bool:
    """Return whether a sentence is an article's first: what stands behind one is detail, or a scene."""
    return any(span.end == one.span.end for one in story_of(found)[:1])


def _support(words: frozenset[str], head: frozenset[str], usual: Counter[str], told: Sequence[frozenset[str]]) -> float:
    """Return how far the titles and first sentences of the articles tell what a sentence of one of them tells.

    `head`: the stems of its own title and first sentences; `usual`: in how many articles' each stem stands; `told`: the
    stems of sentences of what most articles tell, which counts as one more of them.
    """
    bag = frozenset(map(stem_of, words))
    shared = sum(usual[stem] - (stem in head) for stem in bag)
    shared += max((len(bag & each) for each in told), default=0)
    return shared / math.sqrt(max(len(bag), FEW))


def _is_shared(
    words: frozenset[str], head: frozenset[str], usual: Counter[str], told: Sequence[frozenset[str]]
) -> bool:
    """Return whether the others' titles and first sentences tell of what a sentence tells, see `_support`.

    "Far away one of the worst fires of our time is smouldering" opens a writer's piece and no story of several.
    """
    bag = frozenset(map(stem_of, words))
    known = {stem for stem in bag if usual[stem] > (stem in head) or any(stem in each for each in told)}
    return len(known) >= SHARED * len(bag)


def _openings(lookups: Lookups, identity: ArticleId, most: int) -> list[Span]:
    """Return the first sentences of an article that stand by themselves."""
    if is_a_column(lookups, identity):
        return []
    found, title = lookups.articles[identity], telling_words(lookups.headline(identity))
    spans = [behind_a_title(found, one.span, lookups.cases) for one in story_of(found)[:OPENINGS]]
    return [
        span
        for span in spans
        if _stands_alone(span.of(found.article.text), most)
        and not _leans(found, span, title)
        and not _runs_on(found, span)
    ]


def behind_a_title(found: AnnotatedArticle, span: Span, cases: Cases) -> Span:
    """Return a sentence without the title of its article, or the places and the agency, that run into it."""
    sentence = span.of(found.article.text)
    if dateline := _DATELINE.match(sentence):
        return Span(span.start + dateline.end(), span.end)
    start = seam(sentence, cases) if found.words and not span.start else None
    return Span(span.start + start, span.end) if start else span


def _leans(found: AnnotatedArticle, span: Span, title: frozenset[str]) -> bool:
    """Return whether a sentence names nobody before its first "they", is told by "me", or says what should be.

    `title`: the longer words of the article's, which a reader has read before.
    """
    within = words_within(found.words, span)
    root = next((at for at in within if found.words[at].dep == "ROOT"), None)
    if not is_clean(span.of(found.article.text)) or _ends_in_the_middle(found, within):
        return True
    cut = Cut(Grammar(found.words), found.article.text, within, told=title)
    if root is not None and (points_out(root, cut) or is_dependent(root, cut)):
        return True
    subjects = [at for at in within if found.words[at].head == root and found.words[at].dep in ("nsubj", "nsubjpass")]
    verbs = [at for at in within if found.words[at].tag.startswith(VERBS)]
    if root is not None and not any(at == root or found.words[at].tag in FINITE for at in verbs):
        return True  # "The aim of the dive: finding the wreck"
    if not all(names_something(found, at, within, office=False) for at in subjects):
        return True
    if any(_is_polite(found, span, at) for at in within if found.words[at].dep.startswith("nsubj")) or (
        root is not None and _tells_who(found, root, within)
    ):
        return True
    inside = [found.words[at] for at in within]
    spoken = [(word, found.article.text[word.start : word.end].lower()) for word in inside if not word.quoted]
    name = next((word.start for word in inside if word.tag in _NOUNS), span.end)
    asked = next((word for word, _ in spoken if word.dep == "ROOT"), None)
    return any(
        (word.tag in ("PRP", "PRP$") and (printed in OWN or word.start < name))
        or (word.dep == "aux" and printed in _ASKS and asked is not None and found.words[word.head] is asked)
        for word, printed in spoken
    )


def _runs_on(found: AnnotatedArticle, span: Span) -> bool:
    """Return whether a title whose end nothing tells runs into the first sentence of an article.

    "Council ends strike after talks Havn ferries sail again": two verbs with a tense, a name behind the first one, and
    nothing that ties them. "The race Ito won" is tied by its article.
    """
    if span.start:
        return False
    words, text = found.words, found.article.text
    within = words_within(words, span)
    tensed = [at for at in within if words[at].tag in FINITE]
    if len(tensed) < 2 or "," in text[span.start : words[tensed[1]].start]:
        return False
    first, second = tensed[:2]
    before = [words[at] for at in range(within.start, second)]
    tied = any(
        word.tag in TYING or word.dep == "mark" or cue_kind(text[word.start : word.end]) is not None for word in before
    )
    names = [at for at in range(first + 2, second) if words[at].tag.startswith("NNP")]
    return bool(names) and not tied and words[first].dep not in ("aux", "auxpass")


def _ends_in_the_middle(found: AnnotatedArticle, within: range) -> bool:
    """Return whether a sentence ends in a preposition that governs nothing: "Ortiz is speaking in.", cut at a mark."""
    last = max((at for at in within if found.words[at].tag[0].isalpha()), default=None)
    if last is None or found.words[last].tag not in ("IN", "TO", "DT", "CC"):
        return False
    return not any(found.words[at].dep in ("pobj", "relcl") and found.words[at].head == last for at in within)


def _tells_a_state(found: AnnotatedArticle, span: Span) -> bool:
    """Return whether the main verb tells how things are, and not what was done: "the campaign means", "fares are".

    So does "the news was familiar to her".
    """
    inside = words_within(found.words, span)
    root = next((at for at in inside if found.words[at].dep == "ROOT"), None)
    if root is None:
        return False
    word = found.words[root]
    familiar = word.tag == "VBD" and word.lemma == "be"
    likened = any(found.words[at].dep == "acomp" and found.words[at].head == root for at in inside)
    return (word.tag in ("VBZ", "VBP") and word.lemma.lower() in named("states")) or (familiar and likened)


def _is_polite(found: AnnotatedArticle, span: Span, subject: int) -> bool:
    """Return whether a subject is a "Mr. Okoro" whom the sentence does not name in full before: one before it has."""
    word = found.words[subject]
    before = found.article.text[span.start : word.start].rstrip()
    name = re.escape(found.article.text[word.start : word.end])
    return bool(_POLITE.search(before)) and not re.search(rf"\b{name}\b", before)


def _tells_who(found: AnnotatedArticle, root: int, within: range) -> bool:
    """Return whether a sentence only says who somebody is, as a note on a writer does: "Ito is a painter in Havn"."""
    words = found.words
    told = [words[at] for at in within if words[at].head == root and words[at].dep == "attr"]
    now = words[root].tag in ("VBZ", "VBP") and words[root].lemma == "be"
    return now and any(is_somebody(word.lemma.lower()) for word in told)


def _foretells(found: AnnotatedArticle, span: Span) -> bool:
    """Return whether the main verb of a sentence tells what will or might be: "will vote", "plans to vote", "could"."""
    inside = words_within(found.words, span)
    root = next((at for at in inside if found.words[at].dep == "ROOT"), None)
    if root is None:
        return False
    below = [found.words[at] for at in inside if found.words[at].head == root]
    plans = found.words[root].lemma.lower() in named("plan-verbs") and any(
        word.dep == "xcomp" and word.tag == "VB" for word in below
    )
    return plans or any(word.dep == "aux" and word.lemma.lower() in named("wills") | _MIGHTS for word in below)


def _stands_alone(sentence: str, most: int) -> bool:
    """Return whether a sentence is whole, tells something, and leans on nothing that was said before it."""
    words = sentence.split()
    if not SHORTEST <= len(words) <= most or _LABEL.match(sentence) or _first(words[0]) in _LEANS:
        return False
    if _NAMED_BEFORE.match(sentence) or _CAPITALS.match(sentence) or _JOINED.search(sentence):
        return False
    if begins_with_a_day(sentence) or ends_with_a_day(sentence):
        return False
    if _TWO.search(sentence) or _GLUED.search(sentence):
        return False
    whole = sentence.rstrip("\"”’')")[-1:] == "." and sentence[:1].isupper()
    if sum(word[:1].isupper() for word in words) >= HEADING * len(words):
        return False
    return whole


def _first(word: str) -> str:
    """Return a sentence's first word, plain: "there" of "“There’s"."""
    return re.split(r"['’]", word.lower().strip("\"“‘',"))[0]


def leading_event(lookups: Lookups) -> Event | None:
    """Return what most articles tell; None where no two tell one thing.

    Of those that as many tell, what a reader finds clear, and then what has most words of the titles.
    """
    most = max((len(event.told_by) for event in lookups.core_events), default=0)
    if most < SEVERAL:
        return None
    titles = Heads(lookups)
    return max(
        (event for event in lookups.core_events if len(event.told_by) == most),
        key=lambda event: (event.clear, len(titles.titled(event.label))),
    )


def surely(event: Event | None) -> Sequence[Evidence]:
    """Return the sentences that surely report an event; nothing for none."""
    return [evidence for evidence in event.evidence if evidence.sure] if event else []
