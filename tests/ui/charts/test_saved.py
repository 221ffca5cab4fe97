"""The numbers of a chart as a table."""

from __future__ import annotations

from ui.charts import saved


def test_no_name_is_run_as_a_formula() -> None:
    made = saved.as_csv(["speaker", "period", "statements"], [["=1+1", "2031-03", 4], ["Tell, Odran", "2031-04", 1]])
    assert made == 'speaker,period,statements\r\n\'=1+1,2031-03,4\r\n"Tell, Odran",2031-04,1\r\n'
