"""Questions for what something cost: only what tells of money, or of paying, can answer them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.text.expressions import expression
from rag.rank.evidence import text_of
from rag.records import Documents, Evidence, Query

_PAYING = (
    r"cost(?:s|ly|ing|ed)?|pric\w{1,6}|pa(?:y|ys|id|ying|yment|yments)|spen[dt]\w{0,4}|worth|fees?|fares?|free|"
    r"charg\w{1,4}|budget\w{0,4}|fund\w{0,4}|financ\w{1,5}|expens\w{1,6}|cheap\w{0,3}|afford\w{0,5}|gratis|money|"
    r"invest\w{0,6}|grants?|loans?|bills?|debts?|sums?|salar\w{1,3}|wages?|earn\w{0,4}|taxe?s?|rents?|"
    r"(?:ge)?kost\w{0,8}|(?:be)?zahl\w{0,5}|preis\w{0,3}|koszt\w{0,6}|(?:za)?płac\w{0,6}|cen[ayęą]|стоил?\w{0,4}|"
    r"стоимост\w{0,3}|цен[аыуе]|(?:за)?плат\w{0,5}|кошту\w{0,5}|coût\w{0,4}|prix|payer|payé\w{0,2}"
)
_MONEY = (
    r"[$€£¥₴₽]|\b(?:dollars?|cents?|euros?|pounds?|crowns?|kron\w{1,3}|francs?|yen|yuan|pesos?|rupees?|rubles?|roubles?|"
    r"hryvnias?|marks?|shillings?|zł\w{0,5}|рубл\w{0,4}|грив\w{0,4}|usd|eur|gbp|chf|pln|(?:m|b|tr|z)illi(?:on|ard)\w{0,3}|"
    r"thousands?|hundreds?|mln|млн|тысяч\w{0,2})\b|\d ?(?:k|m|bn)\b"
)
_TELLS = expression(rf"{_MONEY}|\b(?:{_PAYING})\b", re.IGNORECASE)
_ASKS = expression(
    r"\bhow (?:much|expensive)\b.{0,120}\b(?:cost|costs|costing|pay|paid|spend|spent|charge[sd]?)\b"
    r"|\bhow much (?:money|did .{1,80} (?:sell|go) for)\b|\bhow expensive\b"
    r"|\bwhat (?:did|does|do|will|would) .{1,120} cost\b|\b(?:price|cost) of\b"
    r"|\bwas (?:kostete[nt]?|kosten|kostet|hat .{1,80} gekostet)\b"
    r"|\bwie ?viel .{0,80}(?:gekostet|kostete|kostet|kosten)\b"
    r"|\bile .{0,60}kosztowa\w{1,3}|\bсколько .{0,60}стои\w{1,3}|\bcombien .{0,60}coût\w{1,4}",
    re.IGNORECASE,
)
AROUND = 160
"""So many characters before and behind may tell what a bare number is: "It was 45, she said" behind the bill."""


def with_sums(query: Query, evidence: Sequence[Evidence], documents: Documents) -> tuple[Evidence, ...]:
    """Return a fact's evidence; for what something cost, only what tells of money or of paying, or has it beside."""
    if query.kind != "fact" or not _ASKS.search(query.standalone):
        return tuple(evidence)
    return tuple(each for each in evidence if _TELLS.search(text_of(each, documents, AROUND)))
