"""The tests of `rag/answer`; the forms of answers by the questions that ask for them.

A module without a test file of its name is tested in:

    compose              tests/rag/understand/test_forms.py
    corrected            tests/rag/check/test_leads.py
    differences          tests/rag/check/test_quote_check_wording.py
    facts                tests/rag/understand/test_forms.py
    listing              tests/rag/understand/test_forms.py
    material             tests/rag/write/test_summaries.py
    quote_opening        tests/rag/answer/test_whose_words.py
    quote_place          tests/rag/check/test_quote_check_wording.py
    statements           tests/rag/test_pipeline.py
    timeline             tests/rag/understand/test_forms.py
    whole_quotations     tests/rag/answer/test_whole_answers.py
"""
