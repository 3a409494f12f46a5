"""Which capitalised words name somebody: the mentions of all articles in, the same with their kinds settled out.

One article's model guesses; the folder knows. A name is somebody's by what stands about it anywhere: a form of address,
an office, a verb of speech, the surname alone later. A word that is also written small is no name by its capital.
"""

from __future__ import annotations

import re
from collections import ChainMap, Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from generator.annotate.cues import cue_kind
from generator.annotate.names import PARTICLES, SUFFIXES, opens_surname
from generator.annotate.people import REPORTS, is_listed_body, is_outlet, middle_surnames, surname
from generator.annotate.titles import is_role, role_nouns
from generator.collate.people.misprints import with_misprints_read
from generator.collate.people.registry import without_hyphens
from generator.collate.words.tokens import RAREST, weight_of
from generator.days import WEEKDAYS
from generator.records import AnnotatedArticle, Mention, MentionKind, Span
from generator.wordlists import words

_PARTICLES = frozenset(PARTICLES)
_AND_MOTHERS = frozenset({"i", "y", "e"})  # "Oriol Prat i Moss", "Rui Prat e Moss" are called Prat
_CAPITAL_BEHIND = re.compile(r"(?:[a-z]{2,3}-)?[^\W\d_a-z]")  # "Tayeb", "el-Tayeb"
# A hashtag, a handle or an address writes everything small.
_SMALL = re.compile(r"(?<![\w’'#@/.-])[a-z]{2,}(?![\w’'-]*[A-Z]|\.[a-z]|[/@])")
_HYPHENED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*-(?:[a-z]\w+|[A-Z])")
_ABROAD = re.compile(r"(?:U\.S|U\.K|U\.N|D\.C|N\.Y)\.(?:A\.)?")  # the sentence before ended with it
_GAP = re.compile(r"\s+")
# What begins the names of places, and hardly anybody's.
_TOWNS = frozenset("North South East West New Upper Lower Fort Port Lake Mount San Santa Los Las".split())  # noqa: SIM905
# Two words in one: "Harbournow" is none, "HarbourNow" is; what ends so is a plan or an illness.
_TWO_IN_ONE = re.compile(r"[A-Z]{1,4}[a-z]*[A-Z][a-z]+(?<!Care)(?<!Virus)")
_DETERMINED = re.compile(r"(?:^|\W)(?:the|an?)\s$", re.I)
_SEVERAL = re.compile(r"[A-Z]{2,}s")
_CITED = re.compile(r"\b[Aa]ccording to\s$")
_FIRM = re.compile(
    r"\b(?:firm|company|publisher|newspaper|magazine|website|broadcaster|startup|start-up|site|outlet|blog|giant|network"
    r"|channel|station|agency|airline|retailer|charity|manufacturer|automaker|carmaker|maker)\s(?:of\s)?(?:[Tt]he\s)?$"
)
# What is told behind a name that no person is: "Low Tide, an advocacy group that", "Lind Prat Hale, a charity,".
_TOLD_FIRM = re.compile(
    r",\s(?:an?|the)\s(?:[\w.’'-]+\s){0,4}?"
    r"(?:think tank|group|organi[sz]ation|firm|company|non-?profit|charity|coalition)"
    r"(?=[,.;]|\s(?:that|which|of|for|in|based|founded|run|backed|behind|dedicated|supporting|opposing)\b)"
)
# Whom a firm has, and what tells more of a thing: "the Lind Prat Hale employee", "Lind Prat Hale, which released".
_OF_FIRM = re.compile(
    r"\s(?:employees?|contractors?|subsidiary|headquarters|shareholders)\b"
    r"|,\swhich\s(?:(?:has|had|is|was)\b(?!\s(?:why|when|how|what)\b)|(?:own|run|make|sell|employ|operat|releas|publish)e?[ds]?\b)"
)
_LOCATED = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|[Aa]round|[Oo]utside|[Ii]nside|[Ii]nto|[Tt]hroughout|[Aa]cross"
    # At somebody one shoots, but no massacre happens at him.
    r"|(?:massacre|rampage|tragedy|disaster|battle|explosion|(?:the|a)\s(?:\w+\s)?(?:shooting|attack|killings?|bombing|crash|fire|riots?))\sat)\s$"
)
# What only bodies, groups and works have about their names: “the Al Oru tribe”, “Harbournow.com”, “head of Lind Prat”.
# What tells once and for all that a name is a place's.
_TOWN_OF = re.compile(
    r"\b(?:[Cc]ity|[Tt]own|[Vv]illages?|[Ss]uburb|[Ii]sland|[Pp]rovince|[Dd]istrict|[Tt]ownship|[Hh]amlet|[Pp]eninsula)\sof\s$"
)
# Somebody is mayor or keeper of a place, or comes from one; "her lawyer", "an aide of" serve somebody.
_SEATED = re.compile(r"\b(?P<office>[a-z][\w-]+)\s(?:of|from|in|at)\s(?:the\s)?$")
_SERVING = frozenset(
    "lawyer attorney agent manager publicist biographer aide assistant adviser advisor driver bodyguard"  # noqa: SIM905
    " secretary doctor nurse partner captor attacker killer murderer fan follower supporter opponent critic rival"
    " victim spokesman spokeswoman spokesperson".split()
)
_VOICE_OF = re.compile(r"\bspokes(?:man|woman|person)\sfor\s$")
_TOLD_BY_HYPHEN = re.compile(r"-[a-z]{4,}(?:ing|ed)$")  # "Ann Lind-supporting crews"
_TOLD_BY_ENDING = re.compile(
    r"-(?:[a-z]+ed|led|run|held|era|style|is|was)$|phob(?:ic|ia)$"
)  # "Reed-controlled", "Council-is"
_GROUP = re.compile(r"\s(?:tribes?|clan|militia|brigades?|battalion|sect|gang|cartel|regiment)\b")
_SITE = re.compile(r"\.(?:com|org|net|info|co|io|tv|gov|edu)\b")
_IN_LETTERS = re.compile(r"\s\(([A-Z]{3,})\)")
_HEADED = re.compile(
    r"\b(?:CEO|(?:co-?)?founder|directors?|president|vice[ -]president|head|chief|chair(?:man|woman|person)?|editor"
    r"|spokes(?:man|woman|person)|members?|owner)\sof\s(?:[Tt]he\s)?$"
)
_MADE = re.compile(r"\b(?:unveil|launch|manufactur|discontinu)(?:e|es|s|ed|ing)?\s(?:(?:the|its|their)\s)?$")
# Whom an actor is on the stage: "the role of Ann Lind", "played Ann Lind on “Low Tide”".
_ROLE_OF = re.compile(r"\b(?:role\sof|characters?(?:\s(?:of|named|called))?|starr(?:ed|ing|s)\sas|fictional)\s$")
_PLAYED = re.compile(r"\b(?:play(?:s|ed|ing)|portray(?:s|ed|ing)?|as)\s(?:(?:the|little|young|old)\s)?$")
# "played Lind’s daughter, Denise, on The Gull Show": the role that is explained by its name.
_PLAYED_AS = re.compile(
    r"\b(?:play|portray)(?:s|ed|ing)\s(?:[A-Z][\w.-]*(?:\s[A-Z][\w.-]*)?[’']s?|his|her|the|an?)\s(?:[a-z-]+\s){0,3}[a-z-]+,\s$"
)
_ON_STAGE = re.compile(
    r",?\s(?:on|in)\s(?:(?:the|[A-Z][\w]*[’']s?)\s)?(?:\w+\s){0,3}?(?:[“\"‘]|(?:films?|movies?|[Ss]hows?|[Ss]eries|sitcom|play|drama|musical)\b)"
)
_MARKS = ("“", '"', "‘", "'")
_CLOSING_MARKS = ("”", '"', "’", "'")
_OPENS = re.compile(r"(?:[.!?:(\n…]|[.!?][”\"’')])\s*[“\"‘'(]?$|^[“\"‘'(]$")
_DIGIT = re.compile(r"\d")
# What tells which of many, and no body: "Senior White House", "Senate Democratic", "Hale GOP Senate".
_RANKED = frozenset({"Senior", "Top", "Several", "Many", "Some", "Most"})
_ENDS_OPEN = re.compile(
    r"\s(?:Democratic|Republican|Congressional|Presidential|Parliamentary)$|\s(?:GOP|Republican|Democratic)\s(?:Senate|House)$"
)
_TOLD_BY = re.compile(r"\s(?:(?:has|have|first|also|later)\s){0,2}(?:report|reveal|note|point)(?:s|ed|d)\b")
_OWNED = re.compile(r"[’'](?:s\s|\s)")
_ACRONYM = re.compile(r"[A-Z]{3,}")
_INITIAL = re.compile(r"\b[A-Z]")
# Who works for a body: "the UPS driver", "an HJB spokesman".
_STAFF = re.compile(
    r"\s(?:[a-z]+\s)?(?:[Ss]pokes(?:man|woman|person)|[Dd]irector|[Cc]ommissioner|[Cc]hief|[Pp]resident|[Cc]hair(?:man|woman|person)?"
    r"|CEO|[Oo]fficials?|[Oo]fficers?|[Aa]gents?|[Ll]eaders?|[Ee]xecutives?|[Aa]dministrator|[Ee]mployees?|[Dd]rivers?|[Mm]embers?"
    r"|[Aa]nalysts?|[Cc]orrespondents?|[Rr]eporters?|[Aa]nchors?|[Hh]osts?|[Cc]olumnists?|[Ll]awyers?|[Aa]ttorneys?|[Ii]nvestigators?)\b"
)
# What laws, works, diseases and ideas do as well as bodies, so that it tells nothing of who does it.
_THINGS_DO = frozenset(
    "be have do become seem remain mean require allow let protect cover provide apply help cause cost come go get"  # noqa: SIM905
    " make take give bring put keep lead leave work need end begin start open show say grow rise fall expand contain"
    " include create change stand sit lie turn prove appear happen exist affect offer reduce increase ensure spread"
    " kill hit strike matter fail pass".split()
)
# A clause in capitals, as headings have it: "Panel Was Told To Wait".
_CLAUSE = re.compile(
    r"\s(?:That|Was|Were|Is|Are|Has|Have|Would|Could|Will|Should|To|An|In|By|From|With|Not|Some|Himself|Herself|Itself|What|Who|When)\b"
)
LETTERS = 3  # in capitals: a longer word that stands small as well is only shouted
BEFORE_ROLE = 80  # the same before whom somebody plays
BEFORE = 24  # code points before a name that are looked at
OFTEN = 3  # "the Karl Lind case" is somebody's all the same
SAYING = 4  # what one article took for a place is somebody who says something one time in so many
TOWN = 4  # one in so many has "in" or "near" before it
MAX_TOKENS = 4  # longer names are those of bodies and works


