"""The crime types step: what the triggers say, the main type first."""

import pytest

from indexer.draft import Draft
from indexer.steps.crime_types import crime_types
from indexer.steps.surfaces import surfaces
from tests.indexer.making import draft


def read(body: str, title: str = "-", language: str = "en") -> Draft:
    made = draft(body, title, language)
    surfaces(made)
    crime_types(made)
    return made


@pytest.mark.parametrize(
    ("language", "text", "crime"),
    [
        ("en", "a drug trafficking ring", "drug-trafficking"),
        ("en", "a ransomware attack", "cybercrime"),
        ("en", "charged with attempted murder", "attempted-homicide"),
        ("en", "human traffickers were held", "human-trafficking"),
        ("en", "arms trafficking", "weapons-trafficking"),
        ("fr", "un trafic d’êtres humains", "human-trafficking"),
        ("fr", "la lutte contre la criminalité organisée", "organised-crime"),
        ("fr", "tentative d’assassinat", "attempted-homicide"),
        ("es", "narcotráfico", "drug-trafficking"),
        ("es", "blanqueo de capitales", "money-laundering"),
        ("pt", "lavagem de dinheiro", "money-laundering"),
        ("pt", "tráfico de drogas", "drug-trafficking"),
        ("de", "Verdacht auf Geldwäsche", "money-laundering"),
        ("de", "Die Polizei meldet einen Fahrraddiebstahl.", "theft"),
        ("de", "Drogenschmuggel", "drug-trafficking"),
        ("it", "traffico di droga", "drug-trafficking"),
        ("it", "riciclaggio di denaro", "money-laundering"),
        ("ar", "الاتجار بالبشر", "human-trafficking"),
        ("ar", "مكافحة الإرهاب", "terrorism"),
        ("ar", "غسل الأموال", "money-laundering"),
    ],
)
def test_triggers_in_seven_languages(language: str, text: str, crime: str) -> None:
    assert crime in read(text, language=language).crime_types


SPECIAL = {
    "human-trafficking": [
        ("en", "Police broke up a human trafficking ring in the port."),
        ("fr", "La police a démantelé un réseau de traite des êtres humains."),
        ("es", "La policía desarticuló una red de trata de personas."),
        ("pt", "A polícia desmantelou uma rede de tráfico de seres humanos."),
        ("it", "La polizia ha smantellato una rete di tratta di esseri umani."),
        ("de", "Die Polizei zerschlug ein Netzwerk für Menschenhandel."),
        ("nl", "De politie rolde een netwerk voor mensenhandel op."),
        ("ar", "فككت الشرطة شبكة للاتجار بالبشر."),
        ("ru", "Полиция раскрыла сеть торговли людьми."),
        ("tr", "Polis insan ticareti şebekesini çökertti."),
        ("zh", "警方捣毁一个人口贩运网络。"),
    ],
    "weapons-trafficking": [
        ("en", "Customs officers seized weapons in an arms trafficking case."),
        ("fr", "La police enquête sur un trafic d’armes vers la région."),
        ("es", "La policía investiga el tráfico de armas en la frontera."),
        ("pt", "A polícia investiga o tráfico de armas na fronteira."),
        ("it", "La polizia indaga su un traffico di armi."),
        ("de", "Die Polizei ermittelt wegen Waffenschmuggels."),
        ("nl", "De politie onderzoekt wapensmokkel in de haven."),
        ("ar", "تحقق الشرطة في تهريب الأسلحة عبر الحدود."),
        ("ru", "Полиция расследует торговлю оружием."),
        ("tr", "Polis silah kaçakçılığı soruşturması başlattı."),
        ("zh", "警方调查一起军火走私案。"),
    ],
    "migrant-smuggling": [
        ("en", "Police arrested three men for smuggling migrants."),
        ("fr", "La police a arrêté trois hommes pour trafic de migrants."),
        ("es", "La policía detuvo a tres hombres por tráfico de migrantes."),
        ("pt", "A polícia deteve três homens por contrabando de migrantes."),
        ("it", "La polizia ha arrestato tre uomini per traffico di migranti."),
        ("de", "Die Polizei nahm drei mutmaßliche Schleuser fest."),
        ("nl", "De politie hield drie mannen aan voor mensensmokkel."),
        ("ar", "أوقفت الشرطة ثلاثة أشخاص بتهمة تهريب المهاجرين."),
        ("ru", "Полиция задержала троих за контрабанду мигрантов."),
        ("tr", "Polis göçmen kaçakçılığı yapan üç kişiyi yakaladı."),
        ("zh", "警方以偷运移民罪逮捕三人。"),
    ],
    "cybercrime": [
        ("en", "Hackers held the files to ransom, police said: a ransomware attack on the hospital."),
        ("fr", "Des pirates informatiques exigent une rançon après une cyberattaque, dit la police."),
    ],
    "counterfeiting": [
        ("en", "The minister of justice wants to punish film piracy, and police closed a site.")
    ],
    "electoral-crime": [
        ("es", "La policía investiga el fraude electoral en las urnas, y habla de fraude."),
    ],
    "robbery": [("pt", "A polícia investiga uma série de roubos no centro.")],
    "burglary": [("it", "I ladri si sono introdotti nel negozio, dicono i carabinieri.")],
    "other-crime": [("en", "Police closed an unlicensed casino and charged the owner with bigamy.")],
}


