"""The tests of `index/storage`.

A module without a test file of its name is tested in:

    catalog              tests/index/test_sync.py
    catalog_facts        tests/index/storage/test_catalog_memory.py
    catalog_tables       tests/index/storage/test_catalog_memory.py
    catalog_writer       tests/index/test_sync.py
    corrections          tests/index/storage/corrections/test_corrections.py
    database             tests/faults/test_damage.py
    database_errors      tests/faults/test_full_disk.py
    lock                 tests/index/test_sync.py
    speaker_register     tests/rag/understand/test_asked_offices.py
    store                tests/index/test_sync.py
"""
