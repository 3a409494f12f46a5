"""YAML whose every fault is told with its line: PyYAML itself lets some raise whatever Python raises over a value."""

from __future__ import annotations

from typing import Any

import yaml


class Lined:
    """Beside a loader of PyYAML: an impossible escape, day, number or tag is a `YAMLError` that knows its line."""

    def scan_flow_scalar_non_spaces(self, double: Any, start_mark: Any) -> Any:
        """Take part of a text in quotes."""
        try:
            return super().scan_flow_scalar_non_spaces(double, start_mark)  # type: ignore[misc]
        except (ValueError, OverflowError):
            what = "has an escape (\\U) of no character"
            raise yaml.scanner.ScannerError(None, None, what, start_mark) from None

    def construct_object(self, node: Any, deep: bool = False) -> Any:
        """Make the value of a node."""
        try:
            return super().construct_object(node, deep)  # type: ignore[misc]
        except (yaml.YAMLError, RecursionError):
            raise
        except Exception:  # of `!!bool maybe`, `!!int ''`, `2023-02-30`: KeyError, IndexError, ValueError
            what = f"has a value that is no {node.tag.rpartition(':')[2]}"
            raise yaml.constructor.ConstructorError(None, None, what, node.start_mark) from None


class LinedLoader(Lined, yaml.SafeLoader):
    """Safe loading, each fault with its line."""