@pytest.mark.parametrize(
    ("crime", "language", "text"), [(crime, *one) for crime, found in SPECIAL.items() for one in found]
)
def test_the_special_type_is_the_only_one(crime: str, language: str, text: str) -> None:
    assert read(text, language=language).crime_types == (crime,)


@pytest.mark.parametrize(
    "text", ["It was a murder mystery novel.", "He ordered poached eggs.", "A stolen base won it."]
)
def test_figures_of_speech_are_no_crimes(text: str) -> None:
    assert read(text).crime_types == ()


@pytest.mark.parametrize(
    ("language", "meant", "figure"),
    [
        ("en", "Police said that thieves stole paintings.", "He stole the attention of the crowd."),
        ("fr", "La police a libéré un otage.", "Le budget est l’otage des partis."),
        ("es", "La policía liberó a un rehén.", "El presupuesto es rehén de los partidos."),
        ("pt", "A polícia libertou um refém.", "O orçamento é refém dos partidos."),
        ("it", "La polizia ha liberato un ostaggio.", "Il bilancio è ostaggio dei partiti."),
        ("de", "Die Polizei befreite eine Geisel.", "Der Haushalt ist eine Geisel der Parteien."),
    ],
)
def test_everyday_words_count_beside_police_court_or_victim(language: str, meant: str, figure: str) -> None:
    assert read(meant, language=language).crime_types != ()
    assert read(figure, language=language).crime_types == ()


@pytest.mark.parametrize(
    "text",
    [
        "The striker robbed the goalkeeper in the second half of the match.",
        "In her new novel the actor plays a killer, and the film has a twist for the audience.",
        "The pharaoh was murdered in the fifteenth century, says the museum, as historians know.",
        "Analysts said that the takeover bid was extortion for shareholders.",
    ],
)
def test_sport_stage_trade_and_the_past_report_no_crimes(text: str) -> None:
    assert read(text).crime_types == ()


def test_what_a_long_article_names_in_passing_is_not_what_it_is_about() -> None:
    passing = "The new library opens in spring. " * 60 + "A reader was once convicted of fraud in court. "
    assert read(passing + "The hall has large windows. " * 30, "A library").crime_types == ()


def test_a_long_crime_story_keeps_what_it_names_once() -> None:
    story = "Police arrested the suspects, and a judge sent them to prison. " * 40
    assert "arson" in read(f"They were charged with murder. {story} One was convicted of arson.").crime_types


def test_a_very_long_crime_story_keeps_what_weighs_beside_its_subject() -> None:
    story = "Police arrested the suspects of the bank robbery, and a judge sent the robbers to prison. " * 40
    found = read(
        f"{story} One was convicted of arson. {story} The robbers had been charged with fraud; "
    ).crime_types
    assert found == ("robbery",)


@pytest.mark.parametrize(
    "text", ["He was arrested by officers.", "The operation went on.", "A suspect was seen.", ""]
)
def test_everyday_words_are_no_crimes(text: str) -> None:
    assert read(text).crime_types == ()


def test_a_longer_trigger_hides_the_shorter() -> None:
    assert read("He was charged with attempted murder.").crime_types == ("attempted-homicide",)


def test_the_type_of_the_title_comes_first() -> None:
    made = read("Money laundering, money laundering, fraud.", "Kidnapping in the harbour")
    assert made.crime_types[0] == "kidnapping"


def test_the_type_of_the_lead_comes_before_the_end() -> None:
    made = read("A burglary, police said. " + "Nothing else. " * 60 + "An arson.")
    assert made.crime_types == ("burglary", "arson")


def test_each_mention_stands_where_it_says() -> None:
    made = read("Smugglers with cocaine and more Cocaine.", "COCAINE seized")
    assert made.mentions
    assert all(made.part(m.where)[m.start : m.end] == m.text for m in made.mentions)
    assert {m.rule for m in made.mentions} == {"trigger"}


def test_a_general_type_yields_to_the_special_one_that_says_more() -> None:
    crimes = read(
        "Cocaine smuggling: drug traffickers hid the drugs in a container of contraband."
    ).crime_types
    assert "drug-trafficking" in crimes
    assert not {"drug-offence", "economic-crime"} & set(crimes)


def test_a_general_type_stays_where_it_is_all_there_is() -> None:
    assert read("He was fined for possession of cannabis, a controlled drug.").crime_types == (
        "drug-offence",
    )
