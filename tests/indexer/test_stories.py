"""Stories: what is one report, and that neither order, nor runs, nor engines change the groups."""

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

from article_index.article import Article, replace
from article_index.engine import Engine, open_engine
from article_index.near_duplicates import alike, bands
from article_index.search import SearchRequest
from indexer.stories import with_stories
from tests.factory import article

PARAGRAPHS = (
    "Police in the port of Varna have seized two tonnes of heroin hidden in a cargo of roof tiles that had "
    "come from Mersin on board a freighter under the flag of Panama, the interior ministry said on Thursday.",
    "Four men, among them the freight forwarder who had ordered the tiles, were arrested in the operation, "
    "which had been prepared for seven months together with customs officers from Turkey and Germany.",
    "The prosecutor of the regional court said that the group had used the same route at least five times "
    "since spring, and that accounts with more than three million euros had been frozen in Sofia and Vienna.",
    "It is the largest seizure in the country for nine years; the street value was put at eighty million "
    "euros by the head of the anti-drug unit, who thanked the harbour pilot for being watchful.",
)
OTHER = (
    "The town of Ouarzazate will build a new fire station next year, its mayor told the council on Monday "
    "after a long debate about money, roads and the school whose roof the storms of February had damaged."
)
WHOLE = article(id="d-whole", body="\n\n".join(PARAGRAPHS))
CUT = article(id="b-cut", body="\n\n".join(PARAGRAPHS[:2]))
EDITED = article(
    id="c-edited",
    body="\n\n".join(PARAGRAPHS).replace("Thursday", "5 March").replace("Four men", "Four suspects"),
)
END = article(id="a-end", body="\n\n".join(PARAGRAPHS[2:]))
FIRE = article(id="e-fire", body=OTHER)
ALL = (WHOLE, CUT, EDITED, END, FIRE)
STORIES = {"a-end": "a-end", "b-cut": "a-end", "c-edited": "a-end", "d-whole": "a-end", "e-fire": "e-fire"}


@pytest.fixture
def engine() -> Iterator[Engine]:
    with open_engine("tantivy:memory") as opened:
        yield opened


def stories(engine: Engine) -> dict[str, str | None]:
    return {found.id: found.story for found in engine.scan(SearchRequest())}


def add(engine: Engine, *articles: Article) -> None:
    engine.add(with_stories(engine, articles))


def test_an_article_is_alike_its_cut_and_edited_forms_and_no_other() -> None:
    assert all(alike(WHOLE, other) for other in (CUT, EDITED, END))
    assert not any(alike(*both) for both in ((CUT, END), (WHOLE, FIRE)))


@pytest.mark.parametrize(
    "body", ["", "The trial continues.", "...", "🙂" * 50], ids=["empty", "short", "dots", "faces"]
)
def test_a_text_too_short_to_say_has_no_keys_and_is_alike_nothing(body: str) -> None:
    short = article(body=body)
    assert bands(short) == []
    assert not alike(short, replace(short, id="other"))


def test_texts_without_blanks_are_compared_too() -> None:
    text = "警方周二在上海港查获了两吨海洛因，这批毒品藏在屋瓦里，四名男子被捕，其中包括订货的货运代理人。"
    one = article(language="zh", body=text + "检察官说，该团伙至少五次使用同一路线。")
    other = article(language="zh", body=text + "这是九年来最大的一次缴获。")
    assert alike(one, other)
    assert set(bands(one)) & set(bands(other))


@pytest.mark.parametrize("order", list(permutations(ALL))[::7])
def test_the_order_of_loading_does_not_matter(engine: Engine, order: tuple[Article, ...]) -> None:
    for one in order:
        add(engine, one)
    assert stories(engine) == STORIES


def test_batches_do_not_matter_and_a_second_run_changes_nothing(engine: Engine) -> None:
    add(engine, *ALL)
    assert stories(engine) == STORIES
    add(engine, *ALL)
    assert stories(engine) == STORIES


def test_an_article_that_is_rewritten_leaves_its_story(engine: Engine) -> None:
    add(engine, *ALL)
    add(engine, replace(CUT, body=FIRE.body))
    assert stories(engine) == STORIES | {"b-cut": "b-cut", "e-fire": "b-cut"}


def test_a_story_whose_namegiver_is_rewritten_gets_another_name(engine: Engine) -> None:
    add(engine, *ALL)
    add(engine, replace(END, body="Something else."))
    assert stories(engine) == {
        "a-end": "a-end", "b-cut": "b-cut", "c-edited": "b-cut", "d-whole": "b-cut", "e-fire": "e-fire",
    }  # fmt: skip


def test_many_copies_of_one_text_are_one_story(engine: Engine) -> None:
    copies = [replace(WHOLE, id=f"{n:04}") for n in range(300)]
    add(engine, *copies[:150])
    add(engine, *copies[150:])
    assert set(stories(engine).values()) == {"0000"}


def test_other_parts_of_a_moved_article_stay_as_they_were(engine: Engine, tmp_path: Path) -> None:
    add(engine, replace(WHOLE, countries=("BG",), fingerprint="f"))
    add(engine, END)
    moved = engine.get("d-whole")
    assert moved == replace(WHOLE, countries=("BG",), fingerprint="f", story="a-end")
