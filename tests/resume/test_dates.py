"""Dates and ranges as resumes write them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atscheck.documents.characters import normalise
from atscheck.resume.dates import find_dates, find_ranges, parse_date
from atscheck.resume.model import YearMonth


@pytest.mark.parametrize(
    ("text", "first", "last", "current"),
    [
        ("Jan 2019 - Present", "2019-01", "None", True),
        ("January 2019 to March 2021", "2019-01", "2021-03", False),
        ("03/2018 - 11/2020", "2018-03", "2020-11", False),
        ("2018-03 - 2020-11", "2018-03", "2020-11", False),
        ("2016 - 2018", "2016", "2018", False),
        ("Aug 27th 2013 to Feb 27th 2014", "2013-08", "2014-02", False),
        ("(May 10th 2014 to till date)", "2014-05", "None", True),
        ("Sept. 2015 - now", "2015-09", "None", True),
        ("Jun'15 - Jul'17", "2015-06", "2017-07", False),
        ("Summer 2017 - Fall 2018", "2017-07", "2018-10", False),
        ("01/04/2019 - 30/06/2020", "2019-04", "2020-06", False),
        ("since March 2020", "2020-03", "None", True),
        ("23-May-2015 to 15-Aug-2016", "2015-05", "2016-08", False),
        ("28/ 04/ 2012 to 08/ Jan/ 2014", "2012-04", "2014-01", False),
        ("2015 / 07 - 2016 / 01", "2015-07", "2016-01", False),
        ("Jan 2015 - till date present", "2015-01", "None", True),
        ("2015-18", "2015", "2018", False),
        ("May 2012 onwards", "2012-05", "None", True),
        ("01/2020 - 03/2021", "2020-01", "2021-03", False),
        ("2020-01 to 2021-03", "2020-01", "2021-03", False),
        ("Jan '20 – Feb '21", "2020-01", "2021-02", False),
        ("2019–21", "2019", "2021", False),
        ("2008/2009", "2008", "2009", False),
        ("Since 2018", "2018", "None", True),
        ("Since Jan 2018 till now", "2018-01", "None", True),
        ("Q1 2019 — Q3 2020", "2019-01", "2020-07", False),
        ("4Q 2019 - 2Q'20", "2019-10", "2020-04", False),
        ("June 2018 till date", "2018-06", "None", True),
        ("03.2017 – 05.2019", "2017-03", "2019-05", False),
        ("1st Jan 2019 – 31st Dec 2020", "2019-01", "2020-12", False),
        ("(2015 - 2017)", "2015", "2017", False),
        ("2016/05 – 2018/06", "2016-05", "2018-06", False),
        ("from May 2012 to now", "2012-05", "None", True),
        ("Mar–Aug 2019", "2019-03", "2019-08", False),
        ("March to August 2019", "2019-03", "2019-08", False),
        ("2017 – ongoing", "2017", "None", True),
        ("Jan 2017 to date", "2017-01", "None", True),
        ("Jan 2017 ― current", "2017-01", "None", True),
        ("Jan 2019 ~ Mar 2020", "2019-01", "2020-03", False),
        ("Jan. 2019 ‒ Sept. 2020", "2019-01", "2020-09", False),
        ("January 15, 2019 − March 3, 2020", "2019-01", "2020-03", False),
        ("01/20 - 03/21", "2020-01", "2021-03", False),
        ("04/15/2012 - 06/30/2014", "2012-04", "2014-06", False),
        ("2014 Sep - 2015 Oct", "2014-09", "2015-10", False),
        ("Dec 2012 thru Mar 2014", "2012-12", "2014-03", False),
        ("JUNE,2016 TO APRIL,2017", "2016-06", "2017-04", False),
        ("Mai 2019 bis heute", "2019-05", "None", True),
        ("Mär. 2018 - Dez. 2020", "2018-03", "2020-12", False),
        ("10/2020 - laufend", "2020-10", "None", True),
        ("seit 04/2019", "2019-04", "None", True),
        ("janv. 2020 - à ce jour", "2020-01", "None", True),
        ("de févr. 2016 à août 2018", "2016-02", "2018-08", False),
        ("Depuis mars 2021", "2021-03", "None", True),
        ("mayo de 2019 - actualidad", "2019-05", "None", True),
        ("ene. 2018 - dic. 2020", "2018-01", "2020-12", False),
        ("2019 hasta la fecha", "2019", "None", True),
        ("août 2018 - mars 2019", "2018-08", "2019-03", False),
    ],
)
def test_ranges(text: str, first: str, last: str, current: bool) -> None:
    (found,) = find_ranges(normalise(text).text)
    assert (str(found.first), str(found.last), found.current) == (first, last, current)


@pytest.mark.parametrize(
    "text",
    [
        "Windows 2000 - XP", "from 6 hours to 50 minutes", "12 - 15 staff", "call 0191 498 2019",
        "2015-06", "12/14 of them", "in 2014 may begin", "Spring 2019",
    ],
)  # fmt: skip
def test_what_is_no_range(text: str) -> None:
    assert list(find_ranges(text)) == []


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("BSc 2014, MSc June 2016", ["2014", "2016-06"]),
        ("Spring 2019", ["2019-04"]),
        ("Summers of 2020", ["2020-07"]),
        ("Winter '18", ["2018-01"]),
        ("Q3 2020", ["2020-07"]),
        ("Sept. 2014", ["2014-09"]),
        ("15-Jul-2010", ["2010-07"]),
        ("12/25/2010", ["2010-12"]),
        ("2014 September", ["2014-09"]),
        ("in 2014 may begin", ["2014"]),
        ("Jul '98", ["1998-07"]),
        ("$2014, 2014%, 2,014 and 2014.5", []),
    ],
)
def test_single_dates(text: str, dates: list[str]) -> None:
    assert [str(d) for _, _, d in find_dates(text)] == dates


MONTHS = ("Jan", "February", "Mar.", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov",
          "December")  # fmt: skip


@given(
    st.integers(1960, 2049),
    st.integers(1, 12),
    st.integers(0, 300),
    st.sampled_from([" - ", "-", " to ", " till "]),
    st.sampled_from(["named", "slashed", "dotted", "iso"]),
)
def test_a_range_of_any_style_keeps_its_order(
    year: int, month: int, length: int, dash: str, style: str
) -> None:
    months = (year * 12 + month - 1, year * 12 + month - 1 + length)
    ends = [divmod(n, 12) for n in months]
    written = {
        "named": "{name} {year}",
        "slashed": "{month:02d}/{year}",
        "dotted": "{month}.{year}",
        "iso": "{year}-{month:02d}",
    }[style]
    texts = [written.format(year=y, month=m + 1, name=MONTHS[m]) for y, m in ends]
    text = f"Clerk, {dash.join(texts)}"
    (found,) = find_ranges(text)
    assert (found.first, found.last) == tuple(YearMonth(y, m + 1) for y, m in ends)
    assert text[found.start : found.end] == dash.join(texts)


PIECES = st.sampled_from(
    ["Jan", "may", "2019", "19", "3", "31", "-", "/", ".", " ", "to", "till", "date", "present",
     "Q3", "~", "Mar", "thru", "since", "Summer", "th", "onwards", "'", ",", "x", "("]
)  # fmt: skip


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=20).map("".join)))
def test_dates_are_parts_of_the_text_in_order(text: str) -> None:
    ranges, dates = list(find_ranges(text)), list(find_dates(text))
    spans = [(found.start, found.end) for found in ranges]
    for places in (spans, [(start, end) for start, end, _ in dates]):
        assert all(0 <= start < end <= len(text) for start, end in places)
        assert all(before[1] <= after[0] for before, after in pairwise(places))
    for date in (*(found.first for found in ranges), *(date for _, _, date in dates)):
        assert 1900 <= date.year <= 2099
        assert date.month is None or 1 <= date.month <= 12
    assert all(found.current == (found.last is None) for found in ranges)
    parse_date(text)
