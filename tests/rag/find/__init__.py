"""The tests of `rag/find`.

A module without a test file of its name is tested in:

    antonyms             tests/rag/rank/test_mismatch.py
    chance               tests/rag/find/test_answerability.py
    scope                tests/rag/find/test_days_of_documents.py
"""
