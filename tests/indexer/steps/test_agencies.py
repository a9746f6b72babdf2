"""The agencies step: full names, acronyms with what each needs, shared names beside a country."""

import pytest

from indexer.draft import Draft
from indexer.steps.agencies import agencies
from indexer.steps.surfaces import surfaces
from tests.indexer.making import draft


def read(body: str, language: str = "en", title: str = "-") -> Draft:
    made = draft(body, title, language)
    surfaces(made)
    agencies(made)
    return made


def found(body: str, language: str = "en") -> set[str]:
    return set(read(body, language).agencies)


@pytest.mark.parametrize(
    ("language", "text", "agency"),
    [
        ("en", "the Royal Canadian Mounted Police", "ca-rcmp"),
        ("en", "the Federal Bureau of Investigation", "us-fbi"),
        ("fr", "l’Agence de gestion et de recouvrement des avoirs saisis et confisqués", "fr-agrasc"),
        ("fr", "la direction générale de la surveillance du territoire au Maroc", "ma-dgst"),
        ("es", "agentes de la Guardia Civil", "es-guardia-civil"),
        ("de", "Beamte vom Bundeskriminalamt", "de-bka"),
        ("it", "i finanzieri della Guardia di Finanza", "it-guardia-di-finanza"),
        ("de", "Ermittler des FBI", "us-fbi"),
        ("ar", "الإنتربول", "int-interpol"),
    ],
)
def test_a_name_of_one_owner_counts_everywhere(language: str, text: str, agency: str) -> None:
    assert agency in found(text, language)


@pytest.mark.parametrize(
    ("text", "agency", "counts"),
    [
        # none
        ("FBI agents came.", "us-fbi", True),
        ("The fbi and Fbi came.", "us-fbi", False),
        # country
        ("The DGSN said so.", "ma-dgsn", False),
        ("The DGSN of Morocco said so.", "ma-dgsn", True),
        # context
        ("ICE agents deported forty migrants.", "us-ice", True),
        ("ICE covered the roads that night.", "us-ice", False),
        ("ICE." + " Nothing." * 50 + " Migrants were seen.", "us-ice", False),
        # name
        ("The ICC opened a case.", "int-icc", False),
        ("The International Criminal Court opened a case. The ICC said so.", "int-icc", True),
    ],
)
def test_an_acronym_counts_with_what_it_needs(text: str, agency: str, counts: bool) -> None:
    assert (agency in found(text)) is counts


@pytest.mark.parametrize(
    ("language", "text", "agency"),
    [
        ("en", "a memorandum with Brazil’s Federal Police", "br-policia-federal"),
        ("en", "a memorandum with Brazil's Federal Police", "br-policia-federal"),
        ("en", "the National Police of Colombia", "co-policia-nacional"),
        ("fr", "le directeur de la police danoise", "dk-politi"),
        ("fr", "la police nationale espagnole", "es-policia-nacional"),
        ("es", "la policía federal de Argentina", "ar-policia-federal"),
        ("de", "die dänische Polizei", "dk-politi"),
    ],
)
def test_a_shared_name_beside_a_country(language: str, text: str, agency: str) -> None:
    assert found(text, language) == {agency}


def test_police_alone_says_nothing() -> None:
    assert found("Police arrested four men. Nobody knows more. This was in Denmark.") == set()


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (
            "Au Maroc, la DGSN a annoncé des arrestations. Le Maroc et le Maroc; l’Algérie.",
            "ma-dgsn",
        ),
        (
            "En Algérie, la DGSN a annoncé des arrestations. L’Algérie et Alger; le Maroc.",
            "dz-dgsn",
        ),
        ("La direction générale de la sûreté nationale à Alger. Alger et Oran.", "dz-dgsn"),
        ("La direction générale de la sûreté nationale à Rabat. Rabat et Fès.", "ma-dgsn"),
    ],
)
def test_a_name_of_several_owners_goes_to_the_country_of_the_text(text: str, agency: str) -> None:
    assert found(text, "fr") == {agency}


