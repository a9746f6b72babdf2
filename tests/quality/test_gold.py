"""Gold files: how a line names its article, what its values mean, and what is said of a wrong line."""

from pathlib import Path

import pytest

from article_index.article import Article
from indexer.readers import Reading, sources
from indexer.record import Record
from quality.corpora import GOLD_ARTICLES, OWN_SETS, OwnSet
from quality.gold import FACETS, GoldError, read_gold, values_of
from quality.scores import Wanted
from vocabulary import concept


def gold(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_values_with_a_question_mark_are_told_apart(tmp_path: Path) -> None:
    read = read_gold(
        gold(tmp_path, '{"id":"a","countries":["MA","ES?"],"published":"2025-01-30","language":"fr?"}')
    )
    labels = read.of(Article("a"))
    assert labels
    assert labels.facets == {
        "countries": Wanted(frozenset({"MA"}), frozenset({"ES"})),
        "published": Wanted(frozenset({"2025-01-30"})),
        "language": Wanted(frozenset(), frozenset({"fr"})),
    }


@pytest.mark.parametrize(
    ("line", "article"),
    [
        ('{"id":"a1"}', Article("a1")),
        ('{"url":"https://example.org/a"}', Article("x", url="https://example.org/a")),
        ('{"file":"fr/a.txt"}', Article("x", file="/anywhere/articles/fr/a.txt")),
        ('{"file":"fr/a.txt"}', Article("x", file="fr/a.txt")),
    ],
)
def test_an_article_is_named_by_id_address_or_the_end_of_its_path(
    tmp_path: Path, line: str, article: Article
) -> None:
    assert read_gold(gold(tmp_path, line)).of(article)


@pytest.mark.parametrize("file", ["/articles/de/a.txt", "/articles/xfr/a.txt", "a.txt", None])
def test_another_file_has_no_labels(tmp_path: Path, file: str | None) -> None:
    assert read_gold(gold(tmp_path, '{"file":"fr/a.txt"}')).of(Article("x", file=file)) is None


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "no JSON"),
        ("[]", "not an object"),
        ('{"id":"\\ud800"}', "half a character"),
        ('{"countries":["MA"]}', "not named"),
        ('{"id":7}', "as a string"),
        ('{"id":"a","country":["MA"]}', "“country” is no facet"),
        ('{"id":"a","countries":"MA"}', "not a list"),
        ('{"id":"a","countries":["Morocco"]}', "“Morocco”"),
        ('{"id":"a","crime_types":["drugs-trafficking"]}', "“drugs-trafficking”"),
        ('{"id":"a","published":"30.1.2025"}', "2025-01-31"),
        ('{"id":"a","language":["fr"]}', "not a string"),
        ('{"id":"first"}', "labels already"),
    ],
)
def test_a_wrong_line_is_told_with_its_number(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(GoldError) as error:
        read_gold(gold(tmp_path, '{"id":"first"}', "", line))
    assert "gold.jsonl:3: " in str(error.value)
    assert said in str(error.value)


def test_a_file_without_labels_or_in_another_encoding_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no labels"):
        read_gold(gold(tmp_path, ""))
    (tmp_path / "latin.jsonl").write_bytes('{"id":"é"}'.encode("latin-1"))
    with pytest.raises(GoldError, match="UTF-8"):
        read_gold(tmp_path / "latin.jsonl")


def test_names_of_persons_are_compared_without_case_and_accents(tmp_path: Path) -> None:
    read = read_gold(gold(tmp_path, '{"id":"a","persons":["Solène  Darnaudet"]}'))
    article = Article("a", persons=("SOLENE DARNAUDET",))
    labels = read.of(article)
    assert labels
    assert set(values_of(article, "persons")) == labels.facets["persons"].values


@pytest.mark.parametrize("own_set", OWN_SETS, ids=lambda made: made.title)
def test_our_own_gold_labels_every_article_in_every_facet(own_set: OwnSet) -> None:
    read = read_gold(own_set.gold)
    records = [item for source in sources([str(own_set.articles)]) for item in Reading(source)]
    found = [
        read.of(Article("", url=record.url, file=record.file))
        for record in records
        if isinstance(record, Record)
    ]
    assert len(found) == len(records) == len(read.labels)
    assert {id(labels) for labels in found} == {id(labels) for labels in read.labels.values()}
    assert all(labels and set(labels.facets) == set(FACETS) for labels in found)


def test_the_gold_articles_are_many_and_a_third_of_them_without_a_crime() -> None:
    labels = read_gold(GOLD_ARTICLES.gold).labels.values()
    assert len(labels) >= 90
    assert len({made.language for made in labels}) >= 12
    without_crime = [made for made in labels if not made.facets["crime_types"].values]
    assert len(labels) * 0.25 < len(without_crime) < len(labels) * 0.45


def test_the_gold_articles_name_agencies_by_the_rule_of_ids() -> None:
    """An agency may be missing from the vocabulary, but its id begins with a country or ``int``."""
    for labels in read_gold(GOLD_ARTICLES.gold).labels.values():
        wanted = labels.facets["agencies"]
        for agency in wanted.values | wanted.either:
            country, _, name = agency.partition("-")
            assert name, (labels.name, agency)
            assert country == "int" or concept("countries", country.upper()), (labels.name, agency)


def test_the_focus_countries_of_the_gold_articles_are_among_their_countries() -> None:
    for labels in read_gold(GOLD_ARTICLES.gold).labels.values():
        focus, countries = labels.facets["focus_countries"], labels.facets["countries"]
        assert focus.values <= countries.values, labels.name
        assert 1 <= len(focus.values) <= 3, labels.name
