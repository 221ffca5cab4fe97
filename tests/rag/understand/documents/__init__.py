"""The tests of `rag/understand/documents`.

A module without a test file of its name is tested in:

    kinds                tests/rag/understand/documents/test_document_names.py
    scope_words          tests/rag/understand/broad/test_forms.py
"""
