"""The tests of `index/readers/pdf`.

A module without a test file of its name is tested in:

    characters           tests/index/readers/pdf/test_pdf.py
    extras               tests/index/readers/pdf/test_pdf.py
    hyphens              tests/index/readers/pdf/test_pdf_pages.py
    layout               tests/index/readers/pdf/test_pdf_layout.py
    line_numbers         tests/index/readers/test_line_numbers.py
    lines                tests/index/readers/pdf/test_pdf_layout.py
    page                 tests/index/readers/pdf/test_pdf.py
    paragraphs           tests/index/readers/pdf/test_pdf_pages.py
    running_heads        tests/index/readers/pdf/test_pdf_pages.py
    text                 tests/index/readers/pdf/test_pdf_pages.py
    title                tests/index/readers/pdf/test_pdf.py
    view                 tests/index/readers/pdf/test_pdf_layout.py
"""
