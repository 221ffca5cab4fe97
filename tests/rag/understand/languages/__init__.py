"""The tests of `rag/understand/languages`.

A module without a test file of its name is tested in:

    days                 tests/rag/understand/languages/test_words.py
    detect               tests/rag/understand/languages/test_words.py
    grammar              tests/rag/understand/languages/test_questions.py
    heard                tests/rag/understand/languages/test_own_documents.py
    names                tests/rag/understand/languages/test_words.py
    phrases              tests/rag/understand/languages/test_questions.py
"""
