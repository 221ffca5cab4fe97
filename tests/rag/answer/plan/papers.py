"""A town whose papers tell of two people, two things or two times, together or apart."""

from __future__ import annotations

PAPERS = {
    "police-feb-2031.md": (
        "# Constabulary Report for Eastgate\n\n"
        "28 February 2031\n\n"
        "## Overview\n\n"
        "A quiet month, with only 3 recorded offences and no burglaries. Residents are asked to keep "
        "their sheds locked.\n\n"
        "### Theft\n\n"
        "There were 2 thefts reported this month, both of bicycles.\n\n"
        "### Damage\n\n"
        "There was 1 case of damage to a fence on Mill Lane.\n\n"
        "### Traffic\n\n"
        "No road traffic matters were reported this month.\n"
    ),
    "police-apr-2031.md": (
        "# Constabulary Report for Eastgate\n\n"
        "30 April 2031\n\n"
        "## Overview\n\n"
        "April was much like March. Officers visited both schools.\n\n"
        "### Theft\n\n"
        "There were 4 thefts reported this month.\n"
    ),
    "police-may-2031.md": (
        "# Constabulary Report for Eastgate\n\n"
        "31 May 2031\n\n"
        "## Overview\n\n"
        "There has been a rise in offences against April. Residents are asked to look after their "
        "garages.\n\n"
        "### Theft\n\n"
        "There were 6 thefts reported this month, 4 of them from garages.\n\n"
        "### Damage\n\n"
        "There were 2 cases of damage, both to bus shelters.\n\n"
        "### Traffic\n\n"
        "There were 5 road traffic matters this month, of which 3 were for driving without insurance.\n"
    ),
    "news-tram.md": (
        "# Tram For Quay Street Approved After Stormy Meeting\n\n"
        "3 February 2031\n\n"
        "The Quay Street tram was approved on Tuesday night by 21 votes to 9 after four hours of "
        "debate.\n\n"
        'Co-chair Leo Brandt of the transport committee was among those who voted no. "This tram brings '
        'real troubles for the quarter," Brandt said. "One of them is the loss of a quarter of the '
        'parking places."\n\n'
        'Member Nora Pell brought a plan of her own, for wider pavements in place of rails. "We all '
        'want quiet streets," she said. But the tram "forgets that Quay Street is the main road for '
        'lorries to the port, and that will stay so."\n\n'
        'Member Abel Finch called that plan a step back. "It is high time that Westmere had rails '
        'again," he said.\n\n'
        'A shopkeeper, Dora Minch, said deliveries would suffer. "Where is my van to stop?" she asked.\n'
    ),
    "opening-quarry.md": (
        "# Opening Statement of Senator Agnes Quarry\n\n"
        "18 June 2031\n\n"
        "Thank you all for coming. The consensus is plain: 93 percent of marine biologists agree that "
        "the dredging harms the oyster beds. We cannot wait for the rest.\n\n"
        "The committee has heard from fishermen and from the port. Both have a right to be heard.\n"
    ),
    "answers-holm.md": (
        "# Answers of Dr. Viktor Holm to Written Questions\n\n"
        "2 July 2031\n\n"
        "At the hearing it was repeated that 93% of marine biologists agree that dredging harms "
        "oysters. I should like to set this right. The paper that is quoted counted abstracts, and a "
        "second look at them by Ferrand and others found that only 2% endorse the claim in full.\n\n"
        "I come to you as a biologist, and I have studied oysters for thirty years.\n"
    ),
    "interview-rowan.md": (
        "# Interview with Clara Rowan, finance chief of Skylark Boats\n\n"
        "19 March 2031\n\n"
        "**Interviewer:** How is the yard doing?\n\n"
        "**Clara Rowan:** Well, we deliver forty boats a year now. The Wren is our small ferry. The "
        "average price of a Wren right now is about 2 million dollars. Two years ago it was less, and "
        "we have been able to raise it as crews came to like it.\n\n"
        "**Interviewer:** And the margins?\n\n"
        "**Clara Rowan:** They grow with every hull. We hope for thirty points next year.\n\n"
        "**Interviewer:** What comes after the Wren?\n\n"
        "**Clara Rowan:** The Heron is going to have a much higher price, around 14 million dollars, "
        "because it takes two hundred cars. It will be built in the new hall.\n\n"
        "**Interviewer:** When will it sail?\n\n"
        "**Clara Rowan:** In the spring of 2033, if the engines come on time.\n"
    ),
    "report-water-q1.md": (
        "# Westmere Water: Report for the First Quarter of 2031\n\n"
        "15 April 2031\n\n"
        "Leaks rose to 310 in the quarter, and we mended 260 of them. Complaints stood at 95. The works "
        "at Hadley drew 1.9 million litres a day.\n"
    ),
    "report-water-q3.md": (
        "# Westmere Water: Report for the Third Quarter of 2031\n\n"
        "12 October 2031\n\n"
        "Leaks fell to 120 in the quarter. Complaints stood at 61. A new pump was set up at Hadley.\n"
    ),
    "news-library.md": (
        "# Library And Museum Both Cut Hours\n\n"
        "4 October 2031\n\n"
        "The town library will open 30 hours a week instead of 42, and the museum 18 instead of 25, the "
        'council decided on Friday. Councillor Jonas Reed defended the cuts. "We have no choice," Reed '
        'said. "It is this or the pool."\n\n'
        'Councillor Mina Sorrel called them shameful. "A town that locks its library locks its children '
        'out," she said.\n'
    ),
    "outlook-yard.md": (
        "# Skylark Boats gives its outlook for 2032\n\n"
        "20 December 2031\n\n"
        "Skylark Boats expects sales of 80 to 90 million dollars in 2032. The company expects a loss of "
        "4 to 6 million dollars, down from 11 million this year. The order book stands at 52 boats.\n"
    ),
    "letter-bus.md": (
        "# Letter from Northline Coaches on punctuality\n\n"
        "14 August 2031\n\n"
        "Dear residents,\n\n"
        "Since the new lanes opened, routes 12 and 12B, which serve your quarter, run on time more "
        "often: their punctuality has risen by 18.5% and 24.1% respectively. Across the town the rise "
        "is 9%.\n\n"
        "We hope to add two early journeys on route 12 from October.\n\n"
        "Yours sincerely,\n**Edwin Farrow**\nManaging Director, Northline Coaches\n"
    ),
}
