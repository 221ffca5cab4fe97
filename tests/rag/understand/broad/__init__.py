"""The tests of `rag/understand/broad`.

A module without a test file of its name is tested in:

    form_table           tests/rag/understand/broad/test_forms.py
    other_languages      tests/rag/understand/broad/test_forms.py
    small_talk           tests/rag/understand/broad/test_forms.py
"""
