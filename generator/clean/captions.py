"""Captions and photo credits that stand as paragraphs: told by a credit, or by the way a picture is described."""

from __future__ import annotations

import re

from generator.clean.lines import Block
from generator.clean.outlets import known_outlet, outlet_like
from generator.clean.page import LineRule, LineVerdict
from generator.clean.signatures import people
from generator.clean.wordlists import folded
from generator.days import MONTH_PATTERN, MONTHS

_I = re.IGNORECASE
LONGEST = 75  # words
AT_END = 140  # characters: a credit that closes a caption is shorter

_HOUSE = (
    r"(?:AP|AFP|EPA|EPA-EFE|ANSA|Reuters|REUTERS|Getty|GETTY|Shutterstock|Alamy|iStock|Xinhua|TASS|"
    r"Sputnik|Anadolu|AA|PTI|ANI|PA|Press Association|Associated Press|Bloomberg|Zuma|ZUMA|SIPA|Imago|"
    r"IMAGO|dpa|DPA|Kyodo|Yonhap|UPI|CNN|BBC|NASA|Maxar|Planet Labs|Handout|HANDOUT|Pool|POOL|File|FILE|"
    r"Screengrab|Screenshot|YouTube|Twitter|Facebook|Instagram|Wikimedia|Wikipedia|Unsplash|Pexels|"
    r"Pixabay|WikiCommons|NurPhoto|[A-Z]\w+ Images|[A-Z]\w+ Press)"
)
_CREDIT_LABEL = re.compile(
    r"^(?:note\s?:\s)?"
    r"(?:(?:file |featured? |lead |header |main |top )?"
    r"(?:photo|photograph|image|picture|pic|video|illustration|graphic|map|photos|"
    r"images|pictures|screengrab|cover|visual)s?\s*(?:source|credits?|caption|copyright|by|"
    r"courtesy(?: of)?|via|:|\||/)"
    r"|(?:image|photo|picture|media|video|figure) (?:source|caption|credit|copyright|gallery)\b|"
    r"caption\s*[:,]|credit\s*[:,|/]\s?\S.*\b(?:images|getty|reuters|ap|afp|photo|shutterstock|"
    r"alamy)\b|file\s*[-–—:]\s|file (?:photo|image|picture)\b|\[?(?:photo|image|picture)\s*[:\]/]|"
    r"watch\s?:)",
    _I,
)
_SAID = re.compile(r"\b(?:said|told|says|added)\b")
_GLUED_CREDIT = re.compile(
    r"(?i:photo|image|picture|video|credit)s?\s?(?i:credit|by|courtesy)?\s?[:/]\s?[^\s.:]{2,20}(?:\s[^\s.:]{2,20}){0,3}?(?<=[a-z])"
    r"(?=[A-Z“][\w’']*\s)"
)


def glued_credit(text: str) -> int | None:
    """Return where a paragraph begins that has lost the space to the credit before it: "Photo: QuayDivers said ..."."""
    if ":" not in text[:24] and "/" not in text[:24]:
        return None
    found = _GLUED_CREDIT.match(text)
    return found.end() if found and len(text[found.end() :].split()) >= 8 else None


def caption_before_headline(block: Block, title: str = "") -> int | None:
    """Return where a headline begins behind the caption and credit of a picture: "... tide. | AP Truce off".

    `title`: the page's first line, whose words the headline may have again.
    """
    text = block.text
    found = _BEFORE_HEADLINE.match(text) if "|" in text else _BRACKETED_CREDIT.match(text)
    if found is None:
        return None if block.ends_sentence else _summary_before_headline(text, title)
    return found.end() if 3 <= len(text[found.end() :].split()) <= HEADLINE_AND_STANDFIRST else None


HEADLINE_AND_STANDFIRST = 60  # words that may follow in the same paragraph
_SUMMED = re.compile(
    r"(?P<summary>[A-Z“\"‘'][^|\n]{40,220}?(?:[a-z]{4}|[\d”\"’'%)])[.?!][”\"’']?)\s(?=[A-Z\d“\"‘'])(?P<headline>[^|\n]{12,90}[\w)%’'])$"
)


