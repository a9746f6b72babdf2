"""The embedded engine.

Design notes:
- text fields hold ready terms (``index_document``), so that scores equal Elasticsearch's;
- ties in score go by the sort key: tantivy leaves them to the order of segments, which merges change;
- tantivy's panics are BaseExceptions; ``border`` turns them into errors of ours, here and nowhere else.
"""

import shutil
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import orjson
import tantivy
from tantivy import FieldType, Occur, Order, Query

from article_index import buckets
from article_index.article import Article
from article_index.cursor import Cursor
from article_index.engine import (
    AddReport,
    Closing,
    EngineError,
    EngineUnavailable,
    Health,
    RebuildReport,
    batches,
    every_hit,
)
from article_index.highlighter import highlight
from article_index.index_document import BODY, INDEXED, NEWEST_KEY, OLDEST_KEY, TITLE_WORDS, can_be_id
from article_index.moments import carried, next_moment, with_moments
from article_index.planner import base_plans, filter_plans
from article_index.search import (
    Hit,
    SearchPage,
    SearchRequest,
    Sort,
    Suggestion,
)
from article_index.tantivy_engine.counting import CountsOfAll, counts, number_of
from article_index.tantivy_engine.folder import VERSION, TantivyFolder
from article_index.tantivy_engine.render import (
    ARTICLE,
    FINGERPRINT,
    ID,
    TERMS,
    document,
    joint,
    schema,
    terms_analyzer,
)

# Memory of the writer before it flushes a segment; a quarter of it made loads 7 % slower.
WRITER_MEMORY = 200_000_000
WRITER_THREADS = 2
# Hits fetched beyond a page so that ties at its end can be put in order; doubled while not enough.
TIE_ROOM = 50


