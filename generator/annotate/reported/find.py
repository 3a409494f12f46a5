"""Reported speech in one article: its parsed paragraphs in, each reporting word with source and content out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.annotate.main_verbs import FINITE
from generator.annotate.quotations import Marked
from generator.annotate.reported.asides import without_asides
from generator.annotate.reported.clauses import ASKING, TO_WHOM
from generator.annotate.reported.contents import Said, said_by
from generator.annotate.reported.cues import VERBS, base_of, cue_class, listed, particle_behind, takes_clause
from generator.annotate.reported.ends import to_its_end
from generator.annotate.reported.found import DETAILS, Found
from generator.annotate.reported.going_on import going_on
from generator.annotate.reported.ground import Ground
from generator.annotate.reported.headlines import headline
from generator.annotate.reported.in_words import in_words
from generator.annotate.reported.moods import mood_of
from generator.annotate.reported.no_source import is_likely_no_source
from generator.annotate.reported.occasions import without_occasion
from generator.annotate.reported.others import according, noun_clause
from generator.annotate.reported.spoken import is_spoken
from generator.annotate.reported.still_said import as_far_as_said
from generator.annotate.reported.verbs import with_preposition
from generator.annotate.reported.weighing import is_right
from generator.annotate.reported.whole_sources import whole_source, with_description
from generator.annotate.reporting_clauses import ReportingClause, Tree, attributing_noun, can_speak, clause_of
from generator.annotate.skeletons import Parse
from generator.annotate.titles import is_person_noun
from generator.records import Mood, Span

MAX_SENTENCE = 250  # words; what is longer is no sentence of a reporter, and its cost grows with its square
GOING_ON = frozenset({"add", "say"})
BEHIND = frozenset({"clause_below", "verb_below", "thing_below"})
HEADLINE = "headline"
NO_WORDS = frozenset({"that", "and", "but", "to", "as", "on", "in", "at"})  # "said on “News at Six”"
OWN = frozenset({"i", "we", "you", "me", "us"})
# What only leads on from the sentence before: the reporter's, and none of what is said.
LEADS_ON = frozenset(
    {"however", "meanwhile", "still", "indeed", "moreover", "nevertheless", "nonetheless", "furthermore"}
)


FROM_WHOM = frozenset({"since", "before", "after"})


def find_reports(
    text: str,
    paragraphs: Sequence[Span],
    marked: Sequence[Marked],
    parses: Mapping[int, Parse],
    trees: Mapping[int, Tree],
) -> tuple[Found, ...]:
    """Return what is reported without marks, in the order of the text. `trees`: those that are there already."""
    found = [
        report
        for number, parse in parses.items()
        for report in _in_paragraph(Ground(text, paragraphs[number], trees.get(number) or Tree(parse), marked))
    ]
    return tuple(sorted(found, key=lambda report: report.order))


def _in_paragraph(ground: Ground) -> list[Found]:
    if (line := _headline(ground)) is not None:
        return [line]
    by_sentence: dict[int, list[Found]] = {}
    for index in range(len(ground.tokens)):
        if len(ground.sentence(index)) > MAX_SENTENCE:
            continue
        report = _at(index, ground)
        if report is not None and not _all_quoted(report, ground):
            by_sentence.setdefault(ground.sentence(index).start, []).append(report)
    settled = [report for found in by_sentence.values() for report in _settled(found, ground.text)]
    whole = (_gone_on(report, ground) for report in settled)
    weighed = (replace(report, sure=is_right(report, ground)) if report.mood == "told" else report for report in whole)
    return [replace(report, content=without_asides(report.content, ground.text)) for report in weighed]


def _headline(ground: Ground) -> Found | None:
    made = headline(ground)
    if made is None:
        return None
    source, colon, words = made
    line = Found(ground.spans(words), colon, "says", "told", source, HEADLINE)
    return line if line.content and not _all_quoted(line, ground) else None


def _gone_on(report: Found, ground: Ground) -> Found:
    """Return a report with what the next sentence has of it: "said that A. And that B"."""
    more = going_on(report.content[-1], ground) if report.rule == "clause_below" and report.mood == "told" else None
    return replace(report, content=(*report.content, *ground.spans(more))) if more else report


def _settled(found: Sequence[Found], text: str) -> list[Found]:
    return _without_details([_cut(report, found, text) for report in found])


def _at(index: int, ground: Ground) -> Found | None:
    token = ground.tokens[index]
    if not ground.tree.outside(index):
        return None
    if token.text.lower() == "according":
        return _set_aside(according(index, ground), "according_to", ground)
    if token.pos in VERBS and not _is_given(index, ground):
        return _of_verb(index, ground)
    if token.text.lower() == "words":
        return _set_aside(in_words(index, ground), "in_words", ground)
    return _of_noun(index, ground) if token.pos in ("NOUN", *VERBS) else None


def _is_given(index: int, ground: Ground) -> bool:
    """Return whether what the parser took for a verb is a thing that somebody has or gets: "gives her hope that"."""
    token, above = ground.tokens[index], ground.tokens[ground.tokens[index].head]
    gives = above.lemma.lower() == "give" and token.dep == "ccomp"
    return token.tag in ("VB", "VBP") and (gives or (token.dep == "dobj" and not ground.tree.subjects(index)))


def _cut(report: Found, others: Sequence[Found], text: str) -> Found:
    """Return a report without another's clause that stands in its words: "thinks the road is safe, her office said"."""
    content = list(report.content)
    for other in others:
        if other is report or other.aside is None:
            continue
        for at, span in enumerate(content):
            if span.start < other.aside.start and other.aside.end <= span.end + 1:
                end = span.start + len(text[span.start : other.aside.start].rstrip(" ,—–-("))
                content[at : at + 1] = [Span(span.start, end)]
                break
        content = [span for span in content if not other.aside.covers(span)] or content
    return replace(report, content=tuple(content)) if tuple(content) != report.content else report


