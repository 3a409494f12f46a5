"""What a page sets around a story in whole sentences: who its writer is, what its column is, what it asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.clean.furniture import EMBEDDED
from generator.clean.lines import Block
from generator.clean.page import LineFact, LineVerdict, Page, shown
from generator.clean.promotions import is_reported, is_told, site_talk
from generator.clean.shapes import may_be_body
from generator.clean.signatures import people, proper_name

WRITER = LineVerdict("note on who wrote it")
POINTER = LineVerdict("pointer to a film or picture that is not in the text")
SITE = LineVerdict("the page speaks of itself")
AT_EDGE = 3  # words of the site's own talk; tuned on made-up pages of forty outlets and PolNeAR articles
DEEPEST = 6  # last paragraphs among which such notes stand
NOTE_WORDS = 120  # a columnist's note with all their books

_MARKS = " \t\u00a0•⦁·*–—-"
_TITLE = r"(?:(?:Dr|Prof|Professor|Sir|Dame|Rev|Adm|Gen|Col|Capt|Lt|Maj|Sgt|Judge|Retired)\.?\s)*"
_OF_RANK = r"(?:Dr|Prof|Professor|Sir|Dame|Rev|Rep|Sen|Gov|Lord|Lady|Baroness|Adm|Gen|Col|Capt|Lt|Maj|Judge)"
_NAME = (
    r"(?P<name>[A-Z][\w.'’-]*(?:\s(?:[A-Z][\w.'’-]*|de|da|del|van|von|der|la|al|bin|[“\"][A-Z]\w+[”\"])){1,4}"
    r"(?:,\s(?:Jr|Sr|RN|MD|PhD|Ph\.D|M\.D|J\.D|Esq|CFA|CPA|MBA|MPH)\.?){0,3})"
)
_ASIDE = r"(?:,?\s\([^()]{2,60}\)|,\s[^.]{3,220},[”\"]?)?,?"
# What writers of articles are; before it stand at most words that say of what kind.
_WORK = (
    r"(?i:writers?|authors?|columnists?|journalists?|reporters?|correspondents?|editors?|contributors?|commentator|"
    r"professor|lecturer|historian|economist|classicist|scientist|scholar|researcher|fellow|scholar-in-residence|"
    r"director|president|founder|co-founder|chair(?:man|woman)?|dean|head|CEO|chief|officer|partner|principal|"
    r"analyst|strategist|consultant|adviser|advisor|attorney|lawyer|counsel|senator|congress(?:man|woman)|"
    r"representative|mayor|governor|host|producer|critic|novelist|essayist|blogger|personality|broadcaster|"
    r"pseudonym|physician|epidemiologist|sociologist|philosopher|psychologist|editor-at-large|editor-in-chief|leader)"
)
_IS = re.compile(
    rf"{_TITLE}{_NAME}{_ASIDE}\s(?:(?:is|are)\s(?:also\s|currently\s|now\s)?(?:[\w’'./&-]+(?:,)?\s){{0,7}}?{_WORK}\b"
    r"|(?:writes|blogs|covers|reports|teaches|lectures|serves as|works as|hosts|edits)\s)"
)
# Of whom a byline names these tell too; of others they tell what happened.
_WAS = re.compile(rf"{_TITLE}{_NAME}{_ASIDE}\s(?:was|has|had|covered|served|worked|wrote|reported|joined|led)\s")
# Whom the story does not tell of, and who is somebody in one sentence below it, wrote it: "Ann Lee is a Labour peer."
_IS_SOMEBODY = re.compile(
    rf"(?P<title>(?:{_OF_RANK}\.?\s)*){_NAME}\s(?:is|are) (?:an?|the)\s(?:[\w’'./&-]+,?\s?){{1,14}}\.?"
)
# What only a note on a writer says, behind the sentence that names them: "Her latest book is ...", "Follow him on ...".
_AUTHORED = re.compile(
    r"(?:[.!?][”\"]?|;)\s(?:"
    r"(?:His|Her|Their|Other|Among (?:his|her|their|other)) (?:[\w-]+ ){0,4}"
    r"(?:books?|novels?|memoir|column|podcast|newsletter|blog)\b|"
    r"(?:He|She|They) (?:is|are|was) (?:also )?(?:the |an? )?(?:co-?)?authors? of\b|"
    r"(?:You can )?[Ff]ollow (?:him|her|them|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)?) (?:on|at)\b|"
    r"(?:(?:He|She|They) can be|You can|Reach|Contact|E-?mail) (?:reach(?:ed)?|contact(?:ed)?|found|him|her|them)\b|"
    r"(?:Twitter|X)\s?: ?@\w|(?:He|She) is (?:@\w+ )?on (?:Twitter|X|Facebook)\b|"
    r"(?:He|She|They) (?:writes|blogs|tweets|posts) (?:regularly |frequently |often |also )*(?:at|for|on|about)\b|"
    r"(?:His|Her|Their|The|Any) (?:opinions?|views?) (?:expressed )?"
    r"(?:in this (?:commentary|column|article|piece|op-ed) )?"
    r"(?:are|is) (?:solely |entirely )?(?:his|her|their|those of)\b|"
    r"Read (?:more )?[A-Z].{2,50}[’'](?:s )?(?:[Rr]eports|[Cc]olumns?|[Aa]rchives?)\b)"
)
_SOMEBODY = re.compile(rf"{_TITLE}{_NAME}(?:,|\s(?=[a-z(]))")
# "LEE covers the harbour for the agency.": agencies' notes have the surname of a byline in capitals.
_SURNAME_IS = re.compile(
    r"(?P<name>[^\W\d_a-z][^\W\d_a-z’'-]{2,30})\s(?:is|was|has|covers|writes|reports|leads|works|joined)\s"
)
# "Lee covers the harbour for Quay News.": of whom a byline names
_WRITES = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w’'-]{2,30})\s(?:covers|writes|reports|is an? (?:[\w’'-]+ ){0,4}?"
    r"(?:reporter|correspondent|editor|columnist|writer|journalist))\s"
)
# "The writer is a lecturer in canals at Tarn.": whom the story has not told of as a writer.
_THE_WRITER = re.compile(rf"The (?:author|writer|columnist)s? (?:is|are) (?:[\w’'./&-]+,? ){{0,7}}?{_WORK}\b")
_ANOTHER = re.compile(r"(?:(?<=[a-z”)\d]\.)|;)\s(?=[A-Z])")
_ALSO = re.compile(rf"{_TITLE}{_NAME}{_ASIDE}\s(?:is|are)\s")  # the first has said that writers are told of
_OUGHT_NOT = re.compile(r"\s(?:who|that|which|said|says|told|was|were|has|had|of|for|at|in|to)\b")
_OFFICE = re.compile(
    r"^(?:(?:Senior|Staff|Contributing|Executive|Managing|Associate|Chief|National|Political|Former)\s)*"
    r"(?:Editor[\w-]*|Writer|Reporter|Correspondent|Columnist|Contributor|Fellow)\s"
)
_COLUMN = re.compile(
    r"[“\"]?(?:The\s)?[A-Z\d][\w’'& ]{1,40}?[”\"]?\s(?:"
    r"(?:shows|brings|gives|offers|tells)\syou\b.{0,90}\b(?:stories|news|headlines|perspectives|debates|reports)\b|"
    r"is\s(?:an?|our|the)\s(?:\w+\s){0,2}(?:column|newsletter|podcast|feature|series|blog)\s"
    r"(?:written\s|hosted\s)?(?:by|from)\s(?-i:[A-Z]))"
)
# "In-depth political coverage, sports analysis, entertainment reviews and commentary.": what a section offers.
_OFFERED = frozenset(
    (
        *("coverage", "analysis", "reviews", "commentary", "opinion", "features", "news", "updates", "interviews"),
        "investigations",
    )
)
OFFERED = (3, 18)  # of these words, of all
_PLEA = re.compile(
    r"\byou can help us\b|(?:^|[.!?:]\s)(?:please )?make a (?:\w+[- ]){0,3}(?:donation|contribution|gift)\b|"
    r"\b(?:your|a) (?:financial )?(?:contribution|donation|support|gift)\b.{0,30}\b(?:helps?|keeps?|allows?|enables?|"
    r"makes|lets)\b|\b(?:members|subscribers) get (?:all|full|unlimited|exclusive)\b|"
    r"\bwe (?:aim|strive|work) to (?:answer|bring|give|provide|offer|keep) (?:your?|our readers)\b|"
    r"\bconsider (?:making|giving|becoming|supporting)\s(?:[\w’'-]+\s){0,3}"
    r"(?:donation|contribution|gift|member|supporter|subscriber|journalism|work)\b|"
    r"^looking for an? (?:quick|easy|easier|simple|better|smart)\w* way to (?:keep|stay|follow|get|catch)\b|"
    r"^visit\s.{2,60}\b(?:home ?page|web ?site|site)\b.{0,12}\bfor (?:more|the latest)\b|"
    r"^for (?:all |more |the )*latest (?:news|updates?|headlines|stories)\b.{0,40}\b(?:follow|visit|click|"
    r"download|join|subscribe|log on)\b|\bfollow us (?:on|at)\b|"
    r"^(?:like|love|enjoy(?:ed)?) (?:this|the|what)\b.{0,40}\?\s(?:please )?"
    r"(?:share|subscribe|sign|follow|tell|support)\b|"
    r"\bpitch (?:it to )?us (?:at|here)\b|\bif you have (?:an? )?(?:idea|tip|story|question|information)\b.{0,60}"
    r"\b(?:pitch|e-?mail|contact|write|send|tell)\b|^do you have (?:a |any )?(?:information|tips?)\b|"
    r"^you (?:have |are |[’']ve )?(?:received|receiv(?:e|ing)|get(?:ting)?|got) this "
    r"(?:e-?mail|message|newsletter|letter) "
    r"(?:because|as)\b|"
    r"\bdelivered to (?:\w+ ){0,3}inbox(?:es)?\b|"
    r"\bto stay (?:updated|informed|up to date), (?:follow|sign|subscribe)\b|"
    r"\beditorial (?:opinions|board)\b.{0,90}\b(?:separate|independent)(?:ly)? (?:from|of)\b",
    re.IGNORECASE,
)

# What was reported is the page's own here: nobody's words.
_DEVELOPING = re.compile(
    r"^this is a (?:developing|breaking)(?: news)? story\b|"
    r"^this (?:story|post|article|report) is (?:breaking|developing)\b|"
    r"\bwe[’']ll (?:move quickly to )?correct the record\b|"
    r"^we(?:[’']ll| will) update this (?:post|story|article)\b",
    re.IGNORECASE,
)


def judge_closing(page: Page, known: Sequence[LineFact]) -> list[LineFact]:
    """Take the notes off both ends of the page and return the writers whom one names. `known`: what lines stated."""
    left = page.left()
    for i in left:
        if not _of_the_site(page.blocks[i]):
            break
        page.verdicts[i] = SITE
    left = page.left()
    writers = " ".join(fact.value for fact in known if fact.field == "byline") or page.writers
    named: list[LineFact] = []
    for i in left[:TOP] if page.form == "scrape" else ():
        block = page.blocks[i]
        names = writer_note(block, writers) if block.words <= SHORT_NOTE or _AUTHORED.search(block.text) else []
        others = [page.blocks[j] for j in left if j != i]
        if names and writers and all(name in writers for name in names):
            page.verdicts[i] = WRITER  # right below the byline: "Ann Lee covers the harbour."
        elif names and _AUTHORED.search(block.text) and not any(_named(name, others) for name in names):
            page.verdicts[i] = WRITER
            named = [_byline(names, block, "above")]
    left = page.left()
    if len(left) > 1 and _leads_nowhere(page.blocks[left[-1]]):
        page.verdicts[left.pop()] = POINTER
    if len(left) > LEAST_STORY and (boxed := _author_box(page, left[-1], writers)):
        page.verdicts[left[-1]] = WRITER
        if page.blocks[left[-2]].text == boxed:
            page.verdicts[left[-2]] = LineVerdict("byline (kept as byline)")
        named = named or [_byline([boxed], page.blocks[left[-1]], "below")]
        left = page.left()
    for k in range(len(left) - 1, max(0, len(left) - 1 - DEEPEST), -1):
        block = page.blocks[left[k]]
        if _of_the_site(block) or (_heads(block) and k + 1 < len(left) and page.verdicts[left[k + 1]] is SITE):
            page.verdicts[left[k]] = SITE
            continue
        above = [page.blocks[i] for i in left[:k]]
        if page.form == "scrape" and block.words <= SHORT_NOTE and _THE_WRITER.match(block.text.strip(_MARKS)):
            told = {block.tokens[1], block.tokens[1].rstrip("s")}
            if not any(told.intersection(other.tokens) for other in above):
                page.verdicts[left[k]] = WRITER
                continue
        names = writer_note(block, writers)
        last = all(page.verdicts[i] is not None for i in left[k + 1 :])
        if not names and last and k >= LEAST_STORY:
            names = [name] if (name := _introduced(block, _is_opinion(page))) else []
        if page.form != "scrape" and not all(name in writers for name in names):
            break
        alone = {Block(name, ()).key for name in names}  # what is nothing but the name does not tell of anybody
        above = [other for other in above if other.key not in alone]
        if not names or not all(name in writers or not _named(name, above) for name in names):
            break
        page.verdicts[left[k]] = WRITER
        for i in left[:k]:
            if page.form == "scrape" and page.blocks[i].key in alone:
                page.verdicts[i] = LineVerdict("byline")
        return [] if writers else named or [_byline(names, block, "below")]
    return [] if writers else named


_OF_WRITER = re.compile(
    r"(?:joined|covers|writes|reports|works|has (?:written|covered|reported|worked)|is|was|graduated|lives)\b"
)


def _author_box(page: Page, i: int, writers: str) -> str | None:
    """Return whose box closes the page: a name on a line of its own, a button perhaps, and who that is.

    "Ann Lee", "FOLLOW", "Ann joined the paper in 2018. She writes about ...": the note begins with the name or with its
    first part. A name that no byline has needs the whole name and a note that says that they write.
    """
    block = page.blocks[i]
    if block.words > BOX_WORDS or not (block.ends_sentence or "@" in block.text):
        return None
    for above in page.blocks[max(0, i - 2) : i]:
        if not 2 <= above.words <= MOST_NAMES or not proper_name(above.text):
            continue
        whole = block.text.startswith(f"{above.text} ")
        known = bool(writers) and above.key in Block(writers, ()).key
        begun = f"{above.text} " if whole else f"{above.text.split()[0]} "
        if not (whole or known) or not block.text.startswith(begun) or not _OF_WRITER.match(block.text[len(begun) :]):
            continue
        if known or _WRITING.search(block.text):
            return above.text
    return None


BOX_WORDS, MOST_NAMES = 60, 4
_WRITING = re.compile(
    r"\b(?:writes|written for|covers|covered|reporter|journalist|editor|correspondent|contact:|e-?mail:)", re.IGNORECASE
)


def _byline(names: Sequence[str], block: Block, where: str) -> LineFact:
    return LineFact("byline", " and ".join(names), f"note {shown(block.text)} {where} the story", 8)


TOP, SHORT_NOTE = 6, 30  # paragraphs; words of a note above the story


# "Watch the video below:", "Look back at the strike in pictures:" with nothing below it.
_LED = re.compile(
    r"\W*(?:you can )?(?:watch|see|look|listen|hear|read|check|scroll|view|click|take a look|have a look)\b[^.!?]*:",
    re.IGNORECASE,
)
LEAD_WORDS = 14


def _leads_nowhere(block: Block) -> bool:
    """Whether the last line of a page only leads to a film or picture that was not copied with it."""
    return block.words <= LEAD_WORDS and _LED.fullmatch(block.text) is not None and not is_told(block)


def _heads(block: Block) -> bool:
    """Whether a short line can only be the heading of what stands below it."""
    return block.words <= HEADING and not block.ends_sentence and not may_be_body(block)


HEADING = 6  # words


def _of_the_site(block: Block) -> bool:
    if site_talk(block) >= AT_EDGE:
        return True
    if block.words > NOTE_WORDS:
        return False
    return (block.words <= 40 and _COLUMN.match(block.text.strip(_MARKS)) is not None) or (
        not is_told(block)
        and (
            (len(_OFFERED.intersection(block.tokens)) >= OFFERED[0] and block.words <= OFFERED[1] and _is_list(block))
            or _DEVELOPING.search(block.text) is not None
            or (_PLEA.search(block.text) is not None and not is_reported(block.text))
        )
    )


def _is_list(block: Block) -> bool:
    """Whether a line only lists: two commas or more, and nothing in it is done."""
    done = any(word.endswith("ed") for word in block.tokens) or not _DONE.isdisjoint(block.tokens)
    return block.text.count(",") > 1 and not done


_DONE = frozenset(("is", "are", "was", "were", "has", "have", "had", "will", "would", "said", "says"))


def writer_note(block: Block, writers: str = "") -> list[str]:
    """Return whom a note tells of that says what its writers are: "Ann Lee is a professor of law at Port Hale."

    Sentences that go on about them ("Her last book is ...") belong to it; the first must name one. `writers`: the
    article's byline.
    """
    text = block.text.strip(_MARKS)
    if block.words > NOTE_WORDS or not block.text[-1:] or is_told(block):
        return []
    surname = _SURNAME_IS.match(text) or (_WRITES.match(text) if block.words <= SHORT_NOTE else None)
    if surname is not None and surname["name"].casefold() in Block(writers, ()).tokens:
        return [name for name in re.split(r",\s|\sand\s", writers) if surname["name"].casefold() in name.casefold()]
    starts = [0, *(found.end() for found in _ANOTHER.finditer(text))]
    found = [(_ALSO if start else _IS).match(text, start) for start in starts]
    known = _WAS.match(text)
    if found[0] is None and known is not None and known["name"] in writers:
        found[0] = known
    if found[0] is None and _AUTHORED.search(text):
        found[0] = _SOMEBODY.match(text)
    if found[0] is None or _OUGHT_NOT.search(found[0]["name"]):
        return []
    names = [_OFFICE.sub("", match["name"]).strip(" ,.") for match in found if match is not None]
    return list(dict.fromkeys(name for name in names if " " in name))


LEAST_STORY = 3  # paragraphs: a short notice may end with somebody new


_OPINION = re.compile(
    r"\W*(?:opinions?|commentary|comment|op-?ed|guest column|column|letters?|voices|perspective)\b\W*(?:$|[:|])",
    re.IGNORECASE,
)


def _is_opinion(page: Page) -> bool:
    return any(_OPINION.match(block.text[:HEAD_WORD]) for block in page.blocks[:HEAD])


HEAD, HEAD_WORD = 4, 40  # lines, characters


def _introduced(block: Block, opinion: bool) -> str | None:
    """Return the person of whom a single sentence says who that is, and nothing else: "Rep. Ann Lee is a Democrat.".

    `opinion`: whether the page calls itself one; elsewhere a title or a forename must show that it is a person.
    """
    text = block.text.strip(_MARKS)
    if block.words > SENTENCE or not block.ends_sentence or is_told(block):
        return None
    found = _IS_SOMEBODY.fullmatch(text)
    if found is None or _OUGHT_NOT.search(found["name"]):
        return None
    return found["name"] if found["title"] or opinion or people(found["name"]) else None


SENTENCE = 20  # words


def _named(name: str, blocks: Sequence[Block]) -> bool:
    """Whether the story tells of somebody of that surname: then the last paragraph may be about them."""
    parts = [part for part in re.findall(r"[^\W\d_]{3,}", name) if part not in ("Jr", "Esq", "PhD")]
    surname = parts[-1].casefold() if parts else name.casefold()
    return any(surname in block.tokens for block in blocks if not EMBEDDED.search(block.text))
