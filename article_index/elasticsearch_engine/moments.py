"""The moments that writers to one Elasticsearch index give to articles, in one document that all share.

Several loads may write at once, and what they wrote is found in any order. So each batch takes a turn: the
turn's moment is noted in the document before the batch is written and struck out when it is found. Readers
ask no further than to the earliest turn that is open.

A writer that dies leaves its turn open. After ``PATIENCE`` a reader strikes it out and goes on; a writer that
comes back all the same notices at its end and gives its batch a new moment, so that nothing is passed over (a
reader may then see an article of that batch twice). Who writes the document says which version was read,
and Elasticsearch refuses any other.
"""

import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from elasticsearch import ApiError, BadRequestError, ConflictError, Elasticsearch, NotFoundError

from article_index.engine import EngineUnavailable
from article_index.moments import next_moment, now

Json = dict[str, Any]
Answer = TypeVar("Answer")
DOCUMENT = "moments"
# A batch takes seconds; with all its retries, of requests and of articles refused for lack of room, some
# five minutes.
PATIENCE = 10 * 60 * 1000
# Two writers collide rarely and then go on; more than this is no collision.
MOST_TRIES = 100
SERVICE_UNAVAILABLE = 503


@dataclass(frozen=True)
class Turn:
    """A batch under way: its moment, and the name that it is noted under."""

    name: str
    moment: int


class Moments:
    """The document of an index; ``name`` is that of an index of its own, which it is alone in."""

    def __init__(self, client: Elasticsearch, name: str, replicas: int) -> None:
        self.client = client
        self.name = name
        self.replicas = replicas

    def begin(self) -> Turn:
        """A turn with a moment later than all before."""

        def begun(state: Json) -> Turn:
            strike_out_the_dead(state)
            turn = Turn(uuid.uuid4().hex, next_moment(state["last"]))
            state["last"] = turn.moment
            state["open"][turn.name] = {"moment": turn.moment, "seen": now()}
            return turn

        return self.change(begun)

    def hold(self, turn: Turn, carried: int = 0) -> None:
        """Say that a long turn goes on; ``carried`` is the latest moment that its articles brought along."""

        def held(state: Json) -> bool:
            if turn.name not in state["open"]:
                return False
            state["open"][turn.name]["seen"] = now()
            state["last"] = max(state["last"], carried)
            return True

        if not self.change(held):
            raise EngineUnavailable(
                "The rebuild stood still for so long that others went on without it. The old index serves as "
                "before; run the rebuild again."
            )

    def end(self, turn: Turn) -> bool:
        """Everything of a turn is found now; False where it took so long that readers went on without it."""
        return self.change(lambda state: state["open"].pop(turn.name, None) is not None)

    def until(self) -> int:
        """The moment up to which everything is found."""
        state, _ = self.read()
        if any(map(is_dead, state["open"].values())):
            state = self.change(struck_out)
        return min((turn["moment"] - 1 for turn in state["open"].values()), default=int(state["last"]))

    def change(self, how: Callable[[Json], Answer]) -> Answer:
        """Change the document by a function of its state that may be called again, and give its answer."""
        for attempt in range(MOST_TRIES):
            state, version = self.read()
            answer = how(state)
            if "op_type" in version:
                self.make()  # Elasticsearch would make it by itself, with a field for every turn
            try:
                self.client.index(index=self.name, id=DOCUMENT, document=state, **version)
            except ConflictError:
                time.sleep(min(0.01 * attempt, 0.2))
            else:
                return answer
        raise EngineUnavailable(f"Too many write to {self.name} at once. Run this again.")

    def read(self) -> tuple[Json, Json]:
        """The state, and what must still hold when it is written back."""
        try:
            found = self.found()
        except NotFoundError:
            return {"last": 0, "open": {}}, {"op_type": "create"}
        version = {"if_seq_no": found["_seq_no"], "if_primary_term": found["_primary_term"]}
        return found["_source"], version

    def found(self) -> Json:
        """The document as it is kept; waits for an index that somebody else is making just now."""
        client = self.client.options(max_retries=0)
        for _ in range(MOST_TRIES):
            try:
                found: Json = client.get(index=self.name, id=DOCUMENT).body
            except ApiError as error:
                if error.status_code != SERVICE_UNAVAILABLE:
                    raise
                time.sleep(0.1)
            else:
                return found
        raise EngineUnavailable(f"Elasticsearch can't answer now: {self.name} has no shard that is ready.")

    def make(self) -> None:
        """Make the index, where nobody else does."""
        try:
            self.client.indices.create(
                index=self.name,
                settings={"number_of_shards": 1, "number_of_replicas": self.replicas},
                mappings={"enabled": False},
            )
        except BadRequestError as error:
            if error.error != "resource_already_exists_exception":
                raise


def is_dead(turn: Json) -> bool:
    return bool(turn["seen"] < now() - PATIENCE)


def strike_out_the_dead(state: Json) -> None:
    state["open"] = {name: turn for name, turn in state["open"].items() if not is_dead(turn)}


def struck_out(state: Json) -> Json:
    strike_out_the_dead(state)
    return state
