"""The engine contract: hits come with what matched in them."""

from article_index.engine import Engine
from article_index.highlighter import marked_html
from article_index.search import Hit, Marked
from tests.article_index.searching import search
from tests.factory import article


def only_hit(engine: Engine, query: str) -> Hit:
    (hit,) = search(engine, query).hits
    return hit


def test_title_and_fragments_say_what_matched(engine: Engine) -> None:
    engine.add([article("Arrests in Oran", body="Nothing here. Police arrested two men.")])
    hit = only_hit(engine, "arrest")
    assert marked_html(hit.title) == "<mark>Arrests</mark> in Oran"
    assert [marked_html(part) for part in hit.fragments] == ["Police <mark>arrested</mark> two men."]


def test_words_typed_without_accents_are_marked_with_theirs(engine: Engine) -> None:
    engine.add([article("La Policía investiga", language="es")])
    assert marked_html(only_hit(engine, "policia").title) == "La <mark>Policía</mark> investiga"


def test_a_hit_without_matching_words_shows_the_start(engine: Engine) -> None:
    engine.add([article("Arrests", body="First sentence. Second sentence.", countries=("ES",))])
    hit = only_hit(engine, "country:ES")
    assert hit.title == Marked("Arrests")
    assert hit.fragments == (Marked("First sentence."),)


def test_words_that_are_left_out_are_not_marked(engine: Engine) -> None:
    engine.add([article("Police raid")])
    assert marked_html(only_hit(engine, "police -arson").title) == "<mark>Police</mark> raid"


def test_what_an_article_contains_is_escaped(engine: Engine) -> None:
    engine.add([article("<script>alert('raid')</script>", body='<img src=x onerror="raid()"> & raid')])
    hit = only_hit(engine, "raid")
    assert marked_html(hit.title) == ("&lt;script&gt;alert(&#x27;<mark>raid</mark>&#x27;)&lt;/script&gt;")
    assert [marked_html(part) for part in hit.fragments] == [
        "&lt;img src=x onerror=&quot;<mark>raid</mark>()&quot;&gt; &amp; <mark>raid</mark>"
    ]


def test_marks_in_an_article_are_not_taken_for_ours(engine: Engine) -> None:
    engine.add([article("<mark>raid</mark>")])
    assert marked_html(only_hit(engine, "raid").title) == "&lt;mark&gt;<mark>raid</mark>&lt;/mark&gt;"


def test_highlights_can_be_left_out(engine: Engine) -> None:
    engine.add([article("Police raid", body="Police raid.")])
    (hit,) = search(engine, "raid", highlight=False).hits
    assert (hit.title, hit.fragments) == (Marked(""), ())
