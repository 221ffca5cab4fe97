"""Documents of a valley in which each speaker has a few words and the rest is about other things."""

from __future__ import annotations

_OTHERS = (
    ("Baker Ilka Sorn", "The oven was lit at three and the rye came out dark, as the inn wants it."),
    ("Teacher Wen Abara", "The youngest class has learned to read the map of the river by its bends."),
    ("Beekeeper Tord Malk", "Two hives swarmed in the lime trees and we had to fetch them with a ladder."),
    ("Librarian Oda Pell", "The travelling library brings forty books to the upper farms each month."),
    ("Shepherd Rune Isk", "The ewes were shorn a week late because the shears had gone to be ground."),
    ("Miller Hanne Dov", "The new stone grinds finer, and the flour no longer clumps in the sacks."),
    ("Innkeeper Lars Uhl", "Every room was taken for the song feast, and some slept in the hay."),
    ("Gardener Mo Fenn", "The pear trees on the south wall have canker and will be cut back."),
    ("Painter Sol Reva", "The chapel ceiling is to be blue again, with the stars where they were."),
    ("Vet Karin Ostby", "The foal stood after an hour and drank, which nobody had expected."),
    ("Carter Nils Hove", "The mule knows the way to the quarry better than I do."),
    ("Weaver Ama Tsui", "The loom came in nine crates, and one of the crates went to Lund."),
    ("Smith Odd Rehn", "The gate hinges of the mill were forged twice, for the first iron was brittle."),
    ("Cook Lia Marr", "Soup for sixty needs nine onions more than anybody believes."),
    ("Fiddler Aud Stene", "I play the old tunes slower than my father, and the dancers are older too."),
    ("Tailor Ibo Kess", "A coat for the mountain has no buttons, only loops and wooden pegs."),
    ("Potter Gry Vale", "The clay from the north bank cracks, so we fetch it from the islands."),
    ("Postman Ture Lind", "In March there were more parcels of seeds than letters."),
    ("Clockmaker Eli Sand", "The tower clock loses a minute when the wind stands in the east."),
    ("Nurse Pia Holt", "We weigh the babies on the scale that once weighed the wool."),
)
TOWN = {
    f"other{number}.txt": f"Notes from the valley, part {number}\n\n{who} said: “{what}”\n\n"
    f"{who.split(' ', 1)[1]} added: “That is all for this week.”\n"
    for number, (who, what) in enumerate(_OTHERS, 1)
} | {
    "brask.txt": "Letter of the rescue crew\n\nCrew head Jorun Brask said: “On helpers: there were thirty on our list "
    "in 2020 and today there are twelve. I blame nobody. People have two jobs, somebody is always away.”\n",
    "brask2.txt": "After the ice accident\n\nJorun Brask said: “I never said that a child would have drowned. "
    "I said that the sledge would have been lost, had the crew come by the long road.”\n",
    "talk.md": "# Remarks by Chancellor Mira Ode and Prime Minister Tan Wei of Norway in Lund\n\n"
    "CHANCELLOR ODE: Welcome to Lund. We had a good walk along the lake.\n\n"
    "PRIME MINISTER TAN: Thank you. Nearly four hundred Swedish firms have their seat in Norway.\n\n"
    "CHANCELLOR ODE: That is more than I knew. Do you ski?\n\nPRIME MINISTER TAN: Not well.\n",
    "jahn.txt": "The ferry meeting\n\nSkipper Elin Jahn said: “A gate at one’s own harbour keeps out the guests, and "
    "the shops will pay for it. We could save the money on the second crane.”\n",
    "words.txt": "The evening at the dyke hall\n\nDyke reeve Peer Lohm said: “As Captain Asta Vang said at the lock "
    "last week, ‘a dyke is only as good as its worst night’. I agree with her.”\n",
}
