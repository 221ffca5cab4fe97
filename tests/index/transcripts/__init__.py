"""The tests of `index/transcripts`.

A module without a test file of its name is tested in:

    asides               tests/index/transcripts/test_stage_notes.py
    courtesies           tests/index/transcripts/test_stage_notes.py
    label_evidence       tests/index/transcripts/test_labels.py
    label_names          tests/index/transcripts/test_labels.py
    label_shapes         tests/index/transcripts/test_labels.py
    label_words          tests/index/transcripts/test_labels.py
"""
