"""How each article words somebody's office, post or kinship: "Brevik Mayor Tom Lind", "the mayor, Tom Lind"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations

from generator.annotate.titles import is_honorific, role_nouns
from generator.collate.comparison.matters import Matter
from generator.collate.comparison.scenes import Account, disjoint
from generator.collate.comparison.sentences import Corpus
from generator.collate.comparison.value_words import offices, other_offices
from generator.collate.people.roles import nation_of
from generator.collate.timeline.lexicon import named
from generator.collate.timeline.mentions.grammar import NOUNS
from generator.collate.timeline.mentions.modality import is_negated, mood_of_verb
from generator.collate.words.stems import stem_of
from generator.days import WEEKDAY_NUMBERS
from generator.groups import Groups
from generator.records import ArticleId, FactValue, Mention, Person, PersonId, Span, Verdict

SHORT_FORM = 3  # letters
FORMER = "former"
DESCRIBING = 2  # words beside the noun, for a wording to tell of nobody else: "the former harbour clerk"
BESIDE = frozenset(["compound", "amod", "nmod", "poss"])
# Words that make another office of one: a deputy is no director, a co-founder not the founder.
OF_TIME = frozenset([*WEEKDAY_NUMBERS, "later", "earlier", "ago"])
ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last latest only".split())  # noqa: SIM905
HEADS_OF_STATE = frozenset(map(stem_of, ("president", "minister", "king", "queen", "pope", "emperor")))
RANKS = frozenset(["co", "deputy", "vice", "assistant", "acting"])


@dataclass(frozen=True, slots=True)
class ToldRole:
    """One wording of somebody's role in one article."""

    article_id: ArticleId
    span: Span
    """The role, and the name where it stands beside it."""
    noun: str
    """Its stem."""
    office: str
    """The first of the nouns for the same office: "head" for "chief"."""
    rank: frozenset[str]
    others: frozenset[str]
    """Stems of the words beside the noun."""


def worded_roles(people: Sequence[Person], accounts: Mapping[ArticleId, Account], corpus: Corpus) -> list[Matter]:
    """Return a matter for every office of a person that two articles of one event word.

    Wordings are of one office when its noun is the same, or when two nouns for one office stand with the same body:
    "the clinic's chief" and "head of the clinic". Where they are not, nothing is said: "actress" and "swimmer" may both
    be true. They differ where one gives a rank that the other does not: "founder" and "co-founder".
    """
    names = {person.id: person.name for person in people if person.kind == "person"}
    told: defaultdict[tuple[PersonId, str], list[ToldRole]] = defaultdict(list)
    for identity in sorted(accounts):
        for mention in accounts[identity].found.mentions:
            if mention.kind == "person" and mention.person in names:
                for role in roles_of(accounts[identity], mention):
                    told[mention.person, role.office].append(role)
    _add_described(told, accounts)
    matters = []
    for (person, _), roles in sorted(told.items()):
        for one_office in _offices(roles):
            if (matter := _matter(names[person], _related(_fullest(one_office), corpus))) is not None:
                matters.append(matter)
    return [*matters, *_in_other_offices(told, names, corpus)]


def _in_other_offices(
    told: Mapping[tuple[PersonId, str], Sequence[ToldRole]], names: Mapping[PersonId, str], corpus: Corpus
) -> Iterator[Matter]:
    """Yield a matter for everybody to whom articles give offices that nobody has both: "Captain", "Lieutenant".

    An article that gives both tells of two times or of two bodies.
    """
    of_person: defaultdict[PersonId, list[ToldRole]] = defaultdict(list)
    for (person, _), roles in sorted(told.items()):
        of_person[person] += [role for role in roles if not role.rank and FORMER not in role.others]
    for person, roles in of_person.items():
        for row in other_offices():
            given: defaultdict[ArticleId, set[tuple[str, str]]] = defaultdict(set)
            held = [(role, held) for role in roles if (held := _held(role, row))]
            for role, office in held:
                given[role.article_id].add(office)
            sole = [replace(role, office=" ".join(office)) for role, office in held if len(given[role.article_id]) == 1]
            near = _related(_fullest(sole), corpus)
            apart = [role for role in near if any(map(partial(_excludes, role), near))]
            if apart:
                yield Matter(
                    "role", names[person], "differ", tuple(FactValue(role.article_id, role.span) for role in apart)
                )


def _held(role: ToldRole, row: frozenset[tuple[str, str]]) -> tuple[str, str] | None:
    """Return which office of a row a wording tells; None for "Lieutenant Colonel", which is neither."""
    nouns = {noun for noun, _ in row}
    own = role.noun if role.noun in nouns else role.office
    if own not in nouns or nouns & role.others:
        return None
    return next(((noun, beside) for noun, beside in sorted(row) if noun == own and beside in {"", *role.others}), None)


