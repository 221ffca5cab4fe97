"""The tests of `index/senses`.

A module without a test file of its name is tested in:

    asserted             tests/index/senses/test_sense_coordinated.py
    clause_ends          tests/index/senses/test_sense_coordinated.py
    denied_beside        tests/index/attribution/test_whose_words.py
    framing              tests/index/senses/test_sense.py
    inner_quotations     tests/index/senses/test_taken_back_words.py
    notices              tests/index/senses/test_taken_back_words.py
    operators            tests/index/senses/test_sense.py
    operators_after      tests/index/senses/test_indirect.py
    operators_before     tests/index/senses/test_sense.py
    own_sense            tests/index/senses/test_sense_coordinated.py
    reporters            tests/index/attribution/test_whose_words.py
"""
