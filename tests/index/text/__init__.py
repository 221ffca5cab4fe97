"""The tests of `index/text`.

A module without a test file of its name is tested in:

    light_words          tests/rag/answer/broad/test_central.py
    negation             tests/index/senses/test_sense.py
    word_lists           tests/index/names/test_descriptions.py
"""
