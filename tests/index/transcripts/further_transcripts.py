# ruff: noqa: E501  The cases are read more easily a line each.
"""Twenty-four invented transcripts of further forms: programs' exports, bodies, plays; whose each utterance is."""

from __future__ import annotations

R, T, N = "Pia Roth", "Ulf Tang", None
FURTHER: dict[str, tuple[str, str, list[tuple[str | None, str]]]] = {
    "a phone's messages, day and clock before": (
        "chat.txt",
        "12/05/2026, 09:14 - Pia Roth: The doors are locked.\n12/05/2026, 09:15 - Ulf Tang: Use the side gate.\n"
        "12/05/2026, 09:15 - Pia Roth: It is locked as well.\n12/05/2026, 09:18 - Ulf Tang: Then wait for me there.\n",
        [(R, "The doors are locked."), (T, "Use the side gate."), (R, "It is locked as well."), (T, "Then wait for me there.")],
    ),
    "a phone's messages in brackets": (
        "chat.txt",
        "[12.05.26, 09:14:22] Pia Roth: The doors are locked.\n[12.05.26, 09:15:02] Ulf Tang: Use the side gate.\nIt is by the river.\n"
        "[12.05.26, 09:16:40] Pia Roth: I see it now.\n",
        [(R, "The doors are locked."), (T, "Use the side gate."), (T, "It is by the river."), (R, "I see it now.")],
    ),
    "a chat's angle brackets": (
        "chat.txt",
        "[09:14] <Pia Roth> The doors are locked.\n[09:15] <Ulf Tang> Use the side gate.\n[09:16] <Pia Roth> It is locked as well.\n"
        "[09:16] * Ulf Tang sighs\n",
        [(R, "The doors are locked."), (T, "Use the side gate."), (R, "It is locked as well.")],
    ),
    "a messenger's name, day and clock above": (
        "chat.txt",
        "Pia Roth, [12.05.2026 09:14]\nThe doors are locked.\n\nUlf Tang, [12.05.2026 09:15]\nUse the side gate.\n\n"
        "Pia Roth, [12.05.2026 09:17]\nIt is locked as well.\n",
        [(R, "The doors are locked."), (T, "Use the side gate."), (R, "It is locked as well.")],
    ),
    "a channel's name, dash, day and clock": (
        "chat.txt",
        "Pia Roth — 05/12/2026 9:14 AM\nThe doors are locked.\nUlf Tang — 05/12/2026 9:15 AM\nUse the side gate.\n"
        "Pia Roth — Today at 9:20 AM\nIt is locked as well.\n",
        [(R, "The doors are locked."), (T, "Use the side gate."), (R, "It is locked as well.")],
    ),
    "a committee's numbered questions": (
        "committee.txt",
        "Oral evidence: The locks, HC 712\n\nQ1 Chair: Welcome. Who keeps the gate?\n\nUlf Tang: I have kept it since March.\n\n"
        "Q2 Pia Roth: Was it shut on the night of the flood?\n\nUlf Tang: It was not. I regret that.\n\nQ3 Chair: Thank you.\n",
        [("the chair", "Welcome. Who keeps the gate?"), (T, "I have kept it since March."), (R, "Was it shut on the night of the flood?"), (T, "It was not. I regret that."), ("the chair", "Thank you.")],
    ),
    "questions and answers with numbers": (
        "evidence.txt",
        "TESTIMONY OF ULF TANG\n\nQ1. Who keeps the gate?\nA1. I keep it.\nQ2. Since when?\nA2. Since March, I believe.\n",
        [("interviewer", "Who keeps the gate?"), (T, "I keep it."), ("interviewer", "Since when?"), (T, "Since March, I believe.")],
    ),
    "a central bank's capitals and full stops": (
        "minutes.txt",
        "CHAIR ROTH. Good morning, everybody. We come to the rate.\n\nMR. TANG. Thank you. I would leave it where it is.\n\n"
        "MS. HALDANE. I would not. It is a point too low.\n\nCHAIR ROTH. Let us vote.\n",
        [("Roth", "Good morning, everybody. We come to the rate."), ("Tang", "Thank you. I would leave it where it is."), ("Haldane", "I would not. It is a point too low."), ("Roth", "Let us vote.")],
    ),
    "a play with full stops": (
        "play.txt",
        "ACT ONE\n\nA quay at night.\n\nROTH. The doors are locked.\n\nTANG. (From the boat.) Use the side gate.\n\nROTH. I have no key.\n\n"
        "TANG. Then break the glass.\n",
        [(("Roth", "ROTH"), "The doors are locked."), (("Tang", "TANG"), "Use the side gate."), (("Roth", "ROTH"), "I have no key."), (("Tang", "TANG"), "Then break the glass.")],
    ),
    "a screenplay": (
        "film.txt",
        "EXT. QUAY - NIGHT\n\nRain on the water.\n\n                    ROTH\n          The doors are locked.\n\n                    TANG\n               (laughing)\n"
        "          Use the side gate.\n\nShe turns away.\n\n                    ROTH\n          I have no key.\n\n                    TANG\n          Then break the glass.\n",
        [(("Roth", "ROTH"), "The doors are locked."), (("Tang", "TANG"), "Use the side gate."), (None, "She turns away."), (("Roth", "ROTH"), "I have no key."), (("Tang", "TANG"), "Then break the glass.")],
    ),
    "a broadcaster's offices and sounds": (
        "radio.txt",
        "PIA ROTH, HOST: The doors of the harbour office are locked today.\n\n(SOUNDBITE OF ARCHIVED RECORDING)\n\n"
        "ULF TANG: We had no choice at all.\n\nROTH: That was the harbour master in May.\n\nUNIDENTIFIED PERSON #1: Shame.\n\nTANG: I stand by it.\n",
        [(R, "The doors of the harbour office are locked today."), (T, "We had no choice at all."), (R, "That was the harbour master in May."), (N, "Shame."), (T, "I stand by it.")],
    ),
    "television with translators": (
        "tv.txt",
        "PIA ROTH, DNN ANCHOR: Good evening. The locks are shut.\n\nULF TANG, HARBOUR MASTER (through translator): We shut them at noon.\n\n"
        "(BEGIN VIDEO CLIP)\n\nANNA BRANDT, FISHERMAN: My boat is outside.\n\n(END VIDEO CLIP)\n\nROTH (voice-over): Her boat is one of forty.\n\nTANG (on camera): We know.\n",
        [(R, "Good evening. The locks are shut."), (T, "We shut them at noon."), ("Anna Brandt", "My boat is outside."), (R, "Her boat is one of forty."), (T, "We know.")],
    ),
    "a call with investors": (
        "call.txt",
        "Operator\n\nGood morning and welcome to the call.\n\nPia Roth -- Chief Executive Officer\n\nThank you. Our locks earned nine million.\n\n"
        "Ulf Tang -- Analyst, Denby Bank\n\nWhat did the gates cost?\n\nPia Roth -- Chief Executive Officer\n\nTwo million, all told.\n\n"
        "Ulf Tang -- Analyst, Denby Bank\n\nThat answers it.\n\nOperator\n\nThis ends the call.\n",
        [(("Operator", None), "Good morning and welcome to the call."), (R, "Thank you. Our locks earned nine million."), (T, "What did the gates cost?"), (R, "Two million, all told."), (T, "That answers it."), (("Operator", None), "This ends the call.")],
    ),
    "headings of a note book": (
        "talk.md",
        "# A talk on the quay\n\n### Pia Roth\n\nThe doors are locked. I tried them at nine.\n\n### Ulf Tang\n\nUse the side gate.\n\n### Pia Roth\n\nI have no key.\n\n### Ulf Tang\n\nThen I will bring you mine.\n",
        [(R, "The doors are locked. I tried them at nine."), (T, "Use the side gate."), (R, "I have no key."), (T, "Then I will bring you mine.")],
    ),
    "names in brackets": (
        "talk.txt",
        "[Pia Roth] The doors are locked.\n[Ulf Tang] Use the side gate.\n[Pia Roth] I have no key.\n[Ulf Tang] Then break the glass.\n",
        [(R, "The doors are locked."), (T, "Use the side gate."), (R, "I have no key."), (T, "Then break the glass.")],
    ),
    "an Australian house": (
        "house.txt",
        "Mr TANG (Denby—Treasurer) (10:02): I move that the locks be dredged.\n\nMs ROTH (Skarv) (10:09): We on this side oppose it.\n\n"
        "The SPEAKER (10:14): The time for the debate is over.\n\nMr TANG: I thank the member.\n",
        [("Tang", "I move that the locks be dredged."), ("Roth", "We on this side oppose it."), ("the speaker", "The time for the debate is over."), ("Tang", "I thank the member.")],
    ),
    "a council's offices and names": (
        "council.txt",
        "CHAIR ROTH: The meeting is open.\n\nCOUNCILMEMBER TANG: I move the budget.\n\nVICE CHAIR HALDANE: I second it.\n\nCITY CLERK: The motion carries, four to one.\n\nCHAIR ROTH: Thank you, we stand adjourned.\n",
        [("Roth", "The meeting is open."), ("Tang", "I move the budget."), ("Haldane", "I second it."), ("the city clerk", "The motion carries, four to one."), ("Roth", "Thank you, we stand adjourned.")],
    ),
    "a court's justices": (
        "argument.txt",
        "ORAL ARGUMENT OF ULF TANG\nON BEHALF OF THE PETITIONER\n\nMR. TANG: Madam Chief Justice, the gate was shut.\n\nJUSTICE ROTH: By whom?\n\nMR. TANG: By my client's brother.\n\n"
        "CHIEF JUSTICE HALDANE: Thank you, counsel.\n\nREBUTTAL ARGUMENT OF ULF TANG\n\nMR. TANG: I have two points.\n",
        [((T, "Tang"), "Madam Chief Justice, the gate was shut."), ("Roth", "By whom?"), ((T, "Tang"), "By my client's brother."), ("Haldane", "Thank you, counsel."), ((T, "Tang"), "I have two points.")],
    ),
    "a German talk with the paper's name": (
        "gespraech.txt",
        "Gespräch mit Pia Roth über die Schleuse\n\nTAGBLATT: Frau Roth, warum ist die Schleuse zu?\n\nRoth: Weil niemand sie bezahlt.\n\nTAGBLATT: Wann öffnet sie wieder?\n\nRoth: Wenn wir das Geld haben.\n",
        [(("interviewer", "TAGBLATT", "Tagblatt"), "Frau Roth, warum ist die Schleuse zu?"), ((R, "Roth"), "Weil niemand sie bezahlt."), (("interviewer", "TAGBLATT", "Tagblatt"), "Wann öffnet sie wieder?"), ((R, "Roth"), "Wenn wir das Geld haben.")],
    ),
    "numbered utterances": (
        "talk.txt",
        "1. Pia Roth: The doors are locked.\n2. Ulf Tang: Use the side gate.\n3. Pia Roth: I have no key.\n4. Ulf Tang: Then break the glass.\n",
        [(R, "The doors are locked."), (T, "Use the side gate."), (R, "I have no key."), (T, "Then break the glass.")],
    ),
    "clocks as headings between the labels": (
        "meet.txt",
        "Meeting started 2026/05/12 09:00 - Transcript\n\nAttendees\n\nPia Roth, Ulf Tang\n\nTranscript\n\nPia Roth: The doors are locked.\n\nUlf Tang: Use the side gate.\n\n00:05:00\n\nPia Roth: I have no key.\n\nMeeting ended after 00:06:12\n",
        [(R, "The doors are locked."), (T, "Use the side gate."), (R, "I have no key."), (None, "Meeting ended after 00:06:12")],
    ),
    "captions with a name in brackets": (
        "film.srt",
        "1\n00:00:01,000 --> 00:00:03,000\n- [Pia] The doors are locked.\n\n2\n00:00:04,000 --> 00:00:06,000\n- [Ulf] Use the side gate.\n\n3\n00:00:07,000 --> 00:00:09,000\n- [Pia] I have no key.\n",
        [(("Pia", None), "The doors are locked."), (("Ulf", None), "Use the side gate."), (("Pia", None), "I have no key.")],
    ),
    "words in quotation marks behind the labels": (
        "talk.txt",
        "Roth: “The doors are locked.”\n\nTang: “Use the side gate.”\n\nRoth: “I have no key.”\n\nTang: “Then break the glass.”\n",
        [("Roth", "The doors are locked."), ("Tang", "Use the side gate."), ("Roth", "I have no key."), ("Tang", "Then break the glass.")],
    ),
    "a hearing of the police with initials": (
        "interview.txt",
        "Interview of ULF TANG by DS PIA ROTH\n\nDS ROTH: Where were you at nine?\n\nTANG: I was at the gate.\n\nDS ROTH: Who was with you?\n\nTANG: No comment.\n\nSOLICITOR: My client has answered.\n",
        [((R, "Roth", "DS Roth"), "Where were you at nine?"), ((T, "Tang"), "I was at the gate."), ((R, "Roth", "DS Roth"), "Who was with you?"), ((T, "Tang"), "No comment."), (("the solicitor", None, "SOLICITOR", "Solicitor"), "My client has answered.")],
    ),
}  # fmt: skip
