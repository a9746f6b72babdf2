"""The articles that readers walk through in the browser: few enough to count by hand.

``cocaine`` stands in five of them, which are of Morocco (3), Spain (2), Portugal (1) and France (1).
"""

from datetime import date, timedelta

from article_index.article import Article
from tests.factory import article

DGSN = "General Directorate for National Security (DGSN)"
# Countries of one long report, so that the facet is long: none of them is in another article.
ELSEWHERE = ("AR", "AU", "BR", "CA", "CN", "DE", "EG", "IN", "JP", "KE", "NG", "US")
FILLERS = 45


def walked() -> list[Article]:
    """All of them: eleven that tell something, and enough others for three pages."""
    port = "Moroccan police and the Guardia Civil seized cocaine at the port of Algeciras."
    return [
        article(
            "Cocaine seized at the port",
            id="strait",
            body=port,
            published=date(2024, 5, 3),
            countries=("MA", "ES"),
            agencies=("ma-dgsn", "es-guardia-civil"),
            crime_types=("drug-trafficking",),
            cooperating_countries=("ES_MA",),
            source="Border Dispatch",
            story="strait",
        ),
        article(
            "Cocaine seized at the port, police say",
            id="copy",
            body=port,
            published=date(2024, 5, 4),
            countries=("MA", "ES"),
            agencies=("ma-dgsn", "es-guardia-civil"),
            crime_types=("drug-trafficking",),
            source="Atlas Courier",
            story="strait",
        ),
        article(
            "Yacht with cocaine stopped off Portugal",
            id="yacht",
            body="The yacht had left port at night.",
            published=date(2024, 5, 20),
            countries=("PT",),
            agencies=("pt-pj",),
            crime_types=("drug-trafficking",),
        ),
        article(
            "Lorry with cocaine found near Calais",
            id="lorry",
            body="Two drivers are accused of drug trafficking.",
            published=date(2024, 9, 9),
            countries=("FR",),
            crime_types=("drug-trafficking",),
        ),
        article(
            "Tangier: cocaine in a hotel",
            id="tangier",
            body="The cocaine was for guests.",
            published=date(2025, 1, 31),
            countries=("MA",),
            agencies=("ma-dgsn",),
            crime_types=("drug-offence",),
        ),
        article(
            "حجز طن من الكوكايين بميناء طنجة",
            id="arabic",
            language="ar",
            body="أحبطت عناصر الأمن الوطني محاولة تهريب الكوكايين إلى المغرب.",
            published=date(2025, 1, 30),
            countries=("MA",),
            agencies=("ma-dgsn",),
            crime_types=("drug-trafficking",),
        ),
        article(
            "Dos detenidos por narcotráfico en Cádiz",
            id="spanish",
            language="es",
            body="La policía registró tres casas.",
            published=date(2023, 3, 11),
            countries=("ES",),
            agencies=("es-policia-nacional",),
            crime_types=("drug-trafficking",),
        ),
        article(
            "Blanchiment d’argent à Marseille",
            id="french",
            language="fr",
            body="Une enquête avec l’Algérie.",
            published=date(2022, 7, 1),
            countries=("FR", "DZ"),
            crime_types=("money-laundering",),
            cooperating_countries=("DZ_FR",),
        ),
        article(
            "Bank fraud in Lisbon",
            id="fraud",
            body="Police searched the bank.",
            published=date(2023, 11, 2),
            countries=("PT",),
            agencies=("pt-pj",),
            crime_types=("fraud",),
        ),
        article("Police meet the press", id="press", body="Nothing was said of any crime."),
        article(
            "Police chiefs of twelve countries meet",
            id="summit",
            published=date(2021, 6, 1),
            countries=ELSEWHERE,
            agencies=("int-interpol", "int-unodc"),
        ),
        *(
            article(f"Filler number {n}", id=f"filler-{n}", published=date(2020, 1, 1) + timedelta(n))
            for n in range(FILLERS)
        ),
    ]
