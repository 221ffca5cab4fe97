"""The tests of `index/readers`; every suffix passes test_formats.py and test_fidelity.py as well.

A module without a test file of its name is tested in:

    fields               tests/index/readers/test_tables.py
    mail_replies         tests/index/readers/test_mail.py
    parsed               tests/index/readers/test_encodings.py
    plain                tests/index/readers/test_line_numbers.py
    subtitle_cues        tests/index/readers/test_subtitles.py
"""
