"""The tests of `index/dates`.

A module without a test file of its name is tested in:

    beside_days          tests/index/dates/test_metadata.py
    day_order            tests/index/dates/test_metadata.py
    days                 tests/index/dates/test_metadata.py
    file_name_days       tests/index/dates/test_metadata.py
    labelled_days        tests/index/dates/test_metadata.py
    placed_days          tests/index/dates/test_metadata.py
    published            tests/index/dates/test_metadata.py
    title_days           tests/index/dates/test_metadata.py
"""
