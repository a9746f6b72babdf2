"""The language step: as given where that is a language, else as the text shows."""

import pytest

from indexer.draft import Draft
from indexer.record import Record
from indexer.steps.language import language
from tests.indexer.making import PROSE

TEXTS = {
    "en": PROSE,
    "fr": "La police a interpellé mardi matin quatre hommes soupçonnés d’avoir volé des voitures de luxe.",
    "es": "La policía detuvo el martes a cuatro hombres sospechosos de robar coches de lujo en la ciudad.",
    "pt": "A polícia deteve na terça-feira quatro homens suspeitos de roubar carros de luxo na cidade.",
    "it": "La polizia ha arrestato martedì mattina quattro uomini sospettati di avere rubato auto di lusso.",
    "de": "Die Polizei hat am Dienstagmorgen vier Männer festgenommen, die Autos gestohlen haben sollen.",
    "nl": "De politie heeft dinsdagochtend vier mannen aangehouden die dure auto's zouden hebben gestolen.",
    "ar": "أوقفت الشرطة صباح يوم الثلاثاء أربعة أشخاص يشتبه في تورطهم في سرقة سيارات فاخرة بالمدينة.",
    "ru": "Полиция задержала во вторник утром четырёх мужчин, подозреваемых в краже дорогих автомобилей.",
    "tr": "Polis salı sabahı lüks otomobil çaldıklarından şüphelenilen dört kişiyi gözaltına aldı.",
    "zh": "警方周二上午逮捕了四名涉嫌盗窃豪华汽车的男子。",
    "ja": "警察は火曜日の朝、高級車を盗んだ疑いで四人の男を逮捕した。",
    "ko": "경찰은 화요일 아침 고급 승용차를 훔친 혐의로 남성 네 명을 체포했다.",
}


def language_of(text: str, given: str | None = None, title: str = "") -> Draft:
    draft = Draft(Record("a.txt", text, language=given), title=title, body=text)
    language(draft)
    return draft


@pytest.mark.parametrize("code", TEXTS)
def test_the_language_of_a_text(code: str) -> None:
    assert language_of(TEXTS[code]).language == code


@pytest.mark.parametrize("text", ["", "DGSN", "12 : 34 — 5", "Interpol 2025"])
def test_too_short_a_text_has_none(text: str) -> None:
    assert language_of(text).language is None


@pytest.mark.parametrize(("text", "code"), [("警方逮捕四人", "zh"), ("逮捕された", "ja"), ("경찰", "ko")])
def test_a_script_tells_even_a_short_text(text: str, code: str) -> None:
    assert language_of(text).language == code


@pytest.mark.parametrize(
    ("given", "code"), [("fr", "fr"), ("FR", "fr"), ("pt-BR", "pt"), ("zh_Hant", "zh"), (" de ", "de")]
)
def test_a_given_language_wins(given: str, code: str) -> None:
    draft = language_of(PROSE, given)
    assert (draft.language, draft.notes) == (code, [])


@pytest.mark.parametrize("given", ["english", "Français", "1", "e", "zz", "q9", "xqx", "und"])
def test_a_given_language_that_is_none_is_noted(given: str) -> None:
    draft = language_of(PROSE, given)
    assert draft.language == "en"
    assert any(given in note for note in draft.notes)


@pytest.mark.parametrize(("given", "code"), [("eng", "en"), ("fra", "fr"), ("deu", "de")])
def test_three_letters_become_two_where_a_language_has_two(given: str, code: str) -> None:
    assert language_of(PROSE, given).language == code


def test_a_title_alone_tells() -> None:
    assert language_of("", title=TEXTS["fr"]).language == "fr"


def test_the_same_text_always_gives_the_same() -> None:
    assert len({language_of("Un caso extraño de robo en casa").language for _ in range(20)}) == 1


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Interpol Marrakech 2025", "en"),
        ("Drogenfund in Hamburg", "de"),
        ("Cocaïne : 3 tonnes saisies", "fr"),
        ("Kokain operasyonunda 12 gözaltı", "tr"),
        ("Arrestato il boss mafioso", "it"),
        ("Polícia Federal prende 12", "pt"),
        ("Parlamento planeia ponderar nova lei da polícia", "pt"),
        ("Detenidos en Ceuta por tráfico de hachís", "es"),
        ("Politie houdt twaalf verdachten aan", "nl"),
        ("توقيف أربعة أشخاص", "ar"),
        ("ЗАДЕРЖАН ЛИДЕР БАНДЫ", "ru"),
        ("В Москве задержали пятерых", "ru"),
    ],
)
def test_a_short_title_tells(title: str, code: str) -> None:
    assert language_of("", title=title).language == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Поліція затримала у вівторок чотирьох чоловіків, яких підозрюють у викраденні автомобілів.", "uk"),
        ("Паліцыя ў аўторак затрымала чатырох мужчын, якіх падазраюць у крадзяжы машын.", "be"),
        ("Полицията задържа във вторник четирима мъже, заподозрени в кражба на скъпи коли.", "bg"),
        ("Полиција је у уторак ухапсила четири мушкарца осумњичена за крађу скупих аутомобила.", "sr"),
        ("Полицијата во вторникот уапси четворица мажи осомничени за кражба на скапи автомобили.", "mk"),
        ("A policía detivo o martes a catro homes sospeitosos de roubar coches de luxo na cidade.", "gl"),
        ("La policia va detenir dimarts quatre homes sospitosos de robar cotxes de luxe a la ciutat.", "ca"),
        ("Die polisie het Dinsdag vier mans in hegtenis geneem wat glo duur motors gesteel het.", "af"),
        (
            "Polis çərşənbə axşamı bahalı avtomobilləri oğurlamaqda şübhəli bilinən dörd nəfəri tutub.",
            "az",
        ),
    ],
)
def test_neighbours_are_not_taken_for_one_another(text: str, code: str) -> None:
    assert language_of(text).language == code


FRENCH_MENU = ("Accueil", "Politique et société", "Les plus lus de la semaine", "Le Maroc bat la Tunisie")


@pytest.mark.parametrize("code", ["ar", "en", "ru", "tr", "nl", "zh"])
def test_lines_of_the_page_do_not_decide(code: str) -> None:
    body = "\n\n".join((*FRENCH_MENU, TEXTS[code] * 2, *FRENCH_MENU))
    assert language_of(body).language == code


def test_an_arabic_ticker_does_not_decide() -> None:
    ticker = ("مباراة اليوم بين المغرب وتونس", "أخبار الطقس لهذا الأسبوع", "أسعار العملات")
    assert language_of("\n\n".join((*ticker, PROSE, *ticker))).language == "en"
