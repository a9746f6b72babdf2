"""The engine on Elasticsearch.

Design notes:
- an alias names the index that is searched; rebuilding fills a new index and moves the alias;
- readiness is a short search, not the cluster's health, which hangs while there is no master.
"""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Self
from urllib.parse import unquote, urlsplit

from elasticsearch import (
    ApiError,
    AuthenticationException,
    AuthorizationException,
    BadRequestError,
    Elasticsearch,
    NotFoundError,
    TransportError,
    helpers,
)
from elasticsearch.serializer import OrjsonSerializer

from article_index import buckets
from article_index.article import FACET_FIELDS, Article
from article_index.cursor import Cursor
from article_index.elasticsearch_engine.mapping import ix, mappings, settings, source
from article_index.elasticsearch_engine.moments import Moments, Turn
from article_index.elasticsearch_engine.render import render
from article_index.elasticsearch_engine.request import (
    COUNTS,
    count_body,
    counting_body,
    frequencies_body,
    hits_body,
    suggest_body,
    terms,
)
from article_index.engine import (
    BATCH_SIZE,
    AddReport,
    Closing,
    EngineError,
    EngineUnavailable,
    Health,
    IndexOutdated,
    RebuildReport,
    batches,
    every_hit,
)
from article_index.highlighter import highlight
from article_index.index_document import (
    BODY,
    DAY,
    INDEX_VERSION,
    MONTH,
    TITLE_WORDS,
    WITHOUT,
    can_be_id,
)
from article_index.moments import carried, milliseconds, with_moments
from article_index.plan import Every
from article_index.planner import base_plans, filter_plans
from article_index.search import FacetCounts, Histogram, Hit, SearchPage, SearchRequest, Suggestion

Json = dict[str, Any]
REQUEST_TIMEOUT = 30  # seconds; the slowest page measured took well under one
# Searches whose counts are waited for at once beside their hits; more wait their turn.
COUNTED_BESIDE = 16
# Searches counted in one request; Elasticsearch bounds the clauses of a request by its memory.
COUNTED_AT_ONCE = 50
HEALTH_TIMEOUT = 3  # seconds: a probe that waits longer is asked again anyway


