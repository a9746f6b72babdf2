"""How people find articles: pages, the JSON API, saved searches.

Law of this package: it speaks to ``Engine`` and ``SearchRequest`` and knows no engine's name; it never
imports ``indexer``.
"""