def _without_details(found: Sequence[Found]) -> list[Found]:
    """Leave out what only describes within another report: "said he would support the plan to rebuild the road"."""
    kept: list[Found] = []
    for report in found:
        detail = report.rule in DETAILS and any(
            outer is not report and not outer.is_of_wish and any(s.covers(report.content[0]) for s in outer.content)
            for outer in found
        )
        if not detail:
            kept.append(report)
    return kept


def _of_verb(index: int, ground: Ground) -> Found | None:
    said = said_by(index, ground)
    if said is None:
        return None
    words = _without_lead(_closed(index, _ended(index, said, ground), ground), ground)
    content = ground.spans(words)
    if not content:
        return None
    above = _goes_on_from(index, ground)
    clause = clause_of(ground.tree, index if above is None else above, "speech")
    if clause is not None and (
        _is_of_the_clause_before(clause, ground)
        or _is_no_source(clause, ground)
        or _is_a_thing_with_more_before(clause, ground)
        or _is_told_too(index, ground)
        or _is_said_by_whom_it_passes_over(clause, ground)
    ):
        return None
    if clause is not None and (clause.passive or any(clause.source.overlaps(span) for span in content)):
        clause = None
    if clause is not None and clause.borrowed and _describes_thing(index, ground):
        clause = None
    if clause is not None and clause.source.of(ground.text).lower() in OWN:
        return None
    if clause is not None and clause.borrowed and (_has_its_own(index, ground) or _hangs_in_claim(index, ground)):
        clause = None
    if clause is not None and _leaves_open_who(index, clause.head, ground):
        clause = None
    if clause is not None and _is_subject_of_words(clause, words, ground):
        content = (Span(clause.source.start, content[0].end), *content[1:])
        clause = None
    token = ground.tokens[index]
    mood = mood_of(index, ground)
    if mood == "told" and not is_spoken(index, said, clause, ground):
        mood = "unspoken"
    if clause is not None and (
        _is_no_speaker(clause, ground) or _is_first_of_a_line(clause, ground) or is_likely_no_source(clause, ground)
    ):
        clause = None
    source = whole_source(_with_the_others(clause, ground), clause.cue, ground.text) if clause is not None else None
    source = with_description(source, clause.cue, ground) if source is not None and clause is not None else source
    cue, aside = _cue_span(index, said, ground), None
    if said.rule == "set_in_clause":
        aside = Span(min(cue.start, source.start), max(cue.end, source.end)) if source is not None else cue
    base = base_of(token)
    if said.rule == "thing_below":
        base = with_preposition(index, base, ground)
    return Found(content, cue, cue_class(base, said.rule), mood, source, said.rule, aside)