def settle_names(articles: Sequence[AnnotatedArticle]) -> list[AnnotatedArticle]:
    """Return the articles with every mention's name and kind as the folder tells them. Their number stays."""
    articles = with_misprints_read(_with_one_apostrophe(_with_labels_read(articles)))
    folder = _Folder(articles)
    return [replace(found, mentions=folder.settled(found)) for found in articles]


def _with_one_apostrophe(articles: Sequence[AnnotatedArticle]) -> list[AnnotatedArticle]:
    """Return the articles with each name of an apostrophe written in the one way that most of them have: O'Lind."""
    times = Counter(
        word for found in articles for m in found.mentions for word in m.name.split() if "’" in word or "'" in word
    )
    usual: dict[str, str] = {}
    for word in sorted(times, key=lambda word: (times[word], word)):
        usual[word.replace("’", "'")] = word
    if all(usual[word.replace("’", "'")] == word for word in times):
        return list(articles)
    return [
        replace(
            found,
            mentions=tuple(
                replace(m, name=" ".join(usual.get(word.replace("’", "'"), word) for word in m.name.split()))
                for m in found.mentions
            ),
        )
        for found in articles
    ]


def _with_labels_read(articles: Sequence[AnnotatedArticle]) -> list[AnnotatedArticle]:
    """Return the articles with the names that a transcript sets in capitals before a colon as others write them.

    "OKAFOR:" is the Okafor who is named elsewhere; "ANN LIND:" is somebody by her forename.
    """
    known: dict[str, str] = {}
    for found in articles:
        for mention in found.mentions:
            if mention.kind in ("person", "unknown") and not mention.name.isupper():
                known.setdefault(mention.name.upper(), mention.name)
                known.setdefault(surname(mention.name).upper(), surname(mention.name))
    return [
        _labels_read(found, known)
        if any(_is_label(mention, found.article.text) for mention in found.mentions)
        else found
        for found in articles
    ]