def _summary_before_headline(text: str, title: str) -> int | None:
    """Return where a headline begins behind a sentence that sums its story up, as pages set it below a picture.

    "The board of the port votes on its tolls on Monday. Port board: tolls must rise": what the sentence names the
    headline names again. A headline of two sentences has no such echo.
    """
    found = _SUMMED.match(text)
    if (
        found is None
        or len(found["summary"].split()) < 8
        or re.search(
            r"[.!?] |^(?:But|And|So|Yet|Read|Follow|See|Watch|Sign|More)\b|\b(?:an?|the|of|to|in|and|with|for)$",
            found["headline"],
        )
    ):
        return None
    said = {word[:5].casefold() for word in _LONG_WORD.findall(found["summary"])}
    again = told_again(found["headline"], title) or any(
        word[:5].casefold() in said for word in _LONG_WORD.findall(found["headline"])
    )
    return found.start("headline") if again and 3 <= len(found["headline"].split()) <= 14 else None


def told_again(headline: str, title: str) -> bool:
    """Return whether a headline has hardly a longer word that the page's first line has not."""
    words = {word.casefold() for word in _LONG_WORD.findall(headline)}
    known = {word.casefold() for word in _LONG_WORD.findall(title)}
    return len(words) >= 3 and len(words & known) >= 0.75 * len(words)


