"""The tests of `index/attribution/quotations`, whose modules decide together whose a quotation is.

A module without a test file of its name is tested in:

    before_colon      tests/index/attribution/test_words_apart.py
    cue_after         tests/index/attribution/quotations/test_whose_quotation.py
    cue_before        tests/index/attribution/quotations/test_whose_quotation.py
    inner             tests/index/attribution/quotations/test_reported_by.py
    is_speech         tests/index/attribution/quotations/test_what_is_speech.py
    own_sentence      tests/index/attribution/quotations/test_whose_quotation.py
    quoted            tests/index/attribution/quotations/test_whose_quotation.py
    quoted_sentences  tests/index/attribution/quotations/test_interrupted.py
    statements        tests/index/attribution/quotations/test_what_is_speech.py
    unattributed      tests/index/attribution/quotations/test_whose_quotation.py
    whole_text        tests/index/attribution/quotations/test_whose_quotation.py
"""
