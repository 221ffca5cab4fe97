"""The tests of `ui`, headless; tests/web drives a browser.

A module without a test file of its name is tested in:

    adding               tests/ui/pages/test_library.py
    gate                 tests/ui/test_access.py
    jobs                 tests/ui/pages/test_library.py
    past                 tests/ui/pages/test_chat.py
"""
