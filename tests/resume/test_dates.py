"""Dates and ranges as resumes write them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atscheck.resume.dates import find_dates, find_ranges, parse_date


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
    ],
)
def test_ranges(text: str, first: str, last: str, current: bool) -> None:
    (found,) = find_ranges(text)
    assert (str(found.first), str(found.last), found.current) == (first, last, current)


@pytest.mark.parametrize(
    "text",
    ["Windows 2000 - XP", "from 6 hours to 50 minutes", "12 - 15 staff", "call 0191 498 2019"],
)
def test_what_is_no_range(text: str) -> None:
    assert list(find_ranges(text)) == []


def test_single_dates() -> None:
    assert [str(d) for _, _, d in find_dates("BSc 2014, MSc June 2016")] == ["2014", "2016-06"]


PIECES = st.sampled_from(
    ["Jan", "may", "2019", "19", "3", "31", "-", "/", ".", " ", "to", "till", "date", "present",
     "since", "Summer", "th", "onwards", "'", ",", "x", "("]
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
