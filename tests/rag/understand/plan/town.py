"""A small town whose people speak: the texts that the tests of plans and of people ask about."""

from __future__ import annotations

import json

SPEECHES = (
    {
        "id": "tell-february",
        "speaker": "Odran Tellmar",
        "date": "2031-02-10",
        "title": "Speech of the President of Kestria at the harbour",
        "text": "The Vesk bridge must be rebuilt this year. Our ferries are safe and clean.\n\n"
        "Poland lent us two cranes.\n\nThe climate is changing and our coast sinks.",
    },
    {
        "id": "tell-june",
        "speaker": "Odran Tellmar",
        "date": "2031-06-12",
        "title": "Speech of the President of Kestria in June",
        "text": "The bridge is open again, and I thank the masons.\n\nThe harbour tax stays.",
    },
    {
        "id": "quill",
        "speaker": "Mira Quillon",
        "date": "2031-06-11",
        "text": "The Vesk bridge is a waste of money.\n\nVaccines saved our children.\n\n"
        "Climate change is a threat to the harbour.",
    },
    {
        "id": "janner",
        "speaker": "Lyndar B. Janner",
        "date": "2031-06-20",
        "text": "Poverty must end in Vesk.\n\nThe bridge belongs to us all.",
    },
    {
        "id": "holden",
        "speaker": "Joseph R. Holdane Jr.",
        "date": "2031-05-20",
        "text": "The harbour tax is unfair to the fishermen.\n\nWe stand with the ferrymen.",
    },
    {
        "id": "assembly",
        "speaker": "Anna Brechtel",
        "date": "2031-05-02",
        "title": "Statement of Germany in the River Assembly, 2031 — Anna Brechtel, Minister for Foreign Affairs",
        "text": "Sanctions on the port work.\n\nThe bridge needs no customs house.",
    },
    {
        "id": "news",
        "date": "2031-03-02",
        "text": "The Belarusian president, Ivan Korsakov, met reporters on Sunday. "
        "“The border is closed,” Korsakov said.\n\n"
        "Polish Foreign Minister Jan Nowik said: “Drones over the river are a threat.”\n\n"
        "President Duvalier said the dam was safe. “The dam will hold,” Duvalier said.\n\n"
        "“The river wants peace,” President Oleh Zelanskyy told the assembly.\n\n"
        "Will the weir be torn down next spring?\n",
    },
    {
        "id": "firm",
        "date": "2031-04-02",
        "text": "Marden and Holdane is a shipyard. The yard of Marden and Holdane paid for research and "
        "development.\n\n"
        "The law of war and peace was read in the council.\n",
    },
)
TOWN = {"town.jsonl": "\n".join(map(json.dumps, SPEECHES))}
