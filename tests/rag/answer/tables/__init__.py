"""The tests of `rag/answer/tables`: the rows of a table that a question asks for, read, counted and added up.

A module without a test file of its name is tested in:

    forms                tests/rag/answer/tables/test_many_tables.py
    kinds                tests/rag/answer/tables/test_changes.py
    read                 tests/rag/answer/tables/test_asked.py
    told                 tests/rag/answer/tables/test_more_kinds.py
"""
