"""Papers of a town, in which what answers is told beside what the question names, and in other words."""

from __future__ import annotations

PAPERS = {
    "minutes.txt": "Harbour board, minutes of 4 March 2031\n\n"
    "Present: Chair Ines Varga; Mr Holm, Ms Okafor, Mr Trell.\n\n"
    "1. Slipway\n\n"
    "Mr Holm reported that the slipway had been closed since the storm of 11 January. Two of its beams had rotted "
    "through. The repair would cost 48,000 crowns; a new slipway of concrete 310,000, and it would last sixty years. "
    "Over its life the concrete one was the cheaper of the two, he said. Ms Okafor asked who would "
    "pay. Mr Holm said the "
    "county had turned down the grant in February.\n\n"
    "2. Night watch\n\n"
    "The board is one watchman short. Two young men had been trained and had gone to Lund, which "
    "pays four crowns more an "
    "hour. Chair Varga said that she had “nothing left to offer them but the view”.\n",
    "interview.txt": "“I count the lamps”: a talk with the harbour master\n\n"
    "Interview: Tove Lindgren, 9 April 2031\n\n"
    "LINDGREN: You have had this office for nineteen years. What was the worst night?\n\n"
    "SAND: The eleventh of January. The Marit lay across the entrance and nobody could get past "
    "her. I rang the pilots at "
    "two and the mayor at three.\n\n"
    "LINDGREN: Were you afraid for your own post afterwards?\n\n"
    "SAND: Every morning since 2012. No, honestly, no. If they want another man they know where my boat lies.\n\n"
    "LINDGREN: And the watchmen?\n\n"
    "SAND: They leave because we pay badly. I have said so three times, in 2027, in 2029 and last week.\n",
    "article.txt": "Bakery moves into the net loft\n\n"
    "5 May 2031\n\n"
    "The bakery of Runa Feld opens on Monday in the old net loft. “The loft is dry and it smells of "
    "tar, and people come "
    "for the smell,” said Feld. She sold her van and borrowed the rest from an aunt in Norrvik. The "
    "town lets her have the "
    "first year for nothing. Only councillor Bo Trell stayed away from the opening. Reached by "
    "telephone he said that he had "
    "“nothing against bread, and something against giving away rooms”.\n\n"
    "Feld employs four people. A fifth, her nephew, starts in June, when the ferry brings the first guests.\n",
    "speech.txt": "Speech of Mayor Ada Brandt at the opening of the school\n\n1 September 2031\n\n"
    "Dear children, dear parents. When I was seven the school stood where the fish hall is now, and "
    "it smelt of herring. "
    "We were told to sit still, and we did not. Today we have eleven rooms, and one of them has no "
    "desks at all. That was "
    "the wish of the pupils, and the architect fought for it against all of us. I was wrong and she was right. The "
    "telephones stay in the cloakroom until four o'clock; in June we shall see whether that was wise.\n",
    "panel.txt": "Panel: what the water tells\n\n12 October 2031\n\n"
    "MODERATOR: Professor Aske, why has the bay cleared?\n\n"
    "ASKE: People think it is the new works. It is mostly the mussels. A full-grown mussel filters "
    "two litres an hour, and "
    "there are some forty million of them now.\n\n"
    "MODERATOR: Is there anything that worries you?\n\n"
    "ASKE: That they all have one mother, so to speak. One disease, and we are back where we were in 2009.\n\n"
    "MODERATOR: Ms Rehn, you fish there.\n\n"
    "REHN: I did. I take people out to look at seals now. It pays better and the seals do not mind.\n",
} | {
    f"note{number}.txt": f"Notes of the archive, part {number}\n\n{text}\n"
    for number, text in enumerate(
        (
            "The choir of the chapel sang at the midsummer feast, and the organ was tuned for it in May.",
            "Three apple trees of the rectory were felled. The wood went to the carver in the upper street.",
            "The library has bought an atlas of the moon. It is too large for every shelf that there is.",
            "A bridge of planks leads to the islet where the sheep are. It floats away in most autumns.",
            "The cinema showed a silent film, and the pianist of the hotel played to it without a pause.",
            "Snow lay until April on the north road. The plough of the county came twice, the second time in vain.",
        ),
        1,
    )
}
