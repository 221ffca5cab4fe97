"""The tests of `index/readers/web`.

A module without a test file of its name is tested in:

    blocks               tests/index/readers/pdf/test_pages.py
    book                 tests/index/readers/test_formats.py
    html                 tests/index/readers/pdf/test_pages.py
    page_marks           tests/index/readers/pdf/test_pages.py
"""
