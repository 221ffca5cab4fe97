"""The tests of `ui/pages`.

A module without a test file of its name is tested in:

    about_document       tests/ui/pages/test_document.py
    explore              tests/ui/pages/test_pages.py
    settings_page        tests/ui/pages/test_pages.py
"""
