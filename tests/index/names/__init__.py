"""The tests of `index/names`.

A module without a test file of its name is tested in:

    opening_adverbs      tests/index/attribution/quotations/test_own_clause.py
    titles               tests/index/names/test_names.py
    writing              tests/index/people/test_roles.py
"""
