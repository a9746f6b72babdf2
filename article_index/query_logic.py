"""Joining nodes, flat and without what says nothing, and whether a node ranks what it finds."""

from article_index.query import And, Boost, Everything, Fuzzy, InField, Node, Not, Or, Pattern, Phrase, Word


def all_of(nodes: list[Node]) -> Node:
    """The nodes joined by AND: flat, without repeats of "everything"; nothing to join is everything."""
    return _joined(And, [n for n in nodes if n != Everything()])


def any_of(nodes: list[Node]) -> Node:
    """The nodes joined by OR, flat."""
    return Everything() if Everything() in nodes else _joined(Or, nodes)


def none_of(node: Node) -> Node:
    """The node's opposite; two opposites cancel. What is left out has no weight."""
    if isinstance(node, Boost):
        return none_of(node.node)
    return node.node if isinstance(node, Not) else Not(node)


def boosted(node: Node, factor: float) -> Node:
    """The node with more weight; what ranks nothing (everything, or its opposite) stays as it is."""
    match node:
        case Everything() | Not():
            return node
        case Boost(inner, before):
            return boosted(inner, before * factor)
        case _:
            return Boost(node, min(max(round(factor, 2), MIN_BOOST), MAX_BOOST))


# Beyond these a weight decides alone, and more says no more.
MIN_BOOST, MAX_BOOST = 0.01, 100.0


def _joined(join: type[And] | type[Or], nodes: list[Node]) -> Node:
    flat: list[Node] = []
    for node in nodes:
        flat.extend(node.nodes if isinstance(node, join) else (node,))
    if not flat:
        return Everything()
    return flat[0] if len(flat) == 1 else join(tuple(flat))


def ranks(node: Node) -> bool:
    """Whether a node gives articles different scores; if not, relevance means newest first."""
    match node:
        case Word() | Phrase() | Pattern() | Fuzzy() | InField() | Boost():
            return True
        case And(nodes) | Or(nodes):
            return any(map(ranks, nodes))
        case _:
            return False