def _ended(index: int, said: Said, ground: Ground) -> frozenset[int]:
    """Return the words that a verb has behind it, as far as they go."""
    if said.rule not in BEHIND or max(said.words) < index:
        return said.words
    words, last, sentence = said.words, max(said.words), ground.sentence(index)
    if said.rule == "thing_below":
        words = _without_next_subject(_of_one_piece(words, ground), sentence, ground)
        last = max(words)
    # "Criticised Lind for the haste", where the parser lost whatever stands behind "for"; "the bill as “a gift”"
    lacks = ground.tokens[last].pos == "ADP" and not ground.tree.children[last]
    as_what = (
        last + 2 in sentence and ground.tokens[last + 1].text.lower() == "as" and not ground.tree.outside(last + 2)
    )
    if as_what:
        words |= {last + 1}
    if said.rule != "thing_below" or lacks or as_what:
        words = to_its_end(index, words, ground)
    words = _with_noun_behind_marks(as_far_as_said(index, words, said.rule, ground), ground)
    return without_occasion(index, words, ground) if said.rule == "clause_below" else words


def _with_noun_behind_marks(words: frozenset[int], ground: Ground) -> frozenset[int]:
    """Return words that end with quoted ones with the noun that these tell of: "a “one town, two halls” deal"."""
    marked, sentence = ground.tree.parse.marked, ground.sentence(max(words))
    last, behind = max(words), max(words) + 1
    while behind in sentence and marked[behind] == marked[last] >= 0:
        behind += 1
    if behind not in sentence or ground.tree.outside(last) or not ground.tree.outside(behind):
        return words
    told = any(marked[kid] == marked[last] for kid in ground.tree.children[behind])
    return words | {*range(last + 1, behind + 1)} if told and ground.tokens[behind].pos == "NOUN" else words


def _without_next_subject(words: frozenset[int], sentence: range, ground: Ground) -> frozenset[int]:
    """Return a thing without whom the next verb tells of: "called him “unfit” and Okoro" of "and Okoro left"."""
    behind = max(words) + 1
    if behind not in sentence or ground.tokens[behind].tag not in FINITE or not ground.tree.outside(behind):
        return words
    joins = [at for at in words if ground.tokens[at].tag == "CC" and ground.tree.outside(at) and at > min(words)]
    return frozenset(at for at in words if at < max(joins)) if joins else words


def _of_one_piece(words: frozenset[int], ground: Ground) -> frozenset[int]:
    """Return a thing with what stands within: "called the talk of a deal a lie", but "called Lind on Monday a liar"."""
    whole = frozenset(range(min(words), max(words) + 1))
    between = [ground.tokens[at] for at in whole - words]
    broken = any(token.pos in ("PUNCT", "ADV", "CCONJ") or token.entity in ("DATE", "TIME") for token in between)
    return words if broken else whole


def _without_lead(words: frozenset[int], ground: Ground) -> frozenset[int]:
    """Return words without the one that opens their sentence and a comma: "However, the dam held, Lind said"."""
    first = min(words, default=0)
    if not words or first + 1 not in words or first != ground.sentence(first).start:
        return words
    leads = ground.tokens[first].text.lower() in LEADS_ON and ground.tokens[first + 1].text == ","
    return words - {first, first + 1} if leads else words


