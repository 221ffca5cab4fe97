"""The tests of `rag/rank/disputed`.

A module without a test file of its name is tested in:

    deed                 tests/rag/rank/disputed/test_contradiction.py
    reading              tests/rag/rank/disputed/test_opposite.py
"""
