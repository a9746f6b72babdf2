"""The engine contract: words, in any inflection and spelling of each language; stop words."""

from collections.abc import Iterator

import pytest

from article_index.engine import Engine
from tests.article_index.conftest import NewUrl
from tests.article_index.searching import found, holding, ids, search
from tests.factory import article

ARTICLES = [
    article("Two men arrested over fraud", id="en", body="Officers said the ring ran for years."),
    article("Nouvelles arrestations à Créteil", id="fr", language="fr", body="L’enquête du préfet de police"),
    article("Los detenidos robaban camiones", id="es", language="es", body="La Policía los buscaba."),
    article("Toneladas de cocaína apreendidas em operação no porto", id="pt", language="pt"),
    article("Arrestati due boss della camorra", id="it", language="it"),
    article("Verhaftungen nach Überfällen auf Häuser", id="de", language="de", body="Die Täter flohen."),
    article(
        "توقيف المهربين في مراكش", id="ar", language="ar", body="قالت الشُّرطة إنّ الإرهابي فرّ إلى مدينةٍ أخرى"
    ),
    article("Полицию вызвали на вокзал", id="ru", language="ru", body="Её задержали."),
    article("Polisleri İstanbul'da kaçakçıları yakaladı", id="tr", language="tr"),
    article("Dieven op heterdaad betrapt", id="nl", language="nl", body="De politie zoekt getuigen."),
    article("警方在北京逮捕三名嫌犯", id="zh", language="zh"),
    article("東京でトラック盗難が続く", id="ja", language="ja"),
    article("ตำรวจจับเครือข่ายฟอกเงิน", id="th", language="th"),
    article("Поліція затримала підозрюваного", id="uk", language="uk"),
    article("Policija uhitila krijumčare", id="unknown", language=None),
    article("Police raid the bank", id="bank"),
    article("The The concert passed off quietly", id="band"),
    article("Bank robbery foiled", id="no-the", body="Guards overpowered a gunman."),
]


@pytest.fixture(scope="module")
def engine(new_url: NewUrl) -> Iterator[Engine]:
    with holding(new_url(), ARTICLES) as engine:
        yield engine


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("arrests fraudulent", set()),
        ("arresting frauds", {"en"}),
        ("officer", {"en"}),
        ("enquêtes", {"fr"}),
        ("arrestation", {"fr", "en"}),  # its stem is theirs too
        ("détenu", set()),
        ("detenido", {"es"}),
        ("camión", {"es"}),
        ("apreendido tonelada", {"pt"}),
        ("arrestato", {"it"}),
        ("Verhaftung Haus", {"de"}),
        ("مهرب", {"ar"}),
        ("полиция", {"ru"}),
        ("polis", {"tr"}),
        ("dief", {"nl"}),
    ],
)
def test_words_are_found_in_other_inflections(engine: Engine, query: str, expected: set[str]) -> None:
    assert found(engine, query) == expected


def test_words_of_languages_without_a_stemmer_are_found_as_written(engine: Engine) -> None:
    assert found(engine, "поліція") == {"uk"}
    assert found(engine, "поліції") == set()
    assert found(engine, "krijumčare") == {"unknown"}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("FRAUD", {"en"}),
        ("creteil", {"fr"}),
        ("CRÉTEIL", {"fr"}),
        ("cre\u0301teil", {"fr"}),  # the accent as a letter of its own
        ("Ｃｒｅｔｅｉｌ", {"fr"}),
        ("cocaina", {"pt"}),
        ("uberfallen", {"de"}),
        ("Tater", {"de"}),
        ("policia", {"es"}),  # stemmers take the accented form for another word
        ("operacao", {"pt"}),
        ("enquete", {"fr"}),
        ("istanbul", {"tr"}),
        ("İSTANBUL", {"tr"}),
        ("kacakcilari", {"tr"}),
        ("ее", {"ru"}),
        ("Krijumcare", {"unknown"}),
    ],
)
def test_case_accents_and_marks_do_not_matter(engine: Engine, query: str, expected: set[str]) -> None:
    assert found(engine, query) == expected


@pytest.mark.parametrize(
    "query", ["الشرطه", "شرطة", "الشُّرْطَةُ", "الشـــرطة", "ارهابي", "الأرهابي", "مدينه", "اخرى", "أخري"]
)
def test_arabic_is_found_however_it_is_spelt(engine: Engine, query: str) -> None:
    assert found(engine, query) == {"ar"}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("逮捕", {"zh"}),
        ("北京逮捕", {"zh"}),
        ("捕逮", set()),
        ("京", {"zh", "ja"}),
        ("トラック", {"ja"}),
        ("盗難が", {"ja"}),
        ("東京 盗難", {"ja"}),
        ("東盗", set()),
        ("ฟอกเงิน", {"th"}),
        ("เงินฟอก", set()),
        ("ตำรวจ จับ", {"th"}),
    ],
)
def test_parts_are_found_where_no_blanks_stand_between_words(
    engine: Engine, query: str, expected: set[str]
) -> None:
    assert found(engine, query) == expected


@pytest.mark.parametrize("query", ["l'enquête", "l’enquête", "enquête", "l'enquete", "enquêtes"])
def test_elided_articles_do_not_hide_a_word(engine: Engine, query: str) -> None:
    assert found(engine, query) == {"fr"}


def test_a_stop_word_beside_other_words_is_neutral(engine: Engine) -> None:
    assert found(engine, "the bank") == found(engine, "bank") == {"bank", "no-the"}
    assert found(engine, "bank AND the") == {"bank", "no-the"}
    assert found(engine, "les arrestations") == {"fr"}


def test_a_stop_word_alone_is_looked_for_as_written(engine: Engine) -> None:
    assert found(engine, "the") == {"en", "bank", "band"}
    assert found(engine, "THE") == {"en", "bank", "band"}
    assert found(engine, "die") == {"de"}


def test_two_stop_words_are_looked_for_as_written(engine: Engine) -> None:
    assert found(engine, "for the") == {"en"}
    assert found(engine, '"the the"') == {"band"}


def test_a_stop_word_left_out_leaves_out_where_it_stands(engine: Engine) -> None:
    assert found(engine, "bank -the") == {"no-the"}
    assert found(engine, "-the language:en") == {"no-the"}


def test_a_stop_word_among_alternatives_is_looked_for_as_written(engine: Engine) -> None:
    assert found(engine, "the OR robbery") == {"en", "bank", "band", "no-the"}


def test_a_stop_word_of_one_language_is_a_word_of_another(engine: Engine) -> None:
    # "die" is an article in German and a verb in English; "der" means nothing in English.
    assert found(engine, "die Täter") == {"de"}
    assert found(engine, "der arrested") == set()


def test_punctuation_is_no_part_of_a_word(engine: Engine) -> None:
    assert found(engine, "fraud!") == found(engine, "(fraud)") == found(engine, "fraud,") == {"en"}


def test_nothing_is_found_of_words_that_no_article_has(engine: Engine) -> None:
    assert found(engine, "submarine") == set()
    assert found(engine, "fraud submarine") == set()


def test_a_word_in_the_title_ranks_before_one_in_the_body(engine: Engine) -> None:
    page = search(engine, "raid OR getuigen")  # each word stands once in all articles
    assert ids(page) == ["bank", "nl"]
    assert page.hits[0].score > page.hits[1].score > 0
