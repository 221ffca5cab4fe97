"""What a token may be, as a word of a sentence: the tags, and sets of them.

A tag is one character, so that a string of them is a set, and a tag a feature of the statistical models.
"""

NAME = "N"
"""A word with a capital that is none by its place."""
NOUN = "n"
"""Also an adjective: any word of small letters that nothing else claims."""
PRONOUN = "P"
OBJECT = "O"
"""A pronoun that is no subject: "him"."""
DETERMINER = "D"
PREPOSITION = "I"
SUBORDINATOR = "S"
RELATIVE = "W"
"""Who, which, whom, whose."""
AUXILIARY = "A"
ADVERB = "R"
TIME = "Z"
"""A day, a month or a part of the day."""
CUE_VERB = "V"
"""A form of `index.cues.verbs`."""
OTHER_VERB = "v"
TO = "T"
CONJUNCTION = "C"
NUMBER = "#"
QUOTATION = "Q"
"""A whole quotation."""
COMMA = ","
SEMICOLON = ";"
COLON = ":"
DASH = "-"
OPENING = "("
CLOSING = ")"
FULL_STOP = "."
OTHER_MARK = "x"

# Sets of tags, for the question what one may be.
NOMINAL = NAME + NOUN
PHRASE_HEADS = NAME + NOUN + NUMBER
PHRASE_WORDS = NAME + NOUN + DETERMINER
COUNTED_PHRASE = NAME + NOUN + DETERMINER + NUMBER
PLAIN_PHRASE = NOUN + DETERMINER
NAME_OR_DETERMINER = NAME + DETERMINER
DETERMINER_OR_NUMBER = DETERMINER + NUMBER
NAME_OR_PRONOUN = NAME + PRONOUN
SUBJECT_HEADS = NAME + NOUN + PRONOUN
JOINING = PREPOSITION + CONJUNCTION
PHRASE_OPENERS = DETERMINER + PREPOSITION + CONJUNCTION
PREPOSITION_OR_TO = PREPOSITION + TO
PREPOSITION_OR_TIME = PREPOSITION + TIME
ADVERBIAL = ADVERB + TIME
VERB_FORMS = OTHER_VERB + CUE_VERB
VERB_OR_PREPOSITION = OTHER_VERB + CUE_VERB + PREPOSITION
TAKES_OBJECT = OTHER_VERB + CUE_VERB + PREPOSITION + TO
AUXILIARY_OR_OTHER_VERB = AUXILIARY + OTHER_VERB
PREDICATE = AUXILIARY + OTHER_VERB + CUE_VERB
AUXILIARY_OR_TO = AUXILIARY + TO
CLAUSE_EDGES = COMMA + SEMICOLON + COLON + DASH + CONJUNCTION + SUBORDINATOR + QUOTATION + FULL_STOP + OTHER_MARK