def _excludes(one: ToldRole, other: ToldRole) -> bool:
    """Return whether two offices of one row are others of one body, as far as both tell of which."""
    here, there = ({word for word in role.others if word not in named("pronouns")} for role in (one, other))
    return one.office != other.office and not disjoint(frozenset(here), frozenset(there))


def _add_described(told: Mapping[tuple[PersonId, str], list[ToldRole]], accounts: Mapping[ArticleId, Account]) -> None:
    """Add the wordings without a name, of articles that have the name elsewhere: "the former harbour clerk" said."""
    wording: defaultdict[tuple[str, frozenset[str]], set[PersonId]] = defaultdict(set)
    for (person, _), roles in told.items():
        for role in roles:
            if len(role.others) >= DESCRIBING:
                wording[role.noun, role.others | role.rank].add(person)
    nouns = {noun for noun, _ in wording}
    for identity in sorted(accounts):
        account = accounts[identity]
        named = {mention.person for mention in account.found.mentions}
        for at, word in enumerate(account.grammar.words):
            if word.tag not in ("NN", "NNP") or stem_of(_office(account.surface(at))) not in nouns:
                continue
            if account.is_quoted(at) or not _is_definite(at, account):
                continue
            phrase = _noun_phrase(account, at, set())
            for role in _told_by(account, at, phrase):
                people = wording.get((role.noun, role.others | role.rank), set()) & named
                if len(people) == 1:
                    told[min(people), role.office].append(replace(role, span=account.trimmed(role.span)))


def _is_definite(noun: int, account: Account) -> bool:
    """Return whether a noun is told of by "the" and has no name beside it."""
    grammar = account.grammar
    beside = [at for at in grammar.hanging[noun] if grammar.words[at].dep == "appos" or account.is_person(at)]
    alone = grammar.words[noun].dep not in ("appos", "compound", "attr") and not beside
    return alone and any(account.surface(at).lower() == "the" for at in grammar.hanging[noun])


def _offices(roles: Sequence[ToldRole]) -> list[list[ToldRole]]:
    """Return the wordings by noun; together where other nouns for it stand with the same and none gives a rank."""
    nouns = sorted({role.noun for role in roles})
    ranked = {role.noun for role in roles if role.rank}
    beside = [{word for role in roles if role.noun == noun for word in role.others} for noun in nouns]
    groups = Groups(len(nouns))
    for left, right in combinations(range(len(nouns)), 2):
        shortened = nouns[right].startswith(nouns[left])  # "Sen. Lind" is "Lind, a senator from Halden"
        if (shortened or beside[left] & beside[right]) and not {nouns[left], nouns[right]} & ranked:
            groups.unite(left, right)
    together = ({nouns[at] for at in group} for group in groups.all())
    return [[role for role in roles if role.noun in same] for same in together]


def _matter(name: str, roles: Sequence[ToldRole]) -> Matter | None:
    if len({role.article_id for role in roles}) < 2:
        return None
    verdict: Verdict = "agree" if len({role.rank for role in roles}) == 1 else "differ"
    if verdict == "agree" and not any(map(_tells, roles)):
        return None  # "President Ito" in both tells a reader nothing, nor does "Norlandic President Ito"
    return Matter("role", name, verdict, tuple(FactValue(role.article_id, role.span) for role in roles))


def _tells(role: ToldRole) -> bool:
    """Return whether a wording tells more than who heads a country."""
    others = role.others - {stem_of("prime")}
    if role.office in HEADS_OF_STATE:
        return any(nation_of(word) is None for word in others)
    return bool(others)


def _fullest(roles: Sequence[ToldRole]) -> list[ToldRole]:
    """Return the fullest wording of each rank in each article."""
    best: dict[tuple[ArticleId, frozenset[str]], ToldRole] = {}
    for role in roles:
        known = best.get((role.article_id, role.rank))
        if known is None or len(role.others) > len(known.others):
            best[role.article_id, role.rank] = role
    return [best[key] for key in sorted(best, key=lambda key: (key[0], sorted(key[1])))]


def _related(roles: Sequence[ToldRole], corpus: Corpus) -> list[ToldRole]:
    near = corpus.accompanying([role.article_id for role in roles])
    return [role for role in roles if role.article_id in near]


