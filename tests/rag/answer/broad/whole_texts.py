"""Invented texts that are asked for the whole of what they hold: a plan, advice, views, a speech, a letter."""

from __future__ import annotations

PLAN = """Harbour board unveils four-part scheme to end ferry queues

By Ana Ruiz

VESK, 4 May 2031

The harbour board of Vesk on Monday unveiled a four-part scheme to end the queues for the ferry to Lorn.

The scheme will focus on tickets, lanes, staff and the old ramp, according to the board.

The board is hiring twelve stewards, who will direct cars at the gate from June.

To shorten the wait at the counter, tickets will be sold online only from July.

Two new lanes are to be painted on the east quay before the summer.

The old ramp will be rebuilt in the winter at a cost of three million crowns.

“It comes ten years too late,” said Odran Tell, who drives the bread to Lorn.

The board did not immediately comment on who will pay.

The herring festival drew nine thousand visitors last year.
"""
LISTED = """Clean air in Lorn

3 June 2031

The town of Lorn has suffered from smoke for forty winters.

The Lorn clean air plan has these measures:

- no coal is burnt inside the walls after 2033
- every bus runs on electricity by 2034
- the brickworks gets a filter before the next winter
- the market square is closed to cars on Sundays

The council votes on it in July.
"""
FIRE = """Two hurt in fire at Wira mill

By Jon Vale

WIRA, 9 March 2031

Two millers were hurt when the old mill at Wira burnt down on Saturday night.

The Board of Mill Safety (“BMS”) looked at the ruin for two days. A pump had not been tried since 2019.

As a result of what was found, BMS has recommended, and the owner has begun, the following:

1) The night watch is doubled until the new doors are fitted;

2) Every pump is tried on the first Monday of each month; and

3) A review of the training of foremen is held before June.

“We mourn the mill,” said the owner, Mira Quill.
"""
CABLE = """Eskby residents meet the 40-million cable car

By Ana Ruiz

ESKBY, 12 April 2031

Residents of Eskby packed the fish hall on Monday to hear of the cable car that the council plans over the harbour.

“I think this is madness,” said Nils Orde, who mends nets on the quay. “A bus would cost a tenth of it.”

“If it takes the tourists off our street, that is good for the children,” said Runa Falk.

“It will be ninety million before the first car moves,” said Pavel Brandt, a retired welder.

The council expects eight hundred passengers a day.

“My shop needs the tourists, and they love a view,” said Tove Marsk, who sells postcards.
"""
ADDRESS = """Thank you for your kind welcome, members of the assembly.

I stand here tonight as the ninth governor of Kestria, and I have not forgotten who sent me.

My husband, Oskar Brandt, was born in the salt mines, and he is here with our two sons.

I thank Governor Holt, who handed me the keys in a tidy house.

Last year I promised the people of Kestria three things, and I shall say tonight what became of them.

First, no mine in Kestria will be closed before another employer has come to its valley.

Second, the salt tax must be halved for families who heat with peat.

Third, we will build a school for every village that has forty children.

The harbour of Vesk has been deepened, and forty herring boats lie in it tonight.

Kestria owes nobody a crown, and I mean to keep it so.

The peat fires of the north are out after eleven weeks, thanks to three hundred volunteers from Lorn.

May God bless Kestria.
"""
HEARING = """# Hearing of the committee on tides, 3 October 2031

## Opening statements

### Dr. Ona Marsk, Head of Research, Tidewater

[02:10] Thank you for having me, it is an honour to sit here. We build wheels that turn with the tide.

We have done so for thirty years in three countries along the northern coast, and we lost one wheel to a gale.

[02:40] I have put what I want to say in four parts.

The first is that tide power needs a fixed price for ten years, as no bank lends without one.

I would also like to speak of the grid. The grid on the coast is older than I am, and it must be renewed soon.

[03:20] Third, the fishermen must be heard before a place is chosen, and they must be paid for what they lose.

Fourth, we need a school for tide engineers in Vesk. The wheels will be built abroad without one.

The wages will be paid abroad with them, and our sons will follow. I am glad to take your questions on any of it today.

### Jorun Halvik, Fisherman

[04:10] I fish off Lorn, and I have not come here to praise wheels.

## Questions

**The Chair:** Dr. Marsk, is tide power dear?

**Dr. Ona Marsk:** It is dear in the first year, and cheap for the hundred that follow.

**Mr. Halvik:** The nets are cut by the wheels.
"""
REPRINT = """Record of the chamber, 2 May 2031

Senator BRANDT. The chamber will come to order. Four former keepers of the harbour office are with us today.

They have written an article in the Lorn Courier that I would like to enter into the record.

[The article follows:]

The Lorn Courier

11 April 2031

Dredge Now

By TOVE MARSK, PAVEL ORLO and JON VALE

Each of us kept the harbour office for a term, and we have never agreed on anything before.

The harbour of Lorn silts up by a hand every year, and nobody disputes the soundings any longer.

A toll on every hull would be the fairest way to pay for a dredger, but the guilds will not have it.

The council should therefore take the loan that the bank of Vesk has offered it.

The fleet brings nine million crowns a year into the town.

We must not wait for another wreck at the mouth of the harbour.

A deep harbour and a low tax can be had together.

Senator BRANDT. I thank them for it. The loan would bring jobs to the quay, and I shall vote for it.

Senator ILVES. I fear for the jobs of those who row the pilots out, and nobody has asked them.

Mr. HALVIK. I row a pilot boat, and my job is gone with the first dredger.
"""
LETTER = """To the shareholders of Fjordglass ASA

14 March 2032

Earnings during 2031 were eleven per cent of our capital, which is more than we had hoped for.

We expect a somewhat weaker year in 2032, as the price of gas has doubled since the autumn.

The two furnaces that we bought at Lorn have worked out very well.

Bottles remain the heart of the company, and we sold nine million of them in twenty countries.

Yours sincerely,

Ingrid Solheim
"""
OLDER = LETTER.replace("2031", "2021").replace("2032", "2022").replace("eleven", "four")
TEXTS = {
    "2031-05-04-scheme.txt": PLAN,
    "lorn-air.txt": LISTED,
    "2031-03-09-mill.txt": FIRE,
    "2031-04-12-cable.txt": CABLE,
    "Kestria_address.txt": ADDRESS,
    "tides-hearing.md": HEARING,
    "record-2031-05-02.txt": REPRINT,
    "2031_letter_to_shareholders.txt": LETTER,
    "2021_letter_to_shareholders.txt": OLDER,
}