def _closed(index: int, words: frozenset[int], ground: Ground) -> frozenset[int]:
    """Return words behind a verb up to a bracket that opens in them, or with the one that closes it right behind."""
    marks = [at for at in sorted(words) if ground.tokens[at].text in "()" and ground.tree.outside(at)]
    if not marks or marks[-1] < index or ground.tokens[marks[-1]].text != "(":
        return words
    behind = max(words) + 1
    if behind < len(ground.tokens) and ground.tokens[behind].text == ")":
        return words | {behind}
    return frozenset(at for at in words if at < marks[-1])


def _goes_on_from(index: int, ground: Ground) -> int | None:
    """Return the reporting verb that another goes on from, which the parser hung in its words.

    "He said the guards had left and argued that all was well": he argued.
    """
    tokens, head = ground.tokens, index
    if tokens[index].tag == "VBG" and tokens[index].dep == "advcl" and base_of(tokens[index]) in GOING_ON:
        head = tokens[index].head  # "She said the board erred, adding that"
    while tokens[head].dep == "conj" and tokens[head].head < head and not ground.tree.subjects(head):
        head = tokens[head].head
    above = tokens[head].head
    hung = head < index and tokens[head].dep == "ccomp" and above < head and takes_clause(tokens[above])
    if not hung or (said := said_by(above, ground)) is None:
        return None
    return above if index not in _ended(above, said, ground) else None


def _is_told_too(index: int, ground: Ground) -> bool:
    """Return whether a verb shares the passive of the one that it is joined to: "was stopped and told it was late"."""
    tokens, token = ground.tokens, ground.tokens[index]
    done = any(tokens[kid].dep == "auxpass" for kid in ground.tree.children[token.head])
    if token.dep != "conj" or not done or token.tag not in ("VBN", "VBD") or base_of(token) not in TO_WHOM | ASKING:
        return False
    whom = ground.child(index, ("dobj", "dative"))
    return whom is None or not (can_speak(tokens[whom]) or tokens[whom].pos in ("PROPN", "PRON"))


def _is_said_by_whom_it_passes_over(clause: ReportingClause, ground: Ground) -> bool:
    """Return whether somebody stands right before a verb, whom the parser gave none: "by 50 percent and nine said"."""
    token, near = ground.tokens[clause.cue_index], ground.tokens[clause.cue_index - 1]
    if not clause.borrowed or token.tag not in FINITE or not ground.tree.outside(clause.cue_index - 1):
        return False
    asked = near.tag == "NNS" and can_speak(near)
    return asked and near.dep in ("conj", "pobj", "npadvmod") and clause.head != clause.cue_index - 1


def _is_of_the_clause_before(clause: ReportingClause, ground: Ground) -> bool:
    """Return whether a participle goes on from a clause that leads to the main one, whose subject it was given.

    "While Lind won, arguing that it was late, Okoro left": Lind argued so.
    """
    tokens = ground.tokens
    if not clause.borrowed or clause.head < clause.cue_index or tokens[clause.cue_index].tag != "VBG":
        return False
    before = range(ground.sentence(clause.cue_index).start, clause.cue_index)
    return any(tokens[at].tag in FINITE and ground.tree.outside(at) and ground.tree.subjects(at) for at in before)


def _is_no_source(clause: ReportingClause, ground: Ground) -> bool:
    """Return whether a participle or a "which" was given somebody or something that it does not tell of.

    "Letters of Lind, which suggest that", "Lind, saying she will win, says most farmers will come".
    """
    tokens, index, head = ground.tokens, clause.cue_index, ground.tokens[clause.head]
    token = tokens[index]
    which = any(tokens[at].text.lower() == "which" for at in ground.tree.subjects(index))
    if which and (head.entity == "PERSON" or (head.pos == "NOUN" and can_speak(head) and head.entity != "ORG")):
        return True
    if token.tag != "VBG":
        return False
    set_in = tokens[index - 1].text == "," and tokens[index - 2].pos in ("PROPN", "NOUN")
    return clause.head > index and set_in


