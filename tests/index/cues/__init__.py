"""The tests of `index/cues`: its grammar is tested by whose words sentences are found to be.

A module without a test file of its name is tested in:

    ambiguous_words  tests/index/attribution/test_no_words.py
    clauses          tests/index/attribution/test_clause_edges.py
    cue_features     tests/index/attribution/test_indirect_speech.py
    cues             tests/index/attribution/test_no_words.py
    noun_cues        tests/index/attribution/test_indirect_speech.py
    phrases          tests/index/attribution/test_whose_words.py
    subjects         tests/index/attribution/test_indirect_speech.py
    tagging          tests/index/attribution/test_indirect_speech.py
    tags             tests/index/attribution/test_indirect_speech.py
    tokens           tests/index/attribution/test_indirect_speech.py
    word_classes     tests/index/attribution/test_indirect_speech.py
"""
