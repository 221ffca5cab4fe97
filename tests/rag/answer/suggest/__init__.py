"""The tests of `rag/answer/suggest`.

A module without a test file of its name is tested in:

    further              tests/rag/answer/suggest/test_suggestions.py
    starters             tests/rag/answer/suggest/test_suggestions.py
    topics               tests/rag/answer/suggest/test_suggestions.py
"""
