"""The tests of `rag/answer/opening`: the first lines of answers.

A module without a test file of its name is tested in:

    datelines            tests/rag/answer/opening/test_lines.py
    directness           tests/rag/answer/opening/test_lines.py
    fact_lines           tests/rag/answer/opening/test_lines.py
    of_parts             tests/rag/answer/opening/test_over_time.py
    order                tests/rag/answer/opening/test_lines.py
    statement_lines      tests/rag/answer/opening/test_lines.py
    values               tests/rag/answer/opening/test_lines.py
    wording              tests/rag/answer/opening/test_lines.py
    yes_no               tests/rag/answer/opening/test_lines.py
"""
