"""The grammar of an article's sentences: whose verb it is, what a time hangs on, how a clause is told."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Iterator, Sequence

from generator.annotate.cues import cue_kind
from generator.annotate.main_verbs import AUXILIARIES, FINITE, hanging_on
from generator.collate.timeline.lexicon import named
from generator.records import AnnotatedArticle, ArticleId, ParsedWord, Span

NO_CLAUSE = frozenset(["aux", "auxpass", "amod", "compound", "nmod", "prep", "det"])
NAMED_SUBJECTS = frozenset(["nsubj", "nsubjpass"])
CLAUSE_SUBJECTS = frozenset(["csubj", "csubjpass"])
SUBJECTS = NAMED_SUBJECTS | CLAUSE_SUBJECTS
ARGUMENTS = frozenset(["dobj", "attr", "oprd", "dative", "poss"])
CARRIED = frozenset(["dobj", "attr", "nsubj", "nsubjpass"])
NAMES = frozenset(["NNP", "NNPS"])
NOUNS = NAMES | {"NN", "NNS", "CD"}
RELATIVE = frozenset(["WDT", "WP", "WP$", "IN"])
# A clause that begins with "he" tells somebody; with "it" or "that" it tells a reader nothing.
NAMING = NOUNS | {"PRP"}
# Relations by which a time describes the noun behind it: "Monday's ruling", "the 2010 election", "a two-day strike".
BEFORE_NOUN = frozenset(["poss", "nmod", "compound", "amod", "nummod", "npadvmod", "det", "advmod"])
AS_NOUN = frozenset(["nsubj", "nsubjpass", "dobj", "pobj"])
DEEP = 40  # steps from a word to the root of its sentence; no sentence of prose is nested deeper


class Grammar:
    """The words of one article with those that hang on each."""

    def __init__(self, words: Sequence[ParsedWord]) -> None:
        self.words, self.hanging = words, hanging_on(words)
        self._starts = [word.start for word in self.words]
        self._clauses = [word.tag.startswith("VB") and word.dep not in NO_CLAUSE for word in self.words]
        # Many rules ask the same of a verb; what is told may not be changed by who asks.
        self._auxiliaries: dict[int, Sequence[int]] = {}
        self._all_auxiliaries: dict[int, Sequence[int]] = {}
        self._subjects: dict[int, int | None] = {}

    def within(self, span: Span) -> range:
        """Return the indices of the words that begin in `span`."""
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def up(self, index: int) -> Iterator[int]:
        """Yield the heads of a word, the nearest first."""
        for _ in range(DEEP):
            head = self.words[index].head
            if head == index:
                return
            yield head
            index = head

    def below(self, index: int, without: Callable[[int], bool] = lambda _: False) -> list[int]:
        """Return the word and all that hangs on it, in order; branches for which `without` holds are left out."""
        if not self.hanging[index]:
            return [index]  # as of most words
        found, waiting = [], [index]
        while waiting:
            at = waiting.pop()
            found.append(at)
            for child in self.hanging[at]:  # most words have none: a list made for each took longer than the rest
                if not without(child):
                    waiting.append(child)
        return sorted(found)

    def is_clause(self, index: int) -> bool:
        """Return whether the word is a verb that heads a clause."""
        return self._clauses[index]

    def clause_of(self, index: int) -> int | None:
        """Return the verb of the clause that a word stands in; None where no verb heads it."""
        return index if self.is_clause(index) else self.clause_above(index)

    def clause_above(self, index: int) -> int | None:
        """Return the nearest verb above a word that heads a clause; None where there is none."""
        return next((at for at in self.up(index) if self.is_clause(at)), None)

    def auxiliaries(self, verb: int) -> Sequence[int]:
        """Return the auxiliaries of a verb; the second of two joined verbs shares those of the first."""
        if verb not in self._all_auxiliaries:
            self._all_auxiliaries[verb] = self._auxiliaries_anew(verb)
        return self._all_auxiliaries[verb]

    def _auxiliaries_anew(self, verb: int) -> Sequence[int]:
        for _ in range(DEEP):
            own, word = self._own_auxiliaries(verb), self.words[verb]
            shares = word.dep == "conj" and word.tag in ("VB", "VBN", "VBG") and word.head < verb
            if own or not shares or not self.is_clause(word.head):
                return own
            verb = word.head
        return ()

    def _own_auxiliaries(self, verb: int) -> Sequence[int]:
        if verb not in self._auxiliaries:
            own = tuple(child for child in self.hanging[verb] if self.words[child].dep in AUXILIARIES)
            self._auxiliaries[verb] = own
        return self._auxiliaries[verb]

    def is_finite(self, verb: int) -> bool:
        """Return whether a verb has its tense: "met", "has met", "will meet", "went missing"."""
        if self.words[verb].tag in ("VBD", "VBP", "VBZ"):
            return True
        if self.completes(verb):
            return self.is_finite(self.words[verb].head)
        return any(self.words[aux].tag in FINITE for aux in self.auxiliaries(verb))

    def completes(self, verb: int) -> bool:
        """Return whether a participle is what the verb before it says: "went missing", "was reported missing"."""
        word = self.words[verb]
        beside = word.dep == "acomp" or (word.dep == "advcl" and word.tag == "VBG" and verb == word.head + 1)
        return beside and self.is_clause(verb) and self.is_clause(word.head)

    def is_present(self, verb: int) -> bool:
        """Return whether a verb is in the present tense: "tells", "is telling"; not "has told"."""
        words = self.words
        if any(words[aux].tag == "MD" or words[aux].lemma == "have" for aux in self.auxiliaries(verb)):
            return False
        if self.words[verb].tag in ("VBP", "VBZ"):
            return True
        return any(words[aux].tag in ("VBP", "VBZ") for aux in self.auxiliaries(verb))

    def is_past(self, verb: int) -> bool:
        """Return whether a verb is in a past tense: "told", "was told", "had told"."""
        return self.words[verb].tag == "VBD" or any(self.words[aux].tag == "VBD" for aux in self.auxiliaries(verb))

    def is_perfect(self, verb: int) -> bool:
        """Return whether a verb is in the present perfect: "has told", "have been told"; not "had told"."""
        return any(
            self.words[a].lemma == "have" and self.words[a].tag in ("VBP", "VBZ") for a in self.auxiliaries(verb)
        )

    def is_passive(self, verb: int) -> bool:
        """Return whether what is named as subject suffers it: "was fired", "the man fired on Monday"."""
        word = self.words[verb]
        if word.tag != "VBN":
            return False
        auxiliaries = self.auxiliaries(verb)
        return any(self.words[aux].dep == "auxpass" for aux in auxiliaries) or (word.dep == "acl" and not auxiliaries)

    def own_subject(self, verb: int) -> int | None:
        """Return the head of the subject that stands in the verb's own clause."""
        if verb not in self._subjects:
            self._subjects[verb] = self._own_subject_anew(verb)
        return self._subjects[verb]

    def _own_subject_anew(self, verb: int) -> int | None:
        # The parser hangs some subjects on the auxiliary, and takes an opening participle for a second one.
        heads = (verb, *self._own_auxiliaries(verb))
        found = (self._hanging_as(head, kind) for kind in (NAMED_SUBJECTS, CLAUSE_SUBJECTS) for head in heads)
        return next((subject for subject in found if subject is not None), None)

    def subject(self, verb: int) -> int | None:
        """Return the head of who or what does it or suffers it, also where another clause names it."""
        verb = self.first_doing(verb)
        for _ in range(DEEP):
            own, word = self.own_subject(verb), self.words[verb]
            if word.dep in ("relcl", "acl") and (own is None or self.words[own].tag in RELATIVE):
                return word.head
            if own is not None:
                return own
            if word.dep == "xcomp":
                asked = self._hanging_as(word.head, ("dobj", "dative"))
                if asked is not None and asked < verb:
                    return asked
            above = self.clause_above(verb)
            if above is None:
                return None
            verb = above
        return None

    def object(self, verb: int) -> int | None:
        """Return the head of the direct object, or of what follows "be"."""
        return self._hanging_as(verb, ("dobj", "attr", "oprd"))

    def arguments(self, at: int) -> list[int]:
        """Return the heads of what takes part in what a verb or a noun tells, as its subject, object or otherwise.

        Of a noun that a verb carries ("held talks with") that verb's are among them.
        """
        head = self.words[at].head
        carried = not self.is_clause(at) and self.is_clause(head) and self.words[at].dep in CARRIED
        found: set[int] = set()
        for word in (at, head) if carried else (at,):
            subject = self.subject(word) if self.is_clause(word) else None
            found |= {subject} if subject is not None else set()
            inside = [child for child in self.hanging[word] if self.words[child].dep == "xcomp"]
            for child in (child for top in (word, *inside) for child in self.hanging[top]):
                dep = self.words[child].dep
                found |= {child} if dep in ARGUMENTS else set()
                found |= {it for it in self.hanging[child] if dep in ("prep", "agent") and self.words[it].dep == "pobj"}
        return sorted(found - {at})

    def spoken_at(self, noun: int) -> int | None:
        """Return the verb of speech that a noun is the occasion of: "“No,” Ito said in an interview".

        None where it is none, or where nobody has spoken yet: "said in his speech", not "will say in his speech".
        """
        words, preposition = self.words, self.words[noun].head
        if words[noun].dep != "pobj" or words[preposition].lemma.lower() not in named("at"):
            return None
        verb = self.clause_of(words[preposition].head)
        if verb is not None and words[verb].tag == "VBG" and words[verb].dep == "advcl":
            verb = self.clause_above(verb)
        if verb is None or not self.is_finite(verb) or not (self.is_past(verb) or self.is_perfect(verb)):
            return None
        return verb if cue_kind(words[verb].lemma) == "speech" else None

    def done_first(self, verb: int) -> int | None:
        """Return the verb of "became the first to win", which tells what was done; None where there is none."""
        noun = self.object(verb)
        if noun is None or not named("firsts") & {self.words[at].lemma.lower() for at in (noun, *self.hanging[noun])}:
            return None
        behind = [child for child in (*self.hanging[noun], *self.hanging[verb]) if child > noun]
        return next((child for child in behind if self.words[child].tag == "VB" and self.is_clause(child)), None)

    def first_doing(self, verb: int) -> int:
        """Return the verb of whose clause an infinitive tells what was done ("became" of "to win"), else itself."""
        above = self.clause_above(verb)
        return above if above is not None and self.done_first(above) == verb else verb

    def _hanging_as(self, head: int, relations: Container[str]) -> int | None:
        """Return the first word that hangs on another in one of the relations."""
        for child in self.hanging[head]:
            if self.words[child].dep in relations:
                return child
        return None

    def top_of(self, span: Span) -> int | None:
        """Return the first word of a stretch that hangs on none of the others; None where no word begins in it."""
        inside = self.within(span)
        return next((at for at in inside if self.words[at].head not in inside or self.words[at].head == at), None)

    def hangs_on(self, span: Span, is_event: Callable[[int], bool]) -> int | None:
        """Return the verb or noun that the words of a time date; None when it is the time of nothing that happens.

        "Monday's ruling" and "the 2010 election" date the noun, "a ruling on Monday" the noun when it is an event word
        and else the verb that the phrase hangs on.
        """
        inside, top = set(self.within(span)), self.top_of(span)
        if top is None or self.words[top].head == top:
            return None
        described = self._described_behind(min(inside), max(inside))
        if described is not None and is_event(described):
            return described
        tried = self._tried_then(min(inside), max(inside))
        if tried is not None:
            return tried if is_event(tried) else None
        said = self._said_then(top, min(inside))
        if said is not None:
            return said
        at = self.words[top].head
        if self._tells_which(at) and not is_event(self.words[at].head):
            return None
        since = self._since(min(inside))
        if since is not None:
            return next((noun for noun in since if is_event(noun)), None)
        path: Iterable[int] = (at, *self.up(at))
        if self._stands_as_noun(at) and at > top and self.words[top].dep in BEFORE_NOUN:
            if self.words[at].lemma.lower() not in named("measures"):
                return self._named_with(at, is_event)
            path = self.up(at)
        path = self._until_ahead(path)
        dated = (here for here in path if self.is_clause(here) or (self._is_noun(here) and is_event(here)))
        return next(dated, None)

    def _tells_which(self, preposition: int) -> bool:
        """Return whether a time behind a preposition only says which thing is meant: "renewed the sting of 2008".

        So does that of a noun beside a name ("Ito, the winner in 2008, sailed") and one that is compared with ("a rise
        from a year ago").
        """
        word = self.words[preposition]
        if word.dep != "prep" or not self._is_noun(word.head):
            return False
        noun = self.words[word.head]
        if word.lemma.lower() == "in" and noun.dep == "appos" and noun.head < word.head:
            return True
        return word.lemma.lower() in ("of", "from") and noun.lemma.lower() not in named("measures")

    def _since(self, first: int) -> list[int] | None:
        """Return the nouns of what is counted from and ends in a time, the last first: "since a row last month".

        None where no "since" leads to them. The parser often hangs such a time on the verb: "is the first since a row
        last month".
        """
        if first == 0 or not self._is_noun(first - 1):
            return None
        nouns = [first - 1]
        for at in self.up(first - 1):
            if self.is_clause(at):
                return None
            if self.words[at].lemma.lower() == "since":
                return nouns
            nouns += [at] if self._is_noun(at) else []
        return None

    def _said_then(self, top: int, first: int) -> int | None:
        """Return the verb of saying that a time stands right behind: "said Tuesday the pier is shut".

        The parser takes the time for one of what was said, whose own subject stands behind it.
        """
        if self.words[top].dep == "pobj" and self.words[self.words[top].head].lemma.lower() == "on":
            top = first = self.words[top].head  # "said on Tuesday the pier will shut"
        verb = self.words[top].head
        said, subject = self.words[verb].head, self.own_subject(verb)
        if (
            self.words[top].dep not in ("npadvmod", "prep")
            or self.words[verb].dep != "ccomp"
            or subject is None
            or subject < top
        ):
            return None
        told = self.object(said) if said < first else None
        behind = said if told is None or told > first else told
        return said if behind + 1 == first and cue_kind(self.words[said].lemma) == "speech" else None

    def _described_behind(self, first: int, last: int) -> int | None:
        """Return the noun from which a time parts the clause that describes it: "a report Friday that said"."""
        noun = first - 1
        if noun < 0 or not self._is_noun(noun):
            return None
        behind = (child for child in self.hanging[noun] if self.words[child].dep == "relcl" and child > last)
        return noun if any(self.below(child)[0] == last + 1 for child in behind) else None

    def _tried_then(self, first: int, last: int) -> int | None:
        """Return the noun whose infinitive stands behind its time: "rejected his attempt in May to close the port".

        None where the verb only carries the noun: "made an attempt in May to close the port".
        """
        noun = next((at for at in self.up(first) if self._is_noun(at) and at < first), None)
        if noun is None or any(self.is_clause(at) for at in range(noun, first)):
            return None
        behind = [child for child in self.hanging[noun] if self.words[child].dep == "acl" and child > last]
        verb = self.words[noun].head
        if not any(self.words[child].tag == "VB" and self.below(child)[0] == last + 1 for child in behind):
            return None
        return None if self.words[verb].lemma.lower() in named("supports") | named("light") else noun

    def _until_ahead(self, path: Iterable[int]) -> Iterator[int]:
        """Yield the words of a path up to "ahead of": what is sent "ahead of the dinner on Friday" is of no Friday."""
        for at in path:
            if self.words[at].lemma.lower() in named("ahead") and self.words[at].tag in ("IN", "RB", "NN"):
                return
            yield at

    def _named_with(self, noun: int, is_event: Callable[[int], bool]) -> int:
        """Return the event that a noun stands before: "the 10 May Bar Association meeting" is the meeting's day."""
        at = noun
        while not is_event(at) and self.words[at].dep in ("compound", "nmod") and self.words[at].head > at:
            at = self.words[at].head
        return at if is_event(at) else self._made_by(noun) or noun

    def _made_by(self, noun: int) -> int | None:
        """Return the verb of what somebody did with a noun: "a 2010 song that Ito wrote" dates the writing."""
        for verb in self.hanging[noun]:
            subject = self.own_subject(verb) if self.words[verb].dep == "relcl" else None
            if subject is None or self.words[subject].tag in RELATIVE or self.words[verb].tag != "VBD":
                continue
            within = any(self.words[child].dep == "prep" and child < subject for child in self.hanging[verb])
            done_to = self.object(verb)
            if not within and (done_to is None or self.words[done_to].tag in RELATIVE):
                return verb  # "a 2010 case in which Ito ran" is no deed of his
        return None

    def _is_noun(self, at: int) -> bool:
        return self.words[at].tag in NOUNS

    def _stands_as_noun(self, at: int) -> bool:
        """Return whether a word is a noun by its place too: the "single" of "her 2010 single"."""
        return self._is_noun(at) or (self.words[at].tag.startswith("JJ") and self.words[at].dep in AS_NOUN)

    def text_span(self, indices: Sequence[int]) -> Span:
        """Return the stretch of text from the first to the last of the words."""
        return Span(self.words[indices[0]].start, max(self.words[at].end for at in indices))


def grammars_of(articles: Iterable[AnnotatedArticle]) -> dict[ArticleId, Grammar]:
    """Return the grammar of each article."""
    return {found.article.id: Grammar(found.words) for found in articles}
