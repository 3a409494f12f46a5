"""Subtitles and transcripts (.srt, .vtt): what is said, without its times, a paragraph for each turn of a speaker."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.read.encoding import decode
from generator.read.input_file import Contents, InputFile, Unreadable
from generator.records import Removed

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
_TIMES = re.compile(rf"\s*({_TIME})\s*-->\s*({_TIME}).*")
_VOICE = re.compile(r"<v(?:\.[\w.-]+)?\s+([^<>]{1,100})>")
_TAG = re.compile(r"</?(?:[a-z][^<>]{0,200}|\d[\d:.]{0,20})>|\{\\[^{}]{0,80}\}", re.IGNORECASE)
# "ANN LEE:", ">> Ann Lee:", "[Ann Lee]:"; one word is a name only in capitals or behind ">>".
_LABEL = re.compile(
    r"(?P<turn>>{2,3}\s*|[-–]\s*)?(?:(?P<name>\[?[A-ZÀ-Þ][\w.'’-]*(?:\s+(?:[A-ZÀ-Þ][\w.'’-]*|de|van|von|al|bin)){0,4}\]?)\s*:\s+)?"
)
PAUSE = 3.0  # seconds without words after which a new paragraph begins, when a sentence has ended
PARAGRAPH = 60  # words after which the next sentence begins a new one
_ENDS = re.compile(r"[.!?…][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class _Cue:
    start: float
    end: float
    speaker: str
    """The name that the cue gives; "" when it gives none."""
    turns: bool
    """Whether somebody else begins to speak, named or not."""
    text: str
    dash: bool = False
    """Whether a dash stands before it, and no name."""


def read(source: InputFile) -> Contents:
    """Return the transcript as one article."""
    decoded = decode(source.data)
    problems = tuple(source.problem(note, "Compare it with the original") for note in decoded.notes)
    notes: list[Removed] = []
    cues = list(_cues(decoded.text, notes))
    if not cues:
        raise Unreadable("holds no line that is said at a time", "Save its text as .txt")
    article = source.article("\n\n".join(_paragraphs(cues)), "paragraphs", removed=tuple(notes))
    return Contents((article,), problems)


def _cues(text: str, notes: list[Removed]) -> Iterator[_Cue]:
    """Yield what is said; a block without times (a note, a style) goes to `notes`."""
    before = ""
    for block in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")):
        lines = block.strip().split("\n")
        at = next((at for at, line in enumerate(lines[:3]) if _TIMES.fullmatch(line)), None)
        if at is None:
            if block.strip() and not block.strip().startswith(("STYLE", "REGION")):
                notes.append(Removed(block.strip(), "part of the file without times"))
            continue
        times = _TIMES.fullmatch(lines[at])
        assert times is not None
        start, end = _seconds(times.group(1)), _seconds(times.group(2))
        for line in lines[at + 1 :]:
            voice = _VOICE.search(line)
            plain = " ".join(html.unescape(_TAG.sub("", _VOICE.sub("", line))).split())
            label = _LABEL.match(plain)
            assert label is not None
            name = voice.group(1).strip() if voice else _name(label)
            said = plain if voice or not (name or label["turn"]) else plain[label.end() :]
            if said and said != before:  # captions made as people speak show each line twice
                yield _Cue(start, end, name, bool(label["turn"]), said, not name and (label["turn"] or ">")[0] in "-–")
            before = said or before


def _name(label: re.Match[str]) -> str:
    name = (label["name"] or "").strip("[]")
    return name if " " in name or name.isupper() or label["turn"] else ""


def _seconds(time: str) -> float:
    parts = [float(part) for part in time.replace(",", ".").split(":")]
    return float(sum(part * 60**power for power, part in enumerate(reversed(parts))))


def _as_written(cues: list[_Cue]) -> list[str] | None:
    """Return a paragraph for each block of a text that somebody cut where its sentences end; None for other texts.

    Spoken words that a program wrote down are cut anywhere, and those of a conversation by who speaks.
    """
    if any(cue.speaker or (cue.turns and not cue.dash) for cue in cues):
        return None
    grouped = [list(group) for _, group in groupby(cues, key=lambda cue: (cue.start, cue.end))]
    blocks = [" ".join(f"- {cue.text}" if cue.dash else cue.text for cue in group) for group in grouped]
    said = [block for block in blocks if not _SOUND.fullmatch(block)]
    if not said or sum(_ENDS.search(block) is not None for block in said) < WHOLE * len(said):
        return None
    paragraphs: list[str] = []
    whole = True
    for block in blocks:
        if whole:
            paragraphs.append(block)
        else:
            paragraphs[-1] += f" {block}"
        whole = bool(_ENDS.search(block) or _SOUND.fullmatch(block))
    return paragraphs


WHOLE = 0.6  # of the blocks end a sentence
_SOUND = re.compile(r"\[[^\[\]]*\]|\([^()]*\)|♪.*")


def _paragraphs(cues: list[_Cue]) -> Iterator[str]:
    """Yield the turns, each with its speaker's name before it as a transcript has it: "Ann Lee: We lifted the bell"."""
    if (written := _as_written(cues)) is not None:
        yield from written
        return
    parts: list[str] = []
    words = 0  # of the parts, counted as they come: together again at each cue they would take quadratic time
    speaker, end = "", cues[0].start
    for cue in cues:
        other = bool(cue.speaker and cue.speaker != speaker) or (cue.turns and not cue.speaker)
        rest = bool(parts) and _ENDS.search(parts[-1]) is not None
        if parts and (other or (rest and (cue.start - end >= PAUSE or words >= PARAGRAPH))):
            yield " ".join(parts)
            parts, words = [], 0
        said = [f"{cue.speaker}:", cue.text] if other and cue.speaker else [cue.text]
        speaker = cue.speaker or ("" if cue.turns else speaker)
        parts += said
        words += sum(len(part.split()) for part in said)
        end = cue.end
    yield " ".join(parts)