def _labels_read(found: AnnotatedArticle, known: dict[str, str]) -> AnnotatedArticle:
    names = ChainMap(known, _by_initials(found))
    return replace(found, mentions=tuple(_read_label(each, found.article.text, names) for each in found.mentions))


def _by_initials(found: AnnotatedArticle) -> dict[str, str]:
    """Return the names of an article's people by the initials that tell one of them alone."""
    names = {
        m.name if not m.name.isupper() else m.name.title()
        for m in found.mentions
        if m.kind == "person" and " " in m.name
    }
    people = defaultdict(set)
    for name in sorted(names):
        people["".join(_INITIAL.findall(name))].add(name)
    return {letters: names.pop() for letters, names in people.items() if len({surname(each) for each in names}) == 1}


def _is_label(mention: Mention, text: str) -> bool:
    return mention.name.isupper() and text[mention.span.end : mention.span.end + 1] == ":"


def _read_label(mention: Mention, text: str, known: Mapping[str, str]) -> Mention:
    name = mention.name
    if not _is_label(mention, text) or is_listed_body(name):
        return mention
    spelt = known.get(name)
    if spelt is None and " " in name and name.split()[0].title() in words("forenames.txt"):
        spelt = name.title()
    return replace(mention, name=spelt, kind="person") if spelt is not None else mention


