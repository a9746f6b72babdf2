"""How right the facets are: gold labels compared with what the indexer reads, as commands.

Law of this package: it reads what ``indexer`` makes and changes nothing; only ``cli.py`` imports it.
"""
