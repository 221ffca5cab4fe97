"""The tests of `rag/check`.

A module without a test file of its name is tested in:

    cite                 tests/rag/check/test_leads.py
    quote_matching       tests/rag/answer/test_quote_check.py
    recheck              tests/rag/check/test_evidence_pack.py
"""