class _Folder:
    """What all articles together tell of the names in them."""

    def __init__(self, articles: Sequence[AnnotatedArticle]) -> None:
        self.small = frozenset(word for found in articles for word in _SMALL.findall(found.article.text))
        """The words that the articles write small somewhere."""
        mentions = [mention for found in articles for mention in found.mentions]
        self.marked: Counter[str] = Counter()
        """For each name, how often it stands with what marks somebody."""
        self.addressed: Counter[str] = Counter()
        """How often of these by a form of address."""
        self.said: Counter[str] = Counter()
        self.used: Counter[str] = Counter()
        self.acts: Counter[str] = Counter()
        self.subjects: Counter[str] = Counter()
        self.adorned: Counter[str] = Counter()
        """For each name, how often it stands as things do: "the Tidings", "the Harbour Wolf murders"."""
        self.told_of: Counter[str] = Counter()
        """How often of these it is no part of a longer description: "the Republic", and not "the Okoro plan"."""
        self.cited: Counter[str] = Counter()
        """How often it is only told according to whom: papers are, and people."""
        self.voiced: Counter[str] = Counter()
        """How often somebody speaks for it: "a spokesman for Lindmart"."""
        self.firms: Counter[str] = Counter()
        """How often a noun for a firm or a paper leads up to it: "the law firm of Lind Prat"."""
        self.things: Counter[str] = Counter()
        """How often it stands as only what is no person does: headed by somebody, unveiled, a tribe, a site."""
        self.played: Counter[str] = Counter()
        """How often it is whom an actor plays."""
        self.works: Counter[str] = Counter()
        """How often it fills a pair of marks, as titles do."""
        self.located: Counter[str] = Counter()
        """How often it is where something is: "in Lindholm"."""
        self.towns: Counter[str] = Counter()
        """How often a noun for a place tells what it is: "the village of Lindholm"."""
        self.within: Counter[str] = Counter()
        """How often it stands within a sentence, where a capital tells something."""
        self.reports: Counter[str] = Counter()
        """How often it reports something, as papers do and places do not."""
        self.sent: Counter[str] = Counter()
        """How often an outlet owns it: "Radio Lindholm's Jan Moss"."""
        self.does: Counter[str] = Counter()
        """How often it does what somebody does, "the HJB fined the crew", or somebody works for it, "a UPS driver"."""
        for found in articles:
            self._count_places(found)
        for mention in mentions:
            self._count_standing(mention)
        self.persons = frozenset(m.name for m in mentions if m.kind == "person" and " " in m.name)
        self.families = frozenset(map(surname, self.persons))
        longer = [m.name.split() for m in mentions if m.kind == "organisation" and " " in m.name]
        self.bodies = frozenset(tokens[0] for tokens in longer)
        """First words of bodies' names: "Ford" of "Ford Motor Company"."""
        self.heads = frozenset(tokens[-1] for tokens in longer)
        self.begun = frozenset(" ".join(tokens[:2]) for tokens in longer if len(tokens) > 2)
        """Two words that longer names of bodies begin with: "Gull Hook" of "Gull Hook Elementary School"."""
        self.letters = frozenset(_letters(m.name) for m in mentions if m.kind == "organisation" and " " in m.name)
        """What the names of bodies may be shortened to; and those of laws, works and prizes, which are none."""
        self.letters_of_things = frozenset(
            _letters(m.name) for m in mentions if m.name.split()[-1] in words("organisations.txt", "no_person")
        )
        self.kinds: dict[str, Counter[str]] = defaultdict(Counter)
        for mention in mentions:
            self.kinds[mention.name][mention.kind] += 1
        known = {name for name in self.persons if self._is_somebody(name)}
        known |= {name for name in sorted(self.used) if name not in known and self._is_new_name(name)}
        tails = {tail for name in known if (tail := _from_particle(name))}
        known |= {name for name in self.used if name.lower() in tails}
        self.full = frozenset(known)
        self.surnames = frozenset(surname(name) for name in known if self._is_sure(name))
        self.full |= {name for found in articles for name in self._sharing(found)}
        self.in_two_words = frozenset(without_hyphens(name) for name in known if self._is_sure(name))
        self.forenames = words("forenames.txt") & {name.split()[0] for name in known if self._is_sure(name)}

    def _count_places(self, found: AnnotatedArticle) -> None:
        """Count what stands before and behind the names of an article."""
        held = modifiers_of(found)
        doing = _doing(found)
        last: Mention | None = None
        for mention in found.mentions:
            before = found.article.text[max(0, mention.span.start - BEFORE) : mention.span.start]
            determined = _DETERMINED.search(before) is not None
            self.adorned[mention.name] += determined or mention.span.end in held
            self.told_of[mention.name] += determined and mention.span.end not in held
            self.cited[mention.name] += _is_cited(before, mention, found.article.text)
            self.things[mention.name] += _stands_as_thing(before, mention, last, found.article.text)
            self.played[mention.name] += _is_played(before, mention, found.article.text)
            self.works[mention.name] += (
                before[-1:] in _MARKS and found.article.text[mention.span.end : mention.span.end + 1] in _CLOSING_MARKS
            )
            self.located[mention.name] += _LOCATED.search(before) is not None or _is_seat(before)
            self.towns[mention.name] += _TOWN_OF.search(before) is not None
            self.within[mention.name] += _OPENS.search(before) is None and mention.span.start > 0
            self.reports[mention.name] += REPORTS.match(found.article.text, mention.span.end) is not None
            staff = mention.span.end in held and _STAFF.match(found.article.text, mention.span.end) is not None
            self.does[mention.name] += staff or mention.span.end in doing
            self.voiced[mention.name] += _VOICE_OF.search(before) is not None
            self.firms[mention.name] += _is_told_a_firm(before, mention, found.article.text)
            self.sent[mention.name] += last is not None and _owns(last, mention, found.article.text)
            last = mention

    def _count_standing(self, mention: Mention) -> None:
        """Count what a name does in its clause, and what marks it as somebody's."""
        standing = mention.standing
        self.used[mention.name] += 1
        self.said[mention.name] += standing.reporting
        self.acts[mention.name] += standing.reporting or standing.subject or standing.possessive
        self.subjects[mention.name] += standing.subject and not (standing.reporting or standing.possessive)
        self.addressed[mention.name] += bool(mention.standing.honorific)
        self.marked[mention.name] += bool(mention.standing.honorific or mention.role)

    def settled(self, found: AnnotatedArticle) -> tuple[Mention, ...]:
        """Return an article's mentions with the names and kinds that the folder gives them."""
        mentions = [self._without_title(mention, found.article.text) for mention in found.mentions]
        mentions = self._with_sharers(mentions, found.article.text)
        named = [mention.name for mention in mentions if mention.name in self.full]
        middles = [word for name in named for word in middle_surnames(name)]
        here = frozenset((*map(surname, named), *(name.split()[0] for name in named), *middles))
        kinds = [self._kind(mention, here) for mention in mentions]
        return tuple(
            mention if kind == mention.kind else replace(mention, kind=kind)
            for mention, kind in zip(mentions, kinds, strict=True)
        )

    def _without_title(self, mention: Mention, text: str) -> Mention:
        """Take off words in front that are no part of the name, since it stands without them elsewhere."""
        tokens = mention.name.split()
        opens = (
            text[max(0, mention.span.start - 2) : mention.span.start].endswith(("\n", ". ", "? ", "! "))
            or mention.span.start == 0
        )
        chance = len(tokens) == 2 and (
            self._is_chance(mention.name, tokens[0], opens) or self._is_office_in_letters(mention.name, tokens[0])
        )
        if chance and surname(tokens[1]) in self.surnames:
            return replace(mention, span=Span(mention.span.end - len(tokens[1]), mention.span.end), name=tokens[1])
        whole = text[max(0, mention.span.start - 1) : mention.span.start] in _MARKS  # “Morning Joe” is a programme
        if len(tokens) > 1 and surname(tokens[-1]) in self.surnames and _is_of_a_paper(tokens):
            return replace(mention, span=Span(mention.span.end - len(tokens[-1]), mention.span.end), name=tokens[-1])
        if len(tokens) == 2 and tokens[1] in self.forenames and not whole and self._is_epithet(tokens[0], mention.name):
            return replace(mention, name=tokens[1], kind="person")
        for cut in range(1, len(tokens) - 1):
            rest = " ".join(tokens[cut:])
            initial = len(tokens[cut - 1].rstrip(".")) == 1  # "I. Glenn Okoro"
            own = (
                initial
                or tokens[cut - 1] in words("forenames.txt")
                or opens_surname(tokens[cut])
                or opens_surname(tokens[cut - 1])
            )
            if rest in self.full and not own:
                gaps = list(_GAP.finditer(text, mention.span.start, mention.span.end))
                role = mention.role or Span(mention.span.start, gaps[cut - 1].start())
                return replace(mention, span=Span(gaps[cut - 1].end(), mention.span.end), name=rest, role=role)
        return mention

    def _with_sharers(self, mentions: list[Mention], text: str) -> list[Mention]:
        """Take for somebody whom another shares a surname with: Tuva, in "Tuva and Signe Prat"."""
        return [
            replace(mention, name=f"{mention.name} {surname(behind.name)}", kind="person")
            if behind is not None and self._shares_surname(mention, behind, text)
            else mention
            for mention, behind in zip_longest(mentions, mentions[1:])
        ]

    def _sharing(self, found: AnnotatedArticle) -> Iterator[str]:
        """Yield the full names of those whose surname only another one's has: Tuva Prat, in "Tuva and Signe Prat"."""
        for mention, behind in pairwise(found.mentions):
            if self._shares_surname(mention, behind, found.article.text):
                yield f"{mention.name} {surname(behind.name)}"

    def _shares_surname(self, mention: Mention, behind: Mention, text: str) -> bool:
        """Return whether a forename stands before "and" and somebody's full name, and is nobody's surname."""
        if " " in mention.name or behind.name not in self.full or behind.standing.honorific:
            return False
        joined = text[mention.span.end : behind.span.start] == " and " and not mention.role
        known = f"{mention.name} {surname(behind.name)}" in self.full
        forenames = words("forenames.txt")
        given = len(behind.name.split()) == 2 and {mention.name, behind.name.split()[0]} <= forenames
        return joined and (known or given) and mention.name not in self.surnames

    def _is_chance(self, name: str, first: str, opens: bool) -> bool:
        """Return whether a word stands before a surname by chance: "in the U.S. Lind", "Northern Lind rally".

        `opens`: whether the two open a sentence.
        """
        if _ABROAD.fullmatch(first):
            return True
        if self.used[name] == 1 and _tells(first):
            return True  # "The union praises Okoro, Blames Lind's crew"
        if first in words("forenames.txt") or self.acts[name] > self.subjects[name] or self.marked[name]:
            return False
        if self.said[first]:
            return False  # "Tuva said": somebody is called so
        return first in words("place_names.txt") or (
            self.used[name] == 1 and (opens or weight_of(first.lower()) < RAREST)
        )

    def _is_office_in_letters(self, name: str, first: str) -> bool:
        """Return whether somebody's office stands before a surname for short: "ADA Lind said"."""
        return _ACRONYM.fullmatch(first) is not None and not is_listed_body(first) and self.said[name] > 0

    def _is_epithet(self, first: str, name: str) -> bool:
        """Return whether a word before a forename only calls somebody something: "Sleepy Karl"."""
        common = first.lower() in self.small or weight_of(first.lower()) < RAREST
        return common and first not in words("forenames.txt") and not self.marked[name]

    def _kind(self, mention: Mention, here: frozenset[str]) -> MentionKind:
        """Return what a mention names, "unknown" where only its capital tells of a body."""
        kind = self._likeliest_kind(mention, here)
        return "unknown" if kind == "organisation" and self._is_unproved(mention.name) else kind

    def _is_unproved(self, name: str) -> bool:
        """Return whether nothing tells that a name is a body's: "DDT", "Principles", "Panel Was Told"."""
        if _CLAUSE.search(name):
            return True
        if name.islower():
            return False
        if " " in name:
            if name in words("organisations.txt", "no_body") or self._is_stump(name):
                return True
            # "Gull Country": nothing but the model tells that it is a body
            return not (is_listed_body(name) or is_outlet(name) or self._does_as_a_body(name))
        if name in words("organisations.txt", "no_body") or _TOLD_BY_ENDING.search(name):
            return True
        if self._speaks_as_a_body(name):
            return False
        if name in words("organisations.txt", "house") or (name in self.heads and self.told_of[name]):
            return False
        letters = name.replace(".", "")
        if letters.isupper() and len(letters) > LETTERS and name.lower() in self.small:
            return not (letters in words("organisations.txt", "letters") or is_outlet(name))  # "A WOMAN has"
        if letters.isupper():
            known = letters in words("organisations.txt", "letters") or is_outlet(name)
            known = known or (letters in self.letters and letters not in self.letters_of_things)
            return not known and (letters in self.letters_of_things or not self.does[name])
        common = name.lower() in self.small
        listed = not common and (name in words("organisations.txt", "bare") or _TWO_IN_ONE.fullmatch(name) is not None)
        common = common or weight_of(name.lower()) < RAREST
        if common and not self.within[name]:
            return True  # "Schools stayed closed": only the sentence gives the capital
        return not (listed or self.does[name] or (not common and (is_outlet(name) or name in self.bodies)))

    def _is_stump(self, name: str) -> bool:
        """Return whether a name is cut from a longer description: "Senior White House" or "Senate Democratic" aides."""
        first, _, rest = name.partition(" ")
        ranked = first in _RANKED and (self.used[rest] > 0 or is_listed_body(rest))
        return ranked or _ENDS_OPEN.search(name) is not None

    def _speaks_as_a_body(self, name: str) -> bool:
        """Return whether a name says something, is cited or spoken for, or is a firm's."""
        spoke = self.said[name] or self.voiced[name] or self.cited[name] or self.reports[name]
        return bool(spoke) or self._is_firm(name)

    def _does_as_a_body(self, name: str) -> bool:
        """Return whether a name speaks, or does what only somebody does."""
        return self._speaks_as_a_body(name) or self.does[name] > 0

    def _likeliest_kind(self, mention: Mention, here: frozenset[str]) -> MentionKind:
        """Return what a mention names. `here`: surnames and forenames of whom its own article names in full."""
        name, kind = mention.name, mention.kind
        if name.islower() and "-" not in name:
            return kind  # found as a name of a platform, though it is written small
        if " " in name:
            kind = "person" if name in self.full else "unknown" if kind == "person" else kind
            body = kind == "unknown" or (kind == "place" and self.reports[name] > 0)
            return "organisation" if body and (self._is_body(name) or self._is_mostly_body(name)) else kind
        if name.lower() in words("attributing_nouns.txt") and not (is_outlet(name) or self.marked[name]):
            return "unknown"  # "the Memo said": what somebody wrote is no body
        family = surname(name)
        if self._is_called_alone(name) or ("-" in name and without_hyphens(name) in self.in_two_words):
            return "person"
        if kind != "organisation" and self._is_town(mention):
            return "place"
        if name in here or family in here or (family in self.surnames and not is_listed_body(name)):
            return kind if kind == "organisation" and name in self.bodies else "person"
        if kind != "person":
            return "organisation" if kind == "unknown" and self._is_body(name) else kind
        return "person" if self._stands_alone(name) else "organisation" if self._is_body(name) else "unknown"

    def _is_body(self, name: str) -> bool:
        """Return whether a name that is nobody's says something, and stands as a body's does, or is a firm's.

        "the Lindholm Province reported", "the site Harbournow", "according to Harbournow".
        """
        if name in words("place_names.txt") or name.lower() in self.small or _ends_no_name(name.split()[-1]):
            return False
        if name in words("place_names.txt", "people") or _SEVERAL.fullmatch(name):
            return False
        if self._is_firm(name):
            return True
        if not self.said[name]:
            return False
        if " " in name:
            return self.told_of[name] > 0 or _has_acronym(name.split())
        return self.cited[name] > 0 and self.cited[name] == self.used[name]

    def _is_mostly_body(self, name: str) -> bool:
        """Return whether most of a folder's places take a name for a body's, as what it does there shows."""
        return self.kinds[name]["organisation"] * 2 > self.used[name] and self._speaks_as_a_body(name)

    def _is_firm(self, name: str) -> bool:
        """Return whether a name mostly stands behind a noun for a firm; a lone one, behind who speaks for it."""
        told = self.firms[name] if " " in name else self.firms[name] + self.voiced[name]
        return told > 0 and told * 2 >= self.used[name]

    def _is_town(self, mention: Mention) -> bool:
        """Return whether a word names the town that somebody is called as too: "in Lindholm", all over the folder."""
        name, standing = mention.name, mention.standing
        shown = standing.honorific or mention.role or standing.reporting
        if self.towns[name] and not (shown or self.marked[name] or self.said[name]):
            return True
        return not shown and self.located[name] > 1 and self.located[name] * TOWN >= self.used[name]

    def _is_called_alone(self, name: str) -> bool:
        """Return whether a lone word is somebody whom the folder often calls so, whatever one article took it for."""
        voted = self.kinds[name]
        named = self.marked[name] > 1 and self.said[name] > 0 and voted["person"] == max(voted.values())
        return named and not (is_listed_body(name) or name in words("place_names.txt")) and self._is_name_alone(name)

    def _stands_alone(self, name: str) -> bool:
        """Return whether a lone word that no full name has can be somebody: nothing but a name, and treated as one."""
        return self._is_name_alone(name) and self.kinds[name]["person"] * 2 > self.used[name]

    def _is_name_alone(self, name: str) -> bool:
        """Return whether nothing tells that a lone word is something else than a name."""
        if (
            name.strip(".") in SUFFIXES
            or _HYPHENED.fullmatch(name)
            or _DIGIT.search(name)
            or name.lower() in self.small
            or name in words("place_names.txt", "people")
        ):
            return False
        if name.endswith("s") and (name[:-1].lower() in self.small or _names_many(name)):
            return False  # "Contractors", "Norlanders"
        if self.told_of[name] * 2 >= self.used[name] or _SEVERAL.fullmatch(name):
            return False  # "the Republic", "CEOs"
        if self.cited[name] == self.used[name] and not self.marked[name]:
            return False  # "according to Harbournow": nothing else tells who or what that is
        if self._is_firm(name) or self.things[name] * 2 >= self.used[name]:
            return False  # "the newspaper Harbournow", "unveiled the Harbournow"
        if self.played[name] * 2 > self.used[name] and not self.said[name]:
            return False  # "played Lind’s daughter, Denise, on The Gull Show"
        # "Miss Universe", "Anyone", "Evidence": a common word that never does anything, or only opens sentences.
        shown = (
            self.within[name] or self.addressed[name] or (self.marked[name] and self.said[name])
        )  # "Mr. Lind" alone, or "Lind, the mayor," at the opening
        return weight_of(name.lower()) == RAREST or (self.acts[name] > 0 and bool(shown))

    def _is_somebody(self, name: str) -> bool:
        """Return whether a name that an article took for a person's can be one."""
        tokens = name.replace(".", "").split()
        if name in words("place_names.txt") or self._is_only_where(name) or _DIGIT.search(name):
            return False
        if _TOLD_BY_HYPHEN.search(tokens[-1]) or self._is_cut_body(name):
            return False
        if len(tokens) > MAX_TOKENS + 1 or _ends_no_name(tokens[-1]) or self._is_thing(name) or _has_acronym(tokens):
            return False
        if self.marked[name] or tokens[0] in words("forenames.txt"):
            return not self._is_work(tokens) or self.said[name] > 0
        if len(tokens) == 2 and self._is_headline(name, tokens):
            return False
        if any(token.lower() in self.small - _PARTICLES for token in tokens):
            return self.said[name] > 0 and not {tokens[0].lower(), tokens[-1].lower()} & self.small
        return True

    def _is_cut_body(self, name: str) -> bool:
        """Return whether a name is a body's without its last word, and nobody's: "Ann Lind" of "Ann Lind Clinic"."""
        idle = not (self.marked[name] or self.said[name] or self.acts[name])
        return idle and name in self.begun and not self.used[name.split()[-1]]

    def _is_headline(self, name: str, tokens: list[str]) -> bool:
        """Return whether a surname and a common word stand so once, as in a headline: "Lind Willing to Wait"."""
        common = tokens[1].lower() in self.small or weight_of(tokens[1].lower()) < RAREST
        known = any(surname(each) == tokens[0] for each in self.persons if each != name)
        return self.used[name] == 1 and known and common and not (self.said[name] or self.used[tokens[1]])

    def _is_only_where(self, name: str) -> bool:
        """Return whether a name that never acts is mostly where something is: "in Gull Hook"."""
        if self.marked[name] or self.said[name]:
            return False
        if self.towns[name] or (
            self.located[name] == self.used[name] and name.split()[0] not in words("forenames.txt")
        ):
            return True
        return self.located[name] * 2 >= self.used[name] and self.acts[name] == 0

    def _is_thing(self, name: str) -> bool:
        """Return whether a name stands as things' names do and never as somebody's: "the Harbour Wolf murders"."""
        if max(self.firms[name], self.things[name]) * 2 >= self.used[name]:
            return True
        if self.works[name] == self.used[name] and not (self.marked[name] or self.said[name]):
            return True  # “Harbour Heart”
        if self.told_of[name] * 2 > self.used[name] and not self.marked[name]:
            return True  # "the Karl County Tidings said": nobody has "the" before his whole name
        if self.marked[name] or self.said[name]:
            return False
        if self.played[name] * 2 >= self.used[name] and self.played[name]:
            return True  # "the role of Ann Lind"
        if self.used[name.split()[-1]]:
            return False
        known = name.split()[0] in words("forenames.txt") and name not in self.begun
        return self.adorned[name] * 2 >= self.used[name] and self.used[name] >= (OFTEN if known else 1)

    def _is_sure(self, name: str) -> bool:
        """Return whether a full name is more than what one model once took for a name."""
        first = name.split()[0]
        return bool(self.marked[name] or self.said[name] or first in words("forenames.txt") or self.used[name] > 1)

    def _is_work(self, tokens: list[str]) -> bool:
        """Return whether a name goes on where a person's ends: "Ann Ellis Live", "Karl Lind Lecture"."""
        return len(tokens) > 2 and tokens[-1].lower() in self.small and " ".join(tokens[:-1]) in self.used

    def _says_by_surname(self, name: str) -> bool:
        """Return whether somebody says something who is called by what may be the surname of a name alone.

        The last word, "Baek" of "Baek Seo-yeon", "Te Rangi" of "Hemi Te Rangi", the first of two surnames.
        """
        middle = middle_surnames(name) if len(name.split()) == MAX_TOKENS - 1 else []
        tokens = name.split()
        if len(tokens) == MAX_TOKENS and tokens[2] in _AND_MOTHERS:
            middle = [tokens[1]]
        called = (tokens[-1], surname(name), _whole_surname(name), *middle)
        # "The Hill reported": whoever has "the" before him is no Hill, but a paper.
        return any(self.said[each] and self.told_of[each] * 2 < self.used[each] for each in called)

    def _is_new_name(self, name: str) -> bool:
        """Return whether a name that no article took for a person's speaks, and its last word is used as a surname."""
        tokens = name.replace(".", "").split()
        if not 2 <= len(tokens) <= MAX_TOKENS or is_listed_body(name) or name.isupper():
            return False
        if name in words("place_names.txt") or tokens[0] in _TOWNS:
            return False
        if _ends_no_name(tokens[-1]) or tokens[-1] in words("place_names.txt", "people"):
            return False
        if any(token.lower() in self.small - _PARTICLES for token in tokens) or not _CAPITAL_BEHIND.match(tokens[-1]):
            return False
        if _has_acronym(tokens) or self._is_thing(name):
            return False
        if _names_many(tokens[-1]) and tokens[0] not in words("forenames.txt"):
            return False  # "Norland Marines"
        voted, first = self.kinds[name], tokens[0]
        if self.sent[name] and weight_of(tokens[0].lower()) >= RAREST:
            return True
        if voted["place"]:
            last = tokens[-1]  # "Amna Holm" opens the road, and "Holm said" so later
            called = self.said[last] > 0 and self.kinds[last]["person"] * 2 > self.used[last] and self.acts[name] > 0
            if called and len(tokens) == 2 and not (self.located[name] or words("place_names.txt") & set(tokens)):
                return True
            return (
                self.said[name] * SAYING >= self.used[name]
                and self.said[name] > 0
                and len(tokens) == 2
                and not words("place_names.txt") & set(tokens)
            )
        # Icelanders and Ethiopians are called by the first of their names
        by_first = self.said[first] > 0 and self.kinds[first]["person"] * 2 > self.used[first]
        if by_first and self.acts[name] > 0 and not self.used[tokens[-1]]:
            return True
        if not voted["organisation"]:
            # "Sok" of "Sok Vannarith", who has his surname first
            told_first = self.kinds[first]["person"] * 2 > self.used[first] and len(tokens) == 2 and self.acts[name] > 0
            shared = self.said[first] > 0 and (tokens[-1] in self.families or told_first)
            # "Mr. Okoro", whom nobody else can be that is called so in full: "alongside Tancred Okoro"
            addressed = self.addressed[tokens[-1]] > 0 and tokens[-1] not in self.families | words("forenames.txt")
            return self.said[name] > 0 or self._says_by_surname(name) or shared or addressed
        alone = self._says_by_surname(name) or (self.said[name] > 0 and self.acts[tokens[-1]] > 0)
        return alone and (self.used[tokens[0]] == 0 or surname(name) == tokens[0])


