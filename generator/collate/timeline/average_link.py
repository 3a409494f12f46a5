"""Average-link clustering over the pairs that were compared: near-linear, since of large groups only some are."""

from __future__ import annotations

import heapq
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

Vector = Mapping[str, float]
"""Weights by feature, of length 1."""


Near = dict[int, dict[int, tuple[float, int]]]
"""Of each cluster, the clusters compared with it: sum of likeness and number of pairs compared."""


def dot(left: Vector, right: Vector) -> float:
    """Return the scalar product: the cosine, since vectors have length 1."""
    if len(left) > len(right):
        left, right = right, left
    # In the order of the left one's features, which is that of its text: the sum is the same to the last bit each time.
    return sum(weight * right[name] for name, weight in left.items() if name in right)


def average_link(
    count: int,
    likeness: Mapping[tuple[int, int], float],
    threshold: float,
) -> list[list[int]]:
    """Return the clusters of 0..count-1, each sorted, in the order of their first member.

    Repeatedly joins the two clusters whose members are most alike on average, until none reach `threshold`. Equal
    likeness is settled by the lower first member. Pairs that `likeness` lacks were not compared and say nothing.
    """
    members = {i: [i] for i in range(count)}
    near: Near = {i: {} for i in range(count)}
    for (i, j), value in likeness.items():
        near[i][j] = near[j][i] = (value, 1)
    heap = [(-value, i, j) for (i, j), value in likeness.items() if value >= threshold]
    heapq.heapify(heap)
    while heap:
        negative, i, j = heapq.heappop(heap)
        if i not in members or j not in near.get(i, ()) or -negative != _average(near, i, j):
            continue  # an older state of the two
        for other in _absorb(near, members, i, j):
            value = _average(near, i, other)
            if value >= threshold:
                heapq.heappush(heap, (-value, min(i, other), max(i, other)))
    return sorted(sorted(cluster) for cluster in members.values())


def _average(near: Near, i: int, j: int) -> float:
    total, pairs = near[i][j]
    return total / pairs


def _absorb(near: Near, members: dict[int, list[int]], i: int, j: int) -> list[int]:
    """Let cluster `i` take in cluster `j`; return the clusters to which its likeness is another one now.

    The lower number stays, so the first member names a cluster.
    """
    members[i] += members.pop(j)
    changed = []
    for other, (total, pairs) in near.pop(j).items():
        del near[other][j]
        if other == i:
            continue
        held, count = near[i].get(other, (0.0, 0))
        near[i][other] = near[other][i] = (held + total, count + pairs)
        changed.append(other)
    return changed


def candidate_pairs(keys: Iterable[Iterable[str]], limit: int) -> set[tuple[int, int]]:
    """Return pairs of items that share a key: every pair of up to `limit` holders, a sample of more.

    Of n holders in a row each is paired with those 1, 2, 4, 8 ... places on, so the cost grows as n log n and the
    average over compared pairs still speaks for all.
    """
    holders: dict[str, list[int]] = {}
    for index, names in enumerate(keys):
        for name in sorted(set(names)):
            holders.setdefault(name, []).append(index)
    return {
        (one, other) for held in holders.values() for at, one in enumerate(held) for other in _after(held, at, limit)
    }


class ComparedPairs:
    """Pairs of items with their likeness, as numbers in a row: a dictionary of the millions of a large folder would
    take a gigabyte.
    """

    def __init__(
        self, keyed: Iterable[tuple[Sequence[Iterable[str]], int]], likeness: Callable[[int, int], float]
    ) -> None:
        """Compare what shares a key, in the order of the items. `keyed`: the keys of every item, and the limit of
        `candidate_pairs` for them; pairs of each are compared once.
        """
        self._firsts, self._seconds, self._values = array("i"), array("i"), array("d")
        for first, seconds in _partners(keyed):
            for second in seconds:
                self._firsts.append(first)
                self._seconds.append(second)
                self._values.append(likeness(first, second))

    def __iter__(self) -> Iterator[tuple[int, int, float]]:
        """Yield both numbers, the lower first, and the likeness."""
        return zip(self._firsts, self._seconds, self._values, strict=True)

    def that_may_join(self, count: int, threshold: float) -> dict[tuple[int, int], float]:
        """Return the pairs that `average_link` needs to know of 0..count-1.

        Two clusters join only where some pair of theirs reaches the threshold. So what no chain of such pairs links is
        never in one cluster, and how alike it is changes nothing.
        """
        chain = [*range(count)]

        def end(at: int) -> int:
            while chain[at] != at:
                chain[at] = at = chain[chain[at]]
            return at

        for first, second, value in self:
            if value >= threshold:
                chain[end(second)] = end(first)
        ends = [end(at) for at in range(count)]
        return {(first, second): value for first, second, value in self if ends[first] == ends[second]}


def _partners(keyed: Iterable[tuple[Sequence[Iterable[str]], int]]) -> Iterator[tuple[int, list[int]]]:
    """Yield each item with the later ones that it is paired with by `candidate_pairs`, in order."""
    places: list[list[tuple[list[int], int, int]]] = []
    for keys, limit in keyed:
        holders: dict[str, list[int]] = {}
        for index, names in enumerate(keys):
            if index == len(places):
                places.append([])
            for name in sorted(set(names)):
                held = holders.setdefault(name, [])
                places[index].append((held, len(held), limit))
                held.append(index)
    for index, found in enumerate(places):
        seconds: set[int] = set()
        for held, at, limit in found:
            seconds.update(_after(held, at, limit))
        yield index, sorted(seconds)


def _after(held: Sequence[int], at: int, limit: int) -> Iterator[int]:
    """Yield the holders of a key that the one at a place is paired with and that stand behind it."""
    if len(held) <= limit:
        yield from held[at + 1 :]
        return
    step = 1
    while at + step < len(held):
        yield held[at + step]
        step *= 2
