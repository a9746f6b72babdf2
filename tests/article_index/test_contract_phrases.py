"""The engine contract: phrases, prefixes and wildcards."""

from collections.abc import Iterator

import pytest

from article_index.engine import Engine
from tests.article_index.conftest import NewUrl
from tests.article_index.searching import found, holding
from tests.factory import article

ARTICLES = [
    article("Chief of police resigns", id="chief", body="Money was laundered. Nobody knew."),
    article("Police chief praised", id="praised", body="He laundered the money of cartels."),
    article("Le chef de la police judiciaire", id="chef", language="fr", body="Trafic de drogue au Havre"),
    article("Money laundering ring smashed", id="laundering", body="launderer laundrette"),
    article("Smuggler held at Calais", id="calais", body="Smuggling by van. A colour photograph exists."),
    article(
        "Colorful launch", id="launch", body="Vessels smuggled fuel; U.S. Navy involved, AT&T said. C++ too."
    ),
    article("شرطة دبي الجنائية", id="dubai", language="ar"),
    article("أحال الشرطي التقرير إلى النيابة العامة", id="office", language="ar"),
    article("大阪府警が容疑者を逮捕", id="osaka", language="ja"),
]


@pytest.fixture(scope="module")
def engine(new_url: NewUrl) -> Iterator[Engine]:
    with holding(new_url(), ARTICLES) as engine:
        yield engine


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ('"police chief"', {"praised"}),
        ('"POLICE, chief!"', {"praised"}),
        ('"chief police"', set()),
        ('"chief of police"', {"chief"}),
        ('"chief to police"', {"chief"}),  # a stop word holds a place, whichever it is
        ('"chief of the police"', set()),
        ('"chef de la police"', {"chef"}),
        ('"chef de police"', set()),
        ('"trafic de drogue"', {"chef"}),
        ('"of police"', {"chief", "praised"}),  # at an edge a stop word asks for nothing
        ('"laundered money"', set()),
        ('"laundering the money"', {"praised"}),
        ('"money laundered"', {"laundering"}),
        ('"money was laundering"', {"chief"}),
        ('"ring smash"', {"laundering"}),
        ('"chief"', {"chief", "praised"}),
        ('"النيابات العامة"', {"office"}),
        ('"شرطة دبي"', {"dubai"}),
        ('"府警が"', {"osaka"}),
        ("U.S.", {"launch"}),
        ("AT&T", {"launch"}),
        ("C++", {"launch"}),
        ('"resigns money"', set()),  # from the title into the body
    ],
)
def test_phrases_want_their_words_in_place_in_any_inflection(
    engine: Engine, query: str, expected: set[str]
) -> None:
    assert found(engine, query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ('"police chief"~1', {"praised"}),
        ('"police chief"~2', {"praised"}),  # two moves turn two words about, a third skips "of"
        ('"police chief"~3', {"praised", "chief"}),
        ('"chief police"~1', {"chief"}),
        ('"chief resigns"~1', set()),
        ('"chief resigns"~2', {"chief"}),
        ('"chef judiciaire"~3', {"chef"}),
        ('"chef judiciaire"~2', set()),
        ('"chief chief"~5', set()),
    ],
)
def test_loose_phrases_allow_so_many_moves(engine: Engine, query: str, expected: set[str]) -> None:
    assert found(engine, query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("laund*", {"chief", "praised", "laundering"}),
        ("launder*", {"chief", "praised", "laundering"}),
        ("laundere*", {"chief", "praised", "laundering"}),
        ("laundered*", {"chief", "praised"}),
        ("LAUNDR*", {"laundering"}),
        ("smuggl*", {"calais", "launch"}),
        ("*laundering", {"laundering"}),
        ("col*r*", {"calais", "launch"}),
        ("colo?r*", {"calais"}),
        ("colou?", {"calais"}),
        ("co?our", {"calais"}),
        ("smugglin?", {"calais"}),
        ("smuggling?", set()),
        ("*aunch", {"launch"}),
        ("havr*", {"chef"}),
        ("hâvr*", {"chef"}),
        ("شرط*", {"dubai"}),
        ("*شرط*", {"dubai", "office"}),
        ("launder* -title:laundering", {"chief", "praised"}),
        ("title:laund*", {"laundering"}),
        ("body:laund*", {"chief", "praised", "laundering"}),
        ("laund.*", set()),  # no regular expression
        ("[a-z]aunder", set()),
    ],
)
def test_wildcards_match_words_as_written(engine: Engine, query: str, expected: set[str]) -> None:
    assert found(engine, query) == expected
