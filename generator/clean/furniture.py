"""Lines that are never body wherever they stand: share bars, ads, promotions, forms, legal lines, menus."""

from __future__ import annotations

import re
from functools import cache

from generator.clean.lines import Block
from generator.clean.outlets import DOMAIN, printed_name
from generator.clean.page import LineFact, LineRule, LineVerdict, shown
from generator.clean.promotions import (
    ABROAD,
    comment_form,
    is_told,
    legal_line,
    linked_here,
    offered_abroad,
    page_message,
    promotion,
)
from generator.clean.shapes import OPENING_MARKS, is_label, section_words, titled
from generator.clean.tickers import is_ticker
from generator.clean.wordlists import entries
from generator.wordlists import words

SHORT = 14  # words; longer lines of furniture are sentences and go through `promotion`

_I = re.IGNORECASE
BUTTON = "button or label of the page"
FILM = LineVerdict("card of a film or picture")


@cache
def _chrome() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words marked in the list, and all of them."""
    listed = entries("chrome_words")
    marked = frozenset(word[1:].casefold() for word in listed if word.startswith("*"))
    return marked, marked | frozenset(word.casefold() for word in listed if not word.startswith("*"))


@cache
def _chrome_abroad() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Return the same two sets of words of each other language."""
    sections = (words("chrome_words_abroad.txt", tag) for tag in ABROAD)
    return tuple(
        (frozenset(word[1:] for word in listed if word[0] == "*"), frozenset(word.lstrip("*") for word in listed))
        for listed in sections
    )


@cache
def _marked() -> frozenset[str]:
    """Return the marked words of all languages: a line without one is no button."""
    return frozenset().union(*(marked for marked, _ in (_chrome(), *_chrome_abroad())))


def no_words(block: Block) -> LineVerdict | None:
    """Tell single icons and left-over signs; a break between sections ("***") is the story's own."""
    if not block.tokens and not _BREAK.fullmatch(block.text):
        return LineVerdict("no words")
    return None


_BREAK = re.compile(r"(?:[*_~•·#=–—.…-]\s?){2,}\.?|\W*[$€£%]\W*|[{}\]\[]\.?")


def _leads_in(block: Block) -> bool:
    """Whether a line with a colon may lead in to what follows ("Watch the ad below:"), and is no button's label."""
    return block.words >= 4 and _LABELS.isdisjoint(block.tokens)


_LABELS = frozenset(
    ("share", "comment", "comments", "copy", "embed", "follow", "subscribe", "print", "tags", "search", "email")
)
# "Loading...", "Link copied!", "Temps de lecture 4 min.", "Allow Twitter content?"
_MAY_END = re.compile(
    r"(?:…|\.\.\.)$|^(?:\S+ ){1,4}\S+!$|\bmin\.$|\b(?:twitter|facebook|instagram|youtube|tiktok)\b[^.]*[?!]$", _I
)


def button_or_label(block: Block) -> LineVerdict | None:
    """Tell a line of nothing but the words of buttons and menus: "Share on Facebook", "Print this page"."""
    if len(block.tokens) > SHORT or (block.ends_sentence and not _MAY_END.search(block.text)):
        return None
    if block.text[0] in "\"'“”‘’«" or (block.text[-1] == ":" and _leads_in(block)):
        return None
    told = {word for word in block.tokens if not word.isdigit()}
    if told.isdisjoint(_marked()):
        return None
    for marked, known in (_chrome(), *_chrome_abroad()):
        if told <= known and not told.isdisjoint(marked):
            return LineVerdict(BUTTON)
    return None


# "Share All sharing options for: Bell lifted off Port Hale": the button's label for the blind repeats the headline.
_SHARING = re.compile(r"(?:share\s)?all sharing options for\s?:\s(?P<title>\S.{8,250})", _I)


def sharing(block: Block) -> LineVerdict | None:
    """Tell the label of a button that says which story it shares; it states that story's headline."""
    found = _SHARING.fullmatch(block.text) if " options for" in block.text[:40] else None
    if found is None:
        return None
    return LineVerdict(BUTTON, (LineFact("title", found["title"], f"line {shown(block.text)}", 1),))


# "Ferry workers: Send us your pictures": a line that asks its reader for something of their own.
_ASKED_FOR = re.compile(
    r"(?:[^:.?!“”\"]{2,40}:\s)?(?:please\s)?(?:share|submit|upload|send(?:\sus|\sin)?|tell\sus|show\sus)\syour\s(?:own\s)?"
    r"(?:[\w’'-]+\s){0,2}(?:stor(?:y|ies)|photos?|pictures?|images|videos?|experiences?|memories|questions?|thoughts|views|"
    r"tips?|letters?)(?:\s(?:with us|here|now|below))?\W*",
    _I,
)


