"""The tests of `index/readers/office`.

A module without a test file of its name is tested in:

    flow                 tests/index/readers/office/test_word.py
    opendocument         tests/index/readers/office/test_open_and_rich_text.py
    opendocument_styles  tests/index/readers/office/test_open_and_rich_text.py
    package              tests/index/readers/office/test_office.py
    rtf                  tests/index/readers/office/test_open_and_rich_text.py
    rtf_codes            tests/index/readers/office/test_open_and_rich_text.py
    rtf_fonts            tests/index/readers/office/test_open_and_rich_text.py
    rtf_streams          tests/index/readers/office/test_open_and_rich_text.py
    slides               tests/index/readers/office/test_office.py
    word_styles          tests/index/readers/office/test_word.py
"""