def _is_a_thing_with_more_before(clause: ReportingClause, ground: Ground) -> bool:
    """Return whether "that say" tells of a thing of no words, so that what stands before it says so.

    "Papers on the floods that say the dam was old".
    """
    tokens, head = ground.tokens, ground.tokens[clause.head]
    relative = [at for at in ground.tree.subjects(clause.cue_index) if tokens[at].text.lower() in ("that", "which")]
    if not relative or head.dep != "pobj" or head.pos != "NOUN" or tokens[relative[0] - 1].text == ",":
        return False
    return not (can_speak(head) or attributing_noun(head) or head.lemma.lower() in listed("figures"))


def _describes_thing(index: int, ground: Ground) -> bool:
    """Return whether a participle describes the thing right before it: "fought an order directing the city to pay".

    Whoever issues a statement says what it says.
    """
    token = ground.tokens[index]
    thing = ground.tokens[token.head]
    near = token.head == index - 1 or (attributing_noun(thing) and token.head < index)
    if token.dep != "acl" or not near or can_speak(thing):
        return False
    issues = thing.dep == "dobj" and ground.tokens[thing.head].lemma.lower() in listed("gives")
    return not (issues and attributing_noun(thing))


def _has_its_own(index: int, ground: Ground) -> bool:
    """Return whether a clause with its "as" must have a subject, which the parser did not find: "as Lind said"."""
    token = ground.tokens[index]
    marks = (ground.tokens[kid].dep == "mark" for kid in ground.tree.children[index] if kid < index)
    # "Claimed he had left; earlier, Okoro said": one of several lines on somebody else.
    return token.tag in FINITE and token.dep == "advcl" and (any(marks) or index == ground.sentence(index).start)


def _hangs_in_claim(index: int, ground: Ground) -> bool:
    """Return whether the parser hung a participle behind a comma in what a noun tells, where it may be the main verb's.

    "Lind defended his claim that the mayor had lied, saying he meant the board": Lind, and not the mayor.
    """
    tokens, at = ground.tokens, index
    if tokens[index].tag != "VBG" or tokens[index].dep != "advcl" or tokens[index - 1].text != ",":
        return False
    while tokens[at].head < at and tokens[at].head in ground.sentence(index):
        at, below = tokens[at].head, at
        if tokens[at].pos == "NOUN" and tokens[below].dep in ("acl", "relcl", "ccomp"):
            return tokens[at].text.lower() in listed("noun_clause")
    return False


def _is_no_speaker(clause: ReportingClause, ground: Ground) -> bool:
    """Return whether a participle's subject is a thing, or stands where the parser lost its way.

    "A memo was sent as the polls closed stating that", "in aid of Sgt." - "Ann Lind, arguing that".
    """
    head = ground.tokens[clause.head]
    if not clause.borrowed or ground.tokens[clause.cue_index].tag != "VBG":
        return False
    lost = head.dep == "ROOT" and any(
        ground.tokens[at].dep == "ROOT" for at in range(ground.sentence(clause.head).start, clause.head)
    )
    verb = ground.tokens[head.head]
    if verb.lemma.lower() in ("be", "include", "contain") and not can_speak(head) and head.entity != "PERSON":
        # "The post was in answer to Okoro, announcing that": he announced it
        between = range(head.head + 1, clause.cue_index)
        lost = lost or any(ground.tokens[at].entity == "PERSON" and ground.tree.outside(at) for at in between)
    thing = head.pos == "NOUN" and head.text.islower() and not can_speak(head) and not attributing_noun(head)
    return lost or (thing and head.lemma.lower() not in listed("figures"))


