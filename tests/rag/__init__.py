"""The tests of `rag`: whole answers in test_pipeline.py, rooms in their folders.

A module without a test file of its name is tested in:

    asked                tests/rag/understand/broad/test_forms.py
    __main__             tests/commands/test_commands.py
    ownership            tests/rag/answer/test_whose_words.py
    records              tests/rag/check/test_evidence_pack.py
    trace                tests/rag/write/test_generate.py
"""
