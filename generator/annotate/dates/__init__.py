"""Time expressions of a text in TIMEX3 terms, by rules of our own: text and publication day in, expressions out.

`find_times` scans the words of an article once (`tagger`) and keeps where a time expression can stand; `resolve_times`
asks the rules there for what it means on a day of publication, and may be asked again for another day: `days`,
`weekdays`, `named_days`, `periods`, `calendar_units`, `years`, `amounts`, `clock`, `references`. `direction` says
whether a clause looks forward or back; value and precision are kept apart (`values`), and only precision "day" may date
anything to a day.

How often the rules with thirty readings or more find labelled words / give their value, in percent, on 192 articles of
TimeBank and AQUAINT (news of 1989 to 2000, 1,367 labelled expressions):

    month_first 99/98     month 100/94     deictic 97/94     ordinal_part 100/100     weekday 100/89
    year 97/82            amount 96/82     unit 94/67        single 84/49             reference 66/66
    recurring 30/21

`weekday` loses most by the part of the day ("Sunday night" is labelled as the day, or as its night), `unit` and
`single` by what the labels hold of "last week" or "a year ago" (a week, seven days, the same quarter); `recurring` and
`reference` find words that those labels leave out ("annual", "now").
"""

from __future__ import annotations

from generator.annotate.dates.direction import Direction, direction
from generator.annotate.dates.tagger import find_times, resolve_times, tag

__all__ = ["Direction", "direction", "find_times", "resolve_times", "tag"]
