"""Dates and ranges as resumes write them."""

from __future__ import annotations

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


@given(st.text(max_size=80))
def test_never_raises(text: str) -> None:
    for found in find_ranges(text):
        assert 0 <= found.start < found.end <= len(text)
    parse_date(text)
