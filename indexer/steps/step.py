"""``@step``: a function of a draft as a spaCy component that says what it needs and fills."""

from collections.abc import Callable
from typing import Protocol

from spacy.language import Language
from spacy.tokens import Doc

from indexer.draft import Draft

Doc.set_extension("draft", default=None, force=True)


class Step(Protocol):
    """A registered step: call it with a draft; ``name`` is its name in the pipeline."""

    name: str
    needs: tuple[str, ...]
    fills: tuple[str, ...]

    def __call__(self, draft: Draft) -> None: ...


def step(
    name: str, *, needs: tuple[str, ...] = (), fills: tuple[str, ...]
) -> Callable[[Callable[[Draft], None]], Step]:
    """Register a function as spaCy component ``name``; ``needs`` and ``fills`` name ``Draft``'s fields."""
    for field in (*needs, *fills):
        if field not in Draft.__dataclass_fields__:
            raise ValueError(f"The step {name} names {field!r}, which no draft has.")

    def register(function: Callable[[Draft], None]) -> Step:
        def component(doc: Doc) -> Doc:
            function(doc._.draft)
            return doc

        Language.component(
            name,
            requires=[f"doc._.{field}" for field in needs],
            assigns=[f"doc._.{field}" for field in fills],
            func=component,
        )
        function.name, function.needs, function.fills = name, needs, fills  # type: ignore[attr-defined]
        return function  # type: ignore[return-value]

    return register