def _is_first_of_a_line(clause: ReportingClause, ground: Ground) -> bool:
    """Return whether a subject only tells since whom others have said so: "Every mayor since Karl Dahl has asked"."""
    tokens, cue = ground.tokens, ground.tokens[clause.cue_index]
    marks = [kid for kid in ground.tree.children[clause.cue_index] if kid < clause.head and tokens[kid].dep == "mark"]
    return any(
        tokens[mark].text.lower() in FROM_WHOM
        and tokens[mark - 1].pos in ("NOUN", "PROPN")
        and (cue.dep == "ROOT" or cue.head == mark - 1)
        for mark in marks
        if mark > ground.sentence(mark).start
    )


def _is_subject_of_words(clause: ReportingClause, words: frozenset[int], ground: Ground) -> bool:
    """Return whether what was taken for the source is what the words tell of: "Lind said the clerk should wait"."""
    first = ground.tokens[min(words)]
    source = _with_the_others(clause, ground)
    behind = source.start >= ground.tokens[clause.cue_index].end
    return behind and first.tag in FINITE and not ground.text[source.end : first.start].strip()


def _leaves_open_who(index: int, head: int, ground: Ground) -> bool:
    """Return whether "who" is somebody nearer than the thing that the parser hung it on: "fear in men who say"."""
    tokens = ground.tokens
    who = next((at for at in ground.tree.subjects(index) if tokens[at].text.lower() == "who"), None)
    if who is None:
        return False
    above = tokens[head].head
    if tokens[head].dep == "pobj" and tokens[head].entity != "PERSON":
        of = tokens[tokens[above].head]
        named = tokens[head].pos == "PROPN" or tokens[above].text.lower() in ("in", "at")
        if named and tokens[above].dep == "prep" and of.pos == "NOUN" and can_speak(of):
            return True  # "a member of the Farm Board, who said": not the board
    between = tokens[head + 1 : who]
    if any(token.entity == "PERSON" and token.dep in ("pobj", "dobj") for token in between):
        return True  # "Lind met Okoro on Monday, who said"
    if can_speak(tokens[head]):
        return False
    if tokens[head].entity in ("GPE", "LOC", "FAC", "DATE", "TIME"):
        return True  # "those who served in Ghana, who say": not Ghana
    if tokens[head].dep in ("conj", "pobj") and tokens[head].pos == "NOUN":
        return not is_person_noun(tokens[head].lemma.lower())  # "a man with a map and some tools who said"
    return head < who - (2 if tokens[who - 1].text == "," else 1)


def _with_the_others(clause: ReportingClause, ground: Ground) -> Span:
    """Return a source with all who say it: "both Lind and Okoro", "Ghana, Togo and Benin", who are not one of them."""
    tokens, tree = ground.tokens, ground.tree
    span, at, inverted = clause.source, clause.head, clause.cue_index < clause.head
    waiting = [clause.head]
    while waiting:
        for child in sorted(tree.children[waiting.pop(0)]):
            listed = _is_first_of_list(child, ground)
            explained = _next_behind_explanation(child, ground)
            child = child if explained is None else explained
            nominal = listed or (tokens[child].dep == "conj" and tokens[child].pos in ("PROPN", "NOUN"))
            if not nominal or not at < child or not tree.outside(child) or (child > clause.cue_index) != inverted:
                continue
            phrase = tree.phrase(child)
            parted = any(token.text == "," for token in tokens[at + 1 : child])
            parted = parted and not (explained is not None or _stands_behind_explanation(child, ground))
            if phrase.end > span.end and (listed or not (inverted and parted)):
                span, at = Span(span.start, phrase.end), child
                waiting.append(child)
    return span


def _next_behind_explanation(index: int, ground: Ground) -> int | None:
    """Return who is joined to what explains a name, and is another one: "Ann Lind, the chairwoman, and Karl Dahl"."""
    tokens = ground.tokens
    if tokens[index].dep != "appos" or tokens[index].entity == "PERSON":
        return None
    for child in ground.tree.children[index]:
        if child > index and tokens[child].dep == "conj" and _is_somebody_joined(child, ground):
            return child
    return None