def _tells(word: str) -> bool:
    """Return whether a word is a verb of speech as headlines have it: "Blames", "Calls"."""
    return word.endswith("s") and cue_kind(word) is not None and word not in words("forenames.txt")


def _whole_surname(name: str) -> str:
    """Return a surname with what opens it: "Te Rangi" of "Hemi Te Rangi"; the last word of most names."""
    tokens = name.split()
    at = next((i for i, token in enumerate(tokens[1:-1], 1) if opens_surname(token)), len(tokens) - 1)
    return " ".join(tokens[at:])


def _from_particle(name: str) -> str:
    """Return a surname that is written with its particle, in small letters: "van holm" of "Ann van Holm"."""
    tokens = name.lower().split()
    at = next((i for i, token in enumerate(tokens) if token in PARTICLES), 0)
    return " ".join(tokens[at:]) if 0 < at < len(tokens) - 1 else ""


def modifiers_of(found: AnnotatedArticle) -> frozenset[int]:
    """Return where words end that only tell what kind a noun behind them is: "Wolf" in "the Harbour Wolf murders"."""
    parsed, text = found.words, found.article.text
    held = [
        (word.end, parsed[word.head])
        for word in parsed
        if word.dep in ("compound", "nmod") and parsed[word.head].start > word.end
    ]
    # "urged Karl Lind Sunday to leave": the parser takes the day for what the name belongs to.
    return frozenset(end for end, head in held if text[head.start : head.end] not in WEEKDAYS)