class TantivyEngine(Closing):
    """An ``Engine`` in a folder, or in memory where the folder is None."""

    def __init__(self, folder: Path | None) -> None:
        self.schema = schema()
        self.folder = TantivyFolder(folder) if folder else None
        self.write_lock = threading.Lock()
        self.writer: tantivy.IndexWriter | None = None
        self.generation: Path | None = None
        self.written = 0
        # The moment given last, where there is no folder to keep it.
        self.moment = 0
        self.everything = CountsOfAll()
        self.index = self.opened()
        # The state read last, and the searcher that sees it; opening files again takes a millisecond.
        self.read: tuple[object, tantivy.Searcher] = (None, self.index.searcher())

    # -- opening and closing ------------------------------------------------------------------

    def opened(self) -> tantivy.Index:
        self.generation = self.folder.current() if self.folder else None
        return self.open_index(self.generation)

    def open_index(self, path: Path | None) -> tantivy.Index:
        with border():
            index = tantivy.Index(self.schema, path=str(path)) if path else tantivy.Index(self.schema)
            index.register_tokenizer(TERMS, terms_analyzer())
            index.config_reader("manual")
        return index

    def searcher(self) -> tantivy.Searcher:
        """The newest state of the index, also of what other processes wrote or rebuilt."""
        return self.newest()[1]

    def newest(self) -> tuple[object, tantivy.Searcher]:
        """The newest state of the index and what tells it from other states, taken first: so what is kept
        for a state is never older than it."""
        if self.folder and self.folder.current() != self.generation:
            self.index = self.opened()
        state = committed(self.generation) if self.generation else self.written
        if self.read[0] != state:
            with border():
                self.index.reload()
                # The pair in one step: other threads see the old one or the new one.
                self.read = state, self.index.searcher()
        return self.read

    def open_writer(self, index: tantivy.Index) -> tantivy.IndexWriter:
        try:
            with border():
                return index.writer(WRITER_MEMORY, WRITER_THREADS)
        except EngineError as error:
            if "LockBusy" not in str(error):
                raise
            raise EngineUnavailable(
                "Another process is writing to this index. Wait until it has finished, then run this again."
            ) from error

    def close(self) -> None:
        with self.write_lock:
            self.close_writer()

    def close_writer(self) -> None:
        if self.writer is not None:
            self.writer.wait_merging_threads()
            self.writer = None

    # -- writing ------------------------------------------------------------------------------

    def add(self, articles: Iterable[Article]) -> AddReport:
        with self.write_lock:
            return self.write(self.open_current_writer(), articles)

    def next_moment(self) -> int:
        """A moment for a batch, kept before it is used: no later one is the same, whatever is deleted."""
        last = max(self.indexed_until(), self.folder.moment() if self.folder else self.moment)
        self.moment = next_moment(last)
        if self.folder:
            self.folder.keep_moment(self.moment)
        return self.moment

    def open_current_writer(self) -> tantivy.IndexWriter:
        """The writer of the current index, opened if need be and then kept."""
        if self.writer is None:
            self.searcher()  # another process may have rebuilt
            self.writer = self.open_writer(self.index)
        return self.writer

    def write(
        self, writer: tantivy.IndexWriter, articles: Iterable[Article], *, rebuilding: bool = False
    ) -> AddReport:
        added = 0
        failed: dict[str, str] = {}
        for batch in batches(articles):
            newest: dict[str, tantivy.Document] = {}  # of two with one id the later stays
            known = self.moments(article.id for article in batch)
            if rebuilding:
                known |= carried(batch)
            for article in with_moments(batch, known, self.next_moment()):
                try:
                    newest[article.id] = document(article)
                except (TypeError, ValueError) as error:  # what JSON or the index can't hold
                    failed[article.id] = str(error)
            with border():
                for article_id, made in newest.items():
                    writer.delete_documents_by_term(ID, article_id)
                    writer.add_document(made)
                writer.commit()
            self.written += 1
            added += len(newest)
        return AddReport(added, failed)

    def delete(self, ids: Iterable[str]) -> int:
        with self.write_lock:
            writer = self.open_current_writer()
            there = self.fingerprints(ids)
            with border():
                for article_id in there:
                    writer.delete_documents_by_term(ID, article_id)
                writer.commit()
            self.written += 1
        return len(there)

    def rebuild(self, articles: Iterable[Article]) -> RebuildReport:
        with self.write_lock:
            # Holds the old index's lock to the end: what others wrote there meanwhile would be lost.
            self.open_current_writer()
            path = self.folder.new() if self.folder else None
            try:
                index = self.open_index(path)
                writer = self.open_writer(index)
                report = self.write(writer, articles, rebuilding=True)
                with border():
                    writer.wait_merging_threads()
            except BaseException:
                if path:
                    shutil.rmtree(path, ignore_errors=True)
                raise
            if self.folder and path:
                self.folder.switch_to(path)
            self.index, self.generation = index, path
            self.written += 1
            self.close_writer()
            if self.folder and path:
                self.folder.remove_others(path)
        return RebuildReport(report.added, report.failed, path.name if path else "memory")

    # -- reading ------------------------------------------------------------------------------

    def fingerprints(self, ids: Iterable[str]) -> dict[str, str]:
        searcher = self.searcher()
        found: dict[str, str] = {}
        with border():
            for batch in batches(filter(can_be_id, ids)):
                query = Query.term_set_query(self.schema, ID, batch)
                for _, address in searcher.search(query, limit=len(batch), count=False).hits:
                    stored = searcher.doc(address)
                    found[str(stored.get_first(ID))] = str(stored.get_first(FINGERPRINT) or "")
        return found

    def moments(self, ids: Iterable[str]) -> dict[str, int]:
        """When the articles that are in the index were first indexed, by id."""
        searcher = self.searcher()
        found: dict[str, int] = {}
        with border():
            for batch in batches(filter(can_be_id, ids)):
                query = Query.term_set_query(self.schema, ID, batch)
                hits = searcher.search(query, limit=len(batch), count=False).hits
                addresses = [address for _, address in hits]
                values = searcher.fast_field_values(INDEXED, addresses)
                for address, value in zip(addresses, values, strict=True):
                    if value is not None:
                        found[str(searcher.doc(address).get_first(ID))] = int(value)
        return found

    def indexed_until(self) -> int:
        # One process writes, batch after batch: what is committed is complete up to its latest moment.
        searcher = self.searcher()
        with border():
            latest = searcher.search(
                Query.all_query(), limit=1, count=False, order_by_field=INDEXED, order=Order.Desc
            ).hits
        return int(latest[0][0] or 0) if latest else 0

    def get(self, article_id: str) -> Article | None:
        if not can_be_id(article_id):
            return None
        searcher = self.searcher()
        with border():
            query = Query.term_query(self.schema, ID, article_id)
            hits = searcher.search(query, limit=1, count=False).hits
            return stored_article(searcher, hits[0][1]) if hits else None

    def search(self, request: SearchRequest) -> SearchPage:
        started = time.perf_counter()
        cursor = Cursor.read(request.after, request.sort) if request.after else None
        state, searcher = self.newest()
        with border():
            base = base_plans(request)
            filters = filter_plans(request)
            query = joint(self.schema, [*base_plans(request, in_order=True), *filters.values()])
            found = self.page_of(searcher, query, request, cursor)
            facets, histogram, total = self.everything.counts(
                state, request, base, filters, lambda: counts(self.schema, searcher, request, base, filters)
            )
            if total is None and cursor is None and len(found) < request.size:
                total = len(found)  # nothing lies beyond the page
            if total is None:
                total = number_of(searcher, joint(self.schema, [*base, *filters.values()]))
        more = len(found) > request.size > 0
        found = found[: request.size]
        hits = tuple(self.hit(searcher, request, score, address) for score, _, address in found)
        following = None
        if more:
            seen = (cursor.seen if cursor else 0) + len(found)
            following = str(Cursor(request.sort, found[-1][0], found[-1][1], seen))
        took = (time.perf_counter() - started) * 1000
        return SearchPage(total, hits, facets, histogram, following, took)

    def count(self, requests: Sequence[SearchRequest]) -> list[int]:
        searcher = self.searcher()
        with border():
            return [
                number_of(searcher, joint(self.schema, [*base_plans(one), *filter_plans(one).values()]))
                for one in requests
            ]

    def frequencies(self, words: Sequence[str]) -> dict[str, int]:
        searcher = self.searcher()
        with border():
            return {word: searcher.doc_freq(BODY, word) for word in words}

    def suggest(self, beginning: str, size: int) -> list[Suggestion]:
        if not buckets.can_begin(beginning):
            return []
        searcher = self.searcher()
        with border():
            found = searcher.terms_with_prefix(TITLE_WORDS, beginning, limit=buckets.SUGGESTED_FROM)
        return buckets.suggestions(dict(found), size)

    def scan(self, request: SearchRequest) -> Iterator[Article]:
        return every_hit(self, request)

    def health(self) -> Health:
        where = str(self.folder.folder) if self.folder else "memory"
        try:
            articles = self.searcher().num_docs
        except EngineError as error:
            return Health(False, 0, VERSION, str(error))
        return Health(True, articles, VERSION, where)

    # -- parts of a search --------------------------------------------------------------------

    def page_of(
        self, searcher: tantivy.Searcher, query: Query, request: SearchRequest, cursor: Cursor | None
    ) -> list[tuple[float, int, tantivy.DocAddress]]:
        """Up to one hit more than the page holds, as (score, sort key, address), in order."""
        if request.by_score:
            return self.by_score(searcher, query, request.size, cursor)
        field = OLDEST_KEY if request.sort is Sort.OLDEST else NEWEST_KEY
        if cursor:
            below = Query.range_query(
                self.schema, field, FieldType.Integer, 0, cursor.key, include_upper=False
            )
            query = Query.boolean_query([(Occur.Must, query), (Occur.Must, below)])
        found = searcher.search(
            query, limit=request.size + 1, count=False, order_by_field=field, order=Order.Desc
        )
        return [(0.0, key, address) for key, address in found.hits]

    def by_score(
        self, searcher: tantivy.Searcher, query: Query, size: int, cursor: Cursor | None
    ) -> list[tuple[float, int, tantivy.DocAddress]]:
        limit = (cursor.seen if cursor else 0) + size + TIE_ROOM
        while True:
            # Room for the hits is taken at once: a made-up cursor must not ask for more than there are.
            limit = min(limit, max(searcher.num_docs, 1))
            found = searcher.search(query, limit=limit, count=False).hits
            keys = searcher.fast_field_values(NEWEST_KEY, [address for _, address in found])
            ordered = sorted(
                ((score, int(key or 0), address) for (score, address), key in zip(found, keys, strict=True)),
                key=lambda hit: (-hit[0], -hit[1]),
            )
            if cursor:
                ordered = [hit for hit in ordered if (hit[0], hit[1]) < (cursor.score, cursor.key)]
            page = ordered[: size + 1]
            # Complete unless hits beyond the limit may tie with the page's last.
            everything = len(found) < limit or limit >= searcher.num_docs
            if everything or (len(page) > size and page[-1][0] > found[-1][0]):
                return page
            limit *= 4

    def hit(
        self, searcher: tantivy.Searcher, request: SearchRequest, score: float, address: tantivy.DocAddress
    ) -> Hit:
        article = stored_article(searcher, address)
        if not request.highlight:
            return Hit(article, score)
        return Hit(article, score, *highlight(request.node, article))


def committed(generation: Path) -> object:
    """What changes with every commit to a folder: tantivy puts a new file in place."""
    try:
        found = (generation / "meta.json").stat()
    except OSError:  # a rebuild removed it just now: equal to nothing
        return object()
    return generation, found.st_ino, found.st_mtime_ns, found.st_size


def stored_article(searcher: tantivy.Searcher, address: tantivy.DocAddress) -> Article:
    return Article.from_json(orjson.loads(bytes(searcher.doc(address).get_first(ARTICLE) or b"")))


@contextmanager
def border() -> Iterator[None]:
    """Turns what tantivy raises, its panics too, into EngineError."""
    try:
        yield
    except (ValueError, OSError) as error:
        raise EngineError(f"The embedded engine failed: {error}") from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise EngineError(f"The embedded engine failed: {error}") from None
