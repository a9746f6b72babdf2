"""How articles get in: read, enriched step by step, handed to an engine.

Law of this package: it imports ``article_index`` and ``vocabulary``, never ``search_app``.
"""