_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_CREDIT_AT_END = re.compile(
    r"(?:[(\[][^()\[\]]{0,45}(?:\b(?:photo|image|images|pool|via|file|handout|getty|epa|shutterstock|"
    r"alamy|screengrab|"
    r"courtesy|credit|picture|illustration)\b)[^()\[\]]{0,45}[)\]]\.?$)|"
    r"(?:(?:photo(?:graph)?|image|picture|pic|video)"
    r"(?:\s(?:credit|courtesy|source|by))?\s*[:|]|\b(?:photo(?:graph)?|image|picture|illustration)s? by|"
    r"\bcredit\s*[:|])\s?(?:[^.]|(?<=\b(?-i:[A-Z]))\.){2,60}\.?$|"  # "Photo Credit: R. BERG"
    r"(?<=[.!?”\"])\s(?:photos?|pictures?|images?) courtesy(?: of)? [^.]{2,60}\.?$|"
    r"\b(?:Getty Images|Shutterstock|Alamy(?: Stock Photo)?|Zuma Press|AP Photo|AFP PHOTO|EPA-EFE|"
    r"iStock)[\w /.,'-]{0,40}\.?$|"
    r"(?-i:[a-z\d.!?”\"’')]\s?Credit(?:\.\.\.|…)\s?[A-Z][^.!?]{2,70}$)|"  # "... on Tuesday.Credit...Ola Berg"
    r"(?-i:[(\[](?:[A-Z][\w.'’-]+\s){2,4}for [Tt]he [A-Z][\w.&'’ -]{2,40}[)\]]\.?$)",
    _I,
)
# "... since 2004. (Supplied: Ann Lee)", "... on the quay (Quay News: Ola Berg)": whose picture it is, and who took it.
_FROM_HAND = re.compile(
    r"[\w.!?”\"’')]\s[(\[](?:[Ss]upplied|"
    r"(?:[Ss]ubmitted|[Ss]upplied|[Pp]rovided|[Cc]ontributed)(?: by|:)\s[^()\[\]]{2,60}|"
    r"[A-Z][\w.&’' -]{1,40}:\s(?:[A-Z][\w.'’-]+\s){1,3}[A-Z][\w.'’-]+|"
    r"[Ss]upplied:\s[^()\[\]]{2,50})[)\]]\.?$"
)
# "... at Tarn - Ola Berg - 21.mar.24/Quaypress", "... 6 mars 2024. OLA BERG POUR « QUAY »": by dash or capitals.
_NAMED_BEHIND = re.compile(
    r"\w\s[-–—]\s[A-ZÀ-Þ][\w.’'-]+(?:\s[A-ZÀ-Þ][\w.’'-]+){1,2}\s[-–—/]\s?[\w./ ]{3,20}(?:/[A-Z][\w ]+)?$|"
    r"[.!?”»]\s(?:[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+\s?){2,4}"
    r"(?:\s?/\s?[A-ZÀ-Þ][\w .’'-]{1,30}|(?:POUR|FOR|FÜR|PARA|PER)\s[^.!?]{2,40})$"
)
# "(Reuters)" closes captions and, under some papers' stories, the story: then nothing is described.
_BARE_AGENCY = re.compile(r"\s[(\[](?:[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,3})[)\]]\.?$")
_OF_FILE = r"(?:\s[Ff]ile|\s?/\s?(?:Files?|Pool|Handout)(?: [Pp]hotos?)?)?"  # "... / File Photo"
_SLASH_CREDIT = re.compile(
    r"[(\[]\s?(?:File:\s?)?[A-Z][\w.'’-]*(?:\s[A-Z\d][\w.'’-]*){1,4}\s?/\s?[A-Z][^()\[\]]{1,45}(?:\(\d\))?[)\]]$|"
    rf"(?:^|[.!?”\"’]\s|\s[|–—-]\s|\s)(?:[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){{0,3}}|"
    rf"[A-Z]{{2,}})\s?/\s?{_HOUSE}(?:\s?/\s?{_HOUSE}|\s[Ff]ile|\svia\s[A-Z]\w+(?:\s[A-Z]\w+)?|\sPhoto|"
    rf"\sImages)*\.?$|\s{_HOUSE}\s?/\s?[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){{0,3}}"
    rf"{_OF_FILE}\.?$"
)
_CREDITED = re.compile(r"(?!(?:The|An?)\s)[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){1,2}\s?/\s?(?=[A-Z])")
# "... January 25, 2018. Quayfoto/Ola Berg/Town hall via REUTERS": through whose hands the picture came.
_HANDED_ON = re.compile(
    r"[.!?\d”\"’')]\s(?:[A-Z][\w.'’-]*\s?/?\s?){1,8}(?:[\w'’-]+\s)?via\s"
    rf"{_HOUSE}(?:\s?/\s?{_HOUSE})*{_OF_FILE}\.?$"
)
# "... on Monday. Associated Press": the agency alone, behind a caption's full stop.
_AGENCY_BEHIND = re.compile(rf"[.!?][”\"’']?\s(?:The\s)?(?:{_HOUSE}|Getty Images|AP Photo)$")
# "The bell hangs from a crane. | Getty": behind a bar stands who sells the picture.
_BAR_CREDIT = re.compile(
    rf"[.!?”\"’'A-Za-z]\s\|\s(?:[A-Z][\w.'’-]+\s){{0,3}}(?:/\s?)?(?:Getty(?: Images)?|Shutterstock|Alamy|iStock|"
    rf"AP Photos?|AFP Photo|EPA-EFE|Zuma Press)\.?$|[.!?][”\"’']?\s(?:[A-Z][\w.'’-]+\s){{0,3}}\|\s"
    rf"(?:[A-Z][\w.'’-]+\s?/\s?)?{_HOUSE}(?: Photos?| Images)?\.?$|"
    r"[.!?][”\"’']?\s\|\s(?:[A-Z][\w.'’-]*\s){1,3}[A-Z][\w.'’-]+\s?/\s?[A-Z][\w.&'’-]*(?:\s[A-Z][\w.&'’-]*){0,3}$"
)
# "The crew waits for the tide. | REUTERS Is a truce out of reach?": a picture's caption and credit, then the headline.
_BEFORE_HEADLINE = re.compile(
    rf"[^|]{{20,300}}[.!?][”\"’']?\s\|\s(?:(?:[A-Z][\w.'’-]+\s?){{1,3}}/\s?)?{_HOUSE}"
    rf"(?:\s?/\s?{_HOUSE}|\sPhotos?|\sImages|\sfor(?:\s[A-Z][\w.'’-]+){{1,3}}?)*\s(?=[A-Z\d“\"‘'])"
)
# "The yard. (Photo: Ola Berg, Quay Press) Story Highlights The deadline ...": the bracket closes a caption.
_BRACKETED_CREDIT = re.compile(
    r"[^()\n]{4,300}\((?:Photo|Image|Picture)s?(?: by)?\s?[:/]?\s[^()]{2,70}\)\s(?=[A-Z\d“\"‘'])"
)
# "Ola Berg/Quay Press Sports": nothing but who made it and for whom; "OLA BERG/VIA QUAYTUBE The bell ..." with caption.
_NAME_AND_HOUSE = re.compile(
    r"(?:[A-Z][\w.'’-]+\s){1,3}[A-Z][\w.'’-]+\s?/\s?[A-Z][\w.&'’-]*(?:\s[A-Z][\w.&'’-]*){0,3}|"
    r"(?:[A-Z][A-Z.'’-]+\s?){1,4}/\s?(?:VIA\s)?(?:[A-Z][A-Z.&'’-]+\s){1,3}(?=[A-Z][a-z]).{10,300}"
)
_HOUSE_FIRST = re.compile(
    r"(?:Getty(?: Images)?|Reuters|AFP|Rex|Shutterstock|Alamy|PA|AP)\s(?=[A-Z][\w'’-]+\s).{10,300}"
)
_SEEN = re.compile(
    r"\b(?:is|are) (?:seen|pictured|shown)\b(?! (?:as|to|by)\b)|\b(?:was|were) (?:pictured|photographed)\b|"
    r"(?<!last )(?<!being )(?<!been )(?<!was )(?<!were )(?<!not )(?<!never )\b(?:seen|pictured|shown) (?:here|"
    r"above|below|in (?:this|a|an undated)|on|left|right|during|at|with)\b|\bin (?:this|a|"
    r"an undated) (?:\w+ ){0,3}(?:photo|photograph|image|picture|handout|screengrab|file|still)\b|"
    r"\((?:left|right|l|r|c|centre|center|top|bottom|pictured|file(?: photo)?|above|front|back|"
    r"second from (?:left|right))\)|,\s(?:left|right|centre|center|second from (?:left|right)),",
    _I,
)
_VIEW = re.compile(
    r"^(?:(?:an?|this|the) )?(?:(?:general|aerial|file|satellite|undated|combination|handout|wide|close-up|drone|"
    r"composite|library|archive|street|night|recent|rare) )*(?:view|photo|photograph|image|picture|"
    r"portrait|screengrab|"
    r"screenshot|still|selfie|illustration|map|graphic|combination|composite|handout) "
    r"(?:of|from|shows?|showing|taken|released|provided)\b",
    _I,
)
_MONTH = f"(?:{'|'.join(MONTHS)})"
_DAY = re.compile(
    rf"\b{MONTH_PATTERN}\.? \d{{1,2}}\b|"
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}\b|\b{_MONTH},? (?:19|20)\d\d\b",
    _I,
)
_WEEKDAY_OR_DAY = re.compile(_DAY.pattern + r"|\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\b", _I)
_NOT_ONLY_PAST = frozenset(["felt", "lay", "rose", "shot"])  # "mourners lay a rose", "a shot of the felt roof"
_PAST = re.compile(
    r"\b(?:had|has|have|was|were|would|could|did|will|\w{3,}ed|"
    + "|".join(sorted(folded("dates/past_forms") - _NOT_ONLY_PAST))
    + r")\b",
    _I,
)
_MARKS = re.compile(r"[\"“”«»]|(?:^|\s)['‘]\w")


