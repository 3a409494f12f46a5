"""A module's source in, every small mistake that could be made in it out: one changed place each.

What the top of a module sets are its bars: numbers, words, marks, patterns. A bar is moved a notch, or loses one of its
parts; a pattern loses a character of a set, or repeats once more or less. In functions the same is done, and
comparisons, guards, arguments and results become others.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import CodeType
from typing import Any

NOTCH = 0.05  # of a number that is no whole one

Change = tuple[str, object]
"""A field of a node, and what stands in it instead."""

_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_OPERATORS: dict[type[ast.AST], type[ast.AST]] = {
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}
_PAIRS = (
    ("any", "all"),
    ("min", "max"),
    ("lower", "upper"),
    ("startswith", "endswith"),
    ("lstrip", "rstrip"),
    ("find", "rfind"),
    ("partition", "rpartition"),
    ("removeprefix", "removesuffix"),
    ("match", "search"),
)
_NAMES = {name: other for pair in _PAIRS for name, other in (pair, pair[::-1])}
_REPEATS = re.compile(r"(?<!\\)\{(\d+)(?:,(\d+))?\}")
_CLASS = re.compile(r"(?<!\\)\[\^?((?:\\.|[^\]\\])+)\]")
_IN_CLASS = re.compile(r"(?:\\x..|\\.|[^\\])(?:-(?:\\x..|[^\\]))?")
_NEVER_RUN = ("annotation", "returns", "decorator_list", "bases")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with one place changed."""

    label: str
    """Line, what it is part of, how it read and how it reads now."""
    names: tuple[str, ...]
    """What of the module the change can reach: one function, or all values that its top sets, and the class of some."""
    lines: frozenset[int]
    """Of functions: a test that comes to none of them cannot notice the change, unless another module has the name."""
    code: CodeType


def mutants(source: str) -> Iterator[Mutant]:
    """Yield every mutant of a module in the order of its lines."""
    tree = ast.parse(source)
    values = tuple(name for statement in tree.body for name in _set_by(statement))
    for statement in tree.body:
        if isinstance(statement, ast.FunctionDef):
            yield from _changed(tree, statement, statement.name, (statement.name,))
        elif isinstance(statement, ast.ClassDef):
            everything = _lines(tree.body)
            yield from _changed(tree, statement, statement.name, (statement.name, *values), everything)
        elif names := _set_by(statement):
            part, read = ", ".join(names), _lines(_readers(tree, set(names)))
            yield from _changed(tree, statement.value, part, values, read)  # type: ignore[attr-defined]


def _set_by(statement: ast.stmt) -> list[str]:
    """Return the names that a statement sets. None by one that names a type."""
    if not isinstance(statement, ast.Assign | ast.AnnAssign) or isinstance(statement.value, ast.Subscript | None):
        return []
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
    return [target.id for target in targets if isinstance(target, ast.Name)]


def _readers(tree: ast.Module, names: set[str]) -> list[ast.stmt]:
    """Return the functions and classes that read some values, or others of the top that are made of them."""
    reading: list[ast.stmt] = []
    for statement in tree.body:  # a value is made of values above it
        if names & {node.id for node in ast.walk(statement) if isinstance(node, ast.Name)}:
            names = names | {*_set_by(statement)}
            reading.append(statement)
    return [each for each in reading if isinstance(each, ast.FunctionDef | ast.ClassDef)]


def _lines(statements: list[ast.stmt]) -> frozenset[int]:
    return frozenset(line for each in statements for line in range(each.lineno, (each.end_lineno or each.lineno) + 1))


def _changed(
    tree: ast.Module, root: ast.AST, part: str, names: tuple[str, ...], read: frozenset[int] | None = None
) -> Iterator[Mutant]:
    """Yield the mutants of a part of the top. `read`: the lines that may notice any of them, None: those of its own."""
    bar = not isinstance(root, ast.FunctionDef | ast.ClassDef)
    line, lines = 0, frozenset[int]()
    node: Any
    for node, statement in _nodes(root, None):
        line = getattr(node, "lineno", line)
        lines = _lines([statement]) if statement else lines
        for field, change in _of_values(node) if bar else (*_of_values(node), *_of_steps(node)):
            before, held = ast.unparse(node), getattr(node, field)
            setattr(node, field, change)
            ast.fix_missing_locations(tree)
            label = f"{line}: {part}: {_difference(before, ast.unparse(node))}"
            yield Mutant(label, names, lines if read is None else read, compile(tree, "mutant", "exec"))
            setattr(node, field, held)


def _difference(before: str, after: str, around: int = 24) -> str:
    """Return how a place read and reads now, without most of what is the same."""
    start = next((at for at, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before))
    end = next((at for at, (a, b) in enumerate(zip(before[::-1], after[::-1], strict=False)) if a != b), 0)
    end = min(end, len(before) - start, len(after) - start)
    first = max(0, start - around)
    parts = [text[first : len(text) - max(0, end - around)] for text in (before, after)]
    return " -> ".join(" ".join(part.split()) for part in parts)


