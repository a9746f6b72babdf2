"""What an article is, how it is asked for, and where it is kept.

Law of this package: it knows the vocabulary and nothing else of Blotter; neither Flask nor spaCy is
imported here, and no engine's query language or bucket shape leaves it.
"""
