"""Speed, measured as ratios within one run: machines differ, and are busy.

Law of this package: it only measures; nothing imports it.
"""