def _nodes(root: ast.AST, statement: ast.stmt | None) -> Iterator[tuple[ast.AST, ast.stmt | None]]:
    """Yield a node and all below it, each with the statement that holds it.

    Not patterns (see `_pattern`), and not what is not run: types, docstrings.
    """
    statement = root if isinstance(root, ast.stmt) else statement
    yield root, statement
    for field, value in ast.iter_fields(root):
        if field not in _NEVER_RUN:
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST) and not _is_docstring(child) and child is not _pattern(root):
                    yield from _nodes(child, statement)


def _pattern(node: ast.AST) -> ast.Constant | None:
    """Return the pattern that a call of a function of `re` is given."""
    if (
        isinstance(node, ast.Call)
        and ast.unparse(node.func).startswith("re.")
        and isinstance(node.args[0], ast.Constant)
    ):
        return node.args[0]
    return None


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


# ---- values ----------------------------------------------------------------------------------------------------------


def _of_values(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Constant):
        yield from (("value", other) for other in _other_constants(node.value))
    elif isinstance(node, ast.Tuple | ast.List | ast.Set) and len(node.elts) > 1:
        if all(isinstance(part, ast.Constant | ast.Call) for part in node.elts):
            yield from (("elts", node.elts[:at] + node.elts[at + 1 :]) for at in range(len(node.elts)))
    elif isinstance(node, ast.Call) and (pattern := _pattern(node)):
        for other in _other_patterns(str(pattern.value)):
            yield "args", [ast.Constant(other), *node.args[1:]]


def _other_constants(value: object) -> Iterator[object]:
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield from (value - 1, value + 1)
    elif isinstance(value, float):
        notch = value * NOTCH or NOTCH
        yield from (round(value - notch, 6), round(value + notch, 6))
    elif isinstance(value, str) and len(value) > 1 and not any(map(str.isalnum, value)):
        yield from (value[:at] + value[at + 1 :] for at in range(len(value)))


def _other_patterns(pattern: str) -> Iterator[str]:
    for found in _REPEATS.finditer(pattern):
        for group in (1, 2) if found[2] else (1,):
            for count in (int(found[group]) - 1, int(found[group]) + 1):
                if count >= 0:
                    yield pattern[: found.start(group)] + str(count) + pattern[found.end(group) :]
    for found in _CLASS.finditer(pattern):
        parts = [part.span() for part in _IN_CLASS.finditer(pattern, found.start(1), found.end(1))]
        yield from (pattern[:start] + pattern[end:] for start, end in parts if len(parts) > 1)


# ---- steps -----------------------------------------------------------------------------------------------------------


def _of_steps(node: ast.AST) -> Iterator[Change]:
    for of_kind in (_of_comparisons, _of_operators, _of_calls, _of_results, _of_statements):
        yield from of_kind(node)


def _of_comparisons(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Compare):
        for at, operator in enumerate(node.ops):
            for other in _COMPARISONS[type(operator)]:
                yield "ops", [*node.ops[:at], other(), *node.ops[at + 1 :]]
    elif isinstance(node, ast.If | ast.IfExp):
        yield "test", ast.UnaryOp(ast.Not(), node.test)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "operand", ast.UnaryOp(ast.Not(), node.operand)
    elif isinstance(node, ast.comprehension):
        yield from (("ifs", node.ifs[:at] + node.ifs[at + 1 :]) for at in range(len(node.ifs)))


def _of_operators(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.BoolOp | ast.BinOp | ast.AugAssign) and type(node.op) in _OPERATORS:
        yield "op", _OPERATORS[type(node.op)]()
    if isinstance(node, ast.BoolOp):
        nothing = ast.Constant(isinstance(node.op, ast.And))
        yield from (("values", [*node.values[:at], nothing, *node.values[at + 1 :]]) for at in range(len(node.values)))


def _of_calls(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Call):
        for at, argument in enumerate(node.args):
            if not isinstance(argument, ast.Starred) and not _is_none(argument):
                yield "args", [*node.args[:at], ast.Constant(None), *node.args[at + 1 :]]
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in _NAMES:
        yield "id", _NAMES[node.id]
    elif isinstance(node, ast.Attribute) and node.attr in _NAMES:
        yield "attr", _NAMES[node.attr]


def _of_results(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Return | ast.Assign | ast.keyword) and not _is_none(node.value):
        yield "value", ast.Constant(None)
    elif isinstance(node, ast.Lambda):
        yield "body", ast.Constant(None)
    elif isinstance(node, ast.Slice):
        yield from ((field, None) for field in ("lower", "upper") if getattr(node, field) is not None)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and any(map(str.isalnum, node.value)):
        yield "value", f"XX{node.value}XX"


def _is_none(node: ast.AST | None) -> bool:
    return node is None or (isinstance(node, ast.Constant) and node.value is None)


def _of_statements(node: ast.AST) -> Iterator[Change]:
    for field in ("body", "orelse"):
        statements = getattr(node, field, None)
        for at, statement in enumerate(statements if isinstance(statements, list) else []):
            if isinstance(statement, ast.Continue | ast.Break | ast.AugAssign | ast.Expr) and not _is_docstring(
                statement
            ):
                yield field, [*statements[:at], ast.Pass(), *statements[at + 1 :]]
