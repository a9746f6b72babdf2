"""Whose an agency is, and which agency a shared name means in a country."""

from functools import cache

from babel.languages import get_official_languages

from vocabulary import concepts
from vocabulary.concepts import records

# Territories policed by another country's agencies: "la gendarmerie de Guyane" is the French one.
TERRITORIES = {
    "FR": "BL GF GP MF MQ NC PF PM RE WF YT TF",
    "US": "AS GU MP PR VI",
    "NL": "BQ",
    "DK": "FO GL",
    "NO": "SJ",
    "FI": "AX",
}
SOVEREIGNS = {code: country for country, codes in TERRITORIES.items() for code in codes.split()}


def sovereign(country: str) -> str:
    """The country whose agencies act in a territory; a country is its own."""
    return SOVEREIGNS.get(country, country)


@cache
def shared_owners() -> dict[tuple[str, str], str]:
    """Agencies by the shared name and the country that mean them."""
    return {
        (shared, record["country"]): record["id"]
        for record in records("agencies.jsonl")
        for shared in record["shared"]
    }


def agency_of(shared: str, country: str) -> str | None:
    """The agency that a shared name means in a country, if the vocabulary has one."""
    return shared_owners().get((shared, country))


def owners_of(shared: str) -> tuple[str, ...]:
    """The agencies that a shared name means, of all countries."""
    return tuple(agency for (name, _), agency in shared_owners().items() if name == shared)


def country_of(agency: str) -> str | None:
    """The country of an agency; None for an international body."""
    country = concepts("agencies")[agency].attributes.get("country")
    return str(country) if country else None


def kind_of(agency: str) -> str:
    """What an agency is: ``police``, ``court``, ``ministry`` …"""
    return str(concepts("agencies")[agency].attributes["kind"])


@cache
def official_languages(country: str) -> frozenset[str]:
    """Codes of a country's official languages, those official in regions and in fact included (CLDR)."""
    return frozenset(get_official_languages(country, regional=False, de_facto=True))
