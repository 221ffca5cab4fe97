"""The tests of `rag/answer/broad`.

A module without a test file of its name is tested in:

    parts                tests/rag/answer/broad/test_answers.py
    small_talk           tests/rag/answer/broad/test_about_documents.py
    topics               tests/rag/answer/broad/test_answers.py
    voices               tests/rag/answer/broad/test_answers.py
    which                tests/rag/answer/broad/test_answers.py
    wording              tests/rag/answer/broad/test_answers.py
"""
