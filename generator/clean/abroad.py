"""Lines of pages in other languages that are none of the story's, and what such lines state, by labels of many tongues.

Words for buttons stand elsewhere (`furniture`), where a language sets spaces between its words: there a line is looked
at word by word. Here are phrases, which Chinese, Japanese and Korean pages need and all others have besides.
"""

from __future__ import annotations

import re
from functools import cache

from generator.clean.lines import Block
from generator.clean.page import LineFact, LineVerdict, shown
from generator.clean.stamps import find_stamps
from generator.wordlists import lines

_LETTER = re.compile(r"[^\W\d_a-zA-Z]")  # that English has not
_EASTERN = re.compile(r"[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
POINTER_WORDS, CAPTION_WORDS, NOTE_WORDS = 30, 45, 70
SHORT = 40  # characters of a line of buttons in a script without spaces
OFFER = 80  # characters of a sentence that asks its reader to become a member
_ENDED = re.compile(r"[。．！？.!?]$")
_SAID = re.compile(r"[「『“\"]")


def labelled_abroad(block: Block) -> LineVerdict | None:
    """Tell a pointer, a caption, a note on rights or a button of a page in another language."""
    if _LETTER.search(block.text) is None and _plain_words().isdisjoint(block.tokens):
        return None
    text = block.text
    if block.words <= POINTER_WORDS and text[-1] != "." and _pointer().match(text):
        return LineVerdict("pointer to another story")
    if block.words <= CAPTION_WORDS and _picture().match(text):
        return LineVerdict("caption or photo credit")
    if block.words <= NOTE_WORDS and _rights().search(text):
        return LineVerdict("legal or syndication note")
    if len(text) <= OFFER and _EASTERN.search(text) and _eastern().search(text) and not _SAID.search(text):
        if len(text) <= SHORT and not _ENDED.search(text):
            return LineVerdict("button or label of the page")
        if _MEMBERS.search(text):
            return LineVerdict("promotion")
    return None


_MEMBERS = re.compile(r"会員|購読|扫码|公众号|客户端|구독|제보")


# "이정호 기자", "记者：李明远", "文/李明远", "作者 李明远"
_WRITERS = re.compile(
    r"(?P<korean>[가-힣]{2,4}(?:[·,、]\s?[가-힣]{2,4}){0,3})\s?(?:특파원|선임기자|기자)(?:\s?\S+@\S+)?|"
    r"(?:(?:本报|新华社|本報|特约|實習|实习|见习)?(?:记者|記者|作者|撰文|撰稿|文)\s?[:：/／]?\s?)"
    r"(?P<chinese>[\u4e00-\u9fff]{2,4}(?:[、，,\s][\u4e00-\u9fff]{2,4}){0,3})"
)
# "2020年09月18日08:47 来源：新华社", "来源：新华社"
_SOURCE = re.compile(r"(?:来源|來源|稿源|出处|출처)\s?[:：]\s?(?P<name>[^\s:：|，。]{2,20})")


def signed_abroad(block: Block) -> LineVerdict | None:
    """Tell a line of the writer, or of whose text it is, in Chinese or Korean."""
    text = block.text
    if len(text) > SHORT or not _EASTERN.search(text):
        return None
    if found := _WRITERS.fullmatch(text):
        names = found["korean"] or found["chinese"]
        return LineVerdict("byline (kept as byline)", (LineFact("byline", names, f"line {shown(text)}", 2),))
    if (found := _SOURCE.search(text)) and not re.sub(r"[\d年月日号時时분시:：/.\s-]", "", text[: found.start()]):
        facts = (LineFact("outlet", found["name"], f"line {shown(text)}", 6),)
        days = tuple(LineFact("published", day.value, f"line {shown(text)}", 1) for day in find_stamps(text)[:1])
        return LineVerdict(f"publication line (kept as {'published and ' if days else ''}outlet)", (*facts, *days))
    return None


# "(서울=연합뉴스) 이정호 기자 = ...", "新华社南昌9月17日电（记者李明远、周晓兰）..."
_DATELINE = re.compile(
    r"[\[(【](?P<place>[가-힣·\s]{2,12})=(?P<korean>[가-힣A-Z\w]{2,12})[\])】]\s?(?:(?P<name>[가-힣]{2,4}(?:\s[가-힣]{2,4}){0,3})\s?"
    r"(?:특파원|기자))?\s?=|"
    r"(?P<chinese>[\u4e00-\u9fff]{2,6}[社网])[\u4e00-\u9fff]{2,10}\d{1,2}月\d{1,2}日[电電讯訊]"
    r"(?:\s?[（(](?:记者|記者)\s?(?P<names>[\u4e00-\u9fff、，\s]{2,40})[）)])?"
)


def dateline_abroad(text: str) -> list[LineFact]:
    """Return the agency and the writers that the first words of a Korean or Chinese story name."""
    found = _DATELINE.match(text)
    if found is None:
        return []
    how = f"dateline {shown(found.group())}"
    facts = [LineFact("origin", found["korean"] or found["chinese"], how, 3)]
    writers = found["name"] or found["names"]
    return [*facts, LineFact("byline", writers.strip(), how, 5)] if writers else facts


@cache
def _phrases(section: str) -> str:
    return "|".join(re.escape(line) for line in sorted(lines("labels_abroad.txt", section), key=len, reverse=True))


@cache
def _pointer() -> re.Pattern[str]:
    behind = r"\s?(?:[:：|»›>–—-]|$)|\s(?=[^\W\d_a-zа-яα-ω])"
    return re.compile(rf"[\W_]{{0,4}}(?:{_phrases('pointer')})(?:{behind})", re.IGNORECASE)


@cache
def _picture() -> re.Pattern[str]:
    return re.compile(rf"[\W_]{{0,4}}(?:{_phrases('picture')})\s?[:：/／=＝]\s?\S", re.IGNORECASE)


@cache
def _rights() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_phrases('rights')})", re.IGNORECASE)


@cache
def _eastern() -> re.Pattern[str]:
    return re.compile(_phrases("eastern"))


@cache
def _plain_words() -> frozenset[str]:
    """Return of each phrase that ASCII can write its longest word."""
    phrases = (line for section in ("pointer", "rights") for line in lines("labels_abroad.txt", section))
    return frozenset(max(phrase.split(), key=len) for phrase in phrases if phrase.isascii())
