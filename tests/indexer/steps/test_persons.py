"""The persons step: names after titles, names that begin with a given name, surnames again."""

import pytest

from indexer.draft import Draft
from indexer.steps.persons import persons
from indexer.steps.surfaces import surfaces
from tests.indexer.making import draft


def read(body: str, language: str = "en", title: str = "-") -> Draft:
    made = draft(body, title, language)
    surfaces(made)
    persons(made)
    return made


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "Justice Minister Abdellatif Ouahbi spoke.", ("Abdellatif Ouahbi",)),
        ("en", "the King’s Prosecutor General El-Hassan Daki", ("El-Hassan Daki",)),
        ("en", "Mr Xyloph Qwertz spoke.", ("Xyloph Qwertz",)),
        ("en", "Detective Superintendent Hemi Tautahi-Ross spoke.", ("Hemi Tautahi-Ross",)),
        ("en", "President John F. Kennedy spoke.", ("John F. Kennedy",)),
        ("en", "Then Peter O’Neill spoke.", ("Peter O’Neill",)),
        ("fr", "M. Mikael Wern était là.", ("Mikael Wern",)),
        ("fr", "le directeur général, Abdelatif Hammouchi, a reçu", ("Abdellatif Hammouchi",)),
        ("fr", "Le suspect, R. M., a été arrêté à Lyon.", ()),
        (
            "pt",
            "O senador Magno Malta discursou; ao lado de Malta estava Ana Souza.",
            ("Magno Malta", "Ana Souza"),
        ),
        ("fr", "Henri Konan Bédié parle. Henry Konan Bédié répond.", ("Henri Konan Bédié",)),
        ("fr", "hier Jean-Luc Dupond a parlé", ("Jean-Luc Dupond",)),
        ("es", "El fiscal general Juan de la Cruz habló.", ("Juan de la Cruz",)),
        ("pt", "A procuradora Maria dos Santos falou.", ("Maria dos Santos",)),
        ("de", "Innenminister Karl von der Heide sprach.", ("Karl von der Heide",)),
        ("it", "Il procuratore Giovanni Della Valle ha parlato.", ("Giovanni Della Valle",)),
        ("nl", "Minister Jan van der Berg sprak.", ("Jan van der Berg",)),
    ],
)
def test_full_names(language: str, text: str, names: tuple[str, ...]) -> None:
    assert read(text, language).persons == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال وزير الداخلية عبد الوافي التازي إن", "عبد الوافي التازي"),
        ("وصرح السيد محمد بن علي أمس", "محمد بن علي"),
    ],
)
def test_arabic_names_after_titles(text: str, name: str) -> None:
    assert name in read(text, "ar").persons


@pytest.mark.parametrize(
    "text",
    [
        "The Police and the Court of Appeal met on Monday in Paris.",
        "PETER AND THE WOLF WAS PLAYED",
        "Morocco Strengthens Global Security Alliances",
        "The General Directorate for National Security met Europol.",
        "",
    ],
)
def test_capitals_alone_are_no_names(text: str) -> None:
    assert read(text).persons == ()


def test_a_surname_counts_for_the_full_name() -> None:
    made = read("Peter Example spoke. Example, and Example’s son, left; Examples and Non-Example too.")
    assert made.persons == ("Peter Example",)
    assert [m.text for m in made.mentions] == ["Peter Example", "Example", "Example"]
    assert [m.rule for m in made.mentions] == ["first name", "surname", "surname"]


def test_a_surname_in_the_title_counts() -> None:
    made = read("Abdelatif Hammouchi a reçu le directeur.", "fr", "Hammouchi discute à Rabat")
    assert made.persons == ("Abdellatif Hammouchi",)
    assert {m.where for m in made.mentions} == {"title", "body"}


def test_the_longer_form_is_shown() -> None:
    made = read("Peter Example met Mr Example. Peter John Example left.")
    assert made.persons == ("Peter John Example",)


def test_those_named_most_come_first() -> None:
    assert read("Peter Example met Anna Sample. Sample left.").persons == ("Anna Sample", "Peter Example")


def test_names_do_not_cross_paragraphs() -> None:
    assert read("He met Peter\n\nExample Town").persons == ()


def test_names_shouted_after_a_title_are_written_as_others() -> None:
    assert read("PRESIDENT PETER EXAMPLE").persons in {("Peter Example",), ()}


