"""The tests of `index/attribution`: texts in, statements out.

A module without a test file of its name is tested in:

    clause_tails         tests/index/attribution/test_clause_edges.py
    headings             tests/index/attribution/test_links_and_headings.py
    nothing_said         tests/index/attribution/test_no_words.py
    offices              tests/rag/understand/test_titles_asked.py
    owner                tests/index/attribution/test_whose_words.py
    reader               tests/index/attribution/test_attribute.py
    reported_statements  tests/index/attribution/test_clause_edges.py
    span_boundaries      tests/index/attribution/test_indirect_speech.py
    speaker_lookup       tests/index/attribution/test_who_spoke.py
"""
