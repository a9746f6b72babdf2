"""The steps of enrichment, one small file for each thing added.

A step is a function of a ``Draft``; ``@step`` says what it needs and what it fills and makes it a
spaCy component, so that spaCy can tell whether the order of a pipeline is right.
"""
