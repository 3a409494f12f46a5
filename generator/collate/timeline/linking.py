"""Average-link clustering over a sparse set of likenesses: pairs that are not listed count as 0."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping

Vector = Mapping[str, float]
"""Weights by feature, of length 1."""


def dot(left: Vector, right: Vector) -> float:
    """Return the scalar product: the cosine, since vectors have length 1."""
    if len(left) > len(right):
        left, right = right, left
    # Sorted, so that the sum is the same to the last bit whatever order the features came in.
    return sum(left[name] * right[name] for name in sorted(left.keys() & right.keys()))


def average_link(
    count: int,
    likeness: Mapping[tuple[int, int], float],
    threshold: float,
    may_join: Callable[[frozenset[int], frozenset[int]], bool] = lambda _left, _right: True,
) -> list[list[int]]:
    """Return the clusters of 0..count-1, each sorted, in the order of their first member.

    Repeatedly joins the two clusters whose members are most alike on average, until none reach `threshold`. Equal
    likeness is settled by the lower first member. `may_join` forbids a union (two days that cannot both be right).
    """
    members: dict[int, frozenset[int]] = {i: frozenset([i]) for i in range(count)}
    near: dict[int, dict[int, float]] = {i: {} for i in range(count)}
    for (i, j), value in likeness.items():
        near[i][j] = near[j][i] = value
    heap = [(-value, i, j) for (i, j), value in likeness.items() if value >= threshold]
    heapq.heapify(heap)
    while heap:
        negative, i, j = heapq.heappop(heap)
        if i not in members or j not in near.get(i, ()) or -negative != _average(near, members, i, j):
            continue  # an older state of the two
        if not may_join(members[i], members[j]):
            # Stays listed with no likeness: later unions that contain both sides are forbidden as well.
            continue
        _absorb(near, members, i, j)
        for other in near[i]:
            value = _average(near, members, i, other)
            if value >= threshold:
                heapq.heappush(heap, (-value, min(i, other), max(i, other)))
    return sorted(sorted(cluster) for cluster in members.values())


def _average(near: Mapping[int, Mapping[int, float]], members: Mapping[int, frozenset[int]], i: int, j: int) -> float:
    return near[i][j] / (len(members[i]) * len(members[j]))


def _absorb(near: dict[int, dict[int, float]], members: dict[int, frozenset[int]], i: int, j: int) -> None:
    """Let cluster `i` take in cluster `j`; the lower number stays, so the first member names a cluster."""
    members[i] |= members.pop(j)
    for other, total in near.pop(j).items():
        del near[other][j]
        if other == i:
            continue
        near[i][other] = near[i].get(other, 0.0) + total
        near[other][i] = near[i][other]


def candidate_pairs(keys: Iterable[tuple[str, ...]], limit: int) -> set[tuple[int, int]]:
    """Return the pairs that share a key; a key that more than `limit` items have makes no pair (rare words only)."""
    holders: dict[str, list[int]] = {}
    for index, names in enumerate(keys):
        for name in names:
            holders.setdefault(name, []).append(index)
    return {
        (held[a], held[b])
        for held in holders.values()
        if len(held) <= limit
        for a in range(len(held))
        for b in range(a + 1, len(held))
        if held[a] != held[b]
    }
