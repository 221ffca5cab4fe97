"""English articles about invented people, which questions of other languages are asked about."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from tests.rag.conftest import Over

ARTICLES = {
    "border.txt": """date 2031-03-02

Mayor Viktor Orlov spoke to reporters in Vesk.

“The border stays open for trucks until the first of May,” Viktor Orlov said.

“We informed Poland about the drones well in advance,” Orlov said.

“I have warned a hundred times that we do not want any war,” Orlov said.

“The bridge will be closed because its pillars are cracked,” Orlov told reporters.
""",
    "sanctions.txt": """date 2031-06-10

Senator Olena Petrenko addressed the parliament of Finland.

“Sanctions hurt ordinary families and not the leaders,” Olena Petrenko said.

“We have taken in six hundred refugees since the winter,” Petrenko said.

“Sixty political prisoners are still held in Belarus,” Petrenko said.

“I thank the doctors of Vesk for their courage,” Petrenko said.
""",
    "plant.txt": """date 2031-09-05

Minister Irena Kowal visited the nuclear power plant.

“The nuclear power plant is safe, and inspectors confirmed it in writing,” Irena Kowal said.

“Sanctions against Russia must be extended for another year,” Kowal said.

“We will build twelve new schools in the villages,” Kowal promised.

“Access to vaccines has been unfair to poor countries,” Kowal said.

Storms killed forty people in Marland last week, the ministry said.
""",
    "border-again.txt": """date 2031-11-20

Mayor Viktor Orlov changed his plans.

“The border will be closed for everybody from December on,” Viktor Orlov said.

“Sanctions have never stopped a war,” Orlov said.
""",
}


@pytest.fixture(scope="module")
def articles(over: Over) -> Pipeline:
    return over(ARTICLES)
