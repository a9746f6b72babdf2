"""What the help page teaches: examples that are also links to their results."""

from dataclasses import dataclass

from search_app.search_url import SearchState


@dataclass(frozen=True)
class Example:
    """A query and what it finds."""

    query: str
    finds: str

    @property
    def url(self) -> str:
        """The search page for it."""
        return SearchState(text=self.query).url()


@dataclass(frozen=True)
class Topic:
    """A part of the query language."""

    name: str
    title: str
    text: str
    examples: tuple[Example, ...]


def help_topics() -> tuple[Topic, ...]:
    """The topics in the order in which a newcomer needs them."""
    return TOPICS


TOPICS = (
    Topic(
        "words",
        "Words and phrases",
        "Words are looked for in titles and texts, in every inflection that the article's language knows; "
        "capitals and accents do not matter. All of them must occur. Very common words (the, de, und) are "
        "ignored beside others.",
        (
            Example("smuggling", "also smuggle, smuggled, smugglers"),
            Example("cocaine port", "both words, anywhere"),
            Example('"money laundering"', "the words next to each other, in this order"),
            Example('"police customs"~5', "near each other: at most five moves of a word apart"),
            Example("=smuggler", "as written: not smugglers"),
            Example("cocaine^3 port", "both words; what says more of the first comes first"),
        ),
    ),
    Topic(
        "operators",
        "And, or, not",
        "Operators are written in capitals. Parentheses group.",
        (
            Example("hashish OR cannabis", "either word, or both"),
            Example("cocaine AND yacht", "both words, as without AND"),
            Example("trafficking -drugs", "the first word without the second"),
            Example("trafficking NOT drugs", "the same"),
            Example("(arson OR extortion) AND arrested", "one of the first two, and the third"),
        ),
    ),
    Topic(
        "patterns",
        "Parts of words",
        "* stands for any letters, ? for one. Such words are looked for as they are written.",
        (
            Example("polic*", "police, policía, policing …"),
            Example("organi?ed", "organised and organized"),
            Example("marijuana~", "also marihuana: words that differ in a letter or two"),
        ),
    ),
    Topic(
        "fields",
        "Title or text only",
        "A field's name with a colon goes before a word, a phrase or a group.",
        (
            Example("title:cocaine", "the word stands in the title"),
            Example('body:"joint investigation"', "the phrase stands in the text"),
        ),
    ),
    Topic(
        "facets",
        "Facets",
        "Everything in the facet lists can be written too, by its code or by its name.",
        (
            Example("country:MA", "articles that name Morocco, its towns, people or agencies"),
            Example("country:Morocco", "the same; names work in several languages"),
            Example("about:Spain", "articles whose main subject is Spain"),
            Example("agency:Europol cocaine", "an agency and a word"),
            Example("crime_type:drugs", "a group of crimes with all that belongs to it"),
            Example('crime_type:"money laundering"', "one type of crime"),
            Example('person:"Artur Falcoeira"', "a person, by the full name"),
            Example("language:ar", "articles in Arabic"),
            Example('source:"Northern Signal"', "a publisher"),
        ),
    ),
    Topic(
        "dates",
        "Dates",
        "Years, months or days, as 2024, 2024-05 or 2024-05-31.",
        (
            Example("published:2024-05", "May 2024"),
            Example("published:>=2024", "since the beginning of 2024"),
            Example("published:[2024-01 TO 2024-06]", "the first half of 2024"),
        ),
    ),
)