class ElasticsearchEngine(Closing):
    """An ``Engine`` on an Elasticsearch 9 cluster; ``index`` is the alias that Blotter keeps."""

    def __init__(self, client: Elasticsearch, index: str, shards: int = 1, replicas: int = 0) -> None:
        self.client = client
        self.index = index
        self.settings = settings(shards, replicas)
        self.checked = False
        self.pool = ThreadPoolExecutor(COUNTED_BESIDE, "counts")
        self.moments = Moments(client, f"{index}.moments", replicas)

    @classmethod
    def from_url(cls, url: str) -> Self:
        """The engine of ``elasticsearch+http://user:password@host:9200,host2:9200/index``."""
        scheme, _, rest = url.removeprefix("elasticsearch+").partition("://")
        authority, _, index = rest.partition("/")
        credentials, _, hosts = authority.rpartition("@")
        if not index or not all(urlsplit(f"{scheme}://{host}").hostname for host in hosts.split(",")):
            raise EngineError(
                "BLOTTER_INDEX must name host and index: elasticsearch+http://HOST:9200/INDEX "
                "(several hosts by commas)."
            )
        with_ports = [host if ":" in host else f"{host}:9200" for host in hosts.split(",")]
        options: dict[str, Any] = {}
        if credentials:
            user, _, password = credentials.partition(":")
            options["basic_auth"] = (unquote(user), unquote(password))
        client = Elasticsearch(
            [f"{scheme}://{host}" for host in with_ports],
            request_timeout=REQUEST_TIMEOUT,
            max_retries=3,
            retry_on_timeout=True,
            serializer=OrjsonSerializer(),  # several times as fast, but the client's choice only if told
            **options,
        )
        return cls(client, index)

    def close(self) -> None:
        self.pool.shutdown()
        self.client.close()

    # -- the index ----------------------------------------------------------------------------

    def ensure_index(self, client: Elasticsearch | None = None) -> None:
        """Make the index and its alias if there is none; check the version of one that is there."""
        client = client or self.client
        if self.checked:
            return
        if not client.indices.exists(index=self.index):
            try:
                self.create(f"{self.index}-000001", {self.index: {}})
            except BadRequestError as error:
                if error.error != "resource_already_exists_exception":  # made by another process meanwhile
                    raise
        found = client.indices.get_mapping(index=self.index)
        written = [m["mappings"].get("_meta", {}).get("blotter_index") for m in found.body.values()]
        if written != [INDEX_VERSION]:
            raise IndexOutdated(
                f"The index {self.index} was written by another version of Blotter ({written}, this writes "
                f"{INDEX_VERSION}). Name a new index in BLOTTER_INDEX and run `blotter index` again."
            )
        self.checked = True

    def next_index(self) -> str:
        """A name that no index has, not even one that a killed rebuild left half-filled."""
        found = self.client.indices.get(index=f"{self.index}-*", features="aliases").body
        numbers = [name.removeprefix(f"{self.index}-") for name in found]
        return f"{self.index}-{max((int(n) for n in numbers if n.isdigit()), default=0) + 1:06}"

    def create(self, name: str, aliases: Json) -> None:
        self.client.indices.create(index=name, settings=self.settings, mappings=mappings(), aliases=aliases)

    # -- writing ------------------------------------------------------------------------------

    def add(self, articles: Iterable[Article]) -> AddReport:
        added = 0
        failed: dict[str, str] = {}
        with border():
            self.ensure_index()
            for batch in batches(articles):
                known = self.moments_of(batch)
                ended = False
                while not ended:  # again where we stood still for so long that readers went on without us
                    turn = self.moments.begin()
                    report = self.write(self.index, with_moments(batch, known, turn.moment))
                    self.client.indices.refresh(index=self.index)
                    ended = self.moments.end(turn)
                added += report.added
                failed |= report.failed
        return AddReport(added, failed)

    def moments_of(self, articles: Sequence[Article]) -> dict[str, int]:
        """When those of the articles that are in the index were first indexed, by id."""
        known: dict[str, int] = {}
        if ids := [article.id for article in articles if can_be_id(article.id)]:
            answer = self.client.mget(index=self.index, ids=ids, source_includes=["indexed"])
            for document in answer["docs"]:
                if document.get("found") and document["_source"].get("indexed"):
                    moment = datetime.fromisoformat(document["_source"]["indexed"])
                    known[document["_id"]] = milliseconds(moment)
        return known

    def rebuilt(self, articles: Iterable[Article], turn: Turn) -> Iterator[Article]:
        """The articles of a rebuild with their moments; others wait for ours meanwhile."""
        for batch in batches(articles):
            known = self.moments_of(batch) | carried(batch)
            self.moments.hold(turn, max(known.values(), default=0))
            yield from with_moments(batch, known, turn.moment)

    def write(self, index: str, articles: Iterable[Article]) -> AddReport:
        added = 0
        failed: dict[str, str] = {}

        def actions() -> Iterator[Json]:
            for article in articles:
                try:
                    document = source(article)
                except (TypeError, ValueError) as error:  # what JSON or the index can't hold
                    failed[article.id] = str(error)
                else:
                    yield {"_op_type": "index", "_index": index, "_id": article.id, "_source": document}

        outcomes = helpers.streaming_bulk(
            self.client,
            actions(),
            chunk_size=BATCH_SIZE,
            max_retries=5,
            initial_backoff=1,
            max_backoff=60,
            raise_on_error=False,
        )
        for written, outcome in outcomes:
            if written:
                added += 1
            else:
                answer = outcome["index"]
                error = answer.get("error") or {}
                failed[answer["_id"]] = error.get("reason", str(answer.get("status")))
        return AddReport(added, failed)

    def delete(self, ids: Iterable[str]) -> int:
        deleted = 0
        with border():
            self.ensure_index()
            # Elasticsearch refuses a whole request for one id that no document can have.
            for batch in batches(filter(can_be_id, ids)):
                actions = ({"_op_type": "delete", "_index": self.index, "_id": name} for name in batch)
                for found, _ in helpers.streaming_bulk(self.client, actions, raise_on_error=False):
                    deleted += found
            self.client.indices.refresh(index=self.index)
        return deleted

    def rebuild(self, articles: Iterable[Article]) -> RebuildReport:
        with border():
            self.ensure_index()
            old = sorted(self.client.indices.get_alias(name=self.index).body)
            new = self.next_index()
            self.create(new, {})
            turn = self.moments.begin()
            try:
                report = self.write(new, self.rebuilt(articles, turn))
                self.client.indices.refresh(index=new)
                self.moments.hold(turn)
            except BaseException:
                # A half-filled index would be taken for a finished one by the next rebuild.
                self.client.indices.delete(index=new)
                self.moments.end(turn)
                raise
            moves: list[Json] = [{"remove": {"index": name, "alias": self.index}} for name in old]
            self.client.indices.update_aliases(actions=[*moves, {"add": {"index": new, "alias": self.index}}])
            self.client.indices.delete(index=old)
            self.moments.end(turn)
        return RebuildReport(report.added, report.failed, new)

    # -- reading ------------------------------------------------------------------------------

    def fingerprints(self, ids: Iterable[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        with border():
            self.ensure_index()
            for batch in batches(filter(can_be_id, ids)):
                answer = self.client.mget(index=self.index, ids=batch, source_includes=["fingerprint"])
                for document in answer["docs"]:
                    if document.get("found"):
                        found[document["_id"]] = document["_source"]["fingerprint"]
        return found

    def indexed_until(self) -> int:
        with border():
            self.ensure_index()
            return self.moments.until()

    def get(self, article_id: str) -> Article | None:
        if not can_be_id(article_id):  # refused by the client, or by the server as too long an address
            return None
        with border():
            self.ensure_index()
            try:
                found = self.client.get(index=self.index, id=article_id)
            except NotFoundError:
                return None
        return Article.from_json(found["_source"])

    def search(self, request: SearchRequest) -> SearchPage:
        cursor = Cursor.read(request.after, request.sort) if request.after else None
        with border():
            self.ensure_index()
            counts = counting_body(request)
            # Counts take longest; meanwhile the hits are found and marked.
            counting = self.pool.submit(self.client.search, index=self.index, **counts) if counts else None
            answer = self.client.search(index=self.index, **hits_body(request, cursor)).body
            found = answer["hits"]["hits"]
            more = len(found) > request.size > 0
            found = found[: request.size]
            hits = tuple(hit(request, raw) for raw in found)
            counted = counting.result().body if counting else {}
            facets, histogram, total = self.counts(request, counted.get("aggregations", {}))
        following = None
        if more:
            seen = (cursor.seen if cursor else 0) + len(found)
            following = str(Cursor(request.sort, hits[-1].score, found[-1]["sort"][-1], seen))
        if total is None:
            total = answer["hits"]["total"]["value"]
        took = float(max(answer["took"], counted.get("took", 0)))
        return SearchPage(total, hits, facets, histogram, following, took)

    def count(self, requests: Sequence[SearchRequest]) -> list[int]:
        counted: list[int] = []
        with border():
            self.ensure_index()
            for batch in batches(requests, COUNTED_AT_ONCE):
                answer = self.client.search(index=self.index, **count_body(batch)).body
                found = answer["aggregations"][COUNTS]["buckets"]
                counted += [found[str(number)]["doc_count"] for number in range(len(batch))]
        return counted

    def frequencies(self, words: Sequence[str]) -> dict[str, int]:
        if not words:
            return {}
        with border():
            self.ensure_index()
            answer = self.client.termvectors(index=self.index, **frequencies_body(words)).body
        found = answer["term_vectors"].get(ix(BODY), {}).get("terms", {})
        return {word: found.get(word, {}).get("doc_freq", 0) for word in words}

    def suggest(self, beginning: str, size: int) -> list[Suggestion]:
        if not buckets.can_begin(beginning):
            return []
        with border():
            self.ensure_index()
            answer = self.client.search(index=self.index, **suggest_body(beginning)).body
        return buckets.suggestions(buckets.counts(answer["aggregations"][TITLE_WORDS]), size)

    def scan(self, request: SearchRequest) -> Iterator[Article]:
        return every_hit(self, request)

    def health(self) -> Health:
        try:
            with border():
                client = self.client.options(request_timeout=HEALTH_TIMEOUT, max_retries=0)
                self.ensure_index(client)
                answer = client.search(index=self.index, size=0, track_total_hits=True)
        except EngineError as error:
            return Health(False, 0, "elasticsearch", str(error))
        return Health(True, answer["hits"]["total"]["value"], "elasticsearch", self.index)

    def counts(
        self, request: SearchRequest, counted: Json
    ) -> tuple[dict[str, FacetCounts], Histogram | None, int | None]:
        """Facet counts, histogram and, with a histogram, the total from an answer's aggregations."""
        shared = counted.get("all", {})
        facets: dict[str, FacetCounts] = {}
        for name in request.facets:
            own = counted.get(f"own {name}")
            found = own or shared
            if own:
                missing = {FACET_FIELDS[name]: own[WITHOUT]["doc_count"]}
            else:
                missing = buckets.counts(shared[WITHOUT])
            facets[name] = buckets.facet_counts(
                name, buckets.counts(found[name]), found[name]["sum_other_doc_count"], missing
            )
        if not request.histogram:
            return facets, None, None
        counts = buckets.counts(shared[MONTH])
        interval = buckets.interval_of(counts)
        if interval == "day":
            days = self.client.search(
                index=self.index,
                size=0,
                query=render(Every((*base_plans(request), *filter_plans(request).values()))),
                aggs={DAY: terms(DAY, buckets.MAX_DAYS)},
            )
            counts = buckets.counts(days["aggregations"][DAY])
        undated = buckets.counts(shared[WITHOUT]).get("published", 0)
        # The filter of the aggregation is that of the hits.
        return facets, buckets.histogram(interval, counts, undated), shared["doc_count"]


def hit(request: SearchRequest, raw: Json) -> Hit:
    article = Article.from_json(raw["_source"])
    # By date, the sort has one key and Elasticsearch computes no score.
    score = raw["sort"][0] if len(raw["sort"]) == 2 else 0.0
    if not request.highlight:
        return Hit(article, score)
    return Hit(article, score, *highlight(request.node, article))


def failure(status: int, message: str) -> EngineError:
    """The error of ours for a refused request."""
    if status in {404, 408, 429, 500, 502, 503, 504}:
        return EngineUnavailable(f"Elasticsearch can't answer now: {message}")
    return EngineError(f"Elasticsearch refused a request: {message}")


@contextmanager
def border() -> Iterator[None]:
    """Turns what the client raises into errors of ours that say what to do."""
    try:
        yield
    except (AuthenticationException, AuthorizationException) as error:
        raise EngineError(
            "Elasticsearch refuses these credentials: check user and password in BLOTTER_INDEX "
            f"and that the user may read and write the index ({error.message})."
        ) from error
    except TransportError as error:
        raise EngineUnavailable(f"Elasticsearch can't be reached: {error.message}") from error
    except ApiError as error:
        raise failure(error.status_code, error.message) from error
