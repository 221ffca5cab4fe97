"""Invented papers of several kinds, none called by its title: a review, a letter, a call, a podcast, minutes, news."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rag.pipeline import Pipeline
from tests.conftest import embedded, pipeline_over
from tests.rag.answer.broad.whole_texts import TEXTS
from tests.rag.conftest import Over

REVIEW = """Review of the Drowsy Bay open-water swim, 2033

By the panel under Dr. Halla Brenn. Issued 4 December 2033.

Summary of events

On 9 August 2033 sixty swimmers were carried past the marker by the ebb, and eleven of them were picked up by the ferry.

Findings

The panel finds that the start was held ninety minutes late and that nobody looked at the tide table again.

The panel found that two of the four safety boats had no radio on board that worked.

Cost

The search cost the coast guard 41,000 crowns, and the club has paid a third of it.

Recommendations

1. That no swim start later than one hour after slack water.

2. That every safety boat carry two radios that were tried on the day.

3. That swimmers wear a cap with a number on both sides.

(Signed) H. Brenn, chair. O. Lunde, member.
"""
LETTER = """Open letter to Grainfield Seeds

2 March 2034

Dear Ms. Orlo,

We are 58 beekeepers from the valleys of Senn and Upper Varra, and we have lost four hives in ten since last May.

Your new seed coating was sown on three thousand hectares here, and our bees fly over all of them every day of June.

We do not say that the coating alone is to blame, but nobody has measured it, and you have refused us the figures.

We therefore ask for four things:

- a halt to the coating in both valleys until the harvest of 2035

- the figures of your own trials, in full

- a fund for those who lost more than half of their hives

- a meeting in Senn before Easter

Yours sincerely,

Tove Marsk, chair of the Senn Beekeepers

Pavel Ruiz, Upper Varra
"""
CALL = """Fjordglass ASA - second quarter call, 19 July 2034, 9 am - transcript

Company participants
Ingrid Solheim - Chief Executive
Bo Anders Lie - Finance Director
Analysts
Carla Menotti - Ponte Bank

Operator
Good morning and welcome to the call.

Ingrid Solheim
Thank you. We sold nine per cent more bottles than a year ago, and the second furnace at Lorn is lit.

Bo Anders Lie
Revenue was 812 million crowns, and energy took a fifth of it.

Operator
The first question comes from Carla Menotti of Ponte Bank.

Carla Menotti
What happens to the margin if gas goes up again this winter?

Bo Anders Lie
Every ten per cent on gas costs us six million crowns in a quarter.

Ingrid Solheim
We have bought gas ahead until March, so the winter is covered.
"""
PODCAST = """Slack Water, episode 4: Mills that run on the moon

MIRA QUILL: This is Slack Water, and I am Mira Quill. Today we go to the last tide mill of the Lorn coast.

ONA MARSK: My family has ground flour with the tide since 1741, and we close the gate at every high water.

MIRA QUILL: Does a tide mill still earn its keep?

ONA MARSK: The flour pays for the bread, and the visitors pay for the roof of the mill.

JORUN HALVIK: I measured the wheel for a year, and it gives eleven kilowatts for nine hours of each day.

MIRA QUILL: The mill at Eskby opens to visitors again in May, and the gate closes at noon.
"""
MINUTES = """Lantern Theatre - board - minutes

Thursday 12 May 2034, 18:30, rehearsal room. Present: Sunniva Holt (chair), Ben Okoro, Lise Tveit. Apologies: none.

1. Roof

Ben Okoro reported that the roof over the stage leaks in four places and that the repair would cost 90,000 crowns.

Agreed: the repair is ordered for July, when the house is dark.

2. Tickets

Lise Tveit said that a third of all tickets were given away last winter to fill the house.

Agreed: free tickets are limited to fifty for each play.

3. Winter play

The board chose “The Salt Road” over two others because it needs only six actors.

4. Next meeting

9 June, 18:30. Chair: Ben Okoro.
"""
SPEECH = """Speech of the Mayor of Eskby, Odran Tell, on Founders' Day
Market square, Eskby, 1 June 2034

Dear people of Eskby,

The library of Eskby has been closed since February, and I miss it as much as any child in this square.

We will put a new roof on it before the first frost, and the town will pay for it without a loan.

I will not sell the old reading room, whatever the ministry offers for it.

The harbour gets no new crane this year, because the roof comes first.
"""
NEWS = {
    "2034-02-11-roof.txt": """Snow brings down library roof in Eskby

By Ana Ruiz

The roof of the library in Eskby fell in on Saturday night under half a metre of wet snow, and nobody was hurt.

“The beams were rotten, and that is because nobody painted them for thirty years,” said the caretaker Nils Orde.
""",
    "2034-02-20-roof.txt": """Insurer will not pay for Eskby library roof

By Jon Vale

The insurer of the town refused on Monday to pay for the roof of the library in Eskby, which fell in nine days ago.

“The collapse was caused by snow that the town did not clear,” said Runa Falk of the insurer.
""",
    "2034-04-03-roof.txt": """Children read in the fish hall

By Ana Ruiz

The library of Eskby lends its books from the fish hall since Monday, as its roof will not be mended before autumn.
""",
    "2034-04-09-cup.txt": """Lorn wins the rowing cup

By Jon Vale

The eight of Lorn won the rowing cup on the Wira by two lengths on Sunday, ahead of Vesk.
""",
}
DEBATE = """TOWN COUNCIL OF VARRA
Verbatim record, 14 October 2034
Debate on the motion to close Mill Street to cars

The CHAIR: The motion is that Mill Street be closed to cars from 1 March.

Ms. ALBRECHT: I move the motion, and I support it because three children were hurt there in a year.

Mr. DRESSLER: I oppose the motion, as the bakers of Mill Street live on those who stop for five minutes.

Ms. ILVES: We shall vote for the motion if deliveries are let in before nine.

Mr. DRESSLER: Nobody will carry flour from the square.

The CHAIR: The motion is carried by 12 votes to 7.
"""


@pytest.fixture(scope="module")
def shelf(over: Over) -> Pipeline:
    return over(
        {
            "review_swim.txt": REVIEW,
            "letter_grainfield_2034-03-02.txt": LETTER,
            "fjordglass_2034-07-19.txt": CALL,
            "pod_slack_water_4.txt": PODCAST,
            "theatre 2034-05-12.txt": MINUTES,
            "founders_day_2034-06-01.txt": SPEECH,
            "record_2034-10-14.txt": DEBATE,
            **NEWS,
        }
    )


@pytest.fixture(scope="package")
def holdings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pipeline]:
    """Texts that are asked for the whole of what they hold."""
    with pipeline_over(TEXTS, tmp_path_factory.mktemp("holdings"), embedded) as pipeline:
        yield pipeline
