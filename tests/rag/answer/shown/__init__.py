"""The tests of `rag/answer/shown`.

A module without a test file of its name is tested in:

    checked              tests/rag/check/test_verify.py
    disputed             tests/rag/rank/disputed/test_contradiction.py
    read_answer          tests/rag/rank/lines/test_labels.py
"""