def roles_of(account: Account, mention: Mention) -> Iterator[ToldRole]:
    """Yield the wordings of somebody's offices that stand with one mention."""
    grammar = account.grammar
    name = [at for at in grammar.within(mention.span)]
    if not name:
        return
    inside = set(name)
    head = next((at for at in name if grammar.words[at].head not in inside), name[-1])
    # "the mayor, Tom Lind" and "Tom Lind, the mayor"
    full = len(mention.name.split()) > 1  # "his son, Lind, and two aides" are four people
    beside = [child for child in grammar.hanging[head] if grammar.words[child].dep == "appos" and child not in inside]
    # "Lind, a sailor and head of the harbour board,"
    beside += [at for noun in beside for at in grammar.hanging[noun] if _goes_with(at, noun, account)]
    if grammar.words[head].dep == "appos" and full:
        beside.append(grammar.words[head].head)
    for noun in beside:
        if grammar.words[noun].tag in NOUNS and not account.is_person(noun) and noun != name[-1] + 1:
            yield from _told(account, noun, _noun_phrase(account, noun, inside), mention)
    # "Tom Lind was a baker and the mayor"
    for noun in _predicates(account, head):
        if any(account.surface(at).lower() in ORDINALS for at in grammar.hanging[noun]):
            continue  # "Lind is the third mayor to resign"
        for role in _told(account, noun, _noun_phrase(account, noun, inside), mention):
            # Who "was the mayor" and who "was a former mayor" may be one or not, by when it is told.
            yield replace(role, office=f"former {role.office}") if FORMER in role.others else role
    # "Brevik Mayor Tom Lind", "co-founder and mayor Tom Lind", "the mayor, Tom Lind" however it is parsed
    comma = full and name[0] > 1 and account.surface(name[0] - 1) == ","
    run = _nominal(account, name[0] - comma)
    if _is_forename(run, account):  # that no list knows: "council clerk Zadira Lind"
        run = run[:-1]
    if comma and not any(grammar.words[at].tag in (*OPENING, "POS") for at in run):
        return
    for noun in run:
        # "police spokesman Lt. Tom Lind"
        ends = noun == run[-1] or grammar.words[noun + 1].tag == "CC" or is_honorific(account.surface(noun + 1))
        if ends and not account.is_person(noun) and noun not in beside:
            at = noun - 4 if _in_law(account, noun) else noun
            yield from _told(account, at, run[: run.index(noun) + 1], mention)


def _goes_with(at: int, noun: int, account: Account) -> bool:
    """Return whether a noun behind "and" tells of the same person as the one before it, which "a" or nothing opens."""
    words = account.grammar.words
    joined = words[at].dep == "conj" and words[at].tag == "NN" and not account.is_person(at)
    between = [account.surface(each).lower() for each in range(noun + 1, at)]
    return joined and "and" in between and not {"the", "his", "her", "their", ","} & {*between}


def _is_forename(run: Sequence[int], account: Account) -> bool:
    """Return whether the last of the words before a name is a part of it, since an office stands before it."""
    if len(run) < 2 or account.grammar.words[run[-1]].tag != "NNP":
        return False
    last = account.surface(run[-1])
    if is_honorific(last) or _office(last) in role_nouns() or _office(last) in offices():
        return False
    before = account.surface(run[-2])
    return _office(before) in role_nouns() and before.islower()


def _predicates(account: Account, subject: int) -> Iterator[int]:
    """Yield what a clause in the reporter's own words says that its subject is or was."""
    grammar = account.grammar
    verb = grammar.words[subject].head
    plain = grammar.words[subject].dep == "nsubj" and grammar.words[verb].lemma.lower() == "be"
    if not plain or account.is_quoted(verb) or is_negated(grammar, verb) or mood_of_verb(grammar, verb) != "reported":
        return
    for noun in grammar.hanging[verb]:
        if grammar.words[noun].dep == "attr":
            yield from (at for at in (noun, *grammar.hanging[noun]) if at == noun or grammar.words[at].dep == "conj")


IN_LAW = "-in-law"
NOMINAL = (*NOUNS, "JJ", "VBN", "POS", "HYPH", "CC", "RB")
OPENING = ("DT", "PRP$")


def _nominal(account: Account, end: int) -> list[int]:
    """Return the words before an index that are one phrase with it: nouns, what describes them and who has them."""
    grammar, start = account.grammar, end
    while start > 0 and _goes_on(account, start - 1, start):
        start -= 1
        if grammar.words[start].tag in OPENING:
            break
    while start < end and (grammar.words[start].tag in ("CC", "HYPH", "POS", "RB") or grammar.is_clause(start)):
        start += 1
    people = [at for at in range(start, end) if grammar.words[at].tag == "CC" and account.is_person(at - 1)]
    return list(range(people[-1] + 1 if people else start, end))


