"""One line for each story: of reports that tell the same, the first in the order of the results is shown."""

from dataclasses import replace

from article_index.engine import Engine
from article_index.search import MAX_PAGE_SIZE, Hit, SearchPage, SearchRequest

# Pages of the engine that are read to fill one page of stories; a flood of copies must not hold up an answer.
MOST_PAGES = 8


def one_line_per_story(engine: Engine, request: SearchRequest) -> SearchPage:
    """A page of hits without those whose story stands before them, on this page or an earlier one.

    Each hit says how many ``others`` of its story are among the results (up to 200). Total and counts are
    those of all articles. No state is kept between pages: whether a hit is the first of its story is asked of
    the engine.
    """
    page = engine.search(request)
    hits = first_of_stories(engine, request, page.hits)
    following = page.next
    for _ in range(MOST_PAGES):
        if len(hits) >= request.size or following is None:
            break
        more = replace(request, after=following, size=request.size - len(hits), facets=(), histogram=False)
        next_page = engine.search(more)
        hits += first_of_stories(engine, request, next_page.hits)
        following = next_page.next
    return replace(page, hits=tuple(hits), next=following)


def first_of_stories(engine: Engine, request: SearchRequest, hits: tuple[Hit, ...]) -> list[Hit]:
    """Those of some hits that stand first of their story in the whole search."""
    stories = tuple(dict.fromkeys(hit.article.story for hit in hits if hit.article.story))
    if not stories:
        return list(hits)
    members: dict[str, list[str]] = {}
    asked = replace(
        request.only_hits(), only=(*request.only, ("story", stories)), size=MAX_PAGE_SIZE, after=None
    )
    for hit in engine.search(asked).hits:
        if hit.article.story:
            members.setdefault(hit.article.story, []).append(hit.article.id)
    kept = []
    for hit in hits:
        alike = members.get(hit.article.story or "", [hit.article.id])
        if alike[0] == hit.article.id or hit.article.id not in alike:
            kept.append(replace(hit, others=max(len(alike) - 1, 0)))
    return kept