def asked_for(block: Block) -> LineVerdict | None:
    """Tell a line that asks readers for their stories or pictures."""
    if " your " not in block.text or block.words > SHORT or block.ends_sentence:
        return None
    return LineVerdict("promotion") if _ASKED_FOR.fullmatch(block.text) else None


_PLAYER = re.compile(
    r"\b(?:just watched|must watch|replay|more videos|now playing|video length|enlarge this image|toggle caption|"
    r"hide caption|play video|watch the video|chat with us)\b",
    _I,
)


# "CLOSE Divers lift the bell off Port Hale. Quay Press": the card's button, in capitals, and its caption.
_PRESSED = re.compile(r"(?:CLOSE|EXPAND|FULLSCREEN|PLAY|UNMUTE|\[\+\] Enlarge)\s?(?=[A-Z“][\w’']*\s\w)")


def player(block: Block) -> LineVerdict | None:
    """Tell the card of a film or picture: "JUST WATCHED Bell lifted Replay More Videos ... 01:10", "toggle caption"."""
    if block.words <= 70 and _PRESSED.match(block.text):
        return FILM
    if ":" in block.text and (_film(block) or _RECORDING.search(block.text[-40:])):
        return FILM
    if block.words > 60 or _WATCHING.isdisjoint(block.tokens):
        return None
    shown = {found.casefold() for found in _PLAYER.findall(block.text)}
    if len(shown) >= 2 or (shown and re.match(r"(?:enlarge this|toggle|hide) ", block.text, _I)):
        return FILM
    if block.words >= 8 and not block.ends_sentence and _twice(block.tokens):
        return FILM
    return None


# "Quick guide What is a lock? Show Hide A lock is ...": both words of the button that folds a box out and in again.
_FOLDS = re.compile(r"(?:\S+ ){1,14}(?:Show Hide|Show More Show Less|Expand Collapse) (?=[A-Z“\"‘'])")


def folds_out(block: Block) -> bool:
    """Return whether a paragraph is a box that the page folds out, copied with both words of its button."""
    return _FOLDS.match(block.text) is not None


# "Divers lift the bell 01:58", "Play Video 2:55 Divers lift the bell - video": a film's title with its length.
_LENGTH_BEHIND = re.compile(
    r"(?<!\bat)(?<!\bby)(?<!from)(?<!until)(?<!till)(?<!to)(?<!of)(?<!and)(?<!around)(?<!about)(?<!before)(?<!after)"
    r"(?<!since)(?<!time)(?<!day)(?<!score)(?<![\d:–—,-])\s0\d:[0-5]\d$"
)
_LENGTH_BEFORE = re.compile(r"(?:Play [Vv]ideo|Video|Watch|VIDEO|WATCH)\s?:?\s\d{1,2}:\d\d\s(?=\S)")


def _film(block: Block) -> bool:
    if block.words > 30 or block.ends_sentence:
        return False
    behind = block.words >= 4 and _LENGTH_BEHIND.search(block.text[-24:]) is not None
    return behind or _LENGTH_BEFORE.match(block.text) is not None


# "Harbour Bell rings again Listen · 4:21 4:21": a recording's card, with its length as the player counts it.
_RECORDING = re.compile(r"\b(?:Listen|Watch|Download)\s?[·•|]\s?\d{1,2}:\d\d(?:\s\d{1,2}:\d\d)?$")
_WATCHING = frozenset(("watched", "watch", "replay", "videos", "video", "caption", "playing", "image", "related"))