def test_of_two_owners_in_one_article_the_country_beside_decides() -> None:
    made = read("Morocco, Morocco and Morocco. The Algerian DGSN met the Moroccan DGSN.")
    assert set(made.agencies) == {"ma-dgsn", "dz-dgsn"}


def test_those_named_most_come_first_with_their_mentions() -> None:
    made = read("Europol helped. Interpol, Interpol and Interpol came.")
    assert made.agencies == ("int-interpol", "int-europol")
    assert [m.value for m in made.mentions if m.field == "agencies"].count("int-interpol") == 3
    assert all(made.body[m.start : m.end] == m.text for m in made.mentions)


def test_a_title_counts() -> None:
    made = read("Nothing more is known.", title="Europol warns")
    assert made.agencies == ("int-europol",)
    assert made.mentions[0].where == "title"


@pytest.mark.parametrize(
    ("language", "text", "agencies"),
    [
        ("de", "Das österreichische Bundeskriminalamt ermittelt.", {"at-bk"}),
        ("de", "Das Bundeskriminalamt ermittelt gegen drei Georgier.", {"de-bka"}),
        ("en", "Mexico's Ministério Público Federal charged three men.", set()),
        ("es", "Fue puesto a disposición del Ministerio Público Federal en Sonora, México. México.", set()),
        ("ru", "Министерство внутренних дел России сообщило об этом.", {"ru-mvd"}),
        ("fr", "Au Burkina Faso, la gendarmerie nationale a saisi un camion.", {"bf-gendarmerie"}),
        ("fr", "La gendarmerie de Guyane a saisi un camion.", {"fr-gendarmerie"}),
        ("en", "In Venezuela the Metropolitan Police of Caracas met. Venezuela!", set()),
        # What only says where they were changes nothing.
        ("en", "the FBI in Mexico", {"us-fbi"}),
        ("es", "la Guardia Civil en Marruecos", {"es-guardia-civil"}),
        ("en", "Interpol Argentina", {"int-interpol"}),
    ],
)
def test_a_name_beside_another_country_is_not_its_owner(language: str, text: str, agencies: set[str]) -> None:
    assert found(text, language) == agencies


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "French police made two arrests."),
        ("en", "police in France"),
        ("fr", "la police française"),
        ("es", "la policía de Francia"),
        ("pt", "a polícia francesa"),
        ("it", "la polizia francese"),
        ("de", "die französische Polizei"),
        ("nl", "de politie in Frankrijk"),
        ("ar", "أوقفت الشرطة الفرنسية شخصين"),
        ("ru", "полиция Франции"),
        ("ru", "французская полиция"),
        ("tr", "Fransız polisi"),
        ("zh", "法国警方逮捕了两人"),
    ],
)
def test_each_language_has_its_order(language: str, text: str) -> None:
    assert found(text, language) == {"fr-police-nationale"}


