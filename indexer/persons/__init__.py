"""What tells persons in a text, by script, and one name for each person.

No model: the rules need capitals in Latin, Cyrillic and Greek script, and titles in Arabic.
"""
