"""What a country, an agency, a crime type is: concepts with ids, labels, parents and surfaces.

Law of this package: data files and their loader; it imports nothing of Blotter, and everything may
import it. A new agency is one line in ``agencies.jsonl`` and nothing else.
"""

from vocabulary.concepts import Concept, ancestors, children, concept, concepts, find, label
from vocabulary.pairs import members, pair

__all__ = ["Concept", "ancestors", "children", "concept", "concepts", "find", "label", "members", "pair"]