def _doing(found: AnnotatedArticle) -> frozenset[int]:
    """Return where the subjects end of what only somebody does, and whoever something is done by."""
    parsed = found.words
    ends = set()
    for word in parsed:
        head = parsed[word.head]
        subject = word.dep == "nsubj" and head.tag.startswith("VB") and head.lemma not in _THINGS_DO
        if subject or (word.dep == "pobj" and head.dep == "agent"):
            ends.add(word.end)
    return frozenset(ends)


def _letters(name: str) -> str:
    """Return the first letters of the words with a capital: "HJB" of "Harbour Justice Bureau"."""
    return "".join(_INITIAL.findall(name))


def _is_seat(before: str) -> bool:
    """Return whether a name is where somebody has an office or is from: "the harbour master of Lindholm"."""
    match = _SEATED.search(before)
    if match is None or match["office"] in words("relations.txt") | _SERVING:
        return False
    return is_role(match["office"])


def _is_cited(before: str, mention: Mention, text: str) -> bool:
    """Return whether a name only tells who told it: "according to Harbournow", "as Harbournow revealed"."""
    if _CITED.search(before) is not None:
        return True
    return before.endswith(("as ", "As ")) and _TOLD_BY.match(text, mention.span.end) is not None


def _stands_as_thing(before: str, mention: Mention, last: Mention | None, text: str) -> bool:
    """Return whether a name stands once as nobody's does: "the Al Oru tribe", "head of Lind Prat", "unveiled Gullo"."""
    end = mention.span.end
    if _GROUP.match(text, end) or _SITE.match(text, end):
        return True
    letters = _IN_LETTERS.match(text, end) if " " not in mention.name else None
    if letters is not None and mention.name[0] in letters[1]:
        return True  # the last word of what the letters stand for
    if mention.standing.possessive or mention.standing.honorific:
        return False
    if " " in mention.name and _OF_FIRM.match(text, end):
        return True
    if mention.name.split()[0] in words("forenames.txt"):
        return False
    if _MADE.search(before) or _HEADED.search(before):
        return True
    # "the Women’s Battalion (Oru Tamal Sen)": the same in another language.
    behind = last is not None and last.kind == "organisation" and text[last.span.end : mention.span.start] == " ("
    return behind and text[end : end + 1] == ")"