@pytest.mark.parametrize(
    ("language", "text", "agencies"),
    [
        ("en", "the Danish and Swedish police", {"dk-politi", "se-polisen"}),
        ("en", "police in the Netherlands and Denmark", {"nl-politie", "dk-politi"}),
        ("en", "Spain's Civil Guard and National Police", {"es-guardia-civil", "es-policia-nacional"}),
        ("fr", "la police et la gendarmerie marocaines", {"ma-dgsn", "ma-gendarmerie-royale"}),
    ],
)
def test_lists_bind_all(language: str, text: str, agencies: set[str]) -> None:
    assert found(text, language) == agencies


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A Danish man told police that he left."),
        ("en", "He fled to Denmark. Police searched the house."),
        ("en", "Denmark's local police"),
        ("en", "Texas Supreme Court. Texas, Texas!"),
        ("en", "Prosecutors in Milan said so. Milan, Milan!"),
        ("ar", "أوقفت الشرطة المواطن المغربي"),
        ("fr", "Le parquet enquête en Italie, en Italie et en Italie."),
        ("pt", "A procura na França. França, França!"),
        ("tr", "Amerikan gümrük vergileri"),
        ("zh", "美国司法部门与美国公司法部"),
        ("zh", "美国国防部队"),
    ],
)
def test_what_binds_nothing(language: str, text: str) -> None:
    assert found(text, language) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the US Supreme Court"),
        ("de", "der Oberste Gerichtshof der USA"),
        ("fr", "la Cour suprême des États-Unis"),
        ("es", "el Tribunal Supremo de Estados Unidos"),
        ("pt", "a Suprema Corte dos EUA"),
        ("it", "la Corte Suprema degli Stati Uniti"),
        ("nl", "het Amerikaanse hooggerechtshof"),
        ("ru", "Верховный суд США"),
        ("tr", "ABD Yüksek Mahkemesi"),
        ("zh", "美国最高法院"),
        ("ar", "المحكمة العليا الأمريكية"),
    ],
)
def test_a_court_in_translation(language: str, text: str) -> None:
    assert found(text, language) == {"us-supreme-court"}


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("The Supreme Court ruled. America and the United States.", {"us-supreme-court"}),
        ("The Supreme Court ruled. France, Spain and Italy.", set()),
        ("In Denmark, the national police said so. Spain, Spain and Spain.", {"dk-politi"}),
        ("Belgium's federal police came. The federal police left. Germany, Germany!", {"be-police-federale"}),
        ("The gendarmerie found it. Ecuador, Ecuador, Ecuador and France.", {"fr-gendarmerie"}),
    ],
)
def test_a_shared_name_alone_goes_to_the_country_of_the_article(text: str, agencies: set[str]) -> None:
    assert found(text) == agencies


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("The United Nations, NATO and the European Parliament met.", set()),
        ("Mexico's navy seized two tonnes of cocaine.", {"mx-semar"}),
        ("Mexico's navy held a parade.", set()),
    ],
)
def test_political_bodies_are_none_and_armies_are_where_they_act_on_crime(
    text: str, agencies: set[str]
) -> None:
    assert found(text) == agencies


@pytest.mark.parametrize(
    ("language", "text", "agency"),
    [
        ("it", "La procura di Modena ha aperto un fascicolo.", "it-public-prosecutor"),
        ("de", "Die Staatsanwaltschaft Dresden ermittelt.", "de-public-prosecutor"),
        ("fr", "Le parquet de Marseille a ouvert une enquête.", "fr-public-prosecutor"),
        ("en", "The prosecutor's office in Milan said so.", "it-public-prosecutor"),
        ("ar", "أذنت النيابة العمومية بسوسة بفتح تحقيق", "tn-public-prosecutor"),
        ("pt", "O ministério público de Lisboa acusou cinco pessoas.", "pt-pgr"),
    ],
)
def test_the_prosecutors_of_a_town_are_an_office_of_the_country(
    language: str, text: str, agency: str
) -> None:
    assert found(text, language) == {agency}


@pytest.mark.parametrize(
    ("language", "text", "agency"),
    [
        ("it", "Gli agenti della squadra mobile hanno arrestato due uomini a Modena.", "it-polizia-di-stato"),
        ("it", "Un controllo della polizia locale di Modena.", "it-polizia-locale"),
        ("de", "Hinweise nimmt die Frankfurter Kriminalpolizei entgegen.", "de-polizei-frankfurt"),
        ("ar", "حجزت الديوانة التونسية كمية من السلع", "tn-customs"),
        ("pt", "O Brasil viu o Supremo decidir.", "br-stf"),
        ("pt", "Os ministros do Supremo Tribunal dos EUA", "us-supreme-court"),
        ("es", "El Supremo confirma en España la condena.", "es-tribunal-supremo"),
        ("en", "Officers of West Mercia constabulary came.", "gb-west-mercia-police"),
        ("es", "La policía del Capitolio evacuó el edificio.", "us-capitol-police"),
    ],
)
def test_forces_and_courts_of_home_news(language: str, text: str, agency: str) -> None:
    assert agency in found(text, language)
