"""Groups of numbered things from pairs and from "lies within" relations; the order of the pairs never matters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


class Groups:
    """Disjoint groups of the numbers below `size` (union-find with path halving)."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, number: int) -> int:
        """Return the number that stands for the group of `number` until the next `unite`."""
        parent = self._parent
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    def unite(self, left: int, right: int) -> None:
        """Make one group of the two numbers' groups."""
        a, b = sorted((self.root(left), self.root(right)))
        self._parent[b] = a

    def all(self) -> list[list[int]]:
        """Return every group, its members in rising order, sorted by the first."""
        members: defaultdict[int, list[int]] = defaultdict(list)
        for number in range(len(self._parent)):
            members[self.root(number)].append(number)
        return sorted(members.values())


def maximal_sets(
    size: int, same: Iterable[tuple[int, int]], within: Iterable[tuple[int, int]]
) -> list[tuple[list[int], list[int]]]:
    """Return the sets that belong together, one for each thing that lies within nothing else: it, and all of the set.

    The first, what is the same as it included, is in no other set.

    `same` pairs go into one set. `(part, whole)`: the part joins every set of the whole, but does not tie two wholes
    together ("a fair deal" stands in two sentences that are not one). More pairs only ever enlarge or merge sets:
    whatever was together stays together. Things that lie within each other count as the same.
    """
    groups = Groups(size)
    for left, right in same:
        groups.unite(left, right)
    edges = sorted(set(within))
    for circle in _circles(size, [(groups.root(part), groups.root(whole)) for part, whole in edges]):
        for other in circle[1:]:
            groups.unite(circle[0], other)
    parts_of: defaultdict[int, set[int]] = defaultdict(set)
    has_whole = set()
    for part, whole in edges:
        low, high = groups.root(part), groups.root(whole)
        if low != high:
            parts_of[high].add(low)
            has_whole.add(low)
    members = {groups.root(group[0]): group for group in groups.all()}
    sets = []
    for top in sorted(set(members) - has_whole):
        reached = _reach(top, parts_of)
        sets.append((members[top], sorted(number for root in reached for number in members[root])))
    return sets


def _reach(top: int, parts_of: defaultdict[int, set[int]]) -> set[int]:
    reached, open_ends = {top}, [top]
    while open_ends:
        for part in parts_of.get(open_ends.pop(), ()):
            if part not in reached:
                reached.add(part)
                open_ends.append(part)
    return reached


def _circles(size: int, edges: list[tuple[int, int]]) -> list[list[int]]:
    """Return the strongly connected components of two or more nodes (Kosaraju's two passes, without recursion)."""
    onward: defaultdict[int, list[int]] = defaultdict(list)
    backward: defaultdict[int, list[int]] = defaultdict(list)
    for tail, head in edges:
        onward[tail].append(head)
        backward[head].append(tail)
    finished: list[int] = []
    seen: set[int] = set()
    for start in sorted(onward):
        _visit(start, onward, seen, finished)
    circles = []
    taken: set[int] = set()
    for start in reversed(finished):
        circle: list[int] = []
        _visit(start, backward, taken, circle)
        if len(circle) > 1:
            circles.append(sorted(circle))
    return circles


def _visit(start: int, edges: defaultdict[int, list[int]], seen: set[int], finished: list[int]) -> None:
    if start in seen:
        return
    seen.add(start)
    stack = [(start, iter(edges.get(start, ())))]
    while stack:
        node, rest = stack[-1]
        for following in rest:
            if following not in seen:
                seen.add(following)
                stack.append((following, iter(edges.get(following, ()))))
                break
        else:
            stack.pop()
            finished.append(node)
