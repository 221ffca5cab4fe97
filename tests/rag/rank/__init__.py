"""The tests of `rag/rank`: its stages by what comes first.

A module without a test file of its name is tested in:

    first_pass           tests/rag/rank/test_rank.py
    passage_sentences    tests/rag/rank/test_rank.py
    whole_sentences      tests/rag/test_pipeline.py
"""
