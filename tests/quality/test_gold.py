"""Gold files: how a line names its article, what its values mean, and what is said of a wrong line."""

from pathlib import Path

import pytest

from article_index.article import Article
from indexer.readers import Reading, sources
from indexer.record import Record
from quality.corpora import OWN_ARTICLES, OWN_GOLD
from quality.gold import FACETS, GoldError, read_gold, values_of
from quality.scores import Wanted


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


def test_our_own_gold_labels_every_sample_article_in_every_facet() -> None:
    read = read_gold(OWN_GOLD)
    records = [item for source in sources([str(OWN_ARTICLES)]) for item in Reading(source)]
    found = [
        read.of(Article("", url=record.url, file=record.file))
        for record in records
        if isinstance(record, Record)
    ]
    assert len(found) == len(records) == len(read.labels)
    assert all(labels and set(labels.facets) == set(FACETS) for labels in found)