def test_each_mention_stands_where_it_says() -> None:
    made = read("Justice Minister Peter Example spoke. Example left Anna Sample.", title="Example speaks")
    assert len(made.mentions) == 4
    assert all(made.part(m.where)[m.start : m.end] == m.text for m in made.mentions)


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "Among them was Xyloph Qwertz, 34, of no fixed address.", ("Xyloph Qwertz",)),
        ("en", "The plan failed, said Xyloph Qwertz in court.", ("Xyloph Qwertz",)),
        ("en", "It was Xyloph Qwertz, the director of the office.", ("Xyloph Qwertz",)),
        ("en", "They freed Xyloph Qwertz. Later Qwertz fled.", ("Xyloph Qwertz",)),
        ("en", "The letter reached Xyloph McQwertz.", ("Xyloph McQwertz",)),
        ("en", "Then Peter Example MSP spoke.", ("Peter Example",)),
        ("es", "Vieron a Pedro Ejemplo y Juan Muestra.", ("Pedro Ejemplo", "Juan Muestra")),
        ("it", "Hanno arrestato Mario Esempio e Giulia Prova.", ("Mario Esempio", "Giulia Prova")),
        ("de", "Das war Peter Mustermanns Wagen.", ("Peter Mustermann",)),
        ("de", "Gestern traf Anna Beispiel von der Polizei ein.", ("Anna Beispiel",)),
        ("pt", "Falou Pedro Exemplo da Silva.", ("Pedro Exemplo da Silva",)),
        ("fr", "Selon Théo Exemple, 23 ans, rien ne presse.", ("Théo Exemple",)),
    ],
)
def test_names_by_what_stands_around_them(language: str, text: str, names: tuple[str, ...]) -> None:
    assert read(text, language).persons == names


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It happened near Peter Example Street."),
        ("en", "The Peter Example Show returns."),
        ("fr", "Une rixe a éclaté rue Victor Hugo."),
        ("es", "Ingresó en el Hospital Juan Ejemplo."),
        ("it", "L'auto era in via Giulio Cesare."),
        ("en", "Human Rights Watch said so."),
        ("en", "The Victoria Cross was stolen."),
        ("de", "Nach Angaben der Behörde fehlt das Auto."),
    ],
)
def test_things_that_bear_names_are_no_persons(language: str, text: str) -> None:
    assert read(text, language).persons == ()


def test_headlines_in_capitals_end_a_name_early() -> None:
    made = read("Peter Example said so.", title="Peter Example Will Take Hard Look At Running")
    assert made.persons == ("Peter Example",)


def test_of_two_with_one_surname_the_one_named_last_is_meant() -> None:
    made = read("Peter Example spoke. Example left. Anna Example came. Example sat.")
    values = sorted((m.start, m.value) for m in made.mentions)
    assert [value for _, value in values] == ["Peter Example"] * 2 + ["Anna Example"] * 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("أكد لطفي العماري أن الحكومة", ("لطفي العماري",)),
        ("أوقفت الشرطة محمد بن علي الورغي أمس", ("محمد بن علي الورغي",)),
        ("التقى عبد الرحمن الزواري ومحمود حمدي", ("عبد الرحمن الزواري", "محمود حمدي")),
        ("ظهر نور الدين البحيري في المحكمة", ("نور الدين البحيري",)),
        ("جرت المباراة في ملعب الطيب المهيري", ()),
        ("على مستوى البلاد وعلى حساب الدولة", ()),
        ("تحسين ظروف العمل في ختام أعمال اللجنة", ()),
        ("قال محمد يوم الجمعة", ()),
        ("عبد الله في المدينة", ()),
    ],
)
def test_arabic_names_by_given_names(text: str, names: tuple[str, ...]) -> None:
    assert read(text, "ar").persons == names


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("zh", "昆明市公安局局长李明强调禁毒。", ("李明",)),
        ("zh", "张建国表示，行动继续。", ("张建国",)),
        ("zh", "主席埃琳·琼斯（Elin Jones）说", ("Elin Jones",)),
        ("zh", "记者周六在北京报道", ()),
        ("ja", "警視庁は山田太郎容疑者を逮捕した。", ("山田太郎",)),
        ("ja", "佐藤健さんが死亡した。", ("佐藤健",)),
        ("ja", "警察は東京で二人の男を逮捕した。", ()),
    ],
)
def test_chinese_and_japanese_names(language: str, text: str, names: tuple[str, ...]) -> None:
    assert read(text, language).persons == names


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Abdelatif Hammouchi met him.", "Abdellatif Hammouchi"),
        ("ar", "استقبل عبد اللطيف الحموشي نظيره.", "عبد اللطيف حموشي"),
        ("ru", "Они встретились с Абдельлатифом Хаммуши.", "Абделлатиф Хаммуши"),
        ("zh", "阿卜杜勒拉蒂夫·哈穆希会见了他。", "阿卜杜勒拉蒂夫·哈穆希"),
    ],
)
def test_an_official_has_one_name_in_each_script(language: str, text: str, name: str) -> None:
    assert read(text, language).persons == (name,)


def test_things_and_sons_that_bear_an_officials_name_are_not_him() -> None:
    assert read("Donald Trump Jr. spoke.").persons == ()
    assert read("Aterrizó en el Aeropuerto Pablo Escobar.", "es").persons == ()


def test_russian_names_are_one_person_in_every_case() -> None:
    body = "Ивана Петрова задержали. Иван Петров признал вину; следователь допросил Ивана Петрова."
    assert read(body, "ru").persons == ("Иван Петров",)


def test_an_officials_surname_alone_is_mentioned_again() -> None:
    made = read("Holger Münch spoke. Münch left.", "de")
    assert [(m.text, m.rule) for m in made.mentions] == [("Holger Münch", "official"), ("Münch", "surname")]