# "FILE - In this Jan. 29, 2020, file photo, ...": an agency's caption tells its whole story behind that.
_FROM_FILE = re.compile(
    r"FILE\s?[–—-]{1,2}\s?(?:In|This|A|An|The)\b.{0,70}\b(?:photo|photograph|image|picture|frame)\b"
)
_SHOT = re.compile(r"\((?:Screen ?(?:shot|grab|capture)|Photo|Image|Picture|File)s?\b[^()]{0,60}\)", _I)
LONGEST_OF_FILE = 130  # words


# "Courtesy of the Port Hale Fire Department" alone on its line
_COURTESY = re.compile(
    r"(?:(?:Photos?|Images?|Pictures?|Video) )?[Cc]ourtesy(?: (?:of|photo|image))?(?:[:/])?(?: the)?"
    r"(?: (?:[A-Z][\w.'’&/-]*|of|the|and|for|via)){1,9}"
)
# "Foto: Ola Berg", "Crédito: Quay Press"
_ABROAD = re.compile(
    r"[(\[]?(?:fotos?|foto(?:graf|credit)\w*|bild(?:er)?|crédit(?:o|os)?(?: photo)?)\s?[:/]\s?\S.{1,50}", _I
)
ABROAD_WORDS = 7
# "Die Schleuse im Winter. Foto: Ola Berg", "Porta da eclusa — Foto: Ola Berg/Quay", "De deur in maart.Beeld Ola Berg"
_ABROAD_BEHIND = re.compile(
    r"(?:[.!?”»\w)]\s?[–—|(-]?\s?(?:Fotos?|FOTOS?|Bild|Imagen|Imagem|Crédit(?:o|os|s)?(?: photo)?|Фото)\s?[:/]\s?"
    r"|[.!?]\s?Beeld\s)[A-ZÀ-ÞА-Я][^.!?:]{2,60}\)?$"
)
# "... at the lock. (Photo: Quay Press)" behind several pictures' captions in one paragraph.
_PHOTO_BEHIND = re.compile(r"\((?:Photo|Image|Picture)s?(?: by)?\s?[:/]\s?[^()]{2,60}\)$")