def _is_told_a_firm(before: str, mention: Mention, text: str) -> bool:
    """Return whether the words beside a name tell that it is a firm's or a group's."""
    return _FIRM.search(before) is not None or _TOLD_FIRM.match(text, mention.span.end) is not None


def _is_played(before: str, mention: Mention, text: str) -> bool:
    """Return whether a name is whom an actor plays."""
    if mention.standing.possessive or mention.standing.quoted:
        return False
    low = max(0, mention.span.start - BEFORE_ROLE)
    played = _PLAYED.search(before) or _PLAYED_AS.search(text, low, mention.span.start)
    on_stage = played is not None and _ON_STAGE.match(text, mention.span.end) is not None
    return on_stage or _ROLE_OF.search(before) is not None


def _owns(body: Mention, name: Mention, text: str) -> bool:
    """Return whether a name stands right behind an outlet's that owns it."""
    gap = text[body.span.end : name.span.start]
    return len(gap) <= len("’s ") and _OWNED.fullmatch(gap) is not None and is_outlet(body.name)


def _is_of_a_paper(tokens: Sequence[str]) -> bool:
    """Return whether a paper's name stands right before a surname: "in an essay for the Tidings Okoro wrote"."""
    paper, name = " ".join(tokens[:-1]), " ".join(tokens)
    if paper.capitalize() in words("forenames.txt"):
        return False  # "Petra Okoro": an agency is called so too
    return is_outlet(paper) and not is_outlet(name) and tokens[-1] not in words("organisations.txt", "word")


def _has_acronym(tokens: Sequence[str]) -> bool:
    """Return whether a body's letters begin or end a name that is no heading: "Reed-backed PKK", "KXQT Lindholm"."""
    ends = tokens[-1] not in SUFFIXES and _ACRONYM.fullmatch(tokens[-1]) is not None
    return (ends or _ACRONYM.fullmatch(tokens[0]) is not None) and not all(token.isupper() for token in tokens)


def _names_many(word: str) -> bool:
    """Return whether a plural is of what people are, by an office, a side or where they live."""
    noun = word.lower()
    known = words("people_nouns.txt") | words("kinds_of_people.txt")
    return noun in known or noun[:-1] in role_nouns() or noun.endswith(("ians", "ists", "women"))


def _ends_no_name(word: str) -> bool:
    """Return whether nobody's name ends with a word: "Party", and all of a country, "South Koreans"."""
    people = words("place_names.txt", "people")
    return word in words("organisations.txt", "no_person") or (
        word in people and word.removesuffix("s") in people - {word}
    )
