"""The tests of `index/read`.

A module without a test file of its name is tested in:

    file_list            tests/index/readers/test_bad_files.py
    file_types           tests/index/read/test_unread.py
    formats              tests/index/readers/test_fidelity.py
"""