def _twice(tokens: tuple[str, ...]) -> bool:
    """Whether a line closes with the same four words or more twice over: the title of a film, as text and as link."""
    return any(tokens[-k:] == tokens[-2 * k : -k] for k in range(4, len(tokens) // 2 + 1))


_JOINT = re.compile(r"[a-z]{2}[A-Z]")  # not in "iPhone"
# A post of a social network that the story shows: its own, with handles and addresses in it.
EMBEDDED = re.compile(r"pic\.twitter\.com/|https?://t\.co/|\(@\w+\)")
POSTED = re.compile(r"\s[—–-]{1,2}\s?[^—–]{1,60}\(@\w+\)\s[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}$")
"""How such a post closes, copied as a whole: "— Port Hale News (@porthale) May 4, 2021"."""


def fused_menu(block: Block) -> LineVerdict | None:
    """Tell menu entries whose spaces were lost: "Skip to navigationSkip to contentHelp using this website"."""
    if block.ends_sentence or block.words > 40:
        return None
    if EMBEDDED.search(block.text):
        return None
    joints = len(_JOINT.findall(block.text))
    if joints >= 2 and (block.tokens[0] in _chrome()[0] or joints >= 0.3 * block.words):
        return LineVerdict("navigation")
    return None


_BREADCRUMB = re.compile(r"^(?:home|news|front page|homepage|you are here:?(?: home)?)\s*[»›>/|→·•-]\s*\S", _I)
_HOME_ABROAD = re.compile(
    r"(?:start(?:seite|sida|side|pagina)?|accueil|portada|inicio|início|strona główna|forside|hjem|etusivu|"
    r"ana ?sayfa|главная)"
    r"\s*[»›>/|→·•-]\s*\S",
    _I,
)
CRUMBS = 12  # words
_ARROWS = re.compile(r"\s[»›→]\s|\s>\s|\s::\s")


def breadcrumb(block: Block) -> LineVerdict | None:
    """Tell the way to the page: "Home » World » Headline"."""
    if block.words > 40 or (block.ends_sentence and not _ARROWS.search(block.text)):
        return None
    home = _HOME_ABROAD.match(block.text) is not None and block.words <= CRUMBS
    if home or _BREADCRUMB.match(block.text) or (len(_ARROWS.findall(block.text)) >= 2 and block.words <= 25):
        return LineVerdict("breadcrumb")
    return None


def category_list(block: Block) -> LineVerdict | None:
    """Tell names of sections in a row, or after a label: "Sport Football Africa Latest", "Tags: ferries, storms"."""
    if block.ends_sentence or block.words > 40:
        return None
    if re.match(
        r"(?:(?:this )?(?:article|story) tagged(?: under)?|tags?|topics?|filed under|"
        r"categor(?:y|ies)|labels?|key ?words?|sections?|posted in|"
        r"in this story|more on|more about|read more about|related topics|archivado en|etiquetas|temas|palavras-chave|"
        r"assuntos|mots[- ]clés|sur le même sujet|schlagw(?:ö|oe)rter|stichw(?:ö|oe)rter|themen|argomenti|onderwerpen|"
        r"[äa]mnen|emner|tagi)\b\s*(?::|$|[A-Z#])",
        block.text,
        _I,
    ) and not (block.text.endswith(":") and block.words > 4):
        return LineVerdict("list of categories or tags")
    if len(block.tokens) >= 2 and block.text.isupper() and is_label(block):
        return LineVerdict("list of categories or tags")
    named = sum(word in section_words() for word in block.tokens)
    if (
        len(block.tokens) >= 3
        and named >= 0.75 * len(block.tokens)
        and all(w[0].isupper() or not w[0].isalpha() or w in {"and", "of", "the"} for w in block.text.split())
    ):
        return LineVerdict("list of categories or tags")
    if len(block.tokens) >= 2 and (
        _HASHTAGS.fullmatch(block.text) or (block.words <= SHORT and _TAGGED.match(block.text))
    ):
        return LineVerdict("list of categories or tags")
    return None


_HASHTAGS = re.compile(r"(?:#[\w-]+[\s,|]*)+")
_TAGGED = re.compile(r"#[\w-]+[\s,|]+#[\w-]+\s(?!.*(?:\(@\w|https?:|pic\.))[a-z]")  # "#ice #roads see also my notes"


_POINTER = re.compile(
    r"^[\W_]*(?:(?-i:WATCH|READ|LISTEN|VIDEO|PHOTOS|ANALYSIS|OPINION|EXPLAINER)\s\|\s.*:$|"
    r"(?:list (?:of )?\d+|end of list)\b|(?:read|see|watch|listen|view|hear) (?:more|also|"
    r"next|now|here|too|it|the full|full|"
    r"all|how|our|in full|this)?\s*[:|>»→–—-]|(?:also|must|don[’']t|now) (?:read|watch|see|miss|"
    r"listen)\b\s*[:|>»–—-]?|"
    r"(?:read|watch|listen|view)\s?:\s|"
    r"(?:read|see|watch|listen)\s+(?:more|also|next)\b|related(?: \w+)?\s*[:|»–—-]|"
    r"related (?:post|story|article|video|coverage)s?\b[^:.]{0,30}:|further reading\s?:|"
    r"(?:next|previous) (?:article|story|post)\s?:|"
    r"(?:read|see|watch) the (?:original|related) (?:story|article|post|report|video)\s?:|(?-i:BELOW|ABOVE)\s?:|"
    r"(?:promoted|sponsored|partner content)\s?:|external links?\s?:|"
    r"more(?: on this|"
    r" from| on| stories| news| coverage)?\s*:|(?:recommended|trending|popular|"
    r"most read|earlier|(?:full|special|complete) coverage|also on [\w ]{2,20}|you may (?:also )?like|"
    r"editor[’']?s[’']? picks?|from the archives?|go deeper|dig deeper)\s*[:|»]\s|"
    r"(?:more|latest|top|other|recent|featured|popular|trending|similar) "
    r"(?:stories|news|headlines|articles|reads?|coverage|posts|videos|from)\b)",
    _I,
)


# "Lesen Sie auch: ...", "À lire aussi : ...", "Lea también: ...": what other languages set before another headline.
_LEADS_ABROAD = (
    r"\W*(?:(?:lesen sie|lies) (?:auch|mehr|hier)|mehr (?:dazu|zum thema|lesen)|das könnte sie auch interessieren|"
    r"(?:à |a )?lire (?:aussi|également)|lisez aussi|voir aussi|(?:lea|lee|ver) (?:también|más)|"
    r"[tl]e (?:puede interesar|recomendamos)|(?:mirá|mira|leé|lee|seguí|sigue) (?:también|además|más|leyendo)|"
    r"no te (?:lo )?pierdas|leia (?:também|mais)|veja (?:também|mais)|leggi (?:anche|di più)|lees (?:ook|meer)|"
    r"läs (?:också|mer|även)|les (?:også|mer)|læs (?:også|mere)|czytaj (?:też|także|więcej)|"
    r"zobacz (?:też|także)|más (?:información|noticias)|(?:noticias|notícias|temas|artículos) relacionad[oa]s|"
    r"saiba mais|plus d[’']infos?|sur le même sujet|articles? liés?|weitere (?:artikel|themen|nachrichten)|"
    r"verwandte artikel|articoli correlati|potrebbe interessarti|lees verder|mer om)"
)
_POINTER_ABROAD = re.compile(_LEADS_ABROAD + r"\s?[:|»›>–—-]\s?\S", _I)
HEADING_ABROAD = re.compile(_LEADS_ABROAD + r"\s?:?\W*$", _I)
"""Such words alone on their line: what stands right below is another headline."""
# Most of them need no sign behind them: "À lire aussi La cloche est retrouvée".
_LED_BARE = re.compile(_LEADS_ABROAD + r"\s(?=[A-ZÀ-ÞА-Я“«„\"‘])(?:\S+\s){2,}")
_SAID = frozenset(("said", "told", "added"))
_ALSO_ON = re.compile(
    r"(?:Also|More|Read more) on [\w-]{2,30}\.(?:com|net|org|info|news|tv|co\.\w\w|[a-z]{2})\s(?=[A-Z“\"‘'])"
)
_RELATED = re.compile(r"\W*[a-z]?(?:(?:Related|RELATED)\s?|MOST (?:POPULAR|READ|VIEWED|SHARED)\s)(?=[A-Z“\"‘'])")


_IN_BRACKETS = re.compile(
    r"[(\[]\s?(?:PHOTOS?|VIDEOS?|WATCH|LISTEN|QUIZ|POLL|GALLERY|SLIDESHOW|RELATED|MORE|SEE ALSO|"
    r"ALSO[A-Z a-z]{0,20}|READ[A-Z ]{0,10})\s?:\s[^()\[\]]{4,160}[)\]]"
)
# "see also Tolls rise at Sele The board said on Monday that ...": another story's card, its first words broken off.
_SEE_ALSO = re.compile(r"(?:see|read) also\s(?=[A-Z“\"‘']).{10,260}(?:\.\.\.|…)$", _I)
_LABELS_MORE = re.compile(r"(?:More|Related|Read more|See also|Also read|READ MORE|MORE|RELATED|SEE ALSO)\s?:")


def pointer(block: Block) -> LineVerdict | None:
    """Tell a label with the headline that it leads to: "READ MORE: Five things to know"."""
    if block.words <= 25 and not block.ends_sentence and _RELATED.match(block.text):
        return LineVerdict("pointer to another story")
    if block.words <= 30 and block.text[-1] != "." and _POINTER_ABROAD.match(block.text):
        return LineVerdict("pointer to another story")
    if block.words <= 25 and not block.ends_sentence and _LED_BARE.match(block.text):
        return LineVerdict("pointer to another story")
    if block.words <= 30 and not block.ends_sentence and _ALSO_ON.match(block.text):
        return LineVerdict("pointer to another story")
    if (block.text[0] in "([" and _IN_BRACKETS.fullmatch(block.text)) or _SEE_ALSO.fullmatch(block.text):
        return LineVerdict("pointer to another story")
    if block.words > 30 or not _POINTER.match(block.text):
        return None
    if block.text[-1] == "." and block.words >= 8 and not _SAID.isdisjoint(block.tokens):
        return None  # "Related: two more people died, police said."
    most = MOST_BEHIND_LABEL if _LABELS_MORE.match(block.text) and not is_told(block) else MOST_OF_POINTER
    if block.ends_sentence and block.text[-1] not in "?!’'\"”" and block.words > most:
        return None
    if block.text.endswith(":") and block.words > 6 and " | " not in block.text[:12]:
        return None
    if block.ends_sentence and not re.match(
        r"^[\W_]*(?:list|read|see|watch|listen|also|must|related|more|recommended|trending|don)", block.text, _I
    ):
        return None
    if re.match(r"^[\W_]*(?:read|see|watch|listen|more|latest|top|other)\b[^:|>»–—-]*[^.][.]$", block.text, _I):
        return None
    return LineVerdict("pointer to another story")


MOST_OF_POINTER, MOST_BEHIND_LABEL = 14, 24  # words of one that ends as a sentence does; behind "More:"


_GLUED = re.compile(
    r"(?P<label>[“\"‘']?[A-Z](?:[^:.!?\n]|(?<=\b[MDSJ]r)\.|(?<=\bMrs)\.){1,60}[^\W_][?!]?[”\"’']?)"
    r"(?::{1,2}(?=[A-Z“\"‘']|(?<!\d:)\d)|(?<=[^\W\d_][?!])(?=[A-Z]))"
)


_ASKS_FIRST = re.compile(r"\?\s[^.?!]{3,60}\.$")
_GLUED_HEADING = re.compile(r"(?:Related|Recommended|Trending|Read [Mm]ore|Also [Rr]ead|See [Aa]lso)(?=[A-Z“\"‘'])")


def glued_label(block: Block) -> LineVerdict | None:
    """Tell a link whose label has lost the space behind it: "Harbour tolls:What skippers pay", "RelatedTolls Rise"."""
    if _GLUED_HEADING.match(block.text) and not block.ends_sentence:
        return LineVerdict("pointer to another story")
    found = _GLUED.match(block.text) if block.words <= 30 else None
    if found is None or len(found["label"].split()) > 9:
        return None
    if block.text.endswith(".") and not _ASKS_FIRST.search(block.text, found.end()):
        return None
    if len(block.text[found.end() :].split()) < 3 or (found["label"].isupper() and " " not in found["label"]):
        return None  # "HOST:And then" is a turn in a transcript
    return LineVerdict("pointer to another story")


TEASER_WORDS = (5, 20)  # of four letters or more with a capital, of all


def teaser(block: Block) -> LineVerdict | None:
    """Tell a headline that breaks off to be opened: "20 Harbour Bells That Nobody Has Ever Heard Ring..."."""
    least, most = TEASER_WORDS
    broken_off = block.text.endswith(("...", "…")) and block.words <= most and block.text[0] not in OPENING_MARKS
    return LineVerdict("headline of another story") if broken_off and titled(block.text, 0.85, least) else None


_TO_ADDRESS = re.compile(
    r"\W*(?:read|share|see|view|watch|more|get|find|visit|donate|listen|follow|download|print(?:ed)? from|"
    r"(?:retrieved|copied|clipped|reprinted) from|original (?:url|link|page)|permalink|"
    r"source url|link to (?:the )?(?:article|story|original))\b[^.!?]{0,70}[:\s]\s?"
    r"(?:https?://|www\.)\S+(?:\s(?:and|or|\|)\s(?:https?://|www\.)\S+)*\s?\.?$",
    _I,
)


def led_to_address(block: Block) -> LineVerdict | None:
    """Tell a button's words with the address that it leads to: "Read or share this story: https://..."."""
    if block.words <= 20 and ("://" in block.text or "www." in block.text) and _TO_ADDRESS.match(block.text):
        return LineVerdict("pointer to another page")
    return None


# "Watch more above.", "See the full list below, via Quay Radio": where the page had a film or a table.
_BESIDE = re.compile(
    r"\W*(?:you can )?(?:watch|see|listen to|hear|view|check out)\s"
    r"(?:more(?: [\w’'-]+){0,6}|it|them|that|(?:the|his|her|their|our|this|a)(?:\s[\w’'-]+){1,5})\s(?:above|below)\b"
    r"(?:,? via [\w’' ]{2,30}|,? or at this link)?[.!]?[)\]]?",
    _I,
)


def led_beside(block: Block) -> LineVerdict | None:
    """Tell a line that only leads to a film or a table beside it, which no text has: "Watch more above."."""
    if not 2 < block.words <= SHORT or not (_BESIDE.fullmatch(block.text)):
        return None
    return LineVerdict("pointer to a film or picture that is not in the text")


_ENDS_IN_BUTTON = re.compile(
    r"[^.!:,;]\s(?:Read more|READ MORE|See more|Watch now|Learn more|Full story)$|"
    r"\?\s(?:Vote|VOTE)(?: [Nn]ow| NOW| here| Here)$"
)


def ends_in_button(block: Block) -> LineVerdict | None:
    """Tell another story's headline with its button behind it: "Ferry line hires crews Read more"."""
    if not 4 <= block.words <= 30 or not _ENDS_IN_BUTTON.search(block.text[-40:]):
        return None
    # A quotation that a headline opens with is closed in it: "'No way back': the yard and its last crew Read more".
    if block.text[0] not in OPENING_MARKS[:2] or re.search(r"[^\W_][\"'](?!\w)", block.text[1:]):
        return LineVerdict("pointer to another story")
    return None


_SECTION = re.compile(r"(?P<label>[A-Z]{3,}(?:\s[A-Z&]{2,}){0,2})\s?:\s(?=[A-Z“\"‘'])")


def section_label(block: Block) -> LineVerdict | None:
    """Tell another story's headline by its section's name before it: "HEALTH: Divers warned of cold water"."""
    found = _SECTION.match(block.text) if block.words <= 25 and not block.ends_sentence else None
    if found and all(word.casefold() in section_words() for word in found["label"].replace("&", "").split()):
        return LineVerdict("pointer to another story")
    return None


_LABELLED = re.compile(
    r"\W*(?:explained|explainer|opinion|analysis|video|gallery|photos|in pictures|in photos|live|breaking|exclusive|"
    r"podcast|factbox|timeline|background|quiz|profile|comment|sources|vídeos?|fotos?|"
    r"áudio|galer[ií]a|en imágenes|en images|em imagens|vidéo|bilder|fotostrecke|im video|grafik|kommentar|analyse|"
    r"análisis|análise|analisi|opinión|opinião|avis)\s*[:|»]\s",
    _I,
)


def labelled_headline(block: Block) -> LineVerdict | None:
    """Tell another story's headline by its kicker ("Opinion: ..."). Above the story it would be its own headline.

    Or by its capitals behind a quotation: "'No Way Back': Skipper Berg Blasts the Harbour Board".
    """
    if block.words > 20 or block.ends_sentence or EMBEDDED.search(block.text):
        return None
    if _LABELLED.match(block.text) or (_QUOTED_FIRST.match(block.text) and titled(block.text, 0.85, TITLED_WORDS)):
        return LineVerdict("pointer to another story")
    return None


_QUOTED_FIRST = re.compile(r"[“\"‘'][^“”\"]{4,70}[”\"’']:\s")
TITLED_WORDS = 5  # of four letters or more


_AD = re.compile(
    r"^(?:ads|recommended|promoted|powered|stories) (?:by|from) [A-Z]\S*(?:\s\S+)?$|"
    r"^[\W_]*(?:anzeige|werbung|publicité|publicidad|publicidade|pubblicità|advertentie|annons|annonse|reklam[ae]?)\W*$|"
    r"^[\W_]*(?:advertisements?|advertising|ad|ads|sponsored(?: content| by [^,.]{1,30})?|"
    r"promoted(?: content)?|paid (?:content|post)|partner content|affiliate)\b[\W_]*(?:$|continue|"
    r"continues|skip|scroll|story|article|report|-|—|–|close|x$|loading|\d)"
    r"|\b(?:article|story|report|content|text) continues? (?:below|after|beneath|under|following)\b|"
    r"\bcontinue(?:s|d)? reading\b.*\b(?:below|main story|advert)|\bskip (?:past|advert|ad\b|to main|"
    r"to content|newsletter)|"
    r"^(?:jump|skip|go) (?:directly |straight )?to (?:the )?(?:main )?(?:content|article|navigation|search)\b|"
    r"^(?:next up|up next|now playing|on air(?: now)?)\s?:|"
    r"\bscroll (?:down )?(?:to|for) (?:continue|more|videos?|photos?|pictures?)|"
    r"\badvertisement\b.*\bcontinue|^remove ads|^ad feedback|^report this ad|^video ad feedback",
    _I,
)


def advertisement(block: Block) -> LineVerdict | None:
    """Tell the mark of an advertisement's place."""
    return (
        LineVerdict("advertisement marker")
        if block.words <= 20 and not is_told(block) and _AD.search(block.text)
        else None
    )


_TAKES = re.compile(
    r"^(?:[\W_]*)(?:(?:estimated |reading |"
    r"read )*(?:time:? )?\d{1,3}[\s-]*(?:min(?:ute)?s?)(?:[\s-]+(?:read|listen|watch|video))?|"
    r"listen\b.*\d+:\d\d(?:\s*min(?:ute)?s?)?|\d+:\d\d(?:\s?/\s?\d+:\d\d)?|"
    r"(?:\d[\d,.]*[kKmM]?\s*(?:shares?|comments?|views?|likes?|retweets?|reads?|reactions?|"
    r"followers)[\s|·•,]*)+"
    r"|(?:views?|hits|shares?|comments?|reads?|likes?)\s*[:(]\s*\d[\d,.]*[kKmM]?\)?|"
    r"reading time\b.{0,25}|length\s?:\s?\d[\d,]* words?|-\s?30\s?-|word count.{0,10}|duration\b.{0,20}|(?:share|save|"
    r"comments?) (?:this )?(?:article )?\d[\d,.]*[kKmM]?(?: (?:shares?|comments?))?|"
    r"\d[\d,.]*[kKmM]? (?:shares?|comments?) (?:share|comments?|view)\b.*|page \d+ of \d+|\d+ of \d+|"
    r"(?:\d(?:\.\d{1,2})?\s?[x×]\s?){2,10}|"
    r"\d+\s?/\s?\d+|\+\s?\d{1,3}|\d[\d,.]*[kKmM]? (?:people )?(?:viewing|watching|reading|views?)(?: now)?)(?:[\W_]*)$",
    _I,
)


def counter(block: Block) -> LineVerdict | None:
    """Tell reading time, length of a recording, number of comments, place in a gallery."""
    return LineVerdict("counter of the page") if block.words <= 9 and _TAKES.match(block.text) else None


_INPUTS = re.compile(
    r"^[\[(*–—\s-]*with (?:additional |further |agency |some )?(?:inputs?|reporting|agency|agencies|"
    r"files?|wires?|material|contributions?|text)\b.{0,80}$|"
    r"^[\[(*\s]*(?:with )?inputs? from\b.{0,80}$|^[\[(]\s?agencies\s?[\])]$",
    _I,
)


def inputs_note(block: Block) -> LineVerdict | None:
    """Tell "(With inputs from agencies)" and its kin under Indian papers' stories."""
    return LineVerdict("note on agencies used") if block.words <= 14 and _INPUTS.match(block.text) else None


_CONTACT = re.compile(r"(?:e-?mail:?\s|contact:?\s)?\S+@[\w.-]+\.\w{2,10}\b(?P<rest>.{0,60})", _I)


_ACCOUNT = re.compile(
    r"\W*(?:(?:on )?(?:twitter|x|facebook|instagram|threads|bluesky|mastodon|linkedin)\s?:"
    r"\s?(?:https?://|@)?[\w./-]{2,60}[\s,;|.]*)+",
    _I,
)


def contact(block: Block) -> LineVerdict | None:
    """Tell a writer's address, with an account behind it: "ann@quay.example Follow on Twitter @annlee", "X: annlee"."""
    if block.words <= 6 and ":" in block.text and _ACCOUNT.fullmatch(block.text):
        return LineVerdict("address of the writer")
    if 1 < block.words <= 10 and "@" in block.text and (found := _CONTACT.fullmatch(block.text)):
        rest = found["rest"].strip(" .,|;")
        if not rest or re.match(r"(?:follow|on|twitter|@|or|tel|phone|\d)", rest, _I):
            return LineVerdict("address of the writer")
    return None


def share(block: Block) -> LineVerdict | None:
    """Tell a share's symbol with its change: "Quay Lines QLS +2.00%"."""
    return LineVerdict("quotation of a share") if is_ticker(block) else None


_MARKUP = re.compile(
    r"(?:<!--.*-->|\[/?\w[\w-]*(?:\s\w+=[\"'\w].*)?\]|[\w-]+=\"[^\"]*\"(?:\s[\w-]+=\"[^\"]*\")*|\{\{.*\}\})"
)
# What a transcript says in brackets of how something was said.
TOLD_IN_BRACKETS = frozenset(
    (
        *("applause", "laughter", "laughs", "laughing", "cheers", "cheering", "sic", "break", "pause", "crosstalk"),
        *("music", "inaudible", "unintelligible", "indistinct", "redacted", "blank", "silence", "sings", "singing"),
    )
)


# "p.p1 {margin: 0px; font: 12px Times}"
_STYLED = re.compile(r"[.#]?[A-Za-z][\w-]*(?:[.#, ]{1,2}[\w-]+){0,6}\s?\{[\w-]+:[^{}]*\}")
_EMBED_ID = re.compile(r"(?:infographic|embed|video|gallery|widget|player|chart|graphic|image|media) id\s?: \S+", _I)


def markup(block: Block) -> LineVerdict | None:
    """Tell what a system for pages left of its own: "[embed id="3"]", "[pullquote]", 'poster="https://..."'."""
    if block.text[0] not in "<[{" and not any(sign in block.text for sign in ('="', "px", " ID: ", " id: ")):
        return None
    if _STYLED.match(block.text) or _EMBED_ID.fullmatch(block.text):
        return LineVerdict("left-over markup")
    told = not TOLD_IN_BRACKETS.isdisjoint(block.tokens) or block.text[1:2].isdigit()
    marked = block.text[0] in "<[{" or '="' in block.text
    return LineVerdict("left-over markup") if marked and not told and _MARKUP.fullmatch(block.text) else None


def address(block: Block) -> LineVerdict | None:
    """Tell a line that is nothing but an address of the web or of mail."""
    if (
        block.words == 1
        and not block.ends_sentence
        and (
            re.match(r"(?:https?://|www\.)\S+$", block.text, _I)
            or re.fullmatch(r"\S+@[\w.-]+\.\w+\.?", block.text)
            or DOMAIN.fullmatch(block.text)
        )
    ):
        named = DOMAIN.fullmatch(block.text) and "@" not in block.text and "/" not in block.text
        facts = (LineFact("outlet", printed_name(block.text), f"line {shown(block.text)}", 6),) if named else ()
        return LineVerdict("address (kept as outlet)" if named else "address", facts)
    return None


_BY_TOOL = re.compile(
    r"sent from my \w.{0,40}|sent from [a-z]\w+ for \w+|get \w+ for (?:ios|android|windows|mac)\W*|"
    r"(?:created|made|clipped|saved|captured|exported) (?:with|using|via) [a-z]\w+(?: [a-z]\w+){0,2}\.?|"
    r"(?:clipped|saved|copied|captured|downloaded|exported|retrieved) from:?\s<?(?:https?://|www\.)\S+|"
    r"(?:this|the (?:information|contents?) (?:in|of) this) (?:e-?mail|message|transmission)\b.{0,400}"
    r"\b(?:confidential|intended (?:solely|only)|privileged)\b.{0,600}|"
    r"\w+ is an? (?:free |simple |online ){1,2}(?:service|tool|app|reader) (?:for|that|to)\b.{0,100}|"
    r"(?:(?:for internal (?:reference|use|circulation|distribution)(?: only)?|not for (?:further )?(?:circulation|"
    r"distribution|publication)|(?:please )?do not (?:circulate|distribute|forward|copy)|"
    r"for (?:personal|private|research) (?:use|study)(?: only)?)[.;,!]?\s?)+|"
    r"(?:[\w/]+ ){0,2}(?:document|accession|record|article|item|reference) (?:number|no\.?|id)\s?:\s?\S*\d\S*",
    _I,
)
MOST_OF_NOTICE = 80  # words
_PROPERTY = re.compile(r"(?:^|\s)[a-z]+_[a-z_]*: ?\S|^id: ?[0-9a-f]{8}")


def left_by_tool(block: Block) -> LineVerdict | None:
    """Tell what a program sets below what it kept or sent: "Created with Quaynote.", "Sent from my phone"."""
    if block.words <= MOST_OF_NOTICE and _BY_TOOL.fullmatch(block.text):
        return LineVerdict("line of the program that kept it")
    if "_" in block.text and ": " in block.text and len(_PROPERTY.findall(block.text)) > 1:
        return LineVerdict("fields of the program that kept it")
    return None


FURNITURE_RULES: tuple[LineRule, ...] = (
    left_by_tool,
    no_words,
    button_or_label,
    sharing,
    asked_for,
    player,
    breadcrumb,
    fused_menu,
    advertisement,
    counter,
    comment_form,
    legal_line,
    promotion,
    offered_abroad,
    linked_here,
    page_message,
    pointer,
    glued_label,
    teaser,
    led_to_address,
    led_beside,
    ends_in_button,
    category_list,
    inputs_note,
    contact,
    share,
    markup,
    address,
)
