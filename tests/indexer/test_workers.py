"""Enrichment in several processes: the same articles in the same order, and what a killed one says."""

import os
import signal

import pytest

from indexer.corrections import Corrections, correction
from indexer.pipeline import enrich
from indexer.record import Record
from indexer.workers import ENOUGH_WORK, WorkerDied, Workers, cores

WRONG = '{"is": "wrong", "field": "countries", "value": "ES"}'
CORRECTIONS = Corrections([correction(WRONG)])


def records(number: int) -> list[Record]:
    return [
        Record("a.jsonl", f"Police arrested {n} men in Spain and Kenya.", line=n, id=str(n))
        for n in range(number)
    ]


def test_processes_give_what_one_gives_in_the_same_order() -> None:
    found = records(ENOUGH_WORK + 7)
    empty = Record("empty.txt", "\u200b", scraped=True)
    found.insert(3, empty)
    with Workers(2, CORRECTIONS) as workers:
        outcomes = workers.start(found).outcomes()
        again = workers.start(found[:2]).outcomes()
        assert workers.pool is not None
    expected = [enrich(record, None, CORRECTIONS) for record in found if record is not empty]
    assert [item for item in outcomes.items if not isinstance(item, str)] == expected
    assert "no article here" in str(outcomes.items[3])
    assert again.items == outcomes.items[:2]
    assert outcomes.seconds["surfaces"] > 0
    assert workers.pool is None


def test_little_work_stays_in_this_process() -> None:
    with Workers(2) as workers:
        assert len(workers.start(records(3)).outcomes().items) == 3
        assert workers.pool is None


def test_a_killed_process_says_what_to_do() -> None:
    with Workers(2) as workers:
        workers.start(records(ENOUGH_WORK)).outcomes()
        assert workers.pool is not None
        pending = workers.start(records(20 * ENOUGH_WORK))
        for process in list(workers.pool._processes):
            os.kill(process, signal.SIGKILL)
        with pytest.raises(WorkerDied, match="fewer --workers"):
            pending.outcomes()


def test_there_is_a_core() -> None:
    assert cores() >= 1
