"""The tests of `index/cues/marks`.

A module without a test file of its name is tested in:

    backticks        tests/index/attribution/test_words_apart.py
    quotation_marks  tests/index/attribution/test_attribute.py
"""
