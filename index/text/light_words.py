"""Words that say little of what a text is about, in news and speeches: no topic is named by them."""

from __future__ import annotations

from index.text.stems import content_words

LIGHT_WORDS = """
one two three first second third last next also think thing things idea problem way ways time times today
tomorrow yesterday now must need want can cannot may might shall will would get got make made take took taken
come came go going gone see seen say said tell told know known believe help many much great good well even still
already ever never always let like look put give given keep kept use used just yet mr mrs ms madam sir every
another lot something anything everything someone everyone really actually back however though although perhaps
quite rather simply certainly course fact point mention reach begin start day days week month year years right
able become bring call find feel hope mean seem show talk speak try turn ask important different possible part
parts long high level number side other most same own whole million billion thousand hundred percent
"""
LIGHT_STEMS = frozenset(content_words(LIGHT_WORDS))
