"""The tests of `index/people`.

A module without a test file of its name is tested in:

    full_names           tests/index/people/test_one_person.py
    kin                  tests/index/people/test_people_beside.py
    kinds                tests/index/people/test_coreference.py
    mention_shares       tests/index/people/test_coreference.py
    name_register        tests/index/people/test_one_person.py
    people               tests/index/people/test_coreference.py
    person               tests/index/people/test_one_person.py
    phrase_names         tests/index/people/test_bodies_and_things.py
    resolver             tests/index/people/test_one_person.py
    text_words           tests/index/people/test_one_person.py
"""
