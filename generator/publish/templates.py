"""The Jinja2 templates of the pages, with this package's own escape for whatever a template prints."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context, Macro
from markupsafe import Markup

from generator import days
from generator.publish import charts, folds, label_words, markup, permalinks
from generator.publish.edition import Edition
from generator.publish.readings import rows
from generator.publish.template_code import TemplateCode

FOLDER = Path(__file__).parent / "templates"


class _Once(CodeGenerator):
    """Writes templates that make each printed value safe once: what `markup.shown` gives is never escaped again."""

    def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:
        self.write(finalize.src)

    def _output_child_post(self, node: Any, frame: Any, finalize: Any) -> None:
        self.write(")")


class _PlainCalls(Context):
    """Calls what a template calls as it is: none of our functions asks for the context, as those of Jinja may.

    A thousand articles' pages call functions some five million times, and to look what each asks for takes longer than
    most of them.
    """

    def call(self, function: Any, /, *given: Any, **named: Any) -> Any:
        if named:
            named.pop("_block_vars", None)
            named.pop("_loop_vars", None)
        return function(self.eval_ctx, *given, **named) if type(function) is Macro else function(*given, **named)


class _Environment(Environment):
    code_generator_class = _Once
    context_class = _PlainCalls


@cache
def environment() -> Environment:
    """Return the template environment. Every printed value passes `markup.shown`; only `Markup` stays as it is."""
    made = _Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        finalize=markup.shown,
        undefined=StrictUndefined,
        bytecode_cache=TemplateCode(FOLDER),
        auto_reload=False,  # else each page asks the file system whether its template is still the same
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    made.filters["sentence"] = label_words.sentence
    made.globals.update(
        permalinks=permalinks,
        day=days.in_words,
        weekday=days.weekday,
        bar=charts.bar,
        count=count,
        folds=folds,
        address=markup.address,
        web_address=markup.web_address,
        script_data=markup.script_data,
    )
    return made


def count(number: int, one: str, several: str = "") -> str:
    """Return "1 outlet", "3 outlets"."""
    return f"{number} {one if number == 1 else several or one + 's'}"


def page(edition: Edition, address: str, template: str, meta: Mapping[str, Any], **context: Any) -> bytes:
    """Return the Markdown page at `address`, from a template and its front-matter."""
    html = html_of(edition, address, template, **context)
    # The search of the site has its own words of the digest; the theme's index is left with the pages written by hand.
    shown = {key: markup.named(value) for key, value in meta.items()}
    return markup.page({**shown, "search": {"exclude": True}}, html)


def html_of(edition: Edition, address: str, template: str, **context: Any) -> str:
    """Return what a template renders for the page at `address`; `link` in it leads from there."""

    def link(to: str) -> Markup:
        return markup.address(permalinks.relative(address, to))

    return (
        environment()
        .get_template(template)
        .render(e=edition, link=link, here=address, rows=lambda statement: rows(edition, statement), **context)
    )
