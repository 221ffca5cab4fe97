"""The tests of `rag/answer/languages`.

A module without a test file of its name is tested in:

    catalog              tests/rag/answer/languages/test_sentences.py
    translate            tests/rag/answer/languages/test_sentences.py
"""