def is_long_caption(block: Block) -> bool:
    """Return whether a paragraph of any length opens as an agency's caption, or points at a picture and credits it."""
    if block.words > LONGEST_OF_FILE:
        return False
    behind = block.text[-1] == ")" and _PHOTO_BEHIND.search(block.text) and _SEEN.search(block.text)
    return bool(behind or _FROM_FILE.match(block.text))


def shown_above_credit(block: Block) -> bool:
    """Return whether a line right above a bare credit points at its picture: "The barge, shown here in 2014"."""
    return (
        4 <= block.words <= CAPTION_MOST
        and not (_MARKS.search(block.text) or _SAID.search(block.text))
        and bool(_SEEN.search(block.text))
    )


CAPTION_MOST = 45  # words


def photo_credit(block: Block) -> LineVerdict | None:
    """Tell a credit by itself, or a caption that ends in one or begins with its label."""
    text = block.text
    if text[0] == "(" and _SHOT.fullmatch(text):
        return LineVerdict("caption or photo credit")
    short = not block.ends_sentence and block.words <= ABROAD_WORDS and _ABROAD.fullmatch(text)
    end = text[-AT_END:]
    short = short or (
        (":" in end or "/" in end or "Beeld" in end)
        and block.words <= CAPTION_MOST
        and not _SAID.search(text)
        and _ABROAD_BEHIND.search(end)
    )
    if short or is_long_caption(block) or (not block.ends_sentence and _COURTESY.fullmatch(text)):
        return LineVerdict("caption or photo credit")
    if not block.ends_sentence and block.words <= CAPTION_MOST and _NAMED_BEHIND.search(end):
        return LineVerdict("caption or photo credit")
    unmarked = "/" not in text and text[-1] not in ")]" and folded("credit_words").isdisjoint(block.tokens)
    if block.words > LONGEST or unmarked:
        return None
    if "/" in text[:60] and block.ends_sentence and _names_photographer(text):
        return LineVerdict("caption or photo credit")
    if _MARKS.search(text) and _SAID.search(text) and block.ends_sentence:
        return None  # somebody is quoted, whatever stands before it
    if text[-1] == "." and block.words <= 6:
        return None  # a credit alone has no full stop; with one it may be the last words of something
    if _CREDIT_LABEL.match(text) and (block.words <= 40 or not _MARKS.search(text)):
        return LineVerdict("caption or photo credit")
    if block.words <= CAPTION_MOST and _FROM_HAND.search(end):
        return LineVerdict("caption or photo credit")
    if _CREDIT_AT_END.search(end) or _SLASH_CREDIT.search(end) or ("|" in end and _BAR_CREDIT.search(end)):
        return LineVerdict("caption or photo credit")
    if "via" in block.tokens and _HANDED_ON.search(end):
        return LineVerdict("caption or photo credit")
    if (behind := _AGENCY_BEHIND.search(end)) and _describes(text[: -len(behind.group())]):
        return LineVerdict("caption or photo credit")
    if not block.ends_sentence and (
        _NAME_AND_HOUSE.fullmatch(text) or (block.words >= 5 and _HOUSE_FIRST.fullmatch(text))
    ):
        return LineVerdict("caption or photo credit")
    bare = _BARE_AGENCY.search(end)
    if bare and known_outlet(bare.group()) and not _MARKS.search(text):
        told = text[: -len(bare.group())]
        if _present_verb(" ".join(told.split()[:14])) and not _is_past(told):
            return LineVerdict("caption or photo credit")
    return None