def _stands_behind_explanation(index: int, ground: Ground) -> bool:
    """Return whether somebody is joined to a name that words between commas explain, and begins no clause."""
    tokens = ground.tokens
    explained = any(tokens[kid].dep == "appos" and kid < index for kid in ground.tree.children[tokens[index].head])
    return tokens[index].dep == "conj" and explained and _is_somebody_joined(index, ground)


def _is_somebody_joined(index: int, ground: Ground) -> bool:
    """Return whether a name of somebody stands behind ", and" and no verb of his behind it."""
    tokens, tree = ground.tokens, ground.tree
    if tokens[index].entity != "PERSON" or any(tokens[kid].dep == "case" for kid in tree.children[index]):
        return False
    first, sentence = index, ground.sentence(index)
    while first > sentence.start and tokens[first - 1].pos == "PROPN":
        first -= 1
    behind = index + 1
    acts = behind in sentence and tokens[behind].tag in FINITE and tokens[behind].head != tokens[index].head
    return tokens[first - 1].tag == "CC" and tokens[first - 2].text == "," and not acts


def _is_first_of_list(index: int, ground: Ground) -> bool:
    """Return whether a name goes on a list, though the parser may take it for what the first is: "A, B and others"."""
    tokens = ground.tokens
    joined = [tokens[kid] for kid in ground.tree.children[index] if tokens[kid].dep == "conj" and kid > index]
    names = any(token.pos == "PROPN" or token.text.lower() == "others" for token in joined)
    return tokens[index].dep in ("appos", "conj") and tokens[index].pos == "PROPN" and names


def _cue_span(index: int, said: Said, ground: Ground) -> Span:
    """Return the reporting word, with the one behind it that leads to what is said: "called for"."""
    token = ground.tokens[index]
    base = base_of(token)
    leads = said.rule == "thing_below" and with_preposition(index, base, ground) != base
    leads = leads or (said.rule == "clause_below" and particle_behind(index, ground) is not None)
    return Span(token.start, ground.tokens[index + 1].end if leads else token.end)


def _set_aside(made: tuple[Span, Span, frozenset[int]] | None, rule: str, ground: Ground) -> Found | None:
    """Return what a sentence says of which it only names the source: "according to Okoro", "in her words"."""
    if made is None:
        return None
    cue, source, words = made
    content, aside = ground.spans(_without_lead(words, ground)), Span(cue.start, max(cue.end, source.end))
    return Found(content, cue, "says", "told", source, rule, aside) if content else None


def _of_noun(index: int, ground: Ground) -> Found | None:
    made = noun_clause(index, ground)
    if made is None:
        return None
    source, words = made
    content = ground.spans(as_far_as_said(index, words, "noun_clause", ground))
    token = ground.tokens[index]
    if not content:
        return None
    kind = cue_class(token.text.lower())
    if kind == "says" and content[0].of(ground.text).startswith("to "):
        kind = "asks"  # "a call to leave"
    mood: Mood = "told" if source is not None else "unspoken"  # "offers to help", "in fear that": of whom, nobody knows
    return Found(content, Span(token.start, token.end), kind, mood, source, "noun_clause")


def _all_quoted(report: Found, ground: Ground) -> bool:
    """Return whether the words stand in marks from end to end: they are a quote and no report."""
    outers = [ground.marked[index].outer for index in ground.tree.inside if index >= 0]
    for span in report.content:
        left = ground.text[span.start : span.end]
        for outer in outers:
            if span.overlaps(outer):
                low, high = max(outer.start, span.start) - span.start, min(outer.end, span.end) - span.start
                left = left[:low] + " " * (high - low) + left[high:]
        words = [word for word in left.replace(",", " ").split() if any(map(str.isalnum, word))]
        if any(word.lower() not in NO_WORDS for word in words):
            return False
    return True
