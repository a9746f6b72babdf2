"""Every name of the vocabulary in title and body, found in one pass; later steps decide what they mean."""

from indexer.draft import PARTS, Draft
from indexer.language_names import surface_index
from indexer.steps.step import step

# Articles in a language that can't be told are read as English: names of countries and agencies are
# mostly written alike.
FALLBACK = "en"


@step("surfaces", needs=("title", "body", "language"), fills=("surfaces",))
def surfaces(draft: Draft) -> None:
    """Fill ``surfaces``, in the order of the text, the title first."""
    index = surface_index(draft.language or FALLBACK)
    for part in PARTS:
        draft.surfaces.extend(index.find(draft.part(part), part))