def _describes(words: str) -> bool:
    """Whether the words before a bare agency describe what is seen: in the present, or as a view of something."""
    if _MARKS.search(words) or _SAID.search(words) or _ADDRESSED.search(words):
        return False
    return _VIEW.match(words) is not None or (_present_verb(" ".join(words.split()[:14])) and not _is_past(words))


def tells_what_is_seen(text: str) -> bool:
    """Whether a line that lacks a full stop tells what somebody is seen to do, and nothing in the past."""
    if ". " in _ABBREVIATION.sub("", text) or _MARKS.search(text) or _SAID.search(text) or _ADDRESSED.search(text):
        return False
    return _present_verb(" ".join(text.split()[:14])) and not _is_past(text)


def _names_photographer(text: str) -> bool:
    """Whether a caption begins with who made the picture and for whom: "Ola Berg/Quay Press The bell, seen ..."."""
    found = _CREDITED.match(text)
    if found is None or outlet_like(found.group().rstrip("/ ")):
        return False  # "The Gazette/Quay Press poll shows ..."
    words = text[found.end() :].split(" ", 6)[:6]
    return any(known_outlet(" ".join(words[:k])) and words[k][:1].isupper() for k in range(len(words) - 1, 0, -1))


def credited_to_agency(block: Block) -> bool:
    """Return whether a single sentence that nobody says closes with an agency: "... on Tuesday. (Yonhap)"."""
    if block.text[-1] != ")" or block.words > CAPTION_MOST or _MARKS.search(block.text) or _SAID.search(block.text):
        return False
    behind = _BARE_AGENCY.search(block.text[-AT_END:])
    if behind is None or not (known_outlet(behind.group()) or people(behind.group().strip(" ()[]."))):
        return False
    told = block.text[: -len(behind.group())]
    return told[-1:] == "." and ". " not in _ABBREVIATION.sub("", told[:-1])


def described_picture(block: Block) -> LineVerdict | None:
    """Tell a caption without a credit: one sentence in the present tense that describes a scene, with its day.

    A body paragraph tells what was said or done, in the past; so any past tense, any quotation, a second sentence, a
    word to the reader or a missing day keeps it as body.
    """
    text = block.text
    if not 4 <= block.words <= 45 or text[-1] in ":;?" or not text[0].isalnum():
        return None
    if folded("picture_words").isdisjoint(block.tokens) or _MARKS.search(text):
        return None
    head = " ".join(text.split()[:14])
    if _points_at_picture(block, head):
        return LineVerdict("caption (describes a picture)")
    if ". " in _ABBREVIATION.sub("", text[:-1]) or _ADDRESSED.search(text):
        return None
    if _VIEW.match(text) and not _is_past(text):
        return LineVerdict("caption (describes a picture)")
    if _DATED_PLACE.search(text[-70:]):  # "..., announces her plan at Plaza Lume on January 12, 2019 in Port Hale."
        head, scene = " ".join(text.split()[:30]), _ON_TOUR.search(text) is None
    else:
        scene = _SCENE.search(text) is not None
    if _DAY.search(text) and _present_verb(head, scene) and not _is_past(text):
        return LineVerdict("caption (describes a picture)")
    return None