def _goes_on(account: Account, at: int, following: int) -> bool:
    word, after = account.grammar.words[at], account.grammar.words[following]
    if word.quoted or "\n" in account.text[word.end : after.start]:
        return False
    if account.surface(at) == "-" or account.surface(following) == "-":
        return word.end == after.start
    return word.tag in NOMINAL or word.tag in OPENING or (word.tag == "IN" and word.end == after.start)


def _in_law(account: Account, at: int) -> bool:
    return at >= 4 and account.text[: account.grammar.words[at].end].endswith(IN_LAW)


def _noun_phrase(account: Account, noun: int, without: set[int]) -> list[int]:
    """Return a noun with what describes it, without other things in a row with it and without the name."""
    grammar = account.grammar

    def is_other(child: int) -> bool:
        return grammar.is_clause(child) or grammar.words[child].dep in ("appos", "conj", "cc") or child in without

    return [at for at in grammar.below(noun, is_other) if at not in without]


def _told(account: Account, noun: int, words: Sequence[int], mention: Mention) -> Iterator[ToldRole]:
    """Yield the role that a phrase with a name tells, its words with the name where that stands beside them."""
    for role in _told_by(account, noun, words):
        yield replace(role, span=account.trimmed(with_name(role.span, mention.span)))


def _told_by(account: Account, noun: int, words: Sequence[int]) -> Iterator[ToldRole]:
    grammar, surface = account.grammar, account.surface(noun).lower()
    words = _without_times(words, noun, account)
    office = _office(surface)
    if (office not in role_nouns() and office not in offices()) or grammar.words[noun].tag in ("NNS", "NNPS"):
        return
    span, end = grammar.text_span(words), grammar.words[noun].end
    if account.text.startswith(IN_LAW, end):
        office, span = office + IN_LAW, Span(span.start, max(span.end, end + len(IN_LAW)))
    others = [at for at in words if at != noun and grammar.words[at].tag not in ("DT", "IN")]
    beside = {account.surface(at).lower() for at in others}
    # "Senior vice chairman and mayor" is no vice mayor, nor "Deputy Holt's brother" a deputy.
    joins = max((at for at in words if at < noun and grammar.words[at].tag in ("CC", "POS")), default=-1)
    own = {account.surface(at).lower() for at in others if at > joins}
    rank = frozenset(RANKS & {*own, *surface.split("-"), *_joined_before(account, noun)})
    stems = frozenset(stem_of(word) for word in beside if word[:1].isalpha()) | _initials(account, others)
    noun_stem = stem_of(office)
    yield ToldRole(account.found.article.id, span, noun_stem, offices().get(office, noun_stem), rank, stems - rank)


def _without_times(words: Sequence[int], noun: int, account: Account) -> list[int]:
    """Return the words of a phrase behind the last time before its noun: "on Saturday President Ito"."""
    last = max((at for at in words if at < noun and account.surface(at).lower() in OF_TIME), default=-1)
    kept = [at for at in words if at > last]
    while kept and kept[0] < noun and account.grammar.words[kept[0]].tag in ("CC", "RB", "RBR", "POS", ",", "IN"):
        kept.pop(0)
    return kept


def _office(word: str) -> str:
    """Return the noun for an office in small letters: "founder" of "Co-founder", "gov" of "Gov."."""
    return word.lower().rsplit("-", 1)[-1].rstrip(".")


def _initials(account: Account, words: Sequence[int]) -> frozenset[str]:
    """Return what a body of three words and more is called for short: "ccs" for "Council for Coastal Safety"."""
    letters = "".join(
        surface[0]
        for at in words
        if (surface := account.surface(at))[:1].isupper() and surface.isalpha() and surface.lower() != FORMER
    )
    return frozenset({letters.lower(), letters.lower()[:SHORT_FORM]}) if len(letters) >= SHORT_FORM else frozenset()


def with_name(span: Span, name: Span, most: str = ", ") -> Span:
    """Return what is told of somebody with the name where no more stands between the two than `most` is long."""
    joined = Span(min(span.start, name.start), max(span.end, name.end))
    between = max(span.start, name.start) - min(span.end, name.end)
    return joined if between <= len(most) else span


def _joined_before(account: Account, noun: int) -> list[str]:
    """Return the word that a hyphen joins to a noun: "co" of "co-founder"."""
    words = account.grammar.words
    joined = noun > 1 and words[noun - 1].tag == "HYPH" and words[noun - 1].end == words[noun].start
    return [account.surface(noun - 2).lower()] if joined else []
