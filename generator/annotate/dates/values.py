"""TIMEX3 values and the arithmetic of days, weeks, months and years behind them."""

from __future__ import annotations

from datetime import date, timedelta

from generator.annotate.dates.lexicon import word_list
from generator.records import Precision

DURATION_CODES = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "week": "W",
    "fortnight": "W",
    "weekend": "D",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "E",
    "century": "C",
}
SMALLER = {"hour": 60, "year": 12}  # how many of the next smaller unit, minutes and months, make one


def safe_date(year: int, month: int, day: int) -> date | None:
    """Return the day, or None when there is no such day ("30 February")."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def moved(day: date, days: int) -> date | None:
    """Return the day so many days later; None beyond the calendar."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def duration(count: float | None, unit: str) -> str:
    """Return the TIMEX3 value of so many units: "P5Y", "PT2H30M"; `count` None: "PXD"."""
    code = DURATION_CODES[unit]
    factor = 2 if unit in ("fortnight", "weekend") else 1
    head, code = ("PT", code[1]) if len(code) == 2 else ("P", code)
    if count is None:
        return f"{head}X{code}"
    count *= factor
    if count != int(count) and unit in ("decade", "century"):  # half a century is fifty years
        count, code = count * (10 if unit == "decade" else 100), "Y"
    whole = int(count)
    if count == whole:
        return f"{head}{whole}{code}"
    rest = (count - whole) * SMALLER.get(unit, 0)
    if rest and rest == int(rest):  # halves and quarters
        return f"{head}{whole or ''}{code if whole else ''}{int(rest)}M"
    return f"{head}{count:g}{code}"


def week_of(day: date) -> str:
    """Return the ISO week: "2023-W25"."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_of(day: date, shift: int = 0) -> str:
    """Return the quarter that lies `shift` quarters after the day's: "2023-Q2"."""
    number = day.year * 4 + (day.month - 1) // 3 + shift
    return f"{number // 4:04d}-Q{number % 4 + 1}"


def month_of(day: date, shift: int = 0) -> str:
    """Return the month that lies `shift` months after the day's: "2023-06"."""
    number = day.year * 12 + day.month - 1 + shift
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def shifted(anchor: date, unit: str, count: int) -> tuple[str, Precision] | None:
    """Return value and precision of the day, week, month ... that lies `count` units after the anchor's."""
    if not -3000 < count < 3000:
        return None
    if unit in ("day", "week", "fortnight", "weekend"):
        days = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}[unit]
        day = moved(anchor, days * count)
        if day is None:
            return None
        if unit == "day":
            return day.isoformat(), "day"
        return week_of(day) + ("-WE" if unit == "weekend" else ""), "week"
    year = anchor.year + {"year": count, "decade": 10 * count, "century": 100 * count}.get(unit, 0)
    if not 1000 < year < 3000:
        return None
    if unit == "month":
        return month_of(anchor, count), "month"
    if unit == "quarter":
        return quarter_of(anchor, count), "quarter"
    if unit == "year":
        return f"{year:04d}", "year"
    if unit == "decade":
        return f"{year:04d}"[:3], "none"
    return (f"{year:04d}"[:2], "none") if unit == "century" else None


def weekday_before(weekday: int, published: date) -> date | None:
    """Return the last such day on or before publication (0 is Monday)."""
    return moved(published, -((published.weekday() - weekday) % 7))


def weekday_after(weekday: int, published: date) -> date | None:
    """Return the first such day on or after publication (0 is Monday)."""
    return moved(published, (weekday - published.weekday()) % 7)


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature 1876)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leaps, skipped = divmod(century, 4)
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    quarter, odd = divmod(rest, 4)
    weekday = (32 + 2 * skipped + 2 * quarter - moon - odd) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def holidays() -> dict[str, str]:
    """Return the named days of `data/dates/holidays.txt` with their rules."""
    pairs = (line.partition("|") for line in word_list("holidays"))
    return {name.strip(): rule.strip() for name, _, rule in pairs}


def holiday(rule: str, year: int) -> date | None:
    """Return the day that a rule of `holidays.txt` gives in a year."""
    if not 1 <= year < 9999:
        return None
    if rule.startswith("easter"):
        return moved(easter(year), int(rule.removeprefix("easter")))
    month, _, day = rule.partition("-")
    if "." not in day:
        return safe_date(year, int(month), int(day))
    nth, weekday = (int(part) for part in day.split("."))
    if nth == 5:
        following = date(year + int(month) // 12, int(month) % 12 + 1, 1)
        return weekday_before(weekday, following - timedelta(1))
    first = weekday_after(weekday, date(year, int(month), 1))
    return first and moved(first, 7 * (nth - 1))
