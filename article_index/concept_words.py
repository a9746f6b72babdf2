"""Words of a query that name a concept, and the query widened to the concept's names in other languages."""

from collections.abc import Iterator
from dataclasses import dataclass

from article_index.analysis import words
from article_index.article import FACETS
from article_index.planner import conditions
from article_index.query import And, Boost, Node, Or, Phrase, Word
from article_index.query_logic import all_of, any_of
from article_index.query_pieces import MAX_CONDITIONS
from vocabulary import concept, find
from vocabulary.folding import comparable

# The facets whose concepts have names in many languages, the one that says most first.
NAMED_FACETS = ("crime_type", "agency", "country")
# The longest names that readers type: "agence des Nations unies contre la drogue et le crime".
LONGEST_NAME = 10
# Owners of one name that are offered: a name of more ("national police") says too little.
MOST_OWNERS = 6
# Names of one concept that a search is widened to: each is a phrase for the engine.
MOST_NAMES = 40
# Acronyms of fewer letters mean something else in some language.
SHORTEST_ACRONYM = 4


@dataclass(frozen=True)
class NamedConcept:
    """A run of a query's words that names concepts of a facet: which words, and the concepts' ids."""

    facet: str
    values: tuple[str, ...]
    text: str


def named_concepts(node: Node) -> list[NamedConcept]:
    """The concepts that a query names, in its order; of overlapping names the longest."""
    found: dict[NamedConcept, None] = {}
    for group in groups(node):
        for named, _, _ in names_in(group):
            found[named] = None
    return list(found)


@dataclass
class Room:
    """How many more conditions a query may have."""

    left: int

    def takes(self, node: Node) -> bool:
        """Whether the node still fits; it then takes its room."""
        if self.left:
            self.left = max(self.left - conditions(node), 0)
        return self.left > 0


def widened(node: Node) -> Node:
    """The query with each name of a concept replaced by any of the concept's names in all languages.

    As many names as one search can bear: of a query that names many concepts, the first get theirs.
    """
    return widened_into(node, Room(MAX_CONDITIONS - conditions(node)))


def widened_into(node: Node, room: Room) -> Node:
    """The query with other names while there is room for them."""
    match node:
        case Or(nodes):
            return any_of([widened_into(part, room) for part in nodes])
        case Boost(part, factor):
            return Boost(widened_into(part, room), factor)
        case And() | Word() | Phrase():
            group = node.nodes if isinstance(node, And) else (node,)
            made: list[Node] = []
            position = 0
            for named, start, end in names_in(group):
                made.extend(widened_within(part, room) for part in group[position:start])
                names = [name for name in other_names(named) if room.takes(name)]
                made.append(any_of([all_of(list(group[start:end])), *names]))
                position = end
            made.extend(widened_within(part, room) for part in group[position:])
            return all_of(made)
        case _:
            return node


def widened_within(part: Node, room: Room) -> Node:
    """A part of a query that is no name itself, but may hold some."""
    return widened_into(part, room) if isinstance(part, Or | Boost) else part


def groups(node: Node) -> Iterator[tuple[Node, ...]]:
    """The runs of nodes in which names may stand: words side by side, in each alternative."""
    match node:
        case Boost(part):
            yield from groups(part)
        case Or(nodes):
            for part in nodes:
                yield from groups(part)
        case And(nodes):
            yield nodes
            for part in nodes:
                if isinstance(part, Or | Boost):
                    yield from groups(part)
        case _:
            yield (node,)


def names_in(group: tuple[Node, ...]) -> Iterator[tuple[NamedConcept, int, int]]:
    """The names in a run of nodes, with the nodes from where to where."""
    start = 0
    while start < len(group):
        for end in range(min(start + LONGEST_NAME, len(group)), start, -1):
            named = name_of(group[start:end])
            if named:
                yield named, start, end
                start = end
                break
        else:
            start += 1


def name_of(nodes: tuple[Node, ...]) -> NamedConcept | None:
    """What some nodes name together: words, or one phrase."""
    texts = [node.text for node in nodes if isinstance(node, Word) and not node.exact]
    if len(texts) < len(nodes):
        match nodes:
            case (Phrase(text, 0),):
                texts = [text]
            case _:
                return None
    text = " ".join(texts)
    for facet in NAMED_FACETS:
        vocabulary = FACETS[facet].vocabulary
        values = find(vocabulary, text) if vocabulary else ()
        # An id is a name too, but nobody who types "us" means the country; a country is no agency.
        values = tuple(value for value in values if value.lower() != text.lower())
        if facet == "agency":
            values = tuple(value for value in values if concept("countries", value) is None)
        if 0 < len(values) <= MOST_OWNERS:
            return NamedConcept(facet, values, text)
    return None


def other_names(named: NamedConcept) -> list[Node]:
    """The concepts' names as nodes, labels first, without the one that the query has."""
    vocabulary = FACETS[named.facet].vocabulary
    names: dict[str, str] = {}
    for value in named.values:
        found = concept(vocabulary, value) if vocabulary else None
        if found:
            for name in found.every_name:
                if not name.isupper() or len(name) >= SHORTEST_ACRONYM:
                    names.setdefault(comparable(name), name)
    names.pop(comparable(named.text), None)
    chosen = list(names.values())[:MOST_NAMES]
    return [Phrase(name) if len(words(name)) > 1 else Word(name) for name in chosen]