# How agencies close a caption: the whole day, then the place. Of a coming event the same may be told.
_DATED_PLACE = re.compile(
    rf"\bon {_MONTH} \d{{1,2}}, (?:19|20)\d\d,? "
    r"in (?-i:[A-Z])[\w.’' -]{1,30}(?:,\s?(?-i:[A-Z])[\w.’' -]{1,30})?\.?$",
    _I,
)
_ON_TOUR = re.compile(r"\b(?:meets?|performs?|plays?|takes?|arrives?|leaves?|reach(?:es)?|departs?|tours?)\b")
_ADDRESSED = re.compile(r"\b(?:I|we|you|our|my|your|us|me)\b")  # "US" in capitals is a country
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|St|No)\. ")
# Past participles that describe a noun: "the results are read out", "supporters dressed in blue".
_PARTICIPLE = re.compile(
    r"\b(?:is|are|being)\s\w+ed\b|\b(?:" + "|".join(sorted(folded("described_participles"))) + r")\b",
    _I,
)


def _is_past(words: str) -> bool:
    """Whether anything is told in the past, participles that describe a noun left aside."""
    return _PAST.search(_PARTICIPLE.sub("", words)) is not None


def _points_at_picture(block: Block, head: str) -> bool:
    """Whether the words point at what can be seen: "seen here", "(left)", "is pictured on June 19"."""
    seen = _SEEN.search(block.text)
    if seen is None or re.search(r"\b(?:said|told|says)\b", block.text):
        return False
    if "(" in seen.group():
        return not block.ends_sentence or _present_verb(head)
    if not block.ends_sentence:
        return True
    # With a full stop it must be one sentence, with the day of the picture.
    return ". " not in _ABBREVIATION.sub("", block.text[:-1]) and _WEEKDAY_OR_DAY.search(block.text) is not None


def _present_verb(head: str, scene: bool = True) -> bool:
    """Whether a verb of a caption follows a subject within the first words. `scene`: other words set a scene too."""
    words = [_TAIL.sub("", word) for word in _BESIDE.split(head)[0].split()]
    if not words or words[0].lower() in folded("not_caption_openers"):
        return False
    verbs = folded("caption_verbs")
    return any(
        (word in verbs or (scene and f"?{word}" in verbs)) and words[i].lower() not in folded("before_nouns")
        for i, word in enumerate(words[1:])
    )


_TAIL = re.compile(r"\W+$")
_BESIDE = re.compile(r"\b(?:as|while) (?:he|she|it|they)\b")  # the verb of the picture stands before it
# "... as she leaves the court", "..., June 4, 2023."
_SCENE = re.compile(
    rf"\b(?:as|during|ahead of|outside|inside|while|before|after|next to|beside|near|prior to|following|alongside|"
    rf"in front of|on stage|behind)\b|,\s(?:\w+day,?\s)?{MONTH_PATTERN}"
    r"\.?\s\d{1,2}(?:,\s\d{4})?\.?$",
    _I,
)


_PART_OF_NAME = r"(?:[A-Z][\w.'’-]*|of|for|and|the)"
_ON_AIR = re.compile(
    rf"[A-Z][\w.'’-]*(?: {_PART_OF_NAME}){{1,12}} on (?:how|why|whether|what|when|where)\b[^.!?]+[.!?]?"
)


# A guest of a programme, whose name is marked as such: an army or a strike is joined in other words.
_JOINS = re.compile(
    r"[A-Z][^.!?]{3,80}\sjoins?\s[‘'“\"][A-Z][^.!?]{2,40}[’'”\"]\sto (?:discuss|talk|explain|weigh|react|break down)\b"
    r"[^.!?]+[.!?]?"
)


def interviewed(block: Block) -> LineVerdict | None:
    """Tell what stands below a recording: "Diver Ann Lee on how the bell was found.", "Ann Lee joins 'Quay' to ..."."""
    on_air = _ON_AIR.fullmatch(block.text) or ("joins" in block.tokens and _JOINS.fullmatch(block.text))
    return LineVerdict("caption (of a recording)") if on_air else None


def recording_before(block: Block) -> int | None:
    """Return where a paragraph begins behind such a line that ran into it."""
    found = _ON_AIR.match(block.text) if " on " in block.text[:120] else None
    if found is None or found.group()[-1] not in ".!?" or block.text[found.end() :][:1] != " ":
        return None
    return found.end() if not _ABBREVIATION.search(found.group()[-6:] + " ") else None


CAPTION_RULES: tuple[LineRule, ...] = (photo_credit, described_picture, interviewed)
