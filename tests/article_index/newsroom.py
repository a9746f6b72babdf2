"""Articles in many languages, made up by a fixed rule: varied enough to set two engines apart."""

from datetime import date, timedelta
from random import Random

from article_index.article import Article

SENTENCES: dict[str | None, tuple[str, ...]] = {
    "en": (
        "Police arrested two men over cocaine hidden in containers.",
        "The smuggling ring moved the money through banks in Dubai.",
        "Officers of the national police seized weapons, cash and phones.",
        "Investigators said the ring was run by a former chief of police.",
        "No arrests have been made, a spokesman for the prosecutors said.",
    ),
    "fr": (
        "La police a arrêté deux hommes soupçonnés de trafic de drogue.",
        "Les enquêteurs ont saisi des armes et de la cocaïne au Havre.",
        "Le parquet a ouvert une enquête pour blanchiment d’argent.",
        "L’organisation criminelle recrutait des mineurs à Créteil.",
    ),
    "es": (
        "La Policía Nacional detuvo a dos hombres por tráfico de cocaína.",
        "Los detenidos blanqueaban dinero mediante empresas en Marbella.",
        "La operación policial continúa abierta en varios países.",
    ),
    "pt": (
        "A polícia apreendeu duas toneladas de cocaína em operação no porto.",
        "Os detidos são suspeitos de lavagem de dinheiro.",
    ),
    "it": (
        "La polizia ha arrestato due boss della ’ndrangheta.",
        "Sequestrati armi, denaro e cocaina in un’operazione in Germania.",
    ),
    "de": (
        "Die Polizei hat bei Durchsuchungen Waffen und Kokain sichergestellt.",
        "Die Täter sprengten Geldautomaten und flohen über die Grenze.",
    ),
    "ar": (
        "أوقفت الشرطة شخصين في قضية تهريب الكوكايين.",
        "حجزت المديرية العامة للأمن الوطني أسلحة وأموالا في مراكش.",
    ),
    "ru": (
        "Полиция задержала двух мужчин по делу о контрабанде.",
        "Следователи изъяли оружие и деньги в Москве.",
    ),
    "tr": (
        "Polis iki kişiyi İstanbul'da kaçakçılıktan yakaladı.",
        "Operasyonda silah ve para ele geçirildi.",
    ),
    "nl": ("De politie heeft twee mannen aangehouden in Rotterdam.", "In de haven is cocaïne gevonden."),
    "ja": ("警視庁は東京で二人の男を逮捕した。", "現金と武器を押収した。"),
    "zh": ("警方在北京逮捕了两名男子。", "警方查获武器和现金。"),
    "th": ("ตำรวจจับชายสองคนในกรุงเทพ", "ยึดอาวุธและเงินสด"),
    "pl": ("Policja zatrzymała dwóch mężczyzn w Warszawie.", "Śledczy znaleźli broń i kokainę."),
    None: ("Polis cocaine police 警方 policia", "Interpol FBI AT&T U.S. 2024"),
}
COUNTRIES = ("MA", "ES", "FR", "US", "DZ", "BR", "JP", "DE")
AGENCIES = ("ma-dgsn", "ma-bcij", "us-fbi", "int-interpol", "int-unodc", "int-europol")
CRIMES = ("drug-trafficking", "drug-offence", "money-laundering", "terrorism", "arson", "cybercrime")
PERSONS = ("Ann O'Neil", "محمد علي", "José Núñez", "山田 太郎")
PAIRS = ("ES_MA", "ES_FR", "DE_US", "BR_JP")
WIRES = ("afp", "reuters")
SOURCES = ("AFP", "Reuters", "El País", None)


def some(random: Random, values: tuple[str, ...], most: int) -> tuple[str, ...]:
    return tuple(random.sample(values, random.randint(0, most)))


def newsroom(number: int = 75) -> list[Article]:
    """So many articles: each language in turn, the rest by lot, the same in every run."""
    random = Random(1914)
    languages = list(SENTENCES)
    articles = []
    for count in range(number):
        language = languages[count % len(languages)]
        sentences = SENTENCES[language]
        title = random.choice(sentences) if count % 9 else ""
        body = " ".join(random.choices(sentences, k=random.randint(0, 6)))
        published = date(2022, 11, 1) + timedelta(random.randrange(900)) if count % 7 else None
        articles.append(
            Article(
                id=f"https://example.org/{count}",
                title=title,
                body=body,
                language=language,
                published=published,
                source=random.choice(SOURCES),
                countries=some(random, COUNTRIES, 4),
                focus_countries=some(random, COUNTRIES, 2),
                agencies=some(random, AGENCIES, 2),
                crime_types=some(random, CRIMES, 3),
                persons=some(random, PERSONS, 2),
                cooperating_countries=some(random, PAIRS, 2),
                wire=some(random, WIRES, 1),
            )
        )
    return articles
