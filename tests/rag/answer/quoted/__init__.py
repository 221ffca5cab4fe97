"""The tests of `rag/answer/quoted`: whose a text is by its head, clauses that nearly stand, and what a check asks.

A module without a test file of its name is tested in:

    asked                tests/rag/answer/quoted/test_checks.py
    clauses              tests/rag/answer/quoted/test_checks.py
    otherwise            tests/rag/answer/quoted/test_checks.py
    search               tests/rag/answer/test_quote_check.py
"""
